import BanbaoDiagnostics
import BanbaoSource

/// What every page offers to go to: the menu, and at its foot what is for those who write the board.
struct Menu: Sendable {
  /// In the union's order.
  let items: [MenuItem]
  /// How many of the items fill a row of a desk's screen; the others are a step away.
  let rowCount: Int
  /// Handbooks.
  let forWriters: [MenuItem]

  /// How many items a menu and the foot of a page have at most: each stands on every page.
  static let limit = 60

  /// - Parameters:
  ///   - ordered: what the menu holds, which may name handbooks: they stand at the foot all the same.
  ///   - offered: all that the site has to go to.
  init(_ ordered: [MenuItem], offered: [MenuItem]) {
    items = ordered.filter { !$0.isForWriters }
    rowCount = Menu.rowCount(items.map(\.label))
    forWriters = Array(offered.lazy.filter(\.isForWriters).prefix(Self.limit))
  }

  /// How many labels stand in one row of 66 Han characters with gaps of one and a half; four characters are kept for the
  /// way to the others where not all do.
  private static func rowCount(_ labels: [String]) -> Int {
    var widths: [Int] = []
    for label in labels { widths.append((widths.last ?? 0) + displayWidth(of: label) + 3) }
    guard let whole = widths.last, whole > 132 else { return labels.count }
    return widths.count { $0 <= 124 }
  }
}

extension Sections {
  /// The site's menu: as `site.yaml` orders it, else the kinds in their order and then the pages in theirs.
  ///
  /// Of more than `Menu.limit` items the last give way to the lists in which they stand, and that is said.
  func menu() -> Diagnosed<[MenuItem]> {
    var menu = ordered()
    let items = menu.value.filter { !$0.isForWriters }
    guard items.count > Menu.limit else { return menu }
    let shown = Set(items.prefix(Menu.limit).map(\.target))
    let folders = Set(items.dropFirst(Menu.limit).map { parent($0.target) }).subtracting(shown)
    let lists = library.references.map(\.kind).filter { folders.contains($0.folder) }.sorted { $0.folder < $1.folder }
    menu.value =
      items.prefix(Menu.limit)
      + lists.map {
        MenuItem(target: $0.folder, label: library.words($0.section), url: "\($0.folder)/index.html", order: 0)
      }
    let file = library.origin("site.yaml")
    menu.diagnostics.append(
      SettingsRules.longMenu.at(
        library.settings.menu.dropFirst(Menu.limit).first.map { Place(file.path, $0.mark) } ?? file,
        Wording(
          "菜单有 \(items.count) 项，第 \(Menu.limit) 项以后的不在菜单里",
          en: "the menu has \(items.count) items, and those after number \(Menu.limit) are not in it"),
        help: Wording(
          "在 site.yaml 的 menu 里只写常用的栏目和页面，不超过 \(Menu.limit) 项",
          en: "name the sections and pages that are used most under menu in site.yaml, \(Menu.limit) at most")))
    return menu
  }

  private func ordered() -> Diagnosed<[MenuItem]> {
    let all = offered
    let wanted = library.settings.menu
    guard !wanted.isEmpty else {
      return Diagnosed(
        all.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map(\.element))
    }
    var diagnostics: [Diagnostic] = []
    let byTarget = Dictionary(all.map { ($0.target, $0) }) { first, _ in first }
    let known = NearIndex { [library] in all.map(\.target) + library.entries.map(\.id) }
    var seen = Set<String>()
    let items = wanted.flatMap { target -> [MenuItem] in
      guard seen.insert(target.value).inserted else { return [] }
      if let item = byTarget[target.value] { return [item] }
      if let entry = library.entry(target.value) {
        return [MenuItem(target: entry.id, label: entry.title, url: entry.page, order: 0)]
      }
      // Pages stand in the menu one by one; a section where nothing is published yet is not there to go to.
      if names[target.value] != nil {
        return all.filter { $0.target.hasPrefix(target.value + "/") }.sorted { $0.order < $1.order }
      }
      if isEmptySection(target.value) || library.unpublished[target.value] != nil { return [] }
      let near = known.nearest(to: target.value)
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
