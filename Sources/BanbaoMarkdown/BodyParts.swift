import BanbaoDiagnostics
package import BanbaoHTML

/// A heading that stands in no quote and no list, where a body may be cut.
struct OuterHeading: Sendable, Hashable {
  /// In `Body.headings`.
  var index: Int
  /// Its element in the body's HTML.
  var html: Range<Int>
  /// Its lines in the body, from 1.
  var first: Int
  var last: Int
}

/// What stands in a body below one of its highest headings, or before the first of them.
package struct BodyPart: Sendable {
  /// Nil for what stands before the first heading.
  package var heading: Heading?
  /// Without the heading.
  package var html: HTML
  /// The part as Markdown, its headings as deep as in the page; empty unless the body keeps its Markdown.
  package var markdown: String
}

extension Body {
  /// The body cut before each of its highest headings. Footnotes stand in the last part.
  package var parts: [BodyPart] {
    let cuts = outerHeadings.filter { headings[$0.index].level == 2 }
    var parts: [BodyPart] = []
    var (start, line) = (0, 1)
    var heading: Heading?
    for cut in cuts {
      let end = max(start, cut.html.lowerBound)
      parts.append(part(heading, start..<end, lines: line..<max(line, cut.first)))
      (start, line, heading) = (cut.html.upperBound, cut.last + 1, headings[cut.index])
    }
    let end = html.bytes.count
    parts.append(part(heading, start..<max(start, end), lines: line..<max(line, markdown.count + 1)))
    return parts.filter { $0.heading != nil || !$0.html.isEmpty }
  }

  private func part(_ heading: Heading?, _ range: Range<Int>, lines: Range<Int>) -> BodyPart {
    BodyPart(heading: heading, html: html.slice(range), markdown: text(of: lines))
  }

  /// Lines of the Markdown without the empty ones at its ends.
  private func text(of lines: Range<Int>) -> String {
    guard !markdown.isEmpty else { return "" }
    let text = lines.compactMap { number -> String? in
      guard markdown.indices.contains(number - 1) else { return nil }
      let line = String(markdown[number - 1])
      let next = outerHeadings.leadingCount { $0.first < number }
      guard next < outerHeadings.count, outerHeadings[next].first == number, line.hasPrefix("#") else { return line }
      return String(repeating: "#", count: headings[outerHeadings[next].index].level) + line.drop { $0 == "#" }
    }
    func isBlank(_ line: String) -> Bool { line.allSatisfy(\.isWhitespace) }
    guard let first = text.firstIndex(where: { !isBlank($0) }), let last = text.lastIndex(where: { !isBlank($0) })
    else {
      return ""
    }
    return text[first...last].joined(separator: "\n")
  }
}

/// The lines of a text, which end with LF, CRLF or CR.
func lines(_ text: String) -> [Substring] {
  text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
}
