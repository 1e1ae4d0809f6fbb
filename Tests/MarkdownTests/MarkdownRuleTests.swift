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

@Test func `what is said of a tag that was not found reaches no further than the line`() {
  // The brackets before it are taken for those of the links behind it.
  let faults = render("[a]: /u \"t\"\n[a]: /u \"t\"77011<d e>[g][a]\n").diagnostics
  let place = faults.first { $0.code == "raw-html" }?.place
  #expect(place.map { $0.column + $0.length - 1 } ?? 99 <= 27)
}
