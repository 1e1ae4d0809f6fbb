/// Private-use characters that a text does not hold: one that says nothing, and one for each ASCII sign, which the
/// parser takes for a letter. Whoever reads the tree drops the first and writes the sign for the others.
struct Sentinel: Equatable {
  /// The second byte of their UTF-8; the first is always `EE`, the third tells them apart.
  let second: UInt8

  static let lead: UInt8 = 0xEE
  /// What the character means that says nothing.
  static let nothing: UInt8 = 0

  /// Nil where the text holds one of each 64 characters from U+E000 to U+EFFF.
  init?(absentFrom text: UnsafeBufferPointer<UInt8>) {
    var taken: UInt64 = 0
    var index = 0
    while let found = text[index...].firstIndex(of: Sentinel.lead) {
      index = found + 1
      guard index < text.count else { break }
      taken |= 1 << UInt64(text[index] & 0x3F)
    }
    guard taken != .max else { return nil }
    second = 0x80 | UInt8((~taken).trailingZeroBitCount)
  }

  /// - Parameter sign: ASCII punctuation, a space or `nothing`.
  func append(_ sign: UInt8, to bytes: inout [UInt8]) {
    bytes.append(Sentinel.lead)
    bytes.append(second)
    bytes.append(0x80 | Sentinel.number(of: sign))
  }

  /// Whether one of them stands at `index`.
  func stands(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index + 2 < text.count && text[index] == Sentinel.lead && text[index + 1] == second
  }

  /// What the one means that stands at `index`; nil where none does.
  func sign(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt8? {
    stands(in: text, at: index) ? Sentinel.sign(of: text[index + 2] & 0x3F) : nil
  }

  /// The space and the 32 signs of ASCII are counted from 1, in their order.
  private static func number(of sign: UInt8) -> UInt8 {
    switch sign {
    case 0x20...0x2F: sign - 0x1F
    case 0x3A...0x40: sign - 0x29
    case 0x5B...0x60: sign - 0x43
    case 0x7B...0x7E: sign - 0x5D
    default: 0
    }
  }

  private static func sign(of number: UInt8) -> UInt8 {
    switch number {
    case 1...16: number + 0x1F
    case 17...23: number + 0x29
    case 24...29: number + 0x43
    case 30...33: number + 0x5D
    default: nothing
    }
  }
}
