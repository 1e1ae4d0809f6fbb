/// The pages that hold each key, cut into files.
struct Shards {
  /// From the oldest page on, so that a new page renumbers no other.
  let batches: [KeyBatch]
  /// How many pages there are, rounded up to a power of two.
  private let rounded: Int

  /// - Parameter count: of all pages.
  init(_ batches: [KeyBatch], count: Int) {
    self.batches = batches
    var rounded = 1
    while rounded < count { rounded *= 2 }
    self.rounded = rounded
  }

  /// A file with the keys from its first on.
  struct Shard: Sendable {
    var first: UInt32
    var bytes: [UInt8]
  }

  /// About as many bytes as a shard has at least, and at most unless it has one key.
  private static let least = 13_000
  private static let most = 26_000

  /// The shards of one range of keys. The work for all ranges together grows as the number of keys on all pages.
  func shards(of range: Int) -> [Shard] {
    sorted(range).withUnsafeBufferPointer { postings in
      var shards: [Shard] = []
      var keys: [Range<Int>] = []
      var bits = 0
      var start = 0
      while start < postings.count {
        let key = key(of: postings[start])
        var end = start + 1
        while end < postings.count, self.key(of: postings[end]) == key { end += 1 }
        let size = (end - start) * (parameter(end - start) + 2) + 24
        // Where the key itself decides where a shard ends, one more key changes one shard, not all that follow.
        let isCut = bits > Shards.least * 15 / 2 && (key &* 0x85EB_CA6B) >> 25 == 0
        if isCut || bits + size > Shards.most * 15 / 2, !keys.isEmpty {
          shards.append(shard(range, keys, postings))
          keys.removeAll(keepingCapacity: true)
          bits = 0
        }
        keys.append(start..<end)
        bits += size
        start = end
      }
      if !keys.isEmpty { shards.append(shard(range, keys, postings)) }
      return shards
    }
  }

  /// Of a posting: 26 bits of the key, 2 of the part, 32 of the page.
  private func key(of posting: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: posting >> 34) }

  private func standing(_ posting: UInt64) -> Standing? {
    Standing(rawValue: UInt32(truncatingIfNeeded: posting >> 32 & 3))
  }

  /// Fewer are sorted by comparing: counting looks at sixteen thousand buckets.
  private static let few = 8192

  /// The upper fourteen bits of a posting's key.
  private func bucket(of posting: UInt64) -> Int { Int(truncatingIfNeeded: posting >> 46) }

  /// The postings of a range by key, part and page. They come page by page, so they are dealt into buckets by the upper
  /// half of their keys, where they stay in that order; then each bucket is sorted in its place.
  private func sorted(_ range: Int) -> [UInt64] {
    let count = batches.reduce(0) { $0 + $1.count(in: range) }
    if count < Shards.few {
      var postings: [UInt64] = []
      postings.reserveCapacity(count)
      for batch in batches { batch.forEach(range) { postings.append($0) } }
      // Of a spool that gave less nothing is published.
      guard postings.count == count else { return [] }
      postings.sort()
      return postings
    }
    var ends = [Int](repeating: 0, count: 1 << 14)
    for batch in batches { batch.forEach(range) { ends[bucket(of: $0)] += 1 } }
    var start = 0
    for index in ends.indices {
      let own = ends[index]
      ends[index] = start
      start += own
    }
    let starts = ends
    var isAsBefore = true
    var postings = [UInt64](repeating: 0, count: count)
    postings.withUnsafeMutableBufferPointer { postings in
      for batch in batches {
        batch.forEach(range) { posting in
          let bucket = bucket(of: posting)
          let limit = bucket + 1 < starts.count ? starts[bucket + 1] : count
          guard ends[bucket] < limit else {
            isAsBefore = false
            return
          }
          postings[ends[bucket]] = posting
          ends[bucket] += 1
        }
      }
      // A spool gave less one time than the other: it tells its owner, and nothing of this is published.
      isAsBefore = isAsBefore && ends.dropLast().elementsEqual(starts.dropFirst()) && (ends.last ?? 0) == count
      guard isAsBefore else { return }
      var start = 0
      for end in ends where end > start {
        sort(UnsafeMutableBufferPointer(rebasing: postings[start..<end]))
        start = end
      }
    }
    return isAsBefore ? postings : []
  }

  /// Sorts postings that differ in their lower 46 bits and stand in the order of their pages.
  private func sort(_ postings: UnsafeMutableBufferPointer<UInt64>) {
    var postings = postings
    if postings.count < Shards.few { return postings.sort() }
    let source = Array(postings)
    var places = [Int](repeating: 0, count: 1 << 14)
    for posting in source { places[Int(truncatingIfNeeded: posting >> 32 & 0x3FFF)] += 1 }
    var sum = 0
    for digit in places.indices { (places[digit], sum) = (sum, sum + places[digit]) }
    for posting in source {
      let digit = Int(truncatingIfNeeded: posting >> 32 & 0x3FFF)
      postings[places[digit]] = posting
      places[digit] += 1
    }
  }

  /// Of Rice's code for the gaps between `count` pages. The number of all pages is rounded up, so that one page more does
  /// not change every list.
  private func parameter(_ count: Int) -> Int {
    let quotient = rounded / max(1, count)
    return max(0, Int.bitWidth - quotient.leadingZeroBitCount - 2)
  }

  /// From this many pages on, the length of a key's lists in bits stands before them.
  private static let long = 8

  /// The bits that `BitWriter.write(pages:_:)` writes.
  private func length(of postings: Slice<UnsafeBufferPointer<UInt64>>) -> Int {
    let parameter = parameter(postings.count)
    var bits = postings.count * (parameter + 1)
    forEachGap(in: postings) { bits += Int(truncatingIfNeeded: $0 >> UInt64(parameter)) }
    return bits
  }

  private func shard(_ range: Int, _ keys: [Range<Int>], _ postings: UnsafeBufferPointer<UInt64>) -> Shard {
    let high = UInt32(range) << 26
    let first = high | (keys.first.map { key(of: postings[$0.lowerBound]) } ?? 0)
    var file = ScriptFile("shard")
    file.append(script: "\"\(hexadecimal(first))\",\"")
    var bits = BitWriter(file)
    bits.write(gamma: UInt64(keys.count))
    var last: UInt32 = 0
    for range in keys {
      let key = high | key(of: postings[range.lowerBound])
      bits.write(gamma: UInt64(key - last))
      last = key
      // Sorted by the part of the page where the key stands.
      var titleEnd = range.lowerBound
      while titleEnd < range.upperBound, standing(postings[titleEnd]) == .title { titleEnd += 1 }
      var headingEnd = titleEnd
      while headingEnd < range.upperBound, standing(postings[headingEnd]) == .heading { headingEnd += 1 }
      let parts = (range.lowerBound..<titleEnd, titleEnd..<headingEnd, headingEnd..<range.upperBound)
      bits.write(gamma: UInt64(parts.0.count + 1))
      bits.write(gamma: UInt64(parts.1.count + 1))
      bits.write(gamma: UInt64(parts.2.count + 1))
      if range.count >= Shards.long {
        // A reader who wants another key goes on behind them.
        let lengths = (length(of: postings[parts.0]), length(of: postings[parts.1]), length(of: postings[parts.2]))
        bits.write(gamma: UInt64(lengths.0 + lengths.1 + lengths.2))
      }
      bits.write(pages: postings[parts.0], parameter(parts.0.count))
      bits.write(pages: postings[parts.1], parameter(parts.1.count))
      bits.write(pages: postings[parts.2], parameter(parts.2.count))
    }
    file = bits.finished()
    file.append(script: "\"")
    file.finish()
    return Shard(first: first, bytes: file.bytes)
  }
}

extension BitWriter {
  /// The gaps between the pages of postings.
  fileprivate mutating func write(pages postings: Slice<UnsafeBufferPointer<UInt64>>, _ parameter: Int) {
    forEachGap(in: postings) { write(rice: $0, parameter) }
  }
}

/// How many pages lie between each page of postings and the one before.
private func forEachGap(in postings: Slice<UnsafeBufferPointer<UInt64>>, _ take: (UInt64) -> Void) {
  var next: UInt64 = 0
  for posting in postings {
    let page = posting & 0xFFFF_FFFF
    take(page - next)
    next = page + 1
  }
}

/// Eight digits, which is how a shard's file is called.
func hexadecimal(_ number: UInt32) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: 8 - digits.utf8.count) + digits
}
