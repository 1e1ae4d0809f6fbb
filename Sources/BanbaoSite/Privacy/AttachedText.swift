import BanbaoDiagnostics
import BanbaoFiles
import BanbaoSource

/// What published texts give away, at its line and column there, in whatever encoding it stands.
///
/// - Parameters:
///   - names: what must never appear, and what records mask.
///   - memo: what an earlier compilation found harmless is not read again.
/// - Returns: the files that give nobody away.
func attachedTexts(
  _ files: [SitePlan.File], _ names: [PrivateNames], reusing memo: Memo
) throws -> Diagnosed<[SourceTree.File]> {
  var harmless: [SourceTree.File] = []
  var diagnostics: [Diagnostic] = []
  for case .copy(let copy) in files where !copy.isAsset {
    guard try isText(copy) else { continue }
    if !memo.isHarmless(copy.file, names.map(\.key)) {
      let file = SourceText(path: copy.tree.shown(copy.file.path), bytes: try copy.tree.read(copy.file))
      let decodings = file.decodings
      // Digits are the same in most encodings: they are told of once.
      let faults =
        (decodings.lazy.map { $0.numberFaults() }.first { !$0.isEmpty } ?? [])
        + decodings.flatMap { $0.nameFaults(names) }
      guard faults.isEmpty else {
        diagnostics += faults
        continue
      }
    }
    harmless.append(copy.file)
  }
  return Diagnosed(harmless, diagnostics)
}

/// The text in UTF-8, where it can be told; its places are those of the file.
func readable(_ file: SourceText) -> SourceText { file.decodings.first ?? file }

extension SourceText {
  /// The names that a text gives away, wherever they stand in it.
  func nameFaults(_ names: [PrivateNames]) -> [Diagnostic] {
    names.flatMap { names in
      var privacy = FilePrivacy(self, names)
      privacy.checkNames(in: start..<bytes.count)
      return privacy.diagnostics
    }
  }
}

/// What a theme gives away in its templates, strings, styles and scripts, which stand on every page. What the program
/// carries names nobody.
func themePrivacyFaults(_ tree: SourceTree, _ names: [PrivateNames]) throws -> [Diagnostic] {
  let texts = [".mustache", ".yaml", ".css", ".js", ".svg", ".txt", ".json", ".html"]
  let own = tree.files.filter { file in !file.isBuiltIn && texts.contains { file.path.hasSuffix($0) } }
  return try own.flatMap { file in
    let text = SourceText(path: tree.shown(file.path), bytes: try tree.read(file))
    return text.numberFaults() + text.nameFaults(names)
  }
}

/// Whether a file is text by its name; what is published as it is may have any, and is text where no byte is zero.
private func isText(_ copy: SitePlan.Copy) throws -> Bool {
  let lower = copy.path.lowercased()
  if lower.hasSuffix(".csv") || lower.hasSuffix(".txt") { return true }
  guard isStatic(copy.file.path), FileType.of(copy.path) == nil else { return false }
  return try !copy.tree.start(copy.file, FileForm.length).contains(0)
}
