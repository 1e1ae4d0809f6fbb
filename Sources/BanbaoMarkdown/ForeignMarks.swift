import BanbaoDiagnostics

extension MarkdownRules {
  static let foreignMarkup = Rule(
    "foreign-markup", .warning,
    Wording(
      "Obsidian、Typora、Hexo、VuePress 等软件有自己的记号，例如 [[双链]]、==高亮==、{% note %}、:::tip、[TOC]。这里不认它们，会原样出现在网页上。",
      en:
        "Obsidian, Typora, Hexo, VuePress and others have marks of their own, such as [[link]], ==highlight==, {% note %}, :::tip, [TOC]. They mean nothing here and stand in the page as they are."
    ),
    wrong: "请==务必==按时到场", right: "请**务必**按时到场")
}

/// A mark of other programs.
private struct ForeignMark: Sendable {
  var opening: StaticString
  /// What ends it in the same line; nil for a mark that begins a line and needs no end.
  var closing: StaticString?
  var beginsLine = false
  var help: Wording

  static let all = [
    ForeignMark(
      opening: "![[", closing: "]]",
      help: Wording("图片写 ![说明](文件名)", en: "write ![description](file) for an image")),
    ForeignMark(
      opening: "[[", closing: "]]",
      help: Wording(
        "链接写 [文字](文件名)；目录不用写，删掉它", en: "write [text](file) for a link; a table of contents needs no mark")),
    ForeignMark(opening: "==", closing: "==", help: Wording("强调写 **文字**", en: "write **text** for emphasis")),
    ForeignMark(
      opening: "%%", closing: "%%",
      help: Wording("不给人看的话，写在 <!-- 和 --> 中间", en: "write between <!-- and --> what nobody is to see")),
    ForeignMark(
      opening: "{%", closing: "%}",
      help: Wording("删掉它；要突出一段话，每行开头写 >", en: "delete it; begin each line with > to set words apart")),
    ForeignMark(
      opening: "{{", closing: "}}",
      help: Wording("不要就删掉；要留下的字，用圆括号括起来", en: "delete it, or put the words into round brackets")),
    ForeignMark(
      opening: ":::", closing: nil, beginsLine: true,
      help: Wording("删掉它；要突出一段话，每行开头写 >", en: "delete it; begin each line with > to set words apart")),
    ForeignMark(
      opening: "[TOC]", closing: nil, beginsLine: true,
      help: Wording("删掉它；目录由小标题自动排出", en: "delete it; contents are made of the headings")),
    ForeignMark(
      opening: "[toc]", closing: nil, beginsLine: true,
      help: Wording("删掉它；目录由小标题自动排出", en: "delete it; contents are made of the headings")),
    ForeignMark(
      opening: "@[toc]", closing: nil, beginsLine: true,
      help: Wording("删掉它；目录由小标题自动排出", en: "delete it; contents are made of the headings")),
    ForeignMark(
      opening: "[!", closing: "]", beginsLine: true,
      help: Wording("改写成 **提示** 这样的字", en: "write words such as **Note**")),
    ForeignMark(
      opening: "$$", closing: "$$",
      help: Wording("公式写成文字，或者做成图片", en: "write the formula as text, or make a picture of it")),
    ForeignMark(opening: "{:", closing: "}", help: Wording("删掉它", en: "delete it")),
    ForeignMark(opening: "{#", closing: "}", help: Wording("删掉它", en: "delete it")),
    ForeignMark(opening: "{.", closing: "}", help: Wording("删掉它", en: "delete it")),
    ForeignMark(opening: "{width=", closing: "}", help: Wording("删掉它", en: "delete it")),
    ForeignMark(opening: "{height=", closing: "}", help: Wording("删掉它", en: "delete it")),
  ]
}

extension MarkdownWriter {
  /// Reports the marks of other programs in a text.
  mutating func seekForeignMarks(_ text: UnsafeBufferPointer<UInt8>, beginsLine: Bool) {
    // How far the text was searched for each end, so that it is searched once.
    var searched: [UnsafePointer<UInt8>: Int] = [:]
    var index = 0
    while index < text.count {
      guard isMarkStart(text[index]),
        let (mark, length) = foreignMark(text, at: index, beginsLine: beginsLine && index == 0, &searched)
      else {
        index += 1
        continue
      }
      report(mark, UnsafeBufferPointer(rebasing: text[index..<(index + length)]))
      index += length
    }
  }

  private func isMarkStart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "["), UInt8(ascii: "="), UInt8(ascii: "%"), UInt8(ascii: "{"),
      UInt8(ascii: ":"),
      UInt8(ascii: "@"), UInt8(ascii: "$"):
      true
    default: false
    }
  }

  /// The mark that begins at `index`, and how many bytes it takes with its end.
  private func foreignMark(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int, beginsLine: Bool, _ searched: inout [UnsafePointer<UInt8>: Int]
  ) -> (ForeignMark, Int)? {
    for mark in ForeignMark.all where beginsLine || !mark.beginsLine {
      guard stands(mark.opening, in: text, at: index) else { continue }
      let start = index + mark.opening.utf8CodeUnitCount
      guard let closing = mark.closing else { return (mark, start - index) }
      // Nobody marks more than a few lines at once.
      let limit = min(text.count, start + 300)
      let from = max(start + 1, searched[closing.utf8Start] ?? 0)
      guard from < limit, let end = (from..<limit).first(where: { stands(closing, in: text, at: $0) }) else {
        searched[closing.utf8Start] = max(limit, searched[closing.utf8Start] ?? 0)
        continue
      }
      return (mark, end + closing.utf8CodeUnitCount - index)
    }
    return nil
  }

  private func stands(_ sign: StaticString, in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard text[index] == sign.utf8Start.pointee else { return false }
    return BanbaoMarkdown.stands(
      UnsafeBufferPointer(start: sign.utf8Start, count: sign.utf8CodeUnitCount), in: text, at: index)
  }

  private mutating func report(_ mark: ForeignMark, _ found: UnsafeBufferPointer<UInt8>) {
    guard let start = placeInBlock(of: found) else { return }
    let words = String(decoding: found, as: UTF8.self)
    let shown = words.unicodeScalars.count > 20 ? "\(mark.opening)…" + (mark.closing.map { "\($0)" } ?? "") : words
    diagnostics.append(
      MarkdownRules.foreignMarkup.at(
        locator.place(start, length: words.unicodeScalars.count),
        Wording("“\(shown)”是别的软件的记号，会原样出现", en: "\"\(shown)\" is a mark of another program and stands as it is"),
        help: mark.help))
  }

  /// Where a text stands in the block as it is; nil where it was written with escapes, on purpose.
  mutating func placeInBlock(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    var finder = block ?? BlockLocator(range: rangeOfBlock())
    defer { block = finder }
    guard let start = finder.find(text, in: locator.text), !isEscaped(locator.text, start) else { return nil }
    return start
  }
}
