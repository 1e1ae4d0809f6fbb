import BanbaoDiagnostics
import BanbaoSource

extension Ledger {
  /// 冲销: a negative amount names the voucher that it corrects (《会计基础工作规范》art. 51), and takes back of it no more than
  /// was booked, on the same account.
  func checkCorrections() -> [Diagnostic] {
    let negative = entries.indices.filter { entries[$0].amount.fen < 0 }
    guard !negative.isEmpty else { return [] }
    let wanted = Set(negative.compactMap { namedVoucher(in: summary(entries[$0]))?.number })
    let byNumber = Dictionary(
      grouping: vouchers.indices.filter { wanted.contains(vouchers.numbers[$0].number) }
    ) { vouchers.numbers[$0].number }
    var last: Voucher?
    return negative.compactMap { index in
      let entry = entries[index]
      let text = summary(entry)
      guard correctionWords.contains(where: text.contains), let named = namedVoucher(in: text) else {
        return VoucherRules.negative.at(
          place(entry, .summary), Wording("负数金额没有写明冲销哪一号凭证", en: "a negative amount that names no voucher"),
          help: Wording("摘要写成：冲销3月8日付-12号凭证", en: "write in the summary: 冲销3月8日付-12号凭证"))
      }
      // What the year before booked is not in this ledger.
      let isEarlier = text.contains("上年") || text.contains("去年") || text.contains("\(year - 1)年")
      guard isWhole, !isEarlier else { return nil }
      let found = (byNumber[named.number] ?? []).filter {
        named.type.isEmpty || vouchers.numbers[$0].type == named.type
      }
      guard !found.isEmpty else {
        return VoucherRules.negative.at(
          place(entry, .summary),
          Wording("账本里没有被冲销的凭证 \(named.text)", en: "the voucher \(named.text) that it corrects is not in the ledger"),
          help: Wording("核对凭证号", en: "check the number"))
      }
      // The lines of one voucher are wrong together.
      guard last != entry.voucher.whole, let fault = reversalFault(entry, named, found, text) else {
        return nil
      }
      last = entry.voucher.whole
      return fault
    }
  }

  /// - Parameter found: the vouchers of the number that is named; several where numbers begin anew each month.
  private func reversalFault(
    _ entry: LedgerEntry, _ named: Voucher, _ found: [Int], _ text: String
  ) -> Diagnostic? {
    var meant = found
    if let (month, day) = namedDay(in: text) {
      meant = found.filter { firstEntry(of: $0).day.parts.month == month && firstEntry(of: $0).day.parts.day == day }
      guard !meant.isEmpty else {
        let other = firstEntry(of: found[0])
        return reversal(
          entry, other,
          Wording(
            "\(named.text) 不是\(month)月\(day)日的，是 \(other.day.iso) 的",
            en: "\(named.text) is of \(other.day.iso), not of the day that is named"))
      }
    }
    let booked = meant.map { voucher in
      (
        voucher: voucher,
        fen: vouchers.lines(voucher).reduce(Int64(0)) { sum, line in
          let other = entries[Int(line)]
          let isSame = chart.isPart(other.account, of: entry.account) || chart.isPart(entry.account, of: other.account)
          return isSame && other.isIncome == entry.isIncome && other.amount.fen > 0 ? sum &+ other.amount.fen : sum
        }
      )
    }
    let first = firstEntry(of: meant[0])
    guard let best = booked.max(by: { $0.fen < $1.fen }), best.fen > 0 else {
      let title = chart.accounts[entry.account].title
      return reversal(
        entry, first,
        Wording(
          "\(named.text) 没有记过 \(title)，这里却冲销它", en: "\(named.text) booked nothing on \(title) that could be reversed"))
    }
    let sum = 0 &- entry.amount.fen
    guard sum > best.fen else { return nil }
    return reversal(
      entry, firstEntry(of: best.voucher),
      Wording(
        "冲销了 \(Money(fen: sum).grouped)，\(named.text) 原来只记了 \(Money(fen: best.fen).grouped)",
        en: "\(Money(fen: sum).grouped) are reversed, but \(named.text) booked only \(Money(fen: best.fen).grouped)"))
  }

  private func reversal(_ entry: LedgerEntry, _ other: LedgerEntry, _ message: Wording) -> Diagnostic {
    VoucherDoubtRules.reversal.at(
      amountPlace(entry), message,
      help: Wording(
        "冲销的科目和被冲销的一样，金额不超过原来的：核对凭证号、科目和金额",
        en:
          "a reversal has the account of what it reverses and no more than its amount: check number, account and amount"
      ),
      related: [Related(amountPlace(other), Wording("被冲销的凭证", en: "the voucher that is reversed"))])
  }

  /// The day that a summary names: 3月8日.
  private func namedDay(in text: String) -> (month: Int, day: Int)? {
    let parts = foldedFullWidth(text).split(separator: "月", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let month = String(String(parts[0].reversed().prefix { $0.isASCII && $0.isNumber }).reversed())
    let day = parts[1].prefix { $0.isASCII && $0.isNumber }
    guard parts[1].dropFirst(day.count).first == "日", let month = Int(month), let day = Int(day) else { return nil }
    return (month, day)
  }

  /// The voucher that a summary names: 付-12 in 冲销3月8日付-12号凭证, 12 in 冲销3月8日第12号. Days and amounts are none.
  private func namedVoucher(in text: String) -> Voucher? {
    let scalars = Array(foldedFullWidth(text).unicodeScalars)
    func isDigit(_ index: Int) -> Bool { scalars.indices.contains(index) && (48...57).contains(scalars[index].value) }
    var start = 0
    while start < scalars.count {
      guard isDigit(start) else {
        start += 1
        continue
      }
      var end = start
      while isDigit(end) { end += 1 }
      var behind = end
      // The sheets of 12-1/2 are no numbers of their own.
      while behind < scalars.count, isDigit(behind) || "-/".unicodeScalars.contains(scalars[behind]) { behind += 1 }
      var before = start
      while before > 0, "-字第 ".unicodeScalars.contains(scalars[before - 1]) { before -= 1 }
      let type = before > 0 ? scalars[before - 1] : "。"
      let hasType = "收付转记现银".unicodeScalars.contains(type)
      let isNumbered = behind < scalars.count && scalars[behind] == "号" && type != "月"
      if hasType || isNumbered, end - start <= 9,
        let number = Int(String(String.UnicodeScalarView(scalars[start..<end]))),
        number > 0
      {
        return Voucher(type: hasType ? VoucherType(String(type)) ?? .none : .none, number: number, sheet: nil)
      }
      start = behind
    }
    return nil
  }
}

extension ChartOfAccounts {
  /// Whether an account is another one, or lies below it.
  func isPart(_ account: Int, of other: Int) -> Bool { account == other || members[other].contains(account) }
}
