import BanbaoDiagnostics
import BanbaoSource
import BanbaoTheme
import TestSupport
import Testing

@testable import BanbaoSite

@Suite struct ListTests {
  struct Cut: Sendable, CustomTestStringConvertible {
    var count: Int
    var sizes: [Int]
    var testDescription: String { "\(count) records" }
  }

  @Test(arguments: [
    Cut(count: 0, sizes: [0]), Cut(count: 1, sizes: [1]), Cut(count: 20, sizes: [20]),
    Cut(count: 21, sizes: [20, 1]), Cut(count: 40, sizes: [20, 20]),
    Cut(count: 41, sizes: [20, 20, 1]),
  ])
  func `a list is cut into pages of twenty`(cut: Cut) {
    let pages = paginate(count: cut.count, folder: "notices")
    #expect(pages.map(\.range.count) == cut.sizes)
    #expect(pages.first?.path == "notices/index.html")
    #expect(
      pages.dropFirst().map(\.path) == (1..<cut.sizes.count).map { "notices/page-\($0 + 1).html" })
    #expect((pages.first?.pager == nil) == (cut.sizes.count == 1))
  }

  @Test func `the pager of a long list shows its ends, the neighbours and gaps`() throws {
    let pages = paginate(count: 200, folder: "列表")
    let pager = try #require(pages[4].pager)
    #expect(pager.pages.map(\.label) == ["1", "…", "3", "4", "5", "6", "7", "…", "10"])
    #expect(pager.pages.firstIndex(where: \.isCurrent) == 4)
    #expect(pager.pages.count(where: \.isGap) == 2)
    #expect(pager.previous == "%E5%88%97%E8%A1%A8/page-4.html")
    #expect(pager.next == "%E5%88%97%E8%A1%A8/page-6.html")
  }

  @Test func `the first page has none before it and the last none after it`() throws {
    let pages = paginate(count: 41, folder: "notices")
    let first = try #require(pages.first?.pager)
    let last = try #require(pages.last?.pager)
    #expect(first.previous == "" && first.next == "notices/page-2.html")
    #expect(last.previous == "notices/page-2.html" && last.next == "")
  }

  /// 41 notices of 2025 and 2026, newest last.
  private static var many: [String: String] {
    var files: [String: String] = [:]
    for number in 1...41 {
      let year = number <= 30 ? 2025 : 2026
      let day = padded(number <= 30 ? number : number - 30, 2)
      files["notices/\(padded(number, 2)).md"] = notice(
        "第\(number)号", "\(year)-01-\(day)", kind: number == 7 ? "简报" : "通知")
    }
    return files
  }

  @Test func `the board shows every notice once, newest first, over its pages`() async throws {
    let site = try await BuiltSite(Self.many)
    let titles = try ["index", "page-2", "page-3"].flatMap {
      try site.view("notices/\($0).html").texts("rows", "title")
    }
    #expect(titles == (1...41).reversed().map { "第\($0)号" })
    #expect(try site.page("notices/page-2.html").title == "通知公告（第2页）")
    #expect(!site.pagePaths.contains("notices/page-4.html"))
  }

  @Test func `what is pinned stands on the first page of the board alone`() async throws {
    var files = Self.many
    files["notices/01.md"] = notice("第1号", "2025-01-01", "pinned_until: 2026-12-31")
    let site = try await BuiltSite(files)
    #expect(try site.view("notices/index.html").texts("pinned", "title") == ["第1号"])
    #expect(try site.view("notices/page-2.html").list("pinned").isEmpty)
  }

  @Test func `each year has an archive that holds all of its notices`() async throws {
    let site = try await BuiltSite(Self.many)
    let months = try ["2025", "2026"].map { try site.view("notices/archive/\($0).html").list("months") }
    #expect(months.map { $0.flatMap { $0.list("rows") }.count } == [30, 11])
    let years = try site.view("notices/archive/2025.html").list("years")
    #expect(years.map { $0.text("label") } == ["2026", "2025"])
    #expect(years.map { $0.text("count") } == ["11", "30"])
    #expect(years.map { $0.text("current") } == ["false", "true"])
  }

  @Test func `an archive is cut by its months, the last first, each with its count and a jump to it`() async throws {
    let site = try await BuiltSite([
      "notices/a.md": notice("甲", "2026-03-01"), "notices/b.md": notice("乙", "2026-03-09"),
      "notices/c.md": notice("丙", "2026-11-02"),
    ])
    let months = try site.view("notices/archive/2026.html").list("months")
    #expect(months.map { $0.text("label") } == ["11月", "3月"])
    #expect(months.map { $0.text("count") } == ["1", "2"])
    let html = try site.html("notices/archive/2026.html")
    #expect(html.contains("href=\"#m3\"") && html.contains("id=\"m3\""))
  }

  @Test func `the archive of a kind of sheets is cut by months too`() async throws {
    let visit = { (month: String) in
      "title: 探望\(month)\ndate: 2026-\(month)-05\nkind: 患病\nperson_times: 3\namount: 360\n"
    }
    let site = try await BuiltSite(["visits/a.yaml": visit("03"), "visits/b.yaml": visit("11")])
    #expect(try site.view("visits/archive/2026.html").texts("groups", "label") == ["11月", "3月"])
    #expect(try site.html("visits/archive/2026.html").contains("href=\"#m3\""))
    #expect(try site.view("visits/index.html").texts("groups", "label") == ["2026年"])
  }

  @Test func `the kinds that occur have a list each, in the order of their type after the list of all`() async throws {
    let site = try await BuiltSite(Self.many)
    let kinds = try site.view("notices/kind/简报/index.html").list("kinds")
    #expect(kinds.map { $0.text("label") } == ["全部", "通知", "简报"])
    #expect(kinds.map { $0.text("count") } == ["41", "40", "1"])
    #expect(kinds.map { $0.text("current") } == ["false", "false", "true"])
    #expect(try site.view("notices/kind/简报/index.html").texts("rows", "title") == ["第7号"])
    #expect(try site.view("notices/kind/通知/page-2.html").texts("kinds", "current")[1] == "true")
    #expect(!site.pagePaths.contains("notices/kind/邀请/index.html"))
  }

  @Test func `activities stand in groups by year, with their figures and results`() async throws {
    let site = try await BuiltSite([
      "activities/a.md": """
      ---
      title: 拔河
      date: 2026-03-26/2026-04-03
      kind: 文体
      people: 12000
      teams: 16
      results:
        - {event: 女子, place: 冠军, kind: 集体, recipient: 手术室队}
        - {event: 跳绳, place: 第一名, kind: 个人, recipient: 张小明}
      cost: {amount: 12118.40, account: 文体活动支出, vouchers: [付-1, 付-2]}
      ---
      """,
      "activities/b.md": "---\ntitle: 春游\ndate: 2025-04-01\nkind: 春秋游\n---\n",
    ])
    #expect(site.codes == [])
    let view = try site.view("activities/a.html")
    #expect(view.texts("figures", "value") == ["12,000", "16"])
    #expect(view.texts("results", "recipient") == ["手术室队", "张**"])
    #expect(view.view("cost")?.text("amount") == "12,118.40")
    #expect(view.text("days") == "2026年3月26日至4月3日")
    #expect(try site.view("activities/index.html").texts("groups", "label") == ["2026年", "2025年"])
    #expect(try site.view("activities/archive/2025.html").texts("months", "label") == ["4月"])
  }

  @Test func `neighbours are the older and the newer record of the same kind`() async throws {
    let site = try await BuiltSite([
      "notices/a.md": notice("甲", "2026-01-01"), "notices/b.md": notice("乙", "2026-01-02"),
      "notices/c.md": notice("丙", "2026-01-03"), "honours/d.md": honour("丁", "2026-01-02"),
    ])
    let view = try site.view("notices/b.html")
    #expect(view.view("previous")?.text("title") == "甲")
    #expect(view.view("next")?.text("title") == "丙")
    #expect(try site.view("notices/a.html")["previous"] == .absent)
    #expect(try site.view("notices/c.html")["next"] == .absent)
  }

  @Test func `records of one day stand in the order of their paths`() async throws {
    let site = try await BuiltSite([
      "notices/b.md": notice("乙", "2026-01-01"), "notices/a.md": notice("甲", "2026-01-01"),
    ])
    #expect(try site.view("notices/index.html").texts("rows", "title") == ["甲", "乙"])
  }
}

struct Missing: Error {
  var what: String
  init(_ what: String) { self.what = what }
}
