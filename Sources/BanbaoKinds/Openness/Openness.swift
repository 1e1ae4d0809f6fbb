package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource
import BanbaoUnion

/// 院务公开: what the employer lays open to its workers, by when it was due and when it was done.
package struct Openness: SheetKind {
  package var topic: Located<String>
  package var scope: String
  package var channel: String
  package var due: Located<Day>?
  package var published: Located<Day>?

  /// A day on which something is to be laid open may lie ahead.
  package var tellsOfThePast: Bool { false }
  /// Half a year and some days: accounts, bonuses and purchases are laid open by halves of a year.
  package static let staleAfter: Int? = 200
  package static let folder = "openness"
  package static let name = Wording("院务公开", en: "Openness")
  package static let section = Wording("院务公开", en: "Openness")

  enum Keys {
    static let topic = Key.text("topic", "事项", Wording("公开什么", en: "what is laid open"), .required).called(
      "公开事项", "公开内容", "内容", "公开项目")
    static let scope = Key.text("scope", "范围", Wording("向谁公开，如 全院职工", en: "to whom")).called("公开范围", "对象")
    static let channel = Key.text("channel", "形式", Wording("怎样公开，如 公开栏、职代会", en: "how, such as 公开栏")).called(
      "公开形式", "方式", "公开方式", "途径")
    static let due = Key.day("due", "应公开日期", en: "Due on", Wording("最晚哪天公开", en: "the last day for it")).called(
      "公开期限", "期限", "截止日期", "应公开时间")
    static let published = Key.day("published", "公开日期", en: "Laid open on", Wording("哪天公开的", en: "when it was done"))
      .called(
        "公开时间", "实际公开日期")
  }

  package init?(reading fields: inout FieldReader) {
    let topic = fields.read(Keys.topic)
    scope = fields.read(Keys.scope)?.value ?? ""
    channel = fields.read(Keys.channel)?.value ?? ""
    due = fields.read(Keys.due)
    published = fields.read(Keys.published)
    guard let topic else { return nil }
    self.topic = topic
  }

  package func label(_ library: Library) -> String { library.words(state(on: library.today).wording) }

  /// How far it is.
  package enum State: String, Choice {
    case inTime = "按期公开"
    case afterwards = "逾期公开"
    case late = "逾期未公开"
    case open = "待公开"

    package var english: String {
      switch self {
      case .inTime: "In time"
      case .afterwards: "Laid open late"
      case .late: "Overdue"
      case .open: "To come"
      }
    }
  }

  /// How far it is on a day.
  package func state(on today: Day) -> State {
    if let published, published.value <= today {
      return due.map { published.value <= $0.value } ?? true ? .inTime : .afterwards
    }
    return due.map { $0.value < today } ?? false ? .late : .open
  }
}
