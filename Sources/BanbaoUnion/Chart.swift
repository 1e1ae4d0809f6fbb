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

    package init(label: Wording, values: [Value?]) {
      self.label = label
      self.values = values
    }
  }

  /// Unique in its page; letters, digits and hyphens.
  package var id: String
  package var title: Wording
  package var columns: [String]
  /// At most four differ by their pattern.
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

/// The names under which templates see a chart.
package let chartShape: ViewShape = [
  "chart": .text, "chart_title": .text, "chart_text": .text, "width": .number, "height": .number,
  "chart_columns": .list(["label": .text, "y": .number]),
  "bars": .list([
    "text": .text, "text_x": .number, "text_y": .number, "x": .number, "y": .number, "width": .number,
    "height": .number, "gap": .flag, "pattern": .number,
  ]),
]

extension Chart {
  /// As wide as a small phone's text; the picture scales.
  private static let width = 340
  private static let barHeight = 9
  private static let step = 30
  private static let spacing = 10

  /// What the template draws: texts, places and lengths in units of the picture, which is 340 wide.
  package func view(_ library: Library) -> View {
    let most = series.flatMap { $0.values.compactMap { $0?.magnitude } }.max() ?? 0
    var bars: [View] = []
    var heads: [View] = []
    var words: [String] = []
    var y = 0
    for (index, column) in columns.enumerated() {
      heads.append(["label": .text(column), "y": .number(y + 14)])
      let lines = series.enumerated().compactMap { number, line in
        line.values.indices.contains(index) ? line.values[index].map { (number, line.label, $0) } : nil
      }
      // A column that lacks everything says so once.
      let isEmpty = lines.allSatisfy { $0.2.magnitude == nil }
      for (number, label, value) in isEmpty ? Array(lines.prefix(1)) : lines {
        let text = series.count > 1 && !isEmpty ? "\(library.words(label)) \(value.text)" : value.text
        let length = scaled(value.magnitude ?? 0, of: most, to: Self.width - margin - 2)
        bars.append([
          "text": .text(text), "text_x": .number(margin), "text_y": .number(y + 14), "x": .number(margin),
          "y": .number(y + 18), "width": .number(length), "height": .number(Self.barHeight),
          "gap": .flag(value.magnitude == nil), "pattern": .number(number % 4 + 1),
        ])
        words.append("\(column) \(text)")
        y += value.magnitude == nil ? Self.step - Self.barHeight : Self.step
      }
      if lines.isEmpty { y += Self.step - Self.barHeight }
      y += Self.spacing
    }
    return [
      "chart": .text(id), "chart_title": .text(library.words(title)),
      "chart_text": .text(words.joined(separator: library.words(Wording("；", en: "; ")))),
      "width": .number(Self.width), "height": .number(y), "chart_columns": .list(heads), "bars": .list(bars),
    ]
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
private func scaled(_ value: Int64, of most: Int64, to length: Int) -> Int {
  guard value > 0, most > 0 else { return 0 }
  let product = UInt64(value).multipliedFullWidth(by: UInt64(length))
  // The quotient fits, because the value is at most the most.
  let quotient = UInt64(max(value, most)).dividingFullWidth(product).quotient
  return max(1, Int(clamping: quotient))
}
