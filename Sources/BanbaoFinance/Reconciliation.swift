package import BanbaoDiagnostics
package import BanbaoSource

/// 对账: a bank's statement of a day, held against the books (财会〔2021〕7号 art. 29).
package struct Reconciliation: Sendable {
  package var date: Located<Day>
  /// In the book's chart.
  var account: Int
  /// Where the account stands, or the item that leaves it out.
  var accountMark: Mark
  package var statement: Located<Money>
  var items: [Transit]

  /// 未达账项: what one side has booked and the other has not yet.
  struct Transit: Sendable {
    var date: Located<Day>
    var kind: Kind
    var amount: Located<Money>
    var summary: String

    enum Kind: String, Choice {
      case receivedUnknownToBank = "企业已收银行未收"
      case paidUnknownToBank = "企业已付银行未付"
      case receivedUnknownToBooks = "银行已收企业未收"
      case paidUnknownToBooks = "银行已付企业未付"

      var english: String {
        switch self {
        case .receivedUnknownToBank: "Received, not yet by the bank"
        case .paidUnknownToBank: "Paid, not yet by the bank"
        case .receivedUnknownToBooks: "Received by the bank, not yet booked"
        case .paidUnknownToBooks: "Paid by the bank, not yet booked"
        }
      }
    }
  }

  /// What all items of a kind add up to, in whole fen.
  func sum(_ kind: Transit.Kind) -> Int64 {
    items.reduce(0) { $1.kind == kind ? $0 &+ $1.amount.value.fen : $0 }
  }

  /// What the statement comes to with all that the bank has not booked yet.
  var adjustedStatement: Money {
    Money(fen: statement.value.fen &+ sum(.receivedUnknownToBank) &- sum(.paidUnknownToBank))
  }

  /// What a balance of the books comes to with all that the bank has booked already.
  func adjusted(_ books: Money) -> Money {
    Money(fen: books.fen &+ sum(.receivedUnknownToBooks) &- sum(.paidUnknownToBooks))
  }

  /// By how much the statement is larger than the books for what is in transit, in whole fen.
  var transit: Int64 {
    sum(.receivedUnknownToBooks) &- sum(.paidUnknownToBooks) &- sum(.receivedUnknownToBank) &+ sum(.paidUnknownToBank)
  }

  // MARK: Reading

  enum Keys {
    static let date = Key.day("date", "日期", Wording("对账单是哪一天的余额", en: "the day of the statement's balance"), .required)
    static let account = Key.text(
      "account", "科目", Wording("哪个银行账户，如 102-工行；不写是 102 银行存款", en: "which bank; 102 if left out"))
    static let statement = Key.money(
      "statement", "对账单余额", Wording("银行对账单上的余额，元", en: "the statement's balance, in yuan"), .required)
    static let items = GroupKey("items", "未达账项", Wording("一方已经记账、另一方还没有记的款项", en: "what only one side has booked"))
    static let itemDate = Key.day("date", "日期", Wording("已经记账的那一方是哪一天记的", en: "when it was booked"), .required)
    static let kind = Key.choice(
      "kind", "类型", Transit.Kind.self, Wording("谁记了、谁没有记", en: "which side has booked it"), .required)
    static let amount = Key.money("amount", "金额", Wording("元", en: "in yuan"), .required)
    static let summary = Key.text("summary", "摘要", Wording("是什么款项，如支票号", en: "what it is, such as the cheque's number"))
  }

  /// The account is an index of `details`.
  static func read(_ fields: inout FieldReader, _ details: DetailAccounts) -> Reconciliation? {
    let date = fields.read(Keys.date)
    let account = fields.read(Keys.account)
    let statement = fields.read(Keys.statement)
    let items = fields.records(Keys.items) {
      readItem(&$0)
    }
    var index = details.chart.funds.firstIndex(of: .bank)
    if let account {
      do {
        index = try details.find(account.value)
      } catch {
        fields.report(error.rule.at(fields.place(account.mark), error.message, help: error.help))
        return nil
      }
    }
    guard let date, let statement, let index else { return nil }
    return Reconciliation(
      date: date, account: index, accountMark: account?.mark ?? date.mark, statement: statement, items: items)
  }

  private static func readItem(_ fields: inout FieldReader) -> Transit? {
    let date = fields.read(Keys.itemDate)
    let kind = fields.read(Keys.kind)
    let amount = fields.read(Keys.amount)
    let summary = fields.read(Keys.summary)
    guard let date, let kind, let amount else { return nil }
    return Transit(date: date, kind: kind.value, amount: amount, summary: summary?.value ?? "")
  }
}

extension YearBooks {
  /// The reconciliations of a day, one a bank.
  func reconciliations(on day: Day) -> [Reconciliation] {
    (book?.reconciliations ?? []).filter { $0.date.value == day && chart.funds[$0.account] == .bank }
  }

  /// What all banks together state for a day by the reconciliations; nil where one of them is not reconciled.
  func stated(on day: Day) -> Money? {
    let told = reconciliations(on: day)
    let covered = Set(told.flatMap { chart.members[$0.account] })
    let used = chart.accounts.indices.filter {
      chart.funds[$0] == .bank && (openings.own[$0] != 0 || index?.isUsed($0, months: 0..<12) ?? false)
    }
    guard !told.isEmpty, covered.isSuperset(of: used) else { return nil }
    return Money(fen: told.reduce(0) { $0 &+ $1.statement.value.fen })
  }

  /// By how much the banks' statements of a day are larger than the books for what is in transit, in whole fen.
  func transit(on day: Day) -> Int64 { reconciliations(on: day).reduce(0) { $0 &+ $1.transit } }

  /// What an account of assets holds at the end of a day, with those below it; nil without an opening.
  func balance(_ account: Int, on day: Day) -> Money? {
    let month = day.parts.month - 1
    guard let ledger, let index, let before = balances(after: month) else { return nil }
    let moved = chart.members[account].lazy.flatMap { index.postings($0, months: month..<month + 1) }.map {
      ledger.postings[Int($0)]
    }.reduce(Int64(0)) { ledger.entries[Int($1.entry)].day <= day ? $0 &+ $1.net : $0 }
    return Money(fen: before.of(account).fen &+ moved)
  }

  /// The bank's statement at a period's end, but for what its reconciliation lists as in transit.
  func checkStatement(_ disclosure: Book.Disclosure, _ book: Book, _ ledger: Ledger) -> [Diagnostic] {
    let period = disclosure.period.value
    let day = period.span.last
    guard let stated = disclosure.counted?.bank, let held = balance(.bank, after: period.months.upperBound) else {
      return []
    }
    let transit = transit(on: day)
    let expected = Money(fen: held.fen &+ transit)
    guard stated.value != expected else { return [] }
    let difference = Money(fen: stated.value.fen &- expected.fen)
    let reconciled =
      transit == 0
      ? Wording("", en: "")
      : Wording("加减未达账项是 \(expected.grouped)，", en: " (\(expected.grouped) with what is in transit)")
    let form = book.reconciliationForm(day, stated.value, less: held)
    let isListed = book.reconciliations.contains { $0.date.value == day }
    return [
      BookRules.counted.at(
        book.place(stated.mark),
        Wording(
          "\(period.wording.zh)银行对账单余额写 \(stated.value.grouped)，账本算出 \(held.grouped)，\(reconciled.zh)差 \(difference.grouped)",
          en:
            "the bank's statement of \(period.wording.en) is given as \(stated.value.grouped), the ledger gives \(held.grouped)\(reconciled.en), a difference of \(difference.grouped)"
        ),
        help: isListed
          ? Wording(
            "核对对账单余额、账本和“\(book.keys[Book.Keys.reconciliations])”里 \(day.iso) 的未达账项",
            en: "check the statement, the ledger and what \(book.keys[Book.Keys.reconciliations]) lists for \(day.iso)")
          : Wording(
            "先逐笔核对账本和对账单，改正错的一边；只是一方还没有记账的（如未兑付的支票），在 book.yaml 里列出来：\(form)",
            en:
              "compare both entry by entry and mend what is wrong; what one side has only not booked yet, such as a cheque, stands in book.yaml: \(form)"
          ), related: [Related(Place(ledger.path), Wording("账本", en: "the ledger"))])
    ]
  }

  /// 余额调节表: both adjusted balances agree.
  func checkReconciliations(_ book: Book) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var first: [[Int]: Reconciliation] = [:]
    for reconciliation in book.reconciliations {
      let day = reconciliation.date.value
      let title = chart.accounts[reconciliation.account].title
      func report(_ mark: Mark, _ message: Wording, _ help: Wording, _ related: [Related] = []) {
        diagnostics.append(
          ReconciliationRules.mismatch.at(book.place(mark), message, help: help, related: related))
      }
      guard chart.funds[reconciliation.account] == .bank else {
        report(
          reconciliation.accountMark, Wording("\(title)不是银行账户", en: "\(title) is no bank account"),
          Wording("写 102 银行存款，有几个银行的写明是哪一个，如 102-工行", en: "write 102, with the bank where there are several"))
        continue
      }
      guard day.year == year else {
        report(
          reconciliation.date.mark, Wording("对账的日期 \(day.iso) 不在 \(year) 年", en: "\(day.iso) is not in \(year)"),
          Wording("写到 \(day.year) 年的 book.yaml 里", en: "it belongs into the book of \(day.year)"))
        continue
      }
      if let other = first.updateValue(reconciliation, forKey: [reconciliation.account, day.serial]) {
        report(
          reconciliation.date.mark,
          Wording("\(title) \(day.iso) 对了两次账", en: "\(title) is reconciled twice on \(day.iso)"),
          Wording("只留一项", en: "keep one"),
          [Related(book.place(other.date.mark), Wording("另一项", en: "the other one"))])
        continue
      }
      for item in reconciliation.items where item.date.value > day {
        report(
          item.date.mark,
          Wording(
            "未达账项的日期 \(item.date.value.iso) 在对账的 \(day.iso) 以后",
            en: "\(item.date.value.iso) is after the statement's \(day.iso)"),
          Wording("只列对账那天以前已经有一方记账的款项；核对日期", en: "list what one side had booked by that day; check the days"))
      }
      guard let held = balance(reconciliation.account, on: day) else { continue }
      let (bank, books) = (reconciliation.adjustedStatement, reconciliation.adjusted(held))
      guard bank != books else { continue }
      let difference = Money(fen: bank.fen &- books.fen)
      report(
        reconciliation.statement.mark,
        Wording(
          "\(title) \(day.iso) 调节后对账单是 \(bank.grouped)，账面是 \(books.grouped)，差 \(difference.grouped)",
          en:
            "\(title) of \(day.iso) is adjusted to \(bank.grouped) by the statement and \(books.grouped) by the books, a difference of \(difference.grouped)"
        ),
        Wording(
          "逐笔核对对账单和银行存款日记账：漏列的未达账项补上，记错的账改正",
          en:
            "compare the statement with the journal entry by entry: list what is in transit, mend what is booked wrong")
      )
    }
    return diagnostics
  }
}

extension Book {
  /// A reconciliation as the file is to write it, for a statement that is more or less than the books.
  func reconciliationForm(_ day: Day, _ statement: Money, less books: Money) -> String {
    typealias Keys = Reconciliation.Keys
    let difference = Int64(clamping: statement.fen.subtractingReportingOverflow(books.fen).partialValue)
    let kind: Reconciliation.Transit.Kind = difference > 0 ? .paidUnknownToBank : .receivedUnknownToBank
    let size = Money(fen: Int64(clamping: difference.magnitude)).ungrouped
    let item =
      "{\(keys[Keys.itemDate]): …, \(keys[Keys.kind]): \(kind.rawValue), \(keys[Keys.amount]): \(size), \(keys[Keys.summary]): …}"
    return
      "\(keys[Book.Keys.reconciliations]): [{\(keys[Keys.date]): \(day.iso), \(keys[Keys.statement]): \(statement.ungrouped), \(keys[Keys.items]): [\(item)]}]"
  }
}

/// The rules of reconciling banks.
package enum ReconciliationRules {
  package static let mismatch = Rule(
    "reconciliation-mismatch", .error,
    Wording(
      "银行对账单加减未达账项以后，等于账面加减未达账项以后的余额（余额调节表）。",
      en: "The bank's statement and the books agree when what is in transit is added to both."),
    wrong: """
      finance/2026/book.yaml:
      opening: {cash: 200.00, bank: 90000.00}
      reconciliations:
        - {date: 2026-03-31, statement: 90000.00}

      finance/2026/ledger.csv:
      日期,凭证号,科目,摘要,收入,支出,资金
      2026-03-30,付-1,50102 文体活动支出,购跳绳（支票）,,120.00,银行
      """,
    right: """
      finance/2026/book.yaml:
      opening: {cash: 200.00, bank: 90000.00}
      reconciliations:
        - date: 2026-03-31
          statement: 90000.00
          items: [{date: 2026-03-30, kind: 企业已付银行未付, amount: 120.00, summary: 付-1 的支票}]

      finance/2026/ledger.csv:
      日期,凭证号,科目,摘要,收入,支出,资金
      2026-03-30,付-1,50102 文体活动支出,购跳绳（支票）,,120.00,银行
      """)
  package static let all = [mismatch]
}
