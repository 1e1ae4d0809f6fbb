import BanbaoSource

/// Everything that a site publishes: the pages of its sections and those that the engine adds, then the files.
struct SiteFiles: Sendable {
  /// Pages first, then copies, then smaller pictures, then made files; of the sections in their order.
  let files: [SitePlan.File]
  /// Whether any record has a tag.
  let hasTags: Bool
  /// By the page's path, its events that are not over, for a reader's own calendar.
  let calendars: [String: FilePlan]

  /// - Parameter damaged: the paths of pictures that are known to be.
  init(_ sections: Sections, _ content: Content, _ input: SiteInput, _ look: Look, damaged: Set<String>) {
    let library = sections.library
    let tags = tagPages(library, names: sections.names)
    let own = sections.pages()
    let events = sections.events()
    let board = boardPage(sections.shelves, events, library)
    calendars = pageCalendars(events, library)
    let pages =
      own + tags + [
        homePage(sections, events), searchPage(sections.offered, own, library),
        board.page, accessibilityPage(library), notFoundPage(library),
      ]
    let copies = contentCopies(library, content.index, input.content, look.files) + assets(input.theme)
    let made =
      machineFiles(library, pages, events, offset: input.offset) + [board.version]
      + styles(look, library) + calendars.values.sorted { $0.path < $1.path } + sections.files()
    hasTags = !tags.isEmpty
    files =
      pages.map { .page($0) } + copies.map { .copy($0) }
      + picturePlans(library, input.content, damaged).map { .picture($0) } + made.map { .made($0) }
  }
}

extension RecordFiles {
  /// Every file that the record names.
  var paths: [String] { attachments.map(\.path) + photos.map(\.path) + inBody }
}

/// Attachments, photos and pictures of published records and of the site's look, each once.
private func contentCopies(
  _ library: Library, _ index: ContentIndex, _ content: SourceTree, _ others: [SourceTree.File]
) -> [SitePlan.Copy] {
  var seen = Set<String>()
  let content = publishedTree(content)
  return (library.entries.flatMap(\.files.paths) + others.map(\.path)).filter { seen.insert($0).inserted }.compactMap {
    path in
    index[path].map { SitePlan.Copy(path: path, file: $0, tree: content, isAsset: false) }
  }
}

/// The styles that follow from the site's own colour.
private func styles(_ look: Look, _ library: Library) -> [FilePlan] {
  look.colour.map { colour in
    [FilePlan(path: Look.colourFile, origin: library.origin("site.yaml")) { colour.styles() }]
  } ?? []
}

private func assets(_ theme: SourceTree) -> [SitePlan.Copy] {
  theme.files.filter { $0.path.hasPrefix("assets/") }.map {
    SitePlan.Copy(path: $0.path, file: $0, tree: theme, isAsset: true)
  }
}

/// What programs read; nothing without `base_url`, from which they are made.
private func machineFiles(
  _ library: Library, _ pages: [PagePlan], _ events: [CalendarEvent], offset: @escaping @Sendable (Day) -> Int
) -> [FilePlan] {
  guard let baseURL = library.settings.baseURL else { return [] }
  let origin = library.origin("site.yaml")
  return [
    FilePlan(path: "calendar.ics", origin: origin) { calendar(events, library, baseURL: baseURL) },
    feedFile(library, baseURL: baseURL, offset: offset),
    FilePlan(path: "sitemap.xml", origin: origin) { sitemap(pages, library, baseURL: baseURL) },
  ]
}
