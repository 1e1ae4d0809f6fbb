internal import CExpat

/// What a reader of XML is told, piece by piece. Names come without their prefixes.
package protocol XMLHandler: AnyObject {
  func start(_ name: String, _ attributes: [(name: String, value: String)])
  func end(_ name: String)
  /// A piece of text in UTF-8; one text may come in several.
  func text(_ bytes: UnsafeRawBufferPointer)
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
        reader.handler.start(localName(name), pairs(attributes))
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
  package func read(_ piece: UnsafeRawBufferPointer) -> Bool {
    guard !isFaulty else { return false }
    isFaulty =
      XML_Parse(parser, piece.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(piece.count), 0) != XML_STATUS_OK
    return !isFaulty
  }

  private static func at(_ data: UnsafeMutableRawPointer?) -> XMLReader? {
    data.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }
}

private func localName(_ name: UnsafePointer<XML_Char>) -> String {
  let name = String(cString: name)
  return name.utf8.lastIndex(of: UInt8(ascii: ":")).map { String(name[name.utf8.index(after: $0)...]) } ?? name
}

private func pairs(
  _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
) -> [(name: String, value: String)] {
  var pairs: [(name: String, value: String)] = []
  var index = 0
  while let name = attributes?[index], let value = attributes?[index + 1] {
    pairs.append((localName(name), String(cString: value)))
    index += 2
  }
  return pairs
}
