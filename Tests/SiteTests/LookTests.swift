import BanbaoDiagnostics
import BanbaoDisk
import BanbaoSource
import TestSupport
import Testing

@testable import BanbaoSite

@Suite struct `The look that a site gives its theme` {
  private func site(_ settings: String, theme: [String: String] = [:], content: [String: String] = [:]) async throws
    -> BuiltSite
  {
    let own = SourceTree(label: "theme", texts: theme.mapValues { Array($0.utf8) })
    let files = content.merging(["notices/a.md": notice("甲", "2026-11-02")]) { given, _ in given }
    return try await BuiltSite(files, settings: settings, theme: overlay(own, over: embeddedTheme()))
  }

  @Test(arguments: ["theme: {colour: \"#1a5fb4\"}", "主题: {颜色: 1A5FB4}", "theme: {colour: ＃1a5fb4}"])
  func `is a colour on every page, readable by day and by night`(settings: String) async throws {
    let site = try await site(settings)
    #expect(site.said == [])
    let styles = try site.machineFile("assets/theme.css")
    #expect(styles.contains("--red: #1a5fb4;"))
    let inks = styles.matches(of: /--red-ink: (#[0-9a-f]{6})/).compactMap { Colour(reading: String($0.output.1)) }
    try #require(inks.count == 3)
    #expect(inks[0].contrast(with: .paper) >= 7 && inks[1].contrast(with: .night) >= 7 && inks[1] == inks[2])
    #expect(try site.html("notices/a.html").contains("href=\"../assets/theme.css\""))
    #expect(try site.html("board.html").contains("href=\"assets/theme.css\""))
  }

  @Test(arguments: ["#ffd700", "#fff", "#e5e5e5", "#ff6600"])
  func `takes no colour that is hard to read, and offers one of the same hue that it takes`(text: String) async throws {
    let refused = try await site("theme: {colour: \"\(text)\"}")
    #expect(refused.codes == ["theme-colour"])
    let help = try #require(refused.diagnostics.first?.help?.zh)
    let offered = try #require(help.firstMatch(of: /"(#[0-9a-f]{6})"/)?.output.1)
    #expect(try await site("theme: {colour: \"\(offered)\"}").codes == [])
  }

  @Test(arguments: ["red", "\"#12345\"", "\"#12345g\"", "中国红"])
  func `takes no word for a colour`(text: String) async throws {
    #expect(try await site("theme: {colour: \(text)}").codes == ["theme-colour"])
  }

  @Test func `is a mark and an icon from the theme's assets or from the content folder`() async throws {
    let site = try await site(
      "theme: {logo: 会徽.svg, favicon: icon.png}", theme: ["assets/icon.png": "x"], content: ["会徽.svg": "<svg/>"])
    #expect(!site.codes.contains("theme-file-missing"))
    let html = try site.html("notices/a.html")
    #expect(html.contains("src=\"../%E4%BC%9A%E5%BE%BD.svg\""))
    #expect(html.contains("<link rel=\"icon\" type=\"image/png\" href=\"../assets/icon.png\">"))
    #expect(site.plan.files.contains { $0.path == "会徽.svg" })
  }

  @Test(arguments: [
    ("logo: assets/没有.svg", "theme-file-missing"), ("logo: https://cdn.example/a.svg", "theme-loads-foreign"),
    ("favicon: //cdn.example/a.ico", "theme-loads-foreign"), ("logo: assets/site.css", "theme-picture"),
    ("logo: ../secret.png", "theme-file-missing"), ("logo: private/a.png", "theme-file-missing"),
  ])
  func `is told what pages would not get`(line: String, code: String) async throws {
    let site = try await site("theme: {\(line)}", content: ["private/a.png": "x"])
    #expect(site.codes == [code])
    #expect(site.diagnostics.first?.place.path == "content/site.yaml")
    #expect(try site.html("notices/a.html").contains("assets/favicon.svg"))
  }

  @Test func `is rules of style of its own after all others, and checked as they are`() async throws {
    let plain = try await site("")
    #expect(!(try plain.html("index.html")).contains("extra.css"))
    let own = try await site("theme: {colour: \"#1a5fb4\"}", theme: ["assets/extra.css": "p { color: #000 }"])
    #expect(own.codes == [])
    let sheets = try own.html("notices/a.html").matches(of: /rel="stylesheet" href="([^"]*)"/).map {
      String($0.output.1)
    }
    #expect(sheets == ["../assets/site.css", "../assets/print.css", "../assets/theme.css", "../assets/extra.css"])
    let remote = try await site("", theme: ["assets/extra.css": "@import \"https://fonts.example/a.css\";"])
    #expect(remote.codes == ["theme-loads-foreign"])
  }

  @Test func `measures contrast as WCAG does`() {
    #expect(abs(Colour.black.contrast(with: .white) - 21) < 0.001)
    #expect(abs(Colour(0x77, 0x77, 0x77).contrast(with: .white) - 4.478) < 0.001)
    #expect(abs(Colour(0x1A, 0x5F, 0xB4).contrast(with: .white) - 6.288) < 0.001)
  }
}
