import BanbaoDiagnostics
import BanbaoSource
import TestSupport
import Testing

/// The budget of a year, and what became of it during the year.
@Suite struct BudgetTests {
  private static let ledger = """
    日期,凭证号,科目,摘要,收入,支出,资金
    2026-02-02,收-1,401 会费收入,会费,3000.00,,银行
    2026-03-06,付-1,50102 文体活动支出,奖品,,600.00,银行
    2026-08-06,付-2,50102 文体活动支出,奖品,,700.00,银行
    """
  private static let book = """
    opening: {cash: 0.00, bank: 1000.00}
    budget:
      - {account: 401 会费收入, amount: 3000}
      - {account: 50102 文体活动支出, amount: 1000}
    budget_changes:
      - date: 2026-09-01
        decided_by: 会员代表大会
        items:
          - {account: 50102 文体活动支出, amount: 2000}
          - {account: 50502 会议支出, amount: 300}
    disclosures:
      - {period: H1, published: 2026-07-10, review: {date: 2026-07-08, by: 经审会, opinion: 同意}}
    """

  private static func built(_ book: String = book, today: Day = "2026-11-22") async throws -> BuiltSite {
    try await BuiltSite(
      ["finance/2026/ledger.csv": ledger, "finance/2026/book.yaml": book], today: today)
  }

  private static func said(_ changes: String) async throws -> [String] {
    let head = try #require(book.firstRange(of: "budget_changes:\n"))
    let tail = try #require(book.firstRange(of: "disclosures:"))
    let text = "\(book[..<head.upperBound])\(changes)\n\(book[tail.lowerBound...])"
    return try await built(text).diagnostics.filter { $0.code.hasPrefix("budget-change") || $0.code == "budget-line" }
      .map {
        "\($0.code) \($0.place.line):\($0.place.column)"
      }
  }

  @Test func `a sheet has the budget that was in force at its period's end`() async throws {
    let site = try await Self.built()
    let half = try site.view("finance/2026-h1.html")
    #expect(half.texts("columns", "label").prefix(2) == ["项目", "预算"] && half.list("budget_changes").isEmpty)
    let line = try #require(half.list("lines").first { $0.text("name") == "文体活动支出" })
    #expect([line.text("original_budget"), line.text("budget"), line.text("rate")] == ["", "1,000.00", "60.0%"])
    #expect(!half.list("lines").contains { $0.text("name") == "会议支出" })
    #expect(try site.machineFile("finance/2026-h1.csv").contains("50102,文体活动支出,1000.00,600.00\r\n"))
    let before = try await Self.built(today: "2026-08-20").view("finance/2026.html")
    #expect(before.list("budget_changes").isEmpty)
  }

  @Test func `a changed budget stands beside the one that was passed, with the day and the body of the change`()
    async throws
  {
    let site = try await Self.built()
    let year = try site.view("finance/2026.html")
    #expect(year.texts("columns", "label").prefix(3) == ["项目", "原预算", "调整后预算"])
    let lines = year.list("lines").map {
      [$0.text("name"), $0.text("original_budget"), $0.text("budget"), $0.text("rate")]
    }
    #expect(lines.contains(["文体活动支出", "1,000.00", "2,000.00", "65.0%"]))
    #expect(
      lines.contains(["会议支出", "", "300.00", "0.0%"]) && lines.contains(["支出合计", "1,000.00", "2,300.00", "56.5%"]))
    let table = try #require(year.list("budget_changes").first)
    #expect(
      table.list("rows").map { [$0.text("head")] + $0.list("cells").map { $0.text("text") } } == [
        ["2026年9月1日", "会员代表大会", "50102 文体活动支出", "1,000.00", "2,000.00"],
        ["2026年9月1日", "会员代表大会", "50502 会议支出", "无", "300.00"],
      ])
    #expect(try site.machineFile("finance/2026.csv").contains("50102,文体活动支出,2000.00,1300.00\r\n"))
    let html = try site.html("finance/2026.html")
    #expect(html.contains("<td class=\"number\">1,000.00</td><td class=\"number\">2,000.00</td>"))
    #expect(html.contains("预算调整"))
  }

  @Test func `spending is held against the budget of the day`() async throws {
    #expect(try await !Self.built().codes.contains("over-budget"))
    #expect(try await Self.built(today: "2026-08-20").codes.contains("over-budget"))
  }

  @Test func `a change says who decided it, in its year, and leaves every account at least its parts`() async throws {
    let item = "items: [{account: 50102 文体活动支出, amount: 2000}]"
    #expect(try await Self.said("  - {date: 2026-09-01, decided_by: 职工会, \(item)}") == [])
    #expect(try await Self.said("  - {date: 2026-09-01, \(item)}") == ["budget-change-undecided 6:12"])
    #expect(try await Self.said("  - {date: 2025-09-01, decided_by: 职工会, \(item)}") == ["budget-change-day 6:12"])
    let parent = "{account: 501 职工活动支出, amount: 900}"
    #expect(
      try await Self.said("  - {date: 2026-09-01, decided_by: 职工会, items: [\(parent)]}").map { $0.prefix(14) }
        == ["budget-line 6:"])
    #expect(
      try await Self.said("  - {date: 2026-09-01, decided_by: 职工会, items: [\(parent), \(parent)]}").count == 2)
  }
}
