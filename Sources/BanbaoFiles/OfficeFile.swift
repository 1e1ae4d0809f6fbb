/// What a document of Word, Excel, PowerPoint (OOXML) or OFD tells besides what it shows.
package struct OfficeFile: Sendable, Hashable {
  /// Who made it, and who saved it last; empty where it does not say.
  package var author = ""
  package var lastEditor = ""
  package var comments = 0
  /// Insertions and deletions that nobody has accepted yet.
  package var changes = 0
  /// Sheets that its program does not show.
  package var hiddenSheets = 0
  /// All text of all its parts, in UTF-8: a line a paragraph or cell.
  package var text: [UInt8] = []
  /// Whether it could be read to its end.
  package var isWhole = true

  /// How much text is looked at, in bytes: a thousand pages.
  private static let longestText = 8 << 20
  /// How much is unpacked, in bytes: more is no document but a trap.
  private static let largest: UInt64 = 256 << 20

  /// Reads a document; nil where the archive is none, such as any zip file.
  package init?(_ archive: ZipArchive) {
    let entries = archive.entries(limit: 10_000)
    guard entries.contains(where: { $0.path == "[Content_Types].xml" || $0.path == "OFD.xml" }) else { return nil }
    isWhole = entries.reduce(0 as UInt64) { $0 &+ min($1.size, Self.largest + 1) } <= Self.largest
    for entry in entries where entry.path.hasSuffix(".xml") && isWhole {
      if entry.isEncrypted || text.count >= Self.longestText {
        isWhole = false
        break
      }
      let part = OfficePart(entry.path, room: Self.longestText - text.count)
      guard let reader = XMLReader(part) else { continue }
      var unpacked: UInt64 = 0
      let end = archive.read(entry) { piece in
        unpacked += UInt64(piece.count)
        return unpacked <= Self.largest && reader.read(piece)
      }
      if case .whole = end {} else { isWhole = false }
      add(part)
    }
  }

  private mutating func add(_ part: OfficePart) {
    if author.isEmpty { author = part.author }
    if lastEditor.isEmpty { lastEditor = part.lastEditor }
    comments += part.comments
    changes += part.changes
    hiddenSheets += part.hiddenSheets
    text += part.text
  }
}

/// One XML part of a document, as it is read. What an element means follows from its own name: parts name theirs alike.
private final class OfficePart: XMLHandler {
  var author = ""
  var lastEditor = ""
  var comments = 0
  var changes = 0
  var hiddenSheets = 0
  var text: [UInt8] = []

  private let isProperties: Bool
  private let room: Int
  /// What the text now read goes into.
  private var target = Target.text
  private enum Target { case text, author, lastEditor, nowhere }

  init(_ path: String, room: Int) {
    isProperties = path.hasPrefix("docProps/") || path == "OFD.xml"
    self.room = room
  }

  private var isSharedString = false
  /// Properties that authors write.
  private static let described: Set<String> = [
    "title", "subject", "keywords", "keyword", "description", "abstract", "category", "manager", "company",
  ]

  func start(_ name: XMLText, _ attributes: XMLAttributes) {
    switch name {
    case "creator", "Author": target = isProperties ? .author : .text
    case "lastModifiedBy": target = isProperties ? .lastEditor : .text
    // A cell whose value is the number of a text that stands elsewhere.
    case "c": isSharedString = attributes["t"].map { $0 == "s" } ?? false
    case "v": target = isSharedString ? .nowhere : .text
    // Formulas, and the codes of Word's fields.
    case "f": target = .nowhere
    case "comment", "threadedComment", "cm": comments += 1
    case "ins", "del", "moveFrom", "moveTo": changes += 1
    // What is said in attributes: the names of sheets, the descriptions of pictures.
    case "sheet", "docPr":
      if attributes["state"].map({ $0.string.hasSuffix("idden") }) ?? false { hiddenSheets += 1 }
      for value in [attributes["name"], attributes["descr"], attributes["title"]].compactMap({ $0 })
      where text.count < room {
        text += (value.string + "；\n").utf8
      }
    case let name where isProperties && Self.described.contains(name.string.lowercased()): target = .text
    default: target = isProperties ? .nowhere : .text
    }
  }

  func end(_ name: XMLText) {
    target = isProperties ? .nowhere : .text
    switch name {
    // Their texts stand apart, so that no number is read across two of them.
    case "p", "si", "c", "v", "tc", "tr", "row", "comment", "TextObject", "author", "title", "subject",
      "keywords", "description", "category", "oddHeader", "oddFooter":
      if !text.isEmpty, text.last != UInt8(ascii: "\n") { text += "；\n".utf8 }
    case "tab", "br": text.append(UInt8(ascii: " "))
    default: break
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    // Blanks between elements are no text.
    let isBlank = bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    if isBlank, text.last == UInt8(ascii: "\n") || text.isEmpty { return }
    switch target {
    case .nowhere: break
    case .text: if text.count + bytes.count <= room { text += bytes }
    case .author: author += String(decoding: bytes, as: UTF8.self)
    case .lastEditor: lastEditor += String(decoding: bytes, as: UTF8.self)
    }
  }
}
