import BanbaoSource
import TestSupport
import Testing

@testable import BanbaoSite

/// The front of the board: what comes, the year in three sentences, and the news of all kinds.
@Suite struct HomeTests {
  private static let today: Day = "2026-11-22"

  private static let files = [
    "notices/2026/甲.md": notice(
      "甲", "2026-11-18", kind: "公示", "publicity: {from: 2026-11-18, working_days: 7, contact: 办公室}"),
    "notices/2026/乙.md": notice("乙", "2026-11-10"),
    "activities/2026/登山.md": "---\n标题: 登山\n日期: 2026-10-24\n类别: 春秋游\n参加人数: 80\n---\n",
    "activities/2026/游园.md": "---\n标题: 游园\n日期: 2026-12-31\n类别: 节日\n---\n",
    "honours/2026/丙.md": honour("丙", "2026-11-12"),
    "membership/2026-H1.yaml": "{标题: 会员, 日期: 2026-06-30, 期间: 2026-H1, 期初: 600, 新增: 43, 期末: 643}",
    "plans/2026.md": """
    ---
    标题: 计划
    日期: 2026-01-01
    年度: 2026
    事项:
      - {标题: 知识答题, 时间: 2026-12-01/2026-12-18}
      - {标题: 走访, 时间: {月: 12, 说明: 年底}}
      - {标题: 游园, 时间: 2026-12-31, 关联: activities/2026/游园}
      - {标题: 登山, 时间: 2026-10-24, 关联: activities/2026/登山}
      - {标题: 早已办好, 时间: 2026-12-20, 状态: 完成}
    ---

    """,
    "holidays/2026.yaml": "off: []",
  ]

  @Test func `the next three things stand in words, the earliest first, each once`() async throws {
    let home = try await BuiltSite(Self.files, today: Self.today).view("index.html")
    #expect(home.texts("next", "title") == ["甲", "知识答题", "走访"])
    #expect(home.texts("next", "time") == ["11月26日", "12月1日至18日", "年底"])
    #expect(home.texts("next", "left") == ["还有4天", "还有9天", "还有9天"])
    #expect(home.texts("next", "url").last == "plans/2026.html")
  }

  @Test func `each month of the year says how much it holds, and which is the present one`() async throws {
    let home = try await BuiltSite(Self.files, today: Self.today).view("index.html")
    #expect(home.texts("months", "count") == ["0", "0", "0", "0", "0", "0", "0", "0", "0", "1", "1", "3"])
    #expect(home.texts("months", "current").firstIndex(of: "true") == 10)
    #expect(home.texts("months", "url").first == "plans/2026.html#m1")
  }

  @Test func `an event says that it is near, on its way or at its end`() async throws {
    func left(_ today: Day) async throws -> String? {
      let files = ["activities/2026/a.md": "---\n标题: 疗休养\n日期: 2026-11-20/2026-11-25\n类别: 疗休养\n---\n"]
      return try await BuiltSite(files, today: today).view("index.html").texts("next", "left").first
    }
    #expect(try await left("2026-11-19") == "明天")
    #expect(try await left("2026-11-20") == "就在今天")
    #expect(try await left("2026-11-21") == "正在进行")
    #expect(try await left("2026-11-25") == "今天结束")
    #expect(try await left("2026-11-26") == nil)
  }

  @Test func `news are of all kinds, the newest first, and nothing stands in two lists`() async throws {
    let home = try await BuiltSite(Self.files, today: Self.today).view("index.html")
    #expect(home.texts("latest", "title") == ["乙", "登山"])
    #expect(home.list("sections").flatMap { $0.texts("rows", "title") } == ["丙"])
    #expect(home.texts("open_publicity", "title") == ["甲"])
    // The menu leads to all of them.
    #expect(home.list("all_sections").isEmpty)
  }

  @Test func `the working days of a 公示 stand in a strip: past, today and left`() async throws {
    let card = try #require(
      try await BuiltSite(Self.files, today: "2026-11-20").view("index.html").list("open_publicity").first)
    #expect(card.texts("days", "number") == ["18", "19", "20", "23", "24", "25", "26"])
    #expect(card.texts("days", "past") == ["true", "true", "false", "false", "false", "false", "false"])
    #expect(card.texts("days", "current").firstIndex(of: "true") == 2)
  }

  @Test func `the year stands in sentences, each with the page that proves it`() async throws {
    let home = try await BuiltSite(Self.files, today: Self.today).view("index.html")
    #expect(home.texts("sentences", "label") == ["人", "事"])
    #expect(home.texts("sentences", "text") == ["会员643人。", "活动1项，参加80人次。"])
    for url in home.texts("sentences", "url") { #expect(!url.isEmpty) }
    // A year of which nothing is known yet says what the last one was.
    let young = try await BuiltSite(Self.files, today: "2027-01-01").view("index.html")
    #expect(young.texts("sentences", "text").first == "会员643人。")
  }

  @Test func `a new site tells its readers what will stand here, and links nothing that is not there`() async throws {
    let site = try await BuiltSite([:])
    let html = try site.html("index.html")
    #expect(html.contains("会从新到旧列在这里"))
    #expect(!html.contains("href=\"\""))
    #expect(try site.view("index.html").list("months").isEmpty)
  }
}
