extension Mistake {
  /// Books of account, and what records say of their cost.
  static let finance = ledgers + financeBooks + financeYears + costs

  private static let financeBooks: [Mistake] = [
    Mistake(
      "a ledger without its book",
      [
        "finance/2024/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金
        """
      ],
      [
        Expected(
          "content/finance/2024/ledger.csv", "book-missing", "2024 年有账本，没有 book.yaml",
          en: "there is a ledger of 2024 and no book.yaml")
      ]),
    Mistake(
      "an opening that cannot be read",
      [
        "finance/2024/book.yaml": "opening: {cash: 10.00, bank: 1️⃣1.2万}\n",
        "finance/2024/ledger.csv": "日期,凭证号,科目,摘要,收入,支出,资金\n",
      ],
      [
        Expected(
          "1️⃣", "amount-form", "金额“1.2万”要写到元，不用“万”", en: "the amount “1.2万” must be in yuan, not in 万")
      ]),
    Mistake(
      "a standard that was not in force, and an opening without the bank",
      [
        "finance/2024/book.yaml": """
        1️⃣standard: 2️⃣2009
        opening: {cash: 10.00}
        """,
        "finance/2024/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金
        """,
      ],
      [
        Expected(
          "1️⃣", "opening-missing", "没有写全期初现金和银行存款，结余无法计算",
          en: "without opening cash and bank, no balance can be computed"),
        Expected(
          "2️⃣", "standard-not-in-force", "2024 年执行 2021 年的会计制度，不是 2009 年的",
          en: "2024 is under the accounting system of 2021"),
      ]),
    Mistake(
      "amounts too large to add up",
      [
        "finance/2024/book.yaml": """
        opening: {cash: 0.00, bank: 0.00}
        """,
        "finance/2024/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金
        2024-03-08,收-1,会费收入,会费,5000000000000000.00,,银行
        2024-03-08,收-1,会费收入,会费,1️⃣5000000000000000.00,,银行
        """,
      ],
      [
        Expected("1️⃣", "amount-overflow", "合计到这一行，金额已大到无法计算", en: "up to this line, the sum is too large to compute")
      ]),
    Mistake(
      "an opening too large to add to",
      [
        "finance/2024/book.yaml": """
        opening: {cash: 0.00, bank: 1️⃣90000000000000000.00}
        """,
        "finance/2024/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金
        2024-03-08,收-1,会费收入,会费,1.00,,银行
        """,
      ],
      [
        Expected(
          "1️⃣", "amount-overflow", "金额 90,000,000,000,000,000.00 大到无法计算",
          en: "90,000,000,000,000,000.00 is too large to compute with")
      ]),
    Mistake(
      "a budget with lines that repeat, do not fit, or have no place in it",
      [
        "finance/2024/book.yaml": """
        opening: {cash: 0.00, bank: 0.00}
        budget:
          - {account: 501 职工活动支出, amount: 1️⃣1000}
          - {account: 50102 文体活动支出, amount: 900}
          - {account: 50103 宣传活动支出, amount: 200}
          - {account: 2️⃣50102 文体活动支出, amount: 300}
          - {account: 3️⃣102 银行存款, amount: 300}
        """,
        "finance/2024/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金
        """,
      ],
      [
        Expected(
          "1️⃣", "budget-line", "501 职工活动支出的预算 1,000.00，小于明细科目合计 1,100.00",
          en: "the budget of 501 职工活动支出, 1,000.00, is less than that of its parts, 1,100.00"),
        Expected("2️⃣", "budget-line", "50102 文体活动支出的预算写了两行", en: "50102 文体活动支出 has two lines of budget"),
        Expected(
          "3️⃣", "budget-line", "102 银行存款不是收入或支出科目，没有预算",
          en: "102 银行存款 is no account of income or expense and has no budget"),
      ]),
    Mistake(
      "a budget of no account",
      [
        "finance/2024/book.yaml": """
        opening: {cash: 0.00, bank: 0.00}
        budget: [{account: 1️⃣文体支出, amount: 1}]
        """,
        "finance/2024/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金
        """,
      ],
      [
        Expected("1️⃣", "account-unknown", "2021年会计制度里没有科目“文体支出”", en: "the chart of 2021 has no account “文体支出”")
      ]),
    Mistake(
      "disclosures of another year, and twice of one period",
      [
        "finance/2024/book.yaml": """
        opening: {cash: 0.00, bank: 0.00}
        disclosures:
          - {period: 1️⃣2023-H1, published: 2023-07-10, review: {date: 2023-07-10, by: 经审会, opinion: 同意}}
          - {period: H1, published: 2024-07-10, review: {date: 2024-07-10, by: 经审会, opinion: 同意}}
          - {period: 2️⃣H1, published: 2024-07-10, review: {date: 2024-07-10, by: 经审会, opinion: 同意}}

        """,
        "finance/2024/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金
        """,
      ],
      [
        Expected("1️⃣", "disclosure-period", "2023-H1 不是 2024 年的", en: "2023-H1 is not in 2024"),
        Expected("2️⃣", "disclosure-period", "2024年上半年公开了两次", en: "2024-H1 is disclosed twice"),
      ]),
    Mistake(
      "a sheet that does not agree with the ledger",
      [
        "finance/2024/book.yaml": """
        opening: {cash: 200.00, bank: 0.00}
        disclosures:
          - period: H1
            published: 2024-07-10
            review: {date: 2024-07-08, by: 经审会, opinion: 同意}
            income: 1️⃣301.00
            expense: 2️⃣120.01
            closing: 3️⃣379.00
            counted: {cash: 4️⃣79.99, bank: 5️⃣300.10}
        """,
        "finance/2024/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金
        2024-03-08,收-1,会费收入,会费,300.00,,银行
        2024-04-08,付-1,文体活动支出,购绳,,120.00,现金
        2024-08-08,收-2,会费收入,会费,1.00,,银行
        """,
      ],
      [
        Expected(
          "1️⃣", "sheet-mismatch", "2024年上半年收入合计写 301.00，账本算出 300.00，差 1.00",
          en: "the income of the first half of 2024 is given as 301.00, the ledger gives 300.00, a difference of 1.00"),
        Expected(
          "2️⃣", "sheet-mismatch", "2024年上半年支出合计写 120.01，账本算出 120.00，差 0.01",
          en: "the expense of the first half of 2024 is given as 120.01, the ledger gives 120.00, a difference of 0.01"),
        Expected(
          "3️⃣", "closing-mismatch", "2024年上半年期末结余写 379.00，账本算出 380.00，差 -1.00",
          en:
            "the closing balance of the first half of 2024 is given as 379.00, the ledger gives 380.00, a difference of -1.00"
        ),
        Expected(
          "4️⃣", "counted-mismatch", "2024年上半年现金盘点数写 79.99，账本算出 80.00，差 -0.01",
          en:
            "the cash counted of the first half of 2024 is given as 79.99, the ledger gives 80.00, a difference of -0.01"
        ),
        Expected(
          "5️⃣", "counted-mismatch", "2024年上半年银行对账单余额写 300.10，账本算出 300.00，差 0.10",
          en:
            "the bank's statement of the first half of 2024 is given as 300.10, the ledger gives 300.00, a difference of 0.10"
        ),
      ]),
  ]

  private static let financeYears: [Mistake] = [
    Mistake(
      "an opening that is not the last closing",
      [
        "finance/2023/book.yaml": """
        opening: {cash: 0.00, bank: 0.00}
        """,
        "finance/2023/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金
        2023-03-08,收-1,会费收入,会费,300.00,,银行
        2023-03-08,收-1,会费收入,会费,50.00,,现金
        """,
        "finance/2024/book.yaml": """
        opening: {cash: 1️⃣49.99, bank: 2️⃣301.00}
        """,
        "finance/2024/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金
        """,
      ],
      [
        Expected(
          "1️⃣", "opening-mismatch", "2024 年期初现金写 49.99，2023 年期末是 50.00，差 -0.01",
          en: "2024 opens with 49.99 in cash, 2023 closed with 50.00, a difference of -0.01"),
        Expected(
          "2️⃣", "opening-mismatch", "2024 年期初银行写 301.00，2023 年期末是 300.00，差 1.00",
          en: "2024 opens with 301.00 in bank, 2023 closed with 300.00, a difference of 1.00"),
      ]),
    Mistake(
      "expense beyond its budget, and without one",
      [
        "finance/2024/book.yaml": """
        opening: {cash: 0.00, bank: 0.00}
        budget: [{account: 50102 文体活动支出, amount: 1️⃣100.00}]
        """,
        "finance/2024/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金
        2024-03-08,付-1,文体活动支出,购绳,,120.00,现金
        2024-04-08,付-2,2️⃣50502 会议支出,用水,,30.00,现金
        2024-04-09,付-3,50502 会议支出,用水,,30.00,现金
        """,
      ],
      [
        Expected(
          "1️⃣", "over-budget", "50102 文体活动支出支出 120.00，超过预算 100.00",
          en: "50102 文体活动支出 spent 120.00, more than its budget of 100.00"),
        Expected("2️⃣", "no-budget", "50502 会议支出没有预算，支出了 60.00", en: "50502 会议支出 has no budget, and spent 60.00"),
      ]),
    Mistake(
      "sheets that were shown late, early, on no day, or not at all",
      [
        "finance/2025/book.yaml": """
        opening: {cash: 0.00, bank: 0.00}
        disclosures:
          - {period: Q1, published: 1️⃣2025-05-08, review: {date: 2025-04-08, by: 经审会, opinion: 同意}}
          - {period: Q2, published: 2️⃣2025-06-30, review: {date: 3️⃣2025-06-28, by: 经审会, opinion: 同意}}
          - {period: 4️⃣H2, review: {date: 2026-01-08, by: 经审会, opinion: 同意}}
        """,
        "finance/2025/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金
        """,
        "finance/2026/book.yaml": """
        5️⃣opening: {cash: 0.00, bank: 0.00}
        """,
        "finance/2026/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金
        """,
      ],
      [
        Expected(
          "1️⃣", "disclosure-late", "2025年第一季度收支 2025年5月8日才公开，晚于 2025年5月1日",
          en: "the sheet of the first quarter of 2025 was published on 2025-05-08, after 2025-05-01"),
        Expected(
          "2️⃣", "disclosure-early", "公开日期 2025-06-30 在2025年第二季度结束之前",
          en: "the sheet was published on 2025-06-30, before the end of the second quarter of 2025"),
        Expected(
          "3️⃣", "review-day", "经审意见的日期 2025-06-28 在2025年第二季度结束之前",
          en: "the review of 2025-06-28 lies before the end of the second quarter of 2025"),
        Expected(
          "4️⃣", "disclosure-missing", "2025年下半年的收支没有写公开日期（期限 2026年1月31日）",
          en: "the sheet of the second half of 2025 has no day of publication (due 2026-01-31)"),
        Expected(
          "5️⃣", "disclosure-missing", "2026年上半年的收支还没有公开（期限 2026年7月31日）",
          en: "the sheet of the first half of 2026 is not published (due 2026-07-31)"),
      ]),
    Mistake(
      "reviews that are missing, incomplete, too late, or of one's own work",
      [
        "finance/2025/book.yaml": """
        opening: {cash: 0.00, bank: 0.00}
        disclosures:
          - {period: 1️⃣Q1, published: 2025-04-18}
          - {period: Q2, published: 2025-07-10, review: 2️⃣{date: 2025-07-08}}
          - {period: Q3, published: 2025-10-10, review: {date: 3️⃣2025-10-11, by: 经审会, opinion: 同意}}
          - {period: Q4, published: 2026-01-10, prepared_by: 周会计, review: {date: 2026-01-08, by: 4️⃣周会计、经审会, opinion: 同意}}
        """,
        "finance/2025/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金
        """,
      ],
      [
        Expected(
          "1️⃣", "review-missing", "2025年第一季度收支没有经审意见", en: "the sheet of the first quarter of 2025 has no review"),
        Expected(
          "2️⃣", "review-missing", "2025年第二季度收支的经审意见缺少审查人、意见",
          en: "the review of the second quarter of 2025 lacks by, opinion"),
        Expected(
          "3️⃣", "review-day", "经审意见 2025-10-11 晚于公开日期 2025-10-10",
          en: "the review of 2025-10-11 lies after the publication on 2025-10-10"),
        Expected(
          "4️⃣", "review-own", "审查人“周会计、经审会”就是编制人或主席", en: "the reviewer “周会计、经审会” prepared the sheet or chairs the union"
        ),
      ]),
  ]
}
