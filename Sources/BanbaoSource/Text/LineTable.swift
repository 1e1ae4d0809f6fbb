import BanbaoDiagnostics
import Synchronization

/// Where the lines of one file begin: found when it is first asked for, since most files have no fault to place, and
/// then kept for all copies of the text, so that thousands of faults take one pass.
final class LineTable: Sendable {
  private let starts = Mutex<[Int]>([])

  /// The line of a byte, from 1, and where it begins.
  func line(of offset: Int, in text: SourceText) -> (number: Int, start: Int) {
    starts.withLock { starts in
      fill(&starts, text)
      // A byte of the mark before the text stands in its first line.
      let number = max(1, starts.leadingCount { $0 <= offset })
      return (number, starts[number - 1])
    }
  }

  /// Where a line begins that is counted from 1; nil where there is no such line.
  func start(ofLine number: Int, in text: SourceText) -> Int? {
    starts.withLock { starts in
      fill(&starts, text)
      return (1...starts.count).contains(number) ? starts[number - 1] : nil
    }
  }

  private func fill(_ starts: inout [Int], _ text: SourceText) {
    if !starts.isEmpty { return }
    starts = [text.start]
    while let last = starts.last, let next = text.lineEnd(after: last) { starts.append(next) }
  }
}
