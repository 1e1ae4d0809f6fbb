import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource

extension Chapter {
  /// 荣誉: what others awarded, by level, and whom the union itself commended.
  static func honours(_ records: PeriodRecords) -> [Sentence] {
    let all = records.entries(of: Honour.self)
    let won = all.filter { $0.record.level.value != .own }
    let own = all.filter { $0.record.level.value == .own }
    let levels = Honour.Level.allCases.filter { $0 != .own }.compactMap { level -> Sentence? in
      let members = won.filter { $0.record.level.value == level }
      guard !members.isEmpty else { return nil }
      return Sentence(
        [
          Clause(
            Wording("{level}级荣誉{n}项", en: "{level}: {n}"),
            ["level": .wording(levelName(level)), "n": .quantity(Quantity(counting: members))]), sorts(members),
        ], details: members.map { honour($0, records.library) })
    }
    let total = Sentence([
      Clause(Wording("获上级荣誉{n}项", en: "Honours from above: {n}"), Quantity(counting: won)), sorts(won),
    ])
    guard !own.isEmpty else { return [total] + levels }
    let commended = Sentence(
      [
        Clause(Wording("本级表彰{n}项", en: "Our own commendations: {n}"), Quantity(counting: own)), sorts(own),
        figure(Wording("共{n}人", en: "{n} people"), own, lacks: { $0.record.sort.value == .individual }) {
          $0.record.count
        },
      ], details: own.map { honour($0, records.library) })
    return [total] + levels + [commended]
  }

  /// 国家 and 省 take a 级; 系统 and 上级 do as well, but 上级 has it already.
  private static func levelName(_ level: Honour.Level) -> Wording {
    Wording(level == .upper ? "其他上" : level.rawValue, en: level.english)
  }

  private static func sorts(_ entries: [Entry<Honour>]) -> Clause? {
    let clauses = Honour.Sort.allCases.compactMap { sort -> Clause? in
      let members = entries.filter { $0.record.sort.value == sort }
      guard !members.isEmpty else { return nil }
      return Clause(
        Wording("\(sort.rawValue){n}项", en: "\(sort == .collective ? "to collectives" : "to persons") {n}"),
        Quantity(counting: members))
    }
    return list(clauses).map { Clause(Wording("其中{list}", en: "{list}"), ["list": .clauses([$0], noWords)]) }
  }

  static func honour(_ entry: Entry<Honour>, _ library: Library) -> Sentence {
    let honour = entry.record
    let names =
      honour.sort.value == .individual ? library.shown(honour.recipients) : honour.recipients.map(\.name.value)
    return Sentence([
      .days(entry.date), .record(entry), .said(Wording("获得者：", en: "to "), names.joined(separator: "、")),
      figure(Wording("{n}人", en: "{n} people"), [entry]) { $0.record.count },
      .said(Wording("授予单位：", en: "awarded by "), honour.awardedBy),
      .said(Wording("文号：", en: "document "), honour.number),
    ])
  }
}
