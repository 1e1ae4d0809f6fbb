import BanbaoDiagnostics
import BanbaoSource

/// What published csv and txt files give away, at its line and column there, in UTF-8, GB18030 or UTF-16. Word, PDF and
/// the like are not looked into.
///
/// - Parameter memo: what an earlier compilation found harmless is not read again.
/// - Returns: the files that give nobody away.
func attachedTexts(
  _ files: [SitePlan.File], _ names: PrivateNames, reusing memo: Memo
) throws -> Diagnosed<[SourceTree.File]> {
  var harmless: [SourceTree.File] = []
  var diagnostics: [Diagnostic] = []
  for case .copy(let copy) in files where !copy.isAsset && isText(copy.path) {
    if !memo.isHarmless(copy.file, names.key) {
      let text = readable(SourceText(path: copy.tree.shown(copy.file.path), bytes: try copy.tree.read(copy.file)))
      var privacy = FilePrivacy(text, names)
      privacy.checkNumbers()
      privacy.checkNames(in: text.start..<text.bytes.count)
      guard privacy.diagnostics.isEmpty else {
        diagnostics += privacy.diagnostics
        continue
      }
    }
    harmless.append(copy.file)
  }
  return Diagnosed(harmless, diagnostics)
}

/// The text in UTF-8, where it can be told; its places are those of the file.
func readable(_ file: SourceText) -> SourceText {
  let bytes = file.bytes
  let isLittle = bytes.starts(with: [0xFF, 0xFE])
  guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return tableText(file).text ?? file }
  let (high, low) = isLittle ? (1, 0) : (0, 1)
  let units: [UInt16] = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
    let first = UInt16(bytes[index + high])
    return first << 8 | UInt16(bytes[index + low])
  }
  return SourceText(path: file.path, bytes: Array(String(decoding: units, as: UTF16.self).utf8))
}

private func isText(_ path: String) -> Bool {
  let lower = path.lowercased()
  return lower.hasSuffix(".csv") || lower.hasSuffix(".txt")
}
