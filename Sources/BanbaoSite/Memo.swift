import BanbaoDiagnostics
import BanbaoMarkdown
import BanbaoSource

/// What an earlier compilation read, kept so that the next one reads only what changed.
///
/// Every entry is keyed by all that went into it, so a memo changes the speed of a compilation and never its result;
/// `PropertyTests` prove it. A document with a fault is known only while no file comes, goes or is renamed: its remedies may
/// name any.
package struct Memo: Sendable {
  /// The day, the label, the private names and the meaning of line ends decide what every document says of itself.
  private var today: Day?
  private var label = ""
  /// What `private/people.yaml` forbids, folded.
  private var names: [[UInt32]] = []
  private var lineEnds = LineEnds.kept
  /// What records mask, folded.
  private(set) var maskedNames: [[UInt32]] = []
  /// The versions of attached texts that were found to give nobody away, by path.
  private var harmlessTexts: [String: String] = [:]
  /// By path: what was found in a file that a record names.
  private var inspections: [String: Inspection] = [:]
  private var index: ContentIndex?
  private var documents: [String: (version: String, document: Document)] = [:]
  /// By the place of the register in the model: what its files said, and which private names they hold.
  private var registers: [Int: ReadRegister] = [:]
  private var theme: (files: [SourceTree.File], theme: LoadedTheme)?
  /// What earlier runs of the program kept; nil where nothing is kept.
  package var cache: DocumentCache?
  private var kept: KeptState?
  /// Whether the site will be compiled after each of an author's edits, so that the last one is worth keeping.
  let expectsEdits: Bool
  /// What the last compilation came to, where edits are expected.
  private var last: (site: CompiledSite, files: [SourceTree.File], showsDrafts: Bool)?
  /// The documents whose text alone has changed since `documents` were read.
  private var edited: [String: (version: String, document: Document)] = [:]

  /// - Parameters:
  ///   - cache: what earlier runs of the program kept.
  ///   - expectsEdits: whether the site will be compiled after each of an author's edits.
  package init(cache: DocumentCache? = nil, expectsEdits: Bool = false) {
    self.cache = cache
    self.expectsEdits = expectsEdits
  }

  /// What a compilation read.
  ///
  /// - Parameter site: what it came to; nil where no edits are expected.
  init(
    _ input: SiteInput, _ content: Content, _ theme: LoadedTheme, _ inspections: [Inspection],
    harmlessTexts: [SourceTree.File], site: CompiledSite?
  ) {
    expectsEdits = site != nil
    last = site.map { ($0, input.content.files, input.showsDrafts) }
    cache = content.cache
    kept = content.kept
    self.inspections = Dictionary(
      inspections.map { ($0.file.path, $0) }, uniquingKeysWith: { first, _ in first })
    today = input.today
    label = input.content.label
    names = content.names.key
    maskedNames = content.maskedNames.key
    lineEnds = content.settings.lineEnds
    self.harmlessTexts = Dictionary(
      harmlessTexts.map { ($0.path, $0.version) }, uniquingKeysWith: { first, _ in first })
    index = content.index
    for document in content.documents {
      if let file = content.index[document.path] { documents[file.path] = (file.version, document) }
    }
    for register in content.registers { registers[register.number] = register }
    self.theme = (input.theme.files, theme)
  }

  /// Whether documents were read on the same day, under the same label, for the same private names, and with the same
  /// meaning of line ends.
  func knowsDocuments(of input: SiteInput, _ names: PrivateNames, _ lineEnds: LineEnds) -> Bool {
    today == input.today && label == input.content.label && self.names == names.key && self.lineEnds == lineEnds
  }

  /// Whether there are the same files as there were, whatever is in them.
  func knowsPaths(of index: ContentIndex) -> Bool { self.index?.hasSamePaths(as: index) ?? false }

  /// What a file was when it was read last.
  private func read(_ path: String) -> (version: String, document: Document)? { edited[path] ?? documents[path] }

  /// The document of a file, if nothing that went into it has changed.
  ///
  /// - Parameter knowsPaths: as above, for the index.
  func document(_ file: SourceTree.File, _ index: ContentIndex, knowsPaths: Bool) -> Document? {
    guard let kept = read(file.path), kept.version == file.version,
      knowsPaths || kept.document.diagnostics.isEmpty
    else { return nil }
    return kept.document.lookups.allSatisfy { $0.isAnswered(by: index) } ? kept.document : nil
  }

  /// What was found in a file, if neither it nor what it was searched for has changed.
  func inspection(_ file: SourceTree.File, _ key: KnownWords.Key) -> Inspection? {
    inspections[file.path].flatMap { $0.file == file && $0.key == key ? $0 : nil }
  }

  /// Whether an attached text was looked through before, for the same names, and nothing was found.
  func isHarmless(_ file: SourceTree.File, _ names: [[[UInt32]]]) -> Bool {
    harmlessTexts[file.path] == file.version && [self.names, maskedNames] == names
  }

  /// What a register's files said, if none of them, nor the private names, have changed.
  func register(_ number: Int, _ files: [SourceTree.File], _ names: [[UInt32]], label: String) -> ReadRegister? {
    guard let kept = registers[number], kept.files == files, self.names == names, self.label == label else {
      return nil
    }
    return kept
  }

  /// What the cache is to hold from now on and does not hold yet.
  package var cacheChanges: [DocumentCache.Change] {
    kept.map { DocumentCache.changes(documents.values, $0) } ?? []
  }

  /// What an edit changes, where a single file of the content was written since the last compilation and all else that it
  /// was made from is as it was; else nil.
  func edit(_ input: SiteInput) -> TextEdit? {
    guard let last, let index, cache == nil, today == input.today, label == input.content.label,
      last.showsDrafts == input.showsDrafts, theme(input.theme) != nil, last.files.count == input.content.files.count
    else { return nil }
    var written: SourceTree.File?
    for (old, new) in zip(last.files, input.content.files) where old != new {
      guard written == nil, old.path == new.path, old.diskPath == new.diskPath else { return nil }
      written = new
    }
    guard let written, let known = read(written.path) else { return nil }
    return TextEdit(file: written, before: known.document, site: last.site, index: index, lineEnds: lineEnds)
  }

  /// What is known after an edit of nothing but a text.
  func after(_ edit: TextEdit, _ document: Document, _ site: CompiledSite, _ input: SiteInput) -> Memo {
    var memo = self
    memo.edited[document.path] = (edit.file.version, document)
    memo.last = (site, input.content.files, input.showsDrafts)
    return memo
  }

  func theme(_ tree: SourceTree) -> LoadedTheme? {
    guard let theme, theme.files == tree.files else { return nil }
    return theme.theme
  }
}

/// A register with the files that it was read from and all that was said about them.
struct ReadRegister: Sendable {
  /// Its place in the model.
  var number: Int
  var files: [SourceTree.File]
  var register: any Register
  var diagnostics: [Diagnostic]
  /// Of `private/people.yaml`, by their place in the list.
  var privateNames: Set<Int>
  /// What reading its files left out, by their paths in messages.
  var leftOut: [String: LeftOutCharacters] = [:]
}
