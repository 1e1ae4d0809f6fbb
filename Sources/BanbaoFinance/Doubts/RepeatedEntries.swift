import BanbaoDiagnostics
import BanbaoSource

extension Ledger {
  /// By entry: its voucher; -1 for none.
  func voucherOfEntries() -> [Int32] {
    var owners = [Int32](repeating: -1, count: entries.count)
    for voucher in vouchers.indices {
      for line in vouchers.lines(voucher) { owners[Int(line)] = Int32(clamping: voucher) }
    }
    return owners
  }

  /// A line that stands there twice: the same day, account, amount and summary, in one voucher or in two.
  ///
  /// - Parameter owners: by entry, its voucher.
  func checkRepeated(_ owners: [Int32]) -> [Diagnostic] {
    var pairs: [Pair] = []
    // Equal lines have equal hashes, and lie side by side when sorted by them.
    let hashed = entries.indices.filter { entries[$0].amount.fen != 0 && owners[$0] >= 0 }.map {
      (hash: hash(entries[$0]), entry: Int32(clamping: $0))
    }.sorted { ($0.hash, $0.entry) < ($1.hash, $1.entry) }
    for (first, second) in zip(hashed, hashed.dropFirst()) where first.hash == second.hash {
      let pair = Pair(earlier: Int(first.entry), later: Int(second.entry))
      if isRepeated(pair, owners) { pairs.append(pair) }
    }
    pairs.sort { $0.later < $1.later }
    // A month that was pasted twice is one thing to say.
    var blocks: [[Pair]] = []
    for pair in pairs {
      // A block is pasted behind itself: what it repeats stands before it.
      if let block = blocks.last, let first = block.first, let last = block.last, pair.later - last.later <= 4,
        pair.later - pair.earlier == last.later - last.earlier, pair.earlier < first.later
      {
        blocks[blocks.count - 1].append(pair)
      } else {
        blocks.append([pair])
      }
    }
    return blocks.map { repeated($0, owners) }
  }

  private struct Pair {
    /// Places in the ledger's entries.
    var earlier: Int
    var later: Int
  }

  private func isRepeated(_ pair: Pair, _ owners: [Int32]) -> Bool {
    let (a, b) = (entries[pair.earlier], entries[pair.later])
    guard a.day == b.day, a.account == b.account, a.amount == b.amount, a.isIncome == b.isIncome,
      text.bytes[a.summary.range].elementsEqual(text.bytes[b.summary.range]), a.record == b.record
    else { return false }
    if owners[pair.earlier] == owners[pair.later] { return a.voucher.sheet == b.voucher.sheet }
    // Several persons may get the same, and no summary names them; a transfer has no purpose of its own.
    return chart.funds[a.account] == nil && !sense(a).isPersonal
  }

  private func hash(_ entry: LedgerEntry) -> UInt64 {
    var hash = StableHash()
    hash.mix(UInt64(bitPattern: Int64(entry.day.serial)))
    hash.mix(UInt64(entry.account) << 1 | (entry.isIncome ? 1 : 0))
    hash.mix(UInt64(bitPattern: entry.amount.fen))
    for byte in text.bytes[entry.summary.range] { hash.mix(UInt64(byte)) }
    return hash.value
  }

  private func repeated(_ block: [Pair], _ owners: [Int32]) -> Diagnostic {
    let (a, b) = (entries[block[0].earlier], entries[block[0].later])
    let isOne = owners[block[0].earlier] == owners[block[0].later]
    let (voucher, number) = (b.voucher.text, a.voucher.text)
    let message: Wording =
      block.count > 1
      ? Wording(
        "从这一行起有 \(block.count) 笔和第 \(a.line) 行起的一模一样",
        en: "from here on, \(block.count) entries repeat those from line \(a.line) on")
      : Wording(
        "\(isOne ? "凭证 \(voucher) 里这一行" : "\(voucher) ")和第 \(a.line) 行\(isOne ? "" : "的 \(number) ")一模一样：日期、科目、金额、摘要都相同",
        en:
          "\(isOne ? "this line of \(voucher)" : voucher) repeats line \(a.line)\(isOne ? "" : ", \(number)"): the same day, account, amount and summary"
      )
    return VoucherDoubtRules.repeated.at(
      amountPlace(b), message,
      help: Wording(
        "记重了就删掉；确是两笔的，摘要里写明各是什么",
        en: "delete it if it was booked twice; if both are right, let the summaries tell them apart"),
      related: [Related(amountPlace(a), Wording("第一次", en: "the first time"))])
  }

  // MARK: Invoices

  /// One invoice that pays two vouchers: by the column 发票号, and by what summaries name.
  ///
  /// - Parameters:
  ///   - owners: by entry, its voucher.
  ///   - senses: by entry, what its summary tells.
  func checkInvoices(_ owners: [Int32], _ senses: [SummarySense]) -> [Diagnostic] {
    var first: [InvoiceNumber: Int32] = [:]
    var diagnostics: [Diagnostic] = []
    func see(_ numbers: [InvoiceNumber], _ index: Int, _ column: LedgerColumn) {
      let entry = entries[index]
      guard entry.amount.fen > 0, !senses[index].contains(.correction) else { return }
      for number in numbers {
        guard let known = first[number] else {
          first[number] = Int32(clamping: index)
          continue
        }
        let other = entries[Int(known)]
        guard owners[Int(known)] != owners[index] else { continue }
        diagnostics.append(
          VoucherDoubtRules.invoice.at(
            place(entry, column),
            Wording(
              "发票 \(number.text) 报了两次：\(other.voucher.text) 和 \(entry.voucher.text)",
              en: "the invoice \(number.text) is paid twice: by \(other.voucher.text) and by \(entry.voucher.text)"),
            help: Wording(
              "一张发票只报一次：核对两张凭证后面的发票，报重了的退回",
              en: "an invoice is paid once: check both vouchers, and have the second amount returned"),
            related: [Related(place(other, column), Wording("第一次", en: "the first time"))]))
        return
      }
    }
    for index in entries.indices where owners[index] >= 0 && senses[index].contains(.invoice) {
      see(invoices(in: summary(entries[index])), index, .summary)
    }
    forEachInvoiceCell { index, cell in
      if owners[index] >= 0 { see(InvoiceNumber.all(in: cell), index, .invoice) }
    }
    return diagnostics
  }

  private func forEachInvoiceCell(_ visit: (Int, String) -> Void) {
    let places = columns.map { $0.firstIndex(of: .invoice) }
    guard places.contains(where: { $0 != nil }) else { return }
    var reader = TableReader(text)
    var next = 0
    while next < entries.count, reader.next() {
      guard reader.rowStart == entries[next].offset else { continue }
      if places.indices.contains(reader.sheet), let place = places[reader.sheet], reader.cells.indices.contains(place),
        !reader.cells[place].range.isEmpty
      {
        visit(next, reader.string(reader.cells[place]))
      }
      next += 1
    }
  }

  /// The numbers behind the words for an invoice: 发票25441, 发票号码：25441, 票号25441.
  private func invoices(in summary: String) -> [InvoiceNumber] {
    let text = foldedFullWidth(summary)
    var numbers: [InvoiceNumber] = []
    for name in ["发票", "票号", "票据号"] {
      var rest = text[...]
      while let word = rest.firstRange(of: name) {
        rest = rest[word.upperBound...]
        let label = rest.prefix { "号码编号No.№#: (".contains($0) }
        let digits = rest.dropFirst(label.count).prefix { $0.isASCII && $0.isNumber }
        numbers += InvoiceNumber.all(in: String(digits)).prefix(1)
      }
    }
    return numbers
  }
}

/// 发票号码: 8 digits of old, 20 of a digital invoice.
private struct InvoiceNumber: Hashable {
  var text: String

  /// Runs of at least five digits: fewer may count something else.
  static func all(in text: String) -> [InvoiceNumber] {
    foldedFullWidth(text).split { !($0.isASCII && $0.isNumber) }.filter { $0.utf8.count >= 5 }.map {
      InvoiceNumber(text: String($0))
    }
  }
}
