package import BanbaoDiagnostics
import BanbaoHTML
import BanbaoMarkdown
import BanbaoSource
import BanbaoTheme

/// What came of compiling a site.
package struct Compilation: Sendable {
  package var plan: SitePlan
  /// In order, each once.
  package var diagnostics: [Diagnostic]
  package var leftOut: [LeftOut]
  package var settings: SiteSettings
  package var recordCount: Int
  /// What is late, or due in the month of the site's day; by day.
  package var due: [Due]
  /// The published records and the words for them.
  package let library: Library
  /// For the next compilation of the same site.
  package var memo: Memo
}

extension Compilation {
  /// The pages that show persons, by path, each with those that it shows.
  package var shownPeople: [(page: String, people: [ShownPerson])] {
    plan.pages.filter { !$0.people.isEmpty }.map { ($0.path, $0.people) }
  }
}

/// Everything banbao does to content, in one breath: reads, checks and plans. Renders nothing.
///
/// Throws only what the disk threw while a file was read.
///
/// - Parameter memo: what an earlier compilation read. It changes the speed, never the result.
package func compile(
  _ input: SiteInput, as model: SiteModel, reusing memo: Memo = Memo()
) async throws -> Compilation {
  let kinds = model.kinds
  var content = try await readContent(input, model, reusing: memo)
  let observer = input.observer
  let theme = try observer.measure(.theme, input.theme.label) {
    try memo.theme(input.theme) ?? loadTheme(input.theme, model)
  }
  content.memo.keep(theme, of: input.theme)
  let library = Library(
    settings: content.settings, workingDays: content.workingDays, today: input.today, label: input.content.label,
    entries: content.documents.flatMap(\.entries), unfinished: content.documents.flatMap(\.unfinished),
    showsDrafts: input.showsDrafts, references: kinds.map { KindReference($0) },
    templates: templateReference(model, theme.strings),
    unread: Set(
      content.documents.filter { $0.entries.isEmpty && $0.diagnostics.containErrors }.map { withoutExtension($0.path) }),
    registers: content.registers)
  let shelves = kinds.map { shelf($0, library) }
  let overviews = model.overviews.compactMap { $0.init(library) }
  var diagnostics = content.diagnostics + theme.diagnostics + content.documents.flatMap(\.diagnostics)
  diagnostics += observer.measure(.checking, "") {
    shelves.flatMap { $0.check(library) } + overviews.flatMap { $0.check() }
  }

  var pages = observer.measure(.planning, "") {
    shelves.flatMap { $0.pages(library) } + overviews.flatMap { $0.pages() }
  }
  let names = Dictionary(kinds.map { ($0.folder, $0.name) }, uniquingKeysWith: { first, _ in first })
  let tags = tagPages(library, names: names)
  let offered = shelves.flatMap { $0.menu(library) } + overviews.flatMap { $0.menu() }
  pages += tags + [homePage(shelves, offered, library), notFoundPage(library)]
  let (menu, menuFaults) = menu(offered, library, label: input.content.label)
  diagnostics += menuFaults

  let files = overviews.flatMap { $0.files() }
  let copies = contentCopies(library, content.index) + theme.assets
  diagnostics += pathClashes(
    pages,
    copies.map { ($0.path, Place(($0.isAsset ? input.theme : input.content).shown($0.file.path))) }
      + files.map { ($0.path, $0.origin) })
  diagnostics += checkLinks(content.documents, library, pages)
  diagnostics += unusedFiles(input.content, content.documents, kinds)

  pages.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  diagnostics += try attachedTextFaults(copies, input.content, content.names, memo, &content.memo)
  let machineFiles =
    machineFiles(library, pages, events: Set(kinds.filter { $0.isEvent }.map { $0.folder }))
    + files.map { ($0.path, $0.bytes) }
  diagnostics += try await privateNameFaults(pages, copies, machineFiles, content, input)

  let plan = SitePlan(
    pages: pages, copies: copies, machineFiles: machineFiles, theme: theme.theme,
    frame: Frame(library, theme.strings, menu: menu, hasTags: !tags.isEmpty))
  return Compilation(
    plan: plan, diagnostics: diagnostics.map(content.names.redacted).inOrder(), leftOut: library.leftOut.sorted(),
    settings: library.settings, recordCount: library.entries.count,
    due: (shelves.flatMap { $0.due(library) } + overviews.flatMap { $0.due() } + library.scheduledDue)
      .soon(input.today), library: library, memo: content.memo)
}

/// Attachments, photos and pictures of published records, each once.
private func contentCopies(_ library: Library, _ index: ContentIndex) -> [SitePlan.Copy] {
  var seen = Set<String>()
  return library.entries.flatMap { entry in
    entry.files.attachments.map(\.path) + entry.files.photos.map(\.path) + entry.files.inBody
  }
  .filter { seen.insert($0).inserted }
  .compactMap { path in index[path].map { SitePlan.Copy(path: path, file: $0, isAsset: false) } }
}

private func checkLinks(_ documents: [Document], _ library: Library, _ pages: [PagePlan]) -> [Diagnostic] {
  guard documents.contains(where: { !$0.links.isEmpty }) else { return [] }
  let paths = Set(pages.map(\.path))
  // Only the headings that some link names are gathered.
  var wanted = Set<String>()
  for document in documents {
    for link in document.links where link.fragment != nil {
      switch link.target {
      case .here: wanted.insert(withoutExtension(document.path))
      case .record(let id, _): wanted.insert(id)
      case .page: break
      }
    }
  }
  var headings: [String: Set<String>] = [:]
  for document in documents {
    for entry in document.entries where wanted.contains(entry.id) {
      headings[entry.id] = Set((entry.body?.headings ?? []).map(\.id))
    }
  }
  return documents.flatMap { document -> [Diagnostic] in
    let own = withoutExtension(document.path)
    // What is not published itself may point at what is not published either.
    guard library.unpublished[own] == nil else { return [] }
    return check(document.links, headings: headings, own: own, pages: paths, library)
  }
}

/// Files beside records that no record names: they stay unpublished, and their author may think otherwise.
private func unusedFiles(
  _ content: SourceTree, _ documents: [Document], _ kinds: [any RecordKind.Type]
) -> [Diagnostic] {
  var used = Set(documents.map(\.path))
  for entry in documents.flatMap(\.entries) {
    used.formUnion(entry.files.attachments.map(\.path) + entry.files.photos.map(\.path) + entry.files.inBody)
  }
  let folders = Set(kinds.map { $0.folder })
  return content.files.compactMap { file in
    guard let slash = file.path.firstIndex(of: "/"), folders.contains(String(file.path[..<slash])),
      !used.contains(file.path), meantRecord(file.path) == nil
    else { return nil }
    return FileRules.unused.at(
      Place(content.shown(file.path)), Wording("没有记录引用这个文件，不会发布", en: "no record names this file; it is not published"),
      help: Wording("在记录里写进 attachments（附件）或链接它，或者删掉它", en: "name it under attachments, link to it, or delete it"))
  }
}

private func machineFiles(
  _ library: Library, _ pages: [PagePlan], events: Set<String>
) -> [(path: String, bytes: @Sendable () -> [UInt8])] {
  guard let baseURL = library.settings.baseURL else { return [] }
  return [
    ("calendar.ics", { calendar(library, folders: events, baseURL: baseURL) }),
    ("feed.xml", { feed(library, baseURL: baseURL) }),
    ("sitemap.xml", { sitemap(pages, baseURL: baseURL) }),
  ]
}

/// The site's menu: as `site.yaml` orders it, else the kinds in their order and then the pages in theirs.
private func menu(
  _ all: [MenuItem], _ library: Library, label: String
) -> (items: [MenuItem], diagnostics: [Diagnostic]) {
  let wanted = library.settings.menu
  guard !wanted.isEmpty else {
    return (
      all.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map(\.element), []
    )
  }
  var diagnostics: [Diagnostic] = []
  let items = wanted.compactMap { target -> MenuItem? in
    if let item = all.first(where: { $0.target == target.value }) { return item }
    if let entry = library.entry(target.value) {
      return MenuItem(target: entry.id, label: entry.title, url: entry.page, order: 0)
    }
    let near = nearest(to: target.value, among: all.map(\.target) + library.entries.map(\.id))
    diagnostics.append(
      SettingsRules.menu.at(
        Place(joined(label, "site.yaml"), target.mark),
        Wording("菜单里的“\(target.value)”没有内容", en: "there is nothing at “\(target.value)” for the menu"),
        help: near.map { Wording("是不是“\($0)”？", en: "did you mean “\($0)”?") }))
    return nil
  }
  return (items, diagnostics)
}
