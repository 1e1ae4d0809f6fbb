package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource
package import BanbaoUnion

/// 慰问: how many were visited and with how much, never who (DomainNotes 4).
package struct Visit: SheetKind, Spends {
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
  package var people: Located<Int>?
  package var personTimes: Located<Int>?
  package var form: Form?
  /// What each got, where a rate was fixed.
  package var rates: [Rate]
  package var spending: Spending
  package var outlay: Spending? { spending }

  package static let folder = "visits"
  package static let name = Wording("慰问", en: "Visit")
  package static let section = Wording("关心慰问", en: "Care")
  package static let dateMayBeSpan = true

  package static func read(_ fields: inout FieldReader) -> Visit? {
    let sort = fields.choice("kind", "类别", .required, Sort.self, Wording("慰问的种类", en: "the occasion"))
    let people = fields.count("people", "人数", Wording("多少人", en: "how many people"))
    let personTimes = fields.count("person_times", "人次", Wording("多少人次", en: "how many person-times"))
    let form = fields.choice("form", "形式", Form.self, Wording("慰问品或慰问金", en: "慰问品 or 慰问金"))
    let rates = fields.records("rates", "标准", Wording("每份多少元", en: "what each gets")) { Rate.read(&$0) }
    let spending = Spending.read(&fields, isRequired: true)
    reportNameKeys(&fields, VisitRules.name)
    guard let sort, let spending else { return nil }
    return Visit(
      sort: sort, people: people, personTimes: personTimes, form: form?.value, rates: rates, spending: spending)
  }

  package func label(_ library: Library) -> String { library.words(sort.value) }
}
