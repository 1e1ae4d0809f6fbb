import BanbaoDiagnostics
import BanbaoHTML
import BanbaoTheme
import TestSupport
import Testing

private struct Tree: Sendable {
  var label: String
  var children: [Tree] = []

  static let names = Names<Tree>(.text("a") { $0.label }, .listOfSame("c") { $0.children })
}

private let names = Names<[Tree]>(
  .text("a") { _ in "<" },
  .html("b") { _ in .empty },
  .list("c", Tree.names) { $0 },
  .view("d", Names<Int>(.number("a") { $0 })) { $0.count },
  .flag("e") { _ in true })

private let view = names.view(of: [Tree(label: "x", children: [Tree(label: "y")])], in: .chinese)

/// Compiles and renders in both ways; that it returns is what is tested, and that it does the same twice.
private func survives(_ sources: [[UInt8]]) -> Bool {
  let files = sources.enumerated().map {
    TemplateFile(name: "t\($0)", path: "theme/t\($0)", bytes: $1)
  }
  let pages = files.map { TemplateDeclaration($0.name, names.declared) }
  var outputs: [[UInt8]] = []
  for _ in 0..<2 {
    let (checked, diagnostics) = Theme.compile(files, pages: pages)
    var output: [UInt8] = []
    for file in files {
      checked.render(file.name, [view], into: &output)
      Theme.compileUnchecked(files, names: names.declared).0.render(file.name, [view], into: &output)
    }
    outputs.append(output + Array(diagnostics.map { "\($0)" }.joined().utf8))
  }
  return outputs[0] == outputs[1]
}

@Test(arguments: 0..<40 as Range<UInt64>)
func `random bytes compile and render without a trap`(seed: UInt64) {
  var numbers = SplitMix64(seed: seed)
  let files = (0..<3).map { _ in (0..<200).map { _ in UInt8.random(in: 0...255, using: &numbers) } }
  #expect(survives(files))
}

@Test(arguments: 0..<120 as Range<UInt64>)
func `random soup of tags compiles and renders without a trap`(seed: UInt64) {
  let words = [
    "{{", "}}", "{{{", "}}}", "{{#", "{{^", "{{/", "{{>", "{{<", "{{$", "{{!", "{{=", "=}}", "{{&",
    " ", "\n", "\r\n",
    "  ", "a}}", "b}}", "c}}", "d}}", "e}}", "{{#c}}", "{{/c}}", "{{#d}}", "{{/d}}", "{{>t0}}",
    "{{>t1}}", "  {{>t2}}\n",
    "{{<t0}}", "{{/t0}}", "{{<t1}}", "{{/t1}}", "{{$a}}", "{{/a}}", "{{$b}}", "{{/b}}", "{{a}}",
    "{{{b}}}", "{{d.a}}",
    "{{.}}", "{{=| |=}}", "|a|", "|={{ }}=|", "汉", "\u{FEFF}", "text",
  ]
  var numbers = SplitMix64(seed: seed)
  let files = (0..<3).map { _ in
    (0..<Int.random(in: 1...30, using: &numbers)).flatMap { _ in
      Array((words.randomElement(using: &numbers) ?? "").utf8)
    }
  }
  #expect(survives(files))
}

/// A template that is hard on a careless compiler, shown by how it begins.
struct HostileTemplate: CustomTestStringConvertible, Sendable {
  var text: String

  init(_ part: String, times: Int, before: String = "", after: String = "") {
    text = before + String(repeating: part, count: times) + after
  }

  var testDescription: String { String(text.prefix(20)) + "…" }
}

@Test(
  .serialized,
  arguments: [
    HostileTemplate("{{", times: 20_000), HostileTemplate("{{#a}}", times: 100_000),
    HostileTemplate("{{/a}}", times: 5_000), HostileTemplate("{{a}}", times: 8_000),
    HostileTemplate(" ", times: 300_000, after: "{{#a}}"),
    HostileTemplate("{{#a}}{{/a}}", times: 5_000),
    HostileTemplate("{{! ", times: 200_000), HostileTemplate("{{$a}}{{/a}}", times: 5_000),
    HostileTemplate("{{<t0}}{{/t0}}", times: 4_000), HostileTemplate("{{x}}", times: 1_000),
    HostileTemplate("|", times: 20_000, before: "{{=| |=}}"),
    HostileTemplate("  \n", times: 20_000, after: "{{a}}"),
  ])
func `hostile templates are compiled within two seconds`(template: HostileTemplate) {
  let file = TemplateFile("t0", template.text)
  let start = processorTime()
  let (theme, _) = Theme.compile([file], pages: [TemplateDeclaration("t0", names.declared)])
  var output: [UInt8] = []
  theme.render("t0", [view], into: &output)
  #expect(processorTime() - start < .seconds(2))
}
