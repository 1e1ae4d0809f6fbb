import BanbaoHTML
import Synchronization

/// A spool in memory.
package final class MemorySpool: Spool {
  private let held = Mutex<[UInt8]>([])
  private let limit: Int

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

  package func bytes(at offset: Int, count: Int) -> [UInt8] { held.withLock { Array($0[offset..<offset + count]) } }
}
