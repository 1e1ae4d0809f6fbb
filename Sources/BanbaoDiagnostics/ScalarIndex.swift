/// How many scalars of a text in UTF-8 stand before any of its bytes, told without going through the line in which it stands:
/// thousands of faults of one long line take no longer than those of many short ones.
package struct ScalarIndex: Sendable {
  /// How many bytes lie between two places that are kept.
  private static let step = 256
  /// How many scalars stand before every 256th byte, as far as the text was gone through.
  private var counts = [0]

  package init() {}

  /// - Parameters:
  ///   - offset: of a byte of the text, or its end.
  ///   - text: always the same one.
  package mutating func count(before offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    let kept = offset / Self.step
    while counts.count <= kept {
      let start = (counts.count - 1) * Self.step
      counts.append(counts[counts.count - 1] + Self.scalars(text, from: start, to: start + Self.step))
    }
    return counts[kept] + Self.scalars(text, from: kept * Self.step, to: offset)
  }

  private static func scalars(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
    var count = 0
    var index = start
    while index < end {
      if text[index] & 0xC0 != 0x80 { count += 1 }
      index += 1
    }
    return count
  }
}
