import BanbaoSite

/// A record that spent money, and what it says of it.
struct Spender: Sendable {
  var entry: any AnyEntry
  var spending: Spending

  /// Of every kind that may spend, oldest first. Benefits that say nothing of money are left out.
  static func all(in library: Library) -> [Spender] {
    let costs: [(any AnyEntry, Spending?)] =
      library.entries(of: Activity.self).map { ($0, $0.record.cost) }
      + library.entries(of: Training.self).map { ($0, $0.record.cost) }
      + library.entries(of: Visit.self).map { ($0, $0.record.spending) }
      + library.entries(of: Benefit.self).map { ($0, $0.record.spending) }
    return costs.compactMap { entry, spending in
      spending.flatMap { $0.isEmpty ? nil : Spender(entry: entry, spending: $0) }
    }.sorted { a, b in
      a.entry.date != b.entry.date
        ? a.entry.date < b.entry.date : a.entry.id.utf8.lexicographicallyPrecedes(b.entry.id.utf8)
    }
  }
}

extension Spending {
  /// Whether nothing of it is said, as in a benefit that costs the union nothing.
  var isEmpty: Bool { amount == nil && account == nil && source == nil && vouchers.isEmpty }
}
