/// What is meant in an input file: where it begins, and how far it reaches in its line.
///
/// Lines and columns count from 1; a column counts Unicode scalars, not bytes and not grapheme clusters, so that it
/// equals what editors show. Line 0 means "the file as a whole".
package struct Place: Hashable, Sendable, Comparable {
  /// The path as the user knows it, with `/` between its parts, such as `content/notices/a.md`.
  package var path: String
  package var line: Int
  package var column: Int
  /// How many scalars from `column` on are meant; at least 1.
  package private(set) var length: Int

  /// - Parameter length: less than 1 counts as 1.
  package init(_ path: String, line: Int = 0, column: Int = 0, length: Int = 1) {
    self.path = path
    self.line = line
    self.column = column
    self.length = max(1, length)
  }

  /// So many scalars from the same beginning.
  package func spanning(_ length: Int) -> Place { Place(path, line: line, column: column, length: length) }

  /// The first of its scalars alone.
  package var start: Place { spanning(1) }

  /// By path in the order of UTF-8 bytes, then line, then column, then length.
  package static func < (a: Place, b: Place) -> Bool {
    if a.path != b.path { return a.path.utf8.lexicographicallyPrecedes(b.path.utf8) }
    return (a.line, a.column, a.length) < (b.line, b.column, b.length)
  }
}
