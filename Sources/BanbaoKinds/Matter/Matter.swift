package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource
import BanbaoUnion

/// 职工诉求: what workers asked for, who is to see to it by when, and what came of it.
package struct Matter: SheetKind {
  /// 状态: how far it is.
  package enum State: String, Choice {
    case accepted = "受理"
    case inHand = "办理中"
    case settled = "办结"
    case impossible = "暂不能办"

    package var english: String {
      switch self {
      case .accepted: "Accepted"
      case .inHand: "In hand"
      case .settled: "Settled"
      case .impossible: "Not possible now"
      }
    }
  }

  /// Whom or what it came from, a record's path perhaps.
  package var from: WordsOnPersons?
  package var decided: Located<Day>?
  package var owner: WordsOnPersons?
  package var due: Located<Day>?
  package var state: Located<State>
  package var answered: Located<Day>?
  package var result: Located<String>?

  package static let folder = "matters"
  package static let name = Wording("职工诉求", en: "Matter")
  package static let section = Wording("职工诉求", en: "Matters raised")

  enum Keys {
    static let from = Key.text(
      "from", "来源", Wording("哪个部门或场合提出的，或有关记录的路径", en: "the office or occasion that raised it, or a record's path")
    ).called(
      "提出人", "反映人", "诉求来源", "提出部门")
    static let decided = Key.day("decided", "议定日期", Wording("工会委员会议定的日子", en: "when the committee decided on it"))
      .called("议定时间", "研究日期")
    static let owner = Key.text("owner", "责任人", en: "In charge", Wording("负责的部门或职务", en: "the office that sees to it"))
      .called("责任部门", "承办部门", "承办单位", "承办人", "负责人", "负责部门")
    static let due = Key.day("due", "答复期限", en: "Answer due", Wording("不写就是 30 天以内", en: "30 days by default")).called(
      "期限", "截止日期", "答复时限", "办理期限", "办结期限")
    static let status = Key.choice("status", "状态", State.self, Wording("办到哪一步", en: "how far it is"), .required).called(
      "办理状态", "进度", "办理情况")
    static let answered = Key.day("answered", "答复日期", Wording("答复职工的日子", en: "when it was answered")).called(
      "答复时间", "回复日期", "办结日期")
    static let result = Key.text("result", "结果", Wording("一两句话", en: "a sentence or two")).called(
      "答复", "回复", "办理结果", "处理结果", "答复内容", "落实情况", "办理情况", "落实结果")
  }

  package init?(reading fields: inout FieldReader) {
    let notNames = fields.notNames
    from = fields.read(Keys.from).map { WordsOnPersons($0, notNames: notNames) }
    decided = fields.read(Keys.decided)
    owner = fields.read(Keys.owner).map { WordsOnPersons($0, notNames: notNames) }
    due = fields.read(Keys.due)
    let state = fields.read(Keys.status)
    answered = fields.read(Keys.answered)
    result = fields.read(Keys.result)
    guard let state else { return nil }
    self.state = state
  }

  package func label(_ library: Library) -> String { library.words(state.value) }
  package static let masksPersons = true
  package var people: [Person] { (from?.people ?? []) + (owner?.people ?? []) }
}

extension Entry<Matter> {
  /// 答复期限: as the record says, else 30 days after it was decided on, or raised (DomainNotes 2.1).
  package var deadline: Day { record.due?.value ?? (record.decided?.value ?? date.first).adding(days: 30) }
  /// Whether workers still wait for an answer.
  package var isOpen: Bool {
    record.answered == nil && (record.state.value == .accepted || record.state.value == .inHand)
  }
}
