extension Mistake {
  /// What stands in a `ledger.csv`.
  static let ledgers = ledgerEncodings + ledgerHeads + ledgerCells + ledgerVouchers

  /// Ledgers that are no text, so that no text can stand for them.
  private static let ledgerEncodings: [Mistake] = [
    Mistake(
      "a ledger saved as Unicode text, a workbook renamed to .csv, and one with a damaged character",
      [
        "finance/2022/book.yaml": "opening: {cash: 0.00, bank: 0.00}",
        "finance/2023/book.yaml": "opening: {cash: 0.00, bank: 0.00}",
        "finance/2024/book.yaml": "opening: {cash: 0.00, bank: 0.00}",
      ],
      bytes: [
        "finance/2022/ledger.csv": [0xFF, 0xFE] + "日期,凭证号".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
        "finance/2023/ledger.csv": [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00],
        "finance/2024/ledger.csv": Array("date,voucher\n2024-03-08,".utf8) + [0xB8, 0xB6, 0x2D, 0x31, 0xFF, 0xFF],
      ],
      [
        Expected(
          "content/finance/2022/ledger.csv", "table-encoding", "文件是 UTF-16（Unicode）编码",
          en: "the file is encoded in UTF-16"),
        Expected(
          "content/finance/2023/ledger.csv", "table-encoding", "文件是电子表格，只是改名成了 .csv",
          en: "the file is a workbook that was only renamed to .csv"),
        Expected(
          "content/finance/2024/ledger.csv", line: 2, column: 15, "table-encoding",
          "从这里起的字节既不是 UTF-8，也不是 GB18030", en: "the bytes from here on are neither UTF-8 nor GB18030"),
      ])
  ]

  private static let ledgerHeads: [Mistake] = [
    Mistake(
      "a ledger without a row of heads",
      [
        "finance/2024/book.yaml": """
        opening: {cash: 0.00, bank: 0.00}
        """,
        "finance/2024/ledger.csv": """
        1️⃣工会收支账
        2024-03-08,付-1,文体活动支出,购绳,,100.00,现金
        """,
      ],
      [
        Expected("1️⃣", "ledger-heads", "找不到表头", en: "there is no row of heads")
      ]),
    Mistake(
      "a ledger whose columns are separated by tabs",
      [
        "finance/2024/book.yaml": """
        opening: {cash: 0.00, bank: 0.00}
        """,
        "finance/2024/ledger.csv": """
        1️⃣日期\t凭证号\t科目\t摘要\t收入\t支出\t资金
        """,
      ],
      [
        Expected("1️⃣", "ledger-heads", "各列不是用英文逗号隔开的，是“制表符”", en: "the columns are not separated by commas")
      ]),
    Mistake(
      "a ledger whose columns are separated by semicolons",
      [
        "finance/2024/book.yaml": """
        opening: {cash: 0.00, bank: 0.00}
        """,
        "finance/2024/ledger.csv": """
        1️⃣日期;凭证号;科目;摘要;收入;支出;资金
        """,
      ],
      [
        Expected("1️⃣", "ledger-heads", "各列不是用英文逗号隔开的，是“;”", en: "the columns are not separated by commas")
      ]),
    Mistake(
      "heads that are misspelt, twice there, or missing",
      [
        "finance/2024/book.yaml": """
        opening: {cash: 0.00, bank: 0.00}
        """,
        "finance/2024/ledger.csv": """
        2️⃣日期,凭证号,1️⃣科木,摘要,支出,3️⃣支出,资金
        2024-03-08,付-1,文体活动支出,购绳,,100.00,现金
        """,
      ],
      [
        Expected("2️⃣", "ledger-heads", "缺少“科目”（account）这一列", en: "the column account (科目) is missing"),
        Expected("2️⃣", "ledger-heads", "缺少“收入”（income）这一列", en: "the column income (收入) is missing"),
        Expected("1️⃣", "ledger-heads", "没有“科木”这一列", en: "there is no column “科木”"),
        Expected("3️⃣", "ledger-heads", "“支出”这一列有两个", en: "there are two columns “expense”"),
      ]),
  ]

  private static let ledgerCells: [Mistake] = [
    Mistake(
      "cells of a ledger's line that are missing or wrong",
      [
        "finance/2024/book.yaml": """
        opening: {cash: 0.00, bank: 0.00}
        """,
        "finance/2024/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金
        2024-03-08,付-1,文体活动支出,购绳,,100.00,1️⃣微信
        2️⃣2024-03-08,付-2,文体活动支出,购绳,,,现金
        2024-03-08,付-3,文体活动支出,购绳,50.00,3️⃣100.00,现金
        4️⃣2024-03-08,付-4,文体活动支出,,,100.00,现金
        2024-03-08,付-5,文体活动支出,购绳,,1,5️⃣234.50,6️⃣现金
        7️⃣,付-6,文体活动支出,购绳,,8️⃣12.345,现金
        """,
      ],
      [
        Expected("1️⃣", "ledger-cell", "“微信”不是资金", en: "“微信” is no fund"),
        Expected("2️⃣", "ledger-cell", "这一行没有金额", en: "this line has no amount"),
        Expected("3️⃣", "ledger-cell", "这一行同时有收入和支出", en: "this line has both income and expense"),
        Expected("4️⃣", "ledger-cell", "这一行没有摘要", en: "this line has no summary"),
        Expected("5️⃣", "ledger-cell", "“234.50”不是资金", en: "“234.50” is no fund"),
        Expected("6️⃣", "ledger-cell", "“现金”不在任何一列里", en: "“现金” stands in no column"),
        Expected("7️⃣", "ledger-cell", "这一行没有日期", en: "this line has no date"),
        Expected("8️⃣", "amount-form", "金额“12.345”最多两位小数，精确到分", en: "the amount “12.345” has more than two decimals"),
      ]),
    Mistake(
      "words of a ledger that are no voucher, no source, no count and no day",
      [
        "finance/2024/book.yaml": """
        opening: {cash: 0.00, bank: 0.00}
        """,
        "finance/2024/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金,经费来源,附单据数
        4️⃣2024-02-30,1️⃣付十二,文体活动支出,购绳,,100.00,现金,2️⃣会废,3️⃣两张
        """,
      ],
      [
        Expected(
          "4️⃣", "day-impossible", "日历上没有“2024-02-30”这一天", en: "there is no such day as “2024-02-30” in the calendar"),
        Expected("1️⃣", "voucher-form", "“付十二”不是凭证号", en: "“付十二” is no voucher number"),
        Expected("2️⃣", "ledger-cell", "“会废”不是经费来源", en: "“会废” is no source of money"),
        Expected("3️⃣", "count-form", "“两张”不是整数", en: "“两张” is not a whole number"),
      ]),
    Mistake(
      "accounts by number alone, misspelt, of two names, and of another standard",
      [
        "finance/2024/book.yaml": """
        opening: {cash: 0.00, bank: 0.00}
        """,
        "finance/2024/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金
        2024-03-08,付-1,1️⃣50102,购绳,,100.00,现金
        2024-03-08,付-2,2️⃣文体活动之出,购绳,,100.00,现金
        2024-03-08,付-3,3️⃣50102 宣传活动支出,购绳,,100.00,现金
        2024-03-08,付-4,4️⃣50203 法律援助费,咨询,,100.00,现金
        """,
      ],
      [
        Expected("1️⃣", "account-unknown", "科目“50102”只有编号，没有名称", en: "the account “50102” has a number and no name"),
        Expected("2️⃣", "account-unknown", "2021年会计制度里没有科目“文体活动之出”", en: "the chart of 2021 has no account “文体活动之出”"),
        Expected(
          "3️⃣", "account-unknown", "科目“50102 宣传活动支出”的编号和名称不是同一个科目",
          en: "number and name of “50102 宣传活动支出” are of two accounts"),
        Expected(
          "4️⃣", "account-unknown", "2021年会计制度里没有科目“50203 法律援助费”", en: "the chart of 2021 has no account “50203 法律援助费”"),
      ]),
    Mistake(
      "quotes of a table that are open or in the middle of a cell",
      [
        "finance/2024/book.yaml": """
        opening: {cash: 0.00, bank: 0.00}
        """,
        "finance/2024/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金
        2024-03-08,付-1,文体活动支出,"购绳"1️⃣两根,,100.00,现金
        2024-03-08,付-2,文体活动支出,2️⃣"购绳,,100.00,现金
        """,
      ],
      [
        Expected("1️⃣", "table-quote", "引号后面还有文字", en: "text follows the closing quote"),
        Expected("2️⃣", "table-quote", "这里的引号没有配对", en: "this quote is never closed"),
      ]),
  ]

  private static let ledgerVouchers: [Mistake] = [
    Mistake(
      "entries outside their year and on the wrong side",
      [
        "finance/2024/book.yaml": """
        opening: {cash: 0.00, bank: 0.00}
        """,
        "finance/2024/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金
        1️⃣2023-12-31,付-1,文体活动支出,购绳,,100.00,现金
        2024-03-08,付-1,文体活动支出,购绳,2️⃣100.00,,现金
        2024-04-08,收-1,会费收入,退会费,,3️⃣100.00,现金
        2024-05-08,转-1,4️⃣工会资金结余,结转,100.00,,现金
        """,
      ],
      [
        Expected("1️⃣", "entry-outside-year", "2023-12-31 不在 2024 年", en: "2023-12-31 is not in 2024"),
        Expected(
          "2️⃣", "account-side", "50102 文体活动支出是支出科目，金额却记在收入列",
          en: "50102 文体活动支出 is an expense account, but the amount is in income"),
        Expected(
          "3️⃣", "account-side", "401 会费收入是收入科目，金额却记在支出列",
          en: "401 会费收入 is an income account, but the amount is in expense"),
        Expected("4️⃣", "account-side", "322 工会资金结余由年末结转得出，不直接记收支", en: "322 工会资金结余 takes no entries of money"),
      ]),
    Mistake(
      "vouchers that are used twice, left out, or lack a sheet",
      [
        "finance/2024/book.yaml": """
        opening: {cash: 0.00, bank: 0.00}
        """,
        "finance/2024/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金
        2024-03-08,付-1,文体活动支出,购绳,,100.00,现金
        2024-04-08,1️⃣付-1,文体活动支出,购绳,,100.00,现金
        2024-05-08,2️⃣付-4,文体活动支出,购绳,,100.00,现金
        2024-06-08,3️⃣付-5-1/2,文体活动支出,购绳,,100.00,现金
        2024-07-08,付-6-1/2,文体活动支出,购绳,,100.00,现金
        2024-07-08,4️⃣付-6-2/3,文体活动支出,购绳,,100.00,现金
        2024-08-08,付-7-1/1,文体活动支出,购绳,,100.00,现金
        2024-08-08,5️⃣付-7,文体活动支出,购绳,,100.00,现金
        """,
      ],
      [
        Expected(
          "1️⃣", "voucher-duplicate", "凭证 付-1 用了两次：2024-03-08 和 2024-04-08",
          en: "voucher 付-1 is used twice: on 2024-03-08 and 2024-04-08"),
        Expected("2️⃣", "voucher-gap", "付-4 前面缺凭证 付-2 至 付-3", en: "before 付-4 there is no 付-2 至 付-3"),
        Expected("3️⃣", "voucher-sheets", "凭证 付-5 共 2 页，缺第 2 页", en: "voucher 付-5 has 2 sheets; 2 missing"),
        Expected(
          "4️⃣", "voucher-sheets", "凭证 付-6 有时写共 2 页，有时写共 3 页",
          en: "the sheets of voucher 付-6 do not agree on their number"),
        Expected(
          "5️⃣", "voucher-sheets", "凭证 付-7 分了页，这一行却没有写第几页", en: "voucher 付-7 has sheets, but this line names none"),
      ]),
    Mistake(
      "a number left out of one month of a run by months",
      [
        "finance/2024/book.yaml": """
        opening: {cash: 0.00, bank: 0.00}
        """,
        "finance/2024/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金
        2024-01-08,付-1,文体活动支出,购绳,,100.00,现金
        2024-01-09,付-2,文体活动支出,购绳,,100.00,现金
        2024-02-08,付-1,文体活动支出,购绳,,100.00,现金
        2024-02-09,1️⃣付-3,文体活动支出,购绳,,100.00,现金
        """,
      ],
      [
        Expected("1️⃣", "voucher-gap", "付-3 前面缺凭证 付-2", en: "before 付-3 there is no 付-2")
      ]),
    Mistake(
      "negative amounts that name no voucher, or none that is there",
      [
        "finance/2024/book.yaml": """
        opening: {cash: 0.00, bank: 0.00}
        """,
        "finance/2024/ledger.csv": """
        日期,凭证号,科目,摘要,收入,支出,资金
        2024-03-08,付-1,文体活动支出,购绳,,100.00,现金
        2024-04-08,付-2,文体活动支出,1️⃣退货120元,,-20.00,现金
        2024-05-08,付-3,文体活动支出,2️⃣冲销3月8日付-9号凭证,,-20.00,现金
        """,
      ],
      [
        Expected("1️⃣", "negative-without-reference", "负数金额没有写明冲销哪一号凭证", en: "a negative amount that names no voucher"),
        Expected(
          "2️⃣", "negative-without-reference", "账本里没有被冲销的凭证 付-9",
          en: "the voucher 付-9 that it corrects is not in the ledger"),
      ]),
  ]
}
