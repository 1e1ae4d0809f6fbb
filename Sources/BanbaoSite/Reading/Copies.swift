package import BanbaoDiagnostics
import BanbaoSource

/// Records that are there twice: copies that Windows, WPS, a browser or a sync tool made, and records of one kind with
/// the same title and day. Everything about them would be shown and counted twice.
func copies(_ documents: [Document]) -> [Diagnostic] {
  struct Subject: Hashable {
    var folder: String
    var title: String
    var date: DaySpan
  }
  var bySubject: [Subject: [any AnyEntry]] = [:]
  for entry in documents.flatMap(\.entries) {
    bySubject[Subject(folder: entry.folder, title: entry.title, date: entry.date), default: []].append(entry)
  }
  var told = Set<String>()
  var faults: [Diagnostic] = []
  for alike in bySubject.values where alike.count > 1 {
    let inOrder = alike.sorted { a, b in
      let (isFirst, isSecond) = (originalName(of: a.source) == nil, originalName(of: b.source) == nil)
      if isFirst != isSecond { return isFirst }
      // Whoever made a copy by hand added to the name, or put it into a folder.
      let (first, second) = (a.source.utf8.count, b.source.utf8.count)
      return first != second ? first < second : a.source.precedes(b.source)
    }
    let byName = Dictionary(inOrder.map { (withoutExtension($0.source), $0) }, uniquingKeysWith: { first, _ in first })
    for copy in inOrder.dropFirst() {
      let original = originalName(of: copy.source).flatMap { byName[$0] } ?? inOrder[0]
      // Records in one file are compared word by word as it is read.
      guard copy.source != original.source else { continue }
      guard let fault = fault(copy, original), told.insert(copy.source).inserted else { continue }
      faults.append(fault)
    }
  }
  return faults + conflicts(documents, but: told)
}

private func fault(_ copy: any AnyEntry, _ original: any AnyEntry) -> Diagnostic? {
  let isByName = originalName(of: copy.source) == withoutExtension(original.source)
  // Figures of two periods, or two bodies, may well be written down on one day under one title.
  guard isByName || type(of: copy.anyRecord).dateIsItsDay else { return nil }
  let diagnostic = (isByName ? CopyRules.copied : CopyRules.twice).at(
    copy.place,
    isByName
      ? Wording("这是“\(fileName(original.source))”的副本", en: "this is a copy of “\(fileName(original.source))”")
      : Wording("标题和日期与另一条记录相同", en: "another record has the same title and day"),
    help: isByName
      ? Wording("核对两个文件，只留一个", en: "compare both files, and keep one")
      : Wording("是同一件事就删掉一个；不是，把标题写得不一样", en: "delete one of them, or give them different titles"),
    related: [Related(original.place, Wording("另一条", en: "the other one"))])
  return isHeldBack(copy) ? demoted(diagnostic) : diagnostic
}

/// What a sync tool could not put together is said although one of the two was changed.
private func conflicts(_ documents: [Document], but told: Set<String>) -> [Diagnostic] {
  let copies = documents.compactMap { document in
    document.entries.first.flatMap { isConflict(fileName($0.source)) ? $0 : nil }
  }
  // Nearly every site has none.
  guard !copies.isEmpty else { return [] }
  let names = Dictionary(
    documents.compactMap { document in document.entries.first.map { (withoutExtension($0.source), $0) } },
    uniquingKeysWith: { first, _ in first })
  return copies.compactMap { copy in
    guard !told.contains(copy.source),
      let original = originalName(of: copy.source).flatMap({ names[$0] })
    else { return nil }
    let diagnostic = CopyRules.twice.at(
      copy.place,
      Wording(
        "这是“\(fileName(original.source))”的冲突副本：两个人同时改了它",
        en: "this is a conflicted copy of “\(fileName(original.source))”"),
      help: Wording("把改动合到一个文件里，删掉另一个", en: "bring the changes into one file, and delete the other"),
      related: [Related(original.place, Wording("原来的文件", en: "the original"))])
    return isHeldBack(copy) ? demoted(diagnostic) : diagnostic
  }
}

private func isHeldBack(_ entry: any AnyEntry) -> Bool { entry.status.isDraft || entry.status.isScheduled }

// MARK: Names of copies

/// The path without extension of the file that a file is a copy of, by its name alone: `a - 副本.md`, `a (1).md`,
/// `Copy of a.md`, `a.sync-conflict-….md`, `a~1.md`; nil for a name that is none of a copy.
func originalName(of path: String) -> String? {
  let name = withoutExtension(fileName(path))
  let folded = foldedFullWidth(name).lowercased()
  // Folding keeps the number of characters, so that places in one are places in the other.
  guard folded.count == name.count, folded.contains(where: { "副复拷冲c~(".contains($0) }) else { return nil }
  let own: Substring?
  if let marker = copyMarkers.lazy.compactMap({ folded.firstRange(of: $0) }).first {
    let before = String(name.prefix(folded.distance(from: folded.startIndex, to: marker.lowerBound)))
    let behind = String(name.dropFirst(folded.distance(from: folded.startIndex, to: marker.upperBound)))
    let head = withoutJoints(before[...])
    // Before a name a blank parts them: 复制粘贴 is no copy of 粘贴.
    own = head.isEmpty ? (behind.hasPrefix(" ") ? withoutJoints(behind.dropFirst()) : nil) : head
  } else if folded.hasSuffix(")"), let open = folded.lastIndex(of: "("),
    isNumber(folded[folded.index(after: open)...].dropLast())
  {
    own = withoutJoints(name.prefix(folded.distance(from: folded.startIndex, to: open)))
  } else if let tilde = folded.lastIndex(of: "~"), isNumber(folded[folded.index(after: tilde)...]) {
    own = withoutJoints(name.prefix(folded.distance(from: folded.startIndex, to: tilde)))
  } else {
    own = nil
  }
  guard let own, !own.isEmpty else { return nil }
  return joined(parent(path), String(own))
}

private let copyMarkers = [
  "的副本", "副本", "复件", "复制", "拷贝", ".sync-conflict", "sync-conflict", "冲突", "conflict", "copy of", "copy",
]

private func isConflict(_ name: String) -> Bool {
  // No other name is looked at further.
  guard name.utf8.contains(where: { $0 == 0xE5 || $0 | 0x20 == UInt8(ascii: "f") }) else { return false }
  return name.contains("冲突") || name.lowercased().contains("conflict")
}

private func isNumber(_ text: Substring) -> Bool { !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber } }

/// Without what joins a name to the words for a copy: blanks, dashes, an open bracket with whose copy it is.
private func withoutJoints(_ text: Substring) -> Substring {
  var text = text
  if let bracket = text.lastIndex(where: { $0 == "(" || $0 == "（" }),
    !text[bracket...].contains(where: { ")）".contains($0) })
  {
    text = text[..<bracket]
  }
  while let last = text.last, " -_—.·".contains(last) { text.removeLast() }
  return text
}

/// The items of a list that are alike in every word.
func repeated(_ items: [Node], _ path: String) -> [Diagnostic] {
  guard items.count > 1 else { return [] }
  var first: [String: Int] = [:]
  var faults: [Diagnostic] = []
  for (index, item) in items.enumerated() {
    guard let known = first.updateValue(index, forKey: item.spelled) else { continue }
    first[item.spelled] = known
    faults.append(
      CopyRules.twice.at(
        Place(path, item.mark),
        Wording("第 \(index + 1) 条与第 \(known + 1) 条一模一样", en: "item \(index + 1) is item \(known + 1) once more"),
        help: Wording("是同一件事就删掉一条；不是，把标题写得不一样", en: "delete one of them, or give them different titles"),
        related: [Related(Place(path, items[known].mark), Wording("另一条", en: "the other one"))]))
  }
  return faults
}

extension Node {
  /// All that it says, with nothing of where.
  fileprivate var spelled: String {
    switch content {
    case .scalar(let text, _): "\(text.utf8.count):\(text)"
    case .list(let items): "[" + items.map(\.spelled).joined() + "]"
    case .mapping(let entries): "{" + entries.map { "\($0.key):" + $0.value.spelled }.joined() + "}"
    }
  }
}

/// The rules of records that are there twice.
package enum CopyRules {
  package static let copied = Rule(
    "record-copied", .error,
    Wording(
      "电脑复制文件时加上“副本”“(1)”等字样；副本会再登一次，总结也会再算一遍。",
      en: "A computer calls a copied file “- 副本” or “(1)”; the copy would be shown, and counted, once more."),
    wrong: """
      notices/2026/春节慰问.md:
      title: 春节慰问

      notices/2026/春节慰问(1).md:
      title: 春节慰问
      """,
    right: """
      notices/2026/春节慰问.md:
      title: 春节慰问
      """)
  package static let twice = Rule(
    "record-twice", .warning,
    Wording(
      "同一类记录里标题和日期都相同的，多半是同一件事写了两次。",
      en: "Records of one kind with the same title and day are mostly one matter told twice."),
    wrong: """
      notices/2026/春节.md:
      title: 春节慰问

      notices/2026/慰问.md:
      title: 春节慰问
      """,
    right: """
      notices/2026/春节.md:
      title: 春节慰问

      notices/2026/慰问.md:
      title: 元宵慰问
      """)
  package static let all = [copied, twice]
}
