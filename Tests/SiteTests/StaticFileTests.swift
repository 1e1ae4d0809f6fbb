import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import TestSupport
import Testing

@Suite struct `What lies in content/static` {
  private func site(_ files: [String: String]) async throws -> BuiltSite {
    try await BuiltSite(files.merging(["notices/a.md": notice("甲", "2026-11-02")]) { given, _ in given })
  }

  @Test func `is published as it is, at the top of the site`() async throws {
    let site = try await site([
      "static/robots.txt": "User-agent: *\n", "static/web.config": "<configuration/>\r\n", "static/空.txt": "",
    ])
    #expect(site.codes == [])
    let copies = site.plan.copies.filter { !$0.isAsset }
    #expect(copies.map(\.path).sorted() == ["robots.txt", "web.config", "空.txt"])
    let config = try #require(copies.first { $0.path == "web.config" })
    #expect(try config.tree.read(config.file) == Array("<configuration/>\r\n".utf8))
  }

  @Test(arguments: [
    "index.html", "INDEX.html", "notices/旧.txt", "Notices/旧.txt", "search/a.js", "assets/site.css", "manifest.sha256",
    "search.html", "finance/a.csv", "-/desk.html",
  ])
  func `takes no name of the site's own`(path: String) async throws {
    let site = try await site(["static/\(path)": "x"])
    #expect(site.codes == ["static-name-taken"])
    #expect(site.diagnostics.first?.place.path == "content/static/\(path)")
  }

  @Test(arguments: ["安装.exe", "a/start.BAT", "index.php"])
  func `is no program`(path: String) async throws {
    let site = try await site(["static/\(path)": "x"])
    #expect(site.codes == ["static-program"])
    #expect(!site.plan.files.contains { $0.path == path })
  }

  @Test(arguments: [[0x7F, 0x45, 0x4C, 0x46, 2], [0x4D, 0x5A, 0x90, 0, 3]] as [[UInt8]])
  func `is no program under another name`(start: [UInt8]) async throws {
    let site = try await BuiltSite(bytes: [
      "notices/a.md": Array(notice("甲", "2026-11-02").utf8), "static/安装": start + Array(repeating: 0, count: 600),
    ])
    #expect(site.codes == ["static-program"])
    #expect(!site.plan.files.contains { $0.path == "安装" })
  }

  @Test(arguments: ["verify.html", "config.xml", "名单.txt", "说明"])
  func `gives nobody away, whatever its type`(path: String) async throws {
    let site = try await site([
      "static/\(path)": "<p>赵一鸣</p>\n<p>11010519491231002X</p>\n", "private/people.yaml": "- 赵一鸣\n",
    ])
    #expect(site.codes == ["private-name", "identity-number"])
    #expect(site.diagnostics.allSatisfy { $0.place.path == "content/static/\(path)" && $0.place.line > 0 })
  }

  @Test func `in two cases of letters are two sources of one file`() async throws {
    #expect(try await site(["static/a.txt": "x", "static/A.txt": "y"]).codes == ["path-clash", "path-clash"])
  }
}
