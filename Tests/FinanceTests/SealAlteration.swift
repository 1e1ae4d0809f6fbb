import TestSupport

/// One change to sealed books, and where it must be found.
struct SealAlteration: Sendable {
  var books: SealedBooks
  /// The file and its line; line 0 for anywhere in it.
  var file: String
  var line: Int
  /// What the message must tell: the value as sealed and the present one.
  var values: [String] = []

  private static let ledger = "ledger"
  private static let book = "book.yaml"

  init(_ books: SealedBooks, _ seed: inout SplitMix64) {
    self.books = books
    file = Self.ledger
    line = 0
    if seed.oneIn(3) { alterBook(&seed) } else { alterLedger(&seed) }
  }

  // MARK: The ledger

  private mutating func alterLedger(_ seed: inout SplitMix64) {
    let index = seed.pick(books.sealed)
    let entry = books.entries[index]
    let isTransfer = entry.account.hasPrefix("10")
    line = index + 2
    func changed(_ value: String, _ to: String, _ path: WritableKeyPath<SealedBooks.Entry, String>) {
      books.entries[index][keyPath: path] = to
      values = [value, to].filter { !$0.isEmpty }
    }
    switch isTransfer ? seed.pick([0, 4, 5, 8, 10, 11, 12]) : seed.below(13) {
    case 0:
      // Another day of the half.
      let day = entry.day == "2026-05-31" ? "2026-05-30" : "2026-05-31"
      changed(entry.day, day, \.day)
    case 1: changed(entry.day, "2026-08-\(10 + seed.below(9))", \.day)
    case 2: changed(entry.voucher, "\(entry.voucher.prefix(1))-\(100 + seed.below(100))", \.voucher)
    case 3: changed(entry.account, entry.isIncome ? "405 行政补助收入" : "50103 宣传活动支出", \.account)
    case 4: changed(entry.summary, entry.summary + "（改）", \.summary)
    case 5:
      books.entries[index].fen += 1 + seed.below(500)
      values = [yuan(entry.fen), yuan(books.entries[index].fen)]
    case 6:
      books.entries[index].fund = entry.fund == "现金" ? "银行" : "现金"
      // What each fund took is told, and the lines of a voucher may share it.
      line = 0
    case 7: changed(entry.source, entry.source == "上级" ? "" : "上级", \.source)
    case 8: changed(entry.attachments, "\(10 + seed.below(80))", \.attachments)
    case 9: changed(entry.record, entry.record.isEmpty ? "activities/2026/乙" : "", \.record)
    case 10:
      books.entries.remove(at: index)
      file = "seals.yaml"
      line = 0
      values = [entry.account]
    case 11:
      var copy = entry
      copy.voucher = "\(entry.voucher.prefix(1))-\(200 + seed.below(100))"
      books.entries.append(copy)
      line = books.entries.count + 1
      values = [copy.voucher]
    default:
      // An entry that was booked later is moved into the half.
      guard let later = books.entries.indices.first(where: { books.entries[$0].day >= "2026-07" }) else {
        return changed(entry.summary, "另一事由", \.summary)
      }
      books.entries[later].day = "2026-06-29"
      line = later + 2
      values = [books.entries[later].voucher]
    }
  }

  // MARK: The book

  private mutating func alterBook(_ seed: inout SplitMix64) {
    file = Self.book
    let hasChange = books.change != nil
    let first = 6 + (hasChange ? 4 : 0)
    // Books that were altered already may have the first of the two.
    func changed(_ path: WritableKeyPath<SealedBooks, String>, _ one: String, _ other: String) {
      let to = books[keyPath: path] == one ? other : one
      values = [books[keyPath: path], to]
      books[keyPath: path] = to
    }
    switch seed.below(hasChange ? 9 : 8) {
    case 0:
      let index = seed.below(2)
      values = [yuan(books.opening[index])]
      books.opening[index] += 100 + seed.below(900)
      values.append(yuan(books.opening[index]))
      line = 1
    case 1:
      let index = seed.below(books.budget.count)
      values = [yuan(books.budget[index].yuan * 100)]
      books.budget[index].yuan += 1 + seed.below(900)
      values.append(yuan(books.budget[index].yuan * 100))
      line = 3 + index
    case 2:
      changed(\.preparedBy, "另一个会计", "又一个会计")
      line = first + 2
    case 3:
      changed(\.chair, "另一位主席", "又一位主席")
      line = first + 3
    case 4...6:
      let part = seed.below(3)
      changed(
        \.review[part], ["2026-07-09", "经审会", "基本相符，同意公开"][part], ["2026-07-08", "经审委员会", "相符，同意公开"][part])
      line = first + 4
    case 7:
      let day = seed.below(5)
      changed(\.published, "2026-07-1\(day)", "2026-07-1\((day + 1) % 5)")
      line = first + 5
    default:
      values = [yuan((books.change?.yuan ?? 0) * 100)]
      books.change?.yuan += 1 + seed.below(900)
      values.append(yuan((books.change?.yuan ?? 0) * 100))
      line = 9
    }
  }
}
