import BanbaoDiagnostics
import BanbaoHTML
import BanbaoMarkdown
import Testing

@Suite struct MarkdownLinkTests {
  /// Where each link of a text is reported to stand, as `line:column destination`.
  private func places(_ text: String) -> [String] {
    render(text).body.links.map { "\($0.place.line):\($0.place.column) \($0.destination)" }
  }

  @Test(arguments: [
    ("[甲](a.md)", ["1:1 a.md"]),
    ("见[甲](a.md)和[乙](b.md)", ["1:2 a.md", "1:12 b.md"]),
    ("甲\n乙[丙](a.md)", ["2:2 a.md"]),
    ("甲\r\n乙\r丙[丁](a.md)", ["3:2 a.md"]),
    ("> 甲\n乙[丙](a.md)", ["2:2 a.md"]),
    ("> 甲\n> 乙[丙](a.md)", ["2:4 a.md"]),
    ("- 甲\n  - 乙 [丙](a.md)", ["2:7 a.md"]),
    ("甲 `[x](a.md)` [x](a.md)", ["1:15 a.md"]),
    ("\\[x](a.md) [x](a.md)", ["1:12 a.md"]),
    ("[不是] [甲](a.md)", ["1:6 a.md"]),
    ("[甲](<a b.md>)", ["1:1 a b.md"]),
    ("[甲](a&amp;b.md)", ["1:1 a&b.md"]),
    ("[甲](a\\_b.md)", ["1:1 a_b.md"]),
    ("[甲\n乙](a.md) [丙](b.md)", ["1:1 a.md", "2:10 b.md"]),
    ("`a\nb` [甲](a.md)", ["2:4 a.md"]),
    ("![图](a.png)", ["1:1 a.png"]),
    ("甲![图](a.png)乙[丙](b.md)", ["1:2 a.png", "1:14 b.md"]),
    ("[![图](a.png)](b.md)", ["1:1 b.md", "1:2 a.png"]),
    ("[甲][r]\n\n[r]: a.md", ["1:1 a.md"]),
    ("见[r]和[r][]\n\n[r]: a.md", ["1:2 a.md", "1:6 a.md"]),
    ("[r]: a.md\n[s]: b.md\n见[r][s]", ["3:2 b.md"]),
    ("[r]: a.md\n见[r]", ["2:2 a.md"]),
    ("# 见[甲](a.md)", ["1:4 a.md"]),
    ("见[甲](a.md)\n===", ["1:2 a.md"]),
    ("|甲|乙|\n|-|-|\n|a|[丙](a.md)|\n|[丁](b.md)|c|", ["3:4 a.md", "4:2 b.md"]),
    ("|[甲](a.md)|\n|-|", ["1:2 a.md"]),
    ("甲**乙。**丙[丁](a.md)", ["1:9 a.md"]),
    ("甲[^1]\n\n[^1]: 见[乙](a.md)", ["3:8 a.md"]),
    ("[甲](#一)", ["1:1 #一"]),
    ("[甲]()", ["1:1 "]),
    ("😀[甲](a.md)", ["1:2 a.md"]),
    ("[**甲**](a.md)", ["1:1 a.md"]),
  ])
  func `a link stands where its bracket stands`(_ markdown: String, _ expected: [String]) {
    #expect(places(markdown) == expected)
  }

  @Test func `places are true to the file`() {
    let bytes = Array("---\ntitle: 甲\n---\n\n见[乙](a.md)".utf8)
    let start = bytes.count - Array("\n见[乙](a.md)".utf8).count
    let source = MarkdownSource(
      path: "n/a.md", bytes: bytes, body: start..<bytes.count, firstLine: 4)
    let links = renderMarkdown(source) { _ in .keep }.body.links
    #expect(
      links == [
        MarkdownLink(
          destination: "a.md", place: Place("n/a.md", line: 5, column: 2), isImage: false, text: "乙"
        )
      ])
  }

  @Test func `a link is rewritten as its caller says`() {
    func rewritten(_ text: String, _ rewrite: LinkRewrite) -> String {
      renderMarkdown(MarkdownSource(path: "a.md", text: text)) { _ in rewrite }.body.html.string
    }
    #expect(
      rewritten("[甲](a.pdf \"t\")", .url("../a.pdf?x&y", note: "（PDF）"))
        == "<p><a href=\"../a.pdf?x&amp;y\" title=\"t\">甲<span class=\"link-note\">（PDF）</span></a></p>\n"
    )
    #expect(rewritten("见[**甲**](a.md)。", .drop) == "<p>见<strong>甲</strong>。</p>\n")
    #expect(rewritten("![图<](a.png)", .drop) == "<p>图&lt;</p>\n")
    #expect(
      rewritten("![图](a.png)", .url("b.png", note: "x"))
        == "<p><img src=\"b.png\" alt=\"图\" loading=\"lazy\" /></p>\n")
  }

  @Test(arguments: [
    "https://a.cn", "HTTP://a.cn", "mailto:a@b.cn", "tel:010",
  ])
  func `an address outside is not offered`(_ address: String) {
    let (body, diagnostics) = render("[甲](\(address))")
    #expect(body.links.isEmpty)
    #expect(diagnostics.isEmpty)
    #expect(body.html.string.contains("<a href="))
  }

  @Test func `links to other hosts send no referrer`() {
    #expect(
      html("[甲](https://a.cn)")
        == "<p><a href=\"https://a.cn\" rel=\"noopener noreferrer\">甲</a></p>\n")
    #expect(html("a@b.cn") == "<p><a href=\"mailto:a@b.cn\">a@b.cn</a></p>\n")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "vbscript:x", "file:///C:/a.docx",
    "data:text/html,x",
    "&#106;avascript:x", "<java script:x>", "&#1;javascript:x",
    "javascript&colon;x", "C:/用户/表.docx", #"D:\表.docx"#,
    "data:image/png;base64,x", "java&Tab;script:x",
    "//a.cn/b", "&#47;/a.cn", "</\t/a.cn>", #"/\\a.cn/b"#,
  ])
  func `a dangerous address never passes`(_ address: String) {
    for mark in ["", "!"] {
      let (body, diagnostics) = render("甲\(mark)[乙](\(address))")
      #expect(body.html.string == "<p>甲乙</p>\n")
      #expect(diagnostics.map(\.code) == ["dangerous-url"])
      #expect(diagnostics.first?.place == Place("a.md", line: 1, column: 2))
    }
  }

  @Test(arguments: [
    ("甲 <javascript:x>", ["1:3 dangerous-url"]),
    ("甲 <ftp://a.cn>", ["1:3 unknown-scheme"]),
    ("甲 ftp://a.cn/b", ["1:3 unknown-scheme"]),
    ("[甲](ftp://a.cn)", ["1:1 unknown-scheme"]),
    ("[甲](C:\\a.docx)", ["1:1 dangerous-url"]),
    ("![甲](https://a.cn/b.png)", ["1:1 remote-image"]),
    ("![甲](//a.cn/b.png)", ["1:1 dangerous-url"]),
    ("![](a.png)", ["1:1 image-without-alt"]),
    ("乙![ ](a.png)", ["1:2 image-without-alt"]),
  ])
  func `an address that can't work is reported at its place`(
    _ markdown: String, _ expected: [String]
  ) {
    #expect(faults(markdown) == expected)
    #expect(!html(markdown).contains("href="))
  }

  @Test(arguments: [
    ("甲<b>乙</b>", "甲乙", ["1:2 raw-html", "1:6 raw-html"]),
    ("甲<br>乙", "甲乙", ["1:2 raw-html"]), ("甲<b>乙", "甲&lt;b&gt;乙", ["1:2 raw-html"]),
    ("<b>\n甲", "&lt;b&gt;<br />\n甲", ["1:1 raw-html"]), ("<A>\n甲<B>乙", "&lt;A&gt;<br />\n甲&lt;B&gt;乙", []),
    ("![甲<B>乙](c.png)", "<img src=\"c.png\" alt=\"甲&lt;B&gt;乙\" loading=\"lazy\" />", []),
    ("甲\n**乙。**丙<br>丁", "甲<br />\n<strong>乙。</strong>丙丁", ["2:8 raw-html"]),
    ("甲<!-- 乙 -->丙", "甲丙", []),
    ("甲 <张三> 1<2", "甲 &lt;张三&gt; 1&lt;2", []),
  ])
  func `raw HTML in a paragraph is left out and reported`(
    _ markdown: String, _ expected: String, _ reported: [String]
  ) {
    #expect(html(markdown) == "<p>\(expected)</p>\n")
    #expect(faults(markdown) == reported)
  }

  @Test(arguments: [
    ("<div>甲</div>\n", ["1:1 raw-html"]), ("甲\n\n  <script>\nx\n</script>\n", ["3:3 raw-html"]),
    ("> <table>\n", ["1:3 raw-html"]), ("<!-- 甲\n\n乙 -->\n", []),
    ("<!-- 甲 --> <b>\n", ["1:1 raw-html"]),
    ("<?php x ?>\n", ["1:1 raw-html"]), ("<!DOCTYPE html>\n", ["1:1 raw-html"]),
  ])
  func `a block of raw HTML is left out and reported`(_ markdown: String, _ reported: [String]) {
    #expect(!html(markdown).contains(/<[^pbh\/]/))
    #expect(faults(markdown) == reported)
  }
}
