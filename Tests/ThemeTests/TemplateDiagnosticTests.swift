import BanbaoDiagnostics
import BanbaoTheme
import Testing

/// One mistake in a theme. The mark 1️⃣ stands before the place that is reported.
struct Mistake: CustomTestStringConvertible, Sendable {
  var code: String
  var page: String
  var others: [String: String] = [:]
  var zh: String
  var en: String
  var help: String?
  var length: Int

  init(
    _ code: String, _ page: String, with others: [String: String] = [:], zh: String, en: String,
    help: String? = nil,
    length: Int
  ) {
    self.code = code
    self.page = page
    self.others = others
    self.zh = zh
    self.en = en
    self.help = help
    self.length = length
  }

  var testDescription: String { "\(code): \(page.prefix(60))" }
}

private let names: [DeclaredName] = [
  DeclaredName("title", .text), DeclaredName("body", .html), DeclaredName("count", .number),
  DeclaredName("pinned", .flag),
  DeclaredName("notices", .list([DeclaredName("title", .text), DeclaredName("url", .text)])),
  DeclaredName("site", .view([DeclaredName("name", .text), DeclaredName("root", .text)])),
  DeclaredName("tags", .list([DeclaredName(".", .text)])),
  DeclaredName("menu", .list([DeclaredName("label", .text), DeclaredName("children", .listOfSame)])),
]

private let mistakes: [Mistake] = [
  Mistake(
    "template-unsafe-place", "<a data-x=\"{{title}}\" onclick=\"f('1️⃣{{title}}')\">", zh: "“title”写在程序或样式里，写稿的人能借它运行程序",
    en: "“title” stands in a program or in styles, where its text could run as one",
    help: "Put it into data-value=\"{{title}}\" of an element, and let a script in assets read it.", length: 9),
  Mistake(
    "template-unclosed-tag", "<h1>1️⃣{{title</h1>\n", zh: "这个标签没有结束", en: "this tag is never closed",
    length: 2),
  Mistake(
    "template-unclosed-tag", "通知1️⃣{{title} {{title}}", zh: "这个标签没有结束",
    en: "this tag is never closed",
    help: "Write “}}” behind the name, as in {{title}}.", length: 2),
  Mistake(
    "template-unclosed-tag", "1️⃣{{{body}} {{title}}", zh: "这个标签没有结束", en: "this tag is never closed",
    length: 2),
  Mistake(
    "template-unclosed-tag", "a\n1️⃣{{! never ends\n{{title}", zh: "这个标签没有结束",
    en: "this tag is never closed",
    length: 2),
  Mistake(
    "template-bad-name", "1️⃣{{page title}}", zh: "“page title”不能作名称",
    en: "“page title” cannot be a name", length: 14),
  Mistake(
    "template-bad-name", "1️⃣{{#if title}}{{title}}{{/if}}", zh: "模板里没有“if”", en: "templates have no “if”",
    help: "Write {{#title}}…{{/title}}, or {{#has_title}}…{{/has_title}} to ask whether there is any.", length: 13),
  Mistake("template-bad-name", "汉1️⃣{{}}", zh: "标签里没有名称", en: "this tag holds no name", length: 4),
  Mistake(
    "template-bad-name", "1️⃣{{>*dynamic}}", zh: "“*dynamic”不能作名称", en: "“*dynamic” cannot be a name",
    length: 13),
  Mistake(
    "template-bad-name", "1️⃣{{site..name}}", zh: "“site..name”不能作名称",
    en: "“site..name” cannot be a name", length: 14),
  Mistake(
    "template-bad-delimiters", "1️⃣{{=<%=}}", zh: "“<%”不是两个括号", en: "“<%” is not two delimiters",
    length: 8),
  Mistake(
    "template-unclosed-section", "\n  1️⃣{{#notices}}\n{{title}}", zh: "“notices”打开后没有关闭",
    en: "“notices” is opened and never closed", help: "Close it with {{/notices}}.", length: 12),
  Mistake(
    "template-unclosed-section", "{{#notices}}1️⃣{{#pinned}}{{/notices}}", zh: "“pinned”打开后没有关闭",
    en: "“pinned” is opened and never closed", length: 11),
  Mistake(
    "template-unopened-section", "{{title}}\r\n1️⃣{{/notices}}", zh: "“notices”前面没有打开过",
    en: "“notices” was never opened", length: 12),
  Mistake(
    "template-wrong-closing", "{{#notices}}{{title}}1️⃣{{/notice}}", zh: "“notice”关闭的不是刚打开的“notices”",
    en: "“notice” does not close “notices”, which was opened last",
    help: "Close it with {{/notices}}.", length: 11),
  Mistake(
    "template-repeated-block", "{{<base}}{{$main}}a{{/main}}1️⃣{{$main}}b{{/main}}{{/base}}",
    with: ["base": "{{$main}}{{/main}}"], zh: "区块“main”填写了两次",
    en: "the block “main” is filled twice", length: 9),
  Mistake(
    "template-lost-content", "1️⃣{{<base}}<p>{{$main}}a{{/main}}</p>{{/base}}",
    with: ["base": "{{$main}}{{/main}}"],
    zh: "继承“base”时，区块之外的内容不会显示", en: "content beside the blocks for “base” is lost", length: 9),
  Mistake(
    "template-too-deep", String(repeating: "{{#pinned}}", count: 100) + "1️⃣{{#pinned}}",
    zh: "嵌套超过 100 层",
    en: "nested more than 100 deep", length: 11),
  Mistake(
    "template-missing-partial", "1️⃣{{>partials/rwo}}{{>partials/row}}", with: ["partials/row": "x"],
    zh: "没有名为“partials/rwo”的模板", en: "there is no template “partials/rwo”",
    help: "Did you mean “partials/row”?",
    length: 17),
  Mistake(
    "template-missing-parent", "1️⃣{{<layuot}}{{/layuot}}{{<layout}}{{/layout}}",
    with: ["layout": "x"],
    zh: "没有名为“layuot”的模板", en: "there is no template “layuot”", help: "Did you mean “layout”?",
    length: 11),
  Mistake(
    "template-unknown-block", "{{<base}}1️⃣{{$mian}}a{{/mian}}{{/base}}",
    with: ["base": "{{$main}}{{/main}}"],
    zh: "模板“base”没有区块“mian”", en: "“base” has no block “mian”", help: "Did you mean “main”?",
    length: 9),
  Mistake(
    "template-unused", "{{title}}", with: ["rwo": "1️⃣x"], zh: "模板“rwo”没有用到",
    en: "the template “rwo” is not used",
    length: 1),
  Mistake(
    "template-unknown-name", "第一行\n标题：1️⃣{{titel}}", zh: "页面“page”这里没有名称“titel”",
    en: "the page “page” has no name “titel” here", help: "Did you mean “title”?", length: 9),
  Mistake(
    "template-unknown-name", "1️⃣{{site.nmae}}", zh: "页面“page”这里没有名称“nmae”",
    en: "the page “page” has no name “nmae” here", help: "Did you mean “name”?", length: 13),
  Mistake(
    "template-unknown-name", "1️⃣{{stie.name}}", zh: "页面“page”这里没有名称“stie”",
    en: "the page “page” has no name “stie” here", help: "Did you mean “site.name”?", length: 13),
  Mistake(
    "template-unknown-name", "1️⃣{{url}}{{#notices}}{{url}}{{/notices}}", zh: "页面“page”这里没有名称“url”",
    en: "the page “page” has no name “url” here",
    help:
      "Names here: title, body, count, pinned, notices, site, tags, menu. The handbook for looks (外观手册) lists them all.",
    length: 7),
  Mistake(
    "template-unknown-name", "{{>row}}{{#notices}}{{>row}}{{/notices}}",
    with: ["row": "{{title}} 1️⃣{{url}}"],
    zh: "页面“page”这里没有名称“url”", en: "the page “page” has no name “url” here", length: 7),
  Mistake(
    "template-unknown-name", "{{<base}}{{$main}}1️⃣{{url}}{{/main}}{{/base}}",
    with: ["base": "{{$main}}{{/main}}{{#notices}}{{$main}}{{/main}}{{/notices}}"],
    zh: "页面“page”这里没有名称“url”",
    en: "the page “page” has no name “url” here", length: 7),
  Mistake(
    "template-unknown-name", "1️⃣{{#has_title}}{{/has_title}}", zh: "页面“page”这里没有名称“has_title”",
    en: "the page “page” has no name “has_title” here", length: 14),
  Mistake(
    "template-unknown-name", "1️⃣{{#has_notice}}{{title}}{{/has_notice}}", zh: "页面“page”这里没有名称“has_notice”",
    en: "the page “page” has no name “has_notice” here", help: "Did you mean “has_notices”?", length: 15),
  Mistake(
    "template-not-printable", "1️⃣{{has_notices}}", zh: "“has_notices”是是否，不能直接显示",
    en: "“has_notices” is a yes or no, which cannot be printed", length: 15),
  Mistake(
    "template-no-fields", "1️⃣{{title.length}}", zh: "“title”是文字，下面没有名称",
    en: "“title” is text, and holds no names", length: 16),
  Mistake(
    "template-no-fields", "1️⃣{{#notices.title}}{{nothing}}{{/notices.title}}",
    zh: "“notices”是列表，下面没有名称",
    en: "“notices” is a list, and holds no names", length: 18),
  Mistake(
    "template-unescaped-text", "1️⃣{{{title}}}", zh: "“title”是文字，不是 HTML",
    en: "“title” is text, not HTML",
    help: "Write {{title}}.", length: 11),
  Mistake(
    "template-unescaped-text", "{{#tags}}1️⃣{{&.}}{{/tags}}", zh: "“.”是文字，不是 HTML",
    en: "“.” is text, not HTML",
    length: 6),
  Mistake(
    "template-escaped-html", "1️⃣{{body}}", zh: "“body”是 HTML，这样写会显示出标签",
    en: "“body” is HTML, and would show its tags", help: "Write {{{body}}}.", length: 8),
  Mistake(
    "template-not-printable", "1️⃣{{pinned}}", zh: "“pinned”是是否，不能直接显示",
    en: "“pinned” is a yes or no, which cannot be printed", length: 10),
  Mistake(
    "template-section-kind", "{{#notices}}1️⃣{{#.}}{{title}}{{/.}}{{/notices}}",
    zh: "“.”在这里不是列表，也不是文字",
    en: "“.” is neither a list nor text here", length: 6),
  Mistake(
    "template-endless", "{{>a}}", with: ["a": "{{title}}1️⃣{{>a}}"], zh: "“a”不停地引用自己",
    en: "“a” uses itself without an end", length: 6),
  Mistake(
    "template-endless", "{{>a}}", with: ["a": "{{#pinned}}1️⃣{{>a}}{{/pinned}}"], zh: "“a”不停地引用自己",
    en: "“a” uses itself without an end", length: 6),
  Mistake(
    "template-endless", "{{>a}}", with: ["a": "{{#site}}1️⃣{{>b}}{{/site}}", "b": "{{>a}}"],
    zh: "“b”不停地引用自己",
    en: "“b” uses itself without an end", length: 6),
  Mistake(
    "template-endless", "{{>a}}", with: ["a": "{{#menu}}{{#notices}}1️⃣{{>a}}{{/notices}}{{/menu}}"],
    zh: "“a”不停地引用自己",
    en: "“a” uses itself without an end", length: 6),
]

@Test(arguments: mistakes)
func `a mistake in a template is reported at its place, in both languages`(_ mistake: Mistake) throws {
  var marked: Place?
  var files: [TemplateFile] = []
  for (name, text) in [("page", mistake.page)] + mistake.others.sorted(by: { $0.key < $1.key }) {
    let parts = text.split(separator: "1️⃣", omittingEmptySubsequences: false)
    let file = TemplateFile(name, parts.joined())
    files.append(file)
    guard parts.count == 2 else { continue }
    let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
    let last = try #require(
      parts[0].unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).last)
    marked = Place(
      file.path, line: max(lines.count, newlines(parts[0]) + 1), column: last.count + 1)
  }
  if mistake.code == "template-unused" { marked = marked.map { Place($0.path) } }
  let (_, diagnostics) = Theme.compile(files, pages: [TemplateDeclaration("page", names)])
  let found = try #require(diagnostics.first { $0.code == mistake.code })
  #expect(diagnostics.count == 1, "\(diagnostics)")
  #expect(found.place.start == marked)
  #expect(found.message == Wording(mistake.zh, en: mistake.en))
  #expect(found.place.length == mistake.length)
  if let help = mistake.help { #expect(found.help?.en == help) }
  #expect(found.severity == ThemeRules.all.first { $0.code == mistake.code }?.severity)
}

private func newlines(_ text: Substring) -> Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }

@Test func `a page template that is missing is reported where it would stand, with a near miss`() {
  let (_, diagnostics) = Theme.compile(
    [TemplateFile("notcie", "x")], pages: [TemplateDeclaration("notice")])
  #expect(diagnostics.map(\.code) == ["template-unused", "template-missing-page"])
  #expect(diagnostics.last?.place == Place("theme/notice.mustache"))
  #expect(diagnostics.last?.help == Wording("是不是“notcie”？", en: "Did you mean “notcie”?"))
}

@Test(arguments: ["\n", "\r\n", "\r"])
func `a place is counted in lines, however they end`(end: String) {
  let (_, diagnostics) = Theme.compile(
    [TemplateFile("page", "甲\(end)乙\(end)标题：{{titel}}")], pages: [TemplateDeclaration("page", names)])
  #expect(diagnostics.map { "\($0.place.line):\($0.place.column)" } == ["3:4"])
}

@Test func `a file that is not UTF-8 is reported`() {
  let file = TemplateFile(
    name: "page", path: "theme/page.mustache", bytes: [0xD6, 0xD0])
  #expect(
    Theme.compile([file], pages: [TemplateDeclaration("page")]).1.map(\.code) == ["template-not-utf8"])
}

@Test func `templates that double one another are too large instead of running for ever`() {
  var files = [TemplateFile("page", "{{>t0}}{{>t0}}")]
  for index in 0..<40 {
    files.append(TemplateFile("t\(index)", "{{>t\(index + 1)}}{{>t\(index + 1)}}"))
  }
  files.append(TemplateFile("t40", "x"))
  let (theme, diagnostics) = Theme.compile(files, pages: [TemplateDeclaration("page")])
  #expect(diagnostics.map(\.code) == ["template-too-large"])
  #expect(theme.page("page") == "")
}

@Test func `blocks that double one another are too large instead of running for ever`() {
  var page = "{{<base}}"
  for index in 0..<40 {
    page +=
      "{{$b\(index)}}{{$b\(index + 1)}}{{/b\(index + 1)}}{{$b\(index + 1)}}{{/b\(index + 1)}}{{/b\(index)}}"
  }
  let (_, diagnostics) = Theme.compile(
    [TemplateFile("page", page + "{{/base}}"), TemplateFile("base", "{{$b0}}{{/b0}}")],
    pages: [TemplateDeclaration("page")])
  #expect(diagnostics.contains { $0.code == "template-too-large" })
}

@Test func `a chain of more than 200 partials is too deep`() {
  let files = (0..<300).map { TemplateFile("t\($0)", $0 == 299 ? "x" : "{{>t\($0 + 1)}}") }
  #expect(Theme.compile(files, pages: [TemplateDeclaration("t0")]).1.map(\.code) == ["template-too-deep"])
}

@Test func `a template that uses itself for each level of a tree is no mistake`() {
  let files = [
    TemplateFile("page", "{{#menu}}{{>item}}{{/menu}}"),
    TemplateFile("item", "<li>{{label}}{{#children}}{{>item}}{{/children}}</li>"),
  ]
  #expect(Theme.compile(files, pages: [TemplateDeclaration("page", names)]).1 == [])
}

@Test func `every rule has its own code and speaks both languages`() {
  #expect(Set(ThemeRules.all.map(\.code)).count == ThemeRules.all.count)
  let covered = Set(mistakes.map(\.code)).union([
    "template-missing-page", "template-not-utf8", "template-too-large",
    // Of a template that lies over another: in SiteTests.
    "template-override-behind",
  ])
  #expect(covered == Set(ThemeRules.all.map(\.code)))
  #expect(
    ThemeRules.all.allSatisfy {
      !$0.explanation.zh.isEmpty && !$0.explanation.en.isEmpty && $0.wrong != $0.right
    })
}
