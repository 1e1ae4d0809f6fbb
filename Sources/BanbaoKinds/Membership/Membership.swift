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

  /// The figures of a period bear the day of its end.
  package var tellsOfThePast: Bool { false }
  package static let dateIsItsDay = false
  package static let folder = "membership"
  package static let name = Wording("会员", en: "Membership")
  package static let section = Wording("会员统计", en: "Membership")

  enum Keys {
    static let period = Key.period("period", "期间", Wording("年、半年或季度", en: "a year, half-year or quarter"), .required)
    static let opening = Key.countOrPending(
      "opening", "期初", en: "Beginning", Wording("期初会员数；还不知道就写 待补", en: "members at its beginning, or 待补"), .required)
    static let joined = Key.countOrPending("joined", "新增", Wording("新入会人数", en: "who joined"), .required)
    static let retired = Key.count("retired", "退休", Wording("退休人数", en: "who retired"))
    static let left = Key.count("left", "离开", Wording("调离、退会等人数", en: "who left"))
    static let closing = Key.countOrPending(
      "closing", "期末", en: "End", Wording("期末会员数", en: "members at its end"), .required)
    static let women = Key.count("women", "女职工", Wording("女会员人数", en: "women"))
    static let migrant = Key.count("migrant", "农民工", Wording("新入会的农民工人数", en: "migrant workers among those who joined"))
    static let temporary = Key.count(
      "temporary", "临时", Wording("新入会的临时聘用人数", en: "temporary staff among those who joined"))
    static let groups = Key.count("groups", "工会小组", en: "Union groups", Wording("工会小组数", en: "union groups"))
  }

  package init?(reading fields: inout FieldReader) {
    let period = fields.read(Keys.period)
    let opening = fields.read(Keys.opening)
    let joined = fields.read(Keys.joined)
    retired = fields.read(Keys.retired)
    left = fields.read(Keys.left)
    let closing = fields.read(Keys.closing)
    women = fields.read(Keys.women)
    migrant = fields.read(Keys.migrant)
    temporary = fields.read(Keys.temporary)
    groups = fields.read(Keys.groups)
    guard let period, let opening, let joined, let closing else { return nil }
    self.period = period
    self.opening = Self.known(opening)
    self.joined = Self.known(joined)
    self.closing = Self.known(closing)
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
