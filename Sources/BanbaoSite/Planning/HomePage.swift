import BanbaoDiagnostics
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

  package init(entry: any AnyEntry, until: Day, left: Int, contact: String) {
    self.entry = entry
    self.until = until
    self.left = left
    self.contact = contact
  }
}

/// The names of such a row.
package let openRowNames = Names<OpenRow>(
  .text("title") { $0.entry.title },
  .text("url") { $0.entry.url },
  .view("until", dayNames) { $0.until },
  .number("left") { $0.left },
  .text("contact") { $0.contact })

/// What the front of the board shows.
struct Home: Sendable {
  /// A kind's newest records.
  struct Section: Sendable {
    var heading: Wording
    var url: String
    var rows: [Row]
  }

  var open: [OpenRow]
  var pinned: [Row]
  var latest: [Row]
  var sections: [Section]
  /// Where `latest` goes on; empty where it has nothing.
  var latestURL: String
  /// Every section, since a menu has room for some.
  var allSections: [Facet]
  /// On no other page: a build on the next day would write every one anew.
  var today: Day
}

let homeTemplate = Template<Home>(
  "home",
  .list("open_publicity", openRowNames) { $0.open },
  .list("pinned", rowNames) { $0.pinned },
  .list("latest", rowNames) { $0.latest },
  .list(
    "sections",
    Names<Home.Section>(
      .words("heading") { $0.heading }, .otherWords("heading2") { $0.heading }, .text("url") { $0.url },
      .list("rows", rowNames) { $0.rows })
  ) { $0.sections },
  .text("notices_url") { $0.latestURL },
  .list(
    "all_sections",
    Names<Facet>(
      .text("label") { $0.label }, .text("url") { percentEncoded(path: $0.path) }, .number("count") { $0.count })
  ) { $0.allSections },
  .view("as_of", dayNames) { $0.today })

/// The front of the board: what each kind gives to it, and the way to every section.
///
/// - Parameter offered: what the menu may hold.
func homePage(_ shelves: [any AnyShelf], _ offered: [MenuItem], _ library: Library) -> PagePlan {
  let counts = Dictionary(shelves.map { ($0.folder, $0.count) }, uniquingKeysWith: { first, _ in first })
  return PagePlan(
    homeTemplate, path: "index.html", title: library.settings.title, description: library.settings.union,
    origin: library.origin("site.yaml"), section: ""
  ) {
    let parts = shelves.map { (shelf: $0, part: $0.home(library)) }
    let withLatest = parts.first { !$0.part.latest.isEmpty }
    return Home(
      open: parts.flatMap(\.part.open), pinned: parts.flatMap(\.part.pinned), latest: parts.flatMap(\.part.latest),
      sections: parts.filter { !$0.part.rows.isEmpty }.map {
        Home.Section(heading: $0.shelf.section, url: "\($0.shelf.folder)/index.html", rows: $0.part.rows)
      },
      latestURL: withLatest.map { "\($0.shelf.folder)/index.html" } ?? "",
      allSections: offered.map { Facet(label: $0.label, path: $0.url, count: counts[$0.target] ?? 0) },
      today: library.today)
  }
}

/// Whether the site knows its own address decides how the page looks: a link that starts from an address at any depth leads
/// nowhere, so without it the page needs no other file.
let notFoundTemplate = Template<Bool>("not-found", .flag("addressed") { $0 })

/// What a web server shows for an address that does not exist, however deep that lies.
func notFoundPage(_ library: Library) -> PagePlan {
  let isAddressed = library.settings.baseURL != nil
  var page = PagePlan(
    notFoundTemplate, path: "404.html", title: library.words(Wording("没有这一页", en: "Page not found")),
    origin: library.origin("site.yaml"), section: ""
  ) { isAddressed }
  page.isShownAnywhere = true
  return page
}
