import BanbaoDiagnostics
import BanbaoSource
import TestSupport
import Testing

@testable import BanbaoFinance

/// `ledger.csv` as Excel and WPS save it.
@Suite struct LedgerReadingTests {
  private static let heads = "日期,凭证号,科目,摘要,收入,支出,资金,经费来源,附单据数,关联记录"

  /// What a ledger of 2026 reads as: a line of text for each entry, and `LINE:COLUMN CODE` for each fault.
  private func read(_ text: String, heads: String = heads, year: Int = 2026) -> (entries: [String], faults: [String]) {
    read(bytes: Array((heads + "\n" + text).utf8), year: year)
  }

  private func read(bytes: [UInt8], year: Int = 2026) -> (entries: [String], faults: [String]) {
    let chart = ChartOfAccounts(Standard.inForce(in: year))
    let (ledger, diagnostics) = Ledger.read(SourceText(path: "ledger.csv", bytes: bytes), year: year, chart: chart)
    let entries = ledger.map { ledger in
      ledger.entries.map { entry in
        let amount = entry.amount.grouped
        return [
          entry.day.iso, entry.voucher.text, chart.accounts[entry.account].number, ledger.summary(entry),
          entry.isIncome ? "+" + amount : "/" + amount, entry.fund?.rawValue ?? "", entry.source?.rawValue ?? "",
          entry.attachments.map { String($0) } ?? "", ledger.record(entry) ?? "",
        ].joined(separator: "|")
      }
    }
    return (
      entries ?? [],
      diagnostics.sorted { $0.place < $1.place }.map { "\($0.place.line):\($0.place.column) \($0.code)" }
    )
  }

  private static let line = "2026-03-08,付-1,50102 文体活动支出,购跳绳,,1234.50,现金,工会经费,2,activities/a"
  private static let entry = "2026-03-08|付-1|50102|购跳绳|/1,234.50|现金|工会经费|2|activities/a"

  @Test(arguments: [
    line,
    "2026/3/8,付-1,50102 文体活动支出,购跳绳,,\"1,234.50\",现金,工会经费,2,activities/a",
    "2026年3月8日,付1,文体活动支出,购跳绳,,￥1234.50,现金,工会经费,2,activities/a",
    "\"2026-03-08\",\"付字第1号\",\"文体活动支出\",\"购跳绳\",\"\",\"¥1,234.5\",\"现金\",\"工会经费\",\"2\",\"activities/a\"",
    "２０２６－０３－０８,付－１,５０１０２　文体活动支出,购跳绳,,１２３４．５０,现金,工会经费,２,activities/a",
    "\u{2009}2026-03-08\u{2002},付-1\u{2007},50102\u{A0}文体活动支出,\u{205F}购跳绳\u{3000},,1\u{202F}234.50,现金\u{2009},工会经费,2,activities/a",
    " 2026-03-08 ,\t付-1 , 50102文体活动支出,　购跳绳　, - , 1234.50元 ,库存现金, 工会经费 , 2 ,activities/a",
    "2026-03-08,付-1,50102 文体活动支出,购跳绳,0.00,1234.50,现金,工会经费,2,activities/a,,,,",
  ])
  func `A line reads the same in every form that Excel and WPS write`(_ text: String) {
    let read = read(text)
    #expect(read.entries == [Self.entry])
    #expect(read.faults == [])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `Lines may end with LF, CRLF or CR, and empty ones stand anywhere`(_ end: String) {
    let rows = [Self.heads, "", Self.line, ",,,,,,,,,", Self.line, "", ",,,,,,,,,"]
    let read = read(bytes: Array(rows.joined(separator: end).utf8))
    #expect(read.entries == [Self.entry, Self.entry])
    #expect(read.faults == [])
  }

  @Test func `UTF-8 with and without a byte order mark and GB18030 read the same`() throws {
    let text = Self.heads + "\r\n" + Self.line + "\r\n"
    for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), try gb18030(text)] {
      let read = read(bytes: bytes)
      #expect(read.entries == [Self.entry])
      #expect(read.faults == [])
    }
  }

  @Test func `A fault in GB18030 stands at its character`() throws {
    let text = Self.heads + "\r\n" + Self.line + "\r\n2026-03-08,付-2,文体活动支出,购跳绳,,1234.50,微信,,,\r\n"
    #expect(read(bytes: try gb18030(text)).faults == ["3:36 ledger-cell"])
    #expect(read(bytes: Array(text.utf8)).faults == ["3:36 ledger-cell"])
    #expect(read(bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8)).faults == ["3:36 ledger-cell"])
  }

  @Test func `A cell in quotes holds line breaks, commas and quotes`() {
    let read = read(
      "2026-03-08,付-1,50102 文体活动支出,\"购跳绳\r\n10根，\"\"双喜\"\"牌,大号\",,20,现金\n2026-03-09,付-2,50102 文体活动支出,x,,y,现金")
    #expect(read.entries == ["2026-03-08|付-1|50102|购跳绳\r\n10根，\"双喜\"牌,大号|/20.00|现金|||"])
    #expect(read.faults == ["4:32 amount-form"])
  }

  @Test func `Heads come in any order, in both languages, with units, below a title`() {
    let read = read(
      ",现金,100.00,,购跳绳,文体活动支出,付-1,2026-03-08",
      heads: "某医院工会2026年收支明细账\n编制：会计,,,\nrecord,资金, 支出（元） ,Income(元),Summary,科目,Voucher,日 期")
    #expect(read.entries == ["2026-03-08|付-1|50102|购跳绳|/100.00|现金|||"])
    #expect(read.faults == [])
  }

  @Test func `Sums below the entries are no entries`() {
    let read = read(
      """
      \(Self.line)
      2026-03-31,,,本月合计,0.00,1234.50,
      ,,,本年累计,0.00,1234.50,,,,
      合计,,,,,1234.50,
      ,合计,,,,1234.50,
      2026-04-08,付-2,50102 文体活动支出,结清体育用品合计,,10.00,现金
      """)
    #expect(read.entries == [Self.entry, "2026-04-08|付-2|50102|结清体育用品合计|/10.00|现金|||"])
    #expect(read.faults == [])
  }

  @Test(arguments: [
    "2026-01-01,,,上年结转,,,,", ",,,承前页,0.00,1234.50,", ",,,过次页,0.00,1234.50,", ",,,接上页,,,", ",,,转下页,,,",
    "合计：,,,,,1234.50,", ",,,合计（元）,,1234.50,", ",,,本月发生额,0.00,1234.50,", ",,,期末余额,,53765.50,现金",
    ",,,期初余额,,,", ",,,本年累计,,1234.50,", ",,,3月份小计,,1234.50,", ",,,1至3月累计发生额,1,1,", ",,,第一季度合计,,1234.50,",
    ",,,结转下年,,1,", ",,50102 文体活动支出小计,,,1234.50,", "会计主管：,,出纳：,,,制单：,", "制单：李青,审核：王芳,记账：李青,,,,",
    ",,,注：单位为元,,,", ",,,合 计,,1234.50,",
  ])
  func `What account books have besides entries is passed over`(_ row: String) {
    let read = read("\(Self.line)\n\(row)")
    #expect(read.entries == [Self.entry])
    #expect(read.faults == [])
  }

  @Test(arguments: [
    "¥(1,234.50)", "1,234.50-", "( 1,234.50 )", "（￥1,234.50）元", "-1,234.50 ", "－1234.50", "−1234.50", "–1,234.50",
    "△1234.50", "¥-1,234.50", "-¥1,234.50", "￥ -1,234.50 ", "[1,234.50]", "负1234.50元", "1234.50元-", "-1\u{202F}234.50",
    "‑1234.50", "﹣1234.50", "(人民币1234.50)",
  ])
  func `A negative amount keeps its sign in every form that accountants write`(_ amount: String) {
    let read = read("2026-03-08,付-2,会议支出,冲销3月1日付-1号凭证,,\"\(amount)\",现金")
    #expect(read.entries == ["2026-03-08|付-2|50502|冲销3月1日付-1号凭证|/-1,234.50|现金|||"])
  }

  @Test(arguments: [" ¥-   ", " ￥ -   ", "-", "–", "—", "−", "－", " - ", "--", "¥ -"])
  func `A dash is no amount, with a currency sign or without`(_ dash: String) {
    let read = read("2026-03-08,收-1,会费收入,会费,\" ¥6,006.00 \",\"\(dash)\",银行")
    #expect(read.entries == ["2026-03-08|收-1|401|会费|+6,006.00|银行|||"])
    #expect(read.faults == [])
  }

  @Test(arguments: [
    ("2026-13-08,付-1,会费收入,会费,1,,现金", ["2:1 day-impossible"]),
    ("2026-03-08,付十二,会费收入,会费,1,,现金", ["2:12 voucher-form"]),
    ("2026-03-08,付-0,会费收入,会费,1,,现金", ["2:12 voucher-form"]),
    ("2026-03-08,付-12-3/2,会费收入,会费,1,,现金", ["2:12 voucher-form"]),
    ("2026-03-08,收-1,401,会费,1,,现金", ["2:16 account-unknown"]),
    ("2026-03-08,收-1,会费收人,会费,1,,现金", ["2:16 account-unknown"]),
    ("2026-03-08,收-1,401 拨缴经费收入,会费,1,,现金", ["2:16 account-unknown"]),
    ("2026-03-08,收-1,409 会费收入,会费,1,,现金", ["2:16 account-unknown"]),
    ("2026-03-08,收-1,会费收入,会费,12.345,,现金", ["2:24 amount-form"]),
    ("2026-03-08,收-1,会费收入,会费,1.2万,,现金", ["2:24 amount-form"]),
    ("2026-03-08,收-1,会费收入,会费,\"12,34.00\",,现金", ["2:24 amount-form"]),
    ("2026-03-08,收-1,会费收入,会费,92233720368547758.08,,现金", ["2:24 amount-form"]),
    ("2026-03-08,收-1,会费收入,会费,1,,微信", ["2:27 ledger-cell"]),
    ("2026-03-08,收-1,会费收入,会费,1,,现金,会废", ["2:30 ledger-cell"]),
    ("2026-03-08,收-1,会费收入,会费,1,,现金,会费,两张", ["2:33 count-form"]),
    ("2026-03-08,收-1,会费收入,会费,1,2,现金", ["2:26 ledger-cell"]),
    ("2026-03-08,收-1,会费收入,会费,,,现金", ["2:1 ledger-cell"]),
    ("2026-03-08,收-1,会费收入,会费, - , - ,现金", ["2:1 ledger-cell"]),
    (",,,,1,,", ["2:1 ledger-cell"]),
    ("2026-03-08,,,购跳绳,,1,", ["2:1 ledger-cell"]),
    (",,,合计,,1,现金,,,备注：", []),
    ("2026-03-08,收-1,会费收入,会费,1,,现金,,,,备注", ["2:33 ledger-cell"]),
  ])
  func `Each fault stands at its line and column`(_ text: String, _ faults: [String]) {
    let read = read(text)
    #expect(read.entries == [])
    #expect(read.faults == faults)
  }

  @Test func `Every fault of every line is found in one run, and sound lines are read`() {
    let read = read("x,y,z,会费,1,,现金\n\(Self.line)\n2026-03-08,收-1,会费收入,会费,q,,w")
    #expect(read.entries == [Self.entry])
    #expect(
      read.faults == [
        "2:1 day-form", "2:3 voucher-form", "2:5 account-unknown", "4:24 amount-form", "4:27 ledger-cell",
      ])
  }

  @Test(arguments: [
    "2026.03.08", "2026.3.8", "20260308", "46089",
  ])
  func `A day reads the same as account programs write it`(_ day: String) {
    let read = read(Self.line.replacing("2026-03-08", with: day))
    #expect(read.entries == [Self.entry])
    #expect(read.faults == [])
  }

  @Test(arguments: [
    "2026.02.30", "20260230", "46454", "2026.03", "202603", "2026-03-08 上午", "2026.3-8", "2026-03-08 00:00:00",
    "2026/3/8 8:30",
  ])
  func `What looks like such a day and is none is refused`(_ day: String) {
    let read = read(Self.line.replacing("2026-03-08", with: day))
    #expect(read.entries == [])
    #expect(read.faults.count == 1 && read.faults[0].hasPrefix("2:1 day-"), "\(read.faults)")
  }

  @Test func `Heads of other programs are known, account numbers beside names too, and other columns are passed over`()
  {
    let heads = "业务日期,凭证日期,凭证字,凭证号数,科目编码,科目名称,对方科目,摘要,收入金额（元）,支出金额,资金,余额,经手人"
    let read = read(
      "2026-03-09,2026-03-08,付,1,50102,文体活动支出,库存现金,购跳绳,,1234.50,现金,9,甲\n"
        + "2026-03-09,2026-03-08,付,付-2,50102,50102 文体活动支出,,购球,,1.00,现金,,\n\(heads)", heads: heads)
    #expect(
      read.entries == [
        "2026-03-08|付-1|50102|购跳绳|/1,234.50|现金|||", "2026-03-08|付-2|50102|购球|/1.00|现金|||",
      ])
    #expect(read.faults == ["1:1 ledger-column"])
  }

  @Test func `A head that is nearly one of a ledger's is not passed over`() {
    let read = read(Self.line, heads: Self.heads.replacing("关联记录", with: "关联纪录"))
    #expect(read.entries == [])
    #expect(read.faults == ["1:33 ledger-heads"])
  }

  @Test(arguments: ["#REF!", "#N/A", "#DIV/0!", "=SUM(E2:E9)", "=1/0"])
  func `A formula without a value is said, unless its row is none of entries`(_ cell: String) {
    let read = read("2026-03-08,付-1,会议支出,茶水,,\(cell),现金\n合计,,,,,\(cell),")
    #expect(read.entries == [])
    #expect(read.faults == ["2:25 ledger-formula"])
  }

  @Test(arguments: ["\t", ";", "，", "；"])
  func `Other separators than commas are named`(_ separator: String) {
    let read = read(bytes: Array(Self.heads.replacing(",", with: separator).utf8))
    #expect(read.faults == ["1:1 ledger-heads"])
  }

  @Test func `workbooks under another name and damaged text are refused`() {
    let workbook: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 0, 0]
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]
    for bytes in [workbook, old] {
      #expect(read(bytes: bytes).faults == ["0:0 table-encoding"])
    }
    #expect(read(bytes: Array("date\n".utf8) + [0xFF, 0xFF]).faults == ["2:1 table-encoding"])
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `Any bytes end in entries or faults, and every fault lies inside the file`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet = Array("2026-03-08,付-1,\"会费收入\",\n\r,１\"\"合计,，;\t".utf8) + [0xFF, 0x00, 0xB8]
    for _ in 0..<10 {
      let bytes = Array((Self.heads + "\n").utf8) + (0..<80).map { _ in random.pick(alphabet) }
      let read = read(bytes: bytes)
      #expect(!read.entries.isEmpty || !read.faults.isEmpty, "\(bytes)")
      let lines = bytes.count { $0 == 10 || $0 == 13 } + 1
      for fault in read.faults {
        let place = fault.split { ": ".contains($0) }.prefix(2).compactMap { Int($0) }
        #expect(place.count == 2 && (0...lines).contains(place[0]) && (0...bytes.count).contains(place[1]), "\(fault)")
      }
    }
  }

  @Test func `A void voucher is a line of nothing, on the side of its account`() {
    let read = read("2026-03-08,付-1,会议支出,作废,,0,现金\n2026-03-08,收-1,会费收入,作废,0.00,0.00,现金")
    #expect(read.entries == ["2026-03-08|付-1|50502|作废|/0.00|现金|||", "2026-03-08|收-1|401|作废|+0.00|现金|||"])
    #expect(read.faults == [])
  }

  @Test func `Brackets are a minus, as Excel's accounting format writes it`() {
    let read = read("2026-03-08,付-2,会议支出,冲销3月1日付-1号凭证,,(20.00),现金")
    #expect(read.entries == ["2026-03-08|付-2|50502|冲销3月1日付-1号凭证|/-20.00|现金|||"])
  }
}
