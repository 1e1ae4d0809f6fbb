package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource
package import BanbaoUnion

/// 慰问: how many were visited and with how much, never who (DomainNotes 4).
package struct Visit: SheetKind {
  /// 类别: the occasion.
  package enum Sort: String, Choice {
    case illness = "患病"
    case bereavement = "丧事"
    case hardship = "困难"
    case festival = "节日"
    case retirement = "退休"
    case onDuty = "在岗"
    case birth = "生育"
    case wedding = "结婚"
    case birthday = "生日"
    case other = "其他"

    package var english: String {
      switch self {
      case .illness: "Illness"
      case .bereavement: "Bereavement"
      case .hardship: "Hardship"
      case .festival: "Festival"
      case .retirement: "Retirement"
      case .onDuty: "On duty"
      case .birth: "Birth"
      case .wedding: "Wedding"
      case .birthday: "Birthday"
      case .other: "Other"
      }
    }
  }

  /// 形式: goods or money.
  package enum Form: String, Choice {
    case goods = "慰问品"
    case money = "慰问金"
    package var english: String { self == .goods ? "Goods" : "Money" }
  }

  package var sort: Located<Sort>
  package var people: Located<Count>?
  package var personTimes: Located<Count>?
  /// How often somebody was visited, however many they were.
  package var visits: Located<Count>?
  package var parts: [Part]
  package var form: Form?
  /// What each got, where a rate was fixed.
  package var rates: [Rate]
  package var spending: Spending

  package static let folder = "visits"
  package static let name = Wording("慰问", en: "Visit")
  package static let section = Wording("关心慰问", en: "Care")
  package static let dateMayBeSpan = true

  enum Keys {
    static let kind = Key.choice("kind", "类别", Sort.self, Wording("慰问的种类", en: "the occasion"), .required).called(
      "分类", "类型", "种类", "category", "categories", "type", "慰问类别", "慰问类型")
    static let people = Key.roughCount("people", "人数", Wording("多少人", en: "how many people")).called(
      "参加人数", "参与人数", "慰问人数", "受益人数", "培训人数", "参会人数", "到会人数", "人员数", "participants", "count")
    static let personTimes = Key.roughCount(
      "person_times", "人次", en: "Person-times", Wording("多少人次", en: "how many person-times")
    ).called("参加人次", "慰问人次", "培训人次")
    static let visits = Key.roughCount("visits", "次数", en: "Visits", Wording("走访了多少次", en: "how many visits")).called(
      "慰问次数", "走访次数", "探望次数")
    static let form = Key.choice("form", "形式", Form.self, Wording("慰问品或慰问金", en: "慰问品 or 慰问金")).called(
      "方式", "慰问形式", "慰问方式")
    static let rates = GroupKey("rates", "标准", Wording("每份多少元", en: "what each gets")).called("慰问标准", "人均")
  }

  package init?(reading fields: inout FieldReader) {
    let sort = fields.read(Keys.kind)
    people = fields.read(Keys.people)
    personTimes = fields.read(Keys.personTimes)
    visits = fields.read(Keys.visits)
    parts = Part.read(&fields)
    form = fields.read(Keys.form)?.value
    rates = fields.records(Keys.rates) { Rate.read(&$0) }
    let spending = Spending.read(&fields, isRequired: true)
    Self.reportNameKeys(&fields)
    guard let sort, let spending else { return nil }
    self.sort = sort
    self.spending = spending
  }

  package func label(_ library: Library) -> String { library.words(sort.value) }
}
