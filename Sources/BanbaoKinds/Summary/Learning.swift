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
    if let count = Quantity(counting: cadres).known {
      sentences.append(
        Sentence([
          Clause("工会干部培训\(count)次", en: "Trainings of union cadres: \(count)"),
          turnout(cadres).map {
            Clause("\($0.unnamed)参加", en: "\($0.unnamed) took part")
          },
        ]))
    }
    return sentences + study(records)
  }

  /// 三级学习计划: how many the unit, its offices and its people have, and how many were assessed.
  private static func study(_ records: PeriodRecords) -> [Sentence] {
    let plans = records.library.entries(of: Plan.self).filter { $0.record.year.value == records.period.year }
      .sorted { $0.id.precedes($1.id) }
    func sum(_ level: Plan.Level?, _ count: (Plan.Study) -> Count?) -> Quantity? {
      Quantity(
        plans.flatMap { entry in
          entry.record.study.filter { level == nil || $0.level.value == level }.compactMap(count)
            .map { (entry as any AnyEntry, $0) }
        }
      ).known
    }
    let levels = Plan.Level.allCases.compactMap { level in
      sum(level) { $0.count?.value }.map {
        Clause("\(level.rawValue)\($0)份", en: "\(level.english.lowercased()) \($0)")
      }
    }
    guard let list = Clause.list(levels) else { return [] }
    return [
      Sentence([
        Clause("制定学习计划：\(list)", en: "Plans of study: \(list)"),
        sum(nil) { $0.assessed?.value }.map { Clause("考核\($0)份", en: "\($0) assessed") },
      ])
    ]
  }

  private static func sentOut(_ entries: [Entry<Training>]) -> Sentence {
    let heads = turnout(entries)
    let dayTimes = Quantity(entries, lacks: { $0.record.days == nil }, { $0.record.dayTimes?.value })
    return Sentence(
      [
        heads.map { Clause("选送外出培训\($0.unnamed)", en: "Sent out to trainings: \($0.unnamed)") },
        Clause("培训\(dayTimes)天次", en: "\(dayTimes) day-times"),
      ], details: entries.map { training($0) })
  }

  private static func atHome(_ entries: [Entry<Training>]) -> Sentence {
    // A course that is measured in days lacks neither sessions nor hours.
    let lacks = { (entry: Entry<Training>) in entry.record.days == nil }
    let sessions = Quantity(entries, lacks: lacks) { $0.record.sessions?.value }
    let hours = Quantity(entries, lacks: lacks) { $0.record.hours?.value }
    let heads = turnout(entries)
    let isMeasured =
      entries.isEmpty || entries.contains { lacks($0) || $0.record.sessions != nil || $0.record.hours != nil }
    return Sentence(
      [
        isMeasured
          ? Clause("组织内部培训\(sessions)期", en: "Sessions held at home: \(sessions)")
          : Clause("组织内部培训", en: "Trainings held at home"),
        isMeasured ? Clause("\(hours)学时", en: "\(hours) hours") : nil,
        heads.map { Clause("参加\($0.unnamed)", en: "\($0.unnamed) took part") },
      ], details: entries.map { training($0) })
  }

  private static func training(_ entry: Entry<Training>) -> Sentence {
    let training = entry.record
    func figure(_ key: Key<Located<Count>?>, _ count: Located<Count>?) -> Quantity? { Quantity(key, count, of: entry) }
    return Sentence([
      .days(entry.date), .record(entry),
      figure(Training.Keys.sessions, training.sessions).map { Clause("\($0)期", en: "\($0) sessions") },
      figure(Training.Keys.hours, training.hours).map { Clause("\($0)学时", en: "\($0) hours") },
      figure(Training.Keys.days, training.days).map { Clause("\($0)天", en: "\($0) days") },
      training.people == nil && training.personTimes == nil && training.isMeasured
        ? nil : turnout([entry]),
      figure(Training.Keys.dayTimes, training.dayTimes).map { Clause("\($0)天次", en: "\($0) day-times") },
      .said(Wording("内容为", en: "on "), training.topics.joined(separator: "、")), parts([entry]),
      cost(training.cost, entry),
      .upperDocuments(entry),
    ])
  }
}

extension Training {
  /// Whether it says how long it was or how often, whoever came.
  fileprivate var isMeasured: Bool { dayTimes != nil || [sessions, hours, days].contains { $0 != nil } }
}

/// `经费6,840.00元`, or 〔待补〕 where the record says that it is not known yet.
func cost<Kind: RecordKind>(_ spending: Spending?, _ entry: Entry<Kind>) -> Clause? {
  guard let spending else { return nil }
  let amount = Quantity([entry]) { _ in spending.figure }
  return Clause("经费\(amount)元", en: "cost \(amount) yuan")
}
