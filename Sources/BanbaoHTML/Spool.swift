/// Where bytes wait outside of memory until they are needed once more.
package protocol Spool: AnyObject, Sendable {
  /// Takes bytes in.
  ///
  /// - Returns: where they lie; nil where they have to stay in memory.
  func append(_ bytes: [UInt8]) -> Int?

  /// Bytes as they were taken in, at any time and by any task. Where they cannot be read any more there are none, and the
  /// spool tells its owner.
  func bytes(at offset: Int, count: Int) -> [UInt8]
}

/// Bytes that a spool took in.
package final class SpooledBytes: Sendable {
  package let count: Int
  private let offset: Int
  private let spool: any Spool

  /// Nil where the bytes have to stay in memory.
  package init?(_ bytes: [UInt8], in spool: any Spool) {
    guard let offset = spool.append(bytes) else { return nil }
    self.spool = spool
    self.offset = offset
    count = bytes.count
  }

  package var bytes: [UInt8] { bytes(0..<count) }

  /// A piece of them.
  package func bytes(_ range: Range<Int>) -> [UInt8] { spool.bytes(at: offset + range.lowerBound, count: range.count) }
}
