/// Bytes of UTF-8 that are safe to stand in the body of a page.
///
/// Only escaping and the Markdown renderer make it; `ArchitectureTests` names the files that may call
/// `init(rendered:)`.
package struct HTML: Sendable, Hashable {
  package let bytes: [UInt8]

  /// For renderers that have escaped every piece of foreign text themselves.
  ///
  /// A site keeps the HTML of every body, so the spare room that a growing buffer has is given back.
  package init(rendered bytes: [UInt8]) {
    self.bytes = bytes.capacity - bytes.count > 512 ? bytes.withUnsafeBufferPointer { Array($0) } : bytes
  }

  /// Plain text as HTML.
  package init(escaping text: String) {
    var bytes: [UInt8] = []
    bytes.appendEscaped(text)
    self.bytes = bytes
  }

  package static let empty = HTML(rendered: [])
  package var isEmpty: Bool { bytes.isEmpty }
  /// The bytes from one place between elements to another; what lies outside is cut off.
  package func slice(_ range: Range<Int>) -> HTML { HTML(rendered: Array(bytes[range.clamped(to: 0..<bytes.count)])) }
  package var string: String { String(decoding: bytes, as: UTF8.self) }
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
