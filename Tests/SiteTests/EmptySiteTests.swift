import BanbaoSite
import BanbaoSource
import TestSupport
import Testing

@Suite struct `A new site` {
  @Test(arguments: [[:], ["notices/a.md": notice("甲", "2026-11-21", "pinned_until: 2026-12-01")]])
  func `has no link without an address, and asks its readers for no figure`(files: [String: String]) async throws {
    let site = try await BuiltSite(files)
    #expect(site.codes == [])
    for page in site.plan.pages {
      let html = try site.html(page.path)
      #expect(html.firstMatch(of: /(href|src)="(\.\.\/)*"/) == nil, "\(page.path)")
      #expect(!html.contains("待补"), "\(page.path)")
    }
  }

  @Test func `tells its readers what will stand there, and in the preview its writer how to begin`() async throws {
    let published = try await BuiltSite([:]).html("index.html")
    #expect(published.contains("会从新到旧列在这里") && !published.contains("banbao new"))
    let preview = try await BuiltSite([:], showsDrafts: true).html("index.html")
    #expect(preview.contains("<code>banbao new 通知 标题</code>"))
  }

  @Test func `whose notices all stand on top says so of the list below them`() async throws {
    let site = try await BuiltSite(["notices/a.md": notice("甲", "2026-11-21", "pinned_until: 2026-12-01")])
    #expect(try site.html("notices/index.html").contains("这里暂时没有内容"))
  }
}
