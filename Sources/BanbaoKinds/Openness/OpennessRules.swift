package import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource

extension Openness {
  package static let rules = OpennessRules.all

  package static func check(_ entries: [Entry<Openness>], in library: Library) -> [Diagnostic] {
    entries.flatMap { late($0, library.today) + ahead($0, library.today) }
  }

  private static func late(_ entry: Entry<Openness>, _ today: Day) -> [Diagnostic] {
    guard let due = entry.record.due, entry.record.state(on: today) == .late else { return [] }
    let days = today.serial - due.value.serial
    let published = entry.keys[Keys.published]
    return [
      OpennessRules.late.at(
        entry.place(due.mark),
        Wording(
          "“\(entry.record.topic.value)”应当在 \(due.value.iso) 公开，已经过了 \(days) 天",
          en:
            "“\(entry.record.topic.value)” was due on \(due.value.iso), \(days) \(days == 1 ? "day" : "days") ago"),
        help: Wording("公开以后写上 \(published): 那一天", en: "when it is laid open, write \(published): the day"))
    ]
  }

  /// A day that has not come is a promise.
  private static func ahead(_ entry: Entry<Openness>, _ today: Day) -> [Diagnostic] {
    guard let published = entry.record.published, published.value > today else { return [] }
    return [
      OpennessRules.ahead.at(
        entry.place(published.mark),
        Wording(
          "\(published.value.iso) 还没有到，不能说已经公开", en: "\(published.value.iso) has not come yet: nothing is laid open"),
        help: Wording(
          "核对日期；打算哪天公开，写在“\(entry.keys[Keys.due])”里",
          en: "check the day; what is intended stands under \(entry.keys[Keys.due])"))
    ]
  }

  /// What is to be laid open.
  package static func due(_ entries: [Entry<Openness>], in library: Library) -> [Due] {
    entries.compactMap { entry in
      guard let due = entry.record.due, [.late, .open].contains(entry.record.state(on: library.today)) else {
        return nil
      }
      return Due(
        place: entry.place(due.mark), title: entry.title, task: Wording("向职工公开", en: "lay it open to the workers"),
        day: due.value,
        remedy: Wording(
          "公开以后写上“\(entry.keys[Keys.published])”", en: "then write \(entry.keys[Keys.published])"))
    }
  }
}

package enum OpennessRules {
  package static let late = Rule(
    "openness-late", .warning, followsCalendar: true,
    Wording("到了应公开日期，还没有公开的，要说出来。", en: "What was due to be laid open and was not is said."),
    wrong: "topic: 上半年奖金分配\ndue: 2026-07-31",
    right: "topic: 上半年奖金分配\ndue: 2026-07-31\npublished: 2026-07-28")
  package static let ahead = Rule(
    "openness-ahead", .warning,
    Wording(
      "公开日期是已经公开了的那一天；打算哪天公开，写应公开日期。",
      en: "The day of publication is one that has come; what is intended is the due day."),
    wrong: "topic: 全年奖金分配\npublished: 2027-01-20", right: "topic: 全年奖金分配\ndue: 2027-01-20")
  package static let all = [late, ahead]
}
