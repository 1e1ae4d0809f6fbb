import BanbaoDiagnostics
import BanbaoDisk
import BanbaoKinds
import BanbaoSite
import BanbaoTheme
import TestSupport
import Testing

@Suite struct RuleTests {
  private static let all = Kinds.rules + DiskRules.all

  /// The code of each rule that is declared in the sources: the text behind `Rule(`, on its line or the next.
  private static var declared: [String] {
    Repository.swiftFiles.flatMap { file -> [String] in
      if file.path.hasSuffix("Diagnostic.swift") { return [] }
      let text = file.lines.joined(separator: "\n")
      return text.matches(of: /\bRule\(\s*(?:code:\s*)?"([^"]*)"/).map { String($0.output.1) }
    }
  }

  @Test func `every rule that is declared is in the list that explain shows, and the other way round`() {
    #expect(Self.declared.count > 60)
    let shown = Set(Self.all.map(\.code))
    #expect(Self.declared.filter { !shown.contains($0) } == [])
    #expect(shown.subtracting(Self.declared).sorted() == [])
  }

  @Test func `no code is declared or listed twice`() {
    #expect(Self.declared.count == Set(Self.declared).count)
    #expect(Self.all.count == Set(Self.all.map(\.code)).count)
  }

  @Test(arguments: all.map(\.code))
  func `codes are kebab words`(code: String) { #expect(code.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil) }

  @Test(arguments: all.map(\.code))
  func `a rule is explained in both languages and has a wrong and a right example, which differ`(code: String) throws {
    let rule = try #require(Self.all.first { $0.code == code })
    #expect(!rule.wrong.isEmpty && !rule.right.isEmpty && rule.wrong != rule.right)
    #expect(rule.explanation.zh.contains(/\p{Han}/) && rule.explanation.zh.hasSuffix("。"))
    #expect(!rule.explanation.en.isEmpty && rule.explanation.en.hasSuffix("."))
    #expect(rule.explanation.zh != rule.explanation.en)
  }
}

@Suite struct KindTests {
  @Test(arguments: Kinds.all.map { $0.folder })
  func `every kind has a record in content and a row in the glossary`(folder: String) throws {
    let kind = try #require(Kinds.all.first { $0.folder == folder })
    let records = Repository.files(in: "content/\(folder)").filter {
      $0.path.hasSuffix(".md") || $0.path.hasSuffix(".yaml")
    }
    #expect(!records.isEmpty)
    let row = "/// | \(kind.name.zh) | `\(kind)` | `\(folder)` |"
    let glossary = try Repository.text("Sources/BanbaoKinds/Kinds.swift")
    #expect(glossary.contains(row), "\(row)")
    #expect(glossary.contains("\(kind).self"))
    #expect(!Repository.files(in: "Sources/BanbaoKinds/\(kind)").isEmpty)
  }

  /// What stands above the kinds may name several of them.
  private static let above: Set<Substring> = ["Between", "Summary"]

  @Test func `a kind does not know another kind`() {
    let names = Kinds.all.map { "\($0)" }
    for file in Repository.swiftFiles where file.module == "BanbaoKinds" {
      let parts = file.path.split(separator: "/")
      guard parts.count == 3, !Self.above.contains(parts[1]) else { continue }
      for name in names where name != parts[1] {
        // Nested types such as `Activity.Result` count; words in texts and comments do not.
        let uses = file.code.filter { _, text in
          ["<", "(", "."].contains { text.contains(" \(name)\($0)") || text.contains("<\(name)\($0)") }
        }
        #expect(uses.isEmpty, "\(file.path) names \(name)")
      }
    }
  }

  @Test(arguments: Kinds.all.flatMap { $0.templates.map(\.template) })
  func `every template that a kind names is in the theme`(name: String) {
    #expect(Repository.files(in: "theme/templates").contains { $0.path == "\(name).mustache" })
  }
}
