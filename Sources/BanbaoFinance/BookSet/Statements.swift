import BanbaoDiagnostics
import BanbaoSource
import BanbaoUnion

/// Who signs a statement (财会〔2021〕7号 art. 64).
let statementSignatures = ["法定代表人", "主管会计工作负责人", "会计机构负责人", "制表"]
/// Who signs any other book that no rule names signatures for.
let bookSignatures = ["会计主管", "记账", "复核"]

extension BookedYear {
  /// Income less expense that no voucher carried to 321 or 322, after some months.
  func uncarried(after months: Int) -> Int64 {
    chart.accounts.indices.reduce(0) { sum, account in
      let own = chart.accounts[account]
      guard own.side == .income || own.side == .expense, own.parent.isEmpty else { return sum }
      return sum &- net(account, after: months)
    }
  }

  /// 收入支出表 (工会02表) of the year, its halves, quarters and months.
  func incomeStatement() -> BookPage {
    guard let whole = PublicYear(whole: books) else {
      return BookPage(name: "income-statement", title: "收入支出表（工会02表）", columns: [], sections: [])
    }
    let periods = [Period(year)] + (1...2).map { Period(year, .half($0)) } + (1...4).map { Period(year, .quarter($0)) }
    let parts =
      periods.map { ($0.shortWording.zh, $0.months) } + (0..<12).map { ("\($0 + 1)月", $0..<$0 + 1) }
    // Parts that lie wholly behind the last day have nothing to tell.
    let told = parts.filter { $0.1.lowerBound < end.parts.month || end.year > year }
    let sections = told.compactMap { name, months -> BookPage.Section? in
      FinanceSheet(whole, Period(year), months: months).map { sheet in
        BookPage.Section(title: "\(year)年\(name)", key: [name], rows: rows(sheet, months))
      }
    }
    return BookPage(
      name: "income-statement", title: "收入支出表（工会02表）", keyColumns: ["期间"],
      columns: BookPage.Column.texts("科目编号", width: 50) + BookPage.Column.texts("项目")
        + BookPage.Column.amounts("本期数", "本年累计数"),
      sections: sections,
      notes: ["资金结转是 321 的余额，资金结余是 322 的余额；年末结转的凭证记账以前，本年的收支差额单独列出。"] + sealNotes,
      signatures: statementSignatures, layout: .sheets)
  }

  private func rows(_ sheet: FinanceSheet, _ months: Range<Int>) -> [BookPage.Row] {
    sheet.lines.flatMap { line -> [BookPage.Row] in
      var isTotal = true
      if case .account = line.role { isTotal = false }
      let name = line.name(chart, isYear: months.count == 12).zh
      let isSubaccount = line.number(chart).utf8.count > 3
      let row = BookPage.Row(
        [
          .text(line.number(chart)), .text(isSubaccount ? "其中：\(name)" : name), amount(line.amount),
          amount(line.toDate),
        ],
        isTotal: isTotal)
      switch line.role {
      case .opening: return [row] + parts(after: [months.lowerBound, 0], isAdjusted: false)
      case .closing: return [row] + parts(after: [months.upperBound, months.upperBound], isAdjusted: true)
      default: return [row]
      }
    }
  }

  private func amount(_ amount: Money?) -> BookPage.Cell { amount.map { .amount($0.fen) } ?? .none }

  /// 资金结转 and 资金结余, which a balance is made of, after so many months each.
  private func parts(after months: [Int], isAdjusted: Bool) -> [BookPage.Row] {
    var found: [(name: String, amounts: [Int64])] = chart.accounts.indices.filter {
      let own = chart.accounts[$0]
      return chart.isResult(own) && own.parent.isEmpty
    }.map { account in
      (chart.accounts[account].name.replacing("工会", with: ""), months.map { 0 &- net(account, after: $0) })
    }
    found.append(("本年收支差额（未结转）", months.map { uncarried(after: $0) }))
    // The year's own adjustment counts from its beginning on.
    let adjustment = book.adjustments?.value.fen ?? 0
    found.append(("没有凭证的调整", months.map { isAdjusted || $0 > 0 ? adjustment : 0 }))
    return found.filter { part in part.amounts.contains { $0 != 0 } }.map { part in
      BookPage.Row([.none, .text("其中：\(part.name)")] + part.amounts.map { .amount($0) })
    }
  }

  // MARK: 预算执行

  /// 预算执行: what was done of every line of the budget.
  func budgetBook() -> BookPage {
    let budgets = BudgetVersion(book.budget(with: book.changesInOrder), chart)
    let sections = [(Account.Side.income, "收入"), (.expense, "支出")].map { side, name in
      let rows = accountsInOrder.filter { chart.accounts[$0].side == side }.compactMap { account -> BookPage.Row? in
        let budget = budgets[account]
        guard budget != nil || isTold(account) else { return nil }
        let (number, own) = numberAndName(account)
        return budgetRow(number, own, budget, totals.amount(account, months: 0..<12))
      }
      let total = budgetRow("", "\(name)合计", budgets[side], totals.sum(side, months: 0..<12), isTotal: true)
      return BookPage.Section(title: name, key: [name], rows: rows + [total])
    }
    return BookPage(
      name: "budget", title: "预算执行表", keyColumns: ["类别"],
      columns: BookPage.Column.texts("科目编号", width: 50) + BookPage.Column.texts("科目名称")
        + BookPage.Column.amounts("预算", "执行", "预算减执行", "执行率"),
      sections: sections, signatures: statementSignatures)
  }

  private func budgetRow(
    _ number: String, _ name: String, _ budget: Money?, _ done: Money, isTotal: Bool = false
  ) -> BookPage.Row {
    BookPage.Row(
      [
        .text(number), .text(name), amount(budget), .amount(done.fen),
        budget.map { .amount($0.fen &- done.fen) } ?? .none,
        .figure(budget.flatMap { Percent(done, of: $0) }?.text ?? ""),
      ], isTotal: isTotal)
  }
}
