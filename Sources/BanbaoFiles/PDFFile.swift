internal import CZlib

/// What the properties of a PDF tell, and its text as far as it can be read without its fonts.
package struct PDFFile: Sendable, Hashable {
  /// Each author that the file names, once; in its information dictionary, its metadata, or both.
  package private(set) var authors: [String] = []
  /// Whether its words are encrypted, those of its properties too.
  package private(set) var isEncrypted = false
  /// Its words in UTF-8.
  package private(set) var text: [UInt8] = []
  /// Whether all of its words are in the text: not where fonts do not say what their codes mean. Pictures of words are none.
  package private(set) var isWhole = true

  /// How much of the streams is unpacked in all, in bytes.
  private static let largest = 32 << 20

  package init(_ bytes: [UInt8]) {
    var encryptions = bytes.places(of: "/Encrypt")
    isEncrypted = encryptions.next() != nil
    if isEncrypted { return }
    search(bytes)
    var room = Self.largest
    // Since PDF 1.5 dictionaries may lie in packed streams, and so may the metadata.
    for mark in ["/ObjStm", "/Metadata"] as [StaticString] {
      var places = bytes.places(of: mark)
      while let place = places.next(), room > 0 {
        let near = bytes[place..<min(bytes.count, place + 2048)]
        var streams = near.places(of: "stream")
        guard let stream = streams.next() else { continue }
        var start = stream + 6
        while start < bytes.count, bytes[start] == 0x0D || bytes[start] == 0x0A { start += 1 }
        let unpacked = inflated(bytes[start...], limit: room)
        room -= unpacked.count
        search(unpacked)
      }
    }
    let isUnicode = ["/UniGB-UCS2-H", "/UniGB-UTF16-H"].contains { (mark: StaticString) -> Bool in
      var places = bytes.places(of: mark)
      return places.next() != nil
    }
    let (streams, isAll) = streams(of: bytes)
    let words = PDFText(streams, isUnicode: isUnicode)
    text = words.text
    isWhole = isAll && words.isWhole
  }

  /// The streams that may hold words or say what codes mean, unpacked, and whether those are all.
  private func streams(of bytes: [UInt8]) -> ([[UInt8]], isAll: Bool) {
    var streams: [[UInt8]] = []
    var isAll = true
    var room = Self.largest
    var places = bytes.places(of: "stream")
    while let place = places.next() {
      if bytes[..<place].suffix(3).elementsEqual("end".utf8) { continue }
      // What stands before it says what it holds.
      let near = bytes[max(0, place - 400)..<place]
      let words = near[(near.lastIndex(of: UInt8(ascii: "j")) ?? near.startIndex)...]
      func says(_ word: StaticString) -> Bool {
        var found = words.places(of: word)
        return found.next() != nil
      }
      let others: [StaticString] = [
        "/Subtype/Image", "/Subtype /Image", "/DCTDecode", "/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode", "/Length1",
        "/Length2", "/ObjStm", "/XRef", "/Metadata",
      ]
      if others.contains(where: says) { continue }
      let isText85 = says("/ASCII85Decode") || says("/A85")
      guard room > 0, !says("/LZWDecode"), !says("/Filter") || says("/FlateDecode") || isText85 else {
        isAll = false
        continue
      }
      var start = place + 6
      while start < bytes.count, bytes[start] == 0x0D || bytes[start] == 0x0A { start += 1 }
      if isText85 {
        let packed = decoded85(bytes[start...])
        streams.append(says("/FlateDecode") ? inflated(packed[...], limit: room) : packed)
      } else if says("/FlateDecode") {
        streams.append(inflated(bytes[start...], limit: room))
      } else {
        var ends = bytes[start...].places(of: "endstream")
        streams.append(Array(bytes[start..<(ends.next() ?? bytes.count)]))
      }
      room -= streams.last?.count ?? 0
    }
    return (streams, isAll)
  }

  private mutating func search(_ bytes: [UInt8]) {
    var places = bytes.places(of: "/Author")
    while let place = places.next() {
      if let text = pdfString(bytes[(place + 7)...]) { add(text) }
    }
    var packets = bytes.places(of: "<rdf:RDF")
    while let start = packets.next() {
      var ends = bytes[start...].places(of: "</rdf:RDF>")
      guard let end = ends.next() else { return }
      let creators = Creators()
      // The prefixes are declared outside of the piece; the reader does not ask for them.
      if let reader = XMLReader(creators) {
        _ = bytes[start..<end].withUnsafeBytes { reader.read($0) }
        for name in creators.names { add(name) }
      }
    }
  }

  private mutating func add(_ author: String) {
    let author = author.trimmed
    if !author.isEmpty, !authors.contains(author), authors.count < 10 { authors.append(author) }
  }
}

extension String {
  /// Without blanks and zeros around it.
  fileprivate var trimmed: String {
    func isBlank(_ character: Character) -> Bool { character.isWhitespace || character == "\0" }
    return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}

/// The items below `dc:creator`.
private final class Creators: XMLHandler {
  var names: [String] = []
  private var isCreator = false
  private var text: [UInt8] = []

  func start(_ name: XMLText, _ attributes: XMLAttributes) {
    if name == "creator" { isCreator = true }
    text = []
  }

  func end(_ name: XMLText) {
    if isCreator, name == "li" { names.append(String(decoding: text, as: UTF8.self)) }
    if name == "creator" { isCreator = false }
  }

  func text(_ bytes: UnsafeRawBufferPointer) { if isCreator { text += bytes } }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// The places where a word stands, from the first on.
  func places(of word: StaticString) -> Places<Self> {
    Places(bytes: self, word: Array(word.description.utf8), index: startIndex)
  }
}

struct Places<Bytes: RandomAccessCollection<UInt8>> where Bytes.Index == Int {
  let bytes: Bytes
  let word: [UInt8]
  var index: Int

  mutating func next() -> Int? {
    while index + word.count <= bytes.endIndex {
      let place = index
      index += 1
      if bytes[place] == word[0], bytes[place..<place + word.count].elementsEqual(word) {
        index = place + word.count
        return place
      }
    }
    return nil
  }
}

/// A string of PDF, `(…)` or `<…>`, behind a key and blanks; nil where there is none.
private func pdfString(_ bytes: ArraySlice<UInt8>) -> String? {
  pdfBytes(bytes.prefix(2048).drop { $0 == 0x20 || (0x09...0x0D).contains($0) }).map { pdfText($0.bytes) }
}

/// The bytes of a string of PDF that begins here, and where it ends; nil where none does.
func pdfBytes(_ rest: ArraySlice<UInt8>) -> (bytes: [UInt8], end: Int)? {
  var text: [UInt8] = []
  switch rest.first {
  case UInt8(ascii: "<"):
    var half: UInt8?
    for index in rest.indices.dropFirst() {
      if rest[index] == UInt8(ascii: ">") { return (text, index + 1) }
      guard let digit = Character(Unicode.Scalar(rest[index])).hexDigitValue.map({ UInt8($0) }) else {
        if rest[index] == UInt8(ascii: "<") { return nil }
        continue
      }
      if let first = half { text.append(first << 4 | digit) }
      half = half == nil ? digit : nil
    }
    return nil
  case UInt8(ascii: "("):
    var depth = 0
    var index = rest.startIndex
    while index < rest.endIndex {
      let byte = rest[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\\"):
        guard index < rest.endIndex else { return nil }
        let digits = rest[index...].prefix(3).prefix { (0x30...0x37).contains($0) }
        if digits.isEmpty {
          text.append([0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09][rest[index]] ?? rest[index])
          index += 1
        } else {
          text.append(UInt8(truncatingIfNeeded: digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }))
          index += digits.count
        }
        continue
      case UInt8(ascii: "("):
        depth += 1
        if depth == 1 { continue }
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return (text, index) }
      default: break
      }
      text.append(byte)
    }
    return nil
  default: return nil
  }
}

/// UTF-16 behind its mark, else UTF-8 where it is that, else Latin letters.
private func pdfText(_ bytes: [UInt8]) -> String {
  if bytes.starts(with: [0xFE, 0xFF]) {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    return String(decoding: units, as: UTF16.self)
  }
  return String(validating: bytes, as: UTF8.self) ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
}

/// Five printable characters for four bytes (ISO 32000-1, 7.4.3), as far as `~`.
private func decoded85(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  var group: [UInt32] = []
  func value(_ group: [UInt32]) -> UInt32 { group.reduce(0) { $0 &* 85 &+ $1 } }
  func four(_ value: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
  for byte in bytes {
    if byte == UInt8(ascii: "~") { break }
    if byte == UInt8(ascii: "z"), group.isEmpty { result += [0, 0, 0, 0] }
    guard (0x21...0x75).contains(byte) else { continue }
    group.append(UInt32(byte - 0x21))
    if group.count == 5 {
      result += four(value(group))
      group = []
    }
  }
  if group.count > 1 {
    let padded = group + Array(repeating: 84, count: 5 - group.count)
    result += four(value(padded)).prefix(group.count - 1)
  }
  return result
}

/// What zlib unpacks, as far as it goes.
private func inflated(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8] {
  var result: [UInt8] = []
  bytes.withUnsafeBufferPointer { source in
    guard let base = source.baseAddress else { return }
    var stream = z_stream()
    stream.next_in = UnsafeMutablePointer(mutating: base)
    stream.avail_in = UInt32(clamping: source.count)
    guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return }
    defer { inflateEnd(&stream) }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var status = Z_OK
    while status == Z_OK, result.count < limit {
      let count = piece.withUnsafeMutableBufferPointer { piece in
        stream.next_out = piece.baseAddress
        stream.avail_out = UInt32(piece.count)
        status = inflate(&stream, Z_NO_FLUSH)
        return piece.count - Int(stream.avail_out)
      }
      if count == 0 { return }
      result += piece[..<count]
    }
  }
  return result
}
