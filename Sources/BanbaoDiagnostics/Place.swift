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
  /// The sheet of a workbook, whose rows are its lines; nil in a file of text.
  package private(set) var sheet: Worksheet?

  /// - Parameter length: less than 1 counts as 1.
  package init(_ path: String, line: Int = 0, column: Int = 0, length: Int = 1) {
    self.path = path
    self.line = line
    self.column = column
    self.length = max(1, length)
  }

  /// A cell of a workbook, a row where `column` is 0, a sheet where `row` is 0 too.
  package init(_ path: String, _ sheet: Worksheet, row: Int = 0, column: Int = 0) {
    self.init(path, line: row, column: column)
    self.sheet = sheet
  }

  /// What the place is found by: the path, and of a workbook its cell: `finance/2026/ledger.xlsx!Sheet1!D17`.
  package var address: String {
    guard let sheet else { return path }
    let cell = (column > 0 ? columnName(column) : "") + (line > 0 ? "\(line)" : "")
    return "\(path)!\(sheet.name)" + (cell.isEmpty ? "" : "!\(cell)")
  }

  /// So many scalars from the same beginning.
  package func spanning(_ length: Int) -> Place {
    var place = self
    place.length = max(1, length)
    return place
  }

  /// The first of its scalars alone.
  package var start: Place { spanning(1) }

  /// By path in the order of UTF-8 bytes, then sheet, line, column and length.
  package static func < (a: Place, b: Place) -> Bool {
    if a.path != b.path { return a.path.precedes(b.path) }
    return (a.sheet?.number ?? 0, a.line, a.column, a.length) < (b.sheet?.number ?? 0, b.line, b.column, b.length)
  }
}

/// 工作表: one sheet of a workbook.
package struct Worksheet: Hashable, Sendable {
  /// Among the sheets of its workbook, from 1.
  package var number: Int
  package var name: String

  package init(number: Int, name: String) {
    self.number = number
    self.name = name
  }
}

/// What spreadsheets call a column: 1 is A, 27 is AA.
package func columnName(_ column: Int) -> String {
  var letters: [UInt8] = []
  var rest = column
  while rest > 0 {
    letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
    rest = (rest - 1) / 26
  }
  return String(decoding: letters.reversed(), as: UTF8.self)
}
