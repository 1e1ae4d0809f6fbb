import BanbaoSource

/// Everything that a site publishes: the pages of its sections and those that the engine adds, then the files.
struct SiteFiles: Sendable {
  /// Pages first, then copies, then made files; of the sections in their order.
  let files: [SitePlan.File]
  /// Whether any record has a tag.
  let hasTags: Bool

  init(_ sections: Sections, _ content: Content, _ input: SiteInput) {
    let library = sections.library
    let tags = tagPages(library, names: sections.names)
    let pages =
      sections.pages() + tags + [homePage(sections.shelves, sections.offered, library), notFoundPage(library)]
    let copies = contentCopies(library, content.index, input.content) + assets(input.theme)
    let made = machineFiles(library, pages, events: sections.eventFolders, offset: input.offset) + sections.files()
    hasTags = !tags.isEmpty
    files = pages.map { .page($0) } + copies.map { .copy($0) } + made.map { .made($0) }
  }
}

extension RecordFiles {
  /// Every file that the record names.
  var paths: [String] { attachments.map(\.path) + photos.map(\.path) + inBody }
}

/// Attachments, photos and pictures of published records, each once.
private func contentCopies(_ library: Library, _ index: ContentIndex, _ content: SourceTree) -> [SitePlan.Copy] {
  var seen = Set<String>()
  let content = publishedTree(content)
  return library.entries.flatMap(\.files.paths).filter { seen.insert($0).inserted }.compactMap { path in
    index[path].map { SitePlan.Copy(path: path, file: $0, tree: content, isAsset: false) }
  }
}

private func assets(_ theme: SourceTree) -> [SitePlan.Copy] {
  theme.files.filter { $0.path.hasPrefix("assets/") }.map {
    SitePlan.Copy(path: $0.path, file: $0, tree: theme, isAsset: true)
  }
}

/// What programs read; nothing without `base_url`, from which they are made.
private func machineFiles(
  _ library: Library, _ pages: [PagePlan], events: Set<String>, offset: @escaping @Sendable (Day) -> Int
) -> [FilePlan] {
  guard let baseURL = library.settings.baseURL else { return [] }
  let origin = library.origin("site.yaml")
  return [
    FilePlan(path: "calendar.ics", origin: origin) { calendar(library, folders: events, baseURL: baseURL) },
    FilePlan(path: "feed.xml", origin: origin) { feed(library, baseURL: baseURL, offset: offset) },
    FilePlan(path: "sitemap.xml", origin: origin) { sitemap(pages, library, baseURL: baseURL) },
  ]
}
