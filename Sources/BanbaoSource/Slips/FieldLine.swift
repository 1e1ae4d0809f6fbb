/// One line of fields cut into its parts: `  - key: value`.
///
/// Reads a line as its author meant it, so that also what YAML does not take for a key is one.
struct FieldLine {
  let scalars: [Unicode.Scalar]
  /// Scalars before the first that is seen: spaces, tabs, full-width spaces, invisible characters.
  let indent: Int
  /// Behind the indentation and the `- ` of list items.
  let contentStart: Int
  /// Nil where no colon of any kind, nor anything that stands for one, follows a word.
  let key: Range<Int>?
  /// Of the first scalar of the value; the number of scalars where there is none.
  let valueStart: Int

  init(_ line: String) {
    scalars = Array(line.unicodeScalars)
    let indent = scalars.prefix(while: FieldLine.isBlank).count
    self.indent = indent
    var start = indent
    while start + 1 < scalars.count, scalars[start] == "-", scalars[start + 1] == " " {
      start += 2
      while start < scalars.count, scalars[start] == " " { start += 1 }
    }
    contentStart = start
    let end = start + scalars[start...].prefix(while: FieldLine.isKeyScalar).count
    guard end > start, end < scalars.count, FieldLine.isColon(scalars[end]) else {
      key = nil
      valueStart = start
      return
    }
    key = start..<end
    valueStart = end + 1 + scalars[(end + 1)...].prefix(while: FieldLine.isBlank).count
  }

  /// Whether an ASCII colon follows the key, with a space or the line's end behind it.
  var hasASCIIColon: Bool {
    guard let key, scalars[key.upperBound] == ":" else { return false }
    return key.upperBound + 1 == scalars.count || scalars[key.upperBound + 1] == " "
  }

  /// Without spaces at its end.
  var value: ArraySlice<Unicode.Scalar> {
    var end = scalars.count
    while end > valueStart, FieldLine.isBlank(scalars[end - 1]) { end -= 1 }
    return scalars[valueStart..<end]
  }

  var isItem: Bool { contentStart > indent }
  var isEmpty: Bool { indent == scalars.count }
  var isComment: Bool { contentStart < scalars.count && scalars[contentStart] == "#" }

  /// Whether a part of the value may have been meant as a comment.
  var holdsComment: Bool {
    value.indices.dropFirst().contains { scalars[$0] == "#" && FieldLine.isBlank(scalars[$0 - 1]) }
  }

  func text(_ range: some RangeExpression<Int>) -> String { FieldLine.text(scalars[range]) }

  static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The line with another value behind the same key, as a remedy shows it: without indentation.
  func showing(_ value: String) -> String {
    if let key { return "\(text(key)): \(value)" }
    return isItem ? "- \(value)" : value
  }

  /// The whole line with another value.
  func with(_ value: String) -> String {
    guard let key else { return text(..<valueStart) + value }
    return text(..<key.upperBound) + ": " + value
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || isWideSpace(scalar)
  }

  /// Spaces that YAML takes for text.
  static func isWideSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA0, 0x2000...0x200F, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: true
    default: false
    }
  }

  static func isColon(_ scalar: Unicode.Scalar) -> Bool {
    scalar == ":" || scalar == "：" || scalar == "︰" || scalar == "﹕" || scalar == "∶"
  }

  /// What keys consist of: Latin letters and `_`, or Han characters.
  private static func isKeyScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "_": true
    default: (0x4E00...0x9FFF).contains(scalar.value)
    }
  }
}
