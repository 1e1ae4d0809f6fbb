import BanbaoDiagnostics
import BanbaoSource

extension Ledger {
  /// 有借必有贷，借贷必相等 (财会〔2021〕7号 art. 10): the vouchers whose sides differ.
  ///
  /// A simple line has both sides by itself, but where its account is the money's own: then its voucher has a line for
  /// the other side.
  func checkBalance() -> [Diagnostic] {
    vouchers.indices.compactMap { voucher in
      var (debit, credit) = (Int64(0), Int64(0))
      for line in vouchers.lines(voucher) where entries[Int(line)].counter == nil {
        let entry = entries[Int(line)]
        if isDebit(entry) { debit &+= entry.amount.fen } else { credit &+= entry.amount.fen }
      }
      return debit == credit ? toldTwice(voucher) : unbalanced(voucher, Money(fen: debit), Money(fen: credit))
    }
  }

  /// A transfer that is booked once as what the bank gave and once more as what the cash took.
  private func toldTwice(_ voucher: Int) -> Diagnostic? {
    guard vouchers.lines(voucher).count > 1 else { return nil }
    let across = vouchers.lines(voucher).map { entries[Int($0)] }.filter {
      chart.funds[$0.account] != nil && $0.counter != nil
    }
    guard let first = across.first, let other = across.first(where: { $0.isIncome != first.isIncome }) else {
      return nil
    }
    return BalanceRules.unbalanced.at(
      place(other, .fund),
      Wording(
        "凭证 \(vouchers.numbers[voucher].text) 把同一笔存取款记了两遍",
        en: "voucher \(vouchers.numbers[voucher].text) books one transfer twice"),
      help: Wording(
        "两行的资金各写自己的科目：101 库存现金写 现金，102 银行存款写 银行", en: "let each line name the fund of its own account"),
      related: [Related(place(first, .fund), Wording("第一遍", en: "the first time"))])
  }

  private func unbalanced(_ voucher: Int, _ debit: Money, _ credit: Money) -> Diagnostic? {
    let open = vouchers.lines(voucher).map { entries[Int($0)] }.filter { $0.counter == nil }
    guard let first = open.first, let last = open.last else { return nil }
    let number = vouchers.numbers[voucher].text
    let difference = Money(fen: debit.fen &- credit.fen)
    let size = Money(fen: Int64(clamping: difference.fen.magnitude))
    guard debit.fen == 0 || credit.fen == 0 else {
      return BalanceRules.unbalanced.at(
        amountPlace(last),
        Wording(
          "凭证 \(number) 借方 \(debit.grouped)，贷方 \(credit.grouped)，差 \(difference.grouped)",
          en:
            "voucher \(number) has \(debit.grouped) in debit and \(credit.grouped) in credit, \(difference.grouped) apart"
        ),
        help: Wording(
          "借方和贷方相等才是一张完整的凭证；核对这张凭证各行的金额", en: "both sides are equal: check the amounts of its lines"),
        related: open.count > 1 ? [Related(amountPlace(first), Wording("这张凭证的第一行", en: "its first line"))] : [])
    }
    let account = chart.accounts[first.account]
    guard !first.isTwoSided, let fund = account.fund else {
      let side: LedgerColumn = debit.fen == 0 ? .debit : .credit
      return BalanceRules.unbalanced.at(
        amountPlace(first),
        Wording(
          "凭证 \(number) 只有一边，缺\(side.alias) \(size.grouped)",
          en: "voucher \(number) has one side only and lacks \(size.grouped) in \(side.rawValue)"),
        help: Wording(
          "在同一张凭证里加一行，\(side.alias)写 \(size.ungrouped)", en: "add a line with \(size.ungrouped) in \(side.rawValue)"))
    }
    let other: Fund = fund == .cash ? .bank : .cash
    let column: LedgerColumn = first.isIncome ? .expense : .income
    let title = chart.funds.firstIndex(of: other).map { chart.accounts[$0].title } ?? other.rawValue
    return BalanceRules.unbalanced.at(
      amountPlace(first),
      Wording(
        "凭证 \(number) 只有\(fund.rawValue)一边，不知道钱\(first.isIncome ? "从哪里来" : "到哪里去")",
        en: "voucher \(number) has one side only: where the money \(first.isIncome ? "came from" : "went") is not said"),
      help: Wording(
        "存取款在同一张凭证里再写一行：科目 \(title)，\(column.alias) \(size.ungrouped)，资金 \(other.rawValue)；别的收支把科目改成真正的用途",
        en:
          "for a transfer add a line on \(title) with \(size.ungrouped) in \(column.rawValue); else name what the money was for"
      ))
  }
}
