package import BanbaoDiagnostics
package import BanbaoSource

/// All of `content/`, read: what needs nothing but the single file is done.
struct Content: Sendable {
  var settings = SiteSettings()
  var workingDays = WorkingDays()
  var index: ContentIndex
  /// In the order of their paths.
  var documents: [Document] = []
  var registers: [any Register] = []
  /// What must never appear.
  var names = PrivateNames()
  /// Those of them that `site.yaml` and the files of registers hold, by their place in the list.
  var namesOutsideRecords = Set<Int>()
  var diagnostics: [Diagnostic] = []
  /// What the next compilation may reuse.
  var memo = Memo()
}

/// Files at the root of `content/` that are not records.
private let rootFiles = ["site.yaml", "limits.yaml"]

func readContent(
  _ input: SiteInput, _ model: SiteModel, reusing memo: Memo
) async throws -> Content {
  let kinds = model.kinds
  let tree = input.content
  var content = Content(index: ContentIndex(tree))
  var records: [(file: SourceTree.File, kind: any RecordKind.Type)] = []
  let byFolder = Dictionary(kinds.map { ($0.folder, $0) }, uniquingKeysWith: { first, _ in first })
  var registered: [Int: [SourceTree.File]] = [:]
  for file in tree.files {
    if let index = model.registers.firstIndex(where: { $0.reads(file.path) }) {
      registered[index, default: []].append(file)
      continue
    }
    guard let slash = file.path.firstIndex(of: "/") else {
      if !rootFiles.contains(file.path) { content.diagnostics.append(misplaced(file, tree, kinds)) }
      continue
    }
    let folder = String(file.path[..<slash])
    if let kind = byFolder[folder] {
      if isRecord(file.path) {
        records.append((file, kind))
      } else if let meant = meantRecord(file.path) {
        content.diagnostics.append(
          FileRules.recordName.at(
            Place(tree.shown(file.path)),
            Wording(
              "“\(fileName(file.path))”的扩展名不对，不会当作记录",
              en: "“\(fileName(file.path))” is not taken for a record by its extension"),
            help: Wording("改名为 \(fileName(meant))", en: "rename it to \(fileName(meant))")))
      }
    } else if folder == "holidays" {
      try readHolidays(file, tree, &content)
    } else if folder != "private" {
      content.diagnostics.append(misplaced(file, tree, kinds))
    }
  }
  try readPrivateNames(tree, &content)
  try readSettings(
    tree, kinds.map { ($0.folder, $0.name) } + model.overviews.compactMap { $0.news }, &content)
  for (number, register) in model.registers.enumerated() {
    guard let files = registered[number] else { continue }
    let read =
      try memo.register(number, files, content.names.key, label: tree.label)
      ?? input.observer.measure(.reading, files[0].path) { try readRegister(register, files, tree, content.names) }
    content.registers.append(read.register)
    content.diagnostics += read.diagnostics
    content.namesOutsideRecords.formUnion(read.privateNames)
    content.memo.keep(read, number: number)
  }
  let context = ReadingContext(
    index: content.index, label: tree.label, today: input.today, names: content.names
  ) { id in
    let folder = id.firstIndex(of: "/").map { String(id[..<$0]) }
    return folder.flatMap { byFolder[$0]?.page(of: id) } ?? id + ".html"
  }
  let observer = input.observer
  let isReusable = memo.today == input.today && memo.label == tree.label && memo.names == content.names.key
  content.documents = try await concurrentMap(records, tasks: input.tasks) { record in
    if isReusable, let kept = memo.document(record.file, context.index) { return kept }
    return try observer.measure(.reading, record.file.path) {
      document(record.kind, record.file, try tree.read(record.file), context)
    }
  }
  content.memo.today = input.today
  content.memo.label = tree.label
  content.memo.names = content.names.key
  for (record, document) in zip(records, content.documents) { content.memo.keep(document, of: record.file) }
  return content
}

private func document<Kind: RecordKind>(
  _ kind: Kind.Type, _ file: SourceTree.File, _ bytes: [UInt8], _ context: ReadingContext
) -> Document { kind.document(file, bytes, context) }

private func isRecord(_ path: String) -> Bool {
  path.hasSuffix(".md") || path.hasSuffix(".yaml") || path.hasSuffix(".yml")
}

/// The name that a file was meant to have whose extension is nearly that of a record: `a.MD`, `a.markdown`, `a.md.txt`.
func meantRecord(_ path: String) -> String? {
  guard !isRecord(path) else { return nil }
  let lower = path.lowercased()
  for (wrong, right) in [
    (".md", ".md"), (".markdown", ".md"), (".md.txt", ".md"), (".yaml", ".yaml"), (".yml", ".yaml"),
    (".yaml.txt", ".yaml"),
  ] where lower.hasSuffix(wrong) { return path.dropLast(wrong.count) + right }
  return nil
}

private func misplaced(
  _ file: SourceTree.File, _ tree: SourceTree, _ kinds: [any RecordKind.Type]
) -> Diagnostic {
  let folder = file.path.split(separator: "/").dropLast().first.map(String.init)
  let known = kinds.map { $0.folder }.sorted()
  // A folder may be called what the kind is called.
  let named = kinds.first { kind in
    [kind.name.zh, kind.section.zh, kind.name.en.lowercased()].contains(folder?.lowercased() ?? file.path)
  }
  let near =
    named?.folder ?? folder.map { nearest(to: $0, among: known) } ?? nearest(to: file.path, among: rootFiles)
  return FileRules.misplaced.at(
    Place(tree.shown(file.path)),
    folder.map { Wording("没有叫“\($0)”的栏目", en: "there is no kind of record in a folder “\($0)”") }
      ?? Wording("这个文件不在任何栏目的文件夹里", en: "this file lies in no kind's folder"),
    help: near.map { Wording("是不是“\($0)”？", en: "did you mean “\($0)”?") }
      ?? Wording("栏目文件夹有：\(known.joined(separator: "、"))", en: "the folders are: \(known.joined(separator: ", "))"))
}

/// Reads the fields of a YAML file that is no record, with the checks every file gets; nil, and why, where it cannot be
/// read at all.
///
/// - Parameter read: as of `FieldReader.reading`.
package func readFields<Value>(
  of text: SourceText, _ diagnostics: inout [Diagnostic], _ read: (inout FieldReader) -> Value
) -> Value? {
  if let fault = encodingFault(of: text) {
    diagnostics.append(fault)
    return nil
  }
  let parsed = mendedYAML(text, text.start..<text.bytes.count, firstLine: 1)
  diagnostics += parsed.diagnostics
  if parsed.root == nil, parsed.diagnostics.containErrors { return nil }
  let root = parsed.root ?? Node(.mapping([]), mark: Mark(line: 1, column: 1))
  let (value, reader) = FieldReader.reading(root, path: text.path, read)
  diagnostics += reader.diagnostics
  return value
}

private func readSettings(
  _ tree: SourceTree, _ sections: [(folder: String, name: Wording)], _ content: inout Content
) throws {
  guard let file = content.index["site.yaml"] else {
    content.diagnostics.append(
      SettingsRules.missing.at(
        Place(tree.shown("site.yaml")), Wording("没有 site.yaml", en: "there is no site.yaml"),
        help: Wording("新建它，写上 title: 站名 和 union: 工会名称", en: "make it, with title: and union:")))
    return
  }
  let text = SourceText(path: tree.shown(file.path), bytes: try tree.read(file))
  if let privacy = privacy(of: text, content.names) {
    content.diagnostics += privacy.diagnostics
    content.namesOutsideRecords.formUnion(privacy.found)
  }
  content.settings =
    readFields(of: text, &content.diagnostics) { SiteSettings(reading: &$0, sections) } ?? SiteSettings()
}

private func readRegister(
  _ register: any Register.Type, _ files: [SourceTree.File], _ tree: SourceTree, _ names: PrivateNames
) throws -> ReadRegister {
  let texts = try files.map { SourceText(path: tree.shown($0.path), bytes: try tree.read($0)) }
  let read = register.read(texts)
  var kept = ReadRegister(files: files, register: read.register, diagnostics: read.diagnostics, privateNames: [])
  for text in texts {
    guard let privacy = privacy(of: text, names) else { continue }
    kept.diagnostics += privacy.diagnostics
    kept.privateNames.formUnion(privacy.found)
  }
  return kept
}

private func readPrivateNames(_ tree: SourceTree, _ content: inout Content) throws {
  content.diagnostics += PrivateNames.misnamed(tree)
  guard let file = content.index[PrivateNames.path] else { return }
  let read = PrivateNames.read(SourceText(path: tree.shown(file.path), bytes: try tree.read(file)))
  content.names = read.names
  content.diagnostics += read.diagnostics
}

/// What a file gives away that is no record: the settings, whose words stand on every page, the books, whose lines are
/// shown one by one.
///
/// Nil where the file cannot be read at all.
private func privacy(of file: SourceText, _ names: PrivateNames) -> FilePrivacy? {
  let isTable = file.path.hasSuffix(".csv")
  guard isTable || encodingFault(of: file) == nil, let text = isTable ? tableText(file).text : file else { return nil }
  var privacy = FilePrivacy(text, names)
  privacy.checkNumbers()
  let all = text.start..<text.bytes.count
  if isTable {
    privacy.checkNames(in: all)
  } else if !names.isEmpty, let root = mendedYAML(text, all, firstLine: 1).root {
    privacy.checkNames(in: root, all, people: [])
  }
  return privacy
}

private func readHolidays(_ file: SourceTree.File, _ tree: SourceTree, _ content: inout Content) throws {
  let name = withoutExtension(fileName(file.path))
  guard isRecord(file.path), name.utf8.count == 4, let year = Int(name) else {
    content.diagnostics.append(
      FileRules.misplaced.at(
        Place(tree.shown(file.path)), Wording("假期文件以年份为名", en: "a holiday file is named after its year"),
        help: Wording("例如 holidays/2026.yaml", en: "such as holidays/2026.yaml")))
    return
  }
  let text = SourceText(path: tree.shown(file.path), bytes: try tree.read(file))
  if let read = readFields(of: text, &content.diagnostics, { WorkingDays.Arrangement(reading: &$0, year: year) }) {
    content.workingDays.add(read)
  }
}

/// The site's time zone and where it is written, read ahead of everything else because `today` is an input.
///
/// What is wrong with `site.yaml` is left to `compile`; here its default counts.
package func timeZone(of content: SourceTree) throws -> (name: String, place: Place?) {
  guard let file = content.files.first(where: { $0.path == "site.yaml" }) else { return (SiteSettings().timeZone, nil) }
  var ignored: [Diagnostic] = []
  let text = SourceText(path: content.shown(file.path), bytes: try content.read(file))
  let zone = readFields(of: text, &ignored) { $0.read(SiteSettings.Keys.timeZone) } ?? nil
  return (zone?.value ?? SiteSettings().timeZone, zone.map { Place(text.path, $0.mark) })
}
