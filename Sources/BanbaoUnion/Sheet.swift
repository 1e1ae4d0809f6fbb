package import BanbaoDiagnostics
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

  package init(_ label: Wording, _ value: String, url: String = "") {
    self.label = label
    self.value = value
    self.url = url
  }
}

/// A number with its name and its unit. One that nobody recorded reads 〔待补〕, never 0.
package struct Figure: Sendable {
  package var label: Wording
  /// Nil where it is missing.
  package var value: String?
  package var unit: Wording

  /// - Parameter unit: what is counted, such as 人次.
  package init(_ label: Wording, _ count: Int?, _ unit: Wording) {
    self.label = label
    value = count.map { formatted(count: $0) }
    self.unit = unit
  }

  /// An amount in yuan.
  package init(_ label: Wording, _ amount: Money?) {
    self.label = label
    value = amount?.grouped
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

/// The names under which templates see a sheet.
package let sheetShape: ViewShape = [
  "facts": .list(["label": .text, "value": .text, "url": .text]), "has_facts": .flag,
  "figures": .list(["label": .text, "value": .text, "unit": .text, "missing": .flag]), "has_figures": .flag,
  "tables": .list(tableShape),
]

/// The names under which templates see a table.
package let tableShape: ViewShape = [
  "caption": .text, "caption2": .text, "columns": .list(["label": .text, "numeric": .flag]),
  "rows": .list([
    "head": .text, "head_url": .text, "total": .flag,
    "cells": .list(["label": .text, "text": .text, "url": .text, "numeric": .flag, "day": .flag]),
  ]),
  // Whether a phone's screen cannot hold its columns side by side.
  "is_wide": .flag,
]

extension Sheet {
  package func view(_ library: Library) -> View {
    let facts = facts.filter { !$0.value.isEmpty }
    return [
      "facts": .list(
        facts.map { ["label": .text(library.words($0.label)), "value": .text($0.value), "url": .text($0.url)] }),
      "has_facts": .flag(!facts.isEmpty),
      "figures": .list(
        figures.map {
          [
            "label": .text(library.words($0.label)), "value": .text($0.value ?? missingMark),
            "unit": .text($0.value == nil ? "" : library.words($0.unit)), "missing": .flag($0.value == nil),
          ]
        }), "has_figures": .flag(!figures.isEmpty), "tables": .list(tables.map { $0.view(library) }),
    ]
  }
}

extension Table {
  package func view(_ library: Library) -> View {
    [
      "caption": .text(library.words(caption)), "caption2": .text(library.otherWords(caption)),
      "columns": .list(columns.map { ["label": .text(library.words($0.label)), "numeric": .flag($0.isNumber)] }),
      "rows": .list(
        rows.enumerated().map { index, row in
          [
            "head": .text(row.first?.text ?? ""), "head_url": .text(row.first?.url ?? ""),
            "total": .flag(hasTotal && index == rows.count - 1),
            "cells": .list(
              zip(row, columns).dropFirst().map { cell, column in
                [
                  "label": .text(library.words(column.label)), "text": .text(cell.text), "url": .text(cell.url),
                  "numeric": .flag(column.isNumber), "day": .flag(cell.isDay),
                ]
              }),
          ]
        }), "is_wide": .flag(columns.count > 6 || columns.count > 3 && columns.filter { !$0.isNumber }.count > 2),
    ]
  }
}
