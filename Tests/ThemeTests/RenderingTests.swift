import BanbaoHTML
import BanbaoTheme
import Testing

@Test(
  "plain text is escaped in element content and in attributes",
  arguments: [
    ("<script>", "&lt;script&gt;"), ("a & b", "a &amp; b"), ("\"'", "&quot;&#39;"), ("通知", "通知"),
    ("", ""),
  ])
func escaping(text: String, expected: String) {
  #expect(rendered("{{x}}", ["x": .text(text)]) == expected)
}

@Test func `HTML is printed as it is by three braces and escaped by two`() {
  let view: View = ["x": .html(HTML(rendered: Array("<b>".utf8)))]
  #expect(rendered("{{{x}}}{{&x}}{{x}}", view) == "<b><b>&lt;b&gt;")
}

@Test func `a checked theme never prints text without escaping it`() {
  let (theme, _) = Theme.compile(
    [TemplateFile("page", "{{{x}}}{{&x}}")], pages: [("page", ["x": .text])])
  var output: [UInt8] = []
  theme.render("page", ["x": .text("<")], into: &output)
  #expect(String(decoding: output, as: UTF8.self) == "&lt;&lt;")
}

@Test(
  "numbers are printed in digits",
  arguments: [
    (0, "0"), (7, "7"), (-12, "-12"), (Int.max, "9223372036854775807"),
    (Int.min, "-9223372036854775808"),
  ])
func numbers(number: Int, expected: String) {
  #expect(rendered("{{x}}", ["x": .number(number)]) == expected)
}

@Test(
  "what counts as nothing closes a section and opens an inverted one",
  arguments: [
    (ViewValue.text(""), "no"), (.text("a"), "yes"), (.html(.empty), "no"),
    (.html(HTML(escaping: "a")), "yes"),
    (.number(0), "no"), (.number(1), "yes"), (.flag(false), "no"), (.flag(true), "yes"),
    (.list([]), "no"),
    (.list([View()]), "yes"), (.view(View()), "yes"), (.absent, "no"),
  ])
func truth(value: ViewValue, expected: String) {
  #expect(rendered("{{#x}}yes{{/x}}{{^x}}no{{/x}}", ["x": value]) == expected)
}

@Test func `a name that is absent in the inner view hides the outer one`() {
  let view: View = ["x": .text("outer"), "inner": .view(["x": .absent])]
  #expect(rendered("{{#inner}}[{{x}}]{{/inner}}", view) == "[]")
}

@Test func `a flag and a missing template print nothing`() {
  #expect(rendered("[{{x}}]", ["x": .flag(true)]) == "[]")
  var output: [UInt8] = []
  Theme.compileUnchecked([]).0.render("page", View(), into: &output)
  #expect(output.isEmpty)
}

@Test func `rendering appends to what the buffer holds`() {
  var output = Array("before ".utf8)
  Theme.compileUnchecked([TemplateFile("page", "after")]).0.render("page", View(), into: &output)
  #expect(String(decoding: output, as: UTF8.self) == "before after")
}

@Test func `a byte order mark is not printed as a character before a standalone tag`() {
  #expect(rendered("\u{FEFF}{{#x}}\na\n{{/x}}\n", ["x": .flag(true)]) == "a\n")
}

@Test func `text behind a section does not belong to it`() {
  #expect(rendered("{{#x}}a{{/x}}b{{^x}}c{{/x}}d", ["x": .flag(false)]) == "bcd")
}

@Test func `each level of a tree is indented below the one around it`() {
  let leaf: View = ["label": .text("leaf"), "children": .list([])]
  let view: View = [
    "label": .text("root"),
    "children": .list([["label": .text("branch"), "children": .list([leaf])]]),
  ]
  let item = "- {{label}}\n\n{{#children}}\n  {{>item}}\n{{/children}}\n"
  #expect(
    rendered("<\n {{>item}}\n>\n", view, partials: ["item": item])
      == "<\n - root\n\n   - branch\n\n     - leaf\n\n>\n")
}

@Test func `a template that uses itself without an end is cut off`() {
  let view: View = ["x": .view(["y": .text("a")])]
  #expect(rendered("{{>a}}", view, partials: ["a": "{{y}}{{>a}}"]) == "")
  let output = rendered("{{>a}}", view, partials: ["a": "{{#x}}{{y}}{{>a}}{{>a}}{{/x}}"])
  #expect(output.hasPrefix("aaa") && output.utf8.count <= 1_001)
}

@Test func `of two files with one name the later is used`() {
  var output: [UInt8] = []
  let (theme, diagnostics) = Theme.compile(
    [TemplateFile("page", "default {{wrong}}"), TemplateFile("page", "own")],
    pages: [("page", ViewShape())])
  theme.render("page", View(), into: &output)
  #expect(diagnostics == [])
  #expect(String(decoding: output, as: UTF8.self) == "own")
}

@Test func `blocks reach the partials of a parent, and keep the indentation of their site`() {
  #expect(
    rendered(
      "{{<base}}\n  {{$main}}\n  <p>\n    a\n  </p>\n  {{/main}}\n{{/base}}\n", View(),
      partials: [
        "base": "<body>\n  {{>inner}}\n</body>\n",
        "inner": "<main>\n  {{$main}}\n  {{/main}}\n</main>\n",
      ])
      == "<body>\n  <main>\n    <p>\n      a\n    </p>\n  </main>\n</body>\n")
}

@Test func `a block inside the content for a block of its name is not filled with itself`() {
  #expect(
    rendered(
      "{{<base}}{{$a}}x{{$a}}y{{/a}}{{/a}}{{/base}}", View(), partials: ["base": "{{$a}}{{/a}}"])
      == "xy")
}
