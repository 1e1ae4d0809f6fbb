import BanbaoDiagnostics
import Testing

private let badDay = Diagnostic(
  code: "impossible-day", severity: .error,
  place: Place("content/notices/a.md", line: 4, column: 4, length: 10),
  message: Wording("“2026年13月8日”没有这一天", en: "“2026年13月8日” is not a day"),
  help: Wording("写成 2026-03-08", en: "write 2026-03-08"),
  related: [
    Related(
      Place("content/site.yaml", line: 2, column: 1, length: 4), Wording("时区在这里", en: "the time zone is here"))
  ])

private func shown(
  _ diagnostics: [Diagnostic], _ language: Language = .chinese, colour: Bool = false,
  lines: [Int: String] = [:]
) -> String {
  textForm(diagnostics, language: language, colour: colour) { lines[$0.line] }
}

/// The excerpt and the caret of a fault at a column of a line.
private func excerpt(_ line: String, column: Int, length: Int = 1) -> String {
  let fault = Diagnostic(
    code: "c", severity: .error, place: Place("a", line: 1, column: column, length: length),
    message: Wording("", en: ""))
  let text = shown([fault], lines: [1: line])
  return text.split(separator: "\n").dropFirst().joined(separator: "\n")
}

@Suite struct TextFormatTests {
  @Test func `a diagnostic in Chinese has its line, caret, other place and help`() {
    #expect(
      shown([badDay], lines: [2: "时区: Asia", 4: "日期：2026年13月8日"]) == """
        content/notices/a.md:4:4: error: “2026年13月8日”没有这一天 [impossible-day]
          日期：2026年13月8日
                ^~~~~~~~~~~~~
          另见 content/site.yaml:2:1: 时区在这里
            时区: Asia
            ^~~~~~
          = 改法：写成 2026-03-08

        """)
  }

  @Test func `a diagnostic in English has the same form`() {
    var fault = badDay
    fault.place.column = 7
    #expect(
      shown([fault], .english, lines: [4: "date: 2026年13月8日"]) == """
        content/notices/a.md:4:7: error: “2026年13月8日” is not a day [impossible-day]
          date: 2026年13月8日
                ^~~~~~~~~~~~~
          see also content/site.yaml:2:1: the time zone is here
          = help: write 2026-03-08

        """)
  }

  @Test func `diagnostics are sorted, each stands once, and a blank line parts them`() {
    let whole = Diagnostic(
      code: "empty", severity: .warning, place: Place("content/b.md"),
      message: Wording("空", en: "empty"))
    let line = Diagnostic(
      code: "long", severity: .note, place: Place("content/b.md", line: 2),
      message: Wording("长", en: "long"))
    #expect(
      shown([badDay, line, whole, line], .english, lines: [2: "x"]) == """
        content/b.md: warning: empty [empty]

        content/b.md:2: note: long [long]
          x

        content/notices/a.md:4:4: error: “2026年13月8日” is not a day [impossible-day]
          see also content/site.yaml:2:1: the time zone is here
            x
            ^
          = help: write 2026-03-08

        """)
  }

  @Test func `a related place that must not be quoted is named alone`() {
    var fault = badDay
    fault.related[0].isQuoted = false
    #expect(
      shown([fault], lines: [2: "- 张三丰", 4: "日期：2026年13月8日"]) == """
        content/notices/a.md:4:4: error: “2026年13月8日”没有这一天 [impossible-day]
          日期：2026年13月8日
                ^~~~~~~~~~~~~
          另见 content/site.yaml:2:1: 时区在这里
          = 改法：写成 2026-03-08

        """)
  }

  @Test func `nothing wrong gives no text`() {
    #expect(shown([]) == "")
  }

  @Test func `a help of several lines keeps its lines`() {
    var fault = badDay
    fault.related = []
    fault.help = Wording("写成\n---\n日期: 2026-03-08\n---", en: "")
    #expect(
      shown([fault]) == """
        content/notices/a.md:4:4: error: “2026年13月8日”没有这一天 [impossible-day]
          = 改法：写成
            ---
            日期: 2026-03-08
            ---

        """)
  }

  @Test func `colour is added on demand`() {
    let fault = Diagnostic(
      code: "c", severity: .warning, place: Place("a", line: 1, column: 3),
      message: Wording("坏", en: "bad"))
    #expect(
      shown([fault], .english, colour: true, lines: [1: "中 b"]) == """
        \u{1B}[1ma:1:3:\u{1B}[0m \u{1B}[1;33mwarning:\u{1B}[0m \u{1B}[1mbad\u{1B}[0m [c]
          中 b
             \u{1B}[1;32m^\u{1B}[0m

        """)
  }

  @Test(arguments: [
    ("abc", 2, 1, "  abc\n   ^"),
    ("abc", 1, 3, "  abc\n  ^~~"),
    ("abc", 4, 1, "  abc\n     ^"),
    ("abc", 99, 5, "  abc\n     ^"),
    ("abc", 2, 99, "  abc\n   ^~"),
    ("abc", 2, 0, "  abc\n   ^"),
    ("abc", 2, -7, "  abc\n   ^"),
    ("abc", 0, 1, "  abc"),
    ("abc", Int.min, Int.min, "  abc"),
    ("abc", Int.max, Int.max, "  abc\n     ^"),
    ("", 1, 1, "  \n  ^"),
    ("标题：通知", 4, 2, "  标题：通知\n        ^~~~"),
    ("标题", 3, 1, "  标题\n      ^"),
    ("a\tb", 3, 1, "  a   b\n      ^"),
    ("\t\tb", 2, 1, "          b\n      ^~~~"),
    ("中\tb", 3, 1, "  中  b\n      ^"),
    ("e\u{301}x", 3, 1, "  e\u{301}x\n   ^"),
    ("ae\u{301}x", 3, 1, "  ae\u{301}x\n   ^"),
    ("👩‍👩‍👧x", 6, 1, "  👩‍👩‍👧x\n    ^"),
    ("😀😀x", 3, 1, "  😀😀x\n      ^"),
    ("👍🏽x", 3, 1, "  👍🏽x\n    ^"),
  ])
  func `the caret stands under what is meant`(line: String, column: Int, length: Int, expected: String) {
    #expect(excerpt(line, column: column, length: length) == expected)
  }

  @Test func `a line of 96 columns stays whole and a longer one is clipped behind`() {
    let line = String(repeating: "字", count: 48)
    #expect(excerpt(line, column: 1) == "  \(line)\n  ^~")
    #expect(excerpt(line + "a", column: 1) == "  \(line)…\n  ^~")
  }

  @Test func `a long line is clipped on both sides of the caret`() {
    let line = String(repeating: "a", count: 200) + "字" + String(repeating: "b", count: 200)
    let before = String(repeating: "a", count: 36)
    let behind = String(repeating: "b", count: 58)
    #expect(
      excerpt(line, column: 201)
        == "  …\(before)字\(behind)…\n  " + String(repeating: " ", count: 37) + "^~")
  }

  @Test func `a wide character is never cut in half`() {
    let line = String(repeating: "字", count: 100) + "x"
    let kept = String(repeating: "字", count: 47)
    #expect(
      excerpt(line, column: 101) == "  …\(kept)x\n  " + String(repeating: " ", count: 95) + "^")
  }

  @Test func `an underline ends where the line is clipped`() {
    let line = String(repeating: "a", count: 500)
    #expect(
      excerpt(line, column: 1, length: 500)
        == "  " + String(repeating: "a", count: 96) + "…\n  ^" + String(repeating: "~", count: 95))
  }

  @Test func `a line of a million characters or marks gives a short excerpt`() {
    for scalar in ["字", "a", "\u{301}", "\t"] {
      let line = String(repeating: scalar, count: 1_000_000)
      for column in [1, 500_000, 1_000_000, Int.max] {
        let text = excerpt(line, column: column, length: Int.max)
        #expect(text.split(separator: "\n").allSatisfy { displayWidth(of: $0) <= 100 })
        #expect(text.unicodeScalars.count < 2_000)
      }
    }
  }

  @Test func `control characters reach the terminal as pictures only`() {
    let fault = Diagnostic(
      code: "c", severity: .error, place: Place("a\u{1B}[2J.md", line: 1, column: 5),
      message: Wording("坏\u{1B}]0;x\u{7}\r\n\u{9B}\u{202E}\u{7F}", en: ""),
      help: Wording("改\u{1B}[31m", en: ""),
      related: [Related(Place("\u{8}"), Wording("\u{0}", en: ""))])
    #expect(
      shown([fault], lines: [1: "\u{1B}[2J红\u{202E}"]) == """
        a␛[2J.md:1:5: error: 坏␛]0;x␇␍␊��␡ [c]
          ␛[2J红�
              ^~
          另见 ␈: ␀
          = 改法：改␛[31m

        """)
  }

  @Test func `no line but a head line begins at the margin`() {
    let text = shown([badDay], lines: [4: "x.md:1:1: error: forged [x]"])
    #expect(text.split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix("  ") })
  }
}
