import BanbaoDiagnostics
package import BanbaoSource

/// 收入支出表 (工会02表; 财会〔2021〕7号, 第五部分 二): the figures of a year, or of a part of it that was disclosed.
package struct FinanceSheet: Sendable {
  /// What a line tells of.
  package enum Role: Sendable, Hashable {
    case opening, adjustments, difference, closing
    /// In the chart of accounts.
    case account(Int)
    case total(Account.Side)
  }

  /// 项目: one line of the form. All amounts are whole fen.
  package struct Line: Sendable {
    var role: Role
    /// 预算, always that of the whole year, as it was in force at the period's end; nil for none.
    package var budget: Money?
    /// 原预算, where any was changed by then.
    var originalBudget: Money?
    /// 本期数; nil where it cannot be told.
    var amount: Money?
    /// 本年累计数, from January to the period's end.
    var toDate: Money?
    /// 上年数 of the same months; nil where the last year's books do not tell.
    var lastYear: Money?
    /// 占比: the amount's part of its side's total.
    var share: Percent?
    /// Whether a line of the CSV file tells it too.
    var isInFile = true

    /// 执行率: what was done of the year's budget up to the period's end.
    package var rate: Percent? { budget.flatMap { budget in toDate.flatMap { Percent($0, of: budget) } } }
  }

  let period: Period
  /// From January (0).
  let months: Range<Int>
  /// In the order of the form.
  let lines: [Line]

  /// Nil where not all of its months may be shown.
  ///
  /// - Parameter before: the year before, for its figures of the same months.
  package init?(_ year: PublicYear, _ period: Period, before: PublicYear? = nil) {
    self.init(year, period, months: year.months(of: period), before: before)
  }

  /// - Parameter months: which months of the period it tells of.
  init?(_ year: PublicYear, _ period: Period, months: Range<Int>, before: PublicYear? = nil) {
    guard !months.isEmpty, months.upperBound <= year.shownMonths else { return nil }
    self.period = period
    self.months = months
    let before = before.flatMap { $0.months.upperBound >= months.upperBound ? $0 : nil }
    let making = LineMaking(year: year, period: period, months: months, before: before)
    let opening = year.books.opening
    let begins = months.lowerBound == 0
    let adjustments = year.books.adjustments(months)
    let adjustedToDate = year.books.adjustments(0..<months.upperBound)
    let adjustedLastYear = before?.books.adjustments(months)
    var lines = [
      Line(
        role: .opening, amount: begins ? opening : year.books.balance(after: months.lowerBound), toDate: opening,
        lastYear: before.flatMap { begins ? $0.books.opening : nil })
    ]
    if [adjustments, adjustedToDate, adjustedLastYear].contains(where: { $0 != nil }) {
      lines.append(
        Line(
          role: .adjustments, amount: adjustments, toDate: adjustedToDate, lastYear: adjustedLastYear,
          isInFile: adjustments != nil))
    }
    let income = making.total(.income)
    let expense = making.total(.expense)
    lines += making.accounts(.income, of: income.amount) + [income]
    lines += making.accounts(.expense, of: expense.amount) + [expense]
    lines.append(
      Line(
        role: .difference, amount: difference(income.amount, expense.amount),
        toDate: difference(income.toDate, expense.toDate), lastYear: difference(income.lastYear, expense.lastYear)))
    let closing = year.books.balance(after: months.upperBound)
    lines.append(
      Line(
        role: .closing, amount: closing, toDate: closing,
        lastYear: before?.books.balance(after: months.upperBound)))
    self.lines = lines
  }

  /// The line of a role.
  package subscript(role: Role) -> Line? { lines.first { $0.role == role } }

  /// The amount of the period, nothing where no line tells it.
  package func amount(_ role: Role) -> Money? { self[role]?.amount }
}

private func difference(_ a: Money?, _ b: Money?) -> Money? {
  guard let a, let b else { return nil }
  return Money(fen: a.fen &- b.fen)
}

/// Makes the lines of a sheet's accounts.
private struct LineMaking {
  let year: PublicYear
  let months: Range<Int>
  let before: PublicYear?
  private let budget: BudgetVersion
  private let original: BudgetVersion?
  /// By account of this year's chart.
  private let lastAccounts: [Int?]

  init(year: PublicYear, period: Period, months: Range<Int>, before: PublicYear?) {
    self.year = year
    budget = year.budget(of: period)
    original = year.originalBudget(of: period)
    self.months = months
    self.before = before
    lastAccounts = before.map { same(year.chart, in: $0.chart) } ?? []
  }

  private var upToDate: Range<Int> { 0..<months.upperBound }

  func total(_ side: Account.Side) -> FinanceSheet.Line {
    let amount = year.totals.sum(side, months: months)
    return FinanceSheet.Line(
      role: .total(side), budget: budget[side], originalBudget: original?[side], amount: amount,
      toDate: year.totals.sum(side, months: upToDate),
      lastYear: before?.totals.sum(side, months: months), share: Percent(amount, of: amount))
  }

  /// The accounts of a side that have anything to tell, each before its sub-accounts.
  func accounts(_ side: Account.Side, of total: Money?) -> [FinanceSheet.Line] {
    let accounts = year.chart.accounts
    return accounts.indices.filter { accounts[$0].side == side && !accounts[$0].isDetail }.compactMap { account in
      let budget = budget[account]
      let lastYear = lastYear(account)
      let amount = year.totals.amount(account, months: months)
      let isTold = year.isUsed(account, months: months) || budget != nil
      guard isTold || year.isUsed(account, months: upToDate) || lastYear.map({ $0.fen != 0 }) ?? false else {
        return nil
      }
      // The file tells of income by main accounts, of expenses by sub-accounts too.
      let isOfFile = accounts[account].parent.isEmpty || side == .expense
      return FinanceSheet.Line(
        role: .account(account), budget: budget, originalBudget: original?[account], amount: amount,
        toDate: year.totals.amount(account, months: upToDate),
        lastYear: lastYear, share: total.flatMap { Percent(amount, of: $0) }, isInFile: isTold && isOfFile)
    }
  }

  private func lastYear(_ account: Int) -> Money? {
    guard let before, let last = lastAccounts[account] else { return nil }
    return before.totals.amount(last, months: months)
  }
}

/// For each account of a chart its fellow in another. Between two standards an account is known by its name and that of
/// its parent: their numbers mean different things.
private func same(_ chart: ChartOfAccounts, in other: ChartOfAccounts) -> [Int?] {
  if chart.standard == other.standard { return chart.accounts.indices.map { $0 } }
  func name(_ account: Account, _ chart: ChartOfAccounts) -> [String] {
    let parent = chart.index(ofNumber: account.parent).map { chart.accounts[$0].name } ?? ""
    return ["\(account.side)", parent, account.name]
  }
  let known = Dictionary(
    other.accounts.indices.map { (name(other.accounts[$0], other), $0) }, uniquingKeysWith: { first, _ in first })
  return chart.accounts.map { known[name($0, chart)] }
}

extension FinanceSheet.Line {
  /// 科目编号; empty for lines that are no account.
  func number(_ chart: ChartOfAccounts) -> String {
    if case .account(let account) = role { chart.accounts[account].number } else { "" }
  }

  /// 项目, as the official form has it.
  ///
  /// - Parameter isYear: whether the sheet is that of a year, not of a part of one.
  func name(_ chart: ChartOfAccounts, isYear: Bool) -> Wording {
    switch role {
    case .opening:
      isYear
        ? Wording("年初资金结转结余", en: "Balance at the year's beginning")
        : Wording("期初资金结转结余", en: "Balance at the period's beginning")
    case .adjustments: Wording("资金结转结余调整及变动", en: "Adjustments of the balance")
    case .account(let account): Wording(chart.accounts[account].name, en: chart.accounts[account].name)
    case .total(.income): Wording("收入合计", en: "Total income")
    case .total: Wording("支出合计", en: "Total expense")
    case .difference: Wording("本期收支差额", en: "Income less expense")
    case .closing:
      isYear
        ? Wording("年末资金结转结余", en: "Balance at the year's end")
        : Wording("期末资金结转结余", en: "Balance at the period's end")
    }
  }
}
