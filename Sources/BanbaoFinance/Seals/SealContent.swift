import BanbaoDiagnostics
import BanbaoSource

/// What a seal closes of a period, made from the books as they are.
///
/// It has no part in what files look like: two ledgers that say the same postings give the same lines, whatever their
/// form, encoding, columns and order.
struct SealContent {
  /// Where the books say what a line says.
  enum Origin: Hashable {
    /// An entry of the ledger, by its place there, and the line that says its money, which may be the same.
    case entry(Int32, money: Int32)
    case book(Mark)
  }

  private let books: YearBooks
  private let book: Book
  let ledger: Ledger
  private let period: Period
  private let days: DaySpan
  let disclosure: Book.Disclosure?
  private let sheet: FinanceSheet?
  /// By account of the chart.
  private let titles: [String]

  /// Nil where the year has no books, or such as cannot be summed.
  init?(_ books: YearBooks, _ period: Period) {
    guard let book = books.book, let ledger = books.ledger, let year = PublicYear(whole: books) else { return nil }
    self.books = books
    self.book = book
    self.ledger = ledger
    self.period = period
    days = period.span
    disclosure = book.disclosures.first { $0.period.value == period }
    sheet = FinanceSheet(year, period)
    titles = books.chart.accounts.map(\.title)
  }

  /// Every line, those of the ledger first.
  func visit(_ body: (SealLine, Origin) -> Void) {
    visitLedger(in: days, body)
    visitBook(body)
    for line in sheetLines { body(line, .book(disclosure?.period.mark ?? Mark(line: 1, column: 1))) }
  }

  /// The lines in the order of a seal, which is that of no file: those of the ledger by day and voucher, the book's by kind
  /// and text, the sheet's as the form has them.
  var inOrder: [SealLine] {
    var entries: [(day: Day, voucher: Voucher, line: SealLine)] = []
    var others: [SealLine] = []
    visit { line, origin in
      if case .entry(let index, _) = origin {
        let entry = ledger.entries[Int(index)]
        entries.append((entry.day, entry.voucher.whole, line))
      } else {
        others.append(line)
      }
    }
    entries.sort { a, b in
      if a.day != b.day { return a.day < b.day }
      if a.voucher != b.voucher { return a.voucher < b.voucher }
      return a.line.text.precedes(b.line.text)
    }
    let kinds = SealLine.Kind.allCases
    let book = others.filter { $0.kind != .sheet }.map { line in
      (line.kind.flatMap { kinds.firstIndex(of: $0) } ?? 0, line)
    }
    let inOrder = book.sorted { a, b in
      a.0 != b.0 ? a.0 < b.0 : a.1.text.precedes(b.1.text)
    }
    return entries.map(\.line) + inOrder.map(\.1) + others.filter { $0.kind == .sheet }
  }

  // MARK: The ledger

  /// The lines of the ledger within some days, or outside of them.
  func visitLedger(in days: DaySpan, isInside: Bool = true, _ body: (SealLine, Origin) -> Void) {
    func isWanted(_ entry: LedgerEntry) -> Bool { (days.first <= entry.day && entry.day <= days.last) == isInside }
    var owners = [Int](repeating: -1, count: ledger.entries.count)
    for voucher in ledger.vouchers.indices {
      for line in ledger.vouchers.lines(voucher) { owners[Int(line)] = voucher }
    }
    var next = ledger.postings.startIndex
    for voucher in ledger.vouchers.indices {
      // The postings of a voucher stand together.
      let begin = next
      while next < ledger.postings.endIndex, owners[Int(ledger.postings[next].entry)] == voucher { next += 1 }
      let postings = ledger.postings[begin..<next]
      let lines = ledger.vouchers.lines(voucher)
      let moneyLine = lines.first { isMoney(ledger.entries[Int($0)].account) }
      let fund = onlyFund(postings)
      for posting in postings where fund == nil || !isMoney(Int(posting.account)) {
        let entry = ledger.entries[Int(posting.entry)]
        guard isWanted(entry), let line = line(posting, entry, fund) else { continue }
        body(line, .entry(posting.entry, money: moneyLine ?? posting.entry))
      }
      for (line, index) in remarks(lines) where isWanted(ledger.entries[Int(index)]) {
        body(line, .entry(index, money: index))
      }
    }
  }

  private func isMoney(_ account: Int) -> Bool { ledger.chart.funds[account] != nil }

  /// The account of money that a voucher moves, where there is one alone and it says what for: then each of its other lines
  /// names it, and how much it moved follows from them.
  private func onlyFund(_ postings: ArraySlice<Posting>) -> Int? {
    let money = postings.filter { isMoney(Int($0.account)) && $0.fen != 0 }
    let saysWhat = postings.contains { !isMoney(Int($0.account)) }
    return saysWhat && money.count == 1 ? money.first.map { Int($0.account) } : nil
  }

  /// Nil for money that did not move.
  ///
  /// - Parameter fund: the only account of money that the voucher moves.
  private func line(_ posting: Posting, _ entry: LedgerEntry, _ fund: Int?) -> SealLine? {
    let isMoney = isMoney(Int(posting.account))
    if isMoney, posting.fen == 0 { return nil }
    var line = SealLine(isMoney ? .money : .entry)
    line.add(.day, entry.day.iso)
    line.add(.voucher, (isMoney ? entry.voucher.whole : entry.voucher).text)
    line.add(.account, titles[Int(posting.account)])
    if !isMoney { line.add(.summary, ledger.summary(entry)) }
    line.add(posting.isDebit ? .debit : .credit, Money(fen: posting.fen).ungrouped)
    if let fund { line.add(.fund, titles[fund]) }
    if !isMoney {
      for field in Remark.allCases.dropFirst(2) { line.add(field.name, field.value(entry, ledger)) }
    }
    return line
  }

  /// What a line of the ledger says besides its account and its amount.
  private enum Remark: CaseIterable {
    case sheet, summary, source, attachments, record

    var name: SealLine.Name {
      switch self {
      case .sheet: .voucher
      case .summary: .summary
      case .source: .source
      case .attachments: .attachments
      case .record: .record
      }
    }

    func value(_ entry: LedgerEntry, _ ledger: Ledger) -> String {
      switch self {
      case .sheet: entry.voucher.text
      case .summary: ledger.summary(entry)
      case .source: entry.source?.rawValue ?? ""
      case .attachments: entry.attachments.map { String($0) } ?? ""
      case .record: ledger.record(entry) ?? ""
      }
    }
  }

  /// What the lines of money say of a voucher that none of its other lines says: a simple ledger has no such lines but for
  /// transfers, and one of both sides repeats there what it said before.
  private func remarks(_ lines: ArraySlice<Int32>) -> [(line: SealLine, entry: Int32)] {
    let funds = ledger.chart.funds
    guard lines.contains(where: { funds[ledger.entries[Int($0)].account] != nil }), !sayTheSame(lines) else {
      return []
    }
    let others = lines.map { ledger.entries[Int($0)] }.filter { funds[$0.account] == nil }
    let days = Set(others.map(\.day))
    let said = Remark.allCases.map { remark in Set(others.map { remark.value($0, ledger) }) }
    var told = Set<SealLine>()
    return lines.compactMap { index in
      let entry = ledger.entries[Int(index)]
      guard funds[entry.account] != nil else { return nil }
      let new = zip(Remark.allCases, said).filter { remark, said in
        let value = remark.value(entry, ledger)
        return !value.isEmpty && !said.contains(value)
      }.map(\.0)
      guard !new.isEmpty || !days.contains(entry.day) else { return nil }
      var line = SealLine(.remark)
      line.add(.day, entry.day.iso)
      line.add(.voucher, (new.contains(.sheet) ? entry.voucher : entry.voucher.whole).text)
      for remark in new where remark != .sheet { line.add(remark.name, remark.value(entry, ledger)) }
      return told.insert(line).inserted ? (line, index) : nil
    }
  }

  /// Whether all lines of a voucher say the same, one of them of what is no money: nearly every voucher is so.
  private func sayTheSame(_ lines: ArraySlice<Int32>) -> Bool {
    guard let first = lines.first.map({ ledger.entries[Int($0)] }) else { return true }
    let summary = ledger.text.bytes[first.summary.range]
    var isMoneyAlone = true
    for line in lines {
      let entry = ledger.entries[Int(line)]
      guard entry.day == first.day, entry.voucher == first.voucher, entry.source == first.source,
        entry.attachments == first.attachments, entry.record == first.record,
        ledger.text.bytes[entry.summary.range] == summary
      else { return false }
      if ledger.chart.funds[entry.account] == nil { isMoneyAlone = false }
    }
    return !isMoneyAlone
  }

  // MARK: The book

  private func visitBook(_ body: (SealLine, Origin) -> Void) {
    let beginning = Mark(line: 1, column: 1)
    if let openings = books.balances(after: period.months.lowerBound) {
      for (account, amount) in openings.own.enumerated() where amount != 0 {
        let line = SealLine(.opening).adding(.account, titles[account]).adding(.amount, Money(fen: amount).ungrouped)
        body(line, .book(openingMark(account) ?? beginning))
      }
    }
    if let day = book.openingDay { body(SealLine(.opening).adding(.day, day.value.iso), .book(day.mark)) }
    if period.months.lowerBound == 0, let adjustments = book.adjustments {
      body(SealLine(.adjustments).adding(.amount, adjustments.value.ungrouped), .book(adjustments.mark))
    }
    for line in book.budget(with: []) { body(budgetLine(SealLine(.budget), line), .book(line.amount.mark)) }
    for change in book.changesInOrder where change.date.value <= days.last {
      let head = SealLine(.budgetChange).adding(.day, change.date.value.iso)
        .adding(.decidedBy, change.decidedBy?.value ?? "")
      if change.items.isEmpty { body(head, .book(change.date.mark)) }
      for item in change.items { body(budgetLine(head, item), .book(item.amount.mark)) }
    }
    for reconciliation in book.reconciliations.sorted(by: { $0.date.value < $1.date.value })
    where days.first <= reconciliation.date.value && reconciliation.date.value <= days.last {
      visit(reconciliation, body)
    }
    if let disclosure { visit(disclosure, body) }
    for correction in book.corrections(of: period) {
      if let line = correction.line { body(line, .book(correction.period.mark)) }
    }
  }

  /// Where the year's opening says what an account holds.
  private func openingMark(_ account: Int) -> Mark? {
    let stated = book.opening?.accounts.first { $0.account == account }?.mark
    return stated ?? books.chart.funds[account].flatMap { book.opening?[$0]?.mark }
  }

  private func budgetLine(_ head: SealLine, _ line: Book.BudgetLine) -> SealLine {
    head.adding(.account, titles[line.account]).adding(.amount, line.amount.value.ungrouped)
  }

  private func visit(_ reconciliation: Reconciliation, _ body: (SealLine, Origin) -> Void) {
    func head(_ kind: SealLine.Kind) -> SealLine {
      SealLine(kind).adding(.day, reconciliation.date.value.iso).adding(.account, titles[reconciliation.account])
    }
    body(
      head(.reconciliation).adding(.amount, reconciliation.statement.value.ungrouped),
      .book(reconciliation.statement.mark))
    for item in reconciliation.items {
      let line = head(.transit).adding(.booked, item.date.value.iso).adding(.kind, item.kind.rawValue)
        .adding(.summary, item.summary).adding(.amount, item.amount.value.ungrouped)
      body(line, .book(item.amount.mark))
    }
  }

  private func visit(_ disclosure: Book.Disclosure, _ body: (SealLine, Origin) -> Void) {
    let mark = disclosure.period.mark
    if let name = disclosure.preparedBy { body(SealLine(.preparedBy).adding(.person, name.value), .book(name.mark)) }
    if let name = disclosure.chair { body(SealLine(.chair).adding(.person, name.value), .book(name.mark)) }
    if let review = disclosure.review {
      let line = SealLine(.review).adding(.reviewed, review.value.date?.value.iso ?? "")
        .adding(.by, review.value.by?.value ?? "").adding(.opinion, review.value.opinion?.value ?? "")
      body(line, .book(review.mark))
    }
    if let day = disclosure.published { body(SealLine(.published).adding(.day, day.value.iso), .book(day.mark)) }
    if let counted = disclosure.counted {
      let line = SealLine(.counted).adding(.cash, counted.cash?.value.ungrouped ?? "")
        .adding(.bank, counted.bank?.value.ungrouped ?? "")
      body(line, .book((counted.cash ?? counted.bank)?.mark ?? mark))
    }
  }

  /// The lines of the sheet, as its file has them.
  var sheetLines: [SealLine] {
    guard let sheet else { return [] }
    return sheet.sealed(books.chart)
  }
}

extension FinanceSheet {
  /// Its lines as a seal keeps them.
  func sealed(_ chart: ChartOfAccounts) -> [SealLine] {
    lines.filter(\.isInFile).map { line in
      let name = line.name(chart, isYear: period.part == .year).zh
      let number = line.number(chart)
      return SealLine(.sheet).adding(.item, number.isEmpty ? name : "\(number) \(name)")
        .adding(.budget, line.budget?.ungrouped ?? "").adding(.amount, line.amount?.ungrouped ?? "")
    }
  }
}
