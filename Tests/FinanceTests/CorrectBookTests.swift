import TestSupport
import Testing

/// Books that are unusual and right: nothing is said of them.
struct RightBooks: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let files: [String: String]

  /// Books of 2024, which need no sheets any more.
  init(
    _ name: String, _ rows: [String], opening: String = "{cash: 1000.00, bank: 1000.00}", more: String = "",
    heads: String = "日期,凭证号,科目,摘要,收入,支出,资金,关联记录", with records: [String: String] = [:]
  ) {
    testDescription = name
    files = records.merging([
      "finance/2024/book.yaml": "opening: \(opening)\n\(more)",
      "finance/2024/ledger.csv": ([heads] + rows).joined(separator: "\n"),
    ]) { own, _ in own }
  }

  init(_ name: String, _ changes: [(path: String, old: String, new: String)]) {
    testDescription = name
    var files = correctBooks
    for change in changes {
      let text = files[change.path] ?? ""
      files[change.path] =
        text.contains(change.old)
        ? text.replacing(change.old, with: change.new, maxReplacements: 1) : "“\(change.old)” is not there"
    }
    self.files = files
  }

  private static func activity(_ cost: String, title: String = "拔河", date: String = "2024-03-07") -> String {
    "---\ntitle: \(title)\ndate: \(date)\nkind: 文体\ncost: \(cost)\n---\n"
  }

  private static func spent(
    _ day: String, _ voucher: String, _ amount: String, _ record: String = "", account: String = "文体活动支出",
    summary: String = "奖品"
  ) -> String { "\(day),\(voucher),\(account),\(summary),,\(amount),现金,\(record)" }

  static let vouchers = [
    RightBooks("no entries at all", []),
    RightBooks(
      "numbers that begin anew each month",
      ["01-08,付-1", "01-09,付-2", "02-08,付-1", "03-08,付-1", "03-08,付-2", "03-09,付-3"].map {
        let parts = $0.split(separator: ",")
        return spent("2024-\(parts[0])", String(parts[1]), "10.00", summary: "购\(parts[1])号球")
      }),
    RightBooks(
      "one run for all vouchers, out of order in the file",
      [spent("2024-03-08", "2", "10.00"), spent("2024-01-08", "1", "10.00"), spent("2024-03-09", "3", "10.00")]),
    RightBooks("a run that begins and ends within a month", [spent("2024-03-08", "记-1", "10.00")]),
    RightBooks(
      "sheets of a voucher, each with several lines",
      [
        spent("2024-03-08", "付-1-1/2", "10.00"), spent("2024-03-08", "付-1-1/2", "20.00"),
        spent("2024-03-08", "付-1-2/2", "30.00"),
      ]),
    RightBooks("a void voucher", [spent("2024-03-08", "付-1", "0.00", summary: "作废")]),
    RightBooks(
      "corrections of this year and of the last, in several words",
      [
        spent("2024-01-08", "付-1", "10.00"), spent("2024-02-08", "付-2", "-10.00", summary: "冲销1月8日付-1号凭证多付10元"),
        spent("2024-02-09", "付-3", "-1.00", summary: "注销2024年1月8日付字第1号凭证"),
        spent("2024-02-10", "付-4", "-1.00", summary: "红字更正第1号"),
        spent("2024-02-11", "付-5", "-1.00", summary: "冲销2023年12月8日付-80号凭证"),
        spent("2024-02-12", "付-6", "-1.00", summary: "冲销上年付-80-1/2号凭证"),
      ]),
    RightBooks(
      "cash brought to the bank", ["2024-03-08,转-1,101 库存现金,存入银行,,50.00,现金", "2024-03-08,转-1,102 银行存款,存入银行,50.00,,银行"]),
  ]

  static let costs = [
    RightBooks(
      "a record whose voucher's lines do not name it",
      [spent("2024-03-08", "付-1", "10.00"), spent("2024-03-08", "付-1", "5.00")],
      with: ["activities/a.md": activity("{amount: 15, vouchers: [付-1]}")]),
    RightBooks(
      "a record of which only some lines of the voucher are",
      [spent("2024-03-08", "付-1", "10.00", "activities/a"), spent("2024-03-08", "付-1", "5.00")],
      with: ["activities/a.md": activity("{amount: 10, vouchers: [付-1]}")]),
    RightBooks(
      "two records in one voucher",
      [spent("2024-03-08", "付-1", "10.00", "activities/a"), spent("2024-03-08", "付-1", "5.00", "activities/b")],
      with: [
        "activities/a.md": activity("{amount: 10, vouchers: [付-1]}"),
        "activities/b.md": activity("{amount: 5, vouchers: [付-1]}", title: "跳绳"),
      ]),
    RightBooks(
      "two records with a sheet of one voucher each",
      [spent("2024-03-08", "付-1-1/2", "10.00"), spent("2024-03-08", "付-1-2/2", "5.00")],
      with: [
        "activities/a.md": activity("{amount: 10, vouchers: [付-1-1/2]}"),
        "activities/b.md": activity("{amount: 5, vouchers: [付-1-2/2]}", title: "跳绳"),
      ]),
    RightBooks(
      "a record with both sheets of a voucher",
      [spent("2024-03-08", "付-1-1/2", "10.00"), spent("2024-03-08", "付-1-2/2", "5.00")],
      with: ["activities/a.md": activity("{amount: 15, vouchers: [付-1-1/2, 付-1-2/2]}")]),
    RightBooks(
      "a record that lists no vouchers", [spent("2024-03-08", "付-1", "10.00", "activities/a")],
      with: ["activities/a.md": activity("{amount: 10}")]),
    RightBooks(
      "a record whose cost nobody knows yet", [spent("2024-03-08", "付-1", "10.00", "activities/a")],
      with: ["activities/a.md": activity("{amount: 待补, vouchers: [付-1]}")]),
    RightBooks(
      "a cost booked on two accounts, of which the record names one, and from two sources",
      [
        "2024-03-08,付-1,文体活动支出,奖品,,10.00,现金,会费,activities/a",
        "2024-03-08,付-1,会员活动支出,茶点,,5.00,现金,工会经费,activities/a",
      ], heads: "日期,凭证号,科目,摘要,收入,支出,资金,经费来源,关联记录",
      with: ["activities/a.md": activity("{amount: 15, account: 会员活动支出, source: 会费、工会经费, vouchers: [付-1]}")]),
    RightBooks(
      "a record that names the first-level account", [spent("2024-03-08", "付-1", "10.00", "activities/a")],
      with: ["activities/a.md": activity("{amount: 10, account: 501 职工活动支出, vouchers: [付-1]}")]),
    RightBooks(
      "a numbered run by months, with the same number in two of them",
      [spent("2024-02-08", "付-1", "10.00"), spent("2024-03-08", "付-1", "20.00"), spent("2024-03-09", "付-2", "1.00")],
      with: ["activities/a.md": activity("{amount: 20, vouchers: [付-1]}")]),
    RightBooks(
      "an employer's grant for a record, and the record's expense",
      ["2024-03-07,收-1,行政补助收入,补助,30.00,,银行,activities/a", spent("2024-03-08", "付-1", "30.00", "activities/a")],
      with: ["activities/a.md": activity("{amount: 30, vouchers: [付-1]}")]),
    RightBooks(
      "a record of the year before the books", [spent("2024-03-08", "付-1", "30.00")],
      with: ["activities/a.md": activity("{amount: 40, vouchers: [付-7]}", date: "2023-03-07")]),
  ]

  static let years = [
    RightBooks(
      "a record over the new year, paid in both",
      [
        (
          "finance/2025/ledger.csv", "付-3,50102 文体活动支出,庆元旦游园奖品,,680.00,银行,工会经费,2,activities/2025/元旦",
          "付-3,50102 文体活动支出,庆元旦游园奖品,,600.00,银行,工会经费,2,activities/2025/元旦"
        ),
        ("finance/2026/book.yaml", "29370.00", "29450.00"),
        (
          "finance/2026/ledger.csv", "付-1,50504 其他业务支出,账簿,,42.20,现金,工会经费,1,",
          "付-1,50102 文体活动支出,游园道具,,80.00,银行,工会经费,1,activities/2025/元旦\n2026-01-12,付-1,50504 其他业务支出,账簿,,42.20,现金,工会经费,1,"
        ),
        ("activities/2025/元旦.md", "[付-3]", "[付-3, 付-1]"),
        ("finance/2026/book.yaml", "13650.20", "13730.20"),
      ]),
    RightBooks(
      "quarters in place of a half-year",
      [
        (
          "finance/2025/book.yaml",
          "  - period: H2\n    review: {date: 2026-01-13, by: 经费审查委员会, opinion: 同意公开}\n    published: 2026-01-15",
          "  - {period: Q3, published: 2025-10-15, review: {date: 2025-10-13, by: 经审会, opinion: 同意}}\n  - {period: Q4, published: 2026-01-15, review: {date: 2026-01-13, by: 经审会, opinion: 同意}}"
        )
      ]),
    RightBooks(
      "the year in place of its second half",
      [("finance/2025/book.yaml", "period: H2", "period: year")]),
    RightBooks(
      "a sheet that is planned and not yet due",
      [("finance/2026/book.yaml", "disclosures:", "disclosures:\n  - {period: H2}")]),
    RightBooks(
      "an adjustment that lies in the bank",
      [
        ("finance/2025/book.yaml", "budget:", "adjustments: 15.00\nbudget:"),
        ("finance/2025/book.yaml", "24082.00", "24097.00"),
        ("finance/2026/book.yaml", "29370.00", "29385.00"), ("finance/2026/book.yaml", "24251.30", "24266.30"),
        ("finance/2026/book.yaml", "23702.00", "23717.00"),
      ]),
    RightBooks(
      "an adjustment that is no money",
      [
        ("finance/2025/book.yaml", "budget:", "adjustments: -15.00\nbudget:"),
        ("finance/2025/book.yaml", "24082.00", "24067.00"),
        ("finance/2026/book.yaml", "24251.30", "24236.30"),
      ]),
  ]

  static let all = vouchers + costs + years
}

@Suite struct CorrectBookTests {
  @Test(arguments: RightBooks.all)
  func `Nothing is said of books that are unusual and right`(_ books: RightBooks) async throws {
    #expect(try await BuiltSite(books.files).said == [])
  }

  @Test func `The balance of a year opens with the closing of the year before, what is passed on left out`()
    async throws
  {
    let rows = "日期,凭证号,科目,摘要,收入,支出,资金\n"
    let site = try await BuiltSite([
      "finance/2022/book.yaml": "opening: {cash: 0.00, bank: 100.00}",
      "finance/2022/ledger.csv": rows + "2022-03-08,收-1,会费收入,会费,50.00,,银行\n2022-03-09,收-2,应付上级经费,代收,30.00,,银行",
      "finance/2023/book.yaml": "opening: {cash: 0.00, bank: 180.00}",
      "finance/2023/ledger.csv": rows + "2023-03-09,付-1,应付上级经费,上交,,30.00,银行",
    ])
    #expect(site.said == [])
    #expect(try site.sheet("finance/2022.csv").last == ["", "年末资金结转结余", "", "150.00"])
    #expect(try site.sheet("finance/2023.csv").first == ["", "年初资金结转结余", "", "150.00"])
    #expect(try site.sheet("finance/2023.csv").last == ["", "年末资金结转结余", "", "150.00"])
  }
}
