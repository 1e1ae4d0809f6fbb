import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension SheetKind {
  /// What was done for how many and with how much: the year's records by kind, and, where the list holds several years,
  /// the years side by side.
  ///
  /// - Parameters:
  ///   - heads: what the counted people are called.
  ///   - order: of the labels.
  static func careTables(
    _ entries: [Entry<Self>], in library: Library, of section: Wording, heads: Wording, label: (Self) -> String,
    order: [String], head: (Self) -> Count?, spending: (Self) -> Spending?
  ) -> [Table] {
    func row(_ name: Table.Cell, _ members: [Entry<Self>]) -> [Table.Cell] {
      [
        name, .count(members.count), Table.Cell(library.words(Tally(members.map { head($0.record) }).words)),
        Table.Cell(spent(members.map { spending($0.record) }, library)),
      ]
    }
    func table(_ caption: Wording, _ first: Wording, _ rows: [[Table.Cell]], _ members: [Entry<Self>]) -> Table {
      let total = row(Table.Cell(library.words(Wording("合计", en: "Total"))), members)
      return Table(
        caption: caption,
        columns: [
          Table.Column(label: first), Table.Column(label: Wording("记录", en: "Records"), isNumber: true),
          Table.Column(label: heads, isNumber: true), Table.Column(label: Wording("金额（元）", en: "Yuan"), isNumber: true),
        ], rows: rows + (rows.count > 1 ? [total] : []), hasTotal: rows.count > 1)
    }
    let years = grouped(entries) { $0.date.first.year }
    guard let newest = years.first else { return [] }
    let sorts = Dictionary(grouping: newest.members) { label($0.record) }
    let byKind = table(
      Wording("\(newest.key)年\(section.zh)统计", en: "\(section.en) of \(newest.key) by kind"),
      Wording("类别", en: "Kind"),
      order.compactMap { name in sorts[name].map { row(Table.Cell(name), $0) } }, newest.members)
    guard years.count > 1 else { return [byKind] }
    let byYear = table(
      Wording("历年\(section.zh)", en: "\(section.en) by year"), Wording("年度", en: "Year"),
      years.map { row(Table.Cell("\($0.key)", url: percentEncoded(path: archivePath($0.key))), $0.members) }, entries)
    return [byKind, byYear]
  }
}

/// The sum of what is known to have been spent. Records that speak of no amount are not missing one; where none does,
/// a dash says so.
private func spent(_ spendings: [Spending], _ library: Library) -> String {
  let told = spendings.filter { $0.amount != nil || $0.isPending }
  return told.isEmpty ? "—" : library.words(Tally(told.map(\.figure)).words)
}

/// The sum of what is known to have been spent, of a kind whose record may have no cost at all.
func spent(_ spendings: [Spending?], _ library: Library) -> String { spent(spendings.compactMap { $0 }, library) }
