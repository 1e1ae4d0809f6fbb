import BanbaoDiagnostics

/// Finds where the links and other inlines of one block stand in the author's text.
///
/// cmark-gfm 0.29.0.gfm.6 counts the columns of inlines in bytes, from wrong beginnings, and gives a link the line
/// of its end. So the brackets of the block are looked up in the text, in the order in which the tree has the links.
struct BlockLocator {
  private let range: Range<Int>
  private var openers: [Opener]?
  private var nextOpener = 0
  private var cursor: Int
  /// Searches that found nothing. They read the block to its end, so after a few there are no more.
  private var misses = 0
  private let mostMisses = 16

  /// An opening bracket that has a partner.
  private struct Opener {
    /// Of the `[` or the `!`.
    var offset: Int
    var isImage: Bool
    /// Of the `]`.
    var close: Int
  }

  init(range: Range<Int>) {
    self.range = range
    cursor = range.lowerBound
  }

  /// Where the block's own text begins: behind white space.
  func start(in text: UnsafeBufferPointer<UInt8>) -> Int {
    text[range].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? range.lowerBound
  }

  /// The offset of a link's or an image's first character.
  ///
  /// - Parameter words: the first text inside the link, by which a link by reference is known.
  mutating func link(
    in text: UnsafeBufferPointer<UInt8>, url: UnsafeBufferPointer<UInt8>, isImage: Bool,
    words: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let openers = openers ?? brackets(text)
    self.openers = openers
    var fallback: Int?
    for index in nextOpener..<openers.count where openers[index].isImage == isImage {
      fallback = fallback ?? index
      if misses > mostMisses { break }
      guard matches(openers[index], text, url, words) else { continue }
      nextOpener = index + 1
      cursor = openers[index].offset
      return openers[index].offset
    }
    misses += 1
    guard let fallback else { return whereabouts(in: text) }
    nextOpener = fallback + 1
    cursor = max(cursor, openers[fallback].offset)
    return openers[fallback].offset
  }

  /// The offset of an address that is its own text, `<https://…>` or without the angle brackets; nil for other links.
  mutating func bareAddress(
    _ words: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>,
    url: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard words.count > 0, misses <= mostMisses, stands(words, in: url, at: url.count - words.count)
    else {
      return nil
    }
    var index = cursor
    while let found = offset(of: words[0], in: text, from: index, before: range.upperBound) {
      if stands(words, in: text, at: found) {
        let before = found > range.lowerBound ? text[found - 1] : 0x20
        if before == UInt8(ascii: "[") || before == UInt8(ascii: "*") { return nil }
        cursor = found + words.count
        return before == UInt8(ascii: "<") ? found - 1 : found
      }
      index = found + 1
    }
    misses += 1
    return nil
  }

  /// The offset of bytes that stand in the block as they are, behind what was found last; nil where they don't.
  mutating func find(_ part: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>)
    -> Int?
  {
    guard let first = part.first, misses <= mostMisses else { return nil }
    var index = cursor
    while let found = offset(of: first, in: text, from: index, before: range.upperBound) {
      if stands(part, in: text, at: found) {
        cursor = found + 1
        return found
      }
      index = found + 1
    }
    misses += 1
    return nil
  }

  /// Where to point at what was not found: behind what was.
  func whereabouts(in text: UnsafeBufferPointer<UInt8>) -> Int { max(cursor, start(in: text)) }

  /// Pairs the brackets of the block, skipping escapes and code spans.
  private func brackets(_ text: UnsafeBufferPointer<UInt8>) -> [Opener] {
    var result: [Opener] = []
    var open: [Int] = []
    var unclosedTicks: Set<Int> = []
    var index = range.lowerBound
    while index < range.upperBound {
      switch text[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "`"):
        let end = endOfRun(text, index)
        let ticks = end - index
        index = end
        // The parser knows no longer ones.
        guard ticks <= 80, !unclosedTicks.contains(ticks) else { continue }
        if let after = endOfCode(text, from: end, ticks: ticks) {
          index = after
        } else {
          unclosedTicks.insert(ticks)
        }
      case UInt8(ascii: "["):
        let isImage = index > range.lowerBound && text[index - 1] == UInt8(ascii: "!")
        open.append(result.count)
        result.append(Opener(offset: isImage ? index - 1 : index, isImage: isImage, close: -1))
        index += 1
      case UInt8(ascii: "]"):
        if let opener = open.popLast() { result[opener].close = index }
        index += 1
      default: index += 1
      }
    }
    return result.filter { $0.close >= 0 }
  }

  private func endOfRun(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var end = start
    while end < range.upperBound, text[end] == text[start] { end += 1 }
    return end
  }

  private func endOfCode(_ text: UnsafeBufferPointer<UInt8>, from start: Int, ticks: Int) -> Int? {
    var index = start
    while let found = text[index..<range.upperBound].firstIndex(of: UInt8(ascii: "`")) {
      let end = endOfRun(text, found)
      if end - found == ticks { return end }
      index = end
    }
    return nil
  }

  /// Whether a bracket may be the link's: it bears the destination, or, as a reference, the words.
  private func matches(
    _ opener: Opener, _ text: UnsafeBufferPointer<UInt8>, _ url: UnsafeBufferPointer<UInt8>,
    _ words: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var index = opener.close + 1
    if index < range.upperBound, text[index] == UInt8(ascii: "(") {
      index += 1
      while index < range.upperBound, text[index] <= 0x20 { index += 1 }
      if index < range.upperBound, text[index] == UInt8(ascii: "<") { index += 1 }
      return bears(url, text, at: index)
    }
    var inside = opener.offset + (opener.isImage ? 2 : 1)
    let furthest = min(opener.close, inside + 16)
    while inside < furthest, !isASCIIAlphanumeric(text[inside]), text[inside] < 0x80 { inside += 1 }
    // A definition has no link of its own.
    if index < range.upperBound, text[index] == UInt8(ascii: ":"), beginsLine(opener.offset, text) {
      return false
    }
    return words.isEmpty || stands(words, in: text, at: inside)
  }

  private func beginsLine(_ offset: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = offset
    while index > range.lowerBound, text[index - 1] == 0x20 || text[index - 1] == UInt8(ascii: ">") { index -= 1 }
    return index == range.lowerBound || text[index - 1] == 0x0A || text[index - 1] == 0x0D
  }

  /// Compares a written destination with what the parser made of it; an entity passes for anything.
  private func bears(
    _ url: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Bool {
    var index = start
    for byte in url {
      guard index < range.upperBound else { return false }
      if text[index] == UInt8(ascii: "&"), byte != UInt8(ascii: "&") { return true }
      if text[index] == UInt8(ascii: "\\"), index + 1 < range.upperBound,
        isASCIIPunctuation(text[index + 1])
      {
        index += 1
      }
      guard text[index] == byte else { return false }
      index += 1
    }
    guard index < range.upperBound else { return true }
    return text[index] <= 0x20 || text[index] == UInt8(ascii: ")")
      || text[index] == UInt8(ascii: ">")
      || text[index] == UInt8(ascii: "&") || text[index] == UInt8(ascii: ";")
  }
}
