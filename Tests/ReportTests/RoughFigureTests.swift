import BanbaoDiagnostics
import TestSupport
import Testing

/// Figures that are known roughly: kept and printed as they are written, and rough in every sum.
@Suite struct RoughFigureTests {
  private static func activity(_ people: String) -> String {
    "title: 活动\(people.count)\ndate: 2026-03-0\(people.count)\nkind: 文体\nperson_times: \(people)"
  }

  private func total(_ figures: String...) async throws -> String {
    let files = Dictionary(
      uniqueKeysWithValues: figures.enumerated().map { ("activities/2026/\($0).md", Self.activity($1)) })
    let site = try await SystemSite(files)
    #expect(site.said == [])
    let summary = site.summary()
    return summary.matches(of: /参加([^，]*)人次，其中/).first.map { String($0.output.1) } ?? ""
  }

  @Test func `a count is printed as it is written, on its page and in the summary`() async throws {
    let site = try await SystemSite([
      "activities/2026/a.md": "title: 晚会\ndate: 2026-01-21\nkind: 联欢\n参加人数: 300余",
      "meetings/2026/b.md": "title: 茶话会\ndate: 2026-01-16\nkind: 座谈会\npeople: 约170",
    ])
    #expect(site.said == [])
    #expect(try site.page("activities/2026/a.html").contains("参加人数 300余 人"))
    #expect(try site.page("meetings/2026/b.html").contains("参加 约170 人"))
    #expect(site.summary().contains("《晚会》，300余人参加"))
    #expect(site.summary().contains("约170人参加"))
  }

  @Test func `a sum is as rough as its parts`() async throws {
    #expect(try await total("近300", "20") == "近320")
    #expect(try await total("300余", "20") == "320余")
    #expect(try await total("约300", "20") == "约320")
    #expect(try await total("近300", "20余") == "约320")
    #expect(try await total("近9990", "20") == "近10,010")
    #expect(try await total("300", "20") == "320")
  }

  @Test func `a rough amount is printed without fen, and its sum with an exact one too`() async throws {
    let site = try await SystemSite([
      "visits/2026/a.md": "title: 探望\ndate: 2026-03-02\nkind: 患病\nvisits: 5\namount: 800余元",
      "visits/2026/b.md": "title: 走访\ndate: 2026-09-20\nkind: 节日\nvisits: 1\namount: 200",
    ])
    #expect(site.said == [])
    #expect(try site.page("visits/2026/a.html").contains("金额 800余 元"))
    #expect(site.summary().contains("患病慰问5次，金额800余元"))
    #expect(site.summary().contains("慰问金额1,000余元"))
    #expect(site.summary().contains("各项记录载明支出1,000余元"))
  }

  @Test func `a rough amount agrees with vouchers near it, on the side that it names`() async throws {
    func codes(_ amount: String) async throws -> [String] {
      try await BuiltSite([
        "visits/2026/a.md":
          "---\ntitle: 探望\ndate: 2026-03-02\nkind: 患病\npeople: 5\namount: \(amount)\nvouchers: [付-1]\n---\n",
        "finance/2026/ledger.csv":
          "日期,凭证号,科目,摘要,收入,支出,资金,附单据数,关联记录\n2026-03-02,付-1,50105 会员活动支出,探望,,812.50,现金,1,visits/2026/a\n",
      ]).codes.filter { $0 == "cost-mismatch" }
    }
    #expect(try await codes("800余") == [])
    #expect(try await codes("约800") == [])
    #expect(try await codes("近820") == [])
    for other in ["近800", "820余", "约2000", "800"] { #expect(try await codes(other) == ["cost-mismatch"], "\(other)") }
  }

  @Test func `other words for a rough figure are answered with the right one`() async throws {
    func help(_ text: String) async throws -> [String] {
      try await BuiltSite(["activities/2026/a.md": "---\n\(Self.activity(text))\n---\n"]).diagnostics
        .filter { $0.code == "count-form" }.map { $0.help?.zh ?? "" }
    }
    #expect(try await help("近300人次") == ["写成 近300"])
    #expect(try await help("300多") == ["写成 300余"])
    #expect(try await help("300左右") == ["写成 约300"])
    #expect(try await help("不足300") == ["写成 近300"])
  }
}
