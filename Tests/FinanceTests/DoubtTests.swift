import BanbaoDiagnostics
import TestSupport
import Testing

/// 疑点: what an auditor asks of a year of books.
@Suite struct DoubtTests {
  private static let ledger = "finance/2025/ledger.csv"

  @Test func `A correct year is silent, and byte-equal by both sides and as a workbook`() async throws {
    let first = try await BuiltSite(doubtlessBooks)
    #expect(first.said == [])
    let lines = (doubtlessBooks[Self.ledger] ?? "").split(separator: "\n").map { String($0) }
    #expect(lines.count > 80)
    let twoSided = bothSides(lines.joined(separator: "\n"))
    let workbook = WorkbookFile(lines: lines).bytes
    var files = doubtlessBooks.mapValues { Array($0.utf8) }
    files[Self.ledger] = Array(twoSided.utf8)
    let second = try await BuiltSite(bytes: files)
    #expect(second.said == [])
    files[Self.ledger] = nil
    files["finance/2025/ledger.xlsx"] = workbook
    let third = try await BuiltSite(bytes: files)
    #expect(third.said == [])
    for site in [second, third] {
      let (expected, outputs) = (first.plan.madeFiles, site.plan.madeFiles)
      #expect(expected.keys.filter { expected[$0] != outputs[$0] }.sorted() == [])
      #expect(outputs.count == expected.count)
    }
  }

  @Test(arguments: Alteration.all)
  func `What was changed in a correct year is said at its line`(_ alteration: Alteration) async throws {
    let place = try #require(alteration.place, "the changed text is there, and has a ▲")
    let site = try await BuiltSite(alteration.files)
    let found = site.diagnostics.filter {
      $0.code == alteration.code && "\($0.place.path):\($0.place.line)" == place
    }
    #expect(!found.isEmpty, "\(alteration.code) at \(place), but \(site.said.joined(separator: "\n"))")
    #expect(found.allSatisfy { $0.severity != .note && $0.help != nil })
  }

  @Test func `There are more than sixty such changes, each with a name of its own`() {
    #expect(Alteration.all.count >= 60)
    #expect(Set(Alteration.all.map(\.testDescription)).count == Alteration.all.count)
  }
}
