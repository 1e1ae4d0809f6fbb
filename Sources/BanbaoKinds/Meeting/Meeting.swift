package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource
package import BanbaoUnion

/// 会议: a meeting, or a year's count of meetings of one sort.
package struct Meeting: SheetKind {
  /// 类别: who meets.
  package enum Sort: String, Choice {
    case workers = "职工会"
    case committee = "委员会"
    case audit = "经审会"
    case forum = "座谈会"
    case office = "办公会"
    case other = "其他"

    package var english: String {
      switch self {
      case .workers: "Workers' meeting"
      case .committee: "Union committee"
      case .audit: "Audit committee"
      case .forum: "Forum"
      case .office: "Office meeting"
      case .other: "Other"
      }
    }
  }

  package var sort: Located<Sort>
  /// How many meetings the record stands for; one where it says nothing.
  package var count: Located<Count>?
  package var people: Located<Count>?
  package var parts: [Part]

  package static let folder = "meetings"
  package static let name = Wording("会议", en: "Meeting")
  package static let section = Wording("会议", en: "Meetings")
  package static let dateMayBeSpan = true
  package static let isEvent = true

  enum Keys {
    static let kind = Key.choice("kind", "类别", Sort.self, Wording("什么会议", en: "what kind of meeting"), .required)
      .called("分类", "类型", "种类", "category", "categories", "type", "会议类型", "会议类别")
    static let count = Key.roughCount(
      "count", "次数", en: "Meetings", Wording("开了几次；不写算一次", en: "how many; one by default")
    )
    .called("会议次数", "场次")
    static let people = Key.roughCount("people", "人数", Wording("多少人参加", en: "how many people")).called(
      "参加人数", "参与人数", "慰问人数", "受益人数", "培训人数", "参会人数", "到会人数", "人员数", "participants", "count")
  }

  package init?(reading fields: inout FieldReader) {
    let sort = fields.read(Keys.kind)
    count = fields.read(Keys.count)
    people = fields.read(Keys.people)
    parts = Part.read(&fields)
    guard let sort else { return nil }
    self.sort = sort
  }

  package func label(_ library: Library) -> String { library.words(sort.value) }
}
