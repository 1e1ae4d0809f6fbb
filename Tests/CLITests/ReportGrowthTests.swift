import BanbaoDiagnostics
import BanbaoSource
import Synchronization
import TestSupport
import Testing

@testable import banbao

@Suite(.enabled(if: countsReferences, "references are not counted on this system"))
struct `A long report` {
  @Test func `reads a file once, however many faults it has`() {
    let reads = Mutex(0)
    let tree = SourceTree(label: "content", files: [SourceTree.File(path: "a.md", size: 4, version: "1")]) { _ in
      reads.withLock { $0 += 1 }
      return Array("甲\n".utf8)
    }
    let faults = (1...40).map {
      Diagnostic(
        code: "c\($0)", severity: .error, place: Place("content/a.md", line: 1, column: 1), message: Wording("", en: "")
      )
    }
    #expect(textForm(faults, in: [tree], language: .english, colour: false).ranges(of: "甲").count == 40)
    #expect(reads.withLock { $0 } == 1)
  }

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
