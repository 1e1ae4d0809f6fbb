import BanbaoDiagnostics
import TestSupport
import Testing

@testable import BanbaoSource

private func edit(_ line: Int, _ column: Int, _ old: String, _ new: String) -> Replacement {
  Replacement(Place("a", line: line, column: column), old: old, new: new)
}

private func applied(_ bytes: [UInt8], _ fixes: [Replacement]) -> (bytes: [UInt8], done: [Int]) {
  SourceText(path: "a", bytes: bytes).applying(fixes)
}

private func applied(_ text: String, _ fixes: [Replacement]) -> String {
  String(decoding: applied(Array(text.utf8), fixes).bytes, as: UTF8.self)
}

@Suite struct `A remedy carried out` {
  @Test func `changes what it names and no other byte`() {
    #expect(applied("标题：春节\ndate: 1\n", [edit(1, 3, "：", ": ")]) == "标题: 春节\ndate: 1\n")
    #expect(applied("a\r\nb：\r\nc", [edit(2, 2, "：", ":")]) == "a\r\nb:\r\nc")
    #expect(applied("\u{FEFF}a：b\rc", [edit(1, 2, "：", ": ")]) == "\u{FEFF}a: b\rc")
    #expect(applied("ab", [edit(1, 3, "", "c"), edit(1, 1, "a", "")]) == "bc")
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `ends a line as its file does`(_ end: String) {
    #expect(applied("a\(end)b", [edit(1, 1, "", "---\n")]) == "---\(end)a\(end)b")
    #expect(applied("\u{FEFF}a\(end)b", [edit(2, 1, "", "---\n")]) == "\u{FEFF}a\(end)---\(end)b")
  }

  @Test func `ends a line with a line feed in a file of one line`() {
    #expect(applied("a", [edit(1, 1, "", "---\n")]) == "---\na")
  }

  @Test func `keeps a ledger in GB18030`() throws {
    let before = try encoded("日期,凭证号\n２０２６．3．8,付-㐂\n", as: "GB18030")
    let after = try encoded("日期,凭证号\n2026-03-08,付-㐂月\n", as: "GB18030")
    let result = applied(before, [edit(2, 1, "２０２６．3．8", "2026-03-08"), edit(2, 13, "", "月")])
    #expect(result.bytes == after)
    #expect(result.done == [0, 1])
  }

  @Test func `is passed over where something else stands in its place`() {
    for fix in [
      edit(1, 1, "b", "x"), edit(1, 2, "b", "x"), edit(2, 1, "a", "x"), edit(0, 1, "a", "x"), edit(1, 9, "", "x"),
      edit(1, 3, "", "x"),
      edit(1, 1, "ab", "x"), Replacement(Place("b", line: 1, column: 1), old: "a", new: "x"), Replacement([]),
    ] {
      let result = applied(Array("a".utf8), [fix])
      #expect(result.bytes == Array("a".utf8), "\(fix)")
      #expect(result.done == [], "\(fix)")
    }
  }

  @Test func `comes first where two overlap, and does all or nothing`() {
    let both = Replacement([
      Replacement.Edit(Place("a", line: 1, column: 1), old: "a", new: "x"),
      Replacement.Edit(Place("a", line: 1, column: 3), old: "c", new: "z"),
    ])
    let result = applied(Array("abcd".utf8), [edit(1, 2, "bc", "y"), both, edit(1, 4, "d", "w"), edit(1, 2, "", "!")])
    #expect(String(decoding: result.bytes, as: UTF8.self) == "ayw")
    #expect(result.done == [0, 2])
  }

  @Test func `stands in the file of its diagnostic`() throws {
    let rule = Rule("c", .error, Wording("", en: ""), wrong: "", right: "")
    let tree = SourceTree(label: "content", texts: ["a.md": Array("a：b".utf8), "b.md": Array("b".utf8)])
    let place = Place("content/a.md", line: 1, column: 2)
    let faults = [
      rule.at(place, Wording("", en: "1"), fix: Replacement(place, old: "：", new: ": ")),
      rule.at(place, Wording("", en: "2"), fix: Replacement(place, old: "：b", new: ": c")),
      rule.at(Place("content/b.md", line: 1, column: 1), Wording("", en: "3")),
    ]
    let files = try tree.fixing(faults)
    #expect(files.map(\.file.path) == ["a.md"])
    #expect(files.map { String(decoding: $0.after, as: UTF8.self) } == ["a: b"])
    #expect(files.map { String(decoding: $0.before, as: UTF8.self) } == ["a：b"])
    #expect(files.map { $0.fixed.map(\.message.en) } == [["1"]])
  }
}
