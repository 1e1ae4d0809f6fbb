import BanbaoDiagnostics
import BanbaoDisk
import BanbaoKinds
import BanbaoSource
import BanbaoTheme
import BanbaoUnion
import TestSupport
import Testing

@testable import BanbaoFinance
@testable import BanbaoSite

/// The pages and files of the books of account.
@Suite struct FinancePageTests {
  private static let heads = "日期,凭证号,科目,摘要,收入,支出,资金,经费来源,附单据数,关联记录"

  /// Half a year of 2025 would be a gap: all of it, so that 2026 has a year before.
  private static let ledger2025 = """
    \(heads)
    2025-03-03,收-1,401 会费收入,会费,800.00,,银行,会费,1,
    2025-05-06,付-1,50102 文体活动支出,跳绳,,200.00,现金,会费,2,
    2025-10-06,付-2,510 其他支出,杂支,,50.00,现金,会费,1,
    """
  private static let book2025 = """
    opening: {cash: 500.00, bank: 1000.00}
    disclosures:
      - {period: H1, published: 2025-07-10, review: {date: 2025-07-08, by: 经审会, opinion: 同意}}
      - {period: H2, published: 2026-01-10, review: {date: 2026-01-08, by: 经审会, opinion: 同意}}
    """
  private static let ledger2026 = """
    \(heads)
    2026-02-02,收-1,401 会费收入,2月会费,1000.00,,银行,会费,1,
    2026-03-06,付-1,50102 文体活动支出,三八拔河奖品,,333.33,现金,会费,2,activities/拔河
    2026-03-06,付-2,50405 送温暖支出,慰问住院职工1人,,66.67,现金,工会经费,1,
    2026-04-09,收-2,40302 专项转移支付补助,送温暖补助,2000.00,,银行,上级,1,
    2026-05-11,付-3,503 职工服务支出,报刊,,100.00,银行,工会经费,1,
    2026-06-12,付-4,211 应付上级经费,上解经费,,400.00,银行,工会经费,1,
    2026-08-03,付-5,50502 会议支出,密申会议,,12345.67,银行,工会经费,1,
    """
  private static let book2026 = """
    opening: {cash: 250.00, bank: 1800.00}
    budget:
      - {account: 401 会费收入, amount: 3000}
      - {account: 50102 文体活动支出, amount: 1000}
      - {account: 50105 会员活动支出, amount: 500}
      - {account: 503 职工服务支出, amount: 300}
    disclosures:
      - period: H1
        prepared_by: 周岚
        chair: 闻知远
        review: {date: 2026-07-07, by: 经费审查委员会, opinion: 账实相符}
        published: 2026-07-10
        income: 3000.00
        expense: 500.00
        closing: 4550.00
        counted: {bank: 4300.00}
      - period: Q3
        prepared_by: 密酉
        chair: 密戌
        review: {date: 2026-11-20, by: 密亥, opinion: 密子}
        published: 2026-11-23
    """
  private static let activity = """
    ---
    title: 三八节拔河
    date: 2026-03-06
    kind: 文体
    cost: {amount: 333.33, vouchers: [付-1]}
    ---
    """
  private static let files = [
    "finance/2025/ledger.csv": ledger2025, "finance/2025/book.yaml": book2025, "finance/2026/ledger.csv": ledger2026,
    "finance/2026/book.yaml": book2026, "activities/拔河.md": activity,
  ]

  private static func built(_ changed: [String: String] = [:], today: Day = "2026-11-22") async throws -> BuiltSite {
    try await BuiltSite(files.merging(changed) { $1 }, today: today)
  }

  /// The lines of a sheet by their item: budget, amount, the other amount, rate, share.
  private static func lines(_ site: BuiltSite, _ path: String) throws -> [String: [String]] {
    Dictionary(
      try site.view(path).list("lines").map { line in
        (line.text("name"), ["budget", "amount", "other", "rate", "share"].map { line.text($0) })
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test func `the books of these tests are in order`() async throws {
    #expect(try await Self.built().diagnostics.filter { $0.severity == .error }.map(\.code) == [])
  }

  // MARK: Files

  @Test func `a sheet's file has the lines of the sheet, byte by byte`() async throws {
    let rows = [
      "\u{FEFF}科目编号,项目,预算,金额", ",期初资金结转结余,,2050.00", "401,会费收入,3000.00,1000.00", "403,上级补助收入,,2000.00",
      ",收入合计,3000.00,3000.00", "501,职工活动支出,1500.00,333.33", "50102,文体活动支出,1000.00,333.33",
      "50105,会员活动支出,500.00,0.00", "503,职工服务支出,300.00,100.00", "504,维权支出,,66.67", "50405,送温暖支出,,66.67",
      ",支出合计,1800.00,500.00", ",本期收支差额,,2500.00", ",期末资金结转结余,,4550.00",
    ]
    let site = try await Self.built()
    let text = rows.map { $0 + "\r\n" }.joined()
    #expect(Array(try site.machineFile("finance/2026-h1.csv").utf8) == Array(text.utf8))
    let year = try site.machineFile("finance/2025.csv").split(separator: "\r\n").map(String.init)
    #expect(year[1] == ",年初资金结转结余,,1500.00" && year.last == ",年末资金结转结余,,2050.00")
  }

  @Test func `an adjustment has a line of its own, so that the column adds up`() async throws {
    let book = Self.book2025 + "\nadjustments: -50.00\n"
    let site = try await Self.built(["finance/2025/book.yaml": book])
    let year = try site.machineFile("finance/2025.csv")
    #expect(year.contains(",年初资金结转结余,,1500.00\r\n,资金结转结余调整及变动,,-50.00\r\n"))
    #expect(year.contains(",年末资金结转结余,,2000.00\r\n"))
    #expect(try site.machineFile("finance/2025-h2.csv").contains("调整") == false)
    #expect(try site.machineFile("finance/2025-h2.csv").contains(",期初资金结转结余,,2050.00\r\n"))
  }

  @Test func `two sources of one path are told of where one is an overview's file`() async throws {
    struct Maker: Overview {
      let library: Library
      init(_ library: Library) { self.library = library }
      func files() -> [FilePlan] {
        [FilePlan(path: "Index.html", origin: library.origin("finance")) { [] }]
      }
    }
    let site = try await BuiltSite([:], model: SiteModel(kinds: Kinds.all, overviews: [Summary.self, Maker.self]))
    #expect(site.codes.filter { $0 == "path-clash" }.count == 2)
  }

  // MARK: Sheets

  @Test func `a disclosed part of a year has budget, amount, year to date, rate and share`() async throws {
    let site = try await Self.built()
    let lines = try Self.lines(site, "finance/2026-h1.html")
    #expect(lines["期初资金结转结余"] == ["", "2,050.00", "2,050.00", "", ""])
    #expect(lines["会费收入"] == ["3,000.00", "1,000.00", "1,000.00", "33.3%", "33.3%"])
    #expect(lines["专项转移支付补助"] == ["", "2,000.00", "2,000.00", "", "66.7%"])
    #expect(lines["职工活动支出"] == ["1,500.00", "333.33", "333.33", "22.2%", "66.7%"])
    #expect(lines["支出合计"] == ["1,800.00", "500.00", "500.00", "27.8%", "100.0%"])
    #expect(lines["期末资金结转结余"] == ["", "4,550.00", "4,550.00", "", ""])
    #expect(lines["会议支出"] == nil)
    let second = try Self.lines(site, "finance/2025-h2.html")
    #expect(second["文体活动支出"] == ["", "0.00", "200.00", "", "0.0%"])
    #expect(second["期初资金结转结余"] == ["", "2,100.00", "1,500.00", "", ""])
    #expect(try !site.machineFile("finance/2025-h2.csv").contains("文体"))
  }

  @Test func `a year has last year's column, of the same months, with what was there last year only`() async throws {
    let site = try await Self.built()
    let lines = try Self.lines(site, "finance/2026.html")
    #expect(lines["会费收入"]?[2] == "800.00" && lines["文体活动支出"]?[2] == "200.00")
    #expect(lines["年初资金结转结余"]?[2] == "1,500.00" && lines["年末资金结转结余"]?[2] == "2,100.00")
    // October of the year before has no fellow yet.
    #expect(lines["其他支出"] == nil)
    #expect(try site.view("finance/2026.html").texts("columns", "label").contains("本年数（1—6月）"))
    let whole = try await Self.built(
      ["finance/2026/book.yaml": Self.book2026.replacing("Q3", with: "year")], today: "2027-02-01")
    let later = try Self.lines(whole, "finance/2026.html")
    #expect(later["其他支出"] == ["", "0.00", "50.00", "", "0.0%"])
    #expect(try !whole.machineFile("finance/2026.csv").contains("其他支出"))
    #expect(try whole.view("finance/2026.html").texts("columns", "label").contains("上年数"))
  }

  @Test func `between two standards last year's figures are found by name, and the rest is told of`() async throws {
    let old = """
      \(Self.heads)
      2021-03-03,收-1,401 会费收入,会费,800.00,,银行,会费,1,
      2021-05-06,付-1,50201 劳动关系协调费,调解,,200.00,现金,会费,2,
      2021-05-06,付-2,508 其他支出,杂支,,30.00,现金,会费,2,
      """
    let new = """
      \(Self.heads)
      2022-03-03,收-1,401 会费收入,会费,900.00,,银行,会费,1,
      2022-05-06,付-1,510 其他支出,杂支,,40.00,现金,会费,2,
      """
    let site = try await BuiltSite([
      "finance/2021/ledger.csv": old, "finance/2021/book.yaml": "opening: {cash: 500, bank: 0}\n",
      "finance/2022/ledger.csv": new, "finance/2022/book.yaml": "opening: {cash: 270, bank: 800}\n",
    ])
    #expect(site.codes == [])
    let lines = try Self.lines(site, "finance/2022.html")
    #expect(lines["会费收入"]?[2] == "800.00" && lines["其他支出"]?[2] == "30.00" && lines["支出合计"]?[2] == "230.00")
    #expect(try site.view("finance/2022.html").text("note").contains("2009年的会计制度"))
    #expect(
      try site.view("finance/2021.html").texts("signatures", "label") == ["工会主席", "财务负责人", "复核", "制表"])
    #expect(try site.html("finance/2021/508.html").contains("508 其他支出"))
  }

  @Test func `the sheet says in plain words what came in, went out and is left, in both languages`() async throws {
    let view = try await Self.built().view("finance/2026-h1.html")
    #expect(
      view.text("sentence")
        == "2026年上半年，工会收入 3,000.00 元，支出 500.00 元，结余 2,500.00 元。连同期初的 2,050.00 元，期末共有 4,550.00 元。"
        + "支出最多的是职工活动支出，333.33 元，占 66.7%。全年支出预算到期末执行了 27.8%。")
    #expect(
      view.text("sentence2").hasPrefix("In the first half of 2026 the union took in 3,000.00 yuan and spent 500.00;"))
  }

  @Test func `who signed a sheet is printed as written and in the report of persons`() async throws {
    let site = try await Self.built()
    let people = try site.page("finance/2026-h1.html").people
    #expect(people.map(\.name) == ["周岚", "闻知远", "经费审查委员会"])
    #expect(people.first?.place.start == Place("content/finance/2026/book.yaml", line: 9, column: 18))
    #expect(try site.view("finance/2026-h1.html").texts("signatures", "value") == ["闻知远", "", "", "周岚"])
  }

  // MARK: What is public

  @Test func `of a sheet whose day has not come, and of the months behind the last one, nothing is shown`() async throws
  {
    let site = try await Self.built()
    #expect(site.outputs(holding: "密") == [])
    #expect(site.outputs(holding: "12,345.67") == [] && site.outputs(holding: "12345.67") == [])
    #expect(!site.pagePaths.contains("finance/2026-q3.html") && !site.pagePaths.contains("finance/2026/50502.html"))
    let later = try await Self.built(today: "2026-11-23")
    #expect(later.outputs(holding: "密酉") == ["finance/2026-q3.html"])
    #expect(later.outputs(holding: "密申") == ["finance/2026/102.html", "finance/2026/50502.html"])
  }

  @Test func `a year of which nothing is public has a page that says so, without figures, files and accounts`()
    async throws
  {
    let site = try await Self.built(today: "2026-07-09")
    #expect(try site.html("finance/2026.html").contains("这一年的收支还没有公开。"))
    #expect(site.outputs(holding: "333.33").filter { $0.hasPrefix("finance") } == [])
    // Not even in the summary of the half-year.
    #expect(site.pagePaths.contains("summary/2026-h1.html"))
    #expect(site.outputs(holding: "3,000.00") == [])
    #expect(!site.plan.machineFiles.map(\.path).contains { $0.hasPrefix("finance/2026") })
    #expect(!site.pagePaths.contains { $0.hasPrefix("finance/2026/") })
    let years = try site.view("finance/index.html").list("years")
    #expect(years.map { $0.text("note") } == ["本年收支还没有公开。", "全年各期收支已公开。"])
    #expect(years[0].list("sheets").map { $0.text("undisclosed") } == ["true"])
  }

  @Test func `a year that is not over reaches as far as it is booked, and says what no sheet tells yet`() async throws {
    let book = String(
      Self.book2026.prefix(upTo: try #require(Self.book2026.firstRange(of: "  - period: Q3")).lowerBound))
    let site = try await Self.built(["finance/2026/book.yaml": book])
    let view = try site.view("finance/2026.html")
    #expect(view.texts("columns", "label").contains("本年数（1—8月）"))
    #expect(view.text("sentence").hasPrefix("2026年1—8月，工会收入 3,000.00 元，支出 12,845.67 元，超支"))
    #expect(view.text("note") == "7月起的流水还没有经过审查。")
    #expect(try site.view("finance/2026/50502.html").texts("periods", "id").last == "total")
    #expect(try site.view("finance/index.html").list("years").first?.text("note").hasPrefix("收支表公开到6月") == true)
  }

  @Test func `books without any sheet are shown whole`() async throws {
    let site = try await BuiltSite(
      [
        "finance/2025/ledger.csv": Self.ledger2025,
        "finance/2025/book.yaml": "opening: {cash: 500.00, bank: 1000.00}\n",
      ], today: "2026-11-22")
    #expect(try Self.lines(site, "finance/2025.html")["其他支出"]?[1] == "50.00")
    #expect(!site.pagePaths.contains("finance/2025-h1.html"))
  }

  @Test(arguments: [
    "{period: H2}", "{period: H2, published: 2026-01-10}",
    "{period: H2, review: {date: 2026-01-08, by: 经审会, opinion: 同意}}",
    "{period: H2, published: 2026-01-10, review: {date: 2026-01-08, opinion: 同意}}",
    "{period: H2, review: {date: 2026-01-08, by: 经审会, opinion: 不同意公开}}",
  ])
  func `a sheet without its review or its day of publication is shown by the preview alone, which says so`(
    _ sheet: String
  ) async throws {
    let book = Self.book2025.split(separator: "\n").dropLast().joined(separator: "\n") + "\n  - \(sheet)\n"
    let files = ["finance/2025/ledger.csv": Self.ledger2025, "finance/2025/book.yaml": book]
    let site = try await BuiltSite(files, today: "2026-01-15")
    #expect(!site.diagnostics.contains { $0.severity == .error })
    #expect(site.diagnostics.contains { $0.place.path == "content/finance/2025/book.yaml" && $0.place.line == 4 })
    #expect(site.pagePaths.contains("finance/2025-h1.html") && !site.pagePaths.contains("finance/2025-h2.html"))
    #expect(site.outputs(holding: "杂支") == [])
    #expect(try site.view("finance/2025-h1.html").text("waiting").isEmpty)
    let preview = try await BuiltSite(files, today: "2026-01-15", showsDrafts: true)
    #expect(try preview.view("finance/2025-h2.html").text("waiting").hasPrefix("只在预览中可见，不会发布：下半年收支表"))
    #expect(try preview.html("finance/2025-h2.html").contains("只在预览中可见"))
    #expect(
      preview.outputs(holding: "杂支") == [
        "finance/2025-h2.html", "finance/2025.html", "finance/2025/101.html", "finance/2025/510.html",
      ])
  }

  @Test func `a sheet that was refused is never published as agreed to`() async throws {
    let site = try await Self.built([
      "finance/2026/book.yaml": Self.book2026.replacing("opinion: 账实相符", with: "opinion: 账实不符，不同意公开")
    ])
    #expect(site.diagnostics.filter { $0.severity == .error }.map(\.code) == ["review-refused"])
    #expect(!site.pagePaths.contains("finance/2026-h1.html"))
  }

  @Test func `an entry of a day to come is told of at its line and counts nowhere`() async throws {
    let ledger = """
      \(Self.heads)
      2025-01-20,收-1,401 会费收入,会费,100.00,,银行,会费,1,
      2025-05-06,付-1,510 其他支出,密丑,,7.00,现金,会费,1,
      2025-12-20,收-2,401 会费收入,密寅,900.00,,银行,会费,1,
      """
    let site = try await BuiltSite(
      ["finance/2025/ledger.csv": ledger, "finance/2025/book.yaml": "opening: {cash: 500.00, bank: 1000.00}\n"],
      today: "2025-05-05")
    #expect(
      site.diagnostics.filter { $0.code == "entry-ahead" }.map { "\($0.place.line):\($0.place.column)" } == [
        "3:1", "4:1",
      ])
    #expect(site.outputs(holding: "密") == [] && site.outputs(holding: "900.00") == [])
    let lines = try Self.lines(site, "finance/2025.html")
    #expect(lines["会费收入"]?[1] == "100.00" && lines["年末资金结转结余"]?[1] == "1,600.00")
    #expect(try site.view("finance/2025.html").texts("columns", "label").contains("本年数（1月）"))
    #expect(!site.pagePaths.contains("finance/2025/510.html"))
  }

  // MARK: Down to the lines

  @Test func `every linked figure of every sheet is found again where its link leads, with as many lines as it says`()
    async throws
  {
    let site = try await Self.built()
    for page in site.plan.pages where page.template == "finance-sheet" {
      for line in try site.view(page.path).list("lines") {
        for (figure, link) in [("amount", "amount_url"), ("other", "other_url")] where !line.text(link).isEmpty {
          let parts = line.text(link).split(separator: "#").map(String.init)
          let target = try site.view(parts[0])
          let anchor = parts.count > 1 ? parts[1] : "total"
          let row = target.list("periods").first { $0.text("id") == anchor }
          // Last year's figure is of the same months, its page of all that is public.
          if page.path == "finance/2026.html", figure == "other" {
            #expect(target.list("periods").contains { $0.text("sum") == line.text(figure) }, "\(line.text(link))")
          } else {
            #expect(row?.text("amount") == line.text(figure), "\(page.path) \(line.text(link))")
          }
        }
      }
    }
    let view = try site.view("finance/2026/50102.html")
    let entry = try #require(view.list("months").first?.list("entries").first)
    #expect(
      ["day", "voucher", "summary", "details", "record", "record_url", "amount"].map { entry.text($0) } == [
        "3月6日", "付-1", "三八拔河奖品", "现金，会费，附单据2张", "三八节拔河", "activities/%E6%8B%94%E6%B2%B3.html", "333.33",
      ])
    #expect(try site.html("finance/2026/50102.html").contains("href=\"../../activities/%E6%8B%94%E6%B2%B3.html\""))
    #expect(try site.view("finance/2026/501.html").list("tables").count == 1)
    #expect(try site.view("finance/2026/211.html").list("months").first?.text("amount") == "-400.00")
  }

  @Test func `an account with more than 400 lines has a page for each month`() async throws {
    var ledger = Self.heads
    for number in 1...402 {
      ledger += "\n2025-0\(number <= 2 ? 1 : 3)-05,付-\(number),50102 文体活动支出,球\(number),,1.00,现金,会费,1,"
    }
    let site = try await BuiltSite(
      ["finance/2025/ledger.csv": ledger, "finance/2025/book.yaml": Self.book2025])
    let view = try site.view("finance/2025/50102.html")
    #expect(view.list("months").isEmpty)
    #expect(view.list("periods").first { $0.text("id") == "m3" }?.text("url") == "finance/2025/50102-03.html")
    #expect(try site.view("finance/2025/50102-03.html").list("months").first?.list("entries").count == 400)
    #expect(site.pagePaths.filter { $0.hasPrefix("finance/2025/50102-") }.count == 2)
  }

  // MARK: Agreements

  @Test func `the agreements say what was held against what, and what nobody gave`() async throws {
    let site = try await Self.built()
    let all = try site.view("finance/2026-h1.html").list("agreements")
    #expect(all.map { $0.text("name") } == ["账证相符", "账实相符", "账账相符", "账表相符"])
    // Cash below zero agrees with nothing.
    #expect(all.map { $0.text("result") } == ["相符", "〔待补〕", "不符", "相符"])
    #expect(
      all[0].list("comparisons").map { $0.text("one") + "/" + $0.text("other") } == [
        "分录12笔/凭证6号，附单据7张，编号不重不缺", "1条记录/注明它们的账本1行，金额与记录一致",
      ])
    #expect(
      all[1].list("comparisons").map { $0.text("one") + "/" + $0.text("other") } == [
        "账面 -150.00/〔待补〕", "账面 4,300.00/银行对账单 4,300.00",
      ])
    #expect(all[2].list("comparisons").last?.text("other") == "结余 4,550.00 － 往来 400.00")
    #expect(all[3].list("comparisons").first?.text("other") == "公开表 3,000.00")
    // The year before stated nothing; the year's own books begin it.
    let before = try site.view("finance/2025.html").list("agreements")
    #expect(before.map { $0.text("result") } == ["相符", "〔待补〕", "〔待补〕", "〔待补〕"])
  }

  // MARK: Charts

  @Test func `each chart bears its figures in words and has a table beside it`() async throws {
    let charts = try await Self.built().view("finance/2026-h1.html").list("charts")
    #expect(charts.map { $0.text("chart") } == ["chart-income", "chart-expense", "chart-months", "chart-budget"])
    #expect(charts.allSatisfy { $0.list("tables").count == 1 })
    #expect(charts[0].text("chart_text") == "会费收入 1,000.00（33.3%）；上级补助收入 2,000.00（66.7%）")
    #expect(charts[2].list("chart_columns").count == 6)
    #expect(charts[3].text("chart_text").contains("职工服务支出 全年预算 300.00；职工服务支出 到期末已执行 100.00（33.3%）"))
  }

  @Test func `what was planned is an outline, and what was done is filled`() async throws {
    let charts = try await Self.built().view("finance/2026-h1.html").list("charts")
    for bar in charts[3].list("bars") { #expect((bar.text("planned") == "true") == bar.text("text").contains("预算")) }
    for bar in charts[2].list("bars") { #expect(bar.text("planned") == "false") }
  }

  @Test func `a year of the old standard without an opening has a page, which says what is missing`() async throws {
    let old = Self.ledger2025.replacing("2025", with: "2009").replacing("50102 文体活动支出", with: "文体活动费")
      .replacing("510 其他支出", with: "508 其他支出")
    let site = try await Self.built(
      ["finance/2009/ledger.csv": old, "finance/2009/book.yaml": "adjustments: 3\n"], today: "2026-07-01")
    for page in site.plan.pages where page.template.hasPrefix("finance") {
      #expect(try site.html(page.path).contains("</html>"), "\(page.path)")
    }
    #expect(try site.view("finance/2009.html").list("lines").first?.text("amount") == missingMark)
  }

  // MARK: Privacy

  @Test func `a private name in a summary or in the book is found at its line and column, and so is a telephone`()
    async throws
  {
    let site = try await Self.built([
      "finance/2026/ledger.csv": Self.ledger2026.replacing("2月会费", with: "2月会费洪大伟").replacing(
        "报刊", with: "报刊13800138000"),
      "finance/2026/book.yaml": Self.book2026.replacing("周岚", with: "洪大伟"),
      "private/people.yaml": "- 洪大伟\n",
    ])
    let found = site.diagnostics.filter { $0.severity == .error }.map {
      "\($0.code) \($0.place.path):\($0.place.line):\($0.place.column)"
    }
    #expect(
      found == [
        "private-name content/finance/2026/book.yaml:9:18", "ledger-person content/finance/2026/ledger.csv:2:29",
        "private-name content/finance/2026/ledger.csv:2:29",
        "mobile-number content/finance/2026/ledger.csv:6:29",
      ])
  }

  // MARK: Percent

  @Test func `percentages are rounded half up to one decimal, and no amount is too large`() {
    #expect(Percent(Money(fen: 1), of: Money(fen: 3))?.text == "33.3%")
    #expect(Percent(Money(fen: 5), of: Money(fen: 10_000))?.text == "0.1%")
    #expect(Percent(Money(fen: 4), of: Money(fen: 10_000))?.text == "0.0%")
    #expect(Percent(Money(fen: -1), of: Money(fen: 3))?.text == "-33.3%")
    #expect(Percent(Money(fen: -1), of: Money(fen: 100_000))?.text == "0.0%")
    #expect(Percent(Money(fen: .min), of: Money(fen: 1))?.text == "-922337203685477580800.0%")
    #expect(Percent(Money(fen: .max), of: Money(fen: .max))?.text == "100.0%")
    #expect(Percent(Money(fen: 1), of: Money(fen: 0)) == nil && Percent(Money(fen: 1), of: Money(fen: -1)) == nil)
  }
}
