import BanbaoDiagnostics
import CLibYAML

extension CommentSearch {
  /// The lines that a scalar stands in, without spaces at their ends, the first from where it begins.
  mutating func lines(from start: yaml_mark_t, to end: yaml_mark_t) -> [[Unicode.Scalar]] {
    advance(toLine: Int(start.line), column: Int(start.column))
    var lines: [[Unicode.Scalar]] = []
    var rest = bytes[offset...]
    for _ in start.line...end.line {
      let line = rest.prefix { $0 != 0x0A && $0 != 0x0D }
      var scalars = String(decoding: line, as: UTF8.self).unicodeScalars[...]
      while scalars.first == " " || scalars.first == "\t" { scalars.removeFirst() }
      while scalars.last == " " || scalars.last == "\t" { scalars.removeLast() }
      lines.append(Array(scalars))
      rest = rest[line.endIndex...]
      rest = rest.dropFirst(rest.starts(with: [0x0D, 0x0A]) ? 2 : 1)
    }
    return lines
  }
}

/// A text that was folded from several lines, without the spaces that folding has put between Chinese characters: YAML
/// joins lines as English wants it.
///
/// - Parameter lines: as they stand in the file, without a quotation mark before the first. Where the text does not begin
///   with them, as behind an escape, it is left alone.
func joinedAsHan(_ value: String, lines: [[Unicode.Scalar]]) -> String {
  // What is appended to a view of a string is appended to a copy of it.
  var out: [Unicode.Scalar] = []
  var rest = Array(value.unicodeScalars)[...]
  for (line, next) in zip(lines, lines.dropFirst()) {
    while let space = rest.first, space == " " || space == "\n" {
      out.append(space)
      rest.removeFirst()
    }
    guard rest.starts(with: line) else { break }
    out.append(contentsOf: line)
    rest = rest.dropFirst(line.count)
    if rest.first == " ", let before = line.last, let after = next.first, joins(before, after) { rest.removeFirst() }
  }
  return FieldLine.text(out + rest)
}

/// Quotation marks, dashes and dots that Chinese and Western texts share go with their other neighbour.
private func joins(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
  let shared = "“”‘’—…·".unicodeScalars
  return (isWide(before) && (isWide(after) || shared.contains(after))) || (shared.contains(before) && isWide(after))
}
