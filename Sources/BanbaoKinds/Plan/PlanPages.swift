import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
package import BanbaoTheme
import BanbaoUnion

extension Plan {
  package static let templates: [(template: String, shape: ViewShape)] = [
    ("plan", planShape), ("plan-list", listShape),
  ]

  private static let planShape = recordShape.merging(sheetShape).merging(planCalendarShape).merging([
    "kind": .text, "kind_url": .text, "parts": .list(titledLinkShape), "has_parts": .flag,
  ])

  private static let listShape: ViewShape = [
    "heading": .text, "heading2": .text,
    "plans": .list(["title": .text, "url": .text, "progress": .text, "rows": .list(rowShape)]),
  ]

  package static func pages(_ entries: [Entry<Plan>], in library: Library) -> [PagePlan] {
    let years = yearPlans(entries)
    let others = entries.filter { entry in !years.contains { $0.base?.id == entry.id } }
    let records = recordPages(others, in: library, template: "plan") { entry, view in
      complete(&view, [entry], parts: [], year: entry.record.year.value, library)
    }
    return years.indices.map { page(years, $0, library) } + records + [list(years, library)]
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
    func link(_ library: Library) -> View { ["title": .text(title(library)), "url": .text(path)] }
  }

  /// Newest first.
  private static func yearPlans(_ entries: [Entry<Plan>]) -> [YearPlan] {
    grouped(entries) { $0.record.year.value }.sorted { $0.key > $1.key }.map { year, members in
      YearPlan(year: year, base: members.first { $0.id == "\(folder)/\(padded(year, 4))" }, entries: members)
    }
  }

  private static func page(_ years: [YearPlan], _ index: Int, _ library: Library) -> PagePlan {
    let plan = years[index]
    let newer = index > 0 ? years[index - 1] : nil
    let older = index + 1 < years.count ? years[index + 1] : nil
    return PagePlan(
      path: plan.path, template: "plan", title: plan.title(library), description: plan.base?.summary ?? "",
      origin: plan.base?.place ?? library.origin(folder), section: folder,
      crumbs: [.init(library.words(section), url: "\(folder)/index.html")],
      lastModified: plan.entries.map(\.date.first).max()?.iso ?? ""
    ) {
      var view: View = [
        "previous": older.map { .view($0.link(library)) } ?? .absent,
        "next": newer.map { .view($0.link(library)) } ?? .absent,
      ]
      let own = plan.base?.recordView(library, newer: nil, older: nil) ?? noRecord
      for name in own.names where name != "previous" && name != "next" { view.set(name, own[name] ?? .absent) }
      let parts = plan.entries.filter { $0.id != plan.base?.id }
      complete(&view, plan.entries, parts: parts, year: plan.year, library)
      return view
    }
  }

  /// The names of `recordShape` where no record is the page.
  private static let noRecord: View = [
    "date": .absent, "body": .absent, "has_body": .flag(false), "toc": .list([]), "has_toc": .flag(false),
    "attachments": .list([]), "has_attachments": .flag(false), "photos": .list([]), "has_photos": .flag(false),
    "tags": .list([]), "draft": .flag(false), "scheduled": .flag(false), "expired": .flag(false), "expires": .absent,
  ]

  /// The names that a plan has besides those of every record.
  private static func complete(
    _ view: inout View, _ entries: [Entry<Plan>], parts: [Entry<Plan>], year: Int, _ library: Library
  ) {
    let items = trackedItems(entries, in: library)
    view.append(Sheet(figures: figures(items)).view(library))
    view.append(Calendar(items, year: year).view(library))
    view.append([
      "kind": .text(library.words(Wording("\(year)年", en: "\(year)"))), "kind_url": .text(""),
      "parts": .list(parts.map(\.titledLink)), "has_parts": .flag(!parts.isEmpty),
    ])
  }

  /// How many items are how far; 完成 always, the others where there are any.
  private static func counts(_ items: [TrackedItem]) -> [(progress: Progress, count: Int)] {
    Progress.allCases.map { progress in (progress, items.count { $0.progress == progress }) }
      .filter { $0.progress == .done || $0.count > 0 }
  }

  private static func figures(_ items: [TrackedItem]) -> [Figure] {
    let unit = Wording("项", en: "")
    return [Figure(Wording("事项", en: "Items"), items.count, unit)]
      + counts(items).map { Figure($0.progress.words, $0.count, unit) }
  }

  private static func list(_ years: [YearPlan], _ library: Library) -> PagePlan {
    PagePlan(
      path: "\(folder)/index.html", template: "plan-list", title: library.words(section),
      origin: library.origin(folder), section: folder
    ) {
      [
        "heading": .text(library.words(section)), "heading2": .text(library.otherWords(section)),
        "plans": .list(
          years.map { plan in
            let items = trackedItems(plan.entries, in: library)
            let parts = counts(items)
            let zh = parts.map { "\($0.progress.words.zh) \($0.count)" }.joined(separator: "，")
            let en = parts.map { "\($0.progress.words.en.lowercased()) \($0.count)" }.joined(separator: ", ")
            return [
              "title": .text(plan.title(library)), "url": .text(plan.path),
              "progress": .text(
                library.words(Wording("\(items.count) 项：\(zh)", en: "\(items.count) items: \(en)"))),
              "rows": .list(plan.entries.filter { $0.id != plan.base?.id }.map { $0.row(library, name: name) }),
            ]
          }),
      ]
    }
  }
}
