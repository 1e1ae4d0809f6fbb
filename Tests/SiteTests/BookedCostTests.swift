import BanbaoDiagnostics
import BanbaoSource
import TestSupport
import Testing

/// Costs of records that no entry of the books holds.
@Suite struct BookedCostTests {
  private static func said(
    _ date: String, _ cost: String, today: Day = "2026-11-22", book: String = ""
  ) async throws -> [String] {
    try await BuiltSite(
      [
        "finance/2026/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金,经费来源,关联记录
        2026-01-05,收-1,401 会费收入,会费,500,,银行,会费,
        2026-03-05,付-1,50102 文体活动支出,奖品,,120,银行,工会经费,activities/b
        """,
        "finance/2026/book.yaml": "opening: {cash: 0.00, bank: 100.00}\n\(book)",
        "activities/a.yaml": "title: 拔河\ndate: \(date)\nkind: 文体\ncost: {\(cost)}\n",
        "activities/b.yaml": "title: 跳绳\ndate: 2026-03-04\nkind: 文体\ncost: {amount: 120, source: 工会经费}\n",
      ], today: today
    ).diagnostics.filter { $0.code == "cost-unbooked" }.map { "\($0.place.path):\($0.place.line):\($0.place.column)" }
  }

  private static let place = ["content/activities/a.yaml:4:16"]

  @Test(arguments: ["工会经费", "会费", "工会经费、行政"])
  func `a cost of union money that no entry holds is told of at its amount`(_ source: String) async throws {
    #expect(try await Self.said("2026-03-05", "amount: 5000, source: \(source)") == Self.place)
    #expect(try await Self.said("2026-03-28", "amount: 5000, source: \(source)") == Self.place)
  }

  @Test(arguments: ["source: 行政", "source: 个人", "source: 合作", "source: 上级", "account: 50102 文体活动支出"])
  func `what others pay, or nobody is said to, is left alone`(_ source: String) async throws {
    #expect(try await Self.said("2026-03-05", "amount: 5000, \(source)") == [])
  }

  @Test func `so are months that are not yet booked, and years without books`() async throws {
    let cost = "amount: 5000, source: 工会经费"
    #expect(try await Self.said("2026-04-01", cost) == [])
    #expect(try await Self.said("2026-03-05", cost, today: "2026-03-20") == [])
    #expect(try await Self.said("2026-02-05", cost, today: "2026-03-20") == Self.place)
    #expect(try await Self.said("2025-03-05", cost) == [])
  }

  @Test func `a sheet tells that its months are booked`() async throws {
    let sheet = "disclosures: [{period: H1, published: 2026-07-10, review: {date: 2026-07-08, by: 经审会, opinion: 同意}}]"
    let cost = "amount: 5000, source: 工会经费"
    #expect(try await Self.said("2026-06-01", cost, book: sheet) == Self.place)
    #expect(try await Self.said("2026-07-01", cost, book: sheet) == [])
  }
}
