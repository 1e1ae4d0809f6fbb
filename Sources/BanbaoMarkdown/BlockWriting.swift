import BanbaoHTML

extension MarkdownWriter {
  func isTight(_ paragraph: MarkdownNode) -> Bool {
    guard let list = paragraph.parent?.parent else { return false }
    return list.kind == .list && list.isTight
  }

  mutating func enterParagraph(_ node: MarkdownNode) {
    // What stands directly before a table has no line of its own.
    let isBeforeTable = node.startLine == 0
    let lines = isBeforeTable ? node.next ?? node : node
    beginBlock(lines.startLine, lines.endLine)
    transcript.add(.paragraph, lines.startLine)
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
    indented = isOfTheText(node)
    struck.removeAll(keepingCapacity: true)
  }

  mutating func exitParagraph(_ node: MarkdownNode) {
    pendingBreak = nil
    indented = false
    if node.previous == nil, node.parent?.isDone != nil { out.append("</label>") }
    if firstParagraph == nil, plain.count > paragraphPlainStart, holdsMoreThanImages(node) {
      if isOfTheText(node) {
        firstParagraph = filled(gist(of: unstruckParagraph()))
      } else if firstItem == nil, node.parent?.kind == .item {
        firstItem = filled(gist(of: unstruckParagraph()))
      }
    }
    if let parent = node.parent, parent.kind == .footnoteDefinition, node.next == nil {
      out.append(UInt8(ascii: " "))
      writeBackReferences()
    }
    if !isTight(node) { out.append("</p>\n") }
    endBlock()
  }

  /// The plain text of the paragraph that ends here, without what is struck out of it.
  func unstruckParagraph() -> String {
    var text: [UInt8] = []
    var start = paragraphPlainStart
    for range in struck where range.lowerBound >= start {
      text += plain[start..<range.lowerBound]
      start = range.upperBound
    }
    return String(decoding: text + plain[start...], as: UTF8.self)
  }

  /// Whether it is a paragraph of the text itself, not of a list.
  private func isOfTheText(_ paragraph: MarkdownNode) -> Bool {
    paragraph.parent?.kind == .document || paragraph.parent?.kind == .blockQuote
  }

  private func filled(_ text: String) -> String? { text.isEmpty ? nil : text }

  func holdsMoreThanImages(_ paragraph: MarkdownNode) -> Bool {
    var child = paragraph.firstChild
    while let node = child {
      if node.kind != .image && node.kind != .softBreak && node.kind != .lineBreak { return true }
      child = node.next
    }
    return false
  }

  mutating func enterList(_ node: MarkdownNode) {
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

  mutating func enterItem(_ node: MarkdownNode) {
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

  mutating func enterHeading(_ node: MarkdownNode) {
    beginBlock(node.startLine, node.endLine)
    transcript.add(.paragraph, node.startLine)
    freshLine()
    headingStart = out.count
    out.append("<h0>")
    headingPlainStart = plain.count
  }

  mutating func exitHeading(_ node: MarkdownNode) {
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

  mutating func writeCodeBlock(_ node: MarkdownNode) {
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
}
