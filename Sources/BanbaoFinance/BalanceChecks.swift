package import BanbaoDiagnostics
import BanbaoSource

extension Ledger {
  /// The first day of the month with which a ledger begins that seems to be kept from within its year on: its first
  /// entry is of a later month, and no type of voucher has a number 1.
  var lateBeginning: Day? {
    guard let first = entries.lazy.map(\.day).min(), first.parts.month > 1,
      !vouchers.numbers.contains(where: { $0.number == 1 })
    else { return nil }
    return Day(year: first.year, month: first.parts.month, day: 1)
  }
}

extension YearBooks {
  /// The balances of an opening by account: each once, both sides equal, no money below zero.
  func checkOpeningBalances(_ book: Book) -> [Diagnostic] {
    guard let stated = book.opening, opening != nil else { return [] }
    var diagnostics: [Diagnostic] = []
    var first: [Int: Book.AccountAmount] = [:]
    for item in stated.accounts {
      let account = chart.accounts[item.account]
      if let known = first[item.account] {
        diagnostics.append(
          BookRules.openingBalance.at(
            book.place(item.mark), Wording("\(account.title)的期初写了两次", en: "\(account.title) has two openings"),
            help: Wording("只留一项", en: "keep one"),
            related: [Related(book.place(known.mark), Wording("另一项", en: "the other one"))]))
        continue
      }
      first[item.account] = item
      if account.side == .income || account.side == .expense {
        diagnostics.append(
          BookRules.openingBalance.at(
            book.place(item.mark),
            Wording("\(account.title)是收支科目，没有期初", en: "\(account.title) is of income or expense and has no opening"),
            help: Wording("结转下来的写在 322 工会资金结余", en: "what was carried over stands in 322")))
      }
    }
    return diagnostics + checkFundsAtOpening(stated, book) + checkNetAssets(stated, book)
  }

  private func checkFundsAtOpening(_ stated: Book.Opening, _ book: Book) -> [Diagnostic] {
    let amounts =
      [stated.cash.map { (Fund.cash.rawValue, $0) }, stated.bank.map { (Fund.bank.rawValue, $0) }].compactMap { $0 }
      + stated.accounts.filter { chart.funds[$0.account] != nil }.map { (chart.accounts[$0.account].title, $0.amount) }
    return amounts.filter { $0.1.value.fen < 0 }.map { name, amount in
      BookRules.openingBalance.at(
        book.place(amount.mark),
        Wording(
          "\(name)的期初是 \(amount.value.grouped)，钱不会少于零",
          en: "the opening of \(name) is below zero: \(amount.value.grouped)"),
        help: Wording("照上年期末的账、盘点和银行对账单写", en: "take it from the last closing, the count and the bank's statement"))
    }
  }

  /// 资产 = 负债 + 净资产 (财会〔2021〕7号 art. 9), where 321 or 322 is stated.
  private func checkNetAssets(_ stated: Book.Opening, _ book: Book) -> [Diagnostic] {
    let results = stated.accounts.filter {
      chart.isResult(chart.accounts[$0.account])
    }
    guard let first = results.first, let surplus = opening else { return [] }
    let sum = Money(fen: results.reduce(0) { $0 &+ $1.amount.value.fen })
    guard sum != surplus else { return [] }
    return [
      BookRules.openingBalance.at(
        book.place(first.amount.mark),
        Wording(
          "期初的结转结余写 \(sum.grouped)，资产减负债和资产基金是 \(surplus.grouped)",
          en:
            "the opening surplus is given as \(sum.grouped), assets less debts and 301 are \(surplus.grouped)"),
        help: Wording(
          "资产合计等于负债加净资产；照上年资产负债表核对每个科目", en: "check every account against the last balance sheet"))
    ]
  }

  // MARK: Money

  /// Where money was below zero at the end of a day: nobody pays what he has not.
  func checkMoney(_ ledger: Ledger) -> [Diagnostic] {
    guard opening != nil else { return [] }
    let moves = ledger.postings.filter { chart.funds[Int($0.account)] != nil }
    // Most ledgers are in the order of their days.
    let order = moves.indices.sorted { a, b in
      let (first, second) = (ledger.entries[Int(moves[a].entry)].day, ledger.entries[Int(moves[b].entry)].day)
      return first == second ? a < b : first < second
    }
    var held = openings.own
    var below: [Int: (entry: LedgerEntry, held: Int64, days: Int)] = [:]
    var today: [Int: LedgerEntry] = [:]
    func closeDay() {
      for (account, entry) in today where held[account] < 0 {
        below[account, default: (entry, held[account], 0)].days += 1
      }
      today = [:]
    }
    var day: Day?
    for index in order {
      let move = moves[index]
      let entry = ledger.entries[Int(move.entry)]
      if entry.day != day { closeDay() }
      day = entry.day
      let account = Int(move.account)
      held[account] &+= move.net
      if move.net < 0 || today[account] == nil { today[account] = entry }
    }
    closeDay()
    return below.keys.sorted().compactMap { account in
      guard let found = below[account] else { return nil }
      let name = chart.accounts[account].title
      return BalanceRules.below.at(
        Place(ledger.path, line: found.entry.line, column: 1),
        Wording(
          "到 \(found.entry.day.iso)，\(name)只剩 \(Money(fen: found.held).grouped)"
            + (found.days > 1 ? "，这样的一共 \(found.days) 天" : ""),
          en: "on \(found.entry.day.iso), \(name) holds \(Money(fen: found.held).grouped)"
            + (found.days > 1 ? "; there are \(found.days) such days" : "")),
        help: Wording(
          "钱不会少于零：看看是不是漏记了收入或提款，日期、资金写反了，或者期初不对",
          en: "no fund is ever below zero: look for income that is missing, a wrong day or fund, or a wrong opening"))
    }
  }

  // MARK: Claims and debts

  /// More returned than was lent or claimed. Where the opening was given for money alone, its claims were forgotten.
  func checkClaims(_ ledger: Ledger, _ totals: Totals, _ book: Book) -> [Diagnostic] {
    guard opening != nil else { return [] }
    let closing = openings.adding(totals, months: 12)
    return chart.accounts.indices.compactMap { account in
      let own = chart.accounts[account]
      guard own.side == .asset, own.parent.isEmpty, own.fund == nil, !chart.isThing(own), closing.of(account).fen < 0
      else { return nil }
      let over = Money(fen: 0 &- closing.of(account).fen)
      let members = Set(chart.members[account])
      let last = ledger.entries.last { members.contains($0.account) && $0.isIncome }
      let form =
        "{\(book.keys[Book.OpeningKeys.account]): \(own.title), \(book.keys[Book.OpeningKeys.amount]): \(over.ungrouped)}"
      return BalanceRules.overreturned.at(
        last.map { ledger.amountPlace($0) } ?? Place(ledger.path),
        Wording(
          "\(own.title)收回的比借出的多 \(over.grouped)", en: "of \(own.title), \(over.grouped) more was returned than was lent"
        ),
        help: Wording(
          "核对借出和收回时记的科目和金额；年初就借出的，在 book.yaml 的“\(book.keys[Book.Keys.opening])”里按科目写明，如 \(form)",
          en:
            "check accounts and amounts of what was lent and returned; what was lent before the opening stands in \(book.keys[Book.Keys.opening]) by account, such as \(form)"
        ))
    }
  }

  /// More paid than was owed. Where the opening was given for money alone, its debts were forgotten.
  func checkDebts(_ ledger: Ledger, _ totals: Totals, _ book: Book) -> [Diagnostic] {
    guard opening != nil else { return [] }
    let closing = openings.adding(totals, months: 12)
    return chart.accounts.indices.compactMap { account in
      let own = chart.accounts[account]
      guard own.side == .liability, own.parent.isEmpty, closing.of(account).fen < 0 else { return nil }
      let over = Money(fen: 0 &- closing.of(account).fen)
      let members = Set(chart.members[account])
      let last = ledger.entries.last { members.contains($0.account) && !$0.isIncome }
      let isForgotten = !isCarried && (book.opening?.accounts ?? []).isEmpty
      let form =
        "{\(book.keys[Book.OpeningKeys.account]): \(own.title), \(book.keys[Book.OpeningKeys.amount]): \(over.ungrouped)}"
      return (isForgotten ? BalanceRules.debtForgotten : BalanceRules.overpaid).at(
        last.map { ledger.amountPlace($0) } ?? Place(ledger.path),
        Wording(
          "\(own.title)付出的比应付的多 \(over.grouped)", en: "\(own.title) was paid \(over.grouped) more than was owed"),
        help: isForgotten
          ? Wording(
            "年初就欠的，在 book.yaml 的“\(book.keys[Book.Keys.opening])”里按科目写明：现金、银行各一项，再加 \(form)",
            en:
              "what was owed at the opening stands in \(book.keys[Book.Keys.opening]), as a list by account with \(form)"
          )
          : Wording("核对收进时记的金额和付出的金额", en: "check what was booked when it came in and what was paid"))
    }
  }
}

/// The rules of what a voucher books on its sides, and of what accounts hold.
package enum BalanceRules {
  package static let unbalanced = Rule(
    "voucher-unbalanced", .error,
    Wording(
      "每张凭证借方和贷方相等；现金和银行之间存取款，两边各写一行。",
      en: "The sides of a voucher are equal; what moves between cash and bank has a line for each."),
    wrong: "2026-03-08,转-1,102 银行存款,提取备用金,,2000.00,银行",
    right: """
      2026-03-08,转-1,102 银行存款,提取备用金,,2000.00,银行
      2026-03-08,转-1,101 库存现金,提取备用金,2000.00,,现金
      """)
  package static let below = Rule(
    "money-below-zero", .warning,
    Wording("现金和银行存款哪一天都不少于零。", en: "Cash and bank are below zero on no day."),
    wrong: """
      finance/2026/book.yaml:
      opening: {cash: 100.00, bank: 90000.00}

      finance/2026/ledger.csv:
      日期,凭证号,科目,摘要,收入,支出,资金
      2026-03-08,付-1,50102 文体活动支出,购跳绳,,120.00,现金
      """,
    right: """
      finance/2026/book.yaml:
      opening: {cash: 200.00, bank: 90000.00}

      finance/2026/ledger.csv:
      日期,凭证号,科目,摘要,收入,支出,资金
      2026-03-08,付-1,50102 文体活动支出,购跳绳,,120.00,现金
      """)
  package static let debtForgotten = Rule(
    "opening-debt", .error,
    Wording(
      "年初欠着的、代管的钱按科目写进期初，不然结余就多算了。",
      en: "What was owed or held for others at the opening is stated by account; else the surplus is too large."),
    wrong: """
      finance/2026/book.yaml:
      opening: {cash: 200.00, bank: 90000.00}

      finance/2026/ledger.csv:
      日期,凭证号,科目,摘要,收入,支出,资金
      2026-01-20,付-1,211 应付上级经费,上缴上年四季度,,12000.00,银行
      """,
    right: """
      finance/2026/book.yaml:
      opening:
        - {account: 101 库存现金, amount: 200.00}
        - {account: 102 银行存款, amount: 90000.00}
        - {account: 211 应付上级经费, amount: 12000.00}

      finance/2026/ledger.csv:
      日期,凭证号,科目,摘要,收入,支出,资金
      2026-01-20,付-1,211 应付上级经费,上缴上年四季度,,12000.00,银行
      """)
  package static let overpaid = Rule(
    "debt-overpaid", .warning,
    Wording("应付的、代管的钱不会付得比收的多。", en: "No more is paid than was owed or held for others."),
    wrong: """
      finance/2026/book.yaml:
      opening: [{account: 101 库存现金, amount: 200}, {account: 102 银行存款, amount: 9000}, {account: 221 代管经费, amount: 500}]

      finance/2026/ledger.csv:
      日期,凭证号,科目,摘要,收入,支出,资金
      2026-01-20,付-1,221 代管经费,支付社团活动费,,600.00,银行
      """,
    right: """
      finance/2026/book.yaml:
      opening: [{account: 101 库存现金, amount: 200}, {account: 102 银行存款, amount: 9000}, {account: 221 代管经费, amount: 500}]

      finance/2026/ledger.csv:
      日期,凭证号,科目,摘要,收入,支出,资金
      2026-01-20,付-1,221 代管经费,支付社团活动费,,500.00,银行
      """)
  package static let overreturned = Rule(
    "claim-overreturned", .warning,
    Wording(
      "借出的、应收的钱不会收回得比借出的多。", en: "No more is returned than was lent or claimed."),
    wrong: """
      finance/2026/book.yaml:
      opening: {cash: 200.00, bank: 9000.00}

      finance/2026/ledger.csv:
      日期,凭证号,科目,摘要,收入,支出,资金
      2026-01-20,付-1,135 其他应收款,篮球赛借备用金,,500.00,银行
      2026-01-29,收-1,135 其他应收款,收回篮球赛备用金,600.00,,银行
      """,
    right: """
      finance/2026/book.yaml:
      opening: {cash: 200.00, bank: 9000.00}

      finance/2026/ledger.csv:
      日期,凭证号,科目,摘要,收入,支出,资金
      2026-01-20,付-1,135 其他应收款,篮球赛借备用金,,500.00,银行
      2026-01-29,收-1,135 其他应收款,收回篮球赛备用金,500.00,,银行
      """)
  package static let all = [unbalanced, below, debtForgotten, overpaid, overreturned]
}
