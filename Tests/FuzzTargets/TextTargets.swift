import BanbaoDiagnostics
import BanbaoHTML
import BanbaoMarkdown
import BanbaoSource
import BanbaoTheme
import TestSupport

/// The whole input is a body. What is no text in UTF-8 never gets that far.
func markdownFault(_ input: [UInt8]) -> String? {
  let text = SourceText(path: "content/a.md", bytes: input).sifted()
  guard encodingFaults(of: text).isEmpty else { return nil }
  let source = MarkdownSource(path: text.path, bytes: text.bytes, body: text.start..<text.bytes.count, firstLine: 1)
  // As long as the links say, which links become what differs, and the lines end in both ways.
  let (body, diagnostics) = renderMarkdown(
    source, lineEnds: input.count.isMultiple(of: 2) ? .kept : .joined, collectsText: true, keepsMarkdown: true
  ) { link in
    switch link.destination.utf8.count % 4 {
    case 0: .keep
    case 1: .url("a.html", note: "（1 KB）")
    case 2: .picture(BodyPicture(url: "a.png", size: BodyPicture.Size(width: 3, height: 2), original: "b.png"))
    default: .drop
    }
  }
  var places = PlaceCheck(["a.md": input])
  if let fault = places.fault(of: diagnostics.map(text.leftOut.original)) { return fault }
  let lines = text.bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
  if let heading = body.headings.first(where: { $0.line < 1 || $0.line > lines }) {
    return "a heading in line \(heading.line) of \(lines)"
  }
  return markupFault(body.html.string)
}

/// The templates `t0` to `t3`, between zero bytes; each is a page too.
func templateFault(_ input: [UInt8]) -> String? {
  let files = parts(of: input, atMost: 4).enumerated().map { number, part in
    TemplateFile(name: "t\(number)", path: "theme/t\(number)", bytes: part)
  }
  let pages = files.map { TemplateDeclaration(template: $0.name, names: names.declared) }
  let (theme, diagnostics) = Theme.compile(files, pages: pages)
  var places = PlaceCheck(Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.bytes) }), root: "theme")
  if let fault = places.fault(of: diagnostics) { return fault }
  for file in files {
    var page: [UInt8] = []
    theme.render(file.name, [view], into: &page)
  }
  return nil
}

private struct Branch: Sendable {
  var label: String
  var children: [Branch] = []

  static let names = Names<Branch>(.text("a") { $0.label }, .listOfSame("c") { $0.children })
}

private let names = Names<[Branch]>(
  .text("a") { _ in "<" }, .html("b") { _ in .empty }, .list("c", Branch.names) { $0 },
  .view("d", Names<Int>(.number("a") { $0 })) { $0.count }, .flag("e") { _ in true })

private let view = names.view(of: [Branch(label: "x", children: [Branch(label: "y")])], in: .chinese)
