import BanbaoDiagnostics
import BanbaoHTML
import BanbaoMarkdown

/// Renders a text that is all body, keeping its links.
func render(_ text: String, lineEnds: LineEnds = .kept) -> (body: Body, diagnostics: [Diagnostic]) {
  renderMarkdown(MarkdownSource(path: "a.md", text: text), lineEnds: lineEnds, collectsText: true) { _ in .keep }
}

func html(_ text: String, lineEnds: LineEnds = .kept) -> String { render(text, lineEnds: lineEnds).body.html.string }

/// Each diagnostic as `line:column code`.
func faults(_ text: String) -> [String] {
  render(text).diagnostics.map { "\($0.place.line):\($0.place.column) \($0.code)" }
}
