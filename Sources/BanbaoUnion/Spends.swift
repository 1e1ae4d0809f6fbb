package import BanbaoSite

/// A kind whose records tell what was spent and where that stands in the books.
package protocol Spends: RecordKind {
  /// Nil where the record says nothing of money.
  var outlay: Spending? { get }
}

/// A record that spent money, and what it says of it.
package struct Spender: Sendable {
  package var entry: any AnyEntry
  package var spending: Spending

  /// Of every kind that spends, oldest first. Records that say nothing of money are left out.
  package static func all(in library: Library) -> [Spender] {
    library.entries(that: (any Spends).self).compactMap { entry, record in
      record.outlay.flatMap { $0.isEmpty ? nil : Spender(entry: entry, spending: $0) }
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
