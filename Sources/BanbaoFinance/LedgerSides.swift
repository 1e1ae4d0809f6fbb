import BanbaoDiagnostics
import BanbaoSource

extension LedgerReading {
  /// The amount of a row, and on which side it stands; nil for none, which is reported.
  ///
  /// - Parameter account: nil where that could not be read.
  mutating func readSides(_ account: Int?) -> (amount: Money, isIncome: Bool, isTwoSided: Bool)? {
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

  func has(_ column: LedgerColumn) -> Bool { position[column.ordinal] >= 0 }

  /// The fund of a row.
  mutating func readFund() -> WrittenFund? {
    read(.fund, funds) { [details] text throws(Misread) in try WrittenFund(reading: text, details) }
  }
}
