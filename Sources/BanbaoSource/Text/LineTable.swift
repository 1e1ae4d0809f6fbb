import BanbaoDiagnostics
import Synchronization

/// Where the lines of one file begin: found when it is first asked for, since most files have no fault to place, and
/// then kept for all copies of the text, so that thousands of faults take one pass.
final class LineTable: Sendable {
  private struct Known {
    var starts: [Int] = []
    var scalars = ScalarIndex()
  }

  private let known = Mutex(Known())

  /// The line and the column of a byte, both from 1. A byte of the mark before the text stands where that begins.
  func position(of offset: Int, in text: SourceText) -> (line: Int, column: Int) {
    known.withLock { known in
      fill(&known.starts, text)
      let line = max(1, known.starts.leadingCount { $0 <= offset })
      let start = known.starts[line - 1]
      guard start < offset else { return (line, 1) }
      return text.bytes.withUnsafeBufferPointer { bytes in
        let before = known.scalars.count(before: start, in: bytes)
        return (line, known.scalars.count(before: offset, in: bytes) - before + 1)
      }
    }
  }

  /// Where a line begins that is counted from 1; nil where there is no such line.
  func start(ofLine number: Int, in text: SourceText) -> Int? {
    known.withLock { known in
      fill(&known.starts, text)
      return (1...known.starts.count).contains(number) ? known.starts[number - 1] : nil
    }
  }

  private func fill(_ starts: inout [Int], _ text: SourceText) {
    if !starts.isEmpty { return }
    starts = [text.start]
    while let last = starts.last, let next = text.lineEnd(after: last) { starts.append(next) }
  }
}
