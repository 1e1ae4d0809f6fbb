import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSite
import BanbaoSource
import BanbaoTheme
import BanbaoUnion

/// The page of an account: `finance/2026/50102.html`.
func accountPath(_ year: Int, _ number: String) -> String { "finance/\(padded(year, 4))/\(number).html" }

/// Where the page of an account tells of a period: `h1`, `q3`.
func periodAnchor(_ period: Period) -> String { period.code.dropFirst(5).lowercased() }

/// An account with more lines than this has a page for each month.
private let longestAccount = 400

extension Finance {
  static let accountPageShape: ViewShape = [
    "heading": .text, "heading2": .text, "note": .text, "books_note": .text, "facets": .list(facetShape),
    "tables": .list(tableShape),
    "periods": .list([
      "id": .text, "label": .text, "url": .text, "anchor": .text, "count": .number, "amount": .text, "sum": .text,
      "part": .flag,
    ]), "has_periods": .flag,
    "months": .list([
      "id": .text, "label": .text, "account": .text, "count": .number, "amount": .text,
      "entries": .list([
        "iso": .text, "day": .text, "voucher": .text, "summary": .text, "details": .text, "record": .text,
        "record_url": .text, "amount": .text,
      ]),
    ]),
  ]

  /// The pages of every account of a year that has an entry.
  static func accountPages(_ year: PublicYear, _ library: Library) -> [PagePlan] {
    year.chart.accounts.indices.filter { year.hasPage($0) }.flatMap { account in
      AccountPages(year: year, account: account, library: library).plans
    }
  }
}

/// Makes the pages of one account.
private struct AccountPages: Sendable {
  let year: PublicYear
  let account: Int
  let library: Library

  private var own: Account { year.chart.accounts[account] }
  private var isLong: Bool { year.entries.entries(account, months: year.months).count > longestAccount }

  private func words(_ zh: String, _ en: String) -> String { library.words(Wording(zh, en: en)) }

  private func path(month: Int) -> String {
    "finance/\(padded(year.year, 4))/\(own.number)-\(padded(month + 1, 2)).html"
  }

  /// The months in which the account itself has entries.
  private var months: [Int] { year.months.filter { !year.entries.entries(account, months: $0..<$0 + 1).isEmpty } }

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
      path: path, template: "finance-account", title: title, origin: Place(year.ledger.path), section: Finance.folder,
      crumbs: crumbs
    ) { view(path, month, title: title, isLong) }
  }

  private func view(_ path: String, _ month: Int?, title: String, _ isLong: Bool) -> View {
    let shown = month.map { [$0] } ?? (isLong ? [] : months)
    let periods = month == nil ? periodViews(isLong) : []
    return [
      "heading": .text(title), "heading2": .text(""), "note": .text(note), "books_note": .text(year.book.note),
      "facets": isLong
        ? months.map {
          Facet(
            label: library.words(monthWords($0 + 1)), path: self.path(month: $0),
            count: year.entries.entries(account, months: $0..<$0 + 1).count)
        }.views(current: path) : .list([]),
      "tables": .list(month == nil ? subaccounts.map { $0.view(library) } : []), "periods": .list(periods),
      "has_periods": .flag(!periods.isEmpty), "months": .list(monthViews(shown)),
    ]
  }

  /// What the sign of an amount means here.
  private var note: String {
    switch own.side {
    case .income: words("收到的是正数，退回和冲销的是负数。", "What came in is positive, what was paid back or cancelled negative.")
    case .expense: words("支出的是正数，退回和冲销的是负数。", "What was spent is positive, what came back or was cancelled negative.")
    default: words("收进的是正数，付出的是负数。", "What came in is positive, what went out negative.")
    }
  }

  /// The sub-accounts, each with its own page.
  private var subaccounts: [Table] {
    let rows = year.subaccounts(account).filter { year.hasPage($0) }.map { index in
      let number = year.chart.accounts[index].number
      return [
        Table.Cell(year.chart.accounts[index].title, url: percentEncoded(path: accountPath(year.year, number))),
        Table.Cell.count(year.entries.entries(index, months: year.months).count),
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
  private func periodViews(_ isLong: Bool) -> [View] {
    var views: [View] = []
    let members = [account] + year.subaccounts(account)
    func append(
      _ label: String, id: String, _ months: Range<Int>, url: String = "", anchor: String = "", isPart: Bool = true
    ) {
      views.append([
        "id": .text(id), "label": .text(label), "url": .text(percentEncoded(path: url)), "anchor": .text(anchor),
        "count": .number(members.reduce(0) { $0 + year.entries.entries($1, months: months).count }),
        "amount": .text(year.totals.amount(account, months: months).grouped),
        "sum": .text(year.totals.amount(account, months: 0..<months.upperBound).grouped), "part": .flag(isPart),
      ])
    }
    let own = Set(months)
    for month in year.months {
      let name = library.words(monthWords(month + 1))
      if isLong, own.contains(month) {
        append(name, id: "m\(month + 1)", month..<month + 1, url: path(month: month), isPart: false)
      } else {
        let anchor = own.contains(month) ? "m\(month + 1)" : ""
        append(name, id: "", month..<month + 1, anchor: anchor, isPart: false)
      }
      let ending = [Period.Part.quarter(month / 3 + 1), .half(month / 6 + 1)].map { Period(year.year, $0) }
      for period in ending where period.months.upperBound == month + 1 {
        append(library.words(period.shortWording), id: periodAnchor(period), period.months)
      }
    }
    append(words("合计", "Total"), id: "total", year.months)
    return views
  }

  private func monthViews(_ months: [Int]) -> [View] {
    var rows = EntryRows(library: library, side: own.side)
    return months.map { month in
      let range = month..<month + 1
      let entries = year.entries.entries(account, months: range).map { (Int($0), year.ledger.entries[Int($0)]) }
        .sorted { a, b in a.1.day != b.1.day ? a.1.day < b.1.day : a.0 < b.0 }
      return [
        "id": .text("m\(month + 1)"), "label": .text(library.words(monthWords(month + 1))), "account": .text(own.title),
        "count": .number(entries.count),
        "amount": .text(year.totals.ownAmount(account, months: range).grouped),
        "entries": .list(entries.map { rows.view($0.1, year.ledger) }),
      ]
    }
  }
}

/// Makes the rows of entries. What many of them share is made once: a ledger may have hundreds of thousands of lines.
private struct EntryRows {
  let library: Library
  let side: Account.Side
  private var records: [String: (title: String, url: String)] = [:]
  private var details: [Payment: String] = [:]
  private var day: (day: Day, iso: String, text: String)?

  private struct Payment: Hashable {
    var fund: Fund
    var source: FundSource?
    var attachments: Int?
  }

  init(library: Library, side: Account.Side) {
    self.library = library
    self.side = side
  }

  mutating func view(_ entry: LedgerEntry, _ ledger: Ledger) -> View {
    let (iso, day) = words(entry.day)
    let record = record(entry.record)
    let amount = entry.isIncome == (side == .expense) ? Money(fen: 0 &- entry.amount.fen) : entry.amount
    return [
      "iso": .text(iso), "day": .text(day), "voucher": .text(entry.voucher.text),
      "summary": .text(ledger.summary(entry)),
      "details": .text(details(entry)), "record": .text(record.title), "record_url": .text(record.url),
      "amount": .text(amount.grouped),
    ]
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
    if let known = details[payment] { return known }
    let documents = entry.attachments.map { count in
      library.words(Wording("附单据\(count)张", en: count == 1 ? "1 document" : "\(count) documents"))
    }
    let text = [library.words(entry.fund), entry.source.map { library.words($0) }, documents].compactMap { $0 }
      .joined(separator: library.words(Wording("，", en: ", ")))
    details[payment] = text
    return text
  }
}
