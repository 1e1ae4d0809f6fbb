import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Chapter {
  /// 下年计划: what became of this period's plan, and what the next one holds.
  static func outlook(_ records: PeriodRecords) -> [Sentence] {
    let (library, period) = (records.library, records.period)
    let tasks = Plan.trackedItems(library.entries(of: Plan.self), in: library)
    return [
      progress(tasks.filter { belongs($0, to: period) }, period),
      next(tasks.filter { belongs($0, to: period.next) }, period.next),
    ]
  }

  /// An item of a whole year's plan belongs to the part of the year in which it ends.
  private static func belongs(_ task: Plan.TrackedItem, to period: Period) -> Bool {
    guard task.entry.record.year.value == period.year else { return false }
    return period.part == .year || (task.span.map { period.contains($0.last) } ?? false)
  }

  private static func progress(_ tasks: [Plan.TrackedItem], _ period: Period) -> Sentence {
    let templates: [(Plan.Progress, Wording)] = [
      (.done, Wording("已完成{n}项", en: "{n} done")), (.underWay, Wording("进行中{n}项", en: "{n} under way")),
      (.late, Wording("逾期{n}项", en: "{n} late")), (.failed, Wording("未完成{n}项", en: "{n} not done")),
    ]
    let open = tasks.filter { $0.progress != .done }
    return Sentence(
      [planned(tasks, period)]
        + templates.map { progress, template in
          let found = tasks.filter { $0.progress == progress }
          return found.isEmpty ? nil : Clause(template, quantity(found))
        },
      details: open.map { task in
        Sentence(item(task) + [Clause(task.progress.words)])
      })
  }

  private static func next(_ tasks: [Plan.TrackedItem], _ period: Period) -> Sentence {
    Sentence(
      [planned(tasks, period)],
      details: tasks.map { task in Sentence(item(task) + [.said(Wording("责任人：", en: "seen to by "), task.item.owner)]) }
    )
  }

  private static func planned(_ tasks: [Plan.TrackedItem], _ period: Period) -> Clause {
    Clause(
      Wording("\(period.wording.zh)计划事项{n}项", en: "Items planned for \(period.wording.en): {n}"), quantity(tasks))
  }

  private static func item(_ task: Plan.TrackedItem) -> [Clause?] {
    [task.item.when.map { Clause(words($0.value)) }, .said(noWords, task.item.title.value)]
  }

  private static func quantity(_ tasks: [Plan.TrackedItem]) -> Quantity {
    Quantity(
      grouped(tasks) { $0.entry.id }.compactMap { _, members in
        members.first.map { ($0.entry as any AnyEntry, members.count) }
      })
  }

  /// 5月12日, 7月至8月, 三八期间: as the plan says it.
  private static func words(_ timing: Plan.Timing) -> Wording {
    switch timing {
    case .days(let days), .months(let days): shortWords(days)
    case .labelled(let month, let label): label.isEmpty ? monthWords(month) : Wording(label, en: label)
    }
  }
}
