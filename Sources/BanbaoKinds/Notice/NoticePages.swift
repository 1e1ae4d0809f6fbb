import BanbaoDiagnostics
import BanbaoHTML
package import BanbaoSite
import BanbaoSource
package import BanbaoTheme
import BanbaoUnion

extension Notice {
  package static let templates: [(template: String, shape: ViewShape)] = [
    ("notice", noticeShape), ("notice-list", listShape),
  ]

  private static let noticeShape = recordShape.merging([
    "kind": .text, "kind_url": .text, "number": .text, "to": .text, "issuer": .text, "seal": .flag,
    "publicity": .view([
      "from": .view(dayShape), "to": .view(dayShape), "working_days": .number, "left": .number, "upcoming": .flag,
      "open": .flag, "ended": .flag, "contact": .text, "holidays_known": .flag, "result": .view(titledLinkShape),
    ]),
    "result_of": .view(titledLinkShape),
  ])

  private static let listShape: ViewShape = [
    "heading": .text, "heading2": .text, "pinned": .list(rowShape), "open_publicity": .list(publicityRowShape),
    "rows": .list(rowShape), "pager": .view(pagerShape), "kinds": .list(facetShape), "years": .list(facetShape),
    "is_archive": .flag,
  ]

  package static func pages(_ entries: [Entry<Notice>], in library: Library) -> [PagePlan] {
    let results = Dictionary(
      entries.compactMap { entry in entry.record.resultOf.map { ($0.value, entry) } },
      uniquingKeysWith: { newer, _ in newer })
    let records = recordPages(entries, in: library, template: "notice") { entry, view in
      entry.record.complete(&view, result: results[entry.id], library)
    }
    return records + lists(entries, in: library)
  }

  /// The names that a notice has besides those of every record.
  private func complete(_ view: inout View, result: Entry<Notice>?, _ library: Library) {
    view.append([
      "kind": .text(library.words(form.value)),
      "kind_url": .text(percentEncoded(path: "\(Notice.kindFolder(form.value))/index.html")),
      "number": .text(number?.value ?? ""), "to": .text(to), "issuer": .text(issuer), "seal": .flag(hasSeal),
      "publicity": publicity.map { .view(Notice.view($0.value, result: result, library)) } ?? .absent,
      "result_of": resultOf.flatMap { library.entry($0.value) }.map { .view($0.titledLink) } ?? .absent,
    ])
  }

  private static func view(_ publicity: Publicity, result: Entry<Notice>?, _ library: Library) -> View {
    let span = publicity.span(library.workingDays)
    return [
      "from": .view(library.view(span.first)), "to": .view(library.view(span.last)),
      "working_days": .number(library.workingDays.count(from: span.first, through: span.last)),
      "left": .number(publicity.left(library) ?? 0), "upcoming": .flag(library.today < span.first),
      "open": .flag(publicity.left(library) != nil), "ended": .flag(span.last < library.today),
      "contact": .text(publicity.contact?.value ?? ""), "holidays_known": .flag(library.workingDays.isKnown(span)),
      "result": result.map { .view($0.titledLink) } ?? .absent,
    ]
  }

  private static func lists(_ entries: [Entry<Notice>], in library: Library) -> [PagePlan] {
    let current = entries.filter { !$0.status.isExpired }
    let pinned = pinned(current, library)
    let open = openPublicity(current, library)
    let rest = current.filter { !isOnTop($0, library) }
    let kinds = kindFacets(entries, in: library) { $0.form.value }
    let years = years(entries)
    let home = PagePlan.Crumb(library.words(section), url: "\(folder)/index.html")

    /// One page of a list of notices.
    func page(
      _ part: ListPage, _ members: [Entry<Notice>], heading: Wording, crumbs: [PagePlan.Crumb], isBoard: Bool = false,
      isArchive: Bool = false
    ) -> PagePlan {
      let showsTop = isBoard && part.number == 1
      return PagePlan(
        path: part.path, template: "notice-list", title: library.words(heading) + library.words(part.suffix),
        origin: library.origin(folder),
        section: folder, crumbs: crumbs
      ) {
        [
          "heading": .text(library.words(heading)), "heading2": .text(library.otherWords(heading)),
          "pinned": .list(showsTop ? pinned.map { row($0, library, isPinned: true) } : []),
          "open_publicity": .list(showsTop ? open : []),
          "rows": .list(members[part.range].map { row($0, library) }), "pager": part.pager,
          "kinds": kinds.views(current: part.number == 1 ? part.path : "\(parent(part.path))/index.html"),
          "years": years.views(current: part.path), "is_archive": .flag(isArchive),
        ]
      }
    }

    let board = paginate(count: rest.count, folder: folder).map {
      page($0, rest, heading: section, crumbs: [], isBoard: true)
    }
    let byKind = grouped(entries) { $0.record.form.value }.flatMap { form, members in
      paginate(count: members.count, folder: kindFolder(form)).map {
        page($0, members, heading: Wording(form.rawValue, en: form.english), crumbs: [home])
      }
    }
    let archives = grouped(entries) { $0.date.first.year }.map { year, members in
      page(
        ListPage(whole: members.count, path: archivePath(year)), members,
        heading: Wording("\(year)年\(section.zh)归档", en: "\(section.en) of \(year)"), crumbs: [home], isArchive: true)
    }
    return board + byKind + archives
  }

  package static func home(_ entries: [Entry<Notice>], in library: Library) -> HomePart {
    let current = entries.filter { !$0.status.isExpired }
    let pinned = pinned(current, library)
    return HomePart(
      openPublicity: openPublicity(current, library), pinned: pinned.map { row($0, library, isPinned: true) },
      latest: current.filter { !isOnTop($0, library) }.prefix(8).map { row($0, library) })
  }

  /// What is pinned today; an open 公示 stands in a place of its own.
  private static func pinned(_ entries: [Entry<Notice>], _ library: Library) -> [Entry<Notice>] {
    entries.filter { isPinned($0, library) && $0.record.publicity?.value.left(library) == nil }
  }

  private static func isPinned(_ entry: Entry<Notice>, _ library: Library) -> Bool {
    entry.record.pinnedUntil.map { library.today <= $0 } ?? false
  }

  /// Whether the board shows a notice above its list, and so not in it.
  private static func isOnTop(_ entry: Entry<Notice>, _ library: Library) -> Bool {
    isPinned(entry, library) || entry.record.publicity?.value.left(library) != nil
  }

  private static func openPublicity(_ entries: [Entry<Notice>], _ library: Library) -> [View] {
    entries.compactMap { entry in
      guard let publicity = entry.record.publicity?.value, let left = publicity.left(library) else { return nil }
      return [
        "title": .text(entry.title), "url": .text(entry.url),
        "until": .view(library.view(publicity.span(library.workingDays).last)), "left": .number(left),
        "contact": .text(publicity.contact?.value ?? ""),
      ]
    }
  }

  private static func row(_ entry: Entry<Notice>, _ library: Library, isPinned: Bool = false) -> View {
    entry.row(library, name: name, isPinned: isPinned, left: entry.record.publicity?.value.left(library))
  }
}
