import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Congress {
  func sheet(_ entry: Entry<Congress>, _ library: Library) -> Sheet {
    let people = Wording("人", en: "people")
    let figures =
      [
        Figure(Keys.delegates.label, delegates?.value, people),
        Figure(Wording("到会代表", en: "Attended"), attended?.value, people),
      ]
      + [
        Figure(Keys.observers, observers, of: entry, people),
        Figure(Keys.commended, commended, of: entry, label: Wording("表彰", en: "Commended"), people),
      ].compactMap { $0 }
    return Sheet(
      facts: [Fact(Keys.place.label, place)], figures: figures,
      tables: [reportTable(library), opinionTable(library)].filter { !$0.rows.isEmpty })
  }

  /// What was put to the vote. Where no votes were counted at all, there are no columns for them.
  private func reportTable(_ library: Library) -> Table {
    let isCounted = reports.contains { $0.votes != nil }
    let votes = [
      Congress.ReportKeys.inFavour.label, Congress.ReportKeys.against.label, Congress.ReportKeys.abstain.label,
    ]
    return Table(
      caption: Wording("审议的报告", en: "Reports"),
      columns: [Table.Column(label: Keys.reports.label)]
        + (isCounted ? votes.map { Table.Column(label: $0, isNumber: true) } : [])
        + [Table.Column(label: Wording("结果", en: "Result"))],
      rows: reports.map { report in
        let counts = [report.inFavour, report.against, report.abstained].map {
          Table.Cell.figure($0?.value, in: library)
        }
        return [Table.Cell(report.title.value)] + (isCounted ? counts : [])
          + [Table.Cell(library.words(report.outcome))]
      })
  }

  /// What delegates asked for, and how far it is.
  private func opinionTable(_ library: Library) -> Table {
    Table(
      caption: Wording("代表意见办理", en: "Delegates' opinions"),
      columns: [
        Table.Column(label: Wording("意见", en: "Opinion")),
        Table.Column(label: Wording("转为", en: "Became")),
        Table.Column(label: Wording("办理情况", en: "State")),
      ],
      rows: opinions.map { opinion in
        guard let matter = opinion.matter.flatMap({ library.entry($0.value) }) else {
          return [
            Table.Cell(opinion.text.value), Table.Cell(missingMark), Table.Cell(missingMark),
          ]
        }
        return [
          Table.Cell(opinion.text.value), Table.Cell(matter.title, url: matter.url), Table.Cell(matter.label(library)),
        ]
      })
  }

  static func tables(_ entries: [Entry<Congress>], in library: Library) -> [Table] {
    [
      Table(
        caption: Wording("历次会议", en: "Sessions"),
        columns: [
          Table.Column(label: Wording("届次", en: "Session")), Table.Column(label: Wording("日期", en: "Date")),
          Table.Column(label: Keys.delegates.label, isNumber: true),
          Table.Column(label: Keys.attended.label, isNumber: true),
          Table.Column(label: Wording("报告", en: "Reports"), isNumber: true),
          Table.Column(label: Wording("表彰", en: "Commended"), isNumber: true),
          Table.Column(label: Wording("代表意见", en: "Opinions"), isNumber: true),
        ],
        rows: entries.map { entry in
          let session = entry.record
          return [
            Table.Cell(session.label(library), url: entry.url), Table.Cell(library.words(entry.date)),
            .figure(session.delegates?.value, in: library), .figure(session.attended?.value, in: library),
            .count(session.reports.count), .figure(session.commended?.value, in: library),
            .count(session.opinions.count),
          ]
        })
    ]
  }
}

extension Congress.Report {
  /// A report that was read and not voted on was neither passed nor rejected.
  fileprivate var outcome: Wording {
    if isPassed { return Congress.ReportKeys.passed.label }
    return votes == nil ? Wording("听取", en: "Heard") : Wording("未通过", en: "Not passed")
  }
}

extension Congress {
  /// Each meeting of a congress, with its place.
  package static func events(_ entries: [Entry<Congress>], in library: Library) -> [CalendarEvent] {
    entries.map { CalendarEvent($0, place: $0.record.place) }
  }
}
