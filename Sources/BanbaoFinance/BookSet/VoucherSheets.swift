import BanbaoDiagnostics
import BanbaoSource

extension BookedYear {
  /// 记账凭证, one a sheet (《会计基础工作规范》art. 51).
  func voucherSheets() -> BookPage {
    let sections = ledger.vouchers.indices.filter { !vouchers[$0].isEmpty }.map { voucher -> BookPage.Section in
      let number = ledger.vouchers.numbers[voucher].text
      let lines = ledger.vouchers.lines(voucher).map { ledger.entries[Int($0)] }
      let day = lines.first?.day.iso ?? ""
      let documents = String(ledger.documents(voucher))
      var sums = (debit: Int64(0), credit: Int64(0))
      let rows = sides(voucher).map { posting -> BookPage.Row in
        let entry = ledger.entries[Int(posting.entry)]
        let (number, name) = numberAndName(Int(posting.account))
        if posting.isDebit { sums.debit &+= posting.fen } else { sums.credit &+= posting.fen }
        return BookPage.Row([
          .text(ledger.summary(entry)), .text(number), .text(name),
          posting.isDebit ? .amount(posting.fen) : .none, posting.isDebit ? .none : .amount(posting.fen),
        ])
      }
      let total = BookPage.Row(
        [.text("合计"), .none, .none, .amount(sums.debit), .amount(sums.credit)], isTotal: true)
      return BookPage.Section(
        title: "记账凭证　\(number)", key: [day, number, documents],
        facts: ["日期：\(lines.first?.day.chinese ?? "")", "附单据 \(documents) 张"], rows: rows + [total],
        signatures: ["会计主管", "记账", "出纳", "复核", "制单"])
    }
    return BookPage(
      name: "vouchers", title: "记账凭证", keyColumns: ["日期", "凭证号", "附单据数"],
      columns: BookPage.Column.texts("摘要", "科目编号", "科目名称") + BookPage.Column.amounts("借方", "贷方"),
      sections: sections, layout: .sheets)
  }

  /// 有借必有贷: the debits come first.
  private func sides(_ voucher: Int) -> [Posting] {
    let own = ledger.postings[vouchers[voucher]]
    return own.filter(\.isDebit) + own.filter { !$0.isDebit }
  }

  /// 疑点清单: what the check of the content found and did not refuse, and the rule by which it asks.
  func doubts(_ diagnostics: [Diagnostic], _ rules: [Rule]) -> BookPage {
    let reasons = Dictionary(rules.map { ($0.code, $0.explanation.zh) }, uniquingKeysWith: { first, _ in first })
    return BookPage(
      name: "doubts", title: "疑点清单",
      columns: BookPage.Column.texts("位置", "疑点", "怎么办", "依据", "代号"),
      sections: [
        BookPage.Section(
          rows: diagnostics.map { diagnostic in
            BookPage.Row([
              .text("\(diagnostic.place.path):\(diagnostic.place.line)"), .text(diagnostic.message.zh),
              .text(diagnostic.help?.zh ?? ""), .text(reasons[diagnostic.code] ?? ""), .text(diagnostic.code),
            ])
          })
      ], notes: diagnostics.isEmpty ? ["检查没有发现疑点。"] : ["共\(diagnostics.count)条。"], signatures: ["核查", "日期"])
  }
}
