import BanbaoDiagnostics
import BanbaoTheme

/// A book with what stands at the head of its page.
struct PrintedBook: Sendable {
  var page: BookPage
  var union: String
  var year: Int
  /// What every page of the year's books says of them.
  var note: String
  var isIndex: Bool

  static let template = Template<PrintedBook>(
    "book",
    .text("title") { $0.page.title },
    .text("union") { $0.union },
    .number("year") { $0.year },
    .text("books_note") { $0.note },
    .text("file") { $0.isIndex ? "" : "\($0.page.name).csv" },
    .text("layout") { $0.page.layout.rawValue },
    .flag("sheets") { $0.page.layout == .sheets },
    .list("notes", textNames) { $0.page.notes },
    .list("heads", BookPage.Column.names) { $0.page.columns },
    .list("sections", BookPage.Section.names) { $0.page.sections },
    .list("signatures", textNames) { $0.page.signatures })
}

private let textNames = Names<String>(.text("text") { $0 })

extension BookPage.Column {
  fileprivate static let names = Names<Self>(.text("label") { $0.label }, .flag("amount") { $0.isAmount })
}

extension BookPage.Section {
  fileprivate static let names = Names<Self>(
    .text("heading") { $0.title },
    .list("facts", textNames) { $0.facts },
    .list("rows", BookPage.Row.names) { $0.rows },
    .list("signers", textNames) { $0.signatures })
}

extension BookPage.Row {
  fileprivate static let names = Names<Self>(
    .flag("total") { $0.isTotal }, .list("cells", BookPage.Cell.names) { $0.cells })
}

extension BookPage.Cell {
  fileprivate static let names = Names<Self>(
    .text("text") { $0.shown },
    .text("url") { cell in
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

/// The page of a book: no script, nothing from elsewhere, A4 paper with the heads of tables on each sheet.
let bookTemplate = """
  <!doctype html>
  <html lang="zh-Hans">
  <head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title>{{title}} {{year}}年 {{union}}</title>
  <style>
  @page { size: A4; margin: 14mm 12mm 16mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt } }
  * { box-sizing: border-box }
  body { margin: 0 auto; padding: 1rem; max-width: 68rem; color: #111; background: #fff;
    font: 15px/1.5 "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif }
  h1 { margin: .2em 0; font-size: 1.5em; text-align: center }
  h2 { margin: 1.2em 0 .3em; font-size: 1.1em; break-after: avoid }
  nav { font-size: .9em }
  .about { display: flex; justify-content: space-between; gap: 1em; margin: 0 0 .5em }
  table { width: 100%; border-collapse: collapse; font-size: .92em }
  thead { display: table-header-group }
  tr { break-inside: avoid }
  th, td { padding: .15em .4em; border: 1px solid #777; text-align: left; vertical-align: top; overflow-wrap: anywhere }
  th { background: #eee; text-align: center; font-weight: 600; white-space: nowrap }
  td.amount { text-align: right; white-space: nowrap; overflow-wrap: normal; font-variant-numeric: tabular-nums }
  td.negative { color: #b00 }
  td:first-child { white-space: nowrap }
  tr.total td { font-weight: 600; background: #f6f6f6 }
  .again { display: none }
  @media print, (min-width: 60rem) {
    .facing { display: grid; grid-template-columns: 1fr 1fr; column-gap: 1em; align-content: start }
    .facing > * { grid-column: 1 / -1 }
    .facing > section { grid-column: 2 }
    .facing > section:first-of-type { grid-column: 1; grid-row: 4 / span 2 }
  }
  .signatures { display: flex; flex-wrap: wrap; gap: .5em 1em; margin: 1em 0 0; padding: 0; list-style: none; break-inside: avoid }
  .signatures li { flex: 1 0 8em }
  .notes { font-size: .9em }
  @media print {
    body { padding: 0; max-width: none; font-size: 10pt }
    nav { display: none }
    a { color: inherit; text-decoration: none }
    th, tr.total td { print-color-adjust: exact; -webkit-print-color-adjust: exact }
    .sheets section + section { break-before: page }
    .sheets section + section .again { display: flex }
  }
  </style>
  </head>
  <body class="{{layout}}">
  {{#file}}<nav><a href="index.html">全部账簿</a>　<a href="{{file}}">表格 {{file}}</a></nav>{{/file}}
  <h1>{{title}}</h1>
  <p class="about"><span>{{union}}</span><span>{{year}}年</span><span>单位：元</span></p>
  {{#books_note}}<p class="notes">{{books_note}}</p>{{/books_note}}
  {{#sections}}
  <section>
  {{#heading}}<h2>{{heading}}</h2>{{/heading}}
  {{#sheets}}<p class="about again"><span>{{title}}</span><span>{{union}}</span><span>单位：元</span></p>{{/sheets}}
  {{#has_facts}}<p class="about">{{#facts}}<span>{{text}}</span>{{/facts}}</p>{{/has_facts}}
  <table>
  <thead><tr>{{#heads}}<th scope="col">{{label}}</th>{{/heads}}</tr></thead>
  <tbody>
  {{#rows}}
  <tr{{#total}} class="total"{{/total}}>{{#cells}}<td{{#amount}} class="amount{{#negative}} negative{{/negative}}"{{/amount}}>{{#url}}<a href="{{url}}">{{text}}</a>{{/url}}{{^url}}{{text}}{{/url}}</td>{{/cells}}</tr>
  {{/rows}}
  </tbody>
  </table>
  {{#has_signers}}<ul class="signatures">{{#signers}}<li>{{text}}：</li>{{/signers}}</ul>{{/has_signers}}
  </section>
  {{/sections}}
  {{#notes}}<p class="notes">{{text}}</p>{{/notes}}
  {{#has_signatures}}<ul class="signatures">{{#signatures}}<li>{{text}}：</li>{{/signatures}}</ul>{{/has_signatures}}
  </body>
  </html>

  """
