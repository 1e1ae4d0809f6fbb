/// The text that is given to the parser: the author's, with what Chinese needs put in.
///
/// - A private-use character beside runs of asterisks: see `asteriskRun`.
/// - A tab and the same character where Chinese punctuation ends an address, because GFM lets addresses run on to
///   the next white space: `见 https://example.org/a，谢谢`.
///
/// Lines stay the same, columns don't.
struct PreparedText {
  private let original: UnsafeBufferPointer<UInt8>
  private let changed: [UInt8]?
  /// The private-use character; nil where none was put in.
  let sentinel: Sentinel?

  init(_ text: UnsafeBufferPointer<UInt8>, _ survey: Survey) {
    original = text
    var insertions: [Insertion] = []
    if survey.hasAsterisks {
      for run in helpedRuns(text) {
        insertions.append(Insertion(offset: run.lowerBound, endsAddress: false))
        insertions.append(Insertion(offset: run.upperBound, endsAddress: false))
      }
    }
    if survey.hasAddresses {
      let ends = addressEnds(text)
      if !ends.isEmpty {
        insertions += ends.map { Insertion(offset: $0, endsAddress: true) }
        insertions.sort {
          ($0.offset, $0.endsAddress ? 1 : 0) < ($1.offset, $1.endsAddress ? 1 : 0)
        }
      }
    }
    if !insertions.isEmpty, let free = Sentinel(absentFrom: text) {
      sentinel = free
      changed = text.inserting(insertions, free)
    } else {
      sentinel = nil
      changed = nil
    }
  }

  /// The text to parse, valid during the call.
  func withText(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    if let changed { changed.withUnsafeBufferPointer(body) } else { body(original) }
  }
}

private struct Insertion {
  /// Of the byte before which it goes.
  var offset: Int
  /// Whether a tab goes in as well.
  var endsAddress: Bool
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func inserting(_ insertions: [Insertion], _ sentinel: Sentinel) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count + insertions.count * 4)
    var copied = 0
    for insertion in insertions {
      result.append(contentsOf: UnsafeBufferPointer(rebasing: self[copied..<insertion.offset]))
      if insertion.endsAddress { result.append(0x09) }
      sentinel.append(to: &result)
      copied = insertion.offset
    }
    result.append(contentsOf: UnsafeBufferPointer(rebasing: self[copied...]))
    return result
  }
}

private func helpedRuns(_ text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
  var result: [Range<Int>] = []
  var index = 0
  while let found = text[index...].firstIndex(of: UInt8(ascii: "*")) {
    let (run, needsHelp) = asteriskRun(text, at: found)
    if needsHelp { result.append(run) }
    index = max(run.upperBound, found + 1)
  }
  return result
}

/// Where bare addresses meet Chinese punctuation.
private func addressEnds(_ text: UnsafeBufferPointer<UInt8>) -> [Int] {
  var result: [Int] = []
  var index = 0
  while index < text.count {
    guard let start = addressStart(text, index) else {
      index += 1
      continue
    }
    let isBare = !isDestination(text, start)
    index += 3
    while index < text.count, text[index] > 0x20, text[index] != UInt8(ascii: "<") {
      let (value, length) = scalar(text, at: index)
      if isEastAsianPunctuation(value) {
        if isBare { result.append(index) }
        break
      }
      index += length
    }
  }
  return result
}

/// Where an address begins whose `://` or `www.` stands at `index`.
private func addressStart(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
  guard index + 3 < text.count else { return nil }
  if text[index] == UInt8(ascii: ":"), text[index + 1] == UInt8(ascii: "/"),
    text[index + 2] == UInt8(ascii: "/")
  {
    var start = index
    while start > 0, index - start < 5, isASCIIAlphanumeric(text[start - 1]) { start -= 1 }
    return start
  }
  let isHost =
    text[index] == UInt8(ascii: "w") && text[index + 1] == UInt8(ascii: "w")
    && text[index + 2] == UInt8(ascii: "w")
    && text[index + 3] == UInt8(ascii: ".")
  return isHost ? index : nil
}

/// Whether an address is written in `<…>`, as `](…` or behind `]:`, where it may hold anything.
private func isDestination(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
  guard start > 0 else { return false }
  if text[start - 1] == UInt8(ascii: "<") { return true }
  var index = start
  while index > 0, start - index < 8, text[index - 1] <= 0x20 { index -= 1 }
  guard index > 1, text[index - 2] == UInt8(ascii: "]") else { return false }
  return text[index - 1] == UInt8(ascii: "(") || text[index - 1] == UInt8(ascii: ":")
}
