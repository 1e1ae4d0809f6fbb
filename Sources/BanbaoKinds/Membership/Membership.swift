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
  /// Those who came from or went to another union; by the balance, some of those who joined and left, or others beside
  /// them (`transfers`).
  package var transferredIn: Located<Int>?
  package var transferredOut: Located<Int>?
  /// How many retired people the union cares for at the end: a stock, where `retired` is the period's flow.
  package var retirees: Located<Int>?
  /// How many of the retired have their birthday in which month.
  package var birthdays: [Birthdays]
  /// Whether every member stands in the union's register.
  package var allRegistered: Located<Bool>?

  /// 退休人员生日: the retired who have their birthday in one month; who they are is nobody's business here.
  package struct Birthdays: Sendable {
    /// From 1 to 12.
    package var month: Located<Int>
    package var count: Located<Int>
  }

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
    static let transferredIn = Key.count(
      "transferred_in", "调入", Wording("从别的工会转来的人数", en: "who came from another union"))
    static let transferredOut = Key.count(
      "transferred_out", "调出", Wording("转到别的工会的人数", en: "who went to another union"))
    static let retirees = Key.count(
      "retirees", "退休人员", en: "Retired people", Wording("期末由工会联系的退休人员总数", en: "the retired whom the union cares for")
    ).called("退休人数", "退休职工", "退休总数", "离退休人数", "离退休人员")
    static let birthdays = GroupKey(
      "retiree_birthdays", "退休人员生日", en: "Birthdays of the retired",
      Wording("各月过生日的退休人员数", en: "how many of the retired have their birthday in which month"))
    static let allRegistered = Key.flag(
      "all_registered", "全部登记", Wording("会员全部登记在册写 true", en: "true where every member is registered"))
  }

  enum BirthdayKeys {
    static let month = Key.count("month", "月", Wording("1 至 12", en: "from 1 to 12"), .required)
    static let count = Key.count("count", "人数", en: "People", Wording("多少人", en: "how many"), .required)
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
    transferredIn = fields.read(Keys.transferredIn)
    transferredOut = fields.read(Keys.transferredOut)
    retirees = fields.read(Keys.retirees)
    birthdays = fields.records(Keys.birthdays) { fields in
      let month = fields.read(BirthdayKeys.month)
      let count = fields.read(BirthdayKeys.count)
      guard let month, let count else { return nil }
      return Birthdays(month: month, count: count)
    }
    allRegistered = fields.read(Keys.allRegistered)
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
      && [retired, left, women, migrant, temporary, groups, transferredIn, transferredOut, retirees].allSatisfy {
        ($0?.value ?? 0) == 0
      }
  }

  /// What transfers are to those who joined and left.
  package enum Transfers: Sendable {
    /// Some of them.
    case among
    /// Others: the balance adds and takes them besides.
    case beside
  }

  /// Unions count both ways, and the balance tells which: beside those who joined and left only where it holds so alone.
  package var transfers: Transfers {
    guard transferredIn != nil || transferredOut != nil, let closing, let among = balance(.among),
      let beside = balance(.beside)
    else { return .among }
    return among != closing.value && beside == closing.value ? .beside : .among
  }

  /// How many members there are at the end by what came and went; nil where that is not known.
  package func balance(_ transfers: Transfers) -> Int? {
    guard let opening, let joined else { return nil }
    // Counts are at most a thousand million, so it is always a number.
    let own = opening.value + joined.value - (retired?.value ?? 0) - (left?.value ?? 0)
    return transfers == .among ? own : own + (transferredIn?.value ?? 0) - (transferredOut?.value ?? 0)
  }

  package func label(_ library: Library) -> String { library.words(period.value.wording) }
}
