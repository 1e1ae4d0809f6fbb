import BanbaoSource

/// What an earlier compilation read, kept so that the next one reads only what changed.
///
/// Every entry is keyed by all that went into it, so a memo changes the speed of a compilation and never its result;
/// `PropertyTests` prove it. A document with a fault is not kept: its remedies may name any other file.
package struct Memo: Sendable {
  /// The day and the label decide what every document says of itself.
  var today: Day?
  var label = ""
  private var documents: [String: (version: String, document: Document)] = [:]
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

  func theme(_ tree: SourceTree) -> LoadedTheme? {
    guard let theme, theme.files == tree.files else { return nil }
    return theme.theme
  }

  mutating func keep(_ loaded: LoadedTheme, of tree: SourceTree) { theme = (tree.files, loaded) }
}
