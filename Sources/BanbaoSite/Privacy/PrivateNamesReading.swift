import BanbaoDiagnostics
import BanbaoSource

extension PrivateNames {
  /// Reads `private/people.yaml`: a list of names, a list of `{name: …}`, or either under `people` or `names`. Neither
  /// message quotes the file: they may be read by more people than it.
  static func read(_ text: SourceText) -> (names: PrivateNames, diagnostics: [Diagnostic]) {
    let faults = encodingFaults(of: text)
    if !faults.isEmpty { return (PrivateNames(), faults) }
    let parsed = mendedYAML(text, text.start..<text.bytes.count, firstLine: 1)
    var reading = Reading(path: text.path)
    for fault in parsed.diagnostics {
      // Its own message would quote the line.
      reading.diagnostics.append(
        NameRules.form.at(
          fault.place, Wording("这里写得不对（\(fault.code)）", en: "this is written wrongly (\(fault.code))"),
          help: Wording("看 banbao explain \(fault.code)", en: "see banbao explain \(fault.code)"))
      )
    }
    if let root = parsed.root { reading.read(root) }
    return (PrivateNames(reading.names), reading.diagnostics + characterFaults(of: text))
  }

  /// Files beside it that were meant to be it: a list that is not read protects nobody.
  static func misnamed(_ tree: SourceTree) -> [Diagnostic] {
    tree.files.compactMap { file in
      let lower = file.path.lowercased()
      guard lower.hasPrefix("private/"), file.path != path else { return nil }
      let name = fileName(withoutExtension(lower))
      let isMeant =
        ["人员", "名单", "姓名", "people", "names"].contains { name.contains($0) }
        || nearest(to: name, among: ["people"]) != nil
      guard isMeant else { return nil }
      return NameRules.form.at(
        Place(tree.shown(file.path)), Wording("不公开名单的文件名不对，不会读", en: "the private list is not read under this name"),
        help: isRecord(lower) || lower.hasSuffix(".txt")
          ? Wording("改名为 \(path)", en: "rename it to \(path)")
          : Wording("把姓名写进 \(path)，一行一个，前面加“- ”", en: "write the names into \(path), one a line behind “- ”"))
    }
  }
}

private struct Reading {
  let path: String
  var names: [PrivateNames.Name] = []
  var diagnostics: [Diagnostic] = []

  private static let listKeys = ["people", "names", "人员", "姓名"]
  private static let nameKeys = ["name", "姓名"]

  mutating func read(_ root: Node) {
    switch root.content {
    case .list(let items): for item in items { readItem(item) }
    case .mapping(let entries):
      for entry in entries {
        guard Self.listKeys.contains(entry.key) else {
          fault(
            entry.keyMark, Wording("不认识这一项", en: "this key is unknown"),
            Wording("名单写在“人员”下面", en: "put the list under people"))
          continue
        }
        if case .list(let items) = entry.value.content {
          for item in items { readItem(item) }
        } else if !entry.value.isEmpty {
          faultOfList(entry.value.mark)
        }
      }
    case .scalar: if !root.isEmpty { faultOfList(root.mark) }
    }
  }

  private mutating func readItem(_ item: Node) {
    switch item.content {
    case .scalar(let text, _): add(text, item.mark)
    case .mapping(let entries):
      let named = entries.filter { Self.nameKeys.contains($0.key) }
      guard let entry = named.first, named.count == 1, case .scalar(let text, _) = entry.value.content else {
        fault(
          item.mark, Wording("这一项没有姓名", en: "this item has no name"),
          Wording("写成“- 姓名: ”加上全名", en: "write - name: and the name"))
        return
      }
      add(text, entry.value.mark)
    case .list: faultOfList(item.mark)
    }
  }

  private mutating func add(_ text: String, _ mark: Mark) {
    let folded = foldedName(text)
    let found = BanbaoSite.names(in: text)
    guard folded.count >= 2, folded.count <= 60, found.count == 1, folded.allSatisfy(isLetter) else {
      fault(
        mark,
        folded.count < 2
          ? Wording("一个字不是完整的姓名", en: "one character is no whole name")
          : found.count > 1
            ? Wording("一项里写了几个姓名", en: "several names stand in one item")
            : Wording("这一项不是姓名", en: "this item is no name"),
        Wording("一行写一个人的全名，前面加“- ”", en: "write the whole name of one person an item, behind “- ”"))
      return
    }
    names.append(
      PrivateNames.Name(
        folded: folded, masked: masked(trimmed(text), .first), place: Place(path, mark))
    )
  }

  private func isLetter(_ scalar: UInt32) -> Bool {
    // Hyphens and apostrophes stand in Latin names.
    if scalar == 0x2D || scalar == 0x27 || scalar == 0x2019 { return true }
    return Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
  }

  private mutating func faultOfList(_ mark: Mark) {
    fault(
      mark, Wording("这里应当是姓名的列表", en: "a list of names must stand here"),
      Wording("一行写一个人，前面加“- ”", en: "write one person an item, behind “- ”"))
  }

  private mutating func fault(_ mark: Mark, _ message: Wording, _ help: Wording) {
    diagnostics.append(
      NameRules.form.at(
        Place(path, mark), message, help: help))
  }
}
