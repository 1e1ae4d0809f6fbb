/// In which part of a page something stands, the better one first.
enum Standing: UInt32, CaseIterable {
  case title, heading, body
}

/// What a page is found by: pairs of neighbouring UTF-16 units of its folded text, the last of a word with 0. Control
/// characters, which no folded text has, begin the keys of other kinds.
enum SearchKey {
  static func pair(_ a: UInt16, _ b: UInt16) -> UInt32 { UInt32(a) << 16 | UInt32(b) }
  /// A syllable of the title, a heading or a tag, by its number.
  static func syllable(_ number: UInt16) -> UInt32 { pair(1, number) }
  /// The first letters of two syllables that follow each other there.
  static func initials(_ a: UInt16, _ b: UInt16) -> UInt32 { pair(2, a << 5 | b) }
  static func kind(_ number: Int) -> UInt32 { pair(3, UInt16(truncatingIfNeeded: number)) }
  static func year(_ year: Int) -> UInt32 { pair(4, UInt16(truncatingIfNeeded: year)) }

  /// Keys are sorted range by range, each of 1,024 first units.
  static let ranges = 64
  static func range(of key: UInt32) -> Int { Int(key >> 26) }
}

/// The keys of one page, each once, with the best part that it stands in.
struct PageKeys: Sendable {
  /// Grouped by range: the lower 26 bits of the key, and two bits for the part.
  private let all: [UInt32]
  /// Where each range ends.
  private let ends: [UInt32]

  init(title: [UInt16], headings: [UInt16], body: [UInt16], kind: Int, year: Int?, _ pinyin: Pinyin) {
    var keys = KeySet(capacity: title.count + headings.count + body.count)
    keys.addPairs(of: title)
    keys.addReadings(of: title, pinyin)
    let titleEnd = keys.keys.count
    keys.addPairs(of: headings)
    keys.addReadings(of: headings, pinyin)
    let headingEnd = keys.keys.count
    keys.addPairs(of: body)
    keys.add(SearchKey.kind(kind))
    if let year { keys.add(SearchKey.year(year)) }
    var counts = [UInt32](repeating: 0, count: SearchKey.ranges)
    for key in keys.keys { counts[SearchKey.range(of: key)] += 1 }
    var places: [UInt32] = []
    places.reserveCapacity(counts.count)
    var sum: UInt32 = 0
    for count in counts {
      places.append(sum)
      sum += count
    }
    var values = [UInt32](repeating: 0, count: keys.keys.count)
    for (index, key) in keys.keys.enumerated() {
      let standing: Standing = index < titleEnd ? .title : index < headingEnd ? .heading : .body
      let range = SearchKey.range(of: key)
      values[Int(places[range])] = (key & 0x3FF_FFFF) << 2 | standing.rawValue
      places[range] += 1
    }
    all = values
    ends = places
  }

  /// Those of one range, in no order.
  func values(in range: Int) -> ArraySlice<UInt32> { all[bounds(range)] }

  private func bounds(_ range: Int) -> Range<Int> { Int(range == 0 ? 0 : ends[range - 1])..<Int(ends[range]) }
}

/// A set of keys that remembers the order in which they came.
private struct KeySet {
  private(set) var keys: [UInt32] = []
  /// Open addressing; 0 is free, which is no key.
  private var table: [UInt32]

  /// How many characters are looked at before there is more room made.
  private static let stretch = 4096

  /// - Parameter capacity: of how many characters keys are likely to come.
  init(capacity: Int) {
    let capacity = min(capacity, KeySet.stretch)
    var size = 256
    while size < capacity * 2 { size *= 2 }
    table = Array(repeating: 0, count: size)
    keys.reserveCapacity(capacity)
  }

  mutating func add(_ key: UInt32) {
    grow(for: 1)
    let place = table.withUnsafeBufferPointer { slot(of: key, in: $0) }
    if table[place] == key { return }
    table[place] = key
    keys.append(key)
  }

  /// Makes room, so that at most half of the table is ever taken.
  private mutating func grow(for count: Int) {
    guard (keys.count + count) * 2 > table.count else { return }
    var size = table.count
    while (keys.count + count) * 2 > size { size *= 2 }
    table = Array(repeating: 0, count: size)
    for key in keys {
      let place = table.withUnsafeBufferPointer { slot(of: key, in: $0) }
      table[place] = key
    }
  }

  /// Stretch by stretch: a long page repeats its keys, and needs no table for as many as it has characters.
  mutating func addPairs(of text: [UInt16]) {
    var last: UInt16 = 0
    var start = 0
    while start < text.count {
      let end = min(start + KeySet.stretch, text.count)
      grow(for: end - start)
      text.withUnsafeBufferPointer { text in
        table.withUnsafeMutableBufferPointer { table in
          for index in start..<end {
            let unit = text[index]
            let next = unit == Folding.space || unit == Folding.lineEnd ? 0 : unit
            if last != 0 { keys.add(SearchKey.pair(last, next), unlessIn: table) }
            last = next
          }
        }
      }
      start = end
    }
    if last != 0 { add(SearchKey.pair(last, 0)) }
  }

  mutating func addReadings(of text: [UInt16], _ pinyin: Pinyin) {
    var before: ArraySlice<UInt16> = []
    for unit in text {
      let readings = pinyin.syllables(of: unit)
      for reading in readings {
        add(SearchKey.syllable(reading))
        for other in before {
          add(SearchKey.initials(pinyin.initials[Int(other)], pinyin.initials[Int(reading)]))
        }
      }
      before = readings
    }
  }
}

/// Where a key stands in a table of a power of two, or where it would.
private func slot(of key: UInt32, in table: UnsafeBufferPointer<UInt32>) -> Int {
  let mask = table.count - 1
  var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B1) >> 7) & mask
  while table[place] != 0, table[place] != key { place = (place + 1) & mask }
  return place
}

extension [UInt32] {
  /// - Parameter table: has room.
  fileprivate mutating func add(_ key: UInt32, unlessIn table: UnsafeMutableBufferPointer<UInt32>) {
    let place = slot(of: key, in: UnsafeBufferPointer(table))
    if table[place] == key { return }
    table[place] = key
    append(key)
  }
}
