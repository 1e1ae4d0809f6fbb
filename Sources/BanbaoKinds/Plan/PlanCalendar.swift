import BanbaoDiagnostics
import BanbaoSite
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

let planItemShape: ViewShape = [
  "title": .text, "time": .text, "owner": .text, "state": .text, "done": .flag, "under_way": .flag, "planned": .flag,
  "late": .flag, "failed": .flag, "record": .view(titledLinkShape),
]

let planCalendarShape: ViewShape = [
  "months": .list([
    "id": .text, "label": .text, "empty": .flag, "festivals": .list(["day": .text, "name": .text]),
    "items": .list(planItemShape), "continuing": .list(["title": .text, "time": .text]), "has_continuing": .flag,
  ]), "others": .list(planItemShape), "has_others": .flag,
]

extension Plan.Calendar {
  func view(_ library: Library) -> View {
    let festivals = festivals(of: year)
    return [
      "months": .list(
        (1...12).map { month in
          let feasts = festivals.filter { $0.day.parts.month == month }
          return [
            "id": .text("m\(month)"), "label": .text(library.words(monthWords(month))),
            "empty": .flag(months[month - 1].isEmpty && continuing[month - 1].isEmpty),
            "festivals": .list(
              feasts.map {
                [
                  "day": .text(library.words(Wording("\($0.day.parts.day)日", en: "\($0.day.parts.day)"))),
                  "name": .text(library.words($0.name)),
                ]
              }),
            "items": .list(months[month - 1].map { $0.view(year, library) }),
            "continuing": .list(
              continuing[month - 1].map {
                ["title": .text($0.item.title.value), "time": .text($0.time(year, library))]
              }),
            "has_continuing": .flag(!continuing[month - 1].isEmpty),
          ]
        }), "others": .list(others.map { $0.view(year, library) }), "has_others": .flag(!others.isEmpty),
    ]
  }
}

extension Plan.TrackedItem {
  fileprivate func view(_ year: Int, _ library: Library) -> View {
    [
      "title": .text(item.title.value), "time": .text(time(year, library)), "owner": .text(item.owner),
      "state": .text(library.words(progress.words)), "done": .flag(progress == .done),
      "under_way": .flag(progress == .underWay), "planned": .flag(progress == .planned),
      "late": .flag(progress == .late), "failed": .flag(progress == .failed),
      "record": record.map { .view($0.titledLink) } ?? .absent,
    ]
  }

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
