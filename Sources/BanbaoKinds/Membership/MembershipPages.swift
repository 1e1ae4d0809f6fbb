import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Membership {
  func sheet(_ entry: Entry<Membership>, _ library: Library) -> Sheet {
    let unit = Wording("人", en: "")
    var figures = [
      Figure(Wording("期初会员", en: "At the beginning"), opening?.value, unit),
      Figure(Keys.joined.label, joined?.value, unit),
      Figure(Keys.retired.label, retired?.value, unit),
      Figure(Keys.left.label, left?.value, unit),
      Figure(Wording("期末会员", en: "At the end"), closing?.value, unit),
      Figure(Keys.women.label, women?.value, unit),
    ]
    // Few unions count these: only who wrote one misses nothing by the others.
    figures += [
      Figure(
        Keys.migrant, migrant, of: entry, label: Wording("新增的农民工", en: "Migrant workers who joined"), unit),
      Figure(
        Keys.temporary, temporary, of: entry, label: Wording("新增的临时聘用", en: "Temporary staff who joined"), unit),
      Figure(Keys.groups, groups, of: entry, Wording("个", en: "")),
      Figure(Keys.transferredIn, transferredIn, of: entry, unit),
      Figure(Keys.transferredOut, transferredOut, of: entry, unit), Figure(Keys.retirees, retirees, of: entry, unit),
    ].compactMap { $0 }
    let registered = allRegistered.map { $0.value ? Wording("是", en: "yes") : Wording("否", en: "no") }
    return Sheet(
      facts: [Fact(Keys.allRegistered, registered.map { library.words($0) })], figures: figures,
      tables: birthdays.isEmpty ? [] : [birthdayTable(library)])
  }

  private func birthdayTable(_ library: Library) -> Table {
    let inOrder = birthdays.filter { (1...12).contains($0.month.value) }.sorted { $0.month.value < $1.month.value }
    return Table(
      caption: Keys.birthdays.label,
      columns: [
        Table.Column(label: Wording("月份", en: "Month")), Table.Column(label: BirthdayKeys.count.label, isNumber: true),
      ],
      rows: inOrder.map {
        [Table.Cell(library.words(monthWords($0.month.value))), .figure($0.count?.value, in: library)]
      })
  }

  /// A row for each period, newest first; a year stands above its halves.
  static func tables(_ entries: [Entry<Membership>], in library: Library) -> [Table] {
    let rows = entries.sorted { a, b in
      let (left, right) = (a.record.period.value.span, b.record.period.value.span)
      if left.last != right.last { return left.last > right.last }
      if left.first != right.first { return left.first < right.first }
      return a.id.precedes(b.id)
    }.map { entry in
      let record = entry.record
      let counts: [Count?] = [
        record.opening?.value, record.joined?.value, record.retired?.value, record.left?.value, record.closing?.value,
        record.women?.value, record.groups?.value,
      ]
      return [Table.Cell(library.words(record.period.value.wording), url: entry.url)]
        + counts.map {
          .figure($0, in: library)
        }
    }
    let heads = [
      Keys.opening.label, Keys.joined.label, Keys.retired.label,
      Keys.left.label, Keys.closing.label, Keys.women.label,
      Wording("工会小组", en: "Groups"),
    ]
    return [
      Table(
        caption: Wording("会员人数变动", en: "Members by period"),
        columns: [Table.Column(label: Keys.period.label)]
          + heads.map { Table.Column(label: $0, isNumber: true) }, rows: rows)
    ]
  }
}
