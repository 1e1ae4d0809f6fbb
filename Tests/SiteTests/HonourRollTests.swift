import BanbaoTheme
import TestSupport
import Testing

@testable import BanbaoSite

@Suite struct HonourRollTests {
  private static let files = [
    "honours/a.md": honour("省先进", "2026-01-01"),
    "honours/b.md": honour("本院标兵", "2026-06-01", level: "本级"),
    "honours/c.md": honour("国家级", "2026-02-01", level: "国家"),
    "honours/d.md": honour("省标兵", "2026-03-01"),
    "honours/e.md": honour("旧荣誉", "2025-01-01", level: "市"),
    "honours/f.md": honour("更旧", "2024-01-01", level: "县区"),
    "honours/g.md": honour("最旧", "2023-01-01", level: "系统"),
  ]

  @Test func `the roll stands by year, newest first, then by level, highest first, then by day`() async throws {
    let site = try await BuiltSite(Self.files)
    let groups = try site.view("honours/index.html").list("groups")
    #expect(groups.map { $0.text("label") } == ["2026年", "2025年", "2024年"])
    #expect(groups.map { $0.text("count") } == ["4", "1", "1"])
    let levels = try #require(groups.first).list("levels")
    #expect(levels.map { $0.text("label") } == ["国家级", "省级", "本级"])
    #expect(levels[1].texts("items", "title") == ["省标兵", "省先进"])
  }

  @Test func `every year has its own roll, also those that the first page leaves out`() async throws {
    let site = try await BuiltSite(Self.files)
    for year in 2023...2026 {
      #expect(
        try site.view("honours/archive/\(year).html").texts("groups", "label") == ["\(year)年"])
    }
    #expect(try site.view("honours/index.html").texts("years", "label").count == 4)
  }

  @Test func `a list of honours in one file makes a record of each item, at the file's path and its number`()
    async throws
  {
    let site = try await BuiltSite([
      "honours/2025.yaml": """
      - {title: 先进一, date: 2025-01-01, level: 省, kind: 集体, awarded_by: 总工会}
      - {title: 先进二, date: 2025-02-01, level: 市, kind: 集体, awarded_by: 总工会, draft: true}
      - {title: 先进三, date: 2025-03-01, level: 市, kind: 集体, awarded_by: 总工会, evidence: honours/2025/1}
      """
    ])
    #expect(site.codes == [])
    #expect(try site.html("honours/2025/1.html").contains("<h1 class=\"sheet-title\">先进一</h1>"))
    #expect(!site.pagePaths.contains("honours/2025/2.html"))
    #expect(try site.view("honours/2025/3.html").text("evidence_url") == "honours/2025/1.html")
    #expect(site.outputs(holding: "先进二") == [])
  }

  @Test func `a file with one honour is one record, at the file's path`() async throws {
    let site = try await BuiltSite([
      "honours/a.yaml": "{title: 先进, date: 2025-01-01, level: 省, kind: 集体, awarded_by: 总工会}"
    ])
    #expect(site.pagePaths.contains("honours/a.html"))
  }
}
