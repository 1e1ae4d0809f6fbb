extension Mistake {
  /// Persons in the summaries of the ledger.
  static let ledgerPersons: [Mistake] = [
    Mistake(
      "summaries of visits and benefits that name a person",
      [
        "finance/2024/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金,关联记录
        2024-01-05,付-1,50405 送温暖支出,1️⃣慰问张秀英同志,,100.00,现金,
        2024-01-06,付-2,50105 会员活动支出,2️⃣看望欧阳海燕,,100.00,现金,
        2024-01-07,付-3,50305 其他服务支出,3️⃣王桂兰女士参保,,80.00,现金,benefits/参保
        """,
        "finance/2024/book.yaml": "opening: {cash: 1000, bank: 0}\n",
        "benefits/参保.md": "---\ntitle: 互助保障\ndate: 2024-01-07\nkind: 互助保障\namount: 80\nvouchers: [付-3]\n---\n",
      ],
      [
        Expected(
          "1️⃣", "ledger-person", "摘要里的“慰问张秀英”像是写出了姓名",
          en: "“慰问张秀英” in the summary reads as somebody's name"),
        Expected(
          "2️⃣", "ledger-person", "摘要里的“看望欧阳海燕”像是写出了姓名",
          en: "“看望欧阳海燕” in the summary reads as somebody's name"),
        Expected(
          "3️⃣", "ledger-person", "摘要里的“王桂兰女士”像是写出了姓名",
          en: "“王桂兰女士” in the summary reads as somebody's name"),
      ]),
    Mistake(
      "summaries that count people, and a name where the account is no visit's",
      [
        "finance/2024/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金
        2024-01-05,付-1,50405 送温暖支出,慰问住院职工3人,,100.00,现金
        2024-01-06,付-2,50101 职工教育支出,张德明老师讲课费,,100.00,现金
        """,
        "finance/2024/book.yaml": "opening: {cash: 1000, bank: 0}\n",
      ], []),
  ]
}
