import BanbaoSource

/// 账簿: one book of a year's set, as a page to print and as a table for other programs.
struct BookPage: Sendable {
  /// Of the page and of the file, without extension: `cash-journal`.
  var name: String
  var title: String
  /// What stands at its head in place of the year: the day of a balance.
  var moment = ""
  /// The heads of what `Section.key` says; they stand in the file alone.
  var keyColumns: [String] = []
  var columns: [Column]
  var sections: [Section]
  var notes: [String] = []
  /// Who signs below it; below each part where each begins a sheet.
  var signatures: [String] = []
  var layout = Layout.flowing
  /// The pages that its parts stand on where they are too many for one.
  var volumes: [Volume] = []

  /// 分册: some parts of a book on a page of their own.
  struct Volume: Sendable {
    /// Of the page and of the file, without extension: `vouchers-03`.
    var name: String
    var title: String
    /// Places in `sections`.
    var sections: Range<Int>
  }

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
    /// In tenths of an em, so that the columns of all parts of a book stand in line; nil for one that takes what is left.
    var width: Int?

    static func amounts(_ labels: String..., width: Int? = 67) -> [Column] {
      labels.map { Column(label: $0, isAmount: true, width: width) }
    }
    static func texts(_ labels: String..., width: Int? = nil) -> [Column] {
      labels.map { Column(label: $0, width: width) }
    }
  }

  /// A part of a book with a table of its own: an account, a bank, a month, a voucher.
  struct Section: Sendable {
    var title = ""
    /// What links to it name; empty for a part that none leads to.
    var anchor = ""
    /// What its rows in the file begin with, in place of the title.
    var key: [String] = []
    /// What stands above its table.
    var facts: [String] = []
    var rows: [Row]
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
    /// A text that leads to a file of the set, or to a part of one.
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
      case .text(let text), .figure(let text), .link(let text, _): text
      case .amount(let fen): Money(fen: fen).ungrouped
      }
    }
  }

  /// Itself; where its parts are too many for one page, the list of its volumes, and each of these.
  var pages: [BookPage] {
    if volumes.isEmpty { return [self] }
    var list = self
    list.columns = Column.texts("分册", "张数")
    list.sections = [
      Section(
        rows: volumes.map { volume in
          Row([.link(volume.title, to: "\(volume.name).html"), .figure("\(volume.sections.count)")])
        })
    ]
    list.layout = .flowing
    list.signatures = []
    return [list]
      + volumes.map { volume in
        var page = self
        page.name = volume.name
        page.title += "　\(volume.title)"
        page.sections = Array(sections[volume.sections])
        page.notes = []
        return page
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

  private func csvText(_ cell: Cell) -> String {
    switch cell {
    case .text(let text), .link(let text, _): text
    case .amount, .figure: cell.plain
    }
  }
}
