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

  @Test func `tags that differ in case, width or spaces are one tag, spelt as most records spell it`() async throws {
    let site = try await BuiltSite([
      "notices/a.md": notice("甲", "2026-01-01", "tags: [AED 急救]"),
      "notices/b.md": notice("乙", "2026-01-02", "tags: [aed 急救, \"ＡＥＤ　急救 \"]"),
      "notices/c.md": notice("丙", "2026-01-03", "tags: [aed  急救, aed 急救]"),
    ])
    #expect(site.codes == [])
    #expect(try site.view("tags/index.html").texts("tags", "name") == ["aed 急救"])
    #expect(try site.view("tags/aed 急救/index.html").texts("rows", "title") == ["丙", "乙", "甲"])
    #expect(try site.view("notices/a.html").texts("tags", "name") == ["aed 急救"])
    #expect(try site.view("notices/b.html").texts("tags", "url") == ["tags/aed%20%E6%80%A5%E6%95%91/index.html"])
  }

  @Test(arguments: [
    ("a/b", "tags/a／b"), ("..", "tags/．．"), ("C#", "tags/C＃"), ("50%", "tags/50％"),
    ("上\u{7}下", "tags/上-下"), ("e\u{301}", "tags/\u{E9}"),
  ])
  func `a tag that cannot be a folder's name gets one that can`(tag: String, folder: String) {
    #expect(Array(tagFolder(tag).unicodeScalars) == Array(folder.unicodeScalars))
  }

  @Test func `tags that differ in a sign no folder's name has are two tags`() async throws {
    let site = try await BuiltSite(["notices/a.md": notice("甲", "2026-01-01", "tags: [a/b, a-b, \"a:b\"]")])
    #expect(site.codes == [])
    #expect(try site.view("tags/index.html").texts("tags", "name") == ["a-b", "a/b", "a:b"])
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
