import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Chapter {
  /// 荣誉: what others awarded, by level, and whom the union itself commended.
  static func honours(_ records: PeriodRecords) -> [Sentence] {
    let all = decided(records)
    let won = all.filter { $0.record.level.value != .own }
    let own = all.filter { $0.record.level.value == .own }
    let open = selecting(records)
    let levels = Honour.Level.allCases.filter { $0 != .own }.compactMap { level -> Sentence? in
      let members = won.filter { $0.record.level.value == level }
      guard !members.isEmpty else { return nil }
      let count = Quantity(counting: members)
      // 国家 and 省 take a 级; 系统 and 上级 do as well, but 上级 has it already.
      let name = level == .upper ? "其他上" : level.rawValue
      return Sentence(
        [Clause("\(name)级荣誉\(count)项", en: "\(level.english): \(count)"), sorts(members)],
        details: members.map { honour($0, records.library) })
    }
    let count = Quantity(counting: won)
    let total = Sentence([Clause("获上级荣誉\(count)项", en: "Honours from above: \(count)"), sorts(won)])
    let kept = open + trips(records) + held(records)
    guard !own.isEmpty else { return [total] + levels + kept }
    let ownCount = Quantity(counting: own)
    let people = Quantity(own, lacks: { $0.record.sort.value == .individual }, { $0.record.count?.value })
    let commended = Sentence(
      [
        Clause("本级表彰\(ownCount)项", en: "Our own commendations: \(ownCount)"), sorts(own),
        people.known.map { Clause("共\($0)人", en: "\($0) people") },
      ], details: own.map { honour($0, records.library) })
    return [total] + levels + [commended] + kept
  }

  /// Without those for which the union is still selecting.
  static func decided(_ records: PeriodRecords) -> [Entry<Honour>] {
    records.entries(of: Honour.self).filter { !$0.record.isOpen }
  }

  /// What the union is still selecting for.
  private static func selecting(_ records: PeriodRecords) -> [Sentence] {
    records.entries(of: Honour.self).filter(\.record.isOpen).map { entry in
      let count = Quantity([entry]) { $0.record.count?.value }
      return Sentence([
        Clause("评选\(entry)", en: "To be selected: \(entry)"),
        count.known.map { Clause("\($0)人", en: "\($0) people") }, Clause("正在进行", en: "under way"),
      ])
    }
  }

  /// Study trips of those who were commended.
  private static func trips(_ records: PeriodRecords) -> [Sentence] {
    let all = records.entries(of: Activity.self).filter { !$0.record.honours.isEmpty }
    guard let count = Quantity(counting: all).known else { return [] }
    let people = Quantity(all, lacks: { _ in false }, { $0.record.headcount.attendance })
    return [
      Sentence(
        [
          Clause("组织受表彰的职工学习考察\(count)次", en: "Study trips of those commended: \(count)"),
          people.known.map { Clause("\($0)人次参加", en: "\($0) person-times") },
        ],
        details: all.map { entry in
          let honours = entry.record.honours.compactMap { records.library.entry($0.value) }
          return Sentence([
            .days(entry.date), .record(entry),
            honours.isEmpty ? nil : Clause("受表彰于\(honours)", en: "commended by \(honours)"), turnout([entry]),
          ])
        })
    ]
  }

  /// Titles of earlier years that the union still bears.
  private static func held(_ records: PeriodRecords) -> [Sentence] {
    let start = records.period.span.first
    let all = records.library.entries(of: Honour.self).filter { $0.record.isHeld && $0.date.first < start }
      .sorted { $0.date != $1.date ? $0.date < $1.date : $0.id.precedes($1.id) }
    guard let count = Quantity(counting: all).known else { return [] }
    return [
      Sentence(
        [Clause("继续保持荣誉称号\(count)项", en: "Titles still held: \(count)")],
        details: all.map { entry in
          let year = entry.date.first.year
          return Sentence([
            Clause("\(entry)（\(String(year))年）", en: "\(entry) (\(String(year)))"),
            .said(Wording("授予单位：", en: "awarded by "), entry.record.awardedBy),
          ])
        })
    ]
  }

  private static func sorts(_ entries: [Entry<Honour>]) -> Clause? {
    let clauses = Honour.Sort.allCases.compactMap { sort -> Clause? in
      let members = entries.filter { $0.record.sort.value == sort }
      let recipients = sort == .collective ? "to collectives" : "to persons"
      return Quantity(counting: members).known.map { Clause("\(sort.rawValue)\($0)项", en: "\(recipients) \($0)") }
    }
    return Clause.list(clauses).map { Clause("其中\($0)", en: "\($0)") }
  }

  static func honour(_ entry: Entry<Honour>, _ library: Library) -> Sentence {
    let honour = entry.record
    let names = honour.shownNames(library)
    let count = Quantity([entry]) { $0.record.count?.value }
    return Sentence([
      .days(entry.date), .record(entry), .said(Wording("获得者：", en: "to "), names.joined(separator: "、")),
      count.known.map { Clause("\($0)人", en: "\($0) people") }, parts([entry]),
      .said(Wording("授予单位：", en: "awarded by "), honour.awardedBy),
      .said(Wording("文号：", en: "document "), honour.number), .upperDocuments(entry),
    ])
  }
}
