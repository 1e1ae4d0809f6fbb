package import BanbaoSource

/// Lays one tree over another file by file: of a path that both have, the file of `top` counts.
///
/// Messages show all paths with the label of `top`.
package func overlay(_ top: SourceTree, over base: SourceTree) -> SourceTree {
  let onTop = Set(top.files.map(\.path))
  let below = base.files.filter { !onTop.contains($0.path) }
  return SourceTree(label: top.label, files: top.files + below) { file in
    try onTop.contains(file.path) ? top.read(file) : base.read(file)
  }
}
