package import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSource
import BanbaoTheme

/// What the desk shows.
struct Desk: Sendable {
  /// What is due in one week.
  struct Week: Sendable {
    var label: Wording
    var dues: [Due]
  }

  var heading: Wording
  var today: Day
  /// The worst first.
  var faults: [Diagnostic]
  /// What is late first.
  var weeks: [Week]
  var waiting: [any AnyEntry]
  var people: [(page: String, people: [ShownPerson])]
  /// Sections without a record.
  var empty: [(section: Wording, kind: Wording)]
  fileprivate var pages: PagesOfSources

  /// So many faults, and so many things of each week, stand open; the rest is folded, so that the desk is seen at a glance.
  fileprivate static let (openFaults, openDues) = (5, 3)
}

private typealias ShownDue = (due: Due, desk: Desk)
private typealias ShownFault = (fault: Diagnostic, desk: Desk)

private let dueNames = Names<ShownDue>(
  .view("day", dayNames) { $0.due.day }, .flag("late") { $0.due.isLate(on: $0.desk.today) },
  .text("title") { $0.due.title }, .address("url") { $0.desk.pages.url(of: $0.due.place) },
  .words("task") { $0.due.task }, .words("remedy") { commandParts($0.due.remedy).before },
  .words("command") { commandParts($0.due.remedy).command },
  .words("remedy_rest") { commandParts($0.due.remedy).after },
  .text("place") { $0.due.place.shown })

private let faultNames = Names<ShownFault>(
  .words("severity") { $0.fault.severity.word }, .flag("error") { $0.fault.severity == .error },
  .words("message") { $0.fault.message }, .words("help") { $0.fault.help }, .text("place") { $0.fault.place.shown },
  .address("url") { $0.desk.pages.url(of: $0.fault.place) }, .text("code") { $0.fault.code })

let deskTemplate = Template<Desk>(
  "desk",
  .words("heading") { $0.heading },
  .otherWords("heading2") { $0.heading },
  .view("as_of", dayNames) { $0.today },
  .list("faults", faultNames) { desk in desk.faults.prefix(Desk.openFaults).map { ($0, desk) } },
  .list("more_faults", faultNames) { desk in desk.faults.dropFirst(Desk.openFaults).map { ($0, desk) } },
  .number("more_faults_count") { max(0, $0.faults.count - Desk.openFaults) },
  .list(
    "weeks",
    Names<(week: Desk.Week, desk: Desk)>(
      .words("label") { $0.week.label }, .number("count") { $0.week.dues.count },
      .list("dues", dueNames) { shown in shown.week.dues.prefix(Desk.openDues).map { ($0, shown.desk) } },
      .list("more_dues", dueNames) { shown in shown.week.dues.dropFirst(Desk.openDues).map { ($0, shown.desk) } },
      .number("more_dues_count") { max(0, $0.week.dues.count - Desk.openDues) })
  ) { desk in desk.weeks.map { ($0, desk) } },
  .number("left_out_count") { $0.waiting.count },
  .list(
    "left_out",
    Names<any AnyEntry>(
      .text("title") { $0.title }, .address("url") { $0.url }, .text("path") { $0.source },
      .words("reason") { $0.status.isDraft ? LeftOut.Reason.draft.words : LeftOut.Reason.scheduled.words })
  ) { $0.waiting },
  .number("empty_count") { $0.empty.count },
  .list(
    "empty",
    Names<(section: Wording, kind: Wording)>(
      .words("section") { $0.section },
      .words("command") { Wording("banbao new \($0.kind.zh) 标题", en: "banbao new \($0.kind.en.lowercased()) TITLE") })
  ) { $0.empty },
  .number("people_count") { $0.people.count },
  .list(
    "people",
    Names<(page: String, people: [ShownPerson], title: String)>(
      .text("page") { $0.page }, .text("title") { $0.title }, .address("url") { percentEncoded(path: $0.page) },
      .list("whole", Names<ShownPerson>(.text("name") { $0.name }, .text("place") { $0.place.shown })) {
        $0.people.filter(\.isWhole)
      },
      .number("masked") { $0.people.count { !$0.isWhole } })
  ) { desk in desk.people.map { ($0.page, $0.people, desk.pages.titles[$0.page] ?? $0.page) } })

/// What a remedy says around the command that it names; the command is empty where it names none.
private func commandParts(_ remedy: Wording) -> (before: Wording, command: Wording, after: Wording) {
  func parts(_ text: String) -> (String, String, String) {
    guard let start = text.firstRange(of: "banbao ")?.lowerBound else { return (text, "", "") }
    let command = text[start...].prefix { !"，。；（,;".contains($0) }
    return (String(text[..<start]), String(command), String(text[command.endIndex...]))
  }
  let (zh, en) = (parts(remedy.zh), parts(remedy.en))
  return (Wording(zh.0, en: en.0), Wording(zh.1, en: en.1), Wording(zh.2, en: en.2))
}

/// The pages of records by the places in their files.
private struct PagesOfSources: Sendable {
  private var bySource: [String: [(line: Int, page: String)]] = [:]
  var titles: [String: String] = [:]

  init(_ plan: SitePlan) {
    for page in plan.pages {
      titles[page.path] = page.title
      if page.origin.line > 0 { bySource[page.origin.path, default: []].append((page.origin.line, page.path)) }
    }
  }

  /// The page of the record that a place is in, percent-encoded; nil where there is none. A file of several records has a
  /// page for each, from the line of its title on.
  func url(of place: Place) -> String? {
    let pages = bySource[place.path] ?? []
    let above = pages.filter { $0.line <= place.line }.max { $0.line < $1.line }
    return (above ?? pages.min { $0.line < $1.line }).map { percentEncoded(path: $0.page) }
  }
}

extension Compilation {
  /// 工作台: what is wrong, what is due, what was left out, who is shown. For the preview only; it is in no plan.
  ///
  /// - Parameter diagnostics: of the content and of the disk.
  package func deskPage(_ diagnostics: [Diagnostic]) -> PagePlan {
    let heading = Wording("工作台", en: "Desk")
    let all = (diagnostics + untouched).inOrder()
    let kept = Set((library.entries + library.waiting).map(\.folder))
    let desk = Desk(
      heading: heading, today: library.today,
      faults: Severity.allCases.flatMap { severity in all.filter { $0.severity == severity } },
      weeks: due.byWeek(library.today), waiting: library.waiting, people: shownPeople,
      empty: library.references.filter { !kept.contains($0.kind.folder) }.map { ($0.kind.section, $0.kind.name) },
      pages: PagesOfSources(plan))
    return PagePlan(
      deskTemplate, path: "-/desk.html", title: library.words(heading), origin: library.origin("site.yaml"),
      section: ""
    ) { desk }
  }
}

extension [Due] {
  /// What is late, due this week, next week and later, each where there is any. A week begins on Monday.
  fileprivate func byWeek(_ today: Day) -> [Desk.Week] {
    let monday = today.adding(days: -today.weekday)
    let (sunday, nextSunday) = (monday.adding(days: 6), monday.adding(days: 13))
    func week(_ zh: String, _ en: String, _ first: Day, _ last: Day) -> Wording {
      let days = shortWords(DaySpan(first, last))
      return Wording("\(zh)（\(days.zh)）", en: "\(en) (\(days.en))")
    }
    let groups: [(label: Wording, isMember: (Due) -> Bool)] = [
      (Wording("逾期", en: "Late"), { $0.isLate(on: today) }),
      (week("本周", "This week", monday, sunday), { !$0.isLate(on: today) && $0.day <= sunday }),
      (week("下周", "Next week", sunday.adding(days: 1), nextSunday), { sunday < $0.day && $0.day <= nextSunday }),
      (Wording("本月以后几天", en: "Later this month"), { nextSunday < $0.day }),
    ]
    return groups.map { group in Desk.Week(label: group.label, dues: filter(group.isMember)) }
      .filter { !$0.dues.isEmpty }
  }
}

extension LeftOut.Reason {
  /// As people read it: 草稿, 未到发布日期, 已过期.
  package var words: Wording {
    switch self {
    case .draft: Wording("草稿", en: "draft")
    case .scheduled: Wording("未到发布日期", en: "scheduled")
    case .expired: Wording("已过期，只在归档", en: "expired, in the archive only")
    case .sample: Wording("示例，已有自己的记录", en: "sample, real ones have taken its place")
    }
  }
}
