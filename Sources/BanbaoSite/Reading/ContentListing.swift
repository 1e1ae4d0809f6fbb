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
      } else if folder != "private", folder != staticFolder {
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
  let top = file.path.firstIndex(of: "/").map { String(file.path[..<$0]) }
  let own = files.filter { $0.path.hasPrefix("\(top ?? "")/") }.map { fileName($0.path) }
  let near = NearlyKnown(file.path, among: files, folders: folders)
  // What lies beside the file that it is like is a scan, a print or a table of its own, and nothing is lost by it.
  let isThere =
    near.map { near in
      // A table may be of either form.
      [near.path, withoutExtension(near.path) + ".csv", withoutExtension(near.path) + ".xlsx"].contains {
        tree.holds($0)
      }
    } ?? false
  if !own.isEmpty, !isText(file.path), isThere || near?.isWorkbook != true {
    return FileRules.unused.at(
      Place(tree.shown(file.path)), Wording("这个文件不会发布", en: "this file is not published"),
      help: Wording(
        "要给大家看，就写一条通知，把它放在通知旁边，登记为附件；不用发布，可以留着",
        en: "to show it, write a notice, put the file beside it and name it under attachments; else it may stay"))
  }
  if let near { return near.fault(file, in: tree) }
  let folder = file.path.split(separator: "/").dropLast().first.map(String.init)
  let known = kinds.map { $0.folder }.sorted()
  // A folder may be called what the kind is called.
  let named = kinds.first { kind in
    [kind.name.zh, kind.section.zh, kind.name.en.lowercased()].contains(folder?.lowercased() ?? file.path)
  }
  let meant = named?.folder ?? folder.flatMap { nearest(to: $0, among: known) }
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
    help: meant.map { Wording("是不是“\($0)”？", en: "did you mean “\($0)”?") }
      ?? Wording("栏目文件夹有：\(known.joined(separator: "、"))", en: "the folders are: \(known.joined(separator: ", "))"))
}

/// Whether a file may hold what its author means to be read, by its name: no scan, picture or workbook.
private func isText(_ path: String) -> Bool {
  ["", "md", "markdown", "yaml", "yml", "csv", "tsv", "txt"].contains(FileType.ending(path))
}
