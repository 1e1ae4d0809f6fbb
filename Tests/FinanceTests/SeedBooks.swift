import TestSupport

/// Correct books of a year, or of two years that join, made from a seed; and what they add up to, computed here alone.
struct SeedBooks: Sendable {
  /// One line of a ledger, in whole fen.
  struct Entry: Sendable {
    var month: Int
    var day: Int
    var voucher = ""
    var account: Int
    /// As it stands in its column.
    var fen: Int
    var isIncome: Bool
    var isCash: Bool
    var summary = "事由"
    var record = ""
  }

  /// Numbers and names are written here once more: the program's own chart must agree with them.
  static let accounts: [(number: String, name: String)] = [
    ("401", "会费收入"), ("402", "拨缴经费收入"), ("40301", "一般性转移支付补助"), ("40302", "专项转移支付补助"), ("405", "行政补助收入"),
    ("408", "其他收入"),
    ("50101", "职工教育支出"), ("50102", "文体活动支出"), ("50103", "宣传活动支出"), ("50105", "会员活动支出"), ("501", "职工活动支出"),
    ("50301", "劳动和技能竞赛活动支出"), ("50305", "其他服务支出"), ("50404", "困难职工帮扶支出"), ("50405", "送温暖支出"), ("50501", "培训支出"),
    ("50502", "会议支出"), ("50702", "办公设备购置"), ("510", "其他支出"),
  ]
  static let parents = [
    ("403", "上级补助收入"), ("501", "职工活动支出"), ("503", "职工服务支出"), ("504", "维权支出"), ("505", "业务支出"), ("507", "资本性支出"),
  ]

  struct Year: Sendable {
    var year: Int
    var cash: Int
    var bank: Int
    var adjustments = 0
    var entries: [Entry] = []
    /// By number of account.
    var budget: [String: Int] = [:]
    /// `H1`, `Q3`, `year`.
    var periods: [String] = []

    func isIn(_ account: Int, _ number: String) -> Bool {
      number.count == 3
        ? SeedBooks.accounts[account].number.hasPrefix(number) : SeedBooks.accounts[account].number == number
    }

    /// What an account and its parts add up to in some months.
    func sum(_ number: String, _ months: ClosedRange<Int>) -> Int {
      entries.reduce(0) { $0 + (months.contains($1.month) && isIn($1.account, number) ? $1.fen : 0) }
    }

    func sum(isIncome: Bool, _ months: ClosedRange<Int>) -> Int {
      entries.reduce(0) { $0 + (months.contains($1.month) && $1.isIncome == isIncome ? $1.fen : 0) }
    }

    func closing(_ month: Int) -> Int {
      cash + bank + adjustments + sum(isIncome: true, 1...12, upTo: month) - sum(isIncome: false, 1...12, upTo: month)
    }

    private func sum(isIncome: Bool, _ months: ClosedRange<Int>, upTo month: Int) -> Int {
      month < 1 ? 0 : sum(isIncome: isIncome, 1...month)
    }

    func fund(isCash: Bool, upTo month: Int) -> Int {
      entries.reduce(isCash ? cash : bank) { sum, entry in
        guard entry.month <= month, entry.isCash == isCash else { return sum }
        return sum + (entry.isIncome ? entry.fen : -entry.fen)
      }
    }
  }

  private(set) var years: [Year] = []
  private(set) var files: [String: [UInt8]] = [:]
  let today: String

  static func months(_ period: String) -> ClosedRange<Int> {
    switch period {
    case "H1": 1...6
    case "H2": 7...12
    case "Q1": 1...3
    case "Q2": 4...6
    case "Q3": 7...9
    case "Q4": 10...12
    default: 1...12
    }
  }

  init(_ seedNumber: Int, lines: Int) {
    var seed = SplitMix64(seed: UInt64(seedNumber))
    let first = 2022 + seed.below(4)
    let count = seed.oneIn(3) ? 2 : 1
    today = "\(first + count)-07-31"
    for index in 0..<count {
      var year =
        if let last = years.last {
          Year(
            year: last.year + 1, cash: last.fund(isCash: true, upTo: 12),
            bank: last.fund(isCash: false, upTo: 12) + last.adjustments)
        } else {
          // So much that no day of any seed ends below zero.
          Year(
            year: first, cash: 1_000_000_000_000 + seed.below(1_000_000),
            bank: 1_000_000_000_000 + seed.below(100_000_000))
        }
      // A first year's adjustment has to be found again in the next opening.
      if seed.oneIn(8) { year.adjustments = seed.below(200_000) - 100_000 }
      let isShared = lines > count && index == 0 && count == 2
      fill(&year, isShared ? max(1, lines / 3) : count == 2 && lines > 1 ? lines - max(1, lines / 3) : lines, &seed)
      years.append(year)
    }
  }

  private mutating func fill(_ year: inout Year, _ lines: Int, _ seed: inout SplitMix64) {
    let accounts = Self.accounts.indices.filter { _ in !seed.oneIn(3) } + [seed.below(Self.accounts.count)]
    var vouchers: [[Entry]] = []
    var left = lines
    while left > 0 {
      let size = min(left, 1 + (seed.oneIn(4) ? seed.below(4) : 0))
      let month = 1 + seed.below(12)
      let day = 1 + seed.below(28)
      let isIncome = Self.accounts[seed.pick(accounts)].number.hasPrefix("4")
      let own = accounts.filter { Self.accounts[$0].number.hasPrefix("4") == isIncome }
      let voucher = (0..<size).map { _ in
        Entry(
          month: month, day: day, account: own.isEmpty ? (isIncome ? 0 : 7) : seed.pick(own),
          fen: seed.oneIn(40) ? 0 : 1 + seed.below(seed.oneIn(9) ? 90_000_000 : 900_000), isIncome: isIncome,
          isCash: seed.oneIn(3))
      }
      vouchers.append(voucher)
      left -= size
    }
    vouchers.sort { ($0[0].month, $0[0].day) < ($1[0].month, $1[0].day) }
    let records = number(&vouchers, year.year, &seed)
    year.entries = vouchers.flatMap { $0 }
    budget(&year, &seed)
    year.periods = seed.pick([
      ["H1", "H2"], ["Q1", "Q2", "Q3", "Q4"], ["H1", "H2", "year"], ["Q1", "Q2", "H1", "H2"], ["H1", "year"],
    ])
    write(year, records, &seed)
  }

  /// Numbers the vouchers by year or month, in one run or by type, some with sheets, some as corrections, some for a record.
  private mutating func number(
    _ vouchers: inout [[Entry]], _ year: Int, _ seed: inout SplitMix64
  ) -> [(path: String, fen: Int, account: Int, vouchers: [String])] {
    let isMonthly = seed.oneIn(3)
    let hasTypes = !seed.oneIn(4)
    let oneRun = seed.pick(["", "记-"])
    var last: [String: Int] = [:]
    var records: [(path: String, fen: Int, account: Int, vouchers: [String])] = []
    for index in vouchers.indices {
      let type = hasTypes ? (vouchers[index][0].isIncome ? "收-" : "付-") : oneRun
      let run = isMonthly ? "\(type)\(vouchers[index][0].month)" : type
      let number = (last[run] ?? 0) + 1
      last[run] = number
      let sheets = vouchers[index].count > 1 && seed.oneIn(4) ? vouchers[index].count : 0
      for line in vouchers[index].indices {
        vouchers[index][line].voucher = "\(type)\(number)" + (sheets > 0 ? "-\(line + 1)/\(sheets)" : "")
      }
      let isSpent = !vouchers[index][0].isIncome
      if isSpent, number > 1, !isMonthly, seed.oneIn(20) {
        vouchers[index][0].fen = -(1 + seed.below(5000))
        vouchers[index][0].summary = "冲销\(type)\(1 + seed.below(number - 1))号凭证"
      } else if isSpent, seed.oneIn(4) {
        // A record of its own, or one more voucher for the last one.
        if records.isEmpty || !seed.oneIn(3) {
          records.append(("activities/\(year)/记录\(records.count + 1)", 0, vouchers[index][0].account, []))
        }
        records[records.count - 1].fen += vouchers[index].reduce(0) { $0 + $1.fen }
        let name = "\(type)\(number)"
        if !records[records.count - 1].vouchers.contains(name) { records[records.count - 1].vouchers.append(name) }
        for line in vouchers[index].indices { vouchers[index][line].record = records[records.count - 1].path }
      }
    }
    return records
  }

  private mutating func budget(_ year: inout Year, _ seed: inout SplitMix64) {
    guard !seed.oneIn(5) else { return }
    let numbers = Set(year.entries.map { Self.accounts[$0.account].number })
    for (index, account) in Self.accounts.enumerated() where numbers.contains(account.number) {
      let isIncome = account.number.hasPrefix("4")
      if isIncome, seed.oneIn(2) { continue }
      let own = year.entries.reduce(0) { $0 + ($1.account == index ? $1.fen : 0) }
      year.budget[account.number] = max(0, own) + seed.below(5_000_000)
    }
    // One first-level account has the budget of its parts in one line.
    for (parent, _) in Self.parents where parent.hasPrefix("5") {
      let parts = year.budget.filter { $0.key.hasPrefix(parent) }
      guard !parts.isEmpty, year.budget[parent] != nil || seed.oneIn(3) else { continue }
      let spent = year.sum(parent, 1...12)
      let isAlone = seed.oneIn(2)
      if isAlone { for part in parts.keys { year.budget[part] = nil } }
      year.budget[parent] = max(0, spent, isAlone ? 0 : parts.values.reduce(0, +)) + seed.below(5_000_000)
    }
  }

  private mutating func write(
    _ year: Year, _ records: [(path: String, fen: Int, account: Int, vouchers: [String])], _ seed: inout SplitMix64
  ) {
    let names = Dictionary(
      uniqueKeysWithValues: Self.accounts
        + Self.parents.filter { parent in !Self.accounts.contains { $0.number == parent.0 } })
    var book = "opening: {cash: \(yuan(year.cash)), bank: \(yuan(year.bank))}\n"
    if year.adjustments != 0 { book += "adjustments: \(yuan(year.adjustments))\n" }
    if !year.budget.isEmpty {
      book += "budget:\n"
      for (number, fen) in year.budget.sorted(by: { $0.key < $1.key }) {
        book += "  - {account: \(number) \(names[number] ?? ""), amount: \(yuan(fen))}\n"
      }
    }
    book += "disclosures:\n"
    for period in year.periods {
      let months = Self.months(period)
      let end = months.upperBound
      let (y, m) = end == 12 ? (year.year + 1, 1) : (year.year, end + 1)
      let day = "\(y)-\(m < 10 ? "0" : "")\(m)-"
      book += "  - period: \(period)\n    review: {date: \(day)05, by: 经审会, opinion: 同意公开}\n    published: \(day)10\n"
      if seed.oneIn(2) {
        book +=
          "    income: \(yuan(year.sum(isIncome: true, months)))\n    expense: \(yuan(year.sum(isIncome: false, months)))\n"
        book += "    closing: \(yuan(year.closing(end)))\n"
      }
      if seed.oneIn(2) {
        book +=
          "    counted: {cash: \(yuan(year.fund(isCash: true, upTo: end))), bank: \(yuan(year.fund(isCash: false, upTo: end)))}\n"
      }
    }
    files["finance/\(year.year)/book.yaml"] = Array(book.utf8)
    var text = "日期,凭证号,科目,摘要,收入,支出,资金,关联记录\n"
    let isShuffled = seed.oneIn(3)
    let lines = isShuffled ? year.entries.sorted { ($0.fen, $0.voucher) < ($1.fen, $1.voucher) } : year.entries
    for entry in lines {
      let account = Self.accounts[entry.account]
      let name = seed.oneIn(2) ? account.name : "\(account.number) \(account.name)"
      let amount = seed.oneIn(5) ? "\"\(grouped(entry.fen))\"" : yuan(entry.fen)
      let date = "\(year.year)-\(entry.month < 10 ? "0" : "")\(entry.month)-\(entry.day < 10 ? "0" : "")\(entry.day)"
      text += "\(date),\(entry.voucher),\(name),\(entry.summary),"
      text += entry.isIncome ? "\(amount),," : ",\(amount),"
      text += "\(entry.isCash ? "现金" : "银行"),\(entry.record)\n"
    }
    files["finance/\(year.year)/ledger.csv"] = Array(text.utf8)
    for record in records {
      let account = Self.accounts[record.account]
      let vouchers = record.vouchers.joined(separator: ", ")
      files[record.path + ".md"] = Array(
        """
        ---
        title: \(record.path)
        date: \(year.year)-03-08
        kind: 文体
        cost: {amount: \(yuan(record.fen)), account: \(account.number) \(account.name), vouchers: [\(vouchers)]}
        ---
        """.utf8)
    }
  }
}

/// `1234.50`
func yuan(_ fen: Int) -> String {
  let cents = abs(fen) % 100
  return "\(fen < 0 ? "-" : "")\(abs(fen) / 100).\(cents < 10 ? "0" : "")\(cents)"
}

/// `1,234.50`
func grouped(_ fen: Int) -> String {
  var digits = Array(String(abs(fen) / 100))
  var index = digits.count - 3
  while index > 0 {
    digits.insert(",", at: index)
    index -= 3
  }
  return (fen < 0 ? "-" : "") + String(digits) + yuan(fen).suffix(3)
}

/// 执行率 and 占比 in tenths of a percent, rounded half away from zero; empty where there is nothing to be a part of.
func percent(_ part: Int, of whole: Int) -> String {
  guard whole > 0 else { return "" }
  let tenths = (abs(part) * 2000 + whole) / (whole * 2)
  return "\(part < 0 && tenths > 0 ? "-" : "")\(tenths / 10).\(tenths % 10)%"
}
