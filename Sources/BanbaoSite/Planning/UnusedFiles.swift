import BanbaoDiagnostics
import BanbaoSource

/// Files beside records that no record names: they stay unpublished, and their author may think otherwise.
///
/// Throws what the disk threw while a file was read.
func unusedFiles(
  _ content: SourceTree, _ documents: [Document], _ kinds: [any RecordKind.Type]
) throws -> [Diagnostic] {
  var used = Set(documents.map(\.path))
  for document in documents { used.formUnion(document.namedFiles.map(\.path)) }
  let records = Set(documents.map { withoutExtension($0.path) })
  // What a record names that cannot be read in full is known to nobody: until it can, no file beside it is called unused.
  let unread = Set(documents.filter { !$0.isReadInFull }.map { topFolder($0.path) })
  let folders = Set(kinds.map { $0.folder })
  return try content.files.compactMap { file in
    guard file.path.contains("/"), folders.contains(topFolder(file.path)), !used.contains(file.path) else { return nil }
    let place = Place(content.shown(file.path))
    if let meant = meantRecord(file.path) { return misnamed(file.path, meant, at: place, in: content) }
    // The original of a record, kept beside it, is nobody's mistake.
    let isOriginal = records.contains(withoutExtension(file.path))
    if !isOriginal, isPlain(file.path) || FileType.of(file.path) == nil, isRecord(try content.start(file, 8)) {
      return misnamed(file.path, .renamed(withoutExtension(file.path) + ".md"), at: place, in: content)
    }
    if isWriting(file.path), !isOriginal {
      return FileRules.writing.at(
        place, Wording("这个文件不会成为网页，也没有记录引用它", en: "this file becomes no page, and no record names it"),
        help: Wording(
          "如果是要发布的内容，用 banbao new 建一个 .md 文件，把文字粘贴进去；如果是附件，写进记录的“附件”；都不是，就移到 content 文件夹外面",
          en: """
            if it is to be published, make a .md file by banbao new and paste the text into it; name an attachment under \
            attachments; move anything else out of the content folder
            """))
    }
    if unread.contains(topFolder(file.path)) { return nil }
    return FileRules.unused.at(
      place, Wording("没有记录引用这个文件，不会发布", en: "no record names this file; it is not published"),
      help: unusedRemedy(file.path))
  }
}

private func unusedRemedy(_ path: String) -> Wording {
  guard FileType.of(path) == nil else {
    return Wording(
      "要发布，就写进记录的“附件”“照片”，或在正文里链接它；不用发布，可以留着",
      en: "to publish it, name it under a record's attachments or photos, or link to it; else it may stay")
  }
  return Wording(
    "这种文件不发布，可以留着；要给大家看，另存为 PDF 或 jpg，再写进记录的“附件”“照片”",
    en: "files of this type are not published; it may stay, or save it as PDF or jpg and name that in a record")
}

private func topFolder(_ path: String) -> String { path.firstIndex(of: "/").map { String(path[..<$0]) } ?? "" }

/// What the author of a file that has nearly the name of a record has to do.
private enum MeantRecord {
  /// It is a record but for its name.
  case renamed(String)
  /// It is a file of Word or WPS, which no other name makes a text.
  case written(String)
}

/// The record that a file was meant to be by its name: `a.MD`, `a.markdown`, `a.md.txt`, `a。md`, `a.md.docx`.
private func meantRecord(_ path: String) -> MeantRecord? {
  var name = plain(fileName(path))
  let isWord = [".docx", ".doc", ".wps"].contains { name.hasSuffix($0) }
  if isWord || name.hasSuffix(".txt") { name = withoutExtension(name) }
  for (wrong, right) in [(".md", ".md"), (".markdown", ".md"), (".yaml", ".yaml"), (".yml", ".yaml")]
  where name.hasSuffix(wrong) {
    let stem = String(fileName(path).unicodeScalars.prefix(name.unicodeScalars.count - wrong.utf8.count))
    let meant = joined(parent(path), stem + right)
    return isWord ? .written(meant) : .renamed(meant)
  }
  return nil
}

/// The name as an input method in its half-width state would have typed it, scalar for scalar, in small letters.
private func plain(_ name: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in name.unicodeScalars {
    switch scalar {
    case "。", "．", "｡", "·", "，", ",", "、": result.append(".")
    case "\u{FF01}"..."\u{FF5E}": result.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    default: result.append(scalar)
    }
  }
  var text = Substring(String(result))
  while text.last == "." || text.last == " " || text.last == "\u{3000}" { text.removeLast() }
  return String(text.map { $0.isASCII ? Character($0.lowercased()) : $0 })
}

private func misnamed(_ path: String, _ meant: MeantRecord, at place: Place, in tree: SourceTree) -> Diagnostic {
  let message = Wording(
    "“\(fileName(path))”的扩展名不对，不会当作记录",
    en: "“\(fileName(path))” is not taken for a record by its extension")
  switch meant {
  case .renamed(let right) where tree.holds(right), .written(let right) where tree.holds(right):
    return FileRules.recordName.at(place, message, help: FileRules.mergingRemedy(fileName(right)))
  case .renamed(let right):
    return FileRules.recordName.at(
      place, message, help: Wording("改名为 \(fileName(right))", en: "rename it to \(fileName(right))"))
  case .written(let right):
    return FileRules.recordName.at(
      place, message,
      help: Wording(
        "打开它，把文字复制到记事本里，另存为 \(fileName(right))（编码选 UTF-8）",
        en: "open it, copy the text into a text editor, and save it there as \(fileName(right)), in UTF-8"))
  }
}

/// Whether a file is of the kind that texts are written in.
private func isWriting(_ path: String) -> Bool {
  let name = fileName(path).lowercased()
  return isPlain(path) || [".doc", ".docx", ".wps", ".rtf", ".odt"].contains { name.hasSuffix($0) }
}

private func isPlain(_ path: String) -> Bool {
  let name = fileName(path).lowercased()
  return name.hasSuffix(".txt") || !name.contains(".")
}

/// Whether bytes begin as a record's front matter does.
private func isRecord(_ bytes: [UInt8]) -> Bool {
  let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  return text.starts(with: "---\n".utf8) || text.starts(with: "---\r".utf8)
}
