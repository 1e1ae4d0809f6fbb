package import BanbaoDiagnostics
package import BanbaoSource

extension Ledger {
  /// Reads a ledger as Excel or WPS saved it. Every fault is reported at its line and column; an entry with a fault is
  /// left out of `entries`.
  package static func read(
    _ file: SourceText, year: Int, chart: ChartOfAccounts
  ) -> (ledger: Ledger?, diagnostics: [Diagnostic]) {
    let (converted, faults) = tableText(file)
    guard let text = converted else { return (nil, faults) }
    var reading = LedgerReading(text, chart)
    guard reading.readHeads() else { return (nil, reading.diagnostics) }
    while reading.reader.next() { reading.readRow() }
    let diagnostics = reading.diagnostics + reading.reader.diagnostics
    let ledger = Ledger(
      path: file.path, year: year, details: reading.details, entries: reading.entries,
      isWhole: !diagnostics.containErrors, text: text, columns: reading.columns)
    return (ledger, diagnostics)
  }
}

/// The state of reading one ledger.
private struct LedgerReading: ~Copyable {
  var reader: TableReader
  let details: DetailAccounts
  var columns: [LedgerColumn?] = []
  var entries: [LedgerEntry] = []
  var diagnostics: [Diagnostic] = []
  private var quoteFaults = 0
  /// By column: where it stands in a row; -1 for none.
  private var position = [Int](repeating: -1, count: LedgerColumn.allCases.count)
  private let accounts = CellMemo<Int>()
  private let funds = CellMemo<WrittenFund>()
  private let sources = CellMemo<FundSource>()
  private let records = CellMemo<String>()
  private let voucherTypes = CellMemo<String>()

  init(_ text: SourceText, _ chart: ChartOfAccounts) {
    reader = TableReader(text)
    details = DetailAccounts(chart)
  }

  private func place(_ mark: Mark) -> Place { Place(reader.text.path, mark) }

  /// Finds the row of heads: the first with three of them, since a title may stand above it.
  mutating func readHeads() -> Bool {
    var first: Place?
    while reader.next() {
      first = first ?? place(reader.cells[0].mark)
      let heads = reader.cells.map { reader.string($0) }
      columns = heads.map { LedgerColumn(head: $0) }
      guard columns.count(where: { $0 != nil }) >= 3 else {
        if heads.count == 1, let separator = "\t;，；".first(where: { heads[0].contains($0) }) {
          diagnostics.append(
            LedgerRules.heads.at(
              place(reader.cells[0].mark),
              Wording(
                "各列不是用英文逗号隔开的，是“\(separator == "\t" ? "制表符" : String(separator))”",
                en: "the columns are not separated by commas"),
              help: Wording("用 Excel 或 WPS 另存为 CSV（逗号分隔）", en: "save it from Excel or WPS as comma-separated CSV")))
          return false
        }
        continue
      }
      checkHeads(heads)
      return diagnostics.isEmpty
    }
    diagnostics.append(
      LedgerRules.heads.at(
        first ?? Place(reader.text.path), Wording("找不到表头", en: "there is no row of heads"),
        help: Wording(
          "第一行写：\(LedgerColumn.usual.map(\.alias).joined(separator: ","))",
          en: "the first row is: \(LedgerColumn.usual.map(\.rawValue).joined(separator: ","))")))
    return false
  }

  /// What is wrong with the heads is said once: one look at the row mends them all.
  private mutating func checkHeads(_ heads: [String]) {
    var unknown: [Int] = []
    for (index, column) in columns.enumerated() {
      let mark = reader.cells[index].mark
      guard let column else {
        if !heads[index].isEmpty { unknown.append(index) }
        continue
      }
      if position[column.ordinal] >= 0 {
        diagnostics.append(
          LedgerRules.heads.at(
            place(mark), Wording("“\(column.alias)”这一列有两个", en: "there are two columns “\(column.rawValue)”"),
            help: Wording("只留一个", en: "keep only one")))
      }
      position[column.ordinal] = index
    }
    let steps = headSteps(unknown.map { heads[$0] }, free: LedgerColumn.allCases.filter { position[$0.ordinal] < 0 })
    guard !steps.isEmpty else { return }
    let first = unknown.first.map { place(reader.cells[$0].mark) }
    diagnostics.append(
      LedgerRules.heads.at(
        first ?? Place(reader.text.path, line: reader.line, column: 1),
        Wording("表头和账本的各列对不上", en: "the heads are not those of a ledger"),
        help: Wording(steps.map(\.zh).joined(separator: "；"), en: steps.map(\.en).joined(separator: "; "))))
  }

  private func cell(_ column: LedgerColumn) -> TableCell? {
    let index = position[column.ordinal]
    guard index >= 0, index < reader.cells.count else { return nil }
    let cell = reader.cells[index]
    return cell.range.isEmpty ? nil : cell
  }

  private mutating func misread(_ fault: Misread, _ cell: TableCell) {
    diagnostics.append(
      fault.rule.at(
        place(cell.mark), fault.message, help: fault.help,
        fix: fault.remedy.flatMap { Replacement(reader.text.path, cell.mark, from: reader.string(cell), to: $0) }))
  }

  /// Says what is wrong with a row as a whole.
  private mutating func refuse(_ message: Wording, help: Wording) {
    diagnostics.append(
      LedgerRules.cell.at(Place(reader.text.path, line: reader.line, column: 1), message, help: help))
  }

  private mutating func lacks(_ column: LedgerColumn) {
    refuse(
      Wording("这一行没有\(column.alias)", en: "this line has no \(column.rawValue)"),
      help: Wording("在“\(column.alias)”列填上", en: "fill in the column \(column.alias)"))
  }

  private mutating func lacksAmount(_ first: LedgerColumn, _ second: LedgerColumn) {
    refuse(
      Wording("这一行没有金额", en: "this line has no amount"),
      help: Wording(
        "\(first.alias)、\(second.alias)填一个；作废的凭证填 0",
        en: "fill in \(first.rawValue) or \(second.rawValue), 0 for a void voucher"))
  }

  /// Whether an amount's cell is empty, or holds the dash that stands for none.
  private func isUnwritten(_ column: LedgerColumn) -> Bool {
    cell(column).map { Money.isDash(reader.string($0)) } ?? true
  }

  /// Reads every cell of a row before it gives up.
  mutating func readRow() {
    // Where quotes are wrong, what stands in which cell is a guess.
    if reader.diagnostics.count > quoteFaults {
      quoteFaults = reader.diagnostics.count
      return
    }
    switch kindOfRow() {
    case .entry: break
    case .aside: return
    case .stray:
      refuse(
        Wording("这一行没有凭证号、科目和资金，不是一笔账", en: "this line has no voucher, account or fund: it is no entry"),
        help: Wording("是一笔账就填上；不是就删掉这一行", en: "fill them in, or delete the line where it is none"))
      return
    }
    let before = diagnostics.count
    checkWidth()
    let day = readDay()
    let voucher = readVoucher()
    let account = read(.account, accounts) { [details] text throws(Misread) in try details.find(text) }
    let summary = cell(.summary)
    let amount = readSides(account)
    let fund = amount?.isTwoSided == true ? nil : readFund()
    let source = read(.source, sources) { text throws(Misread) in try readSource(text) }
    let attachments = read(.attachments) { text throws(Misread) in try readCount(text) }
    let record = read(.record, records) { text throws(Misread) in text } ?? ""
    for (column, isThere) in [
      (LedgerColumn.date, day != nil || cell(.date) != nil), (.voucher, voucher != nil || cell(.voucher) != nil),
      (.account, account != nil || cell(.account) != nil),
      (.fund, fund != nil || cell(.fund) != nil || amount?.isTwoSided ?? !has(.fund)),
    ] where !isThere { lacks(column) }
    if summary == nil { lacks(.summary) }
    guard diagnostics.count == before, let day, let voucher, let account, let summary, let amount else { return }
    // 102 银行存款 of the fund 银行-工行 is that bank's account.
    let isBank = details[account].fund == fund?.fund && !details[account].isDetail
    entries.append(
      LedgerEntry(
        day: day, voucher: voucher, account: isBank ? fund?.account ?? account : account, amount: amount.amount,
        isIncome: amount.isIncome,
        fund: fund?.fund, counter: details[account].fund == fund?.fund ? nil : fund?.account,
        isTwoSided: amount.isTwoSided, source: source, attachments: attachments, record: record, summary: summary,
        line: reader.line, offset: reader.rowStart))
  }

  /// The amount of a row, and on which side it stands; nil for none, which is reported.
  ///
  /// - Parameter account: nil where that could not be read.
  private mutating func readSides(_ account: Int?) -> (amount: Money, isIncome: Bool, isTwoSided: Bool)? {
    let isMoney = account.map { details[$0].fund != nil } ?? false
    let side = account.map { details[$0].side }
    let simple = readPair(.income, .expense, prefersFirst: side == .income)
    let isEmpty = isUnwritten(.income) && isUnwritten(.expense)
    if !isEmpty || !has(.debit) { return simple.map { ($0.amount, $0.isFirst, false) } }
    let both = readPair(.debit, .credit, prefersFirst: side?.isDebit ?? true)
    return both.map { ($0.amount, $0.isFirst == isMoney, true) }
  }

  /// The one amount of two columns.
  ///
  /// - Parameter prefersFirst: in which column a zero is meant where both have one.
  private mutating func readPair(
    _ first: LedgerColumn, _ second: LedgerColumn, prefersFirst: Bool
  ) -> (amount: Money, isFirst: Bool)? {
    let (one, other) = (readAmount(first), readAmount(second))
    switch (one, other) {
    case (nil, nil):
      // A ledger of both forms has its amounts in the other columns.
      if isUnwritten(first), isUnwritten(second), first == .debit || !has(.debit) { lacksAmount(first, second) }
      return nil
    case (let amount?, nil): return (amount, true)
    case (nil, let amount?): return (amount, false)
    case (let one?, let other?):
      // Some programs fill the other column with 0.00.
      if other.fen == 0, one.fen != 0 || prefersFirst { return (one, true) }
      if one.fen == 0 { return (other, false) }
      if let mark = cell(second)?.mark {
        diagnostics.append(
          LedgerRules.cell.at(
            place(mark),
            Wording(
              "这一行同时有\(first.alias)和\(second.alias)",
              en: "this line has both \(first.rawValue) and \(second.rawValue)"),
            help: Wording("一笔记一行，\(first.alias)、\(second.alias)只填一个", en: "write a line for each")))
      }
      return nil
    }
  }

  private func has(_ column: LedgerColumn) -> Bool { position[column.ordinal] >= 0 }

  /// The fund of a row.
  private mutating func readFund() -> WrittenFund? {
    read(.fund, funds) { [details] text throws(Misread) in try WrittenFund(reading: text, details) }
  }

  /// Rows that account books have besides their entries, and rows that are none.
  private func kindOfRow() -> LedgerRow {
    // Every line of a ledger comes by here.
    if cell(.voucher) != nil, cell(.account) != nil, let day = cell(.date)?.range,
      (48...57).contains(reader.text.bytes[day.lowerBound])
    {
      return .entry
    }
    return LedgerRow(
      reader.cells.filter { !$0.range.isEmpty }.map { reader.string($0) },
      keys: [cell(.voucher), cell(.account)].compactMap { $0.map { reader.string($0) } },
      hasFund: cell(.fund) != nil, hasAmount: [.income, .expense, .debit, .credit].contains { holdsDigit($0) })
  }

  private func holdsDigit(_ column: LedgerColumn) -> Bool {
    cell(column).map { foldedFullWidth(reader.string($0)).unicodeScalars.contains { $0.decimalDigit != nil } } ?? false
  }

  /// What stands in no column would be lost: an amount with an unquoted comma pushes its line to the right.
  private mutating func checkWidth() {
    guard reader.cells.count > columns.count || columns.contains(nil) else { return }
    for (index, cell) in reader.cells.enumerated()
    where !cell.range.isEmpty && (index >= columns.count || columns[index] == nil) {
      diagnostics.append(
        LedgerRules.cell.at(
          place(cell.mark),
          Wording("“\(reader.string(cell))”不在任何一列里", en: "“\(reader.string(cell))” stands in no column"),
          help: Wording("格子里有逗号的要加英文引号；多余的文字写进摘要", en: "quote a cell that holds commas; put remarks into the summary")))
    }
  }

  private mutating func read<Value>(_ column: LedgerColumn, _ parse: (String) throws(Misread) -> Value) -> Value? {
    guard let cell = cell(column) else { return nil }
    do {
      return try parse(reader.string(cell))
    } catch {
      misread(error, cell)
      return nil
    }
  }

  /// Reads a cell by looking first whether its bytes were read before; most columns repeat few values.
  private mutating func read<Value>(
    _ column: LedgerColumn, _ memo: CellMemo<Value>, _ parse: (String) throws(Misread) -> Value
  ) -> Value? {
    guard let cell = cell(column) else { return nil }
    if let known = memo.value(cell.range, in: reader.text) { return known }
    guard let value = read(column, parse) else { return nil }
    memo.keep(value, for: cell.range, in: reader.text)
    return value
  }

  /// `2026-03-08` and `2026/3/8` straight from the bytes, every other form as a record's day is read.
  private mutating func readDay() -> Day? {
    guard let cell = cell(.date) else { return nil }
    if let plain = plainDay(reader.text.bytes[cell.range]) { return plain }
    return read(.date) { text throws(Misread) in try Day(reading: text) }
  }

  /// `付-12` straight from the bytes, every other form by `Voucher(reading:)`.
  private mutating func readVoucher() -> Voucher? {
    guard let cell = cell(.voucher) else { return nil }
    let bytes = reader.text.bytes
    var start = cell.range.upperBound
    var number = 0
    var scale = 1
    while start > cell.range.lowerBound, (48...57).contains(bytes[start - 1]), scale <= 100_000_000 {
      start -= 1
      number += Int(bytes[start] - 48) * scale
      scale *= 10
    }
    if number > 0, start > cell.range.lowerBound + 1, bytes[start - 1] == 0x2D,
      let type = voucherTypes.value(cell.range.lowerBound..<start - 1, in: reader.text)
    {
      return Voucher(type: type, number: number, sheet: nil)
    }
    guard let voucher = read(.voucher, { text throws(Misread) in try Voucher(reading: text) }) else { return nil }
    if voucher.sheet == nil, start > cell.range.lowerBound + 1, bytes[start - 1] == 0x2D {
      voucherTypes.keep(voucher.type, for: cell.range.lowerBound..<start - 1, in: reader.text)
    }
    return voucher
  }

  /// An amount, or nil for an empty cell and for the dash that Excel's accounting format writes for zero.
  private mutating func readAmount(_ column: LedgerColumn) -> Money? {
    guard let cell = cell(column) else { return nil }
    if let plain = plainAmount(reader.text.bytes[cell.range]) { return plain }
    return read(column) { text throws(Misread) in
      Money.isDash(text) ? nil : try Money(reading: text, allowsNegative: true)
    } ?? nil
  }
}
