import BanbaoDiagnostics
package import BanbaoSource
package import BanbaoTheme

/// The year in which a site's day lies: what each month holds, and what comes next.
struct YearAhead: Sendable {
  struct Month: Sendable {
    /// From 1.
    var number: Int
    /// How many things begin in it.
    var count: Int
    /// Below or above zero: it has passed or is still to come.
    var distance: Int
    var url: String
  }

  struct Next: Sendable {
    var event: CalendarEvent
    var today: Day
  }

  var months: [Month] = []
  var next: [Next] = []

  /// - Parameters:
  ///   - events: by their days.
  ///   - page: of the year's plan, where each month has its place; empty for none.
  init(_ events: [CalendarEvent], on today: Day, page: String) {
    let (year, month, _) = today.parts
    // What is done early does not lie ahead.
    let events = events.filter { $0.days.last.year >= year && !($0.isSettled && $0.days.first >= today) }
    let counts = Dictionary(
      events.filter { $0.days.first.year == year }.map { ($0.days.first.parts.month, 1) }, uniquingKeysWith: +)
    if !events.isEmpty {
      months = (1...12).map {
        Month(number: $0, count: counts[$0] ?? 0, distance: $0 - month, url: page.isEmpty ? "" : "\(page)#m\($0)")
      }
    }
    // What goes on already is next when it ends.
    func key(_ span: DaySpan) -> Day { span.first < today ? span.last : span.first }
    next = events.enumerated().filter {
      $0.element.days.last >= today && !$0.element.isSettled && !$0.element.entry.status.isExpired
    }.sorted { a, b in
      (key(a.element.days), a.element.days.last, a.offset) < (key(b.element.days), b.element.days.last, b.offset)
    }.prefix(3).map { Next(event: $0.element, today: today) }
  }

  static let names = Names<YearAhead>(
    .list(
      "months",
      Names<Month>(
        .words("label") { month in
          let words = monthWords(month.number)
          return Wording(words.zh, en: String(words.en.prefix(3)))
        },
        .number("count") { $0.count },
        .flag("past") { $0.distance < 0 },
        .flag("current") { $0.distance == 0 },
        .address("url") { $0.url })
    ) { $0.months },
    .list(
      "next",
      Names<Next>(
        .text("title") { $0.event.title },
        .address("url") { $0.event.entry.url },
        .words("label") { $0.event.label },
        .words("time") { $0.time },
        .words("left") { $0.left })
    ) { $0.next })
}

extension YearAhead.Next {
  fileprivate var time: Wording {
    let time = event.timingWithHour
    // Of this year the year goes without saying.
    let year = event.days.first.year
    return year == today.year ? time : Wording("\(year)年\(time.zh)", en: "\(time.en) \(year)")
  }

  fileprivate var left: Wording {
    let days = event.days.first.serial - today.serial
    switch days {
    case 0: return Wording("就在今天", en: "today")
    case 1: return Wording("明天", en: "tomorrow")
    case 2...: return Wording("还有\(days)天", en: "in \(days) days")
    default:
      let rest = event.days.last.serial - today.serial
      return rest == 0 ? Wording("今天结束", en: "ends today") : Wording("正在进行", en: "under way")
    }
  }
}

/// The working days of a time in which readers may answer, as a strip.
package struct WorkingDayStrip: Sendable {
  package var days: [Day]
  package var today: Day

  /// Of a time longer than eight weeks there is none: nobody counts so many squares.
  package init(_ span: DaySpan, _ library: Library) {
    let all = (span.first.serial...max(span.first.serial, min(span.last.serial, span.first.serial + 60)))
    days = all.map { Day(serial: $0) }.filter(library.workingDays.isWorked)
    if days.count > 40 { days = [] }
    today = library.today
  }

  package static let name = Name<WorkingDayStrip>.list(
    "days",
    Names<(day: Day, today: Day)>(
      .words("text") { Wording("\($0.day.parts.month)月\($0.day.parts.day)日", en: $0.day.iso) },
      .number("number") { $0.day.parts.day },
      .flag("past") { $0.day < $0.today },
      .flag("current") { $0.day == $0.today })
  ) { strip in strip.days.map { ($0, strip.today) } }
}
