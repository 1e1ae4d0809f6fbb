import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
import BanbaoTheme

extension Plan {
  /// A year's items by months.
  struct Calendar {
    var year: Int
    /// Twelve lists by first day; an item that runs on stands in its first month of the year.
    var months: [[TrackedItem]]
    /// Of each month the items that began in an earlier one.
    var continuing: [[TrackedItem]]
    /// Items without a time, or with one outside the year.
    var others: [TrackedItem]

    init(_ items: [TrackedItem], year: Int) {
      self.year = year
      months = Array(repeating: [], count: 12)
      continuing = Array(repeating: [], count: 12)
      let timed = items.compactMap { tracked in tracked.span.map { (tracked, span: $0) } }
        .filter { $0.span.first.year <= year && year <= $0.span.last.year }
      others = items.filter { tracked in tracked.span.map { $0.last.year < year || year < $0.first.year } ?? true }
      for (tracked, span) in timed.enumerated().sorted(by: {
        ($0.element.span, $0.offset) < ($1.element.span, $1.offset)
      }).map(\.element) {
        let first = span.first.year < year ? 1 : span.first.parts.month
        let last = span.last.year > year ? 12 : span.last.parts.month
        months[first - 1].append(tracked)
        for month in first..<last { continuing[month].append(tracked) }
      }
    }
  }
}

/// One item on a page of a year.
private typealias ShownItem = (tracked: Plan.TrackedItem, year: Int, library: Library)

private let itemNames = Names<ShownItem>(
  .text("title") { $0.tracked.item.title.value },
  .text("time") { $0.tracked.time($0.year, $0.library) },
  .text("owner") { shown in shown.tracked.item.owner.map { shown.library.shown($0) } },
  .words("state") { $0.tracked.progress.words },
  .flag("done") { $0.tracked.progress == .done },
  .flag("under_way") { $0.tracked.progress == .underWay },
  .flag("planned") { $0.tracked.progress == .planned },
  .flag("late") { $0.tracked.progress == .late },
  .flag("failed") { $0.tracked.progress == .failed },
  .view("record", titledLinkNames) { $0.tracked.record?.titledLink })

private typealias Month = (month: Int, festivals: [Festival], items: [ShownItem], continuing: [ShownItem])

extension Plan.Calendar {
  static let names = Names<(calendar: Plan.Calendar, library: Library)>(
    .list(
      "months",
      Names<Month>(
        .text("id") { "m\($0.month)" },
        .words("label") { monthWords($0.month) },
        .flag("empty") { $0.items.isEmpty && $0.continuing.isEmpty },
        .list(
          "festivals",
          Names<Festival>(
            .words("day") { Wording("\($0.day.parts.day)日", en: "\($0.day.parts.day)") },
            .words("name") { $0.name })
        ) { $0.festivals },
        .list("items", itemNames) { $0.items },
        .list(
          "continuing",
          Names<ShownItem>(
            .text("title") { $0.tracked.item.title.value }, .text("time") { $0.tracked.time($0.year, $0.library) })
        ) { $0.continuing })
    ) { $0.calendar.shownMonths($0.library) },
    .list("others", itemNames) { shown in shown.calendar.shown(shown.calendar.others, shown.library) })

  private func shown(_ items: [Plan.TrackedItem], _ library: Library) -> [ShownItem] {
    items.map { ($0, year, library) }
  }

  private func shownMonths(_ library: Library) -> [Month] {
    let festivals = festivals(of: year)
    return (1...12).map { month in
      (
        month, festivals.filter { $0.day.parts.month == month }, shown(months[month - 1], library),
        shown(continuing[month - 1], library)
      )
    }
  }
}

extension Plan.TrackedItem {
  /// The time in words, without the year that the page is about.
  func time(_ year: Int, _ library: Library) -> String {
    switch item.when?.value {
    case nil: return ""
    case .days(let span)?:
      let isWithin = span.first.year == year && span.last.year == year
      let words = library.words(span)
      return isWithin ? words.replacing("\(year)年", with: "").replacing(" \(year)", with: "") : words
    case .months(let span)?:
      let (from, to) = (span.first.parts, span.last.parts)
      let isWithin = from.year == year && to.year == year
      let name = { (part: (year: Int, month: Int, day: Int)) in
        isWithin
          ? monthWords(part.month)
          : Wording("\(part.year)年\(part.month)月", en: "\(monthWords(part.month).en) \(part.year)")
      }
      if (from.year, from.month) == (to.year, to.month) { return library.words(name(from)) }
      return library.words(Wording("\(name(from).zh)至\(name(to).zh)", en: "\(name(from).en) to \(name(to).en)"))
    case .labelled(let month, let label)?:
      return label.isEmpty ? library.words(monthWords(month)) : label
    }
  }
}

extension Plan {
  /// What is planned for a time. What a record of events tells of stands in the calendar by that record.
  package static func events(_ entries: [Entry<Plan>], in library: Library) -> [CalendarEvent] {
    var seen: [String: Int] = [:]
    return library.derived(TrackedItems.self).all.compactMap { tracked in
      guard let span = tracked.span, tracked.progress != .failed else { return nil }
      if let record = tracked.record, type(of: record.anyRecord).isEvent { return nil }
      let title = tracked.item.title.value
      let count = seen["\(tracked.entry.id)#\(title)", default: 0] + 1
      seen["\(tracked.entry.id)#\(title)"] = count
      let time = tracked.time(tracked.entry.record.year.value, library)
      var event = CalendarEvent(
        tracked.entry, title: title, days: span, timing: Wording(time, en: time),
        part: count == 1 ? title : "\(title)-\(count)")
      event.isSettled = tracked.progress == .done
      return event
    }
  }
}
