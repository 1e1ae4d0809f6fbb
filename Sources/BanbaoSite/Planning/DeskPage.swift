package import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSource
import BanbaoTheme

/// What the desk shows.
struct Desk: Sendable {
  var heading: Wording
  var today: Day
  /// In order.
  var faults: [Diagnostic]
  var dues: [Due]
  var waiting: [any AnyEntry]
  var people: [(page: String, people: [ShownPerson])]
}

let deskTemplate = Template<Desk>(
  "desk",
  .words("heading") { $0.heading },
  .otherWords("heading2") { $0.heading },
  .view("as_of", dayNames) { $0.today },
  .list(
    "faults",
    Names<Diagnostic>(
      .words("severity") { $0.severity.word }, .flag("error") { $0.severity == .error },
      .words("message") { $0.message }, .words("help") { $0.help }, .text("place") { $0.place.shown },
      .text("code") { $0.code })
  ) { $0.faults },
  .list(
    "dues",
    Names<(due: Due, today: Day)>(
      .view("day", dayNames) { $0.due.day }, .flag("late") { $0.due.isLate(on: $0.today) },
      .text("title") { $0.due.title }, .words("task") { $0.due.task }, .words("remedy") { $0.due.remedy },
      .text("place") { $0.due.place.shown })
  ) { desk in desk.dues.map { ($0, desk.today) } },
  .list(
    "left_out",
    Names<any AnyEntry>(
      .text("title") { $0.title }, .text("path") { $0.source },
      .words("reason") { $0.status.isDraft ? LeftOut.Reason.draft.words : LeftOut.Reason.scheduled.words })
  ) { $0.waiting },
  .list(
    "people",
    Names<(page: String, people: [ShownPerson])>(
      .text("page") { $0.page }, .text("url") { percentEncoded(path: $0.page) },
      .list("whole", Names<ShownPerson>(.text("name") { $0.name }, .text("place") { $0.place.shown })) {
        $0.people.filter(\.isWhole)
      },
      .number("masked") { $0.people.count { !$0.isWhole } })
  ) { $0.people })

extension Compilation {
  /// 工作台: what is wrong, what is due, what was left out, who is shown. For the preview only; it is in no plan.
  ///
  /// - Parameter diagnostics: of the content and of the disk.
  package func deskPage(_ diagnostics: [Diagnostic]) -> PagePlan {
    let heading = Wording("工作台", en: "Desk")
    let desk = Desk(
      heading: heading, today: library.today,
      faults: (diagnostics + untouched).inOrder(), dues: due, waiting: library.waiting, people: shownPeople)
    return PagePlan(
      deskTemplate, path: "-/desk.html", title: library.words(heading), origin: library.origin("site.yaml"),
      section: ""
    ) { desk }
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
