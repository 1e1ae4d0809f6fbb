package import BanbaoDiagnostics
import BanbaoHTML
package import BanbaoSource

/// Something on a day or some days that members may want to know ahead: an activity, the end of a 公示, an item of a plan.
package struct CalendarEvent: Sendable {
  /// The record that tells of it.
  package var entry: any AnyEntry
  /// In the site's language.
  package var title: String
  package var days: DaySpan
  /// The days in words, without the year where that is clear: `12月1日`, `三八期间`.
  package var timing: Wording
  /// At which hour of its days, in its author's words; empty where nobody said.
  package var hour = ""
  /// What it is, such as 计划 or 公示截止.
  package var label: Wording
  /// Whether its title alone would be taken for another thing: the last day of a 公示 is not the 公示.
  package var needsLabel = false
  /// Whether nobody waits for it any more: what is done before its time.
  package var isSettled = false
  /// What tells it from the others of its record; empty where it is what the record is about.
  package var part: String
  /// Where; empty where that is not known.
  package var place = ""

  /// What a record is about.
  package init(_ entry: any AnyEntry, place: String = "") {
    self.init(entry, title: entry.title, days: entry.date)
    self.place = place
  }

  /// - Parameters:
  ///   - timing: where it is not the days themselves.
  ///   - label: where it is not what a record of the kind is called.
  package init(
    _ entry: any AnyEntry, title: String, days: DaySpan, timing: Wording? = nil, label: Wording? = nil,
    part: String = ""
  ) {
    self.entry = entry
    self.title = title
    self.days = days
    self.timing = timing ?? shortWords(days)
    self.label = label ?? type(of: entry.anyRecord).name
    self.part = part
  }

  /// Its title, with what it is where that must be said.
  var heading: Wording {
    needsLabel
      ? Wording("\(label.zh)：\(title)", en: "\(label.en): \(title)") : Wording(title, en: title)
  }

  /// Its days and its hour in words.
  var timingWithHour: Wording {
    hour.isEmpty ? timing : Wording("\(timing.zh) \(hour)", en: "\(timing.en), \(hour)")
  }

  /// Under `public/`, percent-encoded, with the part of it as a fragment: no other event has the same.
  var address: String { part.isEmpty ? entry.url : "\(entry.url)#\(percentEncoded(path: part))" }
}

/// What a screen in the lobby shows of an honour: whom, for what, and by whom.
package struct Honoured: Sendable {
  package var entry: any AnyEntry
  /// As pages show them.
  package var names: [String]
  package var awardedBy: String

  package init(entry: any AnyEntry, names: [String], awardedBy: String) {
    self.entry = entry
    self.names = names
    self.awardedBy = awardedBy
  }
}

extension RecordKind {
  /// What stands in the calendar of each record of a kind of events.
  package static func events(_ entries: [Entry<Self>], in library: Library) -> [CalendarEvent] {
    isEvent ? entries.map { CalendarEvent($0) } : []
  }
  /// Nobody, of a kind that honours none.
  package static func honoured(_ entries: [Entry<Self>], in library: Library) -> [Honoured] { [] }
}

/// `12月1日`.
package func shortWords(_ day: Day) -> Wording {
  let (_, month, number) = day.parts
  return Wording("\(month)月\(number)日", en: "\(number) \(monthWords(month).en)")
}

/// A day with its year only where that is not the year that the text is about.
package func shortWords(_ day: Day, in year: Int) -> Wording {
  let words = shortWords(day)
  return day.year == year ? words : Wording("\(day.year)年\(words.zh)", en: "\(words.en) \(day.year)")
}

/// Days of one year without the year; where they reach into another, that one is named.
package func shortWords(_ days: DaySpan) -> Wording {
  let (first, last) = (shortWords(days.first), shortWords(days.last))
  let (a, b) = (days.first.parts, days.last.parts)
  if days.isOneDay { return first }
  if a.year == b.year, a.day == 1, b.day == Day.length(ofMonth: b.month, year: b.year) {
    // Whole months stand for a time that nobody wrote down to the day.
    let (from, to) = (monthWords(a.month), monthWords(b.month))
    if a.month == 1, b.month == 12 { return Wording("年内", en: "in the year") }
    return a.month == b.month ? from : Wording("\(from.zh)至\(to.zh)", en: "\(from.en) to \(to.en)")
  }
  if a.year != b.year {
    return Wording("\(first.zh)至\(b.year)年\(last.zh)", en: "\(first.en) to \(last.en) \(b.year)")
  }
  if a.month == b.month { return Wording("\(first.zh)至\(b.day)日", en: "\(a.day) to \(last.en)") }
  return Wording("\(first.zh)至\(last.zh)", en: "\(first.en) to \(last.en)")
}
