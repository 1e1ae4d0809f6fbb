package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource
package import BanbaoUnion

/// 活动: what the union did with its members, with its figures and results.
package struct Activity: RecordKind {
  /// 类别: what the activity was, or for whom.
  package enum Sort: String, Choice {
    case sport = "文体"
    case recuperation = "疗休养"
    case outing = "春秋游"
    case festival = "节日"
    case gala = "联欢"
    case lecture = "讲座"
    case visit = "参观"
    case women = "女职工"
    case children = "子女"
    case retired = "退休"
    case upper = "上级活动"
    case other = "其他"

    package var english: String {
      switch self {
      case .sport: "Culture and sport"
      case .recuperation: "Recuperation"
      case .outing: "Outings"
      case .festival: "Festivals"
      case .gala: "Galas"
      case .lecture: "Lectures"
      case .visit: "Excursions"
      case .women: "Women"
      case .children: "Children"
      case .retired: "Retired members"
      case .upper: "Upper unions' events"
      case .other: "Other"
      }
    }
  }

  /// Whether a result was won by a team or by a person.
  package enum Winner: String, Choice {
    case collective = "集体"
    case individual = "个人"
    package var english: String { self == .collective ? "Team" : "Individual" }
  }

  /// One line of 成绩.
  package struct Result: Sendable {
    package var event: String
    package var place: String
    package var winner: Winner?
    /// A team, or a person.
    package var recipient: Person?
    /// Who is not said to be a team may be a person; so may a team that reads as one.
    package var person: Person?
  }

  package var sort: Located<Sort>
  package var place: String
  package var organiser: String
  package var partners: [String]
  package var participants: Located<Count>?
  package var personTimes: Located<Count>?
  package var teams: Located<Count>?
  package var programmes: Located<Count>?
  /// In how many groups, one after another, they went.
  package var batches: Located<Count>?
  package var parts: [Part]
  /// The paths of the honours whose winners went on the trip.
  package var honours: [Located<String>]
  package var results: [Result]
  package var cost: Spending?

  package static let folder = "activities"
  package static let name = Wording("活动", en: "Activity")
  package static let section = Wording("活动风采", en: "Activities")
  package static let dateMayBeSpan = true
  package static let isEvent = true

  enum Keys {
    static let kind = Key.choice("kind", "类别", Sort.self, Wording("活动的种类", en: "the kind of activity"), .required)
      .called("分类", "类型", "种类", "category", "categories", "type", "活动类型", "活动类别")
    static let place = Key.text("place", "地点", Wording("在哪里", en: "where")).called(
      "地址", "场地", "会场", "活动地点", "举办地点", "培训地点", "会议地点", "location", "venue", "address")
    static let organiser = Key.text("organiser", "主办", Wording("谁主办", en: "who held it")).called(
      "主办单位", "举办单位", "组织单位", "承办", "承办单位", "单位", "organizer", "host")
    static let partners = Key.texts(
      "partners", "协办", en: "Partner", allowsText: true, Wording("谁协办，列表", en: "a list of partners")
    ).called("协办单位", "合办", "partner")
    static let people = Key.roughCount("people", "参加人数", Wording("多少人参加", en: "how many people")).called(
      "人数", "参与人数", "参加人员数", "活动人数", "到场人数", "人员数", "attendance", "participants", "count")
    static let personTimes = Key.roughCount("person_times", "人次", Wording("多少人次", en: "how many person-times")).called(
      "参加人次", "活动人次")
    static let teams = Key.roughCount("teams", "队数", Wording("多少支队", en: "how many teams")).called("队伍", "队伍数", "参赛队数")
    static let programmes = Key.roughCount("programmes", "节目数", Wording("多少个节目", en: "how many programmes")).called(
      "节目", "programs")
    static let batches = Key.roughCount(
      "batches", "批次", en: "Groups", Wording("分几批", en: "in how many groups, one after another")
    ).called("批数", "几批")
    static let honours = Key.textOrTexts(
      "honours", "表彰", en: "For honours",
      Wording("组织受表彰的人参加的，写那条荣誉的路径，如 honours/2026/先进", en: "the path of the honour whose winners took part")
    ).called("荣誉", "表彰记录", "对应荣誉")
    static let results = GroupKey("results", "成绩", Wording("项目、名次、获奖者", en: "event, place, recipient")).called(
      "比赛结果", "获奖名单", "获奖情况", "获奖", "名次", "awards")
    static let cost = GroupKey("cost", "经费", Wording("花了多少，记在哪里", en: "what it cost and where it is booked")).called(
      "费用", "花费", "支出", "开支", "活动经费", "费用支出", "expense", "expenses", "spending")
  }

  package init?(reading fields: inout FieldReader) {
    let sort = fields.read(Keys.kind)
    place = fields.read(Keys.place)?.value ?? ""
    organiser = fields.read(Keys.organiser)?.value ?? ""
    partners = fields.read(Keys.partners).map(\.value)
    participants = fields.read(Keys.people)
    personTimes = fields.read(Keys.personTimes)
    teams = fields.read(Keys.teams)
    programmes = fields.read(Keys.programmes)
    batches = fields.read(Keys.batches)
    honours = fields.read(Keys.honours)
    let notNames = fields.notNames
    results = fields.records(Keys.results) {
      Self.readResult(&$0, notNames)
    }
    cost =
      fields.record(Keys.cost) {
        Spending.read(&$0, isRequired: true)
      }?.value
    // Behind the cost: an amount that stands outside of both is meant for that.
    parts = Part.read(&fields)
    guard let sort else { return nil }
    self.sort = sort
  }

  enum ResultKeys {
    static let event = Key.text("event", "项目", Wording("比赛项目", en: "the event")).called("比赛项目", "赛项")
    static let place = Key.text("place", "名次", Wording("如 冠军、二等奖", en: "such as 冠军"), .required).called(
      "奖项", "等次", "奖次", "award", "rank")
    static let kind = Key.choice("kind", "类别", Winner.self, Wording("集体或个人", en: "集体 or 个人"))
    static let recipient = Key.text("recipient", "获奖者", Wording("谁获得的", en: "who won it")).called(
      "姓名", "获得者", "单位", "队伍", "name", "winner")
    static let consent = Key.flag(
      "consent", "同意公开", Wording("本人同意公开姓名写 true，否则只显示姓", en: "true where the person agrees to be named"))
  }

  private static func readResult(_ fields: inout FieldReader, _ notNames: [String]) -> Result? {
    let event = fields.read(ResultKeys.event)
    let place = fields.read(ResultKeys.place)
    let winner = fields.read(ResultKeys.kind)
    let recipient = fields.read(ResultKeys.recipient)
    let consent = fields.read(ResultKeys.consent)
    guard let place else { return nil }
    let who = recipient.map { Person(name: $0, consent: consent) }
    return Result(
      event: event?.value ?? "", place: place.value, winner: winner?.value, recipient: who,
      person: winner?.value == .collective ? who?.amongCollectives(notNames: notNames) : who)
  }

  package func label(_ library: Library) -> String { library.words(sort.value) }

  package var people: [Person] { results.compactMap(\.person) }
}
