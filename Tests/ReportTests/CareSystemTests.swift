import TestSupport
import Testing

/// Systems of care, each with content of its own: what is taken, what is refused, what pages and the summary say.
@Suite struct CareSystemTests {
  private static let limits = "limits:\n  - {rule: 患病慰问, from: 2025-01-01, amount: 1000, unit: 次}\n"

  private static func visit(_ fields: String, title: String = "看望住院职工") -> String {
    "title: \(title)\ndate: 2026-03-02\n\(fields)"
  }

  @Test func `row 10, monthly welfare lists: taken with their items and shown by month`() async throws {
    let site = try await SystemSite([
      "welfare/2026/三月.md":
        "title: 三月福利\ndate: 2026-03-25\nmonth: 2026-03\nchecked_by: 财务科\nsource: 行政\n"
        + "items: [{name: 夜班餐, people: 40, amount: 1200}, {name: 生日蛋糕, people: 12, amount: 1800}]",
      "welfare/2026/四月.md":
        "标题: 四月福利\n日期: 2026-04-25\n月份: 2026年4月\n审核: 财务科\n来源: 行政\n"
        + "项目: [{名称: 夜班餐, 人数: 41, 金额: 1230}]",
    ])
    #expect(site.said == [])
    let list = try site.page("welfare/index.html")
    #expect(list.contains("2026年4月 41 1,230.00 财务科 2026年3月 52 3,000.00 财务科 合计 93 4,230.00"))
    #expect(try site.page("welfare/2026/三月.html").contains("夜班餐 40 1,200.00 生日蛋糕 12 1,800.00 合计 52 3,000.00"))
    #expect(site.summary().contains("按月核发福利2个月，93人次，支出4,230.00元，清单经审核2份。"))
  }

  @Test func `row 10, monthly welfare lists: refused are a wrong total, an item twice, a list nobody checked`()
    async throws
  {
    let site = try await SystemSite([
      "welfare/2026/a.md":
        "title: 三月\ndate: 2026-03-25\nmonth: 2026-03\nchecked_by: 财务科\namount: 1300\n"
        + "items: [{name: 夜班餐, people: 40, amount: 1200}]",
      "welfare/2026/b.md":
        "title: 三月补充\ndate: 2026-03-26\nmonth: 2026-03\nitems: [{name: 夜班餐, people: 1, amount: 30}, {name: 蛋糕}]",
      "welfare/2026/c.md":
        "title: 四月\ndate: 2026-04-25\nmonth: 4月\nchecked_by: 财务科\nitems: [{name: 蛋糕, people: 1, amount: 150}]",
    ])
    #expect(
      site.said == [
        "welfare/2026/a.md:6 金额写 1,300.00 元，各项相加却是 1,200.00 元",
        "welfare/2026/b.md:4 2026年3月的福利没有写谁审核的", "welfare/2026/b.md:5 2026年3月的“夜班餐”已经发过一次",
        "welfare/2026/b.md:5 “蛋糕”没有写“people”和“amount”，网页印〔待补〕", "welfare/2026/c.md:4 “4月”不是一个月份",
      ])
  }

  @Test func `row 10, monthly welfare lists: what union money pays is held against limits and vouchers`() async throws {
    let site = try await SystemSite([
      "limits.yaml": "limits:\n  - {rule: 生日慰问, from: 2025-01-01, amount: 300, unit: 人}\n",
      "welfare/2026/a.md":
        "title: 三月\ndate: 2026-03-25\nmonth: 2026-03\nchecked_by: 财务科\nsource: 工会经费\n"
        + "items: [{name: 生日蛋糕, people: 10, amount: 5000}]",
    ])
    #expect(site.said == ["welfare/2026/a.md:7 生日慰问 10 人共 5,000.00 元，按每人 300.00 元的限额最多 3,000.00 元"])
  }

  @Test func `row 22, a reward a paper: counts per rate are shown and make the amount`() async throws {
    let papers =
      "title: 论文奖励\ndate: 2026-09-02\nkind: 论文奖励\npeople: 15\nrates: [{item: 发表, count: 9, rate: 200}, {item: 投稿, count: 6, rate: 100}]\n"
    let right = try await SystemSite(["benefits/2026/a.md": papers + "amount: 2400"])
    #expect(right.said == [])
    #expect(try right.page("benefits/2026/a.html").contains("200.00元/篇×9篇（发表）；100.00元/篇×6篇（投稿）"))
    #expect(right.summary().contains("标准发表200.00元/篇（9篇）、投稿100.00元/篇（6篇）"))
    let wrong = try await SystemSite(["benefits/2026/a.md": papers + "amount: 2500"])
    #expect(
      wrong.said == ["benefits/2026/a.md:7 金额 2,500.00 元，各项标准 9×200.00 + 6×100.00 却是 2,400.00 元"])
  }

  @Test func `row 25, visits: counted as visits and as people, in either language of keys`() async throws {
    let site = try await SystemSite([
      "visits/2026/a.md": Self.visit("kind: 患病\nvisits: 5\npeople: 7\namount: 800"),
      "visits/2026/b.md": "标题: 走访退休干部\n日期: 2026-09-20\n类别: 节日\n次数: 1\n金额: 200",
    ])
    #expect(site.said == [])
    #expect(try site.page("visits/2026/a.html").contains("次数 5 次"))
    #expect(site.summary().contains("走访慰问7人次，上门6次，慰问金额1,000.00元"))
    #expect(site.summary().contains("患病慰问5次、7人，金额800.00元"))
    #expect(site.summary().contains("节日慰问1次，金额200.00元"))
  }

  @Test func `row 25, visits: under a limit a large sum for nobody knows how many is asked about`() async throws {
    let site = try await SystemSite([
      "limits.yaml": Self.limits,
      "visits/2026/a.md": Self.visit("kind: 患病\namount: 5000"),
      "visits/2026/b.md": Self.visit("kind: 患病\nvisits: 6\namount: 5000", title: "看望"),
    ])
    #expect(
      site.said == [
        "visits/2026/a.md:4 这次慰问没有写人数，网页和总结印〔待补〕", "visits/2026/a.md:5 患病慰问 5,000.00 元，没有写多少人，无法按每人次 1,000.00 元的限额核对",
      ])
  }

  @Test func `row 25, visits: those at a festival are held against the limit of festivals`() async throws {
    let site = try await SystemSite([
      "limits.yaml": "limits:\n  - {rule: 节日福利, from: 2025-01-01, amount: 2000, unit: 人年}\n",
      "visits/2026/a.md": Self.visit("kind: 节日\npeople: 2\namount: 10000", title: "春节走访"),
    ])
    #expect(site.said == ["visits/2026/a.md:6 2026年节日福利人均已到 5,000.00 元，限额是每人每年 2,000.00 元"])
  }

  @Test func `row 26, aid won from upper unions: said apart in the summary`() async throws {
    let site = try await SystemSite([
      "visits/2026/a.md": Self.visit("kind: 困难\npeople: 2\namount: 4000\nsource: 上级", title: "帮扶困难职工")
    ])
    #expect(site.said == [])
    #expect(site.summary().contains("走访慰问2人次，慰问金额4,000.00元，争取上级帮扶资金4,000.00元。"))
  }

  @Test func `row 28, the retired: a stock with birthdays by month, on the desk in its month`() async throws {
    let fields = "title: 会员\ndate: 2026-11-20\nperiod: 2026\nopening: 60\njoined: 0\nclosing: 60\nretirees: 20\n"
    let site = try await SystemSite([
      "membership/2026.md": fields + "retiree_birthdays: [{month: 3, count: 2}, {month: 11, count: 4}]"
    ])
    #expect(site.said == [])
    #expect(try site.page("membership/2026.html").contains("3月 2 11月 4"))
    #expect(site.summary().contains("现有退休人员20人"))
    #expect(site.desk.contains("本月有 4 位退休人员过生日，送去慰问"))
    let wrong = try await SystemSite([
      "membership/2026.md": fields + "retiree_birthdays: [{month: 13, count: 2}, {month: 11, count: 24}]"
    ])
    #expect(
      wrong.said == ["membership/2026.md:9 没有 13 月", "membership/2026.md:9 各月生日合计 26 人，比退休人员 20 人还多"])
  }

  @Test func `row 28, the retired: gifts at festivals are not paid from union money, whatever the title`() async throws
  {
    let site = try await SystemSite([
      "visits/2026/a.md": Self.visit("kind: 退休\npeople: 6\namount: 1800\nsource: 工会经费", title: "中秋慰问"),
      "visits/2026/b.md": Self.visit("kind: 退休\npeople: 6\namount: 1800\nsource: 行政", title: "春节慰问"),
      "visits/2026/c.md": Self.visit("kind: 退休\npeople: 1\namount: 600\nsource: 工会经费", title: "退休离岗纪念"),
    ])
    #expect(site.said == ["visits/2026/a.md:7 给“退休”的慰问用了工会的钱"])
  }

  @Test func `row 35, collections: what members give is theirs and never the union's expense`() async throws {
    let fields = "title: 水灾捐款\ndate: 2026-07-23/2026-07-31\nfor: 帮扶受灾群众\ndonors: 286\nraised: 23400\n"
    let site = try await SystemSite([
      "donations/2026/a.md": fields + "given: 23400\ngiven_to: 县慈善会\nreceipt: 000812",
      "donations/2026/b.md": "标题: 助学\n日期: 2026-09-01\n事由: 资助山区学生\n募集金额: 待补",
    ])
    #expect(site.said == [])
    #expect(try site.page("donations/2026/a.html").contains("会员自愿捐款，不是工会的收入和支出"))
    #expect(try site.page("donations/index.html").contains("2026 2 286（另有1条〔待补〕） 23,400.00（另有1条〔待补〕）"))
    let summary = site.summary()
    #expect(summary.contains("组织爱心捐助2次，捐款286人次，会员捐款23,400.00元（另有1条未记〔待补〕），已捐出23,400.00元"))
    #expect(!summary.contains("各项记录载明支出"))
  }

  @Test func `row 35, collections: refused are names, more given than raised, and gifts without a receipt`()
    async throws
  {
    let site = try await SystemSite([
      "donations/2026/a.md":
        "title: 水灾捐款\ndate: 2026-07-23\nfor: 帮扶受灾群众\nraised: 23400\ngiven: 24300\ngiven_to: 县慈善会\nreceipt: 12",
      "donations/2026/b.md": "title: 助学捐款\ndate: 2026-08-23\nfor: 资助学生\nraised: 500\ngiven: 500",
      "donations/2026/c.md": "title: 互助捐款\ndate: 2026-09-23\nfor: 帮扶患病职工\nraised: 500\n受益人: 张秀英",
      "finance/2026/ledger.csv":
        "日期,凭证号,科目,摘要,收入,支出,资金,附单据数,关联记录\n2026-07-31,收-1,408 其他收入,会员捐款,500.00,,现金,1,donations/2026/b\n",
    ])
    #expect(site.said.contains("donations/2026/a.md:6 捐出 24,300.00 元，比募集的 23,400.00 元还多"))
    #expect(site.said.contains("donations/2026/b.md:6 钱已经捐出，没有写“given_to”和“receipt”"))
    #expect(site.said.contains { $0.hasPrefix("donations/2026/c.md:6 “受益人”会写出是谁") })
    #expect(site.said.contains("finance/2026/ledger.csv:2 《助学捐款》的钱不是工会的，却记在 408 其他收入"))
  }

  @Test func `row 37, entrusted money: kept by agreement with its balance, never a name, never the union's own`()
    async throws
  {
    let fields = "title: 代管生活费\ndate: 2026-04-01/2026-07-31\nagreement: 2026年4月1日协议\nreceived: 12000\n"
    let site = try await SystemSite(["entrusted/2026/a.md": fields + "paid: 9000\nclosing: 3000\nmonths: 4"])
    #expect(site.said == [])
    #expect(try site.page("entrusted/index.html").contains("代管生活费 2026年4月1日协议 3,000.00"))
    #expect(
      site.summary().contains(
        "按协议代管款项1项，代收12,000.00元，代付9,000.00元，余额3,000.00元：\n   1. 4月至7月，《代管生活费》，2026年4月1日协议，代管4个月，余额3,000.00元。"))
    #expect(!site.summary().contains("各项记录载明支出"))
    let wrong = try await SystemSite([
      "entrusted/2026/a.md": fields + "paid: 9000\nclosing: 2000",
      "entrusted/2026/b.md": fields.replacing("代管生活费", with: "代管互助金") + "paid: 13000\nclosing: 0",
      "entrusted/2026/c.md": fields.replacing("代管生活费", with: "代管张秀英的生活费") + "closing: 12000",
    ])
    #expect(
      wrong.said.prefix(2) == [
        "entrusted/2026/a.md:7 期初加代收减代付是 3,000.00 元，余额却写 2,000.00 元",
        "entrusted/2026/b.md:6 代付 13,000.00 元，比代管的还多 1,000.00 元",
      ])
    #expect(wrong.built.codes.contains("entrusted-name"))
  }

  @Test
  func `row 37, entrusted money: its written agreement is named, and its balance is brought on from record to record`()
    async throws
  {
    let first =
      "title: 代管工资\ndate: 2026-04-01/2026-06-30\nagreement: 2026年4月1日书面协议\nreceived: 12000\nmonthly: 3000\npaid: 9000\nclosing: 3000"
    let second =
      "标题: 代管工资\n日期: 2026-07-01/2026-07-31\n协议: 2026年4月1日书面协议\n期初: 3000\n代收: 4000\n代付: 7000\n余额: 0"
    let site = try await SystemSite(["entrusted/2026/a.md": first, "entrusted/2026/b.md": second])
    #expect(site.said == [])
    #expect(try site.page("entrusted/2026/a.html").contains("每月代付 3,000.00 元"))
    #expect(site.summary().contains("按协议代管款项1项，代收16,000.00元，代付16,000.00元，全部结清"))
    let wrong = try await SystemSite([
      "entrusted/2026/a.md": first,
      "entrusted/2026/b.md": second.replacing("期初: 3000\n", with: "").replacing("代付: 7000", with: "代付: 4000"),
      "entrusted/2026/c.md":
        "title: 代管补助\ndate: 2026-08-31\nagreement: 本人口头同意\nreceived: 500\nclosing: 500",
      "entrusted/2026/d.md": "title: 代管补助\ndate: 2026-09-30\nagreement: 有\nreceived: 待补\nclosing: 待补",
    ])
    #expect(
      wrong.said == [
        "entrusted/2026/b.md:4 这份协议以前的余额 3,000.00 元没有带过来",
        "entrusted/2026/c.md:4 代管别人的钱要有书面协议，口头的不算", "entrusted/2026/d.md:4 “有”看不出是哪一份协议",
      ])
  }

  @Test func `row 37, entrusted money: what is booked agrees with account 221, each record and all together`()
    async throws
  {
    let record =
      "title: 代管工资\ndate: 2026-04-01/2026-06-30\nagreement: 2026年4月1日书面协议\nreceived: 12000\npaid: 9000\nclosing: 3000"
    let ledger = """
      日期,凭证号,科目,摘要,收入,支出,资金,附单据数,关联记录
      2026-04-02,收-1,221 代管经费,按协议代收,12000.00,,银行,1,entrusted/2026/a
      2026-06-28,付-1,221 代管经费,按协议交还,,9000.00,银行,1,entrusted/2026/a
      2026-07-28,收-2,221 代管经费,会员捐款,500.00,,银行,1,donations/2026/a
      2026-07-30,付-2,221 代管经费,交县慈善会,,400.00,银行,1,donations/2026/a

      """
    let collection =
      "title: 水灾捐款\ndate: 2026-07-28\nfor: 帮扶受灾群众\nraised: 500\ngiven: 400\ngiven_to: 县慈善会\nreceipt: 000812"
    func said(_ record: String, _ ledger: String) async throws -> [String] {
      let site = try await SystemSite([
        "entrusted/2026/a.md": record, "donations/2026/a.md": collection, "finance/2026/ledger.csv": ledger,
        "finance/2026/book.yaml": "standard: 2021\nopening: {cash: 0, bank: 9000.00}\n",
      ])
      return zip(site.said, site.built.codes).filter { $1 == "entrusted-ledger" }.map(\.0)
    }
    #expect(try await said(record, ledger) == [])
    #expect(
      try await said(record, ledger.replacing("9000.00", with: "8000.00")) == [
        "entrusted/2026/a.md:6 “paid”是 9,000.00 元，账上关联这条记录付出的是 8,000.00 元",
        "entrusted/2026/a.md:7 到 2026-06-30，各份协议的余额一共 3,000.00 元，账上代管经费却是 4,000.00 元",
      ])
    #expect(
      try await said(record, ledger.replacing(",entrusted/2026/a", with: ",").replacing("9000.00", with: "8000.00"))
        == [
          "entrusted/2026/a.md:7 到 2026-06-30，各份协议的余额一共 3,000.00 元，账上代管经费却是 4,000.00 元"
        ])
  }

  @Test func `row 38, partners' offers: what they give back is shown and summed up apart from spending`() async throws {
    let site = try await SystemSite([
      "benefits/2026/a.md": "title: 话费优惠\ndate: 2026-05-02\nkind: 合作优惠\namount: 4800\npaid_by_members: 9600",
      "benefits/2026/b.md": "title: 女工保险\ndate: 2026-05-02\nkind: 互助保障\npeople: 10\namount: 400\nsource: 工会经费",
    ])
    #expect(site.said == [])
    #expect(try site.page("benefits/2026/a.html").contains("合作单位回馈 4,800.00 元"))
    #expect(try site.page("benefits/index.html").contains("合计 2 10（另有1条〔待补〕） 400.00"))
    #expect(site.summary().contains("各项记录载明支出400.00元"))
    #expect(site.summary().contains("另有合作单位回馈4,800.00元，不是工会支出。"))
  }
}
