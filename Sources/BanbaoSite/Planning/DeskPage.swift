package import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSource
import BanbaoTheme

let deskShape: ViewShape = [
  "heading": .text, "heading2": .text, "as_of": .view(dayShape),
  "faults": .list([
    "severity": .text, "error": .flag, "message": .text, "help": .text, "place": .text, "code": .text,
  ]), "has_faults": .flag,
  "dues": .list([
    "day": .view(dayShape), "late": .flag, "title": .text, "task": .text, "remedy": .text, "place": .text,
  ]), "has_dues": .flag,
  "left_out": .list(["title": .text, "path": .text, "reason": .text]), "has_left_out": .flag,
  "people": .list(["page": .text, "url": .text, "whole": .list(["name": .text, "place": .text]), "masked": .number]),
  "has_people": .flag,
]

extension Compilation {
  /// 工作台: what is wrong, what is due, what was left out, who is shown. For the preview only; it is in no plan.
  ///
  /// - Parameter diagnostics: of the content and of the disk.
  package func deskPage(_ diagnostics: [Diagnostic]) -> PagePlan {
    let heading = Wording("工作台", en: "Desk")
    let library = library
    let due = due
    let people = shownPeople
    return PagePlan(
      path: "-/desk.html", template: "desk", title: library.words(heading), origin: library.origin("site.yaml"),
      section: ""
    ) {
      [
        "heading": .text(library.words(heading)), "heading2": .text(library.otherWords(heading)),
        "as_of": .view(library.view(library.today)),
        "faults": .list(
          diagnostics.inOrder().map { fault in
            [
              "severity": .text(library.words(fault.severity.word)), "error": .flag(fault.severity == .error),
              "message": .text(library.words(fault.message)), "help": .text(fault.help.map { library.words($0) } ?? ""),
              "place": .text(fault.place.shown), "code": .text(fault.code),
            ]
          }), "has_faults": .flag(!diagnostics.isEmpty),
        "dues": .list(
          due.map { due in
            [
              "day": .view(library.view(due.day)), "late": .flag(due.isLate(on: library.today)),
              "title": .text(due.title), "task": .text(library.words(due.task)),
              "remedy": .text(library.words(due.remedy)), "place": .text(due.place.shown),
            ]
          }), "has_dues": .flag(!due.isEmpty),
        "left_out": .list(
          library.waiting.map { entry in
            let reason: LeftOut.Reason = entry.status.isDraft ? .draft : .scheduled
            return [
              "title": .text(entry.title), "path": .text(entry.source), "reason": .text(library.words(reason.words)),
            ]
          }), "has_left_out": .flag(!library.waiting.isEmpty),
        "people": .list(
          people.map { page, people in
            [
              "page": .text(page), "url": .text(percentEncoded(path: page)),
              "whole": .list(
                people.filter(\.isWhole).map { ["name": .text($0.name), "place": .text($0.place.shown)] }),
              "masked": .number(people.count { !$0.isWhole }),
            ]
          }), "has_people": .flag(!people.isEmpty),
      ]
    }
  }
}

extension LeftOut.Reason {
  /// As people read it: 草稿, 未到发布日期, 已过期.
  package var words: Wording {
    switch self {
    case .draft: Wording("草稿", en: "draft")
    case .scheduled: Wording("未到发布日期", en: "scheduled")
    case .expired: Wording("已过期，只在归档", en: "expired, in the archive only")
    }
  }
}
