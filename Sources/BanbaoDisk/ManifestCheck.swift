import BanbaoSource

/// How a published folder stands to its own manifest. Paths in the order of their bytes.
package struct ManifestCheck: Hashable, Sendable {
  /// Files whose bytes are others than the manifest says.
  package var changed: [String] = []
  /// Files that the manifest names and the folder lacks.
  package var missing: [String] = []
  /// Files that the manifest does not name.
  package var unlisted: [String] = []
  /// The numbers of lines of the manifest that tell no file, from 1.
  package var unreadable: [Int] = []
  /// How many files it names.
  package var count = 0

  /// Whether every file is there as it was published, and no other.
  package var isPassed: Bool { changed.isEmpty && missing.isEmpty && unlisted.isEmpty && unreadable.isEmpty }
}

/// Holds every file of a published folder against the folder's manifest.
///
/// - Returns: nil where it has no manifest.
/// - Throws: where the folder or one of its files cannot be read.
package func checkManifest(of folder: String) throws(DiskFault) -> ManifestCheck? {
  let files = try FolderDigests(folder)
  guard files[Manifest.fileName] != nil else { return nil }
  let path = folder + "/" + Manifest.fileName
  let (manifest, unreadable) = Manifest.read(try readFile(path, shown: path))
  var check = ManifestCheck(unreadable: unreadable, count: manifest.lines.count)
  var named: Set = [PathKey(Manifest.fileName)]
  for line in manifest.lines {
    named.insert(PathKey(line.path))
    switch files[line.path] {
    case nil: check.missing.append(line.path)
    case .bytes(line.digest): break
    case .bytes, .irregular: check.changed.append(line.path)
    }
  }
  check.unlisted = files.files.map(\.path).filter { !named.contains(PathKey($0)) }
  return check
}

/// How a folder differs from an older copy of it, whatever their manifests say. A manifest that changed with the rest is
/// not told of.
///
/// - Throws: where one of the folders or a file in them cannot be read.
package func changes(in folder: String, since older: String) throws(DiskFault) -> SiteChanges {
  let (before, after) = (try FolderDigests(older), try FolderDigests(folder))
  var changes = SiteChanges()
  for file in after.files where file.path != Manifest.fileName {
    guard let known = before[file.path] else {
      changes.added.append(file.path)
      continue
    }
    if known != file.content || known == .irregular { changes.changed.append(file.path) }
  }
  changes.removed = before.files.map(\.path).filter { after[$0] == nil && $0 != Manifest.fileName }
  return changes
}
