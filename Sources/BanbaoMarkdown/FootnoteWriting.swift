/// The footnotes so far.
struct FootnoteState {
  /// How often each footnote was referred to.
  var references: [String: Int] = [:]
  var definitions = 0
}

extension MarkdownWriter {
  mutating func writeFootnoteReference(_ node: MarkdownNode) {
    transcript.add(.footnoteLabel)
    let number = escaper.string(node.literal)
    let count = footnotes.references[number, default: 0] + 1
    footnotes.references[number] = count
    out.append("<sup class=\"footnote-ref\"><a href=\"#fn-")
    out.append(contentsOf: number.utf8)
    out.append("\" id=\"fnref-")
    out.append(contentsOf: number.utf8)
    if count > 1 {
      out.append("-")
      out.append(decimal: count)
    }
    out.append("\" data-footnote-ref>")
    out.append(contentsOf: number.utf8)
    out.append("</a></sup>")
  }

  mutating func enterFootnote(_ node: MarkdownNode) {
    freshLine()
    transcript.add(.block, node.startLine)
    transcript.add(.footnoteLabel)
    if footnotes.definitions == 0 {
      out.append("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
    }
    footnotes.definitions += 1
    out.append("<li id=\"fn-")
    out.append(decimal: footnotes.definitions)
    out.append("\">\n")
  }

  mutating func exitFootnote(_ node: MarkdownNode) {
    if node.lastChild?.kind != .paragraph {
      writeBackReferences()
      out.append(UInt8(ascii: "\n"))
    }
    out.append("</li>\n")
  }

  mutating func writeBackReferences() {
    let number = footnotes.definitions
    for reference in 1...max(1, footnotes.references[String(number), default: 1]) {
      if reference > 1 { out.append(UInt8(ascii: " ")) }
      out.append("<a href=\"#fnref-")
      out.append(decimal: number)
      if reference > 1 {
        out.append("-")
        out.append(decimal: reference)
      }
      out.append("\" class=\"footnote-backref\" data-footnote-backref>↩")
      if reference > 1 {
        out.append("<sup class=\"footnote-ref\">")
        out.append(decimal: reference)
        out.append("</sup>")
      }
      out.append("</a>")
    }
  }

  mutating func closeFootnotes() {
    if footnotes.definitions > 0 { out.append("</ol>\n</section>\n") }
  }
}
