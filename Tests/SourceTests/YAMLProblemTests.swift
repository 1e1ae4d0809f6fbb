import BanbaoDiagnostics
import Testing

@testable import BanbaoSource

/// Every problem of libyaml 0.2.5 that content can cause, caused: what is said where nothing better is known.
@Suite struct `A problem of libyaml` {
  @Test(
    arguments: [
      ("a: b: c", "1:5 这里不该有英文冒号"), ("a: b\n  c: d", "2:4 这里不该有英文冒号"),
      ("a: ? b", "1:4 值不能以“? ”开头"), ("a: b\nc\nd: e", "2:1 这一行缺少英文冒号"),
      ("a: @b", "1:4 这里不能以这个符号开头"), ("a:\n\tb: c", "2:1 这里不能以这个符号开头"),
      ("a: - b", "1:4 “- ”不能写在这里"), ("a: [b, c", "1:9 方括号里的列表没有写完整"),
      ("a: [b\nc: d", "2:2 方括号里的列表没有写完整"), ("a: [b}", "1:6 方括号里的列表没有写完整"),
      ("a: {b: c", "1:9 花括号里没有写完整"), ("a: {b: c]", "1:9 花括号里没有写完整"),
      ("a: [b,, c]", "1:7 这里缺少一项，或者多了一个逗号"), ("a: , b", "1:4 这里缺少一项，或者多了一个逗号"),
      ("a: ]", "1:4 这里缺少一项，或者多了一个逗号"), ("a:\n    b: c\n  d: e", "3:3 这一行的缩进与上面不齐"),
      ("a:\n  - b\n - c", "3:2 这一行的缩进与上面不齐"), ("  a: b\nc: d", "2:1 从这里起读不懂"),
      ("a: \"b", "1:4 引号没有结束"), ("a: 'b\nc: d", "1:4 引号没有结束"),
      ("a: \"b\n---\nc\"", "1:4 引号没有结束"), ("a: \"\\q\"", "1:5 双引号里的反斜杠 \\ 有特殊含义"),
      ("a: \"\\x4 b\"", "1:7 双引号里的反斜杠 \\ 有特殊含义"),
      ("a: \"\\uD83D\"", "1:7 双引号里的反斜杠 \\ 有特殊含义"), ("a: *重要", "1:4 值不能以 * 或 & 开头"),
      ("a: &重要", "1:4 值不能以 * 或 & 开头"), ("a: !紧急", "1:4 值不能以英文叹号开头"),
      ("a: !x!y b", "1:4 值不能以英文叹号开头"), ("a: !<b", "1:4 值不能以英文叹号开头"),
      ("%甲: b", "1:1 一行不能以 % 开头"), ("%YAML 9.9\n---\na: b", "1:1 从这里起读不懂"),
      ("a: |b", "1:5 | 或 > 后面的一段文字没有写对"), ("a: >0\n  b", "1:5 | 或 > 后面的一段文字没有写对"),
      ("a: |\n\tb", "2:1 | 或 > 后面的一段文字没有写对"), ("a: b\u{1}", "1:5 这里有一个看不见的字符"),
    ])
  func `is said in words of its own, at its place`(_ yaml: String, _ said: String) {
    let text = SourceText(path: "a", bytes: Array(yaml.utf8))
    let parsed = parseYAML(text, 0..<text.bytes.count, firstLine: 1)
    #expect(parsed.root == nil)
    #expect(
      parsed.diagnostics.map { "\($0.place.line):\($0.place.column) \($0.message.zh)" } == [said])
  }
}
