import BanbaoDiagnostics
import BanbaoMarkdown
import Testing

@Suite struct BrokenTableTests {
  @Test(arguments: [
    ("| 项目 | 人数 |\n| 午餐 | 20 |", "table-broken", ["| 项目 | 人数 |\n|---|---|", "| 午餐 | 20 |"]),
    ("｜甲｜乙｜\n｜：—｜—：｜\n｜1｜2｜", "fullwidth-markdown", ["| 甲 | 乙 |", "|---|---|", "| 1 | 2 |"]),
    ("| 甲 | 乙 |\n|——|——|\n| 1 | 2 |", "table-broken", ["| 甲 | 乙 |", "|---|---|", "| 1 | 2 |"]),
    ("姓名\t科室\n王某\t内科", "table-broken", ["| 姓名 | 科室 |\n|---|---|", "| 王某 | 内科 |"]),
    ("甲|乙\n丙|丁", "table-broken", ["| 甲 | 乙 |\n|---|---|", "| 丙 | 丁 |"]),
  ])
  func `rows that are no table are reported, with the rows to write`(
    _ markdown: String, _ code: String, _ rows: [String]
  ) {
    let diagnostics = render(markdown).diagnostics
    #expect(diagnostics.map(\.code) == [code])
    #expect(diagnostics.first?.place.line == 1)
    #expect(diagnostics.first?.fix?.edits.map(\.new) == rows)
    #expect(html(rows.joined(separator: "\n")).contains("<table>"))
  }

  @Test func `a row behind a blank line is told from its table`() {
    let text = "| 甲 | 乙 |\n|-|-|\n| 1 | 2 |\n\n| 3 | 4 |\n"
    #expect(faults(text) == ["5:1 table-broken"])
    #expect(render(text).diagnostics.first?.fix == nil)
  }

  @Test(arguments: [
    "甲｜乙", "首页 | 通知", "地点\t五楼", "甲|乙\n丙", "| 甲 | 乙 |\n|-|-|\n| 1 | 2 |", "绝对值|x|\n没有", "`甲|乙`\n`丙|丁`", "| 甲 |",
    "甲\t乙\t丙\n丁\t戊",
  ])
  func `lines that are no rows are left alone`(_ markdown: String) {
    #expect(render(markdown).diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("请准时参加。\n---\n某医院", "2:1"), ("某医院工会\n2026年11月2日\n------\n", "3:1"), ("地点：五楼\n===\n\n甲", "2:1"),
    ("> 好，\n> ---\n", "2:3"),
  ])
  func `a drawn line that makes a heading of a sentence is reported`(_ markdown: String, _ place: String) {
    #expect(faults(markdown) == ["\(place) underlined-heading"])
  }

  @Test(arguments: ["时间安排\n---\n", "时间安排\n===\n甲。", "Foo, bar.\n---\n", "请准时参加。\n\n---\n", "## 请准时参加。"])
  func `a heading that is meant is left alone`(_ markdown: String) {
    #expect(render(markdown).diagnostics.isEmpty)
  }
}
