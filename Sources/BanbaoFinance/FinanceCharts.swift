import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

/// A chart with the table of the same figures.
struct ChartedTable: Sendable {
  var chart: Chart
  var table: Table
}

extension FinanceSheet {
  /// 钱从哪里来, 用到哪里去, 每月多少, 预算做了多少; those that have anything to show.
  ///
  /// - Parameter url: the page of an account; empty for none.
  func charts(_ year: PublicYear, _ library: Library, url: (Int) -> String) -> [ChartedTable] {
    [
      shares(.income, Wording("钱从哪里来", en: "Where it came from"), "income", year, url),
      shares(.expense, Wording("钱用到哪里", en: "Where it went"), "expense", year, url), byMonth(year, library),
      budgets(year, url),
    ].filter { !$0.table.rows.isEmpty }
  }

  /// The accounts of the first level on one side that have an amount.
  private func shares(
    _ side: Account.Side, _ title: Wording, _ id: String, _ year: PublicYear, _ url: (Int) -> String
  ) -> ChartedTable {
    let rows = accounts(year) { account, line in account.side == side && line.amount.map { $0.fen != 0 } ?? false }
    return ChartedTable(
      chart: Chart(
        id: "chart-\(id)", title: title, columns: rows.map(\.account.name),
        series: [
          Chart.Series(
            label: side == .income ? Wording("收入", en: "Income") : Wording("支出", en: "Expense"),
            values: rows.map { row in
              value(row.line.amount, note: row.line.share.map { "（\($0.text)）" } ?? "")
            })
        ], margin: margin(rows.map(\.account.name))),
      table: Table(
        caption: title,
        columns: [
          Table.Column(label: Wording("科目", en: "Account")),
          Table.Column(label: Wording("金额（元）", en: "Yuan"), isNumber: true),
          Table.Column(label: Wording("占比", en: "Share"), isNumber: true),
        ],
        rows: rows.map { row in
          [
            Table.Cell(row.account.title, url: url(row.index)), .amount(row.line.amount),
            Table.Cell(row.line.share?.text ?? "—"),
          ]
        }))
  }

  private func byMonth(_ year: PublicYear, _ library: Library) -> ChartedTable {
    let title = Wording("每月收支", en: "Month by month")
    let figures = months.map { month in
      (
        name: library.words(monthWords(month + 1)), income: year.totals.sum(.income, months: month..<month + 1),
        expense: year.totals.sum(.expense, months: month..<month + 1)
      )
    }
    let columns = (Wording("收入", en: "Income"), Wording("支出", en: "Expense"))
    return ChartedTable(
      chart: Chart(
        id: "chart-months", title: title, columns: figures.map(\.name),
        series: [
          Chart.Series(label: columns.0, values: figures.map { value($0.income) }),
          Chart.Series(label: columns.1, values: figures.map { value($0.expense) }),
        ]),
      table: Table(
        caption: title,
        columns: [
          Table.Column(label: Wording("月份", en: "Month")), Table.Column(label: columns.0, isNumber: true),
          Table.Column(label: columns.1, isNumber: true),
        ], rows: figures.map { [Table.Cell($0.name), .amount($0.income), .amount($0.expense)] }))
  }

  private func budgets(_ year: PublicYear, _ url: (Int) -> String) -> ChartedTable {
    let title = Wording("预算与执行", en: "Budget and actual")
    let rows = accounts(year) { _, line in line.budget != nil }
    let columns = (Wording("全年预算", en: "Budget of the year"), Wording("到期末已执行", en: "Actual so far"))
    return ChartedTable(
      chart: Chart(
        id: "chart-budget", title: title, columns: rows.map(\.account.name),
        series: [
          Chart.Series(label: columns.0, values: rows.map { value($0.line.budget) }, isPlanned: true),
          Chart.Series(
            label: columns.1,
            values: rows.map { row in value(row.line.toDate, note: row.line.rate.map { "（\($0.text)）" } ?? "") }),
        ], margin: margin(rows.map(\.account.name))),
      table: Table(
        caption: title,
        columns: [
          Table.Column(label: Wording("科目", en: "Account")), Table.Column(label: columns.0, isNumber: true),
          Table.Column(label: columns.1, isNumber: true),
          Table.Column(label: Wording("执行率", en: "Done"), isNumber: true),
        ],
        rows: rows.map { row in
          [
            Table.Cell(row.account.title, url: url(row.index)), .amount(row.line.budget), .amount(row.line.toDate),
            Table.Cell(row.line.rate?.text ?? "—"),
          ]
        }))
  }

  private func accounts(
    _ year: PublicYear, _ isWanted: (Account, Line) -> Bool
  ) -> [(index: Int, account: Account, line: Line)] {
    lines.compactMap { line in
      guard case .account(let index) = line.role else { return nil }
      let account = year.chart.accounts[index]
      return account.parent.isEmpty && isWanted(account, line) ? (index, account, line) : nil
    }
  }

  private func value(_ amount: Money?, note: String = "") -> Chart.Value {
    Chart.Value(magnitude: amount?.fen, text: amount.map { $0.grouped + note } ?? missingMark)
  }

  /// Room for the longest name, at most eight characters of it.
  private func margin(_ names: [String]) -> Int { min(8, max(4, names.map(\.count).max() ?? 0)) * 13 + 8 }
}
