import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
package import BanbaoTheme
import BanbaoUnion

extension Honour {
  package static let templates: [(template: String, shape: ViewShape)] = [
    ("honour", honourShape), ("honour-roll", rollShape),
  ]

  private static let recipientShape: ViewShape = ["name": .text, "department": .text]

  private static let honourShape = recordShape.merging([
    "level": .text, "kind": .text, "kind_url": .text, "awarded_by": .text, "number": .text, "count": .text,
    "recipients": .list(recipientShape), "has_recipients": .flag, "evidence": .text, "evidence_url": .text,
    "citation": .text,
  ])

  private static let rollShape: ViewShape = [
    "heading": .text, "heading2": .text, "years": .list(facetShape), "pager": .view(pagerShape),
    "groups": .list([
      "id": .text, "label": .text, "count": .number,
      "levels": .list([
        "label": .text,
        "items": .list([
          "title": .text, "url": .text, "kind": .text, "awarded_by": .text, "number": .text, "date": .view(dayShape),
          "count": .text, "recipients": .list(recipientShape), "citation": .text,
        ]),
      ]),
    ]),
  ]

  package static func pages(_ entries: [Entry<Honour>], in library: Library) -> [PagePlan] {
    let records = recordPages(entries, in: library, template: "honour") { entry, view in
      entry.record.complete(&view, library)
    }
    let byYear = grouped(entries) { $0.date.first.year }
    let home = PagePlan.Crumb(library.words(section), url: "\(folder)/index.html")
    // The roll shows the newest years whole, so that a year never breaks between two pages.
    let index = roll(
      path: "\(folder)/index.html", byYear.prefix(3).flatMap(\.members), entries, heading: section, crumbs: [], library)
    let archives = byYear.map { year, members in
      roll(
        path: archivePath(year), members, entries, heading: Wording("\(year)年光荣榜", en: "Honour roll of \(year)"),
        crumbs: [home], library)
    }
    return records + [index] + archives
  }

  private func complete(_ view: inout View, _ library: Library) {
    let proof = evidence.flatMap { library.entry($0.value) }
    view.append([
      "level": .text(library.words(level.value)), "kind": .text(library.words(sort.value)),
      "kind_url": .text(""), "awarded_by": .text(awardedBy), "number": .text(number?.value ?? ""),
      "count": .text(count.map(String.init) ?? ""),
      "recipients": .list(recipientViews(library)), "has_recipients": .flag(!recipients.isEmpty),
      "evidence": .text(proof?.title ?? ""), "evidence_url": .text(proof?.url ?? ""), "citation": .text(citation),
    ])
  }

  /// A collective's name is shown whole; a person's only with consent.
  private func recipientViews(_ library: Library) -> [View] {
    let names = sort.value == .collective ? recipients.map(\.name.value) : library.shown(recipients)
    return zip(recipients, names).map { recipient, name in
      // Where the department tells two names apart it stands with the name already.
      let isTold = name != library.shown(recipient) && name.contains(recipient.department)
      return ["name": .text(name), "department": .text(isTold ? "" : recipient.department)]
    }
  }

  private static func roll(
    path: String, _ members: [Entry<Honour>], _ all: [Entry<Honour>], heading: Wording, crumbs: [PagePlan.Crumb],
    _ library: Library
  ) -> PagePlan {
    let years = years(all)
    return PagePlan(
      path: path, template: "honour-roll", title: library.words(heading), origin: library.origin(folder),
      section: folder, crumbs: crumbs, people: members.flatMap { library.shownPeople($0) }
    ) {
      [
        "heading": .text(library.words(heading)), "heading2": .text(library.otherWords(heading)),
        "years": years.views(current: path), "pager": .absent,
        "groups": .list(
          grouped(members) { $0.date.first.year }.map { year, entries in
            [
              "id": .text("y\(year)"), "label": .text(library.words(Wording("\(year)年", en: "\(year)"))),
              "count": .number(entries.count), "levels": .list(levels(entries, library)),
            ]
          }),
      ]
    }
  }

  private static func levels(_ entries: [Entry<Honour>], _ library: Library) -> [View] {
    Level.allCases.compactMap { level in
      let members = entries.filter { $0.record.level.value == level }
      guard !members.isEmpty else { return nil }
      return [
        "label": .text(library.words(Wording(level.heading, en: level.english))),
        "items": .list(members.map { item($0, library) }),
      ]
    }
  }

  private static func item(_ entry: Entry<Honour>, _ library: Library) -> View {
    [
      "title": .text(entry.title), "url": .text(entry.url), "kind": .text(library.words(entry.record.sort.value)),
      "awarded_by": .text(entry.record.awardedBy), "number": .text(entry.record.number?.value ?? ""),
      "date": .view(library.view(entry.date)), "count": .text(entry.record.count.map(String.init) ?? ""),
      "recipients": .list(entry.record.recipientViews(library)), "citation": .text(entry.record.citation),
    ]
  }

  package static func home(_ entries: [Entry<Honour>], in library: Library) -> HomePart {
    HomePart(rows: entries.filter { !$0.status.isExpired }.prefix(6).map { $0.row(library, name: name) })
  }
}

extension Honour.Level {
  /// As a heading of the roll: 国家级, 省级; 系统、上级 and 本级 stand alone.
  fileprivate var heading: String {
    switch self {
    case .national, .provincial, .city, .county: rawValue + "级"
    case .sector: "系统（行业）"
    case .upper: "上级工会"
    case .own: rawValue
    }
  }
}
