import BanbaoSource
import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import BanbaoSite

@Suite struct MachineFileTests {
  private static let settings = "base_url: http://board.example/工会"
  private static let files = [
    "notices/春节.md": notice("慰问 <春节> & \"新年\"", "2026-02-10", body: "第一段 a<b。"),
    "activities/a.md":
      "---\ntitle: 拔河，跳绳; \\ 比赛\ndate: 2026-03-26/2026-04-03\nkind: 文体\nsummary: \(String(repeating: "全院职工踊跃参加，", count: 12))\n---\n",
    "activities/b.md": "---\ntitle: 以后\ndate: 2027-03-26\nkind: 文体\n---\n",
  ]

  @Test func `without base_url there is no feed, calendar or sitemap, and no page points at one`() async throws {
    let site = try await BuiltSite(Self.files)
    #expect(site.plan.machineFiles.map(\.path).sorted() == ["activities/b.ics", "board-version.js"])
    for name in ["feed.xml", "calendar.ics", "sitemap.xml"] {
      #expect(site.outputs(holding: name) == [])
    }
  }

  @Test func `with base_url there are all three, and pages point at the feed`() async throws {
    let site = try await BuiltSite(Self.files, settings: Self.settings)
    #expect(
      site.plan.machineFiles.map(\.path).sorted() == [
        "activities/b.ics", "board-version.js", "calendar.ics", "feed.xml", "sitemap.xml",
      ])
    #expect(try site.html("index.html").contains("href=\"feed.xml\""))
  }

  @Test(arguments: ["draft: true", "publish: 2027-01-01"])
  func `what is shown before it is published stands in no calendar of the site`(state: String) async throws {
    let record = "---\ntitle: 未定的活动\ndate: 2026-12-26\nkind: 文体\n\(state)\n---\n"
    let site = try await BuiltSite(["activities/c.md": record], settings: Self.settings, showsDrafts: true)
    #expect(try site.html("activities/c.html").contains("未定的活动"))
    #expect(try !site.machineFile("calendar.ics").contains("未定的活动"))
  }

  @Test(arguments: ["feed.xml", "sitemap.xml"])
  func `feed and sitemap are well-formed, whatever a title holds`(path: String) async throws {
    var files = Self.files
    files["notices/c.md"] = notice(
      #""a\x01b\uFFFE\x0Bc\rd]]>""#, "2026-02-11", #"summary: "\x02x\x1F""#)
    let site = try await BuiltSite(files, settings: Self.settings)
    let elements = try XMLElements(try site.machineFile(path))
    #expect(elements.texts["title"]?.contains("慰问 <春节> & \"新年\"") ?? (path == "sitemap.xml"))
    #expect(elements.names.first == (path == "feed.xml" ? "feed" : "urlset"))
  }

  @Test func `the ids and links of the feed are absolute, the entries newest first, the future not among them`()
    async throws
  {
    let site = try await BuiltSite(Self.files, settings: Self.settings)
    let elements = try XMLElements(try site.machineFile("feed.xml"))
    #expect(elements.texts["id"]?.allSatisfy { $0.hasPrefix("http://board.example/") } == true)
    #expect(elements.texts["id"]?.last == "http://board.example/%E5%B7%A5%E4%BC%9A/notices/%E6%98%A5%E8%8A%82.html")
    #expect(elements.texts["title"]?.dropFirst().first?.hasPrefix("拔河") == true)
    #expect(elements.texts["title"]?.contains("以后") == false)
    #expect(elements.texts["updated"]?.first == "2026-03-26T00:00:00+08:00")
    #expect(elements.links.allSatisfy { $0.hasPrefix("http://board.example/") })
  }

  @Test func `the feed has the newest thirty records`() async throws {
    var files: [String: String] = [:]
    for day in 1...31 {
      files["notices/\(day).md"] = notice("第\(day)号", "2026-01-\(padded(day, 2))")
    }
    let site = try await BuiltSite(files, settings: Self.settings)
    let titles = try XMLElements(try site.machineFile("feed.xml")).texts["title"] ?? []
    #expect(titles.count == 31 && titles[1] == "第31号" && titles[30] == "第2号")
  }

  @Test func `the sitemap names every page but the one for errors, absolutely`() async throws {
    let site = try await BuiltSite(Self.files, settings: Self.settings)
    let places = try XMLElements(try site.machineFile("sitemap.xml")).texts["loc"] ?? []
    #expect(places.count == site.plan.pages.count - 1)
    #expect(places.allSatisfy { $0.hasPrefix("http://board.example/") })
  }

  @Test func `the calendar's lines end in CR LF and have at most 75 bytes, each of whole characters`() async throws {
    var files = Self.files
    files["activities/c.md"] =
      "---\ntitle: \"一\\r\\n二\\r三\\x01四\"\ndate: 2026-03-26\nkind: 文体\n---\n"
    let text = try await BuiltSite(files, settings: Self.settings).machineFile("calendar.ics")
    let lines = Array(text.utf8).split(separator: 10, omittingEmptySubsequences: false)
    #expect(lines.last?.isEmpty == true)
    for line in lines.dropLast() {
      #expect(line.last == 13)
      #expect(line.dropLast().count <= 75)
      #expect(!line.dropLast().contains { $0 < 32 || $0 == 127 }, "\(line)")
      #expect(String(validating: line, as: UTF8.self) != nil)
    }
  }

  @Test func `an event lasts to the end of its last day, with its text escaped`() async throws {
    let site = try await BuiltSite(Self.files, settings: Self.settings)
    let lines = try site.machineFile("calendar.ics").replacing("\r\n ", with: "").split(
      separator: "\r\n")
    #expect(lines.contains("DTSTART;VALUE=DATE:20260326"))
    #expect(lines.contains("DTEND;VALUE=DATE:20260404"))
    #expect(lines.contains(#"SUMMARY:拔河，跳绳\; \\ 比赛"#))
    #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == 2)
    #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
    #expect(!lines.contains { $0.contains("慰问") })
  }
}

/// The elements of an XML text; throws where it is not well-formed.
final class XMLElements: NSObject, XMLParserDelegate {
  var names: [String] = []
  var texts: [String: [String]] = [:]
  var links: [String] = []
  private var text = ""

  init(_ xml: String) throws {
    super.init()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? Missing("XML") }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    names.append(name)
    text = ""
    if name == "link" { links.append(attributes["href"] ?? "") }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { texts[name, default: []].append(text) }
}
