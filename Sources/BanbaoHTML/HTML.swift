/// Bytes of UTF-8 that are safe to stand in the body of a page.
///
/// Only escaping and the Markdown renderer make it; `ArchitectureTests` names the files that may call
/// `init(rendered:)`.
package struct HTML: Sendable, Hashable {
  private enum Storage: Sendable {
    case memory([UInt8])
    case spool(SpooledBytes)
  }

  private let storage: Storage

  package var bytes: [UInt8] {
    switch storage {
    case .memory(let bytes): bytes
    case .spool(let bytes): bytes.bytes
    }
  }

  /// For renderers that have escaped every piece of foreign text themselves.
  ///
  /// A preview keeps the HTML of every body, so the spare room that a growing buffer has is given back.
  package init(rendered bytes: [UInt8]) {
    storage = .memory(bytes.capacity - bytes.count > 512 ? bytes.withUnsafeBufferPointer { Array($0) } : bytes)
  }

  /// Plain text as HTML.
  package init(escaping text: String) {
    var bytes: [UInt8] = []
    bytes.appendEscaped(text)
    storage = .memory(bytes)
  }

  private init(_ bytes: SpooledBytes) { storage = .spool(bytes) }

  /// The HTML with its bytes in a spool, as far as that takes them.
  package func spooled(in spool: (any Spool)?) -> HTML {
    guard let spool, case .memory(let bytes) = storage, !bytes.isEmpty else { return self }
    return SpooledBytes(bytes, in: spool).map { HTML($0) } ?? self
  }

  package static func == (a: HTML, b: HTML) -> Bool { a.bytes == b.bytes }
  package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }

  /// Plain text in which lines may end between characters that Chinese text would else keep together.
  ///
  /// - Parameters:
  ///   - breaks: where they may, as offsets of its UTF-8 between characters, in ascending order.
  ///   - parts: where they end first: what stands between two of these is parted only where it is wider than a line.
  package init(escaping text: String, breaks: [Int], parts: [Int] = []) {
    var bytes: [UInt8] = []
    var text = text
    text.withUTF8 { utf8 in
      func append(_ range: Range<Int>) { bytes.appendEscaped(UnsafeBufferPointer(rebasing: utf8[range])) }
      func append(_ tag: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: tag.utf8Start, count: tag.utf8CodeUnitCount))
      }
      // Titles are many, and few have parts.
      let places = parts.isEmpty ? breaks : Set(breaks).union(parts).sorted()
      bytes.reserveCapacity(utf8.count + 5 * places.count + 28 * (parts.isEmpty ? 0 : parts.count + 1))
      var start = 0
      if !parts.isEmpty { append(#"<span class="phrase">"#) }
      for place in places where start < place && place < utf8.count {
        append(start..<place)
        append(parts.contains(place) ? #"</span><wbr><span class="phrase">"# : "<wbr>")
        start = place
      }
      append(start..<utf8.count)
      if !parts.isEmpty { append("</span>") }
    }
    self.init(rendered: bytes)
  }

  /// The text with each amount of money on one line: 186,300.00元 is else parted before its unit.
  package var withWholeAmounts: HTML {
    let whole = bytes
    return whole.withUnsafeBufferPointer { bytes in
      var out: [UInt8] = []
      var written = 0
      var (seen, isInTag) = (0, false)
      for end in units(of: "元", in: bytes) {
        var start = end - 3
        if ["万", "亿"].contains(where: { ends(bytes[written..<start], with: $0) }) { start -= 3 }
        if start > written, bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
        let figures = start
        while start > written, isOfNumber(bytes[start - 1]) { start -= 1 }
        // What is longer than any amount may be parted.
        guard start < figures, figures - start <= 20 else { continue }
        // The writer escapes both signs wherever they are text.
        while seen < start {
          if bytes[seen] == UInt8(ascii: "<") { isInTag = true }
          if bytes[seen] == UInt8(ascii: ">") { isInTag = false }
          seen += 1
        }
        if isInTag { continue }
        out += bytes[written..<start]
        out += Array(#"<span class="whole">"#.utf8)
        out += bytes[start..<end]
        out += Array("</span>".utf8)
        written = end
      }
      return HTML(rendered: written == 0 ? whole : out + bytes[written...])
    }
  }

  package static let empty = HTML(rendered: [])
  package var isEmpty: Bool {
    switch storage {
    case .memory(let bytes): bytes.isEmpty
    case .spool(let bytes): bytes.count == 0
    }
  }
  /// The bytes from one place between elements to another; what lies outside is cut off.
  package func slice(_ range: Range<Int>) -> HTML {
    let bytes = bytes
    return HTML(rendered: Array(bytes[range.clamped(to: 0..<bytes.count)]))
  }
  package var string: String { String(decoding: bytes, as: UTF8.self) }
}

/// The ends of a sign of three bytes.
private func units(of sign: String, in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
  let sign = Array(sign.utf8)
  var ends: [Int] = []
  var index = 2
  while index < bytes.count {
    if bytes[index] == sign[2], bytes[index - 1] == sign[1], bytes[index - 2] == sign[0] { ends.append(index + 1) }
    index += 1
  }
  return ends
}

private func ends(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, with sign: String) -> Bool {
  bytes.suffix(3).elementsEqual(sign.utf8)
}

private func isOfNumber(_ byte: UInt8) -> Bool {
  byte &- 0x30 < 10 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")
}

extension [UInt8] {
  /// Appends text with `&`, `<`, `>`, `"` and `'` escaped: safe in element content and in quoted attributes.
  @inlinable
  package mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { appendEscaped($0) }
  }

  /// Appends UTF-8 with `&`, `<`, `>`, `"` and `'` escaped.
  @inlinable
  package mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in 0..<utf8.count {
      let entity: StaticString
      switch utf8[index] {
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "<"): entity = "&lt;"
      case UInt8(ascii: ">"): entity = "&gt;"
      case UInt8(ascii: "\""): entity = "&quot;"
      case UInt8(ascii: "'"): entity = "&#39;"
      default: continue
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
      append(contentsOf: UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount))
      start = index + 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
  }
}
