import BanbaoDiagnostics

extension MarkdownRules {
  static let fenceUnclosed = Rule(
    "fence-unclosed", .warning,
    Wording(
      "``` 或 ~~~ 开头的一行是代码的开始，后面要有同样的一行把它结束。要画一条线，写三个短横 ---，上下各空一行。",
      en:
        "A line that begins with ``` or ~~~ begins code, which a line like it ends. To draw a line, write three hyphens --- between blank lines."
    ),
    wrong: "~~~~~~~~\n\n报名办法见下", right: "报名办法见下\n\n---\n\n联系人见上")
}

/// The blocks of a tree that were read as code or as HTML and are prose: an author indents a paragraph by four spaces or
/// a tab, draws a line of tildes, or begins a line with `<A>`. The text is parsed again with what makes them prose.
struct Misreadings {
  private(set) var changes: [Change] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let escaper: Escaper
  private let endTags: EndTags
  private var locator: SourceLocator

  init(_ root: MarkdownNode, _ locator: SourceLocator, _ escaper: Escaper, _ endTags: EndTags) {
    self.locator = locator
    self.escaper = escaper
    self.endTags = endTags
    root.visitDescendants { node in
      let kind = node.kind
      if kind == .codeBlock { judge(node) }
      if kind == .htmlBlock { judge(html: node) }
      return kind.holdsBlocks
    }
  }

  private mutating func judge(_ node: MarkdownNode) {
    let code = escaper.plainBytes(node.literal)
    if let fence = node.fence {
      judge(fence: fence, node, code)
    } else if isProse(code) {
      removeIndentation(node, code)
    }
  }

  // MARK: HTML

  private mutating func judge(html node: MarkdownNode) {
    guard !endTags.areMeant(by: node.literal) else { return }
    let line = locator.range(ofLines: node.startLine, through: node.startLine)
    guard let start = locator.text[line].firstIndex(of: UInt8(ascii: "<")) else { return }
    changes.append(Change(at: start, .sign))
    let tag = locator.text[start..<line.upperBound].prefix { $0 != UInt8(ascii: ">") }
    guard EndTags.mayBeForgotten(by: UnsafeBufferPointer(rebasing: tag)) else { return }
    diagnostics.append(
      MarkdownRules.tagWithoutEnd(
        locator.place(start, length: tag.count + 1), String(decoding: tag, as: UTF8.self) + ">"))
  }

  // MARK: Fences

  private mutating func judge(fence: Fence, _ node: MarkdownNode, _ code: [UInt8]) {
    let isProse = isProse(code)
    // A long line of tildes is drawn, and another one below it does not make code of what lies between.
    let isDrawn =
      fence.mark == UInt8(ascii: "~") && fence.length > 5 && (isProse || code.allSatisfy { $0 <= 0x20 })
    guard isDrawn || !isClosed(node, fence) else { return }
    let line = locator.range(ofLines: node.startLine, through: node.startLine)
    guard let start = locator.text[line].firstIndex(of: fence.mark) else { return }
    let mark = String(repeating: Character(Unicode.Scalar(fence.mark)), count: min(fence.length, 3))
    diagnostics.append(
      MarkdownRules.fenceUnclosed.at(
        locator.place(start, length: fence.length),
        isDrawn
          ? Wording("\(mark) 开头的一行不是线，是代码的开始", en: "this line of \(mark) begins code; it is no drawn line")
          : Wording("\(mark) 开头的这一行后面没有同样的一行把它结束", en: "nothing ends what this line of \(mark) begins"),
        help: Wording(
          "要画一条线，写 ---，上下各空一行；要放代码，在代码后面另起一行写 \(mark)",
          en: "to draw a line, write --- between blank lines; for code, write \(mark) on a line behind it")))
    guard isProse || isDrawn else { return }
    for index in start..<(start + fence.length) { changes.append(Change(at: index, .sign)) }
  }

  private mutating func isClosed(_ node: MarkdownNode, _ fence: Fence) -> Bool {
    guard node.endLine > node.startLine else { return false }
    let line = locator.text[locator.range(ofLines: node.endLine, through: node.endLine)]
    let end = line.lastIndex { $0 > 0x20 } ?? line.startIndex
    return line[...end].reversed().prefix { $0 == fence.mark }.count >= fence.length
  }

  // MARK: Indentation

  private mutating func removeIndentation(_ node: MarkdownNode, _ code: [UInt8]) {
    for (number, content) in code.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      guard let first = content.firstIndex(where: { $0 > 0x20 }) else { continue }
      let line = locator.range(ofLines: node.startLine + number, through: node.startLine + number)
      let words = content[first...]
      var end = line.upperBound
      while end > line.lowerBound, locator.text[end - 1] == 0x0A || locator.text[end - 1] == 0x0D { end -= 1 }
      let start = end - words.count
      guard start >= line.lowerBound, locator.text[start..<end].elementsEqual(words) else { continue }
      remove(content[..<first].count, from: line.lowerBound, to: start)
    }
  }

  /// Takes out the white space before `start` that makes code of a line, and leaves what an item's text needs.
  ///
  /// - Parameter inside: the white space of the code itself.
  private mutating func remove(_ inside: Int, from lineStart: Int, to start: Int) {
    var blank = start
    while blank > lineStart, locator.text[blank - 1] == 0x20 || locator.text[blank - 1] == 0x09 { blank -= 1 }
    var width = 0
    for byte in locator.text[blank..<start] { width += byte == 0x09 ? 4 - width % 4 : 1 }
    let kept = blank == lineStart ? max(0, width - 4 - inside) : 1
    var column = 0
    var index = blank
    while index < start, column < kept {
      column += locator.text[index] == 0x09 ? 4 - column % 4 : 1
      index += 1
    }
    for place in index..<start { changes.append(Change(at: place, .removed)) }
  }
}

/// Whether a text is written for people: it begins with Han or holds more of them than of English words, and it holds
/// nothing that only code holds.
private func isProse(_ text: [UInt8]) -> Bool {
  text.withUnsafeBufferPointer { text in
    var han = 0
    var latin = 0
    var index = text.firstIndex { $0 > 0x20 } ?? 0
    if isEastAsianLetter(scalar(text, at: index).value) { han = text.count }
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"): return false
      case UInt8(ascii: "\"") where index > 0 && text[index - 1] == UInt8(ascii: "("): return false
      case let byte where byte < 0x80:
        if (0x61...0x7A).contains(byte | 0x20) { latin += 1 }
        index += 1
        continue
      default: break
      }
      let (value, length) = scalar(text, at: index)
      if isEastAsianLetter(value) { han += 1 }
      index += length
    }
    return han > latin / 2
  }
}
