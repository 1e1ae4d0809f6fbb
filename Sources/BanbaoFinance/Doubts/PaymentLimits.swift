import BanbaoSite
import BanbaoSource
import BanbaoUnion

/// What `limits.yaml` says of single payments and of the share of 拨缴经费 that is passed up; where it says nothing of cash,
/// the law.
struct PaymentLimits: Sendable {
  /// By the day from which each holds, oldest first; of one day the one for the narrowest region last.
  private let limits: [LimitedItem: [Limits.Limit]]

  /// 结算起点: 1,000 yuan (《现金管理暂行条例》art. 5).
  static let settlementStart = Money(fen: 100_000)

  init(_ library: Library) {
    let region = library.settings.region
    let own = (library.register(Limits.self)?.limits ?? []).filter { limit in
      [.cash, .purchase, .upperShare].contains(limit.item) && limit.holds(in: region)
    }
    limits = Dictionary(grouping: own, by: \.item).mapValues {
      $0.sorted { ($0.from, $0.region.count) < ($1.from, $1.region.count) }
    }
  }

  /// The most that one payment in cash may be.
  func cash(on day: Day) -> Money { limit(.cash, day)?.amount ?? Self.settlementStart }

  /// Whether the site itself says how much cash may be paid.
  func saysCash(on day: Day) -> Bool { limit(.cash, day) != nil }

  /// The most that may be bought at once without another procedure; nil where nobody says.
  func purchase(on day: Day) -> Money? { limit(.purchase, day)?.amount }

  /// How much of 拨缴经费 is passed up, in hundredths of a percent; nil where nobody says: the provinces differ.
  func upperShare(on day: Day) -> Int64? { limit(.upperShare, day)?.amount.fen }

  private func limit(_ item: LimitedItem, _ day: Day) -> Limits.Limit? { limits[item]?.last { $0.from <= day } }
}
