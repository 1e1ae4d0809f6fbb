package import BanbaoDiagnostics
package import BanbaoSource

/// All of `content/`, read: what needs nothing but the single file is done.
struct Content: Sendable {
  var settings = SiteSettings()
  var workingDays = WorkingDays()
  var index: ContentIndex
  /// In the order of their paths.
  var documents: [Document] = []
  var diagnostics: [Diagnostic] = []
  /// What the next compilation may reuse.
  var memo = Memo()
}

/// Files at the root of `content/` that are not records.
private let rootFiles = ["site.yaml", "limits.yaml"]

func readContent(
  _ input: SiteInput, _ kinds: [any RecordKind.Type], reusing memo: Memo
) async throws -> Content {
  let tree = input.content
  var content = Content(index: ContentIndex(tree))
  var records: [(file: SourceTree.File, kind: any RecordKind.Type)] = []
  let byFolder = Dictionary(kinds.map { ($0.folder, $0) }, uniquingKeysWith: { first, _ in first })
  for file in tree.files {
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
  try readSettings(tree, &content)
  let context = ReadingContext(index: content.index, label: tree.label, today: input.today)
  let observer = input.observer
  let isReusable = memo.today == input.today && memo.label == tree.label
  content.documents = try await concurrentMap(records, tasks: input.tasks) { record in
    if isReusable, let kept = memo.document(record.file, context.index) { return kept }
    return try observer.measure(.reading, record.file.path) {
      document(record.kind, record.file, try tree.read(record.file), context)
    }
  }
  content.memo.today = input.today
  content.memo.label = tree.label
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

/// Reads a YAML file that is not a record, with the checks every file gets.
private func readFields(
  _ file: SourceTree.File, _ tree: SourceTree, _ diagnostics: inout [Diagnostic]
) throws -> FieldReader? {
  let text = SourceText(path: tree.shown(file.path), bytes: try tree.read(file))
  if let fault = encodingFault(of: text) {
    diagnostics.append(fault)
    return nil
  }
  let parsed = mendedYAML(text, text.start..<text.bytes.count, firstLine: 1)
  diagnostics += parsed.diagnostics
  if parsed.root == nil, parsed.diagnostics.containErrors { return nil }
  return FieldReader(parsed.root ?? Node(.mapping([]), mark: Mark(line: 1, column: 1)), path: text.path)
}

private func readSettings(_ tree: SourceTree, _ content: inout Content) throws {
  guard let file = content.index["site.yaml"] else {
    content.diagnostics.append(
      SettingsRules.missing.at(
        Place(tree.shown("site.yaml")), Wording("没有 site.yaml", en: "there is no site.yaml"),
        help: Wording("新建它，写上 title: 站名 和 union: 工会名称", en: "make it, with title: and union:")))
    return
  }
  guard var fields = try readFields(file, tree, &content.diagnostics) else { return }
  content.settings = SiteSettings.read(&fields) ?? SiteSettings()
  fields.finish { SiteSettings.read(&$0) }
  content.diagnostics += fields.diagnostics
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
  guard var fields = try readFields(file, tree, &content.diagnostics) else { return }
  content.workingDays.add(year: year, &fields)
  fields.finish { (describing: inout FieldReader) -> Int? in
    var scratch = WorkingDays()
    scratch.add(year: year, &describing)
    return nil
  }
  content.diagnostics += fields.diagnostics
}

/// The site's time zone and where it is written, read ahead of everything else because `today` is an input.
///
/// What is wrong with `site.yaml` is left to `compile`; here its default counts.
package func timeZone(of content: SourceTree) throws -> (name: String, place: Place?) {
  guard let file = content.files.first(where: { $0.path == "site.yaml" }) else { return (SiteSettings().timeZone, nil) }
  var ignored: [Diagnostic] = []
  guard var fields = try readFields(file, content, &ignored) else { return (SiteSettings().timeZone, nil) }
  let zone = fields.text("time_zone", "时区", Wording("时区", en: "the time zone"))
  return (zone?.value ?? SiteSettings().timeZone, zone.map { fields.place($0.mark) })
}
