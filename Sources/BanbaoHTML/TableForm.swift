/// How a table keeps all that it holds in sight on a phone: by the widths of its columns, counted in half a Han character.
package struct TableForm: Sendable {
  private struct Column {
    /// Of the widest cell in one line.
    var longest = 0
    /// Of the widest piece that no line may break: a number, a Latin word, one Han character.
    var longestWord = 0
    /// Of the cell that is being added.
    var length = 0
    var word = 0

    /// What it needs where its words wrap: all of a name or a number, else four Han characters a line.
    var needed: Int { isShort ? longest : max(longestWord, 8) }
    var isShort: Bool { longest <= 8 }
  }

  private var columns: [Column] = []

  package init() {}

  /// Begins a cell, also that of a head.
  package mutating func beginCell(column: Int) {
    while columns.count <= column { columns.append(Column()) }
    columns[column].length = 0
    columns[column].word = 0
  }

  /// Adds text to the cell that was begun in the column.
  package mutating func add(_ text: [UInt8], to column: Int) {
    guard columns.indices.contains(column) else { return }
    var (length, word, longestWord) = (columns[column].length, columns[column].word, columns[column].longestWord)
    text.withUnsafeBufferPointer { utf8 in
      for byte in utf8 {
        switch byte {
        case 0x80...0xBF: continue
        case 0xE3...: (length, word) = (length + 2, 2)
        case 0x20: (length, word) = (length + 1, 0)
        default: (length, word) = (length + 1, word + 1)
        }
        longestWord = max(longestWord, word)
      }
    }
    columns[column].length = length
    columns[column].word = word
    columns[column].longestWord = longestWord
    columns[column].longest = max(columns[column].longest, length)
  }

  /// What the theme's styles know it by.
  package enum Kind: String, Sendable {
    /// The columns stand side by side on the smallest phone.
    case fits = "table-fits"
    /// A table of words: each row becomes a block, each cell a line with its column's name.
    case stacked = "table-stacked"
    /// A grid of short cells, which are read against each other: the first column stays, the others slide below it.
    case held = "table-held"
  }

  /// A phone of 320 px holds 36 halves of a character in a table's small type; gaps and rules take two a column.
  package var kind: Kind {
    if columns.reduce(0, { $0 + $1.needed + 2 }) <= 36 { return .fits }
    return columns.count > 3 && columns.dropFirst().allSatisfy { $0.longest <= 12 } ? .held : .stacked
  }

  /// The classes of the box around the table: its kind, and which of the first eight columns no line breaks.
  package var classes: String {
    let short = columns.prefix(8).enumerated().filter(\.element.isShort).map { " short-\($0.offset + 1)" }
    return kind.rawValue + short.joined()
  }
}
