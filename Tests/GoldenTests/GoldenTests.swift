import BanbaoDiagnostics
import BanbaoDisk
import BanbaoSite
import BanbaoSource
import Foundation
import TestSupport
import Testing

/// A small site and its every output file. `BANBAO_RECORD=1 swift test --filter GoldenTests` writes what is expected
/// anew, and fails, so that a recording run is never taken for a passing one.
///
/// Copies are compared with their sources and are not kept a second time.
@Suite struct GoldenTests {
  private static let expected = "Tests/GoldenTests/expected"
  private static let isRecording = ProcessInfo.processInfo.environment["BANBAO_RECORD"] == "1"

  private static func built(theme: SourceTree) async throws -> BuiltSite {
    try await BuiltSite(
      content: Repository.tree("Tests/GoldenTests/content", label: "content"), today: "2026-10-09", theme: theme)
  }

  @Test func `every page and machine file is as expected, and nothing else is expected`() async throws {
    let theme = try Repository.tree("theme")
    let compilation = try await Self.built(theme: theme).compilation
    var made = compilation.plan.madeFiles
    made["diagnostics.json"] = Array(
      jsonForm(
        compilation.diagnostics, leftOut: compilation.leftOut, people: compilation.shownPeople, language: .chinese
      ).utf8)
    if Self.isRecording {
      try Self.record(made)
      Issue.record("recorded")
      return
    }
    let tree = try Repository.tree(Self.expected)
    #expect(Set(tree.files.map(\.path)).symmetricDifference(made.keys).sorted() == [])
    for file in tree.files {
      guard let bytes = made[file.path] else { continue }
      let difference = firstDifference(bytes, try tree.read(file))
      #expect(difference == nil, "\(file.path)")
    }
  }

  @Test func `attachments, photos and assets are published, byte for byte, and nothing else is`() async throws {
    let theme = try Repository.tree("theme")
    let site = try await Self.built(theme: theme)
    let assets = theme.files.map(\.path).filter { $0.hasPrefix("assets/") }
    #expect(
      site.plan.copies.map(\.path).sorted()
        == (assets + ["activities/球场.png", "notices/2026/名额.csv"]).sorted())
    for copy in site.plan.copies {
      let source = Repository.url.appending(path: copy.isAsset ? "theme" : "Tests/GoldenTests/content")
      let bytes = try (copy.isAsset ? theme : site.content).read(copy.file)
      #expect(Data(bytes) == (try Data(contentsOf: source.appending(path: copy.path))))
    }
  }

  @Test func `the theme that the program carries is the repository's, so it makes the same site`() throws {
    let theme = try Repository.tree("theme")
    let carried = embeddedTheme()
    #expect(carried.files.map(\.path) == theme.files.map(\.path))
    for (own, file) in zip(carried.files, theme.files) {
      #expect(try carried.read(own) == theme.read(file), "\(file.path)")
    }
  }

  private static func record(_ files: [String: [UInt8]]) throws {
    let expected = Repository.url.appending(path: expected)
    if FileManager.default.fileExists(atPath: expected.path) {
      try FileManager.default.removeItem(at: expected)
    }
    for (path, bytes) in files {
      let file = expected.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
  }
}

/// The first line in which two texts differ, as both have it; nil where they are equal.
private func firstDifference(_ made: [UInt8], _ expected: [UInt8]) -> String? {
  if made == expected { return nil }
  let made = made.split(separator: 10, omittingEmptySubsequences: false)
  let expected = expected.split(separator: 10, omittingEmptySubsequences: false)
  let line = zip(made, expected).prefix { $0 == $1 }.count
  func text(_ lines: [ArraySlice<UInt8>]) -> String {
    line < lines.count ? String(decoding: lines[line], as: UTF8.self) : "(end)"
  }
  return "line \(line + 1): \(text(made)) instead of \(text(expected))"
}
