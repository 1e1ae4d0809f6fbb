import BanbaoDiagnostics
import BanbaoDisk
import BanbaoSource
import TestSupport
import Testing

@testable import BanbaoSite

@Suite struct `A site's own theme` {
  /// What nearly every template in these tests is.
  private let behind = "template-override-behind"

  private func site(_ theme: [String: String]) async throws -> BuiltSite {
    let own = SourceTree(label: "theme", texts: theme.mapValues { Array($0.utf8) })
    return try await BuiltSite(
      ["notices/a.md": notice("甲", "2026-11-02")], theme: overlay(own, over: embeddedTheme()))
  }

  /// Whatever a theme does wrong, its author is told at a file that is there.
  private func places(_ theme: [String: String]) async throws -> [String] {
    try await site(theme).diagnostics.map(\.place.path).filter { $0.hasPrefix("theme/") }
  }

  @Test func `may change one word of the interface, the others stay`() async throws {
    let site = try await site(["strings/zh-Hans.yaml": "all_tags: 所有标签\n"])
    #expect(site.codes == [])
    let home = try site.html("index.html")
    #expect(home.contains("所有标签") || !home.contains("全部标签"))
    #expect(home.contains("回到首页") || home.contains("首页"))
  }

  @Test func `with a word in one language is told to write the other`() async throws {
    let site = try await site(["strings/zh-Hans.yaml": "motto: 为职工\n"])
    #expect(site.said == ["theme/strings/zh-Hans.yaml:1:1: “motto”只有中文，没有英文 [string-missing]"])
  }

  @Test(arguments: [
    (#"<img src="{{root}}assets/logo.png">"#, "theme-file-missing", 11),
    (#"<img src="/assets/favicon.svg">"#, "theme-file-missing", 11),
    (#"<link rel="stylesheet" href="https://fonts.example/a.css">"#, "theme-loads-foreign", 30),
    ("<script src='x'></script><script>alert(1)</script>", "theme-loads-foreign", 27),
    (#"<p style="color: red">"#, "theme-loads-foreign", 4), (#"<p onclick="x()">"#, "theme-loads-foreign", 4),
  ])
  func `is told what its pages load and do not get`(line: String, code: String, column: Int) async throws {
    let site = try await site(["templates/partials/tags.mustache": line])
    #expect(site.codes.filter { $0 != behind } == [code])
    #expect(
      site.diagnostics.first { $0.code != behind }?.place.start
        == Place("theme/templates/partials/tags.mustache", line: 1, column: column))
  }

  @Test func `that ends its lines with CRLF is told the line`() async throws {
    let site = try await site([
      "templates/partials/tags.mustache": "<p>\r\n</p>\r\n<img src=\"{{root}}assets/logo.png\">\r\n"
    ])
    #expect(site.codes.filter { $0 != behind } == ["theme-file-missing"])
    #expect(
      site.diagnostics.first { $0.code != behind }?.place.start
        == Place("theme/templates/partials/tags.mustache", line: 3, column: 11))
  }

  @Test func `is told what its styles load and do not get`() async throws {
    let site = try await site([
      "assets/site.css": """
      @import "https://fonts.example/a.css";
      body { background: url(bg.png) }
      p { background: url("favicon.svg"); mask: url(data:image/png;base64,AAAA) }
      """
    ])
    #expect(site.codes.sorted() == ["theme-file-missing", "theme-loads-foreign"])
  }

  @Test func `may link to other sites and load what it has`() async throws {
    let site = try await site([
      "templates/partials/tags.mustache": """
      <a href="https://union.example/">总工会</a><img src="{{root}}assets/favicon.svg" alt="">
      <link rel="canonical" href="https://union.example/">
      """
    ])
    #expect(site.codes.filter { $0 != behind } == [])
  }

  @Test func `that is older than the program's is noted, and is not once it says what it leaves out`() async throws {
    let path = "templates/partials/tags.mustache"
    let site = try await site([path: "<p>{{#tags}}{{name}}{{/tags}}</p>"])
    #expect(site.codes == [behind])
    let note = try #require(site.diagnostics.first)
    #expect(note.severity == .note)
    #expect(note.place == Place("theme/" + path))
    let help = try #require(note.help?.zh)
    let start = try #require(help.firstRange(of: "{{!"))
    let end = try #require(help.firstRange(of: "}}"))
    let comment = help[start.lowerBound..<end.upperBound]
    #expect(try await self.site([path: "\(comment)<p>{{#tags}}{{name}}{{/tags}}</p>"]).codes == [])
    let shared = [
      "templates/partials/own.mustache": String(comment), path: "{{>partials/own}}{{#tags}}{{name}}{{/tags}}",
    ]
    #expect(try await self.site(shared).codes == [])
  }

  @Test func `that is the program's own is noted nowhere`() async throws {
    let theme = embeddedTheme()
    let site = try await BuiltSite(
      ["notices/a.md": notice("甲", "2026-11-02")],
      theme: overlay(
        SourceTree(
          label: "theme",
          files: theme.files.map { SourceTree.File(path: $0.path, size: $0.size, version: "1") }, read: theme.read),
        over: theme))
    #expect(site.codes == [])
  }

  @Test(arguments: [
    ["templates/notice.mustache": "{{<base}}{{$main}}{{title}}{{/main}}{{/base}}"],
    ["templates/partials/tags.mustache": "{{nothing}}"], ["templates/base.mustache": "<title>{{title}}</title>"],
    ["strings/en.yaml": "all_tags: [a\n"], ["templates/partials/row.mustache": "{{#if x}}{{/if}}"],
  ])
  func `is never told of a file that only the program has`(theme: [String: String]) async throws {
    let own = Set(theme.keys.map { "theme/" + $0 })
    #expect(try await places(theme).filter { !own.contains($0) } == [])
  }
}
