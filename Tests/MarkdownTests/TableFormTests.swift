import Testing

/// How tables keep in sight on a phone what they hold.
@Suite struct TableFormTests {
  @Test func `a table whose columns stand side by side on the smallest phone fits, and its names stay whole`() {
    #expect(
      box("|序号|姓名|工会小组|推荐理由|\n|-|-|-|-|\n|1|欧阳若岚|急诊科|夜班带教百余人次，主动分担春节值班|\n") == "table-fits short-1 short-2 short-3")
  }

  @Test func `a table of words is stacked, and each cell bears the name of its column`() {
    let text = """
      |诉求|责任部门|答复期限|办理结果|
      |-|-|-|-|
      |食堂夜间供应热饭|后勤保障科|2026年12月13日|五月起每晚 **21:30** 至 23:30 供应|

      """
    #expect(box(text) == "table-stacked")
    #expect(html(text).contains("<td data-label=\"办理结果\">五月起每晚 <strong>21:30</strong>"))
    #expect(!html(text).contains("<th scope=\"col\" data-label"))
  }

  @Test func `a grid of short cells holds its first column`() {
    let months = (1...9).map { "\($0)月" }.joined(separator: "|")
    let figures = Array(repeating: "1,200", count: 9).joined(separator: "|")
    #expect(
      box("|小组|\(months)|\n|-|\(String(repeating: "-|", count: 9))\n|内科|\(figures)|\n")
        == "table-held short-1 short-2 short-3 short-4 short-5 short-6 short-7 short-8")
  }

  @Test func `a number too long for a phone beside its neighbours is never torn: the table is stacked`() {
    #expect(
      box("|甲|乙|\n|-|-|\n|http://board.example/notices/2026/outing|\(String(repeating: "1", count: 20))|\n")
        == "table-stacked")
  }

  @Test func `the name of a column is escaped in the attribute`() {
    let text = "|a\"<b|结果|\n|-|-|\n|\(String(repeating: "x", count: 40))|二|\n"
    #expect(html(text).contains("<td data-label=\"a&quot;&lt;b\">"))
  }

  /// The classes of the box around the first table.
  private func box(_ text: String) -> String? {
    html(text).firstMatch(of: /<div class="table-scroll ([^"]*)"/).map { String($0.output.1) }
  }
}
