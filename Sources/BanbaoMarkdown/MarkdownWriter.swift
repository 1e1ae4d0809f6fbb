import BanbaoDiagnostics
import BanbaoHTML

// Over 300 lines: one writer of a tree of nodes; every kind of node shares its output and its place in the text.

/// Writes the tree as HTML in one pass, and gathers headings, links, plain text and faults on the way.
///
/// The HTML is cmark's own but for: heading ids; the highest heading of a body is `h2` (the page's title is `h1`)
/// and the others keep their distance from it; a table may scroll sideways by keyboard too; classes in place of
/// the obsolete `align`; labelled task boxes; `rel` on links to other hosts; images load when they are needed;
/// footnotes are numbered in their ids; a line end is a line break, or, where lines are joined, nothing between wide
/// characters.
struct MarkdownWriter {
  var locator: SourceLocator
  let escaper: Escaper
  let seeksSlips: Bool
  let seeksRows: Bool
  let lineEnds: LineEnds
  let outputLimit: Int
  let collectsText: Bool

  var out: [UInt8] = []
  /// The plain text so far; of the current top-level block only, unless all of it is wanted.
  var plain: [UInt8] = []
  var headings: [Heading] = []
  var links: [MarkdownLink] = []
  var diagnostics: [Diagnostic] = []
  var firstParagraph: String?

  /// The lines of the block that holds the current inlines, and its brackets once a place was asked for.
  var blockLines = 0...0
  var block: BlockLocator?
  /// A line break that goes if a wide character follows: where it stands in `out` and in `plain`.
  var pendingBreak: (out: Int, plain: Int)?
  /// How each open link ends.
  var linkEndings: [LinkEnding] = []
  var table = TableState()
  private var headingStart = 0
  private var headingPlainStart = 0
  private var paragraphPlainStart = 0
  /// Whether a paragraph begins that the page indents.
  private var indented = false
  /// What is struck out of the paragraph, as it stands in `plain`: it is said no more, so no summary says it.
  private var struck: [Range<Int>] = []
  private var strikeDepth = 0
  private var outerHeadings: [OuterHeading] = []
  /// Where each heading's tags have their digit.
  private var levelDigits: [(heading: Int, open: Int, close: Int)] = []
  private var ids = HeadingIDs()
  var footnotes = FootnoteState()
  /// What of the author's words was written, to be compared with the text.
  var transcript = Transcript()
  /// Whether the page became too big.
  private(set) var isRefused = false
  /// The number of the next item of each open ordered list; nil for a list without numbers.
  private var itemNumbers: [Int?] = []

  enum LinkEnding {
    case anchor
    case note(String)
    case nothing
  }

  init(
    locator: SourceLocator, escaper: Escaper, seeksSlips: Bool, seeksRows: Bool, lineEnds: LineEnds, outputLimit: Int,
    collectsText: Bool
  ) {
    self.locator = locator
    self.escaper = escaper
    self.seeksSlips = seeksSlips
    self.seeksRows = seeksRows
    self.lineEnds = lineEnds
    self.outputLimit = outputLimit
    self.collectsText = collectsText
    out.reserveCapacity(locator.text.count + locator.text.count / 2 + 256)
  }

  mutating func write(_ root: MarkdownNode, _ rewrite: (MarkdownLink) -> LinkRewrite) {
    guard var node = root.firstChild else { return }
    while true {
      let kind = node.kind
      if enter(node, kind, rewrite) {
        if let child = node.firstChild {
          node = child
          continue
        }
        exit(node, kind)
      }
      while node.next == nil {
        guard let parent = node.parent, parent != root else {
          closeFootnotes()
          return
        }
        node = parent
        exit(node, node.kind)
      }
      guard let next = node.next, out.count <= outputLimit else {
        if out.count > outputLimit { refuse(at: node) }
        return
      }
      node = next
    }
  }

  consuming func finish() -> (body: Body, diagnostics: [Diagnostic]) {
    let highest = headings.map(\.level).min() ?? 2
    for digits in levelDigits {
      let level = min(6, headings[digits.heading].level - highest + 2)
      headings[digits.heading].level = level
      out[digits.open] = UInt8(ascii: "0") + UInt8(level)
      out[digits.close] = UInt8(ascii: "0") + UInt8(level)
    }
    while collectsText, plain.last == UInt8(ascii: "\n") { plain.removeLast() }
    let body = Body(
      html: HTML(rendered: out), headings: headings, links: links,
      firstParagraph: firstParagraph ?? "",
      text: collectsText ? String(decoding: plain, as: UTF8.self) : "", outerHeadings: outerHeadings)
    return (body, diagnostics)
  }

  private mutating func refuse(at node: MarkdownNode) {
    let offset = locator.range(ofLines: blockLines.lowerBound, through: blockLines.lowerBound)
      .lowerBound
    diagnostics = [
      Excess(limit: .outputBytes, value: outputLimit, offset: offset).diagnostic(locator)
    ]
    isRefused = true
    out = []
    plain = []
    headings = []
    outerHeadings = []
    levelDigits = []
    links = []
    firstParagraph = nil
  }

  // MARK: Entering

  /// Returns whether the children are to be visited, and the node to be left afterwards.
  private mutating func enter(
    _ node: MarkdownNode, _ kind: NodeKind, _ rewrite: (MarkdownLink) -> LinkRewrite
  ) -> Bool {
    switch kind {
    case .text:
      writeText(node)
      return false
    case .softBreak:
      writeSoftBreak(node)
      return false
    case .paragraph:
      enterParagraph(node)
    case .strong: out.append("<strong>")
    case .emphasis: out.append("<em>")
    case .strikethrough:
      out.append("<del>")
      if strikeDepth == 0 { struck.append(plain.count..<plain.count) }
      strikeDepth += 1
    case .link: enterLink(node, rewrite)
    case .image:
      pendingBreak = nil
      writeImage(node, rewrite)
      return false
    case .code:
      resolveBreak(before: node.literal)
      transcript.add(.literal, node.literal)
      out.append("<code>")
      escaper.appendText(node.literal, isCode: true, to: &out)
      escaper.appendPlain(node.literal, to: &plain)
      out.append("</code>")
      return false
    case .lineBreak:
      writeLineBreak()
      return false
    case .list: enterList(node)
    case .item: enterItem(node)
    case .heading: enterHeading(node)
    case .blockQuote:
      freshLine()
      out.append("<blockquote>\n")
    case .codeBlock:
      writeCodeBlock(node)
      return false
    case .thematicBreak:
      freshLine()
      out.append("<hr />\n")
      return false
    case .htmlBlock:
      reportBlock(node)
      return false
    case .htmlInline:
      reportInline(node)
      return false
    case .table: enterTable(node)
    case .tableRow: enterRow(node)
    case .tableCell: enterCell()
    case .footnoteReference:
      pendingBreak = nil
      writeFootnoteReference(node)
      return false
    case .footnoteDefinition: enterFootnote(node)
    case .document, .other: break
    }
    return true
  }

  private mutating func exit(_ node: MarkdownNode, _ kind: NodeKind) {
    switch kind {
    case .paragraph: exitParagraph(node)
    case .strong: out.append("</strong>")
    case .emphasis: out.append("</em>")
    case .strikethrough:
      out.append("</del>")
      strikeDepth -= 1
      if strikeDepth == 0, let start = struck.popLast()?.lowerBound { struck.append(start..<max(start, plain.count)) }
    case .link: exitLink(node)
    case .list:
      itemNumbers.removeLast()
      out.append(node.isOrderedList ? "</ol>\n" : "</ul>\n")
    case .item: out.append("</li>\n")
    case .heading: exitHeading(node)
    case .blockQuote:
      freshLine()
      out.append("</blockquote>\n")
    case .table: exitTable()
    case .tableRow: exitRow()
    case .tableCell:
      out.append(table.isHeader ? "</th>" : "</td>")
      plain.append(UInt8(ascii: " "))
    case .footnoteDefinition: exitFootnote(node)
    default: break
    }
  }

  // MARK: Inlines

  private mutating func writeText(_ node: MarkdownNode) {
    let literal = indented ? withoutIndent(node.literal) : node.literal
    indented = false
    if pendingBreak != nil { resolveBreak(before: literal) }
    if seeksSlips { seekSlips(in: literal, of: node) }
    transcript.add(.text, literal)
    escaper.appendText(literal, to: &out)
    escaper.appendPlain(literal, to: &plain)
  }

  /// The page itself indents a paragraph by two characters, so two wide spaces at its beginning go.
  private func withoutIndent(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    while start < 6, scalar(text, at: start).value == 0x3000 { start += 3 }
    return UnsafeBufferPointer(rebasing: text[start...])
  }

  private mutating func writeLineBreak() {
    pendingBreak = nil
    out.append("<br />\n")
    plain.append(UInt8(ascii: " "))
  }

  /// A line end of the author's. Images stand on a line of their own without it.
  private mutating func writeSoftBreak(_ node: MarkdownNode) {
    if lineEnds == .kept || node.next.map(beginsItem) == true, node.previous?.kind != .image, node.next?.kind != .image
    {
      return writeLineBreak()
    }
    let before = plain.withUnsafeBufferPointer { scalar($0, before: $0.count)?.value } ?? 0x20
    let joins = (isWide(before) || isSharedPunctuation(before)) && node.previous?.kind != .image
    pendingBreak = joins ? (out.count, plain.count) : nil
    out.append(UInt8(ascii: "\n"))
    plain.append(UInt8(ascii: " "))
  }

  /// Takes a soft line break out again that turns out to stand between two wide characters.
  mutating func resolveBreak(before text: UnsafeBufferPointer<UInt8>) {
    guard let pending = pendingBreak else { return }
    var index = 0
    while escaper.sentinel?.sign(in: text, at: index) == Sentinel.nothing { index += 3 }
    guard index < text.count else { return }
    pendingBreak = nil
    let after = scalar(text, at: index).value
    let before = plain.withUnsafeBufferPointer { scalar($0, before: pending.plain)?.value } ?? 0x20
    guard isWide(after) || (isSharedPunctuation(after) && isWide(before)) else { return }
    out.remove(at: pending.out)
    plain.remove(at: pending.plain)
    // What began at the break has moved with it.
    if let open = struck.last, open.lowerBound > pending.plain {
      struck[struck.count - 1] = open.lowerBound - 1..<open.upperBound - 1
    }
  }

  // MARK: Blocks

  func isTight(_ paragraph: MarkdownNode) -> Bool {
    guard let list = paragraph.parent?.parent else { return false }
    return list.kind == .list && list.isTight
  }

  private mutating func enterParagraph(_ node: MarkdownNode) {
    // What stands directly before a table has no line of its own, and keeps its link definitions as text.
    let isBeforeTable = node.startLine == 0
    let lines = isBeforeTable ? node.next ?? node : node
    beginBlock(lines.startLine, lines.endLine)
    transcript.add(isBeforeTable ? .block : .paragraph, lines.startLine)
    if seeksRows, !isBeforeTable { seekRows(in: node) }
    let item = node.previous == nil ? node.parent : nil
    if !isTight(node) {
      freshLine()
      out.append("<p>")
    }
    if let isDone = item?.isDone {
      out.append(
        isDone
          ? "<label><input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
          : "<label><input type=\"checkbox\" disabled=\"\" /> ")
    }
    paragraphPlainStart = plain.count
    indented = node.parent?.kind == .document || node.parent?.kind == .blockQuote
    struck.removeAll(keepingCapacity: true)
  }

  private mutating func exitParagraph(_ node: MarkdownNode) {
    pendingBreak = nil
    indented = false
    if node.previous == nil, node.parent?.isDone != nil { out.append("</label>") }
    if firstParagraph == nil, plain.count > paragraphPlainStart, holdsMoreThanImages(node) {
      let text = unstruckParagraph()
      if !text.isEmpty { firstParagraph = text }
    }
    if let parent = node.parent, parent.kind == .footnoteDefinition, node.next == nil {
      out.append(UInt8(ascii: " "))
      writeBackReferences()
    }
    if !isTight(node) { out.append("</p>\n") }
    endBlock()
  }

  /// The plain text of the paragraph that ends here, without what is struck out of it.
  private func unstruckParagraph() -> String {
    var text: [UInt8] = []
    var start = paragraphPlainStart
    for range in struck where range.lowerBound >= start {
      text += plain[start..<range.lowerBound]
      start = range.upperBound
    }
    return String(decoding: text + plain[start...], as: UTF8.self)
  }

  private func holdsMoreThanImages(_ paragraph: MarkdownNode) -> Bool {
    var child = paragraph.firstChild
    while let node = child {
      if node.kind != .image && node.kind != .softBreak && node.kind != .lineBreak { return true }
      child = node.next
    }
    return false
  }

  private mutating func enterList(_ node: MarkdownNode) {
    freshLine()
    itemNumbers.append(node.isOrderedList ? node.listStart : nil)
    if !node.isOrderedList {
      out.append("<ul>\n")
    } else if node.listStart == 1 {
      out.append("<ol>\n")
    } else {
      out.append("<ol start=\"")
      out.append(decimal: node.listStart)
      out.append("\">\n")
    }
  }

  private mutating func enterItem(_ node: MarkdownNode) {
    freshLine()
    if let last = itemNumbers.indices.last, let number = itemNumbers[last] {
      transcript.add(.block, node.startLine)
      transcript.add(.itemNumber, number)
      itemNumbers[last] = number + 1
    }
    if node.isDone != nil {
      transcript.add(.block, node.startLine)
      transcript.add(.task)
    }
    out.append(node.isDone == nil ? "<li>" : "<li class=\"task\">")
  }

  private mutating func enterHeading(_ node: MarkdownNode) {
    beginBlock(node.startLine, node.endLine)
    transcript.add(.paragraph, node.startLine)
    freshLine()
    headingStart = out.count
    out.append("<h0>")
    headingPlainStart = plain.count
  }

  private mutating func exitHeading(_ node: MarkdownNode) {
    pendingBreak = nil
    let text = String(decoding: plain[headingPlainStart...], as: UTF8.self)
    seekDrawnLine(node, text)
    let id = ids.id(for: text)
    var attribute: [UInt8] = []
    attribute.append(" id=\"")
    attribute.append(contentsOf: id.utf8)
    attribute.append(UInt8(ascii: "\""))
    let digit = headingStart + 2
    out.insert(contentsOf: attribute, at: digit + 1)
    levelDigits.append((headings.count, digit, out.count + 3))
    out.append("</h0>\n")
    headings.append(
      Heading(
        level: node.headingLevel, id: id, text: text, line: locator.firstLine + node.startLine - 1))
    if node.parent?.kind == .document {
      outerHeadings.append(
        OuterHeading(
          index: headings.count - 1, html: headingStart..<out.count, first: node.startLine, last: underline(of: node)))
    }
    endBlock()
  }

  private mutating func writeCodeBlock(_ node: MarkdownNode) {
    freshLine()
    let info = node.fenceInfo
    let word = UnsafeBufferPointer(
      rebasing: info.prefix { $0 != 0x20 && !(0x09...0x0D).contains($0) })
    transcript.add(.block, node.startLine)
    if word.isEmpty {
      out.append("<pre><code>")
    } else {
      // Words that name no language are words, and nobody sees them there.
      let isName = word.allSatisfy { $0 < 0x80 }
      if isName { transcript.add(.attribute, word) }
      transcript.add(.unprinted, UnsafeBufferPointer(rebasing: info[(isName ? word.count : 0)...]))
      out.append("<pre><code class=\"language-")
      escaper.appendText(word, to: &out)
      out.append("\">")
    }
    transcript.add(.literal, node.literal)
    escaper.appendText(node.literal, isCode: true, to: &out)
    escaper.appendPlain(node.literal, to: &plain)
    out.append("</code></pre>\n")
    endBlock()
  }

  // MARK: Lines

  /// Begins a new line of HTML unless one has just begun.
  mutating func freshLine() {
    if let last = out.last, last != UInt8(ascii: "\n") { out.append(UInt8(ascii: "\n")) }
  }

  mutating func beginBlock(_ first: Int, _ last: Int) {
    blockLines = first...max(first, last)
    block = nil
  }

  /// Ends a block of plain text.
  mutating func endBlock() {
    guard collectsText else {
      plain.removeAll(keepingCapacity: true)
      return
    }
    while plain.last == UInt8(ascii: " ") { plain.removeLast() }
    if let last = plain.last, last != UInt8(ascii: "\n") { plain.append(UInt8(ascii: "\n")) }
  }
}
