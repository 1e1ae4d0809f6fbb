import BanbaoDiagnostics
import BanbaoHTML
package import BanbaoSite
import BanbaoSource
package import BanbaoTheme
import BanbaoUnion

extension Activity {
  package static let templates: [TemplateDeclaration] = [page.declaration, list.declaration]

  private static let page = Template<RecordPage<Activity>>(
    "activity",
    .of(recordNames) { $0.parts },
    .words("kind") { $0.record.sort.value.wording },
    .text("kind_url") { percentEncoded(path: "\(kindFolder($0.record.sort.value))/index.html") },
    .words("days") { $0.entry.date.wording },
    .list("facts", factNames) { $0.record.facts($0.entry).filter { !$0.value.isEmpty } },
    .list(
      "figures",
      Names<Figure>(.words("label") { $0.label }, .text("value") { $0.value }, .words("unit") { $0.unit })
    ) { $0.record.figures },
    .list(
      "results",
      Names<(result: Result, recipient: String)>(
        .text("event") { $0.result.event }, .text("place") { $0.result.place },
        .words("kind") { $0.result.winner?.wording }, .text("recipient") { $0.recipient })
    ) { $0.record.shownResults($0.library) },
    .view(
      "cost",
      Names<(cost: Spending, entriesURL: String)>(
        .text("amount") { $0.cost.figure?.printed ?? missingMark }, .text("account") { $0.cost.account?.value },
        .text("source") { $0.cost.source?.value },
        .text("vouchers") { $0.cost.vouchers.map(\.value).joined(separator: "、") },
        .text("entries_url") { $0.entriesURL })
    ) { page in
      page.record.cost.map { ($0, $0.entriesURL(of: page.entry, page.library)) }
    })

  private static let factNames = Names<Fact>(
    .words("label") { $0.label },
    .text("value") { $0.value },
    .flag("repeated") { $0.isRepeated })

  private func facts(_ entry: Entry<Activity>) -> [Fact] {
    [Fact(Keys.place, place), Fact(Keys.organiser, organiser)]
      + partners.map { Fact(Keys.partners, $0, isRepeated: true) }
      + [entry.upperDocumentFact]
  }

  /// A page of a list of activities.
  private struct List: Sendable {
    var heading: Wording
    var groups: [YearGroup]
    var kinds: [FacetLink]
    var years: [FacetLink]
    var pager: Pager?
  }

  private static let list = Template<List>(
    "activity-list",
    .words("heading") { $0.heading },
    .otherWords("heading2") { $0.heading },
    .list("groups", yearGroupNames) { $0.groups },
    .list("kinds", facetNames) { $0.kinds },
    .list("years", facetNames) { $0.years },
    .view("pager", pagerNames) { $0.pager })

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

  private var figures: [Figure] {
    let all: [(Count?, Wording, Wording)] = [
      (participants?.value, Keys.people.label, Wording("人", en: "")),
      (personTimes?.value, Wording("参加人次", en: "Person-times"), Wording("人次", en: "")),
      (teams.map { Count($0) }, Wording("参赛队", en: "Teams"), Wording("支", en: "")),
      (programmes.map { Count($0) }, Wording("节目", en: "Programmes"), Wording("个", en: "")),
      (batches.map { Count($0) }, Keys.batches.label, Wording("批", en: "")),
    ]
    return all.compactMap { count, label, unit in count.map { Figure(label, $0, unit) } }
  }

  private static func lists(_ entries: [Entry<Activity>], in library: Library) -> [PagePlan] {
    let kinds = kindFacets(entries, in: library) { $0.sort.value }
    let years = years(entries)
    let home = PagePlan.Crumb(library.words(section), url: "\(folder)/index.html")

    func page(
      _ part: ListPage, _ members: [Entry<Activity>], heading: Wording, crumbs: [PagePlan.Crumb]
    ) -> PagePlan {
      PagePlan(
        list, path: part.path, title: library.words(heading) + library.words(part.suffix),
        origin: library.origin(folder), section: folder, crumbs: crumbs
      ) {
        List(
          heading: heading, groups: yearGroups(Array(members[part.range]), of: years, in: library),
          kinds: kinds.links(current: part.number == 1 ? part.path : "\(parent(part.path))/index.html"),
          years: years.links(current: part.path), pager: part.pager)
      }
    }

    let all = paginate(count: entries.count, folder: folder).map { page($0, entries, heading: section, crumbs: []) }
    let byKind = grouped(entries) { $0.record.sort.value }.flatMap { sort, members in
      paginate(count: members.count, folder: kindFolder(sort)).map {
        page($0, members, heading: Wording(sort.rawValue, en: sort.english), crumbs: [home])
      }
    }
    let archives = grouped(entries) { $0.date.first.year }.map { year, members in
      page(
        ListPage(whole: members.count, path: archivePath(year)), members,
        heading: Wording("\(year)年活动", en: "Activities of \(year)"), crumbs: [home])
    }
    return all + byKind + archives
  }

  package static func home(_ entries: [Entry<Activity>], in library: Library) -> HomePart {
    HomePart(rows: entries.filter { !$0.status.isExpired }.prefix(6).map { $0.row(library, name: name) })
  }
}
