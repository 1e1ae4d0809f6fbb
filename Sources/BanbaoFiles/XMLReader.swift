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
  /// In UTF-8.
  package let bytes: UnsafeRawBufferPointer

  package var string: String { String(decoding: bytes, as: UTF8.self) }

  // Inlined, so that comparing with a name of one letter is comparing two bytes.
  @inline(__always)
  package static func == (text: XMLText, other: StaticString) -> Bool {
    guard text.bytes.count == other.utf8CodeUnitCount else { return false }
    for index in 0..<other.utf8CodeUnitCount where text.bytes[index] != other.utf8Start[index] { return false }
    return true
  }

  @inline(__always)
  package static func ~= (pattern: StaticString, text: XMLText) -> Bool { text == pattern }
}

/// The attributes of an element, for as long as the handler is being told.
package struct XMLAttributes {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of the first attribute of a name.
  package subscript(name: StaticString) -> XMLText? {
    var index = 0
    while let key = pairs?[index], let value = pairs?[index + 1] {
      if localName(key) == name { return XMLText(bytes: UnsafeRawBufferPointer(start: value, count: length(value))) }
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
        guard let name else { return }
        XMLReader.at(data) { $0.handler.start(localName(name), XMLAttributes(pairs: attributes)) }
      },
      { data, name in
        guard let name else { return }
        XMLReader.at(data) { $0.handler.end(localName(name)) }
      })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      XMLReader.at(data) { $0.handler.text(UnsafeRawBufferPointer(start: text, count: Int(count))) }
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      XMLReader.at(data) { _ = XML_StopParser($0.parser, XML_Bool(0)) }
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

  /// The reader that the parser was given; it lives as long as the parser.
  private static func at(_ data: UnsafeMutableRawPointer?, _ tell: (XMLReader) -> Void) {
    guard let data else { return }
    Unmanaged<XMLReader>.fromOpaque(data)._withUnsafeGuaranteedRef(tell)
  }
}

private func localName(_ name: UnsafePointer<CChar>) -> XMLText {
  var start = 0
  var end = 0
  while name[end] != 0 {
    if name[end] == 0x3A { start = end + 1 }
    end += 1
  }
  return XMLText(bytes: UnsafeRawBufferPointer(start: name + start, count: end - start))
}

private func length(_ text: UnsafePointer<CChar>) -> Int {
  var count = 0
  while text[count] != 0 { count += 1 }
  return count
}
