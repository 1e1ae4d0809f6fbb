import BanbaoSource

/// 分录: one side of a voucher, posted to one account (借贷记账法; 财会〔2021〕7号 art. 10).
///
/// What a voucher moves in money is one posting for each account of money and side, however many lines it pays for: so
/// a simple ledger and one of both sides give the same postings.
package struct Posting: Sendable {
  /// In the ledger's chart.
  package var account: Int32
  /// The line that tells of it: its place in the ledger's entries.
  package var entry: Int32
  package var isDebit: Bool
  /// 年末结转: whether it closes income or expense into 321 or 322, and so is neither.
  package var isClosing = false
  /// In whole fen; negative in a correction.
  package var fen: Int64

  /// 借方 less 贷方, in whole fen.
  package var net: Int64 { isDebit ? fen : 0 &- fen }
}

/// The lines of a ledger by voucher: within its month, or its year, a number stands for one voucher.
package struct VoucherLines: Sendable {
  /// By voucher, in the order of their first lines.
  let numbers: [Voucher]
  /// Each of the numbers of one type that follow each other.
  let runs: [Run]
  /// By voucher: where its lines begin in `order`; and the end.
  private let starts: [Int32]
  /// Places in the ledger's entries.
  private let order: [Int32]

  /// The vouchers of one type, of a month or of the whole year.
  package struct Run: Sendable {
    /// Whether the numbers of the type begin with 1 anew each month.
    var isMonthly: Bool
    /// By number.
    var vouchers: ArraySlice<Int32>
  }

  /// - Parameter year: lines of other years belong to no voucher.
  init(_ entries: [LedgerEntry], year: Int) {
    var types = VoucherTypes()
    let typeOfEntry = entries.map { types.index(of: $0.voucher.type) }
    let isMonthly = numberedByMonth(entries, typeOfEntry, types, year)
    // By type, month (0: of the year) and number, which has at most nine digits. Most ledgers are in this order already.
    var lines: [(run: UInt64, line: Int32)] = []
    lines.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() {
      let parts = entry.day.parts
      guard parts.year == year else { continue }
      let type = Int(typeOfEntry[index])
      let run =
        UInt64(type) << 36 | UInt64(isMonthly[type] ? parts.month : 0) << 32
        | UInt64(UInt32(clamping: entry.voucher.number))
      lines.append((run, Int32(clamping: index)))
    }
    lines.sort { ($0.run, $0.line) < ($1.run, $1.line) }
    // Where the lines of each voucher begin and end, by number.
    var spans: [Range<Int>] = []
    spans.reserveCapacity(lines.count)
    var begin = 0
    while begin < lines.count {
      var end = begin + 1
      while end < lines.count, lines[end].run == lines[begin].run { end += 1 }
      spans.append(begin..<end)
      begin = end
    }
    let inFile = spans.indices.sorted { lines[spans[$0].lowerBound].line < lines[spans[$1].lowerBound].line }
    var numbers: [Voucher] = []
    numbers.reserveCapacity(spans.count)
    var starts: [Int32] = [0]
    starts.reserveCapacity(spans.count + 1)
    var order: [Int32] = []
    order.reserveCapacity(lines.count)
    var byNumber = [Int32](repeating: 0, count: spans.count)
    for place in inFile {
      byNumber[place] = Int32(clamping: numbers.count)
      numbers.append(entries[Int(lines[spans[place].lowerBound].line)].voucher.whole)
      for line in lines[spans[place]] { order.append(line.line) }
      starts.append(Int32(clamping: order.count))
    }
    var runs: [Run] = []
    var first = 0
    while first < spans.count {
      let key = lines[spans[first].lowerBound].run >> 32
      let end = spans[first...].firstIndex { lines[$0.lowerBound].run >> 32 != key } ?? spans.count
      runs.append(Run(isMonthly: isMonthly[Int(key >> 4)], vouchers: byNumber[first..<end]))
      first = end
    }
    self.numbers = numbers
    self.starts = starts
    self.order = order
    self.runs = runs
  }

  var indices: Range<Int> { numbers.indices }

  /// The lines of a voucher, in the order of the file: places in the ledger's entries.
  func lines(_ voucher: Int) -> ArraySlice<Int32> { order[Int(starts[voucher])..<Int(starts[voucher + 1])] }
}

/// The types of a ledger's vouchers, by number: a ledger has few, and each again and again.
private struct VoucherTypes {
  private(set) var names: [VoucherType] = []
  private var known: [VoucherType: Int32] = [:]
  private var last: Int32 = -1

  mutating func index(of name: VoucherType) -> Int32 {
    if last >= 0, names[Int(last)] == name { return last }
    if let index = known[name] {
      last = index
    } else {
      last = Int32(clamping: names.count)
      known[name] = last
      names.append(name)
    }
    return last
  }
}

/// By type: whether its numbers begin with 1 anew in most months. 《会计基础工作规范》 leaves the run to the union.
private func numberedByMonth(
  _ entries: [LedgerEntry], _ typeOfEntry: [Int32], _ types: VoucherTypes, _ year: Int
) -> [Bool] {
  // By type and month: the lowest number.
  var lowest = [Int](repeating: Int.max, count: types.names.count * 12)
  for (entry, type) in zip(entries, typeOfEntry) where entry.day.year == year {
    let cell = Int(type) * 12 + entry.day.parts.month - 1
    lowest[cell] = min(lowest[cell], entry.voucher.number)
  }
  return types.names.indices.map { type in
    let months = lowest[type * 12..<type * 12 + 12]
    let fromOne = months.count { $0 == 1 }
    return fromOne > 1 && fromOne * 2 > months.count { $0 != Int.max }
  }
}

/// Posts every voucher, and gives its lines the fund that they move.
///
/// A line of no voucher, one of another year, is posted nowhere.
func posted(_ entries: inout [LedgerEntry], _ vouchers: VoucherLines, _ chart: ChartOfAccounts) -> [Posting] {
  var postings: [Posting] = []
  postings.reserveCapacity(entries.count * 2)
  for voucher in vouchers.indices {
    let lines = vouchers.lines(voucher)
    let begin = postings.count
    for line in lines where chart.funds[entries[Int(line)].account] == nil {
      let entry = entries[Int(line)]
      postings.append(
        Posting(account: Int32(entry.account), entry: line, isDebit: !entry.isIncome, fen: entry.amount.fen))
    }
    let money = postings.count
    let teller = money > begin ? postings[begin].entry : nil
    func move(_ account: Int, _ line: Int32, isDebit: Bool, _ fen: Int64) {
      if let same = postings[money...].firstIndex(where: { $0.account == account && $0.isDebit == isDebit }) {
        postings[same].fen &+= fen
      } else {
        postings.append(Posting(account: Int32(account), entry: teller ?? line, isDebit: isDebit, fen: fen))
      }
    }
    for line in lines {
      let entry = entries[Int(line)]
      if chart.funds[entry.account] != nil {
        move(entry.account, line, isDebit: chart.isDebit(entry), entry.amount.fen)
      }
      if let counter = entry.counter { move(counter, line, isDebit: entry.isIncome, entry.amount.fen) }
    }
    markClosing(&postings[begin...], chart)
    tellFund(&entries, lines, postings[money...], chart)
  }
  return postings
}

/// 年末结转: income is closed by its debit and expense by its credit, against 321 or 322 (财会〔2021〕7号, 第三部分).
private func markClosing(_ postings: inout ArraySlice<Posting>, _ chart: ChartOfAccounts) {
  func side(_ posting: Posting) -> Account.Side { chart.accounts[Int(posting.account)].side }
  guard postings.contains(where: { side($0) == .netAsset }) else { return }
  let closed = postings.indices.filter { index in
    (side(postings[index]) == .income && postings[index].isDebit)
      || (side(postings[index]) == .expense && !postings[index].isDebit)
  }
  guard !closed.isEmpty else { return }
  for index in closed { postings[index].isClosing = true }
  for index in postings.indices where side(postings[index]) == .netAsset { postings[index].isClosing = true }
}

/// A line of a ledger of both sides moves the fund that its voucher's other lines move.
private func tellFund(
  _ entries: inout [LedgerEntry], _ lines: ArraySlice<Int32>, _ money: ArraySlice<Posting>, _ chart: ChartOfAccounts
) {
  var fund = money.first.flatMap { chart.funds[Int($0.account)] }
  if !money.allSatisfy({ chart.funds[Int($0.account)] == fund }) { fund = nil }
  for line in lines where entries[Int(line)].fund == nil {
    entries[Int(line)].fund = chart.funds[entries[Int(line)].account] ?? fund
  }
}
