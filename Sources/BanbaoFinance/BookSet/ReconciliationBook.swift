import BanbaoSource

extension BookedYear {
  /// 银行存款余额调节表: each statement and the books, with what is in transit added to both.
  func reconciliationBook() -> BookPage {
    let told = book.reconciliations.filter { chart.funds[$0.account] == .bank }
    let listed = told.sorted { ($0.date.value, $0.account) < ($1.date.value, $1.account) }.compactMap { section($0) }
    let days = Set(told.map(\.date.value))
    let counted = book.disclosures.compactMap { disclosure -> BookPage.Section? in
      let day = disclosure.period.value.span.last
      guard let stated = disclosure.counted?.bank?.value, !days.contains(day),
        let held = books.balance(.bank, after: disclosure.period.value.months.upperBound)
      else { return nil }
      return section("银行存款", day, stated, [], held)
    }
    let sections = (listed + counted).sorted { ($0.key.last ?? "", $0.title) < ($1.key.last ?? "", $1.title) }
    return BookPage(
      name: "reconciliation", title: "银行存款余额调节表", keyColumns: ["账户", "对账日"],
      columns: BookPage.Column.texts("项目", width: 160) + BookPage.Column.texts("日期", width: 66)
        + BookPage.Column.texts("摘要") + BookPage.Column.amounts("金额"), sections: sections,
      notes: sections.isEmpty ? ["book.yaml 里还没有写银行对账单（“\(book.keys[Book.Keys.reconciliations])”）。"] : [],
      signatures: ["出纳", "会计", "复核"], layout: .sheets)
  }

  private func section(_ reconciliation: Reconciliation) -> BookPage.Section? {
    let day = reconciliation.date.value
    guard let held = books.balance(reconciliation.account, on: day) else { return nil }
    return section(
      chart.accounts[reconciliation.account].title, day, reconciliation.statement.value, reconciliation.items, held)
  }

  private func section(
    _ title: String, _ day: Day, _ statement: Money, _ items: [Reconciliation.Transit], _ held: Money
  ) -> BookPage.Section {
    let (bank, bankRows) = side(
      "银行对账单余额", statement, items, adding: .receivedUnknownToBank, taking: .paidUnknownToBank,
      adjusted: "调节后的对账单余额")
    let (books, bookRows) = side(
      "企业账面余额", held, items, adding: .receivedUnknownToBooks, taking: .paidUnknownToBooks, adjusted: "调节后的账面余额")
    let difference = bank &- books
    let result = BookPage.Row(
      [.text(difference == 0 ? "相符" : "不符，相差"), .none, .none, .amount(difference)], isTotal: true)
    return BookPage.Section(
      title: "\(title)　\(day.chinese)", key: [title, day.iso], rows: bankRows + bookRows + [result])
  }

  /// One side of the form: what it says, what it has not booked yet, and both together in whole fen.
  private func side(
    _ name: String, _ said: Money, _ items: [Reconciliation.Transit], adding: Reconciliation.Transit.Kind,
    taking: Reconciliation.Transit.Kind, adjusted: String
  ) -> (Int64, [BookPage.Row]) {
    var sum = said.fen
    var rows = [BookPage.Row([.text(name), .none, .none, .amount(said.fen)], isTotal: true)]
    for (kind, sign) in [(adding, "加"), (taking, "减")] {
      for item in items where item.kind == kind {
        let fen = item.amount.value.fen
        sum = kind == adding ? sum &+ fen : sum &- fen
        rows.append(
          BookPage.Row([
            .text("\(sign)：\(kind.rawValue)"), .text(item.date.value.iso), .text(item.summary), .amount(fen),
          ]))
      }
    }
    return (sum, rows + [BookPage.Row([.text(adjusted), .none, .none, .amount(sum)], isTotal: true)])
  }
}
