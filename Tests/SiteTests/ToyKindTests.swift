import BanbaoDiagnostics
import BanbaoSource
import BanbaoTheme
import TestSupport
import Testing

@testable import BanbaoSite

/// The engine knows kinds only through `RecordKind`: a kind of a few lines makes a site.
@Suite struct ToyKindTests {
  @Test func `a kind of a few lines gets pages, a list, a menu item and tags`() async throws {
    let site = try await toySite([
      "toys/ball.md": "---\ntitle: 球\ndate: 2026-01-02\ncolour: 红\ntags: [圆]\n---\n\n**好球**\n",
      "toys/2025/cube.yaml": "{title: 积木, date: 2025-01-02, 颜色: 蓝}",
    ])
    #expect(site.codes == [])
    #expect(
      site.pagePaths == [
        "404.html", "accessibility.html", "board.html", "index.html", "search.html", "tags/index.html",
        "tags/圆/index.html", "toys/2025/cube.html",
        "toys/ball.html", "toys/index.html",
      ])
    #expect(try site.html("toys/ball.html") == "球 红 <p><strong>好球</strong></p>\n.")
    #expect(try site.html("toys/index.html") == "球 积木 .")
    #expect(try site.view("index.html").texts("menu", "label") == ["玩具柜"])
  }

  @Test func `what a kind's check finds is reported with the rest, in order`() async throws {
    let site = try await toySite([
      "toys/b.md": "---\ntitle: 乙\ndate: 2026-01-02\ncolour: 黑\n---\n",
      "toys/a.md": "---\ntitle: 甲\ndate: 2026-01-02\ncolor: 红\n---\n",
    ])
    #expect(
      site.diagnostics.map { "\($0.place.path) \($0.code)" } == [
        "content/toys/a.md unknown-key", "content/toys/b.md toy-black",
      ])
  }

  @Test func `a record in the folder of no kind is reported with the nearest folder`() async throws {
    let site = try await toySite(["toy/a.md": ""])
    #expect(site.codes == ["unknown-folder"])
    #expect(site.diagnostics.first?.help?.en == "did you mean “toys”?")
  }

  @Test(arguments: [30, 31])
  func `a section without news for too long is warned of`(days: Int) async throws {
    let site = try await toySite(
      ["toys/a.md": "---\ntitle: 甲\ndate: 2026-01-02\n---\n"],
      settings: "thresholds: {toys: 30}", today: Day("2026-01-02").adding(days: days))
    #expect(site.codes == (days > 30 ? ["section-stale"] : []))
    let board = try await BuiltSite(
      ["notices/a.md": notice("甲", "2026-01-02")], today: Day("2026-01-02").adding(days: days),
      settings: "thresholds: {notices: 30}")
    #expect(board.codes == (days > 30 ? ["section-stale"] : []))
  }

  private func toySite(
    _ files: [String: String], settings: String = "", today: Day = "2026-11-22"
  ) async throws -> BuiltSite {
    var templates = [
      "toy": "{{title}} {{colour}} {{{body}}}.", "toys": "{{#rows}}{{title}} {{/rows}}.",
    ]
    for page in BanbaoSite.templates(SiteModel(kinds: [])) { templates[page.template] = "" }
    let theme = SourceTree(
      label: "theme",
      texts: Dictionary(
        uniqueKeysWithValues: templates.map { ("templates/\($0).mustache", Array($1.utf8)) }))
    return try await BuiltSite(
      files, today: today, settings: settings, model: SiteModel(kinds: [Toy.self]), theme: theme)
  }
}

private struct Toy: RecordKind {
  var colour: String

  static let folder = "toys"
  static let name = Wording("玩具", en: "Toy")
  static let section = Wording("玩具柜", en: "Toys")
  static let templates: [TemplateDeclaration] = [page.declaration, list.declaration]
  private static let page = Template<RecordPage<Toy>>(
    "toy", .of(recordNames) { $0.parts }, .text("colour") { $0.record.colour })
  private static let list = Template<[Row]>("toys", .list("rows", rowNames) { $0 })

  static let black = Rule("toy-black", .warning, Wording("黑", en: "black"), wrong: "黑", right: "白")

  private static let colourKey = Key.text("colour", "颜色", Wording("颜色", en: "the colour"))

  init?(reading fields: inout FieldReader) { colour = fields.read(Self.colourKey)?.value ?? "" }

  static func check(_ entries: [Entry<Toy>], in library: Library) -> [Diagnostic] {
    entries.filter { $0.record.colour == "黑" }.map { black.at($0.place, Wording("黑", en: "black")) }
  }

  static func pages(_ entries: [Entry<Toy>], in library: Library) -> [PagePlan] {
    let list = PagePlan(
      Self.list, path: "toys/index.html", title: library.words(section), origin: library.origin(folder),
      section: folder
    ) { entries.map { $0.row(library, name: name) } }
    return recordPages(entries, in: library, page) + [list]
  }
}
