import BanbaoDiagnostics
import BanbaoSource
import Testing

/// Every remedy that the mistakes bring, carried out alone.
@Suite struct `A remedy that needs no judgement` {
  @Test(arguments: try MistakeFile.all())
  func `mends its fault, brings no other and changes no other byte`(_ file: MistakeFile) async throws {
    for mistake in file.mistakes {
      let before = try await Mistake.diagnostics(mistake.files)
      for fault in before {
        guard let fix = fault.fix else { continue }
        let path = String(fault.place.path.dropFirst("content/".count))
        let bytes = try #require(mistake.files[path])
        let (after, done) = SourceText(path: fault.place.path, bytes: bytes).applying([fix])
        #expect(done == [0], "\(mistake.name): \(fix)")
        #expect(after == Self.rewritten(bytes, fix.edits), "\(mistake.name): \(fix)")
        let later = try await Mistake.diagnostics(mistake.files.merging([path: after]) { $1 })
        let isStill = later.contains {
          $0.code == fault.code && $0.place.start == fault.place.start && $0.message == fault.message
        }
        #expect(!isStill, "\(mistake.name): \(fix)")
        let known = Set(before.map(\.code))
        #expect(later.filter { !known.contains($0.code) }.map(\.code) == [], "\(mistake.name): \(fix)")
        #expect(later.count < before.count, "\(mistake.name): \(fix)")
      }
    }
  }

  @Test func `is there for these rules, no amount among them`() async throws {
    var codes: Set<String> = []
    for mistake in try MistakeFile.all().flatMap(\.mistakes) {
      codes.formUnion(try await Mistake.diagnostics(mistake.files).filter { $0.fix != nil }.map(\.code))
    }
    #expect(
      codes.sorted() == [
        "bracket-unclosed", "colon-without-space", "control-character", "curly-quotes", "day-form", "document-number",
        "flag-form", "front-matter-fence", "front-matter-missing", "fullwidth-bracket", "fullwidth-colon",
        "fullwidth-markdown", "fullwidth-space", "heading-without-space", "indentation", "mark-with-space",
        "quote-unclosed", "reference-broken", "table-broken", "unknown-choice", "unknown-key", "value-needs-quotes",
        "yaml-alias", "yaml-syntax", "yaml-tab", "yaml-tag",
      ])
  }

  /// The bytes with the pieces replaced, the last first, found in the scalars of the text.
  private static func rewritten(_ bytes: [UInt8], _ edits: [Replacement.Edit]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    let end = text.contains("\r\n") ? "\r\n" : text.unicodeScalars.contains("\r") ? "\r" : "\n"
    var scalars = Array(text.unicodeScalars)
    for edit in edits.reversed() {
      var start = scalars.first == "\u{FEFF}" ? 1 : 0
      for _ in 1..<edit.place.line {
        while scalars[start] != "\n", scalars[start] != "\r" { start += 1 }
        start += end.unicodeScalars.count
      }
      start += edit.place.column - 1
      scalars.replaceSubrange(start..<start + edit.length, with: edit.new.replacing("\n", with: end).unicodeScalars)
    }
    return Array(String(String.UnicodeScalarView(scalars)).utf8)
  }
}
