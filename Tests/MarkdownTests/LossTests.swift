import BanbaoDiagnostics
import BanbaoMarkdown
import Testing

@Suite struct LossTests {
  @Test(arguments: [
    ("|甲|乙|\n|-|-|\n|1|2|三组|40|\n|3|4|\n", ["3:6 text-lost"]),
    ("> |甲|\n> |-|\n> |1|二|\n", ["3:6 text-lost"]),
    ("甲\n|乙|\n|-|\n|1|2|", ["4:4 text-lost"]),
    ("``` 请注意\n码\n```", ["1:5 text-lost"]),
    ("```swift 例一\n码\n```", ["1:10 text-lost"]),
    ("![图[甲](a.md)](b.png)", ["1:8 text-lost"]),
    ("![图<b>甲](b.png)", ["1:4 raw-html"]),
  ])
  func `words that mark-up swallows are reported at their place`(_ markdown: String, _ expected: [String]) {
    #expect(faults(markdown) == expected)
  }

  @Test(arguments: [
    ("甲\n\n[注]: 乙，3月8日前交\n\n丙", ["3:1 unused-definition"]),
    ("[1]: 电话\n[2]: 现场\n丙", ["1:1 unused-definition", "2:1 unused-definition"]),
    ("> [a]: b\n> 'c'\n\n- [d]: e", ["1:3 unused-definition", "4:3 unused-definition"]),
    ("[a]\n\n[a]: b\n[A]: c", ["4:1 unused-definition"]),
    ("[甲](b.md)\n\n[甲]: c.md", ["3:1 unused-definition"]),
    ("[甲]\n\n[甲]: 甲\n[乙]: 甲\n甲", ["4:1 unused-definition"]),
    ("[甲`=`]\n\n[甲`=`]: a\n[甲`==`]: b", ["4:1 unused-definition"]),
    ("甲[^a]\n\n[^a]: 乙\n\n    [b]: c", ["5:5 unused-definition"]),
  ])
  func `a link definition that brings nothing to the page is reported`(_ markdown: String, _ expected: [String]) {
    #expect(faults(markdown) == expected)
  }

  @Test(arguments: [
    "[甲][a]、[乙][A]、[a][]与[a]\n\n[a]: b.md '题'",
    "[a]: b\n[A]\n===\n", "> [a]:\n> b\n> '题\n> 目'\n\n[a]", "[**甲**]\n\n[**甲**]: a", "[甲\\]]\n\n[甲\\]]: a",
    "![甲][a]\n\n[a]: <b c.png> \"题&amp;&eacute;\"", "[a][b][c]\n\n[b]: 2\n[c]: 3", "[a]: 1\n词[a]\n|x|\n|-|\n",
    "[a]\n\n[a]: b\n-\nc\n-:", "[a]: b\n[a]][`&amp;`c]d", "[^a]\n1. [ ] [^a]: b\nc",
    "[a]: b\n\n[a]:c\na|d\n-|-", "[a]: b\n- [a]:c\na||\n  -|-", "[a]\n- ][4]c\n\n[a]:b",
    "甲[^a]\n\n[^a]: [b]: c\n    [b]", "- [a]: b\n  甲[a]",
  ])
  func `a link definition that is used is none`(_ markdown: String) {
    #expect(faults(markdown).isEmpty)
  }

  @Test(arguments: [
    ("甲\n\n[^4]: 见《办法》\n\n    二\n\n乙", ["3:1 footnote-without-mark"]),
    ("甲[^1]\n\n[^1]: 一\n[^1]: 二\n[^2]: 三", ["4:1 footnote-without-mark", "5:1 footnote-without-mark"]),
    ("甲[^1]乙【^2】丙[^三]", ["1:2 mark-without-footnote", "1:7 mark-without-footnote", "1:12 mark-without-footnote"]),
    ("|[^1]|\n|-|", ["1:2 mark-without-footnote"]),
  ])
  func `footnotes and their marks belong together`(_ markdown: String, _ expected: [String]) {
    #expect(faults(markdown) == expected)
  }

  @Test(arguments: ["甲[^1]\n\n[^1]: 一", "甲\\[^1]", "`甲[^1]`", "2^3 [2]^3 [^ ]", "甲[^b]乙[^a]\n\n[^a]: 一[^b]\n[^b]: 二"])
  func `footnotes with marks, and what is none, are left alone`(_ markdown: String) {
    #expect(faults(markdown).isEmpty)
  }

  @Test(arguments: [
    ("1. 甲\n3. 乙", ["2:1 list-number"]), ("1. 甲\n1. 乙\n1. 丙", ["2:1 list-number", "3:1 list-number"]),
    ("2. 甲\n\n   7. 乙\n   9. 丙\n3. 丁", ["4:4 list-number"]), ("01. 甲", ["1:1 list-number"]),
  ])
  func `a number that the page shows as another is reported`(_ markdown: String, _ expected: [String]) {
    #expect(faults(markdown) == expected)
  }

  @Test(arguments: [
    "3. 甲\n4. 乙\n\n- 丙\n\n5) 丁\n   1. 戊\n   2. 己\n6) 庚", "0. 甲\n1.\n2. - [x] 乙", "1. [x] 甲\n2. 乙",
    "&amp;amp; &#x4e2d;&copy;&eacute;x \\&amp; `&amp;` &amp; `amp` `a&b`", "a &amp;\n\nb &lt;\n`c`",
    #"&amp;\&amp;&#x4e;甲 &amp;\&amp;&lt;3"#, #"&quot;\\甲&#xd;\ \\乙\`&mp; &lt;丙"#, "甲&&amp;乙&amp;&丙&lt;&amp;amp;丁",
    "<https://a.cn/?b&amp;c> https://a.cn/?d&amp;e <b@c.cn> www.a.cn/&amp;", "\u{FEFF}甲\0乙\u{FFFD}",
    "[![图](a%20b.png '题')](c&amp;d.md \"目\") ![a][b]\n\n[b]: c", "甲\r乙\r\n丙\n\n    码&amp;\n\n***\n\n丁\n---\n",
    "| 甲 | 乙 |\n|:-|-:|\n| `a\\|b` | c |\n| 只有 |\n", "**重点。**&amp;**二。**后 https://a.cn，（www.b.cn）完",
    "甲<!-- 乙 -->丙\n\n<!--\n丁\n-->\n", "```swift\n码\n```\n~~~\n一\n~~~~",
  ])
  func `a text that lost nothing is left alone`(_ markdown: String) {
    #expect(faults(markdown).isEmpty)
  }

  @Test func `a loss of several lines says how many`() {
    let found = render("甲\n\n[^1]: 一\n    二\n\n    三\n").diagnostics
    #expect(found.map { $0.message.zh } == ["正文里没有脚注的记号 [^1]，这一条的 4 行不会出现在网页上"])
  }
}
