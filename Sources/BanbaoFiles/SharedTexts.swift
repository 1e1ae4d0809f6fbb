/// The texts that the cells of a workbook share, one behind the other.
final class SharedTexts: XMLHandler {
  private var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends: [Int] = []
  private var isText = false
  /// Within the reading aids (振假名) of a text, which are none of it.
  private var isPhonetic = false

  var isTooLarge: Bool { bytes.count > WorkbookLimits.sharedTexts }

  /// Appends a text; false for a number that none has.
  func append(_ number: Int, to row: inout [UInt8]) -> Bool {
    guard ends.indices.contains(number) else { return false }
    row += bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
    return true
  }

  func start(_ name: XMLText, _ attributes: XMLAttributes) {
    switch name {
    case "t": isText = !isPhonetic
    case "rPh": isPhonetic = true
    default: break
    }
  }

  func end(_ name: XMLText) {
    switch name {
    case "t": isText = false
    case "rPh": isPhonetic = false
    case "si":
      unescape(&bytes, from: ends.last ?? 0)
      ends.append(bytes.count)
    default: break
    }
  }

  func text(_ piece: UnsafeRawBufferPointer) {
    if isText, !isTooLarge { bytes += piece }
  }
}

/// Writes out what a workbook spells as `_x000D_`, characters that XML cannot hold, in place.
func unescape(_ bytes: inout [UInt8], from start: Int) {
  guard bytes[start...].contains(UInt8(ascii: "_")) else { return }
  var (read, write) = (start, start)
  while read < bytes.count {
    if let code = escapedCode(bytes, read), let scalar = Unicode.Scalar(code) {
      for byte in String(scalar).utf8 {
        bytes[write] = byte
        write += 1
      }
      read += 7
    } else {
      bytes[write] = bytes[read]
      write += 1
      read += 1
    }
  }
  bytes.removeLast(bytes.count - write)
}

/// The number in `_xHHHH_`.
private func escapedCode(_ bytes: [UInt8], _ start: Int) -> UInt32? {
  guard start + 7 <= bytes.count, bytes[start] == UInt8(ascii: "_"), bytes[start + 1] == UInt8(ascii: "x"),
    bytes[start + 6] == UInt8(ascii: "_")
  else { return nil }
  var code = 0 as UInt32
  for byte in bytes[(start + 2)..<(start + 6)] {
    guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { return nil }
    code = code << 4 | UInt32(digit)
  }
  return code
}
