package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource

/// 会员: how many members there were in a period, and what changed.
package struct Membership: SheetKind {
  package var period: Located<Period>
  /// This, `joined` and `closing` are nil where the record says 待补.
  package var opening: Located<Int>?
  package var joined: Located<Int>?
  package var retired: Located<Int>?
  package var left: Located<Int>?
  package var closing: Located<Int>?
  package var women: Located<Int>?
  package var migrant: Located<Int>?
  package var temporary: Located<Int>?
  package var groups: Located<Int>?

  package static let folder = "membership"
  package static let name = Wording("会员", en: "Membership")
  package static let section = Wording("会员统计", en: "Membership")

  package static func read(_ fields: inout FieldReader) -> Membership? {
    let period = fields.period("period", "期间", .required, Wording("年、半年或季度", en: "a year, half-year or quarter"))
    let opening = fields.countOrPending(
      "opening", "期初", .required, Wording("期初会员数；还不知道就写 待补", en: "members at its beginning, or 待补"))
    let joined = fields.countOrPending("joined", "新增", .required, Wording("新入会人数", en: "who joined"))
    let retired = fields.count("retired", "退休", Wording("退休人数", en: "who retired"))
    let left = fields.count("left", "离开", Wording("调离、退会等人数", en: "who left"))
    let closing = fields.countOrPending("closing", "期末", .required, Wording("期末会员数", en: "members at its end"))
    let women = fields.count("women", "女职工", Wording("女会员人数", en: "women"))
    let migrant = fields.count("migrant", "农民工", Wording("新入会的农民工人数", en: "migrant workers among those who joined"))
    let temporary = fields.count("temporary", "临时", Wording("新入会的临时聘用人数", en: "temporary staff among those who joined"))
    let groups = fields.count("groups", "工会小组", Wording("工会小组数", en: "union groups"))
    guard let period, let opening, let joined, let closing else { return nil }
    return Membership(
      period: period, opening: known(opening), joined: known(joined), retired: retired, left: left,
      closing: known(closing), women: women, migrant: migrant, temporary: temporary, groups: groups)
  }

  private static func known(_ count: Located<Int?>) -> Located<Int>? {
    count.value.map { Located($0, count.mark) }
  }

  /// Whether it is a starting file that nobody has filled in yet: zeros, which count for nothing.
  var isBlank: Bool {
    [opening, joined, closing].allSatisfy { $0?.value == 0 }
      && [retired, left, women, migrant, temporary, groups].allSatisfy { ($0?.value ?? 0) == 0 }
  }

  package func label(_ library: Library) -> String { library.words(period.value.wording) }
}
