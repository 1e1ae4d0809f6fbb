import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Entrusted {
  func sheet(_ entry: Entry<Entrusted>, _ library: Library) -> Sheet {
    let flows = [(opening, Keys.opening), (received, Keys.received), (paid, Keys.paid)]
    var figures = flows.compactMap { amount, key in amount.map { Figure(key.label, $0.value) } }
    figures.append(Figure(Keys.closing.label, closing?.value))
    if let months { figures.append(Figure(Keys.months.label, months.value, Wording("个月", en: "months"))) }
    return Sheet(facts: [Fact(Keys.agreement, agreement.value)], figures: figures)
  }

  /// Every agreement with what is still kept under it.
  static func tables(_ entries: [Entry<Entrusted>], in library: Library) -> [Table] {
    let rows = entries.map { entry in
      [
        Table.Cell(entry.title, url: entry.url), Table.Cell(entry.record.agreement.value),
        .amount(entry.record.closing?.value),
      ]
    }
    return [
      Table(
        caption: section,
        columns: [
          Table.Column(label: Wording("项目", en: "For what")), Table.Column(label: Keys.agreement.label),
          Table.Column(label: Wording("余额（元）", en: "Kept (yuan)"), isNumber: true),
        ], rows: rows)
    ]
  }

  static var tablesLinkAll: Bool { true }
}
