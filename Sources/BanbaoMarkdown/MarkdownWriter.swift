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
  let endTags: EndTags
  let seeksSlips: Bool
  let seeksSpacedMarks: Bool
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
  /// What stands for it in a body that is nothing but lists.
  var firstItem: String?

  /// The lines of the block that holds the current inlines, and its brackets once a place was asked for.
  var blockLines = 0...0
  var block: BlockLocator?
  /// A line break that goes if a wide character follows: where it stands in `out` and in `plain`.
  var pendingBreak: (out: Int, plain: Int)?
  /// How each open link ends.
  var linkEndings: [LinkEnding] = []
  var table = TableState()
  var headingStart = 0
  var headingPlainStart = 0
  var paragraphPlainStart = 0
  /// Whether a paragraph begins that the page indents.
  var indented = false
  /// What is struck out of the paragraph, as it stands in `plain`: it is said no more, so no summary says it.
  var struck: [Range<Int>] = []
  var strikeDepth = 0
  var outerHeadings: [OuterHeading] = []
  /// Where each heading's tags have their digit.
  var levelDigits: [(heading: Int, open: Int, close: Int)] = []
  var ids = HeadingIDs()
  var footnotes = FootnoteState()
  /// What of the author's words was written, to be compared with the text.
  var transcript: Transcript
  /// Whether the page became too big.
  private(set) var isRefused = false
  /// The number of the next item of each open ordered list; nil for a list without numbers.
  var itemNumbers: [Int?] = []

  enum LinkEnding {
    case anchor
    case note(String)
    case nothing
  }

  init(
    locator: SourceLocator, escaper: Escaper, endTags: EndTags, seeksSlips: Bool, seeksSpacedMarks: Bool,
    seeksRows: Bool, lineEnds: LineEnds, outputLimit: Int, collectsText: Bool
  ) {
    self.locator = locator
    self.escaper = escaper
    self.endTags = endTags
    self.seeksSlips = seeksSlips
    self.seeksSpacedMarks = seeksSpacedMarks
    self.seeksRows = seeksRows
    self.lineEnds = lineEnds
    self.outputLimit = outputLimit
    self.collectsText = collectsText
    transcript = Transcript(size: locator.text.count)
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

  /// Hands over what was written, which may be done once.
  mutating func finish() -> (body: Body, diagnostics: [Diagnostic]) {
    let highest = headings.map(\.level).min() ?? 2
    for digits in levelDigits {
      let level = min(6, headings[digits.heading].level - highest + 2)
      headings[digits.heading].level = level
      out[digits.open] = UInt8(ascii: "0") + UInt8(level)
      out[digits.close] = UInt8(ascii: "0") + UInt8(level)
    }
    while collectsText, plain.last == UInt8(ascii: "\n") { plain.removeLast() }
    let html = HTML(rendered: out)
    out = []
    let body = Body(
      html: html, headings: headings, links: links,
      firstParagraph: firstParagraph ?? firstItem ?? "",
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
    firstItem = nil
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
      writeInlineHTML(node)
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
    if seeksSlips || seeksSpacedMarks { seekSlips(in: literal, of: node) }
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
