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
    index + 2 < text.count && text[index] == Sentinel.lead && text[index + 1] == second
      && text[index + 2] == third
  }
}
