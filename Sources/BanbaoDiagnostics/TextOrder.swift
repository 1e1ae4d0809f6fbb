extension String {
  /// Whether it stands before another text in the order of their bytes in UTF-8, by which everything is sorted that must not
  /// depend on a locale or on a version of Unicode.
  package func precedes(_ other: String) -> Bool {
    // As buffers, which is several times as fast as byte by byte out of a string.
    let order = utf8.withContiguousStorageIfAvailable { own in
      other.utf8.withContiguousStorageIfAvailable { own.lexicographicallyPrecedes($0) }
    }
    return (order ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first element with a text, where the elements stand in the order of their texts' bytes; nil for none.
  package func first(with text: String, as key: (Element) -> String) -> Int? {
    let place = startIndex + leadingCount { key($0).precedes(text) }
    return place < endIndex && key(self[place]) == text ? place : nil
  }
}
