import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Chapter {
  /// 学习培训: those sent out, those taught at home, and the union's own cadres among them.
  static func training(_ records: PeriodRecords) -> [Sentence] {
    let all = records.entries(of: Training.self)
    let external = all.filter(\.record.isExternal)
    let own = all.filter { !$0.record.isExternal }
    let cadres = all.filter { $0.record.audience.value == .cadres }
    var sentences: [Sentence] = []
    if !external.isEmpty || all.isEmpty { sentences.append(sentOut(external)) }
    if !own.isEmpty || all.isEmpty { sentences.append(atHome(own)) }
    if !cadres.isEmpty {
      sentences.append(
        Sentence([
          Clause(Wording("工会干部培训{n}次", en: "Trainings of union cadres: {n}"), Quantity(counting: cadres)),
          turnout(cadres, people: { $0.people?.value }, personTimes: { $0.personTimes?.value }).map {
            Clause(Wording("{list}参加", en: "{list} took part"), ["list": .clause($0)])
          },
        ]))
    }
    return sentences
  }

  private static func sentOut(_ entries: [Entry<Training>]) -> Sentence {
    let heads = turnout(entries, people: { $0.people?.value }, personTimes: { $0.personTimes?.value })
    return Sentence(
      [
        heads.map { Clause(Wording("选送外出培训{list}", en: "Sent out to trainings: {list}"), ["list": .clause($0)]) },
        Clause(
          Wording("培训{n}天次", en: "{n} day-times"),
          Quantity(entries, lacks: { $0.record.days == nil }) { $0.record.dayTimes?.value }),
      ], details: entries.map { training($0) })
  }

  private static func atHome(_ entries: [Entry<Training>]) -> Sentence {
    // A course that is measured in days lacks neither sessions nor hours.
    let lacks = { (entry: Entry<Training>) in entry.record.days == nil }
    let sessions = Quantity(entries, lacks: lacks) { $0.record.sessions?.value }
    let hours = Quantity(entries, lacks: lacks) { $0.record.hours?.value }
    let heads = turnout(entries, people: { $0.people?.value }, personTimes: { $0.personTimes?.value })
    let isMeasured =
      entries.isEmpty || entries.contains { lacks($0) || $0.record.sessions != nil || $0.record.hours != nil }
    return Sentence(
      [
        isMeasured
          ? Clause(Wording("组织内部培训{n}期", en: "Sessions held at home: {n}"), sessions)
          : Clause(Wording("组织内部培训", en: "Trainings held at home")),
        isMeasured ? Clause(Wording("{n}学时", en: "{n} hours"), hours) : nil,
        heads.map { Clause(Wording("参加{list}", en: "{list} took part"), ["list": .clause($0)]) },
      ], details: entries.map { training($0) })
  }

  private static func training(_ entry: Entry<Training>) -> Sentence {
    let training = entry.record
    return Sentence([
      .days(entry.date), .record(entry),
      figure(Wording("{n}期", en: "{n} sessions"), [entry]) { $0.record.sessions?.value },
      figure(Wording("{n}学时", en: "{n} hours"), [entry]) { $0.record.hours?.value },
      figure(Wording("{n}天", en: "{n} days"), [entry]) { $0.record.days?.value },
      training.people == nil && training.personTimes == nil && training.isMeasured
        ? nil : turnout([entry], people: { $0.people?.value }, personTimes: { $0.personTimes?.value }),
      figure(Wording("{n}天次", en: "{n} day-times"), [entry]) { $0.record.dayTimes?.value },
      .said(Wording("内容为", en: "on "), training.topics.joined(separator: "、")), cost(training.cost, entry),
    ])
  }
}

extension Training {
  /// Whether it says how long it was or how often, whoever came.
  fileprivate var isMeasured: Bool { [sessions, hours, days, dayTimes].contains { $0 != nil } }
}

/// `经费6,840.00元`, or 〔待补〕 where the record says that it is not known yet.
func cost<Kind: RecordKind>(_ spending: Spending?, _ entry: Entry<Kind>) -> Clause? {
  spending.map { spending in
    Clause(Wording("经费{n}元", en: "cost {n} yuan"), Quantity([entry]) { _ in spending.amount?.value })
  }
}
