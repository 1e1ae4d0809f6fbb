package import BanbaoSource
import BanbaoUnion

/// What stands in 代管经费 on a day: money that the union keeps for others.
package struct HeldForOthers: Sendable {
  /// What entries that name a record say came in and went out for it.
  package struct Flows: Sendable {
    package var received = Money(fen: 0)
    package var paid = Money(fen: 0)
  }

  package var balance: Money
  /// By the path of the record that entries name.
  package var byRecord: [String: Flows] = [:]
}

extension YearBooks {
  /// What stands in 代管经费 on a day.
  ///
  /// - Returns: nil where the ledger has not come to that day, or the union keeps no such money in its books.
  package func heldForOthers(on day: Day) -> HeldForOthers? {
    guard let ledger, let last = ledger.entries.lazy.map(\.day).max(), last >= day,
      let whole = chart.index(ofNumber: chart.entrusted)
    else { return nil }
    let moves = ledger.postings(on: whole)
    guard !moves.isEmpty || openings.of(whole).fen != 0 else { return nil }
    var held = HeldForOthers(balance: openings.of(whole))
    for move in moves {
      let entry = ledger.entries[Int(move.entry)]
      guard entry.day <= day else { continue }
      // What is paid stands on the left side of a debt.
      held.balance = held.balance.adding(Money(fen: 0 &- move.net))
      guard let record = ledger.record(entry) else { continue }
      let (came, went) = (Money(fen: max(0, 0 &- move.net)), Money(fen: max(0, move.net)))
      var flows = held.byRecord[record] ?? HeldForOthers.Flows()
      flows.received = flows.received.adding(came)
      flows.paid = flows.paid.adding(went)
      held.byRecord[record] = flows
    }
    return held
  }
}
