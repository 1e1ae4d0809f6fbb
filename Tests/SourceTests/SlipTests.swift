import BanbaoDiagnostics
import Testing

@testable import BanbaoSource

@Suite struct `A slip of typing` {
  private func mended(_ yaml: String) -> (root: Node?, diagnostics: [Diagnostic]) {
    let text = SourceText(path: "a", bytes: Array(yaml.utf8))
    return mendedYAML(text, 0..<text.bytes.count, firstLine: 1)
  }

  /// Lines that are wrong, each with its value as it is meant.
  static let slips: [(line: String, value: String)] = [
    ("title：春节慰问", "春节慰问"), ("title:春节慰问", "春节慰问"), ("title:　春节慰问", "春节慰问"),
    ("title:\u{A0}春节", "春节"), ("title 春节慰问", "春节慰问"), ("title = 春节", "春节"), ("title；春节", "春节"),
    ("title: 通知: 放假", "通知: 放假"), ("title: 时间:", "时间:"), ("title: *重要*通知", "*重要*通知"),
    ("title: *A 通知", "*A 通知"), ("title: &重要", "&重要"), ("title: !紧急", "!紧急"),
    ("title: !!紧急 通知", "!!紧急 通知"), ("title: @全体", "@全体"), ("title: `代码`", "`代码`"),
    ("title: %50", "%50"), ("title: |春节", "|春节"), ("title: > 春节 慰问", "> 春节 慰问"),
    ("title: , 春节", ", 春节"), ("title: ]春节", "]春节"), ("title: }春节", "}春节"), ("title: ? 春节", "? 春节"),
    ("title: [通知]春节", "[通知]春节"), ("title: {甲}春节", "{甲}春节"), ("title: \"春节", "春节"),
    ("title: '春节", "春节"), ("title: \"春节”", "春节"), ("title: \"春节＂", "春节"), ("title: '春节’", "春节"),
    ("title: \"安康杯\"竞赛", "\"安康杯\"竞赛"), ("title: \"关于\"春节\"的通知\"", "关于\"春节\"的通知"),
    ("title: \"C:\\桌面\"", "C:\\桌面"), ("title: \"\\x4 b\"", "\\x4 b"),
    ("title: \"it's\" 甲", "\"it's\" 甲"), ("标题：\"春节”", "春节"),
  ]

  @Test(arguments: slips)
  func `is mended, so that the rest of the file is read as it was meant`(
    _ slip: (line: String, value: String)
  ) throws {
    let (root, diagnostics) = mended("date: 2026-02-10\n\(slip.line)\nkind: 通知\n")
    #expect(diagnostics.allSatisfy { $0.place.line == 2 }, "\(diagnostics)")
    #expect(!diagnostics.isEmpty)
    guard case .mapping(let entries) = try #require(root).content else {
      Issue.record("no mapping")
      return
    }
    #expect(entries.count == 3)
    guard case .scalar(let value, _) = entries[1].value.content else {
      Issue.record("no text")
      return
    }
    #expect(value == slip.value)
  }

  @Test(arguments: slips)
  func `has a remedy that can be pasted as it stands`(_ slip: (line: String, value: String)) throws {
    // A line may hold two slips; pasting the remedy of each in turn must end.
    var line = slip.line
    for _ in 0..<3 {
      let (_, diagnostics) = mended("date: 2026-02-10\n\(line)\nkind: 通知\n")
      guard let help = diagnostics.first?.help?.zh else { break }
      try #require(help.hasPrefix("写成 "), "\(help)")
      line = String(help.dropFirst(3))
    }
    let (root, diagnostics) = mended(line)
    #expect(diagnostics.isEmpty)
    guard case .mapping(let entries) = try #require(root).content,
      case .scalar(let value, _) = entries[0].value.content
    else {
      Issue.record("no text")
      return
    }
    #expect(value == slip.value)
  }

  @Test(
    arguments: [
      ("tags: [甲, 乙】", "[甲, 乙]"), ("tags: [甲, 乙", "[甲, 乙]"),
      ("tags: [甲,, 乙]", "[甲, 乙]"), ("tags: [甲, 乙}", "[甲, 乙]"), ("tags: {甲: 乙", "{甲: 乙}"),
      ("tags: ｛甲: 乙｝", "{甲: 乙}"), ("tags: [甲, '乙, 丙'）", "[甲, '乙, 丙']"),
    ])
  func `in brackets has a remedy that can be pasted`(_ line: String, _ right: String) {
    let helps = mended("\(line)\n").diagnostics.compactMap { $0.help?.zh }
    #expect(helps.contains("写成 tags: \(right)"), "\(helps)")
  }

  @Test(
    arguments: [
      "a: |\n  标题：春节\n  “甲\n  [乙\nb: *x 丙\n", "a: \"两\n  行：甲\"\nb: @丙\n",
      "a: [甲,\n  乙]\nb: @丙\n", "- 上午：签到\n- 下午：座谈\n- @丙\n", "# 说明：甲\nb: @丙\n",
    ])
  func `is sought only where reading ended, so that like text is not blamed`(_ yaml: String) {
    let codes = mended(yaml).diagnostics.map(\.code)
    #expect(codes.count == 1, "\(codes)")
  }

  @Test func `is placed in the line as it was written, whatever was mended in it`() {
    let (_, diagnostics) = mended("标题：\"春节”\n标题：乙\n")
    #expect(
      diagnostics.map { "\($0.place.line):\($0.place.column) \($0.code)" } == [
        "1:3 fullwidth-colon", "1:7 curly-quotes", "2:3 fullwidth-colon", "2:1 duplicate-key",
      ])
  }

  @Test(
    arguments: [
      ("a: b\n  c: d\n", "2:3 indentation"), ("  a: b\nc: d\n", "1:3 indentation"),
      ("a:\n\tb: c\n", "2:1 yaml-tab"), ("a:\n　　b: c\n", "2:1 fullwidth-space"),
      ("\ta: b\nc: d\n", "1:1 yaml-tab"), ("a: b\n\u{200B}c: d\n", "2:1 fullwidth-space"),
      ("a:\n  -\tb\n", "2:4 yaml-tab"),
    ])
  func `of indentation is mended by the line above`(_ yaml: String, _ fault: String) throws {
    let (root, diagnostics) = mended(yaml)
    #expect(
      diagnostics.map { "\($0.place.line):\($0.place.column) \($0.code)" } == [fault])
    #expect(root != nil)
  }

  @Test func `in each of very many lines is mended in bounded time`() {
    let count = 100_000
    let (_, diagnostics) = mended(String(repeating: "标题：春节\n", count: count))
    #expect(Set(diagnostics.map(\.code)) == ["fullwidth-colon"])
  }

  @Test func `moves no place outside the line as it was written`() {
    var edit = LineEdit("标题：春节")
    edit.become("标题: 春节")
    #expect((0...6).map(edit.original) == [0, 1, 2, 3, 3, 4, 5])
    edit.become("x")
    #expect((0...3).map(edit.original).allSatisfy { (0...5).contains($0) })
  }
}

@Test func `what is said of a line that was mended before reaches no further than the line of the file`() {
  // The first look at the second line puts a scalar into it, the last finds no key in it.
  let text = SourceText(path: "a", bytes: Array(" 期初: {现金: 200, 银行:7}000 \n{现金: 200, 银行: 7000}\n\n".utf8))
  let faults = mendedYAML(text, 0..<text.bytes.count, firstLine: 1).diagnostics.filter { $0.code == "colon-missing" }
  #expect(faults.last?.place == Place("a", line: 2, column: 1, length: 19))
}
