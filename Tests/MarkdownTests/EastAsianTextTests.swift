import BanbaoDiagnostics
import BanbaoMarkdown
import Testing

@Suite struct EastAsianTextTests {
  @Test(arguments: [
    ("这是**重点。**所以", "这是<strong>重点。</strong>所以"),
    ("请看**“通知”**正文", "请看<strong>“通知”</strong>正文"),
    ("**《办法》**已通过", "<strong>《办法》</strong>已通过"),
    ("按**（一）**办理", "按<strong>（一）</strong>办理"),
    ("报名**3月8日截止！**过期不候", "报名<strong>3月8日截止！</strong>过期不候"),
    ("**时间：**周一", "<strong>时间：</strong>周一"),
    ("**地点**：礼堂", "<strong>地点</strong>：礼堂"),
    ("*强调。*后面", "<em>强调。</em>后面"),
    ("前面*“强调”*后面", "前面<em>“强调”</em>后面"),
    ("***很重要。***请看", "<em><strong>很重要。</strong></em>请看"),
    ("共**255,000.00元。**其中", "共<strong>255,000.00元。</strong>其中"),
    ("**a。**b", "<strong>a。</strong>b"),
    ("中**(a)**文", "中<strong>(a)</strong>文"),
    ("中**\"a\"**文", "中<strong>&quot;a&quot;</strong>文"),
    ("中**`码`**文", "中<strong><code>码</code></strong>文"),
    ("中**[文](a.md)**文", "中<strong><a href=\"a.md\">文</a></strong>文"),
    ("见**[文](a.md)。**文", "见<strong><a href=\"a.md\">文</a>。</strong>文"),
    ("**全部**", "<strong>全部</strong>"),
    ("中**文**字", "中<strong>文</strong>字"),
    ("**第一。** **第二。**", "<strong>第一。</strong> <strong>第二。</strong>"),
    ("**第一。**、**第二。**", "<strong>第一。</strong>、<strong>第二。</strong>"),
    ("カナ**。**カナ", "カナ<strong>。</strong>カナ"),
    ("한국어**(a)**를", "한국어<strong>(a)</strong>를"),
    ("**“a”**。", "<strong>“a”</strong>。"),
    ("，**a**，", "，<strong>a</strong>，"),
    ("（**注意**）", "（<strong>注意</strong>）"),
    ("：**“注意”**；", "：<strong>“注意”</strong>；"),
    ("葛󠄀**。**城", "葛󠄀<strong>。</strong>城"),
    ("中**\\***文", "中<strong>*</strong>文"),
    ("\\**文。*字", "*<em>文。</em>字"),
    ("\\*文*", "*文*"),
    ("文 * 字", "文 * 字"),
    ("文** 字**", "文** 字**"),
    ("文**　字。**", "文**　字。**"),
    ("**文", "**文"),
    ("文**", "文**"),
    ("文*", "文*"),
    ("_文。_字", "_文。_字"),
    ("中_文_字", "中_文_字"),
    ("**重点。**\\\n下一行", "<strong>重点。</strong><br />\n下一行"),
    ("😀**重点。**文", "😀<strong>重点。</strong>文"),
    ("`中**文。**字`", "<code>中**文。**字</code>"),
    (
      "[中**文。**字](a.md \"中**文。**字\")",
      "<a href=\"a.md\" title=\"中**文。**字\">中<strong>文。</strong>字</a>"
    ),
    ("[文](a*文。*b.md)", "<a href=\"a*%E6%96%87%E3%80%82*b.md\">文</a>"),
    ("\u{E000}**重点。**文\u{E001}", "\u{E000}<strong>重点。</strong>文\u{E001}"),
  ])
  func `asterisks beside Chinese make text bold`(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == "<p>\(expected)</p>\n")
  }

  @Test func `the characters put in do not show in code`() {
    #expect(
      html("```中**文。**字\n中**文。**字\n```\n")
        == "<pre><code class=\"language-中**文。**字\">中**文。**字\n</code></pre>\n")
  }

  @Test func `the characters put in do not show in headings, links and text`() {
    let body = render("# 中**文。**字\n\n[中**文。**字](中**文。**字.md)\n").body
    #expect(body.headings == [Heading(level: 2, id: "中文字", text: "中文。字", line: 1)])
    #expect(body.links.map(\.destination) == ["中**文。**字.md"])
    #expect(body.links.map(\.text) == ["中文。字"])
    #expect(body.text == "中文。字\n中文。字")
  }

  @Test(arguments: [
    ("中\n文", "中文"),
    ("中，\n文", "中，文"),
    ("中”\n文", "中”文"),
    ("中\n“文", "中“文"),
    ("中\nab", "中\nab"),
    ("ab\n中", "ab\n中"),
    ("ab\ncd", "ab\ncd"),
    ("中\n**文**", "中<strong>文</strong>"),
    ("**中**\n文", "<strong>中</strong>文"),
    ("**中**\n**文**", "<strong>中</strong><strong>文</strong>"),
    ("中 **文**", "中 <strong>文</strong>"),
    ("中 [文](a)", "中 <a href=\"a\">文</a>"),
    ("中\n[文](a)", "中<a href=\"a\">文</a>"),
    ("中\n`文`", "中<code>文</code>"),
    ("中\\\n文", "中<br />\n文"),
    ("中  \n文", "中<br />\n文"),
    ("한국\n어", "한국\n어"),
    ("中\n![图](a.png)", "中\n<img src=\"a.png\" alt=\"图\" loading=\"lazy\" />"),
    ("![图](a.png)\n中", "<img src=\"a.png\" alt=\"图\" loading=\"lazy\" />\n中"),
    ("中\n😀", "中\n😀"),
  ])
  func `between wide characters joined lines have no space`(_ markdown: String, _ expected: String) {
    #expect(html(markdown, lineEnds: .joined) == "<p>\(expected)</p>\n")
  }

  @Test(arguments: [
    ("见 https://a.cn/b，谢谢", "https://a.cn/b"),
    ("（http://a.cn）", "http://a.cn"),
    ("www.a.cn。完", "http://www.a.cn"),
    ("https://a.cn/文件.pdf", "https://a.cn/%E6%96%87%E4%BB%B6.pdf"),
    ("<https://a.cn/，b>", "https://a.cn/%EF%BC%8Cb"),
    ("[文](https://a.cn/，b)", "https://a.cn/%EF%BC%8Cb"),
    ("[文]\n\n[文]: https://a.cn/，b", "https://a.cn/%EF%BC%8Cb"),
    ("请登录http://www.a.cn查看", "http://www.a.cn"),
    ("打开https://a.cn/x?id=1报名", "https://a.cn/x?id=1"),
    ("网址http://10.1.2.3:8080在内网", "http://10.1.2.3:8080"),
    ("(http://a.cn/x)和(http://a.cn/y)。", "http://a.cn/y"), ("(http://a.cn/x)和(http://a.cn/y)。", "http://a.cn/x"),
    ("www.a.cn在内网", "http://www.a.cn"), ("见http://a.cn/x报名3月8日", "http://a.cn/x"),
    ("https://a.cn/通知/2026-甲2.pdf看", "https://a.cn/%E9%80%9A%E7%9F%A5/2026-%E7%94%B22.pdf"),
    ("<https://a.cn/问答>", "https://a.cn/%E9%97%AE%E7%AD%94"),
  ])
  func `a bare address ends at Chinese punctuation, and at Han that are no part of a path`(
    _ markdown: String, _ address: String
  ) {
    #expect(html(markdown).contains("<a href=\"\(address)\" rel=\"noopener noreferrer\">"))
  }

  @Test func `an address beside Han that ends there is a link`() {
    #expect(
      html("联系a@b.cn或c.d@e.com。")
        == "<p>联系<a href=\"mailto:a@b.cn\">a@b.cn</a>或<a href=\"mailto:c.d@e.com\">c.d@e.com</a>。</p>\n")
  }

  @Test(arguments: ["见https://a.cn/问答", "https://a.cn/?q=工会，", "http://10.1.2.3/在内网"])
  func `Han behind a slash may belong to the address, and it is said`(_ text: String) {
    #expect(render(text).diagnostics.map(\.code) == ["address-end"])
  }

  @Test func `the advice on an address that Han cut keeps all of it`() {
    let help = render("见https://a.cn/?q=会员&x=1。").diagnostics.first?.help?.zh
    #expect(help?.contains("<https://a.cn/?q=会员&x=1>") == true)
  }

  @Test(arguments: [
    "见https://a.cn/ 问答", "<https://a.cn/问答>", "`https://a.cn/问答`", "见https://a.cn/，", "[甲](https://a.cn/问答)",
  ])
  func `an address whose end is plain is left alone`(_ text: String) {
    #expect(render(text).diagnostics.isEmpty)
  }

  @Test func `text behind a bare address stays as it was`() {
    #expect(
      html("见 https://a.cn，另见[文](b.md)。")
        == "<p>见 <a href=\"https://a.cn\" rel=\"noopener noreferrer\">https://a.cn</a>，另见<a href=\"b.md\">文</a>。</p>\n"
    )
  }

  @Test func `one tilde stands for a span`() {
    #expect(html("9:00~11:00，14:00~16:00") == "<p>9:00~11:00，14:00~16:00</p>\n")
    #expect(html("~~作废~~") == "<p><del>作废</del></p>\n")
  }
}
