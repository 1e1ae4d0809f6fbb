import BanbaoDiagnostics

/// Turns offsets into the author's text into places. Cheap to copy: it looks for nothing before it is asked.
struct SourceLocator {
  let path: String
  /// The body as the author wrote it.
  let text: UnsafeBufferPointer<UInt8>
  /// The line of the file at which the body begins.
  let firstLine: Int
  /// Where each line begins; empty until it is first needed.
  private var lineStarts: [Int] = []
  private var scalars = ScalarIndex()

  init(path: String, text: UnsafeBufferPointer<UInt8>, firstLine: Int) {
    self.path = path
    self.text = text
    self.firstLine = firstLine
  }

  /// The place of an offset.
  ///
  /// - Parameter length: how many scalars are meant from there on.
  mutating func place(_ offset: Int, length: Int = 1) -> Place {
    indexLines()
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let offset = min(max(offset, lineStarts[low]), text.count)
    let column = scalars.count(before: offset, in: text) - scalars.count(before: lineStarts[low], in: text) + 1
    return Place(path, line: firstLine + low, column: column, length: count(from: offset, atMost: length))
  }

  /// How many scalars stand in a line from an offset on: what was not found may be longer than what is left of it.
  private func count(from offset: Int, atMost most: Int) -> Int {
    var count = 0
    var index = offset
    while index < text.count, text[index] != 0x0A, text[index] != 0x0D {
      if text[index] & 0xC0 != 0x80 {
        if count == most { break }
        count += 1
      }
      index += 1
    }
    return count
  }

  /// The bytes of lines of the body, which count from 1; what lies outside is cut off.
  mutating func range(ofLines first: Int, through last: Int) -> Range<Int> {
    indexLines()
    let start = min(max(first, 1), lineStarts.count)
    let end = min(max(last, start), lineStarts.count)
    return lineStarts[start - 1]..<(end < lineStarts.count ? lineStarts[end] : text.count)
  }

  private mutating func indexLines() {
    guard lineStarts.isEmpty else { return }
    lineStarts = [0]
    var cursor = LineCursor(text: text)
    while let start = cursor.next() { lineStarts.append(start) }
  }
}

/// Whether `part` stands in `text` at `index`.
func stands(_ part: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, at index: Int)
  -> Bool
{
  guard index >= 0, index <= text.count - part.count else { return false }
  for offset in 0..<part.count where text[index + offset] != part[offset] { return false }
  return true
}
