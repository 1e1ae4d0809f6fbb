import BanbaoDiagnostics
import BanbaoTheme

/// A book with what stands at the head of its page.
struct PrintedBook: Sendable {
  var page: BookPage
  var union: String
  var year: Int
  /// What every page of the year's books says of them.
  var note: String
  /// The table that holds the same; empty for a page without one.
  var table: String

  static let template = Template<PrintedBook>(
    "book",
    .text("title") { $0.page.title },
    .text("union") { $0.union },
    .text("moment") { $0.moment },
    .text("running_title") { styleText($0.page.title) },
    .text("running_head") { styleText("\($0.union)　\($0.moment)　单位：元") },
    .text("books_note") { $0.note },
    .address("file") { $0.table },
    .text("layout") { $0.page.layout.rawValue },
    .flag("sheets") { $0.page.layout == .sheets },
    .list("notes", textNames) { $0.page.notes },
    .number("width") { $0.page.columns.count },
    .list("heads", BookPage.Column.names) { $0.page.columns },
    .list("sections", BookPage.Section.names) { $0.page.sections },
    .list("signatures", textNames) { $0.page.signatures })

  /// What it tells of.
  private var moment: String { page.moment.isEmpty ? "\(year)年" : page.moment }
}

/// A text as a style sheet has it between quotation marks: each character by its number, so none of them ends it.
private func styleText(_ text: String) -> String {
  text.unicodeScalars.map { "\\" + String($0.value, radix: 16) + " " }.joined()
}

private let textNames = Names<String>(.text("text") { $0 })

extension BookPage.Column {
  fileprivate static let names = Names<Self>(
    .text("label") { $0.label }, .text("ems") { $0.width.map { "\($0 / 10).\($0 % 10)em" } ?? "" })
}

extension BookPage.Section {
  fileprivate static let names = Names<Self>(
    .text("heading") { $0.title },
    .text("anchor") { $0.anchor },
    .list("facts", textNames) { $0.facts },
    .list("rows", BookPage.Row.names) { $0.rows })
}

extension BookPage.Row {
  fileprivate static let names = Names<Self>(
    .flag("total") { $0.isTotal }, .list("cells", BookPage.Cell.names) { $0.cells })
}

extension BookPage.Cell {
  fileprivate static let names = Names<Self>(
    .text("text") { $0.shown },
    .address("url") { cell in
      if case .link(_, let file) = cell { file } else { "" }
    },
    .flag("amount") { cell in
      switch cell {
      case .amount, .figure: true
      case .text, .link: false
      }
    },
    .flag("negative") { cell in
      if case .amount(let fen) = cell { fen < 0 } else { false }
    })
}

/// The page of a book: no script, nothing from elsewhere, A4 paper. Each sheet after the first says at its top what it is
/// of; tables have their heading and heads on each sheet, and no sum stands at the top of one alone.
let bookTemplate = """
  <!doctype html>
  <html lang="zh-Hans">
  <head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title>{{title}} {{moment}} {{union}}</title>
  <style>
  @page { size: A4; margin: 14mm 12mm 16mm; font-size: 9pt;
    @top-left { content: "{{running_title}}" } @top-right { content: "{{running_head}}" }
    @bottom-center { content: counter(page) " / " counter(pages) } }
  @page :first { @top-left { content: none } @top-right { content: none } }
  * { box-sizing: border-box }
  body { margin: 0 auto; padding: 1rem; max-width: 68rem; color: #111; background: #fff;
    font: 15px/1.5 "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif }
  h1, .again.title { margin: .2em 0; font-size: 1.5em; font-weight: 700; text-align: center }
  h2 { margin: 1.2em 0 .3em; font-size: 1.1em; break-after: avoid }
  nav { font-size: .9em }
  .about { display: flex; justify-content: space-between; gap: 1em; margin: 0 0 .5em }
  table { width: 100%; border-collapse: collapse; font-size: .92em }
  thead { display: table-header-group }
  tr { break-inside: avoid }
  tr + tr.total { break-before: avoid }
  tr:first-child { break-after: avoid }
  th, td { padding: .15em .4em; border: 1px solid #777; text-align: left; vertical-align: top; overflow-wrap: anywhere }
  th { background: #eee; text-align: center; font-weight: 600; white-space: nowrap }
  td.amount { text-align: right; white-space: nowrap; overflow-wrap: normal; font-variant-numeric: tabular-nums }
  td.negative { color: #b00 }
  tr.total td { font-weight: 600; background: #f6f6f6 }
  .again, tr.heading { display: none }
  tr.heading th { padding: .9em 0 .3em; border: 0; background: none; font-size: 1.15em; text-align: left }
  @media print, (min-width: 60rem) {
    .facing main { display: grid; grid-template-columns: 1fr 1fr; column-gap: 1em; align-items: start }
    .facing section { grid-column: 2 }
    .facing section:first-child { grid-column: 1; grid-row: 1 / span 2 }
  }
  .signatures { display: flex; flex-wrap: wrap; gap: .5em 1em; margin: 1em 0 0; padding: 0; list-style: none; break-inside: avoid }
  .signatures li { flex: 1 0 8em }
  .notes { font-size: .9em }
  @media print {
    body { padding: 0; max-width: none; font-size: 10pt }
    nav, h2.repeated { display: none }
    tr.heading { display: table-row }
    a { color: inherit; text-decoration: none }
    th, tr.total td { print-color-adjust: exact; -webkit-print-color-adjust: exact }
    .sheets section + section { break-before: page }
    .sheets section + section .again.title { display: block }
    .sheets section + section .again.about { display: flex }
  }
  </style>
  </head>
  <body class="{{layout}}">
  {{#file}}<nav><a href="index.html">全部账簿</a>　<a href="{{file}}">表格 {{file}}</a></nav>{{/file}}
  <h1>{{title}}</h1>
  <p class="about"><span>编制单位：{{union}}</span><span>{{moment}}</span><span>单位：元</span></p>
  {{#books_note}}<p class="notes">{{books_note}}</p>{{/books_note}}
  <main>
  {{#sections}}
  <section{{#anchor}} id="{{anchor}}"{{/anchor}}>
  {{#sheets}}<p class="again title">{{title}}</p>
  <p class="again about"><span>编制单位：{{union}}</span><span>{{moment}}</span><span>单位：元</span></p>{{/sheets}}
  {{#heading}}<h2{{^has_facts}} class="repeated"{{/has_facts}}>{{heading}}</h2>{{/heading}}
  {{#has_facts}}<p class="about">{{#facts}}<span>{{text}}</span>{{/facts}}</p>{{/has_facts}}
  <table>
  <colgroup>{{#heads}}<col{{#ems}} style="width: {{ems}}"{{/ems}}>{{/heads}}</colgroup>
  <thead>{{#heading}}{{^has_facts}}<tr class="heading"><th colspan="{{width}}">{{heading}}</th></tr>{{/has_facts}}{{/heading}}
  <tr>{{#heads}}<th scope="col">{{label}}</th>{{/heads}}</tr></thead>
  <tbody>
  {{#rows}}
  <tr{{#total}} class="total"{{/total}}>{{#cells}}<td{{#amount}} class="amount{{#negative}} negative{{/negative}}"{{/amount}}>{{#url}}<a href="{{url}}">{{text}}</a>{{/url}}{{^url}}{{text}}{{/url}}</td>{{/cells}}</tr>
  {{/rows}}
  </tbody>
  </table>
  {{#sheets}}<ul class="signatures">{{#signatures}}<li>{{text}}：</li>{{/signatures}}</ul>{{/sheets}}
  </section>
  {{/sections}}
  </main>
  {{#notes}}<p class="notes">{{text}}</p>{{/notes}}
  {{^sheets}}{{#has_signatures}}<ul class="signatures">{{#signatures}}<li>{{text}}：</li>{{/signatures}}</ul>{{/has_signatures}}{{/sheets}}
  </body>
  </html>

  """
