import BanbaoDiagnostics
import BanbaoTheme
import TestSupport
import Testing

@testable import BanbaoSite

@Suite struct TagTests {
  @Test func `tags of all kinds are gathered, the commonest first`() async throws {
    let site = try await BuiltSite([
      "notices/a.md": notice("甲", "2026-01-01", "tags: [安全, 慰问]"),
      "honours/b.md": honour("乙", "2026-01-02", "tags: [慰问]"),
    ])
    let index = try site.view("tags/index.html")
    #expect(index.texts("tags", "name") == ["慰问", "安全"])
    #expect(index.texts("tags", "count") == ["2", "1"])
    #expect(try site.view("tags/慰问/index.html").texts("rows", "title") == ["乙", "甲"])
    #expect(try site.view("tags/慰问/index.html").texts("rows", "folder_label") == ["荣誉", "通知"])
    #expect(try site.view("notices/a.html").text("tags_index") == "tags/index.html")
  }

  @Test func `a record that names a tag twice stands in its list once`() async throws {
    let site = try await BuiltSite(["notices/a.md": notice("甲", "2026-01-01", "tags: [慰问, 慰问]")])
    #expect(try site.view("tags/慰问/index.html").texts("rows", "title") == ["甲"])
    #expect(try site.view("tags/index.html").texts("tags", "count") == ["1"])
  }

  @Test func `tags that differ by case only are reported at both places`() async throws {
    let site = try await BuiltSite([
      "notices/a.md": notice("甲", "2026-01-01", "tags: [AED]"),
      "notices/b.md": notice("乙", "2026-01-02", "tags: [aed]"),
    ])
    #expect(site.codes == ["path-clash", "path-clash"])
    #expect(
      site.diagnostics.map(\.place) == [
        Place("content/notices/a.md", line: 5, column: 8, length: 3),
        Place("content/notices/b.md", line: 5, column: 8, length: 3),
      ])
  }

  @Test(arguments: [
    ("a/b", "tags/a-b"), ("..", "tags/--"), ("C#", "tags/C-"), ("50%", "tags/50-"),
    ("上\u{7}下", "tags/上-下"), ("e\u{301}", "tags/\u{E9}"),
  ])
  func `a tag that cannot be a folder's name gets one that can`(tag: String, folder: String) {
    #expect(Array(tagFolder(tag).unicodeScalars) == Array(folder.unicodeScalars))
  }

  @Test func `tags with one folder are reported`() async throws {
    let site = try await BuiltSite([
      "notices/a.md": notice("甲", "2026-01-01", "tags: [a/b, a-b]")
    ])
    #expect(Set(site.codes) == ["path-clash"])
  }

  @Test func `one tag in two Unicode forms is one tag`() async throws {
    let site = try await BuiltSite([
      "notices/a.md": notice("甲", "2026-01-01", "tags: [\"caf\\u00e9\"]"),
      "notices/b.md": notice("乙", "2026-01-02", "tags: [\"cafe\\u0301\"]"),
    ])
    #expect(site.codes == [])
    #expect(try site.view("tags/café/index.html").list("rows").count == 2)
  }

  @Test func `without tags there are no pages of tags and no links to them`() async throws {
    let site = try await BuiltSite(["notices/a.md": notice("甲", "2026-01-01")])
    #expect(site.outputs(holding: "tags/") == [])
  }
}
