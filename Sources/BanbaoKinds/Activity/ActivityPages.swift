import BanbaoDiagnostics
import BanbaoHTML
package import BanbaoSite
import BanbaoSource
package import BanbaoTheme
import BanbaoUnion

extension Activity {
  package static let templates: [TemplateDeclaration] = [
    page.declaration, list.declaration, archiveTemplate.declaration,
  ]

  private static let page = Template<RecordPage<Activity>>(
    "activity",
    .of(recordNames) { $0.parts },
    .words("kind") { $0.record.sort.value.wording },
    .address("kind_url") { percentEncoded(path: "\(kindFolder($0.record.sort.value))/index.html") },
    .words("days") { $0.entry.date.wording },
    .list("facts", factNames) { $0.record.facts($0.entry, $0.library).filter { !$0.value.isEmpty } },
    .list(
      "figures",
      Names<Figure>(
        .words("label") { $0.label }, .words("value") { $0.value ?? Wording(missingMark, en: missingMark) },
        .words("unit") { $0.value == nil ? nil : $0.unit })
    ) { $0.record.figures($0.entry) },
    .list(
      "results",
      Names<(result: Result, recipient: String)>(
        .text("event") { $0.result.event }, .text("place") { $0.result.place },
        .words("kind") { $0.result.winner?.wording }, .text("recipient") { $0.recipient })
    ) { $0.record.shownResults($0.library) },
    .view(
      "cost",
      Names<(cost: Spending, entriesURL: String)>(
        .words("amount") { $0.cost.figure?.printed ?? Wording(missingMark, en: missingMark) },
        .text("account") { $0.cost.account?.value },
        .text("source") { $0.cost.source?.value },
        .text("vouchers") { $0.cost.vouchers.map(\.value).joined(separator: "、") },
        .address("entries_url") { $0.entriesURL })
    ) { page in
      page.record.cost.map { ($0, $0.entriesURL(of: page.entry, page.library)) }
    })

  private static let factNames = Names<Fact>(
    .words("label") { $0.label },
    .text("value") { $0.value }, .address("url") { $0.url },
    .flag("repeated") { $0.isRepeated })

  private func facts(_ entry: Entry<Activity>, _ library: Library) -> [Fact] {
    [Fact(Keys.place, place), Fact(Keys.organiser, organiser)]
      + partners.map { Fact(Keys.partners, $0, isRepeated: true) }
      + honours.compactMap { library.entry($0.value) }.map { honour in
        var fact = Fact(Keys.honours, honour.title, isRepeated: honours.count > 1)
        fact.url = honour.url
        return fact
      } + [parts.fact(library), entry.upperDocumentFact]
  }

  /// A page of a list of activities.
  private struct List: Sendable {
    var heading: Wording
    var groups: [YearGroup]
    var kinds: [FacetLink]
    var years: [FacetLink]
    var pager: Pager?
    /// Whether all are of one kind, so that their rows need not say it.
    var isOneKind: Bool
  }

  private static let list = Template<List>(
    "activity-list",
    .words("heading") { $0.heading },
    .otherWords("heading2") { $0.heading },
    .list("groups", yearGroupNames) { $0.groups },
    .list("kinds", facetNames) { $0.kinds },
    .list("years", facetNames) { $0.years },
    .view("pager", pagerNames) { $0.pager },
    .flag("one_kind") { $0.isOneKind })

  package static func pages(_ entries: [Entry<Activity>], in library: Library) -> [PagePlan] {
    recordPages(entries, in: library, page) + lists(entries, in: library)
  }

  /// The results with who won them, told apart in their list.
  private func shownResults(_ library: Library) -> [(result: Result, recipient: String)] {
    var shown = library.shown(people)[...]
    return results.map { result in
      (result, result.person == nil ? result.recipient?.name.value ?? "" : shown.popFirst() ?? "")
    }
  }

  private func figures(_ entry: Entry<Activity>) -> [Figure] {
    [
      Figure(Keys.people, participants, of: entry, Wording("人", en: "")),
      Figure(
        Keys.personTimes, personTimes, of: entry, label: Wording("参加人次", en: "Person-times"), Wording("人次", en: "")),
      Figure(Keys.teams, teams, of: entry, label: Wording("参赛队", en: "Teams"), Wording("支", en: "")),
      Figure(Keys.programmes, programmes, of: entry, label: Wording("节目", en: "Programmes"), Wording("个", en: "")),
      Figure(Keys.batches, batches, of: entry, Wording("批", en: "")),
    ].compactMap { $0 }
  }

  private static func lists(_ entries: [Entry<Activity>], in library: Library) -> [PagePlan] {
    let kinds = kindFacets(entries, in: library) { $0.sort.value }
    let years = years(entries)
    let home = PagePlan.Crumb(library.words(section), url: "\(folder)/index.html")

    /// - Parameter own: the years of the whole list.
    func page(
      _ part: ListPage, _ members: [Entry<Activity>], of own: [Facet], heading: Wording, crumbs: [PagePlan.Crumb],
      isOneKind: Bool = false
    ) -> PagePlan {
      PagePlan(
        list, path: part.path, title: library.words(heading) + library.words(part.suffix),
        origin: library.origin(folder), section: folder, crumbs: crumbs, isList: true
      ) {
        List(
          heading: heading, groups: yearGroups(Array(members[part.range]), of: own, in: library),
          kinds: kinds.links(current: part.number == 1 ? part.path : "\(parent(part.path))/index.html"),
          years: years.links(current: part.path), pager: part.pager, isOneKind: isOneKind)
      }
    }

    let all = paginate(count: entries.count, folder: folder).map {
      page($0, entries, of: years, heading: section, crumbs: [])
    }
    let byKind = grouped(entries) { $0.record.sort.value }.flatMap { sort, members in
      let own = Self.years(members)
      return paginate(count: members.count, folder: kindFolder(sort)).map {
        page($0, members, of: own, heading: Wording(sort.rawValue, en: sort.english), crumbs: [home], isOneKind: true)
      }
    }
    let archives = archives(
      entries, in: library, isPictured: true, heading: { Wording("\($0)年活动", en: "Activities of \($0)") },
      row: { $0.row(library, name: name) })
    return all + byKind + archives
  }

}

extension Activity {
  /// Each activity, with its place.
  package static func events(_ entries: [Entry<Activity>], in library: Library) -> [CalendarEvent] {
    entries.map { CalendarEvent($0, place: $0.record.place) }
  }
}
