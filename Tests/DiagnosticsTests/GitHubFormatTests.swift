import BanbaoDiagnostics
import Testing

@Suite struct GitHubFormatTests {
  @Test func `each diagnostic is a command with its place`() {
    #expect(
      gitHubForm([keyFault, fileFault], language: .chinese) == """
        ::notice file=content/"x".md,title=encoding::不是 UTF-8%0A\t\\
        ::error file=content/通知/a b.md,line=2,col=1,title=unknown-key::没有“标体”这个键%0A另见 content/b.md:1:3: 这里写对了%0A改法：写成“标题”

        """)
  }

  @Test func `what would end a command or a property is escaped`() {
    let fault = Diagnostic(
      code: "a:b", severity: .warning, place: Place("a,b:c%\r\n.md", line: 3),
      message: Wording("", en: "100%, a:b\r\n::error::\u{1B}[2J"))
    #expect(
      gitHubForm([fault], language: .english) == """
        ::warning file=a%2Cb%3Ac%25%0D%0A.md,line=3,title=a%3Ab::100%25, a:b%0D%0A::error::␛[2J

        """)
  }

  private func faults(_ count: Int, _ severity: Severity) -> [Diagnostic] {
    (0..<count).map {
      Diagnostic(
        code: "c", severity: severity, place: Place("a", line: $0 + 1),
        message: Wording("坏", en: "bad"))
    }
  }

  @Test func `at most nine of a severity are written and the rest counted`() {
    let text = gitHubForm(
      faults(9, .error) + faults(10, .warning) + faults(12, .note), language: .english)
    let lines = text.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::error ") } == 9)
    #expect(lines.count { $0.hasPrefix("::warning ") } == 10)
    #expect(lines.count { $0.hasPrefix("::notice ") } == 10)
    #expect(
      lines.suffix(2) == [
        "::warning title=banbao::and 1 more warning; run banbao check to see all",
        "::notice title=banbao::and 3 more notes; run banbao check to see all",
      ])
  }

  @Test func `the rest is counted in Chinese too`() {
    let text = gitHubForm(faults(21, .error), language: .chinese)
    #expect(text.hasSuffix("::error title=banbao::另有 12 条错误未列出，运行 banbao check 可看全部\n"))
  }

  @Test func `nothing wrong gives no command`() {
    #expect(gitHubForm([], language: .english) == "")
  }
}
