import BanbaoSource
import TestSupport
import Testing

@Suite struct NewsTests {
  @Test(arguments: [("2026-08-14", false), ("2026-08-15", true)])
  func `the accounts are stale once no sheet was published for longer than site.yaml allows`(
    today: String, isStale: Bool
  ) async throws {
    let book = """
      opening: {cash: 0, bank: 0}
      disclosures:
        - {period: H1, published: 2026-07-15, review: {date: 2026-07-10, by: 经审会, opinion: 同意}}

      """
    let site = try await BuiltSite(
      [
        "site.yaml": "title: 板报\nunion: 某医院工会\nthresholds: {finance: 30}\n", "finance/2026/book.yaml": book,
        "finance/2026/ledger.csv": "日期,凭证号,科目,摘要,收入,支出,资金\n2026-03-01,收-1,会费收入,会费,5.00,,银行\n",
      ], today: try Day(reading: today))
    #expect(
      site.said
        == (isStale
          ? ["content/finance/2026/book.yaml:3:29: “财务公开”已有 31 天没有新内容（规定 30 天） [section-stale]"] : []))
  }
}
