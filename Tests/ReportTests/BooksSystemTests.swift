import TestSupport
import Testing

/// Systems of the union's accounts, each with books of its own.
@Suite struct BooksSystemTests {
  private static let committees = [
    "committee/2024/jing.md":
      "title: 经费审查委员会\ndate: 2024-11-20\nbody: 经费审查委员会\nelected: 2024-11-20\nyears: 5\napproved: {date: 2024-12-01, number: 云工复〔2024〕3号}\nmembers: [{name: 洪听雨, role: 主任, consent: true}]",
    "committee/2024/gong.md":
      "title: 工会委员会\ndate: 2024-11-20\nbody: 工会委员会\nelected: 2024-11-20\nyears: 5\napproved: {date: 2024-12-01, number: 云工复〔2024〕2号}\nmembers: [{name: 闻知远, role: 主席, consent: true}, {name: 苏小满, role: 出纳, consent: true}]",
  ]
  private static let book = """
    standard: 2021
    opening: {cash: 500.00, bank: 9500.00}
    disclosures:
      - {period: Q1, prepared_by: 工会会计, chair: 闻知远, published: 2026-04-10, review: {date: 2026-04-05, by: 洪听雨, opinion: 同意公开}, counted: {cash: 380.00, bank: 11000.00}}

    """
  private static let ledger = """
    日期,凭证号,科目,摘要,收入,支出,资金,附单据数,关联记录
    2026-01-12,收-1,401 会费收入,一月会费,500.00,,银行,1,
    2026-02-12,收-2,401 会费收入,二月会费,500.00,,银行,1,
    2026-03-08,付-1,50102 文体活动支出,跳绳,,120.00,现金,2,activities/2026/a
    2026-03-12,收-3,401 会费收入,三月会费,500.00,,银行,1,

    """
  private static let activity =
    "title: 跳绳\ndate: 2026-03-08\nkind: 文体\npeople: 30\ncost: {amount: 120.00, account: 50102 文体活动支出, source: 工会经费, vouchers: [付-1]}"

  private static func site(
    _ changes: [String: String] = [:], book: String = Self.book, ledger: String = Self.ledger
  ) async throws -> SystemSite {
    var files = committees
    files["finance/2026/book.yaml"] = book
    files["finance/2026/ledger.csv"] = ledger
    files["activities/2026/a.md"] = activity
    return try await SystemSite(files.merging(changes) { $1 }, today: "2026-06-20")
  }

  @Test func `row 1, accounts published: a reviewed sheet is shown on its day, one without review is not`() async throws
  {
    let site = try await Self.site()
    #expect(site.said == [])
    let page = try site.page("finance/2026-q1.html")
    #expect(page.contains("1,500.00") && page.contains("120.00") && page.contains("同意公开"))
    #expect(site.summary().contains("公开经费收支1次"))
    let review = ", review: {date: 2026-04-05, by: 洪听雨, opinion: 同意公开}"
    let unreviewed = try await Self.site(book: Self.book.replacing(review, with: ""))
    #expect(!unreviewed.built.pagePaths.contains("finance/2026-q1.html") && !unreviewed.said.isEmpty)
  }

  @Test func `row 4, finance rules and duties apart: whoever pays does not keep the accounts`() async throws {
    let rule = "title: 工会财务管理规定\ndate: 2026-01-05\nadopted: 2026-01-05"
    let site = try await Self.site(["rules/a.md": rule])
    #expect(site.said == [])
    #expect(site.summary().contains("制定制度1项：《工会财务管理规定》"))
    let both = try #require(Self.committees["committee/2024/gong.md"]).replacing("role: 出纳", with: "role: 会计兼出纳")
    #expect(try await Self.site(["committee/2024/gong.md": both]).built.codes.contains("cashier-separation"))
  }

  @Test func `row 5, each voucher: numbered without a gap, with documents, and for one record`() async throws {
    func codes(_ old: String, _ new: String) async throws -> [String] {
      try await Self.site(ledger: Self.ledger.replacing(old, with: new)).built.codes
    }
    #expect(try await codes("收-3", "收-4").contains("voucher-gap"))
    #expect(try await codes("收-3", "收-2").contains("voucher-duplicate"))
    #expect(try await codes("120.00,现金", "130.00,现金").contains("cost-mismatch"))
    let second = Self.activity.replacing("跳绳", with: "踢毽")
    #expect(!(try await Self.site(["activities/2026/b.md": second]).said.isEmpty))
  }

  @Test func `row 6, books of the union's own: details, both sides, and entries that move no money`() async throws {
    let both = """
      日期,凭证号,科目,摘要,借方,贷方,附单据数
      2026-01-12,记-1,102-工行,一月会费,500.00,,1
      2026-01-12,记-1,401 会费收入,一月会费,,500.00,1
      2026-02-12,记-2,162 固定资产,上级赠的书柜,800.00,,1
      2026-02-12,记-2,301 资产基金,上级赠的书柜,,800.00,1

      """
    let site = try await SystemSite([
      "finance/2026/book.yaml": "standard: 2021\nopening: {cash: 500.00, bank: 9500.00}\n",
      "finance/2026/ledger.csv": both,
    ])
    #expect(!site.built.codes.contains("voucher-unbalanced"))
    let wrong = try await SystemSite([
      "finance/2026/book.yaml": "standard: 2021\nopening: {cash: 500.00, bank: 9500.00}\n",
      "finance/2026/ledger.csv": both.replacing(",,800.00", with: ",,80.00"),
    ])
    #expect(wrong.built.codes.contains("voucher-unbalanced"))
  }

  @Test func `row 7, audit: the reviewer is of the audit committee and does not keep the books`() async throws {
    let cashier = try await Self.site(book: Self.book.replacing("by: 洪听雨", with: "by: 苏小满"))
    #expect(!cashier.said.isEmpty)
    let refused = try await Self.site(book: Self.book.replacing("同意公开", with: "不同意公开"))
    #expect(!refused.built.pagePaths.contains("finance/2026-q1.html"))
    #expect(refused.said.contains { $0.contains("不同意") || $0.contains("没有同意") })
  }

  @Test func `row 8, books and agreements: what differs from the count of cash is said, what agrees is shown`()
    async throws
  {
    let page = try await Self.site().page("finance/2026-q1.html")
    for agreement in ["账证相符", "账实相符", "账账相符", "账表相符"] { #expect(page.contains(agreement)) }
    let short = try await Self.site(book: Self.book.replacing("cash: 380.00", with: "cash: 370.00"))
    #expect(short.built.codes == ["counted-mismatch"])
  }

  @Test func `row 9, dues in time and in full: a month without dues is asked about`() async throws {
    let months = "2026-04-12,收-4,401 会费收入,四月会费,500.00,,银行,1,\n2026-05-12,收-5,401 会费收入,五月会费,500.00,,银行,1,\n"
    #expect(try await Self.site(ledger: Self.ledger + months).said == [])
    let february = "2026-02-12,收-2,401 会费收入,二月会费"
    let gap = try await Self.site(
      ledger: (Self.ledger + months).replacing(february, with: "2026-02-12,收-2,408 其他收入,利息"))
    #expect(gap.built.codes == ["dues-month-missing"])
  }

  @Test func `row 15, standing and arrears: a request has its answer, in the summary too`() async throws {
    let site = try await SystemSite([
      "matters/2026/a.md": "title: 补缴会费\ndate: 2026-03-01\nstatus: 办结\nanswered: 2026-03-10\nresult: 补缴三年会费，会籍保留"
    ])
    #expect(site.said == [])
    #expect(site.summary().contains("补缴三年会费，会籍保留"))
  }

  @Test func `row 24, board and windows: a notice stands on the board with its day`() async throws {
    let site = try await SystemSite(["notices/2026/a.md": "title: 宣传栏换新\ndate: 2026-11-20\nkind: 通知"])
    #expect(site.said == [])
    #expect(try site.page("index.html").contains("宣传栏换新"))
    #expect(try site.page("notices/index.html").contains("宣传栏换新"))
  }

  @Test func `row 32, festivals: what was done for one is counted by its kind`() async throws {
    let site = try await SystemSite([
      "activities/2026/a.md": "title: 端午包粽子\ndate: 2026-06-18\nkind: 节日\npeople: 120"
    ])
    #expect(site.said == [])
    #expect(site.summary().contains("其中节日1项"))
  }

  private static let honour =
    "title: 年度先进个人\ndate: 2026-05-01\nlevel: 本级\nkind: 个人\nawarded_by: 院工会\ncount: 24"

  @Test func `row 34, study trips: they name the honour that they are for, and are counted apart with how many went`()
    async throws
  {
    let site = try await SystemSite([
      "honours/2026/a.md": Self.honour,
      "activities/2026/a.md":
        "title: 先进职工参观科技馆\ndate: 2026-05-18\nkind: 参观\npeople: 24\n表彰: honours/2026/a",
    ])
    #expect(site.said == [])
    #expect(try site.page("activities/2026/a.html").contains("表彰 年度先进个人"))
    let summary = site.summary()
    #expect(summary.contains("其中参观1项") && summary.contains("24人参加"))
    #expect(summary.contains("组织受表彰的职工学习考察1次，24人次参加"))
    #expect(summary.contains("《先进职工参观科技馆》，受表彰于《年度先进个人》，24人"))
  }

  @Test
  func `row 34, study trips: refused are what is no honour, a trip before the honour, and more than were commended`()
    async throws
  {
    func trip(_ day: String, _ honours: String, people: Int = 20) -> String {
      "title: 参观\(day)\ndate: \(day)\nkind: 参观\npeople: \(people)\nhonours: \(honours)"
    }
    let site = try await SystemSite([
      "honours/2026/a.md": Self.honour, "activities/2026/a.md": trip("2026-05-18", "activities/2026/b"),
      "activities/2026/b.md": trip("2026-04-18", "honours/2026/a"),
      "activities/2026/c.md": trip("2026-06-18", "[honours/2026/a]", people: 30),
      "activities/2026/d.md": trip("2026-07-18", "honours/2026/z"),
    ])
    #expect(
      site.said == [
        "activities/2026/a.md:6 “activities/2026/b”不是荣誉",
        "activities/2026/b.md:6 《年度先进个人》2026-05-01 才表彰，活动在它前面",
        "activities/2026/c.md:5 30 人参加，受表彰的只有 24 人", "activities/2026/d.md:6 没有“honours/2026/z”这条记录",
      ])
  }
}
