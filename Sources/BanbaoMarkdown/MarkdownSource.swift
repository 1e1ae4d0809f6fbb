package import BanbaoDiagnostics
package import BanbaoHTML

/// The Markdown of one file, and where it lies in the file.
package struct MarkdownSource: Sendable {
  /// The path for messages.
  package let path: String
  /// The whole file: valid UTF-8, checked by the caller; lines end in LF, CRLF or CR.
  package let bytes: [UInt8]
  /// The body, which begins at the beginning of a line. What lies outside `bytes` is cut off.
  package let body: Range<Int>
  /// The line of the file at which the body begins, from 1.
  package let firstLine: Int

  package init(path: String, bytes: [UInt8], body: Range<Int>, firstLine: Int) {
    self.path = path
    self.bytes = bytes
    self.body = body.clamped(to: 0..<bytes.count)
    self.firstLine = firstLine
  }

  /// A text that is all body.
  package init(path: String, text: String) {
    let bytes = Array(text.utf8)
    self.init(path: path, bytes: bytes, body: 0..<bytes.count, firstLine: 1)
  }
}

/// What a line end in a paragraph is on the page.
package enum LineEnds: Sendable, Hashable {
  /// A line end: who presses Enter wants a line.
  case kept
  /// White space, or nothing between Han, as CommonMark has it; but a line that begins like an item of a list stands
  /// alone all the same.
  case joined
}

/// A link or an image to something that has no scheme: a file, a page, a fragment.
package struct MarkdownLink: Sendable, Hashable {
  /// As the author wrote it, with backslash escapes and entities resolved, not percent-decoded.
  package var destination: String
  /// Where its `[` or `!` stands in the file.
  package var place: Place
  package var isImage: Bool
  /// The link's plain text, or the image's alternative text.
  package var text: String

  package init(destination: String, place: Place, isImage: Bool, text: String) {
    self.destination = destination
    self.place = place
    self.isImage = isImage
    self.text = text
  }
}

/// What becomes of a link or an image.
package enum LinkRewrite: Sendable, Hashable {
  /// Its destination as it is, percent-encoded where HTML needs it.
  case keep
  /// Another destination, already percent-encoded; `note` is plain text written after the link's text,
  /// such as "（PDF，1.2 MB）", and left out after an image.
  case url(String, note: String?)
  /// The file that an image shows.
  case picture(BodyPicture)
  /// Only its text remains, because a fault was reported.
  case drop
}

/// A picture of a body as its page shows it. Addresses are percent-encoded already.
package struct BodyPicture: Sendable, Hashable {
  /// In pixels.
  package struct Size: Sendable, Hashable {
    package var width: Int
    package var height: Int

    package init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  package var url: String
  /// Nil where nobody knows: the page then moves when the picture has come.
  package var size: Size?
  /// The whole of what `url` shows smaller, to which the picture becomes a link unless it is part of one; nil for none.
  package var original: String?

  package init(url: String, size: Size?, original: String? = nil) {
    self.url = url
    self.size = size
    self.original = original
  }
}

/// A heading of a body, for the table of contents.
package struct Heading: Sendable, Hashable {
  /// As it is written in the page: 2 to 6.
  package var level: Int
  /// Unique in the body.
  package var id: String
  package var text: String
  /// The line of the file, from 1.
  package var line: Int

  package init(level: Int, id: String, text: String, line: Int) {
    self.level = level
    self.id = id
    self.text = text
    self.line = line
  }
}

/// A body made ready for a page.
package struct Body: Sendable, Hashable {
  package var html: HTML
  package var headings: [Heading]
  /// Every link and image that was offered for rewriting, in the order of the text.
  package var links: [MarkdownLink]
  /// The plain text of the first paragraph that tells something: one of images, an addressee, or a clause that only leads
  /// on to what stands below tells nothing. Empty where there is none.
  package var firstParagraph: String
  /// The plain text, a line a block; empty unless it was asked for.
  package var text: String
  /// The lines of Markdown; empty unless they were asked for.
  package var markdown: [Substring] = []
  /// The headings that stand in no quote and no list; none where the Markdown is not kept.
  var outerHeadings: [OuterHeading] = []

  package static let empty = Body(
    html: .empty, headings: [], links: [], firstParagraph: "", text: "")
}

/// Renders Markdown (CommonMark with GFM's tables, autolinks, strikethrough and task lists, and footnotes).
///
/// Raw HTML and dangerous URLs never pass. Text that would keep the parser busy beyond measure is refused before it
/// is parsed: then the body is empty, and the first diagnostic says which limit it passed.
///
/// - Parameters:
///   - collectsText: fills `Body.text`.
///   - keepsMarkdown: fills `Body.markdown`, and the body can be cut into parts.
///   - rewrite: asked for every link and image whose destination has no scheme and no host.
package func renderMarkdown(
  _ source: MarkdownSource, limits: MarkdownLimits = .standard, lineEnds: LineEnds = .kept, collectsText: Bool = false,
  keepsMarkdown: Bool = false, rewrite: (MarkdownLink) -> LinkRewrite
) -> (body: Body, diagnostics: [Diagnostic]) {
  source.bytes.withUnsafeBufferPointer { file in
    let text = UnsafeBufferPointer(rebasing: file[source.body])
    let locator = SourceLocator(path: source.path, text: text, firstLine: source.firstLine)
    let survey = survey(text, limits: limits)
    if let excess = survey.excess {
      return (.empty, [excess.diagnostic(locator)])
    }
    var (body, diagnostics) = write(text, survey, locator, limits, lineEnds, collectsText: collectsText, rewrite)
    if keepsMarkdown {
      body.markdown = lines(String(decoding: text, as: UTF8.self))
    } else {
      body.outerHeadings = []
    }
    return (body, diagnostics)
  }
}

/// Parses and writes a body; what was read as code or as HTML and is prose is read again.
private func write(
  _ text: UnsafeBufferPointer<UInt8>, _ survey: Survey, _ locator: SourceLocator, _ limits: MarkdownLimits,
  _ lineEnds: LineEnds, collectsText: Bool, _ rewrite: (MarkdownLink) -> LinkRewrite
) -> (body: Body, diagnostics: [Diagnostic]) {
  let endTags = EndTags(in: survey.hasTags ? text : nil)
  var changes: [Change] = []
  var misread: [Diagnostic] = []
  // A fence may hide an indented paragraph, and no reading hides more.
  var readings = survey.mayBeMisread ? 2 : 0
  while true {
    let prepared = PreparedText(text, survey, changes)
    let escaper = Escaper(sentinel: prepared.sentinel)
    var writer = MarkdownWriter(
      locator: locator, escaper: escaper, endTags: endTags, seeksSlips: survey.mayHoldSlips,
      seeksSpacedMarks: survey.mayHoldSpacedMarks, seeksRows: survey.mayHoldRows, lineEnds: lineEnds,
      outputLimit: limits.outputBytes, collectsText: collectsText)
    var isRight = true
    prepared.withText { prepared in
      withMarkdownTree(prepared, hasTilde: survey.hasTildes) { tree in
        if readings > 0 {
          let misreadings = Misreadings(tree, locator, escaper, endTags)
          misread += misreadings.diagnostics.filter { !misread.contains($0) }
          changes += misreadings.changes
          isRight = misreadings.changes.isEmpty
        }
        guard isRight else { return }
        writer.write(tree, rewrite)
        writer.reportLosses(seeksMarks: survey.hasCarets)
      }
    }
    guard isRight else {
      readings -= 1
      continue
    }
    let (body, diagnostics) = writer.finish()
    return (body, misread + diagnostics)
  }
}
