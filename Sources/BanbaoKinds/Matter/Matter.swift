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

  package var from: Located<String>?
  package var decided: Located<Day>?
  package var owner: Located<String>?
  package var due: Located<Day>?
  package var state: Located<State>
  package var answered: Located<Day>?
  package var result: Located<String>?

  package static let folder = "matters"
  package static let name = Wording("职工诉求", en: "Matter")
  package static let section = Wording("职工诉求", en: "Matters raised")

  package static func read(_ fields: inout FieldReader) -> Matter? {
    let from = fields.text("from", "来源", Wording("谁提出的，或有关记录的路径", en: "who raised it, or a record's path"))
    let decided = fields.day("decided", "议定日期", Wording("工会委员会议定的日子", en: "when the committee decided on it"))
    let owner = fields.text("owner", "责任人", Wording("负责的部门或职务", en: "the office that sees to it"))
    let due = fields.day("due", "答复期限", Wording("不写就是 30 天以内", en: "30 days by default"))
    let state = fields.choice("status", "状态", .required, State.self, Wording("办到哪一步", en: "how far it is"))
    let answered = fields.day("answered", "答复日期", Wording("答复职工的日子", en: "when it was answered"))
    let result = fields.text("result", "结果", Wording("一两句话", en: "a sentence or two"))
    guard let state else { return nil }
    return Matter(
      from: from, decided: decided, owner: owner, due: due, state: state, answered: answered, result: result)
  }

  package func label(_ library: Library) -> String { library.words(state.value) }
}

extension Entry<Matter> {
  /// 答复期限: as the record says, else 30 days after it was decided on, or raised (DomainNotes 2.1).
  package var deadline: Day { record.due?.value ?? (record.decided?.value ?? date.first).adding(days: 30) }
  /// Whether workers still wait for an answer.
  package var isOpen: Bool {
    record.answered == nil && (record.state.value == .accepted || record.state.value == .inHand)
  }
}
