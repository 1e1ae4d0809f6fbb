package import BanbaoDiagnostics
import BanbaoSite
package import BanbaoSource
import BanbaoUnion

/// 代管款项: money that the union keeps for others under a written agreement. It is never the union's own.
package struct Entrusted: SheetKind {
  package var agreement: Located<String>
  package var opening: Located<Rough<Money>>?
  package var received: Located<Rough<Money>>?
  package var paid: Located<Rough<Money>>?
  /// What is still kept; nil where the record says 待补.
  package var closing: Located<Rough<Money>>?
  /// What is paid out each month by the agreement.
  package var monthly: Located<Rough<Money>>?
  /// For how many months it was kept.
  package var months: Located<Count>?

  package static let folder = "entrusted"
  package static let name = Wording("代管款项", en: "Entrusted money")
  package static let section = Wording("代管款项", en: "Entrusted money")
  package static let dateMayBeSpan = true

  enum Keys {
    static let agreement = Key.text(
      "agreement", "协议", Wording("书面协议：哪天签的、编号，不写姓名", en: "the written agreement: its day and number, without names"),
      .required
    ).called("代管协议", "委托协议", "依据")
    static let opening = Key.roughMoney(
      "opening", "期初", en: "Kept before", Wording("这段时间以前代管多少元", en: "in yuan, what was kept before"))
    static let received = Key.roughMoney("received", "代收", Wording("收到多少元", en: "in yuan, what came in")).called(
      "收到", "收入")
    static let paid = Key.roughMoney(
      "paid", "代付", en: "Paid out", Wording("付出或交还多少元", en: "in yuan, what was paid out or given back")
    ).called(
      "付出", "支出", "支付", "交还")
    static let closing = Key.roughMoney(
      "closing", "余额", en: "Kept", Wording("还代管多少元；还不知道就写 待补", en: "in yuan, what is still kept, or 待补"), .required
    ).called("期末", "结余")
    static let monthly = Key.roughMoney(
      "monthly", "每月代付", en: "Paid monthly",
      Wording("按协议每月付多少元", en: "in yuan, what is paid each month by the agreement")
    ).called("每月", "月付")
    static let months = Key.roughCount("months", "月数", Wording("代管了几个月", en: "for how many months"))
  }

  package init?(reading fields: inout FieldReader) {
    let agreement = fields.read(Keys.agreement)
    opening = fields.read(Keys.opening)
    received = fields.read(Keys.received)
    paid = fields.read(Keys.paid)
    closing = fields.read(Keys.closing)
    monthly = fields.read(Keys.monthly)
    months = fields.read(Keys.months)
    Self.reportNameKeys(&fields)
    guard let agreement else { return nil }
    self.agreement = agreement
  }

  /// The newest record of each agreement, which tells what is still kept under it. Agreements signed on one day are told
  /// apart by their days: only a record that begins behind another's end follows it.
  static func newest(_ entries: [Entry<Entrusted>]) -> [Entry<Entrusted>] {
    grouped(entries) { $0.record.agreement.value }.flatMap { _, members in
      let last = members.map(\.date.first).max()
      return members.filter { entry in last.map { $0 <= entry.date.last } ?? true }
    }
  }

  /// What should still be kept by what came in and went out; nil where one of them is known roughly, or no amount holds it.
  package var balance: Money? {
    guard [opening, received, paid].allSatisfy({ $0?.value.isExact ?? true }) else { return nil }
    func fen(_ amount: Located<Rough<Money>>?) -> Int64 { amount?.value.number.fen ?? 0 }
    let (sum, overflows) = fen(opening).addingReportingOverflow(fen(received))
    let (left, overflowsToo) = sum.subtractingReportingOverflow(fen(paid))
    return overflows || overflowsToo ? nil : Money(fen: left)
  }
}
