package import BanbaoDiagnostics
package import BanbaoSource
import BanbaoUnion

/// 资金: where the money lies.
package enum Fund: String, Choice {
  case cash = "现金"
  case bank = "银行"
  package var english: String { self == .cash ? "Cash" : "Bank" }
}

/// 经费来源: what an entry is paid from, or comes from.
package enum FundSource: String, Choice {
  case dues = "会费"
  case unionFunds = "工会经费"
  case employer = "行政"
  case upper = "上级"
  case personal = "个人"
  case partner = "合作"

  package var english: String {
    switch self {
    case .dues: "Dues"
    case .unionFunds: "Union funds"
    case .employer: "Employer"
    case .upper: "Upper unions"
    case .personal: "Persons"
    case .partner: "Partners"
    }
  }
}

/// 流水: one line of a ledger, with an amount on one side.
///
/// A line is either simple (收入 or 支出, with the fund that the money came into or went out of), or of one side of its
/// voucher (借方 or 贷方) with the other side in lines of its own.
///
/// Its parts are small and none is a reference: a ledger has many lines, and every check goes over them.
package struct LedgerEntry: Sendable {
  package var day: Day
  package var voucher: Voucher
  /// As it stands in its column; negative in a correction.
  package var amount: Money
  /// In the chart of accounts of the ledger.
  package var account: Int
  /// Of `Ledger.text`.
  var summary: CellText
  /// -1 for none.
  private var counterAccount: Int32
  private var documents: Int32
  private var recordPlace: Int32
  private var row: UInt32
  private var rowStart: UInt32
  /// Whether it is booked as what came in: of money itself the debit, of every other account the credit.
  package var isIncome: Bool
  /// Whether it stands in 借方 or 贷方.
  var isTwoSided: Bool
  /// The fund that its voucher moves; nil where that is none, or more than one.
  package var fund: Fund?
  package var source: FundSource?

  /// - Parameters:
  ///   - line: from 1.
  ///   - offset: less than 4 GB, as every text is.
  init(
    day: Day, voucher: Voucher, account: Int, amount: Money, isIncome: Bool, fund: Fund?, counter: Int?,
    isTwoSided: Bool, source: FundSource?, attachments: Int?, record: Int?, summary: CellText, line: Int, offset: Int
  ) {
    self.day = day
    self.voucher = voucher
    self.amount = amount
    self.account = account
    self.summary = summary
    self.isIncome = isIncome
    self.isTwoSided = isTwoSided
    self.fund = fund
    self.source = source
    counterAccount = counter.map { Int32(clamping: $0) } ?? -1
    documents = attachments.map { Int32(clamping: $0) } ?? -1
    recordPlace = record.map { Int32(clamping: $0) } ?? -1
    row = UInt32(clamping: line)
    rowStart = UInt32(clamping: offset)
  }

  /// The account of money that a simple line implies as its other side; nil where the voucher has a line for it.
  var counter: Int? {
    get { counterAccount < 0 ? nil : Int(counterAccount) }
    set { counterAccount = newValue.map { Int32(clamping: $0) } ?? -1 }
  }
  package var attachments: Int? { documents < 0 ? nil : Int(documents) }
  /// The record that it was spent on: a place in `Ledger.records`.
  package var record: Int? { recordPlace < 0 ? nil : Int(recordPlace) }
  /// From 1; of a workbook the row of its sheet.
  package var line: Int { Int(row) }
  /// Where its row begins in `Ledger.text`, so that a fault finds its columns again.
  var offset: Int { Int(rowStart) }
}

/// 收支明细账: the entries of one year's `ledger.csv` or `ledger.xlsx`, in the order of the file.
package struct Ledger: Sendable {
  package var path: String
  package var year: Int
  package var chart: ChartOfAccounts
  package var entries: [LedgerEntry]
  /// The paths of the records that entries name, each once.
  package let records: [String]
  /// False where some of its lines could not be read: then its sums prove nothing.
  package let isWhole: Bool
  let vouchers: VoucherLines
  let postings: [Posting]
  let text: SourceText
  /// By sheet of the file, of which only a workbook has several, and column.
  let columns: [[LedgerColumn?]]

  /// - Parameters:
  ///   - details: the chart and what the ledger adds to it, by whose indices the entries name accounts.
  ///   - entries: in the order of the file.
  init(
    path: String, year: Int, details: DetailAccounts, entries given: consuming [LedgerEntry], records: [String],
    isWhole: Bool, text: SourceText, columns: [[LedgerColumn?]]
  ) {
    let (chart, indices) = details.settled()
    var entries = given
    if !details.added.isEmpty {
      for index in entries.indices {
        entries[index].account = indices[entries[index].account]
        entries[index].counter = entries[index].counter.map { indices[$0] }
      }
    }
    vouchers = VoucherLines(entries, year: year)
    postings = posted(&entries, vouchers, chart)
    self.path = path
    self.year = year
    self.chart = chart
    self.entries = entries
    self.records = records
    self.isWhole = isWhole
    self.text = text
    self.columns = columns
  }

  /// The ledger as it stands on a day: without the entries of days to come.
  func until(_ day: Day) -> Ledger {
    Ledger(
      path: path, year: year, details: DetailAccounts(chart), entries: entries.filter { $0.day <= day },
      records: records, isWhole: isWhole, text: text, columns: columns)
  }

  /// 摘要: what the entry was for.
  package func summary(_ entry: LedgerEntry) -> String { text.string(entry.summary) }

  /// The path of the record that an entry was spent on; nil for none.
  package func record(_ entry: LedgerEntry) -> String? { entry.record.map { records[$0] } }

  /// Where a column of an entry stands; its line's beginning where the file lacks the column.
  package func mark(_ entry: LedgerEntry, _ column: LedgerColumn) -> Mark {
    var reader = TableReader(text, from: entry.offset, line: entry.line)
    guard reader.next(), columns.indices.contains(reader.sheet),
      let index = columns[reader.sheet].firstIndex(of: column), reader.cells.indices.contains(index)
    else { return Mark(line: entry.line, column: 1) }
    return reader.cells[index].mark
  }

  package func place(_ entry: LedgerEntry, _ column: LedgerColumn) -> Place {
    text.place(mark(entry, column), at: entry.offset)
  }

  /// The postings to an account and to those below it.
  func postings(on account: Int) -> [Posting] {
    var isMember = [Bool](repeating: false, count: chart.accounts.count)
    for member in chart.members[account] { isMember[member] = true }
    return postings.filter { isMember[Int($0.account)] }
  }

  /// Whether an entry is on the debit side of its account.
  func isDebit(_ entry: LedgerEntry) -> Bool { chart.isDebit(entry) }

  /// The column in which the amount of an entry stands.
  func column(_ entry: LedgerEntry) -> LedgerColumn {
    if entry.isTwoSided { return isDebit(entry) ? .debit : .credit }
    return entry.isIncome ? .income : .expense
  }

  /// 附单据数 of a voucher. Lines that all say the same tell of the voucher's documents, not each of its own.
  func documents(_ voucher: Int) -> Int {
    let counts = vouchers.lines(voucher).compactMap { entries[Int($0)].attachments }
    let isShared = counts.allSatisfy { $0 == counts.first }
    return isShared ? counts.first ?? 0 : counts.reduce(0) { $0.adding($1) }
  }

  func amountPlace(_ entry: LedgerEntry) -> Place { place(entry, column(entry)) }
}

extension ChartOfAccounts {
  /// What the money's own line says of its fund; every other line, also of 101 paid from the bank, of what it pays for.
  func isDebit(_ entry: LedgerEntry) -> Bool { isOwn(entry) == entry.isIncome }

  /// Whether a line books money itself, and its voucher has a line for the other side.
  func isOwn(_ entry: LedgerEntry) -> Bool { funds[entry.account] != nil && entry.counter == nil }
}

/// The columns of a ledger, by both of their names.
package enum LedgerColumn: String, CaseIterable, Sendable {
  case date, voucher, account, summary, income, expense, fund, source, attachments, record, debit, credit
  /// What other programs keep apart: 科目编码 beside 科目名称, 凭证字 beside 凭证号.
  case accountNumber, voucherType
  /// 发票号: passed over, but for one invoice that is paid twice.
  case invoice

  package var alias: String {
    switch self {
    case .date: "日期"
    case .voucher: "凭证号"
    case .account: "科目"
    case .summary: "摘要"
    case .income: "收入"
    case .expense: "支出"
    case .fund: "资金"
    case .source: "经费来源"
    case .attachments: "附单据数"
    case .record: "关联记录"
    case .debit: "借方"
    case .credit: "贷方"
    case .accountNumber: "科目编码"
    case .voucherType: "凭证字"
    case .invoice: "发票号"
    }
  }

  /// Its place among all columns, from 0: for every cell of a ledger one is asked for.
  var ordinal: Int {
    switch self {
    case .date: 0
    case .voucher: 1
    case .account: 2
    case .summary: 3
    case .income: 4
    case .expense: 5
    case .fund: 6
    case .source: 7
    case .attachments: 8
    case .record: 9
    case .debit: 10
    case .credit: 11
    case .accountNumber: 12
    case .voucherType: 13
    case .invoice: 14
    }
  }

  /// What the programs of 用友, 金蝶 and WPS, and printed forms, call it; the first of them counts where a table has several.
  private var synonyms: [String] {
    switch self {
    case .date: ["凭证日期", "记账日期", "业务日期", "发生日期", "制单日期", "时间"]
    case .voucher: ["凭证字号", "凭证号数", "凭证编号", "凭证号码", "凭证", "字号"]
    case .account: ["会计科目", "科目名称", "科目全名", "总账科目", "一级科目"]
    case .summary: ["摘要说明", "摘要内容", "业务摘要", "事由", "内容摘要", "用途"]
    case .income: ["收入金额", "收方", "收方金额", "收"]
    case .expense: ["支出金额", "付方", "付方金额", "付", "支"]
    case .fund: ["资金类型", "资金类别"]
    case .source: ["资金来源", "经费渠道"]
    case .attachments: ["附件数", "附件张数", "单据数", "附单据", "附单据张数", "单据张数"]
    case .record: []
    case .debit: ["借方金额", "借方发生额", "借方本币", "借"]
    case .credit: ["贷方金额", "贷方发生额", "贷方本币", "贷"]
    case .accountNumber: ["科目代码", "科目编号"]
    case .voucherType: ["凭证类别", "凭证类型"]
    case .invoice: ["发票号码", "发票编号", "票据号", "票据号码"]
    }
  }

  /// Words that may mean it, and may mean something else.
  private var nearSynonyms: [String] {
    switch self {
    case .summary: ["说明", "内容"]
    case .fund: ["资金来源账户", "支付方式", "结算方式", "账户"]
    case .source: ["来源"]
    case .attachments: ["附件"]
    case .record: ["关联", "记录"]
    default: []
    }
  }

  /// Whether a head was meant to be this column's.
  func isMeant(by head: String) -> Bool {
    let bare = Self.bare(head)
    return nearSynonyms.contains(bare) || nearest(to: bare, among: [alias, rawValue]) != nil
  }

  /// A head without the unit that it may carry: `收入（元）`.
  private static func bare(_ head: String) -> String {
    String(foldedFullWidth(head).prefix { $0 != "(" }.filter { !$0.isWhitespace })
  }

  /// Every ledger needs these, and the columns of one of its two forms.
  static let required: [LedgerColumn] = [.date, .voucher, .account, .summary]
  /// A simple ledger: the other side is the fund's.
  static let simple: [LedgerColumn] = [.income, .expense, .fund]
  /// The columns of a simple ledger, as one is begun.
  static let usual = own.filter { !twoSided.contains($0) }
  /// A ledger that says both sides.
  static let twoSided: [LedgerColumn] = [.debit, .credit]

  /// Those of a ledger as it is written for banbao: without what other programs keep apart.
  static let own = allCases.filter { ![.accountNumber, .voucherType, .invoice].contains($0) }

  /// Whether cells merged over several rows say the same of each; an amount would be counted again.
  var isShared: Bool {
    switch self {
    case .income, .expense, .debit, .credit, .attachments: false
    default: true
    }
  }

  /// How well a head names this column: 0 by its own name, more by others'; nil where it does not.
  private func rank(_ head: String) -> Int? {
    let bare = Self.bare(head)
    if bare == alias || bare.lowercased() == rawValue { return 0 }
    return synonyms.firstIndex(of: bare).map { $0 + 1 }
  }

  /// The columns of a row of heads. Of two that name one column in different words, the better name has it, the other is
  /// none; two of the same words are both.
  static func columns(_ heads: [String]) -> [LedgerColumn?] {
    let found = heads.map { head in
      allCases.lazy.compactMap { column in column.rank(head).map { (column: column, rank: $0) } }.first
    }
    let best = Dictionary(found.compactMap { $0.map { ($0.column, $0.rank) } }, uniquingKeysWith: min)
    // A number alone is an account too, and reading it says what it lacks.
    let isNumberOnly = best[.account] == nil
    return found.map { found in
      guard let found, best[found.column] == found.rank else { return nil }
      return found.column == .accountNumber && isNumberOnly ? .account : found.column
    }
  }
}
