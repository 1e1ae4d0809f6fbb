import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSource

/// A calendar (RFC 5545) of events of whole days, during which nobody counts as busy.
///
/// - Parameter baseURL: nil where the site does not know its address; its events then have none either.
func calendar(_ events: [CalendarEvent], _ library: Library, baseURL: String?) -> [UInt8] {
  var out: [UInt8] = []
  func line(_ name: String, _ value: String) { out.appendFolded("\(name):\(value)") }
  line("BEGIN", "VCALENDAR")
  line("VERSION", "2.0")
  line("PRODID", "-//banbao//banbao//ZH")
  line("X-WR-CALNAME", calendarText(library.settings.title))
  let domain =
    baseURL.map { String(host(of: $0)) } ?? "\(Digest(of: library.settings.union).hexadecimal.prefix(16)).invalid"
  for event in events {
    let entry = event.entry
    line("BEGIN", "VEVENT")
    line("UID", "\(event.address)@\(domain)")
    // The stamp of the record itself: a build on another day gives the same bytes.
    line("DTSTAMP", compact(entry.date.first) + "T000000Z")
    line("DTSTART;VALUE=DATE", compact(event.days.first))
    line("DTEND;VALUE=DATE", compact(event.days.last.adding(days: 1)))
    // An event of whole days has its hour in its name.
    let heading = library.words(event.heading)
    line("SUMMARY", calendarText(event.hour.isEmpty ? heading : "\(heading)（\(event.hour)）"))
    if !event.place.isEmpty { line("LOCATION", calendarText(event.place)) }
    if !entry.summary.isEmpty, event.part.isEmpty { line("DESCRIPTION", calendarText(entry.summary)) }
    if let baseURL { line("URL", baseURL + entry.url) }
    line("TRANSP", "TRANSPARENT")
    line("END", "VEVENT")
  }
  line("END", "VCALENDAR")
  return out
}

/// The calendars of single pages, which a phone takes in at a touch and for which the site needs no address: beside each page
/// the events of it that are not over. By the paths of the pages.
func pageCalendars(_ events: [CalendarEvent], _ library: Library) -> [String: FilePlan] {
  let coming = events.filter { $0.days.last >= library.today }
  let baseURL = library.settings.baseURL
  return Dictionary(grouping: coming, by: \.entry.page).mapValues { events in
    let entry = events[0].entry
    return FilePlan(path: withoutExtension(entry.page) + ".ics", origin: entry.place) {
      calendar(events, library, baseURL: baseURL)
    }
  }
}

/// The host of an address, which makes the identifiers of a site's events its own.
private func host(of baseURL: String) -> Substring {
  let rest = baseURL.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).last ?? ""
  return rest.prefix { $0 != "/" && $0 != ":" }
}

private func compact(_ day: Day) -> String {
  let (year, month, number) = day.parts
  return padded(year, 4) + padded(month, 2) + padded(number, 2)
}

/// Escapes a TEXT value (RFC 5545, 3.3.11).
private func calendarText(_ text: String) -> String {
  var out = ""
  for character in withoutControls(text) {
    switch character {
    case "\\": out += "\\\\"
    case ";": out += "\\;"
    case ",": out += "\\,"
    case "\n": out += "\\n"
    default: out.append(character)
    }
  }
  return out
}

extension [UInt8] {
  /// Appends a content line, folded at 75 bytes between characters (RFC 5545, 3.1).
  fileprivate mutating func appendFolded(_ text: String) {
    var used = 0
    for scalar in text.unicodeScalars {
      let encoded = Array(UTF8.encode(scalar) ?? .init())
      if used + encoded.count > 75 {
        append(contentsOf: [0x0D, 0x0A, 0x20])
        used = 1
      }
      append(contentsOf: encoded)
      used += encoded.count
    }
    append(contentsOf: [0x0D, 0x0A])
  }
}
