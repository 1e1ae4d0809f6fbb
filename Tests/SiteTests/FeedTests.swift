import BanbaoDiagnostics
import BanbaoSource
import TestSupport
import Testing

@testable import BanbaoSite

@Suite struct `What is struck out` {
  @Test func `is on its own page and in the feed's whole text, and in no list or description`() async throws {
    let site = try await BuiltSite(
      [
        "notices/a.md": notice("甲", "2026-11-02", body: "改为~~周一~~周四\n~~上午~~下午，~~不限~~限十人。"),
        "notices/b.md": notice("乙", "2026-11-01", body: "~~全部作废。~~\n\n另行通知。"),
      ], settings: "base_url: http://board.example/")
    for word in ["周一", "上午", "不限", "全部作废"] {
      #expect(
        site.outputs(holding: word).filter { !["notices/a.html", "notices/b.html", "feed.xml"].contains($0) } == [])
    }
    #expect(try site.html("notices/a.html").contains("<del>周一</del>周四"))
    #expect(!(try site.html("notices/a.html")).contains("content=\"改为周一"))
    let rows = try site.view("notices/index.html").texts("rows", "summary")
    #expect(rows == ["改为周四 下午，限十人。", "另行通知。"])
  }
}

@Suite struct `The feed` {
  private static let settings = "base_url: https://board.example:8443/工会/"

  @Test func `has records by the day on which they appeared, newest first, in the site's own zone`() async throws {
    let files = [
      "notices/a.md": notice("早写的", "2026-10-01", "publish: 2026-11-20"),
      "notices/b.md": notice("当天的", "2026-11-10"),
      "notices/c.md": notice("早已发的", "2026-11-15", "publish: 2026-11-01"),
    ]
    let site = try await BuiltSite(files, settings: Self.settings)
    let feed = try site.machineFile("feed.xml")
    let titles = feed.matches(of: /<title>(.*)<\/title>/).map { String($0.output.1) }
    #expect(titles == ["板报", "早写的", "早已发的", "当天的"])
    let days = feed.matches(of: /<updated>(.*)<\/updated>/).map { String($0.output.1) }
    #expect(
      days == [
        "2026-11-20T00:00:00+08:00", "2026-11-20T00:00:00+08:00", "2026-11-15T00:00:00+08:00",
        "2026-11-10T00:00:00+08:00",
      ])
  }

  @Test func `and the calendar bear the site's encoded address and host`() async throws {
    let activity = "---\ntitle: 拔河\ndate: 2026-11-01\nkind: 文体\n---\n"
    let site = try await BuiltSite(["activities/a.md": activity], settings: Self.settings)
    let address = "https://board.example:8443/%E5%B7%A5%E4%BC%9A/"
    #expect(try site.machineFile("feed.xml").contains("<id>\(address)activities/a.html</id>"))
    let calendar = try site.machineFile("calendar.ics").replacing("\r\n ", with: "")
    #expect(calendar.contains("UID:activities/a.html@board.example\r\n"))
    #expect(calendar.contains("URL:\(address)activities/a.html\r\n"))
    #expect(try site.machineFile("sitemap.xml").contains("<loc>\(address)activities/a.html</loc>"))
  }
}

@Suite struct `A record in the feed` {
  private static let settings = "base_url: https://board.example/工会/"

  @Test func `has its whole text, with every link and picture whole`() async throws {
    let body = """
      见[上次的通知](b.md)、[章程](../pages/章程.md#二)、[总工会](https://union.example/a?b=1)、[本页](#办法)，写信给[办公室](mailto:a@b.example)。

      ## 办法

      `href="x"` 是代码。
      """
    let site = try await BuiltSite(
      [
        "notices/a.md": notice("甲", "2026-11-02", body: body), "notices/b.md": notice("乙", "2026-11-01"),
        "pages/章程.md": "---\ntitle: 章程\ndate: 2026-11-03\n---\n\n## 一\n\n## 二\n",
        "membership/2026.md":
          "---\ntitle: 会员\ndate: 2026-11-04\nperiod: 2026\nopening: 1\njoined: 0\nclosing: 1\n---\n",
      ], settings: Self.settings)
    let feed = try XMLElements(try site.machineFile("feed.xml"))
    #expect(feed.texts["title"] == ["板报", "甲", "乙"], "no page, no figures of members")
    let text = try #require(feed.texts["content"]?.first)
    let addresses = text.matches(of: /href="([^"]*)"/).map { String($0.output.1) }
    let base = "https://board.example/%E5%B7%A5%E4%BC%9A/"
    #expect(addresses.count == 5)
    #expect(addresses.contains(base + "notices/b.html"))
    #expect(addresses.contains { $0.hasPrefix(base + "pages/%E7%AB%A0%E7%A8%8B.html#") })
    #expect(addresses.contains { $0.hasPrefix(base + "notices/a.html#") })
    #expect(addresses.contains("https://union.example/a?b=1") && addresses.contains("mailto:a@b.example"))
    #expect(text.contains("<code>href=&quot;x&quot;</code>"))
  }
}

@Suite struct `A page with something to come` {
  private static let activity = "---\ntitle: 游园\ndate: 2026-12-31\nkind: 联欢\nplace: 食堂\n---\n"

  @Test(arguments: ["", "base_url: http://board.example/"])
  func `leads to its event, with an address of the site and without`(settings: String) async throws {
    let site = try await BuiltSite(
      ["activities/x.md": Self.activity, "activities/y.md": "---\ntitle: 旧的\ndate: 2026-01-31\nkind: 联欢\n---\n"],
      settings: settings)
    #expect(
      try site.html("activities/x.html").contains("<a href=\"../activities/x.ics\" type=\"text/calendar\">加到日历</a>"))
    #expect(!(try site.html("activities/y.html")).contains("加到日历"))
    let lines = try site.machineFile("activities/x.ics").replacing("\r\n ", with: "").split(separator: "\r\n").map(
      String.init)
    #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
    #expect(lines.count { $0 == "BEGIN:VEVENT" } == 1)
    #expect(lines.contains("SUMMARY:游园") && lines.contains("LOCATION:食堂"))
    #expect(lines.contains { $0.hasPrefix("UID:activities/x.html@") })
    #expect(lines.contains { $0.hasPrefix("URL:") } == !settings.isEmpty)
    for name in ["VERSION", "PRODID", "UID", "DTSTAMP", "DTSTART"] {
      #expect(lines.count { $0.hasPrefix(name + ":") || $0.hasPrefix(name + ";") } == 1, "\(name)")
    }
  }

  @Test func `tells a chat its title, what it is about, and its picture by a whole address`() async throws {
    let files: [String: [UInt8]] = [
      "notices/a.md": Array(
        notice("甲 & 乙", "2026-11-02", "photos:\n  - {file: 图.jpg, caption: 会场, alt: 会场全景}", body: "第一段。").utf8),
      "notices/图.jpg": [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xD9],
    ]
    let html = try await BuiltSite(bytes: files, settings: "base_url: http://board.example/").html("notices/a.html")
    for (property, content) in [
      ("og:title", "甲 &amp; 乙"), ("og:type", "article"), ("og:description", "第一段。"), ("og:site_name", "板报"),
      ("og:url", "http://board.example/notices/a.html"), ("og:image:alt", "会场全景"),
      ("og:image", "http://board.example/notices/%E5%9B%BE.jpg"),
    ] {
      #expect(html.contains("<meta property=\"\(property)\" content=\"\(content)\">"), "\(property)")
    }
    let without = try await BuiltSite(bytes: files)
    #expect(!(try without.html("notices/a.html")).contains("og:image"))
    for page in without.plan.pages where page.path != "404.html" {
      let html = try without.html(page.path)
      #expect(html.contains("property=\"og:title\"") && html.contains("property=\"og:type\""), "\(page.path)")
      #expect(!html.contains("property=\"og:description\" content=\"\""), "\(page.path)")
    }
  }
}

@Suite struct `The address of a site` {
  @Test(arguments: [
    ("http://board.example", "http://board.example/"), ("HTTPS://Board.example/a", "https://Board.example/a/"),
    ("http://10.1.2.3:8080/工会", "http://10.1.2.3:8080/%E5%B7%A5%E4%BC%9A/"),
    ("http://板报.example/%E5%B7%A5/", "http://%E6%9D%BF%E6%8A%A5.example/%E5%B7%A5/"),
  ])
  func `is taken, and encoded as it is sent`(written: String, text: String) throws {
    #expect(try BaseURL(reading: written).text == text)
  }

  @Test(arguments: [
    ("board.example", "http://board.example/"), ("ftp://board.example/", "http://board.example/"),
    ("http://", "http://board.example/"), ("http:///a", "http://board.example/"),
    ("http://board.example/?x=1", "http://board.example/"), ("http://board.example/a#b", "http://board.example/a/"),
    ("http://board.example/a b/", "http://board.example/ab/"),
    ("http://board.example/\nX-EVIL:1", "http://board.example/X-EVIL:1/"),
    ("http://board.exa mple/", "http://board.example/"), ("http://a@board.example/", "http://board.example/"),
    ("http：//board.example/", "http://board.example/"), ("http://board。example", "http://board.example/"),
    ("http://board.example:8080a/", "http://board.example/"), ("http://board..example/", "http://board.example/"),
    ("http://board.example:99999/", "http://board.example/"), ("http://192.168.1.300/", "http://board.example/"),
    ("http://board.example/a/../b//c/", "http://board.example/a/b/c/"),
    ("http://board.example/工会/index.html", "http://board.example/工会/"),
    ("http://board.example/index.HTM", "http://board.example/"),
  ])
  func `is refused with one that is taken`(written: String, remedy: String) {
    #expect {
      try BaseURL(reading: written)
    } throws: {
      ($0 as? Misread)?.help?.zh == "写成 \(remedy)"
    }
    #expect(throws: Never.self) { try BaseURL(reading: remedy) }
  }

  @Test(arguments: ["http://localhost:8080/", "http://127.0.0.1:8080/", "http://0.0.0.0/"])
  func `of the preview is none that readers have`(written: String) {
    let misread = #expect(throws: Misread.self) { try BaseURL(reading: written) }
    #expect(misread?.message.zh == "“\(written)”只有这台电脑自己打得开")
  }
}
