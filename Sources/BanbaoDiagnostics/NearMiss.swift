/// The candidate that the author most likely meant by a word that is not among them; nil when nothing is near.
///
/// Full-width and half-width forms and upper and lower case count as equal. A candidate is near when it is
/// one change away (a scalar wrong, missing, too many, or two neighbours swapped), or two for words longer than 4
/// scalars; when one of the two begins the other (`attach`, `attachments`); or when a short Chinese word has the
/// same characters in another order. In paths every part must be near its counterpart; else a path with the same file name
/// in another folder is taken, if there is just one.
///
/// Of candidates equally near, the one that looks most alike wins, then the one given first: give the commonest first.
/// A search takes about 0.4 µs a candidate: who has thousands of words to look up makes a `NearIndex`.
package func nearest(to word: String, among candidates: some BidirectionalCollection<String>)
  -> String?
{
  search(for: word, among: candidates, orderCounts: true)
}

/// The candidate that the author most likely meant, of a set or another sequence without an order of its own, which must
/// not decide: of candidates equally near, the first in the order of UTF-8 bytes wins.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  search(for: word, among: candidates, orderCounts: false)
}

private func search(
  for word: String, among candidates: some Sequence<String>, orderCounts: Bool
) -> String? {
  let wanted = Spelling(word)
  if wanted.scalars.isEmpty { return nil }
  var best: (candidate: String, cost: Int, likeness: Int)?
  var elsewhere: Set<String> = []
  var spelling = Spelling()
  var comparison = Comparison()
  for candidate in candidates {
    spelling.respell(candidate)
    guard let cost = comparison.cost(from: wanted, to: spelling) else {
      if elsewhere.count < 2, wanted.isPath || spelling.isPath, wanted.lastPart == spelling.lastPart {
        elsewhere.insert(candidate)
      }
      continue
    }
    if cost == 0, candidate.utf8.elementsEqual(word.utf8) { continue }
    let likeness = likeness(wanted.scalars, spelling.scalars)
    if let best {
      if (best.cost, -best.likeness) < (cost, -likeness) { continue }
      if (best.cost, best.likeness) == (cost, likeness) {
        if orderCounts || best.candidate.precedes(candidate) { continue }
      }
    }
    best = (candidate, cost, likeness)
  }
  return best?.candidate ?? (elsewhere.count == 1 ? elsewhere.first : nil)
}

/// A word as it is compared: folded, and cut at `/`.
private struct Spelling {
  private(set) var scalars: [UInt32] = []
  private(set) var parts: [Range<Int>] = []

  var isPath: Bool { parts.count > 1 }
  var lastPart: ArraySlice<UInt32> { parts.last.map { scalars[$0] } ?? [] }

  init() {}

  init(_ word: String) { respell(word) }

  /// Becomes the spelling of another word in the same memory: searches look at thousands.
  mutating func respell(_ word: String) {
    scalars.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    var start = 0
    for scalar in word.unicodeScalars {
      append(scalar)
      if scalars.last == 0x2F {
        parts.append(start..<scalars.count - 1)
        start = scalars.count
      }
    }
    parts.append(start..<scalars.count)
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x41...0x5A: scalars.append(scalar.value + 0x20)
    case 0..<0x80: scalars.append(scalar.value)
    case 0x3000: scalars.append(0x20)
    case 0xFF21...0xFF3A: scalars.append(scalar.value - 0xFEE0 + 0x20)
    case 0xFF01...0xFF5E: scalars.append(scalar.value - 0xFEE0)
    default:
      if isWide(scalar) {
        scalars.append(scalar.value)
      } else {
        scalars.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars.map(\.value))
      }
    }
  }
}

/// The cost of changing one spelling into another, in half changes: 0 when only width or case differ, 2 for a change,
/// 3 for a prefix or an exchange, 4 for two changes.
private struct Comparison {
  private static let highestCost = 4
  /// In scalars; nobody mistypes longer names, and comparing them would cost.
  private static let longest = 256

  private var rows: [Int] = []

  mutating func cost(from wanted: Spelling, to candidate: Spelling) -> Int? {
    guard wanted.parts.count == candidate.parts.count else { return nil }
    var total = 0
    for (a, b) in zip(wanted.parts, candidate.parts) {
      guard let cost = cost(from: wanted.scalars[a], to: candidate.scalars[b]) else { return nil }
      total += cost
      if total > Self.highestCost { return nil }
    }
    return total
  }

  private mutating func cost(from word: ArraySlice<UInt32>, to candidate: ArraySlice<UInt32>)
    -> Int?
  {
    if word == candidate { return 0 }
    guard word.count <= Self.longest, candidate.count <= Self.longest else { return nil }
    let limit = word.count > 4 ? 2 : word.count > 1 ? 1 : 0
    let changes = distance(word, candidate, limit: limit)
    // At least half of the candidate must have been written, or any two short words would be near.
    if let changes, changes * 2 <= candidate.count {
      return changes == 2 && begins(word, candidate) ? 3 : changes * 2
    }
    return begins(word, candidate) || exchanged(word, candidate) ? 3 : nil
  }

  /// The Damerau distance (optimal string alignment) up to a limit, nil beyond. Only a band of `2 * limit + 1` cells of
  /// each row is worked out, and only for what lies between the first and the last difference.
  private mutating func distance(
    _ first: ArraySlice<UInt32>, _ second: ArraySlice<UInt32>, limit: Int
  ) -> Int? {
    guard abs(first.count - second.count) <= limit else { return nil }
    var (a, b) = (first, second)
    while let x = a.first, x == b.first { (a, b) = (a.dropFirst(), b.dropFirst()) }
    while let x = a.last, x == b.last { (a, b) = (a.dropLast(), b.dropLast()) }
    let beyond = limit + 1
    let width = b.count + 1
    rows.removeAll(keepingCapacity: true)
    rows.append(contentsOf: repeatElement(beyond, count: 3 * width))
    // Three rows in turn: `row` is being worked out, `above` came before it, `far` before that.
    var (far, above, row) = (0, width, 2 * width)
    for j in 0...min(b.count, limit) { rows[above + j] = j }
    for i in 0..<a.count {
      let low = max(0, i - limit)
      let high = min(b.count, i + limit + 1)
      for j in 0..<width { rows[row + j] = beyond }
      rows[row] = min(i + 1, beyond)
      var least = rows[row]
      for j in low..<max(low, high) {
        let (x, y) = (a[a.startIndex + i], b[b.startIndex + j])
        var cell = rows[above + j] + (x == y ? 0 : 1)
        cell = min(cell, rows[above + j + 1] + 1, rows[row + j] + 1)
        if i > 0, j > 0, x == b[b.startIndex + j - 1], a[a.startIndex + i - 1] == y {
          cell = min(cell, rows[far + j - 1] + 1)
        }
        rows[row + j + 1] = min(cell, beyond)
        least = min(least, cell)
      }
      if least > limit { return nil }
      (far, above, row) = (above, row, far)
    }
    let changes = rows[above + b.count]
    return changes <= limit ? changes : nil
  }
}

/// Whether the shorter word begins the longer and is enough of it to tell which is meant.
private func begins(_ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>) -> Bool {
  let (short, long) = a.count < b.count ? (a, b) : (b, a)
  let least = short.first.map(isHan) == true ? 2 : 3
  return short.count >= least && short.count * 3 >= long.count && long.starts(with: short)
}

/// Whether two Chinese words of 2 to 4 characters have the same characters in another order.
private func exchanged(_ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>) -> Bool {
  2...4 ~= a.count && a.count == b.count && a.allSatisfy(isHan) && a.sorted() == b.sorted()
}

/// How many scalars both begin with; of Chinese words, whose last character often says most, also end with.
private func likeness(_ a: [UInt32], _ b: [UInt32]) -> Int {
  let prefix = zip(a, b).prefix { $0 == $1 }.count
  guard a.first.map(isHan) == true else { return prefix }
  return prefix + zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
}

private func isHan(_ value: UInt32) -> Bool {
  0x3400...0x9FFF ~= value || 0x20000...0x3FFFD ~= value
}
