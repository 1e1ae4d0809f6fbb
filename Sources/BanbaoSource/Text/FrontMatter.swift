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
    let bytes = text.bytes
    var lineStart = text.start
    // Empty lines before the first fence do no harm.
    var line = 1
    while lineStart < bytes.count, isBlank(bytes, lineStart), let next = text.lineEnd(after: lineStart) {
      lineStart = next
      line += 1
    }
    guard isFence(bytes, lineStart) else { return .failure(Fault(text.opening(at: lineStart, line: line))) }
    guard let yamlStart = text.lineEnd(after: lineStart) else {
      return .failure(Fault(text.unclosed(openedIn: line)))
    }
    let yamlLine = line + 1
    var number = yamlLine
    lineStart = yamlStart
    while lineStart < bytes.count {
      let next = text.lineEnd(after: lineStart)
      if isFence(bytes, lineStart) {
        let end = next ?? bytes.count
        return .success(
          FrontMatter(yaml: yamlStart..<lineStart, yamlLine: yamlLine, body: end..<bytes.count, bodyLine: number + 1))
      }
      guard let next else { break }
      lineStart = next
      number += 1
    }
    return .failure(Fault(text.unclosed(openedIn: line)))
  }

  /// Wraps the one diagnostic that says why there is no front matter.
  package struct Fault: Error {
    package var diagnostic: Diagnostic
    init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
  }

  /// `---`, then nothing but spaces.
  private static func isFence(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard start + 3 <= bytes.count, bytes[start] == 0x2D, bytes[start + 1] == 0x2D, bytes[start + 2] == 0x2D else {
      return false
    }
    return isBlank(bytes, start + 3)
  }

  private static func isBlank(_ bytes: [UInt8], _ start: Int) -> Bool {
    var index = start
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index == bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D
  }
}

extension SourceText {
  fileprivate func opening(at offset: Int, line: Int) -> Diagnostic {
    let first = self.line(line) ?? ""
    let dashes = trimmed(first)
    let looksLikeFence =
      dashes.unicodeScalars.count >= 1 && dashes.unicodeScalars.count <= 8
      && dashes.unicodeScalars.allSatisfy { "-－—–―─".unicodeScalars.contains($0) }
    if looksLikeFence {
      return FrontMatterRules.fence.at(
        Place(path, line: line, column: 1),
        Wording("第一行“\(dashes)”要用三个英文减号", en: "the first line “\(dashes)” must be three ASCII hyphens"),
        help: Wording("关掉中文输入法，写成 ---", en: "switch the input method off and write ---"),
        length: dashes.unicodeScalars.count)
    }
    return FrontMatterRules.missing.at(
      Place(path, line: line, column: 1),
      Wording("文件开头没有用 --- 围起来的各项信息", en: "the file does not begin with fields between --- lines"),
      help: Wording(
        "在最前面加上 --- 、title: …、date: … 等几行，再加一行 ---",
        en: "put the lines ---, title: …, date: … and --- at the very beginning"))
  }

  fileprivate func unclosed(openedIn line: Int) -> Diagnostic {
    // The first line that cannot belong to the fields is where the fence is missed.
    var number = line + 1
    while let range = range(ofLine: number) {
      let content = trimmed(String(decoding: bytes[range], as: UTF8.self))
      let isMistypedFence =
        content.unicodeScalars.count >= 2 && content.unicodeScalars.allSatisfy { "-－—–―─".unicodeScalars.contains($0) }
      if isMistypedFence {
        return FrontMatterRules.fence.at(
          Place(path, line: number, column: 1),
          Wording("结束行“\(content)”要用三个英文减号", en: "the closing line “\(content)” must be three ASCII hyphens"),
          help: Wording("关掉中文输入法，写成 ---", en: "switch the input method off and write ---"),
          length: content.unicodeScalars.count)
      }
      if content.isEmpty || content.hasPrefix("#") && !content.hasPrefix("# ") { break }
      number += 1
    }
    return FrontMatterRules.unclosed.at(
      Place(path, line: line, column: 1),
      Wording("开头的 --- 没有结束的 --- 与它对应", en: "the opening --- has no closing ---"),
      help: Wording(
        "在各项信息之后、正文之前（大约第 \(number) 行）加一行 ---",
        en: "put a line --- after the fields and before the text, at about line \(number)"),
      length: 3)
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
    wrong: "---\ntitle: 春节慰问\n\n各工会小组：……", right: "---\ntitle: 春节慰问\n---\n\n各工会小组：……")
  package static let fence = Rule(
    "front-matter-fence", .error,
    Wording(
      "围住各项信息的是三个英文减号 ---，不是破折号，也不是全角减号。",
      en: "The fields stand between lines of three ASCII hyphens, not dashes or full-width hyphens."),
    wrong: "———\ntitle: 春节慰问\n———", right: "---\ntitle: 春节慰问\n---")

  package static let all = [missing, unclosed, fence]
}
