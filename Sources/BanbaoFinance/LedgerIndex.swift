import BanbaoSource

/// The postings of a ledger by account and month, so that a page finds its own without looking at the others.
struct LedgerIndex: Sendable {
  /// By account and month (0 to 11): where its postings begin in `order`.
  private let starts: [Int]
  /// Places in the ledger's postings.
  private let order: [Int32]
  /// By account and month: whether any amount but zero stands there.
  private let moved: [Bool]

  init(_ ledger: Ledger) {
    let count = ledger.chart.accounts.count * 12
    let cells = ledger.postings.map { posting in
      Int32(Int(posting.account) * 12 + ledger.entries[Int(posting.entry)].day.parts.month - 1)
    }
    var starts = [Int](repeating: 0, count: count + 1)
    var moved = [Bool](repeating: false, count: count)
    for (cell, posting) in zip(cells, ledger.postings) {
      starts[Int(cell) + 1] += 1
      if posting.fen != 0 { moved[Int(cell)] = true }
    }
    for cell in 0..<count { starts[cell + 1] += starts[cell] }
    var free = starts
    var order = [Int32](repeating: 0, count: cells.count)
    for (index, cell) in cells.enumerated() {
      order[free[Int(cell)]] = Int32(clamping: index)
      free[Int(cell)] += 1
    }
    self.starts = starts
    self.order = order
    self.moved = moved
  }

  /// How many months reach from January to the last one with an entry; 0 where there is no entry.
  var bookedMonths: Int {
    let months = (0..<12).reversed()
    return months.first { month in
      stride(from: month, to: starts.count - 1, by: 12).contains { starts[$0] < starts[$0 + 1] }
    }.map { $0 + 1 } ?? 0
  }

  /// Places in the ledger's postings, by month and then by voucher in the order of the file.
  func postings(_ account: Int, months: Range<Int>) -> ArraySlice<Int32> {
    order[starts[account * 12 + months.lowerBound]..<starts[account * 12 + months.upperBound]]
  }

  /// Whether anything but void entries stands on an account itself.
  func isUsed(_ account: Int, months: Range<Int>) -> Bool {
    moved[(account * 12 + months.lowerBound)..<(account * 12 + months.upperBound)].contains(true)
  }
}
