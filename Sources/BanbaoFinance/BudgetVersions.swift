package import BanbaoDiagnostics
import BanbaoSource
import BanbaoUnion

extension Book {
  /// The changes of the budget, oldest first; of one day in the order of the file.
  var changesInOrder: [BudgetChange] {
    budgetChanges.sorted { ($0.date.value, $0.date.mark.line) < ($1.date.value, $1.date.mark.line) }
  }

  /// 预算 as it was in force on a day.
  func budget(on day: Day) -> [BudgetLine] { budget(with: changesInOrder.filter { $0.date.value <= day }) }

  /// 预算 after some changes, each account once: as passed, with the amounts that they gave last.
  func budget(with changes: [BudgetChange]) -> [BudgetLine] {
    var lines: [BudgetLine] = []
    var places: [Int: Int] = [:]
    for line in budget where places[line.account] == nil {
      places[line.account] = lines.count
      lines.append(line)
    }
    for line in changes.flatMap(\.items) {
      if let place = places[line.account] {
        lines[place] = line
      } else {
        places[line.account] = lines.count
        lines.append(line)
      }
    }
    return lines
  }

  enum BudgetChangeKeys {
    static let date = Key.day("date", "日期", Wording("议定的日子", en: "when it was decided"), .required)
    static let decidedBy = Key.text("decided_by", "议定", Wording("谁议定的，如 会员代表大会", en: "by whom it was decided"))
    static let items = GroupKey(
      "items", "项目", Wording("科目和调整后的金额", en: "accounts, with the amounts after the change"), .required)
  }

  static func readBudgetChange(_ fields: inout FieldReader, _ details: DetailAccounts) -> BudgetChange? {
    let date = fields.read(BudgetChangeKeys.date)
    let decidedBy = fields.read(BudgetChangeKeys.decidedBy)
    let items = fields.records(BudgetChangeKeys.items) {
      readBudget(&$0, details)
    }
    return date.map { BudgetChange(date: $0, decidedBy: decidedBy, items: items) }
  }
}

/// 预算 of one day, account by account.
struct BudgetVersion: Sendable {
  private let chart: ChartOfAccounts
  private let amounts: [Int: Money]

  init(_ lines: [Book.BudgetLine], _ chart: ChartOfAccounts) {
    self.chart = chart
    amounts = Dictionary(lines.map { ($0.account, $0.amount.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// 预算 of an account: its own line, else the sum of those of its sub-accounts; nil where there is neither.
  subscript(account: Int) -> Money? {
    amounts[account] ?? Tally(chart.subaccounts[account].map { self[$0] }).sum
  }

  /// 预算 of one side.
  subscript(side: Account.Side) -> Money? {
    Tally(
      chart.accounts.indices.filter { chart.accounts[$0].side == side && chart.accounts[$0].parent.isEmpty }
        .map { self[$0] }
    ).sum
  }
}

extension YearBooks {
  /// What is wrong with the year's budget as it was passed, and with each change of it (DomainNotes 1.7, F3).
  func checkBudget(_ book: Book) -> [Diagnostic] {
    var diagnostics = checkLines(book.budget, book)
    var blamed = Set<Mark>()
    diagnostics += checkParts(book.budget(with: []), book, &blamed)
    var changes: [Book.BudgetChange] = []
    for change in book.changesInOrder {
      changes.append(change)
      diagnostics += check(change, book) + checkLines(change.items, book)
      diagnostics += checkParts(book.budget(with: changes), book, &blamed)
    }
    return diagnostics
  }

  private func check(_ change: Book.BudgetChange, _ book: Book) -> [Diagnostic] {
    let keys = book.keys
    var diagnostics: [Diagnostic] = []
    if change.date.value.parts.year != year {
      diagnostics.append(
        BudgetRules.day.at(
          book.place(change.date.mark),
          Wording(
            "\(change.date.value.iso) 的预算调整不在 \(year) 年", en: "the change of \(change.date.value.iso) is not in \(year)"
          ),
          help: Wording(
            "写 \(year) 年里议定的日子；上年定下的写进“\(keys[Book.Keys.budget])”",
            en: "write a day of \(year); what was decided before stands under \(keys[Book.Keys.budget])")))
    }
    if change.decidedBy == nil {
      diagnostics.append(
        BudgetRules.undecided.at(
          book.place(change.date.mark),
          Wording(
            "\(change.date.value.iso) 的预算调整没有写谁议定的",
            en: "nobody is said to have decided the change of \(change.date.value.iso)"),
          help: Wording(
            "加上 \(keys[Book.BudgetChangeKeys.decidedBy]): 会员代表大会，或者别的议定它的会议",
            en: "add \(keys[Book.BudgetChangeKeys.decidedBy]): with the body that decided it")))
    }
    return diagnostics
  }

  /// Each account has one line, and only income and expense have any.
  private func checkLines(_ lines: [Book.BudgetLine], _ book: Book) -> [Diagnostic] {
    var first: [Int: Book.BudgetLine] = [:]
    return lines.compactMap { line in
      let account = chart.accounts[line.account]
      guard account.side == .income || account.side == .expense else {
        return BookRules.budget.at(
          book.place(line.mark),
          Wording(
            "\(account.title)不是收入或支出科目，没有预算",
            en: "\(account.title) is no account of income or expense and has no budget"),
          help: Wording("预算只列收入和支出科目", en: "only income and expense have a budget"))
      }
      guard let known = first[line.account] else {
        first[line.account] = line
        return nil
      }
      return BookRules.budget.at(
        book.place(line.mark), Wording("\(account.title)的预算写了两行", en: "\(account.title) has two lines of budget"),
        help: Wording(
          "合成一行；年中调整的，原来的数留在这里，调整后的写进“\(book.keys[Book.Keys.budgetChanges])”",
          en: "keep one; what was changed during the year stands under \(book.keys[Book.Keys.budgetChanges])"),
        related: [Related(book.place(known.mark), Wording("另一行", en: "the other one"))])
    }
  }

  /// An account has no less than its parts.
  ///
  /// - Parameter blamed: the amounts that an earlier version was blamed for.
  private func checkParts(_ lines: [Book.BudgetLine], _ book: Book, _ blamed: inout Set<Mark>) -> [Diagnostic] {
    let byParent = Dictionary(grouping: lines) { chart.accounts[$0.account].parent }
    var diagnostics: [Diagnostic] = []
    for line in lines {
      let account = chart.accounts[line.account]
      let parts = byParent[account.number] ?? []
      guard let sum = Tally(parts.map { $0.amount.value }).sum, sum > line.amount.value,
        blamed.insert(line.amount.mark).inserted
      else { continue }
      diagnostics.append(
        BookRules.budget.at(
          book.place(line.amount.mark),
          Wording(
            "\(account.title)的预算 \(line.amount.value.grouped)，小于明细科目合计 \(sum.grouped)",
            en:
              "the budget of \(account.title), \(line.amount.value.grouped), is less than that of its parts, \(sum.grouped)"
          ),
          help: Wording("核对总科目和明细科目的预算", en: "check the budget of the account and of its parts"),
          related: parts.prefix(3).map {
            Related(
              book.place($0.amount.mark),
              Wording(chart.accounts[$0.account].title, en: chart.accounts[$0.account].title))
          }))
    }
    return diagnostics
  }
}

/// The rules of changes of a budget.
package enum BudgetRules {
  package static let day = Rule(
    "budget-change-day", .error,
    Wording("预算调整写议定的日子，在这一年里。", en: "A change of the budget has the day of its decision, in the year."),
    wrong: """
      budget: [{account: 501 职工活动支出, amount: 1500}]
      budget_changes:
        - {date: 2025-09-01, decided_by: 会员代表大会, items: [{account: 501 职工活动支出, amount: 2000}]}
      """,
    right: """
      budget: [{account: 501 职工活动支出, amount: 1500}]
      budget_changes:
        - {date: 2026-09-01, decided_by: 会员代表大会, items: [{account: 501 职工活动支出, amount: 2000}]}
      """)
  package static let undecided = Rule(
    "budget-change-undecided", .warning,
    Wording(
      "预算按通过它的程序调整：写明哪一天、由谁议定。", en: "A budget is changed by the procedure that passed it: with the day and the body."),
    wrong: """
      budget: [{account: 501 职工活动支出, amount: 1500}]
      budget_changes:
        - {date: 2026-09-01, items: [{account: 501 职工活动支出, amount: 2000}]}
      """,
    right: """
      budget: [{account: 501 职工活动支出, amount: 1500}]
      budget_changes:
        - {date: 2026-09-01, decided_by: 会员代表大会, items: [{account: 501 职工活动支出, amount: 2000}]}
      """)
  package static let all = [day, undecided]
}
