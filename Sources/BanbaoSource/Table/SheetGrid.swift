package import BanbaoDiagnostics

/// Where the rows of a workbook's sheets stand in the text of a table that was made from them: a row a line of cells
/// between commas. By it every place of that text is a cell.
package struct SheetGrid: Sendable {
  /// One sheet that was read.
  package struct Sheet: Sendable {
    package var worksheet: Worksheet
    /// Its first row, among all rows of the grid.
    fileprivate var firstRow: Int
    /// The cells that were merged below each other, by the row of the first.
    fileprivate var merged: [Int: [(column: Int, lastRow: Int)]] = [:]
  }

  package private(set) var sheets: [Sheet] = []
  /// Whether a bare serial number of a day counts from 1904.
  package var countsFrom1904 = false
  /// What is to be said of the workbook as a whole, or why it could not be read; then there is no sheet.
  package var diagnostics: [Diagnostic] = []
  /// By row: where its first byte stands in the text, and its number in its sheet.
  private var offsets: [Int] = []
  private var numbers: [Int32] = []

  package init() {}

  /// Begins a sheet; the rows that follow are its own.
  package mutating func begin(_ worksheet: Worksheet) {
    sheets.append(Sheet(worksheet: worksheet, firstRow: offsets.count))
  }

  /// Adds a row of the sheet that was begun last.
  package mutating func add(row number: Int, at offset: Int) {
    offsets.append(offset)
    numbers.append(Int32(clamping: number))
  }

  /// Says that cells of the sheet that was begun last are merged.
  package mutating func merge(rows: ClosedRange<Int>, column: Int) {
    guard !sheets.isEmpty, rows.count > 1 else { return }
    sheets[sheets.count - 1].merged[rows.lowerBound, default: []].append((column, rows.upperBound))
  }

  /// Appends the sheets of a grid whose text follows; the first goes on with the last of these where they are of one number.
  package mutating func append(_ other: SheetGrid, at offset: Int) {
    let row = offsets.count
    for var sheet in other.sheets {
      sheet.firstRow += row
      if sheet.firstRow == row, let last = sheets.last, last.worksheet.number == sheet.worksheet.number {
        sheets[sheets.count - 1].merged.merge(sheet.merged) { $0 + $1 }
      } else {
        sheets.append(sheet)
      }
    }
    offsets += other.offsets.map { $0 + offset }
    numbers += other.numbers
    diagnostics += other.diagnostics
  }

  /// The row that holds a byte; the first where it stands before all.
  func row(at offset: Int) -> Int { max(0, offsets.leadingCount { $0 <= offset } - 1) }

  /// The sheet of a row, by its place among the sheets.
  func sheet(of row: Int) -> Int { max(0, sheets.leadingCount { $0.firstRow <= row } - 1) }

  /// The number of a row in its sheet, from 1.
  func number(of row: Int) -> Int { numbers.indices.contains(row) ? Int(numbers[row]) : 0 }

  /// The columns of cells that begin in a row and reach below it, with the last row of each.
  func merged(in sheet: Int, row number: Int) -> [(column: Int, lastRow: Int)] {
    sheets.indices.contains(sheet) ? sheets[sheet].merged[number] ?? [] : []
  }

  func place(_ path: String, row: Int, column: Int) -> Place {
    let sheet = sheet(of: row)
    guard sheets.indices.contains(sheet) else { return Place(path) }
    return Place(path, sheets[sheet].worksheet, row: number(of: row), column: column)
  }

  /// The cell of a byte of the text.
  func place(_ path: String, at offset: Int, in bytes: [UInt8]) -> Place {
    let row = row(at: offset)
    guard offsets.indices.contains(row) else { return Place(path) }
    var (column, isQuoted) = (1, false)
    for byte in bytes[min(offsets[row], bytes.count)..<max(offsets[row], min(offset, bytes.count))] {
      if byte == 0x22 { isQuoted.toggle() } else if byte == 0x2C, !isQuoted { column += 1 }
    }
    return place(path, row: row, column: column)
  }

  /// The grid of the text without some pieces, which are in its order.
  func without(_ pieces: [Range<Int>]) -> SheetGrid {
    var grid = self
    var (next, gone) = (0, 0)
    for (row, offset) in offsets.enumerated() {
      while next < pieces.count, pieces[next].lowerBound < offset {
        gone += pieces[next].count
        next += 1
      }
      grid.offsets[row] = offset - gone
    }
    return grid
  }
}
