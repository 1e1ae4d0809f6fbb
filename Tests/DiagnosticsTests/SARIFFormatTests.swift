import BanbaoDiagnostics
import Testing

@Suite struct SARIFFormatTests {
  @Test func `a log names the tool, its rules and the results`() {
    #expect(
      sarifForm([keyFault], rules: [unknownKey], language: .english) == #"""
        {
          "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
          "version": "2.1.0",
          "runs": [
            {
              "tool": {
                "driver": {
                  "name": "banbao",
                  "version": "0.0.0",
                  "semanticVersion": "0.0.0",
                  "rules": [
                    {
                      "id": "unknown-key",
                      "shortDescription": {
                        "text": "Every key must be a known one."
                      },
                      "fullDescription": {
                        "text": "Every key must be a known one. A wrong key is never guessed."
                      },
                      "help": {
                        "text": "Wrong:\n\n    ---\n    标体: 通知\n    ---\n\nRight:\n\n    ---\n    标题: 通知\n    ---"
                      },
                      "defaultConfiguration": {
                        "level": "error"
                      }
                    }
                  ]
                }
              },
              "language": "en-US",
              "columnKind": "unicodeCodePoints",
              "results": [
                {
                  "ruleId": "unknown-key",
                  "ruleIndex": 0,
                  "level": "error",
                  "message": {
                    "text": "there is no key “标体”\nhelp: write “标题”"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "content/%E9%80%9A%E7%9F%A5/a%20b.md"
                        },
                        "region": {
                          "startLine": 2,
                          "startColumn": 1,
                          "endColumn": 3
                        }
                      }
                    }
                  ],
                  "relatedLocations": [
                    {
                      "id": 0,
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "content/b.md"
                        },
                        "region": {
                          "startLine": 1,
                          "startColumn": 3,
                          "endColumn": 5
                        }
                      },
                      "message": {
                        "text": "right here"
                      }
                    }
                  ]
                }
              ]
            }
          ]
        }

        """#)
  }

  @Test func `a fault of a whole file has no region and an unknown code no rule`() throws {
    let form = sarifForm([fileFault], rules: [unknownKey], language: .chinese)
    let result = ["runs", "0", "results", "0"]
    #expect(try value(form, result[0], "0", "results", "0", "ruleId") == "encoding")
    #expect(try value(form, result[0], "0", "results", "0", "ruleIndex") == nil)
    #expect(try value(form, result[0], "0", "results", "0", "level") == "note")
    #expect(
      try value(
        form, result[0], "0", "results", "0", "locations", "0", "physicalLocation",
        "artifactLocation", "uri")
        == "content/%22x%22.md")
    #expect(
      try value(
        form, result[0], "0", "results", "0", "locations", "0", "physicalLocation", "region") == nil
    )
  }

  @Test func `the first sentence of a Chinese rule is its short description`() throws {
    let form = sarifForm([], rules: [unknownKey], language: .chinese)
    #expect(
      try value(form, "runs", "0", "tool", "driver", "rules", "0", "shortDescription", "text")
        == "每个键都要在表里。")
    #expect(try value(form, "runs", "0", "language") == "zh-CN")
    #expect(try value(form, "runs", "0", "results", "0") == nil)
  }

  @Test func `rules are sorted by code and each stands once`() throws {
    let other = Rule("bad-day", .warning, Wording("一", en: "one"), wrong: "", right: "")
    let form = sarifForm([keyFault], rules: [unknownKey, other, unknownKey], language: .english)
    #expect(try value(form, "runs", "0", "tool", "driver", "rules", "0", "id") == "bad-day")
    #expect(try value(form, "runs", "0", "tool", "driver", "rules", "1", "id") == "unknown-key")
    #expect(try value(form, "runs", "0", "tool", "driver", "rules", "2") == nil)
    #expect(try value(form, "runs", "0", "results", "0", "ruleIndex") == "1")
  }

  @Test func `a length beyond all numbers gives no end`() throws {
    let fault = unknownKey.at(Place("a", line: 1, column: 2, length: Int.max), Wording("", en: ""))
    let form = sarifForm([fault], rules: [], language: .english)
    let region = try value(
      form, "runs", "0", "results", "0", "locations", "0", "physicalLocation", "region", "endColumn"
    )
    #expect(region == nil)
  }
}
