package import BanbaoDiagnostics
import BanbaoSource

// The forms of a ledger's cells.

/// `1234`, `1234.5`, `1234.50`, `1,234.50`, read from the bytes: nearly every amount of a ledger is so written.
func plainAmount(_ bytes: ArraySlice<UInt8>) -> Money? {
  guard bytes.count <= 16 else { return nil }
  var fen: Int64 = 0
  var decimals = -1
  var digits = 0
  var sinceComma = -1
  for byte in bytes {
    switch byte {
    case 48...57:
      fen = fen * 10 + Int64(byte - 48)
      if decimals >= 0 { decimals += 1 } else { digits += 1 }
      if sinceComma >= 0 { sinceComma += 1 }
    case 0x2E where decimals < 0 && digits > 0 && (sinceComma < 0 || sinceComma == 3):
      decimals = 0
      sinceComma = -1
    case 0x2C where decimals < 0 && digits > 0 && (sinceComma == 3 || (sinceComma < 0 && digits <= 3)):
      sinceComma = 0
    default: return nil
    }
  }
  guard digits > 0, decimals != 0, decimals <= 2, sinceComma < 0 || sinceComma == 3 else { return nil }
  return Money(fen: decimals == 2 ? fen : decimals == 1 ? fen * 10 : fen * 100)
}

/// `2026-03-08`, `2026/3/8` and `2026.03.08`, read from the bytes.
func plainDay(_ bytes: ArraySlice<UInt8>) -> Day? {
  guard bytes.count <= 10 else { return nil }
  var numbers = (0, 0, 0)
  var part = 0
  var separator: UInt8?
  for byte in bytes {
    switch byte {
    case 48...57:
      let digit = Int(byte - 48)
      switch part {
      case 0: numbers.0 = numbers.0 * 10 + digit
      case 1: numbers.1 = numbers.1 * 10 + digit
      default: numbers.2 = numbers.2 * 10 + digit
      }
    case 0x2D, 0x2F, 0x2E:
      guard part < 2, separator ?? byte == byte else { return nil }
      separator = byte
      part += 1
    default: return nil
    }
  }
  return part == 2 && numbers.0 >= 1000 ? Day(year: numbers.0, month: numbers.1, day: numbers.2) : nil
}

/// What account programs write for a day, in the form that every day has: `2026.01.12`, `20260112`, and in a workbook any
/// with a time of day, which is left out. What is none of these stays as it is.
///
/// - Parameters:
///   - allowsTime: false in a file of text: there the cell is to be given the form of a day.
///   - serial: the day of a serial number of a workbook; nil where none can be meant.
func dayOfPrograms(_ text: String, allowsTime: Bool, serial: (Int) -> Day?) -> String {
  func isNumber(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
  }
  var day = foldedFullWidth(text)[...]
  if allowsTime, let end = day.firstIndex(where: { $0 == " " || $0 == "T" }) {
    let clock = day[day.index(after: end)...].split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(clock.count), clock.allSatisfy({ isNumber($0.prefix { $0 != "." }) }) else { return text }
    day = day[..<end]
  }
  let parts = day.split(separator: ".", omittingEmptySubsequences: false)
  if parts.count == 3, parts[0].utf8.count == 4, parts.allSatisfy(isNumber) { return parts.joined(separator: "-") }
  guard isNumber(day) else { return String(day) }
  if day.utf8.count == 8 {
    return [day.prefix(4), day.dropFirst(4).prefix(2), day.suffix(2)].joined(separator: "-")
  }
  return day.utf8.count == 5 ? Int(day).flatMap(serial)?.iso ?? text : text
}

/// What is wrong with a cell that holds a formula's error, or a formula that nobody has computed; nil for any other.
func formulaFault(_ file: [UInt8], _ range: Range<Int>) -> Misread? {
  // Asked of every cell: few begin as formulas do, and only those are cut out.
  guard let place = range.first, file[place] == 0x23 || file[place] == 0x3D else { return nil }
  let (first, bytes) = (file[place], file[range])
  let text = String(decoding: bytes, as: UTF8.self)
  if isFormulaError(text) {
    return Misread(
      rule: LedgerRules.formula, message: Wording("公式出错了：\(text)", en: "the formula came to \(text)"),
      help: Wording("在 Excel 或 WPS 里改好这一格，再保存", en: "mend the cell in Excel or WPS and save the file"))
  }
  // A line drawn of them is a text.
  guard first == 0x3D, !bytes.dropFirst().starts(with: [0x3D]), bytes.dropFirst().first != 0x20 else { return nil }
  return Misread(
    rule: LedgerRules.formula,
    message: Wording("公式 \(text) 没有算出来的数", en: "the formula \(text) has never been computed"),
    help: Wording("用 Excel 或 WPS 打开，保存一次；或把这一格改成数", en: "open it in Excel or WPS and save it, or write the figure"))
}

/// What spreadsheets show for a formula that came to nothing.
private func isFormulaError(_ text: String) -> Bool {
  switch text {
  case "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA": true
  default: false
  }
}

/// 资金: where an entry's money lies, and in which account: `现金`, `银行`, `银行-工行`.
struct WrittenFund {
  var fund: Fund
  /// In the ledger's chart, with the details that were added.
  var account: Int

  init(reading text: String, _ details: DetailAccounts) throws(Misread) {
    let separators = "-—–/"
    let folded = foldedFullWidth(text)
    let name = folded.prefix { !separators.contains($0) && $0 != " " }
    let detail = folded.dropFirst(name.count).drop { separators.contains($0) || $0 == " " }
    let fund: Fund? =
      switch name {
      case "现金", "库存现金": .cash
      case "银行", "银行存款": .bank
      default: nil
      }
    guard let fund, let account = details.chart.funds.firstIndex(of: fund) else {
      throw Misread(
        rule: LedgerRules.cell, message: Wording("“\(text)”不是资金", en: "“\(text)” is no fund"),
        help: Wording("写 现金 或 银行；有几个银行账户的写 银行-工行", en: "write 现金 or 银行, or 银行-工行 for one of several banks"))
    }
    self.fund = fund
    self.account = detail.isEmpty ? account : details.index(of: String(detail), under: account)
  }
}

/// 经费来源 of an entry.
func readSource(_ text: String) throws(Misread) -> FundSource {
  if let source = FundSource(rawValue: text) { return source }
  let words = FundSource.allCases.map(\.rawValue)
  let near = nearest(to: text, among: words)
  throw Misread(
    rule: LedgerRules.cell, message: Wording("“\(text)”不是经费来源", en: "“\(text)” is no source of money"),
    help: Wording(
      (near.map { "是不是“\($0)”？" } ?? "") + "可以写：\(words.joined(separator: "、"))",
      en: "choose from: \(words.joined(separator: ", "))"))
}

/// The rules of a ledger's lines.
package enum LedgerRules {
  package static let absent = Rule(
    "ledger-missing", .warning,
    Wording(
      "book.yaml 旁边要有账本 ledger.csv；没有账本，这一年的收支无从公开。",
      en: "Beside book.yaml lies ledger.csv; without it there is nothing of the year to show."),
    wrong: "finance/2026/book.yaml:\nopening: {cash: 860.00, bank: 90000.00}",
    right: """
      finance/2026/book.yaml:
      opening: {cash: 860.00, bank: 90000.00}

      finance/2026/ledger.csv:
      日期,凭证号,科目,摘要,收入,支出,资金,关联记录
      2026-03-08,付-1,50102 文体活动支出,购跳绳,,120.00,现金,
      """)
  package static let ahead = Rule(
    "entry-ahead", .warning,
    Wording(
      "账本记已经收付的钱，日期不在今天以后；以后的不计入公开的数字。",
      en: "A ledger holds what was paid and taken in; what is to come counts in no published figure."),
    wrong: "2026-12-20,付-1,50102 文体活动支出,购跳绳,,120.00,现金",
    right: "2026-03-08,付-1,50102 文体活动支出,购跳绳,,120.00,现金")
  package static let heads = Rule(
    "ledger-heads", .error,
    Wording(
      "账本第一行是表头，CSV 的各列用英文逗号隔开：日期、凭证号、科目、摘要、收入、支出、资金必须有；经费来源、附单据数、关联记录可以没有。顺序不限，别的列不读。",
      en: "The first row of a ledger names its columns, in CSV separated by commas; date, voucher, account, summary, "
        + "income, expense and fund must be there, in any order. Other columns are not read."),
    wrong: "时间,凭证,科目,金额", right: "日期,凭证号,科目,摘要,收入,支出,资金")
  package static let cell = Rule(
    "ledger-cell", .error,
    Wording(
      "账本每一行写明日期、凭证号、科目、摘要、资金，收入和支出填一个。",
      en: "Each line of a ledger has its day, voucher, account, summary and fund, and income or expense."),
    wrong: "2026-03-08,付-1,50102 文体活动支出,,,,现金",
    right: "2026-03-08,付-1,50102 文体活动支出,购跳绳,,120.00,现金")
  package static let voucher = Rule(
    "voucher-form", .error,
    Wording(
      "凭证号写成 付-12；一张凭证有几页时写分数：付-12-1/2。", en: "A voucher's number is written 付-12; sheets of one voucher are 付-12-1/2."),
    wrong: "2026-03-08,付一,50102 文体活动支出,购跳绳,,120.00,现金",
    right: "2026-03-08,付-1,50102 文体活动支出,购跳绳,,120.00,现金")
  package static let account = Rule(
    "account-unknown", .error,
    Wording(
      "科目照当年的会计制度写名称，或编号和名称；只写编号不行。",
      en:
        "An account is written by its name, or number and name, from the accounting system of the year; a number alone is not enough (财会〔2021〕7号)."
    ),
    wrong: "2026-03-08,付-1,50102,购跳绳,,120.00,现金",
    right: "2026-03-08,付-1,50102 文体活动支出,购跳绳,,120.00,现金")
  package static let formula = Rule(
    "ledger-formula", .error,
    Wording(
      "账本的格子里要是算好的数：出错的公式（#REF!、#N/A）和没有算过的公式读不出金额。",
      en: "A cell of a ledger holds what its formula came to; one with an error, or never computed, has no amount."),
    wrong: "2026-03-08,付-1,50102 文体活动支出,购跳绳,,#REF!,现金",
    right: "2026-03-08,付-1,50102 文体活动支出,购跳绳,,120.00,现金")
  package static let column = Rule(
    "ledger-column", .note,
    Wording(
      "账本里可以有自己用的列，如余额、经手人、发票号；不读，也不公开。发票号只用来查一张发票报了两次。",
      en:
        "A ledger may have columns of a union's own, such as a balance; they are neither read nor published. The numbers of invoices are only held against each other."
    ),
    wrong: "日期,凭证号,科目,摘要,收入,支出,资金,经手人", right: "日期,凭证号,科目,摘要,收入,支出,资金")
  package static let sheet = Rule(
    "ledger-sheet", .note,
    Wording(
      "工作簿里有账本表头的工作表都读，如一个月一张；没有的不读，也不公开。",
      en: "Every sheet of a workbook that has the heads of a ledger is read, such as one a month; others are not."),
    wrong: """
      finance/2026/ledger.xlsx (xlsx):
      # 一月
      日期,凭证号,科目,摘要,收入,支出,资金
      2026-01-08,付-1,50102 文体活动支出,购跳绳,,120.00,现金
      # 封面
      2026年账本
      """,
    right: """
      finance/2026/ledger.xlsx (xlsx):
      # 一月
      日期,凭证号,科目,摘要,收入,支出,资金
      2026-01-08,付-1,50102 文体活动支出,购跳绳,,120.00,现金
      """)
  package static let sum = Rule(
    "sum-row", .warning,
    Wording(
      "账本里的合计行等于上面各行相加：本月、本页或者全部；不等，就是有一行漏了或改过。",
      en:
        "A row of sums equals the lines above it, of the month, the page or all; else a line is missing or was changed."
    ),
    wrong: """
      2026-03-08,付-1,50102 文体活动支出,购跳绳,,120.00,现金
      2026-03-09,付-2,50102 文体活动支出,购毽子,,80.00,现金
      ,,,合计,,210.00,
      """,
    right: """
      2026-03-08,付-1,50102 文体活动支出,购跳绳,,120.00,现金
      2026-03-09,付-2,50102 文体活动支出,购毽子,,80.00,现金
      ,,,合计,,200.00,
      """)
  package static let twice = Rule(
    "ledger-twice", .error,
    Wording(
      "一年只有一份账本：ledger.csv 或 ledger.xlsx，不能两份都有，否则说不清哪份算数。",
      en: "A year has one ledger: ledger.csv or ledger.xlsx, not both."),
    wrong: "finance/2026/ledger.csv\nfinance/2026/ledger.xlsx (xlsx)", right: "finance/2026/ledger.xlsx (xlsx)")
  package static let all = [absent, ahead, heads, cell, voucher, account, formula, column, sheet, sum, twice]
}
