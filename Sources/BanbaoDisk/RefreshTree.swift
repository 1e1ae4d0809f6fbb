internal import BanbaoDiagnostics
internal import BanbaoSource
internal import CBanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Brings a tree up to date by looking only at the places named: the same as `readTree` gives, if nothing else changed.
///
/// - Parameters:
///   - tree: as `readTree` or this gave it, of the same folder and label.
///   - paths: of files and folders, as the disk spells them, relative to the folder, there or not; a folder is listed
///     with all that is below it. The empty path is everything.
/// - Throws: as `readTree`.
package func refreshed(
  _ tree: DiskTree, at folder: String, label: String, paths: [String]
) throws(DiskFault) -> DiskTree {
  let paths = outermost(paths)
  if !isSimple(tree, label: label, paths) { return try readTree(at: folder, label: label) }
  var listing = Listing(root: try OpenFolder.at(folder, follow: true, shown: label), label: label)
  listing.folders = []
  var parent = OpenParent(root: listing.root)
  for path in paths {
    guard let (opened, above, name) = try parent.open(path, shown: listing.shown(path)),
      let found = try status(name, in: opened.descriptor, shown: listing.shown(path))
    else { continue }
    name.withCString { listing.take($0, found.kind, of: above, opened.descriptor) }
    while let next = listing.folders.popLast() { try listing.list(next) }
  }
  listing.files += without(paths, tree.tree.files)
  listing.diagnostics += tree.diagnostics
  let (files, diagnostics) = listing.inOrder()
  return DiskTree(tree: listing.tree(files), diagnostics: diagnostics)
}

/// Whether looking at the paths is enough.
///
/// It is not where a file is hidden by another of the same name in Unicode, which may now come to light, and where
/// something was diagnosed, because a diagnostic does not say exactly enough whose it is.
private func isSimple(_ tree: DiskTree, label: String, _ paths: [String]) -> Bool {
  if paths.first?.isEmpty ?? false { return false }
  return tree.diagnostics.allSatisfy { diagnostic in
    diagnostic.code != DiskRules.nameTwice.code
      && !paths.contains { path in
        let composed = path.split(separator: "/").map { normalised(String($0)) }
        let shown = tree.tree.shown(composed.joined(separator: "/"))
        return isOrdered(diagnostic.place.path, shown) == nil
          || diagnostic.place.path.utf8.starts(with: (shown + "/").utf8)
      }
  }
}

/// The paths sorted, without those that are no content and those that lie below another.
private func outermost(_ paths: [String]) -> [String] {
  var kept: [String] = []
  // `a/` sorts right before what is below it, where `a` would leave `a.md` in between.
  for path in paths.map({ $0 + "/" }).sorted(by: { isOrdered($0, $1) ?? false }) {
    if path == "/" { return [""] }
    if let last = kept.last, path.utf8.starts(with: last.utf8) { continue }
    let parts = path.dropLast().split(separator: "/", omittingEmptySubsequences: false)
    let isContent = parts.allSatisfy { part in
      var name = String(part)
      let folder = String(path[..<part.startIndex])
      return name.withUTF8 { !isNoContent($0, in: folder) }
    }
    // What lies in a folder whose name was refused was not taken either.
    let isInRefused = parts.dropLast().contains { isJoined(normalised(String($0))) }
    if isContent, !isInRefused { kept.append(path) }
  }
  return kept.map { String($0.dropLast()) }
}

/// The files that are neither at one of the paths nor below it.
///
/// - Parameter paths: as `outermost` gives them.
private func without(_ paths: [String], _ files: [SourceTree.File]) -> [SourceTree.File] {
  if paths.count == 1, let path = paths.first {
    return files.filter { !isAt($0.diskPath, path) }
  }
  let gone = Set(paths.map { Array($0.utf8) })
  return files.filter { file in
    let path = Array(file.diskPath.utf8)
    if gone.contains(path) { return false }
    return !path.indices.contains {
      path[$0] == UInt8(ascii: "/") && gone.contains(Array(path[..<$0]))
    }
  }
}

/// Whether a file is the path or below it. Asked for every file of the tree.
private func isAt(_ file: String, _ path: String) -> Bool {
  var file = file
  var path = path
  return file.withUTF8 { file in
    path.withUTF8 { path in
      guard file.count >= path.count, let a = file.baseAddress, let b = path.baseAddress else { return false }
      return memcmp(a, b, path.count) == 0 && (file.count == path.count || file[path.count] == UInt8(ascii: "/"))
    }
  }
}

/// The folder that paths lie in, opened part by part so that no link is followed. Neighbours share it.
private struct OpenParent {
  private let root: OpenFolder
  private var last: (folder: OpenFolder, above: Listing.Folder)?

  init(root: OpenFolder) { self.root = root }

  /// - Returns: nil if the folder is gone, or a link or file stands for a part of the path.
  mutating func open(
    _ path: String, shown: String
  ) throws(DiskFault) -> (folder: OpenFolder, above: Listing.Folder, name: String)? {
    var parts = path.split(separator: "/").map { String($0) }
    guard let name = parts.popLast() else { return nil }
    let above = parts.map { $0 + "/" }.joined()
    if let last, isOrdered(last.above.diskPath, above) == nil {
      return (last.folder, last.above, name)
    }
    var opened = root
    do {
      for part in parts { opened = try .at(part, in: opened.descriptor, shown: shown) }
    } catch {
      if [ENOENT, ENOTDIR, ELOOP].contains(error.errorNumber) { return nil }
      throw error
    }
    let folder = Listing.Folder(
      diskPath: above, path: parts.map { normalised($0) + "/" }.joined())
    last = (opened, folder)
    return (opened, folder, name)
  }
}
