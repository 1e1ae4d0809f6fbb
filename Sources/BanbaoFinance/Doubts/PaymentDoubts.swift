import BanbaoDiagnostics
import BanbaoSource
import BanbaoUnion

extension Ledger {
  /// Whether an entry is money spent: what was spent, or passed up to the upper union.
  private func isPayment(_ entry: LedgerEntry) -> Bool {
    guard !entry.isIncome, entry.amount.fen > 0 else { return false }
    let account = chart.accounts[entry.account]
    return account.side == .expense || account.number.prefix(3) == chart.upperDues
  }

  // MARK: Cash

  /// 大额现金: what is above the 结算起点 goes through the bank, unless persons get it (《现金管理暂行条例》art. 5).
  ///
  /// A union that pays most in cash has its reasons, which nobody asks of each payment: there only what is five times as
  /// much is told, unless `limits.yaml` itself says how much cash may be paid.
  func checkCash(_ limits: PaymentLimits) -> [Diagnostic] {
    var (inCash, byBank) = (0, 0)
    for entry in entries where isPayment(entry) {
      if entry.fund == .cash { inCash += 1 } else if entry.fund == .bank { byBank += 1 }
    }
    guard inCash > 0 else { return [] }
    return entries.compactMap { entry in
      guard entry.fund == .cash, isPayment(entry) else { return nil }
      let limit = limits.cash(on: entry.day)
      let told = limits.saysCash(on: entry.day) || byBank > inCash ? limit.fen : limit.fen.multipliedOrLargest(by: 5)
      guard entry.amount.fen > told, !sense(entry).isPersonal else { return nil }
      return PaymentDoubtRules.cash.at(
        amountPlace(entry),
        Wording(
          "\(entry.voucher.text) 用现金付了 \(entry.amount.grouped)，现金支付的起点是 \(limit.grouped)",
          en:
            "\(entry.voucher.text) pays \(entry.amount.grouped) in cash, more than the \(limit.grouped) up to which cash is used"
        ),
        help: Wording(
          "付给单位的钱用转账；确是付给个人的，摘要写明是慰问金、补助、奖金还是劳务费",
          en: "pay firms by transfer; if persons got it, say in the summary whether as 慰问金, 补助, 奖金 or 劳务费"))
    }
  }

  // MARK: Purchases

  /// 化整为零: several purchases of one day and account, each just below a limit, that are above it together.
  func checkSplits(_ limits: PaymentLimits) -> [Diagnostic] {
    let spent = entries.indices.filter { index in
      let entry = entries[index]
      return chart.accounts[entry.account].side == .expense && isPayment(entry)
        && isKept(entry.amount, limits.purchase(on: entry.day))
    }.sorted { (entries[$0].day, entries[$0].account, $0) < (entries[$1].day, entries[$1].account, $1) }
    var diagnostics: [Diagnostic] = []
    var start = 0
    while start < spent.count {
      let first = entries[spent[start]]
      let end =
        spent[start...].firstIndex { entries[$0].day != first.day || entries[$0].account != first.account }
        ?? spent.endIndex
      if end - start > 1 {
        diagnostics += split(spent[start..<end].map { entries[$0] }, limits.purchase(on: first.day))
      }
      start = end
    }
    return diagnostics
  }

  /// Whether an amount is kept below the limit of its day, or below one that people make themselves.
  private func isKept(_ amount: Money, _ limit: Money?) -> Bool {
    limit.map { isWithin(amount, $0) } ?? roundLimits.contains { isJustBelow(amount, $0) }
  }

  /// - Parameter entries: the purchases of one day on one account that are kept below a limit.
  private func split(_ entries: [LedgerEntry], _ limit: Money?) -> [Diagnostic] {
    var allowed = limit ?? Money(fen: 0)
    var parts = entries.filter { isWithin($0.amount, allowed) }
    if limit == nil {
      // Limits that people keep below are round.
      for round in roundLimits where parts.count < 3 {
        allowed = round
        parts = entries.filter { isJustBelow($0.amount, round) }
      }
    }
    parts = parts.filter { !sense($0).isPersonal }
    guard parts.count > (limit == nil ? 2 : 1), let first = parts.first, let sum = Tally(parts.map(\.amount)).sum,
      sum > allowed
    else {
      return []
    }
    return [
      PaymentDoubtRules.split.at(
        amountPlace(first),
        Wording(
          "\(first.day.iso) 在 \(chart.accounts[first.account].title) 上有 \(parts.count) 笔，每笔都不到 \(allowed.grouped)，一共 \(sum.grouped)",
          en:
            "\(first.day.iso) has \(parts.count) payments on \(chart.accounts[first.account].title), each just within \(allowed.grouped), \(sum.grouped) together"
        ),
        help: Wording(
          "一次采购按合计金额报批，不拆开；确是几次采购的，摘要写明各买什么、附各自的审批",
          en:
            "one purchase is approved by its whole amount; if they are several, let the summaries tell them apart and keep their approvals"
        ),
        related: parts.dropFirst().prefix(3).map {
          Related(
            amountPlace($0),
            Wording("\($0.voucher.text)：\($0.amount.grouped)", en: "\($0.voucher.text): \($0.amount.grouped)"))
        })
    ]
  }

  // MARK: Documents

  /// 附单据: what was spent has a document, unless its voucher corrects or closes (《会计基础工作规范》art. 51).
  ///
  /// A ledger that leaves the column out, or seldom fills it in, keeps that count elsewhere.
  func checkDocuments() -> [Diagnostic] {
    var lacking: [LedgerEntry] = []
    var documented = 0
    for voucher in vouchers.indices {
      let lines = vouchers.lines(voucher)
      guard let place = lines.first(where: { isPayment(entries[Int($0)]) }),
        chart.accounts[entries[Int(place)].account].side == .expense
      else { continue }
      if lines.contains(where: { entries[Int($0)].attachments ?? 0 > 0 }) {
        documented += 1
      } else if !lines.contains(where: { sense(entries[Int($0)]).contains(.correction) }) {
        lacking.append(entries[Int(place)])
      }
    }
    guard documented > lacking.count else { return [] }
    return lacking.map { entry in
      PaymentDoubtRules.document.at(
        place(entry, .attachments),
        Wording(
          "\(entry.voucher.text) 支出 \(entry.amount.grouped)，没有附单据",
          en: "\(entry.voucher.text) spends \(entry.amount.grouped) without a document"),
        help: Wording(
          "找到发票、收据或签收单附上，写上张数；没有单据的支出不能入账",
          en: "attach the invoice, receipt or list of signatures and write how many; nothing is booked without one"))
    }
  }

  // MARK: Void vouchers

  /// An amount of 0 is of a void voucher, which says so.
  func checkZeros() -> [Diagnostic] {
    entries.compactMap { entry in
      guard entry.amount.fen == 0, !sense(entry).contains(.void) else { return nil }
      return PaymentDoubtRules.zero.at(
        amountPlace(entry),
        Wording(
          "\(entry.voucher.text) 的金额是 0，摘要没有写作废", en: "\(entry.voucher.text) has an amount of 0 and is not called void"),
        help: Wording("作废的凭证摘要写“作废”；不是作废的，填上金额", en: "write 作废 in the summary of a void voucher, or fill in the amount")
      )
    }
  }
}

/// Whether an amount lies in the last fifth of a limit that is written.
private func isWithin(_ amount: Money, _ limit: Money) -> Bool { amount <= limit && amount.fen > limit.fen / 5 * 4 }

/// Whether an amount lies in the last twentieth below a round one.
private func isJustBelow(_ amount: Money, _ round: Money) -> Bool {
  amount < round && amount.fen >= round.fen / 20 * 19
}

private let roundLimits: [Money] = [1, 2, 3, 5, 10, 20, 30, 50, 100].map { (thousands: Int64) in
  Money(fen: thousands * 100_000)
}

extension Int64 {
  /// The product, or the largest number where it is larger.
  fileprivate func multipliedOrLargest(by factor: Int64) -> Int64 {
    let (product, overflows) = multipliedReportingOverflow(by: factor)
    return overflows ? .max : product
  }
}
