package import BanbaoSource

/// Sums of a ledger's postings, by account and month, in whole fen.
package struct Totals: Sendable {
  /// By account of the ledger's chart, then by month from 0 to 11.
  private var flows: [Flow]
  /// The first entry whose amount no 64-bit sum can take together with what a book adds to it; what follows is not
  /// summed.
  package let overflow: LedgerEntry?
  private let chart: ChartOfAccounts

  /// What was posted to an account in a month.
  private struct Flow {
    var debit: Int64 = 0
    var credit: Int64 = 0
    /// What closes the year's income and expense; in neither of the above.
    var closedDebit: Int64 = 0
    var closedCredit: Int64 = 0

    var net: Int64 { debit - credit }
    var closed: Int64 { closedDebit - closedCredit }
  }

  /// Sums of amounts up to this leave room for those of openings and adjustments.
  static let limit = Money(fen: Int64.max / 16)

  package init(_ ledger: Ledger) {
    chart = ledger.chart
    flows = Array(repeating: Flow(), count: chart.accounts.count * 12)
    // Sums over accounts and months stay within this, so that no later addition overflows.
    var magnitude: Int64 = 0
    var tooMuch: LedgerEntry?
    for posting in ledger.postings {
      let entry = ledger.entries[Int(posting.entry)]
      let (size, isTooLarge) = magnitude.addingReportingOverflow(Int64(clamping: posting.fen.magnitude))
      guard !isTooLarge, size <= Totals.limit.fen else {
        tooMuch = entry
        break
      }
      magnitude = size
      let cell = Int(posting.account) * 12 + entry.day.parts.month - 1
      switch (posting.isDebit, posting.isClosing) {
      case (true, false): flows[cell].debit += posting.fen
      case (false, false): flows[cell].credit += posting.fen
      case (true, true): flows[cell].closedDebit += posting.fen
      case (false, true): flows[cell].closedCredit += posting.fen
      }
    }
    overflow = tooMuch
  }

  /// What an account gained in some months (0 to 11), its sub-accounts included: of assets and expenses 借方 less 贷方, of
  /// all others 贷方 less 借方. A refund lessens an expense, and so on. What closes the year counts nowhere.
  package func amount(_ account: Int, months: Range<Int>) -> Money {
    Money(fen: chart.members[account].reduce(0) { $0 + own($1, months) })
  }

  /// The amount of an account in some months (0 to 11) by its own entries, without those of its sub-accounts.
  package func ownAmount(_ account: Int, months: Range<Int>) -> Money { Money(fen: own(account, months)) }

  private func own(_ account: Int, _ months: Range<Int>) -> Int64 {
    let net = months.reduce(0) { $0 + flows[account * 12 + $1].net }
    return chart.accounts[account].side.isDebit ? net : -net
  }

  /// By how much the balance of an account itself grew in some months (0 to 11), with what closes the year.
  func ownBalance(_ account: Int, months: Range<Int>) -> Int64 {
    let net = months.reduce(0) { $0 + flows[account * 12 + $1].net + flows[account * 12 + $1].closed }
    return chart.accounts[account].side.isDebit ? net : -net
  }

  /// 借方 and 贷方 of an account in some months (0 to 11), its sub-accounts included, with what closes the year.
  package func turnover(_ account: Int, months: Range<Int>) -> (debit: Money, credit: Money) {
    var (debit, credit) = (Int64(0), Int64(0))
    for member in chart.members[account] {
      for month in months {
        let flow = flows[member * 12 + month]
        debit += flow.debit + flow.closedDebit
        credit += flow.credit + flow.closedCredit
      }
    }
    return (Money(fen: debit), Money(fen: credit))
  }

  /// All accounts of one side together.
  package func sum(_ side: Account.Side, months: Range<Int>) -> Money {
    Money(fen: chart.accounts.indices.reduce(0) { chart.accounts[$1].side == side ? $0 + own($1, months) : $0 })
  }

  /// What a fund gained in some months, all of its accounts together.
  package func change(_ fund: Fund, months: Range<Int>) -> Money {
    Money(fen: chart.accounts.indices.reduce(0) { chart.funds[$1] == fund ? $0 + own($1, months) : $0 })
  }
}

extension Account.Side {
  /// Whether its accounts grow by their debit.
  package var isDebit: Bool { self == .asset || self == .expense }
}

extension Period {
  /// Its months, counted from 0.
  package var months: Range<Int> {
    let (first, last) = (span.first.parts.month, span.last.parts.month)
    return first - 1..<last
  }
}
