import TestSupport
import Testing

@Suite struct `The letterhead` {
  private static let head = "letterhead: {name: 某医院工会委员会文件}"

  private func page(_ fields: String, kind: String = "通知", settings: String = head) async throws -> String {
    let site = try await BuiltSite(
      ["notices/a.md": notice("放假", "2026-11-02", kind: kind, fields, body: "照常值班。")], settings: settings)
    #expect(site.codes == [])
    return try site.html("notices/a.html")
  }

  @Test(arguments: [head, "红头: {发文机关: 某医院工会委员会文件}"])
  func `stands with number, red rule and 版记 around a notice that bears a number`(settings: String) async throws {
    let html = try await page("number: 某医工〔2026〕1号", settings: settings)
    #expect(html.contains("<svg class=\"letterhead-name\" viewBox=\"0 0 1000 100\">"))
    #expect(html.contains(">某医院工会委员会文件</text>"))
    #expect(html.contains("<p class=\"letterhead-number\">某医工〔2026〕1号</p>"))
    #expect(html.contains("<span>某医院工会</span><span>2026年11月2日印发</span>"))
    // Outside the page's own text, so that no search finds a notice by it.
    let text = try #require(html.firstMatch(of: /(?s)<main.*<\/main>/)?.output)
    #expect(!text.contains("委员会文件") && !text.contains("印发"))
  }

  @Test func `stands on no other page`() async throws {
    for html in [
      try await page(""), try await page("number: 某医工〔2026〕1号", kind: "简报"),
      try await page("number: 某医工〔2026〕1号", settings: ""),
      try await page("number: 某医工〔2026〕1号", settings: "letterhead: {seal_note: 章在原件上}"),
    ] { #expect(!html.contains("letterhead")) }
  }

  @Test func `where a seal belongs, the page says so in words, in the site's own if it has some`() async throws {
    let sealed = "issuer: 某医院工会\nseal: true"
    #expect(try await page(sealed).contains("<p class=\"seal\">（印章见原件）</p>"))
    #expect(
      try await page(sealed, settings: "红头: {印章说明: 章在原件上}").contains("<p class=\"seal\">章在原件上</p>"))
    #expect(!(try await page("issuer: 某医院工会").contains("class=\"seal\"")))
  }

  @Test(arguments: [("工会", true), ("某医院工会", true), ("某县医院的工会", false), ("某某县医院工会委员会", false)])
  func `a day that is longer than its issuer is known as such`(issuer: String, isLonger: Bool) async throws {
    let html = try await page("issuer: \(issuer)")
    // 2026年11月2日 is six and a half characters.
    #expect(html.contains("signature-short") == isLonger)
  }

  @Test func `a key of it that is mistyped is an error`() async throws {
    let site = try await BuiltSite(["notices/a.md": notice("甲", "2026-11-02")], settings: "letterhead: {nam: 某文件}")
    #expect(site.codes == ["unknown-key"])
  }
}
