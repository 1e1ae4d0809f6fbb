package import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
import BanbaoUnion

/// Study trips for those who were commended name the honour that they are for.
package struct StudyTrips: Overview {
  let library: Library

  package init(_ library: Library) { self.library = library }

  package static let rules = StudyTripRules.all

  package func check() -> [Diagnostic] {
    let honours = Dictionary(
      library.entries(of: Honour.self).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return library.entries(of: Activity.self).flatMap { trip -> [Diagnostic] in
      var named: [Entry<Honour>] = []
      var faults: [Diagnostic] = []
      for reference in trip.record.honours {
        let (entry, fault) = referenced(reference, in: library, from: trip.source)
        if let fault { faults.append(fault) }
        guard let entry else { continue }
        guard let honour = honours[entry.id] else {
          faults.append(noHonour(reference, entry, trip))
          continue
        }
        named.append(honour)
        if honour.date.first > trip.date.last { faults.append(early(reference, honour, trip)) }
      }
      return faults + (named.count == trip.record.honours.count ? crowded(trip, named) : [])
    }
  }

  private func noHonour(
    _ reference: Located<String>, _ entry: any AnyEntry, _ trip: Entry<Activity>
  ) -> Diagnostic {
    StudyTripRules.noHonour.at(
      trip.place(reference.mark), Wording("“\(entry.id)”不是荣誉", en: "“\(entry.id)” is no honour"),
      help: Wording("写 honours/ 下那条荣誉的路径", en: "name a record under honours/"),
      related: [Related(entry.place, Wording("《\(entry.title)》", en: "“\(entry.title)”"))])
  }

  private func early(
    _ reference: Located<String>, _ honour: Entry<Honour>,
    _ trip: Entry<Activity>
  ) -> Diagnostic {
    StudyTripRules.early.at(
      trip.place(reference.mark),
      Wording(
        "《\(honour.title)》\(honour.date.first.iso) 才表彰，活动在它前面",
        en: "“\(honour.title)” was awarded on \(honour.date.first.iso), after the trip"),
      help: Wording("核对日期，或换成以前的荣誉", en: "check the days, or name an earlier honour"),
      related: [Related(honour.place, Wording("那条荣誉", en: "the honour"))])
  }

  /// More people than were commended. Who goes along is for the text to say.
  private func crowded(
    _ trip: Entry<Activity>,
    _ honours: [Entry<Honour>]
  ) -> [Diagnostic] {
    let counts = honours.compactMap { $0.record.winners }
    guard let people = trip.record.participants?.exact, !honours.isEmpty, counts.count == honours.count,
      let sum = Tally(counts).sum, people.value > sum
    else { return [] }
    return [
      StudyTripRules.crowded.at(
        trip.place(people.mark),
        Wording("\(people.value) 人参加，受表彰的只有 \(sum) 人", en: "\(people.value) went, but only \(sum) were commended"),
        help: Wording("核对人数；有人陪同的，在正文里写明", en: "check the counts; say in the text who went along"))
    ]
  }
}

extension Honour {
  /// How many persons got it; nil where the record does not say exactly, or a collective did.
  fileprivate var winners: Int? {
    guard sort.value == .individual else { return nil }
    return count?.exact?.value ?? (count == nil && !recipients.isEmpty ? recipients.count : nil)
  }
}

package enum StudyTripRules {
  private static func trip(_ honour: String, _ date: String, _ people: Int) -> String {
    """
    activities/2026/考察.md:
    date: \(date)
    kind: 参观
    people: \(people)
    honours: \(honour)

    honours/2026/先进.md:
    date: 2026-05-01
    level: 本级
    kind: 个人
    awarded_by: 院工会
    count: 20

    notices/2026/通知.md:
    date: 2026-05-02
    kind: 通知
    """
  }

  package static let noHonour = Rule(
    "study-trip-no-honour", .error,
    Wording("活动的“表彰”写 honours/ 下一条荣誉的路径。", en: "The honours of an activity are records under honours/."),
    wrong: trip("notices/2026/通知", "2026-06-18", 20), right: trip("honours/2026/先进", "2026-06-18", 20))
  package static let early = Rule(
    "study-trip-early", .warning,
    Wording("先表彰，再组织受表彰的人考察学习。", en: "Who goes on a trip as commended was commended before."),
    wrong: trip("honours/2026/先进", "2026-03-18", 20), right: trip("honours/2026/先进", "2026-06-18", 20))
  package static let crowded = Rule(
    "study-trip-people", .note,
    Wording(
      "考察的人数比受表彰的多，要看看其余是谁。", en: "Where more go on a trip than were commended, somebody should ask who they are."),
    wrong: trip("honours/2026/先进", "2026-06-18", 24), right: trip("honours/2026/先进", "2026-06-18", 20))
  package static let all = [noHonour, early, crowded]
}
