/// The elements of HTML that a text ends somewhere, `</b>`; by them a tag is told from what merely looks like one.
struct EndTags {
  private var names: Set<[UInt8]> = []

  /// - Parameter text: nil where it holds no tag.
  init(in text: UnsafeBufferPointer<UInt8>?) {
    guard let text else { return }
    for index in text.indices.dropLast() where text[index] == UInt8(ascii: "<") && text[index + 1] == UInt8(ascii: "/")
    {
      names.insert(name(text, from: index + 2))
    }
  }

  /// Whether something that the parser takes for HTML is meant as HTML. In `A<B>C`, `x<y>z` and `<姓名>` it is not: a
  /// tag has attributes, ends something, is ended, or is of those that HTML never ends.
  func areMeant(by html: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = (html.firstIndex { $0 > 0x20 } ?? 0) + 1
    let name = name(html, from: start)
    let end = start + name.count
    guard !name.isEmpty, end < html.count, html[end] == UInt8(ascii: ">") else { return true }
    return names.contains(name) || EndTags.endless.contains(name)
  }

  /// Whether the end of such a tag may have been forgotten: in prose, large letters stand for something.
  static func mayBeForgotten(by html: UnsafeBufferPointer<UInt8>) -> Bool {
    html.count > 1 && (0x61...0x7A).contains(html[1])
  }

  private func name(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> [UInt8] {
    guard start < text.count else { return [] }
    return text[start...].prefix { isASCIIAlphanumeric($0) || $0 == UInt8(ascii: "-") }
      .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// The void elements of HTML, which have no end.
  private static let endless: Set<[UInt8]> = Set(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
      .map { (name: String) in Array(name.utf8) })
}
