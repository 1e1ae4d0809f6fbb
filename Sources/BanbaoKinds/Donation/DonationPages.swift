import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Donation {
  func sheet(_ entry: Entry<Donation>, _ library: Library) -> Sheet {
    var figures = [Figure(Keys.donors, donors, of: entry, Wording("人", en: "people"))].compactMap { $0 }
    figures += [Figure(Keys.raised.label, raised?.value), Figure(Keys.given.label, given?.value)]
    if let left, left.fen > 0 { figures.append(Figure(Wording("尚未捐出", en: "Not handed over yet"), left)) }
    return Sheet(
      facts: [
        Fact(Keys.cause, cause.value), Fact(Keys.recipient, recipient?.value), Fact(Keys.receipt, receipt?.value),
        Fact(
          Wording("款项性质", en: "Whose money"),
          library.words(Wording("会员自愿捐款，不是工会的收入和支出", en: "given by members, no income or expense of the union"))),
      ], figures: figures)
  }

  /// What was raised and handed over in each year.
  static func tables(_ entries: [Entry<Donation>], in library: Library) -> [Table] {
    func row(_ head: String, _ members: [Entry<Donation>]) -> [Table.Cell] {
      let sums = [Tally(members.map(\.record.raised?.value)), Tally(members.map(\.record.given?.value))]
      return [
        Table.Cell(head), .count(members.count),
        Table.Cell(library.words(Tally(members.map(\.record.donors?.value)).words)),
      ] + sums.map { Table.Cell(library.words($0.words)) }
    }
    var rows = grouped(entries) { $0.date.first.year }.map { row("\($0.key)", $0.members) }
    let hasTotal = rows.count > 1
    if hasTotal { rows.append(row(library.words(Wording("合计", en: "Total")), entries)) }
    return [
      Table(
        caption: Wording("历年捐助", en: "Donations by year"),
        columns: [
          Table.Column(label: Wording("年度", en: "Year")),
          Table.Column(label: Wording("记录", en: "Records"), isNumber: true),
          Table.Column(label: Wording("捐款人次", en: "Gifts"), isNumber: true),
          Table.Column(label: Wording("募集（元）", en: "Raised (yuan)"), isNumber: true),
          Table.Column(label: Wording("捐出（元）", en: "Handed over (yuan)"), isNumber: true),
        ], rows: rows, hasTotal: hasTotal)
    ]
  }
}
