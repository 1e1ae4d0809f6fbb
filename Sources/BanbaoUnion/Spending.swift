import BanbaoDiagnostics
package import BanbaoSource

/// What something cost, and where that stands in the books: the same four keys in every kind that spends.
package struct Spending: Sendable {
  /// Nil where the record says 待补, or says nothing.
  package var amount: Located<Money>?
  /// How exactly the amount is known.
  package var precision = Precision.exact
  /// Whether the record says 待补: there is an amount, and nobody knows it yet.
  package var isPending: Bool
  /// Name, or number and name, of the account (DomainNotes 1.2): `50102 文体活动支出`.
  package var account: Located<String>?
  /// 会费, 工会经费, 行政, 上级, 个人 or 合作, one or several.
  package var source: Located<String>?
  package var vouchers: [Located<String>]

  /// The keys of what spends.
  package enum Keys {
    package static let amount = Key.roughMoney(
      "amount", "金额", Wording("多少元，可以写 800余元；还不知道就写 待补", en: "in yuan, also as 800余元, or 待补")
    )
    .called("总金额", "合计", "费用", "经费", "金额（元）", "慰问金额", "money", "total")
    package static let account = Key.text("account", "科目", Wording("如 50102 文体活动支出", en: "the account")).called(
      "会计科目", "支出科目", "记账科目")
    package static let source = Key.text("source", "来源", Wording("会费、工会经费、行政、上级、个人、合作", en: "the source of the money"))
      .called("经费来源", "资金来源")
    package static let vouchers = Key.texts(
      "vouchers", "凭证号", allowsText: true, Wording("如 [付-12]", en: "such as [付-12]")
    ).called("凭证", "凭证编号", "凭证号码", "voucher")
  }

  /// Reads the keys from the record itself, or from its `cost`.
  ///
  /// - Parameter isRequired: whether a record without an amount is at fault; 待补 then stands for one nobody knows.
  package static func read(_ fields: inout FieldReader, isRequired: Bool) -> Spending? {
    let amount = fields.read(isRequired ? Keys.amount.required : Keys.amount)
    let account = fields.read(Keys.account)
    let source = fields.read(Keys.source)
    let vouchers = fields.read(Keys.vouchers)
    guard amount != nil || fields.isPending(Keys.amount) || !isRequired else { return nil }
    return Spending(
      amount: amount.map { Located($0.value.number, $0.mark) }, precision: amount?.value.precision ?? .exact,
      isPending: fields.isPending(Keys.amount), account: account, source: source, vouchers: vouchers)
  }

  /// The amount as the record gives it, roughly or to the fen.
  package var figure: Rough<Money>? { amount.map { Rough($0.value, precision) } }

  /// Whether a sum of vouchers may be what the record means by its amount.
  package func agrees(with sum: Money) -> Bool {
    guard let amount else { return true }
    // Nobody rounds by more than half of a figure.
    let (more, overflows) = sum.fen.subtractingReportingOverflow(amount.value.fen)
    let isNear = !overflows && more.magnitude <= amount.value.fen.magnitude / 2
    return switch precision {
    case .exact: sum == amount.value
    case .over: isNear && more >= 0
    case .nearly: isNear && more <= 0
    case .about: isNear
    }
  }

  /// Whether dues or the union's own funds pay for it.
  package var isUnionMoney: Bool {
    source.map { $0.value.contains("会费") || $0.value.contains("工会经费") } ?? false
  }
}

extension Spending {
  /// Whether none but partners and persons pay for it.
  package var isPaidByOthers: Bool {
    guard let source = source?.value else { return false }
    return ["合作", "个人"].contains { source.contains($0) }
      && !["会费", "工会经费", "行政", "上级"].contains { source.contains($0) }
  }
}

/// 标准: a rate by which money is given, 300 yuan to each, and to how many, where the record says.
package struct Rate: Sendable {
  package var item: String
  /// What each gets.
  package var amount: Located<Money>
  /// What the amount is for, such as 人 or 篇.
  package var unit: String
  /// How many got it; nil where the record does not say.
  package var count: Located<Count>?

  enum Keys {
    static let item = Key.text("item", "项目", Wording("给什么", en: "what for"))
    static let count = Key.roughCount("count", "数量", Wording("给了多少份", en: "to how many")).called("份数", "篇数", "个数")
    static let rate = Key.money("rate", "标准", Wording("每份多少元", en: "in yuan for each"))
    static let amount = Key.money("amount", "金额", Wording("与“标准”相同，写一个就行", en: "the same as rate: write one of them"))
    static let unit = Key.text("unit", "单位", Wording("每人写 人，每篇写 篇", en: "each what, such as 人"))
  }

  /// Reads the keys of one rate; nil where its amount is absent or wrong.
  ///
  /// - Parameter unit: what a rate is for that does not say.
  package static func read(_ fields: inout FieldReader, unit usual: String = "人") -> Rate? {
    let item = fields.read(Keys.item)
    let count = fields.read(Keys.count)
    let amount = fields.read(Keys.rate, or: Keys.amount)
    let unit = fields.read(Keys.unit)
    return amount.map { Rate(item: item?.value ?? "", amount: $0, unit: unit?.value ?? usual, count: count) }
  }

  /// What all of them got together; nil where nobody says exactly how many, or no amount holds it.
  package var total: Money? {
    guard let count = count?.exact else { return nil }
    let (fen, overflows) = amount.value.fen.multipliedReportingOverflow(by: Int64(count.value))
    return overflows ? nil : Money(fen: fen)
  }
}
