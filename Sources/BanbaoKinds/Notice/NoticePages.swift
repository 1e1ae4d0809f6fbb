import BanbaoDiagnostics
import BanbaoHTML
package import BanbaoSite
import BanbaoSource
package import BanbaoTheme
import BanbaoUnion

extension Notice {
  package static let templates: [TemplateDeclaration] = [
    page.declaration, list.declaration, archiveTemplate.declaration,
  ]

  private typealias ShownPublicity = (publicity: Publicity, result: Entry<Notice>?, library: Library)
  private typealias ShownNotice = (page: RecordPage<Notice>, result: Entry<Notice>?)

  private static let page = Template<ShownNotice>(
    "notice",
    .of(recordNames) { $0.page.parts },
    .words("kind") { $0.page.record.form.value.wording },
    .address("kind_url") { percentEncoded(path: "\(kindFolder($0.page.record.form.value))/index.html") },
    .text("number") { $0.page.record.number?.value },
    .text("to") { $0.page.record.to },
    .text("issuer") { $0.page.record.issuer },
    .flag("seal") { $0.page.record.hasSeal },
    .flag("official") { $0.page.record.isOfficial },
    .flag("issuer_short") { $0.page.record.issuer.isNarrower(than: $0.page.library.words($0.page.entry.date)) },
    .of(NoticeFace.names) { NoticeFace($0.page.entry, $0.page.library) },
    .view("publicity", publicityNames) { shown in
      shown.page.record.publicity.map { ($0.value, shown.result, shown.page.library) }
    },
    .view("result_of", titledLinkNames) { shown in
      shown.page.record.resultOf.flatMap { shown.page.library.entry($0.value)?.titledLink }
    })

  private static let publicityNames = Names<ShownPublicity>(
    .view("from", dayNames) { $0.publicity.span($0.library.workingDays).first },
    .view("to", dayNames) { $0.publicity.span($0.library.workingDays).last },
    .number("working_days") { shown in
      let span = shown.publicity.span(shown.library.workingDays)
      return shown.library.workingDays.count(from: span.first, through: span.last)
    },
    .number("left") { $0.publicity.left($0.library) ?? 0 },
    .of(Names(WorkingDayStrip.name)) {
      WorkingDayStrip($0.publicity.span($0.library.workingDays), $0.library)
    },
    .flag("upcoming") { $0.library.today < $0.publicity.span($0.library.workingDays).first },
    .flag("open") { $0.publicity.left($0.library) != nil },
    .flag("ended") { $0.publicity.span($0.library.workingDays).last < $0.library.today },
    .text("contact") { $0.publicity.contact?.value },
    .flag("holidays_known") { $0.library.workingDays.isKnown($0.publicity.span($0.library.workingDays)) },
    .view("result", titledLinkNames) { $0.result?.titledLink })

  /// A page of a list of notices.
  private struct List: Sendable {
    var heading: Wording
    var pinned: [Row]
    var open: [OpenRow]
    var rows: [Row]
    var pager: Pager?
    var kinds: [FacetLink]
    var years: [FacetLink]
    /// Whether all are of one kind, so that their rows need not say it.
    var isOneKind: Bool
  }

  private static let list = Template<List>(
    "notice-list",
    .words("heading") { $0.heading },
    .otherWords("heading2") { $0.heading },
    .list("pinned", rowNames) { $0.pinned },
    .list("open_publicity", openRowNames) { $0.open },
    .list("rows", rowNames) { $0.rows },
    .view("pager", pagerNames) { $0.pager },
    .list("kinds", facetNames) { $0.kinds },
    .list("years", facetNames) { $0.years },
    .flag("one_kind") { $0.isOneKind })

  package static func pages(_ entries: [Entry<Notice>], in library: Library) -> [PagePlan] {
    let results = Dictionary(
      entries.compactMap { entry in entry.record.resultOf.map { ($0.value, entry) } },
      uniquingKeysWith: { newer, _ in newer })
    return recordPages(entries, in: library, page) { ($0, results[$0.entry.id]) } + lists(entries, in: library)
  }

  private static func lists(_ entries: [Entry<Notice>], in library: Library) -> [PagePlan] {
    let current = entries.filter { !$0.status.isExpired }
    let pinned = pinned(current, library)
    let open = openPublicity(current, library)
    let rest = current.filter { !isOnTop($0, library) }
    // The board holds what is in force, the pages of kinds and years hold all.
    let kinds = kindFacets(entries, listed: current.count, in: library) { $0.form.value }
    let years = years(entries)
    let home = PagePlan.Crumb(library.words(section), url: "\(folder)/index.html")

    /// One page of a list of notices.
    func page(
      _ part: ListPage, _ members: [Entry<Notice>], heading: Wording, crumbs: [PagePlan.Crumb], isBoard: Bool = false,
      isOneKind: Bool = false
    ) -> PagePlan {
      let showsTop = isBoard && part.number == 1
      return PagePlan(
        list, path: part.path, title: library.words(heading) + library.words(part.suffix),
        origin: library.origin(folder), section: folder, crumbs: crumbs, isList: true
      ) {
        List(
          heading: heading, pinned: showsTop ? pinned.map { row($0, library, isPinned: true) } : [],
          open: showsTop ? open : [], rows: members[part.range].map { row($0, library) }, pager: part.pager,
          kinds: kinds.links(current: part.number == 1 ? part.path : "\(parent(part.path))/index.html"),
          years: years.links(current: part.path), isOneKind: isOneKind)
      }
    }

    let board = paginate(count: rest.count, folder: folder).map {
      page($0, rest, heading: section, crumbs: [], isBoard: true)
    }
    let byKind = grouped(entries) { $0.record.form.value }.flatMap { form, members in
      paginate(count: members.count, folder: kindFolder(form)).map {
        page($0, members, heading: Wording(form.rawValue, en: form.english), crumbs: [home], isOneKind: true)
      }
    }
    let archives = archives(
      entries, in: library, keepsExpired: true,
      heading: { Wording("\($0)年\(section.zh)归档", en: "\(section.en) of \($0)") }, row: { row($0, library) })
    return board + byKind + archives
  }

  package static func home(_ entries: [Entry<Notice>], in library: Library) -> HomePart {
    let current = entries.filter { !$0.status.isExpired }
    let pinned = pinned(current, library)
    let open = openPublicity(current, library)
    return HomePart(
      open: open, pinned: pinned.map { row($0, library, isPinned: true) },
      latest: news(current.filter { !isOnTop($0, library) }, in: library).map { row($0, library) })
  }

  /// What is pinned today; an open 公示 stands in a place of its own.
  private static func pinned(_ entries: [Entry<Notice>], _ library: Library) -> [Entry<Notice>] {
    entries.filter { isPinned($0, library) && $0.record.publicity?.value.left(library) == nil }
  }

  private static func isPinned(_ entry: Entry<Notice>, _ library: Library) -> Bool {
    entry.record.pinnedUntil.map { library.today <= $0.value } ?? false
  }

  /// Whether the board shows a notice above its list, and so not in it.
  private static func isOnTop(_ entry: Entry<Notice>, _ library: Library) -> Bool {
    isPinned(entry, library) || entry.record.publicity?.value.left(library) != nil
  }

  private static func openPublicity(_ entries: [Entry<Notice>], _ library: Library) -> [OpenRow] {
    entries.compactMap { entry in
      guard let publicity = entry.record.publicity?.value, let left = publicity.left(library) else { return nil }
      let span = publicity.span(library.workingDays)
      return OpenRow(
        entry: entry, until: span.last, left: left, contact: publicity.contact?.value ?? "",
        strip: WorkingDayStrip(span, library), in: library)
    }
  }

  private static func row(_ entry: Entry<Notice>, _ library: Library, isPinned: Bool = false) -> Row {
    entry.row(library, name: name, isPinned: isPinned, left: entry.record.publicity?.value.left(library))
  }
}
