import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoTheme
import BanbaoUnion
import TestSupport
import Testing

@testable import BanbaoKinds

@Suite struct StatisticsTests {
  private static func membership(_ year: Int, _ closing: Int) -> String {
    "title: \(year)年会员\ndate: \(year)-12-01\nperiod: \(year)\nopening: \(closing)\njoined: 0\nclosing: \(closing)\nwomen: 4"
  }

  @Test func `each year has its summaries and its figures; a year without a record is a gap`() async throws {
    let site = try await BuiltSite([
      "membership/2023.yaml": Self.membership(2023, 8), "membership/2025.yaml": Self.membership(2025, 16),
    ])
    let view = try site.view("summary/index.html")
    #expect(view.texts("years", "label") == ["2023年", "2025年"])
    let table = try #require(view.list("tables").first)
    #expect(table.texts("heads", "label") == ["2023", "2024", "2025"])
    let group = try #require(table.list("groups").first)
    #expect(group.text("group_title") == "期末会员" && group.texts("measures", "label") == ["会员", "其中女会员"])
    let cells = group.list("measures").map { $0.list("cells") }
    #expect(cells.map { $0.map { $0.text("text") } } == [["8人", "〔待补〕", "16人"], ["4人", "〔待补〕", "4人"]])
    #expect(cells.map { $0.map { $0.text("length") } } == [["50", "0", "100"], ["25", "0", "25"]])
    #expect(cells[0].map { $0.text("bar") } == ["true", "false", "true"])
  }

  @Test func `what no year gives has no row, and is said in one line`() async throws {
    let site = try await BuiltSite([
      "visits/2026/a.yaml": "title: 探望\ndate: 2026-03-01\nkind: 患病\nperson_times: 3\namount: 360\nform: 慰问品\n"
    ])
    let view = try site.view("summary/index.html")
    let spending = try #require(
      view.list("tables").first?.list("groups").first { $0.text("group_title") == "各类支出" })
    #expect(spending.texts("measures", "label") == ["慰问"])
    #expect(view.text("unrecorded").hasPrefix("还没有记录：各类支出（活动、培训、"))
    #expect(try !site.html("summary/index.html").contains("〔待补〕"))
  }

  @Test func `a level without an honour in a year that has others is no gap`() async throws {
    let site = try await BuiltSite([
      "honours/a.md": honour("甲", "2025-03-01", level: "省"), "honours/b.md": honour("乙", "2026-03-01", level: "市"),
    ])
    let table = try #require(try site.view("summary/index.html").list("tables").first)
    let honours = try #require(table.list("groups").first { $0.text("group_title") == "荣誉项数" })
    #expect(honours.texts("measures", "label") == ["省", "市"])
    #expect(honours.list("measures").map { $0.texts("cells", "text") } == [["1项", "—"], ["—", "1项"]])
  }

  @Test func `the last ten years stand in one table, and those before in another below it`() async throws {
    let files = (2010...2025).map { ("membership/\($0).yaml", Self.membership($0, 16)) }
    let site = try await BuiltSite(Dictionary(uniqueKeysWithValues: files))
    let tables = try site.view("summary/index.html").list("tables")
    #expect(
      tables.map { $0.texts("heads", "label") } == [(2016...2025).map { "\($0)" }, (2010...2015).map { "\($0)" }])
  }

  @Test func `a site without anything to sum up has neither pages nor a menu item`() async throws {
    let site = try await BuiltSite(["notices/a.md": notice("甲", "2026-03-01")])
    #expect(site.pagePaths.filter { $0.hasPrefix("summary/") } == [])
    #expect(try site.view("index.html").texts("menu", "label").contains("工作总结") == false)
    let other = try await BuiltSite(["honours/a.md": honour("甲", "2025-03-01")])
    #expect(try other.view("index.html").texts("menu", "label").contains("工作总结"))
  }

  @Test func `a sum that no number can hold stays at the greatest one, and the least`() {
    #expect(Tally([Money(fen: .max), Money(fen: 1)]).sum == Money(fen: .max))
    #expect(Tally([Money(fen: .min), Money(fen: -1)]).sum == Money(fen: .min))
    #expect(Tally([Int.max, 1]).sum == .max)
    #expect(Tally([Int.min, -1]).sum == .min)
  }
}
