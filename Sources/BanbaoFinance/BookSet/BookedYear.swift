import BanbaoSource

/// A year's postings by account in the order of their days, with what every account held before: all books are made of
/// them.
struct BookedYear: Sendable {
  let books: YearBooks
  let book: Book
  let ledger: Ledger
  let totals: Totals
  /// The last day that the books tell of: the year's, or the site's while the year is not over.
  let end: Day
  /// By account itself, 借方 less 贷方 in whole fen. Both sides of all together are equal.
  let openings: [Int64]
  /// By account itself: places in the ledger's postings, by day and then in the order of the file.
  private let byAccount: [[Int32]]
  /// By voucher: its places in the ledger's postings.
  let vouchers: [Range<Int>]
  let sheets: VoucherVolumes
  /// By place in the ledger's entries: its voucher; -1 for none.
  private let owners: [Int32]

  /// Nil where the books cannot be summed, or say nothing of their opening.
  init?(_ books: YearBooks, today: Day) {
    guard let book = books.book, let ledger = books.ledger, let totals = books.totals, totals.overflow == nil,
      ledger.isWhole, books.opening != nil
    else { return nil }
    self.books = books
    self.book = book
    self.ledger = ledger
    self.totals = totals
    let last = Period(books.year).span.last
    let booked = ledger.entries.lazy.map(\.day).max() ?? today
    end = today < last ? min(last, max(today, booked)) : last
    openings = netOpenings(books)
    let order = ledger.postings.indices.sorted { a, b in
      let first = ledger.entries[Int(ledger.postings[a].entry)].day
      let second = ledger.entries[Int(ledger.postings[b].entry)].day
      return first == second ? a < b : first < second
    }
    var byAccount = [[Int32]](repeating: [], count: books.chart.accounts.count)
    for place in order { byAccount[Int(ledger.postings[place].account)].append(Int32(clamping: place)) }
    self.byAccount = byAccount
    var owners = [Int32](repeating: -1, count: ledger.entries.count)
    for voucher in ledger.vouchers.indices {
      for line in ledger.vouchers.lines(voucher) { owners[Int(line)] = Int32(clamping: voucher) }
    }
    self.owners = owners
    var vouchers = [Range<Int>](repeating: 0..<0, count: ledger.vouchers.indices.count)
    // The postings of a voucher stand together.
    for (place, posting) in ledger.postings.enumerated() {
      let voucher = Int(owners[Int(posting.entry)])
      let begin = vouchers[voucher].isEmpty ? place : vouchers[voucher].lowerBound
      vouchers[voucher] = begin..<place + 1
    }
    self.vouchers = vouchers
    sheets = VoucherVolumes(
      months: ledger.vouchers.indices.map { voucher in
        vouchers[voucher].isEmpty
          ? nil : ledger.vouchers.lines(voucher).first.map { ledger.entries[Int($0)].day.parts.month }
      })
  }

  var year: Int { books.year }
  var chart: ChartOfAccounts { books.chart }
  /// The day of the opening.
  var begin: Day { books.begins ?? Period(year).span.first }

  /// All accounts, each with its sub-accounts behind it.
  var accountsInOrder: [Int] {
    chart.accounts.indices.filter { chart.accounts[$0].parent.isEmpty }.flatMap { chart.members[$0] }
  }

  /// Whether an account itself has an opening or a posting.
  func isKept(_ account: Int) -> Bool { openings[account] != 0 || !byAccount[account].isEmpty }

  /// Whether an account or one below it has an opening or a posting.
  func isTold(_ account: Int) -> Bool { chart.members[account].contains { isKept($0) } }

  /// 借方 less 贷方 of an account and those below it after some months, in whole fen.
  func net(_ account: Int, after months: Int) -> Int64 {
    let moved = turnover(account, 0..<months)
    return chart.members[account].reduce(0) { $0 &+ openings[$1] } &+ moved.debit &- moved.credit
  }

  /// 借方 and 贷方 of an account and those below it, in whole fen.
  func turnover(_ account: Int, _ months: Range<Int>) -> (debit: Int64, credit: Int64) {
    let moved = totals.turnover(account, months: months)
    return (moved.debit.fen, moved.credit.fen)
  }

  /// The postings of an account itself, by day.
  func postings(_ account: Int) -> [(place: Int, posting: Posting, entry: LedgerEntry)] {
    byAccount[account].map { place in
      let posting = ledger.postings[Int(place)]
      return (Int(place), posting, ledger.entries[Int(posting.entry)])
    }
  }

  /// The day of a voucher: that of its first line.
  func day(_ voucher: Int) -> Day? { ledger.vouchers.lines(voucher).first.map { ledger.entries[Int($0)].day } }

  /// The number of a posting's voucher, leading to its sheet.
  func voucherCell(_ posting: Posting) -> BookPage.Cell {
    let entry = Int(posting.entry)
    return sheets.cell(ledger.entries[entry].voucher.text, Int(owners[entry]))
  }

  /// 对方科目: the accounts of the other side of a posting's voucher.
  func counterparts(_ place: Int) -> String {
    let posting = ledger.postings[place]
    let voucher = vouchers[Int(owners[Int(posting.entry)])]
    var seen: [String] = []
    for other in ledger.postings[voucher] where (other.net < 0) != (posting.net < 0) {
      let title = chart.accounts[Int(other.account)].title
      if !seen.contains(title) { seen.append(title) }
    }
    return seen.joined(separator: "、")
  }

  /// `102 银行存款-工行` in two: a detail account is told of by its number and the whole of its name.
  func numberAndName(_ account: Int) -> (number: String, name: String) {
    let own = chart.accounts[account]
    let name = own.isDetail ? String(own.title.drop { $0 != " " }.dropFirst()) : own.name
    return (own.number, name)
  }
}

/// What was left over when the year opened and is stated by no account stands in 工会资金结余, in 2009 结余.
private func netOpenings(_ books: YearBooks) -> [Int64] {
  let chart = books.chart
  let own = books.openings.own
  var nets = chart.accounts.indices.map { chart.accounts[$0].side.isDebit ? own[$0] : 0 &- own[$0] }
  let rest = nets.reduce(0, &+)
  if rest != 0, let surplus = chart.index(ofNumber: chart.standard == .of2021 ? "322" : "331") {
    nets[surplus] &-= rest
  }
  return nets
}
