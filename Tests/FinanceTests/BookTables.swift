import BanbaoDiagnostics
import BanbaoFinance
import BanbaoSite
import Foundation
import TestSupport
import Testing

/// The files of a set of books, by name, and its tables row by row.
struct BookTables {
  let files: [String: [UInt8]]

  /// Fails where the site has errors or no books of the year.
  ///
  /// - Parameter hasPages: whether the pages are made, too.
  init(_ year: Int, of site: BuiltSite, hasPages: Bool = true) throws {
    try #require(!site.diagnostics.containErrors, "\(site.said.prefix(3))")
    let books = try #require(BookSet(year, in: site.compilation.library, site.diagnostics))
    let made = hasPages ? books.files() : books.tables
    files = Dictionary(uniqueKeysWithValues: made.map { ($0.name, $0.bytes) })
  }

  func text(_ name: String) throws -> String {
    String(decoding: try #require(files[name], "no \(name)"), as: UTF8.self)
  }

  /// The rows of a table without its head, each by the names of its columns.
  func rows(_ name: String) throws -> [[String: String]] {
    let text = try text("\(name).csv").dropFirst()
    let lines = text.split(separator: "\r\n").map { cells($0) }
    let head = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(head, $0)) }
  }

  private func cells(_ line: Substring) -> [String] {
    if !line.utf8.contains(UInt8(ascii: "\"")) {
      return line.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    return WorkbookFile.cells(String(line))
  }
}

/// `-1234.50` as whole fen; empty is nothing.
func fen(_ text: String?) -> Int {
  guard let text, !text.isEmpty else { return 0 }
  return Int(String(decoding: text.utf8.filter { $0 != UInt8(ascii: ".") }, as: UTF8.self)) ?? .min
}

/// hledger, an accounting program from elsewhere; nil where it is not installed.
let hledger: URL? = {
  let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  return folders.map { URL(filePath: "\($0)/hledger") }.first { FileManager.default.isExecutableFile(atPath: $0.path) }
}()
