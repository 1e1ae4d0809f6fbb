extension RandomAccessCollection where Index == Int {
  /// How many elements, from the first on, are so; those that are stand before those that are not.
  package func leadingCount(where isBefore: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low - startIndex
  }
}
