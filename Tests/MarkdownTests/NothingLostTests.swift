import BanbaoDiagnostics
import BanbaoHTML
import BanbaoMarkdown
import Foundation
import TestSupport
import Testing

@Suite struct NothingLostTests {
  /// The number of documents; more with `BANBAO_DOCUMENTS=1000000`.
  private static let documents =
    ProcessInfo.processInfo.environment["BANBAO_DOCUMENTS"].flatMap(Int.init)
    ?? seeds(100_000).count
  private static let shares = 8

  @Test(arguments: 0..<shares)
  func `every word is on the page in its order or reported, and nothing else is reported`(_ share: Int) {
    var markdown = RandomMarkdown(seed: UInt64(share))
    var documents = 0
    var losses = 0
    while documents < Self.documents / Self.shares {
      documents += 1
      let text = markdown.document()
      let (faults, diagnostics) = faultsOfComparison(text)
      losses += diagnostics.count { lossCodes.contains($0.code) }
      guard faults.isEmpty else {
        Issue.record("document \(documents) of share \(share): \(account(of: smallest(text)))")
        return
      }
    }
    #expect(losses > documents / 5)
  }
}

private let lossCodes: Set<String> = ["text-lost", "unused-definition", "footnote-without-mark"]

/// A word in a text or a page: its number, and where it begins.
private struct Word {
  var number: Int
  var offset: Int
  /// In a page: whether it stands in an attribute, and behind how many beginnings of notes.
  var isAttribute = false
  var note = 0
  /// In a page: the number that its item bears, if it is the item's first word.
  var itemNumber: Int?
}

/// The text without all that can be left out of it while a fault remains.
private func smallest(_ text: String) -> String {
  // Words stay whole.
  var text = text.matches(of: /q[0-9]+z|(?s)./).map { String($0.output) }
  func kinds(_ text: String) -> Set<String> {
    Set(faultsOfComparison(text).faults.map { $0.filter { !$0.isNumber } })
  }
  let wanted = kinds(text.joined())
  var length = text.count / 2
  while length > 0 {
    var start = 0
    while start < text.count {
      let shorter = Array(text[..<start] + text[min(start + length, text.count)...])
      if kinds(shorter.joined()).isDisjoint(with: wanted) { start += length } else { text = shorter }
    }
    length /= 2
  }
  return text.joined()
}

private func account(of text: String) -> String {
  let (faults, diagnostics) = faultsOfComparison(text)
  let reported = diagnostics.map {
    "\($0.place.line):\($0.place.column)+\($0.place.length) \($0.code): \($0.message.en)"
  }
  return "\(faults)\n\(text)\n→\n\(html(text))\n\(reported.joined(separator: "\n"))"
}

/// What is wrong with a text's page and diagnostics, as far as its words can tell.
private func faultsOfComparison(_ text: String) -> (faults: [String], diagnostics: [Diagnostic]) {
  let (body, diagnostics) = render(text)
  let html = body.html.bytes
  let bytes = Array(text.utf8)
  let typed = words(of: bytes)
  let shown = wordsOfPage(html)
  var faults: [String] = []

  let covered = coveredRanges(bytes, diagnostics)
  let onPage = Set(shown.map(\.number))
  let missing = typed.filter { !onPage.contains($0.number) }
  for word in missing where !covered.contains(where: { $0.range.contains(word.offset) }) {
    faults.append("q\(word.number)z is lost")
  }
  // Whose lines may look like definitions.
  let holdsLostNote = covered.contains { $0.code == "footnote-without-mark" }
  for cover in covered where lossCodes.contains(cover.code) {
    if missing.contains(where: { cover.range.contains($0.offset) }) { continue }
    // Signs, Han and labels that are no words of ours may be lost; and words behind the marks of code stand where nobody
    // sees them.
    let holdsWord = typed.contains { cover.range.contains($0.offset) }
    if !holdsWord, cover.isKnown || holdsLostNote || !holdsLabel(bytes[cover.range], in: html, as: bytes) {
      continue
    }
    if cover.isCode { continue }
    if cover.code == "footnote-without-mark", bytes[cover.range].count(where: { $0 == 0x3A }) > 1 { continue }
    faults.append("\(cover.code) without a loss")
  }

  let places = Dictionary(typed.map { ($0.number, $0.offset) }) { first, _ in first }
  let inText = shown.filter { !$0.isAttribute }
  for (before, after) in zip(inText, inText.dropFirst())
  where before.note == after.note && places[before.number, default: 0] > places[after.number, default: 0] {
    faults.append("q\(before.number)z stands before q\(after.number)z")
  }

  let numbered = Set(covered.filter { $0.code == "list-number" }.map(\.range.upperBound))
  for word in shown {
    guard let printed = word.itemNumber, let place = places[word.number],
      let number = itemNumber(before: place, bytes)
    else { continue }
    if bytes[number].elementsEqual(String(printed).utf8) == numbered.contains(number.upperBound) {
      faults.append("item \(String(decoding: bytes[number], as: UTF8.self)) is printed as \(printed)")
    }
  }

  let page = String(decoding: html, as: UTF8.self)
  for diagnostic in diagnostics where diagnostic.code == "mark-without-footnote" {
    let mark = String(diagnostic.message.en.drop { $0 != "[" }.prefix { $0 != "]" }) + "]"
    if !page.contains(mark) { faults.append("\(mark) does lead to a note") }
  }
  return (faults, diagnostics)
}

/// Whether a label stands in some bytes, and as often in the page as in the text: then it is not lost.
private func holdsLabel(_ bytes: ArraySlice<UInt8>, in page: [UInt8], as text: [UInt8]) -> Bool {
  func labels(_ bytes: some Collection<UInt8>) -> [[UInt8]] {
    zip(bytes, bytes.dropFirst()).compactMap { a, b in
      (a == UInt8(ascii: "l") || a == UInt8(ascii: "n")) && (0x31...0x34).contains(b) ? [a, b] : nil
    }
  }
  let (typed, shown) = (labels(text), labels(page))
  return labels(bytes).contains { label in
    shown.count { $0 == label } >= typed.count { $0 == label }
  }
}

private func words(of bytes: [UInt8]) -> [Word] {
  var words: [Word] = []
  var index = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "q"), let (number, end) = wordNumber(bytes, index) {
      words.append(Word(number: number, offset: index))
      index = end
    } else {
      index += 1
    }
  }
  return words
}

private func wordNumber(_ bytes: [UInt8], _ start: Int) -> (number: Int, end: Int)? {
  var index = start + 1
  var number = 0
  while index < bytes.count, (0x30...0x39).contains(bytes[index]), number < 100_000 {
    number = number * 10 + Int(bytes[index] - 0x30)
    index += 1
  }
  return index < bytes.count && index > start + 1 && bytes[index] == UInt8(ascii: "z") ? (number, index + 1) : nil
}

private func wordsOfPage(_ html: [UInt8]) -> [Word] {
  var words: [Word] = []
  var isTag = false
  var note = 0
  var lists: [Int?] = []
  var itemNumber: Int?
  var index = 0
  while index < html.count {
    switch html[index] {
    case UInt8(ascii: "<"):
      isTag = true
      if starts(html, index, "<ol") {
        let isCounted = starts(html, index, "<ol start=\"")
        lists.append(isCounted ? number(html, index + 11) : 1)
      } else if starts(html, index, "<ul") {
        lists.append(nil)
      } else if starts(html, index, "</ol") || starts(html, index, "</ul") {
        lists.removeLast()
      } else if starts(html, index, "<li id=\"fn-") {
        note += 1
      } else if starts(html, index, "<li") {
        itemNumber = lists.last ?? nil
        if let last = lists.indices.last { lists[last] = itemNumber.map { $0 + 1 } }
      }
    case UInt8(ascii: ">"): isTag = false
    case UInt8(ascii: "q"):
      guard let (number, end) = wordNumber(html, index) else { break }
      words.append(
        Word(number: number, offset: index, isAttribute: isTag, note: note, itemNumber: isTag ? nil : itemNumber))
      itemNumber = nil
      index = end - 1
    case let byte where byte > 0x7F || (byte | 0x20 > 0x60 && byte | 0x20 < 0x7B) || (0x30...0x39).contains(byte):
      if !isTag { itemNumber = nil }
    default: break
    }
    index += 1
  }
  return words
}

private func starts(_ bytes: [UInt8], _ index: Int, _ tag: StaticString) -> Bool {
  let count = tag.utf8CodeUnitCount
  guard index + count <= bytes.count else { return false }
  for offset in 0..<count where bytes[index + offset] != tag.utf8Start[offset] { return false }
  return true
}

private func number(_ bytes: [UInt8], _ start: Int) -> Int {
  Int(String(decoding: bytes[start...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)) ?? -1
}

/// The number of the item that a word begins, as it was typed.
private func itemNumber(before offset: Int, _ bytes: [UInt8]) -> Range<Int>? {
  var index = offset
  if index >= 4, bytes[index - 2] == UInt8(ascii: "]"), bytes[index - 4] == UInt8(ascii: "[") { index -= 4 }
  guard index > 2, bytes[index - 1] == 0x20, [UInt8(ascii: "."), UInt8(ascii: ")")].contains(bytes[index - 2]) else {
    return nil
  }
  let end = index - 2
  var start = end
  while start > 0, (0x30...0x39).contains(bytes[start - 1]) { start -= 1 }
  let opening = bytes[..<start].reversed().prefix { $0 != 0x0A }
  guard opening.allSatisfy({ " >0123456789.)*+-".utf8.contains($0) }) else { return nil }
  return start < end ? start..<end : nil
}

private struct Cover {
  var code: String
  var range: Range<Int>
  /// Whether the kind of loss is known: a definition, a note, cells, or words behind the marks of code.
  var isKnown: Bool
  /// Whether it is words behind the marks of code.
  var isCode: Bool
}

/// How many lines a message says are lost; nil where it says nothing of lines.
private func numberOfLines(in message: String) -> Int? {
  let words = message.split(separator: " ")
  return zip(words, words.dropFirst()).lazy.compactMap { $1 == "lines" ? Int($0) : nil }.first
}

/// What each diagnostic says is lost: from its place on, as far as it reaches, and as many lines as it names. An omitted
/// block of HTML, or a tag, ends before a blank line at the latest.
private func coveredRanges(_ bytes: [UInt8], _ diagnostics: [Diagnostic]) -> [Cover] {
  guard !diagnostics.isEmpty else { return [] }
  var lines = [0]
  for index in bytes.indices where bytes[index] == 0x0A { lines.append(index + 1) }
  lines.append(bytes.count + 1)
  func offset(_ line: Int, _ column: Int) -> Int {
    var index = lines[line - 1]
    for _ in 1..<max(1, column) where index < bytes.count {
      index += 1
      while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
    }
    return index
  }
  return diagnostics.map { diagnostic in
    let isCode = diagnostic.message.en.contains("behind ```")
    let isKnown = diagnostic.code != "text-lost" || isCode || diagnostic.message.en.hasPrefix("this row")
    func cover(_ range: Range<Int>) -> Cover {
      Cover(code: diagnostic.code, range: range, isKnown: isKnown, isCode: isCode)
    }
    let start = offset(diagnostic.place.line, diagnostic.place.column)
    var line = diagnostic.place.line
    var first = line
    // The address of a reference stands elsewhere.
    if ["unknown-scheme", "dangerous-url", "remote-image"].contains(diagnostic.code) { return cover(0..<bytes.count) }
    if !lossCodes.contains(diagnostic.code), diagnostic.code != "list-number" {
      func isBlank(_ line: Int) -> Bool {
        bytes[lines[line]..<max(lines[line], lines[line + 1] - 1)].allSatisfy { $0 <= 0x20 }
      }
      while line + 1 < lines.count, !isBlank(line) { line += 1 }
      while first > 1, !isBlank(first - 2) { first -= 1 }
      return cover(lines[first - 1]..<max(start, lines[line] - 1))
    }
    let message = diagnostic.message.en
    if let count = numberOfLines(in: message) {
      line = min(line + count, lines.count - 1)
      return cover(start..<max(start, lines[line] - 1))
    }
    return cover(start..<offset(line, diagnostic.place.column + diagnostic.place.length))
  }
}
