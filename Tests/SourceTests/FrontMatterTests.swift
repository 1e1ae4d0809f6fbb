import BanbaoDiagnostics
import BanbaoSource
import Testing

@Suite struct `Front matter` {
  /// The fields and the body, each with the line it begins in.
  private func cut(_ front: FrontMatter, _ text: SourceText) -> [String] {
    [
      "\(front.yamlLine) \(String(decoding: text.bytes[front.yaml], as: UTF8.self))",
      "\(front.bodyLine) \(String(decoding: text.bytes[front.body], as: UTF8.self))",
    ]
  }

  private func find(_ content: String) -> (cut: [String]?, faults: [String]) {
    let text = SourceText(path: "a", bytes: Array(content.utf8))
    switch FrontMatter.find(in: text) {
    case .success(let front): return (cut(front, text), [])
    case .failure(let fault):
      return (
        fault.meant.map { cut($0, text) },
        fault.diagnostics.map { "\($0.place.line):\($0.place.column) \($0.code)" }
      )
    }
  }

  @Test(
    arguments: [
      ("---\na: b\n---\nc\n", ["2 a: b\n", "4 c\n"]), ("---\r\na\r\n---\r\nb", ["2 a\r\n", "4 b"]),
      ("---\ra\r---\rb", ["2 a\r", "4 b"]), ("\u{FEFF}---\na\n---\n", ["2 a\n", "4 "]),
      ("---\na\n---", ["2 a\n", "4 "]), ("---\n---\n", ["2 ", "3 "]), ("---\n---", ["2 ", "3 "]),
      ("--- \na\n---\t\nb", ["2 a\n", "4 b"]), ("\n \n---\na\n---\nb", ["4 a\n", "6 b"]),
      ("---\na: |\n  ---\n---\nb\n---\n", ["2 a: |\n  ---\n", "5 b\n---\n"]),
    ])
  func `is cut from the body at its fences`(_ content: String, _ expected: [String]) {
    let found = find(content)
    #expect(found.cut == expected)
    #expect(found.faults.isEmpty)
  }

  @Test(
    arguments: [
      ("———\na: b\n———\nc", ["2 a: b\n", "4 c"], ["1:1 front-matter-fence", "3:1 front-matter-fence"]),
      ("---\na: b\n----\nc", ["2 a: b\n", "4 c"], ["3:1 front-matter-fence"]),
      ("---\na: b\n——\nc\n---\n", ["2 a: b\n", "4 c\n---\n"], ["3:1 front-matter-fence"]),
      (" ---\na: b\n ---\nc", ["2 a: b\n", "4 c"], ["1:1 front-matter-fence", "3:1 front-matter-fence"]),
      ("---\na: b\n\nc\n", ["2 a: b\n", "3 \nc\n"], ["1:1 front-matter-unclosed"]),
      ("---\na: b\n## c\n", ["2 a: b\n", "3 ## c\n"], ["1:1 front-matter-unclosed"]),
      ("---\na: b\n# c\n  d\n- e\n各位会员：\n", ["2 a: b\n# c\n  d\n- e\n", "6 各位会员：\n"], ["1:1 front-matter-unclosed"]),
      ("---\na: b", ["2 a: b", "2 "], ["1:1 front-matter-unclosed"]),
      ("a: b\n---\nc", ["1 a: b\n", "3 c"], ["1:1 front-matter-missing"]),
      ("标题：春节\n---\nc", ["1 标题：春节\n", "3 c"], ["1:1 front-matter-missing"]),
    ])
  func `is told from what was meant where a fence is not right`(
    _ content: String, _ meant: [String], _ faults: [String]
  ) {
    let found = find(content)
    #expect(found.cut == meant)
    #expect(found.faults == faults)
  }

  @Test(
    arguments: [
      ("", ["0:0 front-matter-missing"]), ("\n\n", ["0:0 front-matter-missing"]),
      ("\u{FEFF}", ["0:0 front-matter-missing"]), ("# 春节\n", ["1:1 front-matter-missing"]),
      ("\n各位：\n", ["2:1 front-matter-missing"]), ("---", ["1:1 front-matter-unclosed"]),
      ("---\n", ["1:1 front-matter-unclosed"]), ("a: b\n", ["1:1 front-matter-missing"]),
      ("-\n-\n", ["1:1 front-matter-missing"]),
    ])
  func `is missing where nothing tells what was meant`(_ content: String, _ faults: [String]) {
    let found = find(content)
    #expect(found.cut == nil)
    #expect(found.faults == faults)
  }
}

@Test func `a file that ends within its opening sign is told of no more than it has`() {
  guard case .failure(let fault) = FrontMatter.find(in: SourceText(path: "a", bytes: Array("--".utf8))) else {
    Issue.record("two hyphens are no front matter")
    return
  }
  #expect(fault.diagnostics.map(\.code).contains("front-matter-unclosed"))
  #expect(fault.diagnostics.map(\.place.length).max() == 2)
}
