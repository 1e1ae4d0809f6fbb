import BanbaoDiagnostics
import BanbaoSite
import BanbaoTheme

/// The names of one template, for those who make a theme: from the declarations that its pages are made by.
struct TemplateTable: Sendable {
  /// A name as it is written from the page's own level, and what stands under it.
  private struct Line: Sendable {
    var name: String
    var kind: Wording

    static let names = Names<Line>(.text("name") { $0.name }, .words("kind") { $0.kind })
  }

  private var template: String
  private var lines: [Line]

  static let names = Names<TemplateTable>(
    .text("id") { "template-\($0.template)" },
    .text("heading") { $0.template },
    .list("names", Line.names) { $0.lines })

  /// Of every template, each with all its names.
  static func all(_ library: Library) -> [TemplateTable] {
    library.templates.map { TemplateTable(template: $0.template, lines: lines($0.names, below: "")) }
  }

  private static func lines(_ names: [DeclaredName], below path: String) -> [Line] {
    names.flatMap { name -> [Line] in
      let written = path + name.name
      let inner: [DeclaredName] =
        switch name.kind {
        case .list(let inner), .view(let inner): inner
        case .text, .address, .html, .number, .flag, .listOfSame: []
        }
      return [Line(name: written, kind: words(name))] + lines(inner, below: written + ".")
    }
  }

  private static func words(_ name: DeclaredName) -> Wording {
    switch name.kind {
    case .text: Wording("文字", en: "text")
    case .address: Wording("网址，可以写在 href 开头", en: "address, may begin an href")
    case .html: Wording("HTML，写三个括号", en: "HTML, in three braces")
    case .number: Wording("数", en: "number")
    case .flag: Wording("是否", en: "yes or no")
    case .list: Wording("列表，每项有下面的名称", en: "list; each item has the names below")
    case .listOfSame: Wording("列表，每项的名称和这一层相同", en: "list; each item has the names of this level")
    case .view: Wording("一组名称", en: "group of names")
    }
  }
}
