import BanbaoDiagnostics
import BanbaoSource
import TestSupport
import Testing

/// Books from a seed: what the pages and files say equals what the test computes by itself, to the fen.
/// One seed at a time: the suites beside it, which wait for sockets and files, need a thread too.
@Suite(.serialized) struct SeedTests {
  /// How many lines the ledgers of a seed have: most few, some many.
  private static func lines(_ seed: Int) -> Int {
    switch seed {
    case 0: 20_000
    case 1: 7000
    case _ where seed % 100 == 7: 800
    default: 1 + seed * 7919 % 60
    }
  }

  @Test(arguments: seeds(1000))
  func `Totals, closings and execution rates equal an independent computation`(seed: Int) async throws {
    let books = SeedBooks(seed, lines: Self.lines(seed))
    let site = try await BuiltSite(bytes: books.files, today: try Day(reading: books.today))
    // Random books are doubtful, and right.
    try #require(!site.diagnostics.containErrors, "\(site.said)")
    for year in books.years {
      for period in Set(year.periods + ["year"]).sorted() { try check(year, period, site, "\(year.year) \(period)") }
    }
  }

  private func check(_ year: SeedBooks.Year, _ period: String, _ site: BuiltSite, _ name: String) throws {
    let path = "finance/\(year.year)" + (period == "year" ? "" : "-\(period.lowercased())")
    let months = SeedBooks.months(period)
    let begin = months.lowerBound == 1 ? year.cash + year.bank : year.closing(months.lowerBound - 1)
    let income = year.sum(isIncome: true, months)
    let expense = year.sum(isIncome: false, months)
    let rows = try site.sheet(path + ".csv")
    func row(_ name: String) -> String? { rows.first { $0[1] == name }?[3] }
    #expect(rows.first?[3] == yuan(begin), "\(name)")
    #expect(row("收入合计") == yuan(income), "\(name)")
    #expect(row("支出合计") == yuan(expense), "\(name)")
    #expect(row("本期收支差额") == yuan(income - expense), "\(name)")
    #expect(rows.last?[3] == yuan(year.closing(months.upperBound)), "\(name)")
    let told = Dictionary(rows.filter { !$0[0].isEmpty }.map { ($0[0], $0) }, uniquingKeysWith: { first, _ in first })
    let shown = try site.view(path + ".html").list("lines")
    for (number, title) in SeedBooks.accounts + SeedBooks.parents {
      let sum = year.sum(number, months)
      let budget = budget(year, number)
      let inFile = told[number]
      // The file has no sub-accounts of income.
      if !number.hasPrefix("40") || number.count == 3 {
        #expect(inFile?[3] ?? "0.00" == yuan(sum), "\(name): \(number)")
        #expect(inFile?[1] ?? title == title, "\(name): \(number)")
        #expect(inFile.map { $0[2] == budget.map { yuan($0) } ?? "" } ?? (budget == nil), "\(name): \(number)")
      }
      let line = shown.first { $0.text("number") == number }
      #expect(line?.text("amount") ?? "0.00" == grouped(sum), "\(name): \(number)")
      guard let line else { continue }
      let toDate = year.sum(number, 1...months.upperBound)
      #expect(line.text("rate") == (budget.map { percent(toDate, of: $0) } ?? ""), "\(name): \(number)")
      let side = number.hasPrefix("4") ? income : expense
      #expect(line.text("share") == percent(sum, of: side), "\(name): \(number)")
      if period != "year" { #expect(line.text("other") == grouped(toDate), "\(name): \(number)") }
    }
  }

  /// The line of an account, else the sum of those of its parts.
  private func budget(_ year: SeedBooks.Year, _ number: String) -> Int? {
    if let own = year.budget[number] { return own }
    let parts = year.budget.filter { number.count == 3 && $0.key != number && $0.key.hasPrefix(number) }
    return parts.isEmpty ? nil : parts.values.reduce(0, +)
  }
}
