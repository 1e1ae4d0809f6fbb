import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource

extension Plan {
  /// How far an item is on the site's day: what its record proves, else what its author says, else the calendar.
  enum Progress: CaseIterable, Sendable {
    case done, underWay, planned, late, failed

    var words: Wording {
      switch self {
      case .done: Wording("完成", en: "Done")
      case .underWay: Wording("进行中", en: "Under way")
      case .planned: Wording("计划", en: "Planned")
      case .late: Wording("逾期", en: "Late")
      case .failed: Wording("未完成", en: "Not done")
      }
    }
  }

  /// An item of a plan, with what the rest of the site knows of it.
  struct TrackedItem: Sendable {
    var item: Item
    var entry: Entry<Plan>
    /// The record that did it; nil where the item names none, or one that is not published.
    var record: (any AnyEntry)?
    var progress: Progress
    /// Nil where the item has no time.
    var span: DaySpan?
  }

  /// The items of all plans, in the order of their records' paths and of the items.
  struct TrackedItems: Derived {
    let all: [TrackedItem]
    private let byPlan: [String: [TrackedItem]]

    init(_ library: Library) {
      all = library.entries(of: Plan.self).sorted { $0.id.precedes($1.id) }.flatMap {
        entry in
        entry.record.items.map { item in
          let record = item.record.flatMap { library.entry($0.value) }
          let span = item.when.map { $0.value.span(in: entry.record.year.value) }
          return TrackedItem(
            item: item, entry: entry, record: record, progress: progress(item, span, record, on: library.today),
            span: span)
        }
      }
      byPlan = Dictionary(grouping: all) { $0.entry.id }
    }

    /// Those of some plans.
    func items(of plans: [Entry<Plan>]) -> [TrackedItem] {
      plans.map(\.id).sorted { $0.precedes($1) }.flatMap { byPlan[$0] ?? [] }
    }
  }

  package static let derived: [any Derived.Type] = [TrackedItems.self]

  fileprivate static func progress(
    _ item: Item, _ span: DaySpan?, _ record: (any AnyEntry)?, on today: Day
  ) -> Progress {
    if item.state?.value == .done { return .done }
    if let record {
      if record.date.last <= today { return .done }
      return record.date.first <= today ? .underWay : .planned
    }
    switch item.state?.value {
    case .failed: return .failed
    case .underWay?, .planned?, .done?, nil:
      if let span, span.last < today { return .late }
      return item.state?.value == .underWay ? .underWay : .planned
    }
  }

  /// What is still to do, each by its last day.
  package static func due(_ entries: [Entry<Plan>], in library: Library) -> [Due] {
    library.derived(TrackedItems.self).all.compactMap { tracked in
      guard tracked.record == nil, tracked.progress != .done, tracked.progress != .failed, let span = tracked.span,
        isRecent(span.last, library)
      else { return nil }
      let record = tracked.entry.keys[ItemKeys.record]
      return Due(
        place: tracked.place, title: tracked.item.title.value, task: Wording("计划事项到期", en: "a planned item is due"),
        day: span.last,
        remedy: Wording(
          "做完后在计划里写上 \(record): 活动等记录的路径", en: "once done, name its record in the plan with \(record): PATH"))
    }
  }

  /// Whether a day is not yet a year ago: plans in an archive are not pressed any more.
  static func isRecent(_ day: Day, _ library: Library) -> Bool { library.today.serial - day.serial <= 366 }
}

extension Plan.TrackedItem {
  /// Where the time of the item stands, else its title.
  var place: Place { entry.place(mark) }
  var mark: Mark { item.when?.mark ?? item.title.mark }
}
