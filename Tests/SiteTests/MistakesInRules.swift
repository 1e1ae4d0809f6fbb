extension Mistake {
  /// Rules that were revised, repealed and replaced.
  static let regulations: [Mistake] = [
    Mistake(
      "a rule whose days are out of order",
      [
        "rules/a.md": """
        ---
        title: 财务管理办法
        date: 2025-06-18
        adopted: 2025-06-18
        revised: [1️⃣2025-05-01, 2026-01-22]
        repealed: 2️⃣2026-01-10
        ---
        """,
        "rules/b.md": """
        ---
        title: 慰问办法
        date: 2025-06-18
        adopted: 2025-06-18
        repealed: 3️⃣2025-06-01
        ---
        """,
      ],
      [
        Expected(
          "1️⃣", "rule-days", "修订日期 2025-05-01 早于通过日期 2025-06-18",
          en: "the day of revision, 2025-05-01, is before the day of adoption, 2025-06-18"),
        Expected(
          "2️⃣", "rule-days", "废止日期 2026-01-10 早于修订日期 2026-01-22",
          en: "the day of repeal, 2026-01-10, is before the day of revision, 2026-01-22"),
        Expected(
          "3️⃣", "rule-days", "废止日期 2025-06-01 早于通过日期 2025-06-18",
          en: "the day of repeal, 2025-06-01, is before the day of adoption, 2025-06-18"),
      ]),
    Mistake(
      "a rule that something else replaced, itself, or nothing that is there",
      [
        "notices/通知.md": """
        ---
        title: 停止执行的通知
        date: 2026-03-01
        kind: 通知
        ---
        """,
        "rules/a.md": """
        ---
        title: 甲办法
        date: 2020-06-18
        repealed: 2026-03-01
        repealed_by: 1️⃣notices/通知
        ---
        """,
        "rules/b.md": """
        ---
        title: 乙办法
        date: 2020-06-18
        repealed: 2026-03-01
        repealed_by: 2️⃣rules/b
        ---
        """,
        "rules/c.md": """
        ---
        title: 丙办法
        date: 2020-06-18
        repealed: 2026-03-01
        repealed_by: 3️⃣rules/新办法
        ---
        """,
        "rules/d.md": """
        ---
        title: 丁办法
        date: 2020-06-18
        repealed: 2026-03-01
        ---
        """,
      ],
      [
        Expected("1️⃣", "rule-replacement", "“notices/通知”不是制度", en: "“notices/通知” is no rule"),
        Expected("2️⃣", "rule-replacement", "“rules/b”就是这项制度自己", en: "“rules/b” is this rule itself"),
        Expected(
          "3️⃣", "reference-broken", "没有“rules/新办法”这条记录", en: "there is no record “rules/新办法”"),
      ]),
    Mistake(
      "rules that take each other's place",
      [
        "rules/a.md": """
        ---
        title: 甲办法
        date: 2020-06-18
        repealed: 2026-03-01
        repealed_by: 1️⃣rules/b
        ---
        """,
        "rules/b.md": """
        ---
        title: 乙办法
        date: 2020-06-18
        repealed: 2026-03-01
        repealed_by: 2️⃣rules/a
        ---
        """,
      ],
      [
        Expected(
          "1️⃣", "rule-replacement", "《甲办法》和《乙办法》互相取代", en: "“甲办法” and “乙办法” take each other's place"),
        Expected(
          "2️⃣", "rule-replacement", "《乙办法》和《甲办法》互相取代", en: "“乙办法” and “甲办法” take each other's place"),
      ]),
    Mistake(
      "a rule whose replacement is repealed too, and one without its day",
      [
        "rules/a.md": """
        ---
        title: 2012年办法
        date: 2012-06-18
        repealed: 2019-03-01
        repealed_by: 1️⃣rules/b
        ---
        """,
        "rules/b.md": """
        ---
        title: 2019年办法
        date: 2019-03-01
        repealed_by: 2️⃣rules/c
        ---
        """,
        "rules/c.md": """
        ---
        title: 2026年办法
        date: 2026-03-01
        adopted: 2026-03-01
        ---
        """,
      ],
      [
        Expected(
          "1️⃣", "rule-replacement-repealed", "取代它的《2019年办法》也已废止",
          en: "“2019年办法”, which took its place, is itself repealed"),
        Expected(
          "2️⃣", "rule-repeal-missing", "写了取代它的制度，没有写哪天废止",
          en: "it names the rule that took its place, not the day of its repeal"),
      ]),
  ]

  /// 发文字号 in notices, rules, honours, approvals and upper documents.
  static let documentNumbers: [Mistake] = [
    Mistake(
      "document numbers in wrong forms, wherever there are some",
      [
        "activities/a.md": """
        ---
        title: 运动会
        date: 2026-04-18
        kind: 上级活动
        upper_document: 1️⃣县总工会《关于举办运动会的通知》（云工发[2026]7号）
        ---
        """,
        "benefits/a.md": """
        ---
        title: 会员卡
        date: 2026-11-03
        kind: 会员卡
        upper_document: 2️⃣海工发【2026】32号、海公共委工字〔2026〕第7号
        ---
        """,
        "committee/a.md": """
        ---
        title: 换届
        date: 2026-11-03
        body: 工会小组
        elected: 2026-11-03
        years: 5
        approved: {number: 3️⃣云工发〔26〕8号, date: 2026-11-05}
        ---
        """,
        "honours/a.md": """
        ---
        title: 先进职工之家
        date: 2026-11-03
        level: 省
        kind: 集体
        awarded_by: 省总工会
        number: 4️⃣省工发（2026）041
        recipients: [院工会]
        ---
        """,
        "notices/a.md": """
        ---
        title: 登山通知
        date: 2026-10-16
        kind: 通知
        number: 5️⃣云医工 〔２０２６〕23号
        ---
        """,
        "notices/b.md": """
        ---
        title: 摄影通知
        date: 2026-10-16
        kind: 通知
        number: 6️⃣第24号
        ---
        """,
        "rules/a.md": """
        ---
        title: 慰问办法
        date: 2026-10-16
        number: 7️⃣云医工制〔2026〕5号（试行）
        ---
        """,
      ],
      [
        Expected(
          "1️⃣", "document-number", "发文字号“云工发[2026]7号”：年份用六角括号〔〕",
          en: "document number “云工发[2026]7号”: the year stands in 〔〕"),
        Expected(
          "2️⃣", "document-number", "发文字号“海公共委工字〔2026〕第7号”：不写“第”",
          en: "document number “海公共委工字〔2026〕第7号”: no 第"),
        Expected(
          "2️⃣", "document-number", "发文字号“海工发【2026】32号”：年份用六角括号〔〕",
          en: "document number “海工发【2026】32号”: the year stands in 〔〕"),
        Expected(
          "3️⃣", "document-number", "发文字号“云工发〔26〕8号”：年份写四位",
          en: "document number “云工发〔26〕8号”: the year has four digits"),
        Expected(
          "4️⃣", "document-number", "发文字号“省工发（2026）041”：年份用六角括号〔〕，序号不补零，末尾写“号”",
          en:
            "document number “省工发（2026）041”: the year stands in 〔〕, no zeros before the number, 号 at the end"
        ),
        Expected(
          "5️⃣", "document-number", "发文字号“云医工 〔２０２６〕23号”：中间不留空格，数字用半角",
          en: "document number “云医工 〔２０２６〕23号”: no spaces, digits are half-width"),
        Expected(
          "6️⃣", "document-number", "“第24号”不是发文字号", en: "“第24号” is no document number"),
        Expected(
          "7️⃣", "document-number", "“云医工制〔2026〕5号（试行）”里不只有发文字号",
          en: "“云医工制〔2026〕5号（试行）” is more than a document number"),
      ]),
    Mistake(
      "one document number on two of our own, and a number of another year",
      [
        "notices/a.md": """
        ---
        title: 登山通知
        date: 2026-10-16
        kind: 通知
        number: 云医工〔2026〕23号
        ---
        """,
        "notices/b.md": """
        ---
        title: 摄影通知
        date: 2026-10-18
        kind: 通知
        number: 1️⃣云医工〔2026〕23号
        ---
        """,
        "notices/c.md": """
        ---
        title: 关于印发《慰问办法》的通知
        date: 2026-01-08
        kind: 通知
        number: 云医工〔2026〕1号
        ---
        """,
        "notices/d.md": """
        ---
        title: 元旦通知
        date: 2026-01-05
        kind: 通知
        number: 2️⃣云医工〔2025〕3号
        ---
        """,
        "rules/a.md": """
        ---
        title: 慰问办法
        date: 2026-01-08
        number: 云医工〔2026〕1号
        ---
        """,
        "rules/b.md": """
        ---
        title: 学习办法
        date: 2026-02-01
        number: 云医工制〔2025〕1号
        adopted: 2025-12-30
        ---
        """,
      ],
      [
        Expected(
          "1️⃣", "document-number-repeated", "《登山通知》已经用了 云医工〔2026〕23号",
          en: "“登山通知” has the number 云医工〔2026〕23号 already"),
        Expected(
          "2️⃣", "document-number-year", "发文字号是 2025 年的，日期却在 2026 年",
          en: "the document number is of 2025, the date in 2026"),
      ]),
  ]
}
