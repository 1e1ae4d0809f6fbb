import BanbaoMarkdown
import Testing

@Suite struct TypingSlipTests {
  @Test(arguments: [
    ("＃＃ 标题", ["1:1 fullwidth-markdown"]), ("＃标题", ["1:1 fullwidth-markdown"]),
    ("甲\n＃　标题", ["2:1 fullwidth-markdown"]), ("１．报名", ["1:1 fullwidth-markdown"]),
    ("－ 甲", ["1:1 fullwidth-markdown"]), ("＊　甲", ["1:1 fullwidth-markdown"]),
    ("＞ 甲", ["1:1 fullwidth-markdown"]), ("｜甲｜乙｜", ["1:1 fullwidth-markdown"]),
    ("｀｀｀\n甲\n｀｀｀", ["1:1 fullwidth-markdown", "3:1 fullwidth-markdown"]),
    ("甲＊＊重点＊＊乙", ["1:2 fullwidth-markdown"]),
    ("见［通知］（a.md）", ["1:5 fullwidth-markdown"]), ("见[通知]（../a/b.md）", ["1:5 fullwidth-markdown"]),
    ("见［通知］(http://a.cn)", ["1:5 fullwidth-markdown"]),
    ("**甲。**乙\n＃ 标题", ["2:1 fullwidth-markdown"]),
    ("##标题", ["1:1 heading-without-space"]), ("#标题", ["1:1 heading-without-space"]),
    ("###a", ["1:1 heading-without-space"]), ("> #标题", ["1:3 heading-without-space"]),
    ("##甲\n#甲", ["1:1 heading-without-space", "2:1 heading-without-space"]),
  ])
  func `a slip of an input method is reported at its place`(
    _ markdown: String, _ expected: [String]
  ) {
    #expect(faults(markdown) == expected)
  }

  @Test(arguments: [
    "#话题#", "＃话题＃", "#1 楼", "\\#标题", "\\##标题", "`＃ 标题`", "```\n＃ 标题\n##标题\n```", "[通知]（见附件）",
    "５．３元", "＊注：以上", "－５℃", "甲＞乙", "甲＊乙", "２０２６年", "[1]（2026.1）", "| ＃ | 甲 |\n|-|-|\n| ＃ 1 | 2 |",
    "# ",
    "甲｜乙", "#", "####### 七", "价格＊＊＊元",
  ])
  func `ordinary text is left alone`(_ markdown: String) {
    #expect(faults(markdown) == [])
  }
}
