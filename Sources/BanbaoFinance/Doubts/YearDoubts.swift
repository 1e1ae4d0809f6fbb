import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource

extension Books {
  /// 疑点: what an auditor asks about, though it may be right.
  func doubts(_ library: Library) -> [Overview.Check] {
    let limits = PaymentLimits(library)
    return years.flatMap { $0.doubts(limits, after: self[$0.year - 1], on: library.today) }
  }
}

extension YearBooks {
  /// Of a ledger with lines that cannot be read nothing is said.
  ///
  /// - Parameters:
  ///   - last: the books of the year before.
  ///   - today: months that are not over may still be booked.
  fileprivate func doubts(_ limits: PaymentLimits, after last: YearBooks?, on today: Day) -> [Overview.Check] {
    guard let ledger, let totals, ledger.isWhole, totals.overflow == nil else { return [] }
    let owners = ledger.voucherOfEntries()
    let senses = ledger.entries.map { ledger.sense($0) }
    let checks: [Overview.Check] = [
      { ledger.checkOrder() }, { ledger.checkRepeated(owners) }, { ledger.checkInvoices(owners, senses) },
      { ledger.checkZeros() }, { ledger.checkCash(limits) }, { ledger.checkSplits(limits) },
      { ledger.checkDocuments() }, { checkUpperDues(ledger) }, { checkUpperShares(ledger, limits) },
      { checkAdvances(ledger) }, { checkThings(ledger, owners) }, { checkEntrusted(ledger) },
      { checkDuesMonths(ledger, totals, on: today) }, { checkRestricted(ledger, totals, after: last) },
      { checkPurposes(ledger) }, { checkDuesSpending(ledger) }, { checkForbidden(ledger, senses) },
      { checkBudgetDoubts(ledger, totals) }, { checkTransits(ledger) },
    ]
    return checks.map { check in { atMost(20, of: check()) } }
  }
}

/// What stands in very many lines is a habit of the books: its first places are enough.
private func atMost(_ count: Int, of diagnostics: [Diagnostic]) -> [Diagnostic] {
  guard diagnostics.count > count else { return diagnostics }
  var said = Array(diagnostics.prefix(count))
  let rest = diagnostics.count - count
  let message = said[count - 1].message
  said[count - 1].message = Wording("\(message.zh)；还有 \(rest) 处同样的", en: "\(message.en); there are \(rest) more")
  return said
}
