import BanbaoDiagnostics
import TestSupport
import Testing

/// A sheet as a phone shows it, and what is red on the pages of accounts.
@Suite struct PhoneSheetTests {
  private static let files = [
    "finance/2026/book.yaml": """
    opening: {cash: 100.00, bank: 900.00}
    budget:
      - {account: 50102 文体活动支出, amount: 500}
    disclosures:
      - {period: H1, review: {date: 2026-07-05, by: 经审会, opinion: 同意公开}, published: 2026-07-10}
    """,
    "finance/2026/ledger.csv": """
    日期,凭证号,科目,摘要,收入,支出,资金,附单据数
    2026-02-02,收-1,401 会费收入,二月会费,300.00,,银行,1
    2026-03-06,付-1,50102 文体活动支出,拔河奖品,,60.00,现金,1
    2026-03-09,付-2,501 职工活动支出,报刊,,40.00,银行,1
    2026-04-09,付-3,501 职工活动支出,冲销付-2号凭证,,-40.00,银行,1
    2026-08-03,付-4,501 职工活动支出,八月报刊,,20.00,银行,1

    """,
  ]

  @Test func `each account is a line that opens to its sub-accounts and the entries of the period`() async throws {
    let site = try await BuiltSite(Self.files)
    #expect(!site.diagnostics.contains { $0.severity == .error })
    let sides = try site.view("finance/2026-h1.html").list("phone_sides")
    #expect(sides.map { $0.text("amount") } == ["300.00", "60.00"])
    let expense = try #require(sides.last?.list("accounts").first)
    #expect(expense.text("amount") == "60.00" && expense.text("share") == "100.0%")
    let parts = expense.list("parts")
    #expect(parts.map { $0.text("number") } == ["50102"])
    #expect(parts.map { $0.text("amount_url") } == ["finance/2026/50102.html#h1"])
    #expect(expense.list("entries").map { $0.text("summary") } == ["报刊", "冲销付-2号凭证"])
    #expect(expense.text("url") == "finance/2026/501.html#h1")
    let html = try site.html("finance/2026-h1.html")
    #expect(html.contains("<details class=\"form-line\">") && !html.contains("八月报刊"))
    #expect(html.contains("冲销付-2号凭证</span> <b class=\"negative\">-40.00</b>"))
  }

  @Test func `a negative amount is marked wherever it stands, others are not`() async throws {
    let site = try await BuiltSite(Self.files)
    let account = try site.html("finance/2026/501.html")
    #expect(account.contains("<td class=\"number negative\">-40.00</td>"))
    #expect(account.contains("<td class=\"number\">40.00</td>"))
    for page in site.pagePaths where page.hasPrefix("finance/") {
      let html = try site.html(page)
      #expect(!html.contains("class=\"number\">-") && !html.contains("<b>-"), "\(page)")
    }
  }

  @Test func `the page of a fund tells opening, what came and went, and closing`() async throws {
    let site = try await BuiltSite(Self.files)
    let html = try site.html("finance/2026/102.html")
    for (label, amount) in [("期初余额", "900.00"), ("收进", "300.00"), ("付出", "20.00"), ("期末余额", "1,180.00")] {
      let row = try #require(html.split(separator: "<tr").first { $0.contains(">\(label)<") }, "\(label)")
      #expect(row.contains(">\(amount)<"), "\(label)")
    }
  }

  @Test func `from a figure one click leads to its entries, and from there another to the record`() async throws {
    var files = Self.files
    files["activities/2026/拔河.md"] =
      "---\\ntitle: 拔河\\ndate: 2026-03-06\\nkind: 文体\\ncost: {amount: 60.00, account: 文体活动支出, vouchers: [付-1]}\\n---\\n"
      .replacing("\\n", with: "\n")
    let site = try await BuiltSite(files)
    #expect(try site.html("finance/2026-h1.html").contains("href=\"../finance/2026/50102.html#h1\""))
    #expect(try site.html("activities/2026/拔河.html").contains("href=\"../../finance/2026/50102.html#m3\">付-1</a>"))
  }
}
