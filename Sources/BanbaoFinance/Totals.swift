package import BanbaoSource

/// Sums of a ledger, by account and month and by fund and month, in whole fen.
package struct Totals: Sendable {
  /// By account of the chart, then by month from 0 to 11: what came in, and what went out.
  private var byAccount: [(income: Int64, expense: Int64)]
  /// By fund (cash, bank), then by month: income less expense.
  private var byFund: [Int64]
  /// The first entry whose amount no 64-bit sum can take together with what a book adds to it; what follows is not
  /// summed.
  package let overflow: LedgerEntry?
  private let chart: ChartOfAccounts

  /// Sums of amounts up to this leave room for those of openings and adjustments.
  static let limit = Money(fen: Int64.max / 16)

  package init(_ ledger: Ledger) {
    chart = ledger.chart
    byAccount = Array(repeating: (0, 0), count: chart.accounts.count * 12)
    byFund = Array(repeating: 0, count: 24)
    // Sums over accounts and months stay within this, so that no later addition overflows.
    var magnitude: Int64 = 0
    var tooMuch: LedgerEntry?
    for entry in ledger.entries {
      let (size, isTooLarge) = magnitude.addingReportingOverflow(
        Int64(clamping: entry.amount.fen.magnitude))
      guard !isTooLarge, size <= Totals.limit.fen else {
        tooMuch = entry
        break
      }
      magnitude = size
      let month = entry.day.parts.month - 1
      let fen = entry.amount.fen
      if entry.isIncome {
        byAccount[entry.account * 12 + month].income += fen
      } else {
        byAccount[entry.account * 12 + month].expense += fen
      }
      byFund[(entry.fund == .cash ? 0 : 12) + month] += entry.isIncome ? fen : -fen
    }
    overflow = tooMuch
  }

  /// The amount of an income or expense account in some months (0 to 11), its sub-accounts included: a refund lessens
  /// an expense, and so on. Other accounts give what came in less what went out.
  package func amount(_ account: Int, months: Range<Int>) -> Money {
    let number = chart.accounts[account].number
    var fen = own(account, months)
    for (index, other) in chart.accounts.enumerated() where other.parent == number { fen += own(index, months) }
    return Money(fen: fen)
  }

  /// The amount of an account in some months (0 to 11) by its own entries, without those of its sub-accounts.
  package func ownAmount(_ account: Int, months: Range<Int>) -> Money { Money(fen: own(account, months)) }

  private func own(_ account: Int, _ months: Range<Int>) -> Int64 {
    let isExpense = chart.accounts[account].side == .expense
    return months.reduce(0) { sum, month in
      let cell = byAccount[account * 12 + month]
      return sum + (isExpense ? cell.expense - cell.income : cell.income - cell.expense)
    }
  }

  /// All accounts of one side together.
  package func sum(_ side: Account.Side, months: Range<Int>) -> Money {
    Money(
      fen: chart.accounts.indices.reduce(0) { sum, index in
        chart.accounts[index].side == side ? sum + own(index, months) : sum
      })
  }

  /// What a fund gained in some months.
  package func change(_ fund: Fund, months: Range<Int>) -> Money {
    Money(fen: months.reduce(0) { $0 + byFund[(fund == .cash ? 0 : 12) + $1] })
  }
}

extension Period {
  /// Its months, counted from 0.
  package var months: Range<Int> {
    let (first, last) = (span.first.parts.month, span.last.parts.month)
    return first - 1..<last
  }
}
