/// `[label]: address "title"`, which CommonMark takes out of the text.
struct LinkDefinition {
  /// With its line end.
  var range: Range<Int>
  var label: Range<Int>
  var destination: Range<Int>
  /// Empty where there is none.
  var title: Range<Int>

  /// Reads the definition that begins at an offset of a paragraph, as the parser does; nil where there is none.
  ///
  /// The marks of quotations before a line are passed over.
  ///
  /// - Parameter isInTask: whether it stands behind the box of a task, where the parser reads no notes.
  init?(in text: UnsafeBufferPointer<UInt8>, at start: Int, before limit: Int, isInTask: Bool = false) {
    var reader = DefinitionReader(text: text, index: start, limit: min(limit, text.count))
    guard let label = reader.label(), reader.take(UInt8(ascii: ":")), reader.whiteSpace(),
      let destination = reader.destination()
    else { return nil }
    // A note, if it is one word.
    if !isInTask, text[label].first == UInt8(ascii: "^"), !text[label].contains(where: { $0 <= 0x20 }) { return nil }
    self.label = label
    self.destination = destination
    title = reader.index..<reader.index
    let beforeTitle = reader
    if reader.whiteSpace(), reader.index > beforeTitle.index, let found = reader.title(), reader.endLine() {
      title = found
    } else {
      reader = beforeTitle
      guard reader.endLine() else { return nil }
    }
    range = start..<reader.index
  }
}

private struct DefinitionReader {
  let text: UnsafeBufferPointer<UInt8>
  var index: Int
  let limit: Int

  private var byte: UInt8? { index < limit ? text[index] : nil }

  private var escapes: Bool {
    byte == UInt8(ascii: "\\") && index + 1 < limit && isASCIIPunctuation(text[index + 1])
  }

  mutating func take(_ wanted: UInt8) -> Bool {
    guard byte == wanted else { return false }
    index += 1
    return true
  }

  mutating func label() -> Range<Int>? {
    guard take(UInt8(ascii: "[")) else { return nil }
    let start = index
    var isBlank = true
    while let byte, index - start <= 1000, byte != UInt8(ascii: "[") {
      if byte == UInt8(ascii: "]") {
        let label = start..<index
        index += 1
        return isBlank ? nil : label
      }
      if byte > 0x20 { isBlank = false }
      if byte == 0x0A || byte == 0x0D {
        guard passLineEnd() else { return nil }
      } else {
        index += escapes ? 2 : 1
      }
    }
    return nil
  }

  mutating func destination() -> Range<Int>? {
    if take(UInt8(ascii: "<")) {
      let start = index
      while let byte, byte != 0x0A, byte != 0x0D, byte != UInt8(ascii: "<") {
        if byte == UInt8(ascii: ">") {
          index += 1
          return start..<index - 1
        }
        index += escapes ? 2 : 1
      }
      return nil
    }
    let start = index
    var depth = 0
    scan: while let byte {
      switch byte {
      case 0...0x20, 0x7F: break scan
      case UInt8(ascii: "("):
        depth += 1
        if depth > 32 { return nil }
      case UInt8(ascii: ")"):
        if depth == 0 { break scan }
        depth -= 1
      default: break
      }
      index += escapes ? 2 : 1
    }
    return index > start && depth == 0 ? start..<index : nil
  }

  mutating func title() -> Range<Int>? {
    guard let opener = byte else { return nil }
    let closer: UInt8
    switch opener {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): closer = opener
    case UInt8(ascii: "("): closer = UInt8(ascii: ")")
    default: return nil
    }
    index += 1
    let start = index
    while let byte {
      if byte == closer {
        index += 1
        return start..<index - 1
      }
      if byte == opener { return nil }
      if byte == 0x0A || byte == 0x0D {
        guard passLineEnd() else { return nil }
      } else {
        index += escapes ? 2 : 1
      }
    }
    return nil
  }

  /// Passes white space with at most one line end; false where the paragraph ends.
  mutating func whiteSpace() -> Bool {
    passSpaces()
    guard byte == 0x0A || byte == 0x0D else { return true }
    return passLineEnd()
  }

  /// Passes the rest of the line; false where it holds anything.
  mutating func endLine() -> Bool {
    passSpaces()
    guard let byte else { return true }
    guard byte == 0x0A || byte == 0x0D else { return false }
    index += 1
    if byte == 0x0D { _ = take(0x0A) }
    return true
  }

  /// Passes a line end and the marks of quotations behind it; false before a blank line.
  private mutating func passLineEnd() -> Bool {
    guard endLine() else { return false }
    while let byte, byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">") { index += 1 }
    return byte.map { $0 != 0x0A && $0 != 0x0D } ?? false
  }

  private mutating func passSpaces() {
    while let byte, byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C { index += 1 }
  }
}
