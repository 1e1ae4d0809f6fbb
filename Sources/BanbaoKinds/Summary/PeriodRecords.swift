import BanbaoDiagnostics
import BanbaoFinance
package import BanbaoSite
package import BanbaoSource
import BanbaoUnion

/// What a summary is made from: the records of a period, as far as they lie before the site's day.
struct PeriodRecords: Sendable {
  let period: Period
  let library: Library

  /// The records of a kind, oldest first.
  func entries<Kind: RecordKind>(of kind: Kind.Type) -> [Entry<Kind>] {
    library.entries(of: kind, from: period.span.first, to: end).filter { period.covers($0.date) }.sorted { a, b in
      a.date != b.date ? a.date < b.date : a.id.precedes(b.id)
    }
  }

  /// The records of all kinds with a capability, by kind and then oldest first.
  func entries<Capability>(that capability: Capability.Type) -> [(entry: any AnyEntry, record: Capability)] {
    library.entries(that: capability, from: period.span.first, to: end).filter { period.covers($0.entry.date) }
      .sorted { a, b in
        if a.entry.folder != b.entry.folder {
          return a.entry.folder.precedes(b.entry.folder)
        }
        return a.entry.date != b.entry.date
          ? a.entry.date < b.entry.date : a.entry.id.precedes(b.entry.id)
      }
  }

  /// The last day of the period, or the site's day within it.
  private var end: Day { min(period.span.last, library.today) }

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

extension Summary {
  /// Every period that has a summary, oldest first and a year before its parts: those that have begun and hold a
  /// record other than notices, pages, rules and elections, years whose accounts are public, and those for which there is
  /// a text.
  package static func periods(in library: Library) -> [Period] {
    let texts = Set(library.entries(of: Page.self).compactMap { Page.period(ofSummary: $0.id) })
    // Rules and elections are kept for decades; alone they make no year's work. Plans and counts of members name their
    // period themselves.
    let silent = Set(
      library.kinds(that: (any MakesNoSummary.Type).self).map { $0.folder }
        + library.kinds(that: (any NamesPeriod.Type).self).map { $0.folder })
    let days = library.entries.filter { !silent.contains($0.folder) && $0.date.first <= library.today }.map(\.date)
    let named = Set(library.entries(that: (any NamesPeriod).self).map(\.record.namedPeriod))
    let booked = library.derived(PublicYears.self).numbers
    let byYear = Dictionary(grouping: days, by: \.first.year)
    let namedYears = Set(named.map(\.year))
    let years = booked.union(namedYears).union(byYear.keys).union(texts.map(\.year))
    return years.sorted().flatMap { year -> [Period] in
      let whole = Period(year)
      let own = byYear[year] ?? []
      return ([whole] + whole.parts).filter { period in
        if texts.contains(period) { return true }
        guard period.span.first <= library.today else { return false }
        if period == whole { return !own.isEmpty || booked.contains(year) || namedYears.contains(year) }
        return named.contains(period) || own.contains { period.covers($0) }
      }
    }
  }

  /// The text that the cadre wrote for a period.
  static func text(of period: Period, in library: Library) -> Entry<Page>? {
    library.entry(Page.id(ofSummary: period)) as? Entry<Page>
  }
}
