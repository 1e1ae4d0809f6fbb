package import BanbaoDiagnostics

/// The rules of what is doubtful in the numbers and lines of vouchers.
package enum VoucherDoubtRules {
  package static let order = Rule(
    "voucher-order", .warning,
    Wording(
      "凭证按日期先后编号，号大的不早于号小的（《会计基础工作规范》第五十一条）。",
      en: "Vouchers are numbered in the order of their days: a higher number is of no earlier day."),
    wrong: """
      2026-03-08,付-1,50102 文体活动支出,购跳绳,,120.00,现金
      2026-01-15,付-2,50102 文体活动支出,购毽子,,80.00,现金
      """,
    right: """
      2026-01-15,付-1,50102 文体活动支出,购毽子,,80.00,现金
      2026-03-08,付-2,50102 文体活动支出,购跳绳,,120.00,现金
      """)
  package static let repeated = Rule(
    "entry-repeated", .warning,
    Wording(
      "一笔业务记一次：同一天、同一科目、同一金额、同一摘要的两行像是记重了。发给个人的慰问金、补助不算。",
      en:
        "What happened once is booked once: two lines of one day, account, amount and summary look like one. Equal payments to persons are left alone."
    ),
    wrong: """
      2026-03-08,付-1,50102 文体活动支出,购跳绳,,120.00,现金
      2026-03-08,付-2,50102 文体活动支出,购跳绳,,120.00,现金
      """,
    right: """
      2026-03-08,付-1,50102 文体活动支出,购跳绳（一车间）,,120.00,现金
      2026-03-08,付-2,50102 文体活动支出,购跳绳（二车间）,,120.00,现金
      """)
  package static let invoice = Rule(
    "invoice-repeated", .warning,
    Wording(
      "一张发票只报销一次：摘要里“发票”后面的号码和“发票号”列，不在两张凭证里出现。",
      en:
        "An invoice is paid once: its number, behind 发票 in summaries or in the column 发票号, stands in one voucher only."),
    wrong: """
      2026-03-08,付-1,50102 文体活动支出,购跳绳（发票25441870）,,120.00,现金
      2026-04-10,付-2,50102 文体活动支出,购球（发票25441870）,,120.00,现金
      """,
    right: """
      2026-03-08,付-1,50102 文体活动支出,购跳绳（发票25441870）,,120.00,现金
      2026-04-10,付-2,50102 文体活动支出,购球（发票25442913）,,120.00,现金
      """)
  package static let reversal = Rule(
    "reversal-mismatch", .warning,
    Wording(
      "冲销是把记错的凭证反过来：科目和它一样，金额不比它多（《会计基础工作规范》第五十一条）。",
      en: "A reversal takes a voucher back: it has the account of what it names, and no more than its amount."),
    wrong: """
      2026-03-08,付-1,50102 文体活动支出,购跳绳,,120.00,现金
      2026-03-15,付-2,50102 文体活动支出,冲销3月8日付-1号凭证,,-999.00,现金
      """,
    right: """
      2026-03-08,付-1,50102 文体活动支出,购跳绳,,120.00,现金
      2026-03-15,付-2,50102 文体活动支出,冲销3月8日付-1号凭证,,-120.00,现金
      """)
  package static let all = [order, repeated, invoice, reversal]
}

/// The rules of what is doubtful in payments.
package enum PaymentDoubtRules {
  package static let cash = Rule(
    "cash-large", .warning,
    Wording(
      "超过结算起点（1,000 元）的，付给单位的用转账，现金只付给个人的慰问、补助、奖金、劳务（《现金管理暂行条例》第五条）。多用现金的工会，超过五倍才提醒；limits.yaml 的“现金支付”可以另定。",
      en:
        "Above 1,000 yuan firms are paid by transfer; cash is for what persons get. A union that pays most in cash is told of what is five times as much; limits.yaml may say another limit as 现金支付."
    ),
    wrong: "2026-03-08,付-1,50102 文体活动支出,购音响设备,,6800.00,现金",
    right: "2026-03-08,付-1,50102 文体活动支出,购音响设备,,6800.00,银行")
  package static let split = Rule(
    "purchase-split", .warning,
    Wording(
      "一次采购不拆成几笔来避开限额。limits.yaml 的“一次采购”写明限额；没有写的，同一天同一科目有三笔以上都刚好不到一个整数，也提醒。",
      en:
        "A purchase is not split to stay below a limit, which limits.yaml may give as 一次采购; without it, three payments of a day and account that are all just below a round amount are told of."
    ),
    wrong: """
      2026-03-08,付-1,50102 文体活动支出,购球衣甲,,4990.00,银行
      2026-03-08,付-2,50102 文体活动支出,购球衣乙,,4990.00,银行
      2026-03-08,付-3,50102 文体活动支出,购球衣丙,,4990.00,银行
      """,
    right: "2026-03-08,付-1,50102 文体活动支出,购球衣,,14970.00,银行")
  package static let document = Rule(
    "document-missing", .warning,
    Wording(
      "支出的凭证附有原始单据，更正和结账的除外（《会计基础工作规范》第五十一条）。附单据数这一列没有用起来的账本不提醒。",
      en:
        "What is spent has a document, but for corrections and closings. A ledger that does not use the column of documents is left alone."
    ),
    wrong: """
      2026-03-08,付-1,50102 文体活动支出,购跳绳,,120.00,现金,工会经费,1
      2026-03-09,付-2,50102 文体活动支出,购毽子,,80.00,现金,工会经费,2
      2026-03-10,付-3,50102 文体活动支出,购球衣,,900.00,现金,工会经费,0
      """,
    right: """
      2026-03-08,付-1,50102 文体活动支出,购跳绳,,120.00,现金,工会经费,1
      2026-03-09,付-2,50102 文体活动支出,购毽子,,80.00,现金,工会经费,2
      2026-03-10,付-3,50102 文体活动支出,购球衣,,900.00,现金,工会经费,1
      """)
  package static let zero = Rule(
    "zero-amount", .warning,
    Wording("金额是 0 的凭证是作废的，摘要写“作废”。", en: "A voucher with an amount of 0 is void, and its summary says 作废."),
    wrong: "2026-03-08,付-1,50102 文体活动支出,购跳绳,,0.00,现金",
    right: "2026-03-08,付-1,50102 文体活动支出,作废,,0.00,现金")
  package static let all = [cash, split, document, zero]
}

/// The rules of what is doubtful in claims, debts and things.
package enum DebtDoubtRules {
  package static let late = Rule(
    "upper-dues-late", .warning,
    Wording(
      "应上缴上级的经费及时上缴（《工会会计制度》211 应付上级经费）；收到三个月以后还没有付的提醒。",
      en: "What is to be passed up is passed up in time; what lies for more than a quarter is told of."),
    wrong: """
      2026-01-20,收-1,211 应付上级经费,四季度应上缴部分,12000.00,,银行
      2026-06-20,付-1,50102 文体活动支出,购跳绳,,120.00,现金
      """,
    right: """
      2026-01-20,收-1,211 应付上级经费,四季度应上缴部分,12000.00,,银行
      2026-02-10,付-1,211 应付上级经费,上缴四季度,,12000.00,银行
      2026-06-20,付-2,50102 文体活动支出,购跳绳,,120.00,现金
      """)
  package static let share = Rule(
    "upper-dues-share", .warning,
    Wording(
      "拨缴经费里应上缴的按比例记 211 应付上级经费，402 只记留成。比例各地不同：limits.yaml 的“上缴比例”写明；没有写的，和账本里平时的比例比。",
      en:
        "Of what the employer pays a share is passed up, and only the rest is income. The share differs by province: limits.yaml may give it as 上缴比例; else it is held against what the ledger usually has."
    ),
    wrong: """
      2026-01-20,收-1,402 拨缴经费收入,四季度经费,30000.00,,银行

      limits.yaml:
      limits:
        - {rule: 上缴比例, from: 2025-01-01, amount: 40, unit: 百分比}
      """,
    right: """
      2026-01-20,收-1,402 拨缴经费收入,四季度经费留成,18000.00,,银行
      2026-01-20,收-1,211 应付上级经费,四季度经费应上缴,12000.00,,银行

      limits.yaml:
      limits:
        - {rule: 上缴比例, from: 2025-01-01, amount: 40, unit: 百分比}
      """)
  package static let advance = Rule(
    "advance-open", .warning,
    Wording(
      "借出的款及时收回或报销（《工会会计制度》135 其他应收款）；三个月以上没有结清的提醒，定额备用金和押金除外。",
      en:
        "Advances are returned or accounted for in time; those open for more than a quarter are told of, but for standing ones and deposits."
    ),
    wrong: """
      2026-01-20,付-1,135 其他应收款,借支运动会用款,,3000.00,银行
      2026-06-20,付-2,50102 文体活动支出,购跳绳,,120.00,现金
      """,
    right: """
      2026-01-20,付-1,135 其他应收款,借支运动会用款,,3000.00,银行
      2026-02-10,收-1,135 其他应收款,收回运动会借款,3000.00,,银行
      2026-06-20,付-2,50102 文体活动支出,购跳绳,,120.00,现金
      """)
  package static let thing = Rule(
    "thing-without-fund", .warning,
    Wording(
      "买库存物品、固定资产，付的钱是支出；东西另记借方 141、162，贷方 301 资产基金（财会〔2021〕7号第五十一条）。",
      en: "What is paid for stores and equipment is an expense; the thing is booked beside it, answered for by 301."),
    wrong: "2026-03-08,付-1,162 固定资产,购打印机,,2600.00,银行",
    right: "2026-03-08,付-1,50702 办公设备购置,购打印机,,2600.00,银行")
  package static let entrusted = Rule(
    "entrusted-overdrawn", .warning,
    Wording(
      "代管经费是别人的钱，收到多少付多少，哪一天都不透支（《工会会计制度》221 代管经费）。",
      en: "Money held for others is theirs: on no day has more been paid than was received."),
    wrong: """
      2026-03-08,收-1,221 代管经费,社团活动费,500.00,,银行
      2026-03-10,付-1,221 代管经费,付社团活动费,,800.00,银行
      2026-05-08,收-2,221 代管经费,社团活动费,400.00,,银行
      """,
    right: """
      2026-03-08,收-1,221 代管经费,社团活动费,500.00,,银行
      2026-03-10,付-1,221 代管经费,付社团活动费,,500.00,银行
      2026-05-08,收-2,221 代管经费,社团活动费,400.00,,银行
      """)
  package static let all = [late, share, advance, thing, entrusted]
}
