import BanbaoDiagnostics
import BanbaoMarkdown
import Testing

@Suite struct MarkdownRuleTests {
  @Test func `codes are different`() {
    #expect(Set(MarkdownRules.all.map(\.code)).count == MarkdownRules.all.count)
  }

  @Test(arguments: MarkdownRules.all)
  func `the wrong example breaks its rule and the right one breaks none`(_ rule: Rule) {
    if rule.code != "markdown-too-complex" {
      #expect(
        render(rule.wrong).diagnostics.contains {
          $0.code == rule.code && $0.severity == rule.severity
        })
    }
    #expect(render(rule.right).diagnostics.isEmpty)
  }
}
