import BanbaoDiagnostics
import BanbaoHTML
import BanbaoMarkdown
import TestSupport
import Testing

/// A text made to keep a parser busy.
struct HostileText: Sendable, CustomTestStringConvertible {
  var name: String
  var text: String

  var testDescription: String { name }

  init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }

  /// A fragment again and again.
  init(repeating fragment: String, _ count: Int) {
    self.init("\(fragment.debugDescription) × \(count)", String(repeating: fragment, count: count))
  }
}

private func repeated(_ text: String, _ count: Int) -> String {
  String(repeating: text, count: count)
}

/// What is known to hang or slow cmark-gfm 0.29.0.gfm.6 or parsers like it.
private let known: [HostileText] = [
  HostileText(
    "wide table filled up",
    repeated("|x", 2000) + "\n" + repeated("|-", 2000) + "\n" + repeated("a\n", 2000)),
  HostileText("wide table", repeated("|", 50000) + "\n" + repeated("|-", 50000)),
  HostileText("table row", "|a|\n|-|\n" + repeated("|", 50000)),
  HostileText(repeating: "![[]()", 160_000),
  HostileText(repeating: "mailto:s@p.com/", 1_000_000),
  HostileText("long definition", "[a]: /" + repeated("u", 50000) + "\n\n" + repeated("[a]", 20000)),
  HostileText(
    "long title", "[a]: /u '" + repeated("u\n", 50000) + "'\n\n" + repeated("[a]", 20000)),
  HostileText("nested emphasis", repeated("*a **a ", 65000) + "b" + repeated(" a** a*", 65000)),
  HostileText(repeating: "a_ ", 65000), HostileText(repeating: "_a ", 65000),
  HostileText(repeating: "a]", 65000),
  HostileText(repeating: "[a", 65000), HostileText(repeating: "*a_ ", 50000),
  HostileText("multiples of 3", "a**b" + repeated("c* ", 50000)),
  HostileText(repeating: "[ a_", 50000),
  HostileText(repeating: "[ (](", 80000), HostileText("mixed", "**x [a*b**c*](d)"),
  HostileText("nested brackets", repeated("[", 50000) + "a" + repeated("]", 50000)),
  HostileText(
    "nested brackets with a definition",
    "[a]: b\n\n" + repeated("[", 50000) + "a" + repeated("]", 50000)),
  HostileText("nested quotations", repeated("> ", 50000) + "a"),
  HostileText(repeating: ">", 100_000), HostileText(repeating: "- ", 50000),
  HostileText("nested lists", (0..<1000).map { repeated("  ", $0) + "* a\n" }.joined()),
  HostileText("NUL", "abc\0de\0"),
  HostileText("backticks", (1..<1500).map { "e" + repeated("`", $0) }.joined()),
  HostileText(
    "backticks and a link", (1..<1500).map { "e" + repeated("`", $0) }.joined() + "[a](b)"),
  HostileText(repeating: "[a](<b", 30000), HostileText(repeating: "[a](b", 30000),
  HostileText("comments behind a tag", "</" + repeated("<!--", 300_000)),
  HostileText("comments", "a" + repeated("<!--", 50000)),
  HostileText(repeating: "aaa\rbbb\n-\u{B}\n", 30000),
  HostileText(repeating: "![p", 100_000), HostileText("<?", "a" + repeated("<?", 100_000)),
  HostileText("<![CDATA[", "a" + repeated("<![CDATA[", 50000)),
  HostileText("<!A", "a" + repeated("<!A ", 50000)),
  HostileText(repeating: "&", 100_000), HostileText(repeating: "~", 50000),
  HostileText(repeating: "a~~", 50000),
  HostileText(repeating: "|", 100_000), HostileText(repeating: "[^a]: ", 50000),
  HostileText("nested footnotes", (0..<20000).map { "[^\($0)]: [^\($0 + 1)]\n\n" }.joined()),
  HostileText("footnote used often", "[^a]: x\n\n" + repeated("[^a]", 100_000)),
  HostileText(repeating: "http://a_", 50000), HostileText(repeating: "http://a_b.", 50000),
  HostileText(repeating: "www.", 100_000), HostileText(repeating: "www._", 50000),
  HostileText(
    "parentheses behind an address", "www.a" + repeated("(", 50000) + repeated(")", 50000)),
  HostileText(repeating: "http://<", 50000), HostileText(repeating: "a@", 100_000),
  HostileText(repeating: ":", 100_000),
  HostileText(repeating: "w", 100_000), HostileText(repeating: "a@b.c", 100_000),
  HostileText(repeating: "xmpp:a@b/", 50000),
  HostileText(repeating: "\"'", 100_000), HostileText("one long line", repeated("a", 10_000_000)),
  HostileText(repeating: "\n", 1_000_000),
  HostileText(
    "definitions",
    (0..<40000).map { "[\($0)]: /u\n" }.joined() + "\n" + (0..<40000).map { "[\($0)]" }.joined()),
  HostileText("parentheses in an address", "[a](" + repeated("(", 50000)),
  HostileText(repeating: "文**，", 60000),
  HostileText(repeating: "*[a](b)_", 60000), HostileText(repeating: "**[a](b)** ", 50000),
  HostileText(repeating: "_", 200_000), HostileText(repeating: "__a", 100_000),
  HostileText("lazy lines", repeated("> ", 90) + "a\n" + repeated("a\n", 100_000)),
  HostileText("escaped slips", repeated("&#xFF03; x\n", 40000)),
  HostileText(repeating: "＃＃ x&amp;\n", 30000),
  HostileText(
    "links by reference that do not look it", "[&amp;x]: /u\n\n" + repeated("[&amp;x] ", 40000)),
  HostileText(repeating: "[a&amp;b](a&amp;b) ", 20000), HostileText(repeating: "# 甲\n", 60000),
  HostileText(repeating: "<b>", 60000), HostileText(repeating: "*w.\r[a]: |-文", 40000),
  HostileText(repeating: "![](a)", 60000), HostileText(repeating: "| a | - | | b |\n| - |\n", 22000),
  HostileText(repeating: "** 甲乙丙 ** 。", 8000),
  HostileText("a table below many lines", repeated("甲\n", 64000) + "甲|\n-|-\n"),
  HostileText("a table below some lines", repeated("甲\n", 9000) + "甲|\n-|-\n"),
  HostileText(repeating: "--\n", 60_000), HostileText(repeating: "12) b\n*\n", 25000),
]

/// Fragments of one to eight pieces that parsers care for, from a fixed seed, to 64 KB and to 500 KB.
private let random: [HostileText] = {
  let pieces = [
    "*", "_", "~~", "`", "[", "]", "(", ")", "!", "<", ">", "|", "-", "+", "#", ":", "@", ".", "&",
    ";", "\\", "\"",
    "'", "=", "/", " ", "\n", "\t", "a", "1", "文", "。", "www.", "http://", "mailto:", "<!--", "<?",
    "[^a]", "|-",
    "](", "![", "- ", "> ", "1. ", "    ", "[a]: ",
  ]
  var numbers = SplitMix64(seed: 20_260_308)
  return (0..<40).flatMap { _ in
    let count = Int.random(in: 1...8, using: &numbers)
    let fragment = (0..<count).map { _ in pieces.randomElement(using: &numbers) ?? "a" }.joined()
    return [64_000, 500_000].map { HostileText(repeating: fragment, $0 / fragment.utf8.count) }
  }
}()

@Suite(.serialized) struct HostileMarkdownTests {
  @Test(arguments: known + random)
  func `a hostile text ends within two seconds with a diagnostic or a body`(_ hostile: HostileText) {
    let source = MarkdownSource(path: "a.md", text: hostile.text)
    let start = processorTime()
    let (body, diagnostics) = renderMarkdown(source, collectsText: true) { _ in .keep }
    // A debug build on a slow machine; a growth faster than n log n would take minutes.
    #expect(processorTime() - start < .seconds(2))
    #expect(body.html.isEmpty || !diagnostics.contains { $0.code == "markdown-too-complex" })
  }

  @Test(arguments: [
    (HostileText("a file that is too long", repeated("a", 2_000_001)), 1, "2000000"),
    (HostileText("quotes that are too deep", "甲\n\n" + repeated("> ", 101)), 3, "100"),
    (HostileText("a row of too many cells", "甲\n" + repeated("|", 201)), 2, "200"),
    (
      HostileText(
        "rows that would be filled up", repeated("|a", 150) + "\n" + repeated("|-", 150) + "\n" + repeated("a\n", 3000)),
      1988, "300000"
    ),
    (HostileText("too many addresses", "甲\n\n" + repeated("a@b.cn ", 20_001)), 3, "20000"),
    (HostileText("too many heads of tables", "甲\n\n" + repeated("|a|b|\n|-|\n", 4000)), 3, "16000000"),
    (HostileText("too many openers", "甲\n\n" + repeated("![a] ", 20_000)), 3, "50000000"),
    (
      HostileText(
        "a long definition used too often", "甲\n\n[a]: /" + repeated("u", 50000) + "\n\n" + repeated("[a]", 20000)),
      3, "32000000"
    ),
  ])
  func `what is refused is named with its place and its limit`(
    _ hostile: HostileText, _ line: Int, _ limit: String
  ) {
    let (body, diagnostics) = render(hostile.text)
    #expect(body.html.isEmpty)
    #expect(diagnostics.map(\.code) == ["markdown-too-complex"])
    #expect(abs((diagnostics.first?.place.line ?? -99) - line) <= 3)
    #expect(diagnostics.first?.message.zh.contains(limit) == true)
    #expect(diagnostics.first?.message.en.contains(limit) == true)
  }

  @Test func `a body of many headings and blank lines is cut into its parts within two seconds`() {
    let text = repeated("# 甲\n", 6000) + repeated("\n", 60_000) + "丙"
    let (body, _) = renderMarkdown(MarkdownSource(path: "a.md", text: text), keepsMarkdown: true) { _ in .keep }
    let start = processorTime()
    #expect(body.parts.last?.markdown == "丙")
    #expect(processorTime() - start < .seconds(2))
  }

  @Test func `a page that grows too big is refused`() {
    var limits = MarkdownLimits()
    limits.outputBytes = 100
    let source = MarkdownSource(path: "a.md", text: repeated("甲\n\n", 40))
    let (body, diagnostics) = renderMarkdown(source, limits: limits) { _ in .keep }
    #expect(body == .empty)
    #expect(diagnostics.map(\.code) == ["markdown-too-complex"])
  }

  private static let notice = """
    ## 时间安排
    **时间：**3月8日 9:00~11:00，地点：*礼堂*，见[通知](a.md)、https://a.cn/b。
    1. **报名**：发送到 gonghui@a.cn（截止3月1日）
    - 详见[办法](b.md) ![图](c.png) `编号` ~~作废~~
    > 各小组请于周五前报送。

    """

  @Test(arguments: [
    HostileText("10,000 lines of ordinary notices", repeated(notice, 1700)),
    HostileText(
      "10,000 lines without a blank one", repeated(notice.replacing("\n\n", with: "\n"), 2000)),
    HostileText(
      "a ledger of 3,000 rows",
      "|日期|凭证号|科目|摘要|收入|支出|资金|附单据|\n" + repeated("|-", 8) + "|\n"
        + repeated("|2026-03-08|付-12|慰问支出|**慰问**困难职工|0.00|12,118.40|银行|[3](a.md)|\n", 3000)),
    HostileText(
      "500 links in a list",
      (0..<500).map { "- [办法\($0)](https://a.cn/b(\($0))?a_b=1&c=2)\n" }.joined()),
    HostileText(
      "500 bare addresses", (0..<500).map { "https://www.a.cn/b_c/\($0).html\n" }.joined()),
    HostileText(
      "500 links in one paragraph", (0..<500).map { "**[办法\($0)](a/\($0).md)**、" }.joined()),
    HostileText(
      "500 numbered links by reference",
      (1...500).map { "\($0). [办法][\($0)]\n" }.joined() + "\n"
        + (1...500).map { "[\($0)]: https://a.cn/\($0)\n" }.joined()),
    HostileText("200 footnotes", (0..<200).map { "甲[^\($0)]\n\n[^\($0)]: 乙\n\n" }.joined()),
    HostileText("300 photos", repeated("![合影](a.jpg)\n", 300)),
  ])
  func `a page of a real union is not refused`(_ page: HostileText) {
    let (body, diagnostics) = render(page.text)
    #expect(diagnostics.isEmpty)
    #expect(!body.html.isEmpty)
  }
}
