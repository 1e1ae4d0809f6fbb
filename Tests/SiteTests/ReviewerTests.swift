import TestSupport
import Testing

/// Who reviews a sheet.
@Suite struct ReviewerTests {
  private static let files = [
    "committee/经审会.md":
      "---\ntitle: 经审会\ndate: 2024-06-12\nbody: 经费审查委员会\nelected: 2024-06-12\nyears: 5\n"
      + "members: [{name: 丁一山, role: 主任, consent: true}]\n---\n",
    "committee/上一届经审会.md":
      "---\ntitle: 上一届经审会\ndate: 2019-06-12\nbody: 经费审查委员会\nelected: 2019-06-12\nyears: 5\n"
      + "members: [{name: 冯一水, role: 主任, consent: true}]\n---\n",
    "committee/委员会.md":
      "---\ntitle: 委员会\ndate: 2024-06-12\nbody: 工会委员会\nelected: 2024-06-12\nyears: 5\n"
      + "members: [{name: 赵小满, role: 委员、会计, consent: true}, {name: 孙小寒, role: 组织委员, consent: true}]\n---\n",
    "finance/2026/ledger.csv": "日期,凭证号,科目,摘要,收入,支出,资金\n2026-02-02,收-1,401 会费收入,会费,1.00,,银行\n",
  ]

  private static func said(_ by: String, year: Int = 2026, without missing: String = "") async throws -> [String] {
    var files = Self.files
    files[missing] = nil
    files["finance/\(year)/ledger.csv"] = files["finance/2026/ledger.csv"]?.replacing("2026", with: "\(year)")
    files["finance/\(year)/book.yaml"] =
      "opening: {cash: 0, bank: 0}\ndisclosures:\n"
      + "  - {period: H1, published: \(year)-07-10, review: {date: \(year)-07-08, by: \(by), opinion: 同意}}\n"
    return try await BuiltSite(files).codes.filter { $0.hasPrefix("review-") }
  }

  @Test(arguments: [
    "丁一山", "经费审查委员会", "经审会主任丁一山", "经费审查委员会（丁一山）", "经审会全体委员", "区总工会经审办", "诚信会计师事务所", "主任委员",
  ])
  func `the audit committee and its members review`(_ by: String) async throws {
    #expect(try await Self.said(by) == [])
  }

  @Test(arguments: ["赵小满", "出纳", "工会会计", "丁一山、赵小满", "财务科"])
  func `who keeps the books or the money does not`(_ by: String) async throws {
    #expect(try await Self.said(by) == ["review-by-bookkeeper"])
  }

  @Test(arguments: ["孙小寒", "吴不识", "丁一山、吴不识", "经费审查委员会（吴不识）", "冯一水", "工会委员会", "云麓医院工会委员会"])
  func `nor does who is not of the audit committee of that day`(_ by: String) async throws {
    #expect(try await Self.said(by) == ["review-stranger"])
  }

  @Test func `the review of a correction is asked the same`() async throws {
    var files = Self.files
    func said(_ by: String) async throws -> [String] {
      files["finance/2026/book.yaml"] =
        "opening: {cash: 0, bank: 0}\ncorrections:\n"
        + "  - {period: H1, date: 2026-08-01, reason: 错录, decided_by: 工会委员会, review: {date: 2026-08-03, by: \(by), opinion: 同意}}\n"
      return try await BuiltSite(files).codes.filter { $0.hasPrefix("review-") }
    }
    #expect(try await said("丁一山") == [])
    #expect(try await said("吴不识") == ["review-stranger"])
    #expect(try await said("赵小满") == ["review-by-bookkeeper"])
  }

  @Test func `the committee of the day of the review is asked, and none where none is known`() async throws {
    #expect(try await Self.said("冯一水", year: 2023) == [])
    #expect(try await Self.said("丁一山", year: 2023) == ["review-stranger"])
    #expect(try await Self.said("吴不识", year: 2018) == [])
  }
}
