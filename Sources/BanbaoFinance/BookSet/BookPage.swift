import BanbaoSource

/// 账簿: one book of a year's set, as a page to print and as a table for other programs.
struct BookPage: Sendable {
  /// Of the page and of the file, without extension: `cash-journal`.
  var name: String
  var title: String
  /// The heads of what `Section.key` says; they stand in the file alone.
  var keyColumns: [String] = []
  var columns: [Column]
  var sections: [Section]
  var notes: [String] = []
  /// Who signs below it.
  var signatures: [String] = []
  var layout = Layout.flowing

  /// How the parts of a book lie on paper.
  enum Layout: String {
    /// One below the other.
    case flowing
    /// Each begins a sheet.
    case sheets
    /// The first beside all others: 账户式.
    case facing
  }

  /// What stands above the cells of a column.
  struct Column: Sendable {
    var label: String
    var isAmount = false

    static func amounts(_ labels: String...) -> [Column] { labels.map { Column(label: $0, isAmount: true) } }
    static func texts(_ labels: String...) -> [Column] { labels.map { Column(label: $0) } }
  }

  /// A part of a book with a table of its own: an account, a bank, a month, a voucher.
  struct Section: Sendable {
    var title = ""
    /// What its rows in the file begin with, in place of the title.
    var key: [String] = []
    /// What stands above its table.
    var facts: [String] = []
    var rows: [Row]
    /// Who signs below it.
    var signatures: [String] = []
  }

  struct Row: Sendable {
    var cells: [Cell]
    /// Whether it sums up rows above it.
    var isTotal = false

    init(_ cells: [Cell], isTotal: Bool = false) {
      self.cells = cells
      self.isTotal = isTotal
    }
  }

  enum Cell: Sendable {
    case text(String)
    /// In whole fen.
    case amount(Int64)
    /// Any other number, such as a share.
    case figure(String)
    /// The name of a file of the set.
    case link(String, to: String)

    static let none = Cell.text("")
    /// An amount; nothing for zero.
    static func sparse(_ fen: Int64) -> Cell { fen == 0 ? none : .amount(fen) }

    /// As pages print it.
    var shown: String {
      switch self {
      case .text(let text), .figure(let text), .link(let text, _): text
      case .amount(let fen): Money(fen: fen).grouped
      }
    }

    /// As files have it.
    var plain: String {
      switch self {
      case .text(let text), .figure(let text): text
      case .amount(let fen): Money(fen: fen).ungrouped
      case .link(_, let file): file
      }
    }
  }

  /// Its table as a file that Excel and WPS open without asking: UTF-8 with a byte order mark, lines ending in CRLF.
  var csv: [UInt8] {
    var text = "\u{FEFF}" + csvLine(keyColumns + columns.map(\.label))
    for section in sections {
      for row in section.rows { text += csvLine(section.key + row.cells.map(csvText)) }
    }
    return Array(text.utf8)
  }

  /// A text that a spreadsheet would take for a formula stays a text by an apostrophe before it.
  private func csvText(_ cell: Cell) -> String {
    guard case .text(let text) = cell, let first = text.unicodeScalars.first, "=+-@\t".unicodeScalars.contains(first)
    else { return cell.plain }
    return "'" + text
  }
}
