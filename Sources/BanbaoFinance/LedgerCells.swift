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

/// `2026-03-08` and `2026/3/8`, read from the bytes.
func plainDay(_ bytes: ArraySlice<UInt8>) -> Day? {
  guard bytes.count <= 10 else { return nil }
  var numbers = [0, 0, 0]
  var part = 0
  for byte in bytes {
    switch byte {
    case 48...57: numbers[part] = numbers[part] * 10 + Int(byte - 48)
    case 0x2D where part < 2, 0x2F where part < 2: part += 1
    default: return nil
    }
  }
  return part == 2 && numbers[0] >= 1000 ? Day(year: numbers[0], month: numbers[1], day: numbers[2]) : nil
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
      "账本第一行是表头，各列用英文逗号隔开：日期、凭证号、科目、摘要、收入、支出、资金必须有；经费来源、附单据数、关联记录可以没有。顺序不限。",
      en: "The first row of a ledger names its columns, separated by commas; date, voucher, account, summary, income, "
        + "expense and fund must be there, in any order."),
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
  package static let all = [absent, ahead, heads, cell, voucher, account]
}
