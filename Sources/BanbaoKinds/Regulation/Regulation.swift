package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource

/// 制度: a rule that the union adopted, revised or repealed. (`Rule` is what a diagnostic breaks.)
package struct Regulation: SheetKind {
  package var number: Located<String>?
  package var adopted: Located<Day>?
  package var revised: [Located<DaySpan>]
  package var repealed: Located<Day>?
  /// The path of the rule that took its place.
  package var repealedBy: Located<String>?

  package var tellsOfThePast: Bool { false }
  package static let dateIsItsDay = false
  package static let folder = "rules"
  package static let name = Wording("制度", en: "Rule")
  package static let section = Wording("规章制度", en: "Rules")
  package static let isFiledByYear = false

  enum Keys {
    static let number = Key.text("number", "文号", Wording("如 云医工〔2026〕3号", en: "such as 云医工〔2026〕3号")).called(
      "发文字号", "编号")
    static let adopted = Key.day("adopted", "通过日期", Wording("通过的日子", en: "when it was adopted")).called(
      "通过时间", "施行日期", "实施日期", "生效日期")
    static let revised = Key.spans("revised", "修订", Wording("修订的日子，一个或几个", en: "the days of its revisions")).called(
      "修订日期", "修改日期")
    static let repealed = Key.day("repealed", "废止", Wording("废止的日子", en: "when it was repealed")).called("废止日期", "失效日期")
    static let repealedBy = Key.text(
      "repealed_by", "废止依据", Wording("取代它的制度的路径，如 rules/财务管理", en: "the path of the rule that took its place"))
  }

  package init?(reading fields: inout FieldReader) {
    number = fields.read(Keys.number)
    adopted = fields.read(Keys.adopted)
    revised = fields.read(Keys.revised)
    repealed = fields.read(Keys.repealed)
    repealedBy = fields.read(Keys.repealedBy)
  }

  package func label(_ library: Library) -> String {
    library.words(
      isRepealed(on: library.today) ? Wording("已废止", en: "Repealed") : Wording("现行", en: "In force"))
  }

  /// From the day on that `repealed` names; a rule with a successor and no such day counts as repealed at once.
  package func isRepealed(on today: Day) -> Bool { repealed.map { $0.value <= today } ?? (repealedBy != nil) }
}
