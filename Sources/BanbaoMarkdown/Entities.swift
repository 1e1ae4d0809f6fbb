/// The entities of an author's text, such as `&amp;` and `&#x4e2d;`.
struct Entities {
  private var meanings: [[UInt8]: [UInt8]] = [:]
  /// HTML has 2,125 names; a text with more is no text.
  private let most = 4096

  /// What stands at an `&`: how many bytes the entity takes, and what it means; nil where it is none.
  ///
  /// - Parameter isEscapable: whether a backslash makes it none; not so in addresses and titles.
  mutating func entity(
    in text: UnsafeBufferPointer<UInt8>, at start: Int, isEscapable: Bool = true
  ) -> (length: Int, meaning: [UInt8])? {
    var end = start + 1
    if end < text.count, text[end] == UInt8(ascii: "#") { end += 1 }
    let name = end
    while end < text.count, end - start < 34, isASCIIAlphanumeric(text[end]) { end += 1 }
    guard end > name, end < text.count, text[end] == UInt8(ascii: ";"), !isEscapable || !isEscaped(text, start) else {
      return nil
    }
    let key = Array(text[start...end])
    if let known = meanings[key] { return known.isEmpty ? nil : (key.count, known) }
    guard meanings.count < most else { return nil }
    let meaning = key.withUnsafeBufferPointer(meaningOfEntity)
    meanings[key] = meaning ?? []
    return meaning.map { (key.count, $0) }
  }
}
