import BanbaoDiagnostics
import BanbaoMarkdown
import BanbaoSource

/// All that a compilation came to but for its memo, with what is said of each record's file by itself.
struct CompiledSite: Sendable {
  var plan: SitePlan
  var library: Library
  var faults: FaultsByFile
  /// What drafts still have of their starting files.
  var untouched: FaultsByFile
  let due: [Due]
  /// What must never appear.
  let names: PrivateNames
  /// What records mask.
  let maskedNames: PrivateNames
}

extension Compilation {
  init(_ site: CompiledSite, _ memo: Memo) {
    self.init(
      plan: site.plan, diagnostics: site.faults.all, leftOut: site.library.leftOut.sorted(),
      settings: site.library.settings, recordCount: site.library.entries.count, due: site.due,
      untouched: site.untouched.all, library: site.library, memo: memo)
  }
}

/// What is said of a site, with what reading the file of a record says of it apart from the rest.
struct FaultsByFile: Sendable {
  private let others: [Diagnostic]
  /// By the file's path under `content/`, in their order; none is empty.
  private var own: [(path: String, faults: [Diagnostic])]

  /// - Parameter others: of anything but reading documents.
  init(_ others: [Diagnostic], _ documents: [Document], of own: (Document) -> [Diagnostic]) {
    self.others = others
    self.own = documents.map { ($0.path, own($0)) }.filter { !$0.1.isEmpty }
  }

  /// In order, each once.
  var all: [Diagnostic] { (others + own.flatMap(\.faults)).inOrder() }

  /// Says something else of a file.
  mutating func replace(_ path: String, by faults: [Diagnostic]) {
    own.removeAll { $0.path == path }
    if !faults.isEmpty { own.insert((path, faults), at: own.leadingCount { $0.path.precedes(path) }) }
  }
}

/// A single file that was written since a compilation of which all else is as it was.
struct TextEdit {
  let file: SourceTree.File
  /// What was read of it before.
  let before: Document
  let site: CompiledSite
  let index: ContentIndex
  let lineEnds: LineEnds
}

/// What a site comes to after an author wrote on in the text of one record; nil where anything else has changed, or where
/// more follows from the edit than another page of this record, another feed, and what is said of the file by itself.
///
/// All that other pages show of a record, and all that rules ask of it, is in its fields, its summary, its links and
/// their targets, its headings' names and its files, so the edit is held against these. `TextEditTests` prove it for every
/// kind, `ServeTests` after edits of all sorts.
func compilation(afterEditOfText input: SiteInput, _ model: SiteModel, _ memo: Memo) throws -> Compilation? {
  guard let edit = memo.edit(input), let old = edit.before.entries.first else { return nil }
  let context = readingContext(edit.index, input, model, edit.site.names, edit.lineEnds, keepsHeads: true)
  let document = try readFile(type(of: old.anyRecord), edit.file, input, context)
    .checked(masked: edit.site.maskedNames)
  guard document.isSame(butForTextAs: edit.before), let entry = document.entries.first,
    let library = edit.site.library.replacing(entry), let plan = edit.site.plan.showing(entry, library, input),
    showSameNames(edit.site.plan, plan, entry, edit.site.names, library.settings.language)
  else { return nil }
  var site = edit.site
  site.library = library
  site.plan = plan
  site.faults.replace(document.path, by: document.diagnostics.map(site.names.redacted))
  site.untouched.replace(document.path, by: document.untouched)
  return Compilation(site, memo.after(edit, document, site, input))
}

extension Document {
  /// Whether both readings of a file differ in the text of its one record, what is said of it, and nothing else.
  fileprivate func isSame(butForTextAs other: Document) -> Bool {
    // What stands before the text, to the byte: so the fields are the same, and where they stand.
    guard let head, head == other.head, leftOut.isEmpty, other.leftOut.isEmpty, entries.count == 1,
      other.entries.count == 1, let entry = entries.first, let old = other.entries.first
    else { return false }
    return links == other.links && namedFiles == other.namedFiles && lookups == other.lookups
      && unfinished.isEmpty && other.unfinished.isEmpty && isReadInFull == other.isReadInFull
      && privateNames == other.privateNames && entry.isSame(butForTextAs: old)
  }
}

extension AnyEntry {
  fileprivate func isSame(butForTextAs other: any AnyEntry) -> Bool {
    id == other.id && status == other.status && summary == other.summary && files.inBody == other.files.inBody
      && files.pictures == other.files.pictures && headingNames == other.headingNames
      // What is cut into parts stands in another page than its own.
      && body?.markdown.isEmpty ?? true && other.body?.markdown.isEmpty ?? true
  }

  private var headingNames: [String] { (body?.headings ?? []).map(\.id) }
}

extension SitePlan {
  /// The plan with another text of one record; nil where no page is that of the record alone.
  fileprivate func showing(_ entry: any AnyEntry, _ library: Library, _ input: SiteInput) -> SitePlan? {
    guard case .page(let old)? = file(at: entry.page), old.origin == entry.place, let page = old.showing(entry) else {
      return nil
    }
    let feed = library.settings.baseURL.map { feedFile(library, baseURL: $0, offset: input.offset) }
    return replacing([.page(page)] + (feed.map { [.made($0)] } ?? []))
  }
}

/// Whether nothing has to be said of private names that was not said before.
private func showSameNames(
  _ old: SitePlan, _ new: SitePlan, _ entry: any AnyEntry, _ names: PrivateNames, _ language: Language
) -> Bool {
  if names.isEmpty { return true }
  func shown(_ plan: SitePlan) -> [Set<Int>] {
    var shown: [Set<Int>] = []
    for case let file? in [plan.file(at: entry.page), plan.file(at: "feed.xml")] {
      switch file {
      case .page(let page):
        let found = namesShown(by: page, names, language)
        shown += [found.text, found.rest]
      case .made(let made): shown.append(namesShown(by: made, names))
      case .copy, .picture: break
      }
    }
    return shown
  }
  return shown(old) == shown(new)
}
