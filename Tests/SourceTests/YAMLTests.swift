import BanbaoDiagnostics
import TestSupport
import Testing

@testable import BanbaoSource

/// A node as one line a scalar: its marks and its text.
private func lines(_ node: Node?, _ name: String = "") -> [String] {
  guard let node else { return [] }
  let at = "\(node.mark.line):\(node.mark.column)"
  switch node.content {
  case .scalar(let text, let isPlain):
    let cut = node.cut.map { " ✂\($0.mark.line):\($0.mark.column) \($0.value)" } ?? ""
    return ["\(name)\(at)+\(node.mark.length) \(isPlain ? text : "'\(text)'")\(cut)"]
  case .list(let items):
    return ["\(name)\(at) list"] + items.flatMap { lines($0, name + "  ") }
  case .mapping(let entries):
    return ["\(name)\(at) mapping"]
      + entries.flatMap { key, mark, value in
        lines(value, "\(name)  \(key)@\(mark.line):\(mark.column)+\(mark.length) ")
      }
  }
}

private func parse(_ yaml: String, before: String = "", line: Int = 1) -> (
  nodes: [String], faults: [String]
) {
  let text = SourceText(path: "a", bytes: Array((before + yaml).utf8))
  let parsed = parseYAML(text, before.utf8.count..<text.bytes.count, firstLine: line)
  return (
    lines(parsed.root),
    parsed.diagnostics.map { "\($0.place.line):\($0.place.column) \($0.code) \($0.message.zh)" }
  )
}

@Suite struct `YAML` {
  @Test func `becomes nodes with the marks of their first line`() {
    let yaml = """
      title: 春节慰问
      tags: [送温暖, '女''职工']
      publicity:
        from: 2026-03-02
        note: "两
          行"
      text: |
        一
        二
      empty:
      """
    #expect(
      parse(yaml).nodes == [
        "1:1 mapping", "  title@1:1+5 1:8+4 春节慰问", "  tags@2:1+4 2:7 list",
        "  tags@2:1+4   2:8+3 送温暖", "  tags@2:1+4   2:13+7 '女'职工'", "  publicity@3:1+9 4:3 mapping",
        "  publicity@3:1+9   from@4:3+4 4:9+10 2026-03-02",
        "  publicity@3:1+9   note@5:3+4 5:9+1 '两行'", "  text@7:1+4 7:7+1 '一\n二\n'",
        "  empty@10:1+5 10:7+1 ",
      ])
  }

  @Test func `counts columns in scalars, also behind emoji and in any line ends`() {
    let yaml = "😀👨‍👩‍👧: 甲\r\né: {乙: 丙}\r丁: [戊]\n"
    #expect(
      parse(yaml).nodes == [
        "1:1 mapping", "  😀👨‍👩‍👧@1:1+6 1:9+1 甲", "  é@2:1+1 2:4 mapping",
        "  é@2:1+1   乙@2:5+1 2:8+1 丙", "  丁@3:1+1 3:4 list", "  丁@3:1+1   3:5+1 戊",
      ])
  }

  @Test func `is counted from its own place in the file`() {
    #expect(
      parse("a: b\n", before: "---\n", line: 2).nodes == ["2:1 mapping", "  a@2:1+1 2:4+1 b"])
  }

  @Test func `has the core meaning of YAML 1.2`() {
    let isEmpty = ["", "~", "null", "Null", "NULL"].map {
      Node(.scalar($0, isPlain: true), mark: Mark(line: 1, column: 1)).isEmpty
    }
    #expect(isEmpty == [true, true, true, true, true])
    for text in ["no", "nULL", "0"] {
      #expect(!Node(.scalar(text, isPlain: true), mark: Mark(line: 1, column: 1)).isEmpty)
    }
    #expect(!Node(.scalar("", isPlain: false), mark: Mark(line: 1, column: 1)).isEmpty)
  }

  @Test func `keeps the comments that may have been meant as text`() {
    let yaml = """
      a: 甲 #1 号
      b: 乙  # 注释
      c: 丙 # 注释
      d: #丁
      e: "戊" #己
      f: [庚, 辛] #壬
      g: 癸  #子
      """
    #expect(
      parse(yaml).nodes.dropFirst() == [
        "  a@1:1+1 1:4+1 甲 ✂1:6 #1 号", "  b@2:1+1 2:4+1 乙", "  c@3:1+1 3:4+1 丙 ✂3:6 # 注释",
        "  d@4:1+1 4:3+1  ✂4:4 #丁", "  e@5:1+1 5:4+3 '戊'", "  f@6:1+1 6:4 list",
        "  f@6:1+1   6:5+1 庚", "  f@6:1+1   6:8+1 辛", "  g@7:1+1 7:4+1 癸 ✂7:7 #子",
      ])
  }

  @Test func `that is empty is nothing, not a fault`() {
    for yaml in ["", "\n", "# 注释\n", "---\n"] {
      let parsed = parse(yaml)
      #expect(parsed.faults.isEmpty)
      #expect(parsed.nodes.count <= 1)
    }
  }

  @Test(
    arguments: [
      ("a: &x b", "1:4 yaml-alias 值不能以英文的 & 开头"), ("a: &x\n  b: c", "1:4 yaml-alias 值不能以英文的 & 开头"),
      ("a: [&x b]", "1:5 yaml-alias 值不能以英文的 & 开头"), ("a: *x", "1:4 yaml-alias 值不能以英文的星号 * 开头"),
      ("<<: *x", "1:5 yaml-alias 值不能以英文的星号 * 开头"), ("&x a: b", "1:1 yaml-alias 值不能以英文的 & 开头"),
      ("a: !!str b", "1:4 yaml-tag 值不能以英文的叹号 ! 开头"), ("a: !x [b]", "1:4 yaml-tag 值不能以英文的叹号 ! 开头"),
      ("!x\na: b", "1:1 yaml-tag 值不能以英文的叹号 ! 开头"),
      ("[a, b]: c", "1:1 yaml-syntax 这里应当是名称，不能是括号"),
      ("{a: b}: c", "1:1 yaml-syntax 这里应当是名称，不能是括号"),
      ("a: b\n---\nc: d", "2:1 yaml-syntax 这里又出现了 ---，一个文件只能有一份"),
      ("　a: b\n", "1:1 fullwidth-space 名称前面是全角空格"),
    ])
  func `refuses what content has no use for`(_ yaml: String, _ fault: String) {
    let parsed = parse(yaml)
    #expect(parsed.faults == [fault])
    #expect(parsed.nodes.isEmpty)
  }

  @Test func `refuses a key that stands twice, at the second`() {
    let many = (1...40).map { "k\($0): v\n" }.joined()
    for (yaml, fault) in [
      ("a: b\na: c\n", "2:1 duplicate-key “a”写了两次"),
      ("{a: b, 'a': c}", "1:8 duplicate-key “a”写了两次"),
      (many + "k3: w\n", "41:1 duplicate-key “k3”写了两次"),
      (many + "k30: w\n", "41:1 duplicate-key “k30”写了两次"),
    ] { #expect(parse(yaml).faults == [fault]) }
  }

  @Test(arguments: [("---", "1:4"), ("\n---", "2:4"), ("--- # 注", "1:8"), ("---\n", "2:1"), ("甲:", "1:3")])
  func `that is empty has its mark inside the text, with or without a last line feed`(yaml: String, mark: String) {
    #expect(parse(yaml).nodes.last?.hasSuffix("\(mark)+1 ") == true, "\(parse(yaml).nodes)")
  }

  @Test func `may be nested 32 levels deep and no deeper`() {
    let deep = { (levels: Int) in
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    #expect(parse(deep(33)).faults.isEmpty)
    #expect(parse(deep(34)).faults == ["1:34 yaml-syntax 嵌套超过 32 层"])
    #expect(parse(deep(100_000)).faults == ["1:34 yaml-syntax 嵌套超过 32 层"])
    #expect(parse(String(repeating: "- ", count: 100_000)).faults.count == 1)
  }

  @Test func `with a comment behind each of very many values is read once`() {
    let start = processorTime()
    let flow = "a: [" + String(repeating: "b, ", count: 200_000) + "c] #d\n"
    #expect(parse(flow).faults.isEmpty)
    let block = String(repeating: "- b #c\n", count: 200_000)
    #expect(parse(block).nodes.count == 200_001)
    #expect(processorTime() - start < .seconds(60))
  }
}
