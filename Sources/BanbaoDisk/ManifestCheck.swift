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

extension FolderDigests {
  /// Holds every file of a published folder against the folder's manifest.
  ///
  /// - Returns: nil where it has no manifest.
  /// - Throws: where the manifest cannot be read.
  package func manifestCheck() throws(DiskFault) -> ManifestCheck? {
    guard self[Manifest.fileName] != nil else { return nil }
    let path = folder + "/" + Manifest.fileName
    let (manifest, unreadable) = Manifest.read(try readFile(path, shown: path))
    var check = ManifestCheck(unreadable: unreadable, count: manifest.lines.count)
    var named: Set = [PathKey(Manifest.fileName)]
    for line in manifest.lines {
      named.insert(PathKey(line.path))
      switch self[line.path] {
      case nil: check.missing.append(line.path)
      case .bytes(line.digest): break
      case .bytes, .irregular: check.changed.append(line.path)
      }
    }
    check.unlisted = files.map(\.path).filter { !named.contains(PathKey($0)) }
    return check
  }

  /// How the folder differs from an older copy of it, whatever their manifests say. A manifest that changed with the rest
  /// is not told of.
  package func changes(since older: FolderDigests) -> SiteChanges {
    var changes = SiteChanges()
    for file in files where file.path != Manifest.fileName {
      guard let known = older[file.path] else {
        changes.added.append(file.path)
        continue
      }
      if known != file.content || known == .irregular { changes.changed.append(file.path) }
    }
    changes.removed = older.files.map(\.path).filter { self[$0] == nil && $0 != Manifest.fileName }
    return changes
  }
}
