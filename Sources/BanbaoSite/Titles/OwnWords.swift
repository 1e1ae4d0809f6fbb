import BanbaoSource

/// The words of a site itself, such as its departments and tags, which no dictionary has: no line of a title ends in them.
package struct OwnWords: Sendable {
  /// By their first two Han characters, as six bytes of UTF-8; the longest first.
  private let words: [UInt64: [[UInt8]]]

  /// Of a site that has none of its own.
  package static let none = OwnWords([String]())

  /// - Parameter words: what is too short or too long for it to matter is left out.
  init(_ words: some Sequence<String>) {
    var found: [UInt64: Set<[UInt8]>] = [:]
    for word in words {
      let bytes = Array(word.utf8)
      // Two to eight Han characters.
      guard (6...24).contains(bytes.count), bytes.allSatisfy({ $0 >= 0x80 }) else { continue }
      found[key(bytes, 0), default: []].insert(bytes)
    }
    self.words = found.mapValues { $0.sorted { $0.count > $1.count } }
  }

  /// The tags of records, the departments that they name, and titles that are no longer than words: of six Han characters.
  init(of entries: [any AnyEntry]) {
    var words: Set<String> = []
    for entry in entries {
      words.formUnion(entry.common.tags.lazy.map(\.value))
      words.formUnion(entry.people.lazy.map(\.department))
      if entry.title.utf8.count <= 18 { words.insert(entry.title) }
    }
    self.init(words)
  }

  var isEmpty: Bool { words.isEmpty }

  /// Breaks of a title but for those inside these words.
  func without(_ breaks: [Int], in title: String) -> [Int] {
    guard !breaks.isEmpty else { return breaks }
    let bytes = Array(title.utf8)
    var kept = breaks
    var index = 0
    while index + 6 <= bytes.count {
      guard bytes[index] >= 0xE3,
        let word = words[key(bytes, index)]?.first(where: { bytes[index...].starts(with: $0) })
      else {
        index += 1
        continue
      }
      let end = index + word.count
      kept.removeAll { index < $0 && $0 < end }
      index = end
    }
    return kept
  }
}

private func key(_ bytes: [UInt8], _ start: Int) -> UInt64 {
  bytes[start..<start + 6].reduce(0) { $0 << 8 | UInt64($1) }
}
