import BanbaoDiagnostics
import TestSupport
import Testing

/// 借贷记账法: what a ledger posts, whichever of its forms it has.
@Suite struct DoubleEntryTests {
  private static let simple = "日期,凭证号,科目,摘要,收入,支出,资金"
  private static let twoSided = "日期,凭证号,科目,摘要,借方,贷方"

  private func site(
    _ rows: [String], heads: String = simple, opening: String = "{cash: 1000.00, bank: 5000.00}", more: String = "",
    with files: [String: String] = [:]
  ) async throws -> BuiltSite {
    try await BuiltSite(
      files.merging([
        "finance/2026/book.yaml": "opening: \(opening)\n\(more)",
        "finance/2026/ledger.csv": ([heads] + rows).joined(separator: "\n"),
      ]) { own, _ in own }, today: "2026-06-30")
  }

  /// 期初, what came in, what went out and 期末 as the page of an account has them.
  private func balance(_ site: BuiltSite, _ account: String) throws -> [String] {
    let table = try #require(site.view("finance/2026/\(account).html").list("tables").first)
    return table.list("rows").compactMap { $0.list("cells").last?.text("text") }
  }

  @Test func `books of both sides are silent and give the pages of simple ones, byte for byte`() async throws {
    let first = try await BuiltSite(correctBooks)
    var files = correctBooks
    for path in ["finance/2025/ledger.csv", "finance/2026/ledger.csv"] {
      files[path] = bothSides(correctBooks[path] ?? "")
    }
    let site = try await BuiltSite(files)
    #expect(site.said == [])
    let (expected, outputs) = (first.plan.madeFiles, site.plan.madeFiles)
    #expect(expected.keys.filter { expected[$0] != outputs[$0] }.sorted() == [])
    #expect(outputs.count == expected.count)
  }

  @Test func `money's own pages show opening, both sides and closing`() async throws {
    let site = try await site([
      "2026-01-05,转-1,102 银行存款,提现,,500.00,银行", "2026-01-05,转-1,101 库存现金,提现,500.00,,现金",
      "2026-01-06,付-1,50102 文体活动支出,奖品,,400.00,现金", "2026-01-07,收-1,401 会费收入,会费,300.00,,银行",
    ])
    #expect(site.said == [])
    #expect(try balance(site, "101") == ["1,000.00", "500.00", "400.00", "1,100.00"])
    #expect(try balance(site, "102") == ["5,000.00", "300.00", "500.00", "4,800.00"])
    let lines = try site.view("finance/2026/101.html").list("months").flatMap { $0.list("entries") }
    #expect(lines.map { $0.text("voucher") + " " + $0.text("amount") } == ["转-1 500.00", "付-1 -400.00"])
  }

  @Test func `a transfer may be one line of the account that is paid into`() async throws {
    let site = try await site(["2026-01-05,转-1,101 库存现金,提现,,500.00,银行"])
    #expect(site.said == [])
    #expect(try balance(site, "101") == ["1,000.00", "500.00", "0.00", "1,500.00"])
    #expect(try balance(site, "102") == ["5,000.00", "0.00", "500.00", "4,500.00"])
  }

  @Test func `accounts have details, each with its balance`() async throws {
    let site = try await site(
      [
        "2026-01-05,付-1,50102 文体活动支出,奖品,,400.00,银行-工行", "2026-01-06,收-1,408—利息,利息,3.00,,银行-建行",
        "2026-01-07,付-2,135-备用金,借支备用金,,100.00,银行-工行", "2026-01-08,转-1,102-工行,转存,,50.00,银行",
        "2026-01-08,转-1,102 银行存款/建行,转存,50.00,,银行-建行",
      ], opening: "[{cash: 0}, {account: 102-工行, amount: 3000}, {account: 102-建行, amount: 2000}]")
    #expect(site.said == [])
    #expect(try balance(site, "102") == ["5,000.00", "53.00", "550.00", "4,503.00"])
    #expect(try balance(site, "102/工行") == ["3,000.00", "0.00", "550.00", "2,450.00"])
    #expect(try balance(site, "102/建行") == ["2,000.00", "53.00", "0.00", "2,053.00"])
    #expect(try balance(site, "135/备用金") == ["0.00", "100.00", "0.00", "100.00"])
    // Details are the union's own: the sheet has the official accounts.
    #expect(try site.sheet("finance/2026.csv").map { $0[0] }.filter { !$0.isEmpty } == ["408", "501", "50102"])
  }

  @Test func `what moves no money is booked by both sides, and is no income or expense`() async throws {
    let site = try await site(
      [
        "2026-01-05,付-1,50702 办公设备购置,打印机,1200.00,", "2026-01-05,付-1,102 银行存款,打印机,,1200.00",
        "2026-01-05,转-1,162 固定资产,打印机,1200.00,", "2026-01-05,转-1,301 资产基金,打印机,,1200.00",
        "2026-03-31,转-2,401 会费收入,结转收入,300.00,", "2026-03-31,转-2,32203 本年收支结转,结转收入,,300.00",
        "2026-03-31,转-3,32203 本年收支结转,结转支出,1200.00,", "2026-03-31,转-3,50702 办公设备购置,结转支出,,1200.00",
        "2026-02-05,收-1,102 银行存款,会费,300.00,", "2026-02-05,收-1,401 会费收入,会费,,300.00",
        "2026-02-06,收-2,102 银行存款,收回上年多付,20.00,", "2026-02-06,收-2,32201 年初余额调整,收回上年多付,,20.00",
      ], heads: Self.twoSided)
    #expect(site.said == [])
    let rows = try site.sheet("finance/2026.csv")
    func row(_ name: String) -> String? { rows.first { $0[1] == name }?[3] }
    #expect(row("年初资金结转结余") == "6000.00" && row("资金结转结余调整及变动") == "20.00")
    #expect(row("收入合计") == "300.00" && row("支出合计") == "1200.00" && row("年末资金结转结余") == "5120.00")
    #expect(try balance(site, "162") == ["0.00", "1,200.00", "0.00", "1,200.00"])
    // Both sides of a month, not what is left of them.
    #expect(try balance(site, "32203") == ["0.00", "1,200.00", "300.00", "-900.00"])
    let agreements = try site.view("finance/2026.html").list("agreements")
    #expect(agreements[2].list("comparisons").last?.text("result") == "相符")
  }

  @Test func `a debt is carried over the new year by its account`() async throws {
    let site = try await site(
      ["2026-01-20,付-1,211 应付上级经费,上缴上年四季度,,120.00,银行"], opening: "{cash: 1000.00, bank: 5300.00}",
      with: [
        "finance/2025/book.yaml": "opening: {cash: 1000.00, bank: 5000.00}\n",
        "finance/2025/ledger.csv":
          "\(Self.simple)\n2025-12-20,收-1,402 拨缴经费收入,四季度,180.00,,银行\n2025-12-20,收-1,211 应付上级经费,四季度,120.00,,银行",
      ])
    #expect(site.codes.filter { $0 != "disclosure-missing" } == [])
    #expect(try balance(site, "211") == ["120.00", "120.00", "0.00", "0.00"])
    #expect(try site.sheet("finance/2026.csv").first?[3] == "6180.00")
  }

  @Test func `what an opening states by account is held against the last closing`() async throws {
    let site = try await site(
      [], opening: "[{cash: 1000, bank: 5300}, {account: 211 应付上级经费, amount: 100}]",
      with: [
        "finance/2025/book.yaml": "opening: {cash: 1000.00, bank: 5000.00}\n",
        "finance/2025/ledger.csv": "\(Self.simple)\n2025-12-20,收-1,211 应付上级经费,四季度,300.00,,银行",
      ])
    #expect(site.codes.filter { $0 != "disclosure-missing" } == ["opening-mismatch"])
    #expect(site.said.contains { $0.contains("211 应付上级经费写 100.00") && $0.contains("差 -200.00") })
  }

  @Test func `books that begin in July begin with any number, and owe no sheet of the first half`() async throws {
    let row = "2026-07-03,付-45,50102 文体活动支出,奖品,,100.00,银行"
    func built(_ more: String) async throws -> BuiltSite {
      try await BuiltSite(
        [
          "finance/2026/book.yaml": "opening: {cash: 0, bank: 500}\n\(more)",
          "finance/2026/ledger.csv": "\(Self.simple)\n\(row)",
        ], today: "2026-08-20")
    }
    #expect(try await built("opening_day: 2026-07-01\n").said == [])
    #expect(try await built("").codes == ["opening-day"])
    #expect(try await built("opening_day: 2026-07-10\n").codes == ["entry-outside-year"])
  }

  static let faults: [(rows: [String], code: String, line: Int)] = [
    (["2026-01-05,转-1,102 银行存款,提现,,500.00,银行"], "voucher-unbalanced", 2),
    (["2026-01-05,转-1,102 银行存款,提现,,500.00,银行", "2026-01-05,转-1,101 库存现金,提现,501.00,,现金"], "voucher-unbalanced", 3),
    (["2026-01-05,转-1,101 库存现金,提现,,500.00,银行", "2026-01-05,转-1,102 银行存款,提现,500.00,,现金"], "voucher-unbalanced", 3),
    (["2026-01-05,付-1,50102 文体活动支出,奖品,,1000.01,现金"], "money-below-zero", 2),
    (["2026-01-05,付-1,211 应付上级经费,上缴,,10.00,银行"], "opening-debt", 2),
    (["2026-01-05,付-1,301 资产基金,打印机,,10.00,银行"], "account-side", 2),
    (["2026-01-05,付-1,102-,奖品,,10.00,银行"], "account-unknown", 2),
    (["2026-01-05,付-1,50102-文体活动,奖品,,10.00,银行"], "account-unknown", 2),
    (["2026-01-05,付-1,102-库存现金,奖品,,10.00,银行"], "account-unknown", 2),
  ]

  @Test(arguments: faults)
  func `what does not balance is said at its line`(rows: [String], code: String, line: Int) async throws {
    let site = try await site(rows)
    #expect(site.codes == [code])
    #expect(site.diagnostics.first?.place.line == line)
  }

  @Test(arguments: [
    ("2026-01-05,付-1,50102 文体活动支出,奖品,10.00,", "voucher-unbalanced"),
    ("2026-01-05,付-1,50102 文体活动支出,奖品,,10.00", "account-side"),
    ("2026-01-05,付-1,50102 文体活动支出,奖品,10.00,20.00", "ledger-cell"),
    ("2026-01-05,付-1,50102 文体活动支出,奖品,,", "ledger-cell"),
  ])
  func `a line of a ledger of both sides`(row: String, code: String) async throws {
    #expect(try await site([row], heads: Self.twoSided).codes.contains(code))
  }
}

/// A simple ledger with both sides of every line written out.
func bothSides(_ text: String) -> String {
  var lines: [String] = []
  for (number, line) in text.split(separator: "\n").enumerated() {
    let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    func row(_ account: String, _ debit: String, _ credit: String, _ rest: ArraySlice<String>) -> String {
      ([cells[0], cells[1], account, cells[3], debit, credit] + rest).joined(separator: ",")
    }
    let (income, expense, rest) = (cells[4], cells[5], cells[7...])
    if number == 0 {
      lines.append(row(cells[2], "借方", "贷方", rest))
    } else if cells[2].hasPrefix("10") {
      lines.append(row(cells[2], income, expense, rest))
    } else {
      lines.append(row(cells[2], expense, income, rest))
      lines.append(row(cells[6] == "现金" ? "101 库存现金" : "102 银行存款", income, expense, ["", "", ""]))
    }
  }
  return lines.joined(separator: "\n")
}
