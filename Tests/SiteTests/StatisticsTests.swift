import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoTheme
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
    #expect(view.texts("years", "label") == ["2025年", "2023年"])
    let chart = try #require(view.list("charts").first)
    #expect(chart.text("chart") == "chart-members")
    #expect(chart.texts("chart_columns", "label") == ["2023", "2024", "2025"])
    #expect(chart.texts("bars", "text") == ["会员 8人", "其中女会员 4人", "〔待补〕", "会员 16人", "其中女会员 4人"])
    #expect(chart.texts("bars", "gap") == ["false", "false", "true", "false", "false"])
    let widths = chart.texts("bars", "width").compactMap { Int($0) }
    #expect(widths[3] == widths[0] * 2 && widths[1] * 2 == widths[0] && widths[2] == 0)
    #expect(chart.text("chart_text") == "2023 会员 8人；2023 其中女会员 4人；2024 〔待补〕；2025 会员 16人；2025 其中女会员 4人")
    let table = try #require(chart.list("tables").first)
    #expect(table.texts("rows", "head") == ["2025", "2024", "2023"])
    #expect(table.list("rows").map { $0.texts("cells", "text") } == [["16人", "4人"], ["〔待补〕", "〔待补〕"], ["8人", "4人"]])
  }

  @Test func `a chart is a picture with a title and its figures in words, and needs no colour`() async throws {
    let site = try await BuiltSite(["membership/2025.yaml": Self.membership(2025, 16)])
    let html = try site.html("summary/index.html")
    #expect(html.contains("role=\"img\" aria-labelledby=\"chart-members-title chart-members-text\""))
    #expect(html.contains("<title id=\"chart-members-title\">期末会员</title>"))
    #expect(html.contains("<desc id=\"chart-members-text\">2025 会员 16人；2025 其中女会员 4人</desc>"))
    #expect(html.contains("chart-bar-1") && html.contains("chart-bar-2"))
  }

  @Test func `a level without an honour in a year that has others is no gap`() async throws {
    let site = try await BuiltSite([
      "honours/a.md": honour("甲", "2025-03-01", level: "省"), "honours/b.md": honour("乙", "2026-03-01", level: "市"),
    ])
    let chart = try #require(
      try site.view("summary/index.html").list("charts").first { $0.text("chart") == "chart-honours" })
    #expect(chart.texts("bars", "text") == ["省 1项", "市 1项"])
    let rows = try #require(chart.list("tables").first).list("rows")
    #expect(rows.map { $0.texts("cells", "text") } == [["—", "1项"], ["1项", "—"]])
  }

  @Test func `only the last ten years are drawn, and the table holds all`() async throws {
    let files = (2010...2025).map { ("membership/\($0).yaml", Self.membership($0, 16)) }
    let site = try await BuiltSite(Dictionary(uniqueKeysWithValues: files))
    let chart = try #require(try site.view("summary/index.html").list("charts").first)
    #expect(chart.texts("chart_columns", "label") == (2016...2025).map { "\($0)" })
    #expect(chart.list("tables").first?.list("rows").count == 16)
  }

  @Test func `a site without anything to sum up has neither pages nor a menu item`() async throws {
    let site = try await BuiltSite(["notices/a.md": notice("甲", "2026-03-01")])
    #expect(site.pagePaths.filter { $0.hasPrefix("summary/") } == [])
    #expect(try site.view("index.html").texts("menu", "label").contains("工作总结") == false)
    let other = try await BuiltSite(["honours/a.md": honour("甲", "2025-03-01")])
    #expect(try other.view("index.html").texts("menu", "label").contains("工作总结"))
  }
}
