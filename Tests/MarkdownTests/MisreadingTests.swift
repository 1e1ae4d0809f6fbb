import BanbaoDiagnostics
import BanbaoMarkdown
import Testing

@Suite struct MisreadingTests {
  @Test(arguments: [
    ("各位：\n\n    定于8日举行。**请准时。**\n", "<p>各位：</p>\n<p>定于8日举行。<strong>请准时。</strong></p>\n"),
    ("\t另备奖品。\n", "<p>另备奖品。</p>\n"), ("    2026年11月2日\n", "<p>2026年11月2日</p>\n"),
    ("                某医院工会\n                2026年11月2日\n", "<p>某医院工会<br />\n2026年11月2日</p>\n"),
    ("甲\r\n\r\n\t乙丙\r\n", "<p>甲</p>\n<p>乙丙</p>\n"),
    ("> 甲\n>\n>     乙丙\n", "<blockquote>\n<p>甲</p>\n<p>乙丙</p>\n</blockquote>\n"),
    ("-     甲乙\n", "<ul>\n<li>甲乙</li>\n</ul>\n"),
    ("- 甲\n\n        乙丙\n", "<ul>\n<li>\n<p>甲</p>\n<p>乙丙</p>\n</li>\n</ul>\n"),
    ("1. 甲\n\n\t\t乙丙\n", "<ol>\n<li>\n<p>甲</p>\n<p>乙丙</p>\n</li>\n</ol>\n"),
    ("\t1. 甲乙\n", "<ol>\n<li>甲乙</li>\n</ol>\n"), ("    [甲](a.md)见乙\n", "<p><a href=\"a.md\">甲</a>见乙</p>\n"),
  ])
  func `an indented line of prose is a paragraph`(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == expected)
    #expect(render(markdown).diagnostics.isEmpty)
  }

  @Test(arguments: ["    let x = 1 // 甲\n", "    print(\"你好，各位\")\n", "\tint x;\n", "    .甲 { color: 红 }\n"])
  func `an indented line of code stays code`(_ markdown: String) {
    #expect(html(markdown).hasPrefix("<pre><code>"))
  }

  @Test func `the places of faults in an indented line are the author's`() {
    let diagnostics = render("甲\n\n    乙丙[丁](javascript:x)\n").diagnostics
    #expect(diagnostics.map(\.place) == [Place("a.md", line: 3, column: 7)])
  }

  @Test(arguments: [
    (
      "上文\n\n~~~~~~~~\n\n## 报名\n\n**3月**",
      "<p>上文</p>\n<p>~~~~~~~~</p>\n<h2 id=\"报名\">报名</h2>\n<p><strong>3月</strong></p>\n", 3
    ),
    ("```\n议程\n\n## 报名\n", "<p>```<br />\n议程</p>\n<h2 id=\"报名\">报名</h2>\n", 1),
    ("~~~~~~\n\n## 报名\n\n~~~~~~\n", "<p>~~~~~~</p>\n<h2 id=\"报名\">报名</h2>\n<p>~~~~~~</p>\n", 1),
    ("~~~\n甲乙\n\n    丙丁\n", "<p>~~~<br />\n甲乙</p>\n<p>丙丁</p>\n", 1),
  ])
  func `a fence that nothing closes is reported, and what lies behind it is read as prose`(
    _ markdown: String, _ expected: String, _ line: Int
  ) {
    #expect(html(markdown) == expected)
    let found = render(markdown).diagnostics.first
    #expect(found?.code == "fence-unclosed")
    #expect(found?.place.line == line)
  }

  @Test func `code behind a fence that nothing closes stays code, and the fence is reported`() {
    #expect(html("```swift\nlet x = 1\n") == "<pre><code class=\"language-swift\">let x = 1\n</code></pre>\n")
    #expect(faults("- a\n  ```\n  b\n- c\n") == ["2:3 fence-unclosed"])
  }

  @Test(arguments: ["```\n甲乙丙\n```\n", "~~~ text\n甲乙丙\n~~~~\n", "> ```\n> 甲乙丙\n> ```\n", "- 甲\n  ```\n  乙\n  ```\n"])
  func `a fence that is closed is code, whatever it holds`(_ markdown: String) {
    #expect(html(markdown).contains("<pre><code"))
    #expect(render(markdown).diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("　　甲\n　　乙", "<p>甲<br />\n　　乙</p>\n"), ("　　　　甲", "<p>　　甲</p>\n"), ("- 　　甲", "<ul>\n<li>　　甲</li>\n</ul>\n"),
    ("> 　　**甲**", "<blockquote>\n<p><strong>甲</strong></p>\n</blockquote>\n"),
  ])
  func `two wide spaces at a paragraph's beginning are its indentation`(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == expected)
  }
}
