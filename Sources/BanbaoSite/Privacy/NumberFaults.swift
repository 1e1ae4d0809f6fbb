import BanbaoDiagnostics
import BanbaoSource

extension SourceText {
  /// The fault of every personal number in the file, at its line and column.
  ///
  /// - Parameter offices: addresses and accounts that the record says are nobody's own.
  func numberFaults(besides offices: [String] = []) -> [Diagnostic] {
    // Nearly every file has none, and then one pass over its bytes was all.
    personalNumbers(in: bytes).filter { number in
      offices.isEmpty || !number.mayBeOffices || !offices.contains(String(decoding: bytes[number.range], as: UTF8.self))
    }.map { number in
      number.fault(at: place(of: number.range))
    }
  }
}

/// Every personal number in UTF-8 text, in its order; full-width digits count as digits.
func personalNumbers(in bytes: [UInt8]) -> [PersonalNumber] {
  bytes.withUnsafeBufferPointer { bytes in
    var found: [PersonalNumber] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte &- 0x30 < 10 || byte == 0xEF, DigitSeries.digit(bytes, index) != nil else {
        index += 1
        continue
      }
      let (end, count) = DigitSeries.extent(bytes, from: index)
      if count >= 11 { DigitSeries(bytes, index..<end).search(&found) }
      index = end
    }
    // What letters and words tell of is looked for by itself; digits that were found already count once.
    let others = LetteredNumbers(bytes).found
    return others.isEmpty ? found : merged(found, others)
  }
}

/// Both in one order, without those of the second that overlap any other.
private func merged(_ found: [PersonalNumber], _ others: [PersonalNumber]) -> [PersonalNumber] {
  var merged: [PersonalNumber] = []
  var next = 0
  for other in others.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
    while next < found.count, found[next].range.lowerBound <= other.range.lowerBound {
      merged.append(found[next])
      next += 1
    }
    if let last = merged.last, last.range.upperBound > other.range.lowerBound { continue }
    if next < found.count, found[next].range.lowerBound < other.range.upperBound { continue }
    merged.append(other)
  }
  return merged + found[next...]
}
