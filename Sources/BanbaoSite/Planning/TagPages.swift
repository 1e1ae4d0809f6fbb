package import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSource
package import BanbaoTheme

/// The index of tags.
struct TagIndex: Sendable {
  var heading: Wording
  var tags: [Facet]
}

let tagIndexTemplate = Template<TagIndex>(
  "tag-index",
  .words("heading") { $0.heading },
  .otherWords("heading2") { $0.heading },
  .list(
    "tags",
    Names<Facet>(
      .text("name") { $0.label }, .address("url") { percentEncoded(path: $0.path) }, .number("count") { $0.count })
  ) { $0.tags })

/// A plain list of records under a heading: of a tag, or of a kind that needs no list of its own.
package struct PlainList: Sendable {
  package var heading: String
  /// What the list belongs to, which stands below in the site's other language.
  package var section: Wording
  package var rows: [Row]
  package var pager: Pager?

  package init(heading: String, section: Wording, rows: [Row], pager: Pager? = nil) {
    self.heading = heading
    self.section = section
    self.rows = rows
    self.pager = pager
  }
}

/// Its template.
package let tagTemplate = Template<PlainList>(
  "tag",
  .text("heading") { $0.heading },
  .otherWords("heading2") { $0.section },
  .list("rows", rowNames) { $0.rows },
  .view("pager", pagerNames) { $0.pager })

/// The index of tags, and the paged list of each tag.
func tagPages(_ library: Library, names: [String: Wording]) -> [PagePlan] {
  let section = Wording("标签", en: "Tags")
  var byTag: [String: (first: Place, entries: [Int])] = [:]
  for (index, entry) in library.entries.enumerated() {
    for tag in entry.common.tags {
      let name = library.tagNames[tag.value]
      // A record that names a tag twice stands once in its list.
      if byTag[name]?.entries.last == index { continue }
      byTag[name, default: (entry.place(tag.mark), [])].entries.append(index)
    }
  }
  guard !byTag.isEmpty else { return [] }
  let tags = byTag.keys.sorted { a, b in
    let (countA, countB) = (byTag[a]?.entries.count ?? 0, byTag[b]?.entries.count ?? 0)
    return countA != countB ? countA > countB : a.precedes(b)
  }
  let index = PagePlan(
    tagIndexTemplate, path: "tags/index.html", title: library.words(section), origin: library.origin(""), section: "",
    isList: true
  ) { [byTag] in
    TagIndex(
      heading: section,
      tags: tags.map { Facet(label: $0, path: tagPath($0), count: byTag[$0]?.entries.count ?? 0) })
  }
  let pages = tags.flatMap { tag -> [PagePlan] in
    guard let (place, members) = byTag[tag] else { return [] }
    return paginate(count: members.count, folder: tagFolder(tag)).map { part in
      PagePlan(
        tagTemplate, path: part.path, title: "\(library.words(section))：\(tag)", origin: place, section: "",
        crumbs: [.init(library.words(section), url: "tags/index.html")], isList: true
      ) {
        PlainList(
          heading: tag, section: section,
          rows: members[part.range].map { member in
            let entry = library.entries[member]
            return entry.row(library, name: names[entry.folder] ?? Wording("", en: ""))
          }, pager: part.pager)
      }
    }
  }
  return [index] + pages
}
