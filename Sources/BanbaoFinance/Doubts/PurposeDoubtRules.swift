package import BanbaoDiagnostics

/// The rules of what money was for.
package enum PurposeDoubtRules {
  package static let dues = Rule(
    "dues-month-missing", .warning,
    Wording(
      "会员按月交会费（《工会法》第四十三条）：月月有会费的账本，中间缺一个月的提醒；下个月补上的不算。",
      en: "Members pay dues each month: a month without, among months that have them and not made up for, is told of."),
    wrong: """
      2026-01-15,收-1,401 会费收入,1月会费,600.00,,银行
      2026-02-13,收-2,401 会费收入,2月会费,600.00,,银行
      2026-04-15,收-3,401 会费收入,4月会费,600.00,,银行
      2026-05-15,收-4,401 会费收入,5月会费,600.00,,银行
      2026-06-15,收-5,401 会费收入,6月会费,600.00,,银行
      """,
    right: """
      2026-01-15,收-1,401 会费收入,1月会费,600.00,,银行
      2026-02-13,收-2,401 会费收入,2月会费,600.00,,银行
      2026-04-15,收-3,401 会费收入,3月和4月会费,1200.00,,银行
      2026-05-15,收-4,401 会费收入,5月会费,600.00,,银行
      2026-06-15,收-5,401 会费收入,6月会费,600.00,,银行
      """)
  package static let overspent = Rule(
    "restricted-overspent", .warning,
    Wording(
      "专款专用（财会〔2021〕7号第二十二条）：来自上级、行政、合作单位的钱，和有明细的专项，用的不超过收到的和结转下来的。",
      en:
        "Money for a purpose is kept apart: of what came from the upper union, the employer or partners, and for a project, no more is spent than came or was left."
    ),
    wrong: """
      2026-01-20,收-1,40302 专项转移支付补助,送温暖补助,9000.00,,银行,上级,1
      2026-02-10,付-1,50405 送温暖支出,节前走访,,20000.00,银行,上级,1
      """,
    right: """
      2026-01-20,收-1,40302 专项转移支付补助,送温暖补助,9000.00,,银行,上级,1
      2026-02-10,付-1,50405 送温暖支出,节前走访,,9000.00,银行,上级,1
      2026-02-10,付-2,50405 送温暖支出,节前走访,,11000.00,银行,工会经费,1
      """)
  package static let purpose = Rule(
    "restricted-purpose", .warning,
    Wording(
      "上级的专项补助用在它的项目上（财会〔2021〕7号第二十二条），项目看收到时的摘要。",
      en: "A subsidy of the upper union is spent on what it was given for, by the summary of what came."),
    wrong: """
      2026-01-20,收-1,40302 专项转移支付补助,送温暖补助,9000.00,,银行,上级,1
      2026-04-10,付-1,50105 会员活动支出,春游车费,,3000.00,银行,上级,1
      """,
    right: """
      2026-01-20,收-1,40302 专项转移支付补助,送温暖补助,9000.00,,银行,上级,1
      2026-04-10,付-1,50105 会员活动支出,春游车费,,3000.00,银行,工会经费,1
      """)
  package static let duesSpent = Rule(
    "dues-equipment", .warning,
    Wording(
      "会费用于会员活动，不用来购置设备（《基层工会经费收支管理办法》）。", en: "Dues are for members' activities, not for equipment."),
    wrong: "2026-03-08,付-1,50702 办公设备购置,购打印机,,2600.00,银行,会费,1",
    right: "2026-03-08,付-1,50702 办公设备购置,购打印机,,2600.00,银行,工会经费,1")
  package static let forbidden = Rule(
    "ledger-forbidden", .warning,
    Wording(
      "工会经费不用来发购物卡、请客送礼、旅游、高消费娱乐，不发津贴和奖金，也不付罚款；体检和退休人员的福利由行政承担（总工办发〔2017〕32号）。只记在账本里的也一样。",
      en:
        "Union money is not for shopping cards, entertaining, tourism, costly entertainment, allowances, bonuses and fines; the employer pays for examinations and for the retired. So it is with what stands in the ledger alone."
    ),
    wrong: "2026-03-08,付-1,50105 会员活动支出,购物卡300张,,6000.00,银行,工会经费,1",
    right: "2026-03-08,付-1,50105 会员活动支出,大米300袋,,6000.00,银行,工会经费,1")
  package static let all = [dues, overspent, purpose, duesSpent, forbidden]
}

/// The rules of what is doubtful in a budget.
package enum BudgetDoubtRules {
  package static let missing = Rule(
    "budget-missing", .warning,
    Wording(
      "工会有预算（《工会法》第四十五条）：一年记了二十几张凭证、收支已经公开的账，book.yaml 里要有预算。",
      en: "A union has a budget: where two dozen vouchers are booked and a sheet was published, book.yaml has one."),
    wrong: "budget: []",
    right: "budget: [{account: 501 职工活动支出, amount: 3000}]")
  package static let deficit = Rule(
    "budget-deficit", .warning,
    Wording(
      "预算量入为出：支出合计不超过收入合计加年初结余（《工会预算管理办法》）。",
      en: "A budget spends no more than its income and what the year opens with."),
    wrong: "budget: [{account: 401 会费收入, amount: 100}, {account: 501 职工活动支出, amount: 9000000}]",
    right: "budget: [{account: 401 会费收入, amount: 2000}, {account: 501 职工活动支出, amount: 1500}]")
  package static let copied = Rule(
    "budget-copied", .warning,
    Wording(
      "预算是年初通过的数，不是照着支出补写的：各个科目都和实际支出分文不差的提醒。",
      en: "A budget is as it was passed, not written after what was spent: one that equals it to the fen is told of."),
    wrong: """
      budget:
        - {account: 50102 文体活动支出, amount: 123.40}
        - {account: 50502 会议支出, amount: 56.70}
        - {account: 50504 其他业务支出, amount: 89.10}
      """,
    right: """
      budget:
        - {account: 50102 文体活动支出, amount: 500}
        - {account: 50502 会议支出, amount: 100}
        - {account: 50504 其他业务支出, amount: 100}
      """)
  package static let afterwards = Rule(
    "budget-afterwards", .warning,
    Wording(
      "预算先调整，后支出：调整的那一天以前，支出没有超过原来的数。",
      en: "A budget is changed before it is passed: until the day of the change no more was spent than it allowed."),
    wrong: """
      budget: [{account: 50102 文体活动支出, amount: 100}]
      budget_changes:
        - {date: 2026-09-01, decided_by: 会员代表大会, items: [{account: 50102 文体活动支出, amount: 2000}]}
      """,
    right: """
      budget: [{account: 50102 文体活动支出, amount: 100}]
      budget_changes:
        - {date: 2026-02-01, decided_by: 会员代表大会, items: [{account: 50102 文体活动支出, amount: 2000}]}
      """)
  package static let all = [missing, deficit, copied, afterwards]
}
