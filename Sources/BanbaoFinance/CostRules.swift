package import BanbaoDiagnostics

/// The rules between records and the ledger.
package enum CostRules {
  package static let mismatch = Rule(
    "cost-mismatch", .error,
    Wording(
      "记录写的金额等于它的凭证在账本里的合计（账证相符）。", en: "What a record says it cost equals the sum of its vouchers in the ledger."),
    wrong: "cost: {amount: 6840, vouchers: [付-1]}  # 账本里付-1 是 6,800.00",
    right: "cost: {amount: 6800, vouchers: [付-1]}")
  package static let account = Rule(
    "cost-account", .error,
    Wording("记录写的科目就是它的凭证在账本里的科目。", en: "The account of a record is that of its vouchers in the ledger."),
    wrong: "cost: {amount: 6800, account: 50102 文体活动支出, vouchers: [付-1]}  # 账本里付-1 是 50105 会员活动支出",
    right: "cost: {amount: 6800, account: 50105 会员活动支出, vouchers: [付-1]}")
  package static let source = Rule(
    "cost-source", .error,
    Wording("记录写的经费来源就是它的凭证在账本里的来源。", en: "The source of a record's money is that of its vouchers in the ledger."),
    wrong: "cost: {amount: 6800, source: 会费, vouchers: [付-1]}  # 账本里付-1 是 工会经费",
    right: "cost: {amount: 6800, source: 工会经费, vouchers: [付-1]}")
  package static let voucher = Rule(
    "voucher-unknown", .error,
    Wording("记录里的凭证号在当年的账本里找得到，一个写一遍。", en: "The vouchers of a record are in the ledger of its year, each named once."),
    wrong: "cost: {amount: 6800, vouchers: [付-10]}  # 账本里有付-1",
    right: "cost: {amount: 6800, vouchers: [付-1]}")
  package static let unlisted = Rule(
    "voucher-unlisted", .error,
    Wording("账本里记在一条记录名下的凭证，那条记录也要列出。", en: "A voucher that the ledger books on a record is listed by that record."),
    wrong: "cost: {amount: 6800, vouchers: [付-1]}  # 账本里付-2 也记在这条记录名下",
    right: "cost: {amount: 7100, vouchers: [付-1, 付-2]}")
  package static let unbooked = Rule(
    "cost-unbooked", .warning, followsCalendar: true,
    Wording(
      "用会费、工会经费付的，账本里有它的凭证，记录写上凭证号。账本还没有记到的月份不提醒。",
      en:
        "What dues or union funds paid for has a voucher in the ledger, and the record names it. Months that are not yet booked are left alone."
    ),
    wrong: "cost: {amount: 6800, source: 工会经费}  # 账本里付-1 是这笔支出",
    right: "cost: {amount: 6800, source: 工会经费, vouchers: [付-1]}")
  package static let shared = Rule(
    "voucher-shared", .warning,
    Wording(
      "一张凭证可以写在几条记录里，几条记录加起来不超过它的金额。",
      en: "Several records may name one voucher, and together cost no more than it comes to."),
    wrong: """
      activities/2026/甲.md:
      cost: {amount: 6800, vouchers: [付-1]}

      activities/2026/乙.md:
      cost: {amount: 6800, vouchers: [付-1]}
      """,
    right: """
      activities/2026/甲.md:
      cost: {amount: 6800, vouchers: [付-1]}

      activities/2026/乙.md:
      cost: {amount: 300, vouchers: [付-2]}
      """)
  package static let all = [shared, mismatch, account, source, voucher, unlisted, unbooked]
}
