import Synchronization

/// Many candidates for `nearest(to:among:)`, made ready for many searches.
///
/// Where they are more than `few`, only those that begin or end most like the word are compared: who mistypes a word gets one
/// of its ends right. So n searches among n candidates take n log n steps.
package final class NearIndex: Sendable {
  private struct Order: Sendable {
    /// In the order of UTF-8 bytes.
    var candidates: [String]
    /// Their positions in the order of their bytes from the end; empty where they are few.
    var byEnd: [Int] = []
  }

  /// Up to here every candidate is compared.
  private static let few = 100
  /// How many are compared on either side of where the word would stand.
  private static let around = 25

  private let candidates: @Sendable () -> [String]
  /// Nil until the first search: most sites need none.
  private let order = Mutex<Order?>(nil)

  /// - Parameter candidates: asked for once, by the first search.
  package init(_ candidates: @escaping @Sendable () -> [String]) { self.candidates = candidates }

  /// The candidate that the author most likely meant; of those equally near, the first in the order of UTF-8 bytes.
  package func nearest(to word: String) -> String? {
    let order = order.withLock { known in
      let order = known ?? NearIndex.order(candidates())
      known = order
      return order
    }
    let all = order.candidates
    if order.byEnd.isEmpty { return BanbaoDiagnostics.nearest(to: word, among: all) }
    let alike = Set(
      neighbours(in: all.indices) { all[$0].precedes(word) }
        + neighbours(in: order.byEnd) { precedesFromEnd(all[$0], word) })
    return BanbaoDiagnostics.nearest(to: word, among: alike.sorted().map { all[$0] })
  }

  private static func order(_ candidates: [String]) -> Order {
    let sorted = candidates.sorted { $0.precedes($1) }
    guard sorted.count > few else { return Order(candidates: sorted) }
    return Order(candidates: sorted, byEnd: sorted.indices.sorted { precedesFromEnd(sorted[$0], sorted[$1]) })
  }

  /// Those around the first that does not precede the word.
  private func neighbours<Order: RandomAccessCollection<Int>>(
    in order: Order, _ precedes: (Int) -> Bool
  ) -> [Int] where Order.Index == Int {
    let before = order.leadingCount(where: precedes)
    let start = max(0, before - NearIndex.around)
    return Array(order.dropFirst(start).prefix(before - start + NearIndex.around))
  }
}

private func precedesFromEnd(_ a: String, _ b: String) -> Bool {
  a.utf8.reversed().lexicographicallyPrecedes(b.utf8.reversed())
}
