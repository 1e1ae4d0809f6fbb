package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource
import BanbaoUnion

/// 财务: the books of account of all years, `finance/YEAR/book.yaml`, and `ledger.csv` or `ledger.xlsx` beside it.
package struct Books: Register {
  /// By year, ascending; without those that are drafts.
  package var years: [YearBooks]
  package var drafts: [String] = []
  package var untouched: [Diagnostic] = []
  package var notNames: [(word: String, place: Place)] {
    years.compactMap(\.book).flatMap { book in book.notNames.map { (word: $0.value, place: book.place($0.mark)) } }
  }

  /// The books of a year; nil where there are none.
  package subscript(year: Int) -> YearBooks? { years.first { $0.year == year } }

  package static let derived: [any Derived.Type] = [PublicYears.self, EntryPages.self]

  package static let rules =
    TableRules.all + LedgerRules.all + VoucherRules.all + BalanceRules.all + BookRules.all + BudgetRules.all
    + ReconciliationRules.all + SealRules.all

  package static var schemas: [FileSchema] {
    [
      FileSchema(
        name: "book", title: Wording("账簿设置", en: "Books of account"), files: ["finance/*/book.yaml"],
        fields: FieldReader.describe { _ = Book.read(&$0, path: "", year: 2026) })
    ]
  }

  package static let files = [
    KnownFile("finance/*/ledger.csv", words: ["账本", "流水", "日记账", "明细", "台账"]),
    KnownFile("finance/*/ledger.xlsx", words: ["账本", "流水", "日记账", "明细", "台账"]),
    KnownFile("finance/*/book.yaml", words: ["账簿", "账套", "期初", "预算", "设置"]),
  ]

  package static func reads(_ path: String) -> Bool {
    // Asked of every file of a site: most end otherwise.
    guard fileNames.contains(where: path.hasSuffix), let name = fileOfYear(path)?.name else { return false }
    return fileNames.contains(name)
  }

  package static func read(_ files: [SourceText]) -> (register: Books, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var years: [YearBooks] = []
    var drafts: [String] = []
    var untouched: [Diagnostic] = []
    var seals = SealChecks()
    let byYear = grouped(files) { fileOfYear($0.path)?.year ?? 0 }.sorted { $0.key < $1.key }
    for (year, files) in byYear {
      var book: Book?
      // Books come before ledgers: what the book says of its standard decides how the ledger is read.
      var faults: [Diagnostic] = []
      for file in files where file.path.hasSuffix("book.yaml") {
        book = readFields(of: file, &faults) { Book.read(&$0, path: file.path, year: year) } ?? nil
      }
      let sealed = files.first { $0.path.hasSuffix("/seals.yaml") }.map { SealChecks.File($0, &diagnostics) }
      if let book, book.isDraft {
        if let sealed { seals.check(sealed, draft: book) }
        drafts.append(book.path)
        let notes = faults.map(asNote)
        untouched += notes.filter { $0.code == FieldRules.placeholder.code }
        diagnostics += notes.filter { $0.code != FieldRules.placeholder.code }
        continue
      }
      diagnostics += faults
      let before = years.last.flatMap { $0.year == year - 1 ? $0.closings : nil }
      let official = book?.chart ?? ChartOfAccounts(Standard.inForce(in: year))
      // What the year before left in a detail account stands there again.
      let chart = official.adding(before?.chart.standard == official.standard ? before?.details ?? [] : [])
      var ledger: Ledger?
      var begins = book?.openingDay?.value
      let ledgers = files.filter { isLedger($0.path) }
      if ledgers.count > 1 { diagnostics.append(LedgerRules.twice(ledgers.map { Place($0.path) })) }
      for file in ledgers.prefix(1) {
        let read = Ledger.read(file, year: year, chart: chart)
        diagnostics += read.diagnostics
        ledger = read.ledger
        if let ledger {
          let begin = ledger.isWhole && before == nil && book?.openingDay == nil ? ledger.lateBeginning : nil
          if let begin { diagnostics.append(lateBeginning(begin, ledger, book)) }
          begins = book?.openingDay?.value ?? begin
          diagnostics += ledger.check(from: begins)
        }
      }
      var books = YearBooks(
        year: year, chart: ledger?.chart ?? chart, book: book, ledger: ledger, before: before)
      books.begins = begins
      books.lacksLedger = ledgers.isEmpty
      books.lacksBook = !files.contains { $0.path.hasSuffix("/book.yaml") }
      books.isUnreadable = faults.containErrors || ledger.map { !$0.isWhole } ?? false
      if sealed != nil || book?.corrections.isEmpty == false {
        books.seals = seals.check(sealed ?? SealChecks.File(), books)
      }
      years.append(books)
    }
    return (
      Books(years: years, drafts: drafts, untouched: untouched),
      diagnostics + years.flatMap { $0.check() } + seals.diagnostics
    )
  }
}

/// Says that books begin within their year: whoever does not say so seems to have lost the vouchers before.
private func lateBeginning(_ day: Day, _ ledger: Ledger, _ book: Book?) -> Diagnostic {
  let key = (book?.keys ?? .chinese)[Book.Keys.openingDay]
  return BookRules.openingDay.at(
    book.map { Place($0.path, line: 1, column: 1) } ?? Place(ledger.path),
    Wording(
      "账本从\(day.parts.month)月记起，第一号凭证不是 1",
      en: "the ledger begins in month \(day.parts.month), with another number than 1"),
    help: Wording(
      "账是从这个月开始记的，就在 book.yaml 加一行 \(key): \(day.iso)，期初写这一天的余额；不是的，补上前面的凭证",
      en: "if the books begin there, add \(key): \(day.iso) to book.yaml; else add the vouchers before"))
}

/// A fault of what is not published yet.
private func asNote(_ diagnostic: Diagnostic) -> Diagnostic {
  var note = diagnostic
  note.severity = .note
  return note
}

/// The books of one year, and what they sum up to.
package struct YearBooks: Sendable {
  package var year: Int
  package var chart: ChartOfAccounts
  package var book: Book?
  package var ledger: Ledger?
  /// Whether there is no ledger at all, not even one that cannot be read.
  var lacksLedger = false
  var lacksBook = false
  /// Whether any of its files has what cannot be read.
  var isUnreadable = false
  package var seals = YearSeals()
  /// The day from which the books are kept; nil for the year's first.
  var begins: Day?
  package let totals: Totals?
  let index: LedgerIndex?
  /// 期初: what every account held when the year opened.
  let openings: Balances
  /// What the year before closed with; nil where its books do not tell.
  private let before: Balances?
  /// Whether the year before told what it closed with.
  var isCarried: Bool { before != nil }

  /// - Parameter before: what the year before closed with; nil where its books do not tell.
  init(year: Int, chart: ChartOfAccounts, book: Book?, ledger: Ledger?, before: Balances?) {
    self.year = year
    self.chart = chart
    self.book = book
    self.ledger = ledger
    openings = YearBooks.openings(chart, book, before: before)
    self.before = before
    totals = ledger.map { Totals($0) }
    index = ledger.map { LedgerIndex($0) }
  }

  /// The books as they stand on a day: without the entries of days to come.
  func until(_ day: Day) -> YearBooks {
    guard let ledger, ledger.entries.contains(where: { $0.day > day }) else { return self }
    var books = YearBooks(year: year, chart: chart, book: book, ledger: ledger.until(day), before: before)
    books.begins = begins
    return books
  }

  /// 年初: of one fund; nil where the book does not say.
  package func opening(_ fund: Fund) -> Money? {
    guard let stated = book?.opening else { return nil }
    if let amount = stated[fund] { return amount.value }
    return stated.accounts.contains { chart.funds[$0.account] == fund } ? openings.of(fund) : nil
  }

  /// 年初资金结转结余: nil where the book lacks the opening of a fund.
  package var opening: Money? {
    opening(.cash) == nil || opening(.bank) == nil ? nil : Money(fen: openings.surplus.fen &+ openings.unbooked)
  }

  /// What every account holds at the end of some months; nil without an opening.
  func balances(after months: Int) -> Balances? {
    guard opening != nil, let totals else { return nil }
    return openings.adding(totals, months: months)
  }

  /// What the year after opens with; nil where that cannot be told.
  fileprivate var closings: Balances? {
    guard let ledger, ledger.isWhole, totals?.overflow == nil, var closings = balances(after: 12) else { return nil }
    closings.unbooked &+= book?.adjustments?.value.fen ?? 0
    return closings
  }

  /// 年初 with the year's adjustments, income and expense up to the end of some months; nil without an opening.
  package func balance(after months: Int) -> Money? {
    guard let opening, let totals else { return nil }
    let gained = totals.sum(.income, months: 0..<months).fen &- totals.sum(.expense, months: 0..<months).fen
    return Money(fen: opening.fen &+ (book?.adjustments?.value.fen ?? 0) &+ adjusted(0..<months).fen &+ gained)
  }

  /// 资金结转结余调整及变动 that was booked in some months: what was posted to 321 or 322 but for the year's closing.
  func adjusted(_ months: Range<Int>) -> Money {
    guard let totals else { return Money(fen: 0) }
    let accounts = chart.accounts.indices.filter {
      chart.isResult(chart.accounts[$0])
    }
    return Money(fen: accounts.reduce(0) { $0 &+ totals.ownAmount($1, months: months).fen })
  }

  /// 资金结转结余调整及变动 of some months, with what the book states for the year's beginning; nil for none.
  func adjustments(_ months: Range<Int>) -> Money? {
    let stated = months.lowerBound == 0 ? book?.adjustments?.value.fen ?? 0 : 0
    let sum = Money(fen: stated &+ adjusted(months).fen)
    return sum.fen == 0 ? nil : sum
  }

  /// What a fund holds at the end of some months; nil without an opening.
  package func balance(_ fund: Fund, after months: Int) -> Money? {
    guard let opening = opening(fund), let totals else { return nil }
    return Money(fen: opening.fen &+ totals.change(fund, months: 0..<months).fen)
  }

  /// 往来: what stands in the funds and is no surplus, such as dues to be passed up; without an opening, what was booked.
  package func current(after months: Int) -> Money {
    guard let totals else { return Money(fen: 0) }
    return openings.adding(totals, months: months).current
  }
}

private func isLedger(_ path: String) -> Bool { path.hasSuffix("ledger.csv") || path.hasSuffix("ledger.xlsx") }

private let fileNames = ["book.yaml", "ledger.csv", "ledger.xlsx", "seals.yaml"]

/// The year and the name of a file of the books: `finance/2026/ledger.csv`, below whatever stands before.
private func fileOfYear(_ path: String) -> (year: Int, name: String)? {
  let parts = path.split(separator: "/")
  guard parts.count >= 3, parts[parts.count - 3] == "finance", parts[parts.count - 2].utf8.count == 4,
    let year = Int(parts[parts.count - 2]), year > 0
  else { return nil }
  return (year, String(parts[parts.count - 1]))
}
