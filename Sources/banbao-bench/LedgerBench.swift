import ArgumentParser

/// A year's ledger, checked and published with its disclosures and the records that it pays for.
struct LedgerBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "Measures the books: a check, a first build and one with nothing changed.")

  @OptionGroup var site: BenchOptions

  @Option(help: "How many lines the ledger has.")
  var lines = 200_000

  @Option(help: "How often each is run.")
  var runs = 5

  func validate() throws {
    guard lines > 0, runs > 0 else { throw ValidationError("lines and runs must be at least 1") }
  }

  func run() throws {
    let lab = Lab(site)
    defer { lab.remove() }
    print("a ledger of \(lines) lines, median of \(runs) runs")
    for (name, median) in try lab.measureBooks(of: lines, runs: runs) { print("\(name): \(median.described)") }
  }
}

extension Lab {
  /// What a check and the builds of a ledger take, each with its name.
  func measureBooks(of lines: Int, runs: Int) throws -> [(name: String, median: Median)] {
    try writeSite(0)
    try writeBooks(lines)
    let build = building(on: "2026-03-01")
    // Not strict: made-up payments in cash are large.
    let check = ["check"] + reading(on: "2026-03-01")
    return [
      ("check", try median("check", check, runs: runs) {}),
      ("first build", try median("first build", build, runs: runs) { try forgetBuild() }),
      ("nothing changed", try median("nothing changed", build, runs: runs) {}),
    ]
  }
}

extension Lab {
  private static let expenses = [
    "50101 职工教育支出", "50102 文体活动支出", "50103 宣传活动支出", "50105 会员活动支出", "50305 其他服务支出", "50404 困难职工帮扶支出",
    "50405 送温暖支出", "50501 培训支出", "50502 会议支出", "50504 其他业务支出",
  ]

  /// The books of 2025: vouchers of two lines in the order of their days, every hundredth for a record.
  func writeBooks(_ lines: Int) throws {
    for name in ["/content/finance", "/content/finance/2025", "/content/activities"] { makeFolder(folder + name) }
    var text = "日期,凭证号,科目,摘要,收入,支出,资金,经费来源,附单据数,关联记录\n"
    var (receipts, payments, written) = (0, 0, 0)
    while written < lines {
      let day = written * 336 / lines
      let date = "2025-\(two(day / 28 + 1))-\(two(day % 28 + 1))"
      if written % 10 == 0 {
        receipts += 1
        text +=
          "\(date),收-\(receipts),401 会费收入,第\(receipts)笔会费收入,\(80 + written % 900).\(two(written % 100)),,银行,会费,1,\n"
        written += 1
        continue
      }
      payments += 1
      let isForRecord = payments % 100 == 1
      var sum = 0
      let account = Lab.expenses[payments % Lab.expenses.count]
      for part in 0..<2 where written < lines {
        let fen = 1000 + written * 7919 % 900_000
        sum += fen
        text += "\(date),付-\(payments),\(account),购买第\(payments)号活动用品第\(part + 1)批,,\(yuan(fen)),"
        text += "\(written % 3 == 0 ? "现金" : "银行"),工会经费,2,\(isForRecord ? "activities/第\(payments)次" : "")\n"
        written += 1
      }
      guard isForRecord else { continue }
      let cost = "{amount: \(yuan(sum)), account: \(account), source: 工会经费, vouchers: [付-\(payments)]}"
      try write(
        "---\ntitle: 第\(payments)次活动\ndate: \(date)\nkind: 文体\ncost: \(cost)\n---\n\n全体会员参加。\n",
        to: "content/activities/第\(payments)次.md")
    }
    try write(text, to: "content/finance/2025/ledger.csv")
    var book = "opening: {cash: 9000000000.00, bank: 9000000000.00}\nbudget:\n"
    for account in Lab.expenses { book += "  - {account: \(account), amount: 9000000000}\n" }
    book += "disclosures:\n"
    for (period, day) in [("H1", "2025-07-1"), ("H2", "2026-01-1")] {
      book += "  - {period: \(period), published: \(day)5, review: {date: \(day)0, by: 经费审查委员会, opinion: 同意公开}}\n"
    }
    try write(book, to: "content/finance/2025/book.yaml")
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
  private func yuan(_ fen: Int) -> String { "\(fen / 100).\(two(fen % 100))" }
}
