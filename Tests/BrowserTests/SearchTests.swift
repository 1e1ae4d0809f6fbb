import BanbaoSearch
import Foundation
import TestSupport
import Testing

/// The search of a site of many notices, in Chromium: from a folder and from a server. `checks/check_search.py` does the
/// looking.
///
/// `BANBAO_SEARCH_PAGES` makes the site larger than 2,000 notices, `BANBAO_SEARCH_QUERIES` asks another number of times.
@Suite(
  "The search of a built site",
  .enabled(
    if: CheckedSite.canBeChecked,
    "the checks are not installed; `bash .ci/setup test` installs them"))
struct SearchTests {
  @Test func `a random text of 2 to 6 characters finds every page that holds it and no other`() async throws {
    try await expectNoFault(in: "substrings")
  }

  @Test func `the script folds every character as the index does`() async throws {
    try await expectNoFault(in: "folding")
  }

  @Test func `every word of titles is found by its pinyin, its initials, and both mixed`() async throws {
    try await expectNoFault(in: "pinyin")
  }

  @Test func `results are ranked, narrowed down and marked, and the nearest pages stand in for none`() async throws {
    try await expectNoFault(in: "queries")
  }

  @Test func `the search works by address, by keyboard, from any page, and shows the years without script`()
    async throws
  { try await expectNoFault(in: "use") }

  @Test func `axe-core finds no violation among results, targets are large enough, and a phone holds them`()
    async throws
  { try await expectNoFault(in: "access") }

  @Test func `a first query loads at most 120 KB in the middle of all`() async throws {
    try await expectNoFault(in: "cost")
  }

  private func expectNoFault(in check: String) async throws {
    for fault in try #require(try await SearchedSite.report.value.checks[check], "the check was not carried out") {
      Issue.record("\(fault.page): \(fault.text)")
    }
  }
}

/// A made-up site, built by the program under test and searched once for all tests of the suite.
private enum SearchedSite {
  struct Report: Decodable {
    let checks: [String: [Fault]]
    let measured: [String]
  }

  static let report = Task { try await check() }

  private static func check() async throws -> Report {
    let environment = ProcessInfo.processInfo.environment
    let pages = environment["BANBAO_SEARCH_PAGES"] ?? "2000"
    let scratch = try TemporaryFolder()
    let checks = "Tests/BrowserTests/checks/"
    _ = try await CheckedSite.run(
      CheckedSite.python,
      ["-B", Repository.path(checks + "search_corpus.py"), scratch("content"), pages, Repository.path("")], in: scratch)
    _ = try await CheckedSite.run(
      Program.banbao,
      [
        "build", "--content", scratch("content"), "--theme", Repository.path("theme"), "--output", scratch("public"),
        "--as-of", "2026-11-22", "--quiet",
      ], in: scratch)
    try scratch.write(foldedExamples(), to: "folded.txt")
    try scratch.write(pinyinTable, to: "readings.txt")
    let output = try await CheckedSite.run(
      CheckedSite.python,
      [
        "-B", "-X", "utf8", Repository.path(checks + "check_search.py"), scratch("public"), scratch("titles.json"),
        scratch("folded.txt"), scratch("readings.txt"),
        environment["BANBAO_SEARCH_QUERIES"] ?? (runsAllSeeds ? "1000" : "100"),
      ], in: scratch)
    let report = try JSONDecoder().decode(Report.self, from: Data(output.utf8))
    if environment["BANBAO_SEARCH_QUERIES"] != nil { for line in report.measured { print(line) } }
    return report
  }

  /// Every character of one UTF-16 unit beside Han and Latin, folded: a line of hexadecimal units for each.
  private static func foldedExamples() -> String {
    let folding = Folding()
    let codes = (1...0xFFFF).filter { !(0xD800..<0xE000).contains($0) }
    return codes.map { code in
      let unit = UInt16(code)
      let example = Array("人".utf16) + [unit] + Array("a".utf16) + [unit, unit] + Array(" 1".utf16)
      return folding.folded(example).map { String(String(0x10000 + Int($0), radix: 16).dropFirst()) }.joined()
    }.joined(separator: "\n")
  }
}
