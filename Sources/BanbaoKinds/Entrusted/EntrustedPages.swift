import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Entrusted {
  func sheet(_ entry: Entry<Entrusted>, _ library: Library) -> Sheet {
    let yuan = Wording("元", en: "yuan")
    let flows = [
      (opening, Keys.opening), (received, Keys.received), (monthly, Keys.monthly), (paid, Keys.paid),
    ]
    let months = Figure(Keys.months, months, of: entry, Wording("个月", en: "months"))
    return Sheet(
      facts: [Fact(Keys.agreement, agreement.value)],
      figures: flows.compactMap { amount, key in Figure(key, amount, of: entry, yuan) }
        + [Figure(Keys.closing.label, closing?.value)] + (months.map { [$0] } ?? []))
  }

  /// Every agreement with what is still kept under it.
  static func tables(_ entries: [Entry<Entrusted>], in library: Library) -> [Table] {
    let rows = entries.map { entry in
      [
        Table.Cell(entry.title, url: entry.url), Table.Cell(entry.record.agreement.value),
        .figure(entry.record.closing?.value, in: library),
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
