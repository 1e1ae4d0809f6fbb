import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSource
import BanbaoTheme

let tagIndexShape: ViewShape = [
  "heading": .text, "heading2": .text, "tags": .list(["name": .text, "url": .text, "count": .number]),
]
let tagShape: ViewShape = [
  "heading": .text, "heading2": .text, "rows": .list(rowShape), "pager": .view(pagerShape),
]

/// The index of tags, and the paged list of each tag.
func tagPages(_ library: Library, names: [String: Wording]) -> [PagePlan] {
  let section = Wording("标签", en: "Tags")
  var byTag: [String: (first: Place, entries: [Int])] = [:]
  for (index, entry) in library.entries.enumerated() {
    for tag in entry.common.tags {
      // A record that names a tag twice stands once in its list.
      if byTag[tag.value]?.entries.last == index { continue }
      byTag[tag.value, default: (entry.place(tag.mark), [])].entries.append(index)
    }
  }
  guard !byTag.isEmpty else { return [] }
  let tags = byTag.keys.sorted { a, b in
    let (countA, countB) = (byTag[a]?.entries.count ?? 0, byTag[b]?.entries.count ?? 0)
    return countA != countB ? countA > countB : a.utf8.lexicographicallyPrecedes(b.utf8)
  }
  let index = PagePlan(
    path: "tags/index.html", template: "tag-index", title: library.words(section), origin: library.origin(""),
    section: ""
  ) { [byTag] in
    [
      "heading": .text(library.words(section)), "heading2": .text(library.otherWords(section)),
      "tags": .list(
        tags.map {
          [
            "name": .text($0), "url": .text(percentEncoded(path: tagPath($0))),
            "count": .number(byTag[$0]?.entries.count ?? 0),
          ]
        }),
    ]
  }
  let pages = tags.flatMap { tag -> [PagePlan] in
    guard let (place, members) = byTag[tag] else { return [] }
    return paginate(count: members.count, folder: tagFolder(tag)).map { part in
      PagePlan(
        path: part.path, template: "tag", title: "\(library.words(section))：\(tag)", origin: place, section: "",
        crumbs: [.init(library.words(section), url: "tags/index.html")]
      ) {
        [
          "heading": .text(tag), "heading2": .text(library.otherWords(section)), "pager": part.pager,
          "rows": .list(
            members[part.range].map { member in
              let entry = library.entries[member]
              return entry.row(library, name: names[entry.folder] ?? Wording("", en: ""))
            }),
        ]
      }
    }
  }
  return [index] + pages
}
