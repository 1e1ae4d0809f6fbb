import BanbaoDiagnostics
import BanbaoSource

extension Sections {
  /// The site's menu: as `site.yaml` orders it, else the kinds in their order and then the pages in theirs.
  func menu() -> Diagnosed<[MenuItem]> {
    let all = offered
    let wanted = library.settings.menu
    guard !wanted.isEmpty else {
      return Diagnosed(
        all.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map(\.element))
    }
    var diagnostics: [Diagnostic] = []
    let items = wanted.flatMap { target -> [MenuItem] in
      if let item = all.first(where: { $0.target == target.value }) { return [item] }
      if let entry = library.entry(target.value) {
        return [MenuItem(target: entry.id, label: entry.title, url: entry.page, order: 0)]
      }
      // Pages stand in the menu one by one; a section where nothing is published yet is not there to go to.
      if names[target.value] != nil {
        return all.filter { $0.target.hasPrefix(target.value + "/") }.sorted { $0.order < $1.order }
      }
      if isEmptySection(target.value) || library.unpublished[target.value] != nil { return [] }
      let near = nearest(to: target.value, among: all.map(\.target) + library.entries.map(\.id))
      diagnostics.append(
        SettingsRules.menu.at(
          Place(joined(library.label, "site.yaml"), target.mark),
          Wording("菜单里的“\(target.value)”没有内容", en: "there is nothing at “\(target.value)” for the menu"),
          help: near.map { Wording("是不是“\($0)”？", en: "did you mean “\($0)”?") }
            ?? Wording("删去这一项，或写一个有内容的栏目或页面", en: "take it away, or name a section or page that has something to show"))
      )
      return []
    }
    return Diagnosed(items, diagnostics)
  }
}
