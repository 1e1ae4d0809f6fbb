import BanbaoDiagnostics
import Testing

private let place = Place("a.md", line: 2, column: 3)

private let fixed = unknownKey.at(
  place, Wording("坏", en: "bad"),
  fix: Replacement([
    Replacement.Edit(place, old: "：", new: ": "),
    Replacement.Edit(Place("a.md", line: 4, column: 1), old: "", new: "---\n"),
  ]))

@Suite struct ReplacementTests {
  @Test(arguments: [
    ("标题：春节", "标题: 春节", 5, "：", ": "), ("abc", "abd", 5, "c", "d"), ("abc", "xbc", 3, "a", "x"),
    ("", "x", 3, "", "x"), ("aa", "aaa", 5, "", "a"), ("aaa", "aa", 5, "a", ""), ("２０２６", "2026", 3, "２０２６", "2026"),
    ("e\u{301}", "e\u{300}", 4, "\u{301}", "\u{300}"),
  ])
  func `only what differs between two spellings of a line is replaced`(
    old: String, new: String, column: Int, taken: String, put: String
  ) {
    let edits = Replacement(place, changing: old, into: new).edits
    #expect(edits.map(\.place.line) == [2])
    #expect(edits.map(\.place.column) == [column])
    #expect(edits.map(\.old) == [taken])
    #expect(edits.map(\.new) == [put])
    #expect(edits.map(\.length) == [taken.unicodeScalars.count])
  }

  @Test func `a remedy is shown with a line for each of its pieces`() {
    #expect(
      remedyForm(fixed) == """
        a.md:2:3: “：” → “: ” [unknown-key]
        a.md:4:1: → “---␊” [unknown-key]
        """)
    #expect(remedyForm(keyFault) == "")
    let deletion = unknownKey.at(place, Wording("坏", en: "bad"), fix: Replacement(place, old: "\u{1B}", new: ""))
    #expect(remedyForm(deletion) == "a.md:2:3: “␛” → [unknown-key]")
  }

  @Test func `JSON has the remedy of a fault that has one`() throws {
    let form = jsonForm([fixed], leftOut: [], language: .english)
    #expect(try value(form, "diagnostics", "0", "fix", "0", "line") == "2")
    #expect(try value(form, "diagnostics", "0", "fix", "0", "column") == "3")
    #expect(try value(form, "diagnostics", "0", "fix", "0", "length") == "1")
    #expect(try value(form, "diagnostics", "0", "fix", "0", "text") == ": ")
    #expect(try value(form, "diagnostics", "0", "fix", "1", "length") == "0")
    #expect(try value(jsonForm([keyFault], leftOut: [], language: .english), "diagnostics", "0", "fix") == nil)
  }

  @Test func `SARIF has the remedy as a change of the artifact`() throws {
    let form = sarifForm([fixed], rules: [], language: .english)
    func part(_ path: String...) throws -> String? {
      var node: [String] = ["runs", "0", "results", "0", "fixes", "0", "artifactChanges", "0"]
      node += path
      return try value(form, node)
    }
    #expect(try part("artifactLocation", "uri") == "a.md")
    #expect(try part("replacements", "0", "deletedRegion", "startLine") == "2")
    #expect(try part("replacements", "0", "deletedRegion", "startColumn") == "3")
    #expect(try part("replacements", "0", "deletedRegion", "endColumn") == "4")
    #expect(try part("replacements", "0", "insertedContent", "text") == ": ")
    #expect(try part("replacements", "1", "deletedRegion", "endColumn") == "1")
    #expect(try part("replacements", "1", "insertedContent", "text") == "---\n")
    #expect(
      try value(sarifForm([keyFault], rules: [], language: .english), ["runs", "0", "results", "0", "fixes"]) == nil)
  }
}
