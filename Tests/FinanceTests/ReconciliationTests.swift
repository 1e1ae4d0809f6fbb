import BanbaoDiagnostics
import TestSupport
import Testing

/// 对账: a cheque in transit is no fault where it is listed.
@Suite struct ReconciliationTests {
  private static let ledger = """
    日期,凭证号,科目,摘要,收入,支出,资金,附单据数
    2026-02-11,收-1,401 会费收入,会费,500.00,,银行,1
    2026-03-30,付-1,50102 文体活动支出,奖品（支票）,,2000.00,银行,1
    """

  private static func said(_ reconciliations: String, counted: String = "100500.00") async throws -> [String] {
    try await site(reconciliations, counted: counted).said
  }

  private static func site(_ reconciliations: String, counted: String = "100500.00") async throws -> BuiltSite {
    let book = """
      opening: {cash: 1000.00, bank: 100000.00}
      disclosures:
        - {period: Q1, published: 2026-04-10, review: {date: 2026-04-05, by: 经费审查委员会, opinion: 同意}, counted: {cash: 1000.00, bank: \(counted)}}

      """
    return try await BuiltSite(
      ["finance/2026/book.yaml": book + reconciliations, "finance/2026/ledger.csv": ledger], today: "2026-05-01")
  }

  private static let listed = """
    reconciliations:
      - date: 2026-03-31
        account: 102 银行存款
        statement: 100500.00
        items: [{date: 2026-03-30, kind: 企业已付银行未付, amount: 2000.00, summary: 付-1 的支票}]
    """

  @Test func `a cheque in transit is no fault where it is listed, and the sheet shows it`() async throws {
    let site = try await Self.site(Self.listed)
    #expect(site.said == [])
    let page = try site.html("finance/2026-q1.html")
    #expect(page.contains("银行对账单 100,500.00，减未达账项 2,000.00 后 98,500.00"))
  }

  @Test func `each bank is compared with its own statement, and a bank without one is said`() async throws {
    let book = """
      opening:
        - {account: 101 库存现金, amount: 1000.00}
        - {account: 102-工行, amount: 100000.00}
        - {account: 102-建行, amount: 500.00}
      disclosures:
        - {period: Q1, published: 2026-04-10, review: {date: 2026-04-05, by: 经费审查委员会, opinion: 同意}}
      reconciliations:
        - date: 2026-03-31
          account: 102-工行
          statement: 100500.00
          items: [{date: 2026-03-30, kind: 企业已付银行未付, amount: 2000.00, summary: 付-1 的支票}]

      """
    let ledger = Self.ledger.replacing("银行", with: "银行-工行")
    func compared(_ more: String) async throws -> [String] {
      let site = try await BuiltSite(
        ["finance/2026/book.yaml": book + more, "finance/2026/ledger.csv": ledger], today: "2026-05-01")
      #expect(site.said == [])
      return try site.view("finance/2026-q1.html").list("agreements")[1].list("comparisons").map {
        "\($0.text("what")) \($0.text("result"))"
      }
    }
    #expect(try await compared("") == ["现金 〔待补〕", "102 银行存款-工行 相符", "其余银行账户 〔待补〕"])
    let both = "  - {date: 2026-03-31, account: 102-建行, statement: 500.00}\n"
    #expect(try await compared(both) == ["现金 〔待补〕", "102 银行存款-工行 相符", "102 银行存款-建行 相符"])
  }

  @Test func `without the list the fault says how to write it, and what it says is right`() async throws {
    let site = try await Self.site("")
    let fault = try #require(site.diagnostics.first)
    #expect(site.codes == ["counted-mismatch"])
    let form = try #require(fault.help?.zh.split(separator: "：", maxSplits: 1).last)
    #expect(
      form.hasPrefix(
        "reconciliations: [{date: 2026-03-31, statement: 100500.00, items: [{date: …, kind: 企业已付银行未付, amount: 2000.00,")
    )
    let written = form.replacing("date: …", with: "date: 2026-03-30").replacing("summary: …", with: "summary: 支票")
    #expect(try await Self.said(String(written)) == [])
  }

  @Test func `both sides that differ still are a fault, by how much`() async throws {
    let said = try await Self.said(Self.listed.replacing("amount: 2000.00", with: "amount: 1900.00"))
    #expect(said.contains { $0.hasPrefix("content/finance/2026/book.yaml:7:16:") && $0.contains("差 100.00") })
    #expect(said.contains { $0.hasSuffix("[reconciliation-mismatch]") })
    #expect(said.contains { $0.hasSuffix("[counted-mismatch]") && $0.contains("差 100.00") })
  }

  @Test(arguments: [
    ("account: 102 银行存款", "account: 101 库存现金", "不是银行账户"), ("date: 2026-03-31", "date: 2027-03-31", "不在 2026 年"),
    ("{date: 2026-03-30", "{date: 2026-04-02", "以后"),
  ])
  func `what cannot be a reconciliation is said`(old: String, new: String, message: String) async throws {
    let said = try await Self.said(Self.listed.replacing(old, with: new))
    #expect(said.contains { $0.contains(message) && $0.hasSuffix("[reconciliation-mismatch]") }, "\(said)")
  }

  @Test func `all four kinds of item are added to their side`() async throws {
    let all = """
      reconciliations:
        - date: 2026-03-31
          statement: 100230.00
          items:
            - {date: 2026-03-30, kind: 企业已付银行未付, amount: 2000.00}
            - {date: 2026-03-31, kind: 企业已收银行未收, amount: 300.00}
            - {date: 2026-03-31, kind: 银行已收企业未收, amount: 50.00}
            - {date: 2026-03-31, kind: 银行已付企业未付, amount: 20.00}
      """
    let site = try await Self.site(all, counted: "100230.00")
    // The books have the cheque, and never took in 300.00.
    #expect(site.said.count == 1 && site.said[0].contains("300.00") && site.said[0].hasSuffix("[transit-unknown]"))
    let rows = try BookTables(2026, of: site).rows("reconciliation").map { [$0["项目"] ?? "", $0["金额"] ?? ""] }
    #expect(
      rows == [
        ["银行对账单余额", "100230.00"], ["加：企业已收银行未收", "300.00"], ["减：企业已付银行未付", "2000.00"],
        ["调节后的对账单余额", "98530.00"], ["企业账面余额", "98500.00"], ["加：银行已收企业未收", "50.00"],
        ["减：银行已付企业未付", "20.00"], ["调节后的账面余额", "98530.00"], ["相符", "0.00"],
      ])
  }
}
