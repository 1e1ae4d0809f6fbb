import Foundation
import TestSupport
import Testing

/// The files of a small year that was added up by hand.
@Suite struct BookSetFileTests {
  private static let files = [
    "finance/2026/book.yaml": """
    standard: 2021
    note: <样例>
    opening: {cash: 100.00, bank: 5000.00}
    budget: [{account: 50102 文体活动支出, amount: 1000.00}]
    """,
    "finance/2026/ledger.csv": """
    日期,凭证号,科目,摘要,收入,支出,资金,经费来源,附单据数
    2026-01-09,收-1,401 会费收入,一月会费,300.00,,银行,会费,1
    2026-02-10,付-1,50102 文体活动支出,"奖品, 两项",,250.50,银行,工会经费,2
    2026-02-10,付-2,135 其他应收款,=借备用金,,80.00,现金,,1
    """,
  ]

  private static func tables() async throws -> BookTables {
    try BookTables(2026, of: try await BuiltSite(files, today: "2026-03-31"))
  }

  private static func lines(_ name: String) async throws -> [String] {
    let text = try await tables().text(name)
    #expect(text.hasPrefix("\u{FEFF}") && text.hasSuffix("\r\n"))
    return text.dropFirst().split(separator: "\r\n").map(String.init)
  }

  @Test func `the trial balance of a small year is what was added up by hand`() async throws {
    #expect(
      try await Self.lines("trial-balance.csv") == [
        "科目编号,科目名称,期初借方,期初贷方,本期借方,本期贷方,期末借方,期末贷方",
        "101,库存现金,100.00,,,80.00,20.00,",
        "102,银行存款,5000.00,,300.00,250.50,5049.50,",
        "135,其他应收款,,,80.00,,80.00,",
        "322,工会资金结余,,5100.00,,,,5100.00",
        "401,会费收入,,,,300.00,,300.00",
        "501,职工活动支出,,,250.50,,250.50,",
        "50102,文体活动支出,,,250.50,,250.50,",
        ",合计,5100.00,5100.00,630.50,630.50,5400.00,5400.00",
      ])
  }

  @Test func `the bank journal of a small year is what was added up by hand`() async throws {
    #expect(
      try await Self.lines("bank-journal.csv") == [
        "账户,日期,凭证号,摘要,对方科目,借方,贷方,方向,余额",
        "102 银行存款,2026-01-01,,期初余额,,,,借,5000.00",
        "102 银行存款,2026-01-09,收-1,一月会费,401 会费收入,300.00,,借,5300.00",
        "102 银行存款,2026-01-09,,本日合计,,300.00,0.00,借,5300.00",
        "102 银行存款,2026-01-09,,本月合计,,300.00,0.00,借,5300.00",
        "102 银行存款,2026-01-09,,本年累计,,300.00,0.00,借,5300.00",
        "102 银行存款,2026-02-10,付-1,\"奖品, 两项\",50102 文体活动支出,,250.50,借,5049.50",
        "102 银行存款,2026-02-10,,本日合计,,0.00,250.50,借,5049.50",
        "102 银行存款,2026-02-10,,本月合计,,0.00,250.50,借,5049.50",
        "102 银行存款,2026-02-10,,本年累计,,300.00,250.50,借,5049.50",
      ])
  }

  @Test func `what a spreadsheet would take for a formula stays a text`() async throws {
    let lines = try await Self.lines("receivables.csv")
    #expect(lines[1] == "135,其他应收款,2026-02-10,付-2,'=借备用金,借,80.00,49,31—90天")
  }

  @Test func `the statements of a small year are what was added up by hand`() async throws {
    #expect(
      try await Self.lines("balance-sheet.csv").filter { !$0.hasSuffix(",,") } == [
        "类别,科目编号,项目,年初余额,期末余额", "资产,101、102,货币资金,5100.00,5069.50", "资产,135,其他应收款,,80.00",
        "资产,,流动资产合计,5100.00,5149.50", "资产,,资产总计,5100.00,5149.50", "负债,,负债合计,0.00,0.00",
        "净资产,322,工会资金结余,5100.00,5100.00", "净资产,,本年收支差额（未结转）,,49.50", "净资产,,净资产合计,5100.00,5149.50",
        "净资产,,负债与净资产总计,5100.00,5149.50",
      ])
    #expect(
      try await Self.lines("income-statement.csv").filter { $0.hasPrefix("2月") } == [
        "2月,,期初资金结转结余,5400.00,5100.00", "2月,,其中：资金结余,5100.00,5100.00", "2月,,其中：本年收支差额（未结转）,300.00,0.00",
        "2月,401,会费收入,0.00,300.00", "2月,,收入合计,0.00,300.00", "2月,501,职工活动支出,250.50,250.50",
        "2月,50102,其中：文体活动支出,250.50,250.50", "2月,,支出合计,250.50,250.50", "2月,,本期收支差额,-250.50,49.50",
        "2月,,期末资金结转结余,5149.50,5149.50", "2月,,其中：资金结余,5100.00,5100.00", "2月,,其中：本年收支差额（未结转）,49.50,49.50",
      ])
    #expect(
      try await Self.lines("budget.csv").contains("支出,50102,文体活动支出,1000.00,250.50,749.50,25.1%"))
  }

  @Test func `the same year with both sides in its ledger gives the same bytes`() async throws {
    var both = Self.files
    both["finance/2026/ledger.csv"] = """
      日期,凭证号,科目,摘要,借方,贷方,经费来源,附单据数
      2026-01-09,收-1,401 会费收入,一月会费,,300.00,会费,1
      2026-01-09,收-1,102 银行存款,一月会费,300.00,,,1
      2026-02-10,付-1,50102 文体活动支出,"奖品, 两项",250.50,,工会经费,2
      2026-02-10,付-1,102 银行存款,"奖品, 两项",,250.50,,2
      2026-02-10,付-2,135 其他应收款,=借备用金,80.00,,,1
      2026-02-10,付-2,101 库存现金,=借备用金,,80.00,,1
      """
    let simple = try await Self.tables().files
    let twoSided = try BookTables(2026, of: try await BuiltSite(both, today: "2026-03-31")).files
    #expect(simple.keys.filter { simple[$0] != twoSided[$0] && !$0.hasPrefix("doubts") }.sorted() == [])
  }

  @Test func `every book has a page that escapes what was written, and the list leads to all of them`() async throws {
    let tables = try await Self.tables()
    let index = try tables.text("index.html")
    #expect(tables.files.count == 27)
    for name in tables.files.keys where name != "index.html" {
      #expect(index.contains("href=\"\(name)\""), "\(name)")
      guard name.hasSuffix(".html") else { continue }
      let page = try tables.text(name)
      #expect(page.contains("&lt;样例&gt;") && !page.contains("<样例>") && !page.contains("<script"), "\(name)")
      #expect(page.contains("<h1>") && page.contains("</html>"), "\(name)")
    }
  }

  @Test(arguments: [3, 1300]) func `the number of a voucher leads to its sheet, of which a page has few`(count: Int)
    async throws
  {
    var files = Self.files
    let rows = (1...count).map { number in
      "2026-0\(1 + number / 700)-10,收-\(number),401 会费收入,第\(number)笔会费,1.00,,银行,会费,1\n"
    }
    files["finance/2026/ledger.csv"] = "日期,凭证号,科目,摘要,收入,支出,资金,经费来源,附单据数\n" + rows.joined()
    let tables = try BookTables(2026, of: try await BuiltSite(files, today: "2026-03-31"))
    let volumes = tables.files.keys.filter { $0.hasPrefix("vouchers-") }.sorted()
    #expect(
      volumes
        == (count == 3 ? [] : ["vouchers-01-2.html", "vouchers-01.html", "vouchers-02-2.html", "vouchers-02.html"]))
    let list = try tables.text("vouchers.html")
    for volume in volumes {
      let page = try tables.text(volume)
      #expect(list.contains("href=\"\(volume)\"") && page.components(separatedBy: "<section").count <= 501, "\(volume)")
    }
    let journal = try tables.text("bank-journal.html")
    for number in [1, count / 2, count] {
      let link = try #require(
        journal.firstMatch(
          of: try Regex("href=\"([^\"#]+)#([^\"]+)\">收-\(number)<", as: (Substring, Substring, Substring).self)))
      let sheet = try tables.text(String(link.1)).components(separatedBy: "id=\"\(link.2)\"").last ?? ""
      #expect(sheet.prefix(400).contains("<h2>收-\(number)</h2>"), "\(number)")
    }
    #expect(try tables.rows("vouchers").count == 3 * count)
  }

  @Test func `each sheet of paper says whose it is, and a form by itself bears its signatures`() async throws {
    let tables = try await Self.tables()
    let statement = try tables.text("income-statement.html")
    #expect(statement.components(separatedBy: "制表：").count == statement.components(separatedBy: "<section").count)
    for name in tables.files.keys where name.hasSuffix(".html") {
      let page = try tables.text(name)
      #expect(page.contains("编制单位：") && page.contains("counter(page)"), "\(name)")
      // 单位：元, behind the union and the year, by the numbers of its characters.
      #expect(page.contains("\\5355 \\4f4d \\ff1a \\5143 \""), "\(name)")
    }
  }
}
