import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource

/// How a site differs from what a folder holds: what a review before publishing looks at.
package struct SiteChanges: Hashable, Sendable {
  /// Paths in the order of UTF-8 bytes.
  package var added: [String] = []
  package var changed: [String] = []
  package var removed: [String] = []

  package var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }
}

/// Compares a site with a published folder. Writes nothing; a folder that does not exist holds nothing.
///
/// - Parameters:
///   - derived: folders below it whose files are made of the others, and tell nothing that those do not.
///   - tasks: how many tasks make and compare pages; the result does not depend on it.
package func changes(
  _ outputs: [OutputFile], against folder: String, leavingOut derived: [String], tasks: Int
) async throws -> SiteChanges {
  var known: [String: SourceTree.File] = [:]
  let old: SourceTree
  do {
    old = try readTree(at: folder, label: folder).tree
  } catch {
    guard error.isMissing else { throw error }
    old = SourceTree(label: folder, texts: [:])
  }
  for file in old.files where !derived.contains(where: { file.path.hasPrefix($0 + "/") }) { known[file.path] = file }
  // It tells of the others, and differs where they do.
  known[Manifest.fileName] = nil
  let found = known
  let differs = try await concurrentMap(outputs, tasks: tasks) { output -> Bool in
    guard let file = found[output.path] else { return true }
    var bytes: [UInt8] = []
    switch output.content {
    case .page(let append): append(&bytes)
    case .file(let tree, let source):
      guard source.size == file.size else { return true }
      bytes = try tree.read(source)
    case .reusing(let make): bytes = try make(old.read(file))
    }
    return try bytes.count != file.size || bytes != old.read(file)
  }
  var changes = SiteChanges()
  for (output, differs) in zip(outputs, differs) {
    if known.removeValue(forKey: output.path) == nil {
      changes.added.append(output.path)
    } else if differs {
      changes.changed.append(output.path)
    }
  }
  changes.removed = Array(known.keys)
  let byBytes: (String, String) -> Bool = { $0.precedes($1) }
  changes.added.sort(by: byBytes)
  changes.changed.sort(by: byBytes)
  changes.removed.sort(by: byBytes)
  return changes
}
