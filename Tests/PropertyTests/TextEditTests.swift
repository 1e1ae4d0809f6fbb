import BanbaoDiagnostics
import BanbaoKinds
import BanbaoSite
import BanbaoSource
import TestSupport
import Testing

/// An edit of nothing but the text of a record makes its page anew and leaves the others, and comes to what a compilation
/// from the beginning comes to.
@Suite struct `Edits of a text` {
  /// Of the sample site, which has a feed, with private names that nothing in it shows.
  @Test func `change records of every kind as if all were read anew`() async throws {
    var files = try sample.get()
    files["private/people.yaml"] = Array("- 欧阳不见\n".utf8)
    var warm = try await compiled(tree(files), memo: Memo(expectsEdits: true))
    var count = 0
    let last = Kinds.all.compactMap { kind in
      files.keys.filter { $0.hasPrefix(kind.folder + "/") && $0.hasSuffix(".md") }.max()
    }
    for path in last + ["pages/summary/2026.md"] {
      files[path]?.append(contentsOf: Array("\n此处**另有**说明。\n".utf8))
      let before = warm
      warm = try await compiled(tree(files), memo: before.memo)
      // A year's plan and its summary are made of many records; others have a page to themselves.
      let isWoven = path.hasPrefix("plans/") || path.hasPrefix("pages/summary/")
      #expect(isMadeAnew(warm, before) == isWoven, "\(path)")
      count += 1
    }
    #expect(count > 12)
    #expect(try await differenceFromCold(warm, files) == nil)
  }

  @Test func `are many, and another edit follows`() async throws {
    var files = small
    var memo = try await compiled(tree(files), memo: Memo(expectsEdits: true)).memo
    for (path, text) in [
      ("notices/a.md", "又一句。\n"), ("notices/b.md", "待补\n"), ("notices/a.md", "电话 13800138000\n"),
      ("notices/a.md", "## 新的一节\n"), ("notices/a.md", "再一句。\n"), ("notices/b.md", "电话 13800138000\n"),
    ] {
      files[path]?.append(contentsOf: Array(("\n" + text).utf8))
      let warm = try await compiled(tree(files), memo: memo)
      #expect(try await differenceFromCold(warm, files) == nil, "\(path): \(text)")
      memo = warm.memo
    }
    files["notices/a.md"] = small["notices/a.md"]
    files["notices/b.md"] = small["notices/b.md"]
    let back = try await compiled(tree(files), memo: memo)
    #expect(try await differenceFromCold(back, small) == nil)
  }

  /// What an edit of a text may do besides: each of them shows somewhere else than on the page of the record.
  @Test(arguments: [
    ("a title", "title: 甲", "title: 别"), ("a first paragraph", "第一段。", "另一段。"),
    ("a heading that another record names", "## 时间", "## 地点"), ("a link that leads nowhere", "尾。", "[尾](c.md)"),
    ("a link to a heading that is not there", "尾。", "[尾](b.md#没有)"), ("a picture", "尾。", "![尾](山.png)"),
    ("an attachment that was unused", "尾。", "[尾](附.pdf)"), ("a private name", "尾。", "欧阳不见到了。"),
    ("a private name in pieces", "尾。", "欧阳**不见**到了。"), ("a sign that nobody sees", "尾。", "\u{200B}尾。电话 13800138000"),
    ("a draft", "kind: 通知", "kind: 通知\ndraft: true"), ("a word that is missing", "尾。", "待补"),
    ("a text that is gone", "第一段。\n\n## 时间\n\n尾。\n", ""), ("a file without a title", "title: 甲\n", ""),
    ("a fault in the text", "尾。", "<b>尾。"), ("a name that an honour masks", "尾。", "赵无名到了。"),
  ])
  func `that do something else as well are told`(what: String, old: String, new: String) async throws {
    var files = small
    let before = try await compiled(tree(files), memo: Memo(expectsEdits: true))
    let text = String(decoding: files["notices/a.md"] ?? [], as: UTF8.self)
    try #require(text.contains(old), "\(what)")
    files["notices/a.md"] = Array(text.replacing(old, with: new).utf8)
    let warm = try await compiled(tree(files), memo: before.memo)
    #expect(try await differenceFromCold(warm, files) == nil, "\(what)")
    // And back again.
    let back = try await compiled(tree(small), memo: warm.memo)
    #expect(Outcome(back, renders: false).difference(from: Outcome(before, renders: false)) == nil, "\(what)")
  }

  @Test func `of two files, or of one beside another change, are read as a whole`() async throws {
    let before = try await compiled(tree(small), memo: Memo(expectsEdits: true))
    for others in [
      ["notices/b.md": notice("乙", "2026-03-07") + "别的。\n"], ["site.yaml": "title: 板\nunion: 某医院工会\n"],
      ["notices/d.md": notice("丁", "2026-03-07")],
    ] {
      var files = small
      files["notices/a.md"]?.append(contentsOf: Array("\n又一句。\n".utf8))
      for (path, text) in others { files[path] = Array(text.utf8) }
      let warm = try await compiled(tree(files), memo: before.memo)
      #expect(try await differenceFromCold(warm, files) == nil, "\(others.keys)")
    }
  }

  /// Whether the pages of all records are others than before, not one of them alone.
  private func isMadeAnew(_ after: Compilation, _ before: Compilation) -> Bool {
    zip(after.plan.pages, before.plan.pages).count { $0 !== $1 } > 1
  }

  private let small: [String: [UInt8]] = [
    "site.yaml": "title: 板报\nunion: 某医院工会\nbase_url: http://b.example/\n",
    "private/people.yaml": "- 欧阳不见\n",
    "notices/a.md": notice("甲", "2026-03-08", "attachments: [{file: 表.pdf}]") + "第一段。\n\n## 时间\n\n尾。\n",
    "notices/b.md": notice("乙", "2026-03-07") + "见[那里](a.md#时间)。\n\n## 有\n\n末。\n",
    "honours/d.md":
      "---\ntitle: 先进\ndate: 2026-01-09\nkind: 个人\nrecipients: [{name: 赵无名, consent: false}]\n---\n祝贺。\n",
    "notices/表.pdf": "%PDF-1.4\n", "notices/附.pdf": "%PDF-1.4\n",
  ].mapValues { Array($0.utf8) }.merging(
    ["notices/山.png": (try? sample.get()["activities/2026/hills.png"]) ?? []], uniquingKeysWith: { first, _ in first })
}
