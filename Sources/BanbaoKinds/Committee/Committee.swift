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

  package static let dateIsItsDay = false
  package static let folder = "committee"
  package static let name = Wording("组织机构", en: "Committee")
  package static let section = Wording("组织机构", en: "Organisation")
  package static let isFiledByYear = false
  package static let sortKey = "body"

  enum Keys {
    static let body = Key.choice("body", "机构", Body.self, Wording("哪个机构", en: "which body"), .required).called(
      "机构名称", "组织", "名称")
    static let elected = Key.day(
      "elected", "选举日期", en: "Elected on", Wording("选举产生的日子", en: "when it was elected"), .required
    ).called("选举时间", "当选日期", "成立日期")
    static let years = Key.count("years", "任期", en: "Term", Wording("一届几年", en: "how many years a term has"), .required)
      .called("年数", "任期年数", "届期")
    static let approved = GroupKey("approved", "批复", Wording("上级工会的批复", en: "the upper union's approval")).called(
      "批复文件", "批准")
    static let members = GroupKey("members", "成员", Wording("姓名与职务", en: "names and duties")).called(
      "委员", "人员", "名单", "组成人员", "成员名单")
  }

  package init?(reading fields: inout FieldReader) {
    let body = fields.read(Keys.body)
    let elected = fields.read(Keys.elected)
    let years = fields.read(Keys.years)
    approved =
      fields.record(Keys.approved) {
        Approval(number: $0.read(ApprovalKeys.number), date: $0.read(ApprovalKeys.date))
      }?.value
    members = fields.records(Keys.members) { Self.readMember(&$0) }
    guard let body, let elected, let years else { return nil }
    self.body = body
    self.elected = elected
    self.years = years
  }

  enum ApprovalKeys {
    static let number = Key.text("number", "文号", Wording("批复的文号", en: "its number"))
    static let date = Key.day("date", "日期", Wording("批复的日子", en: "its day"))
  }

  enum MemberKeys {
    static let name = Key.text("name", "姓名", Wording("姓名", en: "the name"), .required).called("名字")
    static let role = Key.text("role", "职务", en: "Duty", Wording("如 主席、出纳", en: "such as 主席")).called("职位", "分工", "岗位")
    static let department = Key.text("department", "部门", Wording("部门或科室", en: "the department")).called(
      "科室", "单位", "所在部门")
    static let consent = Key.flag(
      "consent", "同意公开", Wording("本人同意公开姓名写 true，否则只显示姓", en: "true where the person agrees to be named"))
  }

  private static func readMember(_ fields: inout FieldReader) -> Member? {
    let name = fields.read(MemberKeys.name)
    let role = fields.read(MemberKeys.role)
    let department = fields.read(MemberKeys.department)
    let consent = fields.read(MemberKeys.consent)
    return name.map {
      Member(person: Person(name: $0, department: department?.value ?? "", consent: consent), role: role)
    }
  }

  package func label(_ library: Library) -> String { library.words(body.value) }
  package var people: [Person] { members.map(\.person) }
}
