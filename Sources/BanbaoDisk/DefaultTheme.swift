package import BanbaoSource
internal import CDefaultTheme

/// The default theme, carried in the program.
package func embeddedTheme() -> SourceTree {
  SourceTree(
    label: "theme",
    files: embeddedFiles().map { file in
      SourceTree.File(path: String(cString: file.path), size: file.size, version: SourceTree.File.builtIn)
    },
    read: { wanted in
      let found = embeddedFiles().first { String(cString: $0.path) == wanted.diskPath }
      return found.map { Array(UnsafeBufferPointer(start: $0.bytes, count: $0.size)) } ?? []
    })
}

func embeddedFiles() -> UnsafeBufferPointer<default_theme_file> {
  var count = 0
  let files = default_theme_files(&count)
  return UnsafeBufferPointer(start: files, count: count)
}
