package import BanbaoDiagnostics
import BanbaoSite
package import BanbaoSource
import BanbaoUnion

/// 爱心捐助: what members gave for others, and where it went. It is their money, never the union's income or expense.
package struct Donation: SheetKind {
  package var cause: Located<String>
  package var donors: Located<Count>?
  /// Nil where the record says 待补.
  package var raised: Located<Rough<Money>>?
  /// Nil where nothing is handed over yet, or nobody knows how much.
  package var given: Located<Rough<Money>>?
  package var recipient: Located<String>?
  package var receipt: Located<String>?

  package static let folder = "donations"
  package static let name = Wording("爱心捐助", en: "Donation")
  package static let section = Wording("爱心捐助", en: "Donations")
  package static let dateMayBeSpan = true

  enum Keys {
    static let cause = Key.text("for", "事由", en: "For", Wording("为什么事募捐", en: "what it was raised for"), .required)
      .called(
        "捐助事由", "捐款事由", "原因", "用途", "项目")
    static let donors = Key.roughCount("donors", "捐款人数", Wording("多少人捐款", en: "how many gave")).called(
      "人数", "捐助人数", "参加人数", "people")
    static let raised = Key.roughMoney(
      "raised", "募集金额", Wording("一共募集多少元；还不知道就写 待补", en: "in yuan, or 待补"), .required
    ).called("捐款金额", "募捐金额", "金额", "amount")
    static let given = Key.roughMoney(
      "given", "捐出金额", en: "Handed over", Wording("已经交出去多少元", en: "in yuan, what was handed over")
    ).called("转交金额", "拨付金额")
    static let recipient = Key.text(
      "given_to", "接收单位", en: "Handed over to", Wording("交给了哪个单位", en: "the body that received it")
    ).called("受赠单位", "接受单位", "捐往")
    static let receipt = Key.text("receipt", "收据", Wording("收据号码，或收据在哪里", en: "the receipt's number, or where it is"))
      .called(
        "收据号", "票据", "票据号")
  }

  package init?(reading fields: inout FieldReader) {
    let cause = fields.read(Keys.cause)
    donors = fields.read(Keys.donors)
    raised = fields.read(Keys.raised)
    given = fields.read(Keys.given)
    recipient = fields.read(Keys.recipient)
    receipt = fields.read(Keys.receipt)
    Self.reportNameKeys(&fields)
    guard let cause else { return nil }
    self.cause = cause
  }

  /// What was raised and is not handed over; nil where either is not known exactly.
  package var left: Money? {
    guard let raised = raised?.exact, let given = given?.exact else { return nil }
    let (fen, overflows) = raised.value.fen.subtractingReportingOverflow(given.value.fen)
    return overflows ? nil : Money(fen: fen)
  }
}
