import TestSupport
import Testing

@testable import BanbaoSite

@Suite struct `What is struck out` {
  @Test func `is on its own page alone, and in no list, description or feed`() async throws {
    let site = try await BuiltSite(
      [
        "notices/a.md": notice("甲", "2026-11-02", body: "改为~~周一~~周四\n~~上午~~下午，~~不限~~限十人。"),
        "notices/b.md": notice("乙", "2026-11-01", body: "~~全部作废。~~\n\n另行通知。"),
      ], settings: "base_url: http://board.example/")
    for word in ["周一", "上午", "不限", "全部作废"] {
      #expect(site.outputs(holding: word).filter { !["notices/a.html", "notices/b.html"].contains($0) } == [])
    }
    #expect(try site.html("notices/a.html").contains("<del>周一</del>周四"))
    #expect(!(try site.html("notices/a.html")).contains("content=\"改为周一"))
    let rows = try site.view("notices/index.html").texts("rows", "summary")
    #expect(rows == ["改为周四 下午，限十人。", "另行通知。"])
  }
}
