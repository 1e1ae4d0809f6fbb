import TestSupport
import Testing

/// Books of the time of 财会〔2009〕7号, as Excel of a Chinese Windows saved them: GB18030 with CRLF.
@Suite struct Ledger2009Tests {
  private static let ledger = """
    工会经费收支明细账,,,,,,,
    日期,凭证号,科目,摘要,收入（元）,支出（元）,资金,附单据数
    2009-1-15,收-1,会费收入,一月会费,"1,250.00",,银行,1
    2009-2-10,收-2,拨缴经费收入,拨缴经费,"8,600.00",,银行,1
    2009-3-6,付-1,50102 文体活动费,拔河比赛奖品,," ￥1,950.00 ",银行,3
    2009-3-9,付-2,会议费,职工会用水,,66.50,现金,1
    2009-4-8,付-3,50205 送温暖费,看望住院职工6人次,,600.00,现金,6
    2009-5-20,付-4,50301 培训费,工会小组长培训,,320.00,银行,2
    2009-6-12,付-5,504 行政支出,打印纸,,88.00,现金,1
    2009-9-9,付-6,50104 其他活动支出,参观县博物馆,,210.00,现金,1
    2009-12-30,付-7,508 其他支出,银行手续费,,25.00,银行,1
    ,,,合计,"9,850.00","3,259.50",,
    ,,,,,,,
    """

  private static let book = """
    standard: 2009
    opening: {cash: 1200.00, bank: 30000.00}
    """

  @Test func `A ledger of 2009 is read without a diagnostic and printed by the chart of 2009`() async throws {
    let site = try await BuiltSite(bytes: [
      "finance/2009/book.yaml": Array(Self.book.utf8),
      "finance/2009/ledger.csv": try gb18030(Self.ledger.replacing("\n", with: "\r\n")),
    ])
    #expect(site.said == [])
    #expect(
      try site.sheet("finance/2009.csv").map { $0.joined(separator: ",") } == [
        ",年初资金结转结余,,31200.00", "401,会费收入,,1250.00", "402,拨缴经费收入,,8600.00", ",收入合计,,9850.00",
        "501,职工活动支出,,2160.00", "50102,文体活动费,,1950.00", "50104,其他活动支出,,210.00", "502,维权支出,,600.00",
        "50205,送温暖费,,600.00", "503,业务支出,,386.50", "50301,培训费,,320.00", "50302,会议费,,66.50", "504,行政支出,,88.00",
        "508,其他支出,,25.00", ",支出合计,,3259.50", ",本期收支差额,,6590.50", ",年末资金结转结余,,37790.50",
      ])
    let page = try site.html("finance/2009.html")
    #expect(page.contains("文体活动费") && page.contains("50205") && !page.contains("文体活动支出"))
    #expect(try site.html("finance/2009/50102.html").contains("拔河比赛奖品"))
  }

  @Test func `The same numbers mean other accounts in 2021`() async throws {
    let site = try await BuiltSite([
      "finance/2023/book.yaml": "opening: {cash: 0.00, bank: 0.00}",
      "finance/2023/ledger.csv":
        "日期,凭证号,科目,摘要,收入,支出,资金\n2023-03-08,付-1,50301 培训费,培训,,1.00,银行\n2023-03-08,付-2,504 行政支出,纸,,1.00,银行",
    ])
    #expect(site.codes == ["account-unknown", "account-unknown"])
    #expect(site.said[1].contains("504 行政支出"))
  }

  @Test func `A ledger of 2009 may use the accounts of the balance sheet, by the numbers of its time`() async throws {
    let owed = ["121 借出款", "131 应收上级经费", "135 其他应收款", "141 库存物品"]
    let owing = ["211 借入款", "221 应付上级经费", "225 其他应付款", "231 代管经费"]
    let lines =
      owed.enumerated().map { "2009-03-08,付-\($0.offset + 1),\($0.element),往来,,1.00,银行" }
      + owing.enumerated().map { "2009-03-08,收-\($0.offset + 1),\($0.element),往来,1.00,,银行" }
    let site = try await BuiltSite([
      "finance/2009/book.yaml": "opening: {cash: 0.00, bank: 10.00}",
      "finance/2009/ledger.csv": "日期,凭证号,科目,摘要,收入,支出,资金\n" + lines.joined(separator: "\n"),
    ])
    #expect(site.said == [])
    let page = try site.html("finance/2009.html")
    #expect((owed + owing).filter { !page.contains($0) } == [])
  }
}
