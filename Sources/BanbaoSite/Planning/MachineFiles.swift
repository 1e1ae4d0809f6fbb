import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSource

/// `feed.xml` (Atom, RFC 4287): the newest 30 records that are still on the board, by the day on which they appeared.
/// Summaries only.
///
/// - Parameter offset: seconds east of UTC at a day in the site's time zone.
func feed(_ library: Library, baseURL: String, offset: (Day) -> Int) -> [UInt8] {
  let entries = newest(
    library.entries.filter { !$0.status.isExpired && !$0.status.isHeldBack && $0.appeared <= library.today })
  var out: [UInt8] = []
  func line(_ text: String) { out += Array((text + "\n").utf8) }
  func element(_ name: String, _ text: String) {
    out += Array("<\(name)>".utf8)
    out.appendEscaped(withoutControls(text))
    line("</\(name)>")
  }
  func timestamp(_ day: Day) -> String { "\(day.iso)T00:00:00\(zone(offset(day)))" }
  line("<?xml version=\"1.0\" encoding=\"utf-8\"?>")
  line("<feed xmlns=\"http://www.w3.org/2005/Atom\">")
  element("title", library.settings.title)
  element("id", baseURL)
  element("updated", timestamp(entries.first?.appeared ?? library.today))
  line("<author>")
  element("name", library.settings.union)
  line("</author>")
  line("<link href=\"\(HTML(escaping: baseURL).string)\"/>")
  line("<link rel=\"self\" href=\"\(HTML(escaping: baseURL).string)feed.xml\"/>")
  for entry in entries {
    line("<entry>")
    element("title", entry.title)
    element("id", baseURL + entry.url)
    line("<link href=\"\(HTML(escaping: baseURL + entry.url).string)\"/>")
    element("updated", timestamp(entry.appeared))
    if !entry.summary.isEmpty { element("summary", entry.summary) }
    line("</entry>")
  }
  line("</feed>")
  return out
}

/// The first 30 by the day on which they appeared; those of one day stay in the order of the library.
private func newest(_ entries: [any AnyEntry]) -> ArraySlice<any AnyEntry> {
  let days = entries.map(\.appeared)
  let order = days.indices.sorted { days[$0] != days[$1] ? days[$0] > days[$1] : $0 < $1 }
  return order.prefix(30).map { entries[$0] }[...]
}

/// `+08:00` for 28,800 seconds.
private func zone(_ offset: Int) -> String {
  let minutes = abs(offset / 60)
  return (offset < 0 ? "-" : "+") + padded(minutes / 60, 2) + ":" + padded(minutes % 60, 2)
}

/// The host of an address, which makes the identifiers of a site's events its own.
private func host(of baseURL: String) -> Substring {
  let rest = baseURL.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).last ?? ""
  return rest.prefix { $0 != "/" && $0 != ":" }
}

/// `sitemap.xml` (sitemaps.org 0.9): every page but the one for errors and those of records that are not published yet, in
/// the order of their paths.
func sitemap(_ pages: [PagePlan], _ library: Library, baseURL: String) -> [UInt8] {
  var out = Array(
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n".utf8)
  let heldBack = Set(library.entries.lazy.filter(\.status.isHeldBack).map(\.page))
  // A plan is big, and is not moved about for the sake of two strings.
  let rows = pages.lazy.filter { $0.path != "404.html" && !heldBack.contains($0.path) }
    .map { (path: $0.path, lastModified: $0.lastModified) }
  for page in rows.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
    out += Array("<url><loc>".utf8)
    out.appendEscaped(baseURL + percentEncoded(path: page.path))
    out += Array("</loc>".utf8)
    if !page.lastModified.isEmpty { out += Array("<lastmod>\(page.lastModified)</lastmod>".utf8) }
    out += Array("</url>\n".utf8)
  }
  out += Array("</urlset>\n".utf8)
  return out
}

/// `calendar.ics` (RFC 5545): the dated records of the kinds in `folders`, as events of whole days.
func calendar(_ library: Library, folders: Set<String>, baseURL: String) -> [UInt8] {
  var out: [UInt8] = []
  func line(_ name: String, _ value: String) { out.appendFolded("\(name):\(value)") }
  line("BEGIN", "VCALENDAR")
  line("VERSION", "2.0")
  line("PRODID", "-//banbao//banbao//ZH")
  out.appendFolded("X-WR-CALNAME:" + calendarText(library.settings.title))
  let host = host(of: baseURL)
  for entry in library.entries where folders.contains(entry.folder) && !entry.status.isHeldBack {
    line("BEGIN", "VEVENT")
    line("UID", "\(entry.url)@\(host)")
    // The stamp of the record itself: a build on another day gives the same bytes.
    line("DTSTAMP", compact(entry.date.first) + "T000000Z")
    line("DTSTART;VALUE=DATE", compact(entry.date.first))
    line("DTEND;VALUE=DATE", compact(entry.date.last.adding(days: 1)))
    line("SUMMARY", calendarText(entry.title))
    if !entry.summary.isEmpty { line("DESCRIPTION", calendarText(entry.summary)) }
    line("URL", baseURL + entry.url)
    line("END", "VEVENT")
  }
  line("END", "VCALENDAR")
  return out
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

/// Without what may not stand in XML 1.0 (2.2) or in a TEXT value; a tab becomes a space.
private func withoutControls(_ text: String) -> String {
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09: out.append(" ")
    case 0x0A: out.append(scalar)
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: continue
    default: out.append(scalar)
    }
  }
  return String(out)
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
