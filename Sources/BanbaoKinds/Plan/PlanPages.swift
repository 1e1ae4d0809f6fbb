import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
package import BanbaoTheme
import BanbaoUnion

extension Plan {
  package static let templates: [TemplateDeclaration] = [page.declaration, list.declaration]

  /// The page of a year, or of a plan that is a part of one.
  private struct ShownPlan: Sendable {
    var record: RecordParts
    var year: Int
    var items: [TrackedItem]
    var study: [Study]
    var parts: [TitledLink]
    var library: Library
  }

  private static let page = Template<ShownPlan>(
    "plan",
    .of(recordNames) { $0.record },
    .of(Sheet.names) { Sheet(figures: figures($0.items), tables: studyTable($0.study, $0.library)) },
    .of(Calendar.names) { (Calendar($0.items, year: $0.year), $0.library) },
    .words("kind") { Wording("\($0.year)年", en: "\($0.year)") },
    .address("kind_url") { _ in "" },
    .list("parts", titledLinkNames) { $0.parts })

  private typealias ShownYear = (plan: YearPlan, library: Library)

  private static let list = Template<(years: [YearPlan], library: Library)>(
    "plan-list",
    .words("heading") { _ in section },
    .otherWords("heading2") { _ in section },
    .list(
      "plans",
      Names<ShownYear>(
        .text("title") { $0.plan.title($0.library) },
        .address("url") { $0.plan.path },
        .words("progress") { progress(of: $0.library.derived(TrackedItems.self).items(of: $0.plan.entries)) },
        .list("rows", rowNames) { shown in
          shown.plan.parts.map { $0.row(shown.library, name: name) }
        })
    ) { list in list.years.map { ($0, list.library) } })

  package static func pages(_ entries: [Entry<Plan>], in library: Library) -> [PagePlan] {
    let years = yearPlans(entries)
    let others = entries.filter { entry in !years.contains { $0.base?.id == entry.id } }
    let records = recordPages(others, in: library, page) { shown in
      ShownPlan(
        record: shown.parts, year: shown.record.year.value,
        items: library.derived(TrackedItems.self).items(of: [shown.entry]), study: shown.record.study, parts: [],
        library: library)
    }
    return years.indices.map { yearPage(years, $0, library) } + records + [listPage(years, library)]
  }

  package static func home(_ entries: [Entry<Plan>], in library: Library) -> HomePart {
    HomePart(yearPage: yearPlans(entries).first { $0.year == library.today.year }?.path ?? "")
  }

  /// All plans of one year.
  private struct YearPlan {
    var year: Int
    /// The record that is the year's page itself: `plans/2026`.
    var base: Entry<Plan>?
    /// The base among them; newest first.
    var entries: [Entry<Plan>]

    var path: String { "\(Plan.folder)/\(padded(year, 4)).html" }
    func title(_ library: Library) -> String {
      base?.title ?? library.words(Wording("\(year)年工作计划", en: "Plan of \(year)"))
    }
    func link(_ library: Library) -> TitledLink { TitledLink(title: title(library), url: path) }
    /// The other plans of the year.
    var parts: [Entry<Plan>] { entries.filter { $0.id != base?.id } }
  }

  /// Newest first.
  private static func yearPlans(_ entries: [Entry<Plan>]) -> [YearPlan] {
    grouped(entries) { $0.record.year.value }.sorted { $0.key > $1.key }.map { year, members in
      YearPlan(year: year, base: members.first { $0.id == "\(folder)/\(padded(year, 4))" }, entries: members)
    }
  }

  private static func yearPage(_ years: [YearPlan], _ index: Int, _ library: Library) -> PagePlan {
    let plan = years[index]
    let newer = index > 0 ? years[index - 1] : nil
    let older = index + 1 < years.count ? years[index + 1] : nil
    return PagePlan(
      page, path: plan.path, title: plan.title(library), description: plan.base?.summary ?? "",
      origin: plan.base?.place ?? library.origin(folder), section: folder,
      crumbs: [.init(library.words(section), url: "\(folder)/index.html")],
      lastModified: plan.entries.map(\.date.first).max()?.iso ?? ""
    ) {
      ShownPlan(
        record: RecordParts(plan.base, in: library, newer: newer?.link(library), older: older?.link(library)),
        year: plan.year,
        items: library.derived(TrackedItems.self).items(of: plan.entries), study: plan.entries.flatMap(\.record.study),
        parts: plan.parts.map(\.titledLink),
        library: library)
    }
  }

  /// How many items are how far; 完成 always, the others where there are any.
  private static func counts(_ items: [TrackedItem]) -> [(progress: Progress, count: Int)] {
    Progress.allCases.map { progress in (progress, items.count { $0.progress == progress }) }
      .filter { $0.progress == .done || $0.count > 0 }
  }

  private static func figures(_ items: [TrackedItem]) -> [Figure] {
    let unit = Wording("项", en: "")
    return [Figure(Keys.items.label, items.count, unit)]
      + counts(items).map { Figure($0.progress.words, $0.count, unit) }
  }

  private static func studyTable(_ study: [Study], _ library: Library) -> [Table] {
    guard !study.isEmpty else { return [] }
    return [
      Table(
        caption: Keys.study.label,
        columns: [
          Table.Column(label: StudyKeys.level.label), Table.Column(label: StudyKeys.count.label, isNumber: true),
          Table.Column(label: StudyKeys.assessed.label, isNumber: true),
        ],
        rows: study.map { plan in
          [
            Table.Cell(library.words(plan.level.value)), .figure(plan.count?.value, in: library),
            .figure(plan.assessed?.value, in: library),
          ]
        })
    ]
  }

  private static func progress(of items: [TrackedItem]) -> Wording {
    let parts = counts(items)
    let zh = parts.map { "\($0.progress.words.zh) \($0.count)" }.joined(separator: "，")
    let en = parts.map { "\($0.progress.words.en.lowercased()) \($0.count)" }.joined(separator: ", ")
    return Wording("\(items.count) 项：\(zh)", en: "\(items.count) items: \(en)")
  }

  private static func listPage(_ years: [YearPlan], _ library: Library) -> PagePlan {
    PagePlan(
      list, path: "\(folder)/index.html", title: library.words(section), origin: library.origin(folder),
      section: folder, isList: true
    ) { (years, library) }
  }
}
