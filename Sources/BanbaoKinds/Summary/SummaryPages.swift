import BanbaoDiagnostics
import BanbaoHTML
import BanbaoMarkdown
import BanbaoSite
import BanbaoSource
import BanbaoTheme
import BanbaoUnion

extension Summary {
  private static let runShape: ViewShape = [
    "text": .text, "url": .text, "anchor": .text, "figure": .flag, "missing": .flag,
  ]

  static let summaryShape = recordShape.merging([
    "heading": .text, "heading2": .text, "periods": .list(facetShape), "introduction": .list(["html": .html]),
    "sections": .list([
      "id": .text, "heading": .text, "heading2": .text,
      "sentences": .list([
        "runs": .list(runShape), "details": .list(["runs": .list(runShape)]), "has_details": .flag,
      ]), "has_sentences": .flag, "texts": .list(["id": .text, "heading": .text, "html": .html]),
    ]),
    "basis": .list([
      "id": .text, "label": .text, "total": .text,
      "shares": .list(["title": .text, "url": .text, "text": .text, "missing": .flag]),
    ]), "has_basis": .flag,
  ])

  /// The page of one period.
  static func page(_ period: Period, among all: [Period], in library: Library) -> PagePlan {
    let entry = text(of: period, in: library)
    let name = Wording("\(period.wording.zh)工作总结", en: "Summary of \(period.wording.en)")
    let path = summaryPath(period)
    return PagePlan(
      path: path, template: "summary", title: entry?.title ?? library.words(name), description: entry?.summary ?? "",
      origin: entry?.place ?? library.origin("pages/summary"), section: folder,
      crumbs: [.init(library.words(section), url: "\(folder)/index.html")], people: people(period, in: library)
    ) {
      let summary = WovenSummary(period, in: library, language: library.settings.language)
      var basis = Basis(library)
      let sections = summary.sections.enumerated().map { index, section -> View in
        Summary.view(section, index, library, &basis)
      }
      var view: View = [
        "heading": .text(summary.title),
        "heading2": .text(entry == nil ? library.otherWords(name) : ""),
        "periods": all.filter { $0.year == period.year }.map {
          Facet(label: library.words($0.shortWording), path: summaryPath($0), count: 0)
        }.views(current: path), "introduction": .list(summary.introduction.map { ["html": .html($0.html)] }),
        "sections": .list(sections), "basis": .list(basis.views), "has_basis": .flag(!basis.views.isEmpty),
        // The text stands in its sections.
        "body": .absent, "has_body": .flag(false),
        "toc": .list(
          summary.sections.enumerated().map { index, section in
            [
              "id": .text(section.id),
              "text": .text(numbered(index, section.heading, library.settings.language)), "sub": .flag(false),
            ]
          }), "has_toc": .flag(true),
      ]
      let own = entry?.recordView(library, newer: nil, older: nil)
      for field in recordShape.fields where view[field.name] == nil {
        view.set(field.name, own?[field.name] ?? .absent)
      }
      return view
    }
  }

  /// Whom the sentences about activities and honours name.
  private static func people(_ period: Period, in library: Library) -> [ShownPerson] {
    let records = PeriodRecords(period: period, library: library)
    let named: [any AnyEntry] = records.entries(of: Activity.self) + records.entries(of: Honour.self)
    return named.flatMap { library.shownPeople($0) }
  }

  private static func view(
    _ section: WovenSummary.Section, _ index: Int, _ library: Library, _ basis: inout Basis
  ) -> View {
    let language = library.settings.language
    func runs(_ sentence: Sentence) -> ViewValue { .list(sentence.pieces(language).map { basis.view($0) }) }
    var sentences: [View] = []
    for sentence in section.sentences {
      let own = runs(sentence)
      let details = sentence.details.map { detail -> View in ["runs": runs(detail)] }
      sentences.append(["runs": own, "details": .list(details), "has_details": .flag(!details.isEmpty)])
    }
    return [
      "id": .text(section.id), "heading": .text(numbered(index, section.heading, language)),
      "heading2": .text(section.heading.zh == section.heading.en ? "" : library.otherWords(section.heading)),
      "sentences": .list(sentences), "has_sentences": .flag(!sentences.isEmpty),
      "texts": .list(
        section.texts.map { ["id": .text($0.id), "heading": .text($0.heading), "html": .html($0.part.html)] }),
    ]
  }
}

/// 数字的依据: what figures of several records rest on, in the order in which the page states them.
private struct Basis {
  let library: Library
  private(set) var views: [View] = []

  init(_ library: Library) { self.library = library }

  /// A piece of a sentence; a figure of several records gets its place in the list.
  mutating func view(_ piece: Phrase.Piece) -> View {
    switch piece {
    case .text(let text): return seen(text)
    case .record(let entry, let name):
      return seen(name.map { library.words($0) } ?? quoted(entry.title, library.settings.language), url: entry.url)
    case .quantity(let quantity, let clause):
      guard let printed = quantity.printed else { return seen(missingMark, isFigure: true, isMissing: true) }
      guard quantity.shares.count > 1 else {
        return seen(printed, url: quantity.shares.first?.url ?? "", isFigure: true)
      }
      let id = "basis-\(views.count + 1)"
      views.append([
        "id": .text(id), "label": .text(clause.map { library.words($0) } ?? ""),
        "total": .text(quantity.isSum ? printed : ""),
        "shares": .list(
          quantity.shares.map {
            [
              "title": .text($0.title), "url": .text($0.url), "text": .text($0.printed ?? missingMark),
              "missing": .flag($0.printed == nil),
            ]
          }),
      ])
      return seen(printed, anchor: id, isFigure: true)
    }
  }

  private func seen(
    _ text: String, url: String = "", anchor: String = "", isFigure: Bool = false, isMissing: Bool = false
  ) -> View {
    [
      "text": .text(text), "url": .text(url), "anchor": .text(anchor), "figure": .flag(isFigure),
      "missing": .flag(isMissing),
    ]
  }
}
