/// Diagnostics as people read them in a terminal, and as editors match them: `path:line:column: error: MESSAGE [code]`,
/// the source line with a caret, other places in the same way, and how to write it right.
///
/// They are printed in the order of `inOrder()`, with a blank line between. Only head lines begin at the margin, so that
/// no content can pass for one; their severity words are English in both languages, because programs match on them.
/// The text ends with a line feed unless it is empty.
///
/// - Parameters:
///   - colour: whether to add ANSI colours, for a terminal.
///   - line: the source line of a place without its end; nil when it cannot be had.
package func textForm(
  _ diagnostics: [Diagnostic], language: Language, colour: Bool, line: (Place) -> String?
) -> String {
  var text = ""
  for diagnostic in diagnostics.inOrder() {
    if !text.isEmpty { text += "\n" }
    append(diagnostic, to: &text, language: language, ink: Ink(isOn: colour), line: line)
  }
  return text
}

/// The words that stand before a diagnostic's further parts, in every format for people.
enum Label {
  static let help = Wording("改法：", en: "help: ")
  static let related = Wording("另见 ", en: "see also ")
}

extension Place {
  /// `path:line:column`, or less where there is no line or column; the path of a cell ends in its name.
  package var shown: String {
    var text = printable(address)
    if line > 0 {
      text += ":\(line)"
      if column > 0 { text += ":\(column)" }
    }
    return text
  }
}

private func append(
  _ diagnostic: Diagnostic, to text: inout String, language: Language, ink: Ink,
  line: (Place) -> String?
) {
  let place = diagnostic.place
  text += ink.bold(place.shown + ":") + " "
  text += ink.severity(diagnostic.severity, diagnostic.severity.rawValue + ":") + " "
  text += ink.bold(printable(diagnostic.message[language])) + " [\(printable(diagnostic.code))]\n"
  appendExcerpt(place, to: &text, indent: "  ", ink: ink, line: line)
  for related in diagnostic.related {
    text += "  \(Label.related[language])\(related.place.shown): "
    text += printable(related.message[language]) + "\n"
    if related.isQuoted { appendExcerpt(related.place, to: &text, indent: "    ", ink: ink, line: line) }
  }
  if let help = diagnostic.help {
    let lines = help[language].split(separator: "\n", omittingEmptySubsequences: false)
    text += "  = " + ink.caret(Label.help[language])
    text += lines.map { printable(String($0)) }.joined(separator: "\n    ") + "\n"
  }
}

/// The source line and the caret under what is meant; nothing where there is no line.
private func appendExcerpt(
  _ place: Place, to text: inout String, indent: String, ink: Ink, line: (Place) -> String?
) {
  // A row of a workbook is no line that could be shown.
  guard place.line > 0, place.sheet == nil, let source = line(place) else { return }
  let excerpt = Excerpt(of: source, column: place.column, length: place.length)
  text += "\(indent)\(excerpt.text)\n"
  guard let caret = excerpt.caret else { return }
  let blanks = caret.prefix { $0 == " " }
  text += "\(indent)\(blanks)" + ink.caret(String(caret.dropFirst(blanks.count))) + "\n"
}

/// ANSI colours, or none.
private struct Ink {
  var isOn: Bool

  func bold(_ text: String) -> String { paint(text, "1") }
  func caret(_ text: String) -> String { paint(text, "1;32") }

  func severity(_ severity: Severity, _ text: String) -> String {
    switch severity {
    case .error: paint(text, "1;31")
    case .warning: paint(text, "1;33")
    case .note: paint(text, "1;36")
    }
  }

  private func paint(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
