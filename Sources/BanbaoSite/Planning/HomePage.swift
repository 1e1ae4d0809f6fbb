package import BanbaoDiagnostics
import BanbaoHTML
package import BanbaoSource
package import BanbaoTheme

/// A record that readers may answer until a day, such as an open 公示, in a list.
package struct OpenRow: Sendable {
  package var entry: any AnyEntry
  package var until: Day
  /// Working days that remain.
  package var left: Int
  /// Where answers go.
  package var contact: String
  /// The working days of the whole time.
  package var strip: WorkingDayStrip
  /// Words that the title is not broken in.
  var own: OwnWords

  package init(
    entry: any AnyEntry, until: Day, left: Int, contact: String, strip: WorkingDayStrip, in library: Library
  ) {
    own = library.ownWords
    self.entry = entry
    self.until = until
    self.left = left
    self.contact = contact
    self.strip = strip
  }
}

/// The names of such a row.
package let openRowNames = Names<OpenRow>(
  .text("title") { $0.entry.title },
  .html("title_phrases") { $0.entry.titleText.html($0.own) },
  .address("url") { $0.entry.url },
  .view("until", dayNames) { $0.until },
  .number("left") { $0.left },
  .text("contact") { $0.contact },
  .of(Names(WorkingDayStrip.name)) { $0.strip })

/// What the home page says of the whole in a sentence, with the page that proves it.
package struct HomeSentence: Sendable {
  /// 人, 事, 钱.
  package var label: Wording
  package var text: Wording
  /// Relative to the site's root.
  package var url: String

  package init(label: Wording, text: Wording, url: String) {
    self.label = label
    self.text = text
    self.url = url
  }
}

/// A photograph with the record that it belongs to.
struct HomePhoto: Sendable {
  var entry: any AnyEntry
  var photo: RecordFiles.Item

  /// The newest of an event comes before those of other records, which may show certificates.
  fileprivate var rank: (Int, Day) { (type(of: entry.anyRecord).isEvent ? 1 : 0, entry.date.first) }
}

/// What the front of the board shows.
struct Home: Sendable {
  /// A kind's newest records, where they stand in a list of their own.
  struct Section: Sendable {
    var heading: Wording
    var url: String
    var rows: [Row]
  }

  var open: [OpenRow]
  var pinned: [Row]
  var year: YearAhead
  var sentences: [HomeSentence]
  /// Of all kinds.
  var latest: [Row]
  var sections: [Section]
  var photo: HomePhoto?
  /// Where notices go on; empty where there are none.
  var noticesURL: String
  /// The sections that the menu does not lead to.
  var otherSections: [Facet]
  /// On no other page: a build on the next day would write every one anew.
  var today: Day
}

let homeTemplate = Template<Home>(
  "home",
  .list("open_publicity", openRowNames) { $0.open },
  .list("pinned", rowNames) { $0.pinned },
  .of(YearAhead.names) { $0.year },
  .list(
    "sentences",
    Names<HomeSentence>(.words("label") { $0.label }, .words("text") { $0.text }, .address("url") { $0.url })
  ) { $0.sentences },
  .list("latest", rowNames) { $0.latest },
  .list(
    "sections",
    Names<Home.Section>(
      .words("heading") { $0.heading }, .otherWords("heading2") { $0.heading }, .address("url") { $0.url },
      .list("rows", rowNames) { $0.rows })
  ) { $0.sections },
  .view(
    "photo",
    Names<HomePhoto>(
      .view("picture", pictureNames) { $0.photo.picture?.fitting(.small) }, .text("alt") { $0.photo.alt },
      .text("title") { $0.entry.title }, .address("url") { $0.entry.url })
  ) { $0.photo },
  .address("notices_url") { $0.noticesURL },
  .list(
    "all_sections",
    Names<Facet>(
      .text("label") { $0.label }, .address("url") { percentEncoded(path: $0.path) }, .number("count") { $0.count })
  ) { $0.otherSections },
  .view("as_of", dayNames) { $0.today })

/// The front of the board: what comes, what is new of all kinds, and the way to what the menu does not name.
///
/// - Parameter events: by their days.
func homePage(_ sections: Sections, _ events: [CalendarEvent]) -> PagePlan {
  let library = sections.library
  let shelves = sections.shelves
  let counts = Dictionary(shelves.map { ($0.folder, $0.count) }, uniquingKeysWith: { first, _ in first })
  let inMenu = Set(sections.menu().value.map(\.target))
  let others = sections.offered.filter { !$0.isForWriters && !inMenu.contains($0.target) }
  return PagePlan(
    homeTemplate, path: "index.html", title: library.settings.title, description: library.settings.union,
    origin: library.origin("site.yaml"), section: "", isList: true
  ) {
    let parts = shelves.map { (shelf: $0, part: $0.home(library)) }
    let news = parts.flatMap(\.part.latest).enumerated().sorted { a, b in
      let (first, second) = (a.element.entry.date.first, b.element.entry.date.first)
      return first == second ? a.offset < b.offset : first > second
    }
    return Home(
      open: parts.flatMap(\.part.open), pinned: parts.flatMap(\.part.pinned),
      year: YearAhead(
        events, on: library.today,
        page: parts.lazy.map(\.part.yearPage).first { !$0.isEmpty } ?? ""),
      sentences: sections.glance(), latest: news.prefix(homeNewsCount).map(\.element),
      sections: parts.filter { !$0.part.rows.isEmpty }.map {
        Home.Section(heading: $0.shelf.section, url: "\($0.shelf.folder)/index.html", rows: $0.part.rows)
      },
      photo: shelves.compactMap { $0.photo(library) }.max { $0.rank < $1.rank },
      noticesURL: shelves.first.flatMap { $0.count > 0 ? "\($0.folder)/index.html" : nil } ?? "",
      otherSections: others.map { Facet(label: $0.label, path: $0.url, count: counts[$0.target] ?? 0) },
      today: library.today)
  }
}

/// Whether the site knows its own address decides how the page looks: a link that starts from an address at any depth leads
/// nowhere, so without it the page needs no other file.
let notFoundTemplate = Template<Bool>("not-found", .flag("addressed") { $0 })

/// What a web server shows for an address that does not exist, however deep that lies.
func notFoundPage(_ library: Library) -> PagePlan {
  let isAddressed = library.settings.baseURL != nil
  return PagePlan(
    notFoundTemplate, path: "404.html", title: library.words(Wording("没有这一页", en: "Page not found")),
    origin: library.origin("site.yaml"), section: "", isList: true,
    isShownAnywhere: true
  ) { isAddressed }
}
