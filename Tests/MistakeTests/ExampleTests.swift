import BanbaoDiagnostics
import BanbaoDisk
import BanbaoKinds
import BanbaoSite
import BanbaoSource
import Foundation
import TestSupport
import Testing

/// The examples that `banbao explain` shows are compiled: a wrong one breaks its rule, a right one breaks none.
@Suite struct ExampleTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Examples.txt")

  /// Rules whose examples no content can hold, each with the reason.
  private static let exempt = [
    "file-name-joined": "a name on a disk, in DiskTests",
    "file-name-not-utf8": "a name on a disk, in DiskTests",
    "file-name-twice": "names on a disk, in DiskTests",
    "menu-long": "the example is cut short: 61 items; in SiteTests",
    "special-file": "a pipe on a disk, in DiskTests",
    "symbolic-link": "a link on a disk, in DiskTests",
    "template-missing-page": "the default theme lies below every other and has them all; in ThemeTests",
    "template-override-behind": "an example here lies within the program's own template; in SiteTests",
    "template-too-deep": "the example is cut short: 101 sections; in ThemeTests",
    "template-too-large": "the example is cut short: a million parts; in ThemeTests",
    "time-zone": "the program looks the zone up, before anything is compiled; in CLITests",
  ]
  private static let all = Kinds.rules + DiskRules.all
  /// The rules whose examples content can hold.
  static let compiled = all.filter { exempt[$0.code] == nil }

  /// What the site of a rule's examples holds besides them.
  static func setting(of rule: Rule) throws -> Setting {
    let items = try Archive(at: file).items.filter { $0.name.split(separator: " ").contains { $0 == rule.code } }
    let kind = Kinds.all.first { $0.rules.contains(rule) }
    return try Setting(items.first, main: "\(kind?.folder ?? "notices")/a.md")
  }

  @Test(arguments: compiled)
  func `of a rule are compiled`(_ rule: Rule) async throws {
    let setting = try Self.setting(of: rule)
    let wrong = try await said(try setting.site(with: Example(rule.wrong)))
    #expect(wrong.contains("[\(rule.code)]"), "wrong:\n\(rule.wrong)\n\n\(wrong)")
    let right = try await said(try setting.site(with: Example(rule.right)))
    let grave = right.split(separator: "\n").filter { $0.contains(#/^\S+ (error|warning): /#) }
    #expect(grave.isEmpty && !right.contains("[\(rule.code)]"), "right:\n\(rule.right)\n\n\(right)")
  }

  @Test func `are all needed: each setting is of rules, each exemption of one`() throws {
    let codes = Set(Self.all.map(\.code))
    let settings = try Archive(at: Self.file).items.flatMap { $0.name.split(separator: " ").map { String($0) } }
    #expect((settings + Self.exempt.keys).filter { !codes.contains($0) } == [])
    #expect(Set(settings).count == settings.count)
  }

  /// What is printed about a site, in Chinese. Paths below `theme/` lie over the default theme.
  private func said(_ files: [String: [UInt8]]) async throws -> String {
    let content = files.filter { !$0.key.hasPrefix("theme/") }
    let own = files.filter { $0.key.hasPrefix("theme/") }.map { (String($0.key.dropFirst(6)), $0.value) }
    return try await Mistake.printed(content, theme: Dictionary(uniqueKeysWithValues: own)).chinese
  }
}
