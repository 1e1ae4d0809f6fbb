/// Where something stands in an input file.
///
/// Lines and columns count from 1; a column counts Unicode scalars, not bytes and not grapheme clusters, so that it
/// equals what editors show. Line 0 means "the file as a whole".
package struct Place: Hashable, Sendable, Comparable {
  /// The path as the user knows it, with `/` between its parts, such as `content/notices/a.md`.
  package var path: String
  package var line: Int
  package var column: Int

  package init(_ path: String, line: Int = 0, column: Int = 0) {
    self.path = path
    self.line = line
    self.column = column
  }

  /// By path in the order of UTF-8 bytes, then line, then column.
  package static func < (a: Place, b: Place) -> Bool {
    if a.path != b.path { return a.path.utf8.lexicographicallyPrecedes(b.path.utf8) }
    return (a.line, a.column) < (b.line, b.column)
  }
}
