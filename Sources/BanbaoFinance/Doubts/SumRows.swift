import BanbaoDiagnostics
import BanbaoSource

/// What stands in the columns of amounts above a row: a row of sums is held against it.
struct ColumnSums {
  /// The columns of amounts, in the order of their sums here.
  static let columns: [LedgerColumn] = [.income, .expense, .debit, .credit]

  /// Over what a sum may go: 总计, 本月合计, 本日合计, a sheet's, and what stands behind the last row of sums.
  private struct Sums {
    var all = [Int64](repeating: 0, count: 4)
    var month = [Int64](repeating: 0, count: 4)
    var day = [Int64](repeating: 0, count: 4)
    var sheet = [Int64](repeating: 0, count: 4)
    var behind = [Int64](repeating: 0, count: 4)
  }

  private var sums = Sums()
  private var last: Day?
  private var hasEntries = false
  /// What a row above the first entry carries over: 上年结转.
  private var carried = [Int64](repeating: 0, count: 4)
  /// Whether a line above could not be read: then no sum is known.
  var isPartial = false

  mutating func add(_ amount: Money, of day: Day, to column: LedgerColumn) {
    guard let place = Self.columns.firstIndex(of: column) else { return }
    if let last, last != day {
      sums.day = [0, 0, 0, 0]
      if (last.parts.year, last.parts.month) != (day.parts.year, day.parts.month) { sums.month = [0, 0, 0, 0] }
    }
    last = day
    hasEntries = true
    sums.all[place] &+= amount.fen
    sums.month[place] &+= amount.fen
    sums.day[place] &+= amount.fen
    sums.sheet[place] &+= amount.fen
    sums.behind[place] &+= amount.fen
  }

  mutating func beginSheet() {
    sums.sheet = [0, 0, 0, 0]
    sums.behind = [0, 0, 0, 0]
  }

  mutating func endBlock() { sums.behind = [0, 0, 0, 0] }

  /// Takes in what a row that is none of sums has in its columns.
  mutating func carry(_ amount: Money, in column: LedgerColumn) {
    guard !hasEntries, let place = Self.columns.firstIndex(of: column) else { return }
    carried[place] = amount.fen
  }

  /// The sum that is nearest to what a row of sums says; nil where one is equal, or nothing is known.
  func unequal(to stated: Money, in column: LedgerColumn) -> Money? {
    guard !isPartial, hasEntries, stated.fen != 0, let place = Self.columns.firstIndex(of: column) else { return nil }
    let own: [[Int64]] = [sums.all, sums.month, sums.day, sums.sheet, sums.behind]
    var nearest: Int64?
    for columns in own {
      for sum: Int64 in [columns[place], columns[place] &+ carried[place]] {
        if sum == stated.fen { return nil }
        if distance(sum, stated.fen) < distance(nearest, stated.fen) { nearest = sum }
      }
    }
    return nearest.map { Money(fen: $0) }
  }

  private func distance(_ sum: Int64?, _ stated: Int64) -> UInt64 { sum.map { ($0 &- stated).magnitude } ?? .max }
}

extension LedgerReading {
  /// 合计 says what stands above it, or what was changed in between.
  mutating func checkSums() {
    let isSum = reader.cells.contains { isSumWord(reader.string($0)) }
    for column in ColumnSums.columns {
      guard let cell = cell(column), let stated = quietAmount(cell) else { continue }
      guard isSum else {
        sums.carry(stated, in: column)
        continue
      }
      guard let sum = sums.unequal(to: stated, in: column) else { continue }
      let difference = Money(fen: stated.fen &- sum.fen)
      diagnostics.append(
        LedgerRules.sum.at(
          place(cell.mark),
          Wording(
            "\(column.alias)的合计写 \(stated.grouped)，上面各行加起来是 \(sum.grouped)，差 \(difference.grouped)",
            en:
              "the sum of \(column.rawValue) is given as \(stated.grouped), the lines above come to \(sum.grouped), a difference of \(difference.grouped)"
          ),
          help: Wording(
            "看看是不是漏了一行、改过一行；合计行可以删去，账由程序相加",
            en:
              "see whether a line is missing or was changed; the row may be deleted, for the lines are added up anyway")
        ))
    }
    if isSum { sums.endBlock() }
  }

  /// An amount, or nil for what is none: nobody is told of a faulty cell in a row that is passed over.
  private func quietAmount(_ cell: TableCell) -> Money? {
    if let plain = plainAmount(reader.text.bytes[cell.range]) { return plain }
    do {
      return try Money(reading: reader.string(cell), allowsNegative: true)
    } catch {
      return nil
    }
  }
}
