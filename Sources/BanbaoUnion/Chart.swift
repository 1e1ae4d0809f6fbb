package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoTheme

/// Bars over years or other columns, drawn as inline SVG in whole units; a table with the same figures stands beside it.
///
/// Every bar bears its value in words, and each series has a pattern of its own, so that colour is never needed.
package struct Chart: Sendable {
  /// One bar.
  package struct Value: Sendable {
    /// A count, or an amount in fen; nil for a gap.
    package var magnitude: Int64?
    /// As it stands beside the bar, with its unit.
    package var text: String

    package init(magnitude: Int64?, text: String) {
      self.magnitude = magnitude
      self.text = text
    }
  }

  /// Bars of one meaning, one for each column.
  package struct Series: Sendable {
    package var label: Wording
    /// Nil where there is nothing to say, not even that something is missing.
    package var values: [Value?]
    /// Whether it says what was meant to be, such as a budget: its bars are outlines, those of what was done are filled.
    package var isPlanned: Bool

    package init(label: Wording, values: [Value?], isPlanned: Bool = false) {
      self.label = label
      self.values = values
      self.isPlanned = isPlanned
    }
  }

  /// Unique in its page; letters, digits and hyphens.
  package var id: String
  package var title: Wording
  package var columns: [String]
  /// At most five differ by their pattern.
  package var series: [Series]
  /// Where the bars begin: behind the widest name of a column, a Han character being 13 wide.
  package var margin: Int

  package init(id: String, title: Wording, columns: [String], series: [Series], margin: Int = 58) {
    self.id = id
    self.title = title
    self.columns = columns
    self.series = series
    self.margin = margin
  }
}

/// A chart as it is drawn, in the units of the picture.
package struct DrawnChart: Sendable {
  struct Head: Sendable {
    var label: String
    var y: Int

    static let names = Names<Head>(.text("label") { $0.label }, .number("y") { $0.y })
  }

  struct Bar: Sendable {
    var text: String
    var textX: Int
    var textY: Int
    var x: Int
    var y: Int
    var width: Int
    var height: Int
    var isGap: Bool
    /// From 1.
    var pattern: Int
    var isPlanned: Bool

    static let names = Names<Bar>(
      .text("text") { $0.text },
      .number("text_x") { $0.textX },
      .number("text_y") { $0.textY },
      .number("x") { $0.x },
      .number("y") { $0.y },
      .number("width") { $0.width },
      .number("height") { $0.height },
      .flag("gap") { $0.isGap },
      .number("pattern") { $0.pattern },
      .flag("planned") { $0.isPlanned })
  }

  var id: String
  var title: Wording
  /// What the picture says, for those who cannot see it.
  var text: String
  var width: Int
  var height: Int
  var heads: [Head]
  var bars: [Bar]

  static let names = Names<DrawnChart>(
    .text("chart") { $0.id },
    .words("chart_title") { $0.title },
    .text("chart_text") { $0.text },
    .number("width") { $0.width },
    .number("height") { $0.height },
    .list("chart_columns", Head.names) { $0.heads },
    .list("bars", Bar.names) { $0.bars })
}

/// A chart with the table of the same figures below it.
package struct ChartWithTable: Sendable {
  private var chart: DrawnChart
  private var table: Table

  package init(_ chart: DrawnChart, _ table: Table) {
    self.chart = chart
    self.table = table
  }

  /// The names under which templates see it.
  package static let names = Names<ChartWithTable>(
    .of(DrawnChart.names) { $0.chart },
    .list("tables", Table.names) { [$0.table] })
}

extension Chart {
  /// As wide as a small phone's text; the picture scales.
  private static let width = 340
  private static let barHeight = 9
  private static let step = 30
  private static let spacing = 10

  /// Places and lengths in units of the picture, which is 340 wide; words in the site's language.
  package func drawn(_ library: Library) -> DrawnChart {
    let most = series.flatMap { $0.values.compactMap { $0?.magnitude } }.max() ?? 0
    var bars: [DrawnChart.Bar] = []
    var heads: [DrawnChart.Head] = []
    var words: [String] = []
    var y = 0
    for (index, column) in columns.enumerated() {
      heads.append(DrawnChart.Head(label: column, y: y + 14))
      let lines = series.enumerated().compactMap { number, line in
        line.values.indices.contains(index) ? line.values[index].map { (number, line.label, $0) } : nil
      }
      // A column that lacks everything says so once.
      let isEmpty = lines.allSatisfy { $0.2.magnitude == nil }
      for (number, label, value) in isEmpty ? Array(lines.prefix(1)) : lines {
        let text = series.count > 1 && !isEmpty ? "\(library.words(label)) \(value.text)" : value.text
        let length = barLength(value.magnitude ?? 0, of: most, to: Self.width - margin - 2)
        bars.append(
          DrawnChart.Bar(
            text: text, textX: margin, textY: y + 14, x: margin, y: y + 18, width: length, height: Self.barHeight,
            isGap: value.magnitude == nil, pattern: number % 5 + 1, isPlanned: series[number].isPlanned))
        words.append("\(column) \(text)")
        y += value.magnitude == nil ? Self.step - Self.barHeight : Self.step
      }
      if lines.isEmpty { y += Self.step - Self.barHeight }
      y += Self.spacing
    }
    return DrawnChart(
      id: id, title: title, text: words.joined(separator: library.words(Wording("；", en: "; "))), width: Self.width,
      height: y, heads: heads, bars: bars)
  }

  /// The figures of the chart as a table: a row for each of its columns, the newest first.
  package func table(_ head: Wording) -> Table {
    Table(
      caption: title,
      columns: [Table.Column(label: head)] + series.map { Table.Column(label: $0.label, isNumber: true) },
      rows: columns.indices.reversed().map { index in
        [Table.Cell(columns[index])]
          + series.map { Table.Cell($0.values.indices.contains(index) ? $0.values[index]?.text ?? "—" : missingMark) }
      })
  }
}

/// A value's part of a length; at least one unit for what is more than nothing. Below zero there is no bar.
package func barLength(_ value: Int64, of most: Int64, to length: Int) -> Int {
  guard value > 0, most > 0 else { return 0 }
  let product = UInt64(value).multipliedFullWidth(by: UInt64(length))
  // The quotient fits, because the value is at most the most.
  let quotient = UInt64(max(value, most)).dividingFullWidth(product).quotient
  return max(1, Int(clamping: quotient))
}
