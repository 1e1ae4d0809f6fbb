import BanbaoDiagnostics
import BanbaoSource

extension YearBooks {
  /// How many vouchers make books that are kept in earnest: two a month.
  private static let kept = 24

  /// What a budget looks like that nobody could have passed (《工会预算管理办法》: 量入为出、收支平衡).
  func checkBudgetDoubts(_ ledger: Ledger, _ totals: Totals) -> [Diagnostic] {
    guard let book else { return [] }
    if book.budget.isEmpty, book.budgetChanges.isEmpty { return missingBudget(book, ledger) }
    return deficit(book) + copied(book, totals) + changedAfterwards(book, ledger)
  }

  /// Every union has a budget (工会法 art. 45). Books that were shown to members had a time to have one.
  private func missingBudget(_ book: Book, _ ledger: Ledger) -> [Diagnostic] {
    guard ledger.vouchers.numbers.count >= Self.kept,
      let shown = book.disclosures.first(where: { $0.published != nil && $0.isReviewed })
    else { return [] }
    return [
      BudgetDoubtRules.missing.at(
        book.place(shown.period.mark),
        Wording("\(year) 年的账公开了，没有预算", en: "the books of \(year) were published and have no budget"),
        help: Wording(
          "把通过的预算写进“\(book.keys[Book.Keys.budget])”：科目和金额",
          en: "write the budget that was passed under \(book.keys[Book.Keys.budget])"))
    ]
  }

  /// More to be spent than comes in and is there.
  private func deficit(_ book: Book) -> [Diagnostic] {
    let version = BudgetVersion(book.budget(with: book.changesInOrder), chart)
    guard let income = version[.income], let expense = version[.expense], let opening else { return [] }
    let there = Money(fen: income.fen &+ max(0, opening.fen))
    guard expense > there,
      let largest = book.budget.filter({ chart.accounts[$0.account].side == .expense }).max(by: {
        $0.amount.value < $1.amount.value
      })
    else { return [] }
    return [
      BudgetDoubtRules.deficit.at(
        book.place(largest.amount.mark),
        Wording(
          "预算支出合计 \(expense.grouped)，比预算收入加年初结余 \(there.grouped) 还多",
          en:
            "the budget spends \(expense.grouped), more than the \(there.grouped) of its income and the opening balance"
        ),
        help: Wording("量入为出，收支平衡：核对预算各行的金额", en: "a budget spends no more than there is: check its amounts"))
    ]
  }

  /// A budget that equals what was spent, to the fen, was written afterwards.
  private func copied(_ book: Book, _ totals: Totals) -> [Diagnostic] {
    let lines = book.budget.filter { line in
      chart.accounts[line.account].side == .expense && totals.amount(line.account, months: 0..<12).fen != 0
    }
    let equal = lines.filter { totals.amount($0.account, months: 0..<12) == $0.amount.value }
    // Round amounts may be met by chance.
    guard let first = equal.first, equal.count > 2, equal.count == lines.count,
      equal.count(where: { $0.amount.value.fen % 10_000 != 0 }) * 2 > equal.count
    else { return [] }
    return [
      BudgetDoubtRules.copied.at(
        book.place(first.amount.mark),
        Wording(
          "\(equal.count) 个支出科目的预算和实际支出分文不差",
          en: "the budgets of \(equal.count) accounts of expense equal what was spent, to the fen"),
        help: Wording(
          "预算写年初通过的数；年中调整的写进“\(book.keys[Book.Keys.budgetChanges])”",
          en: "a budget is as it was passed; what was changed later stands under \(book.keys[Book.Keys.budgetChanges])")
      )
    ]
  }

  /// A change that was decided when the money had been spent.
  private func changedAfterwards(_ book: Book, _ ledger: Ledger) -> [Diagnostic] {
    var before = BudgetVersion(book.budget(with: []), chart)
    var seen: [Book.BudgetChange] = []
    var diagnostics: [Diagnostic] = []
    for change in book.changesInOrder {
      for item in change.items where chart.accounts[item.account].side == .expense {
        let members = Set(chart.members[item.account])
        guard let old = before[item.account], item.amount.value > old else { continue }
        var spent = Int64(0)
        let passing = ledger.entries.first { entry in
          guard members.contains(entry.account), entry.day < change.date.value else { return false }
          spent &+= entry.isIncome ? 0 &- entry.amount.fen : entry.amount.fen
          return spent > old.fen
        }
        guard let passing else { continue }
        let title = chart.accounts[item.account].title
        diagnostics.append(
          BudgetDoubtRules.afterwards.at(
            book.place(item.amount.mark),
            Wording(
              "\(title)的预算 \(change.date.value.iso) 才调整，\(passing.day.iso) 已经超过原来的 \(old.grouped)",
              en:
                "the budget of \(title) was changed on \(change.date.value.iso), but \(old.grouped) were passed on \(passing.day.iso)"
            ),
            help: Wording("先调整，后支出：核对日期，写上真正议定的那一天", en: "a budget is changed before it is passed: check the days"),
            related: [
              Related(ledger.amountPlace(passing), Wording("超过预算的一笔", en: "the entry with which it was passed"))
            ]))
      }
      seen.append(change)
      before = BudgetVersion(book.budget(with: seen), chart)
    }
    return diagnostics
  }
}
