import BanbaoDiagnostics
import BanbaoDisk
import BanbaoSite
import BanbaoSource
import Synchronization

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
  /// - Parameter mayUseCache: whether what builds left may spare reading. What is sealed and verified is read as a whole.
  /// - Throws: if the disk refused; what is wrong with the content stands in the diagnostics.
  func checkedSite(mayUseCache: Bool = false) async throws -> CheckedSite {
    let profile = profile()
    let inputs = try Inputs(folders, asOf: asOf)
    let mayUseCache = mayUseCache && !showsProfile && !Environment.isAutomatic
    return try await checkedSite(
      of: inputs, profile,
      reusing: Memo(cache: mayUseCache ? DocumentCache(beside: folders.content, inputs) : nil))
  }

  /// Compiles the site of inputs that were read.
  func checkedSite(
    of inputs: Inputs, _ profile: Profile, spool: SpoolFile? = nil, reusing memo: Memo = Memo()
  ) async throws -> CheckedSite {
    let compilation = try await inputs.compiled(
      showsDrafts: showsDrafts, tasks: tasks, observer: profile.observer, spool: spool, reusing: memo)
    return CheckedSite(request: self, inputs: inputs, compilation: compilation, profile: profile)
  }

  /// Begins to measure.
  func profile() -> Profile {
    Profile(
      keepsWork: showsProfile, showsProgress: Output.isWatched && !isQuiet,
      language: Environment.language(lang) ?? .chinese)
  }
}

/// A site, read and compiled, with all that a command goes on with.
struct CheckedSite: Sendable {
  let request: SiteRequest
  let inputs: Inputs
  var compilation: Compilation
  let profile: Profile
  /// Pictures that turned out to be damaged while the site was published.
  let damaged = DamagedPictures()

  /// In order, each once.
  var diagnostics: [Diagnostic] {
    let damage = damaged.faults
    return damage.isEmpty ? compilation.diagnostics : (compilation.diagnostics + damage).inOrder()
  }

  /// Whether it may be published.
  var isPassed: Bool {
    request.isStrict ? !diagnostics.failStrictly : !diagnostics.containErrors
  }

  /// Every file of the site but those of its search index, for the publisher.
  var outputs: [OutputFile] {
    let render = self.render
    let damaged = self.damaged
    return compilation.plan.files.map { file in
      let content: OutputFile.Content =
        switch file {
        case .page(let page): .page { render(page, &$0) }
        case .copy(let copy): .file(copy.tree, copy.file)
        case .picture(let picture): .reusing { try damaged.made(picture, reusing: $0) }
        case .made(let made): .page { $0 += made.bytes() }
        }
      return OutputFile(path: file.path, content: content)
    }
  }

  /// Appends the bytes of a page.
  var render: @Sendable (PagePlan, inout [UInt8]) -> Void {
    let plan = compilation.plan
    let observer = profile.observer
    return { page, bytes in observer.measure(.rendering, page.path) { plan.render(page, into: &bytes) } }
  }
}

/// The pictures that were found to be damaged as they were decoded.
final class DamagedPictures: Sendable {
  private let found = Mutex<[String: Diagnostic]>([:])

  /// What is said of them, each once.
  var faults: [Diagnostic] { found.withLock { Array($0.values) } }

  /// Throws what the disk threw.
  func made(_ picture: PicturePlan, reusing published: [UInt8]?) throws -> [UInt8] {
    let made = try picture.made(reusing: published)
    if made.isDamaged { found.withLock { $0[picture.file.path] = picture.damage } }
    return made.bytes
  }
}
