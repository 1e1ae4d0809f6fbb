import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Chapter {
  /// 下年计划: what became of this period's plan, and what the next one holds.
  static func outlook(_ records: PeriodRecords) -> [Sentence] {
    let (library, period) = (records.library, records.period)
    let tasks = library.derived(Plan.TrackedItems.self).all
    return [
      progress(tasks.filter { belongs($0, to: period) }, period),
      next(tasks.filter { belongs($0, to: period.next) }, period.next, library),
    ]
  }

  /// What the next period's plan holds; nothing where there is none.
  static func comingPlan(_ records: PeriodRecords) -> Sentence {
    let next = records.period.next
    let tasks = records.library.derived(Plan.TrackedItems.self).all.filter { belongs($0, to: next) }
    return Sentence([
      quantity(tasks).known.map { Clause("\(next.wording)计划事项\($0)项", en: "Items planned for \(next.wording): \($0)") }
    ])
  }

  /// An item of a whole year's plan belongs to the part of the year in which it ends.
  private static func belongs(_ task: Plan.TrackedItem, to period: Period) -> Bool {
    guard task.entry.record.year.value == period.year else { return false }
    return period.part == .year || (task.span.map { period.contains($0.last) } ?? false)
  }

  private static func progress(_ tasks: [Plan.TrackedItem], _ period: Period) -> Sentence {
    func count(_ progress: Plan.Progress) -> Quantity? { quantity(tasks.filter { $0.progress == progress }).known }
    let open = tasks.filter { $0.progress != .done }
    return Sentence(
      [
        planned(tasks, period),
        count(.done).map { Clause("已完成\($0)项", en: "\($0) done") },
        count(.underWay).map { Clause("进行中\($0)项", en: "\($0) under way") },
        count(.late).map { Clause("逾期\($0)项", en: "\($0) late") },
        count(.failed).map { Clause("未完成\($0)项", en: "\($0) not done") },
      ],
      details: open.map { task in
        Sentence(item(task) + [Clause(task.progress.words)])
      })
  }

  private static func next(_ tasks: [Plan.TrackedItem], _ period: Period, _ library: Library) -> Sentence {
    Sentence(
      [planned(tasks, period)],
      details: tasks.map { task in
        let owner = task.item.owner.map { library.shown($0) } ?? ""
        return Sentence(item(task) + [.said(Wording("责任人：", en: "seen to by "), owner)])
      })
  }

  private static func planned(_ tasks: [Plan.TrackedItem], _ period: Period) -> Clause {
    let count = quantity(tasks)
    return Clause("\(period.wording)计划事项\(count)项", en: "Items planned for \(period.wording): \(count)")
  }

  private static func item(_ task: Plan.TrackedItem) -> [Clause?] {
    [task.item.when.map { Clause(words($0.value)) }, .said(task.item.title.value)]
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
