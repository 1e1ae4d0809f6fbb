import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Welfare {
  func sheet(_ entry: Entry<Welfare>, _ library: Library) -> Sheet {
    Sheet(
      facts: [
        Fact(Keys.month, library.words(month.value.wording)), Fact(Keys.checkedBy, checkedBy?.value ?? missingMark),
      ] + spending.facts(of: entry, library), figures: spending.figures, tables: [itemTable(library)])
  }

  private func itemTable(_ library: Library) -> Table {
    let total = [
      Table.Cell(library.words(Wording("合计", en: "Total"))), .figure(headcount.personTimes?.value, in: library),
      .figure(spending.figure, in: library),
    ]
    return Table(
      caption: Keys.items.label,
      columns: [
        Table.Column(label: ItemKeys.name.label), Table.Column(label: ItemKeys.people.label, isNumber: true),
        Table.Column(label: Wording("金额（元）", en: "Yuan"), isNumber: true),
      ],
      rows: items.map {
        [Table.Cell($0.name.value), .figure($0.people?.value, in: library), .figure($0.amount?.value, in: library)]
      }
        + (items.count > 1 ? [total] : []), hasTotal: items.count > 1)
  }

  /// A row a month, newest first, and the total of each year.
  static func tables(_ entries: [Entry<Welfare>], in library: Library) -> [Table] {
    grouped(entries.sorted { $0.record.month.value > $1.record.month.value }) { $0.record.month.value.year }
      .map { year, members in
        func row(_ head: Table.Cell, _ members: [Entry<Welfare>], _ checked: String) -> [Table.Cell] {
          [
            head, Table.Cell(library.words(Tally(members.map(\.record.headcount.attendance)).words)),
            Table.Cell(spent(members.map(\.record.spending), library)), Table.Cell(checked),
          ]
        }
        let rows = members.map { entry in
          row(
            Table.Cell(library.words(entry.record.month.value.wording), url: entry.url), [entry],
            entry.record.checkedBy?.value ?? missingMark)
        }
        let total = row(Table.Cell(library.words(Wording("合计", en: "Total"))), members, "")
        return Table(
          caption: Wording("\(year)年各月福利核发", en: "Welfare lists of \(year)"),
          columns: [
            Table.Column(label: Keys.month.label),
            Table.Column(label: Wording("人次", en: "Person-times"), isNumber: true),
            Table.Column(label: Wording("金额（元）", en: "Yuan"), isNumber: true),
            Table.Column(label: Keys.checkedBy.label),
          ], rows: rows + (rows.count > 1 ? [total] : []), hasTotal: rows.count > 1)
      }
  }
}
