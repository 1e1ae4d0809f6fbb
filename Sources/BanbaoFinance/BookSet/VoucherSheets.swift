import BanbaoDiagnostics
import BanbaoSource

/// Where the sheets of a year's vouchers lie: all on one page, or month by month where they are many.
struct VoucherVolumes: Sendable {
  /// What a browser still opens at once and a printer prints in one go.
  static let largest = 500

  /// The vouchers that have a sheet, in the order of their sheets.
  let order: [Int]
  /// Empty where one page holds them all. Their `sections` are places in `order`.
  let volumes: [BookPage.Volume]
  /// By voucher: the file and the place in it where its sheet is; empty for one without.
  private let links: [String]

  /// - Parameter months: by voucher, from 1; nil for one without a sheet.
  init(months: [Int?]) {
    let order = months.indices.filter { months[$0] != nil }.sorted { a, b in
      (months[a] ?? 0, a) < (months[b] ?? 0, b)
    }
    var volumes: [BookPage.Volume] = []
    if order.count > Self.largest {
      var begin = 0
      while begin < order.count {
        let month = months[order[begin]] ?? 0
        let end = order[begin...].prefix(Self.largest).prefix { months[$0] == month }.endIndex
        let earlier = volumes.count { months[order[$0.sections.lowerBound]] == month }
        let more = earlier == 0 ? "" : "\(earlier + 1)"
        volumes.append(
          BookPage.Volume(
            name: "vouchers-\(padded(month, 2))" + (more.isEmpty ? "" : "-\(more)"),
            title: "\(month)月" + (more.isEmpty ? "" : "（\(more)）"), sections: begin..<end))
        begin = end
      }
    }
    var links = [String](repeating: "", count: months.count)
    for voucher in order where volumes.isEmpty { links[voucher] = "vouchers.html#\(Self.anchor(voucher))" }
    for volume in volumes {
      for voucher in order[volume.sections] { links[voucher] = "\(volume.name).html#\(Self.anchor(voucher))" }
    }
    self.order = order
    self.volumes = volumes
    self.links = links
  }

  /// The number of a voucher, leading to its sheet.
  func cell(_ number: String, _ voucher: Int) -> BookPage.Cell {
    guard links.indices.contains(voucher), !links[voucher].isEmpty else { return .text(number) }
    return .link(number, to: links[voucher])
  }

  static func anchor(_ voucher: Int) -> String { "v\(voucher + 1)" }
}

extension BookedYear {
  /// 记账凭证, one a sheet (《会计基础工作规范》art. 51).
  func voucherSheets() -> BookPage {
    let sections = sheets.order.map { voucher -> BookPage.Section in
      let number = ledger.vouchers.numbers[voucher].text
      let day = self.day(voucher)
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
        title: number, anchor: VoucherVolumes.anchor(voucher), key: [day?.iso ?? "", number, documents],
        facts: ["日期：\(day?.chinese ?? "")", "附单据 \(documents) 张"], rows: rows + [total])
    }
    let void = ledger.vouchers.indices.filter { vouchers[$0].isEmpty }.map { ledger.vouchers.numbers[$0].text }
    return BookPage(
      name: "vouchers", title: "记账凭证", keyColumns: ["日期", "凭证号", "附单据数"],
      columns: BookPage.Column.texts("摘要") + BookPage.Column.texts("科目编号", width: 50)
        + BookPage.Column.texts("科目名称", width: 130) + BookPage.Column.amounts("借方", "贷方"),
      sections: sections, notes: void.isEmpty ? [] : ["作废的凭证：\(void.joined(separator: "、"))。"],
      signatures: ["会计主管", "记账", "出纳", "复核", "制单"], layout: .sheets, volumes: sheets.volumes)
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
      columns: BookPage.Column.texts("位置", width: 100) + BookPage.Column.texts("疑点", "怎么办", "依据")
        + BookPage.Column.texts("代号", width: 60),
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
