import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSite
import BanbaoSource
import BanbaoTheme
import BanbaoUnion

// Over 300 lines: the names of an account's page stand beside the models that they show.

/// The page of an account: `finance/2026/50102.html`.
func accountPath(_ year: Int, _ number: String) -> String { "finance/\(padded(year, 4))/\(accountFile(number)).html" }

/// The name of an account's page; those of detail accounts lie in a folder, so that no month's page has the same name.
private func accountFile(_ number: String) -> String {
  guard let end = number.firstIndex(of: "-") else { return number }
  return String(number[..<end]) + "/" + number[end...].dropFirst()
}

/// Where the page of an account tells of a period: `h1`, `q3`.
func periodAnchor(_ period: Period) -> String { period.code.dropFirst(5).lowercased() }

/// Where the page of an account, or of its month, shows the entries of a month (from 0).
func entriesURL(_ year: PublicYear, _ account: Int, month: Int) -> String {
  let number = year.chart.accounts[account].number
  let isLong = year.entries.postings(account, months: year.months).count > longestAccount
  return isLong
    ? percentEncoded(path: accountPath(year.year, number, month: month))
    : percentEncoded(path: accountPath(year.year, number)) + "#m\(month + 1)"
}

/// The page of one month of an account with many entries: `finance/2026/50102-03.html`.
private func accountPath(_ year: Int, _ number: String, month: Int) -> String {
  "finance/\(padded(year, 4))/\(accountFile(number))-\(padded(month + 1, 2)).html"
}

/// An account with more lines than this has a page for each month.
private let longestAccount = 400

extension Finance {
  static let accountTemplate = Template<AccountOnPage>(
    "finance-account",
    .text("heading") { $0.heading },
    .text("heading2") { _ in "" },
    .words("note") { $0.note },
    .text("books_note") { $0.booksNote },
    .list("facets", facetNames) { $0.facets },
    .list("tables", Table.names) { $0.tables },
    .list("periods", AccountOnPage.Span.names) { $0.periods },
    .list("months", AccountOnPage.Month.names) { $0.months })

  /// The pages of every account of a year that has an entry.
  static func accountPages(_ year: PublicYear, _ library: Library) -> [PagePlan] {
    year.chart.accounts.indices.filter { year.hasPage($0) }.flatMap { account in
      AccountPages(year: year, account: account, library: library).plans
    }
  }
}

/// What the page of an account shows, or that of one of its months.
struct AccountOnPage: Sendable {
  /// A period and what was booked in it.
  struct Span: Sendable {
    /// The anchor of its line; empty for none.
    var id: String
    var label: Wording
    /// The page that shows its entries; empty where this one does.
    var path = ""
    /// Where on this page they stand; empty for nowhere.
    var anchor = ""
    var count: Int
    var amount: Money
    /// From the year's first day to the period's last.
    var sum: Money
    /// Whether it is more than a month.
    var isPart: Bool

    static let names = Names<Span>(
      .text("id") { $0.id },
      .words("label") { $0.label },
      .address("url") { percentEncoded(path: $0.path) },
      .text("anchor") { $0.anchor },
      .number("count") { $0.count },
      .text("amount") { $0.amount.grouped },
      .flag("amount_negative") { $0.amount.fen < 0 },
      .text("sum") { $0.sum.grouped },
      .flag("sum_negative") { $0.sum.fen < 0 },
      .flag("part") { $0.isPart })
  }

  struct Month: Sendable {
    /// From 0.
    var month: Int
    var account: String
    var amount: Money
    var entries: [Line]

    static let names = Names<Month>(
      .text("id") { "m\($0.month + 1)" },
      .words("label") { monthWords($0.month + 1) },
      .text("account") { $0.account },
      .number("count") { $0.entries.count },
      .text("amount") { $0.amount.grouped },
      .list("entries", Line.names) { $0.entries })
  }

  struct Line: Sendable {
    var iso: String
    var day: String
    var voucher: String
    var summary: String
    var details: String
    var record: String
    var recordURL: String
    var amount: Money

    static let names = Names<Line>(
      .text("iso") { $0.iso },
      .text("day") { $0.day },
      .text("voucher") { $0.voucher },
      .text("summary") { $0.summary },
      .text("details") { $0.details },
      .text("record") { $0.record },
      .address("record_url") { $0.recordURL },
      .text("amount") { $0.amount.grouped },
      .flag("negative") { $0.amount.fen < 0 })
  }

  var heading: String
  /// What the sign of an amount means here.
  var note: Wording
  var booksNote: String
  var facets: [FacetLink]
  var tables: [Table]
  var periods: [Span]
  var months: [Month]
}

/// Makes the pages of one account.
private struct AccountPages: Sendable {
  let year: PublicYear
  let account: Int
  let library: Library

  private var own: Account { year.chart.accounts[account] }
  private var isLong: Bool { year.entries.postings(account, months: year.months).count > longestAccount }

  private func words(_ zh: String, _ en: String) -> String { library.words(Wording(zh, en: en)) }

  private func path(month: Int) -> String {
    accountPath(year.year, own.number, month: month)
  }

  /// The months in which the account itself has entries.
  private var months: [Int] { year.months.filter { !year.entries.postings(account, months: $0..<$0 + 1).isEmpty } }

  var plans: [PagePlan] {
    let long = isLong
    return [plan(accountPath(year.year, own.number), nil, long)]
      + (long ? months.map { plan(path(month: $0), $0, long) } : [])
  }

  /// The account's page, or that of one of its months.
  private func plan(_ path: String, _ month: Int?, _ isLong: Bool) -> PagePlan {
    let part = month.map { library.words(monthWords($0 + 1)) } ?? ""
    let title = words(
      "\(year.year)年\(part) \(own.title)", "\(own.title), \(part.isEmpty ? "" : part + " ")\(year.year)")
    var crumbs: [PagePlan.Crumb] = [
      .init(library.words(Finance.section), url: "\(Finance.folder)/index.html"),
      .init(library.words(Period(year.year).wording), url: sheetPath(Period(year.year))),
    ]
    if let parent = year.chart.index(ofNumber: own.parent) {
      crumbs.append(.init(year.chart.accounts[parent].title, url: accountPath(year.year, own.parent)))
    }
    if month != nil { crumbs.append(.init(own.title, url: accountPath(year.year, own.number))) }
    return PagePlan(
      Finance.accountTemplate, path: path, title: title, origin: Place(year.ledger.path), section: Finance.folder,
      crumbs: crumbs
    ) { page(path, month, title: title, isLong) }
  }

  private func page(_ path: String, _ month: Int?, title: String, _ isLong: Bool) -> AccountOnPage {
    let shown = month.map { [$0] } ?? (isLong ? [] : months)
    let facets =
      isLong
      ? months.map {
        Facet(
          label: library.words(monthWords($0 + 1)), path: self.path(month: $0),
          count: year.entries.postings(account, months: $0..<$0 + 1).count)
      }.links(current: path) : []
    return AccountOnPage(
      heading: title, note: note, booksNote: year.book.note, facets: facets,
      tables: month == nil ? balances + subaccounts : [], periods: month == nil ? spans(isLong) : [],
      months: shownMonths(shown))
  }

  private var note: Wording {
    switch own.side {
    case .income:
      Wording("收到的是正数，退回和冲销的是负数。", en: "What came in is positive, what was paid back or cancelled negative.")
    case .expense:
      Wording("支出的是正数，退回和冲销的是负数。", en: "What was spent is positive, what came back or was cancelled negative.")
    default: Wording("增加的是正数，减少的是负数。", en: "What was added is positive, what was taken off negative.")
    }
  }

  /// What an account of the balance sheet held, took, gave and holds.
  private var balances: [Table] {
    guard own.side != .income, own.side != .expense, let before = year.books.balances(after: year.months.lowerBound),
      let after = year.books.balances(after: year.months.upperBound)
    else { return [] }
    let moved = year.totals.turnover(account, months: year.months)
    let isMoney = own.fund != nil
    let rows = [
      (Wording("期初余额", en: "Opening"), before.of(account)),
      (isMoney ? Wording("收进", en: "Received") : Wording("借方发生", en: "Debit"), moved.debit),
      (isMoney ? Wording("付出", en: "Paid") : Wording("贷方发生", en: "Credit"), moved.credit),
      (Wording("期末余额", en: "Closing"), after.of(account)),
    ]
    return [
      Table(
        caption: Wording("余额", en: "Balance"),
        columns: [
          Table.Column(label: Wording("项目", en: "Item")),
          Table.Column(label: Wording("金额（元）", en: "Yuan"), isNumber: true),
        ],
        rows: rows.map { [Table.Cell(library.words($0)), Table.Cell.amount($1)] }, hasTotal: true)
    ]
  }

  /// The sub-accounts, each with its own page.
  private var subaccounts: [Table] {
    let rows = year.subaccounts(account).filter { year.hasPage($0) }.map { index in
      let number = year.chart.accounts[index].number
      return [
        Table.Cell(year.chart.accounts[index].title, url: percentEncoded(path: accountPath(year.year, number))),
        Table.Cell.count(year.entries.postings(index, months: year.months).count),
        Table.Cell.amount(year.totals.amount(index, months: year.months)),
      ]
    }
    guard !rows.isEmpty else { return [] }
    return [
      Table(
        caption: Wording("明细科目", en: "Sub-accounts"),
        columns: [
          Table.Column(label: Wording("科目", en: "Account")),
          Table.Column(label: Wording("笔数", en: "Entries"), isNumber: true),
          Table.Column(label: Wording("金额（元）", en: "Yuan"), isNumber: true),
        ], rows: rows)
    ]
  }

  // MARK: Months

  /// Each month, quarter and half that is public, and all of them, so that the figure of any sheet is found again.
  private func spans(_ isLong: Bool) -> [AccountOnPage.Span] {
    var spans: [AccountOnPage.Span] = []
    let members = year.chart.members[account]
    func append(
      _ label: Wording, id: String, _ months: Range<Int>, path: String = "", anchor: String = "", isPart: Bool = true
    ) {
      spans.append(
        AccountOnPage.Span(
          id: id, label: label, path: path, anchor: anchor,
          count: members.reduce(0) { $0 + year.entries.postings($1, months: months).count },
          amount: year.totals.amount(account, months: months),
          sum: year.totals.amount(account, months: 0..<months.upperBound), isPart: isPart))
    }
    let own = Set(months)
    for month in year.months {
      let name = monthWords(month + 1)
      if isLong, own.contains(month) {
        append(name, id: "m\(month + 1)", month..<month + 1, path: path(month: month), isPart: false)
      } else {
        let anchor = own.contains(month) ? "m\(month + 1)" : ""
        append(name, id: "", month..<month + 1, anchor: anchor, isPart: false)
      }
      let ending = [Period.Part.quarter(month / 3 + 1), .half(month / 6 + 1)].map { Period(year.year, $0) }
      for period in ending where period.months.upperBound == month + 1 {
        append(period.shortWording, id: periodAnchor(period), period.months)
      }
    }
    append(Wording("合计", en: "Total"), id: "total", year.months)
    return spans
  }

  private func shownMonths(_ months: [Int]) -> [AccountOnPage.Month] {
    var lines = EntryLines(library: library, side: own.side)
    return months.map { month in
      let range = month..<month + 1
      // By day; within a day as the ledger has them.
      let entries = year.ledger.entries
      var postings = year.entries.postings(account, months: range).map { year.ledger.postings[Int($0)] }
      func isBefore(_ a: Posting, _ b: Posting) -> Bool {
        let (first, second) = (entries[Int(a.entry)].day, entries[Int(b.entry)].day)
        return first == second ? a.entry < b.entry : first < second
      }
      // Nearly every ledger is kept by day.
      if zip(postings, postings.dropFirst()).contains(where: { isBefore($1, $0) }) { postings.sort(by: isBefore) }
      return AccountOnPage.Month(
        month: month, account: own.title, amount: year.totals.ownAmount(account, months: range),
        entries: postings.map { lines.line($0, entries[Int($0.entry)], year.ledger) })
    }
  }
}

/// Makes the lines of entries. What many of them share is made once: a ledger may have hundreds of thousands of lines.
struct EntryLines {
  let library: Library
  let side: Account.Side
  private var records: [String: (title: String, url: String)] = [:]
  private var details: [Payment: String] = [:]
  private var lastDetails: (payment: Payment, text: String)?
  private var day: (day: Day, iso: String, text: String)?

  private struct Payment: Hashable {
    var fund: Fund?
    var source: FundSource?
    var attachments: Int?

    /// A source hashes all characters of its word; how many documents there are tells most payments apart.
    func hash(into hasher: inout Hasher) { hasher.combine(attachments) }
  }

  init(library: Library, side: Account.Side) {
    self.library = library
    self.side = side
  }

  mutating func line(_ posting: Posting, _ entry: LedgerEntry, _ ledger: Ledger) -> AccountOnPage.Line {
    let (iso, day) = words(entry.day)
    let record = record(ledger.record(entry) ?? "")
    let amount = Money(fen: posting.isDebit == side.isDebit ? posting.fen : 0 &- posting.fen)
    return AccountOnPage.Line(
      iso: iso, day: day, voucher: entry.voucher.text, summary: ledger.summary(entry), details: details(entry),
      record: record.title, recordURL: record.url, amount: amount)
  }

  private mutating func words(_ day: Day) -> (iso: String, text: String) {
    if let known = self.day, known.day == day { return (known.iso, known.text) }
    let (_, month, number) = day.parts
    let text = library.words(Wording("\(month)月\(number)日", en: "\(number)/\(month)"))
    self.day = (day, day.iso, text)
    return (day.iso, text)
  }

  /// Empty for an entry that names no record.
  private mutating func record(_ id: String) -> (title: String, url: String) {
    if id.isEmpty { return ("", "") }
    if let known = records[id] { return known }
    let record = library.entry(id).map { ($0.title, $0.url) } ?? ("", "")
    records[id] = record
    return record
  }

  private mutating func details(_ entry: LedgerEntry) -> String {
    let payment = Payment(fund: entry.fund, source: entry.source, attachments: entry.attachments)
    if let last = lastDetails, last.payment == payment { return last.text }
    let known = details[payment]
    let text = known ?? words(payment)
    if known == nil { details[payment] = text }
    lastDetails = (payment, text)
    return text
  }

  private func words(_ payment: Payment) -> String {
    let documents = payment.attachments.map { count in
      library.words(Wording("附单据\(count)张", en: count == 1 ? "1 document" : "\(count) documents"))
    }
    return [payment.fund.map { library.words($0) }, payment.source.map { library.words($0) }, documents]
      .compactMap { $0 }.joined(separator: library.words(Wording("，", en: ", ")))
  }
}
