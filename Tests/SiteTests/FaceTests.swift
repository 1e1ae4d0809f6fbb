import BanbaoTheme
import TestSupport
import Testing

@testable import BanbaoSite

/// Each form of a notice has a face of its own, and a wall honours by levels.
@Suite struct FaceTests {
  private static func site(_ kind: String, _ title: String, _ keys: String = "") async throws -> BuiltSite {
    try await BuiltSite(["notices/a.md": notice(title, "2026-01-28", kind: kind, keys)], today: "2026-01-30")
  }

  @Test(arguments: [
    ("喜报：我院获第二名", "我院获第二名"), ("喜报 我院获第二名", "我院获第二名"), ("我院获第二名", "我院获第二名"), ("喜报", "喜报"), ("喜报频传", "喜报频传"),
  ])
  func `good news say their word in great letters, and once`(_ title: String, _ headline: String) async throws {
    let view = try await Self.site("喜报", title).view("notices/a.html")
    #expect(view.text("face") == "good-news")
    #expect(view.text("face_word") == "喜报")
    #expect(view.text("headline").replacing("<wbr>", with: "") == headline)
  }

  @Test(arguments: [
    ("工会工作简报（2026年第1期）", "", "工会工作简报", "2026年第1期"), ("工会工作简报第十二期", "", "工会工作简报", "第十二期"),
    ("工会简报 2026年第3期（总第18期）", "", "工会简报", "2026年第3期（总第18期）"), ("工会简报", "3", "工会简报", "第3期"),
    ("工会简报", "2026年第3期", "工会简报", "2026年第3期"), ("第3期", "", "第3期", ""), ("第一季度工会简报", "", "第一季度工会简报", ""),
  ])
  func `a bulletin has a head of its name and its issue`(
    _ title: String, _ key: String, _ name: String, _ issue: String
  ) async throws {
    let view = try await Self.site("简报", title, key.isEmpty ? "" : "issue: \(key)").view("notices/a.html")
    #expect(view.text("headline").replacing("<wbr>", with: "") == name)
    #expect(view.text("issue") == issue)
  }

  @Test func `an invitation says first when, where and whom, and stands in the calendar`() async throws {
    let site = try await Self.site(
      "邀请", "联欢会邀请", "to: 各位会员\nwhen: 2026年2月6日（星期五）19:00\nplace: 县文化馆小剧场")
    #expect(site.codes == [])
    let view = try site.view("notices/a.html")
    #expect(view.texts("particulars", "label") == ["时间", "地点", "邀请"])
    #expect(view.texts("particulars", "value") == ["2026年2月6日（星期五）19:00", "县文化馆小剧场", "各位会员"])
    #expect(try !site.html("notices/a.html").contains("class=\"addressee\""))
    let calendar = try site.machineFile("notices/a.ics")
    #expect(calendar.contains("DTSTART;VALUE=DATE:20260206"))
    #expect(calendar.contains("SUMMARY:联欢会邀请（19:00）"))
    #expect(calendar.contains("LOCATION:县文化馆小剧场"))
    let home = try site.view("index.html")
    #expect(home.texts("next", "title") == ["联欢会邀请"])
    #expect(home.texts("next", "time") == ["2月6日 19:00"])
    #expect(home.texts("next", "label") == ["邀请"])
  }

  @Test func `a notice of another form says when and where, and keeps its addressee`() async throws {
    let site = try await Self.site("通知", "开会", "to: 各小组\nwhen: 2026-02-06\nplace: 礼堂")
    #expect(try site.view("notices/a.html").texts("particulars", "label") == ["时间", "地点"])
    #expect(try site.html("notices/a.html").contains("<p class=\"addressee\">各小组：</p>"))
  }

  @Test func `a proposal says what it calls for`() async throws {
    #expect(try await Self.site("倡议书", "捐书倡议书", "call: 捐一本好书").view("notices/a.html").text("call") == "捐一本好书")
    #expect(try await Self.site("通知", "捐书", "call: 捐一本好书").view("notices/a.html").text("call") == "捐一本好书")
  }

  @Test func `what stands beside a kind or a year counts what is listed there`() async throws {
    var files = [
      "notices/a.md": notice("甲", "2026-01-01"), "notices/b.md": notice("乙", "2026-01-02", "expires: 2026-01-03"),
    ]
    for number in 1...25 {
      files["activities/\(number).md"] =
        "---\ntitle: 活动\(number)\ndate: 2025-01-\(number < 10 ? "0" : "")\(number)\nkind: \(number < 5 ? "文体" : "讲座")\n---\n"
    }
    let site = try await BuiltSite(files, today: "2026-01-30")
    let board = try site.view("notices/index.html")
    #expect(board.list("kinds").map { $0.text("label") } == ["有效期内", "通知"])
    #expect(board.list("kinds").map { $0.text("count") } == ["1", "2"])
    #expect(board.list("rows").count == 1)
    let sport = try site.view("activities/kind/文体/index.html").list("groups")
    #expect(sport.map { $0.text("count") } == ["4"])
    #expect(sport.map { $0.text("total") } == [""])
    let first = try site.view("activities/index.html").list("groups")
    #expect(first.map { $0.text("count") } == ["20"])
    #expect(first.map { $0.text("total") } == ["25"])
    let rest = try site.view("activities/page-2.html").list("groups")
    #expect(rest.map { $0.text("count") } == ["5"])
  }

  @Test func `the level of an honour decides its size on the wall, and its photo hangs there`() async throws {
    let site = try await BuiltSite([
      "honours/a.md": honour("先锋号", "2026-01-01", level: "国家", "photos: [{file: a.png, alt: 奖牌}]"),
      "honours/b.md": honour("积极分子", "2026-01-02", level: "本级"), "honours/a.png": "",
    ])
    let year = try #require(try site.view("honours/index.html").list("groups").first)
    #expect(year.list("levels").map { $0.text("size") } == ["1", "4"])
    #expect(year.text("poster") == "2026年光荣榜")
    let item = try #require(year.list("levels").first?.list("items").first)
    #expect(item.view("photo")?.view("picture")?.text("url") == "honours/a.png")
    #expect(item.view("photo")?.text("alt") == "奖牌")
  }

  @Test func `the more honours a year has, the smaller its poster is set`() async throws {
    func type(_ count: Int) async throws -> Int? {
      let honours = (1...count).map { number in
        "- {title: 先进\(number), date: 2026-01-01, level: 县区, kind: 集体, awarded_by: 总工会, recipients: [外科]}"
      }
      let site = try await BuiltSite(["honours/2026.yaml": honours.joined(separator: "\n")])
      return Int(try site.view("honours/archive/2026.html").list("groups").first?.text("type") ?? "")
    }
    #expect(try await type(1) == 11)
    let middling = try #require(try await type(40))
    let smallest = try #require(try await type(200))
    #expect(smallest == 5 && smallest < middling && middling < 11)
  }

  @Test func `a list quotes whole sentences of a long paragraph`() async throws {
    let sentence = String(repeating: "春", count: 69) + "。"
    let long = String(repeating: "夏", count: 117) + "如下：" + String(repeating: "秋", count: 40)
    let site = try await BuiltSite([
      "notices/a.md": notice("甲", "2026-01-28", body: "\(sentence)\(sentence)"),
      "notices/b.md": notice("乙", "2026-01-27", body: long),
      "notices/c.md": notice("丙", "2026-01-26", body: "会员：\n\n短。"),
    ])
    let summaries = try site.view("notices/index.html").texts("rows", "summary")
    #expect(summaries == [sentence, String(repeating: "夏", count: 117) + "如下…", "短。"])
  }
}
