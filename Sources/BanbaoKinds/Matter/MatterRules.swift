package import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Matter {
  package static let rules = MatterRules.all

  package static func check(_ entries: [Entry<Matter>], in library: Library) -> [Diagnostic] {
    entries.flatMap { entry in
      let days = checkDays(entry)
      // Where the days contradict each other, nothing is late by them.
      var found = days + checkState(entry) + (days.isEmpty ? checkTime(entry, library) : [])
      if let from = entry.record.from?.text, library.isPath(from.value),
        let fault = referenced(from, in: library, from: entry.source).fault
      {
        found.append(fault)
      }
      return found
    }
  }

  /// A matter is raised, decided on, answered: in this order.
  private static func checkDays(_ entry: Entry<Matter>) -> [Diagnostic] {
    typealias Step = (day: Day, mark: Mark, name: Wording)
    let matter = entry.record
    let raised: Step = (entry.date.first, entry.common.date.mark, Wording("提出日期", en: "day it was raised"))
    let decided = matter.decided.map { Step($0.value, $0.mark, Wording("议定日期", en: "day it was decided on")) }
    let due = matter.due.map { Step($0.value, $0.mark, Wording("答复期限", en: "deadline")) }
    let answered = matter.answered.map { Step($0.value, $0.mark, Wording("答复日期", en: "day of the answer")) }

    func early(_ later: Step?, _ earlier: Step?) -> Diagnostic? {
      guard let later, let earlier, later.day < earlier.day else { return nil }
      return MatterRules.days.at(
        entry.place(later.mark),
        Wording(
          "\(later.name.zh) \(later.day.iso) 早于\(earlier.name.zh) \(earlier.day.iso)",
          en: "the \(later.name.en), \(later.day.iso), is before the \(earlier.name.en), \(earlier.day.iso)"),
        help: Wording("核对这两个日期", en: "check both days"),
        related: [Related(entry.place(earlier.mark), earlier.name)])
    }
    // One fault for each field, against the latest day that it contradicts.
    return [
      early(decided, raised), early(due, decided) ?? early(due, raised),
      early(answered, decided) ?? early(answered, raised),
    ].compactMap { $0 }
  }

  private static func checkState(_ entry: Entry<Matter>) -> [Diagnostic] {
    let matter = entry.record
    let state = matter.state
    let place = entry.place(state.mark)
    let (status, result) = (entry.keys[Keys.status], entry.keys[Keys.result])
    if let answered = matter.answered, state.value == .accepted {
      return [
        MatterRules.state.at(
          place,
          Wording(
            "状态是“受理”，却已在 \(answered.value.iso) 答复", en: "the state is 受理, yet it was answered on \(answered.value.iso)"),
          help: Wording(
            "办好了写 \(status): 办结，还在办写 \(status): 办理中，办不了写 \(status): 暂不能办",
            en: "write \(status): 办结 where it is settled, 办理中 where work goes on, 暂不能办 where it is not possible"),
          related: [Related(entry.place(answered.mark), Wording("答复日期", en: "the answer"))])
      ]
    }
    guard state.value.isOver else { return [] }
    var found: [Diagnostic] = []
    if matter.answered == nil {
      found.append(
        MatterRules.answerMissing.at(
          place, Wording("“\(state.value.rawValue)”没有答复日期", en: "“\(state.value.rawValue)” has no day of the answer"),
          help: Wording(
            "加一行 \(entry.keys[Keys.answered]): 哪一天答复了职工",
            en: "add a line \(entry.keys[Keys.answered]): with the day on which the workers were answered")))
    }
    if (matter.result?.value ?? "").isEmpty {
      found.append(
        state.value == .settled
          ? MatterRules.resultMissing.at(
            place, Wording("“办结”没有写结果", en: "“办结” has no result"),
            help: Wording("加一行 \(result): 用一两句话说办成了什么", en: "add a line \(result): with what came of it"))
          : MatterRules.reasonMissing.at(
            place, Wording("“暂不能办”没有写理由", en: "“暂不能办” has no reason"),
            help: Wording(
              "加一行 \(result): 为什么现在办不了、以后怎么办", en: "add a line \(result): with why not now, and what next")))
    }
    return found
  }

  private static func checkTime(_ entry: Entry<Matter>, _ library: Library) -> [Diagnostic] {
    let matter = entry.record
    let basis =
      matter.due == nil
      ? matter.decided == nil
        ? Wording("提出后 30 天", en: "30 days after it was raised")
        : Wording("议定后 30 天", en: "30 days after it was decided on")
      : Wording("答复期限", en: "the deadline")
    if entry.isOverdue(on: library.today) {
      let days = library.today.serial - entry.deadline.serial
      let (answered, result, due) = (entry.keys[Keys.answered], entry.keys[Keys.result], entry.keys[Keys.due])
      return [
        MatterRules.overdue.at(
          entry.deadlinePlace,
          Wording(
            "《\(entry.title)》应在 \(entry.deadline.chinese)前答复（\(basis.zh)），已逾期 \(days) 天",
            en:
              "“\(entry.title)” was to be answered by \(entry.deadline.iso) (\(basis.en)): \(days) \(days == 1 ? "day" : "days") overdue"
          ),
          help: Wording(
            "答复后写上“\(answered)”和“\(result)”；还要时间，就向职工说明，写上 \(due): 新的期限",
            en:
              "answer, and write \(answered) and \(result); or tell the workers why not yet, and write \(due): a new day"
          ),
          related: [Related(entry.place(matter.state.mark), Wording("还没有办完", en: "still open"))])
      ]
    }
    if let answered = matter.answered, answered.value > entry.deadline {
      let days = answered.value.serial - entry.deadline.serial
      return [
        MatterRules.answeredLate.at(
          entry.place(answered.mark),
          Wording(
            "《\(entry.title)》的答复比期限 \(entry.deadline.iso)（\(basis.zh)）晚了 \(days) 天",
            en:
              "“\(entry.title)” was answered \(days) \(days == 1 ? "day" : "days") after \(entry.deadline.iso) (\(basis.en))"
          ),
          help: Wording(
            "当时另定了期限的，写上“\(entry.keys[Keys.due])”",
            en: "write \(entry.keys[Keys.due]) where another day had been agreed on"),
          related: [Related(entry.deadlinePlace, basis)])
      ]
    }
    return []
  }
}

package enum MatterRules {
  package static let overdue = Rule(
    "matter-overdue", .warning, followsCalendar: true,
    Wording(
      "职工反映的事要按期答复：有 due 的按 due，没有的在议定（或提出）后 30 天以内。",
      en: "Workers are answered in time: by due, or else within 30 days after the matter was decided on or raised."),
    wrong: "date: 2026-09-01\nstatus: 办理中", right: "date: 2026-09-01\nstatus: 办结\nanswered: 2026-09-20\nresult: 已修好")
  package static let answeredLate = Rule(
    "matter-answered-late", .note,
    Wording("这件事的答复晚于期限。网页照样显示两个日期。", en: "This matter was answered after its deadline; its page shows both days."),
    wrong: "date: 2026-09-01\nstatus: 办结\nanswered: 2026-11-01\nresult: 已修好",
    right: "date: 2026-09-01\nstatus: 办结\nanswered: 2026-09-20\nresult: 已修好")
  package static let answerMissing = Rule(
    "matter-answer-missing", .warning,
    Wording("办结的、暂不能办的，都要答复职工，并写上答复日期。", en: "What is settled or not possible is answered, and the day is written."),
    wrong: "status: 办结\nresult: 已修好", right: "status: 办结\nanswered: 2026-09-20\nresult: 已修好")
  package static let resultMissing = Rule(
    "matter-result-missing", .warning,
    Wording("办结的事要写结果。", en: "What is settled has a result."),
    wrong: "status: 办结\nanswered: 2026-09-20", right: "status: 办结\nanswered: 2026-09-20\nresult: 已修好")
  package static let reasonMissing = Rule(
    "matter-reason-missing", .warning,
    Wording("暂不能办的事要把理由写在 result（结果）里。", en: "What is not possible now has its reason in result."),
    wrong: "status: 暂不能办\nanswered: 2026-09-20", right: "status: 暂不能办\nanswered: 2026-09-20\nresult: 今年没有预算，明年一季度再议")
  package static let days = Rule(
    "matter-days", .error,
    Wording(
      "一件事先提出，再议定，后答复；期限不早于提出和议定。",
      en: "A matter is raised, then decided on, then answered; its deadline is not before the first two."),
    wrong: "decided: 2026-04-02\nanswered: 2026-03-25", right: "decided: 2026-04-02\nanswered: 2026-04-25")
  package static let state = Rule(
    "matter-state", .error,
    Wording("答复过的事不再是“受理”。", en: "What has been answered is no longer 受理."),
    wrong: "status: 受理\nanswered: 2026-04-25", right: "status: 办理中\nanswered: 2026-04-25")

  package static let all = [overdue, answeredLate, answerMissing, resultMissing, reasonMissing, days, state]
}
