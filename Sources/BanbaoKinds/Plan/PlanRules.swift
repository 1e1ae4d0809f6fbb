package import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Plan {
  package static let rules = PlanRules.all

  package static func check(_ entries: [Entry<Plan>], in library: Library) -> [Diagnostic] {
    entries.flatMap { misnamed($0) }
      + library.derived(TrackedItems.self).all.flatMap { tracked in
        (tracked.item.record.flatMap { referenced($0, in: library, from: tracked.entry.source).fault }.map { [$0] }
          ?? [])
          + late(tracked, library) + state(tracked, library) + years(tracked)
      }
  }

  /// `plans/2026` is the calendar of 2026.
  private static func misnamed(_ entry: Entry<Plan>) -> [Diagnostic] {
    let name = entry.id.dropFirst(folder.count + 1)
    let year = entry.record.year
    guard name.utf8.count == 4, let named = Int(name), named != year.value else { return [] }
    return [
      PlanRules.misnamed.at(
        entry.place(year.mark),
        Wording(
          "\(name).html 是 \(name) 年的计划，年度却写 \(year.value)",
          en: "\(name).html is the plan of \(name), but year says \(year.value)"),
        help: Wording(
          "改年度，或把文件改名为 \(padded(year.value, 4))", en: "mend the year, or rename the file to \(padded(year.value, 4))"))
    ]
  }

  private static func late(_ tracked: TrackedItem, _ library: Library) -> [Diagnostic] {
    guard tracked.progress == .late, tracked.item.record == nil, let span = tracked.span, isRecent(span.last, library)
    else {
      return []
    }
    let title = tracked.item.title.value
    let (record, status) = (tracked.entry.keys[ItemKeys.record], tracked.entry.keys[ItemKeys.status])
    return [
      PlanRules.late.at(
        tracked.place,
        Wording(
          "“\(title)”的时间 \(span.last.iso) 已过，还没有记录", en: "“\(title)” was due on \(span.last.iso) and has no record"),
        help: Wording(
          "做了就写 \(record): 记录的路径；没做成就写 \(status): 未完成",
          en: "if done, write \(record): PATH; if not, \(status): 未完成"))
    ]
  }

  /// What the author says of an item, against its record.
  private static func state(_ tracked: TrackedItem, _ library: Library) -> [Diagnostic] {
    guard let state = tracked.item.state else { return [] }
    let title = tracked.item.title.value
    if state.value == .done, tracked.item.record == nil {
      return [
        PlanRules.unproved.at(
          tracked.entry.place(state.mark),
          Wording("“\(title)”完成了，却没有记录", en: "“\(title)” is done, but names no record"),
          help: Wording(
            "写上 \(tracked.entry.keys[ItemKeys.record]): 记录的路径，网页上就能点开看",
            en: "write \(tracked.entry.keys[ItemKeys.record]): PATH, so that readers can open it"))
      ]
    }
    guard state.value == .planned || state.value == .failed, let record = tracked.record,
      let named = tracked.item.record,
      record.date.last <= library.today
    else { return [] }
    return [
      PlanRules.stale.at(
        tracked.entry.place(state.mark),
        Wording(
          "“\(title)”写着“\(state.value.rawValue)”，记录《\(record.title)》却已经有了",
          en: "“\(title)” says “\(state.value.rawValue)”, but its record “\(record.title)” is there"),
        help: Wording(
          "去掉“\(tracked.entry.keys[ItemKeys.status])”，或写成 完成",
          en: "leave \(tracked.entry.keys[ItemKeys.status]) out, or write 完成"),
        related: [Related(tracked.entry.place(named.mark), Wording("记录", en: "the record"))])
    ]
  }

  /// The time of an item and the day of its record lie in the plan's year.
  private static func years(_ tracked: TrackedItem) -> [Diagnostic] {
    let year = tracked.entry.record.year
    let title = tracked.item.title.value
    let related = [Related(tracked.entry.place(year.mark), Wording("计划的年度", en: "the year of the plan"))]
    var diagnostics: [Diagnostic] = []
    if let when = tracked.item.when, let span = tracked.span, !span.touches(year.value) {
      diagnostics.append(
        PlanRules.outside.at(
          tracked.entry.place(when.mark),
          Wording(
            "“\(title)”的时间 \(span.iso) 不在 \(year.value) 年",
            en: "the time of “\(title)”, \(span.iso), is not in \(year.value)"),
          help: Wording("改时间，或移到那一年的计划", en: "mend the time, or move the item to the plan of that year"),
          related: related))
    }
    if let record = tracked.record, let named = tracked.item.record, !record.date.touches(year.value) {
      diagnostics.append(
        PlanRules.otherYear.at(
          tracked.entry.place(named.mark),
          Wording(
            "“\(title)”的记录《\(record.title)》是 \(record.date.first.iso) 的，不在 \(year.value) 年",
            en: "the record of “\(title)”, “\(record.title)”, is of \(record.date.first.iso), not of \(year.value)"),
          help: Wording("核对是不是指错了记录", en: "check whether another record is meant"),
          related: [Related(record.place, Wording("这条记录", en: "the record"))] + related))
    }
    return diagnostics
  }
}

extension DaySpan {
  /// Whether one of its days lies in a year.
  fileprivate func touches(_ year: Int) -> Bool { first.year <= year && year <= last.year }
}

package enum PlanRules {
  package static let misnamed = Rule(
    "plan-misnamed", .error,
    Wording(
      "plans/2026.html 是 2026 年的计划日历，叫这个名字的文件写的就是那一年。",
      en: "plans/2026.html is the calendar of 2026: a file of that name is about that year."),
    wrong: "plans/2026.yaml:\nyear: 2027", right: "plans/2027.yaml:\nyear: 2027")
  package static let late = Rule(
    "plan-item-late", .warning, followsCalendar: true,
    Wording(
      "计划的时间过了，要有做成它的记录，或者写明没有完成。一年以前的不再提醒。",
      en: "Once its time is past, an item names the record that did it, or says 未完成. After a year nothing is said."),
    wrong: "items:\n  - {title: 三八拔河, when: 2026-03-07}",
    right: "items:\n  - {title: 三八拔河, when: 2026-03-07, record: activities/2026/拔河}")
  package static let unproved = Rule(
    "plan-done-without-record", .note,
    Wording("完成的事项最好指向做成它的记录。", en: "An item that is done best names the record that did it."),
    wrong: "items:\n  - {title: 三八拔河, status: 完成}",
    right: "items:\n  - {title: 三八拔河, record: activities/2026/拔河}")
  package static let stale = Rule(
    "plan-status-stale", .warning, followsCalendar: true,
    Wording("有了记录的事项就是完成了，状态不再写 计划 或 未完成。", en: "An item with its record is done: its status is not 计划 or 未完成."),
    wrong: "items:\n  - {title: 三八拔河, status: 计划, record: activities/2026/拔河}",
    right: "items:\n  - {title: 三八拔河, record: activities/2026/拔河}")
  package static let outside = Rule(
    "plan-when-outside", .warning,
    Wording("事项的时间在计划的年度里。", en: "The time of an item lies in the year of the plan."),
    wrong: """
      year: 2026
      items:
        - {title: 三八拔河, when: 2062-03-07, record: activities/2026/拔河}
      """,
    right: """
      year: 2026
      items:
        - {title: 三八拔河, when: 2026-03-07, record: activities/2026/拔河}
      """)
  package static let otherYear = Rule(
    "plan-record-other-year", .warning,
    Wording("事项的记录是计划那一年的。", en: "The record of an item is of the year of the plan."),
    wrong: "year: 2026\nitems:\n  - {title: 三八拔河, record: activities/2025/拔河}",
    right: "year: 2026\nitems:\n  - {title: 三八拔河, record: activities/2026/拔河}")
  package static let study = Rule(
    "plan-study", .error,
    Wording("考核的学习计划不会比制定的多。", en: "No more plans of study are assessed than there are."),
    wrong: "study: [{level: 个人, count: 60, assessed: 66}]", right: "study: [{level: 个人, count: 66, assessed: 60}]")
  package static let all = [misnamed, late, unproved, stale, outside, otherYear, study]
}
