import BanbaoDiagnostics
import BanbaoHTML
import BanbaoMarkdown
import BanbaoSite
import BanbaoSource
import BanbaoTheme
import BanbaoUnion

extension Summary {
  static let pageTemplate = Template<SummaryPage>(
    "summary",
    .of(recordNames) { $0.record },
    .text("heading") { $0.heading },
    .text("heading2") { $0.heading2 },
    .list("periods", facetNames) { $0.periods },
    .list("glance", SummaryPage.Line.names) { $0.glance },
    .list("glance_basis", Basis.Item.names) { $0.glanceBasis },
    .words("lack") { $0.lack },
    .words("signed") { $0.signed },
    .flag("issuer_short") { $0.isIssuerShort },
    .list("introduction", Names<BodyPart>(.html("html") { $0.html })) { $0.introduction },
    .list("sections", SummaryPage.Section.names) { $0.sections })

  /// The page of one period.
  ///
  /// - Parameter all: those of its year that have a page.
  static func page(_ period: Period, among all: [Period], in library: Library) -> PagePlan {
    let entry = text(of: period, in: library)
    let name = Wording("\(period.wording.zh)工作总结", en: "Summary of \(period.wording.en)")
    let path = summaryPath(period)
    return PagePlan(
      pageTemplate, path: path, title: entry?.title ?? library.words(name), description: entry?.summary ?? "",
      origin: entry?.place ?? library.origin("pages/summary"), section: folder,
      crumbs: [.init(library.words(section), url: "\(folder)/index.html")], people: people(period, in: library)
    ) {
      let language = library.settings.language
      let summary = WovenSummary(period, in: library, language: language)
      var basis = Basis(library)
      let glance = summary.glance.map { line in
        SummaryPage.Line(label: line.label, runs: line.sentence.pieces(language).map { basis.seen($0) })
      }
      let glanceBasis = basis.taken()
      let sections = summary.sections.enumerated().map { index, section in
        Summary.seen(section, index, library, &basis)
      }
      var record = RecordParts(entry, in: library)
      // The text stands in its sections.
      record.showsBody = false
      record.contents = summary.sections.enumerated().map { index, section in
        ContentsLine(id: section.id, text: numbered(index, section.heading, language))
      }
      return SummaryPage(
        record: record, heading: summary.title, heading2: entry == nil ? library.otherWords(name) : "",
        periods: all.map {
          Facet(label: library.words($0.shortWording), path: summaryPath($0), count: 0)
        }.links(current: path), glance: glance, glanceBasis: glanceBasis,
        introduction: summary.introduction, sections: sections, lack: summary.lack, signed: summary.signed?.wording,
        isIssuerShort: summary.signed.map { library.settings.union.isNarrower(than: library.words($0)) } ?? false)
    }
  }

  /// Whom its sentences name.
  private static func people(_ period: Period, in library: Library) -> [ShownPerson] {
    PeriodRecords(period: period, library: library).entries(that: (any NamesPersons).self)
      .filter { type(of: $0.record).summaryNamesThem }.flatMap { library.shownPeople($0.entry) }
  }

  private static func seen(
    _ section: WovenSummary.Section, _ index: Int, _ library: Library, _ basis: inout Basis
  ) -> SummaryPage.Section {
    let language = library.settings.language
    func runs(_ sentence: Sentence) -> [SeenPiece] { sentence.pieces(language).map { basis.seen($0) } }
    var sentences: [SummaryPage.SeenSentence] = []
    for sentence in section.sentences {
      let own = runs(sentence)
      sentences.append(SummaryPage.SeenSentence(runs: own, details: sentence.details.map { runs($0) }))
    }
    return SummaryPage.Section(
      id: section.id, heading: numbered(index, section.heading, language),
      heading2: section.heading.zh == section.heading.en ? "" : library.otherWords(section.heading),
      sentences: sentences, texts: section.texts, basis: basis.taken())
  }
}

/// The page of a period, ready to be seen.
struct SummaryPage: Sendable {
  struct SeenSentence: Sendable {
    var runs: [SeenPiece]
    var details: [[SeenPiece]]

    static let names = Names<SeenSentence>(
      .list("runs", SeenPiece.names) { $0.runs },
      .list("details", Names<[SeenPiece]>(.list("runs", SeenPiece.names) { $0 })) { $0.details })
  }

  struct Section: Sendable {
    var id: String
    var heading: String
    var heading2: String
    var sentences: [SeenSentence]
    var texts: [WovenSummary.Text]
    var basis: [Basis.Item]

    static let names = Names<Section>(
      .text("id") { $0.id },
      .text("heading") { $0.heading },
      .text("heading2") { $0.heading2 },
      .list("sentences", SeenSentence.names) { $0.sentences },
      .list("texts", textNames) { $0.texts },
      .text("fold") { "basis-of-\($0.id)" },
      .list("basis", Basis.Item.names) { $0.basis })

    private static let textNames = Names<WovenSummary.Text>(
      .text("id") { $0.id }, .text("heading") { $0.heading }, .html("html") { $0.part.html })
  }

  /// A line of the period at a glance.
  struct Line: Sendable {
    var label: Wording
    var runs: [SeenPiece]

    static let names = Names<Line>(.words("label") { $0.label }, .list("runs", SeenPiece.names) { $0.runs })
  }

  var record: RecordParts
  var heading: String
  var heading2: String
  var periods: [FacetLink]
  var glance: [Line]
  var glanceBasis: [Basis.Item]
  var introduction: [BodyPart]
  var sections: [Section]
  var lack: Wording?
  var signed: Wording?
  /// Whether the union's name is narrower than the day below it.
  var isIssuerShort: Bool
}

/// A piece of a sentence as it is seen: words, or a figure with a link to what it rests on.
struct SeenPiece: Sendable {
  var text: String
  var url = ""
  /// In the list of what figures rest on; empty for none.
  var anchor = ""
  var isFigure = false
  var isMissing = false

  static let names = Names<SeenPiece>(
    .text("text") { $0.text },
    .address("url") { $0.url },
    .text("anchor") { $0.anchor },
    .flag("figure") { $0.isFigure },
    .flag("missing") { $0.isMissing })
}

/// 数字的依据: what figures of several records rest on, in the order in which the page states them, section by section.
struct Basis {
  /// One figure with the records that it adds up.
  struct Item: Sendable {
    var id: String
    var label: Wording?
    /// Empty where the figure is no sum.
    var total: String
    var shares: [Quantity.Share]

    static let names = Names<Item>(
      .text("id") { $0.id },
      .words("label") { $0.label },
      .text("total") { $0.total },
      .list("shares", shareNames) { $0.shares })

    private static let shareNames = Names<Quantity.Share>(
      .text("title") { $0.title },
      .address("url") { $0.url },
      .words("text") { $0.printed ?? Wording(missingMark, en: missingMark) },
      .flag("missing") { $0.printed == nil })
  }

  private let library: Library
  private var items: [Item] = []
  private var count = 0

  init(_ library: Library) { self.library = library }

  /// What the section that ends here rests on.
  mutating func taken() -> [Item] {
    defer { items = [] }
    return items
  }

  /// A piece of a sentence; a figure of several records gets its place in the list.
  mutating func seen(_ piece: Phrase.Piece) -> SeenPiece {
    switch piece {
    case .text(let text): return SeenPiece(text: text)
    case .record(let entry, let name):
      return SeenPiece(
        text: name.map { library.words($0) } ?? quoted(entry.title, library.settings.language), url: entry.url)
    case .quantity(let quantity, let clause):
      guard let printed = quantity.printed.map({ library.words($0) }) else {
        return SeenPiece(text: missingMark, isFigure: true, isMissing: true)
      }
      guard quantity.shares.count > 1 else {
        return SeenPiece(text: printed, url: quantity.shares.first?.url ?? "", isFigure: true)
      }
      count += 1
      let id = "basis-\(count)"
      items.append(
        Item(id: id, label: clause, total: quantity.isSum ? printed : "", shares: quantity.shares))
      return SeenPiece(text: printed, anchor: id, isFigure: true)
    }
  }
}
