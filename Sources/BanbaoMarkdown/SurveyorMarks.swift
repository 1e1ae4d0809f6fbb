extension Surveyor {
  /// Notes `[[`, `[!` and `[TOC]`.
  mutating func noteBracket(at index: Int) {
    guard index + 1 < text.count else { return }
    switch text[index + 1] {
    case UInt8(ascii: "["), UInt8(ascii: "!"), UInt8(ascii: "T"), UInt8(ascii: "t"): survey.mayHoldSlips = true
    default: break
    }
  }

  /// Notes `<b`; at the beginning of a line it makes HTML of all lines to the next blank one.
  mutating func noteTag(at index: Int, isFirst: Bool) {
    guard index + 1 < text.count, isASCIIAlphanumeric(text[index + 1]) else { return }
    survey.hasTags = true
    if isFirst { survey.mayBeMisread = true }
  }

  /// Notes `] (`, `】(` and `］(`.
  mutating func noteRoundBracket(at index: Int) {
    var before = index - 1
    while before > 0, text[before] == 0x20 { before -= 1 }
    if before >= 0, mayEndBracket(text[before]) { survey.mayHoldSlips = true }
  }

  /// Whether a byte ends `]`, `】` or `］`, or another sign that ends alike.
  func mayEndBracket(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "]") || byte == 0x91 || byte == 0xBD }
}
