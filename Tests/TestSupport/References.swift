import CReferences

/// Whether references can be counted here.
package let countsReferences = references_are_counted()

/// How many references to objects a piece of work takes: a measure of what it costs that neither the processor nor what else
/// the machine does changes. The seed of hashing does, by less than a hundredth.
///
/// - Parameter work: what stays on its thread, and is done again where it ended on another one, which had counted other work.
/// - Returns: 0 where it never stayed.
package func referencesTaken(by work: () async throws -> Void) async rethrows -> Int {
  for _ in 0..<10 {
    let counter = references_taken()
    let before = counter?.pointee ?? 0
    try await work()
    if let counter, counter == references_taken() { return Int(counter.pointee - before) }
  }
  return 0
}

/// How a piece of work grows with its size: how much more it takes from 2n to 4n than from n to 2n.
package struct Growth: CustomStringConvertible {
  /// For n, 2n and 4n.
  private let taken: [Int]

  /// - Parameter taken: how many references the work of a size takes.
  package init(from size: Int, _ taken: (Int) async throws -> Int) async rethrows {
    self.taken = [try await taken(size), try await taken(2 * size), try await taken(4 * size)]
  }

  /// Twice as much is linear, four times the square. From some tens of n on, n log n stays below 2.35.
  package var isAtMostLinearithmic: Bool {
    let (first, second) = (taken[1] - taken[0], taken[2] - taken[1])
    return first > 0 && second > 0 && 100 * second < 235 * first
  }

  package var description: String { "\(taken)" }
}
