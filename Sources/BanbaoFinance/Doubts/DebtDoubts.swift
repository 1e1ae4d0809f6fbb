import BanbaoDiagnostics
import BanbaoSource

extension YearBooks {
  /// How long what is to be passed up may lie, and how long an advance may stay out: a quarter.
  private static let quarter = 92

  // MARK: What is passed up

  /// 应上缴经费 that came in this year and lies for more than a quarter (《工会会计制度》, 211: 及时上缴). What the ledger has not
  /// reached yet is not late.
  func checkUpperDues(_ ledger: Ledger) -> [Diagnostic] {
    guard let lots = openLots(chart.upperDues, ledger), let last = ledger.entries.lazy.map(\.day).max() else {
      return []
    }
    let late = lots.filter { $0.fen < 0 && last.serial - $0.entry.day.serial > Self.quarter }
    guard let first = late.first else { return [] }
    let sum = Money(fen: 0 &- late.reduce(0) { $0 &+ $1.fen })
    let title = chart.accounts[first.entry.account].title
    return [
      DebtDoubtRules.late.at(
        ledger.amountPlace(first.entry),
        Wording(
          "\(title)：\(first.entry.day.iso) 收的，到 \(last.iso) 还没有上缴；三个月以上的一共 \(sum.grouped)",
          en:
            "\(title): what came in on \(first.entry.day.iso) was not passed up by \(last.iso); \(sum.grouped) are older than a quarter"
        ),
        help: Wording("按时足额上缴；已经上缴的，把那张付款凭证记上", en: "pass it up; if that was done, add the voucher of the payment"))
    ]
  }

  /// 上缴比例: what of 拨缴经费 is passed up, day by day, as `limits.yaml` says, else as most days of the ledger have it.
  func checkUpperShares(_ ledger: Ledger, _ limits: PaymentLimits) -> [Diagnostic] {
    struct Receipt {
      var first: LedgerEntry
      var own = Int64(0)
      var upper = Int64(0)
      var whole: Int64 { own &+ upper }
    }
    var byDay: [Day: Receipt] = [:]
    let own = chart.accounts.map { $0.number.hasPrefix("402") }
    let upper = chart.accounts.map { $0.number.hasPrefix(chart.upperDues) }
    for entry in ledger.entries where entry.isIncome {
      let (isOwn, isUpper) = (own[entry.account], upper[entry.account])
      guard isOwn || isUpper, entry.amount.fen > 0 else { continue }
      byDay[entry.day, default: Receipt(first: entry)].own &+= isOwn ? entry.amount.fen : 0
      byDay[entry.day]?.upper &+= isUpper ? entry.amount.fen : 0
      if isOwn, byDay[entry.day].map({ $0.own == entry.amount.fen }) == true { byDay[entry.day]?.first = entry }
    }
    let receipts = byDay.filter { $0.value.own > 0 }.sorted { $0.key < $1.key }.map(\.value)
    // In hundredths of a percent: that of the middle one, where two of three have it.
    let shares = receipts.map { share($0.upper, $0.whole) }.sorted()
    let middle = shares.isEmpty ? 0 : shares[shares.count / 2]
    let isUsual = shares.count > 2 && middle > 0 && shares.count { abs($0 - middle) <= 5 } * 3 >= shares.count * 2
    return receipts.compactMap { receipt in
      guard let usual = limits.upperShare(on: receipt.first.day) ?? (isUsual ? middle : nil) else { return nil }
      let (product, overflows) = receipt.whole.multipliedReportingOverflow(by: usual)
      // To the yuan: shares are often rounded.
      guard !overflows, abs(receipt.upper &- product / 10_000) > 100,
        abs(share(receipt.upper, receipt.whole) - usual) > 5
      else { return nil }
      let (upper, whole) = (Money(fen: receipt.upper), Money(fen: receipt.whole))
      return DebtDoubtRules.share.at(
        ledger.amountPlace(receipt.first),
        Wording(
          "\(receipt.first.day.iso) 收的经费 \(whole.grouped) 里，应上缴记了 \(upper.grouped)；按 \(percent(usual))% 是 \(Money(fen: product / 10_000).grouped)",
          en:
            "of the \(whole.grouped) received on \(receipt.first.day.iso), \(upper.grouped) are booked to be passed up; \(percent(usual)) % would be \(Money(fen: product / 10_000).grouped)"
        ),
        help: Wording(
          "402 只记留成的部分，应上缴的记 \(chart.upperDues) 应付上级经费；比例改了的，写进 limits.yaml 的“上缴比例”",
          en:
            "402 is the union's own share, what is passed up stands on \(chart.upperDues); where the share changed, write it into limits.yaml under 上缴比例"
        ))
    }
  }

  private func share(_ part: Int64, _ whole: Int64) -> Int64 {
    let (product, overflows) = part.multipliedReportingOverflow(by: 10_000)
    return whole > 0 && !overflows ? (product &+ whole / 2) / whole : 0
  }

  /// `40`, `37.5`.
  private func percent(_ hundredths: Int64) -> String {
    let text = Money(fen: hundredths).ungrouped
    return text.hasSuffix(".00") ? String(text.dropLast(3)) : text.hasSuffix("0") ? String(text.dropLast()) : text
  }

  // MARK: Claims and things

  /// 借款 and other advances of the year that were not settled within a quarter.
  func checkAdvances(_ ledger: Ledger) -> [Diagnostic] {
    guard let lots = openLots("135", ledger), let last = ledger.entries.lazy.map(\.day).max() else { return [] }
    return lots.filter { lot in
      lot.fen > 0 && last.serial - lot.entry.day.serial > Self.quarter
        && !chart.accounts[lot.entry.account].name.contains("备用金") && !ledger.sense(lot.entry).contains(.standing)
    }.map { lot in
      DebtDoubtRules.advance.at(
        ledger.amountPlace(lot.entry),
        Wording(
          "\(lot.entry.day.iso) 借出的，到 \(last.iso) 还有 \(Money(fen: lot.fen).grouped) 没有收回或报销",
          en:
            "of what was advanced on \(lot.entry.day.iso), \(Money(fen: lot.fen).grouped) are neither returned nor accounted for by \(last.iso)"
        ),
        help: Wording(
          "催还，或用发票报销冲账；长期的定额备用金、押金，摘要写明",
          en: "have it returned or accounted for; let the summary say so if it is a standing advance or a deposit"))
    }
  }

  /// What of a claim or debt of the year is open, the oldest settled first; nil where the account is not in the chart.
  ///
  /// What stood there at the opening is settled before it, and said nothing of.
  private func openLots(_ number: String, _ ledger: Ledger) -> [(entry: LedgerEntry, fen: Int64)]? {
    guard let account = chart.index(ofNumber: number) else { return nil }
    let isDebit = chart.accounts[account].side.isDebit
    let moves = ledger.postings(on: account)
    let order = moves.indices.sorted { a, b in
      let (first, second) = (ledger.entries[Int(moves[a].entry)].day, ledger.entries[Int(moves[b].entry)].day)
      return first == second ? a < b : first < second
    }
    var lots: [(entry: LedgerEntry, fen: Int64)] = []
    var next = 0
    // What is settled ahead of its lot.
    var ahead = openings.of(account).fen
    if !isDebit { ahead = 0 &- ahead }
    for index in order {
      var rest = moves[index].net
      if ahead != 0, (ahead < 0) != (rest < 0) {
        let sum = ahead &+ rest
        if sum == 0 || (sum < 0) == (ahead < 0) {
          ahead = sum
          continue
        }
        (ahead, rest) = (0, sum)
      }
      while rest != 0, next < lots.count, (lots[next].fen < 0) != (rest < 0) {
        let sum = lots[next].fen &+ rest
        if sum == 0 || (sum < 0) == (lots[next].fen < 0) {
          lots[next].fen = sum
          rest = 0
        } else {
          rest = sum
          lots[next].fen = 0
        }
        if lots[next].fen == 0 { next += 1 }
      }
      if rest != 0 { lots.append((ledger.entries[Int(moves[index].entry)], rest)) }
    }
    return Array(lots[next...])
  }

  /// 库存物品 and 固定资产 are not had for money alone: what was paid is an expense, and 资产基金 answers for the thing
  /// (财会〔2021〕7号 art. 51; 第三部分, 141, 162).
  ///
  /// - Parameter owners: by entry, its voucher.
  func checkThings(_ ledger: Ledger, _ owners: [Int32]) -> [Diagnostic] {
    struct Moved {
      var thing: Posting?
      var things = Int64(0)
      var fund = Int64(0)
      // What is lost or found is not yet of either.
      var isPending = false
    }
    let answered = chart.accounts.map { chart.isAnsweredFor($0) }
    guard ledger.postings.contains(where: { answered[Int($0.account)] }) else { return [] }
    var byVoucher: [Int32: Moved] = [:]
    for posting in ledger.postings {
      let (account, voucher) = (Int(posting.account), owners[Int(posting.entry)])
      if answered[account] {
        byVoucher[voucher, default: Moved()].things &+= posting.net
        if byVoucher[voucher]?.thing == nil { byVoucher[voucher]?.thing = posting }
      } else if chart.isAssetFund(chart.accounts[account]) {
        byVoucher[voucher, default: Moved()].fund &+= posting.net
      } else if chart.accounts[account].number.hasPrefix("182") {
        byVoucher[voucher, default: Moved()].isPending = true
      }
    }
    let fundTitle = chart.accounts.first { chart.isAssetFund($0) }?.title ?? "301"
    return byVoucher.sorted { $0.key < $1.key }.map(\.value).compactMap { moved in
      guard let thing = moved.thing, !moved.isPending, moved.things != 0 &- moved.fund else { return nil }
      let entry = ledger.entries[Int(thing.entry)]
      let title = chart.accounts[Int(thing.account)].title
      let amount = Money(fen: Int64(clamping: moved.things.magnitude)).grouped
      return DebtDoubtRules.thing.at(
        ledger.place(entry, .account),
        Wording(
          "\(entry.voucher.text) 记了 \(title) \(amount)，没有同时记一样多的 \(fundTitle)",
          en: "\(entry.voucher.text) books \(amount) on \(title) without as much on \(fundTitle)"),
        help: Wording(
          "付的钱记支出科目（如 507 资本性支出）；东西另记一张凭证，借方 \(title)，贷方 \(fundTitle)",
          en:
            "book what was paid as an expense, such as 507; the thing is a voucher of its own: debit \(title), credit \(fundTitle)"
        ))
    }
  }

  // MARK: What is held for others

  /// 代管经费 of one account below zero on a day: others' money was paid before it came, or from money of a third.
  ///
  /// That more was paid than came in all is said by another rule.
  func checkEntrusted(_ ledger: Ledger) -> [Diagnostic] {
    guard let whole = chart.index(ofNumber: chart.entrusted), let totals,
      openings.adding(totals, months: 12).of(whole).fen >= 0
    else { return [] }
    let members = chart.members[whole]
    var held = Dictionary(uniqueKeysWithValues: members.map { (Int32($0), openings.own[$0]) })
    // A detail of which nothing ever came in stands for the account itself.
    var credited = Set(members.filter { openings.own[$0] > 0 }.map { Int32($0) })
    let moves = ledger.postings(on: whole)
    for move in moves where move.net < 0 { credited.insert(move.account) }
    let order = moves.indices.sorted { a, b in
      let (first, second) = (ledger.entries[Int(moves[a].entry)].day, ledger.entries[Int(moves[b].entry)].day)
      // What came in on a day came before what was paid.
      return first == second ? (moves[a].net, a) < (moves[b].net, b) : first < second
    }
    var said = Set<Int32>()
    return order.compactMap { index in
      let move = moves[index]
      held[move.account, default: 0] &-= move.net
      guard let rest = held[move.account], rest < 0, move.net > 0, credited.contains(move.account),
        said.insert(move.account).inserted
      else { return nil }
      let entry = ledger.entries[Int(move.entry)]
      let title = chart.accounts[Int(move.account)].title
      return DebtDoubtRules.entrusted.at(
        ledger.amountPlace(entry),
        Wording(
          "\(title) 到 \(entry.day.iso) 付出的比收到的多 \(Money(fen: 0 &- rest).grouped)",
          en: "by \(entry.day.iso), \(title) has paid \(Money(fen: 0 &- rest).grouped) more than it had received"),
        help: Wording(
          "代管的钱收到多少付多少，不用工会的钱垫，也不用别家的：核对日期和金额；年初就代管着的，在 book.yaml 的期初里按科目写明",
          en:
            "no more is paid for others than was received of them: check days and amounts; what was held at the opening stands there by account"
        ))
    }
  }
}

extension ChartOfAccounts {
  /// Whether 资产基金 answers for an account within the voucher that moves it. 库存物品 were a swap until 2021.
  fileprivate func isAnsweredFor(_ account: Account) -> Bool {
    isThing(account) && !account.number.hasPrefix("182") && (standard == .of2021 || account.number.hasPrefix("162"))
  }
}
