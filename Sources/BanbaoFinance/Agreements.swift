import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoTheme
import BanbaoUnion

/// 账证相符、账实相符、账账相符、账表相符 (会计法 art. 17; 《会计基础工作规范》art. 62): what was held against what, and the result.
struct Agreement: Sendable {
  enum Result: Sendable {
    case agrees, differs
    /// One of the sides was not given.
    case unknown
  }

  struct Comparison: Sendable {
    var what: Wording
    var one: Wording
    /// Nil where it was not given.
    var other: Wording?
    var result: Result
  }

  var name: Wording
  var comparisons: [Comparison]

  /// Agrees where every comparison does.
  var result: Result {
    if comparisons.contains(where: { $0.result == .differs }) { return .differs }
    return comparisons.contains { $0.result == .unknown } ? .unknown : .agrees
  }
}

extension FinanceSheet {
  /// The four agreements of the sheet. Vouchers and costs are compared while the books are checked: with a fault there
  /// nothing is published.
  ///
  /// - Parameter last: the books of the year before, with which the opening is compared.
  func agreements(_ year: PublicYear, last: YearBooks?) -> [Agreement] {
    let lines = LineCount(year.ledger, months: months)
    return [
      vouchers(lines),
      Agreement(name: Wording("账实相符", en: "Books and money agree"), comparisons: counted(year)),
      Agreement(
        name: Wording("账账相符", en: "Books agree with each other"),
        comparisons: opening(year, last: last) + ledgers(lines) + funds(year)),
      Agreement(name: Wording("账表相符", en: "Books and published sheet agree"), comparisons: sheet(year)),
    ]
  }

  private func vouchers(_ lines: LineCount) -> Agreement {
    Agreement(
      name: Wording("账证相符", en: "Books and vouchers agree"),
      comparisons: [
        .init(
          what: Wording("账本与凭证", en: "Ledger and vouchers"),
          one: Wording("分录\(formatted(count: lines.lines))笔", en: "\(formatted(count: lines.lines)) postings"),
          other: Wording(
            "凭证\(formatted(count: lines.vouchers))号，附单据\(formatted(count: lines.attachments))张，编号不重不缺",
            en:
              "\(formatted(count: lines.vouchers)) vouchers with \(formatted(count: lines.attachments)) documents, none missing or double"
          ),
          result: .agrees),
        .init(
          what: Wording("记录写明的经费与凭证", en: "Costs of records and vouchers"),
          one: Wording("\(formatted(count: lines.records))条记录", en: "\(formatted(count: lines.records)) records"),
          other: Wording(
            "注明它们的账本\(formatted(count: lines.recordLines))行，金额与记录一致",
            en: "\(formatted(count: lines.recordLines)) lines that name them, with the same amounts"), result: .agrees),
      ])
  }

  private func counted(_ year: PublicYear) -> [Agreement.Comparison] {
    // Of two sheets that end on one day either may tell what was counted.
    let ending = year.disclosures.filter { $0.period.value.months.upperBound == months.upperBound }
    return Fund.allCases.flatMap { fund in
      let held = year.books.balance(fund, after: months.upperBound)
      let stated = ending.lazy.compactMap { $0.counted?[fund]?.value }.first
      guard fund == .bank else {
        return [
          compare(
            Wording("现金", en: "Cash"), Wording("账面", en: "books"), held, Wording("盘点", en: "counted"), stated)
        ]
      }
      return statements(year, held, stated)
    }
  }

  /// The books and the statement of each bank, what is in transit taken into account.
  private func statements(_ year: PublicYear, _ held: Money?, _ stated: Money?) -> [Agreement.Comparison] {
    let month = months.upperBound
    let day =
      Day(year: period.year, month: month, day: Day.length(ofMonth: month, year: period.year)) ?? period.span.last
    let reconciled = year.books.reconciliations(on: day)
    let isWhole = stated != nil || reconciled.isEmpty || year.books.stated(on: day) != nil
    var all: [Agreement.Comparison] = []
    if stated != nil || reconciled.isEmpty {
      all.append(statement(Wording("银行存款", en: "Bank"), held, stated, transit: year.books.transit(on: day)))
    }
    all += reconciled.map { bank in
      let title = year.books.chart.accounts[bank.account].title
      return statement(
        Wording(title, en: title), year.books.balance(bank.account, on: day), bank.statement.value,
        transit: bank.transit)
    }
    // A bank of which nothing was said.
    if !isWhole { all.append(statement(Wording("其余银行账户", en: "Other banks"), nil, nil, transit: 0)) }
    return all
  }

  private func statement(
    _ name: Wording, _ held: Money?, _ stated: Money?, transit: Int64
  ) -> Agreement.Comparison {
    var bank = Wording("银行对账单", en: "bank statement")
    if let stated, transit != 0 {
      let (total, moving) = (stated.grouped, Money(fen: transit).grouped)
      bank = Wording(
        "\(bank.zh) \(total)，减未达账项 \(moving) 后", en: "\(bank.en) \(total), less \(moving) in transit:")
    }
    return compare(
      name, Wording("账面", en: "books"), held, bank, stated.map { Money(fen: $0.fen &- transit) })
  }

  /// This opening and the last closing, fund by fund.
  private func opening(_ year: PublicYear, last: YearBooks?) -> [Agreement.Comparison] {
    Fund.allCases.map { fund in
      let begins = months.lowerBound == 0
      let opening = year.books.balance(fund, after: months.lowerBound)
      var closing = begins ? last?.balance(fund, after: 12) : opening
      var name = Wording("上期期末", en: "last closing")
      // The last year's adjustments may have gone into either fund; `opening-mismatch` sees to it that it was but one.
      let adjustments = begins ? last?.book?.adjustments?.value.fen ?? 0 : 0
      if adjustments != 0, let own = opening, let before = closing, own.fen &- before.fen == adjustments {
        closing = own
        name = Wording("上期期末和调整", en: "last closing, adjusted")
      }
      return compare(
        Wording("\(fund.rawValue)期初与上期期末", en: "\(fund.english): opening and last closing"),
        Wording("期初", en: "opening"), opening, name, closing)
    }
  }

  /// 总账 and 明细账: the sums of the accounts, and those of every posting; and 试算平衡: both sides of all vouchers.
  private func ledgers(_ lines: LineCount) -> [Agreement.Comparison] {
    let income = amount(.total(.income)) ?? Money(fen: 0)
    let expense = amount(.total(.expense)) ?? Money(fen: 0)
    return [
      .init(
        what: Wording("总账与明细账", en: "Accounts and lines"),
        one: Wording(
          "各科目合计：收入 \(income.grouped)，支出 \(expense.grouped)",
          en: "accounts: income \(income.grouped), expense \(expense.grouped)"),
        other: Wording(
          "逐行相加：收入 \(lines.income.grouped)，支出 \(lines.expense.grouped)",
          en: "lines: income \(lines.income.grouped), expense \(lines.expense.grouped)"),
        result: income == lines.income && expense == lines.expense ? .agrees : .differs),
      .init(
        what: Wording("借方与贷方", en: "Debit and credit"),
        one: Wording("借方合计 \(lines.debit.grouped)", en: "debit \(lines.debit.grouped)"),
        other: Wording("贷方合计 \(lines.credit.grouped)", en: "credit \(lines.credit.grouped)"),
        result: lines.debit == lines.credit ? .agrees : .differs),
    ]
  }

  /// What the funds hold and what the accounts say: the balance, and money that is only passed on.
  private func funds(_ year: PublicYear) -> [Agreement.Comparison] {
    let end = months.upperBound
    guard let cash = year.books.balance(.cash, after: end), let bank = year.books.balance(.bank, after: end),
      let closing = year.books.balance(after: end)
    else { return [] }
    let current = year.books.current(after: end)
    let adjustments = Money(
      fen: 0 &- (year.book.adjustments?.value.fen ?? 0) &- year.books.openings.unbooked)
    var sum = Wording("结余 \(closing.grouped)", en: "balance \(closing.grouped)")
    for (name, part) in [
      (Wording("往来", en: "current accounts"), current),
      (Wording("不动用资金的调整", en: "adjustments that moved no money"), adjustments),
    ] where part.fen != 0 {
      let sign = part.fen < 0 ? "－" : "＋"
      let size = Money(fen: part.fen < 0 ? 0 &- part.fen : part.fen).grouped
      sum = Wording("\(sum.zh) \(sign) \(name.zh) \(size)", en: "\(sum.en) \(sign) \(name.en) \(size)")
    }
    return [
      .init(
        what: Wording("日记账与总账", en: "Journals and accounts"),
        one: Wording("现金 \(cash.grouped) ＋ 银行 \(bank.grouped)", en: "cash \(cash.grouped) ＋ bank \(bank.grouped)"),
        other: sum,
        // Money below zero is no money, whatever the sums say.
        result: cash.fen &+ bank.fen == closing.fen &+ current.fen &+ adjustments.fen && cash.fen >= 0 && bank.fen >= 0
          ? .agrees : .differs)
    ]
  }

  private func sheet(_ year: PublicYear) -> [Agreement.Comparison] {
    let told = published(year)
    let rows: [(Wording, Role, Money?)] = [
      (Wording("收入合计", en: "Total income"), .total(.income), sum(told.map { $0.income?.value })),
      (Wording("支出合计", en: "Total expense"), .total(.expense), sum(told.map { $0.expense?.value })),
      (Wording("期末结余", en: "Closing balance"), .closing, told.last?.closing?.value),
    ]
    let other =
      told.count > 1 ? Wording("各期公开表", en: "published sheets") : Wording("公开表", en: "published sheet")
    return rows.map { name, role, stated in
      compare(name, Wording("账本", en: "books"), amount(role), other, stated)
    }
  }

  /// The sheet of the period that was shown to members; of a year without one, those that make it up.
  private func published(_ year: PublicYear) -> [Book.Disclosure] {
    if let own = year.disclosure(period) { return [own] }
    var parts: [Book.Disclosure] = []
    var end = months.lowerBound
    // Of two that begin together the longer comes first.
    while let next = year.disclosures.first(where: { $0.period.value.months.lowerBound == end }),
      end < months.upperBound
    {
      parts.append(next)
      end = next.period.value.months.upperBound
    }
    return end == months.upperBound ? parts : []
  }

  private func sum(_ amounts: [Money?]) -> Money? {
    let tally = Tally(amounts)
    return tally.missing == 0 ? tally.sum : nil
  }

  private func compare(
    _ what: Wording, _ oneName: Wording, _ one: Money?, _ otherName: Wording, _ other: Money?
  ) -> Agreement.Comparison {
    func told(_ name: Wording, _ amount: Money?) -> Wording {
      let text = amount?.grouped ?? missingMark
      return Wording("\(name.zh) \(text)", en: "\(name.en) \(text)")
    }
    return .init(
      what: what, one: told(oneName, one), other: other.map { told(otherName, $0) },
      result: one == nil || other == nil ? .unknown : one == other ? .agrees : .differs)
  }
}

/// What the postings of some months add up to, counted without the totals.
private struct LineCount {
  private(set) var lines = 0
  private(set) var attachments = 0
  private(set) var recordLines = 0
  private(set) var vouchers = 0
  private(set) var income = Money(fen: 0)
  private(set) var expense = Money(fen: 0)
  private(set) var debit = Money(fen: 0)
  private(set) var credit = Money(fen: 0)
  private var seenRecords = Set<Int>()

  var records: Int { seenRecords.count }

  init(_ ledger: Ledger, months: Range<Int>) {
    func isShown(_ entry: Int32) -> Bool { months.contains(ledger.entries[Int(entry)].day.parts.month - 1) }
    for voucher in ledger.vouchers.indices {
      let own = ledger.vouchers.lines(voucher)
      guard let first = own.first, isShown(first) else { continue }
      vouchers += 1
      attachments = attachments.adding(ledger.documents(voucher))
      for record in own.compactMap({ ledger.entries[Int($0)].record }) {
        recordLines += 1
        seenRecords.insert(record)
      }
    }
    for posting in ledger.postings where isShown(posting.entry) {
      lines += 1
      if posting.isDebit { debit = debit.adding(Money(fen: posting.fen)) }
      if !posting.isDebit { credit = credit.adding(Money(fen: posting.fen)) }
      guard !posting.isClosing else { continue }
      switch ledger.chart.accounts[Int(posting.account)].side {
      case .income: income = income.adding(Money(fen: 0 &- posting.net))
      case .expense: expense = expense.adding(Money(fen: posting.net))
      default: break
      }
    }
  }
}

extension Agreement {
  static let names = Names<Agreement>(
    .words("name") { $0.name },
    .otherWords("name2") { $0.name },
    .words("result") { $0.result.wording },
    .flag("agrees") { $0.result == .agrees },
    .list("comparisons", Comparison.names) { $0.comparisons })
}

extension Agreement.Comparison {
  fileprivate static let names = Names<Self>(
    .words("what") { $0.what },
    .words("one") { $0.one },
    .words("other") { $0.other ?? Wording(missingMark, en: missingMark) },
    .flag("missing") { $0.other == nil },
    .words("result") { $0.result.wording },
    .flag("agrees") { $0.result == .agrees })
}

extension Agreement.Result {
  /// 相符, 不符, 〔待补〕.
  var wording: Wording {
    switch self {
    case .agrees: Wording("相符", en: "agree")
    case .differs: Wording("不符", en: "differ")
    case .unknown: Wording(missingMark, en: missingMark)
    }
  }
}
