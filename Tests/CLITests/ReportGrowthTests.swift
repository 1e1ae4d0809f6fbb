import BanbaoDiagnostics
import BanbaoSource
import TestSupport
import Testing

@testable import banbao

@Suite(.enabled(if: countsReferences, "references are not counted on this system"))
struct `A long report` {
  @Test func `finds each line without a look at the other files`() async {
    let growth = await Growth(from: 40) { size in
      let names = (0..<size).map { "notices/\($0).md" }
      let tree = SourceTree(
        label: "content", texts: Dictionary(uniqueKeysWithValues: names.map { ($0, Array("甲\n乙\n".utf8)) }))
      let faults = names.map {
        Diagnostic(
          code: "c", severity: .error, place: Place("content/\($0)", line: 2, column: 1), message: Wording("", en: ""))
      }
      return await referencesTaken { _ = textForm(faults, in: [tree], language: .english, colour: false) }
    }
    #expect(growth.isAtMostLinearithmic, "\(growth)")
  }
}
