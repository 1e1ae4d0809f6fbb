package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource
package import BanbaoUnion

/// 会员: how many members there were in a period, and what changed.
package struct Membership: SheetKind {
  package var period: Located<Period>
  /// This, `joined` and `closing` are nil where the record says 待补.
  package var opening: Located<Count>?
  package var joined: Located<Count>?
  package var retired: Located<Count>?
  package var left: Located<Count>?
  package var closing: Located<Count>?
  package var women: Located<Count>?
  package var migrant: Located<Count>?
  package var temporary: Located<Count>?
  package var groups: Located<Count>?
  /// Those who came from or went to another union; by the balance, some of those who joined and left, or others beside
  /// them (`transfers`).
  package var transferredIn: Located<Count>?
  package var transferredOut: Located<Count>?
  /// How many retired people the union cares for at the end: a stock, where `retired` is the period's flow.
  package var retirees: Located<Count>?
  /// How many of the retired have their birthday in which month.
  package var birthdays: [Birthdays]
  package var parts: [Part]
  /// Whether every member stands in the union's register.
  package var allRegistered: Located<Bool>?

  /// 退休人员生日: the retired who have their birthday in one month; who they are is nobody's business here.
  package struct Birthdays: Sendable {
    /// From 1 to 12.
    package var month: Located<Int>
    package var count: Located<Count>?
  }

  /// The figures of a period bear the day of its end.
  package var tellsOfThePast: Bool { false }
  package static let dateIsItsDay = false
  package static let isNews = false
  package static let folder = "membership"
  package static let name = Wording("会员", en: "Membership")
  package static let section = Wording("会员统计", en: "Membership")

  enum Keys {
    static let period = Key.period("period", "期间", Wording("年、半年或季度", en: "a year, half-year or quarter"), .required)
    static let opening = Key.roughCount(
      "opening", "期初", en: "Beginning", Wording("期初会员数；还不知道就写 待补", en: "members at its beginning, or 待补"), .required)
    static let joined = Key.roughCount("joined", "新增", Wording("新入会人数", en: "who joined"), .required)
    static let retired = Key.roughCount("retired", "退休", Wording("退休人数", en: "who retired"))
    static let left = Key.roughCount("left", "离开", Wording("调离、退会等人数", en: "who left"))
    static let closing = Key.roughCount(
      "closing", "期末", en: "End", Wording("期末会员数", en: "members at its end"), .required)
    static let women = Key.roughCount("women", "女职工", Wording("女会员人数", en: "women")).called(
      "女会员", "女性", "女职工人数", "女会员人数")
    static let migrant = Key.roughCount(
      "migrant", "农民工", Wording("新入会的农民工人数", en: "migrant workers among those who joined"))
    static let temporary = Key.roughCount(
      "temporary", "临时", Wording("新入会的临时聘用人数", en: "temporary staff among those who joined"))
    static let groups = Key.roughCount("groups", "工会小组", en: "Union groups", Wording("工会小组数", en: "union groups"))
    static let transferredIn = Key.roughCount(
      "transferred_in", "调入", Wording("从别的工会转来的人数", en: "who came from another union"))
    static let transferredOut = Key.roughCount(
      "transferred_out", "调出", Wording("转到别的工会的人数", en: "who went to another union"))
    static let retirees = Key.roughCount(
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
    static let count = Key.roughCount("count", "人数", en: "People", Wording("多少人", en: "how many"), .required)
  }

  package init?(reading fields: inout FieldReader) {
    let period = fields.read(Keys.period)
    opening = fields.read(Keys.opening)
    joined = fields.read(Keys.joined)
    retired = fields.read(Keys.retired)
    left = fields.read(Keys.left)
    closing = fields.read(Keys.closing)
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
      return month.map { Birthdays(month: $0, count: count) }
    }
    allRegistered = fields.read(Keys.allRegistered)
    parts = Part.read(&fields)
    guard let period else { return nil }
    self.period = period
  }

  /// Whether it is a starting file that nobody has filled in yet: zeros, which count for nothing.
  var isBlank: Bool {
    [opening, joined, closing].allSatisfy { $0?.value.number == 0 }
      && [retired, left, women, migrant, temporary, groups, transferredIn, transferredOut, retirees].allSatisfy {
        ($0?.value.number ?? 0) == 0
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
    guard transferredIn != nil || transferredOut != nil, let closing = closing?.exact, let among = balance(.among),
      let beside = balance(.beside)
    else { return .among }
    return among != closing.value && beside == closing.value ? .beside : .among
  }

  /// How many members there are at the end by what came and went; nil where that is not known exactly.
  package func balance(_ transfers: Transfers) -> Int? {
    let flows = [opening, joined, retired, left, transferredIn, transferredOut]
    guard opening != nil, joined != nil, flows.allSatisfy({ $0?.value.isExact ?? true }) else { return nil }
    func number(_ count: Located<Count>?) -> Int { count?.value.number ?? 0 }
    // Counts are at most a thousand million, so it is always a number.
    let own = number(opening) + number(joined) - number(retired) - number(left)
    return transfers == .among ? own : own + number(transferredIn) - number(transferredOut)
  }

  package func label(_ library: Library) -> String { library.words(period.value.wording) }
}
