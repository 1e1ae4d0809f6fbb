import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Chapter {
  /// 民主管理: the congress, meetings, matters raised.
  static func democracy(_ records: PeriodRecords) -> [Sentence] {
    congress(records) + [meetings(records)] + [matters(records)]
  }

  private static func congress(_ records: PeriodRecords) -> [Sentence] {
    let sessions = records.entries(of: Congress.self)
    guard !sessions.isEmpty else {
      return [Sentence([Clause(Wording("召开职工代表大会{n}次", en: "Sessions of the workers' congress: {n}"), .unknown)])]
    }
    return sessions.map { entry in
      let congress = entry.record
      let reports = congress.reports
      return Sentence([
        Clause(
          Wording("{days}{place}召开{session}", en: "{session} met on {days}{place}"),
          [
            "days": .wording(shortWords(entry.date)), "place": place(congress.place),
            "session": .link(
              entry,
              Wording(
                "\(chinese(congress.term.value))届\(chinese(congress.session.value))次职工代表大会",
                en: "Session \(congress.term.value).\(congress.session.value) of the workers' congress")),
          ]),
        figure(Wording("正式代表{n}名", en: "{n} delegates"), [entry]) { $0.record.delegates.value },
        figure(Wording("到会{n}名", en: "{n} present"), [entry]) { $0.record.attended?.value },
        figure(Wording("列席{n}名", en: "{n} observers"), [entry]) { $0.record.observers?.value },
        list(reports.filter(\.isPassed).map { report($0, entry) }, by: Wording("", en: ", ")).map {
          Clause(Wording("审议通过{list}", en: "passed {list}"), ["list": .clauses([$0], noWords)])
        },
        list(reports.filter { !$0.isPassed }.map { report($0, entry) }, by: Wording("", en: ", ")).map {
          Clause(Wording("审议{list}", en: "discussed {list}"), ["list": .clauses([$0], noWords)])
        },
        figure(Wording("表彰{n}名", en: "{n} commended"), [entry]) { $0.record.commended?.value },
        congress.opinions.isEmpty
          ? nil
          : Clause(
            Wording("征集代表意见{n}条", en: "opinions of delegates: {n}"),
            Quantity([entry]) { $0.record.opinions.count }),
      ])
    }
  }

  private static func place(_ place: String) -> Clause.Value {
    guard !place.isEmpty else { return .text("") }
    return .clauses([Clause(Wording("在{place}", en: " at {place}"), ["place": .text(place)])], noWords)
  }

  /// `《院长工作报告》（赞成50票、反对1票）`.
  private static func report(_ report: Congress.Report, _ entry: Entry<Congress>) -> Clause {
    func votes(_ template: Wording, _ count: Int?) -> Clause? { figure(template, [entry]) { _ in count } }
    let votes = list([
      votes(Wording("赞成{n}票", en: "{n} for"), report.inFavour?.value),
      votes(Wording("反对{n}票", en: "{n} against"), report.against?.value),
      votes(Wording("弃权{n}票", en: "{n} abstained"), report.abstained?.value),
    ])
    let title = Wording(quoted(report.title.value, .chinese), en: quoted(report.title.value, .english))
    guard let votes else { return Clause(Wording("{title}", en: "{title}"), ["title": .wording(title)]) }
    return Clause(
      Wording("{title}（{votes}）", en: "{title} ({votes})"),
      ["title": .wording(title), "votes": .clauses([votes], noWords)])
  }

  private static func meetings(_ records: PeriodRecords) -> Sentence {
    let all = records.entries(of: Meeting.self)
    let total = Clause(Wording("召开各类会议{n}次", en: "Meetings: {n}"), Quantity(all) { $0.record.count?.value ?? 1 })
    let kinds = Meeting.Sort.allCases.flatMap { sort -> [Clause?] in
      let members = all.filter { $0.record.sort.value == sort }
      guard !members.isEmpty else { return [] }
      guard sort == .other else {
        return [meeting(Wording("{name}{n}次", en: "{name} {n}"), Wording(sort.rawValue, en: sort.english), members)]
      }
      // What kind of meeting it was is in the title alone.
      return grouped(members) { $0.title }.map { title, members in
        meeting(Wording("{name}{n}次", en: "{name} {n}"), Wording(title, en: title), members)
      }
    }
    return Sentence([
      total, list(kinds).map { Clause(Wording("其中{list}", en: "by kind {list}"), ["list": .clauses([$0], noWords)]) },
    ])
  }

  private static func meeting(_ template: Wording, _ name: Wording, _ members: [Entry<Meeting>]) -> Clause {
    let count = Quantity(members) { $0.record.count?.value ?? 1 }
    let people = Quantity(members, lacks: { _ in false }, { $0.record.people?.value })
    guard people.isKnown else { return Clause(template, ["name": .wording(name), "n": .quantity(count)]) }
    return Clause(
      Wording(template.zh + "（{people}人参加）", en: template.en + " ({people} people)"),
      ["name": .wording(name), "n": .quantity(count), "people": .quantity(people)])
  }

  private static func matters(_ records: PeriodRecords) -> Sentence {
    let all = records.entries(of: Matter.self)
    let today = records.library.today
    func clause(_ template: Wording, _ isMeant: (Entry<Matter>) -> Bool) -> Clause? {
      let found = all.filter(isMeant)
      return found.isEmpty ? nil : Clause(template, Quantity(counting: found))
    }
    return Sentence(
      [
        Clause(Wording("受理职工诉求{n}件", en: "Matters raised by workers: {n}"), Quantity(counting: all)),
        clause(Wording("办结{n}件", en: "{n} settled")) { $0.record.state.value == .settled },
        clause(Wording("正在办理{n}件", en: "{n} in hand")) {
          $0.record.state.value == .inHand || $0.record.state.value == .accepted
        },
        clause(Wording("暂不能办{n}件", en: "{n} not possible now")) { $0.record.state.value == .impossible },
        clause(Wording("逾期未答复{n}件", en: "{n} overdue")) { $0.isOpen && $0.deadline < today },
      ],
      details: all.map { matter($0) })
  }

  private static func matter(_ entry: Entry<Matter>) -> Sentence {
    let matter = entry.record
    let year = entry.date.first.year
    return Sentence([
      .record(entry), Clause(Wording(matter.state.value.rawValue, en: matter.state.value.english)),
      entry.isOpen
        ? Clause(
          Wording(
            "答复期限\(shortWords(entry.deadline, in: year).zh)",
            en: "to be answered by \(shortWords(entry.deadline, in: year).en)")) : nil,
      .said(Wording("", en: ""), matter.result?.value ?? ""),
    ])
  }
}
