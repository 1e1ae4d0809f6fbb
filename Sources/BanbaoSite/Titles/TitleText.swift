package import BanbaoHTML

/// A title with the places where its lines may end.
///
/// Chinese is written without blanks, so browsers break it anywhere, inside words and names too. Pages set titles so that they
/// break nowhere but here (`word-break: keep-all`).
package struct TitleText: Sendable, Hashable {
  /// Without the marks of its author.
  package let text: String
  /// Between words, as offsets of its UTF-8 in ascending order.
  let breaks: [Int]
  /// Where its author wants lines to end, in the same way.
  let parts: [Int]

  /// A title as it is written: `关于开展评选活动的|通知` is in two lines where there is no room for one.
  package init(written: String) {
    (text, parts) = withoutMarks(written)
    breaks = lineBreaks(in: text)
  }

  /// A title that nobody marked.
  init(_ text: String) {
    self.text = text
    parts = []
    breaks = lineBreaks(in: text)
  }

  /// As pages show it.
  ///
  /// - Parameter own: the words of the site, inside which no line ends either.
  package func html(_ own: OwnWords) -> HTML {
    HTML(escaping: text, breaks: own.isEmpty ? breaks : own.without(breaks, in: text), parts: parts)
  }
}

/// A title without the strokes by which its author says where lines end, and those places.
///
/// A blank beside a stroke stays one: `喜报 | 我院获奖` is read as two. What is nothing but strokes is no title, and stays.
private func withoutMarks(_ written: String) -> (String, [Int]) {
  guard written.utf8.contains(UInt8(ascii: "|")) else { return (written, []) }
  var text = ""
  var places: [Int] = []
  for part in written.split(separator: "|") {
    let isApart = text.last == " " || part.first == " "
    let trimmed = String(part.drop { $0 == " " })
    guard trimmed.contains(where: { $0 != " " }) else { continue }
    while text.last == " " { text.removeLast() }
    if !text.isEmpty {
      if isApart { text += " " }
      places.append(text.utf8.count)
    }
    text += trimmed
  }
  while text.last == " " { text.removeLast() }
  return text.isEmpty ? (written, []) : (text, places)
}
