import BanbaoDiagnostics
import BanbaoKinds
import BanbaoSite
import BanbaoSource
import Foundation
import TestSupport
import Testing

/// `Systems.md`: what union committees do, and what serves it.
@Suite struct SystemsTests {
  /// The rows of its table: number, system, what serves it.
  private static let rows: [[String]] = {
    do {
      return try Repository.text("Sources/banbao/Documentation.docc/Systems.md").components(separatedBy: "\n")
        .filter { $0.hasPrefix("|") }.dropFirst(2)
        .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
    } catch {
      Issue.record(error)
      return []
    }
  }()

  /// The words in code in its last column, with the year for which the sample content has everything.
  private static let words = Set(
    rows.flatMap { row in
      (row.last ?? "").matches(of: /`([^`]+)`/).map {
        String($0.output.1).replacingOccurrences(of: "YEAR", with: "2026")
      }
    })

  private static func words(ending end: String...) -> [String] {
    words.filter { word in end.contains { word.hasSuffix($0) } }.sorted()
  }

  @Test func `the 41 systems stand in their order, each with what serves it`() {
    #expect(Self.rows.map(\.first) == (1...41).map(String.init))
    for row in Self.rows {
      #expect(row.count == 3 && row.allSatisfy { !$0.isEmpty }, "\(row)")
    }
  }

  @Test func `every kind that the table names exists, and the other way round`() {
    let folders = Set(Self.words(ending: "/").map { String($0.dropLast()) })
    #expect(folders.symmetricDifference(Kinds.all.map { $0.folder }).sorted() == [])
  }

  @Test func `every key that the table names is read by a kind`() {
    let keys = Set(
      Kinds.all.flatMap { kind in allFields(KindReference(kind).own + KindReference(kind).common).map(\.name) })
    #expect(Self.words(ending: ":").filter { !keys.contains(String($0.dropLast())) } == [])
  }

  @Test func `every page that the table names is made of the sample content, and every file is in it`() async throws {
    let site = try await BuiltSite(content: Repository.tree("content"), tasks: 2)
    let paths = Set(site.pagePaths)
    #expect(Self.words(ending: ".html").filter { !paths.contains($0) } == [])
    let files = Set(site.content.files.map(\.path))
    #expect(Self.words(ending: ".yaml", ".md", ".csv").filter { !files.contains($0) } == [])
  }

  @Test func `every other word in code is the code of a rule`() {
    let codes = Set(Kinds.rules.map(\.code))
    let others = Self.words.subtracting(Self.words(ending: "/", ":", ".html", ".yaml", ".md", ".csv"))
    #expect(others.count > 10)
    #expect(others.filter { !codes.contains($0) }.sorted() == [])
  }
}
