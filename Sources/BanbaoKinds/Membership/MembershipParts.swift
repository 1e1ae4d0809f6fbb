import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource

extension Membership {
  /// A count of those who came or went, which adds up over the parts of a year.
  private struct Flow {
    var name: Wording
    var count: (Membership) -> Located<Count>?
  }

  /// A year against its halves and quarters, a half against its quarters.
  ///
  /// - Parameter all: the periods of its year.
  static func parts(_ entry: Entry<Membership>, among all: [Entry<Membership>]) -> [Diagnostic] {
    let whole = entry.record.period.value
    let halves = all.filter { whole.holds($0.record.period.value) && $0.record.period.value.isHalf }
    let quarters = all.filter { whole.holds($0.record.period.value) && !$0.record.period.value.isHalf }
    return ends(entry, halves + quarters) + sums(entry, halves, Wording("各半年", en: "its halves"))
      + sums(entry, quarters, Wording("各季度", en: "its quarters"))
  }

  /// The first part opens with what the whole opens with, and the last one closes so.
  private static func ends(_ entry: Entry<Membership>, _ parts: [Entry<Membership>]) -> [Diagnostic] {
    let span = entry.record.period.value.span
    return parts.flatMap { part -> [Diagnostic] in
      var faults: [Diagnostic] = []
      if part.record.period.value.span.first == span.first {
        faults += differ(
          entry, entry.record.opening?.exact, part, part.record.opening?.exact, Wording("期初", en: "opens with"))
      }
      if part.record.period.value.span.last == span.last {
        faults += differ(
          entry, entry.record.closing?.exact, part, part.record.closing?.exact, Wording("期末", en: "closes with"))
      }
      return faults
    }
  }

  private static func differ(
    _ entry: Entry<Membership>, _ own: Located<Int>?, _ part: Entry<Membership>, _ other: Located<Int>?, _ what: Wording
  ) -> [Diagnostic] {
    guard let own, let other, own.value != other.value else { return [] }
    let (whole, name) = (entry.record.period.value.wording, part.record.period.value.wording)
    return [
      MembershipRules.parts.at(
        entry.place(own.mark),
        Wording(
          "\(whole.zh)\(what.zh)写 \(own.value) 人，\(name.zh)\(what.zh)却是 \(other.value) 人",
          en: "\(whole.en) \(what.en) \(own.value), but \(name.en) \(what.en) \(other.value)"),
        help: Wording("两处写成一样的数", en: "write the same count in both"),
        related: [Related(part.place(other.mark), name)])
    ]
  }

  /// What the parts add up to is not more than the whole, and all of it once every part is there.
  private static func sums(_ entry: Entry<Membership>, _ parts: [Entry<Membership>], _ name: Wording) -> [Diagnostic] {
    guard let first = parts.first else { return [] }
    let covers = parts.count * first.record.period.value.quarters == entry.record.period.value.quarters
    let flows = [
      Flow(name: Wording("新增", en: "joined")) { $0.joined }, Flow(name: Wording("退休", en: "retired")) { $0.retired },
      Flow(name: Wording("离开", en: "left")) { $0.left },
      Flow(name: Wording("调入", en: "transferred in")) { $0.transferredIn },
      Flow(name: Wording("调出", en: "transferred out")) { $0.transferredOut },
    ]
    return flows.compactMap { flow in
      let counts = parts.compactMap { part in flow.count(part.record)?.exact.map { (part, $0) } }
      guard let own = flow.count(entry.record)?.exact, counts.count == parts.count else { return nil }
      let sum = counts.reduce(0) { $0 + $1.1.value }
      guard sum > own.value || (covers && sum != own.value) else { return nil }
      let whole = entry.record.period.value.wording
      return MembershipRules.parts.at(
        entry.place(own.mark),
        Wording(
          "\(whole.zh)\(flow.name.zh)写 \(own.value) 人，\(name.zh)合计却是 \(sum) 人",
          en: "\(whole.en): \(flow.name.en) says \(own.value), but \(name.en) add up to \(sum)"),
        help: Wording("核对全年和\(name.zh)的数", en: "check the counts of both"),
        related: counts.map { part, count in Related(part.place(count.mark), part.record.period.value.wording) })
    }
  }
}

extension Period {
  /// How many quarters it has.
  fileprivate var quarters: Int {
    switch part {
    case .year: 4
    case .half: 2
    case .quarter: 1
    }
  }

  fileprivate var isHalf: Bool { quarters == 2 }

  /// Whether another period is a part of this one.
  fileprivate func holds(_ other: Period) -> Bool {
    quarters > other.quarters && span.first <= other.span.first && other.span.last <= span.last
  }
}
