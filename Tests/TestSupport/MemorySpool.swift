import BanbaoHTML
import Synchronization

/// A spool in memory.
package final class MemorySpool: Spool {
  private let held = Mutex<[UInt8]>([])
  private let limit: Int
  /// How many reads there will be before one gives nothing; nil where all give what they should.
  private let left = Mutex<Int?>(nil)

  /// - Parameter limit: how many bytes it holds; what is too much stays with whoever offers it.
  package init(limit: Int = .max) { self.limit = limit }

  /// How many bytes it took.
  package var count: Int { held.withLock(\.count) }

  package func append(_ bytes: [UInt8]) -> Int? {
    held.withLock { held in
      guard bytes.count <= limit - held.count else { return nil }
      held += bytes
      return held.count - bytes.count
    }
  }

  /// Lets one read fail, after as many others.
  package func fail(after reads: Int) { left.withLock { $0 = reads } }

  package func bytes(at offset: Int, count: Int) -> [UInt8] {
    let fails = left.withLock { left in
      defer { left = left.flatMap { $0 > 0 ? $0 - 1 : nil } }
      return left == 0
    }
    return fails ? [] : held.withLock { Array($0[offset..<offset + count]) }
  }
}
