package import BanbaoDiagnostics
import BanbaoHTML

extension Body {
  /// Packs all of it. The places of its links are those of one file.
  package func pack(into packer: inout Packer) {
    packer.add(html.bytes)
    packer.add(firstParagraph)
    packer.add(text)
    packer.add(each: headings) { packer, heading in
      packer.add(heading.level)
      packer.add(heading.id)
      packer.add(heading.text)
      packer.add(heading.line)
    }
    packer.add(each: outerHeadings) { packer, heading in
      packer.add(heading.index)
      packer.add(heading.html.lowerBound)
      packer.add(heading.html.count)
      packer.add(heading.first)
      packer.add(heading.last)
    }
    packer.add(each: links) { packer, link in
      packer.add(link.destination)
      packer.add(link.place)
      packer.add(link.isImage ? 1 : 0)
      packer.add(link.text)
    }
    packer.add(each: markdown) { packer, line in packer.add(line.utf8) }
  }

  /// - Parameter path: of the file, as messages show it.
  package init(unpacking unpacker: inout Unpacker, in path: String) throws(Unpacker.Malformed) {
    let html = HTML(rendered: try unpacker.content())
    let (firstParagraph, text) = (try unpacker.text(), try unpacker.text())
    let headings = try unpacker.list { unpacker throws(Unpacker.Malformed) in
      Heading(
        level: try unpacker.number(), id: try unpacker.text(), text: try unpacker.text(), line: try unpacker.number())
    }
    let outerHeadings = try unpacker.list { unpacker throws(Unpacker.Malformed) in
      let (index, start, count) = (try unpacker.number(), try unpacker.number(), try unpacker.number())
      guard headings.indices.contains(index), 0...html.bytes.count ~= start, 0...html.bytes.count - start ~= count
      else { throw Unpacker.Malformed() }
      return OuterHeading(
        index: index, html: start..<start + count, first: try unpacker.number(), last: try unpacker.number())
    }
    let links = try unpacker.list { unpacker throws(Unpacker.Malformed) in
      MarkdownLink(
        destination: try unpacker.text(), place: try unpacker.place(in: path), isImage: try unpacker.number() != 0,
        text: try unpacker.text())
    }
    let markdown = try unpacker.list { unpacker throws(Unpacker.Malformed) in Substring(try unpacker.text()) }
    self.init(
      html: html, headings: headings, links: links, firstParagraph: firstParagraph, text: text, markdown: markdown,
      outerHeadings: outerHeadings)
  }
}
