import BanbaoDiagnostics
import BanbaoSource
import TestSupport
import Testing

@testable import BanbaoSite

@Suite struct `The days of a record` {
  private func activity(_ date: String, _ fields: String = "") -> String {
    "---\ntitle: 拔河\ndate: \(date)\nkind: 文体\n\(fields)\n---\n\n全院十队参加。\n"
  }

  private func codes(_ files: [String: String]) async throws -> [String] {
    try await BuiltSite(files).codes.filter { $0.hasPrefix("day-") || $0.hasPrefix("folder-") }
  }

  @Test(arguments: [
    ("2026-11-22", []), ("2026-11-23", ["day-ahead"]), ("2026-11-21/2026-11-24", []), ("2027-06-01", ["day-ahead"]),
    ("2062-11-22", ["day-far-ahead"]), ("2026-11-20/2036-11-22", ["day-far-ahead"]), ("1926-03-08", ["day-unlikely"]),
    ("2026-11-23\npublish: 2026-11-23", []),
    ("2026-11-23\ndraft: true", ["day-ahead"]),
  ])
  func `of what has happened do not lie ahead`(_ date: String, _ codes: [String]) async throws {
    #expect(try await self.codes(["activities/a.md": activity(date)]) == codes)
  }

  @Test(arguments: [
    ("通知", []), ("邀请", []), ("公告", []), ("倡议书", []), ("喜报", ["day-ahead"]), ("通报", ["day-ahead"]),
    ("简报", ["day-ahead"]),
  ])
  func `of a notice may lie ahead where it tells of what is to come`(_ form: String, _ codes: [String]) async throws {
    #expect(try await self.codes(["notices/a.md": notice("运动会", "2026-12-20", kind: form)]) == codes)
  }

  @Test func `of plans, rules and pages are not held against today`() async throws {
    let files = [
      "plans/2027.md": "---\ntitle: 计划\ndate: 2026-12-20\nyear: 2027\nitems: [{title: 拔河, when: 2027-03}]\n---\n",
      "pages/about.md": "---\ntitle: 关于\ndate: 2026-12-20\n---\n\n工会简介。\n",
    ]
    #expect(try await codes(files) == [])
  }

  @Test(arguments: [
    ("expires: 2026-10-30", ["day-before-date"]), ("expires: 2026-11-01", []),
    ("pinned_until: 2026-10-30", ["day-before-date"]),
    ("pinned_until: 2026-12-01", []), ("publish: 2026-12-20\nexpires: 2026-12-10", ["day-before-date"]),
    ("publish: 2026-12-20\nexpires: 2026-12-20", []), ("publish: 2028-11-01", ["day-far-ahead"]),
    ("expires: 2062-11-01", ["day-unlikely"]),
  ])
  func `do not end before they begin`(_ line: String, _ codes: [String]) async throws {
    #expect(try await self.codes(["notices/a.md": notice("运动会", "2026-11-01", line)]) == codes)
  }

  @Test func `say where the faulty one stands, in the words of the file`() async throws {
    let text = "---\n标题: 运动会\n日期: 2026-11-01\n类别: 通知\n有效期至: 2026-10-30\n---\n"
    let fault = try #require(try await BuiltSite(["notices/a.md": text]).diagnostics.first)
    #expect((fault.place.line, fault.place.column) == (5, 7))
    #expect(fault.message.zh == "“有效期至”2026-10-30 早于日期 2026-11-01")
  }

  @Test(arguments: [
    ("notices/2025/a.md", ["folder-year"]), ("notices/2026/a.md", []), ("notices/a.md", []), ("notices/9999年/a.md", []),
    ("notices/2026/03/a.md", []),
  ])
  func `are of the year that the folder is named after`(_ path: String, _ codes: [String]) async throws {
    #expect(try await self.codes([path: notice("运动会", "2026-03-01")]) == codes)
  }

  @Test func `may be of the next year where the record names its own`() async throws {
    let membership = "---\ntitle: 会员\ndate: 2026-01-05\nperiod: 2025\nopening: 1\njoined: 0\nclosing: 1\n---\n"
    #expect(try await codes(["membership/2025/a.md": membership]) == [])
  }

  @Test func `hide the result of a 公示 until its own`() async throws {
    let files = [
      "notices/a.md": notice(
        "评选公示", "2026-11-18", kind: "公示", "publicity: {from: 2026-11-18, working_days: 7, contact: 办公室}"),
      "notices/b.md": notice("评选结果", "2026-11-30", kind: "公告", "result_of: notices/a"),
      "holidays/2026.yaml": "off: []",
    ]
    let before = try await BuiltSite(files)
    #expect(before.codes == [])
    #expect(!before.pagePaths.contains("notices/b.html"))
    #expect(before.compilation.leftOut.map(\.path) == ["content/notices/b.md"])
    let after = try await BuiltSite(files, today: "2026-11-30")
    #expect(after.pagePaths.contains("notices/b.html"))
    #expect(after.codes == [])
  }
}

@Suite struct `A record that is there twice` {
  private func codes(_ files: [String: String]) async throws -> [String] {
    try await BuiltSite(files).diagnostics.filter { $0.code.hasPrefix("record-") }.map { "\($0.place.path) \($0.code)" }
  }

  private static let text = notice("春节慰问", "2026-02-10", body: "同文")

  @Test(arguments: [
    "a - 副本", "a - 副本 (2)", "a(1)", "a (1)", "a（1）", "a - Copy", "a - Copy (2)", "Copy of a", "副本 a", "复件 a", "a 的副本",
    "a~1", "a (张三的冲突副本)", "a (张三的冲突副本 2026-11-02)", "a.sync-conflict-20261102-101010-ABCDEFG",
    "a (conflicted copy 2026-11-02)", "a-拷贝", "a_复制",
  ])
  func `by a copied file is said at the copy`(_ name: String) async throws {
    #expect(originalName(of: "notices/\(name).md") == "notices/a")
    #expect(
      try await codes(["notices/a.md": Self.text, "notices/\(name).md": Self.text])
        == ["content/notices/\(name).md record-copied"])
  }

  @Test(arguments: ["a", "复制粘贴", "第1期(上)", "通知(1月)", "冲突", "a(b)", "副本", "copy", "(1)", "~1"])
  func `is not told by a name that is none of a copy`(_ name: String) throws {
    #expect(originalName(of: "notices/\(name).md").map { $0 == "notices/a" } ?? true)
  }

  @Test func `with the same title and day is said at each but the first`() async throws {
    let files = ["notices/a.md": Self.text, "notices/b.md": Self.text, "notices/2026/c.md": Self.text]
    #expect(
      try await codes(files) == ["content/notices/2026/c.md record-twice", "content/notices/b.md record-twice"])
    let others = [
      "notices/a.md": Self.text, "notices/b.md": notice("春节慰问", "2026-02-11"),
      "notices/c.md": notice("元宵慰问", "2026-02-10"),
    ]
    #expect(try await codes(others) == [])
  }

  @Test func `are told as copies by their names, whatever third record is alike`() async throws {
    let text = notice("棋赛", "2026-11-20")
    let files = ["notices/乙.md": text, "notices/棋赛.md": text, "notices/棋赛 - 副本.md": text]
    #expect(
      try await codes(files) == ["content/notices/棋赛 - 副本.md record-copied", "content/notices/棋赛.md record-twice"])
  }

  @Test func `in a list is said where it is alike in every word`() async throws {
    let item = { (amount: Int) in "- {title: 慰问, date: 2026-03-05, kind: 患病, people: 1, amount: \(amount)}\n" }
    #expect(try await codes(["visits/a.yaml": item(300) + item(300)]) == ["content/visits/a.yaml record-twice"])
    #expect(try await codes(["visits/a.yaml": item(300) + item(200)]) == [])
  }

  @Test func `by a conflict of a sync tool is said although one was changed`() async throws {
    let files = ["notices/a.md": Self.text, "notices/a (李青的冲突副本).md": notice("春节慰问金", "2026-02-11")]
    #expect(try await codes(files) == ["content/notices/a (李青的冲突副本).md record-twice"])
  }

  @Test func `is a note in a draft`() async throws {
    let site = try await BuiltSite([
      "notices/a.md": Self.text, "notices/b.md": notice("春节慰问", "2026-02-10", "draft: true"),
    ])
    #expect(site.diagnostics.map(\.severity) == [.note])
  }
}
