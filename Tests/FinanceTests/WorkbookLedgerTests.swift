import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import TestSupport
import Testing

@testable import BanbaoFinance

/// `ledger.xlsx` as accountants keep it.
@Suite struct WorkbookLedgerTests {
  /// Each entry as `DAY VOUCHER AMOUNT SUMMARY CELL`, and each fault as `CELL CODE`.
  private func read(_ file: WorkbookFile) -> (entries: [String], faults: [String]) {
    let text = workbookText("ledger.xlsx", file.bytes).sifted()
    let (ledger, faults) = Ledger.read(text, year: 2026, chart: ChartOfAccounts(.of2021))
    let entries = ledger.map { ledger in
      ledger.entries.map {
        "\($0.day.iso) \($0.voucher.text) \($0.amount.grouped) \(ledger.summary($0)) \(ledger.place($0, .account).address)"
      }
    }
    return (entries ?? [], faults.inOrder().map { "\($0.place.address) \($0.code)" })
  }

  private static let heads = ["日期", "凭证号", "科目", "摘要", "收入", "支出", "资金"]

  @Test func `places are cells, whatever stands above, between and in them`() {
    var file = WorkbookFile([
      WorkbookFile.Sheet("封面", [["账本"]]),
      WorkbookFile.Sheet(
        "一月",
        [["收支明细账"], [], Self.heads, [], ["2026-01-08", "付-1", "会议支出", "茶水,\"大\"\n杯", "", "12.3", "现金"]]),
      WorkbookFile.Sheet(
        "二月", [[""] + Self.heads, ["", "2026-02-08", "付-2", "会议支出", "\u{200B}茶水", "", "12.345", "现\u{200B}金"]]),
    ])
    file.sheets[1].merged = ["A1:G2"]
    let read = read(file)
    #expect(read.entries == ["2026-01-08 付-1 12.30 茶水,\"大\"\n杯 ledger.xlsx!一月!C5"])
    #expect(read.faults == ["ledger.xlsx ledger-sheet", "ledger.xlsx!二月!G2 amount-form"])
  }

  @Test func `cells that are merged below each other hold for every row of them, amounts do not`() {
    var file = WorkbookFile([
      WorkbookFile.Sheet(
        "账",
        [
          Self.heads, ["2026-01-08", "付-1", "会议支出", "茶水", "", "1", "现金"], ["", "", "会议支出", "杯子", "", "2", "现金"],
          ["", "", "会议支出", "笔", "", "", "现金"], ["", "", "会议支出", "本", "", "4", "现金"],
        ])
    ])
    file.sheets[0].merged = ["A2:A4", "B2:B4", "F3:F4"]
    let read = read(file)
    #expect(
      read.entries == [
        "2026-01-08 付-1 1.00 茶水 ledger.xlsx!账!C2", "2026-01-08 付-1 2.00 杯子 ledger.xlsx!账!C3",
      ])
    #expect(
      read.faults == [
        "ledger.xlsx!账!A4 ledger-cell", "ledger.xlsx!账!A5 ledger-cell", "ledger.xlsx!账!A5 ledger-cell",
      ])
  }

  @Test func `a control character is found at its cell, and no program is told to change it`() async throws {
    let rows = [Self.heads, ["2026-01-08", "付-1", "会议支出", "茶_x0007_水", "", "1", "现金"]]
    let site = try await BuiltSite(bytes: [
      "finance/2026/ledger.xlsx": WorkbookFile([WorkbookFile.Sheet("账", rows)]).bytes,
      "finance/2026/book.yaml": Array("opening: {cash: 10.00, bank: 0.00}\n".utf8),
    ])
    let faults = site.diagnostics.filter { $0.code == "control-character" }
    #expect(faults.map(\.place.address) == ["content/finance/2026/ledger.xlsx!账!D2"])
    #expect(faults.allSatisfy { $0.fix == nil })
  }

  @Test func `days count from 1900 or 1904, as the workbook says`() {
    var file = WorkbookFile([
      WorkbookFile.Sheet("账", [Self.heads, ["2026-01-08", "付-1", "会议支出", "茶水", "", "1", "现金"]])
    ])
    let expected = ["2026-01-08 付-1 1.00 茶水 ledger.xlsx!账!C2"]
    #expect(read(file).entries == expected)
    file.countsFrom1904 = true
    #expect(read(file).entries == expected)
    // A number that is shown as such, in the column of days.
    file.sheets[0].rows[1][0] = "44568"
    #expect(read(file).entries == expected)
    file.countsFrom1904 = false
    #expect(read(file).faults == ["ledger.xlsx!账!A2 day-form"])
  }

  @Test func `a workbook of other tables is no ledger, and one whose heads lack something says so`() {
    let balances = WorkbookFile.Sheet("余额表", [["科目编码", "科目", "摘要", "期初"], ["101", "库存现金", "", "1"]])
    #expect(read(WorkbookFile([balances, balances])).faults == ["ledger.xlsx!余额表!A1 ledger-heads"])
    let lacking = WorkbookFile.Sheet("账", [["日期", "凭证号", "科目", "摘要", "支出"]])
    #expect(read(WorkbookFile([balances, lacking])).faults == ["ledger.xlsx!账!A1 ledger-heads"])
  }

  @Test func `a name in a summary is found at its cell`() async throws {
    var files = correctBooks.mapValues { Array($0.utf8) }
    files["finance/2025/ledger.csv"] = nil
    let lines = (correctBooks["finance/2025/ledger.csv"] ?? "").replacing("一季度会费", with: "张秀英同志会费")
    files["finance/2025/ledger.xlsx"] = WorkbookFile(lines: lines.split(separator: "\n").map { String($0) }).bytes
    let site = try await BuiltSite(bytes: files)
    #expect(
      site.diagnostics.filter { $0.severity == .error }.map { "\($0.place.address) \($0.code)" } == [
        "content/finance/2025/ledger.xlsx!Sheet1!D2 ledger-person"
      ])
  }
}
