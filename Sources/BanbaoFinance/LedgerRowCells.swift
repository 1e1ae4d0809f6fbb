import BanbaoDiagnostics
import BanbaoSource

// The cells of a row that most lines write in one form, read straight from their bytes.

extension LedgerReading {
  /// An account, of which some programs keep number and name apart.
  mutating func readAccount() -> Int? {
    guard let number = cell(.accountNumber), let name = cell(.account) else {
      return read(.account, accounts) { [details] text throws(Misread) in try details.find(text) }
    }
    // Both and what stands between them: equal bytes are one account.
    let range =
      min(number.range.lowerBound, name.range.lowerBound)..<max(number.range.upperBound, name.range.upperBound)
    if let known = accounts.value(range, in: reader.text) { return known }
    let code = reader.string(number)
    guard
      let account = read(
        .account,
        { [details] text throws(Misread) in try details.find(text.hasPrefix(code) ? text : "\(code) \(text)") })
    else { return nil }
    accounts.keep(account, for: range, in: reader.text)
    return account
  }

  /// `2026-03-08` and the like straight from the bytes, every other form as a record's day or a program's is read.
  mutating func readDay() -> Day? {
    guard let cell = cell(.date) else { return nil }
    if let plain = plainDay(reader.text.bytes[cell.range]) { return plain }
    let grid = reader.text.grid
    let countsFrom1904 = grid?.countsFrom1904 ?? false
    return read(.date) { [year] text throws(Misread) in
      try Day(
        reading: dayOfPrograms(text, allowsTime: grid != nil) { number in
          // A bare number is a day only where that is of the ledger's year.
          let day = Day(serialOfWorkbook: number, countsFrom1904: countsFrom1904)
          return day.year == year ? day : nil
        })
    }
  }

  /// `付-12` straight from the bytes, every other form by `Voucher(reading:)`.
  mutating func readVoucher() -> Voucher? {
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
    let type = self.cell(.voucherType).map { reader.string($0) } ?? ""
    guard
      let voucher = read(
        .voucher,
        { text throws(Misread) in
          let isNumber = text.utf8.allSatisfy { (48...57).contains($0) }
          return try Voucher(reading: isNumber && !type.isEmpty ? "\(type)-\(text)" : text)
        })
    else { return nil }
    if voucher.sheet == nil, start > cell.range.lowerBound + 1, bytes[start - 1] == 0x2D {
      voucherTypes.keep(voucher.type, for: cell.range.lowerBound..<start - 1, in: reader.text)
    }
    return voucher
  }

  /// The record that a line was spent on: its place among those that were read.
  mutating func readRecord() -> Int? {
    guard let cell = cell(.record) else { return nil }
    if let known = recordCells.value(cell.range, in: reader.text) { return known }
    let place = records.place(of: reader.string(cell))
    recordCells.keep(place, for: cell.range, in: reader.text)
    return place
  }

  /// An amount, or nil for an empty cell and for the dash that Excel's accounting format writes for zero.
  mutating func readAmount(_ column: LedgerColumn) -> Money? {
    guard let cell = cell(column) else { return nil }
    if let plain = plainAmount(reader.text.bytes[cell.range]) { return plain }
    return read(column) { text throws(Misread) in
      Money.isDash(text) ? nil : try Money(reading: text, allowsNegative: true)
    } ?? nil
  }
}
