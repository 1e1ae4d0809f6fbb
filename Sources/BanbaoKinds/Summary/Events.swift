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
      let count = Quantity(counting: members)
      return Clause("\(sort.rawValue)\(count)项", en: "\(sort.english.lowercased()) \(count)")
    }
    let count = Quantity(counting: all)
    let times = attendance(all)
    let special: Set<Activity.Sort> = [.retired, .women, .children]
    return [
      Sentence(
        [
          Clause("开展活动\(count)项", en: "Activities: \(count)"),
          Clause("参加\(times)人次", en: "\(times) person-times"),
          Clause.list(kinds).map { Clause("其中\($0)", en: "by kind \($0)") },
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
        : Clause("\(entry)（\(activity.place)）", en: "\(entry) (\(activity.place))"),
      crowd(entry).map { Clause("\($0.unnamed)参加", en: "\($0.unnamed)") },
      Quantity(Activity.Keys.programmes, activity.programmes, of: entry).map {
        Clause("\($0)个节目", en: "\($0) programmes")
      },
      parts([entry]), cost(activity.cost, entry), .upperDocuments(entry),
      results(
        Wording("集体成绩：", en: "team results: "), activity.results.filter { $0.winner == .collective },
        library),
      results(
        Wording("个人成绩：", en: "individual results: "), activity.results.filter { $0.winner != .collective },
        library),
    ])
  }

  /// `367人分6批`, `26队、102人`; 〔待补〕 where the record gives no number at all.
  private static func crowd(_ entry: Entry<Activity>) -> Clause? {
    let activity = entry.record
    let batches = Quantity(Activity.Keys.batches, activity.batches, of: entry).map {
      Clause("分\($0)批", en: "in \($0) groups")
    }
    let teams = Quantity(Activity.Keys.teams, activity.teams, of: entry).map { Clause("\($0)队", en: "\($0) teams") }
    let counts = [activity.participants, activity.personTimes]
    let says = counts.contains { $0 != nil }
    let isNumbered =
      says || activity.teams != nil || activity.programmes != nil || activity.batches != nil
      || !activity.parts.isEmpty
    // Results tell what there is to tell of a contest elsewhere.
    let heads =
      says || (!isNumbered && activity.results.isEmpty)
      ? turnout([entry]) : nil
    return .list([teams, .list([heads, batches], by: Wording("", en: " "))])
  }

  private static func results(_ label: Wording, _ results: [Activity.Result], _ library: Library) -> Clause? {
    guard !results.isEmpty else { return nil }
    // All names of the record are masked together, so that two who would look alike are told apart.
    var names = library.shown(results.compactMap(\.person))[...]
    let clauses = results.map { result -> Clause in
      let who = result.person == nil ? result.recipient?.name.value ?? "" : names.popFirst() ?? ""
      let (event, place) = (result.event, result.place)
      return who.isEmpty
        ? Clause("\(event)\(place)", en: "\(event) \(place)")
        : Clause("\(who)获\(event)\(place)", en: "\(who) \(event) \(place)")
    }
    return Clause.list(clauses, by: Wording("，", en: ", ")).map { Clause("\(label)\($0)", en: "\(label)\($0)").apart }
  }
}
