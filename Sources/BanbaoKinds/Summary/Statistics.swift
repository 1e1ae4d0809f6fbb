import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoTheme
import BanbaoUnion

extension Summary {
  /// The statistics over the years.
  struct StatisticsPage: Sendable {
    var heading: Wording
    var years: [(year: Int, parts: [FacetLink])]
    /// The last ten years, and those before them.
    var tables: [StatisticsTable]
    /// What no year gives; nil for nothing.
    var unrecorded: Wording?
  }

  static let statisticsTemplate = Template<StatisticsPage>(
    "statistics",
    .words("heading") { $0.heading },
    .otherWords("heading2") { $0.heading },
    .list(
      "years",
      Names<(year: Int, parts: [FacetLink])>(
        .words("label") { Period($0.year).wording }, .address("url") { summaryPath(Period($0.year)) },
        .list("parts", facetNames) { $0.parts })
    ) { $0.years },
    .list("tables", StatisticsTable.names) { $0.tables },
    .words("unrecorded") { $0.unrecorded })

  /// 历年统计: every summary, and the figures of the years side by side.
  static func statistics(_ periods: [Period], in library: Library) -> PagePlan {
    let title = Wording("工作总结与历年统计", en: "Summaries and statistics")
    return PagePlan(
      statisticsTemplate, path: "\(folder)/index.html", title: library.words(title),
      origin: library.origin("pages/summary"), section: folder
    ) {
      let years = periods.filter { $0.part == .year }.map(\.year)
      let charts = charts(years, library)
      return StatisticsPage(
        heading: title,
        years: years.map { year in
          let parts = periods.filter { $0.year == year && $0.part != .year }
          return (
            year,
            parts.map { Facet(label: library.words($0.shortWording), path: summaryPath($0), count: 0) }.links(
              current: "")
          )
        },
        tables: tables(charts), unrecorded: StatisticsTable.unrecorded(charts))
    }
  }

  private static func charts(_ years: [Int], _ library: Library) -> [Chart] {
    guard let first = years.first, let last = years.last else { return [] }
    // A year without a record is a gap between the others, not left out.
    let all = (max(first, last - 99)...last).map { PeriodRecords(period: Period($0), library: library) }
    return figures(all, library)
  }

  private static func tables(_ charts: [Chart]) -> [StatisticsTable] {
    guard let count = charts.first?.columns.count else { return [] }
    let cut = max(0, count - 10)
    return [cut..<count, 0..<cut].filter { !$0.isEmpty }.map { StatisticsTable(charts, columns: $0) }
  }

  private static func figures(_ years: [PeriodRecords], _ library: Library) -> [Chart] {
    let people = Wording("人", en: "people")
    let times = Wording("人次", en: "person-times")
    let yuan = Wording("元", en: "yuan")
    return [
      chart(
        "members", Wording("期末会员", en: "Members at year end"), years,
        [
          (Wording("会员", en: "Members"), people, { Quantity(newest($0)) { $0.record.closing?.value } }),
          (Wording("其中女会员", en: "of them women"), people, { Quantity(newest($0)) { $0.record.women?.value } }),
        ]),
      chart(
        "activities", Wording("活动项数", en: "Activities"), years,
        [
          (Wording("活动", en: "Activities"), Wording("项", en: ""), { Quantity(counting: $0.entries(of: Activity.self)) })
        ]),
      chart(
        "participants", Wording("参加活动人次", en: "Participants in activities"), years,
        [
          (
            Wording("参加人次", en: "Person-times"), times,
            { attendance($0.entries(of: Activity.self)) }
          )
        ]),
      chart(
        "training", Wording("培训人次", en: "Training"), years,
        [
          (
            Wording("培训人次", en: "Person-times"), times,
            {
              attendance($0.entries(of: Training.self))
            }
          )
        ]),
      chart(
        "visits", Wording("慰问人次", en: "Visits"), years,
        [
          (
            Wording("慰问人次", en: "Person-times"), times,
            {
              attendance(
                $0.entries(of: Visit.self))
            }
          )
        ]),
      chart(
        "visit-amounts", Wording("慰问金额", en: "Spent on visits"), years,
        [
          (
            Wording("慰问金额", en: "Amount"), yuan,
            { Quantity($0.entries(of: Visit.self)) { $0.record.spending.figure } }
          )
        ]),
      chart(
        "donations", Wording("爱心捐助", en: "Donations"), years,
        [
          (
            Wording("会员捐款", en: "Given by members"), yuan,
            { Quantity($0.entries(of: Donation.self)) { $0.record.raised?.value } }
          )
        ]),
      chart(
        "honours", Wording("荣誉项数", en: "Honours"), years,
        Honour.Level.allCases.compactMap { level in
          let isUsed = years.contains { Chapter.decided($0).contains { $0.record.level.value == level } }
          guard isUsed else { return nil }
          return (
            Wording(level.rawValue, en: level.english), Wording("项", en: ""),
            { records in
              let all = Chapter.decided(records)
              let own = all.filter { $0.record.level.value == level }
              // A year with honours, none of them of this level, lacks nothing.
              return own.isEmpty && !all.isEmpty ? nil : Quantity(counting: own)
            }
          )
        }),
      chart(
        "spending", Wording("各类支出", en: "Spending by kind"), years,
        library.kinds(that: (any Spends.Type).self).map { spending($0) }),
    ].filter { chart in chart.series.contains { $0.values.contains { $0?.magnitude != nil } } }
  }

  private static func spending<Kind: Spends>(
    _ kind: Kind.Type
  ) -> (label: Wording, unit: Wording, figure: (PeriodRecords) -> Quantity?) {
    (
      Kind.name, Wording("元", en: "yuan"),
      { Quantity($0.entries(of: kind)) { $0.record.ownOutlay?.figure } }
    )
  }

  private static func newest(_ records: PeriodRecords) -> [Entry<Membership>] {
    Array(Chapter.membership(records).suffix(1))
  }

  private static func chart(
    _ id: String, _ title: Wording, _ years: [PeriodRecords],
    _ series: [(label: Wording, unit: Wording, figure: (PeriodRecords) -> Quantity?)]
  ) -> Chart {
    Chart(
      id: "chart-\(id)", title: title, columns: years.map { "\($0.period.year)" },
      series: series.map { line in
        Chart.Series(
          label: line.label,
          values: years.map { records -> Chart.Value? in
            guard let quantity = line.figure(records) else { return nil }
            let unit = records.library.words(line.unit)
            let text = quantity.printed.map { records.library.words($0) }.map {
              unit.isEmpty ? $0 : records.library.settings.language == .chinese ? $0 + unit : "\($0) \(unit)"
            }
            return Chart.Value(magnitude: quantity.magnitude, text: text ?? missingMark)
          })
      })
  }
}
