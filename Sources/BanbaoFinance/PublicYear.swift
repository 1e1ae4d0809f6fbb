package import BanbaoSource
import BanbaoUnion

/// What members may see of one year's books on a day.
///
/// A sheet that was reviewed is public from its 公开日期 on; before that nothing of it is shown anywhere, nor any entry of its
/// months and of those behind it. The pages of the year and of its accounts count every other entry of the ledger, and say
/// up to which month sheets were disclosed. A year that is not over reaches as far as it is booked. What the ledger has of
/// days to come counts nowhere.
package struct PublicYear: Sendable {
  let books: YearBooks
  let book: Book
  let ledger: Ledger
  let totals: Totals
  /// The sheets that are public, by period, each period once; in a preview all of them.
  package let disclosures: [Book.Disclosure]
  /// Up to which month, from January on, disclosed sheets tell of the year: 6 after its first half; 0 for none.
  let disclosedMonths: Int
  /// The months that are public, from January on (0); empty where nothing is.
  let months: Range<Int>
  /// How many months may be shown, from January on: those before the first sheet that is held back.
  let shownMonths: Int
  let entries: LedgerIndex
  private let today: Day

  /// Nil where the book or the ledger is missing, or too faulty to be summed.
  ///
  /// - Parameter showsDrafts: whether sheets are shown that are not public.
  init?(_ books: YearBooks, today: Day, showsDrafts: Bool) {
    let books = books.until(today)
    guard let book = books.book, let ledger = books.ledger, let totals = books.totals, let index = books.index,
      totals.overflow == nil
    else { return nil }
    self.books = books
    self.book = book
    self.ledger = ledger
    self.totals = totals
    entries = index
    self.today = today
    let own = book.disclosures.filter { $0.period.value.year == books.year }
    var seen = Set<Period>()
    disclosures = own.filter { disclosure in
      (showsDrafts || disclosure.isPublic(on: today)) && seen.insert(disclosure.period.value).inserted
    }.sorted { $0.period.value < $1.period.value }
    let shown = disclosures.map(\.period.value.months.upperBound).max() ?? 0
    disclosedMonths = shown
    let heldBack = own.filter { disclosure in
      disclosure.period.value.months.upperBound > shown && !showsDrafts && !disclosure.isPublic(on: today)
        && !disclosure.isPlanned(on: today)
    }
    let booked = index.bookedMonths
    let end = books.year < today.year || booked == 0 ? 12 : max(shown, booked)
    shownMonths = heldBack.map(\.period.value.months.lowerBound).min().map { max(shown, $0) } ?? 12
    months = 0..<min(end, shownMonths)
  }

  /// The whole of a year, as its committee and auditors see it on any day.
  init?(whole books: YearBooks) {
    let ever = Day(year: 9999, month: 12, day: 31) ?? Day(serial: 0)
    self.init(books, today: ever, showsDrafts: true)
  }

  var year: Int { books.year }
  var chart: ChartOfAccounts { books.chart }

  /// The public sheet of a period.
  func disclosure(_ period: Period) -> Book.Disclosure? { disclosures.first { $0.period.value == period } }

  /// The periods that have a page: the year, which always has one, and its parts that were disclosed.
  package var periods: [Period] {
    [Period(year)] + disclosures.map(\.period.value).filter { $0.part != .year }
  }

  /// The months that the sheet of a period covers: of the year those that are public.
  func months(of period: Period) -> Range<Int> { period.part == .year ? months : period.months }

  /// 预算 of a period's sheet: as it was in force at the period's end, of one that is not over as it is on the site's day.
  func budget(of period: Period) -> BudgetVersion {
    BudgetVersion(book.budget(on: min(period.span.last, today)), chart)
  }

  /// 原预算: as it was passed; nil where no change was in force at a period's end.
  func originalBudget(of period: Period) -> BudgetVersion? {
    budgetChanges(of: period).isEmpty ? nil : BudgetVersion(book.budget(with: []), chart)
  }

  /// The changes that were in force at a period's end.
  func budgetChanges(of period: Period) -> [Book.BudgetChange] {
    let last = min(period.span.last, today)
    return book.changesInOrder.filter { $0.date.value <= last }
  }

  func subaccounts(_ account: Int) -> [Int] { books.chart.subaccounts[account] }

  /// Whether an account or one of its sub-accounts has entries that move money.
  func isUsed(_ account: Int, months: Range<Int>) -> Bool {
    chart.members[account].contains { entries.isUsed($0, months: months) }
  }

  /// Whether an account has a page: whether it or a sub-account has an entry, be it void.
  func hasPage(_ account: Int) -> Bool {
    chart.members[account].contains { !entries.postings($0, months: months).isEmpty }
  }
}
