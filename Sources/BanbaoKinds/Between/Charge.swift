import BanbaoDiagnostics
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
  /// Whether what was spent so before went to the same people.
  var addsUp: Bool

  /// By how many the amount is shared out; nil where the record does not say.
  ///
  /// Person-times stand for people and the reverse, which makes a head's share too small rather than too large.
  func heads(_ unit: Limits.Unit) -> Int64? {
    let (people, personTimes) = (headcount.people?.value.number, headcount.personTimes?.value.number)
    let heads: Int? =
      switch unit {
      case .person, .year: people ?? personTimes
      case .time: personTimes ?? people
      case .day: headcount.dayTimes?.value.number ?? product(people ?? personTimes, headcount.days(of: entry.date))
      case .payment, .percent: nil
      }
    return heads.flatMap { $0 > 0 ? Int64($0) : nil }
  }

  /// At least by how many it is shared out, of a record that does not say.
  func leastHeads(_ unit: Limits.Unit) -> Int64 {
    let visits = max(1, headcount.visits?.value.number ?? 1)
    return Int64(unit == .day ? product(visits, headcount.days(of: entry.date)) ?? visits : visits)
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
    library.entries(that: (any Spends).self).flatMap { entry, record in
      record.limitedShares.map { share in
        Charge(
          entry: entry, item: share.item, amount: share.amount, source: record.outlay?.source,
          headcount: share.headcount, addsUp: share.addsUp)
      }
    }.filter(\.isJudged).sorted {
      $0.entry.date.first != $1.entry.date.first
        ? $0.entry.date.first < $1.entry.date.first
        : $0.entry.id.precedes($1.entry.id)
    }
  }
}
