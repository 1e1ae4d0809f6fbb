extension Mistake {
  /// What records say of their cost, against the ledger.
  static let costs: [Mistake] = [
    Mistake(
      "a cost that is not what its vouchers say",
      [
        "finance/2024/book.yaml": """
        opening: {cash: 0.00, bank: 0.00}
        """,
        "finance/2024/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金,关联记录
        2024-03-08,付-1,文体活动支出,购绳,,120.00,现金,activities/a
        2024-03-09,付-2,文体活动支出,购绳,,30.00,现金,
        """,
        "activities/a.md": """
        ---
        title: 拔河比赛
        date: 2024-03-08
        kind: 文体
        cost: {amount: 1️⃣155.00, vouchers: [付-1, 付-2]}
        ---
        """,
      ],
      [
        Expected(
          "1️⃣", "cost-mismatch", "《拔河比赛》写 155.00，凭证合计 150.00，差 5.00",
          en: "“拔河比赛” says 155.00, its vouchers sum up to 150.00, a difference of 5.00")
      ]),
    Mistake(
      "a cost of another account and another source than its voucher",
      [
        "finance/2024/book.yaml": """
        opening: {cash: 0.00, bank: 0.00}
        """,
        "finance/2024/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金,经费来源,关联记录
        2024-03-08,付-1,50105 会员活动支出,购绳,,120.00,现金,工会经费,activities/a
        """,
        "activities/a.md": """
        ---
        title: 拔河比赛
        date: 2024-03-08
        kind: 文体
        cost: {amount: 120.00, account: 1️⃣50102 文体活动支出, source: 2️⃣会费, vouchers: [付-1]}
        ---
        """,
      ],
      [
        Expected(
          "1️⃣", "cost-account", "《拔河比赛》写科目“50102 文体活动支出”，账本里 付-1 记在 50105 会员活动支出",
          en: "“拔河比赛” says “50102 文体活动支出”, but 付-1 is booked on 50105 会员活动支出"),
        Expected(
          "2️⃣", "cost-source", "《拔河比赛》写经费来源“会费”，账本里 付-1 是“工会经费”",
          en: "“拔河比赛” is paid from “会费”, but in the ledger 付-1 is from “工会经费”"),
      ]),
    Mistake(
      "vouchers that are no vouchers, not in the ledger, named twice, or not listed",
      [
        "finance/2024/book.yaml": """
        opening: {cash: 0.00, bank: 0.00}
        """,
        "finance/2024/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金,关联记录
        2024-03-08,付-1,文体活动支出,购绳,,120.00,现金,
        2024-03-09,付-2,文体活动支出,购绳,,30.00,现金,4️⃣activities/d
        """,
        "activities/a.md": """
        ---
        title: 拔河比赛
        date: 2024-03-08
        kind: 文体
        cost: {amount: 120.00, vouchers: [1️⃣第一张]}
        ---
        """,
        "activities/b.md": """
        ---
        title: 跳绳比赛
        date: 2024-03-08
        kind: 文体
        cost: {amount: 120.00, vouchers: [2️⃣付-7]}
        ---
        """,
        "activities/c.md": """
        ---
        title: 踢毽子比赛
        date: 2024-03-08
        kind: 文体
        cost: {amount: 120.00, vouchers: [付-1, 3️⃣付-1]}
        ---
        """,
        "activities/d.md": """
        ---
        title: 投篮比赛
        date: 2024-03-08
        kind: 文体
        cost: {amount: 30.00, vouchers: [付-1]}
        ---
        """,
      ],
      [
        Expected("1️⃣", "voucher-form", "“第一张”不是凭证号", en: "“第一张” is no voucher number"),
        Expected("2️⃣", "voucher-unknown", "2024 年账本里没有凭证 付-7", en: "the ledger of 2024 has no voucher 付-7"),
        Expected("3️⃣", "voucher-unknown", "凭证 付-1 写了两遍", en: "the voucher 付-1 is named twice"),
        Expected(
          "4️⃣", "voucher-unlisted", "凭证 付-2 记在《投篮比赛》名下，那条记录没有列出这个凭证",
          en: "voucher 付-2 is booked on “投篮比赛”, which does not list it"),
      ]),
    Mistake(
      "entries that name no record, or an unpublished one",
      [
        "finance/2024/book.yaml": """
        opening: {cash: 0.00, bank: 0.00}
        """,
        "finance/2024/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金,关联记录
        2024-03-08,付-1,文体活动支出,购绳,,120.00,现金,1️⃣activities/春游
        2024-03-09,付-2,文体活动支出,购绳,,30.00,现金,2️⃣activities/b
        """,
        "activities/b.md": """
        ---
        title: 拔河比赛
        date: 2024-03-08
        draft: true
        kind: 文体
        cost: {amount: 30.00}
        ---
        """,
      ],
      [
        Expected("1️⃣", "reference-broken", "没有“activities/春游”这条记录", en: "there is no record “activities/春游”"),
        Expected(
          "2️⃣", "reference-unpublished", "“activities/b”没有发布（草稿）", en: "“activities/b” is not published (a draft)"),
      ]),
  ]
}
