package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource
package import BanbaoTheme

/// 页面: text that belongs to no year, such as how to reach the union, or the handbook.
package struct Page: RecordKind {
  /// Smaller comes first in the menu.
  package var order: Int
  /// What the menu calls it; nil where it is not in the menu.
  package var menuLabel: String?

  package static let folder = "pages"
  package static let name = Wording("页面", en: "Page")
  package static let section = Wording("资料", en: "Pages")
  package static let templates: [(template: String, shape: ViewShape)] = [("page", recordShape)]

  package static func read(_ fields: inout FieldReader) -> Page? {
    let order = fields.count("order", "顺序", Wording("菜单里的先后，小的在前", en: "place in the menu, smaller first"))
    let menu = fields.text("menu", "菜单", Wording("true 表示放进菜单，或写菜单上的短名称", en: "true to stand in the menu, or a short label for it"))
    let label: String? =
      switch menu?.value {
      case nil, "false", "否": nil
      case "true", "是": ""
      case let text?: text
      }
    return Page(order: order?.value ?? 100, menuLabel: label)
  }

  package static func pages(_ entries: [Entry<Page>], in library: Library) -> [PagePlan] {
    let sorted = entries.sorted {
      $0.record.order != $1.record.order
        ? $0.record.order < $1.record.order : $0.id.utf8.lexicographicallyPrecedes($1.id.utf8)
    }
    let index = PagePlan(
      path: "\(folder)/index.html", template: "tag", title: library.words(section), origin: library.origin(folder),
      section: folder
    ) {
      [
        "heading": .text(library.words(section)), "heading2": .text(library.otherWords(section)), "pager": .absent,
        "rows": .list(sorted.map { $0.row(library, name: name) }),
      ]
    }
    return recordPages(sorted, in: library, template: "page") { _, _ in } + [index]
  }

  package static func menu(_ entries: [Entry<Page>], in library: Library) -> [MenuItem] {
    let section = MenuItem(target: folder, label: library.words(section), url: "\(folder)/index.html", order: 1000)
    let own = entries.compactMap { entry -> MenuItem? in
      guard let label = entry.record.menuLabel else { return nil }
      return MenuItem(
        target: entry.id, label: label.isEmpty ? entry.title : label, url: entry.page, order: entry.record.order + 1)
    }
    return own.isEmpty ? [section] : own
  }
}
