import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Chapter {
  /// 民主管理: the congress, meetings, matters raised.
  static func democracy(_ records: PeriodRecords) -> [Sentence] {
    congress(records) + [meetings(records)] + [matters(records)] + openness(records)
  }

  /// 院务公开: what was laid open, and whether in time.
  private static func openness(_ records: PeriodRecords) -> [Sentence] {
    let today = records.library.today
    let all = records.entries(of: Openness.self)
    guard let total = Quantity(counting: all).known else { return [] }
    func count(_ state: Openness.State) -> Quantity? {
      Quantity(counting: all.filter { $0.record.state(on: today) == state }).known
    }
    return [
      Sentence(
        [
          Clause("院务公开事项\(total)项", en: "Items to be laid open: \(total)"),
          count(.inTime).map { Clause("按期公开\($0)项", en: "\($0) in time") },
          count(.afterwards).map { Clause("逾期公开\($0)项", en: "\($0) late") },
          count(.late).map { Clause("逾期未公开\($0)项", en: "\($0) overdue") },
          count(.open).map { Clause("待公开\($0)项", en: "\($0) to come") },
        ],
        details: all.map { entry in
          let state = entry.record.state(on: today)
          return Sentence([
            .said(entry.record.topic.value), Clause(state.wording),
            .said(Wording("形式为", en: "by "), entry.record.channel),
          ])
        })
    ]
  }

  private static func congress(_ records: PeriodRecords) -> [Sentence] {
    let sessions = records.entries(of: Congress.self)
    guard !sessions.isEmpty else {
      let none = Quantity.unknown
      return [Sentence([Clause("召开职工代表大会\(none)次", en: "Sessions of the workers' congress: \(none)")])]
    }
    return sessions.map { entry in
      let congress = entry.record
      let days = shortWords(entry.date)
      let place: Clause? = congress.place.isEmpty ? nil : Clause("在\(congress.place)", en: " at \(congress.place)")
      let session = Wording(
        "\(chinese(congress.term.value))届\(chinese(congress.session.value))次职工代表大会",
        en: "Session \(congress.term.value).\(congress.session.value) of the workers' congress")
      func figure(_ key: Key<Located<Count>?>, _ count: Located<Count>?) -> Quantity? {
        Quantity(key, count, of: entry)
      }
      func reports(_ isMeant: (Congress.Report) -> Bool) -> Clause? {
        .list(congress.reports.filter(isMeant).map { report($0, entry) }, by: Wording("", en: ", "))
      }
      return Sentence([
        Clause(
          "\(days)\(place)召开\(entry, as: session)", en: "\(entry, as: session) met on \(days)\(place)"),
        figure(Congress.Keys.delegates, congress.delegates).map { Clause("正式代表\($0)名", en: "\($0) delegates") },
        parts([entry]),
        figure(Congress.Keys.attended, congress.attended).map { Clause("到会\($0)名", en: "\($0) present") },
        figure(Congress.Keys.observers, congress.observers).map { Clause("列席\($0)名", en: "\($0) observers") },
        reports(\.isPassed).map { Clause("审议通过\($0)", en: "passed \($0)") },
        reports { !$0.isPassed }.map { Clause("审议\($0)", en: "discussed \($0)") },
        figure(Congress.Keys.commended, congress.commended).map { Clause("表彰\($0)名", en: "\($0) commended") },
        congress.opinions.isEmpty
          ? nil
          : Quantity([entry]) { $0.record.opinions.count }.known.map {
            Clause("征集代表意见\($0)条", en: "opinions of delegates: \($0)")
          },
        .upperDocuments(entry),
      ])
    }
  }

  /// `《院长工作报告》（赞成50票、反对1票）`.
  private static func report(_ report: Congress.Report, _ entry: Entry<Congress>) -> Clause {
    func votes(_ count: Located<Count>?) -> Quantity? { Quantity([entry]) { _ in count?.value }.known }
    let votes = Clause.list([
      votes(report.inFavour).map { Clause("赞成\($0)票", en: "\($0) for") },
      votes(report.against).map { Clause("反对\($0)票", en: "\($0) against") },
      votes(report.abstained).map { Clause("弃权\($0)票", en: "\($0) abstained") },
    ])
    let title = Wording(quoted(report.title.value, .chinese), en: quoted(report.title.value, .english))
    return votes.map { Clause("\(title)（\($0)）", en: "\(title) (\($0))") } ?? Clause(title)
  }

  private static func meetings(_ records: PeriodRecords) -> Sentence {
    let all = records.entries(of: Meeting.self)
    let total = Quantity(all) { $0.record.times }
    let kinds = Meeting.Sort.allCases.flatMap { sort -> [Clause?] in
      let members = all.filter { $0.record.sort.value == sort }
      guard !members.isEmpty else { return [] }
      guard sort == .other else {
        return [meeting(Wording(sort.rawValue, en: sort.english), members)]
      }
      // What kind of meeting it was is in the title alone.
      return grouped(members) { $0.title }.map { title, members in
        meeting(Wording(title, en: title), members)
      }
    }
    return Sentence([
      Clause("召开各类会议\(total)次", en: "Meetings: \(total)"),
      Clause.list(kinds).map { Clause("其中\($0)", en: "by kind \($0)") },
    ])
  }

  private static func meeting(_ name: Wording, _ members: [Entry<Meeting>]) -> Clause {
    let count = Quantity(members) { $0.record.times }
    let people = Quantity(members, lacks: { _ in false }, { $0.record.people?.value })
    let heads = Clause.list(
      [people.known.map { Clause("\($0)人参加", en: "\($0) people") }, parts(members)], by: Wording("，", en: ", "))
    return heads.map { Clause("\(name)\(count)次（\($0)）", en: "\(name) \(count) (\($0))") }
      ?? Clause("\(name)\(count)次", en: "\(name) \(count)")
  }

  private static func matters(_ records: PeriodRecords) -> Sentence {
    let all = records.entries(of: Matter.self)
    let today = records.library.today
    func count(_ isMeant: (Entry<Matter>) -> Bool) -> Quantity? { Quantity(counting: all.filter(isMeant)).known }
    let (total, inHand) = (Quantity(counting: all), [Matter.State.inHand, .accepted])
    return Sentence(
      [
        Clause("受理职工诉求\(total)件", en: "Matters raised by workers: \(total)"),
        count { $0.record.state.value == .settled }.map { Clause("办结\($0)件", en: "\($0) settled") },
        count { inHand.contains($0.record.state.value) }.map { Clause("正在办理\($0)件", en: "\($0) in hand") },
        count { $0.record.state.value == .impossible }.map {
          Clause("暂不能办\($0)件", en: "\($0) not possible now")
        },
        count { $0.isOpen && $0.deadline < today }.map { Clause("逾期未答复\($0)件", en: "\($0) overdue") },
      ],
      details: all.map { matter($0) })
  }

  private static func matter(_ entry: Entry<Matter>) -> Sentence {
    let matter = entry.record
    let deadline = shortWords(entry.deadline, in: entry.date.first.year)
    return Sentence([
      .record(entry), Clause(Wording(matter.state.value.rawValue, en: matter.state.value.english)),
      entry.isOpen ? Clause("答复期限\(deadline)", en: "to be answered by \(deadline)") : nil,
      .said(matter.result?.value ?? ""), .upperDocuments(entry),
    ])
  }
}
