/// The lines of a template, as far as they decide which tags stand alone.
///
/// A line with nothing but one structural tag and white space vanishes from the output (Mustache calls the tag
/// "standalone"). Lines end with LF or CR LF.
struct TemplateLines {
  let bytes: [UInt8]
  let start: Int

  func isLineStart(_ offset: Int) -> Bool {
    offset <= start || bytes[offset - 1] == UInt8(ascii: "\n")
  }

  /// The blanks from the beginning of the line up to `offset`; nil where something else stands before it.
  func spaceBefore(_ offset: Int) -> Range<Int>? {
    var lower = offset
    while lower > start, isBlank(bytes[lower - 1]) { lower -= 1 }
    return isLineStart(lower) ? lower..<offset : nil
  }

  /// The beginning of the next line, where only blanks stand between `offset` and the end of its line.
  func lineEnd(after offset: Int) -> Int? {
    let end = endOfSpace(offset)
    if end == bytes.count { return end }
    if bytes[end] == UInt8(ascii: "\n") { return end + 1 }
    if bytes[end] == UInt8(ascii: "\r"), end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "\n") {
      return end + 2
    }
    return nil
  }

  func endOfSpace(_ offset: Int) -> Int {
    var end = offset
    while end < bytes.count, isBlank(bytes[end]) { end += 1 }
    return end
  }

  /// The white space that leads the first line with content in a range that begins with a line; nil where all is blank.
  func intrinsicIndent(_ range: Range<Int>) -> Range<Int>? {
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard let next = lineEnd(after: offset) else {
        return offset..<min(endOfSpace(offset), range.upperBound)
      }
      offset = next
    }
    return nil
  }

  /// Appends a stretch of text as lines and what stands on them. With a tag behind it, the last line is not blank.
  func appendText(_ range: Range<Int>, beforeTag: Bool, to nodes: inout [Node]) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let end =
        bytes[offset..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
        ?? range.upperBound
      if isLineStart(offset) {
        let content = min(endOfSpace(offset), end)
        let isLast = end == range.upperBound && bytes[end - 1] != UInt8(ascii: "\n")
        let isBlank = lineEnd(after: offset) != nil && !(isLast && beforeTag)
        nodes.append(.lineStart(space: offset..<content, isBlank: isBlank))
        offset = content
      }
      if offset < end { nodes.append(.text(offset..<end)) }
      offset = end
    }
    if beforeTag, isLineStart(range.upperBound) {
      nodes.append(.lineStart(space: range.upperBound..<range.upperBound, isBlank: false))
    }
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
