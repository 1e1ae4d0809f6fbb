import CLibYAML

/// Finds comments behind plain scalars, and the lines of long ones. Goes through the bytes once, however many scalars there are.
struct CommentSearch {
  let bytes: ArraySlice<UInt8>
  private let mayHaveComments: Bool
  private(set) var offset: Int
  private var line = 0
  private var column = 0

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    offset = bytes.startIndex
    var previous: UInt8 = 0x0A
    var found = false
    for byte in bytes {
      if byte == UInt8(ascii: "#"), previous == 0x20 || previous == 0x09 {
        found = true
        break
      }
      previous = byte
    }
    mayHaveComments = found
  }

  /// A comment that may have been meant as text, as in ` #1 号`, unlike the usual `  # comment`.
  ///
  /// - Parameter end: where a scalar ends; marks come in the order of the text.
  /// - Returns: the comment with its `#`, and its column, counted from 0.
  mutating func comment(behind end: yaml_mark_t) -> (text: String, column: Int)? {
    guard mayHaveComments else { return nil }
    advance(toLine: Int(end.line), column: Int(end.column))
    var index = offset
    while index < bytes.endIndex, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    let spaces = index - offset
    guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "#") else { return nil }
    let next = index + 1 < bytes.endIndex ? bytes[index + 1] : 0x20
    guard spaces < 2 || (next != 0x20 && next != 0x0A && next != 0x0D) else { return nil }
    let comment = bytes[index...].prefix { $0 != 0x0A && $0 != 0x0D }
    return (trimmed(String(decoding: comment, as: UTF8.self)), Int(end.column) + spaces)
  }

  mutating func advance(toLine line: Int, column: Int) {
    while offset < bytes.endIndex, self.line < line || self.column < column {
      let byte = bytes[offset]
      offset += 1
      if byte == 0x0A || (byte == 0x0D && !(offset < bytes.endIndex && bytes[offset] == 0x0A)) {
        guard self.line < line else {
          offset -= 1
          return
        }
        self.line += 1
        self.column = 0
      } else if offset == bytes.endIndex || bytes[offset] & 0xC0 != 0x80 {
        self.column += 1
      }
    }
  }
}
