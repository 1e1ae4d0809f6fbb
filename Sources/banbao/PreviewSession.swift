import BanbaoDiagnostics
import BanbaoDisk
import BanbaoHTML
import BanbaoKinds
import BanbaoPreview
import BanbaoSearch
import BanbaoSite
import BanbaoSource

/// The content as the preview last saw it: each change brings the trees up to date and compiles with the last memo.
struct PreviewSession {
  private let options: SiteOptions
  private var inputs: Inputs?
  private var memo = Memo(expectsEdits: true)
  /// What the snapshot before the last was made of: taking it apart takes a tenth of a rebuild, and nobody waits for it.
  private var past: (inputs: Inputs?, memo: Memo, good: SitePlan?)?
  private let pictures = PreviewPictures()
  /// The last plan without an error: it is shown beneath the card of faults.
  private var good: SitePlan?
  private(set) var isFaulty = false
  private var language = Language.chinese
  private(set) var count = (pages: 0, faults: 0)
  private(set) var milliseconds = 0
  /// The errors and warnings.
  private var told: [Diagnostic] = []

  init(_ options: SiteOptions) { self.options = options }

  /// Compiles anew and gives what browsers see from now on.
  ///
  /// - Parameter changes: what changed since the last time; nil to look at everything.
  mutating func refresh(_ changes: TreeChanges?) async throws -> PreviewSnapshot {
    let began = Environment.nanoseconds
    let known = inputs
    past = (inputs, memo, good)
    // Where the disk refuses, what changed meanwhile is not told again: the next time looks at everything.
    inputs = nil
    let inputs = try Inputs(options.folders, asOf: options.day.asOf, known: known, changes: changes)
    self.inputs = inputs
    let compilation = try await inputs.compiled(showsDrafts: true, tasks: options.tasks, reusing: memo)
    memo = compilation.memo
    let diagnostics = compilation.diagnostics
    isFaulty = diagnostics.containErrors
    if !isFaulty { good = compilation.plan }
    told = diagnostics.filter { $0.severity != .note }
    count = (compilation.plan.pages.count, told.count)
    language = Environment.language(options.lang) ?? compilation.settings.language
    let snapshot = PreviewSnapshot(
      overlay: isFaulty ? card(compilation, inputs) : nil,
      resource: resources(good ?? compilation.plan, desk: compilation, pictures, language))
    milliseconds = Int((Environment.nanoseconds &- began) / 1_000_000)
    return snapshot
  }

  /// The errors and warnings as the terminal prints them; empty where there are none. Their lines are read from the files
  /// again, so they are asked for when the site is shown.
  var faults: String {
    guard let inputs else { return "" }
    return textForm(
      told.abridged(), in: [inputs.content, inputs.theme], language: language, colour: Output.isColoured)
  }

  /// Lets go of what the last snapshot but one was made of. To be called once the last one is shown.
  mutating func forgetPast() { past = nil }

  /// The pages of the records that a change touched; none of a change to many files at once.
  func pages(of changes: TreeChanges) -> [String] {
    guard !isFaulty, let good, let content = inputs?.content else { return [] }
    let changed = changes.paths(in: 0)
    guard changed.count <= 3 else { return [] }
    let origins = Set(changed.map(content.shown))
    return good.pages.filter { origins.contains($0.origin.path) }.prefix(3).map(\.path)
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
        compilation.diagnostics.filter { $0.severity == .error }.abridged(), in: [inputs.content, inputs.theme],
        language: language, colour: false))
  }
}

/// Everything a browser may ask for, by path: the files of the plan and the desk, and nothing else of the disk.
private func resources(
  _ plan: SitePlan, desk: Compilation, _ pictures: PreviewPictures, _ language: Language
) -> @Sendable (String) -> PreviewSnapshot.Resource? {
  let search = PreviewSearch(plan)
  return { path in
    if let file = plan.file(at: path.isEmpty ? "index.html" : path) {
      switch file {
      case .page(let page): return .page { plan.rendered(page) }
      case .copy(let copy): return .file(contentType: contentType(path)) { try copy.tree.read(copy.file) }
      case .picture(let picture): return .file(contentType: contentType(path)) { try pictures.bytes(of: picture) }
      case .made(let made): return .file(contentType: contentType(path)) { made.bytes() }
      }
    }
    if path.hasPrefix(SearchIndex.folder + "/") {
      return .file(contentType: contentType(path)) {
        try search.bytes(path)
      }
    }
    switch path {
    case "-/desk.html": return .page { desk.plan.rendered(desk.deskPage(desk.diagnostics.abridged())) }
    case "-/explain.html": return .page { explanations(language) }
    default: return nil
    }
  }
}

/// What every code means, one below the other, each to be reached by its code.
private func explanations(_ language: Language) -> [UInt8] {
  let title = Wording("提示的含义", en: "What the diagnostics mean")[language]
  var page = Array(
    """
    <!DOCTYPE html><html lang="\(language.rawValue)"><head><meta charset="utf-8"><title>\(title)</title><style>\
    pre { white-space: pre-wrap; font: inherit } section:target { background: #fff3c4 }</style></head><body><h1>\(title)</h1>

    """.utf8)
  for rule in (Kinds.rules + DiskRules.all).sorted(by: { $0.code < $1.code }) {
    page += "<section id=\"\(rule.code)\"><pre>".utf8
    page.appendEscaped(explanation(of: rule, language: language))
    page += "</pre></section>\n".utf8
  }
  return page + "</body></html>\n".utf8
}

extension SitePlan {
  fileprivate func rendered(_ page: PagePlan) -> [UInt8] {
    var bytes: [UInt8] = []
    render(page, into: &bytes)
    return bytes
  }
}
