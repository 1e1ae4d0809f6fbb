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

  /// 64-bit FNV-1a.
  private func hash(_ range: Range<Int>, _ text: SourceText) -> UInt64 {
    text.bytes.withUnsafeBufferPointer { bytes in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
      return hash
    }
  }
}
