import BanbaoHTML

/// The keys of neighbouring pages.
enum KeyBatch: Sendable {
  /// How many pages stand in one: as many keys as are written at once, and by ranges read.
  static let size = 256

  /// From a page on; those of a page that was not read are empty.
  case memory(first: Int, [PageKeys])
  case spool(SpooledKeys)

  /// How many stand in one range.
  func count(in range: Int) -> Int {
    switch self {
    case .memory(_, let pages): pages.reduce(0) { $0 + $1.values(in: range).count }
    case .spool(let keys): keys.count(in: range)
    }
  }

  /// The postings of one range, page by page: each key with its part above the number of its page.
  @inline(__always)
  func forEach(_ range: Int, _ body: (UInt64) -> Void) {
    switch self {
    case .memory(let first, let pages):
      for (number, page) in pages.enumerated() {
        for value in page.values(in: range) { body(UInt64(value) << 32 | UInt64(first + number)) }
      }
    case .spool(let keys): keys.forEach(range, body)
    }
  }
}

/// Keys that a spool took in: range by range, and of each page how many there are before the keys themselves, all in
/// numbers of four bytes.
struct SpooledKeys: Sendable {
  private let first: Int
  private let pageCount: Int
  /// Where each range ends, in numbers.
  private let ends: [Int]
  private let bytes: SpooledBytes

  /// Nil where they have to stay in memory.
  init?(first: Int, _ pages: [PageKeys], in spool: any Spool) {
    var numbers: [UInt32] = []
    var ends: [Int] = []
    ends.reserveCapacity(SearchKey.ranges)
    for range in 0..<SearchKey.ranges {
      for page in pages {
        let values = page.values(in: range)
        numbers.append(UInt32(values.count))
        numbers.append(contentsOf: values)
      }
      ends.append(numbers.count)
    }
    guard let bytes = SpooledBytes(numbers.withUnsafeBytes { Array($0) }, in: spool) else { return nil }
    self.bytes = bytes
    self.ends = ends
    self.first = first
    pageCount = pages.count
  }

  func count(in range: Int) -> Int { bounds(range).count - pageCount }

  /// None where the spool cannot be read any more.
  @inline(__always)
  func forEach(_ range: Int, _ body: (UInt64) -> Void) {
    let bounds = bounds(range)
    if bounds.count == pageCount { return }
    bytes.bytes(bounds.lowerBound * 4..<bounds.upperBound * 4).withUnsafeBytes { bytes in
      func number(_ index: Int) -> UInt32 { bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self) }
      guard bytes.count == bounds.count * 4 else { return }
      var index = 0
      for page in first..<first + pageCount {
        let end = index + 1 + Int(number(index))
        index += 1
        guard end <= bounds.count else { return }
        while index < end {
          body(UInt64(number(index)) << 32 | UInt64(page))
          index += 1
        }
      }
    }
  }

  private func bounds(_ range: Int) -> Range<Int> { (range == 0 ? 0 : ends[range - 1])..<ends[range] }
}
