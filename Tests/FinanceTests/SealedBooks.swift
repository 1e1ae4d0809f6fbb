import BanbaoDiagnostics
import BanbaoFinance
import BanbaoSite
import BanbaoSource
import TestSupport
import Testing

/// Random books of a union whose first half was reviewed, with what may be altered of them, and the files that say them.
struct SealedBooks: Sendable {
  /// One line of the simple ledger.
  struct Entry: Sendable, Equatable {
    var day: String
    var voucher: String
    var account: String
    var summary: String
    /// In whole fen.
    var fen: Int
    var isIncome: Bool
    var fund: String
    var source: String
    var attachments: String
    var record: String
  }

  /// What the files of the books look like.
  struct Form: Sendable {
    /// The columns by their order.
    var order = Array(0..<10)
    var isQuoted = false
    var hasThousands = false
    var hasComments = false
    var hasBothSides = false
    var isBackwards = false
    var isWorkbook = false
    var encoding = "UTF-8"
    var lineEnd = "\n"

    static let plain = Form()

    init() {}

    init(_ seed: inout SplitMix64) {
      order.shuffle(using: &seed)
      isQuoted = seed.oneIn(2)
      hasThousands = seed.oneIn(2)
      hasComments = seed.oneIn(2)
      hasBothSides = seed.oneIn(3)
      isBackwards = seed.oneIn(3)
      isWorkbook = seed.oneIn(4)
      encoding = seed.pick(["UTF-8", "GB18030", "UTF-16LE"])
      lineEnd = seed.pick(["\n", "\r\n", "\r"])
    }
  }

  static let year = 2026
  static let heads = ["日期", "凭证号", "科目", "摘要", "收入", "支出", "资金", "经费来源", "附单据数", "关联记录"]
  private static let incomes = ["401 会费收入", "402 拨缴经费收入", "408 其他收入"]
  private static let expenses = ["50102 文体活动支出", "50105 会员活动支出", "50405 送温暖支出", "50501 培训支出", "50504 其他业务支出"]
  private static let sources = ["", "会费", "工会经费", "行政"]
  private static let summaries = [
    "购跳绳", "一季度会费", "看望住院职工", "“安康杯”奖品", "矿泉水 | 两箱", "茶水，点心", "奖状\"三等奖\"", "差旅|", "A/B 班",
  ]

  var entries: [Entry] = []
  /// Titles and whole yuan, by first-level account.
  var budget: [(account: String, yuan: Int)] = [("401 会费收入", 90_000), ("501 职工活动支出", 90_000), ("505 业务支出", 30_000)]
  /// A change of the budget in the first half: its day, and what it changes.
  var change: (day: String, account: String, yuan: Int)?
  /// Cash and bank, in whole fen.
  var opening: [Int]
  var review = ["2026-07-08", "经费审查委员会", "账实相符，同意公开"]
  var preparedBy = "工会会计"
  var chair = "工会主席"
  var published = "2026-07-15"
  var corrections: [String] = []

  init(_ seed: inout SplitMix64) {
    opening = [5_000_000 + seed.below(100_000), 90_000_000 + seed.below(1_000_000)]
    if seed.oneIn(2) { change = ("2026-04-0\(1 + seed.below(9))", "503 职工服务支出", 1000 + seed.below(9000)) }
    var numbers = ["收": 0, "付": 0, "转": 0]
    let days = (0..<8 + seed.below(8)).map { _ in (1 + seed.below(9), 1 + seed.below(28)) }.sorted(by: <)
    for (month, day) in days {
      let type = seed.pick(["收", "付", "付", "付", "转"])
      numbers[type, default: 0] += 1
      let date = "2026-0\(month)-\(day < 10 ? "0" : "")\(day)"
      let voucher = "\(type)-\(numbers[type] ?? 0)"
      let attachments = "\(1 + seed.below(3))"
      if type == "转" {
        let fen = 100 + seed.below(90_000)
        let isToBank = seed.oneIn(2)
        entries += ["102 银行存款", "101 库存现金"].map { account in
          Entry(
            day: date, voucher: voucher, account: account, summary: isToBank ? "存现金" : "提取备用金", fen: fen,
            isIncome: (account == "102 银行存款") == isToBank, fund: account == "102 银行存款" ? "银行" : "现金", source: "",
            attachments: attachments, record: "")
        }
        continue
      }
      for _ in 0..<(seed.oneIn(3) ? 2 : 1) {
        entries.append(
          Entry(
            day: date, voucher: voucher, account: seed.pick(type == "收" ? Self.incomes : Self.expenses),
            summary: seed.pick(Self.summaries), fen: 100 + seed.below(200_000), isIncome: type == "收",
            fund: seed.pick(["现金", "银行"]), source: seed.pick(Self.sources), attachments: attachments,
            record: seed.oneIn(4) ? "activities/2026/甲" : ""))
      }
    }
    // Something of the half is always there to be altered.
    entries.append(
      Entry(
        day: "2026-06-30", voucher: "付-\((numbers["付"] ?? 0) + 1)", account: "50501 培训支出", summary: "培训班", fen: 108_000,
        isIncome: false, fund: "银行", source: "工会经费", attachments: "2", record: ""))
  }

  /// The entries of the half, by their places.
  var sealed: [Int] { entries.indices.filter { entries[$0].day < "2026-07" } }

  // MARK: Files

  /// The files of the books, by path, with each entry's line or row.
  func files(_ form: Form = .plain) throws -> [String: [UInt8]] {
    let ledger = "finance/2026/ledger." + (form.isWorkbook ? "xlsx" : "csv")
    return ["finance/2026/book.yaml": Array(book(form).utf8), ledger: try bytes(form)]
  }

  private func book(_ form: Form) -> String {
    func amount(_ yuan: Int) -> String { form.hasThousands ? "\"\(grouped(yuan * 100))\"" : "\(yuan)" }
    let comment = form.hasComments ? "  # 说明" : ""
    var text = form.hasComments ? "# 账簿\n" : ""
    text += "opening: {cash: \(yuan(opening[0])), bank: \(yuan(opening[1]))}\(comment)\nbudget:\n"
    let lines = form.isBackwards ? budget.reversed() : budget
    for line in lines { text += "  - {account: \(line.account), amount: \(amount(line.yuan))}\(comment)\n" }
    if let change {
      text += "budget_changes:\n  - date: \(change.day)\n    decided_by: 会员代表大会\n"
      text += "    items: [{account: \(change.account), amount: \(amount(change.yuan))}]\n"
    }
    text += "disclosures:\n  - period: H1\n    prepared_by: \(preparedBy)\n    chair: \(chair)\n"
    text += "    review: {date: \(review[0]), by: \(review[1]), opinion: \(review[2])}\n    published: \(published)\n"
    if !corrections.isEmpty { text += "corrections:\n" + corrections.map { "  - \($0)\n" }.joined() }
    return text
  }

  private func bytes(_ form: Form) throws -> [UInt8] {
    let rows = form.hasBothSides ? bothSides(form) : simple(form)
    let lines = rows.map { row in
      row.map { cell in
        form.isQuoted || cell.contains { ",\"".contains($0) } ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
      }.joined(separator: ",")
    }
    if form.isWorkbook { return WorkbookFile([WorkbookFile.Sheet("账", rows)]).bytes }
    let text = lines.joined(separator: form.lineEnd) + form.lineEnd
    switch form.encoding {
    case "GB18030": return try gb18030(text)
    case "UTF-16LE": return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    default: return Array(text.utf8)
    }
  }

  private func simple(_ form: Form) -> [[String]] {
    var rows = entries.map { entry -> [String] in
      let amount = form.hasThousands ? grouped(entry.fen) : yuan(entry.fen)
      let cells = [
        entry.day, entry.voucher, entry.account, entry.summary, entry.isIncome ? amount : "",
        entry.isIncome ? "" : amount, entry.fund, entry.source, entry.attachments, entry.record,
      ]
      return form.order.map { cells[$0] }
    }
    if form.isBackwards { rows.reverse() }
    return [form.order.map { Self.heads[$0] }] + rows
  }

  /// Those vouchers with both sides: a line of money for each that implies it.
  private func bothSides(_ form: Form) -> [[String]] {
    let heads = Self.heads.map { $0 == "收入" ? "借方" : $0 == "支出" ? "贷方" : $0 }
    let order = form.order.filter { $0 != 6 }
    var rows = entries.flatMap { entry -> [[String]] in
      let amount = form.hasThousands ? grouped(entry.fen) : yuan(entry.fen)
      func row(_ account: String, isDebit: Bool) -> [String] {
        [
          entry.day, entry.voucher, account, entry.summary, isDebit ? amount : "", isDebit ? "" : amount, "",
          entry.source, entry.attachments, entry.record,
        ]
      }
      let money = entry.fund == "现金" ? "101 库存现金" : "102 银行存款"
      // Money's own line says its own side.
      if entry.account == money { return [row(money, isDebit: entry.isIncome)] }
      return [row(entry.account, isDebit: !entry.isIncome), row(money, isDebit: entry.isIncome)]
    }
    if form.isBackwards { rows.reverse() }
    return [order.map { heads[$0] }] + rows.map { row in order.map { row[$0] } }
  }
}
