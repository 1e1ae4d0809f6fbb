import BanbaoDiagnostics
import BanbaoHTML
import BanbaoMarkdown
import BanbaoSource

/// The feed as a file, beside the pages of records the only one that holds their texts.
func feedFile(_ library: Library, baseURL: String, offset: @escaping @Sendable (Day) -> Int) -> FilePlan {
  FilePlan(path: "feed.xml", origin: library.origin("site.yaml")) { feed(library, baseURL: baseURL, offset: offset) }
}

/// `feed.xml` (Atom, RFC 4287): the newest 30 records that are still on the board, by the day on which they appeared, each
/// with its whole text.
///
/// - Parameter offset: seconds east of UTC at a day in the site's time zone.
func feed(_ library: Library, baseURL: String, offset: (Day) -> Int) -> [UInt8] {
  let entries = newest(
    library.entries.filter {
      type(of: $0.anyRecord).isNews && !$0.status.isExpired && !$0.status.isHeldBack && $0.appeared <= library.today
    })
  var out: [UInt8] = []
  func line(_ text: String) { out += Array((text + "\n").utf8) }
  func element(_ name: String, _ text: String, _ attributes: String = "") {
    out += Array("<\(name)\(attributes)>".utf8)
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
    let text = wholeText(of: entry, baseURL: baseURL)
    if !text.isEmpty { element("content", text, " type=\"html\"") }
    line("</entry>")
  }
  line("</feed>")
  return out
}

/// What the page of a record holds of its author's: the text, the photos and the attachments, with whole addresses.
private func wholeText(of entry: any AnyEntry, baseURL: String) -> String {
  var out = entry.body.map { withoutDeleted(withWholeAddresses($0.html, on: entry.url, baseURL: baseURL)) } ?? []
  for photo in entry.files.photos {
    let picture = photo.picture?.fitting(.large)
    out += Array("<p><img src=\"\(HTML(escaping: baseURL + (picture?.url ?? photo.url)).string)\"".utf8)
    if let size = picture?.size { out += Array(" width=\"\(size.width)\" height=\"\(size.height)\"".utf8) }
    out += Array(" alt=\"".utf8)
    out.appendEscaped(photo.alt)
    out += Array("\"></p>\n".utf8)
  }
  for file in entry.files.attachments {
    out += Array("<p><a href=\"\(HTML(escaping: baseURL + file.url).string)\">".utf8)
    out.appendEscaped(file.title)
    out += Array("</a></p>\n".utf8)
  }
  return String(decoding: out, as: UTF8.self)
}

/// The HTML without what its author struck out: readers of feeds show it as if it held.
func withoutDeleted(_ html: [UInt8]) -> [UInt8] {
  let (open, close) = (Array("<del>".utf8), Array("</del>".utf8))
  var out: [UInt8] = []
  out.reserveCapacity(html.count)
  var depth = 0
  var index = 0
  while index < html.count {
    if html[index] == UInt8(ascii: "<") {
      if html[index...].starts(with: open) {
        depth += 1
        index += open.count
        continue
      }
      if depth > 0, html[index...].starts(with: close) {
        depth -= 1
        index += close.count
        continue
      }
    }
    if depth == 0 { out.append(html[index]) }
    index += 1
  }
  return out
}

/// The HTML with every `href` and `src` whole, as it is read outside its page.
///
/// - Parameter page: where it stands, relative to the site's root, percent-encoded.
func withWholeAddresses(_ html: HTML, on page: String, baseURL: String) -> [UInt8] {
  let bytes = html.bytes
  let marks = [Array(" href=\"".utf8), Array(" src=\"".utf8)]
  var out: [UInt8] = []
  var isInTag = false
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    // The writer escapes both signs wherever they are text.
    if byte == UInt8(ascii: "<") { isInTag = true }
    if byte == UInt8(ascii: ">") { isInTag = false }
    if isInTag, byte == UInt8(ascii: " "), let mark = marks.first(where: { bytes[index...].starts(with: $0) }) {
      let start = index + mark.count
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.count
      out += mark
      out += wholeAddress(String(decoding: bytes[start..<end], as: UTF8.self), on: page, baseURL: baseURL).utf8
      index = end
    } else {
      out.append(byte)
      index += 1
    }
  }
  return out
}

/// An address as it stands in an attribute, made whole; what is whole already stays.
private func wholeAddress(_ address: String, on page: String, baseURL: String) -> String {
  let path = address.prefix { $0 != "#" && $0 != "?" }
  let hasScheme = path.prefix { $0 != "/" }.contains(":")
  if hasScheme || address.hasPrefix("//") { return address }
  let base = HTML(escaping: baseURL).string
  if path.isEmpty { return base + page + address }
  guard let whole = resolve(String(path), from: parent(page)) else { return address }
  return base + whole + address[path.endIndex...]
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

/// `sitemap.xml` (sitemaps.org 0.9): every page but the one for errors and those of records that are not published yet, in
/// the order of their paths.
func sitemap(_ pages: [PagePlan], _ library: Library, baseURL: String) -> [UInt8] {
  var out = Array(
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n".utf8)
  let heldBack = Set(library.entries.lazy.filter(\.status.isHeldBack).map(\.page))
  // A plan is big, and is not moved about for the sake of two strings.
  let rows = pages.lazy.filter { $0.path != "404.html" && !heldBack.contains($0.path) }
    .map { (path: $0.path, lastModified: $0.lastModified) }
  for page in rows.sorted(by: { $0.path.precedes($1.path) }) {
    out += Array("<url><loc>".utf8)
    out.appendEscaped(baseURL + percentEncoded(path: page.path))
    out += Array("</loc>".utf8)
    if !page.lastModified.isEmpty { out += Array("<lastmod>\(page.lastModified)</lastmod>".utf8) }
    out += Array("</url>\n".utf8)
  }
  out += Array("</urlset>\n".utf8)
  return out
}

/// Without what may not stand in XML 1.0 (2.2) or in a TEXT value; a tab becomes a space.
func withoutControls(_ text: String) -> String {
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
