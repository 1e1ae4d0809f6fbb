import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSite
import BanbaoSource
import BanbaoTheme
import BanbaoUnion

extension Finance {
  static let folder = "finance"
  static let section = Wording("财务公开", en: "Accounts")

  static let listShape: ViewShape = [
    "heading": .text, "heading2": .text,
    "years": .list([
      "id": .text, "label": .text, "url": .text, "file": .text, "note": .text, "books_note": .text, "has_sheets": .flag,
      "sheets": .list([
        "label": .text, "url": .text, "income": .text, "expense": .text, "closing": .text, "published": .text,
        "reviewed": .text, "undisclosed": .flag,
      ]),
    ]),
  ]

  static func plans(_ library: Library) -> [PagePlan] {
    guard let all = PublicYears(library) else { return [] }
    return [index(all, library)]
      + all.years.flatMap { year in
        year.periods.map { sheetPage(year, $0, all, library) }
          + (year.months.isEmpty ? [] : accountPages(year, library))
      }
  }

  /// A table for each sheet that has a page with figures.
  static func sheetFiles(_ library: Library) -> [FilePlan] {
    guard let all = PublicYears(library) else { return [] }
    return all.years.flatMap { year in
      year.periods.filter { !year.months(of: $0).isEmpty }.map { period in
        FilePlan(path: sheetFilePath(period), origin: Place(year.ledger.path)) {
          FinanceSheet(year, period).map { sheetCSV($0, year.chart) } ?? []
        }
      }
    }
  }

  private static func index(_ all: PublicYears, _ library: Library) -> PagePlan {
    PagePlan(
      path: "\(folder)/index.html", template: "finance-list", title: library.words(section),
      origin: library.origin(folder), section: folder
    ) {
      [
        "heading": .text(library.words(section)), "heading2": .text(library.otherWords(section)),
        "years": .list(all.years.map { yearView($0, all, library) }),
      ]
    }
  }

  private static func yearView(_ year: PublicYear, _ all: PublicYears, _ library: Library) -> View {
    let whole = FinanceSheet(year, Period(year.year))
    let sheets =
      year.disclosures.map { disclosure -> View in
        let period = disclosure.period.value
        let sheet = FinanceSheet(year, period)
        func amount(_ role: FinanceSheet.Role) -> ViewValue { .text(sheet?.amount(role)?.grouped ?? missingMark) }
        return [
          "label": .text(library.words(period.shortWording)),
          "url": .text(percentEncoded(path: sheetPath(period))), "income": amount(.total(.income)),
          "expense": amount(.total(.expense)), "closing": amount(.closing),
          "published": .text(disclosure.published.map { library.words($0.value) } ?? ""),
          "reviewed": .text(disclosure.review?.value.date.map { library.words($0.value) } ?? missingMark),
          "undisclosed": .flag(false),
        ]
      }
      + all.undisclosed(year).map { period -> View in
        [
          "label": .text(library.words(period.shortWording)), "url": .text(""), "income": .text(""),
          "expense": .text(""), "closing": .text(""), "published": .text(""), "reviewed": .text(""),
          "undisclosed": .flag(true),
        ]
      }
    let told = year.disclosedMonths
    let note: Wording =
      if whole == nil {
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
    return [
      "id": .text("y\(year.year)"), "label": .text(library.words(Period(year.year).wording)),
      "url": .text(percentEncoded(path: sheetPath(Period(year.year)))),
      "file": .text(whole == nil ? "" : percentEncoded(path: sheetFilePath(Period(year.year)))),
      "note": .text(library.words(note)), "books_note": .text(year.book.note), "has_sheets": .flag(!sheets.isEmpty),
      "sheets": .list(sheets),
    ]
  }
}
