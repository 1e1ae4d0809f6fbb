/// One tag as it stands in the bytes of a template.
struct ScannedTag {
  enum Kind {
    case value, unescapedValue, section, inverted, closing, partial, parent, block, comment,
      delimiters
  }

  var kind: Kind
  /// What stands between the delimiters, without the mark and white space.
  var name: Range<Int>
  var range: Range<Int>
  var position: Position
  /// In scalars; of a tag over several lines, that of its opening delimiter.
  var length: Int
}

/// Finds tags in bytes, from the front to the back.
struct TemplateScanner {
  enum Found {
    case tag(ScannedTag)
    /// An opening delimiter without its closing one: `resume` is where reading goes on.
    case unclosed(Position, length: Int, resume: Int)
  }

  let bytes: [UInt8]
  /// Behind a byte order mark, where there is one.
  let start: Int
  private var opening = Array("{{".utf8)
  private var closing = Array("}}".utf8)
  private var marked: (offset: Int, position: Position)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    marked = (start, Position(line: 1, column: 1))
  }

  /// The next tag at `offset` or behind it, and where its opening delimiter stands.
  mutating func next(from offset: Int) -> (at: Int, found: Found)? {
    guard let start = find(opening, from: offset) else { return nil }
    return (start, tag(at: start))
  }

  private mutating func tag(at start: Int) -> Found {
    let inside = skippingSpace(from: start + opening.count)
    let kind = kind(of: inside < bytes.count ? bytes[inside] : 0)
    let nameStart = kind == .value ? inside : inside + 1
    let ending: [UInt8] =
      switch kind {
      case .unescapedValue where bytes[inside] == UInt8(ascii: "{"): [UInt8(ascii: "}")] + closing
      case .delimiters: [UInt8(ascii: "=")] + closing
      default: closing
      }
    // A tag that holds another opening delimiter was not closed; a comment may hold anything.
    let bound = kind == .comment || opening == closing ? nil : find(opening, from: nameStart)
    guard let end = find(ending, from: nameStart, before: bound) else {
      let position = position(at: start)
      return .unclosed(position, length: scalars(in: opening), resume: bound ?? bytes.count)
    }
    let range = start..<end + ending.count
    let position = position(at: range.lowerBound)
    let behind = self.position(at: range.upperBound)
    let length =
      behind.line == position.line ? behind.column - position.column : scalars(in: opening)
    return .tag(
      ScannedTag(
        kind: kind, name: trimmed(nameStart..<end), range: range, position: position,
        length: max(1, length)))
  }

  private func kind(of mark: UInt8) -> ScannedTag.Kind {
    switch mark {
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .inverted
    case UInt8(ascii: "/"): .closing
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "<"): .parent
    case UInt8(ascii: "$"): .block
    case UInt8(ascii: "!"): .comment
    case UInt8(ascii: "="): .delimiters
    case UInt8(ascii: "{"), UInt8(ascii: "&"): .unescapedValue
    default: .value
    }
  }

  /// Takes the delimiters out of `{{=<% %>=}}`; false where there are not two of them.
  mutating func setDelimiters(_ name: Range<Int>) -> Bool {
    let words = bytes[name].split(whereSeparator: isSpace)
    guard words.count == 2, !words[0].contains(UInt8(ascii: "=")),
      !words[1].contains(UInt8(ascii: "="))
    else {
      return false
    }
    opening = Array(words[0])
    closing = Array(words[1])
    return true
  }

  /// Where a byte stands. Asked from the front to the back, so that a file is counted once.
  mutating func position(at offset: Int) -> Position {
    if offset < marked.offset { marked = (start, Position(line: 1, column: 1)) }
    var position = marked.position
    let end = min(offset, bytes.count)
    for index in marked.offset..<end {
      let byte = bytes[index]
      let isReturn = byte == UInt8(ascii: "\r") && (index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n"))
      if byte == UInt8(ascii: "\n") || isReturn {
        position.line += 1
        position.column = 1
      } else if byte & 0xC0 != 0x80 {
        position.column += 1
      }
    }
    marked = (end, position)
    return position
  }

  private func find(_ needle: [UInt8], from offset: Int, before bound: Int? = nil) -> Int? {
    guard let first = needle.first else { return nil }
    let last = min(bound ?? bytes.count, bytes.count) - needle.count
    guard offset <= last else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      for index in offset...last where bytes[index] == first {
        if bytes[index..<index + needle.count].elementsEqual(needle) { return index }
      }
      return nil
    }
  }

  private func scalars(in bytes: [UInt8]) -> Int { max(1, bytes.count { $0 & 0xC0 != 0x80 }) }

  private func skippingSpace(from offset: Int) -> Int {
    var index = offset
    while index < bytes.count, isSpace(bytes[index]) { index += 1 }
    return index
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, isSpace(bytes[lower]) { lower += 1 }
    while upper > lower, isSpace(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }
}

private func isSpace(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || (UInt8(ascii: "\t")...UInt8(ascii: "\r")).contains(byte)
}
