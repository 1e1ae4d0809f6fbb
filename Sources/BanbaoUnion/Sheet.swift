package import BanbaoDiagnostics
import BanbaoHTML
package import BanbaoSite
package import BanbaoSource
package import BanbaoTheme

/// What the page of a record says besides its text: facts in words, figures, and tables.
package struct Sheet: Sendable {
  package var facts: [Fact] = []
  package var figures: [Figure] = []
  package var tables: [Table] = []

  package init(facts: [Fact] = [], figures: [Figure] = [], tables: [Table] = []) {
    self.facts = facts
    self.figures = figures
    self.tables = tables
  }
}

/// One line of a record's facts: `责任人  后勤保障科`. Facts without a value are not shown.
package struct Fact: Sendable {
  package var label: Wording
  package var value: String
  /// Of the page that the value names, relative to the site's root; empty for none.
  package var url = ""
  /// Whether it is one of several with the same label.
  package var isRepeated = false

  package init(_ label: Wording, _ value: String, url: String = "") {
    self.label = label
    self.value = value
    self.url = url
  }

  /// What a key says, under the key's own label.
  package init<Value>(_ key: Key<Value>, _ value: String?, isRepeated: Bool = false) {
    self.init(key.label, value ?? "")
    self.isRepeated = isRepeated
  }
}

/// A number with its name and its unit. One that nobody recorded reads 〔待补〕, never 0.
package struct Figure: Sendable {
  package var label: Wording
  /// Nil where it is missing.
  package var value: Wording?
  package var unit: Wording

  /// - Parameter unit: what is counted, such as 人次.
  package init(_ label: Wording, _ count: Int?, _ unit: Wording) {
    self.label = label
    value = count?.printed
    self.unit = unit
  }

  /// A count that may be rough.
  ///
  /// - Parameter unit: what is counted, such as 人次.
  package init(_ label: Wording, _ count: Count?, _ unit: Wording) {
    self.label = label
    value = count?.printed
    self.unit = unit
  }

  /// What a record says under a key: 〔待补〕 where it says 待补, and no figure where it says nothing.
  ///
  /// - Parameters:
  ///   - label: where it is not the key's.
  ///   - unit: what is counted, such as 人次.
  package init?<Number: Addable>(
    _ key: Key<Located<Rough<Number>>?>, _ figure: Located<Rough<Number>>?, of entry: any AnyEntry,
    label: Wording? = nil, _ unit: Wording
  ) {
    guard figure != nil || entry.isPending(key) else { return nil }
    self.label = label ?? key.label
    value = figure?.value.printed
    self.unit = unit
  }

  /// An amount in yuan that may be rough.
  package init(_ label: Wording, _ amount: Rough<Money>?) {
    self.label = label
    value = amount?.printed
    unit = Wording("元", en: "yuan")
  }

  /// An amount in yuan.
  package init(_ label: Wording, _ amount: Money?) {
    self.label = label
    value = amount?.printed
    unit = Wording("元", en: "yuan")
  }
}

/// A table of a page: a caption, the heads of its columns, and rows of as many cells.
package struct Table: Sendable {
  /// What stands above the cells of a column.
  package struct Column: Sendable {
    package var label: Wording
    /// Whether its cells are numbers, set to the right.
    package var isNumber: Bool

    package init(label: Wording, isNumber: Bool = false) {
      self.label = label
      self.isNumber = isNumber
    }
  }

  /// One text of a table, which may link a page of the site.
  package struct Cell: Sendable {
    package var text: String
    package var url = ""
    /// Whether it stays on one line.
    package private(set) var isDay = false

    /// - Parameter url: of the page that the cell links, relative to the site's root; empty for none.
    package init(_ text: String, url: String = "") {
      self.text = text
      self.url = url
    }

    /// A count, or 〔待补〕.
    package static func count(_ count: Int?) -> Cell { Cell(count.map { formatted(count: $0) } ?? missingMark) }
    /// A figure that may be rough, or 〔待补〕, in the site's language.
    package static func figure(_ figure: (some Addable)?, in library: Library) -> Cell {
      Cell(figure.map { library.words($0.printed) } ?? missingMark)
    }

    /// A day, which no line should break.
    package static func day(_ text: String) -> Cell {
      var cell = Cell(text)
      cell.isDay = true
      return cell
    }

    /// An amount in yuan, or 〔待补〕.
    package static func amount(_ amount: Money?) -> Cell { Cell(amount?.grouped ?? missingMark) }
  }

  package var caption: Wording
  package var columns: [Column]
  /// The first cell of a row is its head.
  package var rows: [[Cell]]
  /// Whether the last row is a total.
  package var hasTotal: Bool

  package init(caption: Wording, columns: [Column], rows: [[Cell]], hasTotal: Bool = false) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.hasTotal = hasTotal
  }
}

/// What stands for a figure that no record gives.
package let missingMark = "〔待补〕"

/// `643`, `9999`, `12,000`: counts have separators from 10,000 on.
package func formatted(count: Int) -> String {
  count < 10_000 ? String(count) : String(Money(fen: Int64(count) * 100).grouped.dropLast(3))
}

extension Sheet {
  /// The names under which templates see a sheet. Facts without a value are hidden.
  package static let names = Names<Sheet>(
    .list("facts", Fact.names) { $0.facts.filter { !$0.value.isEmpty } },
    .list("figures", Figure.names) { $0.figures },
    .list("tables", Table.names) { $0.tables })
}

extension Fact {
  fileprivate static let names = Names<Fact>(
    .words("label") { $0.label },
    .text("value") { $0.value },
    .address("url") { $0.url })
}

extension Figure {
  fileprivate static let names = Names<Figure>(
    .words("label") { $0.label },
    .words("value") { $0.value ?? Wording(missingMark, en: missingMark) },
    .words("unit") { $0.value == nil ? nil : $0.unit },
    .flag("missing") { $0.value == nil },
    .flag("negative") { $0.value?.zh.isNegative ?? false })
}

extension Table {
  /// The names under which templates see a table.
  package static let names = Names<Table>(
    .words("caption") { $0.caption },
    .otherWords("caption2") { $0.caption },
    .list("columns", Names<Column>(.words("label") { $0.label }, .flag("numeric") { $0.isNumber })) { $0.columns },
    .list("rows", Row.names) { $0.viewRows },
    .text("form") { $0.form.classes })

  private var form: TableForm {
    var form = TableForm()
    func add(_ text: String, _ column: Int) {
      form.beginCell(column: column)
      form.add(Array(text.utf8), to: column)
    }
    for (number, column) in columns.enumerated() { add(column.label.zh, number) }
    for row in rows {
      for (number, cell) in row.prefix(columns.count).enumerated() { add(cell.text, number) }
    }
    return form
  }

  /// A row with what the table says of it.
  private struct Row: Sendable {
    var head: Cell
    var cells: [(cell: Cell, column: Column)]
    var isTotal: Bool

    static let names = Names<Row>(
      .text("head") { $0.head.text },
      .address("head_url") { $0.head.url },
      .flag("total") { $0.isTotal },
      .list("cells", cellNames) { $0.cells })

    private static let cellNames = Names<(cell: Cell, column: Column)>(
      .words("label") { $0.column.label },
      .text("text") { $0.cell.text },
      .address("url") { $0.cell.url },
      .flag("numeric") { $0.column.isNumber },
      .flag("negative") { $0.column.isNumber && $0.cell.text.isNegative },
      .flag("day") { $0.cell.isDay })
  }

  private var viewRows: [Row] {
    rows.enumerated().map { index, row in
      Row(
        head: row.first ?? Cell(""), cells: zip(row, columns).dropFirst().map { (cell: $0, column: $1) },
        isTotal: hasTotal && index == rows.count - 1)
    }
  }
}

extension String {
  /// Whether it is a number below zero, as pages print it.
  package var isNegative: Bool { utf8.first == UInt8(ascii: "-") }
}
