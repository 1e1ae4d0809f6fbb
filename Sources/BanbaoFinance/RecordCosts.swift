import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

/// 账证相符 from the other side (DomainNotes 1.7, F10): what a record says of its cost is what its vouchers say, and
/// what the ledger names exists.
func checkCosts(_ books: Books, _ library: Library) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  var told = Set<String>()
  for ledger in books.years.compactMap(\.ledger) {
    let isKnown = ledger.records.map { library.entry($0) != nil }
    for entry in ledger.entries {
      guard let place = entry.record, !isKnown[place] else { continue }
      let record = ledger.records[place]
      let isFirst = told.insert(record).inserted
      guard isFirst || library.unpublished[record] == nil else { continue }
      let mark = ledger.mark(entry, .record)
      if var fault = referenced(Located(record, mark), in: library, from: ledger.path).fault {
        let place = ledger.place(entry, .record)
        // A cell of a workbook is not for a program to change.
        if place.sheet != nil { (fault.place, fault.fix) = (place, nil) }
        diagnostics.append(fault)
      }
    }
  }
  let spenders = Spender.all(in: library)
  let shelf = CostShelf(
    books, naming: Set(spenders.flatMap(\.spending.vouchers).compactMap { wholeVoucher($0.value) }), on: library.today)
  return diagnostics + spenders.flatMap { shelf.check($0) } + shelf.checkShared(spenders)
}

/// Nil for what is no voucher, which is reported where its record is checked.
func wholeVoucher(_ text: String) -> Voucher? {
  do {
    return try Voucher(reading: text).whole
  } catch {
    return nil
  }
}

extension Voucher {
  /// Whether a record that names this voucher means a line of another: a voucher means all of its sheets.
  func names(_ other: Voucher) -> Bool {
    whole == other.whole && (sheet == nil || other.sheet == nil || sheet == other.sheet)
  }
}

extension YearBooks {
  /// How many months are booked on a day, from January on: up to the last entry, or to the last sheet of months that are
  /// over. A month is booked when it is over.
  fileprivate func bookedMonths(on today: Day) -> Int {
    let months = [index?.bookedMonths ?? 0] + (book?.disclosures.map(\.period.value.months.upperBound) ?? [])
    let over = year < today.year ? 12 : year > today.year ? 0 : today.parts.month - 1
    return min(months.max() ?? 0, over)
  }
}

/// The entries of all ledgers by voucher and by record.
struct CostShelf {
  /// An entry of one of the ledgers.
  struct Line {
    var ledger: Ledger
    var entry: LedgerEntry
    var account: Account { ledger.chart.accounts[entry.account] }
    var amountPlace: Place { ledger.amountPlace(entry) }
    /// Whether it is money spent, not money that came in for it or moved between the funds.
    var isCost: Bool { !entry.isIncome && (account.side == .expense || account.side == .liability) }
  }

  /// By year.
  private(set) var ledgers: [Int: Ledger] = [:]
  /// By year and voucher: places in the ledger's entries.
  private var byVoucher: [Int: [Voucher: [Int]]] = [:]
  private var byRecord: [String: [(year: Int, index: Int)]] = [:]
  /// By year: how many months are booked, from January on.
  private var bookedMonths: [Int: Int] = [:]
  /// Whether a ledger has lines that cannot be read: then nothing is said of what they may hold.
  private(set) var isPartial = false

  /// - Parameter named: the vouchers that any record names; a large ledger has many more.
  init(_ books: Books, naming named: Set<Voucher>, on today: Day) {
    for year in books.years {
      guard let ledger = year.ledger, ledger.isWhole, year.totals?.overflow == nil else {
        isPartial = isPartial || year.ledger != nil
        continue
      }
      ledgers[year.year] = ledger
      var vouchers: [Voucher: [Int]] = [:]
      for (index, entry) in ledger.entries.enumerated() {
        if named.contains(entry.voucher.whole) { vouchers[entry.voucher.whole, default: []].append(index) }
        if let record = ledger.record(entry) { byRecord[record, default: []].append((year.year, index)) }
      }
      byVoucher[year.year] = vouchers
      bookedMonths[year.year] = year.bookedMonths(on: today)
    }
  }

  /// Whether any line of a ledger names a record.
  func isBooked(on record: String) -> Bool { byRecord[record] != nil }

  private func line(_ year: Int, _ index: Int) -> Line? {
    ledgers[year].map { Line(ledger: $0, entry: $0.entries[index]) }
  }

  func check(_ spender: Spender) -> [Diagnostic] {
    let record = spender.entry
    let years = ledgers.keys.filter { record.date.first.year <= $0 && $0 <= record.date.last.year }.sorted()
    let own = (byRecord[record.id] ?? []).compactMap { line($0.year, $0.index) }.filter(\.isCost)
    guard !isPartial, !years.isEmpty || !own.isEmpty else { return [] }
    var faults: [Diagnostic] = []
    var named: [(voucher: Voucher, written: Located<String>)] = []
    for written in spender.spending.vouchers {
      do {
        let voucher = try Voucher(reading: written.value)
        if let first = named.first(where: { $0.voucher == voucher }) {
          faults.append(repeated(voucher, written, first.written, record))
        } else {
          named.append((voucher, written))
        }
      } catch {
        faults.append(
          error.rule.at(record.place(written.mark), error.message, help: error.help))
      }
    }
    guard faults.isEmpty else { return faults }
    var unmarked: [Line] = []
    for (voucher, written) in named where !own.contains(where: { voucher.names($0.entry.voucher) }) {
      guard let year = years.first(where: { byVoucher[$0]?[voucher.whole] != nil }) else {
        if let ledger = years.first.flatMap({ ledgers[$0] }) {
          faults.append(unknown(voucher, written, record, ledger))
        }
        continue
      }
      unmarked += lines(of: voucher, year, nearest: record.date).filter { $0.entry.record == nil }
    }
    if !named.isEmpty {
      faults += own.filter { line in !named.contains { $0.voucher.names(line.entry.voucher) } }.map {
        unlisted($0, record)
      }
    }
    guard faults.isEmpty else { return faults }
    // Lines that name no record may belong to the one beside them in their voucher.
    let beside = named.flatMap { voucher, _ in
      own.first { voucher.names($0.entry.voucher) }.map { first in
        lines(of: voucher, first.ledger.year, nearest: DaySpan(first.entry.day, first.entry.day)).filter {
          $0.entry.record == nil
        }
      } ?? []
    }
    return compare(
      spender, own + unmarked.filter(\.isCost), beside: beside.filter(\.isCost), isNamed: !named.isEmpty)
  }

  /// The lines of a voucher. Where its number is used once a month, those of the month nearest to some days.
  func lines(of voucher: Voucher, _ year: Int, nearest days: DaySpan) -> [Line] {
    let all = (byVoucher[year]?[voucher.whole] ?? []).compactMap { line(year, $0) }.filter {
      voucher.names($0.entry.voucher)
    }
    func distance(_ day: Day) -> Int { max(days.first.serial - day.serial, day.serial - days.last.serial, 0) }
    let day = all.map(\.entry.day).min { (distance($0), $0) < (distance($1), $1) }
    return all.filter { $0.entry.day == day }
  }

  /// Amount, account and source of a record against its lines.
  ///
  /// - Parameter beside: lines that may belong to the record too, and need not.
  private func compare(_ spender: Spender, _ lines: [Line], beside: [Line], isNamed: Bool) -> [Diagnostic] {
    guard isNamed || !lines.isEmpty else { return [unbooked(spender)].compactMap { $0 } }
    let sum = lines.reduce(Int64(0)) { $0 &+ $1.entry.amount.fen }
    let more = beside.reduce(Int64(0)) { $0 &+ $1.entry.amount.fen }
    if let amount = spender.spending.amount,
      ![sum, sum &+ more].contains(where: { spender.spending.agrees(with: Money(fen: $0)) })
    {
      return [mismatch(spender.entry, amount, Money(fen: sum), lines)]
    }
    return [account(spender, lines), source(spender, lines)].compactMap { $0 }
  }

  /// What union money paid for stands in the books, once its month is booked.
  private func unbooked(_ spender: Spender) -> Diagnostic? {
    let (record, last) = (spender.entry, spender.entry.date.last)
    guard spender.spending.isUnionMoney, let amount = spender.spending.amount, amount.value.fen > 0,
      let ledger = ledgers[last.year], last.parts.month <= bookedMonths[last.year] ?? 0
    else { return nil }
    return CostRules.unbooked.at(
      record.place(amount.mark),
      Wording(
        "《\(record.title)》用了工会的钱 \(amount.value.grouped)，没有写凭证号，账本里也没有记在它名下的",
        en:
          "“\(record.title)” spent \(amount.value.grouped) of the union's money, names no voucher, and the ledger has no line of it"
      ),
      help: Wording(
        "在账本里找到这笔支出，把它的凭证号写进“\(record.keys[Spending.Keys.vouchers])”；账本里没有，就补记；不是工会付的，改正经费来源",
        en:
          "find it in the ledger and write its voucher under \(record.keys[Spending.Keys.vouchers]); add it there if it is missing; if the union did not pay, mend the source"
      ),
      related: [Related(Place(ledger.path), Wording("账本", en: "the ledger"))])
  }

  /// A cost may be split over accounts; then one of them is the record's.
  private func account(_ spender: Spender, _ lines: [Line]) -> Diagnostic? {
    guard let written = spender.spending.account, let first = lines.first else { return nil }
    let agrees = lines.contains { line in
      do {
        let account = line.ledger.chart.accounts[try line.ledger.chart.find(written.value)]
        return account.number == line.account.number || account.number == line.account.parent
      } catch {
        return written.value.contains(line.account.name)
      }
    }
    guard !agrees else { return nil }
    return CostRules.account.at(
      spender.entry.place(written.mark),
      Wording(
        "《\(spender.entry.title)》写科目“\(written.value)”，账本里 \(first.entry.voucher.text) 记在 \(first.account.title)",
        en:
          "“\(spender.entry.title)” says “\(written.value)”, but \(first.entry.voucher.text) is booked on \(first.account.title)"
      ),
      help: Wording("核对记录的科目和账本", en: "check the record's account and the ledger"),
      related: [Related(first.ledger.place(first.entry, .account), Wording("账本里的科目", en: "the account in the ledger"))])
  }

  private func source(_ spender: Spender, _ lines: [Line]) -> Diagnostic? {
    let told = lines.compactMap { line in line.entry.source.map { (line, $0) } }
    guard let written = spender.spending.source, let first = told.first,
      !told.contains(where: { written.value.contains($0.1.rawValue) })
    else { return nil }
    return CostRules.source.at(
      spender.entry.place(written.mark),
      Wording(
        "《\(spender.entry.title)》写经费来源“\(written.value)”，账本里 \(first.0.entry.voucher.text) 是“\(first.1.rawValue)”",
        en:
          "“\(spender.entry.title)” is paid from “\(written.value)”, but in the ledger \(first.0.entry.voucher.text) is from “\(first.1.rawValue)”"
      ),
      help: Wording("核对记录的来源和账本", en: "check the record's source and the ledger"),
      related: [
        Related(first.0.ledger.place(first.0.entry, .source), Wording("账本里的来源", en: "the source in the ledger"))
      ])
  }

  private func mismatch(
    _ record: any AnyEntry, _ amount: Located<Money>, _ sum: Money, _ lines: [Line]
  ) -> Diagnostic {
    let difference = Money(fen: amount.value.fen &- sum.fen)
    return CostRules.mismatch.at(
      record.place(amount.mark),
      Wording(
        "《\(record.title)》写 \(amount.value.grouped)，凭证合计 \(sum.grouped)，差 \(difference.grouped)",
        en:
          "“\(record.title)” says \(amount.value.grouped), its vouchers sum up to \(sum.grouped), a difference of \(difference.grouped)"
      ),
      help: Wording("核对记录的金额、凭证号和账本", en: "check the amount, the vouchers and the ledger"),
      related: lines.prefix(3).map {
        Related(
          $0.amountPlace,
          Wording(
            "\($0.entry.voucher.text)：\($0.entry.amount.grouped)",
            en: "\($0.entry.voucher.text): \($0.entry.amount.grouped)"))
      })
  }

  private func unknown(
    _ voucher: Voucher, _ written: Located<String>, _ record: any AnyEntry, _ ledger: Ledger
  ) -> Diagnostic {
    CostRules.voucher.at(
      record.place(written.mark),
      Wording(
        "\(ledger.year) 年账本里没有凭证 \(voucher.text)", en: "the ledger of \(ledger.year) has no voucher \(voucher.text)"),
      help: Wording("核对凭证号，或在账本里补上这一行", en: "check the number, or add the line to the ledger"),
      related: [Related(Place(ledger.path), Wording("账本", en: "the ledger"))])
  }

  private func repeated(
    _ voucher: Voucher, _ written: Located<String>, _ first: Located<String>, _ record: any AnyEntry
  ) -> Diagnostic {
    CostRules.voucher.at(
      record.place(written.mark), Wording("凭证 \(voucher.text) 写了两遍", en: "the voucher \(voucher.text) is named twice"),
      help: Wording("删掉一个", en: "delete one of them"),
      related: [Related(record.place(first.mark), Wording("第一次", en: "the first time"))])
  }

  private func unlisted(_ line: Line, _ record: any AnyEntry) -> Diagnostic {
    CostRules.unlisted.at(
      line.ledger.place(line.entry, .record),
      Wording(
        "凭证 \(line.entry.voucher.text) 记在《\(record.title)》名下，那条记录没有列出这个凭证",
        en: "voucher \(line.entry.voucher.text) is booked on “\(record.title)”, which does not list it"),
      help: Wording(
        "在那条记录的“\(record.keys[Spending.Keys.vouchers])”里加上 \(line.entry.voucher.text)，或改正关联记录",
        en: "add it to \(record.keys[Spending.Keys.vouchers]) of the record, or mend the reference"),
      related: [Related(record.place, Wording("那条记录", en: "the record"))])
  }
}
