import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Training {
  /// 人次: those who came to a single session came once. Of several sessions only the record itself knows.
  var attended: Count? { personTimes?.value ?? (isSingle ? people?.value : nil) }

  private var isSingle: Bool { (sessions?.value.number ?? 1) <= 1 }

  /// 天次: as recorded, else people times days where each went once.
  var daysAway: Count? {
    if let dayTimes { return dayTimes.value }
    guard let people, let days, isSingle else { return nil }
    let (product, overflows) = people.value.number.multipliedReportingOverflow(by: days.value.number)
    return overflows ? nil : Count(product, people.value.precision.joined(days.value.precision))
  }

  func sheet(_ entry: Entry<Training>, _ library: Library) -> Sheet {
    let counts = [
      (sessions, Keys.sessions, Wording("期", en: "")), (people, Keys.people, Wording("人", en: "")),
      (personTimes, Keys.personTimes, Wording("人次", en: "")), (days, Keys.days, Wording("天", en: "")),
      (dayTimes, Keys.dayTimes, Wording("天次", en: "")), (hours, Keys.hours, Wording("学时", en: "")),
    ]
    var figures = counts.compactMap { count, key, unit in Figure(key, count, of: entry, unit) }
    if people == nil, personTimes == nil, ![Keys.people, Keys.personTimes].contains(where: { entry.isPending($0) }) {
      figures.append(Figure(Keys.personTimes.label, nil as Int?, Wording("人次", en: "")))
    }
    if let cost { figures.append(Figure(Keys.cost.label, cost.figure)) }
    return Sheet(
      facts: [
        Fact(
          Wording("方式", en: "Form"),
          library.words(isExternal ? Wording("外派参加", en: "Sent out") : Wording("本单位举办", en: "In house"))),
        Fact(Keys.topics.label, topics.joined(separator: library.words(Wording("、", en: ", ")))),
      ] + (cost?.facts(of: entry, library) ?? []), figures: figures)
  }

  /// The ledger of trainings: at home in sessions, person-times and hours, away in person-times and day-times.
  static func tables(_ entries: [Entry<Training>], in library: Library) -> [Table] {
    let home = ledger(
      entries.filter { !$0.record.isExternal }, in: library, Wording("本单位培训台账", en: "In-house training"),
      [
        (Keys.sessions.label, { $0.sessions?.value }), (Keys.personTimes.label, { $0.attended }),
        (Keys.hours.label, { $0.hours?.value }),
      ])
    let away = ledger(
      entries.filter(\.record.isExternal), in: library, Wording("外派培训台账", en: "Training away"),
      [(Keys.personTimes.label, { $0.attended }), (Keys.dayTimes.label, { $0.daysAway })])
    return home + away
  }

  private static func ledger(
    _ entries: [Entry<Training>], in library: Library, _ caption: Wording,
    _ counts: [(label: Wording, count: (Training) -> Count?)]
  ) -> [Table] {
    guard !entries.isEmpty else { return [] }
    func row(_ name: Table.Cell, _ members: [Entry<Training>]) -> [Table.Cell] {
      [name, .count(members.count)]
        + counts.map { column in Table.Cell(library.words(Tally(members.map { column.count($0.record) }).words)) }
        + [Table.Cell(spent(members.map(\.record.cost), library))]
    }
    let years = grouped(entries) { $0.date.first.year }
    let rows = years.flatMap { year, members in
      Audience.allCases.compactMap { audience -> [Table.Cell]? in
        let own = members.filter { $0.record.audience.value == audience }
        guard !own.isEmpty else { return nil }
        let name = Wording("\(year)年\(audience.rawValue)", en: "\(audience.english), \(year)")
        // The archive of a year need not lead to itself.
        let url = years.count > 1 ? percentEncoded(path: archivePath(year)) : ""
        return row(Table.Cell(library.words(name), url: url), own)
      }
    }
    let columns =
      [
        Table.Column(label: Wording("年度和对象", en: "Year")),
        Table.Column(label: Wording("记录", en: "Records"), isNumber: true),
      ]
      + counts.map { Table.Column(label: $0.label, isNumber: true) }
      + [Table.Column(label: Wording("经费（元）", en: "Yuan"), isNumber: true)]
    let total = row(Table.Cell(library.words(Wording("合计", en: "Total"))), entries)
    return [
      Table(
        caption: caption, columns: columns, rows: rows + (rows.count > 1 ? [total] : []), hasTotal: rows.count > 1)
    ]
  }
}
