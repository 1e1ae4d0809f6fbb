import BanbaoDiagnostics
import BanbaoKinds
import BanbaoSource
import TestSupport
import Testing

@testable import BanbaoSite

/// What is not published occurs nowhere in the output: every field of a draft and of a scheduled record holds a word,
/// a number or a day of its own, which is looked for in every page, machine file, file name and summary.
@Suite struct LeakTests {
  /// The ways to be held back; the last is too unfinished to be read at all.
  static let states = ["draft: true", "publish: 2026-11-23", "draft: true\ndate: 待定"]

  private func record(_ folder: String) throws -> LeakRecord {
    LeakRecord(try #require(Kinds.all.first { $0.folder == folder }))
  }

  private func site(
    folder: String, state: String, showsDrafts: Bool = false, others: [String: String] = [:]
  ) async throws -> BuiltSite {
    let record = try record(folder)
    let day = state.contains("date:") ? "" : "date: 2026-11-18\n"
    let text = "---\n\(record.fields)\(day)\(state)\n---\n\n\(LeakRecord.body)"
    var files = [
      "notices/a.md": notice("甲", "2026-11-18"), "\(folder)/密名.md": text,
      "honours/b.md": honour("乙", "2026-11-18"),
    ].merging(others) { own, _ in own }
    for name in record.files { files["\(folder)/\(name)"] = "x" }
    return try await BuiltSite(
      files, settings: "base_url: http://board.example/", showsDrafts: showsDrafts)
  }

  /// Every page and file, and the summary of every period, also as Markdown and in English.
  private func everything(_ site: BuiltSite) -> [(path: String, text: String)] {
    let periods = ["2026", "2026-H1", "2026-H2", "2026-Q4", "1987"].compactMap { code -> Period? in
      do { return try Period(reading: code) } catch { return nil }
    }
    let library = site.compilation.library
    return site.outputs
      + periods.flatMap { period in
        Language.allCases.map { language in
          (
            "summary \(period.code) \(language.rawValue)",
            summaryMarkdown(of: period, in: library, language: language)
          )
        }
      }
  }

  private func outputs(of site: BuiltSite, holding tokens: [String]) -> [String] {
    let all = everything(site)
    return tokens.flatMap { token in
      all.filter { $0.text.contains(token) || $0.path.contains(token) }.map { "\(token) in \($0.path)" }
    }
  }

  /// 密 and how addresses spell it, and the first digits of every number and day.
  private static let tokens = ["密", "%E5%AF%86", "9182", "918,2", "1987"]

  @Test(
    arguments: Kinds.all.map { $0.folder }, states
  )
  func `nothing of a record that is held back gets out`(folder: String, state: String) async throws {
    let site = try await site(folder: folder, state: state)
    // The summary of 1987 says its own year.
    let others = everything(site).filter { !$0.path.contains("1987") }
    for token in Self.tokens {
      #expect(others.filter { $0.text.contains(token) || $0.path.contains(token) }.map(\.path) == [], "\(token)")
    }
    #expect(site.pagePaths.filter { $0.contains("1987") } == [])
    #expect(outputs(of: site, holding: ["密", "9182", "918,2"]) == [])
    #expect(site.compilation.leftOut.map(\.path) == ["content/\(folder)/密名.md"])
    #expect(site.diagnostics.filter { $0.severity != .note }.map(\.code) == [])
    #expect(site.compilation.shownPeople.isEmpty)
  }

  @Test(arguments: Kinds.all.map { $0.folder })
  func `the same words are found once drafts are shown`(folder: String) async throws {
    let site = try await site(folder: folder, state: Self.states[0], showsDrafts: true)
    let text = everything(site).map { $0.text + $0.path }.joined()
    let record = try record(folder)
    let written = record.fields + LeakRecord.body
    let words = Set(written.split(separator: "密").dropFirst().map { "密\($0.prefix(1))" })
    #expect(words.filter { !text.contains($0) }.sorted() == record.unprinted.sorted())
    #expect(words.count >= 17)
  }

  @Test(arguments: Kinds.all.map { $0.folder })
  func `what has expired is off the front, the feed and the board's list, and its page stays`(folder: String)
    async throws
  {
    let site = try await site(folder: folder, state: "expires: 2026-11-21")
    let boards = ["index.html", "feed.xml", "board.html"] + (folder == "notices" ? ["notices/index.html"] : [])
    for output in site.outputs where boards.contains(output.path) {
      // The menu and the foot may name a page; a tag is in the index of tags, not on the front.
      let text = output.text.replacing(#/<(nav|footer)[\s\S]*?<\/\1>/#, with: "")
      #expect(!text.contains("密"), "\(output.path)")
    }
    #expect(site.outputs.contains { $0.path != "index.html" && $0.text.contains("密甲") })
    #expect(site.compilation.leftOut.map(\.reason) == [.expired])
  }

  @Test func `what is in private and in limits.yaml gets nowhere`() async throws {
    let site = try await BuiltSite(
      [
        "notices/a.md": notice("甲", "2026-11-18"),
        "private/people.yaml": "# 密注\n- 密密麻麻\n- {name: 密林, note: 密备}\n",
        "private/密案.md": "---\ntitle: 密题\n---\n密文\n", "private/密/密图.png": "密",
        "limits.yaml": "# 密注\nlimits:\n  - {rule: 困难慰问, region: 密地, from: 1987-01-01, amount: 9182, unit: 人}\n",
      ], settings: "base_url: http://board.example/")
    #expect(site.diagnostics.filter { $0.severity == .error }.map(\.code) == [])
    #expect(outputs(of: site, holding: ["密", "%E5%AF%86", "9182", "9,182", "private", "limits"]) == [])
  }
}
