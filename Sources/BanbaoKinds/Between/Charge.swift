import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

/// What a record spent on people, as limits see it.
struct Charge: Sendable {
  var entry: any AnyEntry
  var item: Limits.Item
  var amount: Located<Money>
  var source: Located<String>?
  var people: Int?
  var personTimes: Int?
  var days: Int?
  var dayTimes: Int?

  /// By how many the amount is shared out; nil where the record does not say.
  ///
  /// Person-times stand for people and the reverse, which makes a head's share too small rather than too large.
  func heads(_ unit: Limits.Unit) -> Int64? {
    let heads: Int? =
      switch unit {
      case .person, .year: people ?? personTimes
      case .time: personTimes ?? people
      case .day: dayTimes ?? product(people ?? personTimes, days)
      }
    return heads.flatMap { $0 > 0 ? Int64($0) : nil }
  }

  private func product(_ a: Int?, _ b: Int?) -> Int? {
    guard let a, let b else { return nil }
    let (product, overflows) = a.multipliedReportingOverflow(by: b)
    return overflows ? nil : product
  }

  /// Whether union money paid for it, or nobody says who did. The employer's, the members' own and partners' money is
  /// not bound by the union's limits.
  private var isJudged: Bool {
    guard let source else { return true }
    return ["会费", "工会经费", "上级"].contains { source.value.contains($0) }
  }

  /// Of all kinds of record that spend on people, oldest first.
  static func all(in library: Library) -> [Charge] {
    let visits = library.entries(of: Visit.self).compactMap { entry -> Charge? in
      guard let item = entry.record.sort.value.limited else { return nil }
      return Charge(
        entry, item, entry.record.spending, people: entry.record.people?.value,
        personTimes: entry.record.personTimes?.value)
    }
    let benefits = library.entries(of: Benefit.self).compactMap { entry -> Charge? in
      guard entry.record.sort.value == .festival else { return nil }
      return Charge(entry, .festival, entry.record.spending, people: entry.record.people?.value)
    }
    let activities = library.entries(of: Activity.self).compactMap { entry -> Charge? in
      guard let item = entry.record.sort.value.limited, let cost = entry.record.cost else { return nil }
      return Charge(
        entry, item, cost, people: entry.record.participants, personTimes: entry.record.personTimes,
        days: entry.date.last.serial - entry.date.first.serial + 1)
    }
    let trainings = library.entries(of: Training.self).compactMap { entry -> Charge? in
      guard entry.record.audience.value == .cadres, let cost = entry.record.cost else { return nil }
      return Charge(
        entry, .cadreTraining, cost, people: entry.record.people?.value, personTimes: entry.record.personTimes?.value,
        days: entry.record.days?.value ?? entry.date.last.serial - entry.date.first.serial + 1,
        dayTimes: entry.record.dayTimes?.value)
    }
    return (visits + benefits + activities + trainings).filter(\.isJudged).sorted {
      $0.entry.date.first != $1.entry.date.first
        ? $0.entry.date.first < $1.entry.date.first
        : $0.entry.id.utf8.lexicographicallyPrecedes($1.entry.id.utf8)
    }
  }

  private init?(
    _ entry: any AnyEntry, _ item: Limits.Item, _ spending: Spending, people: Int?, personTimes: Int? = nil,
    days: Int? = nil, dayTimes: Int? = nil
  ) {
    guard let amount = spending.amount else { return nil }
    self.entry = entry
    self.item = item
    self.amount = amount
    source = spending.source
    self.people = people
    self.personTimes = personTimes
    self.days = days
    self.dayTimes = dayTimes
  }
}

extension Visit.Sort {
  fileprivate var limited: Limits.Item? {
    switch self {
    case .illness: .illness
    case .bereavement: .bereavement
    case .hardship: .hardship
    case .retirement: .retirement
    case .birth: .birth
    case .wedding: .wedding
    case .birthday: .birthday
    case .festival, .onDuty, .other: nil
    }
  }
}

extension Activity.Sort {
  fileprivate var limited: Limits.Item? {
    switch self {
    case .recuperation: .recuperation
    case .outing: .outing
    default: nil
    }
  }
}
