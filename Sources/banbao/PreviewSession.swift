import BanbaoDiagnostics
import BanbaoDisk
import BanbaoHTML
import BanbaoKinds
import BanbaoPreview
import BanbaoSite
import BanbaoSource

/// The content as the preview last saw it: each change brings the trees up to date and compiles with the last memo.
struct PreviewSession {
  private let options: SiteOptions
  private var content: DiskTree?
  private var theme: DiskTree?
  private var memo = Memo()
  /// The last plan without an error: it is shown beneath the card of faults.
  private var good: (plan: SitePlan, content: SourceTree, theme: SourceTree)?
  private(set) var isFaulty = false
  private(set) var count = (pages: 0, faults: 0)
  private(set) var milliseconds = 0

  init(_ options: SiteOptions) { self.options = options }

  /// Compiles anew and gives what browsers see from now on.
  ///
  /// - Parameter changes: what changed since the last time; nil to look at everything.
  mutating func refresh(_ changes: TreeChanges?) async throws -> PreviewSnapshot {
    let began = Environment.seconds
    let known = (content: self.content, theme: self.theme)
    // Where the disk refuses, what changed meanwhile is not told again: the next time looks at everything.
    (self.content, self.theme) = (nil, nil)
    let content = try refreshed(known.content, 0, options.content, changes)
    let own: DiskTree?
    do {
      own = try refreshed(known.theme, 1, options.theme, changes)
    } catch {
      guard error.isMissing else { throw error }
      own = nil
    }
    (self.content, self.theme) = (content, own)
    let defaults = embeddedTheme()
    let theme = own.map { overlay($0.tree, over: defaults) } ?? defaults
    let zone = try timeZone(of: content.tree)
    let compilation = try await compile(
      SiteInput(
        content: content.tree, theme: theme, today: options.asOf ?? Environment.today(in: zone.name), showsDrafts: true,
        tasks: options.jobs ?? Environment.cores), as: Kinds.model, reusing: memo)
    memo = compilation.memo
    let diagnostics = (compilation.diagnostics + content.diagnostics + (own?.diagnostics ?? [])).inOrder()
    isFaulty = diagnostics.containErrors
    if !isFaulty { good = (compilation.plan, content.tree, theme) }
    count = (compilation.plan.pages.count, diagnostics.count { $0.severity != .note })
    let shown = good ?? (compilation.plan, content.tree, theme)
    let snapshot = PreviewSnapshot(
      overlay: isFaulty ? card(diagnostics, content.tree, theme, compilation.settings.language) : nil,
      resource: resources(shown.plan, shown.content, shown.theme, desk: (compilation, diagnostics)))
    milliseconds = Int((Environment.seconds - began) * 1000)
    return snapshot
  }

  /// What the browsers have to do about a change.
  func change(_ changes: TreeChanges, wasFaulty: Bool) -> PreviewChange {
    if isFaulty { return .overlay }
    let isStyle = changes.folders == [1] && changes.paths(in: 1).allSatisfy { $0.hasSuffix(".css") }
    return isStyle && !wasFaulty ? .styleSheets : .pages
  }

  private func refreshed(
    _ tree: DiskTree?, _ number: Int, _ folder: String, _ changes: TreeChanges?
  ) throws(DiskFault) -> DiskTree {
    let label = withoutSlash(folder)
    guard let tree, let changes else { return try readTree(at: folder, label: label) }
    guard changes.folders.contains(number) else { return tree }
    return try BanbaoDisk.refreshed(tree, at: folder, label: label, paths: changes.paths(in: number))
  }

  /// The errors as the overlay shows them: the text form that the terminal prints, escaped.
  private func card(
    _ diagnostics: [Diagnostic], _ content: SourceTree, _ theme: SourceTree, _ language: Language
  ) -> HTML {
    var lines = SourceLines(content: content, theme: theme)
    let errors = diagnostics.filter { $0.severity == .error }
    return HTML(
      escaping: textForm(errors, language: options.lang ?? Environment.language ?? language, colour: false) {
        lines.line($0)
      })
  }
}

/// Everything a browser may ask for, by path: pages of the plan, files that it copies, and nothing else of the disk.
private func resources(
  _ plan: SitePlan, _ content: SourceTree, _ theme: SourceTree,
  desk: (compilation: Compilation, diagnostics: [Diagnostic])
) -> @Sendable (String) -> PreviewSnapshot.Resource? {
  let pages = Dictionary(plan.pages.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
  let copies = Dictionary(plan.copies.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
  let machineFiles = Dictionary(plan.machineFiles.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  return { path in
    if let index = pages[path.isEmpty ? "index.html" : path] {
      return .page {
        var bytes: [UInt8] = []
        plan.render(plan.pages[index], into: &bytes)
        return bytes
      }
    }
    if let index = copies[path] {
      let copy = plan.copies[index]
      return .file(contentType: contentType(path)) { try (copy.isAsset ? theme : content).read(copy.file) }
    }
    if let bytes = machineFiles[path] { return .file(contentType: contentType(path)) { bytes() } }
    guard path == "-/desk.html" else { return nil }
    return .page {
      var bytes: [UInt8] = []
      desk.compilation.plan.render(desk.compilation.deskPage(desk.diagnostics), into: &bytes)
      return bytes
    }
  }
}

/// By the extension, for the types that a site may hold; the browser never guesses (`nosniff`).
func contentType(_ path: String) -> String {
  let name = path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() } ?? ""
  return switch name {
  case "html": "text/html; charset=utf-8"
  case "css": "text/css; charset=utf-8"
  case "js": "text/javascript; charset=utf-8"
  case "svg": "image/svg+xml"
  case "png": "image/png"
  case "jpg", "jpeg": "image/jpeg"
  case "gif": "image/gif"
  case "webp": "image/webp"
  case "xml": "application/xml; charset=utf-8"
  case "ics": "text/calendar; charset=utf-8"
  case "csv": "text/csv; charset=utf-8"
  case "txt": "text/plain; charset=utf-8"
  case "pdf": "application/pdf"
  case "zip": "application/zip"
  case "mp3": "audio/mpeg"
  case "mp4": "video/mp4"
  default: "application/octet-stream"
  }
}
