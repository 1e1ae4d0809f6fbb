/// The id that a heading's text gets: its letters, digits and Han characters, white space as `-`; never empty.
///
/// By it a caller can tell which heading an author's fragment means. Letters keep their case.
package func headingID(_ text: String) -> String {
  var id: [UInt8] = []
  var text = text
  text.withUTF8 { utf8 in
    var index = 0
    var gap = false
    while index < utf8.count {
      let (value, length) = scalar(utf8, at: index)
      defer { index += length }
      if isMarkdownSpace(value) {
        gap = !id.isEmpty
        continue
      }
      guard belongsInID(value) else { continue }
      if gap { id.append(UInt8(ascii: "-")) }
      gap = false
      id.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[index..<index + length]))
    }
  }
  return id.isEmpty ? "section" : String(decoding: id, as: UTF8.self)
}

private func belongsInID(_ value: UInt32) -> Bool {
  if value < 0x80 {
    let byte = UInt8(value)
    return isASCIIAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
  if isEastAsianLetter(value) { return true }
  // Not a question for Unicode's tables.
  if isEastAsianPunctuation(value) { return false }
  guard let properties = Unicode.Scalar(value)?.properties else { return false }
  return properties.isAlphabetic || properties.numericType != nil
    || properties.generalCategory == .nonspacingMark
}

/// Gives each heading of one body its own id.
struct HeadingIDs {
  private var taken: Set<String> = []
  private var counts: [String: Int] = [:]

  mutating func id(for text: String) -> String {
    var base = headingID(text)
    // The ids of footnotes begin so.
    if base.utf8.first == UInt8(ascii: "f"), base.hasPrefix("fn-") || base.hasPrefix("fnref-") {
      base = "section-" + base
    }
    var id = base
    while !taken.insert(id).inserted {
      let number = counts[base, default: 1] + 1
      counts[base] = number
      id = "\(base)-\(number)"
    }
    return id
  }
}
