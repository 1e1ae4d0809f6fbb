import BanbaoDiagnostics
import BanbaoSource

/// What an earlier compilation read, kept so that the next one reads only what changed.
///
/// Every entry is keyed by all that went into it, so a memo changes the speed of a compilation and never its result;
/// `PropertyTests` prove it. A document with a fault is not kept: its remedies may name any other file.
package struct Memo: Sendable {
  /// The day, the label and the private names decide what every document says of itself.
  var today: Day?
  var label = ""
  /// What `private/people.yaml` forbids, folded.
  var names: [[UInt32]] = []
  /// The versions of attached texts that were found to give nobody away, by path.
  private var harmlessTexts: [String: String] = [:]
  private var documents: [String: (version: String, document: Document)] = [:]
  /// By the place of the register in the model: what its files said, and which private names they hold.
  private var registers: [Int: ReadRegister] = [:]
  private var theme: (files: [SourceTree.File], theme: LoadedTheme)?

  package init() {}

  /// The document of a file, if nothing that went into it has changed.
  func document(_ file: SourceTree.File, _ index: ContentIndex) -> Document? {
    guard let kept = documents[file.path], kept.version == file.version else { return nil }
    let isSame = kept.document.lookups.allSatisfy { lookup in
      guard let size = lookup.size else { return index[lookup.path] == nil }
      guard let found = index[lookup.path] else { return false }
      return size < 0 || found.size == size
    }
    return isSame ? kept.document : nil
  }

  mutating func keep(_ document: Document, of file: SourceTree.File) {
    if document.diagnostics.isEmpty { documents[file.path] = (file.version, document) }
  }

  /// Whether an attached text was looked through before, for the same names, and nothing was found.
  func isHarmless(_ file: SourceTree.File, _ names: [[UInt32]]) -> Bool {
    harmlessTexts[file.path] == file.version && self.names == names
  }

  mutating func keepHarmless(_ file: SourceTree.File) { harmlessTexts[file.path] = file.version }

  /// What a register's files said, if none of them, nor the private names, have changed.
  func register(_ number: Int, _ files: [SourceTree.File], _ names: [[UInt32]], label: String) -> ReadRegister? {
    guard let kept = registers[number], kept.files == files, self.names == names, self.label == label else {
      return nil
    }
    return kept
  }

  mutating func keep(_ register: ReadRegister, number: Int) { registers[number] = register }

  func theme(_ tree: SourceTree) -> LoadedTheme? {
    guard let theme, theme.files == tree.files else { return nil }
    return theme.theme
  }

  mutating func keep(_ loaded: LoadedTheme, of tree: SourceTree) { theme = (tree.files, loaded) }
}

/// A register with the files that it was read from and all that was said about them.
struct ReadRegister: Sendable {
  var files: [SourceTree.File]
  var register: any Register
  var diagnostics: [Diagnostic]
  /// Of `private/people.yaml`, by their place in the list.
  var privateNames: Set<Int>
}
