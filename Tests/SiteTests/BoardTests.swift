import BanbaoSource
import TestSupport
import Testing

@testable import BanbaoSite

@Suite struct `The screen in the lobby` {
  private static let publicity = notice(
    "优秀会员公示", "2026-11-20", kind: "公示", "publicity: {from: 2026-11-20, to: 2026-11-26, contact: 工会办公室}")

  private func kinds(_ site: BuiltSite) throws -> [String] { try site.view("board.html").texts("screens", "kind") }

  @Test func `has pages of what is open, pinned, coming and honoured, in this order`() async throws {
    let site = try await BuiltSite([
      "notices/a.md": notice("置顶的", "2026-11-02", "pinned_until: 2026-12-31"), "notices/b.md": Self.publicity,
      "notices/c.md": notice("平常的", "2026-11-03"),
      "activities/x.md": "---\ntitle: 迎新年游园\ndate: 2026-12-31\nkind: 联欢\n---\n",
      "honours/h.md": honour("模范职工之家", "2026-05-01", "recipients: 某医院工会"),
    ])
    #expect(try kinds(site) == ["open", "pinned", "coming", "honoured"])
    let html = try site.html("board.html")
    #expect(html.contains("<b data-left>4</b>"), "20 November is a Friday; today is the Sunday after")
    #expect(html.contains("data-until=\"2026-11-26\""))
    #expect(html.contains("12月31日</span> <span class=\"screen-what\">迎新年游园"))
    #expect(!html.contains("平常的"))
  }

  @Test func `shows the newest where nothing is pinned, and what it is for where there is nothing`() async throws {
    #expect(try kinds(try await BuiltSite(["notices/c.md": notice("平常的", "2026-11-03")])) == ["latest"])
    let empty = try await BuiltSite([:])
    #expect(try kinds(empty) == [])
    #expect(try empty.html("board.html").contains("暂时没有要展示的内容"))
  }

  @Test func `never shows a draft, what is still to be published, or a name without consent`() async throws {
    let files = [
      "notices/a.md": notice("草稿一", "2026-11-02", "pinned_until: 2026-12-31\ndraft: true"),
      "notices/b.md": notice("以后发", "2026-11-02", "pinned_until: 2026-12-31\npublish: 2026-12-01"),
      "activities/x.md": "---\ntitle: 草稿二\ndate: 2026-12-31\nkind: 联欢\ndraft: true\n---\n",
      "honours/h.md": honour("先进个人", "2026-05-01", kind: "个人", "recipients:\n  - {name: 欧阳若岚, department: 外科}"),
    ]
    for showsDrafts in [false, true] {
      let site = try await BuiltSite(files, showsDrafts: showsDrafts)
      let html = try site.html("board.html")
      for word in ["草稿一", "草稿二", "以后发", "欧阳若岚"] { #expect(!html.contains(word), "\(word)") }
      #expect(html.contains("欧阳**"))
    }
  }

  @Test func `has a version that changes with what it shows, and with nothing else`() async throws {
    func version(_ files: [String: String]) async throws -> String {
      try await BuiltSite(files).machineFile("board-version.js")
    }
    let pinned = ["notices/a.md": notice("置顶的", "2026-11-02", "pinned_until: 2026-12-31")]
    let first = try await version(pinned)
    #expect(first.hasPrefix("banbaoBoard(\"") && first.hasSuffix("\");\n"))
    let site = try await BuiltSite(pinned)
    let shown = try site.html("board.html")
    #expect(
      first == "banbaoBoard(\"\(try #require(shown.firstMatch(of: /data-version="([0-9a-f]+)"/)?.output.1))\");\n")
    let others = pinned.merging(["honours/h.md": honour("三年前的", "2023-05-01")]) { old, _ in old }
    #expect(try await version(others) == first)
    let changed = ["notices/a.md": notice("改了题目", "2026-11-02", "pinned_until: 2026-12-31")]
    #expect(try await version(changed) != first)
  }

  @Test func `is no page that a search finds`() async throws {
    let site = try await BuiltSite(["notices/a.md": notice("甲", "2026-11-02", "pinned_until: 2026-12-31")])
    #expect(!site.plan.search.pages.map(\.path).contains("board.html"))
  }
}

@Suite struct `What stands in the calendar` {
  private static let settings = "base_url: http://board.example/"
  private static let plan = """
    ---
    title: 2026年计划
    date: 2026-01-05
    year: 2026
    items:
      - {title: 知识答题, when: 2026-12-01}
      - {title: 知识答题, when: 2026-12-08}
      - {title: 三八活动, when: {month: 3, label: 三八期间}}
      - {title: 没有时间}
      - {title: 不办了, when: 2026-10-01, status: 未完成}
      - {title: 游园, when: 2026-12, record: activities/x}
    ---
    """

  @Test func `is activities, the ends of 公示 and what is planned, each once`() async throws {
    let site = try await BuiltSite(
      [
        "activities/x.md": "---\ntitle: 迎新年游园\ndate: 2026-12-31\nkind: 联欢\n---\n", "plans/2026.md": Self.plan,
        "notices/b.md": notice("优秀会员", "2026-11-20", kind: "公示", "publicity: {from: 2026-11-20, to: 2026-11-26}"),
        "notices/c.md": notice("平常的", "2026-11-03"),
      ], settings: Self.settings)
    let lines = try site.machineFile("calendar.ics").replacing("\r\n ", with: "").split(separator: "\r\n").map(
      String.init)
    let events = zip(
      lines.filter { $0.hasPrefix("DTSTART") }.map { $0.suffix(8) },
      lines.filter { $0.hasPrefix("SUMMARY:") }.map { $0.dropFirst(8) }
    ).map { "\($0) \($1)" }
    #expect(
      events == [
        "20260301 三八活动", "20261126 公示截止：优秀会员", "20261201 知识答题", "20261208 知识答题", "20261231 迎新年游园",
      ])
    let ids = lines.filter { $0.hasPrefix("UID:") }
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasSuffix("@board.example") })
  }
}
