import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
package import BanbaoTheme
import BanbaoUnion

extension Honour {
  package static let templates: [TemplateDeclaration] = [page.declaration, roll.declaration]

  private typealias Recipient = (name: String, department: String)
  private static let recipientNames = Names<Recipient>(
    .text("name") { $0.name }, .text("department") { $0.department })

  private static let page = Template<RecordPage<Honour>>(
    "honour",
    .of(recordNames) { $0.parts },
    .words("level") { $0.record.level.value.wording },
    .words("kind") { $0.record.sort.value.wording },
    .address("kind_url") { _ in "" },
    .text("awarded_by") { $0.record.awardedBy },
    .text("number") { $0.record.number?.value },
    .words("count") { $0.record.count?.value.printed },
    .words("state") { $0.record.isOpen ? State.open.wording : nil },
    .words("parts_label") { _ in Part.Keys.parts.name.label },
    .text("parts") { $0.record.parts.fact($0.library).value },
    .list("recipients", recipientNames) { $0.record.shownRecipients($0.library) },
    .text("evidence") { $0.record.proof($0.library)?.title },
    .address("evidence_url") { $0.record.proof($0.library)?.url },
    .text("citation") { $0.record.citation })

  /// The roll, or one year of it.
  private struct Roll: Sendable {
    struct Year: Sendable {
      var year: Int
      var count: Int
      var levels: [(level: Level, members: [Entry<Honour>])]
    }

    var heading: Wording
    var years: [FacetLink]
    var groups: [Year]
    var library: Library
  }

  private typealias Item = (entry: Entry<Honour>, library: Library)
  private static let itemNames = Names<Item>(
    .text("title") { $0.entry.title },
    .html("title_phrases") { $0.entry.titleText.html($0.library.ownWords) },
    .address("url") { $0.entry.url },
    .words("kind") { $0.entry.record.sort.value.wording },
    .text("awarded_by") { $0.entry.record.awardedBy },
    .text("number") { $0.entry.record.number?.value },
    .view("date", spanNames) { $0.entry.date },
    .words("count") { $0.entry.record.count?.value.printed },
    .words("state") { $0.entry.record.isOpen ? State.open.wording : nil },
    .list("recipients", recipientNames) { $0.entry.record.shownRecipients($0.library) },
    .flag("many") { $0.entry.record.hasManyRecipients },
    .view("photo", listedPhotoNames) { $0.entry.files.photos.first },
    .text("citation") { $0.entry.record.citation })

  private typealias LevelGroup = (level: Level, items: [Item])
  private typealias YearGroupOfRoll = (year: Roll.Year, library: Library)

  private static let roll = Template<Roll>(
    "honour-roll",
    .words("heading") { $0.heading },
    .otherWords("heading2") { $0.heading },
    .list("years", facetNames) { $0.years },
    // Whole years stand on a page, so that the roll is never cut.
    .view("pager", pagerNames) { _ in nil },
    .list(
      "groups",
      Names<YearGroupOfRoll>(
        .text("id") { "y\($0.year.year)" },
        .words("label") { Wording("\($0.year.year)年", en: "\($0.year.year)") },
        .number("count") { $0.year.count },
        .words("poster") { Wording("\($0.year.year)年\(section.zh)", en: "\(section.en) of \($0.year.year)") },
        .number("type") { HonourPoster(levels: $0.year.levels.map { ($0.level.size, $0.members) }).type },
        .list(
          "levels",
          Names<LevelGroup>(
            .words("label") { Wording($0.level.heading, en: $0.level.english) },
            .number("size") { $0.level.size },
            .list("items", itemNames) { $0.items })
        ) { group in
          group.year.levels.map { level, members in (level, members.map { ($0, group.library) }) }
        })
    ) { roll in roll.groups.map { ($0, roll.library) } })

  package static func pages(_ entries: [Entry<Honour>], in library: Library) -> [PagePlan] {
    let records = recordPages(entries, in: library, page)
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

  private func proof(_ library: Library) -> (any AnyEntry)? { evidence.flatMap { library.entry($0.value) } }

  /// A collective's name is shown whole; a person's only with consent.
  private func shownRecipients(_ library: Library) -> [Recipient] {
    zip(recipients, shownNames(library)).map { recipient, name in
      // Where the department tells two names apart it stands with the name already.
      let isTold = name != library.shown(recipient) && name.contains(recipient.department)
      return (name, isTold ? "" : recipient.department)
    }
  }

  /// The recipients' names alone.
  func shownNames(_ library: Library) -> [String] {
    let shown = Dictionary(
      zip(people.map(\.name.mark), library.shown(people)), uniquingKeysWith: { first, _ in first })
    return recipients.map { shown[$0.name.mark] ?? $0.name.value }
  }

  private static func roll(
    path: String, _ members: [Entry<Honour>], _ all: [Entry<Honour>], heading: Wording, crumbs: [PagePlan.Crumb],
    _ library: Library
  ) -> PagePlan {
    let years = years(all)
    return PagePlan(
      roll, path: path, title: library.words(heading), origin: library.origin(folder), section: folder,
      crumbs: crumbs, people: members.flatMap { library.shownPeople($0) }, isList: true
    ) {
      Roll(
        heading: heading, years: years.links(current: path),
        groups: grouped(members) { $0.date.first.year }.map { year, entries in
          Roll.Year(
            year: year, count: entries.count,
            levels: Level.allCases.compactMap { level in
              let members = entries.filter { $0.record.level.value == level }
              return members.isEmpty ? nil : (level, members)
            })
        }, library: library)
    }
  }

  package static func home(_ entries: [Entry<Honour>], in library: Library) -> HomePart {
    HomePart(rows: entries.filter { !$0.status.isExpired }.prefix(5).map { $0.row(library, name: name) })
  }

  /// What was awarded within a year.
  package static func honoured(_ entries: [Entry<Honour>], in library: Library) -> [Honoured] {
    entries.filter { entry in
      let age = library.today.serial - entry.date.first.serial
      return !entry.status.isExpired && !entry.record.isOpen && (0...366).contains(age)
    }.map { entry in
      Honoured(entry: entry, names: entry.record.shownNames(library), awardedBy: entry.record.awardedBy)
    }
  }
}

extension Honour.Level {
  /// How large it stands on the wall: 1 across the whole of it, 4 in columns of names.
  var size: Int {
    switch self {
    case .national: 1
    case .provincial, .city: 2
    case .county, .sector, .upper: 3
    case .own: 4
    }
  }

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
