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
  private var inputs: Inputs?
  private var memo = Memo()
  /// The last plan without an error: it is shown beneath the card of faults.
  private var good: SitePlan?
  private(set) var isFaulty = false
  private(set) var count = (pages: 0, faults: 0)
  private(set) var milliseconds = 0

  init(_ options: SiteOptions) { self.options = options }

  /// Compiles anew and gives what browsers see from now on.
  ///
  /// - Parameter changes: what changed since the last time; nil to look at everything.
  mutating func refresh(_ changes: TreeChanges?) async throws -> PreviewSnapshot {
    let began = Environment.nanoseconds
    let known = inputs
    // Where the disk refuses, what changed meanwhile is not told again: the next time looks at everything.
    inputs = nil
    let inputs = try Inputs(options.folders, asOf: options.asOf, known: known, changes: changes)
    self.inputs = inputs
    let compilation = try await inputs.compiled(showsDrafts: true, tasks: options.tasks, reusing: memo)
    memo = compilation.memo
    let diagnostics = compilation.diagnostics
    isFaulty = diagnostics.containErrors
    if !isFaulty { good = compilation.plan }
    count = (compilation.plan.pages.count, diagnostics.count { $0.severity != .note })
    let snapshot = PreviewSnapshot(
      overlay: isFaulty ? card(compilation, inputs) : nil,
      resource: resources(good ?? compilation.plan, desk: compilation))
    milliseconds = Int((Environment.nanoseconds &- began) / 1_000_000)
    return snapshot
  }

  /// What the browsers have to do about a change.
  func change(_ changes: TreeChanges, wasFaulty: Bool) -> PreviewChange {
    if isFaulty { return .overlay }
    let isStyle = changes.folders == [1] && changes.paths(in: 1).allSatisfy { $0.hasSuffix(".css") }
    return isStyle && !wasFaulty ? .styleSheets : .pages
  }

  /// The errors as the overlay shows them: the text form that the terminal prints, escaped.
  private func card(_ compilation: Compilation, _ inputs: Inputs) -> HTML {
    HTML(
      escaping: textForm(
        compilation.diagnostics.filter { $0.severity == .error }, in: [inputs.content, inputs.theme],
        language: Environment.language(options.lang) ?? compilation.settings.language, colour: false))
  }
}

/// Everything a browser may ask for, by path: the files of the plan and the desk, and nothing else of the disk.
private func resources(
  _ plan: SitePlan, desk: Compilation
) -> @Sendable (String) -> PreviewSnapshot.Resource? {
  let indices = Dictionary(plan.files.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
  return { path in
    if let index = indices[path.isEmpty ? "index.html" : path] {
      switch plan.files[index] {
      case .page(let page): return .page { plan.rendered(page) }
      case .copy(let copy): return .file(contentType: contentType(path)) { try copy.tree.read(copy.file) }
      case .made(let made): return .file(contentType: contentType(path)) { made.bytes() }
      }
    }
    guard path == "-/desk.html" else { return nil }
    return .page { desk.plan.rendered(desk.deskPage(desk.diagnostics)) }
  }
}

extension SitePlan {
  fileprivate func rendered(_ page: PagePlan) -> [UInt8] {
    var bytes: [UInt8] = []
    render(page, into: &bytes)
    return bytes
  }
}
