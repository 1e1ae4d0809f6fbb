package import BanbaoDiagnostics

/// One cell of a table: its bytes in the file, and where it begins.
package struct TableCell: Sendable {
  /// Without the quotes that stand around it.
  package var range: Range<Int>
  /// Its quotes included.
  package var mark: Mark
  /// Whether it holds doubled quotes, which stand for one each.
  var hasDoubledQuotes: Bool
}

/// What a cell of a file says, kept where there are many: its place in the file is found again by its row.
package struct CellText: Sendable {
  private var start: UInt32
  private var end: UInt32
  fileprivate var hasDoubledQuotes: Bool

  /// - Parameter cell: of a text of less than 4 GB, as every text is.
  package init(_ cell: TableCell) {
    start = UInt32(clamping: cell.range.lowerBound)
    end = UInt32(clamping: cell.range.upperBound)
    hasDoubledQuotes = cell.hasDoubledQuotes
  }

  /// In the text of the file.
  package var range: Range<Int> { Int(start)..<Int(end) }
}

/// Reads a table as Excel and WPS save it (RFC 4180), row by row: cells with their places, nothing copied.
///
/// Rows end with LF, CRLF or CR; a cell in quotes may hold line breaks, commas and doubled quotes. Rows without text
/// are passed over.
package struct TableReader: ~Copyable {
  /// UTF-8, checked by the caller.
  package let text: SourceText
  /// The cells of the row that `next` read.
  package private(set) var cells: [TableCell] = []
  /// The line in which that row begins, from 1.
  package private(set) var line = 0
  /// Where its first byte stands.
  package private(set) var rowStart = 0
  /// Quotes that are not closed, or that are followed by text.
  package private(set) var diagnostics: [Diagnostic] = []
  /// Among the sheets of a workbook: the one that the row stands in.
  package private(set) var sheet = 0
  private var index: Int
  private var nextLine = 1
  /// Of a workbook: the next row of its grid.
  private var nextRow = 0

  package init(_ text: SourceText) {
    self.text = text
    index = text.start
  }

  /// Begins at a row that an earlier reader found.
  package init(_ text: SourceText, from offset: Int, line: Int) {
    self.text = text
    index = offset
    nextLine = line
    nextRow = text.grid?.row(at: offset) ?? 0
  }

  /// The place of a mark of the row that `next` read.
  package func place(_ mark: Mark) -> Place {
    guard let grid = text.grid, grid.sheets.indices.contains(sheet) else { return Place(text.path, mark) }
    return Place(text.path, grid.sheets[sheet].worksheet, row: mark.line, column: mark.column)
  }

  /// The cells of the row that are merged with those below them: which they are, and the last of their rows.
  package var merged: [(cell: Int, lastRow: Int)] {
    text.grid?.merged(in: sheet, row: line).map { (cell: $0.column - 1, lastRow: $0.lastRow) } ?? []
  }

  /// Reads the next row that holds text; false at the end.
  package mutating func next() -> Bool {
    while index < text.bytes.count {
      line = nextLine
      rowStart = index
      cells.removeAll(keepingCapacity: true)
      readRow()
      if let grid = text.grid { markCells(grid) }
      if cells.contains(where: { !$0.range.isEmpty }) { return true }
    }
    return false
  }

  /// The line of a cell of a workbook is its row's number, its column that of the sheet.
  private mutating func markCells(_ grid: SheetGrid) {
    line = grid.number(of: nextRow)
    if nextRow == 0 || sheet + 1 < grid.sheets.count { sheet = grid.sheet(of: nextRow) }
    nextRow += 1
    for index in cells.indices { cells[index].mark = Mark(line: line, column: index + 1) }
  }

  private mutating func readRow() {
    var column = 1
    text.bytes.withUnsafeBufferPointer { bytes in
      while true {
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 {
          index += 1
          column += 1
        }
        if index < bytes.count, bytes[index] == 0x22 {
          readQuoted(bytes, &column)
        } else {
          readPlain(bytes, &column)
        }
        guard index < bytes.count else { return }
        let end = bytes[index]
        index += 1
        if end == 0x2C {
          column += 1
          // A comma at the very end begins an empty cell, which nobody misses.
          if index == bytes.count { return }
          continue
        }
        if end == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
        nextLine += 1
        return
      }
    }
  }

  /// Up to the next comma or line end, without the white space behind.
  private mutating func readPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ column: inout Int) {
    let start = index
    let first = column
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x2C || byte == 0x0A || byte == 0x0D { break }
      if byte & 0xC0 != 0x80 { column += 1 }
      index += 1
    }
    var range = start..<index
    trim(&range, bytes)
    var mark = Mark(line: nextLine, column: first, length: max(1, column - first))
    if !range.isEmpty, range.count < index - start {
      mark.column += scalars(bytes, start..<range.lowerBound)
      mark.length = scalars(bytes, range)
    }
    cells.append(TableCell(range: range, mark: mark, hasDoubledQuotes: false))
  }

  private func scalars(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    bytes[range].count { $0 & 0xC0 != 0x80 }
  }

  private mutating func readQuoted(_ bytes: UnsafeBufferPointer<UInt8>, _ column: inout Int) {
    var mark = Mark(line: nextLine, column: column)
    index += 1
    column += 1
    let start = index
    var end: Int?
    var hasDoubled = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x22 {
        if index + 1 < bytes.count, bytes[index + 1] == 0x22 {
          hasDoubled = true
          index += 2
          column += 2
          continue
        }
        end = index
        index += 1
        column += 1
        break
      }
      if byte == 0x0A || (byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)) {
        nextLine += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      index += 1
    }
    guard let end else {
      diagnostics.append(
        TableRules.quote.at(
          Place(text.path, mark),
          Wording("这里的引号没有配对", en: "this quote is never closed"),
          help: Wording("在格子末尾补上引号，或删掉这个引号", en: "close it behind the cell, or delete it")))
      cells.append(TableCell(range: start..<bytes.count, mark: mark, hasDoubledQuotes: hasDoubled))
      return
    }
    if nextLine == mark.line { mark.length = column - mark.column }
    var range = start..<end
    trim(&range, bytes)
    var isFollowed = false
    let behind = column
    while index < bytes.count, bytes[index] != 0x2C, bytes[index] != 0x0A, bytes[index] != 0x0D {
      isFollowed = isFollowed || (bytes[index] != 0x20 && bytes[index] != 0x09)
      if bytes[index] & 0xC0 != 0x80 { column += 1 }
      index += 1
    }
    if isFollowed {
      diagnostics.append(
        TableRules.quote.at(
          Place(text.path, line: nextLine, column: behind), Wording("引号后面还有文字", en: "text follows the closing quote"),
          help: Wording("格子里的引号要写两个：\"\"", en: "write a quote inside a cell twice: \"\"")))
    }
    cells.append(TableCell(range: range, mark: mark, hasDoubledQuotes: hasDoubled))
  }

  /// Takes white space off both ends, also spaces of other widths.
  private func trim(_ range: inout Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      if bytes[low] <= 0x20 {
        low += 1
      } else if high - low >= 3, isSpace(bytes[low], bytes[low + 1], bytes[low + 2]) {
        low += 3
      } else if high - low >= 2, bytes[low] == 0xC2, bytes[low + 1] == 0xA0 {
        low += 2
      } else {
        break
      }
    }
    while low < high {
      if bytes[high - 1] <= 0x20 {
        high -= 1
      } else if high - low >= 3, isSpace(bytes[high - 3], bytes[high - 2], bytes[high - 1]) {
        high -= 3
      } else if high - low >= 2, bytes[high - 2] == 0xC2, bytes[high - 1] == 0xA0 {
        high -= 2
      } else {
        break
      }
    }
    range = low..<high
  }

  /// U+3000, and the thin and wide ones U+2000 to U+200A, U+202F and U+205F.
  private func isSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE3, 0x80): third == 0x80
    case (0xE2, 0x80): third <= 0x8A || third == 0xAF
    case (0xE2, 0x81): third == 0x9F
    default: false
    }
  }

  /// The text of a cell, trimmed, doubled quotes made single.
  package func string(_ cell: TableCell) -> String { text.string(cell) }
}

extension SourceText {
  /// The text of a cell of this file, trimmed, doubled quotes made single.
  package func string(_ cell: TableCell) -> String { string(CellText(cell)) }

  /// The text of a cell that was kept, trimmed, doubled quotes made single.
  package func string(_ text: CellText) -> String {
    let string = String(decoding: bytes[text.range], as: UTF8.self)
    return text.hasDoubledQuotes ? string.replacing("\"\"", with: "\"") : string
  }
}

/// The rules of tables in files.
package enum TableRules {
  package static let quote = Rule(
    "table-quote", .error,
    Wording(
      "表格（CSV）里带逗号、换行或引号的格子要用英文引号括起来，里面的引号写两个。",
      en: "A cell of a table (CSV) that holds commas, line breaks or quotes stands in quotes, its own quotes doubled."),
    wrong: "2026-03-08,付-1,50102 文体活动支出,\"购\"春\"字\",,100.00,现金",
    right: "2026-03-08,付-1,50102 文体活动支出,\"购\"\"春\"\"字\",,100.00,现金")
  package static let encoding = Rule(
    "table-encoding", .error,
    Wording(
      "表格要存成 UTF-8、GB18030 或 UTF-16（Excel、WPS 的“CSV”就是）；损坏的字无法读出。",
      en: "A table is UTF-8, GB18030 or UTF-16, as Excel and WPS save it; damaged text cannot be read."),
    wrong: "finance/2026/ledger.csv (escaped):\n2026-03-08,付-1,\\x{FF}\\x{FF}",
    right: "finance/2026/ledger.csv (gb18030)")
  package static let all = [quote, encoding]
}
