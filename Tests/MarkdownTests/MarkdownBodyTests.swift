import BanbaoDiagnostics
import BanbaoHTML
import BanbaoMarkdown
import Testing

@Suite struct MarkdownBodyTests {
  @Test func `the highest heading becomes h2 and the others keep their distance`() {
    #expect(render("## 甲\n\n### 乙\n\n## 丙\n").body.headings.map(\.level) == [2, 3, 2])
    #expect(render("# 甲\n\n###### 乙\n").body.headings.map(\.level) == [2, 6])
    #expect(html("### 甲\n") == "<h2 id=\"甲\">甲</h2>\n")
  }

  @Test(arguments: [
    ("一、时间安排", "一时间安排"), ("时间 地点", "时间-地点"), ("FAQ 常见问题", "FAQ-常见问题"), ("！！！", "section"),
    ("  a  b ", "a-b"), ("第1届_第2次-会", "第1届_第2次-会"), ("Café", "Café"), ("", "section"),
    ("甲　乙", "甲-乙"),
  ])
  func `an id keeps letters, digits and Han`(_ text: String, _ id: String) {
    #expect(headingID(text) == id)
  }

  @Test func `ids are unique`() {
    #expect(
      render("# 甲\n# 甲-2\n# 甲\n# 甲\n# fn-1\n").body.headings.map(\.id) == [
        "甲", "甲-2", "甲-3", "甲-4", "section-fn-1",
      ])
  }

  @Test func `headings know their line in the file`() {
    let bytes = Array("---\n---\n甲\r\n\r\n# 乙\r丙\n".utf8)
    let body = renderMarkdown(
      MarkdownSource(path: "a.md", bytes: bytes, body: 8..<bytes.count, firstLine: 3)
    ) {
      _ in .keep
    }.body
    #expect(body.headings == [Heading(level: 2, id: "乙", text: "乙", line: 5)])
  }

  @Test func `a table scrolls in a frame named by the heading above it`() {
    #expect(
      html("# 甲\n\n|a|b|\n|-:|-|\n|1|\n") == """
        <h2 id="甲">甲</h2>
        <div class="table-scroll table-fits short-1 short-2" role="group" aria-labelledby="甲" tabindex="0">
        <table>
        <thead>
        <tr>
        <th scope="col" class="align-right">a</th>
        <th scope="col">b</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="align-right">1</td>
        <td></td>
        </tr>
        </tbody>
        </table>
        </div>

        """)
  }

  @Test func `task boxes have labels`() {
    #expect(
      html("- [x] 甲\n- [ ] 乙\n") == """
        <ul>
        <li class="task"><label><input type="checkbox" checked="" disabled="" /> 甲</label></li>
        <li class="task"><label><input type="checkbox" disabled="" /> 乙</label></li>
        </ul>

        """)
  }

  @Test func `footnotes are numbered and lead back`() {
    #expect(
      html("甲[^a]乙[^b]丙[^a]\n\n[^b]: 二\n[^a]: 一\n") == """
        <p>甲<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" data-footnote-ref>1</a></sup>乙<sup class="footnote-ref"><a href="#fn-2" id="fnref-2" data-footnote-ref>2</a></sup>丙<sup class="footnote-ref"><a href="#fn-1" id="fnref-1-2" data-footnote-ref>1</a></sup></p>
        <section class="footnotes" data-footnotes>
        <ol>
        <li id="fn-1">
        <p>一 <a href="#fnref-1" class="footnote-backref" data-footnote-backref>↩</a> <a href="#fnref-1-2" class="footnote-backref" data-footnote-backref>↩<sup class="footnote-ref">2</sup></a></p>
        </li>
        <li id="fn-2">
        <p>二 <a href="#fnref-2" class="footnote-backref" data-footnote-backref>↩</a></p>
        </li>
        </ol>
        </section>

        """)
  }

  @Test(arguments: [
    ("![图](a.png)\n\n第一段\n", "第一段"), ("# 标题\n\n甲\n乙\n", "甲 乙"), ("> 引用**文字**\n", "引用文字"),
    ("# 标题\n", ""),
    ("", ""), ("<div></div>\n\n甲\n", "甲"),
  ])
  func `the first paragraph is the first that holds words`(_ markdown: String, _ expected: String) {
    #expect(render(markdown).body.firstParagraph == expected)
  }

  @Test(arguments: [
    ("各位会员：\n\n请报名。\n", "请报名。"), ("亲爱的同事、家人：\n请报名。\n", "请报名。"), ("尊敬的会员朋友，\n\n请报名。\n", "请报名。"),
    ("比赛已经结束。现将结果通报如下：\n\n- 冠军\n", "比赛已经结束。"), ("他说：“好。”结果如下：\n\n- 冠军\n", "他说：“好。”"),
    ("结果如下：\n\n- 冠军\n\n再接再厉。\n", "再接再厉。"), ("结果如下：\n\n- 冠军\n- 亚军\n", "冠军"), ("Dear members:\n\nCome.\n", "Come."),
    ("时间：三月八日。\n", "时间：三月八日。"), ("共3.5万元。明细：\n\n|a|\n|-|\n|1|\n", "共3.5万元。"), ("名单如下：\n", ""),
  ])
  func `an addressee and a clause that leads on to what is below tell nothing`(_ markdown: String, _ expected: String) {
    #expect(render(markdown).body.firstParagraph == expected)
  }

  @Test func `the plain text has a line a block`() {
    let text = render(
      "# 甲\n\n乙**丙**\n丁\n\n- 戊\n\n|a|b|\n|-|-|\n|1|2|\n\n```\n码\n```\n![图](x.png)\n"
    ).body.text
    #expect(text == "甲\n乙丙 丁\n戊\na b\n1 2\n码\n图")
  }

  @Test func `the plain text is left out unless it is asked for`() {
    #expect(
      renderMarkdown(MarkdownSource(path: "a.md", text: "甲\n")) { _ in .keep }.body.text == "")
  }

  @Test(arguments: [
    "", "\0", "a\0b", "\r", "\r\n\r\n", "\u{FEFF}# a", "&#0;", "&#1;", "[", "![", "\u{7F}",
    "a\u{C}b",
  ])
  func `odd bytes leave no control character`(_ markdown: String) {
    let bytes = render(markdown).body.html.bytes
    #expect(bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x0D })
  }

  @Test func `a range outside the bytes is cut off`() {
    let source = MarkdownSource(path: "a.md", bytes: Array("甲".utf8), body: 0..<99, firstLine: 1)
    #expect(renderMarkdown(source) { _ in .keep }.body.html.string == "<p>甲</p>\n")
  }
}
