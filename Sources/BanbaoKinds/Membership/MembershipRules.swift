package import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource

extension Membership {
  /// The records of each year.
  struct Years: Derived {
    let byYear: [Int: [Entry<Membership>]]

    init(_ library: Library) {
      byYear = Dictionary(grouping: library.entries(of: Membership.self)) { $0.record.period.value.year }
    }
  }

  package static let derived: [any Derived.Type] = [Years.self]

  package static let rules = MembershipRules.all

  package static func check(_ entries: [Entry<Membership>], in library: Library) -> [Diagnostic] {
    let sorted = entries.filter { !$0.record.isBlank }.sorted { a, b in
      let (left, right) = (a.record.period.value, b.record.period.value)
      return left != right ? left < right : a.id.precedes(b.id)
    }
    var diagnostics = sorted.flatMap { balance($0) + shares($0) + early($0, library) }
    var once: [Entry<Membership>] = []
    for entry in sorted {
      guard let first = once.last, first.record.period.value == entry.record.period.value else {
        once.append(entry)
        continue
      }
      let period = entry.record.period
      diagnostics.append(
        MembershipRules.twice.at(
          entry.place(period.mark),
          Wording("\(period.value.wording.zh)的会员统计有两份", en: "there are two records of \(period.value.wording.en)"),
          help: Wording("并成一份，或改正其中一份的期间", en: "make one of them, or mend the period of one"),
          related: [Related(first.place(first.record.period.mark), Wording("另一份", en: "the other record"))]))
    }
    let ending = Dictionary(grouping: once) { $0.record.period.value.span.last }
    let years = Dictionary(grouping: once) { $0.record.period.value.span.first.year }
    for entry in once {
      let span = entry.record.period.value.span
      diagnostics += continuity(entry, after: ending[span.first.adding(days: -1)] ?? [])
      diagnostics += parts(entry, among: years[span.first.year] ?? [])
    }
    return diagnostics
  }

  private static func balance(_ entry: Entry<Membership>) -> [Diagnostic] {
    let record = entry.record
    guard let opening = record.opening?.exact, let joined = record.joined?.exact, let closing = record.closing?.exact,
      let sum = record.balance(record.transfers), sum != closing.value
    else { return [] }
    var terms = Wording(
      "期初 \(opening.value) + 新增 \(joined.value)", en: "opening \(opening.value) + joined \(joined.value)")
    if let retired = record.retired?.value.number {
      terms = Wording("\(terms.zh) − 退休 \(retired)", en: "\(terms.en) − retired \(retired)")
    }
    if let left = record.left?.value.number {
      terms = Wording("\(terms.zh) − 离开 \(left)", en: "\(terms.en) − left \(left)")
    }
    var help = Wording("核对这几个数", en: "check these counts")
    if sum > closing.value, record.retired == nil || record.left == nil {
      help = Wording(
        "漏写了“\(entry.keys[Keys.retired])”或“\(entry.keys[Keys.left])”？差 \(sum - closing.value) 人",
        en:
          "is \(entry.keys[Keys.retired]) or \(entry.keys[Keys.left]) missing? the difference is \(sum - closing.value)"
      )
    }
    return [
      MembershipRules.balance.at(
        entry.place(closing.mark),
        Wording(
          "\(terms.zh) = \(sum) 人，期末却写 \(closing.value) 人",
          en: "\(terms.en) is \(sum), but closing says \(closing.value)"),
        help: help,
        related: [Related(entry.place(opening.mark), Wording("期初", en: "the opening"))])
    ]
  }

  /// A part larger than what it is a part of.
  private static func shares(_ entry: Entry<Membership>) -> [Diagnostic] {
    let record = entry.record
    // Migrant and temporary staff are told of those who joined, or of all members; more than both they cannot be.
    let larger = [record.joined, record.closing].compactMap { $0?.exact }.max { $0.value < $1.value }
    let either = larger?.mark == record.closing?.mark ? Wording("期末", en: "closing") : Wording("新增", en: "joined")
    let shares: [Share] =
      [
        (record.women?.exact, Wording("女职工", en: "women"), record.closing?.exact, Wording("期末", en: "closing")),
        (record.migrant?.exact, Wording("农民工", en: "migrant"), larger, either),
        (record.temporary?.exact, Wording("临时", en: "temporary"), larger, either),
      ] + (record.transfers == .among ? transfers(record) : [])
    return birthdays(entry)
      + shares.compactMap { part, name, whole, of in
        guard let part, let whole, part.value > whole.value else { return nil }
        return MembershipRules.share.at(
          entry.place(part.mark),
          Wording(
            "\(name.zh) \(part.value) 人，比\(of.zh) \(whole.value) 人还多",
            en: "\(name.en) says \(part.value), more than \(of.en), \(whole.value)"),
          help: Wording("\(name.zh)是\(of.zh)中的一部分", en: "\(name.en) are some of \(of.en)"),
          related: [Related(entry.place(whole.mark), of)])
      }
  }

  private typealias Share = (part: Located<Int>?, name: Wording, whole: Located<Int>?, of: Wording)

  /// Who was transferred is some of those who joined or left.
  private static func transfers(_ record: Membership) -> [Share] {
    [
      (
        record.transferredIn?.exact, Wording("调入", en: "transferred in"), record.joined?.exact,
        Wording("新增", en: "joined")
      ),
      (
        record.transferredOut?.exact, Wording("调出", en: "transferred out"), record.left?.exact,
        Wording("离开", en: "left")
      ),
    ]
  }

  /// Months that no calendar has or that stand twice, and more birthdays than retired people.
  private static func birthdays(_ entry: Entry<Membership>) -> [Diagnostic] {
    let record = entry.record
    var seen: Set<Int> = []
    let months = record.birthdays.compactMap { month -> Diagnostic? in
      guard !(1...12).contains(month.month.value) || !seen.insert(month.month.value).inserted else { return nil }
      return MembershipRules.birthdays.at(
        entry.place(month.month.mark),
        (1...12).contains(month.month.value)
          ? Wording("\(month.month.value) 月写了两次", en: "month \(month.month.value) stands twice")
          : Wording("没有 \(month.month.value) 月", en: "there is no month \(month.month.value)"),
        help: Wording("每个月写一行，月份从 1 到 12", en: "write each month once, from 1 to 12"))
    }
    let counts = record.birthdays.compactMap(\.count?.exact)
    let sum = counts.reduce(0) { $0 + $1.value }
    guard let retirees = record.retirees?.exact, let last = counts.last, sum > retirees.value else { return months }
    return months + [
      MembershipRules.birthdays.at(
        entry.place(last.mark),
        Wording(
          "各月生日合计 \(sum) 人，比退休人员 \(retirees.value) 人还多",
          en: "the birthdays of all months are \(sum), more than the \(retirees.value) retired people"),
        help: Wording("每人一年过一次生日；核对各月的数", en: "everybody has one birthday a year: check the months"),
        related: [Related(entry.place(retirees.mark), Wording("退休人员", en: "the retired"))])
    ]
  }

  private static func early(_ entry: Entry<Membership>, _ library: Library) -> [Diagnostic] {
    let period = entry.record.period
    guard period.value.span.first > library.today else { return [] }
    return [
      MembershipRules.early.at(
        entry.place(period.mark),
        Wording("\(period.value.wording.zh)还没有开始", en: "\(period.value.wording.en) has not begun"),
        help: Wording("核对期间", en: "check the period"))
    ]
  }

  /// The period before ends with as many members as this one begins with.
  ///
  /// - Parameter before: the periods that end on its eve.
  private static func continuity(_ entry: Entry<Membership>, after before: [Entry<Membership>]) -> [Diagnostic] {
    let record = entry.record
    guard let opening = record.opening?.exact else { return [] }
    // One fault is enough where both a year and its last half come before.
    guard
      let before = before.first(where: { $0.record.closing?.exact.map { $0.value != opening.value } ?? false }),
      let closing = before.record.closing?.exact
    else { return [] }
    let (own, other) = (record.period.value.wording, before.record.period.value.wording)
    return [
      MembershipRules.continuity.at(
        entry.place(opening.mark),
        Wording(
          "\(own.zh)期初写 \(opening.value) 人，\(other.zh)期末却是 \(closing.value) 人",
          en: "\(own.en) opens with \(opening.value), but \(other.en) closes with \(closing.value)"
        ),
        help: Wording("上期的期末就是本期的期初", en: "a period opens with what the one before it closed with"),
        related: [Related(before.place(closing.mark), Wording("上期期末", en: "the closing before"))])
    ]
  }
}

package enum MembershipRules {
  package static let balance = Rule(
    "membership-balance", .error,
    Wording("期初 + 新增 − 退休 − 离开 = 期末。", en: "Opening + joined − retired − left = closing."),
    wrong: "opening: 594\njoined: 69\nretired: 14\nleft: 6\nclosing: 645",
    right: "opening: 594\njoined: 69\nretired: 14\nleft: 6\nclosing: 643")
  package static let continuity = Rule(
    "membership-continuity", .error,
    Wording(
      "上一期的期末会员数就是下一期的期初会员数；年、半年和季度都这样衔接。",
      en: "A period opens with the members that the one before it closed with: years, halves and quarters alike."),
    wrong: """
      membership/2025.md:
      period: 2025
      opening: 580
      joined: 14
      closing: 594

      membership/2026-H1.md:
      period: 2026-H1
      opening: 600
      closing: 600
      """,
    right: """
      membership/2025.md:
      period: 2025
      opening: 580
      joined: 14
      closing: 594

      membership/2026-H1.md:
      period: 2026-H1
      opening: 594
      closing: 594
      """)
  package static let parts = Rule(
    "membership-parts", .error,
    Wording(
      "全年的数要与本年各半年、各季度的数相符：期初同第一期，期末同最后一期，新增、退休、离开等于各期之和。",
      en:
        "A year agrees with its halves and quarters: it opens with the first and closes with the last; who joined, "
        + "retired and left add up."),
    wrong: """
      membership/2025.md:
      period: 2025
      opening: 564
      joined: 30
      closing: 594

      membership/2025-H1.md:
      period: 2025-H1
      opening: 564
      joined: 33
      closing: 597
      """,
    right: """
      membership/2025.md:
      period: 2025
      opening: 564
      joined: 33
      closing: 597

      membership/2025-H1.md:
      period: 2025-H1
      opening: 564
      joined: 30
      closing: 594
      """)
  package static let twice = Rule(
    "membership-twice", .error,
    Wording("一个期间只有一份会员统计。", en: "A period has one record of its members."),
    wrong: """
      membership/甲.md:
      period: 2026-H1
      opening: 594
      closing: 594

      membership/乙.md:
      period: 2026年上半年
      opening: 594
      closing: 594
      """,
    right: """
      membership/甲.md:
      period: 2025-H2
      opening: 594
      closing: 594

      membership/乙.md:
      period: 2026-H1
      opening: 594
      closing: 594
      """)
  package static let share = Rule(
    "membership-share", .error,
    Wording(
      "女职工是期末会员中的一部分，农民工和临时聘用人员是新增会员或全部会员中的一部分；调入的算在新增里，调出的算在离开里。",
      en:
        "Women are some of the members at the end; migrant workers and temporary staff are some of those who joined, or of "
        + "all; who was transferred is some of those who joined or left."
    ),
    wrong: """
      opening: 60
      joined: 0
      closing: 60
      women: 64
      """,
    right: """
      opening: 60
      joined: 0
      closing: 60
      women: 46
      """)
  package static let early = Rule(
    "membership-early", .warning,
    Wording("会员统计写的是已经开始的期间。", en: "Members are counted of a period that has begun."),
    wrong: "period: 2062-H1\nopening: 594\nclosing: 594",
    right: "period: 2026-H1\nopening: 594\nclosing: 594")
  package static let birthdays = Rule(
    "membership-birthdays", .error,
    Wording(
      "退休人员的生日按月计数：一个月写一行，合计不超过退休人员数。",
      en: "Birthdays of the retired are counted by month: a line for each, together no more than the retired."),
    wrong: "retirees: 20\nretiree_birthdays: [{month: 3, count: 18}, {month: 9, count: 5}]",
    right: "retirees: 20\nretiree_birthdays: [{month: 3, count: 15}, {month: 9, count: 5}]")
  package static let all = [balance, continuity, parts, twice, share, early, birthdays]
}
