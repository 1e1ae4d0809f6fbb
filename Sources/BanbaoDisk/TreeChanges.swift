/// What may have changed under watched folders, gathered over a burst.
package struct TreeChanges: Hashable, Sendable {
  /// Looking at more paths one by one takes as long as listing a folder anew.
  private static let mostPaths = 2_000

  /// By folder, as bytes: `String` takes names for equal that the disk tells apart. Never an empty set.
  private var paths: [Int: Set<[UInt8]>] = [:]

  /// The folders by their places in the list that was given to `watch`.
  package var folders: Set<Int> { Set(paths.keys) }

  /// The places of one folder that are to be looked at anew, sorted: paths of files and folders as the disk spells
  /// them, relative to the folder; of a folder, all that lies below it. The empty path means everything.
  package func paths(in folder: Int) -> [String] {
    (paths[folder] ?? []).map { String(decoding: $0, as: UTF8.self) }
      .sorted { isOrdered($0, $1) ?? false }
  }

  var isEmpty: Bool { paths.isEmpty }

  /// - Parameter path: without a `/` at its end; empty for the whole folder.
  mutating func add(_ path: [UInt8], in folder: Int) {
    let known = paths[folder] ?? []
    if known.contains([]) { return }
    if path.isEmpty || known.count >= TreeChanges.mostPaths {
      paths[folder] = [[]]
    } else {
      paths[folder, default: []].insert(path)
    }
  }

  mutating func add(_ path: String, in folder: Int) { add(Array(path.utf8), in: folder) }

  mutating func add(_ other: TreeChanges) {
    for (folder, paths) in other.paths {
      for path in paths { add(path, in: folder) }
    }
  }
}
