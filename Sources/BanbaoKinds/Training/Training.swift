package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource
package import BanbaoUnion

/// 培训: who was taught what, at home or sent out, counted in the four ways of the reports (DomainNotes 7.1, C).
package struct Training: SheetKind, Spends {
  /// 对象: workers in general, or the union's own cadres. It decides the account: 50101 or 50501.
  package enum Audience: String, Choice {
    case workers = "职工"
    case cadres = "工会干部"
    package var english: String { self == .workers ? "Workers" : "Union cadres" }
  }

  package var audience: Located<Audience>
  /// Whether people were sent out to it.
  package var isExternal: Bool
  package var sessions: Located<Int>?
  package var people: Located<Int>?
  package var personTimes: Located<Int>?
  package var days: Located<Int>?
  /// Days times persons, as those sent out are counted.
  package var dayTimes: Located<Int>?
  package var hours: Located<Int>?
  package var topics: [String]
  package var cost: Spending?
  package var outlay: Spending? { cost }

  package static let folder = "training"
  package static let name = Wording("培训", en: "Training")
  package static let section = Wording("学习培训", en: "Training")
  package static let dateMayBeSpan = true
  package static let isEvent = true

  package static func read(_ fields: inout FieldReader) -> Training? {
    let audience = fields.choice(
      "audience", "对象", .required, Audience.self, Wording("职工或工会干部", en: "职工 or 工会干部"))
    let isExternal = fields.flag("external", "外派", Wording("外出参加的写 true", en: "true where people were sent out"))
    let sessions = fields.count("sessions", "期数", Wording("办了几期", en: "how many sessions"))
    let people = fields.count("people", "人数", Wording("多少人", en: "how many people"))
    let personTimes = fields.count("person_times", "人次", Wording("多少人次", en: "how many person-times"))
    let days = fields.count("days", "天数", Wording("多少天", en: "how many days"))
    let dayTimes = fields.count("day_times", "天次", Wording("人数乘天数的合计", en: "days times persons"))
    let hours = fields.count("hours", "学时", Wording("多少小时", en: "how many hours"))
    let topics = fields.texts("topics", "内容", allowsText: true, Wording("培训内容，列表", en: "a list of topics"))
    let cost = fields.record("cost", "经费", Wording("花了多少，记在哪里", en: "what it cost and where it is booked")) {
      Spending.read(&$0, isRequired: true)
    }
    guard let audience else { return nil }
    return Training(
      audience: audience, isExternal: isExternal, sessions: sessions, people: people, personTimes: personTimes,
      days: days, dayTimes: dayTimes, hours: hours, topics: topics.map(\.value), cost: cost?.value)
  }

  package func label(_ library: Library) -> String { library.words(audience.value) }
}
