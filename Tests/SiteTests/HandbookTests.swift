import BanbaoDiagnostics
import BanbaoSource
import Foundation
import TestSupport
import Testing

@testable import BanbaoSite

/// The examples that authors copy from the handbook: each block of YAML whose first line is `# FOLDER/…/NAME.yaml`.
@Suite struct HandbookTests {
  private static func examples() throws -> [String: String] {
    var found: [String: String] = [:]
    for block in try Repository.text("content/pages/写作手册.md").components(separatedBy: "```yaml\n# ").dropFirst() {
      let lines = block.components(separatedBy: "\n```")[0].components(separatedBy: "\n")
      found[lines[0]] = lines.dropFirst().joined(separator: "\n") + "\n"
    }
    return found
  }

  @Test func `every example of the handbook is a record that builds without a diagnostic`() async throws {
    let site = try await BuiltSite(try Self.examples(), today: "2026-12-22")
    #expect(site.diagnostics.map { "\($0.place.path):\($0.place.line) \($0.message.zh)" } == [])
    // The books are no record.
    #expect(site.compilation.recordCount == (try Self.examples().keys.count { !$0.hasPrefix("finance/") }))
  }

  @Test(arguments: [
    "training", "visits", "benefits", "meetings", "congress", "matters", "membership", "committee", "rules", "plans",
    "welfare", "donations", "entrusted", "openness",
  ])
  func `the handbook has an example of each kind that is kept as a sheet, and of the plan`(folder: String) throws {
    #expect(try Self.examples().keys.contains { $0.hasPrefix("\(folder)/") })
  }
}
