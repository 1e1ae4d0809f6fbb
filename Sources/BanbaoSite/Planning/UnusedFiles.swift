import BanbaoDiagnostics
import BanbaoSource

/// Files beside records that no record names: they stay unpublished, and their author may think otherwise.
func unusedFiles(
  _ content: SourceTree, _ documents: [Document], _ kinds: [any RecordKind.Type]
) -> [Diagnostic] {
  var used = Set(documents.map(\.path))
  for entry in documents.flatMap(\.entries) {
    used.formUnion(entry.files.paths)
  }
  let folders = Set(kinds.map { $0.folder })
  return content.files.compactMap { file in
    guard let slash = file.path.firstIndex(of: "/"), folders.contains(String(file.path[..<slash])),
      !used.contains(file.path), meantRecord(file.path) == nil
    else { return nil }
    return FileRules.unused.at(
      Place(content.shown(file.path)), Wording("没有记录引用这个文件，不会发布", en: "no record names this file; it is not published"),
      help: Wording("在记录里写进 attachments（附件）或链接它，或者删掉它", en: "name it under attachments, link to it, or delete it"))
  }
}
