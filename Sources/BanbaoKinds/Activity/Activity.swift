package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource
package import BanbaoUnion

/// 活动: what the union did with its members, with its figures and results.
package struct Activity: RecordKind, Spends {
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
  }

  package var sort: Located<Sort>
  package var place: String
  package var organiser: String
  package var partners: [String]
  package var participants: Int?
  package var personTimes: Int?
  package var teams: Int?
  package var programmes: Int?
  /// In how many groups, one after another, they went.
  package var batches: Int?
  package var results: [Result]
  package var cost: Spending?
  package var outlay: Spending? { cost }
  package var upperDocument: Located<String>?

  package static let folder = "activities"
  package static let name = Wording("活动", en: "Activity")
  package static let section = Wording("活动风采", en: "Activities")
  package static let dateMayBeSpan = true
  package static let isEvent = true

  package static func read(_ fields: inout FieldReader) -> Activity? {
    let sort = fields.choice("kind", "类别", .required, Sort.self, Wording("活动的种类", en: "the kind of activity"))
    let place = fields.text("place", "地点", Wording("在哪里", en: "where"))
    let organiser = fields.text("organiser", "主办", Wording("谁主办", en: "who held it"))
    let partners = fields.texts("partners", "协办", allowsText: true, Wording("谁协办，列表", en: "a list of partners"))
    let participants = fields.count("people", "参加人数", Wording("多少人参加", en: "how many people"))
    let personTimes = fields.count("person_times", "人次", Wording("多少人次", en: "how many person-times"))
    let teams = fields.count("teams", "队数", Wording("多少支队", en: "how many teams"))
    let programmes = fields.count("programmes", "节目数", Wording("多少个节目", en: "how many programmes"))
    let batches = fields.count("batches", "批次", Wording("分几批", en: "in how many groups, one after another"))
    let results = fields.records("results", "成绩", Wording("项目、名次、获奖者", en: "event, place, recipient")) {
      readResult(&$0)
    }
    let cost = fields.record("cost", "经费", Wording("花了多少，记在哪里", en: "what it cost and where it is booked")) {
      Spending.read(&$0, isRequired: true)
    }
    let upper = fields.text("upper_document", "上级文件", Wording("依据的上级文件", en: "the upper union's document"))
    guard let sort else { return nil }
    return Activity(
      sort: sort, place: place?.value ?? "", organiser: organiser?.value ?? "", partners: partners.map(\.value),
      participants: participants?.value, personTimes: personTimes?.value, teams: teams?.value,
      programmes: programmes?.value, batches: batches?.value, results: results, cost: cost?.value, upperDocument: upper)
  }

  private static func readResult(_ fields: inout FieldReader) -> Result? {
    let event = fields.text("event", "项目", Wording("比赛项目", en: "the event"))
    let place = fields.text("place", "名次", .required, Wording("如 冠军、二等奖", en: "such as 冠军"))
    let winner = fields.choice("kind", "类别", Winner.self, Wording("集体或个人", en: "集体 or 个人"))
    let recipient = fields.text("recipient", "获奖者", Wording("谁获得的", en: "who won it"))
    let consent = fields.locatedFlag(
      "consent", "同意公开", Wording("本人同意公开姓名写 true，否则只显示姓", en: "true where the person agrees to be named"))
    guard let place else { return nil }
    return Result(
      event: event?.value ?? "", place: place.value, winner: winner?.value,
      recipient: recipient.map { Person(name: $0, consent: consent) })
  }

  package func label(_ library: Library) -> String { library.words(sort.value) }

  /// Who is not said to be a team may be a person.
  package var people: [Person] { results.compactMap { $0.winner == .collective ? nil : $0.recipient } }
}
