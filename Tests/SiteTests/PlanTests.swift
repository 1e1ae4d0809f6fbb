import BanbaoDiagnostics
import BanbaoDisk
import BanbaoKinds
import BanbaoSource
import BanbaoTheme
import TestSupport
import Testing

@testable import BanbaoSite

/// The calendar of a year's plan.
@Suite struct PlanTests {
  private static func plan(_ year: Int, title: String = "计划", _ items: String...) -> String {
    "title: \(title)\ndate: \(year - 1)-12-20\nyear: \(year)\nitems:\n" + items.map { "  - \($0)\n" }.joined()
  }

  /// The titles in a month of a page, from 1.
  private func titles(_ view: SeenView, _ month: Int, _ list: String = "items") -> [String] {
    view.list("months")[month - 1].texts(list, "title")
  }

  @Test func `an item stands in the month of its time, and one that runs on is marked in the later months`()
    async throws
  {
    let site = try await BuiltSite([
      "plans/2027.yaml": Self.plan(
        2027, "{title: 登山, when: 2027-05-20}", "{title: 练兵, when: {month: 3, label: 三八期间}}",
        "{title: 体检, when: 2027-07/2027-09}", "{title: 晚会, when: 2027-05-12}", "{title: 读书角}",
        "{title: 跨年, when: 2026-12-31/2027-01-02}", "{title: 来年, when: 2027-12-30/2028-01-05}")
    ])
    #expect(site.codes == [])
    let view = try site.view("plans/2027.html")
    #expect(titles(view, 5) == ["晚会", "登山"])
    #expect(titles(view, 3) == ["练兵"])
    #expect(titles(view, 7) == ["体检"])
    #expect(titles(view, 8, "continuing") == ["体检"] && titles(view, 9, "continuing") == ["体检"])
    #expect(titles(view, 10, "continuing") == [])
    #expect(titles(view, 1) == ["跨年"] && titles(view, 12) == ["来年"])
    #expect(view.texts("others", "title") == ["读书角"])
    #expect(view.texts("months", "empty").filter { $0 == "true" }.count == 5)
    let july = view.list("months")[6].list("items")[0]
    #expect(july.text("time") == "7月至9月")
    #expect(view.list("months")[2].list("items")[0].text("time") == "三八期间")
    #expect(view.list("months")[4].texts("items", "time") == ["5月12日", "5月20日"])
    #expect(view.list("months")[0].list("items")[0].text("time") == "2026年12月31日至2027年1月2日")
    #expect(view.list("months")[1].texts("festivals", "name") == ["春节"])
    #expect(view.list("months")[1].texts("festivals", "day") == ["6日"])
  }

  @Test func `an English site speaks of months and days in English`() async throws {
    let site = try await BuiltSite(
      [
        "plans/2027.yaml": Self.plan(
          2027, "{title: A, when: 2027-05-20/2027-06-02}", "{title: B, when: 2027-07/2027-08}",
          "{title: C, when: {month: 3}}")
      ], settings: "language: en")
    let months = try site.view("plans/2027.html").list("months")
    #expect(months[4].texts("items", "time") == ["20 May to 2 June"])
    #expect(months[6].texts("items", "time") == ["July to August"])
    #expect(months[2].texts("items", "time") == ["March"])
    #expect(months[2].text("label") == "March" && months[2].texts("festivals", "name") == ["Women's Day"])
  }

  @Test func `an item's state is what its record proves, else what its author says, else the calendar`() async throws {
    let site = try await BuiltSite([
      "plans/2026.yaml": Self.plan(
        2026, "{title: a, when: 2026-03-09, record: notices/a}", "{title: b, when: 2026-12-31, status: 进行中}",
        "{title: c, when: 2026-12-31}", "{title: d, when: 2026-11-21}", "{title: e, when: 2026-10, status: 未完成}",
        "{title: f, status: 完成}", "{title: g, when: 2026-11, record: activities/b}",
        "{title: h, when: 2026-11, record: notices/c}"),
      "notices/a.md": notice("甲", "2026-03-09"), "notices/c.md": notice("丙", "2026-11-30"),
      "activities/b.md": "---\ntitle: 乙\ndate: 2026-11-20/2026-11-25\nkind: 文体\n---\n",
    ])
    let view = try site.view("plans/2026.html")
    var states: [String: String] = [:]
    for item in view.list("months").flatMap({ $0.list("items") }) + view.list("others") {
      states[item.text("title")] = item.text("state")
    }
    #expect(
      states == [
        "a": "完成", "b": "进行中", "c": "计划", "d": "逾期", "e": "未完成", "f": "完成", "g": "进行中", "h": "计划",
      ])
    #expect(view.texts("figures", "value") == ["8", "2", "2", "2", "1", "1"])
    #expect(view.texts("figures", "label") == ["事项", "完成", "进行中", "计划", "逾期", "未完成"])
    #expect(site.codes == ["plan-item-late", "plan-done-without-record"])
    let html = try site.html("plans/2026.html")
    #expect(html.contains("<a href=\"../notices/a.html\">甲</a>"))
  }

  @Test func `all plans of a year are one calendar; the record named for the year is that page, another keeps its own`()
    async throws
  {
    let site = try await BuiltSite([
      "plans/2027.md": "---\n\(Self.plan(2027, title: "全年", "{title: 登山, when: 2027-05-20}"))---\n\n正文在这里。\n",
      "plans/2027/women.yaml": Self.plan(2027, title: "女职工", "{title: 练兵, when: 2027-05-08}"),
      "plans/2028/a.yaml": Self.plan(2028, title: "后年", "{title: 球赛}"),
    ])
    #expect(site.codes == [])
    #expect(
      site.pagePaths.filter { $0.hasPrefix("plans/") } == [
        "plans/2027.html", "plans/2027/women.html", "plans/2028.html", "plans/2028/a.html", "plans/index.html",
      ])
    let year = try site.view("plans/2027.html")
    #expect(titles(year, 5) == ["练兵", "登山"])
    #expect(year.text("title") == "全年" && year.texts("parts", "title") == ["女职工"])
    #expect(year.view("next")?.text("title") == "2028年工作计划" && year.view("previous") == nil)
    let html = try site.html("plans/2027.html")
    #expect(html.contains("data-body") && html.contains("正文在这里"))
    #expect(titles(try site.view("plans/2027/women.html"), 5) == ["练兵"])
    let next = try site.html("plans/2028.html")
    #expect(next.contains("2028年工作计划") && !next.contains("data-body"))
    let list = try site.view("plans/index.html")
    #expect(list.texts("plans", "title") == ["2028年工作计划", "全年"])
    #expect(list.texts("plans", "progress") == ["1 项：完成 0，计划 1", "2 项：完成 0，计划 2"])
  }

  @Test func `a year's plan has a page with and without a record of its name`() async throws {
    let site = try await BuiltSite([
      "plans/2027.md": "---\n\(Self.plan(2027, "{title: 登山, when: 2027-05-20}"))---\n\n正文。\n",
      "plans/2028/a.yaml": Self.plan(2028, "{title: 球赛, when: 2028-01/2028-03}"),
    ])
    #expect(try site.view("plans/2027.html").text("body").contains("正文"))
    #expect(try site.view("plans/2028.html")["body"] == .absent)
    #expect(try site.view("plans/2028.html").texts("parts", "url") == ["plans/2028/a.html"])
    #expect(try site.view("plans/2028.html").list("figures").map { $0.text("value") } == ["1", "0", "1"])
  }

  @Test func `what is open is due on its last day; what is done, given up or long past is not`() async throws {
    let site = try await BuiltSite([
      "plans/2026.yaml": Self.plan(
        2026, "{title: 做完, when: 2026-11, record: notices/a}", "{title: 本月, when: {month: 11, label: 月底}}",
        "{title: 放弃, when: 2026-11, status: 未完成}", "{title: 晚了, when: 2026-03-07/2026-03-08}",
        "{title: 下月, when: 2026-12}"),
      "plans/2024.yaml": Self.plan(2024, "{title: 前年, when: 2024-05}"), "notices/a.md": notice("甲", "2026-11-09"),
    ])
    #expect(site.compilation.due.map { "\($0.day.iso) \($0.title)" } == ["2026-03-08 晚了", "2026-11-30 本月"])
  }

  @Test func `a day's passing changes no plan's page where nothing became late`() async throws {
    let files = ["plans/2026.yaml": Self.plan(2026, "{title: 年底, when: 2026-12}", "{title: 年初, when: 2026-01}")]
    let today = try await BuiltSite(files, today: "2026-11-22").html("plans/2026.html")
    let tomorrow = try await BuiltSite(files, today: "2026-11-23").html("plans/2026.html")
    let later = try await BuiltSite(files, today: "2027-01-01").html("plans/2026.html")
    #expect(today == tomorrow && today != later)
  }
}
