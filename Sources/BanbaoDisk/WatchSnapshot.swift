internal import BanbaoDiagnostics
internal import BanbaoSource

/// The state of a folder at a moment, to be compared with a later one.
enum Snapshot {
  /// The folder cannot be read, or there is none.
  case failed(DiskFault)
  case listed(DiskTree)

  init(of folder: String) {
    do {
      self = .listed(try readTree(at: folder, label: ""))
    } catch {
      self = .failed(error)
    }
  }

  /// The paths of files that differ, as the disk spells them; an empty path where that does not say it.
  func changes(since older: Snapshot) -> [String] {
    switch (older, self) {
    case (.failed(let one), .failed(let other)): return one == other ? [] : [""]
    case (.listed(let one), .listed(let other)) where one.diagnostics == other.diagnostics:
      return differences(one.tree.files, other.tree.files)
    default: return [""]
    }
  }
}

/// The paths of two sorted lists that are not in both with the same version.
private func differences(_ a: [SourceTree.File], _ b: [SourceTree.File]) -> [String] {
  var paths: [String] = []
  var a = a[...]
  var b = b[...]
  while let one = a.first, let other = b.first {
    switch isOrdered(one.path, other.path) {
    case true?:
      paths.append(one.diskPath)
      a.removeFirst()
    case false?:
      paths.append(other.diskPath)
      b.removeFirst()
    case nil:
      if isOrdered(one.diskPath, other.diskPath) != nil {
        paths += [one.diskPath, other.diskPath]
      } else if one.version != other.version {
        paths.append(one.diskPath)
      }
      a.removeFirst()
      b.removeFirst()
    }
  }
  return paths + a.map(\.diskPath) + b.map(\.diskPath)
}
