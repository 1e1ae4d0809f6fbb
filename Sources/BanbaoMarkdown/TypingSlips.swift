import BanbaoDiagnostics

extension MarkdownRules {
  static let fullwidthMarkdown = Rule(
    "fullwidth-markdown", .warning,
    Wording(
      "Markdown 的记号要用半角（英文）符号：＃、＊、－、＞、｜、［］、【】、（）这些全角符号会原样出现在网页上。请切换到英文输入法再打记号。",
      en:
        "The marks of Markdown are ASCII. Full-width ＃ ＊ － ＞ ｜ ［］ 【】 （） typed by an input method stand in the page as they are."
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
  /// - Parameter node: a text; only looked at where `Survey.mayHoldSlips` or `Survey.mayHoldSpacedMarks`.
  mutating func seekSlips(in literal: UnsafeBufferPointer<UInt8>, of node: MarkdownNode) {
    // Few texts hold a stand-in.
    guard escaper.sentinel == nil || !literal.contains(Sentinel.lead) else {
      escaper.bytesWithoutSigns(literal).withUnsafeBufferPointer { seekPlainSlips(in: $0, of: node) }
      return
    }
    seekPlainSlips(in: literal, of: node)
  }

  private mutating func seekPlainSlips(
    in literal: UnsafeBufferPointer<UInt8>, of node: MarkdownNode
  ) {
    guard mayHoldSlip(literal) else { return }
    guard seeksSlips else { return seekSpacedMarks(literal) }
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
    seekForeignMarks(literal, beginsLine: beginsLine)
    seekSpacedMarks(literal)
  }

  /// Whether a text holds a sign that a slip begins or ends with; most texts of a page with a slip hold none.
  private func mayHoldSlip(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in text {
      switch byte {
      case 0x21, 0x23, 0x24, 0x25, 0x2A, 0x3A, 0x3D, 0x40, 0x5B, 0x5D, 0x7B, 0xE3, 0xEF: return true  // !#$%*:=@[]{【＃
      default: continue
      }
    }
    return false
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
      return Slip(
        length: run, shown: "＃", right: String(repeating: "#", count: run) + " 标题",
        edits: [opening(text, run * 3, String(repeating: "#", count: run))])
    case 0xFF0D where run == 1 && isSpaced, 0xFF0A where run == 1 && isSpaced:
      return Slip(
        length: 1, shown: mark == 0xFF0D ? "－" : "＊", right: "- 文字", edits: [opening(text, 3, "-")])
    case 0xFF1E where isSpaced:
      return Slip(
        length: run, shown: "＞", right: "> 文字",
        edits: [opening(text, run * 3, String(repeating: ">", count: run))])
    case 0xFF40 where run == 3: return Slip(length: 3, shown: "｀｀｀", right: "```")
    case 0xFF10...0xFF19:
      var index = 0
      while index < text.count, (0xFF10...0xFF19).contains(scalar(text, at: index).value) {
        index += 3
      }
      guard index <= 9, index < text.count, scalar(text, at: index).value == 0xFF0E,
        index + 3 < text.count, !(0xFF10...0xFF19).contains(scalar(text, at: index + 3).value)
      else { return nil }
      let number = (0..<index / 3).map { String(scalar(text, at: $0 * 3).value - 0xFF10) }.joined()
      return Slip(
        length: index / 3 + 1, shown: "１．", right: "1. 文字", edits: [opening(text, index + 3, number + ".")])
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
    return Slip(
      length: run, shown: nil, right: String(repeating: "#", count: run) + " 标题",
      edits: [Slip.Edit(range: run..<run, new: " ")])
  }

  /// Writes the mark that opens a line, with the one space that parts it from what follows.
  ///
  /// - Parameter end: where the mark that was typed ends, in bytes.
  private func opening(_ text: UnsafeBufferPointer<UInt8>, _ end: Int, _ mark: String) -> Slip.Edit {
    let next = scalar(text, at: end)
    let isWide = next.value == 0x3000
    return Slip.Edit(
      range: 0..<(isWide ? end + next.length : end), new: mark + (next.value == 0x20 ? "" : " "))
  }

  /// `＊＊重点＊＊`
  private func pairedAsterisks(_ text: UnsafeBufferPointer<UInt8>) -> Slip? {
    guard let first = indexOf(0xFF0A, twice: true, in: text),
      indexOf(0xFF0A, twice: true, in: UnsafeBufferPointer(rebasing: text[(first + 6)...])) != nil
    else { return nil }
    var marks = [first]
    var next = first + 6
    while let at = indexOf(0xFF0A, twice: true, in: UnsafeBufferPointer(rebasing: text[next...])) {
      marks.append(next + at)
      next += at + 6
    }
    return Slip(
      at: first, length: 2, shown: "＊＊", right: "**重点**",
      edits: marks.count.isMultiple(of: 2) ? marks.map { Slip.Edit(range: $0..<$0 + 6, new: "**") } : [])
  }

  /// `［文字］（网址）`, also with brackets of which one is ASCII.
  private func fullwidthLink(_ text: UnsafeBufferPointer<UInt8>, isBeforeLink: Bool) -> Slip? {
    var index = 0
    while index < text.count {
      let (value, length) = scalar(text, at: index)
      let next = index + length
      defer { index = next }
      guard value == 0xFF3D || value == 0x5D || value == 0x3011, next < text.count else { continue }
      let (opener, openerLength) = scalar(text, at: next)
      guard opener == 0xFF08 || opener == 0x28 else { continue }
      // No address is longer.
      let inside = text[(next + openerLength)...].prefix(200)
      let address = UnsafeBufferPointer(
        rebasing: inside.prefix { $0 != 0x29 && $0 != 0x20 && $0 != 0xEF })
      guard looksLikeAddress(address) || (inside.isEmpty && isBeforeLink) else { continue }
      let after = next + openerLength + address.count
      // `[文字](x.md）` is wide at its end only.
      if value == 0x5D, opener == 0x28, scalar(text, at: after).value != 0xFF09 { continue }
      return Slip(
        at: index, length: 2,
        shown: value == 0x5D && opener == 0x28
          ? "）" : String(decoding: text[index..<(next + openerLength)], as: UTF8.self),
        right: "[文字](地址)",
        edits: brackets(text, closing: index, next, address: next + openerLength..<next + openerLength + address.count))
    }
    return nil
  }

  /// The brackets of a link in ASCII; none where one of the four cannot be told.
  private func brackets(
    _ text: UnsafeBufferPointer<UInt8>, closing: Int, _ opener: Int, address: Range<Int>
  ) -> [Slip.Edit] {
    guard address.upperBound < text.count else { return [] }
    let closer = scalar(text, at: address.upperBound)
    var first = closing
    var opening: (value: UInt32, length: Int)?
    while let before = scalar(text, before: first), opening == nil {
      first -= before.length
      if before.value == 0xFF3B || before.value == 0x5B || before.value == 0x3010 { opening = before }
      if before.value == 0xFF3D || before.value == 0x5D || before.value == 0x3011 { return [] }
    }
    guard let opening, closer.value == 0xFF09 || closer.value == 0x29 else { return [] }
    let signs = [
      (first, opening, "["), (closing, scalar(text, at: closing), "]"), (opener, scalar(text, at: opener), "("),
      (address.upperBound, closer, ")"),
    ]
    return signs.compactMap { start, sign, new in
      sign.value > 0x7F ? Slip.Edit(range: start..<start + sign.length, new: new) : nil
    }
  }

  func looksLikeAddress(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
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

  private struct Slip {
    /// Bytes from the beginning of the text.
    var at = 0
    /// In scalars.
    var length: Int
    /// What was typed; nil for a heading without its space.
    var shown: String?
    var right: String
    /// What makes it right; empty where that is for the author to decide.
    var edits: [Edit] = []

    struct Edit {
      /// Bytes from the beginning of the text.
      var range: Range<Int>
      var new: String
    }
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
    let fix = replacement(slip, literal, at: start - slip.at)
    guard let shown = slip.shown else {
      diagnostics.append(
        MarkdownRules.headingWithoutSpace.at(
          place, Wording("标题的 # 后面没有空格", en: "no space behind the # of a heading"),
          help: Wording("写 \(slip.right)", en: "write \(slip.right)"), fix: fix))
      return
    }
    diagnostics.append(
      MarkdownRules.fullwidthMarkdown.at(
        place,
        Wording(
          "“\(shown)”是全角符号，Markdown 的记号要用半角",
          en: "\"\(shown)\" is full-width; Markdown's marks are ASCII"),
        help: Wording("写 \(slip.right)", en: "write \(slip.right)"), fix: fix))
  }

  /// Nil where what is to be replaced does not stand in the author's text as it is.
  ///
  /// - Parameter base: where `literal` begins there.
  private mutating func replacement(
    _ slip: Slip, _ literal: UnsafeBufferPointer<UInt8>, at base: Int
  ) -> Replacement? {
    guard let first = slip.edits.first, let last = slip.edits.last else { return nil }
    let extent = first.range.lowerBound..<last.range.upperBound
    guard stands(UnsafeBufferPointer(rebasing: literal[extent]), in: locator.text, at: base + extent.lowerBound)
    else { return nil }
    return Replacement(
      slip.edits.map { edit in
        Replacement.Edit(
          locator.place(base + edit.range.lowerBound), old: String(decoding: literal[edit.range], as: UTF8.self),
          new: edit.new)
      })
  }
}
