package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource

/// A record that another record names, by its path under `content/` without extension.
///
/// - Returns: the record and no fault, or no record and the fault at the place of the name.
package func referenced(
  _ reference: Located<String>, in library: Library, from source: String
) -> (entry: (any AnyEntry)?, fault: Diagnostic?) {
  let place = Place(source, reference.mark)
  let id = reference.value
  if let entry = library.entry(id) { return (entry, nil) }
  // The fault in its own file is enough.
  if library.unread.contains(id) { return (nil, nil) }
  if let why = library.unpublished[id] {
    return (
      nil,
      ReferenceRules.unpublished.at(
        place, Wording("“\(id)”没有发布（\(why.zh)）", en: "“\(id)” is not published (\(why.en))"))
    )
  }
  if let entry = library.entry(withoutExtension(id)) {
    return (
      nil,
      ReferenceRules.broken.at(
        place, Wording("“\(id)”不要写扩展名", en: "“\(id)” must not have an extension"),
        help: Wording("写成 \(entry.id)", en: "write \(entry.id)"),
        fix: Replacement(source, reference.mark, from: id, to: entry.id))
    )
  }
  let near = library.ids.nearest(to: id)
  return (
    nil,
    ReferenceRules.broken.at(
      place, Wording("没有“\(id)”这条记录", en: "there is no record “\(id)”"),
      help: near.map { Wording("是不是“\($0)”？", en: "did you mean “\($0)”?") }
        ?? Wording("写 content 下的路径：文件夹、年份、文件名用 / 隔开，不带扩展名", en: "write the path under content without extension"))
  )
}

package enum ReferenceRules {
  package static let broken = Rule(
    "reference-broken", .error,
    Wording(
      "记录之间用 content 下的路径互相引用，不带扩展名，必须存在。",
      en: "Records name each other by their path under content, without extension; it must exist."),
    wrong: "result_of: notices/2026/评选公示.md", right: "result_of: notices/2026/评选公示")
  package static let unpublished = Rule(
    "reference-unpublished", .error,
    Wording("已发布的记录不能引用草稿或未到发布日期的记录。", en: "A published record does not name drafts or what is scheduled."),
    wrong: "result_of: notices/2026/草稿", right: "result_of: notices/2026/评选公示")
  package static let all = [broken, unpublished]
}
