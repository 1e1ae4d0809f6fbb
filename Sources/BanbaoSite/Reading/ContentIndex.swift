import BanbaoDiagnostics
package import BanbaoSource
import Synchronization

/// What files there are under `content/`, and how a path written in a record finds one.
package struct ContentIndex: Sendable {
  private let files: [String: SourceTree.File]
  /// In the order of UTF-8 bytes; only remedies look at it.
  private let paths: [String]
  private let remedies: PathRemedies

  package init(_ tree: SourceTree) {
    files = Dictionary(tree.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    paths = tree.files.map(\.path).filter { !$0.hasPrefix("private/") }
    remedies = PathRemedies(paths)
  }

  /// Whether both list the same paths, of which remedies may name any.
  func hasSamePaths(as other: ContentIndex) -> Bool { paths == other.paths }

  package subscript(_ path: String) -> SourceTree.File? { files[path] }

  /// What to write instead of a path that leads nowhere; nil where no file looks like it.
  func remedy(_ written: String, from folder: String) -> Wording? {
    // A path of Windows: on that computer only, or with the other stroke between its parts.
    let path = String(written.map { $0 == "\\" || $0 == "＼" || $0 == "／" ? "/" : $0 })
    let isAbsolute = path.hasPrefix("/") || path.dropFirst().hasPrefix(":")
    let beside = joined(folder, fileName(path))
    let target = isAbsolute ? beside : resolve(path, from: folder) ?? beside
    if isAbsolute || path != written, let file = self[target] {
      let right = relativePath(from: folder, to: file.path)
      return Wording(
        "写成 \(right)：只写从本文件夹算起的路径，用 / 隔开", en: "write \(right): the path from this folder, parted by /")
    }
    return near(target, from: folder).map { Wording("是不是“\($0)”？", en: "did you mean “\($0)”?") }
  }

  /// The existing path most like a missing one, as a relative path from the folder of `source`.
  func near(_ path: String, from folder: String) -> String? {
    remedies.near(path).map { relativePath(from: folder, to: $0) }
  }
}

/// Finds for a path that leads nowhere the one that was meant. What it looks in is made by the first that needs it.
private final class PathRemedies: Sendable {
  private struct Folder: Sendable {
    /// The first path of each stem.
    var paths: [String: String]
    var stems: NearIndex
  }

  private struct Known: Sendable {
    /// By its name, the first path outside the root.
    var named: [String: String] = [:]
    var folders: [String: Folder] = [:]
  }

  private let paths: [String]
  private let known = Mutex<Known?>(nil)

  init(_ paths: [String]) { self.paths = paths }

  func near(_ path: String) -> String? {
    let known = known.withLock { made in
      let known = made ?? PathRemedies.known(paths)
      made = known
      return known
    }
    // The right name in another folder is the commonest slip.
    if let same = known.named[fileName(path)] { return same }
    guard let folder = known.folders[parent(path)] else { return nil }
    // An extension is much of a short name, so names are compared without it.
    let stem = withoutExtension(path)
    return folder.paths[stem] ?? folder.stems.nearest(to: stem).flatMap { folder.paths[$0] }
  }

  private static func known(_ paths: [String]) -> Known {
    var known = Known()
    var stems: [String: [String: String]] = [:]
    for path in paths {
      let (folder, name, stem) = (parent(path), fileName(path), withoutExtension(path))
      if !folder.isEmpty { known.named[name] = known.named[name] ?? path }
      stems[folder, default: [:]][stem] = stems[folder]?[stem] ?? path
    }
    known.folders = stems.mapValues { paths in Folder(paths: paths, stems: NearIndex { Array(paths.keys) }) }
    return known
  }
}

/// The part of a path before its last `/`; empty for a path without one.
package func parent(_ path: String) -> String {
  path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
}

/// The part of a path after its last `/`.
package func fileName(_ path: String) -> String {
  path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) } ?? path
}

/// A path without the extension of its last part.
package func withoutExtension(_ path: String) -> String {
  guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")), !path.utf8[dot...].contains(UInt8(ascii: "/")) else {
    return path
  }
  return String(path[..<dot])
}

/// `FOLDER/NAME`; the name alone in the root, whose path is empty.
package func joined(_ folder: String, _ name: String) -> String { folder.isEmpty ? name : folder + "/" + name }

/// Resolves `.` and `..` against a folder; nil where the path leaves the root.
package func resolve(_ path: String, from folder: String) -> String? {
  var parts = folder.split(separator: "/")
  for part in path.split(separator: "/") {
    switch part {
    case ".": continue
    case "..":
      guard parts.popLast() != nil else { return nil }
    default: parts.append(part)
    }
  }
  return parts.joined(separator: "/")
}

/// How a page in `folder` names a path under the same root.
package func relativePath(from folder: String, to path: String) -> String {
  let base = folder.split(separator: "/")
  let target = path.split(separator: "/")
  let shared = zip(base, target.dropLast()).prefix { $0 == $1 }.count
  let ups = Array(repeating: Substring(".."), count: base.count - shared)
  return (ups + target[shared...]).joined(separator: "/")
}
