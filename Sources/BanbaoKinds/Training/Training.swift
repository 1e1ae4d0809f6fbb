package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource
package import BanbaoUnion

/// 培训: who was taught what, at home or sent out, counted in the four ways of the reports (DomainNotes 7.1, C).
package struct Training: SheetKind {
  /// 对象: workers in general, or the union's own cadres. It decides the account: 50101 or 50501.
  package enum Audience: String, Choice {
    case workers = "职工"
    case cadres = "工会干部"
    package var english: String { self == .workers ? "Workers" : "Union cadres" }
  }

  package var audience: Located<Audience>
  /// Whether people were sent out to it.
  package var isExternal: Bool
  package var sessions: Located<Count>?
  package var people: Located<Count>?
  package var personTimes: Located<Count>?
  package var days: Located<Count>?
  /// Days times persons, as those sent out are counted.
  package var dayTimes: Located<Count>?
  package var hours: Located<Count>?
  package var parts: [Part]
  package var topics: [String]
  package var cost: Spending?

  package static let folder = "training"
  package static let name = Wording("培训", en: "Training")
  package static let section = Wording("学习培训", en: "Training")
  package static let dateMayBeSpan = true
  package static let isEvent = true

  enum Keys {
    static let audience = Key.choice("audience", "对象", Audience.self, Wording("职工或工会干部", en: "职工 or 工会干部"), .required)
      .called("培训对象", "参训对象", "类别")
    static let external = Key.flag("external", "外派", Wording("外出参加的写 true", en: "true where people were sent out"))
    static let sessions = Key.roughCount("sessions", "期数", Wording("办了几期", en: "how many sessions")).called("期", "次数")
    static let people = Key.roughCount("people", "人数", Wording("多少人", en: "how many people")).called(
      "参加人数", "参与人数", "慰问人数", "受益人数", "培训人数", "参会人数", "到会人数", "人员数", "participants", "count")
    static let personTimes = Key.roughCount(
      "person_times", "人次", en: "Person-times", Wording("多少人次", en: "how many person-times")
    ).called("参加人次", "慰问人次", "培训人次")
    static let days = Key.roughCount("days", "天数", Wording("多少天", en: "how many days")).called("培训天数")
    static let dayTimes = Key.roughCount(
      "day_times", "天次", en: "Day-times", Wording("人数乘天数的合计", en: "days times persons"))
    static let hours = Key.roughCount("hours", "学时", Wording("多少小时", en: "how many hours")).called("课时", "学时数")
    static let topics = Key.texts("topics", "内容", allowsText: true, Wording("培训内容，列表", en: "a list of topics")).called(
      "培训内容", "课程", "主题")
    static let cost = GroupKey("cost", "经费", Wording("花了多少，记在哪里", en: "what it cost and where it is booked")).called(
      "费用", "花费", "支出", "开支", "活动经费", "费用支出", "expense", "expenses", "spending", "培训费")
  }

  package init?(reading fields: inout FieldReader) {
    let audience = fields.read(Keys.audience)
    isExternal = fields.read(Keys.external)?.value ?? false
    sessions = fields.read(Keys.sessions)
    people = fields.read(Keys.people)
    personTimes = fields.read(Keys.personTimes)
    days = fields.read(Keys.days)
    dayTimes = fields.read(Keys.dayTimes)
    hours = fields.read(Keys.hours)
    topics = fields.read(Keys.topics).map(\.value)
    cost =
      fields.record(Keys.cost) {
        Spending.read(&$0, isRequired: true)
      }?.value
    // Behind the cost: an amount that stands outside of both is meant for that.
    parts = Part.read(&fields)
    guard let audience else { return nil }
    self.audience = audience
  }

  package func label(_ library: Library) -> String { library.words(audience.value) }
}
