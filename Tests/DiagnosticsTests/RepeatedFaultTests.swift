import BanbaoDiagnostics
import Testing

@Suite struct `Faults that repeat` {
  private func fault(_ path: String, _ line: Int, _ code: String = "x") -> Diagnostic {
    Diagnostic(
      code: code, severity: .error, place: Place(path, line: line, column: 1), message: Wording("错", en: "wrong"))
  }

  @Test func `are counted beyond fifty of a rule in a file`() {
    let many = (1...40_000).map { fault("a", $0) }
    let told = (many + [fault("a", 7, "y"), fault("b", 1)]).abridged()
    #expect(told.count == 52)
    #expect(told.filter { $0.code == "x" && $0.place.path == "a" }.map(\.place.line) == Array(1...50))
    #expect(told[50].message.zh == "从这里起，这个文件里同样的问题还有 39951 处，没有一一列出")
  }

  @Test func `are told one by one up to fifty`() {
    let many = (1...50).map { fault("a", $0) }
    #expect(many.reversed().abridged() == many)
  }
}
