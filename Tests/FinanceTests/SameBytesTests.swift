import TestSupport
import Testing

/// What a ledger's file looks like has no part in what is published.
@Suite struct SameBytesTests {
  private static let ledgers = ["finance/2025/ledger.csv", "finance/2026/ledger.csv"]

  /// The correct books with each ledger written in another way.
  private static func books(_ write: (String) throws -> [UInt8]) throws -> [String: [UInt8]] {
    var files = correctBooks.mapValues { Array($0.utf8) }
    for path in ledgers { files[path] = try write(correctBooks[path] ?? "") }
    return files
  }

  /// A ledger with its columns in another order, everything in quotes.
  private static func shuffled(_ text: String, _ order: [Int]) -> String {
    text.split(separator: "\n").map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return order.map { "\"\(cells[$0])\"" }.joined(separator: ",")
    }.joined(separator: "\r\n") + "\r\n,,,\r\n\r\n"
  }

  @Test func `UTF-8, a byte order mark, GB18030, line ends and the order of columns give byte-equal pages`()
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
    ]
    for form in forms {
      let site = try await BuiltSite(bytes: form)
      #expect(site.said == [])
      let outputs = site.plan.madeFiles
      #expect(expected.keys.filter { expected[$0] != outputs[$0] }.sorted() == [])
      #expect(outputs.count == expected.count)
    }
  }
}
