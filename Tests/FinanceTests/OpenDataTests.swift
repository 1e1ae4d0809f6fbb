import BanbaoSite
import BanbaoSource
import Foundation
import TestSupport
import Testing

@testable import BanbaoFinance

/// `data/`: the sheets as programs read them.
@Suite(.serialized) struct OpenDataTests {
  private static let script = "Tests/FinanceTests/checks/open_data.py"

  /// A site from a seed, of a union of its own.
  private func site(_ books: SeedBooks, union: String = "某医院工会") async throws -> BuiltSite {
    let settings = ["site.yaml": Array("title: 板报\nunion: '\(union)'\n".utf8)]
    return try await BuiltSite(
      bytes: books.files.merging(settings) { own, _ in own }, today: try Day(reading: books.today))
  }

  private func write(_ site: BuiltSite, to folder: TemporaryFolder, _ name: String) throws {
    for file in site.plan.machineFiles where file.path.hasPrefix("data/") {
      try folder.write(file.bytes(), to: "\(name)/\(file.path)")
    }
  }

  private func rows(_ text: String) -> [[String: String]] {
    var lines = text.split(separator: "\r\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    }
    let heads = lines.removeFirst()
    return lines.map { Dictionary(zip(heads, $0), uniquingKeysWith: { first, _ in first }) }
  }

  @Test(arguments: seeds(60)) func `each line and figure is that of the sheet's page`(seed: Int) async throws {
    let books = SeedBooks(seed, lines: 1 + seed * 7919 % 60)
    let site = try await site(books)
    var count = 0
    for year in books.years {
      for period in Set(year.periods + ["year"]) {
        let name = "\(year.year)" + (period == "year" ? "" : "-\(period.lowercased())")
        let rows = rows(try site.machineFile("data/\(name).csv"))
        let lines = try site.view("finance/\(name).html").list("lines")
        let accounts = rows.compactMap { $0["account"] }.filter { !$0.isEmpty }
        // The page also shows what only the year before has.
        let others = lines.filter { !$0.text("number").isEmpty && !accounts.contains($0.text("number")) }
        #expect(others.allSatisfy { $0.text("amount") == "0.00" && $0.text("budget").isEmpty })
        let shown = lines.map { $0.text("number") }.filter { accounts.contains($0) }
        #expect(accounts == shown)
        let own = rows.filter { $0["line"] != "adjustments" }
        for row in own {
          let item = try #require(row["item"])
          let number = row["account"] ?? ""
          let found = lines.first { $0.text("name") == item && $0.text("number") == number }
          let line = try #require(found, "\(name): \(item)")
          func figure(_ key: String) -> String { line.text(key).filter { $0 != "," } }
          #expect(row["budget"] == figure("budget"), "\(name): \(item)")
          #expect(row["amount"] == figure("amount"), "\(name): \(item)")
          if period != "year" { #expect(row["year_to_date"] == figure("other"), "\(name): \(item)") }
          count += 1
        }
        let code = period == "year" ? name : name.uppercased()
        #expect(rows.allSatisfy { $0["period"] == code })
        let isPublished = period != "year" || year.periods.contains("year")
        #expect(rows.allSatisfy { ($0["published"] != "") == isPublished })
      }
    }
    #expect(count > 5)
  }

  @Test func `what is not public is in no table`() async throws {
    let heads = "日期,凭证号,科目,摘要,收入,支出,资金,附单据数"
    let book = """
      opening: {cash: 100.00, bank: 900.00}
      disclosures:
        - {period: Q1, review: {date: 2026-04-05, by: 经审会, opinion: 同意公开}, published: 2026-04-10}
        - {period: Q2, review: {date: 2026-07-05, by: 经审会, opinion: 不同意公开}}
      """
    let site = try await BuiltSite([
      "finance/2026/book.yaml": book,
      "finance/2026/ledger.csv":
        "\(heads)\n2026-02-02,收-1,401 会费收入,会费,12.34,,银行,1\n2026-05-05,收-2,401 会费收入,会费,56.78,,银行,1\n",
    ])
    let data = site.plan.machineFiles.map(\.path).filter { $0.hasPrefix("data/") }
    #expect(
      data.sorted() == [
        "data/2026-q1.csv", "data/2026-q1.csv-metadata.json", "data/2026.csv", "data/2026.csv-metadata.json",
        "data/datapackage.json",
      ])
    #expect(site.outputs(holding: "56.78") == [])
    #expect(rows(try site.machineFile("data/2026.csv")).first { $0["account"] == "401" }?["amount"] == "12.34")
    #expect(rows(try site.machineFile("data/2026.csv")).allSatisfy { $0["last_month"] == "2026-03" })
  }

  @Test func `a site without books has no data`() async throws {
    let site = try await BuiltSite(["notices/a.md": "---\ntitle: 甲\ndate: 2026-02-10\nkind: 通知\n---\n"])
    #expect(site.plan.files.allSatisfy { !$0.path.hasPrefix("data/") })
  }

  @Test(
    .enabled("frictionless and csvw are not installed; `bash .ci/setup test` installs them") {
      await Python.having("frictionless, csvw") != nil
    })
  func `the tables are as both of their descriptions say, by the validators of Frictionless and CSVW`() async throws {
    let python = try #require(await Python.having("frictionless, csvw"))
    let folder = try TemporaryFolder()
    for seed in 0..<12 {
      try write(try await site(SeedBooks(seed + 2, lines: 40), union: "第\(seed)\"医院\", 工会"), to: folder, "\(seed)")
    }
    let result = try await python.run(Self.script, ["check"] + (0..<12).map { folder("\($0)/data") }, in: folder)
    #expect(result.status == 0 && result.output == "", "\(result.errors)")
    // A figure with three decimals, and a word for one, are found.
    let path = try #require(try folder.paths(below: "3/data").first { $0.hasSuffix(".csv") })
    let text = try folder.text("3/data/\(path)")
    try folder.write(text.replacing(".00", with: ".00x"), to: "3/data/\(path)")
    #expect(try await python.run(Self.script, ["check", folder("3/data")], in: folder).output.contains(path))
  }

  @Test(
    .enabled("DuckDB is not installed; `bash .ci/setup test` installs it") { await Python.having("duckdb") != nil })
  func `the sheets of three hundred unions add up, to the fen`() async throws {
    let python = try #require(await Python.having("duckdb"))
    let folder = try TemporaryFolder()
    var expected: [String: Int] = [:]
    for seed in 0..<300 {
      let books = SeedBooks(seed + 2, lines: 1 + seed * 7919 % 60)
      try write(try await site(books, union: "第\(seed)工会"), to: folder, "\(seed)")
      for year in books.years {
        for number in Set((SeedBooks.accounts + SeedBooks.parents).map(\.0)) {
          expected["\(year.year),\(number)", default: 0] += year.sum(number, 1...12)
        }
      }
    }
    let result = try await python.run(Self.script, ["sum", folder.path], in: folder)
    try #require(result.status == 0, "\(result.errors)")
    var told: [String: String] = [:]
    for line in result.output.split(separator: "\n") {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      #expect(cells.first == "2021" && cells.count == 5)
      told["\(cells[1]),\(cells[2])"] = String(cells[4])
    }
    #expect(told.count > 60)
    for (key, fen) in expected { #expect(told[key] ?? "0.00" == yuan(fen), "\(key)") }
    #expect(Set(told.keys).isSubset(of: expected.keys))
  }
}
