package import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Training {
  package static let rules = TrainingRules.all

  package static func check(_ entries: [Entry<Training>], in library: Library) -> [Diagnostic] {
    entries.flatMap { checkDayTimes($0) + checkAccount($0) }
  }

  /// More day-times than everyone on every day would make.
  private static func checkDayTimes(_ entry: Entry<Training>) -> [Diagnostic] {
    let training = entry.record
    guard let dayTimes = training.dayTimes, let days = training.days?.exact,
      let heads = [training.people, training.personTimes].compactMap({ $0 }).max(by: {
        $0.value.number < $1.value.number
      }), heads.value.isExact, dayTimes.value.isExact
    else { return [] }
    let (most, overflows) = heads.value.number.multipliedReportingOverflow(by: days.value)
    guard !overflows, dayTimes.value.number > most else { return [] }
    return [
      TrainingRules.dayTimes.at(
        entry.place(dayTimes.mark),
        Wording(
          "天次 \(dayTimes.value.number) 超过了 \(heads.value.number) 人乘以 \(days.value) 天",
          en: "\(dayTimes.value.number) day-times are more than \(heads.value.number) people times \(days.value) days"),
        help: Wording("最多 \(most) 天次；看看哪个数写错了", en: "\(most) at most; see which figure is wrong"),
        related: [
          Related(entry.place(heads.mark), Wording("人数", en: "the people")),
          Related(entry.place(days.mark), Wording("天数", en: "the days")),
        ])
    ]
  }

  /// The account that belongs to the other audience. By name, because numbers changed with the chart of 2022.
  private static func checkAccount(_ entry: Entry<Training>) -> [Diagnostic] {
    let audience = entry.record.audience
    guard let account = entry.record.cost?.account else { return [] }
    let (right, wrong) =
      audience.value == .workers ? ("50101 职工教育支出", "培训支出") : ("50501 培训支出", "职工教育支出")
    guard account.value.contains(wrong) else { return [] }
    return [
      TrainingRules.account.at(
        entry.place(account.mark),
        Wording(
          "对象是\(audience.value.rawValue)，科目却写“\(account.value)”",
          en: "the audience is \(audience.value.rawValue), but the account is “\(account.value)”"),
        help: Wording("\(audience.value.rawValue)的培训记在 \(right)", en: "this training is booked under \(right)"),
        related: [Related(entry.place(audience.mark), Wording("对象", en: "the audience"))])
    ]
  }
}

package enum TrainingRules {
  package static let dayTimes = Rule(
    "training-day-times", .warning,
    Wording(
      "天次是每人参加天数的合计，不会超过人数（人次）乘以天数。", en: "Day-times add up everyone's days: never more than the people times the days."
    ),
    wrong: "people: 6\ndays: 5\nday_times: 40", right: "people: 6\ndays: 5\nday_times: 30")
  package static let account = Rule(
    "training-account", .warning,
    Wording(
      "职工培训记职工教育支出，工会干部和积极分子培训记培训支出（财会〔2021〕7号）。",
      en: "Training of workers is 职工教育支出, that of union cadres 培训支出 (财会〔2021〕7号)."),
    wrong: "audience: 职工\ncost: {amount: 500, account: 50501 培训支出}",
    right: "audience: 职工\ncost: {amount: 500, account: 50101 职工教育支出}")
  package static let all = [dayTimes, account]
}
