import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Meeting {
  /// How many meetings the record stands for.
  var times: Count { count?.value ?? Count(1) }

  func sheet(_ entry: Entry<Meeting>, _ library: Library) -> Sheet {
    let times = Wording("次", en: count?.value.number == 1 ? "meeting" : "meetings")
    return Sheet(
      figures: [
        Figure(Keys.count, count, of: entry, times),
        Figure(Keys.people, people, of: entry, label: Wording("参加", en: "Attendance"), Wording("人", en: "people")),
      ].compactMap { $0 })
  }

  static func tables(_ entries: [Entry<Meeting>], in library: Library) -> [Table] {
    var rows = Sort.allCases.compactMap { sort -> [Table.Cell]? in
      let members = entries.filter { $0.record.sort.value == sort }
      return members.isEmpty ? nil : row(library.words(sort), members, library)
    }
    if rows.count > 1 { rows.append(row(library.words(Wording("合计", en: "Total")), entries, library)) }
    return [
      Table(
        caption: Wording("按类别统计", en: "By kind"),
        columns: [
          Table.Column(label: Keys.kind.label),
          Table.Column(label: Keys.count.label, isNumber: true),
          Table.Column(label: Wording("参加人次", en: "Attendance"), isNumber: true),
        ], rows: rows, hasTotal: rows.count > 1)
    ]
  }

  private static func row(_ head: String, _ entries: [Entry<Meeting>], _ library: Library) -> [Table.Cell] {
    let people = Tally(entries.map(\.record.people?.value))
    return [
      Table.Cell(head), .figure(Tally(entries.map(\.record.times)).sum, in: library),
      Table.Cell(library.words(people.words)),
    ]
  }
}
