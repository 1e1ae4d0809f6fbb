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
      help: Wording(
        "要发布，就写进记录的“附件”“照片”，或在正文里链接它；不用发布，可以留着",
        en: "to publish it, name it under a record's attachments or photos, or link to it; else it may stay"))
  }
}
