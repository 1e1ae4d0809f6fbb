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
    let all = (records.library.derived(Membership.Years.self).byYear[records.period.year] ?? []).filter {
      let own = $0.record.period.value.span
      return span.first <= own.first && own.last <= span.last && own.first <= records.library.today
        && !$0.record.isBlank
    }.sorted { a, b in
      let (left, right) = (a.record.period.value, b.record.period.value)
      return left != right ? left < right : a.id.precedes(b.id)
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
    let retired = Quantity(chain) { $0.record.retired?.value }
    let left = Quantity(chain, lacks: { $0.isPending(Membership.Keys.left) }, { $0.record.left?.value })
    let groups = Quantity(newest) { $0.record.groups?.value }
    let registered = Quantity(counting: newest.filter { $0.record.allRegistered?.value ?? false })
    // Where the newest count is of a part of the period, the sentence says of which.
    let counted = newest.first?.record.period.value
    let earlier = counted.flatMap { $0.span.last < records.period.span.last ? $0.wording : nil }
    return Sentence([
      earlier.map { Clause("截至\($0)末会员\(closing)人", en: "\(closing) members at the end of \($0)") }
        ?? Clause("期末会员\(closing)人", en: "\(closing) members at the end"),
      Clause("其中女会员\(women)人", en: "\(women) of them women"), parts(newest),
      Clause("新入会\(joined)人", en: "\(joined) joined"),
      Clause.list([staff(chain, amongJoined: true), moved(chain, .among)]).map {
        Clause("其中\($0)", en: "of them \($0)")
      },
      staff(newest, amongJoined: false).map { Clause("会员中有\($0)", en: "members include \($0)") },
      Clause("退休\(retired)人", en: "\(retired) retired"),
      left.known.map { Clause("离开\($0)人", en: "\($0) left") },
      gone(chain, .among).map { Clause("其中\($0)", en: "of them \($0)") },
      moved(chain, .beside), gone(chain, .beside),
      registered.known == nil ? nil : Clause("会员全部登记在册", en: "every member is registered"),
      groups.known.map { Clause("设工会小组\($0)个", en: "union groups: \($0)") },
    ])
  }

  /// Migrant workers and temporary staff: unions tell of those who joined, or, where there are more, of all members.
  private static func staff(_ chain: [Entry<Membership>], amongJoined: Bool) -> Clause? {
    func told(_ count: Located<Count>?, _ record: Membership) -> Count? {
      count.flatMap { ($0.value.number <= record.joined?.value.number ?? 0) == amongJoined ? $0.value : nil }
    }
    let migrant = Quantity(chain, lacks: { _ in false }, { told($0.record.migrant, $0.record) })
    let temporary = Quantity(chain, lacks: { _ in false }, { told($0.record.temporary, $0.record) })
    return .list([
      migrant.known.map { Clause("农民工\($0)人", en: "\($0) migrant workers") },
      temporary.known.map { Clause("临时聘用人员\($0)人", en: "\($0) temporary staff") },
    ])
  }

  /// Who came from another union.
  private static func moved(_ chain: [Entry<Membership>], _ transfers: Membership.Transfers) -> Clause? {
    transferred(chain, transfers) { $0.transferredIn }.known.map { Clause("调入\($0)人", en: "\($0) transferred in") }
  }

  /// Who went to another union.
  private static func gone(_ chain: [Entry<Membership>], _ transfers: Membership.Transfers) -> Clause? {
    transferred(chain, transfers) { $0.transferredOut }.known.map { Clause("调出\($0)人", en: "\($0) transferred out") }
  }

  private static func transferred(
    _ chain: [Entry<Membership>], _ transfers: Membership.Transfers, _ count: (Membership) -> Located<Count>?
  ) -> Quantity {
    Quantity(chain.filter { $0.record.transfers == transfers }, lacks: { _ in false }, { count($0.record)?.value })
  }

  private static func elections(_ records: PeriodRecords) -> [Sentence] {
    let library = records.library
    let all = library.entries(of: Committee.self).filter {
      records.holds($0.record.elected.value) || records.holds($0.record.approved?.date?.value)
    }
    return all.sorted { a, b in
      let (left, right) = (a.record.elected.value, b.record.elected.value)
      return left != right ? left < right : a.id.precedes(b.id)
    }.map { entry in
      let years = Quantity([entry]) { $0.record.years.value > 0 ? $0.record.years.value : nil }
      let body = entry.record.body.value
      let elected = shortWords(entry.record.elected.value)
      return Sentence([
        Clause("\(elected)选举产生\(entry)", en: "\(entry) was elected on \(elected)"),
        body == .group ? nil : Clause("（\(body.rawValue)）", en: "(\(body.english))"),
        years.known.map { Clause("任期\($0)年", en: "for \($0) years") },
        entry.record.approved.flatMap { approval in
          let day = approval.date.map { shortWords($0.value) }
          guard day != nil || approval.number != nil else { return nil }
          let when = Wording(day?.zh ?? "", en: day.map { " on \($0.en)" } ?? "")
          let number = approval.number?.value ?? ""
          return Clause("上级工会\(when)批复\(number)", en: "approved from above\(when) \(number)")
        },
      ])
    }
  }

  private static func rules(_ records: PeriodRecords) -> [Sentence] {
    let all = records.library.entries(of: Regulation.self).filter { entry in
      let rule = entry.record
      return records.holds(rule.adopted?.value) || records.holds(rule.repealed?.value)
        || rule.revised.contains { records.holds($0.value.first) }
    }.sorted { $0.id.precedes($1.id) }
    func clause(_ found: [Entry<Regulation>], _ clause: (Quantity, [any AnyEntry]) -> Clause) -> Clause? {
      Quantity(counting: found).known.map { clause($0, found) }
    }
    let clauses = [
      clause(all.filter { records.holds($0.record.adopted?.value) }) {
        Clause("制定制度\($0)项：\($1)", en: "Rules adopted (\($0)): \($1)")
      },
      clause(all.filter { $0.record.revised.contains { records.holds($0.value.first) } }) {
        Clause("修订制度\($0)项：\($1)", en: "rules revised (\($0)): \($1)")
      },
      clause(all.filter { records.holds($0.record.repealed?.value) }) {
        Clause("废止制度\($0)项：\($1)", en: "rules repealed (\($0)): \($1)")
      },
    ].compactMap { $0 }
    return clauses.isEmpty ? [] : [Sentence(clauses)]
  }
}
