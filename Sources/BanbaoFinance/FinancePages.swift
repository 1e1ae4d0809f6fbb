import BanbaoDiagnostics
import BanbaoHTML
package import BanbaoSite
import BanbaoSource
import BanbaoTheme
import BanbaoUnion

extension Finance {
  static let folder = "finance"
  static let section = Wording("财务公开", en: "Accounts")

  /// A line of a year: a sheet, or a half that lacks one.
  struct SheetRow: Sendable {
    var period: Period
    /// Nil where the half was not disclosed.
    var disclosure: Book.Disclosure?
    var sheet: FinanceSheet?

    static let names = Names<SheetRow>(
      .words("label") { $0.period.shortWording },
      .address("url") { $0.disclosure == nil ? "" : percentEncoded(path: sheetPath($0.period)) },
      .text("income") { $0.amount(.total(.income)) },
      .text("expense") { $0.amount(.total(.expense)) },
      .text("closing") { $0.amount(.closing) },
      .flag("closing_negative") { $0.amount(.closing).isNegative },
      .words("published") { $0.disclosure?.published?.value.wording },
      .words("reviewed") { row in
        row.disclosure.map { $0.review?.value.date?.value.wording ?? Wording(missingMark, en: missingMark) }
      },
      .flag("undisclosed") { $0.disclosure == nil })

    private func amount(_ role: FinanceSheet.Role) -> String {
      disclosure == nil ? "" : sheet?.amount(role)?.grouped ?? missingMark
    }
  }

  /// A year in the list of all.
  struct YearRow: Sendable {
    var year: PublicYear
    var isTold: Bool
    var note: Wording
    var sheets: [SheetRow]

    private var period: Period { Period(year.year) }

    static let names = Names<YearRow>(
      .text("id") { "y\($0.year.year)" },
      .words("label") { $0.period.wording },
      .address("url") { percentEncoded(path: sheetPath($0.period)) },
      .address("file") { $0.isTold ? percentEncoded(path: sheetFilePath($0.period)) : "" },
      .address("data") { $0.isTold ? percentEncoded(path: dataPackagePath) : "" },
      .words("note") { $0.note },
      .text("books_note") { $0.year.book.note },
      .list("sheets", SheetRow.names) { $0.sheets })
  }

  static let listTemplate = Template<[YearRow]>(
    "finance-list",
    .words("heading") { _ in section },
    .otherWords("heading2") { _ in section },
    .list("years", YearRow.names) { $0 })

  package func pages() -> [PagePlan] {
    [Self.index(all, library)]
      + all.years.flatMap { year in
        year.periods.map { Self.sheetPage(year, $0, all, library) }
          + (year.months.isEmpty ? [] : Self.accountPages(year, library))
      }
  }

  /// A table for each sheet that has a page with figures, for Excel and WPS, and all of them as open data.
  package func files() -> [FilePlan] {
    dataFiles()
      + all.years.flatMap { year in
        year.periods.filter { !year.months(of: $0).isEmpty }.map { period in
          FilePlan(path: sheetFilePath(period), origin: Place(year.ledger.path)) {
            FinanceSheet(year, period).map { sheetCSV($0, year) } ?? []
          }
        }
      }
  }

  private static func index(_ all: PublicYears, _ library: Library) -> PagePlan {
    PagePlan(
      listTemplate, path: "\(folder)/index.html", title: library.words(section), origin: library.origin(folder),
      section: folder, isList: true
    ) { all.years.map { row($0, all) } }
  }

  private static func row(_ year: PublicYear, _ all: PublicYears) -> YearRow {
    let isTold = FinanceSheet(year, Period(year.year)) != nil
    let sheets =
      year.disclosures.map { disclosure in
        SheetRow(
          period: disclosure.period.value, disclosure: disclosure, sheet: FinanceSheet(year, disclosure.period.value))
      } + all.undisclosed(year).map { SheetRow(period: $0) }
    let told = year.disclosedMonths
    let note: Wording =
      if !isTold {
        Wording("本年收支还没有公开。", en: "Nothing of this year is published yet.")
      } else if told == 12 {
        Wording("全年各期收支已公开。", en: "The sheets of the whole year are published.")
      } else if told > 0 {
        Wording(
          "收支表公开到\(told)月；以后的流水随账本列出，还没有经过审查。",
          en:
            "Sheets are published up to the end of \(monthWords(told).en); later entries are shown as booked, not yet reviewed."
        )
      } else {
        Wording("按账本列出，还没有公开过收支表。", en: "Shown as booked; no sheet was published.")
      }
    return YearRow(year: year, isTold: isTold, note: note, sheets: sheets)
  }
}
