import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Meeting {
  /// How many meetings the record stands for.
  var times: Int { count?.value ?? 1 }

  func sheet(_ entry: Entry<Meeting>, _ library: Library) -> Sheet {
    var sheet = Sheet()
    if let count {
      sheet.figures.append(
        Figure(Keys.count.label, count.value, Wording("次", en: count.value == 1 ? "meeting" : "meetings")))
    }
    if let people {
      sheet.figures.append(Figure(Wording("参加", en: "Attendance"), people.value, Wording("人", en: "people")))
    }
    return sheet
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
      Table.Cell(head), .count(Tally(entries.map(\.record.times)).sum), Table.Cell(library.words(people.words)),
    ]
  }
}
