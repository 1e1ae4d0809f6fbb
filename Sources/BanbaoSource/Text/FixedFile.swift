package import BanbaoDiagnostics

/// A file of a tree with the remedies of its faults carried out.
package struct FixedFile: Sendable {
  package var file: SourceTree.File
  package var before: [UInt8]
  package var after: [UInt8]
  /// Those whose remedies were carried out.
  package var fixed: [Diagnostic]
}

extension SourceTree {
  /// Every file that remedies change, by path. Throws what the disk threw while it was read.
  ///
  /// - Parameter diagnostics: of faults that overlap the first is mended.
  package func fixing(_ diagnostics: [Diagnostic]) throws -> [FixedFile] {
    let faults = Dictionary(grouping: diagnostics.filter { $0.fix != nil }, by: \.place.path)
    return try files.compactMap { file in
      guard let own = faults[shown(file.path)] else { return nil }
      let text = SourceText(path: shown(file.path), bytes: try read(file))
      let (bytes, done) = text.applying(own.compactMap(\.fix))
      return done.isEmpty ? nil : FixedFile(file: file, before: text.bytes, after: bytes, fixed: done.map { own[$0] })
    }
  }
}
