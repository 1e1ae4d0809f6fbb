package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource
package import BanbaoTheme
import BanbaoUnion

/// 页面: text that belongs to no year, such as how to reach the union, or the handbook.
package struct Page: RecordKind, MakesNoSummary {
  /// Smaller comes first in the menu.
  package var order: Int
  /// What the menu calls it; nil where it is not in the menu.
  package var menuLabel: String?
  /// Whether the tables of all kinds' keys stand below its text.
  package var showsFields: Bool
  /// Whether the tables of all templates' names stand below its text.
  package var showsTemplates: Bool

  /// A page that lists the keys of records or the names of templates is a handbook for those who write the board.
  var isForWriters: Bool { showsFields || showsTemplates }

  package var tellsOfThePast: Bool { false }
  package static let dateIsItsDay = false
  package static let isNews = false
  package static let folder = "pages"
  package static let name = Wording("页面", en: "Page")
  package static let section = Wording("资料", en: "Pages")
  package static let isFiledByYear = false
  package static let templates: [TemplateDeclaration] = [page.declaration]

  /// The keys of one kind.
  private typealias FieldTable = (id: String, heading: String, fields: [Field])

  private static let page = Template<RecordPage<Page>>(
    "page",
    .of(recordNames) { $0.parts },
    .list(
      "field_tables",
      Names<FieldTable>(
        .text("id") { $0.id }, .text("heading") { $0.heading },
        .list(
          "fields",
          Names<Field>(
            .text("name") { $0.name }, .text("alias") { $0.alias }, .words("form") { $0.form },
            .words("note") { $0.note }, .flag("required") { $0.isRequired })
        ) { $0.fields })
    ) { $0.record.showsFields ? fieldTables($0.library) : [] },
    .list("name_tables", TemplateTable.names) { $0.record.showsTemplates ? TemplateTable.all($0.library) : [] })

  enum Keys {
    static let order = Key.count("order", "顺序", Wording("菜单里的先后，小的在前", en: "place in the menu, smaller first"))
    static let menu = Key.text(
      "menu", "菜单", Wording("true 表示放进菜单，或写菜单上的短名称", en: "true to stand in the menu, or a short label for it"))
    static let fields = Key.flag(
      "fields", "字段表", Wording("true 表示在正文后面列出各类记录的各项", en: "true to list every kind's keys below the text"))
    static let templates = Key.flag(
      "templates", "模板表", Wording("true 表示在正文后面列出每个模板可用的名称", en: "true to list every template's names below the text"))
  }

  package init?(reading fields: inout FieldReader) {
    order = fields.read(Keys.order)?.value ?? 100
    let menu = fields.read(Keys.menu)
    showsFields = fields.read(Keys.fields)?.value ?? false
    showsTemplates = fields.read(Keys.templates)?.value ?? false
    let label: String? =
      switch menu?.value {
      case nil, "false", "否": nil
      case "true", "是": ""
      case let text?: text
      }
    self.menuLabel = label
  }

  /// The period whose summary a text under `pages/summary/` belongs to: `2026`, `2026-H1`, `2026-Q3`.
  package static func period(ofSummary id: String) -> Period? {
    guard id.hasPrefix(summaryTexts) else { return nil }
    do {
      let period = try Period(reading: String(id.dropFirst(summaryTexts.count)))
      return self.id(ofSummary: period) == id ? period : nil
    } catch {
      return nil
    }
  }

  /// The id of the text of a period's summary.
  static func id(ofSummary period: Period) -> String { summaryTexts + period.code }

  private static let summaryTexts = "pages/summary/"

  /// The text of a summary is woven into the summary's page.
  package static func page(of id: String) -> String {
    period(ofSummary: id).map(summaryPath) ?? id + ".html"
  }

  package static func pages(_ all: [Entry<Page>], in library: Library) -> [PagePlan] {
    let entries = all.filter { period(ofSummary: $0.id) == nil }
    guard !entries.isEmpty else { return [] }
    let sorted = entries.sorted {
      $0.record.order != $1.record.order
        ? $0.record.order < $1.record.order : $0.id.precedes($1.id)
    }
    let index = PagePlan(
      tagTemplate, path: "\(folder)/index.html", title: library.words(section), origin: library.origin(folder),
      section: folder, isList: true
    ) {
      PlainList(
        heading: library.words(section), section: section, rows: sorted.map { $0.row(library, name: name) })
    }
    return recordPages(sorted, in: library, page) + [index]
  }

  package static func menu(_ entries: [Entry<Page>], in library: Library) -> [MenuItem] {
    let section = MenuItem(target: folder, label: library.words(section), url: "\(folder)/index.html", order: 1000)
    func item(_ entry: Entry<Page>, _ label: String, isForWriters: Bool) -> MenuItem {
      MenuItem(
        target: entry.id, label: label.isEmpty ? entry.title : label, url: entry.page, order: entry.record.order + 1,
        isForWriters: isForWriters)
    }
    let forWriters = entries.filter(\.record.isForWriters).map {
      item($0, $0.record.menuLabel ?? "", isForWriters: true)
    }
    let others = entries.filter { !$0.record.isForWriters }
    let own = others.compactMap { entry in entry.record.menuLabel.map { item(entry, $0, isForWriters: false) } }
    return (own.isEmpty && others.contains { period(ofSummary: $0.id) == nil } ? [section] : own) + forWriters
  }
}

extension Page {
  /// The keys of every kind, from the functions that read them: first those that all kinds have.
  private static func fieldTables(_ library: Library) -> [FieldTable] {
    let common = library.references.first { $0.folder == folder }?.common ?? []
    return [("fields-common", library.words(Wording("各类记录都有的项", en: "Keys of every kind")), common)]
      + library.references.map { ("fields-\($0.folder)", "\(library.words($0.name))（\($0.folder)/）", $0.own) }
  }
}
