import BanbaoHTML
import BanbaoTheme
import Testing

@Test(arguments: [
  ("<script>", "&lt;script&gt;"), ("a & b", "a &amp; b"), ("\"'", "&quot;&#39;"), ("通知", "通知"),
  ("", ""),
])
func `plain text is escaped in element content and in attributes`(text: String, expected: String) {
  #expect(rendered("{{x}}", ["x": .text(text)]) == expected)
}

@Test func `HTML is printed as it is by three braces and escaped by two`() {
  let view: LiteralView = ["x": .html(HTML(rendered: Array("<b>".utf8)))]
  #expect(rendered("{{{x}}}{{&x}}{{x}}", view) == "<b><b>&lt;b&gt;")
}

@Test func `a checked theme never prints text without escaping it`() {
  let (theme, _) = Theme.compile(
    [TemplateFile("page", "{{{x}}}{{&x}}")], pages: [TemplateDeclaration("page", [DeclaredName("x", .text)])])
  #expect(theme.page("page", ["x": .text("<")]) == "&lt;&lt;")
}

@Test(arguments: [
  (0, "0"), (7, "7"), (-12, "-12"), (Int.max, "9223372036854775807"),
  (Int.min, "-9223372036854775808"),
])
func `numbers are printed in digits`(number: Int, expected: String) {
  #expect(rendered("{{x}}", ["x": .number(number)]) == expected)
}

@Test(arguments: [
  (LiteralValue.text(""), "no"), (.text("a"), "yes"), (.html(.empty), "no"),
  (.html(HTML(escaping: "a")), "yes"),
  (.number(0), "no"), (.number(1), "yes"), (.flag(false), "no"), (.flag(true), "yes"),
  (.list([]), "no"),
  (.list([LiteralView()]), "yes"), (.view(LiteralView()), "yes"), (.absent, "no"),
])
func `what counts as nothing closes a section and opens an inverted one`(value: LiteralValue, expected: String) {
  #expect(rendered("{{#x}}yes{{/x}}{{^x}}no{{/x}}", ["x": value]) == expected)
}

@Test func `a name that is absent in the inner view hides the outer one`() {
  let view: LiteralView = ["x": .text("outer"), "inner": .view(["x": .absent])]
  #expect(rendered("{{#inner}}[{{x}}]{{/inner}}", view) == "[]")
}

@Test func `a flag and a missing template print nothing`() {
  #expect(rendered("[{{x}}]", ["x": .flag(true)]) == "[]")
  #expect(Theme.compileUnchecked([]).0.page("page") == "")
}

@Test func `rendering appends to what the buffer holds`() {
  var output = Array("before ".utf8)
  Theme.compileUnchecked([TemplateFile("page", "after")]).0.render("page", [LiteralView().view], into: &output)
  #expect(String(decoding: output, as: UTF8.self) == "before after")
}

@Test func `a byte order mark is not printed as a character before a standalone tag`() {
  #expect(rendered("\u{FEFF}{{#x}}\na\n{{/x}}\n", ["x": .flag(true)]) == "a\n")
}

@Test func `text behind a section does not belong to it`() {
  #expect(rendered("{{#x}}a{{/x}}b{{^x}}c{{/x}}d", ["x": .flag(false)]) == "bcd")
}

@Test func `each level of a tree is indented below the one around it`() {
  let leaf: LiteralView = ["label": .text("leaf"), "children": .list([])]
  let view: LiteralView = [
    "label": .text("root"),
    "children": .list([["label": .text("branch"), "children": .list([leaf])]]),
  ]
  let item = "- {{label}}\n\n{{#children}}\n  {{>item}}\n{{/children}}\n"
  #expect(
    rendered("<\n {{>item}}\n>\n", view, partials: ["item": item])
      == "<\n - root\n\n   - branch\n\n     - leaf\n\n>\n")
}

@Test func `a template that uses itself without an end is cut off`() {
  let view: LiteralView = ["x": .view(["y": .text("a")])]
  #expect(rendered("{{>a}}", view, partials: ["a": "{{y}}{{>a}}"]) == "")
  let output = rendered("{{>a}}", view, partials: ["a": "{{#x}}{{y}}{{>a}}{{>a}}{{/x}}"])
  #expect(output.hasPrefix("aaa") && output.utf8.count <= 1_001)
}

@Test func `of two files with one name the later is used`() {
  let (theme, diagnostics) = Theme.compile(
    [TemplateFile("page", "default {{wrong}}"), TemplateFile("page", "own")], pages: [TemplateDeclaration("page")])
  #expect(diagnostics == [])
  #expect(theme.page("page") == "own")
}

@Test func `blocks reach the partials of a parent, and keep the indentation of their site`() {
  #expect(
    rendered(
      "{{<base}}\n  {{$main}}\n  <p>\n    a\n  </p>\n  {{/main}}\n{{/base}}\n", [:],
      partials: [
        "base": "<body>\n  {{>inner}}\n</body>\n",
        "inner": "<main>\n  {{$main}}\n  {{/main}}\n</main>\n",
      ])
      == "<body>\n  <main>\n    <p>\n      a\n    </p>\n  </main>\n</body>\n")
}

@Test func `a block inside the content for a block of its name is not filled with itself`() {
  #expect(
    rendered(
      "{{<base}}{{$a}}x{{$a}}y{{/a}}{{/a}}{{/base}}", [:], partials: ["base": "{{$a}}{{/a}}"])
      == "xy")
}

@Test func `has_NAME opens once around a list that has items, and asks of HTML and views as well`() {
  let template = "{{#has_x}}[{{#x}}{{y}}{{/x}}]{{/has_x}}{{^has_x}}none{{/has_x}}"
  #expect(rendered(template, ["x": .list([["y": .text("a")], ["y": .text("b")]])]) == "[ab]")
  #expect(rendered(template, ["x": .list([])]) == "none")
  #expect(rendered(template, ["x": .view(["y": .text("a")])]) == "[a]")
  #expect(rendered("{{#has_x}}yes{{/has_x}}", ["x": .html(HTML(escaping: "a"))]) == "yes")
  #expect(rendered("{{#has_x}}yes{{/has_x}}", ["x": .text("a")]) == "", "a text is asked by its own name")
}

@Test func `the names of outer views are seen in inner ones, and the innermost counts`() {
  let (theme, diagnostics) = Theme.compile(
    [TemplateFile("page", "{{a}}{{b}}{{#list}}{{a}}{{b}}{{/list}}")],
    pages: [
      TemplateDeclaration(
        "page", [DeclaredName("a", .text), DeclaredName("list", .list([DeclaredName("a", .text)]))])
    ],
    frame: [[DeclaredName("a", .text), DeclaredName("b", .text)]])
  #expect(diagnostics == [])
  let frame: LiteralView = ["a": .text("0"), "b": .text("1")]
  let own: LiteralView = ["a": .text("2"), "list": .list([["a": .text("3")]])]
  var output: [UInt8] = []
  theme.render("page", [frame.view, own.view], into: &output)
  #expect(String(decoding: output, as: UTF8.self) == "2131")
}
