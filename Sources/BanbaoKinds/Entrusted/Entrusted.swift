package import BanbaoDiagnostics
import BanbaoSite
package import BanbaoSource
import BanbaoUnion

/// 代管款项: money that the union keeps for others under a written agreement. It is never the union's own.
package struct Entrusted: SheetKind {
  package var agreement: Located<String>
  package var opening: Located<Money>?
  package var received: Located<Money>?
  package var paid: Located<Money>?
  /// What is still kept; nil where the record says 待补.
  package var closing: Located<Money>?
  /// For how many months it was kept.
  package var months: Located<Int>?

  package static let folder = "entrusted"
  package static let name = Wording("代管款项", en: "Entrusted money")
  package static let section = Wording("代管款项", en: "Entrusted money")
  package static let dateMayBeSpan = true

  enum Keys {
    static let agreement = Key.text(
      "agreement", "协议", Wording("书面协议：哪天签的、编号，不写姓名", en: "the written agreement: its day and number, without names"),
      .required
    ).called("代管协议", "委托协议", "依据")
    static let opening = Key.money(
      "opening", "期初", en: "Kept before", Wording("这段时间以前代管多少元", en: "in yuan, what was kept before"))
    static let received = Key.money("received", "代收", Wording("收到多少元", en: "in yuan, what came in")).called("收到", "收入")
    static let paid = Key.money(
      "paid", "代付", en: "Paid out", Wording("付出或交还多少元", en: "in yuan, what was paid out or given back")
    ).called(
      "付出", "支出", "交还")
    static let closing = Key.moneyOrPending(
      "closing", "余额", en: "Kept", Wording("还代管多少元；还不知道就写 待补", en: "in yuan, what is still kept, or 待补"), .required
    ).called("期末", "结余")
    static let months = Key.count("months", "月数", Wording("代管了几个月", en: "for how many months"))
  }

  package init?(reading fields: inout FieldReader) {
    let agreement = fields.read(Keys.agreement)
    opening = fields.read(Keys.opening)
    received = fields.read(Keys.received)
    paid = fields.read(Keys.paid)
    let closing = fields.read(Keys.closing)
    months = fields.read(Keys.months)
    Self.reportNameKeys(&fields)
    guard let agreement, let closing else { return nil }
    self.agreement = agreement
    self.closing = closing.value.map { Located($0, closing.mark) }
  }

  /// What should still be kept by what came in and went out; nil where no amount holds it.
  package var balance: Money? {
    let zero = Money(fen: 0)
    let (sum, overflows) = (opening?.value ?? zero).fen.addingReportingOverflow((received?.value ?? zero).fen)
    let (left, overflowsToo) = sum.subtractingReportingOverflow((paid?.value ?? zero).fen)
    return overflows || overflowsToo ? nil : Money(fen: left)
  }
}
