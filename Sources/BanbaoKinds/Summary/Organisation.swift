import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource

extension Chapter {
  /// 组织建设: members, elections, rules.
  static func organisation(_ records: PeriodRecords) -> [Sentence] {
    [members(records)] + elections(records) + rules(records)
  }

  /// The records that a period's membership is built from: that of the period itself, else those of its parts, which
  /// follow each other without overlap.
  static func membership(_ records: PeriodRecords) -> [Entry<Membership>] {
    let span = records.period.span
    let all = records.library.entries(of: Membership.self).filter {
      let own = $0.record.period.value.span
      return span.first <= own.first && own.last <= span.last && own.first <= records.library.today
        && !$0.record.isBlank
    }.sorted { a, b in
      let (left, right) = (a.record.period.value, b.record.period.value)
      return left != right ? left < right : a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
    }
    var chain: [Entry<Membership>] = []
    for entry in all {
      let first = entry.record.period.value.span.first
      if let last = chain.last?.record.period.value.span.last, first <= last { continue }
      chain.append(entry)
    }
    return chain
  }

  private static func members(_ records: PeriodRecords) -> Sentence {
    let chain = membership(records)
    let newest = Array(chain.suffix(1))
    let closing = Quantity(newest) { $0.record.closing?.value }
    let women = Quantity(newest) { $0.record.women?.value }
    let joined = Quantity(chain) { $0.record.joined?.value }
    let when: Wording
    if let last = newest.first?.record.period.value, last.span.last < records.period.span.last {
      when = Wording("截至\(last.wording.zh)末会员{n}人", en: "{n} members at the end of \(last.wording.en)")
    } else {
      when = Wording("期末会员{n}人", en: "{n} members at the end")
    }
    return Sentence([
      Clause(when, closing), Clause(Wording("其中女会员{n}人", en: "{n} of them women"), women),
      Clause(Wording("新入会{n}人", en: "{n} joined"), joined),
      staff(chain, amongJoined: true).map {
        Clause(Wording("其中{list}", en: "of them {list}"), ["list": .clauses([$0], Wording("", en: ""))])
      },
      staff(newest, amongJoined: false).map {
        Clause(Wording("会员中有{list}", en: "members include {list}"), ["list": .clauses([$0], Wording("", en: ""))])
      },
      Clause(Wording("退休{n}人", en: "{n} retired"), Quantity(chain) { $0.record.retired?.value }),
      figure(Wording("离开{n}人", en: "{n} left"), chain, lacks: { _ in false }) { $0.record.left?.value },
      figure(Wording("设工会小组{n}个", en: "union groups: {n}"), newest) { $0.record.groups?.value },
    ])
  }

  /// Migrant workers and temporary staff: unions tell of those who joined, or, where there are more, of all members.
  private static func staff(_ chain: [Entry<Membership>], amongJoined: Bool) -> Clause? {
    func told(_ count: Located<Int>?, _ record: Membership) -> Int? {
      count.flatMap { ($0.value <= record.joined?.value ?? 0) == amongJoined ? $0.value : nil }
    }
    return list([
      figure(Wording("农民工{n}人", en: "{n} migrant workers"), chain, lacks: { _ in false }) {
        told($0.record.migrant, $0.record)
      },
      figure(Wording("临时聘用人员{n}人", en: "{n} temporary staff"), chain, lacks: { _ in false }) {
        told($0.record.temporary, $0.record)
      },
    ])
  }

  private static func elections(_ records: PeriodRecords) -> [Sentence] {
    let library = records.library
    let all = library.entries(of: Committee.self).filter {
      records.holds($0.record.elected.value) || records.holds($0.record.approved?.date?.value)
    }
    return all.sorted { a, b in
      let (left, right) = (a.record.elected.value, b.record.elected.value)
      return left != right ? left < right : a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
    }.map { entry in
      let years = Quantity([entry]) { $0.record.years.value > 0 ? $0.record.years.value : nil }
      let body = entry.record.body.value
      return Sentence([
        Clause(
          Wording(
            "\(shortWords(entry.record.elected.value).zh)选举产生{r}",
            en: "{r} was elected on \(shortWords(entry.record.elected.value).en)"),
          ["r": .record(entry)]),
        body == .group ? nil : Clause(Wording("（\(body.rawValue)）", en: "(\(body.english))")),
        years.isKnown ? Clause(Wording("任期{n}年", en: "for {n} years"), years) : nil,
        entry.record.approved.flatMap { approval in
          let day = approval.date.map { shortWords($0.value) }
          guard day != nil || approval.number != nil else { return nil }
          return Clause(
            Wording(
              "上级工会\(day.map { "\($0.zh)" } ?? "")批复{number}",
              en: "approved from above\(day.map { " on \($0.en)" } ?? "") {number}"),
            ["number": .text(approval.number?.value ?? "")])
        },
      ])
    }
  }

  private static func rules(_ records: PeriodRecords) -> [Sentence] {
    let all = records.library.entries(of: Regulation.self).sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    let kinds: [(Wording, (Regulation) -> Bool)] = [
      (Wording("制定制度{n}项：{list}", en: "Rules adopted ({n}): {list}"), { records.holds($0.adopted?.value) }),
      (
        Wording("修订制度{n}项：{list}", en: "rules revised ({n}): {list}"),
        { $0.revised.contains { records.holds($0.value.first) } }
      ),
      (Wording("废止制度{n}项：{list}", en: "rules repealed ({n}): {list}"), { records.holds($0.repealed?.value) }),
    ]
    let clauses = kinds.compactMap { template, isMeant -> Clause? in
      let found = all.filter { isMeant($0.record) }
      guard !found.isEmpty else { return nil }
      return Clause(template, ["n": .quantity(Quantity(counting: found)), "list": .records(found)])
    }
    return clauses.isEmpty ? [] : [Sentence(clauses)]
  }
}
