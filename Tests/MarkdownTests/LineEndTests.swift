import BanbaoMarkdown
import Testing

@Suite struct LineEndTests {
  @Test(arguments: [
    ("时间：上午9时\n地点：五楼", "时间：上午9时<br />\n地点：五楼"),
    ("某医院工会\r\n2026年11月2日", "某医院工会<br />\n2026年11月2日"),
    ("a\nb", "a<br />\nb"),
    ("**甲**\n[乙](b.md)", "<strong>甲</strong><br />\n<a href=\"b.md\">乙</a>"),
    ("甲\\\n乙  \n丙", "甲<br />\n乙<br />\n丙"),
    ("甲\n![图](a.png)\n乙", "甲\n<img src=\"a.png\" alt=\"图\" loading=\"lazy\" />\n乙"),
    ("1、报名\n2、比赛", "1、报名<br />\n2、比赛"),
  ])
  func `a line end in a paragraph is one on the page`(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == "<p>\(expected)</p>\n")
  }

  @Test func `a line end is kept in lists and quotations, and is none between cells`() {
    #expect(html("- 甲\n  乙\n") == "<ul>\n<li>甲<br />\n乙</li>\n</ul>\n")
    #expect(html("> 甲\n> 乙\n") == "<blockquote>\n<p>甲<br />\n乙</p>\n</blockquote>\n")
    #expect(!html("|a|b|\n|-|-|\n|1|2|\n").contains("<br"))
  }

  @Test(arguments: [
    "一、时间", "（一）时间", "(一) 时间", "〔一〕时间", "十二、其他", "1、报名", "1.报名", "12．报名", "１．报名", "1）报名", "1)报名", "（1）报名", "甲、报名",
    "①报名", "⑴报名", "㈠报名", "·报名", "●报名", "■报名", "◆报名", "➤报名", "—报名", "–报名", "-报名", "※报名", "★报名", "　　1、报名", "**一、时间**",
    "[1、报名](a.md)",
  ])
  func `a line that begins like an item stands alone where lines are joined too`(_ line: String) {
    #expect(html("各位会员：\n" + line, lineEnds: .joined).contains("各位会员：<br />\n"))
  }

  @Test(arguments: [
    "1.5万元", "2026.3.8起", "2026年起", "一时", "甲方", "（见附件）", "(a)报名", "3号楼", "二楼", "12", "一", "（一", "十一月一日、二日",
  ])
  func `a line that begins with a figure or a word is joined`(_ line: String) {
    #expect(!html("定于\n" + line, lineEnds: .joined).contains("<br"))
  }
}
