import BanbaoDiagnostics
import BanbaoSource
import BanbaoUnion

extension FinanceSheet {
  /// The months in words: 2026年上半年, 2026年1—6月; a year of which not all is public says how far it goes.
  var wording: Wording {
    guard period.part == .year, months.upperBound < 12 else { return period.wording }
    let last = monthWords(months.upperBound)
    return Wording(
      "\(period.year)年\(months.upperBound == 1 ? "" : "1—")\(months.upperBound)月",
      en: months.upperBound == 1 ? "January \(period.year)" : "January to \(last.en) \(period.year)")
  }

  /// What the sheet says, in a few plain sentences for members.
  func plainWords(_ chart: ChartOfAccounts) -> Wording {
    guard let income = amount(.total(.income)), let expense = amount(.total(.expense)),
      let difference = amount(.difference)
    else { return Wording("", en: "") }
    let isShort = difference.fen < 0
    let rest = Money(fen: isShort ? 0 &- difference.fen : difference.fen).grouped
    var zh = "\(wording.zh)，工会收入 \(income.grouped) 元，支出 \(expense.grouped) 元，\(isShort ? "超支" : "结余") \(rest) 元。"
    var en =
      "In \(wording.en) the union took in \(income.grouped) yuan and spent \(expense.grouped); "
      + (isShort ? "it spent \(rest) more than it took in." : "\(rest) are left of it.")
    let before = amount(.opening)?.grouped ?? missingMark
    let after = amount(.closing)?.grouped ?? missingMark
    let adjusted = amount(.adjustments).map { Wording("和调整 \($0.grouped) 元", en: ", adjusted by \($0.grouped),") }
    zh += "连同期初的 \(before) 元\(adjusted?.zh ?? "")，期末共有 \(after) 元。"
    en += " With \(before) at the beginning\(adjusted?.en ?? "") it has \(after) at the end."
    if let most = largestExpense(chart) {
      zh += "支出最多的是\(most.name)，\(most.amount.grouped) 元，占 \(most.share.text)。"
      en += " Most went into \(most.name): \(most.amount.grouped), \(most.share.text) of what was spent."
    }
    if let rate = self[.total(.expense)]?.rate {
      zh += "全年支出预算到期末执行了 \(rate.text)。"
      en += " By the end \(rate.text) of the year's budget of expenses was used."
    }
    return Wording(zh, en: en)
  }

  /// The account of the first level on which most was spent; of equal ones the first.
  private func largestExpense(_ chart: ChartOfAccounts) -> (name: String, amount: Money, share: Percent)? {
    var largest: (name: String, amount: Money, share: Percent)?
    for line in lines {
      guard case .account(let index) = line.role, let amount = line.amount, let share = line.share, amount.fen > 0,
        amount > largest?.amount ?? Money(fen: 0)
      else { continue }
      let account = chart.accounts[index]
      if account.side == .expense, account.parent.isEmpty { largest = (account.name, amount, share) }
    }
    return largest
  }
}
