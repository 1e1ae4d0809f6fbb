import BanbaoDiagnostics

extension MarkdownWriter {
  mutating func enterLink(_ node: MarkdownNode, _ rewrite: (MarkdownLink) -> LinkRewrite) {
    let url = node.url
    transcript.add(.linkStart)
    switch Scheme(url, sentinel: escaper.sentinel) {
    case .none:
      let link = offer(node, url, isImage: false)
      switch rewrite(link) {
      case .keep: open(node, url, isForeign: false)
      case .url(let address, let note):
        out.append("<a href=\"")
        appendEscaped(address)
        closeTag(node)
        linkEndings.append(note.map(LinkEnding.note) ?? .anchor)
      // An image only is given as one.
      case .picture, .drop: linkEndings.append(.nothing)
      }
    case .web:
      reportCutAddress(node, url)
      open(node, url, isForeign: true)
    case .contact: open(node, url, isForeign: false)
    case .dangerous(let scheme):
      reportDangerous(scheme, linkOffset(node, isImage: false))
      linkEndings.append(.nothing)
    case .unknown(let scheme):
      reportUnknown(scheme, linkOffset(node, isImage: false))
      linkEndings.append(.nothing)
    }
  }

  mutating func exitLink(_ node: MarkdownNode) {
    transcript.add(addressOf: node)
    switch linkEndings.popLast() {
    case .anchor: out.append("</a>")
    case .note(let note):
      out.append("<span class=\"link-note\">")
      appendEscaped(note)
      out.append("</span></a>")
    case .nothing, nil: break
    }
  }

  mutating func writeImage(_ node: MarkdownNode, _ rewrite: (MarkdownLink) -> LinkRewrite) {
    let url = node.url
    var alt: [UInt8] = []
    appendPlainText(of: node, to: &alt)
    recordImage(node)
    defer { plain.append(contentsOf: alt) }
    let offset = linkOffset(node, isImage: true)
    if alt.allSatisfy({ $0 == 0x20 }) { reportMissingAlt(offset) }
    switch Scheme(url, sentinel: escaper.sentinel) {
    case .none:
      let link = MarkdownLink(
        destination: escaper.string(url), place: locator.place(offset), isImage: true,
        text: String(decoding: alt, as: UTF8.self))
      links.append(link)
      switch rewrite(link) {
      case .keep:
        out.append("<img src=\"")
        escaper.appendAddress(url, to: &out)
        closeImage(node, alt)
      case .url(let address, _): write(BodyPicture(url: address, size: nil), node, alt)
      case .picture(let picture): write(picture, node, alt)
      case .drop: appendEscaped(alt)
      }
      return
    case .web:
      diagnostics.append(
        MarkdownRules.remoteImage.at(
          locator.place(offset),
          Wording(
            "图片“\(escaper.string(url))”在别的网站上",
            en: "the image \"\(escaper.string(url))\" is on another host"),
          help: Wording(
            "把图片存到这篇文章旁边，然后写 ![说明](文件名)",
            en: "save it beside this text and write ![description](file)")))
    case .dangerous(let scheme): reportDangerous(scheme, offset)
    case .contact(let scheme), .unknown(let scheme): reportUnknown(scheme, offset)
    }
    appendEscaped(alt)
  }

  private mutating func write(_ picture: BodyPicture, _ node: MarkdownNode, _ alt: [UInt8]) {
    // A link holds no other link.
    let isInLink = linkEndings.contains { if case .nothing = $0 { false } else { true } }
    let original = isInLink ? nil : picture.original
    if let original {
      out.append("<a href=\"")
      appendEscaped(original)
      out.append("\">")
    }
    out.append("<img src=\"")
    appendEscaped(picture.url)
    closeImage(node, alt, picture.size)
    if original != nil { out.append("</a>") }
  }

  /// Goes on after the address of an image.
  private mutating func closeImage(_ node: MarkdownNode, _ alt: [UInt8], _ size: BodyPicture.Size? = nil) {
    out.append("\" alt=\"")
    appendEscaped(alt)
    appendTitle(node)
    if let size {
      out.append("\" width=\"")
      out.append(decimal: size.width)
      out.append("\" height=\"")
      out.append(decimal: size.height)
    }
    out.append("\" loading=\"lazy\" />")
  }

  /// The text of a node's descendants, soft line breaks joined as in the page.
  func appendPlainText(of root: MarkdownNode, to text: inout [UInt8]) {
    var pending: Int?
    root.visitDescendants { node in
      switch node.kind {
      case .text, .code:
        let start = text.count
        escaper.appendPlain(node.literal, to: &text)
        if let at = pending, text.count > start {
          pending = nil
          let joins = text.withUnsafeBufferPointer {
            isWide(scalar($0, before: at)?.value ?? 0x20) && isWide(scalar($0, at: start).value)
          }
          if joins { text.remove(at: at) }
        }
      case .htmlInline where !endTags.areMeant(by: node.literal): escaper.appendPlain(node.literal, to: &text)
      case .softBreak:
        pending = text.count
        text.append(UInt8(ascii: " "))
      case .lineBreak: text.append(UInt8(ascii: " "))
      default: break
      }
      return true
    }
  }

  /// Records an image's text, which is plain, and its address; tags in it are reported as elsewhere. Links and images
  /// in it bring their words alone to the page.
  private mutating func recordImage(_ image: MarkdownNode) {
    transcript.add(.linkStart)
    image.visitDescendants { node in
      record(node)
      return true
    } leave: { node in
      if node.kind == .link || node.kind == .image { transcript.add(addressOf: node, isPrinted: false) }
    }
    transcript.add(addressOf: image)
  }

  private mutating func record(_ node: MarkdownNode) {
    switch node.kind {
    case .text: transcript.add(.text, node.literal)
    case .code: transcript.add(.literal, node.literal)
    case .htmlInline where endTags.areMeant(by: node.literal): reportInline(node)
    case .htmlInline:
      transcript.add(.literal, node.literal)
      reportEndless(node.literal)
    case .footnoteReference: transcript.add(.footnoteLabel)
    case .link, .image: transcript.add(.linkStart)
    default: break
    }
  }

  private mutating func offer(
    _ node: MarkdownNode, _ url: UnsafeBufferPointer<UInt8>, isImage: Bool
  ) -> MarkdownLink {
    var text: [UInt8] = []
    appendPlainText(of: node, to: &text)
    let link = MarkdownLink(
      destination: escaper.string(url), place: locator.place(linkOffset(node, isImage: isImage)),
      isImage: isImage,
      text: String(decoding: text, as: UTF8.self))
    links.append(link)
    return link
  }

  private mutating func open(
    _ node: MarkdownNode, _ url: UnsafeBufferPointer<UInt8>, isForeign: Bool
  ) {
    out.append("<a href=\"")
    escaper.appendAddress(url, to: &out)
    if isForeign { out.append("\" rel=\"noopener noreferrer") }
    closeTag(node)
    linkEndings.append(.anchor)
  }

  private mutating func closeTag(_ node: MarkdownNode) {
    appendTitle(node)
    out.append("\">")
  }

  /// Leaves the last attribute's quotation mark to be closed.
  private mutating func appendTitle(_ node: MarkdownNode) {
    let title = node.title
    guard !title.isEmpty else { return }
    out.append("\" title=\"")
    escaper.appendText(title, to: &out)
  }

  private mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { escaper.appendText($0, to: &out) }
  }

  private mutating func appendEscaped(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { escaper.appendText($0, to: &out) }
  }

  /// Where a link begins in the author's text. A URL in the text itself has no bracket.
  mutating func linkOffset(_ node: MarkdownNode, isImage: Bool) -> Int {
    var locatorOfBlock = block ?? BlockLocator(range: rangeOfBlock())
    defer { block = locatorOfBlock }
    var words = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    var child = node.firstChild
    while let inner = child {
      if inner.kind == .text || inner.kind == .code {
        words = inner.literal
        break
      }
      child = inner.firstChild
    }
    let cleanWords = escaper.plainBytes(words)
    let cleanURL = escaper.plainBytes(node.url)
    return cleanWords.withUnsafeBufferPointer { words in
      cleanURL.withUnsafeBufferPointer { url in
        if let own = locatorOfBlock.bareAddress(words, in: locator.text, url: url) { return own }
        return locatorOfBlock.link(in: locator.text, url: url, isImage: isImage, words: words)
      }
    }
  }

  mutating func rangeOfBlock() -> Range<Int> {
    locator.range(ofLines: blockLines.lowerBound, through: blockLines.upperBound)
  }

  // MARK: Faults

  /// Reports an address that ends where Han follow a `/` or a `=`: they may belong to it.
  private mutating func reportCutAddress(_ node: MarkdownNode, _ url: UnsafeBufferPointer<UInt8>) {
    guard let last = url.last, last == UInt8(ascii: "/") || last == UInt8(ascii: "="), let next = node.next,
      next.kind == .text, next.literal.first == 0x09,
      escaper.sentinel?.sign(in: next.literal, at: 1) == Sentinel.nothing
    else { return }
    let rest = restOfAddress(escaper.string(next.literal).drop { $0.isWhitespace })
    let address = escaper.string(node.firstChild?.literal ?? url)
    guard !rest.isEmpty, !address.isEmpty else { return }
    diagnostics.append(
      MarkdownRules.addressEnd.at(
        locator.place(linkOffset(node, isImage: false), length: address.unicodeScalars.count),
        Wording("不知道“\(rest)”是不是网址的一部分", en: "“\(rest)” may or may not belong to the address"),
        help: Wording(
          "是，就写 <\(address)\(rest)>；不是，就在“\(rest)”前面空一格",
          en: "if it does, write <\(address)\(rest)>; if not, put a space before it")))
  }

  private mutating func reportMissingAlt(_ offset: Int) {
    diagnostics.append(
      MarkdownRules.imageWithoutAlt.at(
        locator.place(offset), Wording("图片没有说明文字", en: "the image has no description"),
        help: Wording(
          "在方括号里写一句图上是什么：![说明](文件名)",
          en: "say in the brackets what it shows: ![description](file)")))
  }

  private mutating func reportDangerous(_ scheme: String, _ offset: Int) {
    diagnostics.append(
      MarkdownRules.dangerousURL.at(
        locator.place(offset),
        Wording("地址不能以“\(scheme)”开头", en: "an address must not begin with \"\(scheme)\""),
        help: scheme == "//"
          ? Wording(
            "写全网址，以 https:// 或 http:// 开头", en: "write the whole address, which begins with https:// or http://")
          : Wording(
            "把文件放到本文旁边，写成 [文字](文件名)",
            en: "put the file beside this text and write [text](file)")))
  }

  private mutating func reportUnknown(_ scheme: String, _ offset: Int) {
    diagnostics.append(
      MarkdownRules.unknownScheme.at(
        locator.place(offset),
        Wording(
          "读者多半打不开以“\(scheme):”开头的地址，只保留文字",
          en:
            "most readers can't open an address that begins with \"\(scheme):\"; only its text is kept"
        ),
        help: Wording(
          "用 https:、http:、mailto: 或 tel: 开头，或者写站内文件的路径",
          en: "begin with https:, http:, mailto: or tel:, or write the path of a file of this site")
      ))
  }
}

/// What may belong to an address that Han cut short, up to what no address ends with: `会员&x=1`.
private func restOfAddress(_ text: Substring) -> Substring {
  var rest = text.prefix { $0.isLetter || $0.isNumber || "-._~/?#@!$&*+;=%".contains($0) }
  while let last = rest.last, !last.isLetter, !last.isNumber, last != "/" { rest.removeLast() }
  return rest
}
