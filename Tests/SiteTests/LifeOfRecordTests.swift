import BanbaoDiagnostics
import BanbaoSource
import BanbaoTheme
import TestSupport
import Testing

@testable import BanbaoSite

/// Drafts, scheduled, pinned and expired records: where each shows, on both sides of the day's boundary.
@Suite struct LifeOfRecordTests {
  static let lists = ["index.html", "notices/index.html"]
  static let lasting = [
    "notices/a.html", "notices/archive/2026.html", "notices/b.html", "notices/kind/通知/index.html",
    "sitemap.xml", "tags/慰问/index.html",
  ]
  static let everywhere = (lists + lasting + ["feed.xml"]).sorted()

  private func site(_ fields: String, _ today: Day, showsDrafts: Bool = false) async throws
    -> BuiltSite
  {
    try await BuiltSite(
      [
        "notices/a.md": notice("甲", "2026-11-20", "tags: [慰问]\n\(fields)"),
        "notices/b.md": notice("乙", "2026-11-10"),
      ], today: today, settings: "base_url: http://board.example/", showsDrafts: showsDrafts)
  }

  @Test func `a record stands on the home page, the board, its kind, its year, its tags, feed and sitemap`()
    async throws
  {
    #expect(try await site("", "2026-11-22").outputs(holding: "notices/a.html") == Self.everywhere)
  }

  @Test func `a draft is nowhere and is told of`() async throws {
    let site = try await site("draft: true", "2026-11-22")
    #expect(site.outputs(holding: "notices/a.html") == [])
    #expect(site.outputs(holding: "慰问") == [])
    #expect(site.compilation.leftOut == [LeftOut(path: "content/notices/a.md", reason: .draft)])
    #expect(site.compilation.recordCount == 1)
  }

  @Test func `a scheduled record is nowhere before its day and everywhere from it on`() async throws {
    let before = try await site("publish: 2026-11-22", "2026-11-21")
    #expect(before.outputs(holding: "notices/a.html") == [])
    #expect(
      before.compilation.leftOut == [LeftOut(path: "content/notices/a.md", reason: .scheduled)])
    let from = try await site("publish: 2026-11-22", "2026-11-22")
    #expect(from.outputs(holding: "notices/a.html") == Self.everywhere)
    #expect(from.compilation.leftOut == [])
  }

  @Test func `an expired record leaves home, board and feed after its last day, and stays in the archive, marked`()
    async throws
  {
    let last = try await site("expires: 2026-11-22", "2026-11-22")
    #expect(last.outputs(holding: "notices/a.html") == Self.everywhere)
    #expect(try last.view("notices/a.html").text("expired") == "false")
    let after = try await site("expires: 2026-11-22", "2026-11-23")
    #expect(after.outputs(holding: "notices/a.html") == Self.lasting)
    #expect(try after.view("notices/a.html").text("expired") == "true")
    #expect(try after.html("notices/a.html").contains("class=\"status\""))
    #expect(
      try after.view("notices/archive/2026.html").list("months").flatMap { $0.texts("rows", "expired") }
        == ["true", "false"])
    #expect(after.compilation.leftOut == [LeftOut(path: "content/notices/a.md", reason: .expired)])
  }

  @Test func `a pinned notice stands above the list up to its day, once`() async throws {
    let last = try await site("pinned_until: 2026-11-22", "2026-11-22")
    for path in Self.lists { #expect(try last.view(path).texts("pinned", "title") == ["甲"]) }
    #expect(try last.view("notices/index.html").texts("rows", "title") == ["乙"])
    #expect(try last.view("index.html").texts("latest", "title") == ["乙"])
    let after = try await site("pinned_until: 2026-11-22", "2026-11-23")
    for path in Self.lists { #expect(try after.view(path).list("pinned").isEmpty) }
    #expect(try after.view("notices/index.html").texts("rows", "title") == ["甲", "乙"])
    #expect(try after.view("index.html").texts("latest", "title") == ["甲", "乙"])
  }

  @Test func `a pinned notice that has expired is not pinned`() async throws {
    let site = try await site("pinned_until: 2026-12-31\nexpires: 2026-11-21", "2026-11-22")
    for path in Self.lists { #expect(try site.view(path).list("pinned").isEmpty) }
  }

  @Test func `a pinned 公示 that is open stands in the place of its own, once`() async throws {
    let site = try await site(
      "pinned_until: 2026-12-31\npublicity: {from: 2026-11-20, working_days: 5, contact: 办公室}",
      "2026-11-23")
    #expect(try site.view("index.html").list("pinned").isEmpty)
    #expect(try site.view("index.html").texts("open_publicity", "title") == ["甲"])
  }

  @Test(arguments: ["draft", "scheduled"])
  func `with --drafts a draft and a scheduled record are shown, marked`(mark: String) async throws {
    let site = try await site(
      mark == "draft" ? "draft: true" : "publish: 2027-01-01", "2026-11-22", showsDrafts: true)
    #expect(
      site.outputs(holding: "notices/a.html") == Self.everywhere.filter { !["feed.xml", "sitemap.xml"].contains($0) })
    #expect(try site.view("notices/a.html").text(mark) == "true")
    #expect(try site.html("notices/a.html").contains("class=\"status\""))
    #expect(site.compilation.leftOut == [])
  }

  @Test func `a published record may neither link to nor name one that is not published`() async throws {
    let site = try await BuiltSite([
      "notices/a.md": notice("草稿", "2026-11-20", "draft: true"),
      "notices/b.md": notice("乙", "2026-11-10", body: "[见方案](a.md)"),
      "notices/c.md": notice("丙", "2026-11-10", "result_of: notices/a"),
    ])
    #expect(site.codes == ["link-unpublished", "reference-unpublished"])
  }

  @Test func `a draft may link to another draft`() async throws {
    let site = try await BuiltSite([
      "notices/a.md": notice("草稿", "2026-11-20", "draft: true"),
      "notices/b.md": notice("乙", "2026-11-10", "draft: true", body: "[见方案](a.md)"),
    ])
    #expect(site.codes == [])
  }

  @Test(arguments: unfinished.indices)
  func `a draft that is far from finished never stops publishing`(index: Int) async throws {
    let site = try await BuiltSite([
      "notices/a.md": Self.unfinished[index], "notices/b.md": notice("乙", "2026-11-10"),
    ])
    let errors = site.diagnostics.filter { $0.severity != .note }
    #expect(errors.map { "\($0.place) \($0.code)" } == [])
    #expect(site.compilation.leftOut.map(\.path) == ["content/notices/a.md"])
    #expect(site.pagePaths.contains("notices/b.html"))
    #expect(!site.pagePaths.contains("notices/a.html"))
  }

  static let unfinished = [
    "---\ndraft: true\n---\n",
    "---\n草稿: 是\n标题: 方案\n---\n",
    "---\ntitle: 方案\ndate: 待定\nkind: 通知\ndraft: true\n---\n",
    "---\ntitle: 方案\ndate: 2026-02-30\nkind: 待定\ndraft: true\n---\n",
    "---\ntitle: 方案\ndate: 2026-11-30\nkind: 通知\ndraft: true\nattachments: [{file: 以后.docx}]\n---\n",
    "---\ntitle: 方案\ndate: 2026-11-30\nkind: 通知\ndraft: true\n---\n\n[见](以后.md) ![图](以后.png) [片](javascript:x)\n",
    "---\ntitle: 方案\ndate: 2026-11-30\nkind: 通知\ndraft: true\n---\n\n[见](#以后) <b>粗</b>\n",
    "---\ntitle: 方案\ndate: 2026-11-30\nkind: 公示\ndraft: true\n---\n",
    "---\ntitle: 方案\ndate: 2026-11-30\nkind: 公告\ndraft: true\nresult_of: notices/以后\n---\n",
  ]
}
