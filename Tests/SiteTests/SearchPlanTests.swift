import BanbaoSite
import BanbaoSource
import TestSupport
import Testing

/// What of a site is searched.
@Suite struct SearchPlanTests {
  private static let files = [
    "notices/2026/b.md": "---\ntitle: 新的\ndate: 2026-03-08\nkind: 通知\ntags: [文体]\n---\n正文\n",
    "notices/2025/a.md": "---\ntitle: 旧的\ndate: 2025-03-08\nkind: 通知\n---\n正文\n",
    "notices/2026/expired.md": "---\ntitle: 过期的\ndate: 2026-01-01\nkind: 通知\nexpires: 2026-02-01\n---\n正文\n",
    "notices/2026/draft.md": "---\ntitle: 草稿\ndate: 2026-04-01\nkind: 通知\ndraft: true\n---\n正文\n",
    "notices/2026/later.md": "---\ntitle: 以后的\ndate: 2026-04-01\nkind: 通知\npublish: 2027-01-01\n---\n正文\n",
    "plans/2026.md":
      "---\ntitle: 2026年计划\ndate: 2026-01-05\nyear: 2026\nitems:\n  - title: 春游\n    when: 2026-04\n---\n",
    "pages/about.md": "---\ntitle: 关于\ndate: 2024-01-05\n---\n正文\n",
  ]

  private func searched(_ showsDrafts: Bool = false) async throws -> [String] {
    try await BuiltSite(Self.files, showsDrafts: showsDrafts).plan.search.pages.map(\.path)
  }

  @Test func `records are searched from the oldest on, and so are pages made of several; lists and drafts are not`()
    async throws
  {
    #expect(
      try await searched() == [
        "accessibility.html", "summary/index.html", "pages/about.html", "notices/2025/a.html", "summary/2026.html",
        "notices/2026/expired.html", "plans/2026.html", "notices/2026/b.html",
      ])
  }

  @Test func `the preview searches what it shows`() async throws {
    let paths = try await searched(true)
    #expect(paths.contains("notices/2026/draft.html") && paths.contains("notices/2026/later.html"))
  }

  @Test func `the page of the search leads to every section and every year without a script`() async throws {
    let page = try await BuiltSite(Self.files).html("search.html")
    for link in ["notices/index.html", "plans/index.html", "notices/archive/2025.html", "notices/archive/2026.html"] {
      #expect(page.contains("href=\"\(link)\""), "\(link)")
    }
    #expect(!page.contains("id=\"site-search\""))
  }

  @Test func `every page has a field that leads to the search`() async throws {
    let site = try await BuiltSite(Self.files, settings: "base_url: http://board.example/tu/\n")
    // Nobody types at the lobby's screen.
    for page in site.plan.pages where !["search.html", "board.html"].contains(page.path) {
      let root = page.path == "404.html" ? "/tu/" : String(repeating: "../", count: page.path.count { $0 == "/" })
      #expect(try site.html(page.path).contains("action=\"\(root)search.html\""), "\(page.path)")
    }
  }
}
