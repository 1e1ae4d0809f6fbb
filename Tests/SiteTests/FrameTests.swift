import BanbaoDiagnostics
import BanbaoSource
import BanbaoTheme
import TestSupport
import Testing

@testable import BanbaoSite

/// What every page sees: menu, crumbs, root, words.
@Suite struct FrameTests {
  private static let files = [
    "notices/2026/a.md": notice("甲", "2026-01-01"),
    "honours/b.md": honour("乙", "2026-01-02"),
    "pages/about.md": "---\ntitle: 关于我们\ndate: 2026-01-01\nmenu: 关于\norder: 2\n---\n",
    "pages/联系.md": "---\ntitle: 联系\ndate: 2026-01-01\nmenu: true\norder: 1\n---\n",
    "pages/other.md": "---\ntitle: 其他\ndate: 2026-01-01\n---\n",
  ]

  @Test func `without a menu in site.yaml the kinds come first, then the pages by their order`() async throws {
    let view = try await BuiltSite(Self.files).view("index.html")
    #expect(view.texts("menu", "label") == ["通知公告", "光荣榜", "工作总结", "联系", "关于"])
    #expect(
      view.texts("menu", "url") == [
        "notices/index.html", "honours/index.html", "summary/index.html", "pages/%E8%81%94%E7%B3%BB.html",
        "pages/about.html",
      ])
  }

  @Test func `a menu in site.yaml decides the order, and may name a page that is in no menu by itself`() async throws {
    let site = try await BuiltSite(
      Self.files, settings: "menu: [pages/other, honours, pages/about]")
    #expect(try site.view("index.html").texts("menu", "label") == ["其他", "光荣榜", "关于"])
    #expect(site.codes == [])
  }

  @Test(arguments: ["", "menu: [notices, pages/手册, pages/about]"])
  func `a handbook stands at the foot and in no menu, whatever site.yaml says`(settings: String) async throws {
    var files = Self.files
    files["pages/手册.md"] = "---\ntitle: 手册\ndate: 2026-01-01\nmenu: true\nfields: true\n---\n"
    let site = try await BuiltSite(files, settings: settings)
    let view = try site.view("index.html")
    #expect(!view.texts("menu", "label").contains("手册"))
    #expect(!view.texts("all_sections", "label").contains("手册"))
    #expect(view.texts("for_writers", "label") == ["手册"])
    #expect(site.codes == [])
  }

  @Test func `what no row of a desk's screen has room for is a step away, and a menu that has room is whole`() {
    func items(_ labels: [String]) -> [MenuItem] {
      labels.map { MenuItem(target: $0, label: $0, url: "\($0).html", order: 0) }
    }
    let eleven = Array(repeating: "通知公告", count: 11)
    #expect(Menu(items(eleven + ["联系"]), offered: []).rowCount == 12)
    #expect(Menu(items(eleven + ["组织机构", "联系"]), offered: []).rowCount == 11)
    #expect(Menu([], offered: []).rowCount == 0)
  }

  @Test(arguments: ["", "bilingual: true"])
  func `English stands beside Chinese headings only where site.yaml asks for it`(settings: String) async throws {
    let site = try await BuiltSite(Self.files, settings: settings)
    for path in ["index.html", "notices/index.html", "summary/2026.html"] {
      let html = try site.html(path)
      #expect(html.contains("lang=\"en\"") == !settings.isEmpty, "\(path)")
      #expect(html.contains("class=\"other\"") == !settings.isEmpty, "\(path)")
    }
  }

  @Test(arguments: ["", "activities/a.md"])
  func `a section with nothing to show yet is left out of a menu in site.yaml, in silence`(draft: String) async throws {
    var files = Self.files
    if !draft.isEmpty { files[draft] = "---\ntitle: 拔河\ndate: 2026-11-02\nkind: 文体\ndraft: true\n---\n" }
    let site = try await BuiltSite(files, settings: "menu: [activities, honours, finance, visits]")
    #expect(try site.view("index.html").texts("menu", "label") == ["光荣榜"])
    #expect(site.diagnostics.filter { $0.code == "menu-target" } == [])
  }

  @Test(arguments: [60, 61])
  func `a menu of more than 60 items is told of, and the last of them are found in their list`(count: Int) async throws
  {
    let pages = (1...count).map {
      ("pages/\($0).md", "---\ntitle: 第\($0)页\ndate: 2026-01-01\nmenu: true\norder: \($0)\n---\n")
    }
    let site = try await BuiltSite(Dictionary(uniqueKeysWithValues: pages))
    let labels = try site.view("index.html").texts("menu", "label")
    #expect(labels == (1...60).map { "第\($0)页" } + (count > 60 ? ["资料"] : []))
    #expect(site.codes == (count > 60 ? ["menu-long"] : []))
    #expect(site.pagePaths.contains("pages/index.html"))
    let order = (0..<count).map { "pages/\(count - $0)" }
    let ordered = try await BuiltSite(
      Dictionary(uniqueKeysWithValues: pages), settings: "menu: [\(order.joined(separator: ", "))]")
    #expect(ordered.said.map { String($0.prefix(20)) } == (count > 60 ? ["content/site.yaml:3:"] : []))
  }

  @Test func `a section that leads a menu which is too long stands there once`() async throws {
    let names = (1...61).map { "notices/\($0)" }
    let site = try await BuiltSite(
      Dictionary(uniqueKeysWithValues: names.map { ("\($0).md", notice("一则", "2026-03-08")) }),
      settings: "menu: [notices, \(names.joined(separator: ", "))]")
    let labels = try site.view("index.html").texts("menu", "label")
    #expect(labels == ["通知公告"] + [String](repeating: "一则", count: 59))
  }

  @Test func `a menu target without content is reported with a near miss`() async throws {
    let site = try await BuiltSite(Self.files, settings: "menu: [honor, pages/abuot]")
    #expect(site.codes == ["menu-target", "menu-target"])
    #expect(
      site.diagnostics.map { $0.help?.en } == [
        "did you mean “honours”?", "did you mean “pages/about”?",
      ])
    #expect(site.diagnostics.map(\.place.path) == ["content/site.yaml", "content/site.yaml"])
  }

  @Test func `the menu item of the page's section is the current one`() async throws {
    let site = try await BuiltSite(Self.files)
    #expect(
      try site.view("notices/2026/a.html").texts("menu", "current").prefix(2) == ["true", "false"])
    #expect(try site.view("pages/about.html").texts("menu", "current").last == "true")
    #expect(try !site.view("index.html").texts("menu", "current").contains("true"))
  }

  @Test func `a page knows the way to the site's root, and its parents`() async throws {
    let site = try await BuiltSite(Self.files)
    #expect(try site.view("index.html").text("root") == "")
    let view = try site.view("notices/2026/a.html")
    #expect(view.text("root") == "../../")
    #expect(view.texts("crumbs", "label") == ["通知公告"])
    #expect(view.texts("crumbs", "url") == ["notices/index.html"])
    #expect(try site.html("notices/2026/a.html").contains("href=\"../../assets/site.css\""))
  }

  @Test func `an English site speaks English and shows Chinese beside it`() async throws {
    let site = try await BuiltSite(Self.files, settings: "language: en")
    let view = try site.view("notices/index.html")
    #expect(view.text("lang") == "en")
    #expect(view.text("heading") == "Notices" && view.text("heading2") == "通知公告")
    #expect(try site.view("notices/2026/a.html").view("date")?.text("text") == "1 January 2026")
    #expect(try site.html("notices/index.html").contains("<html lang=\"en\">"))
  }

  @Test func `there is a page for addresses that do not exist, and it is not in the sitemap`() async throws {
    let site = try await BuiltSite(Self.files, settings: "base_url: http://board.example")
    #expect(try site.page("404.html").template == "not-found")
    #expect(try !site.machineFile("sitemap.xml").contains("404"))
  }

  @Test(arguments: ["http://board.example": "/", "https://host.example:8080/union/board/": "/union/board/"])
  func `the page for what is missing links from the path of the site's address`(address: String, root: String)
    async throws
  {
    let html = try await BuiltSite(Self.files, settings: "base_url: \(address)").html("404.html")
    #expect(html.contains(" href=\"\(root)assets/site.css\"") && html.contains(" href=\"\(root)notices/index.html\""))
    let links = html.matches(of: /(?:href|src)="([^"]*)"/).map { String($0.output.1) }
    #expect(links.filter { !$0.hasPrefix(root) && !$0.hasPrefix(address) && !$0.hasPrefix("#") } == [])
  }

  @Test func `without an address the page for what is missing needs no other file`() async throws {
    let html = try await BuiltSite(Self.files).html("404.html")
    #expect(html.contains("找不到这个页面") && html.hasPrefix("<!DOCTYPE html>"))
    #expect(!html.contains("href=") && !html.contains("src="))
  }

  @Test func `a kind without records has no pages and no menu item`() async throws {
    let site = try await BuiltSite(["notices/a.md": notice("甲", "2026-01-01")])
    #expect(site.outputs(holding: "activities") == [])
  }

  @Test func `a site without any record has its home page`() async throws {
    let site = try await BuiltSite([:])
    #expect(site.codes == [])
    #expect(site.pagePaths == ["404.html", "accessibility.html", "board.html", "index.html", "search.html"])
  }

  @Test func `without site.yaml the build says so`() async throws {
    let site = try await BuiltSite(
      content: SourceTree(label: "content", texts: [:]), model: SiteModel(kinds: []),
      theme: SourceTree(label: "theme", texts: [:]))
    #expect(site.codes.contains("site-missing"))
  }

  @Test
  func
    `the day of the build stands on the home page and the board alone, so that another day's build rewrites nothing else`()
    async throws
  {
    let files = Self.files
    let today = try await BuiltSite(files, today: "2026-11-22").outputs
    let tomorrow = try await BuiltSite(files, today: "2026-11-23").outputs
    let changed = zip(today, tomorrow).filter { $0.text != $1.text }.map(\.0.path)
    #expect(changed == ["board-version.js", "board.html", "index.html"])
  }
}
