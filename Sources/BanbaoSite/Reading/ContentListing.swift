import BanbaoDiagnostics
import BanbaoSource

/// What each file of `content/` is for, by its path alone.
struct ContentListing {
  /// A file of a kind's folder that holds records.
  struct Record: Sendable {
    var file: SourceTree.File
    var kind: any RecordKind.Type
  }

  private(set) var records: [Record] = []
  /// By the place of the register in the model.
  private(set) var registers: [Int: [SourceTree.File]] = [:]
  private(set) var holidays: [SourceTree.File] = []
  /// Of files that belong to nobody.
  private(set) var diagnostics: [Diagnostic] = []

  init(_ tree: SourceTree, _ model: SiteModel) {
    let byFolder = Dictionary(model.kinds.map { ($0.folder, $0) }, uniquingKeysWith: { first, _ in first })
    for file in tree.files {
      if let fault = nameFault(fileName(file.path), at: Place(tree.shown(file.path))) { diagnostics.append(fault) }
      if let number = model.registers.firstIndex(where: { $0.reads(file.path) }) {
        registers[number, default: []].append(file)
        continue
      }
      guard let slash = file.path.firstIndex(of: "/") else {
        if file.path != "site.yaml" { diagnostics.append(misplaced(file, tree, model)) }
        continue
      }
      let folder = String(file.path[..<slash])
      if let kind = byFolder[folder] {
        if isRecord(file.path) { records.append(Record(file: file, kind: kind)) }
      } else if folder == "holidays" {
        holidays.append(file)
      } else if folder != "private" {
        diagnostics.append(misplaced(file, tree, model))
      }
    }
  }
}

/// Whether a file of a kind's folder holds records.
func isRecord(_ path: String) -> Bool {
  path.hasSuffix(".md") || path.hasSuffix(".yaml") || path.hasSuffix(".yml")
}

private func misplaced(
  _ file: SourceTree.File, _ tree: SourceTree, _ model: SiteModel
) -> Diagnostic {
  let kinds = model.kinds
  let files = [KnownFile("site.yaml", words: ["站点", "网站"])] + model.registers.flatMap { $0.files }
  let folders = Dictionary(model.newsSections.map { ($0.name.zh, $0.folder) }, uniquingKeysWith: { first, _ in first })
  if let near = NearlyKnown(file.path, among: files, folders: folders) { return near.fault(file, in: tree) }
  let folder = file.path.split(separator: "/").dropLast().first.map(String.init)
  let known = kinds.map { $0.folder }.sorted()
  // A folder may be called what the kind is called.
  let named = kinds.first { kind in
    [kind.name.zh, kind.section.zh, kind.name.en.lowercased()].contains(folder?.lowercased() ?? file.path)
  }
  let near = named?.folder ?? folder.flatMap { nearest(to: $0, among: known) }
  let own = files.filter { $0.path.hasPrefix("\(folder ?? "")/") }.map { fileName($0.path) }
  if !own.isEmpty {
    return FileRules.misplaced.at(
      Place(tree.shown(file.path)), Wording("这个文件不会读", en: "this file is not read"),
      help: Wording(
        "是账本一类的文件，改名为 \(own.joined(separator: " 或 "))；别的移到 content 文件夹外面",
        en: "rename what belongs here to \(own.joined(separator: " or ")); move all else out of the content folder"))
  }
  return FileRules.misplaced.at(
    Place(tree.shown(file.path)),
    folder.map { Wording("没有叫“\($0)”的栏目", en: "there is no kind of record in a folder “\($0)”") }
      ?? Wording("这个文件不在任何栏目的文件夹里", en: "this file lies in no kind's folder"),
    help: near.map { Wording("是不是“\($0)”？", en: "did you mean “\($0)”?") }
      ?? Wording("栏目文件夹有：\(known.joined(separator: "、"))", en: "the folders are: \(known.joined(separator: ", "))"))
}
