import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource

extension Chapter {
  /// 文体活动: how many there were, then each in a sentence; those for retired members, women and children stand in
  /// their own sections.
  static func activities(_ records: PeriodRecords) -> [Sentence] {
    let all = records.entries(of: Activity.self)
    let kinds = Activity.Sort.allCases.compactMap { sort -> Clause? in
      let members = all.filter { $0.record.sort.value == sort }
      guard !members.isEmpty else { return nil }
      return Clause(
        Wording("{kind}{n}项", en: "{kind} {n}"),
        [
          "kind": .wording(Wording(sort.rawValue, en: sort.english.lowercased())),
          "n": .quantity(Quantity(counting: members)),
        ])
    }
    let special: Set<Activity.Sort> = [.retired, .women, .children]
    return [
      Sentence(
        [
          Clause(Wording("开展活动{n}项", en: "Activities: {n}"), Quantity(counting: all)),
          Clause(
            Wording("参加{n}人次", en: "{n} person-times"),
            attendance(all, people: { $0.participants }, personTimes: { $0.personTimes })),
          list(kinds).map { Clause(Wording("其中{list}", en: "by kind {list}"), ["list": .clauses([$0], noWords)]) },
        ],
        details: all.filter { !special.contains($0.record.sort.value) }.map { activity($0, records.library) })
    ]
  }

  /// `3月26日至4月3日，《首届职工趣味篮球比赛》（住院部后院篮球场），102人、26队参加，…`
  static func activity(_ entry: Entry<Activity>, _ library: Library) -> Sentence {
    let activity = entry.record
    return Sentence([
      .days(entry.date),
      activity.place.isEmpty
        ? .record(entry)
        : Clause(Wording("{r}（{place}）", en: "{r} ({place})"), ["r": .record(entry), "place": .text(activity.place)]),
      crowd(entry).map { Clause(Wording("{list}参加", en: "{list}"), ["list": .clause($0)]) },
      figure(Wording("{n}个节目", en: "{n} programmes"), [entry]) { $0.record.programmes },
      cost(activity.cost, entry), .said(Wording("依据", en: "by "), activity.upperDocument),
      results(
        Wording("集体成绩：{list}", en: "team results: {list}"), activity.results.filter { $0.winner == .collective },
        library),
      results(
        Wording("个人成绩：{list}", en: "individual results: {list}"), activity.results.filter { $0.winner != .collective },
        library),
    ])
  }

  /// `367人分6批`, `26队、102人`; 〔待补〕 where the record gives no number at all.
  private static func crowd(_ entry: Entry<Activity>) -> Clause? {
    let activity = entry.record
    let batches = figure(Wording("分{n}批", en: "in {n} groups"), [entry]) { $0.record.batches }
    let teams = figure(Wording("{n}队", en: "{n} teams"), [entry]) { $0.record.teams }
    let counts = [activity.participants, activity.personTimes]
    let says = counts.contains { $0 != nil }
    let isNumbered = says || activity.teams != nil || activity.programmes != nil || activity.batches != nil
    // Results tell what there is to tell of a contest elsewhere.
    let heads =
      says || (!isNumbered && activity.results.isEmpty)
      ? turnout([entry], people: { $0.participants }, personTimes: { $0.personTimes }) : nil
    return list([teams, list([heads, batches], by: Wording("", en: " "))])
  }

  private static func results(_ template: Wording, _ results: [Activity.Result], _ library: Library) -> Clause? {
    guard !results.isEmpty else { return nil }
    // All names of the record are masked together, so that two who would look alike are told apart.
    let persons = results.compactMap { $0.winner == .collective ? nil : $0.recipient }
    var names = library.shown(persons)[...]
    let clauses = results.map { result -> Clause in
      let who = result.recipient.map { result.winner == .collective ? $0.name.value : names.popFirst() ?? "" } ?? ""
      return Clause(
        Wording(
          who.isEmpty ? "{event}{place}" : "{who}获{event}{place}",
          en: who.isEmpty ? "{event} {place}" : "{who} {event} {place}"),
        ["who": .text(who), "event": .text(result.event), "place": .text(result.place)])
    }
    return list(clauses, by: Wording("，", en: ", ")).map { Clause(template, ["list": .clauses([$0], noWords)]).apart }
  }
}
