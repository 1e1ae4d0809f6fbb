import BanbaoSource

extension BookedYear {
  /// 科目余额表: opening, movement and closing of every account, on the side where it lies.
  func trialBalance() -> BookPage {
    var sums = [Int64](repeating: 0, count: 6)
    let rows = accountsInOrder.filter { isTold($0) }.map { account in
      let opening = net(account, after: 0)
      let moved = turnover(account, 0..<12)
      let closing = net(account, after: 12)
      let amounts = [
        max(0, opening), max(0, 0 &- opening), moved.debit, moved.credit, max(0, closing), max(0, 0 &- closing),
      ]
      if chart.accounts[account].parent.isEmpty {
        for (index, amount) in amounts.enumerated() { sums[index] &+= amount }
      }
      let (number, name) = numberAndName(account)
      return BookPage.Row([.text(number), .text(name)] + amounts.map { .sparse($0) })
    }
    let total = BookPage.Row([.none, .text("合计")] + sums.map { .amount($0) }, isTotal: true)
    return BookPage(
      name: "trial-balance", title: "科目余额表",
      columns: BookPage.Column.texts("科目编号", width: 50) + BookPage.Column.texts("科目名称")
        + BookPage.Column.amounts("期初借方", "期初贷方", "本期借方", "本期贷方", "期末借方", "期末贷方"),
      sections: [BookPage.Section(rows: rows + [total])],
      notes: ["合计只加一级科目；明细科目已经包括在它的上级科目里。"], signatures: bookSignatures)
  }

  /// 日记账 of one fund: an account a part, with the balance after each entry and the sums of each day.
  func journal(_ fund: Fund) -> BookPage {
    let own = accountsInOrder.filter { chart.funds[$0] == fund }
    let kept = own.filter { isKept($0) }
    let sections = (kept.isEmpty ? Array(own.prefix(1)) : kept).map { account in
      let title = chart.accounts[account].title
      return BookPage.Section(title: title, key: [title], rows: runningRows(account, isDaily: true))
    }
    return BookPage(
      name: fund == .cash ? "cash-journal" : "bank-journal", title: fund == .cash ? "现金日记账" : "银行存款日记账",
      keyColumns: ["账户"], columns: runningColumns, sections: sections, signatures: ["出纳", "复核"], layout: .sheets)
  }

  /// 明细账: every account but those of money, whose details are the journals.
  func detailLedger() -> BookPage {
    let sections = accountsInOrder.filter { chart.funds[$0] == nil && isKept($0) }.map { account in
      let (number, name) = numberAndName(account)
      return BookPage.Section(
        title: chart.accounts[account].title, key: [number, name], rows: runningRows(account, isDaily: false))
    }
    return BookPage(
      name: "detail-ledger", title: "明细账", keyColumns: ["科目编号", "科目名称"], columns: runningColumns,
      sections: sections, signatures: bookSignatures)
  }

  private var runningColumns: [BookPage.Column] {
    BookPage.Column.texts("日期", width: 66) + BookPage.Column.texts("凭证号", width: 50)
      + BookPage.Column.texts("摘要") + BookPage.Column.texts("对方科目", width: 100) + BookPage.Column.amounts("借方", "贷方")
      + BookPage.Column.texts("方向", width: 30) + BookPage.Column.amounts("余额")
  }

  /// The entries of an account with the balance after each, and the sums of days, of months and of the year so far.
  private func runningRows(_ account: Int, isDaily: Bool) -> [BookPage.Row] {
    var held = openings[account]
    var day = RunningSum()
    var month = RunningSum()
    var year = RunningSum()
    var last: Day?
    var rows = [
      BookPage.Row([.text(begin.iso), .none, .text("期初余额"), .none, .none, .none] + balance(held), isTotal: true)
    ]
    func close(_ ended: Day, endsMonth: Bool) {
      func sum(_ name: String, _ sum: RunningSum) {
        rows.append(
          BookPage.Row(
            [.text(ended.iso), .none, .text(name), .none, .amount(sum.debit), .amount(sum.credit)] + balance(held),
            isTotal: true))
      }
      if isDaily { sum("本日合计", day) }
      day = RunningSum()
      guard endsMonth else { return }
      sum("本月合计", month)
      sum("本年累计", year)
      month = RunningSum()
    }
    for (place, posting, entry) in postings(account) {
      if let last, last != entry.day { close(last, endsMonth: last.parts.month != entry.day.parts.month) }
      last = entry.day
      held &+= posting.net
      day.add(posting)
      month.add(posting)
      year.add(posting)
      rows.append(
        BookPage.Row(
          [
            .text(entry.day.iso), voucherCell(posting), .text(ledger.summary(entry)),
            .text(counterparts(place)),
            posting.isDebit ? .amount(posting.fen) : .none, posting.isDebit ? .none : .amount(posting.fen),
          ] + balance(held)))
    }
    if let last { close(last, endsMonth: true) }
    return rows
  }

  /// 总账: every account of the first level by month.
  func generalLedger() -> BookPage {
    let accounts = chart.accounts.indices.filter { chart.accounts[$0].parent.isEmpty && isTold($0) }
    let sections = accounts.map { account in
      let (number, name) = numberAndName(account)
      let opening = net(account, after: 0)
      var rows = [BookPage.Row([.none, .text("期初余额"), .none, .none] + balance(opening), isTotal: true)]
      for month in 0..<12 where chart.members[account].contains(where: { hasPostings($0, month) }) {
        let moved = turnover(account, month..<month + 1)
        let toDate = turnover(account, 0..<month + 1)
        let held = balance(net(account, after: month + 1))
        rows.append(
          BookPage.Row(
            [.text("\(month + 1)月"), .text("本月合计"), .amount(moved.debit), .amount(moved.credit)] + held))
        rows.append(
          BookPage.Row(
            [.text("\(month + 1)月"), .text("本年累计"), .amount(toDate.debit), .amount(toDate.credit)] + held, isTotal: true
          ))
      }
      return BookPage.Section(title: chart.accounts[account].title, key: [number, name], rows: rows)
    }
    return BookPage(
      name: "general-ledger", title: "总账", keyColumns: ["科目编号", "科目名称"],
      columns: BookPage.Column.texts("月份", width: 60) + BookPage.Column.texts("摘要")
        + BookPage.Column.amounts("借方", "贷方") + BookPage.Column.texts("方向", width: 30)
        + BookPage.Column.amounts("余额"),
      sections: sections, signatures: bookSignatures)
  }

  private func hasPostings(_ account: Int, _ month: Int) -> Bool {
    !(books.index?.postings(account, months: month..<month + 1).isEmpty ?? true)
  }

  /// 方向 and 余额.
  private func balance(_ net: Int64) -> [BookPage.Cell] {
    [.text(net > 0 ? "借" : net < 0 ? "贷" : "平"), .amount(Int64(clamping: net.magnitude))]
  }
}

/// 借方 and 贷方 of some postings, in whole fen.
private struct RunningSum {
  var debit = Int64(0)
  var credit = Int64(0)

  mutating func add(_ posting: Posting) {
    if posting.isDebit { debit &+= posting.fen } else { credit &+= posting.fen }
  }
}
