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

  // MARK: What is held

  private static let path = "Sources/banbao/Documentation.docc/Systems.md"
  private static let isRecording = ProcessInfo.processInfo.environment["BANBAO_RECORD"] == "1"

  /// What the tests of each system say that it does: their names, in the order of the systems.
  private static func held() throws -> [(row: Int, name: String)] {
    let folder = "Tests/ReportTests"
    let files = try Repository.tree(folder).files.map(\.path).filter { $0.hasSuffix("SystemTests.swift") }
    return try files.sorted().flatMap { file in
      try Repository.text("\(folder)/\(file)").matches(of: /func `row (\d+), ([^`]+)`/).compactMap { match in
        Int(match.output.1).map { (row: $0, name: String(match.output.2)) }
      }
    }.enumerated().sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }.map(\.element)
  }

  /// `BANBAO_RECORD=1 swift test --filter SystemsTests` writes the names into the catalogue.
  @Test func `what the catalogue says is held of each system are the names of its tests`() throws {
    let heading = "## What is held\n"
    let text = try Repository.text(Self.path)
    let before = text.range(of: heading).map { String(text[..<$0.lowerBound]) } ?? text + "\n"
    let lines = try Self.held().map { "- \($0.row), \($0.name)\n" }.joined()
    let expected =
      before + heading + "\nEach line is the name of a test in `Tests/ReportTests`, behind the system's number.\n\n"
      + lines
    if Self.isRecording, text != expected {
      try Data(expected.utf8).write(to: URL(filePath: Repository.path(Self.path)))
      Issue.record("recorded; run again without BANBAO_RECORD")
    } else {
      #expect(text == expected)
    }
  }

  @Test func `every system has a test of its own`() throws {
    let rows = Set(try Self.held().map(\.row))
    #expect((1...41).filter { !rows.contains($0) } == [])
  }
}
