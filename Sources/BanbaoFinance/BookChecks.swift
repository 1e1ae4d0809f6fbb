package import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension YearBooks {
  /// What a year's books say against themselves (DomainNotes 1.7, F1, F3, F6).
  func check() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    guard let book else {
      if let ledger {
        diagnostics.append(
          BookRules.missing.at(
            Place(ledger.path),
            Wording("\(year) 年有账本，没有 book.yaml", en: "there is a ledger of \(year) and no book.yaml"),
            help: Wording(
              "在同一个文件夹新建 book.yaml，写上 \(openingForm(.chinese, "…"))",
              en: "make book.yaml beside it, with \(openingForm(.chinese, "…"))")))
      }
      return diagnostics
    }
    let inForce = Standard.inForce(in: year)
    if book.standard.value != inForce {
      diagnostics.append(
        BookRules.standard.at(
          book.place(book.standard.mark),
          Wording(
            "\(year) 年执行 \(inForce.rawValue) 年的会计制度，不是 \(book.standard.value.rawValue) 年的",
            en: "\(year) is under the accounting system of \(inForce.rawValue)"),
          help: Wording(
            "写成 \(book.keys[Book.Keys.standard]): \(inForce.rawValue)",
            en: "write \(book.keys[Book.Keys.standard]): \(inForce.rawValue)")))
    }
    let excess = checkSize(book)
    diagnostics += excess + checkBudget(book)
    guard let ledger, let totals else { return diagnostics }
    if let entry = totals.overflow {
      diagnostics.append(
        BookRules.overflow.at(
          ledger.amountPlace(entry),
          Wording("合计到这一行，金额已大到无法计算", en: "up to this line, the sum is too large to compute"),
          help: Wording("核对这一行的金额：\(entry.amount.grouped)", en: "check the amount: \(entry.amount.grouped)")))
      return diagnostics
    }
    diagnostics += checkOpening(book)
    guard ledger.isWhole, excess.isEmpty else { return diagnostics }
    diagnostics += checkOpeningBalances(book) + checkMoney(ledger) + checkDebts(ledger, totals, book)
    diagnostics += checkClaims(ledger, totals, book)
    for disclosure in book.disclosures { diagnostics += check(disclosure, book, ledger, totals) }
    return diagnostics + checkReconciliations(book) + checkRepeated(book)
  }

  /// The book's own amounts stay so small that sums of them and the ledger's cannot overflow.
  private func checkSize(_ book: Book) -> [Diagnostic] {
    func balance(_ opening: Book.Opening?) -> [Located<Money>?] {
      [opening?.cash, opening?.bank] + (opening?.accounts ?? []).map(\.amount)
    }
    let amounts =
      balance(book.opening) + [book.adjustments] + book.budget.map(\.amount)
      + book.budgetChanges.flatMap { $0.items.map(\.amount) }
      + book.disclosures.flatMap { [$0.income, $0.expense, $0.closing] + balance($0.counted) }
      + book.reconciliations.flatMap { [$0.statement] + $0.items.map(\.amount) }
    return amounts.compactMap { $0 }.filter { $0.value.fen.magnitude > Totals.limit.fen.magnitude / 4 }.map { amount in
      BookRules.overflow.at(
        book.place(amount.mark),
        Wording("金额 \(amount.value.grouped) 大到无法计算", en: "\(amount.value.grouped) is too large to compute with"),
        help: Wording("看看是不是多写了几位", en: "see whether it has digits too many"))
    }
  }

  private func checkOpening(_ book: Book) -> [Diagnostic] {
    if book.opening?.isUnreadable == true || opening != nil { return [] }
    let form = openingForm(book.keys, "0.00")
    return [
      BookRules.opening.at(
        Place(book.path, line: 1, column: 1),
        Wording("没有写全期初现金和银行存款，结余无法计算", en: "without opening cash and bank, no balance can be computed"),
        help: Wording(
          "写成 \(form) 这样，0.00 换成年初的数", en: "write as in \(form), with the balances at the year's beginning"))
    ]
  }

  private func openingForm(_ keys: KeyLanguage, _ amount: String) -> String {
    "\(keys[Book.Keys.opening]): {\(keys[Book.BalanceKeys.cash]): \(amount), \(keys[Book.BalanceKeys.bank]): \(amount)}"
  }

  /// A sheet's own figures against the ledger's.
  private func check(
    _ disclosure: Book.Disclosure, _ book: Book, _ ledger: Ledger, _ totals: Totals
  ) -> [Diagnostic] {
    let period = disclosure.period.value
    guard period.year == year else {
      return [
        BookRules.period.at(
          book.place(disclosure.period.mark),
          Wording("\(period.code) 不是 \(year) 年的", en: "\(period.code) is not in \(year)"),
          help: Wording("写成 H1、H2、Q1…Q4 或 year", en: "write H1, H2, Q1…Q4 or year"))
      ]
    }
    let months = period.months
    var diagnostics: [Diagnostic] = []
    func compare(_ stated: Located<Money>?, _ computed: Money?, _ name: Wording, _ rule: Rule) {
      guard let stated, let computed, stated.value != computed else { return }
      let difference = Money(fen: stated.value.fen &- computed.fen)
      diagnostics.append(
        rule.at(
          book.place(stated.mark),
          Wording(
            "\(period.wording.zh)\(name.zh)写 \(stated.value.grouped)，账本算出 \(computed.grouped)，差 \(difference.grouped)",
            en:
              "\(name.en) of \(period.wording.en) is given as \(stated.value.grouped), the ledger gives \(computed.grouped), a difference of \(difference.grouped)"
          ),
          help: Wording("核对账本和公开表，改正错的一边", en: "check both, and mend the one that is wrong"),
          related: [Related(Place(ledger.path), Wording("账本", en: "the ledger"))]))
    }
    compare(disclosure.income, totals.sum(.income, months: months), Wording("收入合计", en: "the income"), BookRules.sheet)
    compare(
      disclosure.expense, totals.sum(.expense, months: months), Wording("支出合计", en: "the expense"), BookRules.sheet)
    compare(
      disclosure.closing, balance(after: months.upperBound), Wording("期末结余", en: "the closing balance"),
      BookRules.closing)
    compare(
      disclosure.counted?.cash, balance(.cash, after: months.upperBound), Wording("现金盘点数", en: "the cash counted"),
      BookRules.counted)
    return diagnostics + checkStatement(disclosure, book, ledger)
  }

  private func checkRepeated(_ book: Book) -> [Diagnostic] {
    var first: [Period: Book.Disclosure] = [:]
    return book.disclosures.compactMap { disclosure in
      guard let other = first.updateValue(disclosure, forKey: disclosure.period.value) else { return nil }
      return BookRules.period.at(
        book.place(disclosure.period.mark),
        Wording("\(disclosure.period.value.wording.zh)公开了两次", en: "\(disclosure.period.value.code) is disclosed twice"),
        help: Wording("只留一项", en: "keep only one"),
        related: [Related(book.place(other.period.mark), Wording("第一次写在这里", en: "it is given here first"))])
    }
  }
}

/// The rules of a year's book and of its sheets.
package enum BookRules {
  package static let missing = Rule(
    "book-missing", .error,
    Wording(
      "每年的账本旁边要有 book.yaml，写明期初、预算和公开情况。",
      en: "Beside each ledger stands book.yaml with its opening, budget and disclosures."),
    wrong: "finance/2024/ledger.csv",
    right: "finance/2024/book.yaml:\nopening: {cash: 860.00, bank: 90000.00}")
  package static let standard = Rule(
    "standard-not-in-force", .error,
    Wording(
      "2022 年起执行财会〔2021〕7号，此前执行财会〔2009〕7号；同一个编号在两个制度里意思不同。",
      en:
        "From 2022 on the system of 2021 is in force, before it that of 2009; one number means different things in them."
    ),
    wrong: "standard: 2009",
    right: "standard: 2021")
  package static let overflow = Rule(
    "amount-overflow", .error,
    Wording("金额的合计不能超过可以计算的范围。", en: "Sums stay within what can be computed."),
    wrong: "2026-03-08,付-1,50102 文体活动支出,购跳绳,,90000000000000000.00,现金",
    right: "2026-03-08,付-1,50102 文体活动支出,购跳绳,,900.00,现金")
  package static let opening = Rule(
    "opening-missing", .error,
    Wording(
      "book.yaml 写明年初的现金和银行存款，没有就写 0.00。",
      en: "book.yaml gives the year's opening cash and bank, 0.00 if there was none."),
    wrong: "opening: {cash: 860.00}", right: "opening: {cash: 860.00, bank: 90000.00}")
  package static let openingBalance = Rule(
    "opening-balance", .error,
    Wording(
      "期初按科目写时，每项有科目和金额，一个科目一项；资产等于负债加净资产，现金和银行不为负。",
      en:
        "An opening by account has an account and an amount in each item, each account once; assets equal debts and "
        + "net assets, and no fund is below zero."),
    wrong: "opening: [{account: 101 库存现金}, {account: 102 银行存款, amount: 90000.00}]",
    right: "opening: [{account: 101 库存现金, amount: 860.00}, {account: 102 银行存款, amount: 90000.00}]")
  package static let openingDay = Rule(
    "opening-day", .warning,
    Wording(
      "账从年中记起时，book.yaml 写明期初是哪一天的。", en: "Books that begin within a year say of which day their opening is."),
    wrong: """
      finance/2026/book.yaml:
      opening: {cash: 860.00, bank: 90000.00}

      finance/2026/ledger.csv:
      日期,凭证号,科目,摘要,收入,支出,资金
      2026-07-08,付-45,50102 文体活动支出,购跳绳,,120.00,现金
      """,
    right: """
      finance/2026/book.yaml:
      opening: {cash: 860.00, bank: 90000.00}
      opening_day: 2026-07-01

      finance/2026/ledger.csv:
      日期,凭证号,科目,摘要,收入,支出,资金
      2026-07-08,付-45,50102 文体活动支出,购跳绳,,120.00,现金
      """)
  package static let period = Rule(
    "disclosure-period", .error,
    Wording("公开的期间是本年的 H1、H2、Q1 到 Q4 或 year，每期一项。", en: "A disclosure is of H1, H2, Q1 to Q4 or the year, each once."),
    wrong: """
      disclosures:
        - {period: H1, published: 2026-07-15, review: {date: 2026-07-10, by: 经费审查委员会, opinion: 同意}}
        - {period: H1, published: 2026-07-16, review: {date: 2026-07-10, by: 经费审查委员会, opinion: 同意}}
      """,
    right: """
      disclosures:
        - {period: H1, published: 2026-07-15, review: {date: 2026-07-10, by: 经费审查委员会, opinion: 同意}}
      """)
  package static let sheet = Rule(
    "sheet-mismatch", .error,
    Wording(
      "公开表上的收入合计、支出合计与账本逐行相加相等（账表相符）。", en: "The sheet's income and expense equal the sums of the ledger's lines."),
    wrong: """
      disclosures:
        - period: H1
          published: 2026-07-15
          review: {date: 2026-07-10, by: 经费审查委员会, opinion: 同意}
          income: 100.00  # 账本上半年收入 120.00
      """,
    right: """
      disclosures:
        - period: H1
          published: 2026-07-15
          review: {date: 2026-07-10, by: 经费审查委员会, opinion: 同意}
          income: 120.00
      """)
  package static let closing = Rule(
    "closing-mismatch", .error,
    Wording(
      "期末结余等于期初加收入减支出（加调整）。", en: "The closing balance is the opening plus income less expense, with adjustments."),
    wrong: """
      opening: {cash: 0.00, bank: 100.00}  # 账本上半年收入 120.00，支出 10.00
      disclosures:
        - period: H1
          published: 2026-07-15
          review: {date: 2026-07-10, by: 经费审查委员会, opinion: 同意}
          closing: 90.00
      """,
    right: """
      opening: {cash: 0.00, bank: 100.00}
      disclosures:
        - period: H1
          published: 2026-07-15
          review: {date: 2026-07-10, by: 经费审查委员会, opinion: 同意}
          closing: 210.00
      """)
  package static let counted = Rule(
    "counted-mismatch", .error,
    Wording("盘点的现金、银行对账单的余额与账面相等（账实相符）。", en: "Cash counted and the bank's statement equal the books."),
    wrong: """
      disclosures:
        - period: H1
          published: 2026-07-15
          review: {date: 2026-07-10, by: 经费审查委员会, opinion: 同意}
          counted: {cash: 100.00}  # 账面 120.00
      """,
    right: """
      disclosures:
        - period: H1
          published: 2026-07-15
          review: {date: 2026-07-10, by: 经费审查委员会, opinion: 同意}
          counted: {cash: 120.00}
      """)
  package static let budget = Rule(
    "budget-line", .error,
    Wording(
      "预算只列收入和支出科目，每个科目一行；明细科目合计不超过总科目。",
      en: "The budget has one line for each account of income or expense, and no more for its parts than for itself."),
    wrong: "budget: [{account: 501 职工活动支出, amount: 1000}, {account: 501 职工活动支出, amount: 500}]",
    right: "budget: [{account: 501 职工活动支出, amount: 1500}]")
  package static let all = [
    missing, standard, overflow, opening, openingBalance, openingDay, period, sheet, closing, counted, budget,
  ]
}
