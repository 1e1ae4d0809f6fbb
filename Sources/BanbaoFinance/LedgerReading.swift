// Over 300 lines: reading a row is one state from its cells to its entry.

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
    var reading = LedgerReading(text, chart, year)
    guard reading.readSheets() else { return (nil, faults + reading.diagnostics) }
    let diagnostics = faults + reading.diagnostics + reading.reader.diagnostics
    let ledger = Ledger(
      path: file.path, year: year, details: reading.details, entries: reading.takeEntries(),
      records: reading.records.paths, isWhole: !diagnostics.containErrors, text: text, columns: reading.allColumns)
    return (ledger, diagnostics)
  }
}

/// The state of reading one ledger.
struct LedgerReading: ~Copyable {
  var reader: TableReader
  let details: DetailAccounts
  let year: Int
  /// Of the sheet now read; none before its row of heads.
  private var columns: [LedgerColumn?] = []
  private var heads: [String] = []
  private(set) var allColumns: [[LedgerColumn?]] = []
  var entries: [LedgerEntry] = []
  var diagnostics: [Diagnostic] = []
  private var quoteFaults = 0
  var sums = ColumnSums()
  /// By column: where it stands in a row; -1 for none.
  var position = [Int](repeating: -1, count: LedgerColumn.allCases.count)
  /// By place in a row: a cell that is merged with those below it, and the last row of them.
  private var merged: [Int: (cell: TableCell, lastRow: Int)] = [:]
  let accounts = CellMemo<Int>()
  let funds = CellMemo<WrittenFund>()
  private let sources = CellMemo<FundSource>()
  let recordCells = CellMemo<Int>()
  var records = RecordPaths()
  private let counts = CellMemo<Int>()
  let voucherTypes = CellMemo<VoucherType>()

  init(_ text: SourceText, _ chart: ChartOfAccounts, _ year: Int) {
    reader = TableReader(text)
    details = DetailAccounts(chart)
    self.year = year
    // A row is an entry, nearly always, and no entry is shorter than its day, account and amount.
    entries.reserveCapacity(min(text.bytes.count { $0 == 0x0A }, text.bytes.count / 24) + 1)
  }

  func place(_ mark: Mark) -> Place { reader.place(mark) }

  /// The entries, given away: a long ledger is not held twice.
  mutating func takeEntries() -> [LedgerEntry] {
    let taken = entries
    entries = []
    return taken
  }

  /// Reads the table, of a workbook each sheet that has the heads of a ledger; false where none has.
  mutating func readSheets() -> Bool {
    let sheets = reader.text.grid?.sheets ?? []
    allColumns = [[LedgerColumn?]](repeating: [], count: max(1, sheets.count))
    var first: Place?
    var refused = Set<Int>()
    while reader.next() {
      first = first ?? reader.cells.first { !$0.range.isEmpty }.map { place($0.mark) }
      if refused.contains(reader.sheet) { continue }
      if !allColumns[reader.sheet].isEmpty {
        readRow()
      } else if isHeads(amongSheets: sheets.count > 1) {
        let before = diagnostics.count
        readHeads()
        if Array(diagnostics[before...]).containErrors { refused.insert(reader.sheet) }
      } else if isOtherwiseSeparated() {
        return false
      }
    }
    guard refused.isEmpty else { return false }
    let unread = sheets.indices.filter { allColumns[$0].isEmpty }
    guard unread.count < allColumns.count, allColumns.contains(where: { !$0.isEmpty }) else {
      diagnostics.append(
        LedgerRules.heads.at(
          first ?? Place(reader.text.path), Wording("找不到表头", en: "there is no row of heads"),
          help: Wording(
            "第一行写：\(LedgerColumn.usual.map(\.alias).joined(separator: sheets.isEmpty ? "," : "、"))",
            en: "the first row is: \(LedgerColumn.usual.map(\.rawValue).joined(separator: sheets.isEmpty ? "," : ", "))"
          ))
      )
      return false
    }
    if !unread.isEmpty {
      diagnostics.append(
        LedgerRules.passedOver(sheets: unread.map { sheets[$0].worksheet.name }, Place(reader.text.path)))
    }
    return true
  }

  /// Whether the row is that of heads: the first with three of them, since a title may stand above it.
  ///
  /// - Parameter amongSheets: whether other tables lie beside it, such as one of balances, which has no vouchers.
  private mutating func isHeads(amongSheets: Bool) -> Bool {
    heads = reader.cells.map { reader.string($0) }
    columns = LedgerColumn.columns(heads)
    guard columns.count(where: { $0 != nil && $0 != .invoice }) >= 3 else { return false }
    return !amongSheets || columns.contains(.voucher) || (columns.contains(.date) && columns.contains(.account))
  }

  /// Says that a row's cells are separated by something else than commas, where that is so.
  private mutating func isOtherwiseSeparated() -> Bool {
    guard reader.text.grid == nil, heads.count == 1, let separator = "\t;，；".first(where: { heads[0].contains($0) })
    else { return false }
    diagnostics.append(
      LedgerRules.heads.at(
        place(reader.cells[0].mark),
        Wording(
          "各列不是用英文逗号隔开的，是“\(separator == "\t" ? "制表符" : String(separator))”",
          en: "the columns are not separated by commas"),
        help: Wording("用 Excel 或 WPS 另存为 CSV（逗号分隔）", en: "save it from Excel or WPS as comma-separated CSV")))
    return true
  }

  /// What is wrong with the heads is said once: one look at the row mends them all.
  private mutating func readHeads() {
    var unknown: [Int] = []
    allColumns[reader.sheet] = columns
    merged = [:]
    sums.beginSheet()
    position = [Int](repeating: -1, count: LedgerColumn.allCases.count)
    for (index, column) in columns.enumerated() {
      let mark = reader.cells[index].mark
      // Invoices are only held against each other: no entry has them.
      guard let column, column != .invoice else {
        if !heads[index].isEmpty { unknown.append(index) }
        continue
      }
      if position[column.ordinal] >= 0 {
        diagnostics.append(
          LedgerRules.heads.at(
            place(mark), Wording("“\(heads[index])”这一列有两个", en: "there are two columns “\(column.rawValue)”"),
            help: Wording("只留一个", en: "keep only one")))
      }
      position[column.ordinal] = index
    }
    let (steps, passedOver) = headSteps(
      unknown.map { heads[$0] }, free: LedgerColumn.own.filter { position[$0.ordinal] < 0 })
    let mark = unknown.first.map { reader.cells[$0].mark } ?? Mark(line: reader.line, column: 1)
    if !steps.isEmpty {
      diagnostics.append(
        LedgerRules.heads.at(
          place(mark), Wording("表头和账本的各列对不上", en: "the heads are not those of a ledger"),
          help: Wording(steps.map(\.zh).joined(separator: "；"), en: steps.map(\.en).joined(separator: "; "))))
    } else if !passedOver.isEmpty {
      diagnostics.append(LedgerRules.passedOver(columns: passedOver, place(mark)))
    }
  }

  func cell(_ column: LedgerColumn) -> TableCell? {
    let index = position[column.ordinal]
    guard index >= 0 else { return nil }
    if index < reader.cells.count, !reader.cells[index].range.isEmpty { return reader.cells[index] }
    guard column.isShared, let above = merged[index], above.lastRow >= reader.line else { return nil }
    return above.cell
  }

  /// Keeps the cells of a row that are merged with those below.
  private mutating func keepMerged() {
    for (index, lastRow) in reader.merged where reader.cells.indices.contains(index) {
      merged[index] = (reader.cells[index], lastRow)
    }
  }

  private mutating func misread(_ fault: Misread, _ cell: TableCell) {
    diagnostics.append(
      fault.rule.at(
        place(cell.mark), fault.message, help: fault.help,
        fix: reader.text.grid != nil
          ? nil
          : fault.remedy.flatMap { Replacement(reader.text.path, cell.mark, from: reader.string(cell), to: $0) }))
  }

  /// Says what is wrong with a row as a whole.
  private mutating func refuse(_ message: Wording, help: Wording) {
    diagnostics.append(
      LedgerRules.cell.at(place(Mark(line: reader.line, column: 1)), message, help: help))
  }

  private mutating func lacks(_ column: LedgerColumn) {
    refuse(
      Wording("这一行没有\(column.alias)", en: "this line has no \(column.rawValue)"),
      help: Wording("在“\(column.alias)”列填上", en: "fill in the column \(column.alias)"))
  }

  mutating func lacksAmount(_ first: LedgerColumn, _ second: LedgerColumn) {
    refuse(
      Wording("这一行没有金额", en: "this line has no amount"),
      help: Wording(
        "\(first.alias)、\(second.alias)填一个；作废的凭证填 0",
        en: "fill in \(first.rawValue) or \(second.rawValue), 0 for a void voucher"))
  }

  /// Whether an amount's cell is empty, or holds the dash that stands for none.
  func isUnwritten(_ column: LedgerColumn) -> Bool {
    guard let cell = cell(column) else { return true }
    // Nearly every cell that is written begins with a digit.
    if (48...57).contains(reader.text.bytes[cell.range.lowerBound]) { return false }
    return Money.isDash(reader.string(cell))
  }

  /// Reads every cell of a row before it gives up.
  mutating func readRow() {
    // Where quotes are wrong, what stands in which cell is a guess.
    if reader.diagnostics.count > quoteFaults {
      quoteFaults = reader.diagnostics.count
      return
    }
    keepMerged()
    switch kindOfRow() {
    case .entry: break
    case .aside:
      checkSums()
      return
    case .stray:
      refuse(
        Wording("这一行没有凭证号、科目和资金，不是一笔账", en: "this line has no voucher, account or fund: it is no entry"),
        help: Wording("是一笔账就填上；不是就删掉这一行", en: "fill them in, or delete the line where it is none"))
      return
    }
    let before = diagnostics.count
    checkWidth()
    guard !reportFormulas() else {
      sums.isPartial = true
      return
    }
    let day = readDay()
    let voucher = readVoucher()
    let account = readAccount()
    let summary = cell(.summary)
    let amount = readSides(account)
    let fund = amount?.isTwoSided == true ? nil : readFund()
    let source = read(.source, sources) { text throws(Misread) in try readSource(text) }
    let attachments = read(.attachments, counts) { text throws(Misread) in try readCount(text) }
    let record = readRecord()
    for (column, isThere) in [
      (LedgerColumn.date, day != nil || cell(.date) != nil), (.voucher, voucher != nil || cell(.voucher) != nil),
      (.account, account != nil || cell(.account) != nil),
      (.fund, fund != nil || cell(.fund) != nil || amount?.isTwoSided ?? !has(.fund)),
    ] where !isThere { lacks(column) }
    if summary == nil { lacks(.summary) }
    guard diagnostics.count == before, let day, let voucher, let account, let summary, let amount else {
      sums.isPartial = true
      return
    }
    let isFirst = amount.isTwoSided ? amount.isIncome == (details[account].fund != nil) : amount.isIncome
    let first: LedgerColumn = amount.isTwoSided ? .debit : .income
    let second: LedgerColumn = amount.isTwoSided ? .credit : .expense
    sums.add(amount.amount, of: day, to: isFirst ? first : second)
    // 102 银行存款 of the fund 银行-工行 is that bank's account.
    let isBank = details[account].fund == fund?.fund && !details[account].isDetail
    entries.append(
      LedgerEntry(
        day: day, voucher: voucher, account: isBank ? fund?.account ?? account : account, amount: amount.amount,
        isIncome: amount.isIncome,
        fund: fund?.fund, counter: details[account].fund == fund?.fund ? nil : fund?.account,
        isTwoSided: amount.isTwoSided, source: source, attachments: attachments, record: record,
        summary: CellText(summary),
        line: reader.line, offset: reader.rowStart))
  }

  /// Rows that account books have besides their entries, and rows that are none.
  private func kindOfRow() -> LedgerRow {
    // Every line of a ledger comes by here.
    if cell(.voucher) != nil, cell(.account) != nil, let day = cell(.date)?.range,
      (48...57).contains(reader.text.bytes[day.lowerBound])
    {
      return .entry
    }
    // Heads stand on every page of some books.
    if reader.cells.count <= heads.count, zip(reader.cells, heads).allSatisfy({ reader.string($0) == $1 }) {
      return .aside
    }
    return LedgerRow(
      reader.cells.filter { !$0.range.isEmpty }.map { reader.string($0) },
      keys: [cell(.voucher), cell(.account)].compactMap { $0.map { reader.string($0) } },
      hasFund: cell(.fund) != nil, hasAmount: [.income, .expense, .debit, .credit].contains { holdsDigit($0) })
  }

  private func holdsDigit(_ column: LedgerColumn) -> Bool {
    cell(column).map { foldedFullWidth(reader.string($0)).unicodeScalars.contains { $0.decimalDigit != nil } } ?? false
  }

  /// What stands in no column would be lost: an amount with an unquoted comma pushes its line to the right. A column with
  /// a head of its own is passed over.
  private mutating func checkWidth() {
    guard reader.cells.count > columns.count || heads.contains("") else { return }
    for (index, cell) in reader.cells.enumerated()
    where !cell.range.isEmpty && (index >= heads.count || heads[index].isEmpty) {
      diagnostics.append(
        LedgerRules.cell.at(
          place(cell.mark),
          Wording("“\(reader.string(cell))”不在任何一列里", en: "“\(reader.string(cell))” stands in no column"),
          help: reader.text.grid == nil
            ? Wording("格子里有逗号的要加英文引号；多余的文字写进摘要", en: "quote a cell that holds commas; put remarks into the summary")
            : Wording("移到它的列里；是另记的，给这一列写上表头", en: "move it into its column, or give its column a head")))
    }
  }

  /// Says which cells hold formulas without a value; false where none does.
  private mutating func reportFormulas() -> Bool {
    var isFound = false
    let bytes = reader.text.bytes
    for (index, cell) in reader.cells.enumerated() where index < columns.count && columns[index] != nil {
      // A summary in a file of text is a text, whatever sign it begins with.
      if columns[index] == .summary, reader.text.grid == nil { continue }
      guard let fault = formulaFault(bytes, cell.range) else { continue }
      misread(fault, cell)
      isFound = true
    }
    return isFound
  }

  mutating func read<Value>(_ column: LedgerColumn, _ parse: (String) throws(Misread) -> Value) -> Value? {
    guard let cell = cell(column) else { return nil }
    do {
      return try parse(reader.string(cell))
    } catch {
      misread(error, cell)
      return nil
    }
  }

  /// Reads a cell by looking first whether its bytes were read before; most columns repeat few values.
  mutating func read<Value>(
    _ column: LedgerColumn, _ memo: CellMemo<Value>, _ parse: (String) throws(Misread) -> Value
  ) -> Value? {
    guard let cell = cell(column) else { return nil }
    if let known = memo.value(cell.range, in: reader.text) { return known }
    guard let value = read(column, parse) else { return nil }
    memo.keep(value, for: cell.range, in: reader.text)
    return value
  }
}
