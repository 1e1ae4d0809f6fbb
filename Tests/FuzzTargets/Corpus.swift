package import Foundation

/// The inputs of a target as a file of text: one a line.
///
/// A backslash begins what a line cannot hold: `\n`, `\r`, `\t`, `\\`, and `\xHH` for any other byte that is none of a
/// printed character.
package enum Corpus {
  /// The inputs that a file's text holds, in order. An escape that is none stands for itself.
  package static func inputs(in text: String) -> [[UInt8]] {
    text.split(separator: "\n").map { line in
      var bytes: [UInt8] = []
      var rest = line.utf8
      while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "\\"), let sign = rest.popFirst() else {
          bytes.append(byte)
          continue
        }
        switch sign {
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case UInt8(ascii: "r"): bytes.append(0x0D)
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "x"):
          bytes.append(UInt8(Substring(rest.prefix(2)), radix: 16) ?? 0)
          rest = rest.dropFirst(2)
        default: bytes.append(sign)
        }
      }
      return bytes
    }
  }

  /// The line of an input.
  package static func line(_ input: [UInt8]) -> String {
    var line = ""
    var decoder = UTF8()
    var index = 0
    while index < input.count {
      var rest = input[index...].makeIterator()
      var before = rest
      if case .scalarValue(let scalar) = decoder.decode(&rest), isPrinted(scalar) {
        let length = UTF8.width(scalar)
        line += scalar == "\\" ? "\\\\" : String(scalar)
        index += length
      } else {
        switch before.next() {
        case 0x0A: line += "\\n"
        case 0x0D: line += "\\r"
        case 0x09: line += "\\t"
        case let byte: line += "\\x" + hexadecimal(byte ?? 0)
        }
        index += 1
      }
      decoder = UTF8()
    }
    return line
  }

  /// The inputs of a target that the tests keep. Throws where the file cannot be read.
  package static func kept(for target: FuzzTarget) throws -> [[UInt8]] {
    inputs(in: try String(contentsOf: file(for: target), encoding: .utf8))
  }

  /// The file of a target's inputs.
  package static func file(for target: FuzzTarget) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "FuzzTests/corpora/\(target.rawValue).txt")
  }

  private static func isPrinted(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: false
    case .nonspacingMark, .enclosingMark, .spacingMark: false
    case .spaceSeparator: scalar == " " || scalar == "\u{3000}"
    default: true
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count < 2 ? "0" + digits : digits
  }
}
