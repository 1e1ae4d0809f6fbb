import TestSupport

/// A correct year of vouchers with both sides, made from a seed; what its books hold is added up here alone.
struct DoubleEntryYear: Sendable {
  struct Posting: Sendable {
    var account: String
    var isDebit: Bool
    /// In whole fen; negative in a correction.
    var fen: Int

    var net: Int { isDebit ? fen : -fen }
  }

  struct Voucher: Sendable {
    var number = 0
    var month: Int
    var day: Int
    var summary: String
    var postings: [Posting]
    var isClosing = false

    var date: String { "2026-\(padded(month))-\(padded(day))" }
  }

  /// By number. Numbers and names are written here once more: the program's own chart must agree with them.
  static let names: KeyValuePairs<String, String> = [
    "101": "库存现金", "102-工行": "银行存款-工行", "102-农行": "银行存款-农行", "135-备用金": "其他应收款-备用金", "162": "固定资产",
    "211": "应付上级经费", "215-押金": "其他应付款-押金", "221-社团": "代管经费-社团", "301": "资产基金", "322": "工会资金结余", "401": "会费收入",
    "402": "拨缴经费收入", "40302-帮困": "专项转移支付补助-帮困", "408": "其他收入", "50102": "文体活动支出", "50105": "会员活动支出",
    "50405-帮困": "送温暖支出-帮困", "50501": "培训支出", "50702": "办公设备购置",
  ]

  private(set) var openings: [String: Int] = [:]
  private(set) var vouchers: [Voucher] = []
  private var seed: SplitMix64

  init(_ number: Int, vouchers count: Int) {
    seed = SplitMix64(seed: UInt64(number) &+ 20_260_000)
    openings = [
      "101": 50_000_000 + seed.below(1_000_000), "102-工行": 5_000_000_000 + seed.below(9_000_000),
      "102-农行": 5_000_000_000 + seed.below(9_000_000), "135-备用金": seed.below(400_000), "162": seed.below(5_000_000),
      "211": -(1_000_000 + seed.below(900_000)), "215-押金": -seed.below(100_000),
      "221-社团": -(500_000 + seed.below(500_000)),
    ]
    openings["301"] = -(openings["162"] ?? 0)
    openings["322"] = -openings.values.reduce(0, +)
    for _ in 0..<count { vouchers.append(voucher()) }
    vouchers.sort { ($0.month, $0.day) < ($1.month, $1.day) }
    for index in vouchers.indices { vouchers[index].number = index + 1 }
    if seed.oneIn(2) { correct() }
    if seed.oneIn(2) { carryOver() }
  }

  // MARK: Making

  private mutating func voucher() -> Voucher {
    let fen = 1 + seed.below(90_000)
    let other = 1 + seed.below(40_000)
    let bank = seed.pick(["102-工行", "102-农行"])
    let money = seed.oneIn(3) ? "101" : bank
    let expense = seed.pick(["50102", "50105", "50405-帮困", "50501"])
    let (summary, postings): (String, [(String, Int)]) = seed.pick([
      ("会费", [(money, fen), ("401", -fen)]),
      ("拨缴经费", [(bank, fen + other), ("402", -fen), ("211", -other)]),
      ("上级专项补助", [(bank, fen), ("40302-帮困", -fen)]),
      ("利息", [(bank, fen), ("408", -fen)]),
      ("活动费用", [(expense, fen), (money, -fen)]),
      ("两项费用", [("50102", fen), ("50501", other), (money, -fen - other)]),
      ("提取备用金", [("101", fen), (bank, -fen)]),
      ("借备用金", [("135-备用金", fen), ("101", -fen)]),
      ("备用金报销", [(expense, fen), ("135-备用金", -fen)]),
      ("上缴经费", [("211", fen / 100 + 1), (bank, -(fen / 100 + 1))]),
      ("收押金", [("101", fen), ("215-押金", -fen)]),
      ("社团活动费", [(bank, fen), ("221-社团", -fen)]),
      ("付社团活动费", [("221-社团", fen / 100 + 1), (bank, -(fen / 100 + 1))]),
      ("购办公设备", [("50702", fen), ("162", fen), (bank, -fen), ("301", -fen)]),
    ])
    return Voucher(
      month: 1 + seed.below(12), day: 1 + seed.below(28), summary: summary,
      postings: postings.map { Posting(account: $0.0, isDebit: $0.1 > 0, fen: abs($0.1)) })
  }

  /// 红字冲销: the reverse of an earlier voucher, on the same sides.
  private mutating func correct() {
    guard let last = vouchers.last, let wrong = vouchers.first(where: { $0.summary == "活动费用" }) else { return }
    vouchers.append(
      Voucher(
        number: last.number + 1, month: 12, day: 29, summary: "冲销\(wrong.month)月\(wrong.day)日记-\(wrong.number)号凭证",
        postings: wrong.postings.map { Posting(account: $0.account, isDebit: $0.isDebit, fen: -$0.fen) }))
  }

  /// 年末结转: income and expense into 322.
  private mutating func carryOver() {
    guard let last = vouchers.last else { return }
    for (index, isIncome) in [true, false].enumerated() {
      let own = Self.names.map(\.key).filter { $0.hasPrefix(isIncome ? "4" : "5") && net($0) != 0 }
      let sum = own.reduce(0) { $0 + net($1) }
      guard sum != 0 else { continue }
      let postings =
        own.map { Posting(account: $0, isDebit: net($0) < 0, fen: abs(net($0))) }
        + [Posting(account: "322", isDebit: sum > 0, fen: abs(sum))]
      vouchers.append(
        Voucher(
          number: last.number + 1 + index, month: 12, day: 31, summary: isIncome ? "结转本年收入" : "结转本年支出",
          postings: postings, isClosing: true))
    }
    for index in vouchers.indices { vouchers[index].number = index + 1 }
  }

  // MARK: Adding up

  /// Whether an account is one or lies below it.
  static func lies(_ account: String, in number: String) -> Bool {
    account == number || account.hasPrefix(number + "-") || (number.count == 3 && account.hasPrefix(number))
  }

  /// 借方 less 贷方 at the end of a month, in whole fen.
  func net(_ number: String, upTo month: Int = 12) -> Int {
    let opening = openings.reduce(0) { $0 + (Self.lies($1.key, in: number) ? $1.value : 0) }
    let moved = turnover(number, 1...12, upTo: month)
    return opening + moved.debit - moved.credit
  }

  func turnover(_ number: String, _ months: ClosedRange<Int>, upTo last: Int = 12) -> (debit: Int, credit: Int) {
    var sums = (debit: 0, credit: 0)
    for voucher in vouchers where months.contains(voucher.month) && voucher.month <= last {
      for posting in voucher.postings where Self.lies(posting.account, in: number) {
        if posting.isDebit { sums.debit += posting.fen } else { sums.credit += posting.fen }
      }
    }
    return sums
  }

  /// What came in (4) or was spent (5) on an account in some months; what carries the year over is neither.
  func flow(_ number: String, _ months: ClosedRange<Int>) -> Int {
    let sum = vouchers.filter { months.contains($0.month) && !$0.isClosing }.flatMap(\.postings).reduce(0) {
      $0 + ($1.account.hasPrefix(number) ? $1.net : 0)
    }
    return number.hasPrefix("4") ? -sum : sum
  }

  // MARK: Writing

  static func title(_ account: String) -> String {
    let number = account.split(separator: "-").first.map(String.init) ?? account
    return "\(number) " + (names.first { $0.key == account }?.value ?? "")
  }

  /// The files of the year. 301 and 322 are left to what the other openings come to.
  var files: [String: String] {
    var book = "standard: 2021\nopening:\n"
    for (account, _) in Self.names {
      guard let fen = openings[account], !["301", "322"].contains(account) else { continue }
      book += "  - {account: \(Self.title(account)), amount: \(yuan(abs(fen)))}\n"
    }
    var ledger = "日期,凭证号,科目,摘要,借方,贷方,附单据数\n"
    for voucher in vouchers {
      for posting in voucher.postings {
        ledger += "\(voucher.date),记-\(voucher.number),\(Self.title(posting.account)),\(voucher.summary),"
        ledger += posting.isDebit ? "\(yuan(posting.fen)),,1\n" : ",\(yuan(posting.fen)),1\n"
      }
    }
    return ["finance/2026/book.yaml": book, "finance/2026/ledger.csv": ledger]
  }

  /// This year as a journal of hledger: an account that is part of another bears its number.
  var journal: String {
    func line(_ account: String, _ fen: Int) -> String { "    \(account)  \(yuan(fen))\n" }
    var text = "2026-01-01 期初\n"
    for (account, fen) in openings.sorted(by: { $0.key < $1.key }) { text += line(account, fen) }
    for voucher in vouchers {
      text += "\n\(voucher.date) (记-\(voucher.number)) \(voucher.summary)\n"
      for posting in voucher.postings { text += line(posting.account, posting.net) }
    }
    return text
  }
}

private func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
