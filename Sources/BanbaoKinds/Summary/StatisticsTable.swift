import BanbaoDiagnostics
import BanbaoSite
import BanbaoTheme
import BanbaoUnion

/// 历年统计表: years beside each other, oldest first, and a row for each measure, with bars in its cells.
struct StatisticsTable: Sendable {
  /// Measures whose bars have one scale; a single one needs no title above it.
  struct Group: Sendable {
    var title: Wording?
    var measures: [Measure]
  }

  struct Measure: Sendable {
    var label: Wording
    var cells: [Cell]
  }

  struct Cell: Sendable {
    var year: String
    var text: String
    /// The bar's part of the longest of its group, of 100; nil for none.
    var length: Int?
  }

  var years: [String]
  var groups: [Group]

  /// - Parameters:
  ///   - charts: of the same columns, each with measures of one scale.
  ///   - columns: which of their columns stand in the table.
  init(_ charts: [Chart], columns: Range<Int>) {
    years = charts.first.map { Array($0.columns[columns]) } ?? []
    groups = charts.map { chart in
      let most = chart.series.flatMap { $0.values.compactMap { $0?.magnitude } }.max() ?? 0
      // What no year gives has no row: it is said in a line of its own.
      let measures = chart.series.filter(\.isRecorded).map { line in
        Measure(
          label: chart.series.count > 1 ? line.label : chart.title,
          cells: columns.map { index in
            guard let value = line.values[index] else { return Cell(year: chart.columns[index], text: "—") }
            return Cell(
              year: chart.columns[index], text: value.text,
              length: value.magnitude.map { barLength($0, of: most, to: 100) })
          })
      }
      return Group(title: chart.series.count > 1 ? chart.title : nil, measures: measures)
    }
  }

  /// Which measures no year gives: 各类支出（培训、福利互助）; nil where all have a row.
  static func unrecorded(_ charts: [Chart]) -> Wording? {
    let lacking = charts.compactMap { chart -> Wording? in
      let labels = chart.series.filter { !$0.isRecorded }.map(\.label)
      guard !labels.isEmpty else { return nil }
      return Wording(
        "\(chart.title.zh)（\(labels.map(\.zh).joined(separator: "、"))）",
        en: "\(chart.title.en.lowercased()) (\(labels.map { $0.en.lowercased() }.joined(separator: ", ")))")
    }
    guard !lacking.isEmpty else { return nil }
    return Wording(
      "还没有记录：\(lacking.map(\.zh).joined(separator: "；"))",
      en: "Nothing recorded yet: \(lacking.map(\.en).joined(separator: "; "))")
  }

  static let names = Names<StatisticsTable>(
    .words("measure_head") { _ in Wording("项目", en: "Measure") },
    .number("span") { $0.years.count + 1 },
    .list("heads", Names<String>(.text("label") { $0 })) { $0.years },
    .list(
      "groups",
      Names<Group>(
        .words("group_title") { $0.title },
        .list(
          "measures",
          Names<Measure>(
            .words("label") { $0.label },
            .list(
              "cells",
              Names<Cell>(
                .text("year") { $0.year }, .text("text") { $0.text }, .flag("bar") { $0.length != nil },
                .number("length") { $0.length ?? 0 })
            ) { $0.cells })
        ) { $0.measures })
    ) { $0.groups })
}

extension Chart.Series {
  fileprivate var isRecorded: Bool { values.contains { $0?.magnitude != nil } }
}
