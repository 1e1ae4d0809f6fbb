import BanbaoDiagnostics
import BanbaoMarkdown
import BanbaoSource
import Testing

@Suite struct ForeignMarkTests {
  @Test(arguments: [
    ("[[双链]]", "1:1"), ("见![[合影.png]]", "1:2"), ("请==务必==到", "1:2"), ("%%草稿%%", "1:1"), ("{% note info %}", "1:1"),
    ("{{ page.title }}", "1:1"), (":::tip\n甲\n:::", "1:1"), ("[TOC]", "1:1"), ("甲\n\n[toc]", "3:1"), ("@[toc]", "1:1"),
    ("$$x^2$$", "1:1"), ("![图](a.png){width=50%}", "1:12"), ("> [!note] 甲", "1:3"), ("## 标题 {#id}", "1:7"),
    ("- 甲{:.red}", "1:4"), ("|a|b|\n|-|-|\n|==甲==|2|", "3:2"),
  ])
  func `a mark of another program is reported where it stands`(_ markdown: String, _ place: String) {
    #expect(faults(markdown).first == "\(place) foreign-markup")
    #expect(render(markdown).diagnostics.allSatisfy { $0.code == "foreign-markup" && $0.help != nil })
  }

  @Test(arguments: [
    "`[[甲]]`", "```\n{% note %}\n[TOC]\n```", #"\[\[甲\]\]"#, #"\{% 甲 %}"#, "a == b", "{甲}", "[甲]", "共$$10", "12%%",
    "::", "甲:::乙",
    "<!-- more -->", "H~2~O", "[1]、[2]", "时间：9:00", "[T恤]",
  ])
  func `what is no mark of another program is left alone`(_ markdown: String) {
    #expect(render(markdown).diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("请 ** 重要 ** 到", "1:3", "请 **重要** 到"), ("** 重要**", "1:1", "**重要**"), ("注意**  重要 **事项", "1:3", "注意**重要**事项"),
    ("请**重要 **", "1:2", "请**重要**"),
  ])
  func `emphasis with a space inside is reported, and the remedy is the same without it`(
    _ markdown: String, _ place: String, _ right: String
  ) throws {
    #expect(faults(markdown) == ["\(place) mark-with-space"])
    let fault = try #require(render(markdown).diagnostics.first)
    let source = SourceText(path: fault.place.path, bytes: Array(markdown.utf8))
    #expect(String(decoding: source.applying([try #require(fault.fix)]).bytes, as: UTF8.self) == right)
  }

  @Test(arguments: ["**甲** **乙**", "a ** b ** c", "张** 李** 王**", "甲 ** 乙", "* 甲", "** **", "- **甲**：乙 **丙** 丁 **戊** 己"])
  func `asterisks with spaces that are no emphasis are left alone`(_ markdown: String) {
    #expect(render(markdown).diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("[报名表] (表.docx)", "1:5 mark-with-space"), ("【通知】(a.md)", "1:4 fullwidth-markdown"),
    ("见【通知】（a/b.md）。", "1:5 fullwidth-markdown"), ("见[通知］（a/b.md）。", "1:5 fullwidth-markdown"),
    ("[通知](a.md）", "1:4 fullwidth-markdown"),
  ])
  func `a link whose brackets are not all in place is reported`(_ markdown: String, _ expected: String) {
    #expect(faults(markdown) == [expected])
    #expect(render(markdown).diagnostics.first?.fix != nil)
  }

  @Test(arguments: ["【通知】（见附件）", "[1] (2026)", "见[甲](a.md)（二）", "【一】(二)"])
  func `brackets that are no link are left alone`(_ markdown: String) {
    #expect(render(markdown).diagnostics.isEmpty)
  }
}
