import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import TestSupport
import Testing

/// A memo changes the speed of a compilation and never its result.
@Suite struct MemoTests {
  /// Of the content before any edit.
  private static let first = Task { try await compiled(tree(faulty.get()), memo: Memo(expectsEdits: true)).memo }

  @Test(arguments: [1, 2, 3, 4])
  func `after any edits a warm compilation equals a cold one`(seed: UInt64) async throws {
    var generator = SplitMix64(seed: seed)
    var files = try faulty.get()
    var memo = try await Self.first.value
    for step in 1...8 {
      let description = edit(&files, &generator)
      let warm = try await compiled(tree(files), memo: memo)
      #expect(
        try await differenceFromCold(warm, files, renders: step % 4 == 0) == nil, "step \(step): \(description)")
      memo = warm.memo
    }
  }

  @Test(arguments: [0, 1])
  func `a file that grew is shown with its new size wherever it is named`(before: Int) async throws {
    var files = [
      "site.yaml": Array("title: 板报\nunion: 工会\n".utf8),
      "notices/a.md": Array(
        "---\ntitle: 甲\ndate: 2026-01-01\nkind: 通知\nattachments: [{file: 表.pdf}]\n---\n[表](表.pdf)\n"
          .utf8),
      "notices/表.pdf": Array("%PDF-".utf8.prefix(before)),
    ]
    let memo = try await compiled(tree(files), memo: Memo()).memo
    files["notices/表.pdf"] = Array("%PDF-".utf8) + Array(repeating: 1, count: 5000)
    let warm = Outcome(try await compiled(tree(files), memo: memo))
    #expect(warm.difference(from: Outcome(try await compiled(tree(files), memo: Memo()))) == nil)
  }

  @Test func `a record that a link names goes away, and comes back`() async throws {
    var files = [
      "site.yaml": Array("title: 板报\nunion: 工会\n".utf8),
      "notices/a.md": Array(
        "---\ntitle: 甲\ndate: 2026-01-01\nkind: 通知\n---\n[见](b.md) [见](c.html)\n".utf8),
      "notices/b.md": Array("---\ntitle: 乙\ndate: 2026-01-01\nkind: 通知\n---\n".utf8),
      "notices/c.md": Array("---\ntitle: 丙\ndate: 2026-01-01\nkind: 通知\n---\n".utf8),
    ]
    let whole = files
    var memo = try await compiled(tree(files), memo: Memo()).memo
    for name in ["b", "c"] {
      files["notices/\(name).md"] = nil
      let warm = try await compiled(tree(files), memo: memo)
      #expect(warm.diagnostics.map(\.code) == ["link-broken"])
      memo = warm.memo
      files = whole
      #expect(try await compiled(tree(files), memo: memo).diagnostics.isEmpty)
    }
  }

  /// Changes one file or two as an author would, and says what was done.
  private func edit(_ files: inout [String: [UInt8]], _ generator: inout SplitMix64) -> String {
    let paths = files.keys.sorted()
    guard let path = paths.randomElement(using: &generator) else { return "" }
    switch Int.random(in: 0..<6, using: &generator) {
    case 0:
      files[path] = nil
      return "removed \(path)"
    case 1:
      let name = path + ".neu.md"
      files[name] = files[path]
      return "copied \(path)"
    case 2:
      files[path]?.append(contentsOf: Array("\n另有通知。[见](../site.yaml)\n".utf8))
      return "appended to \(path)"
    case 3:
      if let other = paths.randomElement(using: &generator) { files.swap(path, other) }
      return "swapped \(path)"
    case 4:
      files[path] = files[path].map { Array($0.prefix($0.count / 2)) }
      return "halved \(path)"
    default:
      let text = String(decoding: files[path] ?? [], as: UTF8.self)
      files[path] = Array(text.replacing("2026", with: "2025").utf8)
      return "dated back \(path)"
    }
  }
}

extension [String: [UInt8]] {
  fileprivate mutating func swap(_ a: String, _ b: String) {
    let kept = self[a]
    self[a] = self[b]
    self[b] = kept
  }
}
