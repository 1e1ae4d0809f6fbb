import BanbaoSource

/// A line of 资产负债表 (工会01表) in the order of the form.
private enum FormLine {
  /// What some accounts hold together. What is deducted is printed with the other sign.
  case accounts(String, [String], isDeducted: Bool = false)
  /// 净值: the two lines above it together.
  case net(String)
  /// All accounts of the part so far.
  case total(String)
}

/// A part of the form, with the side that its accounts are on.
private struct FormPart {
  var name: String
  var side: Account.Side
  var lines: [FormLine]
}

/// 财会〔2021〕7号, 第四部分 and 第五部分 一.
private let assetLines: [FormLine] = [
  .accounts("货币资金", ["101", "102"]),
  .accounts("零余额账户用款额度", ["111"]),
  .accounts("财政应返还额度", ["121"]),
  .accounts("应收上级经费", ["131"]),
  .accounts("应收下级经费", ["132"]),
  .accounts("其他应收款", ["135"]),
  .accounts("库存物品", ["141"]),
  .total("流动资产合计"),
  .accounts("投资", ["151"]),
  .accounts("在建工程", ["161"]),
  .accounts("固定资产原值", ["162"]),
  .accounts("减：累计折旧", ["163"], isDeducted: true),
  .net("固定资产净值"),
  .accounts("无形资产原值", ["171"]),
  .accounts("减：累计摊销", ["172"], isDeducted: true),
  .net("无形资产净值"),
  .accounts("长期待摊费用", ["181"]),
  .accounts("待处理财产损溢", ["182"]),
  .total("资产总计"),
]

private let liabilityLines: [FormLine] = [
  .accounts("应付职工薪酬", ["201"]),
  .accounts("应付上级经费", ["211"]),
  .accounts("应付下级经费", ["212"]),
  .accounts("其他应付款", ["215"]),
  .accounts("代管经费", ["221"]),
  .total("负债合计"),
]

private let netAssetLines: [FormLine] = [
  .accounts("资产基金", ["301"]),
  .accounts("专用基金", ["311"]),
  .accounts("工会资金结转", ["321"]),
  .accounts("工会资金结余", ["322"]),
  .accounts("财政拨款结转", ["331"]),
  .accounts("财政拨款结余", ["332"]),
  .accounts("预算稳定调节基金", ["341"]),
  .total("净资产合计"),
]

extension BookedYear {
  /// 资产负债表 (工会01表): what every account held at the year's beginning and holds at its end. In the file one line below
  /// the other; on paper 资产 stand beside 负债 and 净资产.
  func balanceSheet() -> BookPage {
    var sums: [[Int64]] = []
    var sections = form.map { part in
      let told = rows(part)
      sums.append(told.sum)
      return BookPage.Section(title: part.name, key: [part.name], rows: told.rows)
    }
    let both = (0..<2).map { moment in sums.dropFirst().reduce(0) { $0 &+ $1[moment] } }
    sections[sections.count - 1].rows.append(row("", "负债与净资产总计", both, isTotal: true))
    return BookPage(
      name: "balance-sheet", title: "资产负债表（工会01表）", moment: end.chinese, keyColumns: ["类别"],
      columns: BookPage.Column.texts("科目编号") + BookPage.Column.texts("项目")
        + BookPage.Column.amounts("年初余额", "期末余额", width: nil),
      sections: sections, notes: ["期末余额截至\(end.chinese)。"] + adjustmentNotes,
      signatures: statementSignatures, layout: .facing)
  }

  /// The standard of 2009 has a line for each of its accounts.
  private var form: [FormPart] {
    func lines(_ own: [FormLine], _ side: Account.Side, total: String) -> [FormLine] {
      guard chart.standard == .of2009 else { return own }
      let accounts = chart.accounts.filter { $0.side == side && $0.parent.isEmpty }
      return accounts.map { FormLine.accounts($0.name, [$0.number]) } + [.total(total)]
    }
    return [
      FormPart(name: "资产", side: .asset, lines: lines(assetLines, .asset, total: "资产总计")),
      FormPart(name: "负债", side: .liability, lines: lines(liabilityLines, .liability, total: "负债合计")),
      FormPart(name: "净资产", side: .netAsset, lines: lines(netAssetLines, .netAsset, total: "净资产合计")),
    ]
  }

  /// - Returns: the sum of all accounts, at the year's beginning and at its end.
  private func rows(_ part: FormPart) -> (rows: [BookPage.Row], sum: [Int64]) {
    var sum = [0 as Int64, 0]
    // Of the last two lines, the last one last.
    var last = [[0 as Int64, 0], [0, 0]]
    var rows: [BookPage.Row] = []
    for line in part.lines {
      switch line {
      case .accounts(let name, let numbers, let isDeducted):
        let amounts = [0, 12].map { months in
          let net = numbers.compactMap { chart.index(ofNumber: $0) }.reduce(0) { $0 &+ self.net($1, after: months) }
          return part.side.isDebit ? net : 0 &- net
        }
        sum = [sum[0] &+ amounts[0], sum[1] &+ amounts[1]]
        last = [last[1], amounts]
        rows.append(row(numbers.joined(separator: "、"), name, isDeducted ? amounts.map { 0 &- $0 } : amounts))
      case .net(let name):
        rows.append(row("", name, [last[0][0] &+ last[1][0], last[0][1] &+ last[1][1]]))
      case .total(let name):
        let open = [0, uncarried(after: 12)]
        if part.side == .netAsset, open[1] != 0 {
          rows.append(row("", "本年收支差额（未结转）", open))
          sum[1] = sum[1] &+ open[1]
        }
        rows.append(row("", name, sum, isTotal: true))
      }
    }
    return (rows, sum)
  }

  /// What was adjusted without a voucher is in no account.
  private var adjustmentNotes: [String] {
    guard let adjustments = book.adjustments?.value, adjustments.fen != 0 else { return [] }
    return ["book.yaml 写的年初调整 \(adjustments.grouped) 元没有凭证，不在各科目的余额里，只在收入支出表里列出。"]
  }

  private func row(_ number: String, _ name: String, _ amounts: [Int64], isTotal: Bool = false) -> BookPage.Row {
    BookPage.Row(
      [.text(number), .text(name)] + amounts.map { isTotal ? .amount($0) : .sparse($0) }, isTotal: isTotal)
  }
}
