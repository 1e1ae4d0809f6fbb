import BanbaoDiagnostics
import BanbaoDisk
import BanbaoSite
import BanbaoSource

/// What a command wants of a site, however that is written on the command line.
struct SiteRequest: Sendable {
  var folders = SiteFolders()
  var asOf: Day?
  var showsDrafts = false
  /// Whether warnings fail too.
  var isStrict = false
  var format = Format.text
  var lang: Language?
  var tasks = Environment.cores
  var showsProfile = false
  /// Whether nothing but faults is said.
  var isQuiet = false

  /// Reads and compiles the site.
  ///
  /// - Throws: if the disk refused; what is wrong with the content stands in the diagnostics.
  func checkedSite() async throws -> CheckedSite {
    let profile = Profile(
      keepsWork: showsProfile, showsProgress: Output.isWatched && !isQuiet,
      language: Environment.language(lang) ?? .chinese)
    let inputs = try Inputs(folders, asOf: asOf)
    let compilation = try await inputs.compiled(showsDrafts: showsDrafts, tasks: tasks, observer: profile.observer)
    return CheckedSite(request: self, inputs: inputs, compilation: compilation, profile: profile)
  }
}

/// A site, read and compiled, with all that a command goes on with.
struct CheckedSite: Sendable {
  let request: SiteRequest
  let inputs: Inputs
  var compilation: Compilation
  let profile: Profile

  /// Whether it may be published.
  var isPassed: Bool {
    request.isStrict ? !compilation.diagnostics.failStrictly : !compilation.diagnostics.containErrors
  }

  /// Every file of the site, for the publisher.
  var outputs: [OutputFile] {
    let plan = compilation.plan
    let observer = profile.observer
    return plan.files.map { file in
      let content: OutputFile.Content =
        switch file {
        case .page(let page):
          .page { bytes in observer.measure(.rendering, page.path) { plan.render(page, into: &bytes) } }
        case .copy(let copy): .file(copy.tree, copy.file)
        case .made(let made): .page { $0 += made.bytes() }
        }
      return OutputFile(path: file.path, content: content)
    }
  }
}
