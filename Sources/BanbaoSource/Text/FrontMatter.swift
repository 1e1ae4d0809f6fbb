package import BanbaoDiagnostics

/// A Markdown file cut in two: the fields between the `---` lines, and the body after them.
package struct FrontMatter: Sendable {
  /// The YAML, without the fences. Begins in line `yamlLine`.
  package var yaml: Range<Int>
  package var yamlLine: Int
  /// The Markdown. Begins in line `bodyLine`.
  package var body: Range<Int>
  package var bodyLine: Int

  /// Finds the fences in the bytes. A fault says which fence is missing or mistyped, and where.
  package static func find(in text: SourceText) -> Result<FrontMatter, Fault> {
    var search = FenceSearch(text)
    let found = search.run()
    if search.diagnostics.isEmpty, let found { return .success(found) }
    return .failure(Fault(diagnostics: search.diagnostics, meant: found))
  }

  /// Why there are no fences as they should be.
  package struct Fault: Error {
    /// At least one.
    package var diagnostics: [Diagnostic]
    /// The cut that the author meant, so that the other faults of the file are found in the same run; nil where it
    /// cannot be told.
    package var meant: FrontMatter?
  }
}

/// One pass over the lines of a file for its two fences.
private struct FenceSearch {
  let text: SourceText
  var diagnostics: [Diagnostic] = []
  private var lineStart: Int
  private var line = 1

  init(_ text: SourceText) {
    self.text = text
    lineStart = text.start
  }

  mutating func run() -> FrontMatter? {
    // Empty lines before the first fence do no harm.
    while lineStart < text.bytes.count, isBlank(lineStart), let next = text.lineEnd(after: lineStart) {
      lineStart = next
      line += 1
    }
    let opening = line
    switch fence(lineStart) {
    case .right: break
    case .wrong(let words): report(words, isOpening: true)
    case .none:
      guard looksLikeField(lineStart) else {
        reportMissing()
        return nil
      }
      diagnostics.append(
        FrontMatterRules.missing.at(
          Place(text.path, line: line, column: 1),
          Wording("文件的第一行应当是 ---", en: "the first line of the file must be ---"),
          help: Wording(
            "在“\(shown(lineStart))”前面加一行 ---", en: "put a line --- before “\(shown(lineStart))”"),
          fix: Replacement(Place(text.path, line: line, column: 1), old: "", new: "---\n")))
      let found = close(yamlStart: lineStart, yamlLine: line, opening: opening)
      // Where the fields end nowhere, one line more is not all that is missing.
      if found == nil { diagnostics[0].fix = nil }
      return found
    }
    guard let yamlStart = text.lineEnd(after: lineStart) else {
      reportUnclosed(openedIn: opening, before: nil)
      return nil
    }
    return close(yamlStart: yamlStart, yamlLine: line + 1, opening: opening)
  }

  /// Looks for the second fence. An indented one counts only where there is no other: it may be text of a long value.
  private mutating func close(yamlStart: Int, yamlLine: Int, opening: Int) -> FrontMatter? {
    var indented: (start: Int, line: Int)?
    lineStart = yamlStart
    line = yamlLine
    while lineStart < text.bytes.count {
      let kind = fence(lineStart)
      if kind != .none, !isIndented(lineStart) {
        if case .wrong(let words) = kind { report(words, isOpening: false) }
        return cut(yamlStart, yamlLine, fence: (lineStart, line))
      }
      if kind != .none, indented == nil { indented = (lineStart, line) }
      guard let next = text.lineEnd(after: lineStart) else { break }
      lineStart = next
      line += 1
    }
    if let indented {
      (lineStart, line) = indented
      if case .wrong(let words) = fence(lineStart) { report(words, isOpening: false) }
      return cut(yamlStart, yamlLine, fence: indented)
    }
    guard diagnostics.isEmpty else { return nil }
    let body = firstLineOfBody(from: yamlStart, yamlLine)
    reportUnclosed(openedIn: opening, before: body?.line)
    let end = body?.start ?? text.bytes.count
    guard end > yamlStart else { return nil }
    return FrontMatter(
      yaml: yamlStart..<end, yamlLine: yamlLine, body: end..<text.bytes.count,
      bodyLine: body?.line ?? line)
  }

  private func firstLineOfBody(from start: Int, _ number: Int) -> (start: Int, line: Int)? {
    var (start, number) = (start, number)
    while start < text.bytes.count {
      if !mayBelongToFields(start) { return (start, number) }
      guard let next = text.lineEnd(after: start) else { return nil }
      start = next
      number += 1
    }
    return nil
  }

  private func cut(
    _ yamlStart: Int, _ yamlLine: Int, fence: (start: Int, line: Int)
  ) -> FrontMatter {
    let end = text.lineEnd(after: fence.start) ?? text.bytes.count
    return FrontMatter(
      yaml: yamlStart..<fence.start, yamlLine: yamlLine, body: end..<text.bytes.count,
      bodyLine: fence.line + 1)
  }

  // MARK: What a line is

  private enum Kind: Equatable {
    case none, right
    /// With what is wrong with it.
    case wrong(Wording)
  }

  private func fence(_ start: Int) -> Kind {
    let bytes = text.bytes
    var index = start
    while index < bytes.count, isSpace(bytes[index]) { index += 1 }
    guard index < bytes.count, bytes[index] == 0x2D || bytes[index] == 0xE2 || bytes[index] == 0xEF
    else { return .none }
    if index == start, start + 3 <= bytes.count, bytes[start] == 0x2D, bytes[start + 1] == 0x2D,
      bytes[start + 2] == 0x2D, isBlank(start + 3)
    {
      return .right
    }
    let content = shown(start)
    let scalars = content.unicodeScalars
    guard scalars.count >= 2 || content == "—",
      scalars.allSatisfy({ "-－—–―─".unicodeScalars.contains($0) })
    else { return .none }
    if scalars.contains(where: { $0 != "-" }) {
      return .wrong(Wording("“\(content)”不是三个英文减号", en: "“\(content)” is not three ASCII hyphens"))
    }
    if scalars.count != 3 {
      return .wrong(
        Wording("“\(content)”应当正好三个减号", en: "“\(content)” must be exactly three hyphens"))
    }
    return .wrong(Wording("“---”前面不能有空格", en: "no space may stand before “---”"))
  }

  /// Whether a line may stand among the fields: anything but an empty line, a heading, or a line that neither is
  /// indented nor begins with a key.
  private func mayBelongToFields(_ start: Int) -> Bool {
    if isBlank(start) { return false }
    let first = text.bytes[start]
    if isSpace(first) || first == UInt8(ascii: "-") { return true }
    if first == UInt8(ascii: "#") { return shown(start).hasPrefix("# ") }
    return looksLikeField(start)
  }

  private func looksLikeField(_ start: Int) -> Bool {
    let line = FieldLine(shown(start))
    guard let key = line.key else { return false }
    // `各位会员：` begins a letter, not a field.
    return line.hasASCIIColon || (key.count <= 6 && line.valueStart < line.scalars.count)
  }

  private func isBlank(_ start: Int) -> Bool {
    var index = start
    while index < text.bytes.count, isSpace(text.bytes[index]) { index += 1 }
    return index == text.bytes.count || text.bytes[index] == 0x0A || text.bytes[index] == 0x0D
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private func isIndented(_ start: Int) -> Bool {
    start < text.bytes.count && isSpace(text.bytes[start])
  }

  /// The line without spaces at its ends.
  private func shown(_ start: Int) -> String {
    trimmed(String(decoding: text.bytes[bytes(ofLine: start)], as: UTF8.self))
  }

  /// A line without its end.
  private func bytes(ofLine start: Int) -> Range<Int> {
    var end = start
    while end < text.bytes.count, text.bytes[end] != 0x0A, text.bytes[end] != 0x0D { end += 1 }
    return start..<end
  }

  // MARK: Faults

  private mutating func report(_ what: Wording, isOpening: Bool) {
    diagnostics.append(
      FrontMatterRules.fence.at(
        Place(text.path, line: line, column: 1, length: shown(lineStart).unicodeScalars.count),
        Wording(
          (isOpening ? "第一行" : "结束行") + what.zh,
          en: (isOpening ? "in the first line, " : "in the closing line, ") + what.en),
        help: Wording("从行首写起，用英文输入法打 ---", en: "write ---, in ASCII, from the beginning of the line"),
        fix: Replacement(
          Place(text.path, line: line, column: 1),
          changing: String(decoding: text.bytes[bytes(ofLine: lineStart)], as: UTF8.self), into: "---")))
  }

  private mutating func reportMissing() {
    let isEmpty = isBlank(lineStart) && text.lineEnd(after: lineStart) == nil
    diagnostics.append(
      FrontMatterRules.missing.at(
        isEmpty ? Place(text.path) : Place(text.path, line: line, column: 1),
        isEmpty
          ? Wording("文件是空的", en: "the file is empty")
          : Wording("文件开头没有用 --- 围起来的各项信息", en: "the file does not begin with fields between --- lines"),
        help: Wording(
          "在最前面加上 ---、标题: …、日期: … 等几行，再加一行 ---",
          en: "put the lines ---, title: …, date: … and --- at the very beginning")))
  }

  private mutating func reportUnclosed(openedIn opening: Int, before body: Int?) {
    // A file may end within the sign.
    let length = min(3, text.line(opening)?.unicodeScalars.count ?? 1)
    diagnostics.append(
      FrontMatterRules.unclosed.at(
        Place(text.path, line: opening, column: 1, length: length),
        Wording("开头的 --- 没有结束的 --- 与它对应", en: "the opening --- has no closing ---"),
        help: body.map {
          Wording("大概应当在第 \($0) 行前面加一行 ---", en: "a line --- seems to be missing before line \($0)")
        } ?? Wording("在各项信息之后加一行 ---", en: "put a line --- after the fields")))
  }
}

package enum FrontMatterRules {
  package static let missing = Rule(
    "front-matter-missing", .error,
    Wording(
      "每个 Markdown 文件以 --- 开头，然后是标题、日期等各项信息，再以 --- 结束，下面才是正文。",
      en: "Every Markdown file begins with ---, then its fields, then ---, and only then its text."),
    wrong: "标题：春节慰问\n\n各工会小组：……", right: "---\ntitle: 春节慰问\ndate: 2026-02-10\nkind: 通知\n---\n\n各工会小组：……")
  package static let unclosed = Rule(
    "front-matter-unclosed", .error,
    Wording("开头的 --- 必须有另一行 --- 与它对应。", en: "The opening --- needs a closing ---."),
    wrong: """
      ---
      title: 春节慰问
      date: 2026-02-10
      kind: 通知

      各工会小组：……
      """,
    right: """
      ---
      title: 春节慰问
      date: 2026-02-10
      kind: 通知
      ---

      各工会小组：……
      """)
  package static let fence = Rule(
    "front-matter-fence", .error,
    Wording(
      "围住各项信息的是三个英文减号 ---，不是破折号，也不是全角减号。",
      en: "The fields stand between lines of three ASCII hyphens, not dashes or full-width hyphens."),
    wrong: """
      ———
      title: 春节慰问
      date: 2026-02-10
      kind: 通知
      ———
      """,
    right: """
      ---
      title: 春节慰问
      date: 2026-02-10
      kind: 通知
      ---
      """)

  package static let all = [missing, unclosed, fence]
}
