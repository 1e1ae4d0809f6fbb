import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Chapter {
  /// 离退休和女职工: what was done for either, whatever kind of record tells of it.
  static func retiredAndWomen(_ records: PeriodRecords) -> [Sentence] {
    [retired(records), women(records)]
  }

  private static func retired(_ records: PeriodRecords) -> Sentence {
    let chain = membership(records)
    let visits = records.entries(of: Visit.self).filter { $0.record.sort.value == .retirement || isForRetired($0) }
    let activities = records.entries(of: Activity.self).filter { $0.record.sort.value == .retired }
    let meetings = records.entries(of: Meeting.self).filter { isForRetired($0) }
    return Sentence(
      [
        Clause(
          Wording("离退休工作：{when}退休{n}人", en: "Retired members: {n} retired {when}"),
          [
            "when": .wording(
              records.period.part == .year ? Wording("年内", en: "in the year") : Wording("期内", en: "in this time")),
            "n": .quantity(Quantity(chain) { $0.record.retired?.value }),
          ]),
        counted(Wording("开展活动{n}项", en: "activities: {n}"), activities),
        counted(Wording("召开会议{n}次", en: "meetings: {n}"), meetings),
        visits.isEmpty
          ? nil
          : Clause(
            Wording("慰问{n}人次", en: "{n} person-times visited"),
            attendance(visits, people: { $0.people?.value }, personTimes: { $0.personTimes?.value })),
      ],
      details: grouped(visits) { $0.record.sort.value }.map { visit($0.key, $0.members) }
        + activities.map { activity($0, records.library) }
        + meetings.map { meeting in
          Sentence([
            .days(meeting.date), .record(meeting),
            figure(Wording("{n}人参加", en: "{n} people"), [meeting]) { $0.record.people?.value },
          ])
        })
  }

  private static func women(_ records: PeriodRecords) -> Sentence {
    let newest = Array(membership(records).suffix(1))
    let activities = records.entries(of: Activity.self).filter { $0.record.sort.value == .women }
    let honours = records.entries(of: Honour.self).filter { isForWomen($0) }
    let benefits = records.entries(of: Benefit.self).filter { isForWomen($0) }
    return Sentence(
      [
        Clause(Wording("女职工工作：女会员{n}人", en: "Women: {n} members"), Quantity(newest) { $0.record.women?.value }),
        counted(Wording("开展活动{n}项", en: "activities: {n}"), activities),
        counted(Wording("获得荣誉{n}项", en: "honours: {n}"), honours),
        counted(Wording("办理保障和福利{n}项", en: "benefits: {n}"), benefits),
      ],
      details: activities.map { activity($0, records.library) } + honours.map { honour($0, records.library) }
        + benefits.map { benefit($0) })
  }

  private static func counted(_ template: Wording, _ entries: [any AnyEntry]) -> Clause? {
    entries.isEmpty ? nil : Clause(template, Quantity(counting: entries))
  }

  /// No key says for whom a meeting or a visit is; titles and tags do.
  private static func isForRetired(_ entry: any AnyEntry) -> Bool { says(entry, ["退休", "离休", "老同志", "老干部"]) }
  private static func isForWomen(_ entry: any AnyEntry) -> Bool { says(entry, ["女职工", "女工", "女会员", "三八", "巾帼", "妇女"]) }

  private static func says(_ entry: any AnyEntry, _ words: [String]) -> Bool {
    ([entry.title] + entry.common.tags.map(\.value)).contains { text in words.contains { text.contains($0) } }
  }
}
