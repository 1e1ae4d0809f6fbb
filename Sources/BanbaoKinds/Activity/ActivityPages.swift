import BanbaoDiagnostics
import BanbaoHTML
package import BanbaoSite
import BanbaoSource
package import BanbaoTheme
import BanbaoUnion

extension Activity {
  package static let templates: [(template: String, shape: ViewShape)] = [
    ("activity", activityShape), ("activity-list", listShape),
  ]

  private static let activityShape = recordShape.merging([
    "kind": .text, "kind_url": .text, "days": .text, "place": .text, "organiser": .text,
    "partners": .list(["name": .text]), "figures": .list(["label": .text, "value": .text, "unit": .text]),
    "has_figures": .flag,
    "results": .list(["event": .text, "place": .text, "kind": .text, "recipient": .text]), "has_results": .flag,
    "cost": .view(["amount": .text, "account": .text, "source": .text, "vouchers": .text]), "upper_document": .text,
  ])

  private static let listShape: ViewShape = [
    "heading": .text, "heading2": .text,
    "groups": .list(["id": .text, "label": .text, "count": .number, "rows": .list(rowShape)]),
    "kinds": .list(facetShape), "years": .list(facetShape), "pager": .view(pagerShape),
  ]

  package static func pages(_ entries: [Entry<Activity>], in library: Library) -> [PagePlan] {
    let records = recordPages(entries, in: library, template: "activity") { entry, view in
      entry.record.complete(&view, entry.date, library)
    }
    return records + lists(entries, in: library)
  }

  private func complete(_ view: inout View, _ date: DaySpan, _ library: Library) {
    let figures = figures(library)
    // Who stands in the list of results, told apart there.
    var shown = library.shown(people)[...]
    view.append([
      "kind": .text(library.words(sort.value)),
      "kind_url": .text(percentEncoded(path: "\(Activity.kindFolder(sort.value))/index.html")),
      "days": .text(library.words(date)), "place": .text(place), "organiser": .text(organiser),
      "partners": .list(partners.map { ["name": .text($0)] }), "figures": .list(figures),
      "has_figures": .flag(!figures.isEmpty),
      "results": .list(
        results.map { result in
          [
            "event": .text(result.event), "place": .text(result.place),
            "kind": .text(result.winner.map { library.words($0) } ?? ""),
            "recipient": .text(
              result.recipient.map { recipient in
                result.winner == .collective ? recipient.name.value : shown.popFirst() ?? ""
              } ?? ""),
          ]
        }), "has_results": .flag(!results.isEmpty),
      "cost": cost.map {
        .view([
          "amount": .text($0.amount?.value.grouped ?? missingMark), "account": .text($0.account?.value ?? ""),
          "source": .text($0.source?.value ?? ""),
          "vouchers": .text($0.vouchers.map(\.value).joined(separator: "、")),
        ])
      } ?? .absent, "upper_document": .text(upperDocument?.value ?? ""),
    ])
  }

  private func figures(_ library: Library) -> [View] {
    let all: [(Int?, Wording, Wording)] = [
      (participants, Wording("参加人数", en: "People"), Wording("人", en: "")),
      (personTimes, Wording("参加人次", en: "Person-times"), Wording("人次", en: "")),
      (teams, Wording("参赛队", en: "Teams"), Wording("支", en: "")),
      (programmes, Wording("节目", en: "Programmes"), Wording("个", en: "")),
      (batches, Wording("批次", en: "Groups"), Wording("批", en: "")),
    ]
    return all.compactMap { count, label, unit in
      count.map {
        [
          "label": .text(library.words(label)), "value": .text(formatted(count: $0)),
          "unit": .text(library.words(unit)),
        ]
      }
    }
  }

  private static func lists(_ entries: [Entry<Activity>], in library: Library) -> [PagePlan] {
    let kinds = kindFacets(entries, in: library) { $0.sort.value }
    let years = years(entries)
    let home = PagePlan.Crumb(library.words(section), url: "\(folder)/index.html")

    func page(
      _ part: ListPage, _ members: [Entry<Activity>], heading: Wording, crumbs: [PagePlan.Crumb]
    ) -> PagePlan {
      PagePlan(
        path: part.path, template: "activity-list", title: library.words(heading) + library.words(part.suffix),
        origin: library.origin(folder), section: folder, crumbs: crumbs
      ) {
        [
          "heading": .text(library.words(heading)), "heading2": .text(library.otherWords(heading)),
          "groups": yearGroups(Array(members[part.range]), of: years, in: library),
          "kinds": kinds.views(current: part.number == 1 ? part.path : "\(parent(part.path))/index.html"),
          "years": years.views(current: part.path), "pager": part.pager,
        ]
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
