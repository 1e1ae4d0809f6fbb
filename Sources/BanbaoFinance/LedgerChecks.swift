package import BanbaoDiagnostics
package import BanbaoSource

extension Ledger {
  /// What can be seen from the entries alone: days, sides, vouchers, corrections (DomainNotes 1.7, F4, F5, F7).
  ///
  /// Of a ledger with unreadable lines nothing is said that those lines might explain, such as gaps.
  ///
  /// - Parameter opening: the day from which the ledger is kept; nil for the year's first.
  package func check(from opening: Day? = nil) -> [Diagnostic] {
    entries.compactMap { checkDay($0, from: opening) } + checkSides() + checkVouchers(from: opening)
      + checkCorrections()
  }

  private func checkDay(_ entry: LedgerEntry, from opening: Day?) -> Diagnostic? {
    guard entry.day.year != year else {
      guard let opening, entry.day < opening else { return nil }
      return VoucherRules.day.at(
        place(entry, .date),
        Wording(
          "\(entry.day.iso) 在期初日 \(opening.iso) 之前", en: "\(entry.day.iso) lies before the opening day \(opening.iso)"),
        help: Wording(
          "期初日以前的收支已经算在期初里：核对这一行的日期和 book.yaml 的期初日",
          en: "what came before the opening day is part of the opening: check both days"))
    }
    return VoucherRules.day.at(
      place(entry, .date),
      Wording("\(entry.day.iso) 不在 \(year) 年", en: "\(entry.day.iso) is not in \(year)"),
      help: Wording(
        "年份写错了就改正；确是 \(entry.day.year) 年的账，把这一行移到那一年的账本里",
        en: "mend the year, or move the line to the ledger of \(entry.day.year)"))
  }

  /// Where the amount of an account cannot stand. What closes the year stands on the other side.
  private func checkSides() -> [Diagnostic] {
    let closing = Set(postings.lazy.filter(\.isClosing).map(\.entry))
    return entries.indices.compactMap { index in
      closing.contains(Int32(index)) ? nil : checkSide(entries[index])
    }
  }

  private func checkSide(_ entry: LedgerEntry) -> Diagnostic? {
    let account = chart.accounts[entry.account]
    let column = column(entry)
    switch account.side {
    case .income where !entry.isIncome, .expense where entry.isIncome:
      let right: LedgerColumn =
        entry.isTwoSided ? (account.side == .income ? .credit : .debit) : account.side == .income ? .income : .expense
      return VoucherRules.side.at(
        amountPlace(entry),
        Wording(
          "\(account.title)是\(account.side == .income ? "收入" : "支出")科目，金额却记在\(column.alias)列",
          en:
            "\(account.title) is an \(account.side == .income ? "income" : "expense") account, but the amount is in \(column.rawValue)"
        ),
        help: Wording(
          "移到\(right.alias)列；退回的款项在\(right.alias)列记负数，并写明冲销哪一号凭证",
          en: "move it to \(right.rawValue); what is paid back is a negative amount there"))
    case .netAsset where !entry.isTwoSided && !["321", "322", "331"].contains(account.number.prefix(3)):
      return VoucherRules.side.at(
        place(entry, .account),
        Wording("\(account.title)不是钱，不用现金和银行收支", en: "\(account.title) takes no entries of money"),
        help: Wording(
          "钱用在哪里就记哪个科目；购置的固定资产另记一张凭证，借方 162 固定资产，贷方 \(account.title)",
          en: "book what the money was for; an asset is a voucher of its own, with debit and credit"))
    default: return nil
    }
  }

  // MARK: Vouchers

  /// One number of a voucher with the places of its entries, in the order of the file; never none.
  private struct Numbered {
    var voucher: Voucher
    var entries: ArraySlice<Int32>
  }

  private func checkVouchers(from opening: Day?) -> [Diagnostic] {
    let numbered = vouchers.indices.map { index in
      Numbered(voucher: vouchers.numbers[index], entries: vouchers.lines(index))
    }
    return numbered.flatMap { checkOne($0) } + (isWhole ? checkBalance() + checkGaps(from: opening) : [])
  }

  /// All lines of a voucher have one day, and its sheets are whole.
  private func checkOne(_ numbered: Numbered) -> [Diagnostic] {
    guard let first = numbered.entries.first else { return [] }
    var diagnostics: [Diagnostic] = []
    for index in numbered.entries.dropFirst() where entries[Int(index)].day != entries[Int(first)].day {
      diagnostics.append(
        VoucherRules.duplicate.at(
          place(entries[Int(index)], .voucher),
          Wording(
            "凭证 \(numbered.voucher.text) 用了两次：\(entries[Int(first)].day.iso) 和 \(entries[Int(index)].day.iso)",
            en:
              "voucher \(numbered.voucher.text) is used twice: on \(entries[Int(first)].day.iso) and \(entries[Int(index)].day.iso)"
          ),
          help: Wording("每张凭证一个号；同一张凭证的各行日期相同", en: "one number a voucher; all its lines have one day"),
          related: [Related(place(entries[Int(first)], .voucher), Wording("第一次用在这里", en: "it is used first here"))]))
      return diagnostics
    }
    let sheets = numbered.entries.compactMap { index in entries[Int(index)].voucher.sheet.map { (index, $0) } }
    guard let count = sheets.first?.1.count else { return [] }
    if let odd = sheets.first(where: { $0.1.count != count }) {
      return [
        VoucherRules.sheets.at(
          place(entries[Int(odd.0)], .voucher),
          Wording(
            "凭证 \(numbered.voucher.text) 有时写共 \(count) 页，有时写共 \(odd.1.count) 页",
            en: "the sheets of voucher \(numbered.voucher.text) do not agree on their number"),
          help: Wording("分母写总页数", en: "the second number is that of all its sheets"),
          related: [Related(place(entries[Int(sheets[0].0)], .voucher), Wording("第一页", en: "its first sheet"))])
      ]
    }
    if let bare = numbered.entries.first(where: { entries[Int($0)].voucher.sheet == nil }) {
      return [
        VoucherRules.sheets.at(
          place(entries[Int(bare)], .voucher),
          Wording(
            "凭证 \(numbered.voucher.text) 分了页，这一行却没有写第几页",
            en: "voucher \(numbered.voucher.text) has sheets, but this line names none"),
          help: Wording("写成 \(numbered.voucher.text)-1/\(count)", en: "write \(numbered.voucher.text)-1/\(count)"))
      ]
    }
    guard isWhole else { return [] }
    let there = Set(sheets.map(\.1.number))
    let missing = (1...count).filter { !there.contains($0) }
    guard !missing.isEmpty else { return [] }
    return [
      VoucherRules.sheets.at(
        place(entries[Int(first)], .voucher),
        Wording(
          "凭证 \(numbered.voucher.text) 共 \(count) 页，缺第 \(missing.map(String.init).joined(separator: "、")) 页",
          en:
            "voucher \(numbered.voucher.text) has \(count) sheets; \(missing.map(String.init).joined(separator: ", ")) missing"
        ),
        help: Wording("补上缺的页", en: "add what is missing"))
    ]
  }

  /// Numbers of one type follow each other without a gap, within the month or within the year.
  ///
  /// - Parameter opening: a ledger that begins within the year begins with any number.
  private func checkGaps(from opening: Day?) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for run in vouchers.runs {
      let first = run.vouchers.first.map { Int($0) }
      let beginsLate =
        opening.map { opening in
          let month = opening.parts.month
          let isFirst = first.map { firstEntry(of: $0).day.parts.month == month } ?? false
          return (month, opening.parts.day) != (1, 1) && (isFirst || !run.isMonthly)
        } ?? false
      var last = beginsLate ? (first.map { vouchers.numbers[$0].number } ?? 1) - 1 : 0
      for index in run.vouchers {
        let voucher = vouchers.numbers[Int(index)]
        let number = voucher.number
        if number > last + 1 {
          let prefix = voucher.type.prefix
          let missing = number - last == 2 ? "\(prefix)\(last + 1)" : "\(prefix)\(last + 1) 至 \(prefix)\(number - 1)"
          diagnostics.append(
            VoucherRules.gap.at(
              place(firstEntry(of: Int(index)), .voucher),
              Wording(
                "\(voucher.text) 前面缺凭证 \(missing)",
                en: "before \(voucher.text) there is no \(missing)"),
              help: Wording(
                "补上；作废的凭证也记一行，摘要写“作废”，金额写 0", en: "add it; a void voucher has a line too, 作废 with an amount of 0")))
        }
        last = number
      }
    }
    return diagnostics
  }
}

/// The rules of vouchers and of the days and sides of entries.
package enum VoucherRules {
  package static let day = Rule(
    "entry-outside-year", .error,
    Wording("账本里每一行的日期都在这一年。", en: "Every line of a ledger lies in its year."),
    wrong: """
      finance/2026/ledger.csv:
      2025-12-31,付-1,50102 文体活动支出,购跳绳,,120.00,现金
      """,
    right: """
      finance/2026/ledger.csv:
      2026-01-04,付-1,50102 文体活动支出,购跳绳,,120.00,现金
      """)
  package static let side = Rule(
    "account-side", .error,
    Wording("收入科目的金额记在收入列，支出科目的记在支出列。", en: "Income accounts are booked in income, expense accounts in expense."),
    wrong: "2026-03-08,收-1,401 会费收入,一季度会费,,500.00,银行",
    right: "2026-03-08,收-1,401 会费收入,一季度会费,500.00,,银行")
  package static let duplicate = Rule(
    "voucher-duplicate", .error,
    Wording("凭证号不重复：同一号的各行是同一天的同一张凭证。", en: "A voucher's number is used once: its lines are of one day."),
    wrong: """
      2026-03-08,付-1,50102 文体活动支出,购跳绳,,120.00,现金
      2026-03-15,付-1,50102 文体活动支出,购毽子,,80.00,现金
      """,
    right: """
      2026-03-08,付-1,50102 文体活动支出,购跳绳,,120.00,现金
      2026-03-15,付-2,50102 文体活动支出,购毽子,,80.00,现金
      """)
  package static let gap = Rule(
    "voucher-gap", .error,
    Wording(
      "凭证连续编号，不跳号（《会计基础工作规范》第五十一条）；按月或按年从 1 编起。", en: "Vouchers are numbered without a gap, by month or by year."),
    wrong: """
      2026-03-08,付-1,50102 文体活动支出,购跳绳,,120.00,现金
      2026-03-15,付-3,50102 文体活动支出,购毽子,,80.00,现金
      """,
    right: """
      2026-03-08,付-1,50102 文体活动支出,购跳绳,,120.00,现金
      2026-03-12,付-2,50102 文体活动支出,作废,,0,现金
      2026-03-15,付-3,50102 文体活动支出,购毽子,,80.00,现金
      """)
  package static let sheets = Rule(
    "voucher-sheets", .error,
    Wording(
      "一张凭证有几页时写分数编号，各页要齐：12-1/2、12-2/2。", en: "The sheets of one voucher are numbered as fractions and all there."),
    wrong: "2026-03-08,付-1-1/2,50102 文体活动支出,购跳绳,,120.00,现金",
    right: """
      2026-03-08,付-1-1/2,50102 文体活动支出,购跳绳,,120.00,现金
      2026-03-08,付-1-2/2,50102 文体活动支出,购毽子,,80.00,现金
      """)
  package static let negative = Rule(
    "negative-without-reference", .warning,
    Wording("负数只用来冲销，摘要写明冲销哪一天哪一号凭证。", en: "A negative amount corrects an entry, and its summary names the voucher."),
    wrong: """
      2026-03-08,付-1,50102 文体活动支出,购跳绳,,120.00,现金
      2026-03-15,付-2,50102 文体活动支出,退货,,-120.00,现金
      """,
    right: """
      2026-03-08,付-1,50102 文体活动支出,购跳绳,,120.00,现金
      2026-03-15,付-2,50102 文体活动支出,冲销3月8日付-1号凭证,,-120.00,现金
      """)
  package static let all = [day, side, duplicate, gap, sheets, negative]
}
