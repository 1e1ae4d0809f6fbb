import BanbaoSite
import TestSupport
import Testing

@Suite struct LineBreakTests {
  private static let notice = """
    ---
    title: 比赛通知
    date: 2026-03-02
    kind: 通知
    ---

    时间：上午9时
    地点：五楼
    """

  private func built(_ settings: String = "") async throws -> BuiltSite {
    try await BuiltSite(["notices/a.md": Self.notice], settings: settings)
  }

  @Test func `a line end is a line end on the page, and a space in the summary`() async throws {
    let site = try await built()
    #expect(try site.html("notices/a.html").contains("时间：上午9时<br />\n地点：五楼"))
    #expect(try site.html("notices/a.html").contains("content=\"时间：上午9时 地点：五楼\""))
  }

  @Test(arguments: ["line_breaks: join", "line_breaks: 合并", "换行: 合并", "换行: join"])
  func `site.yaml joins the lines of a paragraph`(_ setting: String) async throws {
    let site = try await built(setting)
    #expect(site.diagnostics.isEmpty)
    #expect(try site.html("notices/a.html").contains("时间：上午9时地点：五楼"))
  }

  @Test(arguments: ["line_breaks: keep", "换行: 保留"])
  func `site.yaml says that lines are kept`(_ setting: String) async throws {
    #expect(try await built(setting).html("notices/a.html").contains("<br />"))
  }

  @Test func `another meaning of line ends makes every page anew`() async throws {
    let site = try await built()
    let content = try await built("line_breaks: join").content
    let again = try await BuiltSite(content: content, reusing: site.compilation.memo)
    #expect(try again.html("notices/a.html").contains("时间：上午9时地点：五楼"))
  }
}
