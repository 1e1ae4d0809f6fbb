import BanbaoSource

/// What cells were read as before: a ledger writes the same accounts and records again and again.
final class CellMemo<Value> {
  private var known: [UInt64: (range: Range<Int>, value: Value)] = [:]

  /// The value of a cell with the same bytes; nil where there was none.
  func value(_ range: Range<Int>, in text: SourceText) -> Value? {
    guard let found = known[hash(range, text)], found.range.count == range.count else { return nil }
    return text.bytes[found.range] == text.bytes[range] ? found.value : nil
  }

  /// Keeps the first of two cells whose hashes are equal.
  func keep(_ value: Value, for range: Range<Int>, in text: SourceText) {
    let key = hash(range, text)
    if known[key] == nil { known[key] = (range, value) }
  }

  private func hash(_ range: Range<Int>, _ text: SourceText) -> UInt64 {
    text.bytes.withUnsafeBufferPointer { bytes in
      var hash = StableHash()
      for index in range { hash.mix(UInt64(bytes[index])) }
      return hash.value
    }
  }
}

/// The paths of records, each once: a cost of many lines names its record in each.
struct RecordPaths {
  private(set) var paths: [String] = []
  private var places: [String: Int] = [:]

  mutating func place(of path: String) -> Int {
    if let known = places[path] { return known }
    places[path] = paths.count
    paths.append(path)
    return paths.count - 1
  }
}
