/// The start tags of a page as browsers find them (HTML standard 13.2.5), whatever its bytes are.
struct HTMLTags {
  struct Tag {
    var name = ""
    /// In their order, the values with their character references.
    var attributes: [(name: String, value: String)] = []
  }

  private(set) var tags: [Tag] = []
  private var rest: Substring.UnicodeScalarView

  init(_ text: String) {
    rest = text[...].unicodeScalars
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      if skip("!--") {
        pass("-->")
      } else if let first = rest.first, first.properties.isAlphabetic, first.isASCII {
        let tag = readTag()
        tags.append(tag)
        // Nothing begins a tag in these before their end.
        if ["script", "style", "title", "textarea"].contains(tag.name) { find("</" + tag.name) }
      } else if rest.first == "/" || rest.first == "!" || rest.first == "?" {
        pass(">")
      }
    }
  }

  private mutating func skip(_ text: String) -> Bool {
    guard rest.starts(with: text.unicodeScalars) else { return false }
    rest = rest.dropFirst(text.unicodeScalars.count)
    return true
  }

  /// Goes on to a text, or to the end.
  private mutating func find(_ text: String) {
    while !rest.isEmpty, !String(rest.prefix(text.count)).lowercased().hasPrefix(text) {
      let next = rest.dropFirst().firstIndex(of: text.unicodeScalars.first ?? "<") ?? rest.endIndex
      rest = rest[next...]
    }
  }

  private mutating func pass(_ text: String) {
    find(text)
    rest = rest.dropFirst(text.unicodeScalars.count)
  }

  private mutating func take(while isPart: (Unicode.Scalar) -> Bool) -> String {
    let part = rest.prefix(while: isPart)
    rest = rest[part.endIndex...]
    return String(part)
  }

  private mutating func readTag() -> Tag {
    let blanks: Set<Unicode.Scalar> = [" ", "\n", "\t", "\r", "\u{C}"]
    var tag = Tag(name: take { !blanks.contains($0) && $0 != "/" && $0 != ">" }.lowercased())
    while true {
      _ = take { blanks.contains($0) || $0 == "/" }
      guard let next = rest.first, next != ">" else { break }
      let name = take { !blanks.contains($0) && $0 != "/" && $0 != ">" && $0 != "=" }.lowercased()
      var value = ""
      _ = take { blanks.contains($0) }
      if skip("=") {
        _ = take { blanks.contains($0) }
        if let quote = rest.first, quote == "\"" || quote == "'" {
          rest = rest.dropFirst()
          value = take { $0 != quote }
          rest = rest.dropFirst()
        } else {
          value = take { !blanks.contains($0) && $0 != ">" }
        }
      } else if name.isEmpty {
        rest = rest.dropFirst()
      }
      tag.attributes.append((name, value))
    }
    rest = rest.dropFirst()
    return tag
  }
}
