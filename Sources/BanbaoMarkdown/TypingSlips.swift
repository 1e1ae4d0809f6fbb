import BanbaoDiagnostics

extension MarkdownRules {
  static let fullwidthMarkdown = Rule(
    "fullwidth-markdown", .warning,
    Wording(
      "Markdown 的记号要用半角（英文）符号：＃、＊、－、＞、｜、［］、（）这些全角符号会原样出现在网页上。请切换到英文输入法再打记号。",
      en:
        "The marks of Markdown are ASCII. Full-width ＃ ＊ － ＞ ｜ ［］ （） typed by an input method stand in the page as they are."
    ),
    wrong: "＃＃ 时间安排", right: "## 时间安排")

  static let headingWithoutSpace = Rule(
    "heading-without-space", .warning,
    Wording(
      "标题的 # 后面要空一格，否则它不是标题，# 会原样出现在网页上。",
      en:
        "A heading needs a space behind its #; otherwise it is no heading, and the # stands in the page."
    ),
    wrong: "##时间安排", right: "## 时间安排")
}

extension MarkdownWriter {
  /// Reports marks of Markdown that an input method made full-width, and headings without their space.
  ///
  /// - Parameter node: a text; only looked at where `Survey.mayHoldSlips`.
  mutating func seekSlips(in literal: UnsafeBufferPointer<UInt8>, of node: MarkdownNode) {
    guard escaper.sentinel == nil else {
      escaper.plainBytes(literal).withUnsafeBufferPointer { seekPlainSlips(in: $0, of: node) }
      return
    }
    seekPlainSlips(in: literal, of: node)
  }

  private mutating func seekPlainSlips(
    in literal: UnsafeBufferPointer<UInt8>, of node: MarkdownNode
  ) {
    guard let parent = node.parent else { return }
    let before = node.previous?.kind
    let beginsLine =
      parent.kind == .paragraph && (before == nil || before == .softBreak || before == .lineBreak)
    if beginsLine, let slip = slipAtLineStart(literal) {
      report(slip, in: literal)
      return
    }
    let slips = [
      pairedAsterisks(literal), fullwidthLink(literal, isBeforeLink: node.next?.kind == .link),
    ].compactMap { $0 }
    for slip in slips.sorted(by: { $0.at < $1.at }) { report(slip, in: literal) }
  }

  private func slipAtLineStart(_ text: UnsafeBufferPointer<UInt8>) -> Slip? {
    guard let first = text.first else { return nil }
    if first == UInt8(ascii: "#") { return headingWithoutSpace(text) }
    guard first == 0xEF, text.count > 3 else { return nil }
    let mark = scalar(text, at: 0).value
    let run = lengthOfRun(text, of: mark)
    let after = scalar(text, at: run * 3).value
    let isSpaced = after == 0x20 || after == 0x3000
    switch mark {
    case 0xFF03 where run <= 6:
      let rest = UnsafeBufferPointer(rebasing: text[(run * 3)...])
      guard isSpaced || (isEastAsianLetter(after) && indexOf(mark, in: rest) == nil) else {
        return nil
      }
      return Slip(length: run, shown: "＃", right: String(repeating: "#", count: run) + " 标题")
    case 0xFF0D where run == 1 && isSpaced, 0xFF0A where run == 1 && isSpaced:
      return Slip(length: 1, shown: mark == 0xFF0D ? "－" : "＊", right: "- 文字")
    case 0xFF1E where isSpaced: return Slip(length: run, shown: "＞", right: "> 文字")
    case 0xFF5C where countOf(mark, in: text) >= 3:
      return Slip(length: 1, shown: "｜", right: "| 项目 | 人数 |")
    case 0xFF40 where run == 3: return Slip(length: 3, shown: "｀｀｀", right: "```")
    case 0xFF10...0xFF19:
      var index = 0
      while index < text.count, (0xFF10...0xFF19).contains(scalar(text, at: index).value) {
        index += 3
      }
      guard index <= 9, index < text.count, scalar(text, at: index).value == 0xFF0E,
        index + 3 < text.count, !(0xFF10...0xFF19).contains(scalar(text, at: index + 3).value)
      else { return nil }
      return Slip(length: index / 3 + 1, shown: "１．", right: "1. 文字")
    default: return nil
    }
  }

  /// `#标题`; `#话题#` and `#1` are meant as they are.
  private func headingWithoutSpace(_ text: UnsafeBufferPointer<UInt8>) -> Slip? {
    let run = text.prefix { $0 == UInt8(ascii: "#") }.count
    guard run <= 6, run < text.count, isEastAsianLetter(scalar(text, at: run).value) || run > 1,
      !text[run...].contains(UInt8(ascii: "#"))
    else { return nil }
    let after = text[run]
    guard after >= 0x80 || isASCIIAlphanumeric(after) else { return nil }
    return Slip(length: run, shown: nil, right: String(repeating: "#", count: run) + " 标题")
  }

  /// `＊＊重点＊＊`
  private func pairedAsterisks(_ text: UnsafeBufferPointer<UInt8>) -> Slip? {
    guard let first = indexOf(0xFF0A, twice: true, in: text),
      indexOf(0xFF0A, twice: true, in: UnsafeBufferPointer(rebasing: text[(first + 6)...])) != nil
    else { return nil }
    return Slip(at: first, length: 2, shown: "＊＊", right: "**重点**")
  }

  /// `［文字］（网址）`, also with brackets of which one is ASCII.
  private func fullwidthLink(_ text: UnsafeBufferPointer<UInt8>, isBeforeLink: Bool) -> Slip? {
    var index = 0
    while index < text.count {
      let (value, length) = scalar(text, at: index)
      let next = index + length
      defer { index = next }
      guard value == 0xFF3D || value == 0x5D, next < text.count else { continue }
      let (opener, openerLength) = scalar(text, at: next)
      guard opener == 0xFF08 || (value == 0xFF3D && opener == 0x28) else { continue }
      let inside = text[(next + openerLength)...]
      let address = UnsafeBufferPointer(
        rebasing: inside.prefix { $0 != 0x29 && $0 != 0x20 && $0 != 0xEF })
      guard looksLikeAddress(address) || (inside.isEmpty && isBeforeLink) else { continue }
      return Slip(at: index, length: 2, shown: value == 0x5D ? "]（" : "］（", right: "[文字](地址)")
    }
    return nil
  }

  private func looksLikeAddress(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let dot = text.lastIndex(of: UInt8(ascii: ".")), dot > 0 || text.count > 1 else {
      return false
    }
    if text.contains(UInt8(ascii: "/")) { return true }
    return dot + 2 < text.count && dot + 6 > text.count
      && text[(dot + 1)...].allSatisfy(isASCIIAlphanumeric)
      && !text[(dot + 1)...].allSatisfy { (0x30...0x39).contains($0) }
  }

  private func lengthOfRun(_ text: UnsafeBufferPointer<UInt8>, of mark: UInt32) -> Int {
    var index = 0
    while index < text.count, scalar(text, at: index).value == mark { index += 3 }
    return index / 3
  }

  private func indexOf(_ mark: UInt32, twice: Bool = false, in text: UnsafeBufferPointer<UInt8>)
    -> Int?
  {
    var index = 0
    while index < text.count {
      let (value, length) = scalar(text, at: index)
      if value == mark, !twice || scalar(text, at: index + length).value == mark { return index }
      index += length
    }
    return nil
  }

  private func countOf(_ mark: UInt32, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var index = 0
    while index < text.count {
      let (value, length) = scalar(text, at: index)
      if value == mark { count += 1 }
      index += length
    }
    return count
  }

  private struct Slip {
    /// Bytes from the beginning of the text.
    var at = 0
    /// In scalars.
    var length: Int
    /// What was typed; nil for a heading without its space.
    var shown: String?
    var right: String
  }

  private mutating func report(_ slip: Slip, in literal: UnsafeBufferPointer<UInt8>) {
    // Long enough not to find another one.
    let end = min(slip.at + 24, literal.count)
    let mark = UnsafeBufferPointer(rebasing: literal[slip.at..<end])
    var finder = block ?? BlockLocator(range: rangeOfBlock())
    var start = finder.find(mark, in: locator.text)
    // Not in the middle of a longer run.
    while let found = start, found > 0, locator.text[found - 1] == mark.first {
      start = finder.find(mark, in: locator.text)
    }
    block = finder
    // What does not stand in the text as it is was written with escapes, on purpose.
    guard let start else { return }
    if start > 0, locator.text[start - 1] == UInt8(ascii: "\\") { return }
    let place = locator.place(start, length: slip.length)
    guard let shown = slip.shown else {
      diagnostics.append(
        MarkdownRules.headingWithoutSpace.at(
          place, Wording("标题的 # 后面没有空格", en: "no space behind the # of a heading"),
          help: Wording("写 \(slip.right)", en: "write \(slip.right)")))
      return
    }
    diagnostics.append(
      MarkdownRules.fullwidthMarkdown.at(
        place,
        Wording(
          "“\(shown)”是全角符号，Markdown 的记号要用半角",
          en: "\"\(shown)\" is full-width; Markdown's marks are ASCII"),
        help: Wording("写 \(slip.right)", en: "write \(slip.right)")))
  }
}
