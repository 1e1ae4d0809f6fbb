import BanbaoDiagnostics
import BanbaoMarkdown
import BanbaoSource

/// Judges the links that needed the whole library.
func checkLinks(_ documents: [Document], _ library: Library, _ pages: [PagePlan]) -> [Diagnostic] {
  guard documents.contains(where: { !$0.links.isEmpty }) else { return [] }
  let paths = Set(pages.map(\.path))
  let near = NearIndex { Array(paths) }
  // Only the headings that some link names are gathered.
  var wanted = Set<String>()
  for document in documents {
    for link in document.links where link.fragment != nil {
      switch link.target {
      case .here: wanted.insert(withoutExtension(document.path))
      case .record(let id, _): wanted.insert(id)
      case .page: break
      }
    }
  }
  var headings: [String: Headings] = [:]
  for document in documents {
    for entry in document.entries where wanted.contains(entry.id) {
      headings[entry.id] = Headings(Set((entry.body?.headings ?? []).map(\.id)))
    }
  }
  return documents.flatMap { document -> [Diagnostic] in
    let own = withoutExtension(document.path)
    // What is not published itself may point at what is not published either.
    guard library.unpublished[own] == nil else { return [] }
    return check(document.links, headings: headings, own: own, pages: paths, near: near, library)
  }
}

/// The headings of one record.
private struct Headings {
  let ids: Set<String>
  let near: NearIndex

  init(_ ids: Set<String>) {
    self.ids = ids
    near = NearIndex { Array(ids) }
  }
}

/// Judges the links of one document.
///
/// - Parameter own: the id of the record that holds them.
private func check(
  _ links: [PendingLink], headings: [String: Headings], own: String, pages: Set<String>, near: NearIndex,
  _ library: Library
) -> [Diagnostic] {
  links.compactMap { link in
    let target: String
    switch link.target {
    case .here: target = own
    case .page(let path):
      guard pages.contains(path) else {
        let near = near.nearest(to: path)
        return LinkRules.broken.at(
          link.place, Wording("链接指向的页面“\(link.written)”不存在", en: "the page “\(link.written)” does not exist"),
          help: near.map { Wording("是不是“\($0)”？", en: "did you mean “\($0)”?") })
      }
      return nil
    case .record(let id, let file):
      if library.unread.contains(id) { return nil }
      if let why = library.unpublished[id] {
        return LinkRules.unpublished.at(
          link.place,
          Wording(
            "链接指向的“\(link.written)”没有发布（\(why.zh)）",
            en: "the link's target “\(link.written)” is not published (\(why.en))"),
          help: Wording("等它发布后再链接，或去掉链接", en: "link to it once it is published, or take the link away"))
      }
      guard pages.contains(library.entry(id)?.page ?? id + ".html") else {
        return LinkRules.broken.at(
          link.place, Wording("链接指向的“\(link.written)”没有页面", en: "the link's target “\(link.written)” has no page"),
          help: Wording("\(file) 不是一条记录", en: "\(file) is not a record"))
      }
      target = id
    }
    guard let fragment = link.fragment, !fragment.isEmpty else { return nil }
    let headings = headings[target]
    if let headings, headings.ids.contains(fragment) { return nil }
    let near = headings?.near.nearest(to: fragment)
    return LinkRules.fragment.at(
      link.place, Wording("那一页没有标题“\(fragment)”", en: "that page has no heading “\(fragment)”"),
      help: near.map { Wording("是不是“#\($0)”？", en: "did you mean “#\($0)”?") }
        ?? Wording("标题里的标点不写，空格写成 -", en: "leave punctuation out and write spaces as -"))
  }
}
