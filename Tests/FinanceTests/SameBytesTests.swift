import BanbaoDiagnostics
import TestSupport
import Testing

/// What a ledger's file looks like has no part in what is published.
@Suite struct SameBytesTests {
  private static let ledgers = ["finance/2025/ledger.csv", "finance/2026/ledger.csv"]

  /// The correct books with each ledger written in another way.
  ///
  /// - Parameter form: the extension of the file.
  private static func books(_ form: String = "csv", _ write: (String) throws -> [UInt8]) throws -> [String: [UInt8]] {
    var files = correctBooks.mapValues { Array($0.utf8) }
    for path in ledgers {
      files[path] = nil
      files[path.replacing(".csv", with: "." + form)] = try write(correctBooks[path] ?? "")
    }
    return files
  }

  private static func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
    text.utf16.flatMap { isLittle ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  }

  /// A ledger as a workbook with a title, a sheet for each half of its lines, a cover and columns of its own.
  private static func halves(_ text: String) -> [UInt8] {
    let rows = text.split(separator: "\n").map { WorkbookFile.cells(String($0)) }
    let heads = ["编号"] + rows[0] + ["余额"]
    let entries = rows.dropFirst().enumerated().map { ["\($0 + 1)"] + $1 + ["=J3|1"] }
    let middle = entries.count / 2
    let sum = ["", "本月合计", "", "", "", "", "=SUM(G3:G9)"]
    return WorkbookFile([
      WorkbookFile.Sheet("封面", [["工会收支明细账"]]),
      WorkbookFile.Sheet("上", [["", "", "收支明细账"], [], heads] + entries[..<middle] + [sum]),
      WorkbookFile.Sheet("下", [heads] + entries[middle...] + [sum, ["", "制单：某某"]]),
    ]).bytes
  }

  /// A ledger with its columns in another order, everything in quotes.
  private static func shuffled(_ text: String, _ order: [Int]) -> String {
    text.split(separator: "\n").map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return order.map { "\"\(cells[$0])\"" }.joined(separator: ",")
    }.joined(separator: "\r\n") + "\r\n,,,\r\n\r\n"
  }

  @Test func `UTF-8, GB18030, UTF-16, line ends, the order of columns and workbooks give byte-equal pages`()
    async throws
  {
    let first = try await BuiltSite(bytes: Self.books { Array($0.utf8) })
    #expect(first.said == [])
    let expected = first.plan.madeFiles
    #expect(expected.keys.contains { $0.hasPrefix("finance/2026/") })
    let forms: [[String: [UInt8]]] = [
      try Self.books { [0xEF, 0xBB, 0xBF] + Array($0.replacing("\n", with: "\r\n").utf8) },
      try Self.books { try gb18030($0.replacing("\n", with: "\r\n") + "\r\n") },
      try Self.books { Array($0.replacing("\n", with: "\r").utf8) },
      try Self.books { Array(Self.shuffled($0, [9, 6, 5, 4, 3, 2, 1, 0, 8, 7]).utf8) },
      try Self.books { try gb18030(Self.shuffled($0, [4, 3, 0, 9, 1, 8, 2, 7, 5, 6])) },
      try Self.books { [0xFF, 0xFE] + Self.utf16($0.replacing("\n", with: "\r\n"), isLittle: true) },
      try Self.books { [0xFE, 0xFF] + Self.utf16($0, isLittle: false) },
      try Self.books("xlsx") { WorkbookFile(lines: $0.split(separator: "\n").map { String($0) }).bytes },
      try Self.books("xlsx", Self.halves),
    ]
    for form in forms {
      let site = try await BuiltSite(bytes: form)
      #expect(site.diagnostics.filter { $0.severity != .note } == [])
      let outputs = site.plan.madeFiles
      #expect(expected.keys.filter { expected[$0] != outputs[$0] }.sorted() == [])
      #expect(outputs.count == expected.count)
    }
  }
}
