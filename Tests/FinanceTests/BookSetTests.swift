import BanbaoDiagnostics
import TestSupport
import Testing

/// The books of random years: every figure is what the test adds up by itself, to the fen.
@Suite(.serialized) struct BookSetTests {
  private static func vouchers(_ seed: Int) -> Int { seed == 0 ? 3000 : 1 + seed * 7919 % 60 }

  private static func tables(_ year: DoubleEntryYear) async throws -> BookTables {
    try BookTables(2026, of: try await BuiltSite(year.files, today: "2027-01-15"), hasPages: false)
  }

  @Test(arguments: seeds(1000))
  func `every figure of every book equals an independent computation`(seed: Int) async throws {
    let year = DoubleEntryYear(seed, vouchers: Self.vouchers(seed))
    let tables = try await Self.tables(year)
    try trialBalance(year, tables)
    try journals(year, tables)
    try generalLedger(year, tables)
    try detailLedger(year, tables)
    try balanceSheet(year, tables)
    try incomeStatement(year, tables)
    try receivables(year, tables)
    try projects(year, tables)
    try voucherSheets(year, tables)
  }

  @Test(.enabled(if: hledger != nil, "hledger is not installed"), arguments: seeds(100))
  func `hledger has the same balance on every account`(seed: Int) async throws {
    let year = DoubleEntryYear(seed, vouchers: Self.vouchers(seed))
    let tables = try await Self.tables(year)
    let folder = try TemporaryFolder(["books.journal": year.journal])
    let program = try Program(
      ["-f", "books.journal", "balance", "--flat", "--no-total", "-E", "-O", "csv"], in: folder.url,
      ["LANG": "C.UTF-8"], of: try #require(hledger))
    let status = await program.ended()
    let errors = try program.errors
    try #require(status == 0, "\(errors)")
    let balances = try program.output.split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",").map { String($0.filter { $0 != "\"" }) }
    }
    #expect(balances.count > 5)
    for row in try tables.rows("trial-balance") where row["科目编号"] != "" {
      let number = row["科目编号"] ?? ""
      let own = balances.filter { DoubleEntryYear.lies($0[0], in: number) }.reduce(0) { $0 + fen($1.last) }
      #expect(fen(row["期末借方"]) - fen(row["期末贷方"]) == own, "\(number)")
    }
  }

  // MARK: Each book

  private func trialBalance(_ year: DoubleEntryYear, _ tables: BookTables) throws {
    let rows = try tables.rows("trial-balance")
    for row in rows where row["科目编号"] != "" {
      let number = row["科目编号"] ?? ""
      let opening = year.net(number, upTo: 0)
      let moved = year.turnover(number, 1...12)
      #expect(fen(row["期初借方"]) - fen(row["期初贷方"]) == opening, "\(number)")
      #expect(fen(row["本期借方"]) == moved.debit && fen(row["本期贷方"]) == moved.credit, "\(number)")
      #expect(fen(row["期末借方"]) - fen(row["期末贷方"]) == year.net(number), "\(number)")
    }
    let told = Set(rows.map { $0["科目编号"] ?? "" })
    for (account, _) in DoubleEntryYear.names {
      let moved = year.turnover(account, 1...12)
      let isKept = year.net(account, upTo: 0) != 0 || moved.debit != 0 || moved.credit != 0
      if isKept { #expect(told.contains(account), "\(account)") }
    }
    let sums = try #require(rows.last)
    for column in ["期初", "本期", "期末"] {
      #expect(fen(sums[column + "借方"]) == fen(sums[column + "贷方"]) && sums["科目名称"] == "合计")
    }
    #expect(fen(sums["本期借方"]) == year.vouchers.flatMap(\.postings).reduce(0) { $0 + ($1.isDebit ? $1.fen : 0) })
  }

  private func journals(_ year: DoubleEntryYear, _ tables: BookTables) throws {
    let cash = try tables.rows("cash-journal")
    let bank = try tables.rows("bank-journal")
    for (account, rows) in [("101", cash), ("102-工行", bank), ("102-农行", bank)] {
      try running(year, account, rows.filter { $0["账户"] == DoubleEntryYear.title(account) })
    }
    #expect(Set(bank.map { $0["账户"] }).count == 2 && Set(cash.map { $0["账户"] }).count == 1)
  }

  private func detailLedger(_ year: DoubleEntryYear, _ tables: BookTables) throws {
    let rows = Dictionary(grouping: try tables.rows("detail-ledger")) { $0["科目编号"] ?? "" }
    for (account, _) in DoubleEntryYear.names where !["101", "102-工行", "102-农行"].contains(account) {
      let isKept =
        year.openings[account] ?? 0 != 0 || year.vouchers.contains { $0.postings.contains { $0.account == account } }
      #expect((rows[account] != nil) == isKept, "\(account)")
      if let own = rows[account] { try running(year, account, own) }
    }
  }

  /// The balance after each entry, and the sums of days, months and the year so far.
  private func running(_ year: DoubleEntryYear, _ account: String, _ rows: [[String: String]]) throws {
    var rest = rows[...]
    func check(_ date: String, _ summary: String, _ debit: Int, _ credit: Int, _ held: Int) throws {
      let next = rest.popFirst()
      let row = try #require(next, "\(account) \(date) \(summary)")
      #expect(row["日期"] == date && row["摘要"] == summary, "\(account)")
      #expect(fen(row["借方"]) == debit && fen(row["贷方"]) == credit, "\(account) \(date) \(summary)")
      #expect(fen(row["余额"]) == abs(held), "\(account) \(date) \(summary)")
      #expect(row["方向"] == (held > 0 ? "借" : held < 0 ? "贷" : "平"), "\(account) \(date) \(summary)")
    }
    var held = year.openings[account] ?? 0
    try check("2026-01-01", "期初余额", 0, 0, held)
    let isMoney = account.hasPrefix("10")
    let own = year.vouchers.filter { $0.postings.contains { $0.account == account } }
    for (index, voucher) in own.enumerated() {
      for posting in voucher.postings where posting.account == account {
        held += posting.net
        try check(
          voucher.date, voucher.summary, posting.isDebit ? posting.fen : 0, posting.isDebit ? 0 : posting.fen, held)
      }
      let next = index + 1 < own.count ? own[index + 1] : nil
      func sum(_ matches: (DoubleEntryYear.Voucher) -> Bool) -> (Int, Int) {
        let postings = own[...index].filter(matches).flatMap(\.postings).filter { $0.account == account }
        return (
          postings.reduce(0) { $0 + ($1.isDebit ? $1.fen : 0) }, postings.reduce(0) { $0 + ($1.isDebit ? 0 : $1.fen) }
        )
      }
      if isMoney, next?.date != voucher.date {
        let day = sum { $0.date == voucher.date }
        try check(voucher.date, "本日合计", day.0, day.1, held)
      }
      if next?.month != voucher.month {
        let month = sum { $0.month == voucher.month }
        try check(voucher.date, "本月合计", month.0, month.1, held)
        let toDate = sum { _ in true }
        try check(voucher.date, "本年累计", toDate.0, toDate.1, held)
      }
    }
    #expect(rest.isEmpty, "\(account)")
  }

  private func generalLedger(_ year: DoubleEntryYear, _ tables: BookTables) throws {
    let rows = try tables.rows("general-ledger")
    let told = rows.map { "\($0["科目编号"] ?? "") \($0["月份"] ?? "") \($0["摘要"] ?? "")" }
    let accounts = Set(year.vouchers.flatMap { $0.postings.map { String($0.account.prefix(3)) } })
      .union(year.openings.filter { $0.value != 0 }.map { String($0.key.prefix(3)) })
    for account in accounts {
      let months = Set(year.vouchers.filter { $0.postings.contains { $0.account.hasPrefix(account) } }.map(\.month))
      let expected =
        ["\(account)  期初余额"] + months.sorted().flatMap { ["\(account) \($0)月 本月合计", "\(account) \($0)月 本年累计"] }
      #expect(told.filter { $0.hasPrefix("\(account) ") } == expected, "\(account)")
    }
    for row in rows {
      let number = row["科目编号"] ?? ""
      let month = Int(row["月份"]?.dropLast() ?? "") ?? 0
      let held = year.net(number, upTo: month)
      #expect(fen(row["余额"]) == abs(held), "\(number) \(month)")
      guard month > 0 else { continue }
      let moved = year.turnover(number, (row["摘要"] == "本年累计" ? 1 : month)...month)
      #expect(fen(row["借方"]) == moved.debit && fen(row["贷方"]) == moved.credit, "\(number) \(month)")
    }
  }

  private func balanceSheet(_ year: DoubleEntryYear, _ tables: BookTables) throws {
    let rows = try tables.rows("balance-sheet")
    for row in rows where row["科目编号"] != "" {
      let numbers = (row["科目编号"] ?? "").split(separator: "、").map(String.init)
      let sign = row["类别"] == "资产" && row["项目"]?.hasPrefix("减：") == false ? 1 : -1
      #expect(fen(row["年初余额"]) == sign * numbers.reduce(0) { $0 + year.net($1, upTo: 0) }, "\(numbers)")
      #expect(fen(row["期末余额"]) == sign * numbers.reduce(0) { $0 + year.net($1) }, "\(numbers)")
    }
    let assets = rows.first { $0["项目"] == "资产总计" }
    #expect(fen(assets?["期末余额"]) == ["101", "102", "135", "162"].reduce(0) { $0 + year.net($1) })
    let total = rows.last
    #expect(total?["项目"] == "负债与净资产总计")
    #expect(fen(assets?["年初余额"]) == fen(total?["年初余额"]) && fen(assets?["期末余额"]) == fen(total?["期末余额"]))
  }

  private func incomeStatement(_ year: DoubleEntryYear, _ tables: BookTables) throws {
    let periods = Dictionary(grouping: try tables.rows("income-statement")) { $0["期间"] ?? "" }
    let spans: [(String, ClosedRange<Int>)] =
      [("全年", 1...12), ("上半年", 1...6), ("下半年", 7...12), ("第一季度", 1...3), ("第四季度", 10...12)]
      + (1...12).map { ("\($0)月", $0...$0) }
    for (name, months) in spans {
      let rows = try #require(periods[name])
      let toDate = 1...months.upperBound
      for row in rows where row["科目编号"] != "" {
        let number = row["科目编号"] ?? ""
        #expect(fen(row["本期数"]) == year.flow(number, months), "\(name) \(number)")
        #expect(fen(row["本年累计数"]) == year.flow(number, toDate), "\(name) \(number)")
      }
      func told(_ item: String) -> Int { fen(rows.first { $0["项目"] == item }?["本期数"]) }
      #expect(told("收入合计") == year.flow("4", months) && told("支出合计") == year.flow("5", months), "\(name)")
      let surplus = -(year.openings["322"] ?? 0)
      let closing = surplus + year.flow("4", toDate) - year.flow("5", toDate)
      #expect(told(name == "全年" ? "年末资金结转结余" : "期末资金结转结余") == closing, "\(name)")
      // What is left is told of by its parts, of which there are two until the year is carried over.
      let end = rows.reversed().prefix { $0["项目"]?.hasPrefix("其中：") ?? false }
      #expect(end.reduce(0) { $0 + fen($1["本期数"]) } == closing, "\(name)")
    }
  }

  private func receivables(_ year: DoubleEntryYear, _ tables: BookTables) throws {
    let rows = Dictionary(grouping: try tables.rows("receivables")) { $0["科目编号"] ?? "" }
    for (account, own) in rows {
      let open = own.dropLast().reduce(0) { $0 + (($1["方向"] == "借" ? 1 : -1) * fen($1["未清金额"])) }
      #expect(open == year.net(account), "\(account)")
      #expect(lots(year, account) == own.dropLast().map { "\($0["日期"] ?? "") \(fen($0["未清金额"]))" }, "\(account)")
    }
    for account in ["211", "221-社团"] { #expect(rows[account] != nil) }
  }

  /// First in, first out: what is of one sign settles what is of the other, from the front.
  private func lots(_ year: DoubleEntryYear, _ account: String) -> [String] {
    let opening = year.openings[account] ?? 0
    var queue = opening == 0 ? [] : [("2026-01-01", opening)]
    let moves = year.vouchers.flatMap { voucher in
      voucher.postings.filter { $0.account == account }.map { (voucher.date, $0.net) }
    }
    for move in moves {
      queue.append(move)
      // Settle pairs of opposite signs from the front until all are of one sign.
      while let first = queue.first, let last = queue.last, (first.1 < 0) != (last.1 < 0) {
        let size = min(abs(first.1), abs(last.1))
        queue[0].1 -= first.1 < 0 ? -size : size
        queue[queue.count - 1].1 -= last.1 < 0 ? -size : size
        queue.removeAll { $0.1 == 0 }
      }
    }
    return queue.map { "\($0.0) \(abs($0.1))" }
  }

  private func projects(_ year: DoubleEntryYear, _ tables: BookTables) throws {
    let rows = try tables.rows("projects")
    let aid = rows.first { $0["类别"] == "明细科目" && $0["专项"] == "帮困" }
    let (received, spent) = (year.flow("40302", 1...12), year.flow("50405", 1...12))
    #expect(fen(aid?["收到"]) == received && fen(aid?["用去"]) == spent && fen(aid?["结存"]) == received - spent)
    let clubs = rows.first { $0["类别"] == "代管经费" && $0["专项"] == "221 代管经费-社团" }
    #expect(fen(clubs?["结存"]) == -year.net("221-社团"))
  }

  private func voucherSheets(_ year: DoubleEntryYear, _ tables: BookTables) throws {
    let rows = Dictionary(grouping: try tables.rows("vouchers")) { $0["凭证号"] ?? "" }
    #expect(rows.count == year.vouchers.count)
    for voucher in year.vouchers {
      let own = try #require(rows["记-\(voucher.number)"])
      #expect(own.count == voucher.postings.count + 1 && own[0]["日期"] == voucher.date && own[0]["附单据数"] == "1")
      let debit = voucher.postings.reduce(0) { $0 + ($1.isDebit ? $1.fen : 0) }
      #expect(fen(own.last?["借方"]) == debit && fen(own.last?["贷方"]) == debit)
    }
  }
}
