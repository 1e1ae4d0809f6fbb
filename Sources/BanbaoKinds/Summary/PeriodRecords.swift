import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource

/// What a summary is made from: the records of a period, as far as they lie before the site's day.
struct PeriodRecords: Sendable {
  let period: Period
  let library: Library

  /// The records of a kind, oldest first.
  func entries<Kind: RecordKind>(of kind: Kind.Type) -> [Entry<Kind>] {
    library.entries(of: kind).filter { period.covers($0.date) && $0.date.first <= library.today }.sorted { a, b in
      a.date != b.date ? a.date < b.date : a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
    }
  }

  /// Whether a day that a record names, such as that of an election, lies in the period and has come.
  func holds(_ day: Day?) -> Bool { day.map { period.contains($0) && $0 <= library.today } ?? false }
}

extension Period {
  /// Whether a record of these days belongs to the period: it begins there, and does not tell of a longer time.
  func covers(_ days: DaySpan) -> Bool {
    contains(days.first) && days.last.serial - days.first.serial <= span.last.serial - span.first.serial
  }

  /// The year's halves and quarters; none for a part of a year.
  var parts: [Period] {
    guard part == .year else { return [] }
    return (1...2).map { Period(year, .half($0)) } + (1...4).map { Period(year, .quarter($0)) }
  }

  /// The period of the same length after this one.
  var next: Period {
    switch part {
    case .year: Period(year + 1)
    case .half(let number): number < 2 ? Period(year, .half(number + 1)) : Period(year + 1, .half(1))
    case .quarter(let number): number < 4 ? Period(year, .quarter(number + 1)) : Period(year + 1, .quarter(1))
    }
  }
}

/// `summary/2026.html`, `summary/2026-h1.html`, `summary/2026-q3.html`.
func summaryPath(_ period: Period) -> String { "summary/\(period.code.lowercased()).html" }

extension Summary {
  /// Every period that has a summary, oldest first and a year before its parts: those that have begun and hold a
  /// record other than notices, pages, rules and elections, and those for which there is a text.
  package static func periods(in library: Library) -> [Period] {
    let texts = Set(library.entries(of: Page.self).compactMap { Page.period(ofSummary: $0.id) })
    // Rules and elections are kept for decades; alone they make no year's work. Plans and counts of members name their
    // period themselves.
    let silent: Set<String> = [
      Notice.folder, Page.folder, Regulation.folder, Committee.folder, Plan.folder, Membership.folder,
    ]
    let days = library.entries.filter { !silent.contains($0.folder) && $0.date.first <= library.today }.map(\.date)
    let counted = Set(library.entries(of: Membership.self).map(\.record.period.value))
    let plans = Set(library.entries(of: Plan.self).map(\.record.year.value))
    let years = Set(days.map(\.first.year) + counted.map(\.year) + plans + texts.map(\.year))
    return years.sorted().flatMap { year -> [Period] in
      let whole = Period(year)
      let own = days.filter { whole.contains($0.first) }
      return ([whole] + whole.parts).filter { period in
        if texts.contains(period) { return true }
        guard period.span.first <= library.today else { return false }
        if period == whole {
          return !own.isEmpty || plans.contains(year) || counted.contains { $0.year == year }
        }
        return counted.contains(period) || own.contains { period.covers($0) }
      }
    }
  }

  /// The text that the cadre wrote for a period.
  static func text(of period: Period, in library: Library) -> Entry<Page>? {
    library.entries(of: Page.self).first { Page.period(ofSummary: $0.id) == period }
  }
}
