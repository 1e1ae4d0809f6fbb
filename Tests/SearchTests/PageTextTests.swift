import BanbaoSearch
import Testing

@Suite struct PageTextTests {
  private func text(_ main: String) -> PageText {
    PageText(
      page: Array("<html><head><title>页题</title></head><body><header>报头</header>\(main)<footer>页脚</footer>".utf8))
  }

  private func words(_ units: [UInt16]) -> String { String(decoding: units, as: UTF16.self) }

  @Test func `title, headings with tags, and the rest stand apart`() {
    let text = text(
      """
      <main id="m"><h1 class="t">春节慰问</h1><p>各<strong>科</strong>室：</p><h2 id="a">一、时间</h2><p>二月</p>\
      <p><a rel="tag" href="x">#送温暖</a></p></main>
      """)
    #expect(words(text.title) == "春节慰问\n")
    #expect(words(text.headings) == "一、时间\n#送温暖\n")
    #expect(words(text.body) == "各科室：\n二月\n")
  }

  @Test(arguments: ["nav", "form", "button", "script", "style", "template", "svg"])
  func `what only leads on or is no text is passed over, however deep it goes`(element: String) {
    let main = "<main><p>前</p><\(element)>甲<\(element)>乙</\(element)>丙</\(element)><p>后</p></main>"
    #expect(words(text(main).body) == "前\n后\n")
  }

  @Test func `what is hidden is passed over, and a hidden picture hides nothing behind it`() {
    #expect(words(text(#"<main><p hidden>甲</p>乙<img src="a.png" alt="丁" hidden>丙</main>"#).body) == "乙丙")
  }

  @Test func `entities and characters beyond the first plane are what they stand for`() {
    #expect(
      words(text("<main>A&amp;B &lt;C&gt; &#20154;&#x4EBA; &nbsp;𠮷 &copy;</main>").body) == "A&B <C> 人人 \u{A0}𠮷 &copy;")
  }

  @Test func `a bracket within a value ends no tag`() {
    #expect(words(text(#"<main><p title="a>b">甲</p></main>"#).body) == "甲\n")
  }

  @Test(arguments: ["", "<main", "<main>", "<main><", "<main>&#x110000;", "<main><p title=\"", "<main>\u{4E00}</"])
  func `a page that breaks off is read as far as it goes`(html: String) {
    #expect(PageText(page: Array(html.utf8)).body.count <= 10)
    var bytes = Array(html.utf8)
    bytes.append(0xE4)
    #expect(PageText(page: bytes).body.count <= 11)
  }
}
