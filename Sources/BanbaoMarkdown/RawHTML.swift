import BanbaoDiagnostics

extension MarkdownRules {
  static let rawHTML = Rule(
    "raw-html", .warning,
    Wording(
      "正文里不能写 HTML 标签：标签不会出现在网页上，整段的 HTML 连同里面的文字都不会出现；没有写完的标签会原样出现。请用 Markdown 的写法；要写尖括号本身，在它前面加反斜杠。注释 <!-- … --> 可以写，不会出现在网页上。",
      en:
        "A body holds no HTML tags. They don't reach the page; a whole block of HTML is left out with the text in it, and a tag without its end stands as it is. Use Markdown, or put a backslash before a \"<\" that is meant as itself. Comments <!-- … --> are allowed and left out."
    ),
    wrong: "请于<b>3月8日</b>前报名", right: "请于**3月8日**前报名")

  /// What looks like a tag and stands on the page as it was typed.
  static func tagWithoutEnd(_ place: Place, _ tag: String) -> Diagnostic {
    rawHTML.at(
      place,
      Wording("\(tag) 像是 HTML 标签，会原样出现在网页上", en: "\(tag) looks like a tag of HTML and stands in the page as it is"),
      help: Wording("就要这几个字，写 \\\(tag)；不要，就删掉", en: "write \\\(tag) if that is meant; if not, delete it"))
  }
}

extension MarkdownWriter {
  mutating func reportBlock(_ node: MarkdownNode) {
    let literal = node.literal
    transcript.add(.block, node.startLine)
    transcript.add(.literal, literal)
    guard !holdsOnlyComments(literal) else { return }
    let lines = locator.range(ofLines: node.startLine, through: node.startLine)
    let offset = locator.text[lines].firstIndex(of: UInt8(ascii: "<")) ?? lines.lowerBound
    report(offset, literal, isBlock: true)
  }

  /// Reports a tag, and writes what merely looks like one.
  mutating func writeInlineHTML(_ node: MarkdownNode) {
    let literal = node.literal
    guard !endTags.areMeant(by: literal) else { return reportInline(node) }
    resolveBreak(before: literal)
    transcript.add(.literal, literal)
    escaper.appendText(literal, to: &out)
    escaper.appendPlain(literal, to: &plain)
    reportEndless(literal)
  }

  /// Reports what merely looks like a tag where its end may have been forgotten.
  mutating func reportEndless(_ literal: UnsafeBufferPointer<UInt8>) {
    guard EndTags.mayBeForgotten(by: literal) else { return }
    let tag = escaper.string(literal)
    diagnostics.append(
      MarkdownRules.tagWithoutEnd(locator.place(offset(of: literal), length: tag.unicodeScalars.count), tag))
  }

  mutating func reportInline(_ node: MarkdownNode) {
    let literal = node.literal
    transcript.add(.literal, literal)
    guard !holdsOnlyComments(literal) else { return }
    report(offset(of: literal), literal, isBlock: false)
  }

  private mutating func offset(of literal: UnsafeBufferPointer<UInt8>) -> Int {
    let firstLine = UnsafeBufferPointer(rebasing: literal.prefix { $0 != 0x0A && $0 != 0x0D })
    var locatorOfBlock = block ?? BlockLocator(range: rangeOfBlock())
    let clean = escaper.plainBytes(firstLine)
    let offset =
      clean.withUnsafeBufferPointer { locatorOfBlock.find($0, in: locator.text) }
      ?? locatorOfBlock.whereabouts(in: locator.text)
    block = locatorOfBlock
    return offset
  }

  private mutating func report(_ offset: Int, _ literal: UnsafeBufferPointer<UInt8>, isBlock: Bool) {
    let tag = UnsafeBufferPointer(
      rebasing: literal.drop { $0 == 0x20 }.prefix(48).prefix {
        $0 != 0x0A && $0 != 0x0D && $0 != 0x3E
      })
    // A cut in the middle of a character would show as U+FFFD.
    let shown = escaper.string(tag).unicodeScalars.filter { $0.value != 0xFFFD }.map(String.init)
      .joined()
    let quoted = literal.count > 48 && tag.count == 48 ? shown + "…" : shown + ">"
    diagnostics.append(
      MarkdownRules.rawHTML.at(
        locator.place(offset, length: shown.unicodeScalars.count + 1),
        isBlock
          ? Wording(
            "这一段 HTML（\(quoted)）不会出现在网页上",
            en: "this block of HTML (\(quoted)) is left out of the page")
          : Wording(
            "HTML 标签 \(quoted) 不会出现在网页上", en: "the HTML tag \(quoted) is left out of the page"),
        help: remedy(shown)))
  }

  private func remedy(_ tag: String) -> Wording {
    let name = tag.lowercased().drop { $0 == "<" || $0 == "/" }.prefix {
      $0.isLetter || $0.isNumber
    }
    switch name {
    case "b", "strong": return Wording("加粗写 **文字**", en: "write **text** for bold")
    case "i", "em": return Wording("强调写 *文字*", en: "write *text* for emphasis")
    case "br":
      return Wording(
        "换行：写一个反斜杠 \\，再按回车；另起一段：空一行；表格的格里不换行，改用分号",
        en: "write a backslash and end the line, or leave a blank line for a new paragraph; in a cell write a semicolon"
      )
    case "a": return Wording("链接写 [文字](地址)", en: "write [text](address) for a link")
    case "img":
      return Wording("图片写 ![说明](文件名)", en: "write ![description](file) for an image")
    case "table", "tr", "td", "th":
      return Wording("表格写 | 项目 | 人数 |", en: "write | item | people | for a table")
    case "del", "s": return Wording("删除线写 ~~文字~~", en: "write ~~text~~ for strikethrough")
    default:
      return Wording(
        "改用 Markdown 的写法；要写尖括号本身，写 \\<", en: "use Markdown, or write \\< for the sign itself")
    }
  }

  /// Comments vanish without a word: authors use them as notes to themselves.
  private func holdsOnlyComments(_ literal: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < literal.count {
      if literal[index] <= 0x20 {
        index += 1
        continue
      }
      guard index + 4 <= literal.count, literal[index] == UInt8(ascii: "<"),
        literal[index + 1] == UInt8(ascii: "!"), literal[index + 2] == UInt8(ascii: "-"),
        literal[index + 3] == UInt8(ascii: "-")
      else { return false }
      index += 2
      while index + 2 < literal.count,
        !(literal[index] == UInt8(ascii: "-") && literal[index + 1] == UInt8(ascii: "-")
          && literal[index + 2] == UInt8(ascii: ">"))
      { index += 1 }
      guard index + 2 < literal.count else { return true }
      index += 3
    }
    return true
  }
}
