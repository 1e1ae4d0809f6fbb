import Synchronization

/// Maps in parallel, keeping order: `tasks` child tasks take slices of the array until none is left.
///
/// With what follows, the only parallelism in the program. The result does not depend on `tasks`.
///
/// - Parameter tasks: how many child tasks; 1 runs in the calling task.
package func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], tasks: Int, _ transform: @escaping @Sendable (Element) throws -> Result
) async throws -> [Result] {
  let slice = max(1, min(64, elements.count / max(1, tasks * 8)))
  if tasks <= 1 || elements.count <= slice { return try elements.map(transform) }
  let next = SliceCounter()
  return try await withThrowingTaskGroup(of: [(start: Int, results: [Result])].self) { group in
    for _ in 0..<tasks {
      group.addTask {
        var done: [(start: Int, results: [Result])] = []
        while true {
          let start = next.take(slice)
          guard start < elements.count else { return done }
          try Task.checkCancellation()
          let end = min(start + slice, elements.count)
          done.append((start, try elements[start..<end].map(transform)))
        }
      }
    }
    var slices: [(start: Int, results: [Result])] = []
    for try await part in group { slices += part }
    slices.sort { $0.start < $1.start }
    return slices.flatMap(\.results)
  }
}

/// Does pieces of work, beside another that the calling task does.
///
/// - Parameter tasks: how many tasks there are in all; with 1 the pieces follow the other.
/// - Returns: What came of the other, and of the pieces in their order.
package func concurrently<Result: Sendable, Other>(
  _ pieces: [@Sendable () throws -> Result], tasks: Int, besides other: () throws -> Other
) async throws -> (Other, [Result]) {
  if tasks <= 1 { return (try other(), try pieces.map { try $0() }) }
  async let results = concurrentMap(pieces, tasks: tasks - 1) { try $0() }
  return (try other(), try await results)
}

/// Hands out the starts of slices, each once.
private final class SliceCounter: Sendable {
  private let next = Atomic<Int>(0)

  func take(_ count: Int) -> Int { next.add(count, ordering: .relaxed).oldValue }
}
