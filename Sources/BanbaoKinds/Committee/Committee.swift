package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource
import BanbaoUnion

/// 组织机构: who was elected to what, when, and for how long.
package struct Committee: SheetKind {
  /// 机构: which body.
  package enum Body: String, Choice {
    case union = "工会委员会"
    case audit = "经费审查委员会"
    case women = "女职工委员会"
    case group = "工会小组"

    package var english: String {
      switch self {
      case .union: "Union committee"
      case .audit: "Audit committee"
      case .women: "Women workers' committee"
      case .group: "Union group"
      }
    }
  }

  /// The upper union's approval of an election.
  package struct Approval: Sendable {
    package var number: Located<String>?
    package var date: Located<Day>?
  }

  /// One who was elected, and the duty that goes with it.
  package struct Member: Sendable {
    package var person: Person
    package var role: Located<String>?
  }

  package var body: Located<Body>
  package var elected: Located<Day>
  /// Of the term.
  package var years: Located<Int>
  package var approved: Approval?
  package var members: [Member]

  package static let folder = "committee"
  package static let name = Wording("组织机构", en: "Committee")
  package static let section = Wording("组织机构", en: "Organisation")

  package static func read(_ fields: inout FieldReader) -> Committee? {
    let body = fields.choice("body", "机构", .required, Body.self, Wording("哪个机构", en: "which body"))
    let elected = fields.day("elected", "选举日期", .required, Wording("选举产生的日子", en: "when it was elected"))
    let years = fields.count("years", "任期", .required, Wording("一届几年", en: "how many years a term has"))
    let approved = fields.record("approved", "批复", Wording("上级工会的批复", en: "the upper union's approval")) {
      (fields: inout FieldReader) -> Approval? in
      let number = fields.text("number", "文号", Wording("批复的文号", en: "its number"))
      let date = fields.day("date", "日期", Wording("批复的日子", en: "its day"))
      return Approval(number: number, date: date)
    }
    let members = fields.records("members", "成员", Wording("姓名与职务", en: "names and duties")) { readMember(&$0) }
    guard let body, let elected, let years else { return nil }
    return Committee(body: body, elected: elected, years: years, approved: approved?.value, members: members)
  }

  private static func readMember(_ fields: inout FieldReader) -> Member? {
    let name = fields.text("name", "姓名", .required, Wording("姓名", en: "the name"))
    let role = fields.text("role", "职务", Wording("如 主席、出纳", en: "such as 主席"))
    let department = fields.text("department", "部门", Wording("部门或科室", en: "the department"))
    let consent = fields.locatedFlag(
      "consent", "同意公开", Wording("本人同意公开姓名写 true，否则只显示姓", en: "true where the person agrees to be named"))
    return name.map {
      Member(person: Person(name: $0, department: department?.value ?? "", consent: consent), role: role)
    }
  }

  package func label(_ library: Library) -> String { library.words(body.value) }
  package var people: [Person] { members.map(\.person) }
}
