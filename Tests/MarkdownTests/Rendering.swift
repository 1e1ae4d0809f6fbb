import BanbaoDiagnostics
import BanbaoHTML
import BanbaoMarkdown

/// Renders a text that is all body, keeping its links.
func render(_ text: String) -> (body: Body, diagnostics: [Diagnostic]) {
  renderMarkdown(MarkdownSource(path: "a.md", text: text), collectsText: true) { _ in .keep }
}

func html(_ text: String) -> String { render(text).body.html.string }

/// Each diagnostic as `line:column code`.
func faults(_ text: String) -> [String] {
  render(text).diagnostics.map { "\($0.place.line):\($0.place.column) \($0.code)" }
}

/// A generator of numbers that gives the same ones on every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
