package import BanbaoSource

/// Lays one tree over another file by file: of a path that both have, the file of `top` counts, and that of `base` is
/// found as `covered/PATH`, for what is read key by key.
///
/// Messages show all paths with the label of `top`.
package func overlay(_ top: SourceTree, over base: SourceTree) -> SourceTree {
  let onTop = Set(top.files.map(\.path))
  let below = base.files.map { file in
    guard onTop.contains(file.path) else { return file }
    let covered = SourceTree.coveredFolder + file.path
    return SourceTree.File(path: covered, size: file.size, version: file.version, diskPath: file.diskPath)
  }
  return SourceTree(label: top.label, files: top.files + below) { file in
    try onTop.contains(file.path) ? top.read(file) : base.read(file)
  }
}
