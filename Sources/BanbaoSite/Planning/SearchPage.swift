import BanbaoDiagnostics
package import BanbaoHTML
package import BanbaoSearch
import BanbaoTheme

/// Where readers search. Without a script it leads to every section and every year.
struct SearchEntry: Sendable {
  var heading: Wording
  var archives: [Facet]
}

let searchTemplate = Template<SearchEntry>(
  "search",
  .words("heading") { $0.heading },
  .otherWords("heading2") { $0.heading },
  .list(
    "archives", Names<Facet>(.text("label") { $0.label }, .address("url") { percentEncoded(path: $0.path) })
  ) { $0.archives })

/// - Parameters:
///   - offered: what the menu may hold.
///   - pages: of the sections.
func searchPage(_ offered: [MenuItem], _ pages: [PagePlan], _ library: Library) -> PagePlan {
  let heading = Wording("搜索", en: "Search")
  let sections = offered.map { Facet(label: $0.label, path: $0.url, count: 0) }
  let archives = pages.filter { $0.isList && $0.path.contains("/archive/") }
    .map { Facet(label: $0.title, path: $0.path, count: 0) }
  return PagePlan(
    searchTemplate, path: "search.html", title: library.words(heading), origin: library.origin("site.yaml"),
    section: "",
    isList: true
  ) { SearchEntry(heading: heading, archives: sections + archives) }
}

/// What of a site is searched: every page but those that only lead to others.
package struct SearchPlan: Sendable {
  /// From the oldest on; a page's place is its number in the index.
  package let pages: [PagePlan]

  /// Ready to read the pages as they are rendered.
  ///
  /// - Parameter spool: where what was read waits for the rest; nil for memory.
  package func index(spool: (any Spool)? = nil) -> SearchIndex {
    SearchIndex(
      pages.map { page in
        SearchedPage(
          url: page.path, title: page.title, kind: page.crumbs.first?.label ?? page.title, day: searchDay(page))
      }, spool: spool)
  }
}

extension SitePlan {
  /// What of it is searched. Worked out anew at each call.
  package var search: SearchPlan {
    let found = pages.indices.filter { !pages[$0].isList }
    let days = found.map { searchDay(pages[$0]) }
    // Of one day in the order of their paths, as the pages come.
    let order = days.indices.sorted { a, b in
      days[a] == days[b] ? a < b : days[a].precedes(days[b])
    }
    return SearchPlan(pages: order.map { pages[found[$0]] })
  }
}

/// The day of a page's record; of one that stands for a year or a part of it, the year in its path.
private func searchDay(_ page: PagePlan) -> String {
  if !page.lastModified.isEmpty { return page.lastModified }
  let numbers = page.path.split { !$0.isASCII || !$0.isNumber }
  return numbers.first { $0.utf8.count == 4 }.map(String.init) ?? ""
}
