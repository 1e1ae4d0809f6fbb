import BanbaoSite
import BanbaoSource
import BanbaoUnion

/// What a record spent on people, as limits see it.
struct Charge: Sendable {
  var entry: any AnyEntry
  var item: LimitedItem
  var amount: Located<Money>
  var source: Located<String>?
  /// Nobody where the kind counts none.
  var headcount: Headcount

  /// By how many the amount is shared out; nil where the record does not say.
  ///
  /// Person-times stand for people and the reverse, which makes a head's share too small rather than too large.
  func heads(_ unit: Limits.Unit) -> Int64? {
    let (people, personTimes) = (headcount.people?.value, headcount.personTimes?.value)
    let heads: Int? =
      switch unit {
      case .person, .year: people ?? personTimes
      case .time: personTimes ?? people
      case .day: headcount.dayTimes?.value ?? product(people ?? personTimes, headcount.days(of: entry.date))
      case .payment, .percent: nil
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
    library.entries(that: (any Spends).self).compactMap { entry, record in
      guard let item = record.limitedItem, let spending = record.outlay, let amount = spending.amount else {
        return nil
      }
      return Charge(
        entry: entry, item: item, amount: amount, source: spending.source,
        headcount: (record as? any CountsPeople)?.headcount ?? Headcount(people: nil))
    }.filter(\.isJudged).sorted {
      $0.entry.date.first != $1.entry.date.first
        ? $0.entry.date.first < $1.entry.date.first
        : $0.entry.id.utf8.lexicographicallyPrecedes($1.entry.id.utf8)
    }
  }
}
