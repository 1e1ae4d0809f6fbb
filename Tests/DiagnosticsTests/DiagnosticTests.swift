import BanbaoDiagnostics
import Testing

private func fault(
  _ path: String, _ line: Int, _ severity: Severity = .error, code: String = "c",
  _ message: String = "m",
  help: String? = nil
) -> Diagnostic {
  Diagnostic(
    code: code, severity: severity, place: Place(path, line: line, column: 1),
    message: Wording("坏", en: message), help: help.map { Wording("改", en: $0) })
}

@Suite struct DiagnosticTests {
  @Test func `diagnostics are ordered by place, weight, code and words, each once`() {
    let ordered = [
      fault("A", 9), fault("a", 1, code: "b"), fault("a", 1), fault("a", 1, .error, "n"),
      fault("a", 1, .error, "n", help: "h"), fault("a", 1, .warning, code: "a"),
      fault("a", 1, .note),
      fault("a", 2), fault("a", 10), fault("通知", 1),
    ]
    #expect((ordered + ordered.reversed()).reversed().inOrder() == ordered)
  }

  @Test func `what a place covers decides only between diagnostics that are equal otherwise`() {
    func fault(_ length: Int, _ code: String) -> Diagnostic {
      Diagnostic(
        code: code, severity: .error, place: Place("a", line: 1, column: 1, length: length),
        message: Wording("坏", en: "bad"))
    }
    let ordered = [fault(9, "a"), fault(1, "b"), fault(2, "b")]
    #expect(ordered.reversed().inOrder() == ordered)
  }

  @Test(arguments: [(0, 1), (Int.min, 1), (1, 1), (7, 7)])
  func `a place covers at least one scalar`(length: Int, expected: Int) {
    #expect(Place("a", line: 1, column: 1, length: length).length == expected)
    #expect(Place("a", line: 1, column: 1).spanning(length).length == expected)
    #expect(Place("a", line: 1, column: 1, length: length).start.length == 1)
  }

  @Test func `only an error counts as an error`() {
    #expect([fault("a", 1, .warning), fault("a", 1)].containErrors)
    #expect(![fault("a", 1, .warning), fault("a", 1, .note)].containErrors)
  }

  @Test func `a rule makes a diagnostic of its code and severity`() {
    let made = unknownKey.at(Place("a", line: 1, column: 2, length: 3), Wording("坏", en: "bad"))
    #expect(
      made
        == Diagnostic(
          code: "unknown-key", severity: .error, place: Place("a", line: 1, column: 2, length: 3),
          message: Wording("坏", en: "bad")))
  }

  @Test(arguments: [
    (Place("a"), "a"), (Place("a", line: 2), "a:2"), (Place("a", line: 2, column: 3), "a:2:3"),
    (Place("a\n:1:1", line: 1), "a␊:1:1:1"),
  ])
  func `a place is shown with the line and column it has`(place: Place, text: String) {
    #expect(place.shown == text)
  }
}
