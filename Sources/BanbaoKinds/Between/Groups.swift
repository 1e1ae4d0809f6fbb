package import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource

/// 工会小组: how many the newest count of members tells of, against the records of the groups themselves.
package struct Groups: Overview {
  let library: Library

  package init(_ library: Library) { self.library = library }

  package static let rules = GroupRules.all

  package func check() -> [Diagnostic] {
    let counts = library.entries(of: Membership.self).filter { $0.record.groups != nil && !$0.record.isBlank }
    let newest = counts.max { a, b in
      let (left, right) = (a.record.period.value.span.last, b.record.period.value.span.last)
      return left != right ? left < right : a.id.precedes(b.id)
    }
    guard let newest, let groups = newest.record.groups?.exact else { return [] }
    let last = newest.record.period.value.span.last
    let bodies = library.derived(Committee.Successions.self).bodies.filter {
      $0.all.last?.record.body.value == .group && ($0.all.last.map { $0.record.elected.value <= last } ?? false)
    }
    // A union that keeps no records of its groups only counts them.
    guard let first = bodies.first?.all.first, bodies.count != groups.value else { return [] }
    return [
      GroupRules.count.at(
        newest.place(groups.mark),
        Wording(
          "这里写工会小组 \(groups.value) 个，组织机构里有 \(bodies.count) 个",
          en: "this counts \(groups.value) union groups, but \(bodies.count) have a record"),
        help: Wording(
          "核对个数；缺的小组用 banbao new 组织机构 写上，已经撤并的删去",
          en:
            "check the count; add the groups that are missing with banbao new committee, and delete those that are no more"
        ),
        related: [Related(first.place, Wording("小组的一份记录", en: "the record of one group"))])
    ]
  }
}

package enum GroupRules {
  package static let count = Rule(
    "membership-groups", .warning,
    Wording(
      "会员统计里的工会小组数，与组织机构里的工会小组相符；一个小组的记录也没有的，不核对。",
      en: "The number of union groups in the count of members is that of the groups that have a record, if any has one."
    ),
    wrong: """
      membership/2026.md:
      period: 2026
      opening: 60
      joined: 0
      closing: 60
      groups: 7

      committee/外科.md:
      body: 工会小组
      elected: 2025-05-16
      years: 3
      """,
    right: """
      membership/2026.md:
      period: 2026
      opening: 60
      joined: 0
      closing: 60
      groups: 1

      committee/外科.md:
      body: 工会小组
      elected: 2025-05-16
      years: 3
      """)
  package static let all = [count]
}
