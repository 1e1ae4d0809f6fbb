import TestSupport
import Testing

@Suite struct `A training` {
  private func training(_ lines: String) -> String {
    "---\ntitle: 培训\ndate: 2026-03-02\n\(lines)\n---\n"
  }

  @Test func `stands in the ledger of its form: sessions and hours at home, day-times away`() async throws {
    let site = try await BuiltSite([
      "training/a.md": training("audience: 职工\nsessions: 17\nperson_times: 1094\nhours: 61"),
      "training/b.md": training("audience: 工会干部\nsessions: 1\npeople: 26\nhours: 3\ncost: {amount: 780}").replacing(
        "title: ", with: "title: 第二次"),
      "training/c.md": training("audience: 职工\nexternal: true\nperson_times: 53\nday_times: 203").replacing(
        "title: ", with: "title: 第三次"),
      "training/d.md": training("audience: 职工\nexternal: true\npeople: 3\ndays: 3").replacing(
        "title: ", with: "title: 第四次"),
    ])
    #expect(site.diagnostics.isEmpty)
    let tables = try site.view("training/index.html").list("tables")
    let rows = tables.map { $0.list("rows").map { [$0.text("head")] + $0.texts("cells", "text") } }
    #expect(
      rows == [
        [
          ["2026年职工", "1", "17", "1094", "61", "—"], ["2026年工会干部", "1", "1", "26", "3", "780.00"],
          ["合计", "2", "18", "1120", "64", "780.00"],
        ], [["2026年职工", "2", "56", "212", "—"]],
      ])
  }

  @Test func `of several sessions, or without a count, lacks its person-times`() async throws {
    let site = try await BuiltSite([
      "training/a.md": training("audience: 职工\nsessions: 4\npeople: 60"),
      "training/b.md": training("audience: 职工").replacing("title: ", with: "title: 第二次"),
    ])
    let rows = try site.view("training/index.html").list("tables")[0].list("rows")
    #expect(rows.map { $0.texts("cells", "text") } == [["2", "4（另有1条〔待补〕）", "〔待补〕", "〔待补〕", "—"]])
    #expect(try site.view("training/b.html").texts("figures", "value") == ["〔待补〕"])
  }

  @Test func `may say its topics and vouchers in one line`() async throws {
    let site = try await BuiltSite([
      "training/a.md": training("audience: 职工\npeople: 3\n内容: 急救、沟通\ncost: {amount: 9, vouchers: 付-1，付-2}"),
      "training/b.md": training("audience: 职工\npeople: 3\ntopics: 急救\ncost: {amount: 9, vouchers: 付-12}").replacing(
        "title: ", with: "title: 第二次"),
    ])
    #expect(site.codes == [])
    #expect(try site.view("training/a.html").list("facts").map { $0.text("value") }.contains("急救、沟通"))
    #expect(try site.view("training/a.html").list("facts").map { $0.text("value") }.contains("付-1、付-2"))
  }

  @Test func `is booked by its audience, as the accounts of 2021 have it`() async throws {
    let site = try await BuiltSite([
      "training/a.md": training("audience: 职工\npeople: 3\ncost: {amount: 9, account: 50101 职工教育支出}"),
      "training/b.md": training("audience: 工会干部\npeople: 3\ncost: {amount: 9, account: 50501 培训支出}").replacing(
        "title: ", with: "title: 第二次"),
    ])
    #expect(site.codes == [])
  }
}
