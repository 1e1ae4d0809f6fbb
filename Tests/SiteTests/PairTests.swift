import BanbaoDiagnostics
import TestSupport
import Testing

/// Rules that hold each record against others of its kind, without a comparison of each with all.
@Suite struct `A rule on pairs of records` {
  private func record(_ fields: String) -> String { "---\n\(fields)\n---\n\n全体会员参加。\n" }

  @Test func `names every rule of a circle, and none that only leads into it`() async throws {
    func rule(_ successor: String) -> String {
      record("title: 制度\ndate: 2020-05-16\nadopted: 2020-05-16\nrepealed: 2024-01-01\nrepealed_by: rules/\(successor)")
    }
    let site = try await BuiltSite([
      "rules/a.md": rule("b"), "rules/b.md": rule("c"), "rules/c.md": rule("d"), "rules/d.md": rule("b"),
    ])
    let found = site.diagnostics.filter { $0.code == "rule-replacement" }
    #expect(found.map(\.place.path) == ["content/rules/b.md", "content/rules/c.md", "content/rules/d.md"])
    // The one that each of them replaces.
    #expect(
      found.flatMap(\.related).map(\.place.path) == ["content/rules/d.md", "content/rules/b.md", "content/rules/c.md"])
  }

  @Test func `tells members of one name by their departments`() async throws {
    let members = ["王芳, department: 内科", "王芳, department: 外科", "王 芳, department: 内科", "李伟", "李伟, department: 药房"]
    let site = try await BuiltSite([
      "committee/a.yaml": """
      title: 工会委员会
      date: 2024-05-16
      body: 工会委员会
      elected: 2024-05-16
      years: 5
      approved: {date: 2024-05-27}
      members:

      """ + members.map { "  - {name: \($0), role: 委员}\n" }.joined()
    ])
    let found = site.diagnostics.filter { $0.code == "committee-member-twice" }
    #expect(found.map(\.place.line) == [10, 12])
    #expect(found.flatMap(\.related).map(\.place.line) == [8, 11])
  }

  @Test func `lets a number be shared by a rule and the notices that issue it alone`() async throws {
    let titles = ["关于转发《关于印发《慰问办法》的通知》的通知", "关于印发《慰问办法》的通知", "关于放假的通知", "慰问办法", "慰问办法"]
    let site = try await BuiltSite(
      Dictionary(
        uniqueKeysWithValues: titles.enumerated().map { number, title in
          ("notices/\(number).md", record("title: \(title)\ndate: 2026-01-05\nkind: 通知\nnumber: 云医工〔2026〕3号"))
        }))
    let found = site.diagnostics.filter { $0.code == "document-number-repeated" }
    #expect(found.map(\.place.path) == ["content/notices/2.md", "content/notices/4.md"])
    #expect(found.flatMap(\.related).map(\.place.path) == ["content/notices/0.md", "content/notices/3.md"])
  }
}
