/// The words of a PDF, as far as its fonts say which characters their codes stand for (ISO 32000-1, 9.10.3).
///
/// Which font a word is set in is not followed: it is read by each table of the file that knows its codes.
struct PDFText {
  /// In UTF-8, a line a piece that is set by itself.
  private(set) var text: [UInt8] = []
  /// Whether each word could be read.
  private(set) var isWhole = true

  /// How much text is made, in bytes.
  private static let longest = 8 << 20

  /// - Parameters:
  ///   - streams: unpacked.
  ///   - isUnicode: whether a font of the file has UTF-16 for its codes.
  init(_ streams: [[UInt8]], isUnicode: Bool) {
    var tables: [CharacterTable] = []
    var pieces: [[UInt8]] = []
    for stream in streams {
      var marks = stream.places(of: "begincmap")
      if marks.next() != nil {
        let table = CharacterTable(stream)
        if !table.characters.isEmpty { tables.append(table) }
      } else {
        pieces += shownPieces(stream)
      }
    }
    for piece in pieces where text.count < Self.longest {
      var isRead = false
      if piece.allSatisfy({ (0x20...0x7E).contains($0) }) {
        text += piece + [0x0A]
        isRead = true
      }
      let readings = tables.map { $0.characters(of: piece) } + (isUnicode ? [utf16(piece)] : [])
      for case let units? in readings {
        text += Array(String(decoding: units, as: UTF16.self).utf8) + [0x0A]
        isRead = true
      }
      if !isRead { isWhole = false }
    }
    if text.count >= Self.longest { isWhole = false }
  }
}

/// Two bytes a unit, the higher first; nil where one is left over.
private func utf16(_ bytes: [UInt8]) -> [UInt16]? {
  bytes.count % 2 == 0
    ? stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) } : nil
}

/// What a page sets at one go: the strings up to the next operator that moves to another place.
private func shownPieces(_ stream: [UInt8]) -> [[UInt8]] {
  var pieces: [[UInt8]] = []
  var piece: [UInt8] = []
  var isText = false
  var index = 0
  while index < stream.count {
    let byte = stream[index]
    if isText, byte == UInt8(ascii: "(") || byte == UInt8(ascii: "<"),
      let string = pdfBytes(stream[index...].prefix(0xFFFF))
    {
      piece += string.bytes
      index = string.end
      continue
    }
    let start = index
    while index < stream.count, (stream[index] | 0x20) &- 0x61 < 26 || stream[index] == UInt8(ascii: "*") { index += 1 }
    if index == start {
      index += 1
      continue
    }
    switch stream[start..<index] {
    case let word where word.elementsEqual("BT".utf8): isText = true
    case let word where word.elementsEqual("Tj".utf8) || word.elementsEqual("TJ".utf8) || word.elementsEqual("Tf".utf8):
      break
    default:
      if !piece.isEmpty { pieces.append(piece) }
      piece = []
      if stream[start..<index].elementsEqual("ET".utf8) { isText = false }
    }
  }
  return piece.isEmpty ? pieces : pieces + [piece]
}

/// The characters, as UTF-16, that a ToUnicode table gives for codes of one byte or two.
private struct CharacterTable {
  private(set) var characters: [UInt16: [UInt16]] = [:]
  /// How long its codes are, in bytes.
  private var size = 2

  init(_ stream: [UInt8]) {
    for (mark, count) in [("beginbfchar" as StaticString, 2), ("beginbfrange", 3)] {
      var places = stream.places(of: mark)
      while let place = places.next(), characters.count <= 0xFFFF { readLines(stream[place...], count) }
    }
  }

  /// What codes stand for; nil where it knows fewer than all.
  func characters(of piece: [UInt8]) -> [UInt16]? {
    let codes = size == 1 ? piece.map { UInt16($0) } : utf16(piece)
    var units: [UInt16] = []
    for code in codes ?? [] {
      guard let found = characters[code] else { return nil }
      units += found
    }
    return units.isEmpty ? nil : units
  }

  /// Reads the lines of one section, of so many strings each, the last of which may be a list.
  private mutating func readLines(_ section: ArraySlice<UInt8>, _ count: Int) {
    var strings: [[UInt8]] = []
    var list: [[UInt8]]?
    var index = section.startIndex
    while index < section.endIndex, characters.count <= 0xFFFF {
      var isEnd = false
      switch section[index] {
      case UInt8(ascii: "<"):
        guard let string = pdfBytes(section[index...]) else { return }
        if list != nil { list?.append(string.bytes) } else { strings.append(string.bytes) }
        index = string.end
        isEnd = strings.count == count
      case UInt8(ascii: "["):
        list = []
        index += 1
      case UInt8(ascii: "]"):
        index += 1
        isEnd = true
      case UInt8(ascii: "e") where section[index...].starts(with: "endbf".utf8): return
      default: index += 1
      }
      guard isEnd else { continue }
      add(strings, list)
      strings = []
      list = nil
    }
  }

  /// Adds a code and its character, or the first and the last code and the first character or all.
  private mutating func add(_ strings: [[UInt8]], _ list: [[UInt8]]?) {
    func code(_ bytes: [UInt8]) -> UInt16 { bytes.suffix(2).reduce(0) { $0 << 8 | UInt16($1) } }
    func units(_ bytes: [UInt8]) -> [UInt16] { bytes.count == 1 ? [UInt16(bytes[0])] : utf16(bytes) ?? [] }
    guard strings.count >= 2, (1...2).contains(strings[0].count) else { return }
    size = strings[0].count
    let first = code(strings[0])
    if strings.count == 2, list == nil {
      characters[first] = units(strings[1])
      return
    }
    let last = code(strings[1])
    guard last >= first else { return }
    for (offset, key) in (first...last).enumerated() {
      if let list {
        guard offset < list.count else { return }
        characters[key] = units(list[offset])
      } else {
        var shown = units(strings[2])
        guard let end = shown.indices.last else { return }
        shown[end] &+= UInt16(truncatingIfNeeded: offset)
        characters[key] = shown
      }
    }
  }
}
