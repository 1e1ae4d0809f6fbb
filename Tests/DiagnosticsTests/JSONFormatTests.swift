import BanbaoDiagnostics
import Testing

@Suite struct JSONFormatTests {
  @Test func `the object holds diagnostics in order, what was left out and who is shown`() {
    let people = [
      (
        page: "honours/a.html",
        people: [
          ShownPerson(name: "李建国", isWhole: true, place: Place("content/honours/a.md", line: 9, column: 40)),
          ShownPerson(name: "张**", isWhole: false, place: Place("content/honours/a.md", line: 8, column: 12)),
        ]
      )
    ]
    let leftOut = [
      LeftOut(path: "content/z.md", reason: .expired),
      LeftOut(path: "content/y.md", reason: .draft),
    ]
    #expect(
      jsonForm([keyFault, fileFault], leftOut: leftOut, people: people, language: .chinese) == #"""
        {
          "diagnostics": [
            {
              "code": "encoding",
              "severity": "note",
              "path": "content/\"x\".md",
              "line": null,
              "column": null,
              "message": "不是 UTF-8\n\t\\",
              "help": null
            },
            {
              "code": "unknown-key",
              "severity": "error",
              "path": "content/通知/a b.md",
              "line": 2,
              "column": 1,
              "message": "没有“标体”这个键",
              "help": "写成“标题”",
              "related": [
                {
                  "path": "content/b.md",
                  "line": 1,
                  "column": 3,
                  "message": "这里写对了"
                }
              ]
            }
          ],
          "left_out": [
            {
              "path": "content/y.md",
              "reason": "draft"
            },
            {
              "path": "content/z.md",
              "reason": "expired"
            }
          ],
          "people": [
            {
              "page": "honours/a.html",
              "name": "李建国",
              "masked": false,
              "path": "content/honours/a.md",
              "line": 9,
              "column": 40
            },
            {
              "page": "honours/a.html",
              "name": "张**",
              "masked": true,
              "path": "content/honours/a.md",
              "line": 8,
              "column": 12
            }
          ]
        }

        """#)
  }

  @Test func `nothing wrong gives empty lists`() {
    #expect(
      jsonForm([], leftOut: [], language: .english) == """
        {
          "diagnostics": [],
          "left_out": [],
          "people": []
        }

        """)
  }

  @Test(arguments: [
    "", "\"\\/", "\u{0}\u{1}\u{8}\u{B}\u{C}\u{1F}\u{7F}\u{80}", "\r\n\t",
    "中😀\u{2028}\u{2029}\u{FEFF}",
    "\u{FFFF}\u{10FFFF}", "</script>", "e\u{301}",
  ])
  func `any text survives the way to JSON and back`(text: String) throws {
    let fault = Diagnostic(
      code: "c", severity: .error, place: Place(text, line: 1, column: 2),
      message: Wording(text, en: ""))
    let form = jsonForm([fault], leftOut: [], language: .chinese)
    #expect(
      try value(form, "diagnostics", "0", "message")?.unicodeScalars.elementsEqual(
        text.unicodeScalars) == true)
    #expect(try value(form, "diagnostics", "0", "path") == text)
    #expect(try value(form, "diagnostics", "0", "column") == "2")
  }

  @Test func `all kinds of values are written`() {
    let json: JSON = [
      "a": [1, -2], "b": .flag(true), "c": .flag(false), "d": .null, "e": [:], "f": [],
    ]
    #expect(
      json.text == """
        {
          "a": [
            1,
            -2
          ],
          "b": true,
          "c": false,
          "d": null,
          "e": {},
          "f": []
        }
        """)
  }
}
