import Foundation
import Testing

/// A file of an archive as `-- PATH (FORM, …) --` and the lines below it give it.
package struct ArchivedFile: Sendable {
  /// How the bytes differ from the lines, each ended by a line feed, in UTF-8.
  package enum Form: String {
    /// Line ends.
    case crlf, cr
    /// The last line has no end.
    case unended
    /// A byte order mark stands first.
    case bom
    /// `\t`, `\u{3000}` (a scalar) and `\x{E9}` (a byte) stand for what cannot be seen or is no text.
    case escaped
    case gb18030
    /// As Notepad saves it: with a mark, the low byte first.
    case utf16 = "utf-16"
    /// The lines are bytes in hexadecimal.
    case hex
    /// The lines tell a workbook: see `WorkbookFile`.
    case xlsx
    /// There is no such file: for `site.yaml`, which is added otherwise.
    case absent
  }

  /// Below the top of the site.
  package var path: String
  /// How its bytes differ from the lines.
  package var forms: Set<Form>
  /// As the archive has them.
  package var lines: [String]

  /// - Parameter heading: what stands between `-- ` and ` --`.
  package init(heading: String, lines: [String]) throws {
    self.lines = lines
    guard heading.hasSuffix(")"), let open = heading.lastIndex(of: "(") else {
      (path, forms) = (heading, [])
      return
    }
    path = heading[..<open].trimmingCharacters(in: .whitespaces)
    let words = heading[heading.index(after: open)...].dropLast().split(separator: ",")
    forms = Set(
      try words.map { word in
        let word = word.trimmingCharacters(in: .whitespaces)
        return try #require(Form(rawValue: word), "“\(word)” is no form of a part: \(heading)")
      })
  }

  /// The bytes of the file; nil where it is said to be absent.
  package var bytes: [UInt8]? {
    get throws {
      if forms.contains(.absent) { return nil }
      if forms.contains(.hex) {
        return try lines.joined(separator: " ").split(separator: " ").map {
          try #require(UInt8($0, radix: 16), "“\($0)” is no byte")
        }
      }
      if forms.contains(.xlsx) { return WorkbookFile(lines: lines).bytes }
      let end = forms.contains(.crlf) ? "\r\n" : forms.contains(.cr) ? "\r" : "\n"
      var text = lines.joined(separator: end)
      if !lines.isEmpty, !forms.contains(.unended) { text += end }
      var bytes = Array(text.utf8)
      if forms.contains(.escaped) { bytes = try unescaped(text) }
      if forms.contains(.gb18030) { bytes = try encoded(text, as: "GB18030") }
      if forms.contains(.utf16) { bytes = [0xFF, 0xFE] + (try encoded(text, as: "UTF-16LE")) }
      return (forms.contains(.bom) ? [0xEF, 0xBB, 0xBF] : []) + bytes
    }
  }

  private func unescaped(_ text: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let match = rest.firstMatch(of: /\\(?:t|([ux])\{([0-9A-F]+)\})/) {
      bytes += Array(rest[..<match.range.lowerBound].utf8)
      rest = rest[match.range.upperBound...]
      let number = match.output.2.flatMap { UInt32($0, radix: 16) }
      switch match.output.1 {
      case "u"?:
        let scalar = number.flatMap { Unicode.Scalar($0) }
        bytes += Array(String(Character(try #require(scalar, "\(match.output.0) is no scalar"))).utf8)
      case "x"?: bytes.append(try #require(number.flatMap { UInt8(exactly: $0) }, "\(match.output.0) is no byte"))
      default: bytes.append(0x09)
      }
    }
    return bytes + Array(rest.utf8)
  }
}
