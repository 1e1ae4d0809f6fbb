import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource

/// A kind whose records tell what was spent and where that stands in the books: its cost is held against its vouchers,
/// against the limits of `limits.yaml` and against what union money is for, and the summary adds it up.
package protocol Spends: RecordKind {
  /// Nil where the record says nothing of money.
  var outlay: Spending? { get }
  /// Whether partners or persons paid, so that it is no expense of the union; by its source where a kind does not say.
  var isPaidByOthers: Bool { get }
  /// What limits may hold for the record; nil where none is made for its like.
  var limitedItem: LimitedItem? { get }
  /// What of its money limits may hold for; by default all of it, for its `limitedItem`.
  var limitedShares: [LimitedShare] { get }
  /// Why members were given something; nil where nothing was given.
  var gift: Gift? { get }
}

extension Spends {
  package var isPaidByOthers: Bool { outlay?.isPaidByOthers ?? false }

  /// What the union itself spent; nil where it spent nothing.
  package var ownOutlay: Spending? { isPaidByOthers ? nil : outlay }
}

extension Spends {
  package var limitedShares: [LimitedShare] {
    guard let item = limitedItem, let amount = outlay?.amount else { return [] }
    return [
      LimitedShare(
        item: item, amount: amount,
        headcount: (self as? any CountsPeople)?.headcount ?? Headcount(people: nil))
    ]
  }
}

/// Money that one limit may hold for, and for whom it was.
package struct LimitedShare: Sendable {
  package var item: LimitedItem
  package var amount: Located<Money>
  /// Nobody where the kind counts none.
  package var headcount: Headcount
  /// Whether it went to the same people as what was spent so before, so that a year's limit holds for the sum.
  package var addsUp: Bool

  package init(item: LimitedItem, amount: Located<Money>, headcount: Headcount, addsUp: Bool = true) {
    self.item = item
    self.amount = amount
    self.headcount = headcount
    self.addsUp = addsUp
  }
}

/// 由头: what a record gives members something for, as far as union money is bound by it (总工办发〔2017〕32号).
package enum Gift: Sendable {
  /// 年节: for one of the festivals that have gifts.
  case festival
  /// 退休离岗: the farewell to a member who retires.
  case farewell
  /// 体检, for which the employer pays.
  case examination
  /// Given for another reason.
  case present
  /// A benefit that no other case names, which may be an examination by its title.
  case benefit
}

/// 限额项目: what money is spent on, as `limits.yaml` limits it.
package enum LimitedItem: String, Choice {
  case illness = "患病慰问"
  case bereavement = "丧事慰问"
  case hardship = "困难慰问"
  case retirement = "退休慰问"
  case birth = "生育慰问"
  case wedding = "结婚慰问"
  case birthday = "生日慰问"
  case festival = "节日福利"
  case festivalVisit = "节日慰问"
  case recuperation = "疗休养"
  case outing = "春秋游"
  case cadreTraining = "工会干部培训"
  case cash = "现金支付"
  case purchase = "一次采购"
  case upperShare = "上缴比例"

  /// The item whose limits hold where `limits.yaml` has none of this one.
  package var wider: LimitedItem? { self == .festivalVisit ? .festival : nil }

  package var english: String {
    switch self {
    case .illness: "visits to the sick"
    case .bereavement: "condolences"
    case .hardship: "hardship aid"
    case .retirement: "farewells to the retiring"
    case .birth: "births"
    case .wedding: "weddings"
    case .birthday: "birthdays"
    case .festival: "festival goods"
    case .festivalVisit: "festival visits"
    case .recuperation: "recuperation"
    case .outing: "outings"
    case .cadreTraining: "training of union cadres"
    case .cash: "payments in cash"
    case .purchase: "purchases at once"
    case .upperShare: "shares to be passed up"
    }
  }
}

/// A record that spent money, and what it says of it.
package struct Spender: Sendable {
  package var entry: any AnyEntry
  package var spending: Spending
  /// Whether it is no expense of the union.
  package var isPaidByOthers: Bool

  /// Of every kind that spends, oldest first. Records that say nothing of money are left out.
  package static func all(in library: Library) -> [Spender] {
    library.entries(that: (any Spends).self).compactMap { entry, record in
      record.outlay.flatMap {
        $0.isEmpty ? nil : Spender(entry: entry, spending: $0, isPaidByOthers: record.isPaidByOthers)
      }
    }.sorted { a, b in
      a.entry.date != b.entry.date
        ? a.entry.date < b.entry.date : a.entry.id.precedes(b.entry.id)
    }
  }
}

extension Spending {
  /// Whether nothing of it is said, as in a benefit that costs the union nothing.
  var isEmpty: Bool { amount == nil && account == nil && source == nil && vouchers.isEmpty }
}
