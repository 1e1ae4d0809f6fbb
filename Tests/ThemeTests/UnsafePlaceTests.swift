import BanbaoDiagnostics
import BanbaoTheme
import Testing

private let names: [DeclaredName] = [
  DeclaredName("title", .text), DeclaredName("body", .html), DeclaredName("count", .number),
  DeclaredName("root", .address), DeclaredName("url", .address), DeclaredName("pinned", .flag),
  DeclaredName("notices", .list([DeclaredName("name", .text), DeclaredName("link", .address)])),
]

private func faults(_ page: String, _ others: [String: String] = [:]) -> [Diagnostic] {
  let files = [TemplateFile("page", page)] + others.sorted { $0.key < $1.key }.map { TemplateFile($0.key, $0.value) }
  return Theme.compile(files, pages: [TemplateDeclaration("page", names)]).1.filter {
    $0.code == "template-unsafe-place"
  }
}

@Suite struct `A name in a template` {
  @Test(arguments: [
    // Programs and styles, however they are written.
    "<a onclick=\"f('{{title}}')\">", "<a ONCLICK='{{title}}'>", "<p style=\"{{title}}\">",
    "<iframe srcdoc=\"{{title}}\">",
    "<script>f({{title}})</script>", "<SCRIPT type=module>\n{{title}}", "<style>{{title}}</style>",
    "<script>a</scriptx {{title}}", "<script>if (a</script></b) {{title}}<script>",
    "<meta http-equiv=\"refresh\" content=\"0;url={{title}}\">",
    // Names of tags and attributes, and values without quotes.
    "<{{title}}>", "</{{title}}>", "<p{{title}}>", "<p {{title}}=\"x\">", "<p data-{{title}}>", "<p a=\"b\"{{title}}>",
    "<p class={{title}}>", "<p class=a{{title}}>", "<p class= {{title}}>", "<a href={{url}}>",
    // The beginning of an address, before which nothing decides its scheme.
    "<a href=\"{{title}}\">", "<a href='{{title}}'>", "<a href=\"{{root}}{{title}}\">", "<a href=\" {{title}}\">",
    "<img src=\"{{title}}\">", "<form action=\"{{title}}\">", "<button formaction=\"{{title}}\">",
    "<object data=\"{{title}}\">",
    "<use xlink:href=\"{{title}}\">", "<a href=\"java{{title}}\">", "<img srcset=\"a/b 1x, {{title}} 2x\">",
    // HTML where only text may stand.
    "<p title=\"{{{body}}}\">", "<title>{{{body}}}</title>", "<!-- {{{body}}} -->",
    // Through sections and templates that it uses.
    "<a {{#pinned}}onclick=\"{{/pinned}}{{^pinned}}title=\"{{/pinned}}{{title}}\">",
    "{{#pinned}}<script>{{/pinned}}{{title}}", "<p class=\"a{{#pinned}}\" {{/pinned}}{{title}}\">",
    "<script></scriptx>{{title}}</script>",
    "{{#notices}}<a href=\"{{name}}\">{{/notices}}",
  ])
  func `is refused where escaping does not make it harmless`(page: String) {
    #expect(faults(page).count == 1, "\(page)")
  }

  @Test(arguments: [
    "<p>{{title}}</p>{{{body}}}", "<p title=\"{{title}}\" class='{{title}}'>", "<title>{{title}}</title>",
    "<textarea>{{title}}</textarea>", "<!-- {{title}} --><p>{{title}}", "a < {{title}} <- {{title}} <3 {{title}}",
    "<script src=\"{{root}}assets/a.js\"></script>{{title}}", "<style>a{}</style >{{title}}",
    "<script>a</SCRIPT>{{title}}",
    "<a href=\"{{root}}{{url}}\">", "<a href=\"{{url}}#{{title}}\">", "<a href=\"search.html?q={{title}}\">",
    "<a href=\"mailto:{{title}}\">", "<a href=\"x/{{title}}\">",
    "<img srcset=\"{{root}}{{url}} {{count}}w, {{url}} 2w\" width={{count}} style=\"--n: {{count}}\">",
    "<p{{#pinned}} class=\"a\"{{/pinned}} title=\"{{title}}\">",
    "{{#pinned}}<a href=\"{{url}}\">{{/pinned}}{{^pinned}}<b title=\"{{/pinned}}{{^pinned}}\">{{/pinned}}{{title}}",
    "<p {{#pinned}}title=\"{{/pinned}}{{^pinned}}class=\"{{/pinned}}{{title}}\">",
    "<ul>{{#notices}}<li><a href=\"{{link}}\" data-name=\"{{name}}\">{{name}}</a></li>{{/notices}}</ul>",
    "<p\n  title=\"{{title}}\"\n>{{title}}", "<!doctype html><html lang=\"zh\">{{title}}", "<br/>{{title}}",
    "<p hidden>{{title}}",
  ])
  func `stands between tags, in quotes, and in an address behind its beginning`(page: String) {
    #expect(faults(page).isEmpty, "\(page)")
  }

  @Test func `is looked at where a partial or a block stands, not where its file begins`() {
    #expect(faults("<p title=\"{{>value}}\">", ["value": "{{title}}"]).isEmpty)
    let partial = faults("<p onclick=\"{{>value}}\">", ["value": "\n  {{title}}"])
    #expect(partial.map(\.place.shown) == ["theme/value.mustache:2:3"])
    let block = faults(
      "{{<base}}{{$call}}{{title}}{{/call}}{{/base}}", ["base": "<script>{{$call}}f(){{/call}}</script>"])
    #expect(block.map(\.place.shown) == ["theme/page.mustache:1:19"])
    #expect(faults("{{<base}}{{$name}}{{title}}{{/name}}{{/base}}", ["base": "<b>{{$name}}{{/name}}</b>"]).isEmpty)
    #expect(
      faults("{{#notices}}{{>again}}{{/notices}}", ["again": "<i>{{#notices}}{{>again}}{{/notices}}{{title}}"]).isEmpty)
  }

  @Test func `is refused behind lists in lists, each of which may be printed twice`() {
    // Each list leaves the tag's name longer, so that what is printed once and twice ends in different places.
    let open = (1...20).map { _ in "{{#c}}x" }.joined()
    let close = (1...20).map { _ in "{{/c}}" }.joined()
    let page = TemplateFile("page", "<p\(open)\(close)></p><p {{a}}></p>")
    let faults = Theme.compile([page], pages: [TemplateDeclaration("page", Branch.names.declared)]).1
    #expect(faults.map(\.code).contains("template-unsafe-place"))
  }

  @Test func `is refused where too much would have to be looked at, and the page is named`() {
    // Sixteen states, in each of which all that follows is looked at.
    let states = (1...15).map { _ in "{{#pinned}}x{{/pinned}}" }.joined()
    func said(_ count: Int) -> [String] {
      faults("<p" + states + (1...count).map { _ in "{{#pinned}}{{/pinned}}y" }.joined() + "></p>").map(\.place.shown)
    }
    #expect(said(500) == [])
    #expect(said(1000) == ["theme/page.mustache"])
  }

  @Test func `is refused where nobody can tell in what place it stands`() {
    // The name of the tag has a letter more behind each of them, or has not.
    func said(_ count: Int) -> [String] {
      faults("<p" + String(repeating: "{{#pinned}}x{{/pinned}}", count: count) + "></p>").map(\.place.shown)
    }
    #expect(said(15) == [])
    #expect(said(16) == ["theme/page.mustache:1:\(3 + 15 * 23)"])
    // The page that the fuzzer found: it holds itself in lists, and each time in other states.
    let held = (1...12).map { _ in "{{#notices}}x{{>page}}y{{/notices}}" }.joined()
    #expect(faults("<p" + held + " {{title}}>").contains { $0.code == "template-unsafe-place" })
  }
}

private struct Branch: Sendable {
  var children: [Branch] = []

  static let names = Names<Branch>(.text("a") { _ in "" }, .listOfSame("c") { $0.children })
}
