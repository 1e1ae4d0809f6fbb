internal import CExpat

/// What a reader of XML is told, piece by piece. Names come without their prefixes.
package protocol XMLHandler: AnyObject {
  func start(_ name: XMLText, _ attributes: XMLAttributes)
  func end(_ name: XMLText)
  /// A piece of text in UTF-8; one text may come in several.
  func text(_ bytes: UnsafeRawBufferPointer)
}

/// A name or a value as the parser holds it, for as long as the handler is being told. Nothing is copied: a large sheet has
/// millions of them.
package struct XMLText {
  fileprivate let start: UnsafePointer<CChar>

  package var string: String { String(cString: start) }

  /// In UTF-8.
  package var bytes: UnsafeRawBufferPointer {
    var count = 0
    while start[count] != 0 { count += 1 }
    return UnsafeRawBufferPointer(start: start, count: count)
  }

  package static func == (text: XMLText, other: StaticString) -> Bool {
    let bytes = UnsafeRawPointer(text.start).assumingMemoryBound(to: UInt8.self)
    // The zero at the text's end is equal to no byte of the other.
    for index in 0..<other.utf8CodeUnitCount where bytes[index] != other.utf8Start[index] { return false }
    return bytes[other.utf8CodeUnitCount] == 0
  }

  package static func ~= (pattern: StaticString, text: XMLText) -> Bool { text == pattern }
}

/// The attributes of an element, for as long as the handler is being told.
package struct XMLAttributes {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of the first attribute of a name.
  package subscript(name: StaticString) -> XMLText? {
    var index = 0
    while let key = pairs?[index], let value = pairs?[index + 1] {
      if localName(key) == name { return XMLText(start: value) }
      index += 2
    }
    return nil
  }
}

/// Reads XML as it comes, and holds nothing of it. A document type, with which entities could grow without end, ends it.
package final class XMLReader {
  private let parser: XML_Parser
  private let handler: any XMLHandler
  private var isFaulty = false

  /// Nil where there is no memory.
  package init?(_ handler: any XMLHandler) {
    guard let parser = XML_ParserCreate(nil) else { return nil }
    self.parser = parser
    self.handler = handler
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let reader = XMLReader.at(data), let name else { return }
        reader.handler.start(localName(name), XMLAttributes(pairs: attributes))
      },
      { data, name in
        guard let reader = XMLReader.at(data), let name else { return }
        reader.handler.end(localName(name))
      })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let reader = XMLReader.at(data), let text else { return }
      reader.handler.text(UnsafeRawBufferPointer(start: text, count: Int(count)))
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let reader = XMLReader.at(data) else { return }
      XML_StopParser(reader.parser, XML_Bool(0))
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Reads on; false where the text is no XML.
  package func read(_ piece: UnsafeRawBufferPointer) -> Bool { parse(piece, isLast: false) }

  /// Says that the text ends here; false where it is cut off.
  package func finish() -> Bool { parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true) }

  private func parse(_ piece: UnsafeRawBufferPointer, isLast: Bool) -> Bool {
    guard !isFaulty else { return false }
    let text = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
    isFaulty = XML_Parse(parser, text, Int32(clamping: piece.count), isLast ? 1 : 0) != XML_STATUS_OK
    return !isFaulty
  }

  private static func at(_ data: UnsafeMutableRawPointer?) -> XMLReader? {
    data.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }
}

private func localName(_ name: UnsafePointer<CChar>) -> XMLText {
  var start = name
  var next = name
  while next.pointee != 0 {
    if next.pointee == 0x3A { start = next + 1 }
    next += 1
  }
  return XMLText(start: start)
}
