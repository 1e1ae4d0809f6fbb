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
    let count = Quantity(chain) { $0.record.retired?.value }
    let when = records.period.part == .year ? Wording("年内", en: "in the year") : Wording("期内", en: "in this time")
    let times = attendance(visits)
    let stock = Quantity(Array(chain.suffix(1))) { $0.record.retirees?.value }
    return Sentence(
      [
        Clause("离退休工作：\(when)退休\(count)人", en: "Retired members: \(count) retired \(when)"),
        stock.known.map { Clause("现有退休人员\($0)人", en: "\($0) retired people at the end") },
        Quantity(counting: activities).known.map { Clause("开展活动\($0)项", en: "activities: \($0)") },
        Quantity(counting: meetings).known.map { Clause("召开会议\($0)次", en: "meetings: \($0)") },
        visits.isEmpty ? nil : Clause("慰问\(times)人次", en: "\(times) person-times visited"),
      ],
      details: grouped(visits) { $0.record.sort.value }.map { visit($0.key, $0.members) }
        + activities.map { activity($0, records.library) }
        + meetings.map { meeting in
          let people = Quantity([meeting]) { $0.record.people?.value }
          return Sentence([
            .days(meeting.date), .record(meeting), people.known.map { Clause("\($0)人参加", en: "\($0) people") },
            parts([meeting]),
          ])
        })
  }

  private static func women(_ records: PeriodRecords) -> Sentence {
    let newest = Array(membership(records).suffix(1))
    let activities = records.entries(of: Activity.self).filter { $0.record.sort.value == .women }
    let honours = records.entries(of: Honour.self).filter { isForWomen($0) }
    let benefits = records.entries(of: Benefit.self).filter { isForWomen($0) }
    let members = Quantity(newest) { $0.record.women?.value }
    return Sentence(
      [
        Clause("女职工工作：女会员\(members)人", en: "Women: \(members) members"),
        Quantity(counting: activities).known.map { Clause("开展活动\($0)项", en: "activities: \($0)") },
        Quantity(counting: honours).known.map { Clause("获得荣誉\($0)项", en: "honours: \($0)") },
        Quantity(counting: benefits).known.map { Clause("办理保障和福利\($0)项", en: "benefits: \($0)") },
      ],
      details: activities.map { activity($0, records.library) } + honours.map { honour($0, records.library) }
        + benefits.map { benefit($0) })
  }

  /// No key says for whom a meeting or a visit is; titles and tags do.
  private static func isForRetired(_ entry: any AnyEntry) -> Bool { says(entry, ["退休", "离休", "老同志", "老干部"]) }
  private static func isForWomen(_ entry: any AnyEntry) -> Bool { says(entry, ["女职工", "女工", "女会员", "三八", "巾帼", "妇女"]) }

  private static func says(_ entry: any AnyEntry, _ words: [String]) -> Bool {
    ([entry.title] + entry.common.tags.map(\.value)).contains { text in words.contains { text.contains($0) } }
  }
}
