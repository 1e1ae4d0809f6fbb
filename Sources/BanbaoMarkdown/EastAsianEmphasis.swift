/// Makes `这是**重点。**所以` bold.
///
/// CommonMark lets a run of `*` open or close only beside the right mixture of letters, punctuation and white space,
/// which Chinese does not have. Where a CJK character stands on either side of a run and white space on neither, a
/// private-use character is put before and after the run, so that it may do both; whoever reads the tree drops
/// that character again. This is the rule of the "CJK-friendly" amendment; `_` keeps CommonMark's rule.
struct EastAsianEmphasis {
  private let original: UnsafeBufferPointer<UInt8>
  private let changed: [UInt8]?
  /// The character that was put in, as UTF-8; nil where nothing was.
  let sentinel: Sentinel?

  /// - Parameter asterisks: whether the text may hold any.
  init(_ text: UnsafeBufferPointer<UInt8>, asterisks: Bool) {
    original = text
    guard asterisks else {
      changed = nil
      sentinel = nil
      return
    }
    var result: [UInt8] = []
    var sentinel: Sentinel?
    var copied = 0
    var index = 0
    while let found = text[index...].firstIndex(of: asterisk) {
      let start = isEscaped(text, found) ? found + 1 : found
      var end = start
      while end < text.count, text[end] == asterisk { end += 1 }
      index = max(end, found + 1)
      guard end > start, needsHelp(text, start, end) else { continue }
      guard let mark = sentinel ?? Sentinel(absentFrom: text) else { break }
      if sentinel == nil { result.reserveCapacity(text.count + 256) }
      sentinel = mark
      result.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<start]))
      mark.append(to: &result)
      result.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
      mark.append(to: &result)
      copied = end
    }
    self.sentinel = sentinel
    guard sentinel != nil else {
      changed = nil
      return
    }
    result.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
    changed = result
  }

  /// The text to parse, valid during the call.
  func withText(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    if let changed { changed.withUnsafeBufferPointer(body) } else { body(original) }
  }
}

private let asterisk = UInt8(ascii: "*")

private func isEscaped(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
  var start = index
  while start > 0, text[start - 1] == UInt8(ascii: "\\") { start -= 1 }
  return (index - start) % 2 == 1
}

private func needsHelp(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
  guard end < text.count, let neighbour = scalar(text, before: start) else { return false }
  let after = scalar(text, at: end).value
  var before = neighbour.value
  if isMarkdownSpace(before) || isMarkdownSpace(after) { return false }
  if isVariationSelector(before) {
    before = scalar(text, before: start - neighbour.length)?.value ?? before
  }
  // Between two letters CommonMark's own rule lets the run open and close.
  if isPlainLetter(before), isPlainLetter(after) { return false }
  return isWide(before) || isHangul(before) || isWide(after) || isHangul(after)
}

private func isPlainLetter(_ scalar: UInt32) -> Bool {
  scalar < 0x80 ? isASCIIAlphanumeric(UInt8(scalar)) : isEastAsianLetter(scalar)
}

/// A private-use character that a text does not hold.
struct Sentinel: Equatable {
  /// The last two bytes of its UTF-8; the first is always `EE`.
  let second: UInt8
  let third: UInt8

  static let lead: UInt8 = 0xEE

  /// Nil where the text holds all of U+E000 to U+EFFF.
  init?(absentFrom text: UnsafeBufferPointer<UInt8>) {
    var taken: [Bool]?
    var index = 0
    while let found = text[index...].firstIndex(of: Sentinel.lead) {
      index = found + 1
      guard found + 2 < text.count else { break }
      let number = Int(text[found + 1] & 0x3F) << 6 | Int(text[found + 2] & 0x3F)
      taken = taken ?? [Bool](repeating: false, count: 4096)
      taken?[number] = true
    }
    guard let free = taken.map({ $0.firstIndex(of: false) }) ?? 0 else { return nil }
    second = 0x80 | UInt8(free >> 6)
    third = 0x80 | UInt8(free & 0x3F)
  }

  func append(to bytes: inout [UInt8]) {
    bytes.append(Sentinel.lead)
    bytes.append(second)
    bytes.append(third)
  }

  /// Whether it stands at `index`.
  func stands(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index + 2 < text.count && text[index] == Sentinel.lead && text[index + 1] == second && text[index + 2] == third
  }

  /// The text without it. An author's numeric reference to the very same private-use character goes with it.
  func removed(from text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if stands(in: text, at: index) {
        index += 3
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }
}
