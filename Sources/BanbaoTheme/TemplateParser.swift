import BanbaoDiagnostics

// Over 300 lines: one pass over a template, whose steps share the open tags and what is done so far.

/// Reads one template into a tree; its blocks go to the theme's common table. Every fault is reported, and the tree is
/// whole whatever the bytes are.
func parseTemplate(
  _ file: TemplateFile, index: Int, blocks: inout [Block], diagnostics: inout [Diagnostic]
) -> ParsedTemplate {
  var parser = TemplateParser(file, index: index, blocks: blocks)
  parser.parse()
  blocks = parser.blocks
  diagnostics += parser.diagnostics
  return ParsedTemplate(file: file, nodes: parser.nodes)
}

private struct TemplateParser {
  /// A tag that waits for its closing tag.
  struct Open {
    enum Kind {
      case section, inverted, parent, block
      /// A section whose name is none: its content stands as if it were not there.
      case misnamed
    }

    var kind: Kind
    var tag: Tag
    /// Where the content begins.
    var content: Int
    /// The blanks before the tag where it is the first of its line.
    var space: Range<Int>?
    var isStandalone = false
  }

  let file: TemplateFile
  let index: Int
  var scanner: TemplateScanner
  let lines: TemplateLines
  var blocks: [Block]
  var diagnostics: [Diagnostic] = []
  /// The nodes of the innermost open tag.
  var nodes: [Node] = []
  var open: [Open] = []
  /// For each open tag the nodes before it. Apart from `open`, so that no second owner makes appending copy them.
  var outer: [[Node]] = []
  /// Everything before it is in the tree.
  var done: Int

  init(_ file: TemplateFile, index: Int, blocks: [Block]) {
    self.file = file
    self.index = index
    self.blocks = blocks
    scanner = TemplateScanner(file.bytes)
    lines = TemplateLines(bytes: file.bytes, start: scanner.start)
    done = scanner.start
  }

  mutating func parse() {
    if String(validating: file.bytes, as: UTF8.self) == nil {
      let said = TemplateMessages.notUTF8
      diagnostics.append(ThemeRules.notUTF8.at(Place(file.path), said.message, help: said.help))
    }
    var offset = done
    while let (start, found) = scanner.next(from: offset) {
      switch found {
      case .unclosed(let position, let length, let resume):
        report(ThemeRules.unclosedTag, position, length, TemplateMessages.unclosedTag)
        offset = resume
      case .tag(let tag):
        if open.count >= maximalDepthInFile {
          report(
            ThemeRules.tooDeep, tag.position, tag.length,
            TemplateMessages.tooDeep(maximalDepthInFile))
          return abandon()
        }
        add(tag, at: start)
        offset = tag.range.upperBound
      }
    }
    appendText(upTo: file.bytes.count, beforeTag: false)
    while let unclosed = open.last {
      report(
        ThemeRules.unclosedSection, unclosed.tag,
        TemplateMessages.unclosedSection(unclosed.tag.name))
      close(at: file.bytes.count..<file.bytes.count)
    }
  }

  private mutating func abandon() {
    while !open.isEmpty { close(at: file.bytes.count..<file.bytes.count) }
  }

  private mutating func add(_ scanned: ScannedTag, at start: Int) {
    let tag = Tag(
      name: String(decoding: file.bytes[scanned.name], as: UTF8.self), position: scanned.position,
      length: scanned.length)
    switch scanned.kind {
    case .comment:
      _ = takeLine(of: scanned)
      return
    case .delimiters:
      if !scanner.setDelimiters(scanned.name) {
        report(ThemeRules.badDelimiters, tag, TemplateMessages.badDelimiters(tag.name))
      }
      _ = takeLine(of: scanned)
      return
    case .closing:
      closeTag(named: tag, scanned)
      return
    default: break
    }
    let isFile = scanned.kind == .partial || scanned.kind == .parent
    guard isName(scanned.name, ofFile: isFile) else {
      report(ThemeRules.badName, tag, TemplateMessages.badName(tag.name))
      appendText(upTo: start, beforeTag: true)
      done = scanned.range.upperBound
      if scanned.kind == .section || scanned.kind == .inverted {
        let word = String(tag.name.prefix { $0 != " " })
        push(.misnamed, Tag(name: word, position: tag.position, length: tag.length))
      }
      return
    }
    switch scanned.kind {
    case .value, .unescapedValue:
      appendText(upTo: start, beforeTag: true)
      done = scanned.range.upperBound
      nodes.append(.value(DottedName(tag), isEscaped: scanned.kind == .value))
    case .partial:
      nodes.append(.partial(tag, indent: takeLine(of: scanned)))
    case .section, .inverted:
      _ = takeLine(of: scanned)
      push(scanned.kind == .section ? .section : .inverted, tag)
    case .parent:
      let space = lines.spaceBefore(start)
      appendText(upTo: start, beforeTag: true)
      done = scanned.range.upperBound
      push(.parent, tag, space: space)
    case .block: openBlock(tag, scanned)
    case .comment, .delimiters, .closing: break
    }
  }

  /// Ends the text before a tag. Of a tag that stands alone, its whole line goes; its leading blanks are returned.
  private mutating func takeLine(of tag: ScannedTag) -> Range<Int>? {
    if let space = lines.spaceBefore(tag.range.lowerBound),
      let end = lines.lineEnd(after: tag.range.upperBound)
    {
      appendText(upTo: max(done, space.lowerBound), beforeTag: false)
      done = end
      return space
    }
    appendText(upTo: tag.range.lowerBound, beforeTag: true)
    done = tag.range.upperBound
    return nil
  }

  private mutating func openBlock(_ tag: Tag, _ scanned: ScannedTag) {
    let space = lines.spaceBefore(scanned.range.lowerBound)
    if open.last?.kind == .parent {
      // What stands beside a block inside a parent is not printed, so it does not count.
      let end = lines.lineEnd(after: scanned.range.upperBound)
      appendText(upTo: scanned.range.lowerBound, beforeTag: false)
      done = end ?? scanned.range.upperBound
      push(.block, tag, space: space, isStandalone: end != nil)
    } else {
      let isStandalone = takeLine(of: scanned) != nil
      push(.block, tag, space: space, isStandalone: isStandalone)
    }
  }

  private mutating func push(
    _ kind: Open.Kind, _ tag: Tag, space: Range<Int>? = nil, isStandalone: Bool = false
  ) {
    open.append(Open(kind: kind, tag: tag, content: done, space: space, isStandalone: isStandalone))
    outer.append(nodes)
    nodes = []
  }

  private mutating func closeTag(named tag: Tag, _ scanned: ScannedTag) {
    guard let innermost = open.last else {
      report(ThemeRules.unopenedSection, tag, TemplateMessages.unopenedSection(tag.name))
      _ = takeLine(of: scanned)
      return
    }
    let isMisnamed = innermost.kind == .misnamed && tag.name.hasPrefix(innermost.tag.name)
    if innermost.tag.name != tag.name, !isMisnamed {
      if open.contains(where: { $0.tag.name == tag.name }) {
        while let inner = open.last, inner.tag.name != tag.name {
          report(
            ThemeRules.unclosedSection, inner.tag, TemplateMessages.unclosedSection(inner.tag.name))
          appendText(upTo: scanned.range.lowerBound, beforeTag: true)
          close(at: scanned.range.lowerBound..<scanned.range.lowerBound)
        }
      } else {
        let opened = place(innermost.tag.position, innermost.tag.length)
        diagnostics.append(
          ThemeRules.wrongClosing.at(
            place(tag.position, tag.length),
            TemplateMessages.wrongClosing(tag.name, opened: innermost.tag.name),
            help: TemplateMessages.closeWith(innermost.tag.name),
            related: [Related(opened, TemplateMessages.openedHere(innermost.tag.name))]))
      }
    }
    close(at: scanned.range)
  }

  /// Closes the innermost open tag with a closing tag at `range`.
  private mutating func close(at range: Range<Int>) {
    guard let closing = open.last else { return }
    let start = range.lowerBound
    let end = lines.lineEnd(after: range.upperBound)
    let space = lines.spaceBefore(start)
    switch closing.kind {
    case .section, .inverted:
      takeClosingLine(space, range, end)
      finish(.section(DottedName(closing.tag), isInverted: closing.kind == .inverted, body: nodes))
    case .misnamed:
      takeClosingLine(space, range, end)
      let content = nodes
      pop()
      nodes += content
    case .block:
      let isInParent = open.dropLast().last?.kind == .parent
      takeClosingLine(space, range, isInParent ? range.upperBound : end)
      addBlock(closing, contentEnd: space?.lowerBound ?? start)
    case .parent:
      appendText(upTo: start, beforeTag: false)
      let overrides = overrides(of: closing.tag)
      var indent: Range<Int>?
      done = max(done, range.upperBound)
      pop()
      if let before = closing.space, let end {
        if case .lineStart = nodes.last { nodes.removeLast() }
        indent = before
        done = end
      }
      nodes.append(.parent(closing.tag, overrides: overrides, indent: indent))
    }
  }

  private mutating func takeClosingLine(_ space: Range<Int>?, _ range: Range<Int>, _ end: Int?) {
    if let space, let end, space.lowerBound >= done {
      appendText(upTo: space.lowerBound, beforeTag: false)
      done = end
    } else {
      appendText(upTo: range.lowerBound, beforeTag: true)
      done = max(done, range.upperBound)
    }
  }

  private mutating func finish(_ node: Node) {
    pop()
    nodes.append(node)
  }

  private mutating func pop() {
    nodes = outer.popLast() ?? []
    open.removeLast()
  }

  private mutating func addBlock(_ closing: Open, contentEnd: Int) {
    let content = closing.content..<max(closing.content, contentEnd)
    let intrinsic = closing.isStandalone ? lines.intrinsicIndent(content) : nil
    blocks.append(
      Block(
        template: index, tag: closing.tag, content: nodes, isStandalone: closing.isStandalone,
        siteIndent: intrinsic ?? closing.space ?? content.lowerBound..<content.lowerBound,
        dedent: intrinsic?.count ?? 0))
    finish(.block(blocks.count - 1))
  }

  /// The blocks among the content of a parent. Anything else there is never printed, and is reported.
  private mutating func overrides(of parent: Tag) -> [Int] {
    var overrides: [Int] = []
    var isReported = false
    for node in nodes {
      switch node {
      case .block(let block):
        let tag = blocks[block].tag
        if overrides.contains(where: { blocks[$0].tag.name == tag.name }) {
          report(ThemeRules.repeatedBlock, tag, TemplateMessages.repeatedBlock(tag.name))
        } else {
          overrides.append(block)
        }
      case .lineStart: break
      case .text(let range) where file.bytes[range].allSatisfy({ $0 <= UInt8(ascii: " ") }): break
      default:
        if !isReported {
          report(ThemeRules.lostContent, parent, TemplateMessages.lostContent(parent.name))
        }
        isReported = true
      }
    }
    return overrides
  }

  private mutating func appendText(upTo end: Int, beforeTag: Bool) {
    guard done <= end else { return }
    lines.appendText(done..<end, beforeTag: beforeTag, to: &nodes)
    done = end
  }

  private func isName(_ range: Range<Int>, ofFile: Bool) -> Bool {
    let bytes = file.bytes[range]
    if bytes.elementsEqual(implicitName.utf8), !ofFile { return true }
    let areAllowed = bytes.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
        UInt8(ascii: "."), 0x80...:
        true
      case UInt8(ascii: "/"): ofFile
      default: false
      }
    }
    let separator = UInt8(ascii: ofFile ? "/" : ".")
    return areAllowed
      && bytes.split(separator: separator, omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty
      }
  }

  private func place(_ position: Position, _ length: Int) -> Place {
    Place(file.path, line: position.line, column: position.column, length: length)
  }

  private mutating func report(_ rule: Rule, _ tag: Tag, _ said: Said) {
    report(rule, tag.position, tag.length, said)
  }

  private mutating func report(_ rule: Rule, _ position: Position, _ length: Int, _ said: Said) {
    diagnostics.append(rule.at(place(position, length), said.message, help: said.help))
  }
}
