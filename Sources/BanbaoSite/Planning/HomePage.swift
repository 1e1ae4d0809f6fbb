import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSource
package import BanbaoTheme

/// An open 公示 in a list.
package let publicityRowShape: ViewShape = [
  "title": .text, "url": .text, "until": .view(dayShape), "left": .number, "contact": .text,
]

let homeShape: ViewShape = [
  "open_publicity": .list(publicityRowShape), "pinned": .list(rowShape), "latest": .list(rowShape),
  "sections": .list(["heading": .text, "heading2": .text, "url": .text, "rows": .list(rowShape)]),
  "notices_url": .text,
  // Every section, since a menu has room for some.
  "all_sections": .list(["label": .text, "url": .text, "count": .number]), "has_sections": .flag,
  // On no other page: a build on the next day would write every one anew.
  "as_of": .view(dayShape),
]

/// The front of the board: what each kind gives to it, and the way to every section.
///
/// - Parameter offered: what the menu may hold.
func homePage(_ shelves: [any AnyShelf], _ offered: [MenuItem], _ library: Library) -> PagePlan {
  let counts = Dictionary(shelves.map { ($0.folder, $0.count) }, uniquingKeysWith: { first, _ in first })
  return PagePlan(
    path: "index.html", template: "home", title: library.settings.title, description: library.settings.union,
    origin: library.origin("site.yaml"), section: ""
  ) {
    let parts = shelves.map { (shelf: $0, part: $0.home(library)) }
    let withLatest = parts.first { !$0.part.latest.isEmpty }
    return [
      "as_of": .view(library.view(library.today)),
      "open_publicity": .list(parts.flatMap(\.part.openPublicity)), "pinned": .list(parts.flatMap(\.part.pinned)),
      "latest": .list(parts.flatMap(\.part.latest)),
      "all_sections": .list(
        offered.map {
          [
            "label": .text($0.label), "url": .text(percentEncoded(path: $0.url)),
            "count": .number(counts[$0.target] ?? 0),
          ]
        }), "has_sections": .flag(!offered.isEmpty),
      "notices_url": .text(withLatest.map { "\($0.shelf.folder)/index.html" } ?? ""),
      "sections": .list(
        parts.filter { !$0.part.rows.isEmpty }.map {
          [
            "heading": .text(library.words($0.shelf.section)), "heading2": .text(library.otherWords($0.shelf.section)),
            "url": .text("\($0.shelf.folder)/index.html"), "rows": .list($0.part.rows),
          ]
        }),
    ]
  }
}

/// What a web server shows for an address that does not exist.
func notFoundPage(_ library: Library) -> PagePlan {
  PagePlan(
    path: "404.html", template: "not-found",
    title: library.words(Wording("没有这一页", en: "Page not found")), origin: library.origin("site.yaml"), section: ""
  ) { View() }
}
