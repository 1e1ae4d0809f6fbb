extension Mistake {
  /// Visits, benefits and trainings, and the money spent on them.
  static let care: [Mistake] = careNames + careFigures + careLimits + unionMoney

  private static let careNames: [Mistake] = [
    Mistake(
      "a visit that says in a key whom it visited",
      [
        "visits/a.md": """
        ---
        title: 看望住院职工
        date: 2026-03-02
        kind: 患病
        1️⃣慰问对象: 张秀英
        2️⃣recipients: [李建国, 王小明]
        people: 3
        amount: 600
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "visit-name", "“慰问对象”会写出是谁，这里只写人数", en: "“慰问对象” would say who it was; here people are only counted"),
        Expected(
          "2️⃣", "visit-name", "“recipients”会写出是谁，这里只写人数",
          en: "“recipients” would say who it was; here people are only counted"),
      ]),
    Mistake(
      "a visit whose title and text name somebody",
      [
        "visits/a.md": """
        ---
        title: 1️⃣看望张秀英
        date: 2026-03-02
        kind: 患病
        people: 1
        amount: 200
        ---

        工会委员到**内科病房**看望李建国师傅，祝他早日康复。
        """
      ],
      [
        Expected(
          "1️⃣", "visit-name", "正文里的“李建国师傅”像是写出了姓名", en: "“李建国师傅” in the text reads as somebody's name"),
        Expected(
          "1️⃣", "visit-name", "标题里的“看望张秀英”像是写出了姓名", en: "“看望张秀英” in the title reads as somebody's name"),
      ]),
    Mistake(
      "a visit whose money, tags and rates name somebody",
      [
        "visits/a.md": """
        ---
        title: 看望住院职工
        date: 2026-03-02
        kind: 患病
        people: 1
        amount: 200
        source: 2️⃣张秀英
        vouchers: [3️⃣李建国]
        tags: [4️⃣王小明]
        ---
        """
      ],
      [
        Expected("2️⃣", "visit-name", "经费里的“张秀英”像是写出了姓名", en: "“张秀英” in the spending reads as somebody's name"),
        Expected("3️⃣", "visit-name", "经费里的“李建国”像是写出了姓名", en: "“李建国” in the spending reads as somebody's name"),
        Expected("4️⃣", "visit-name", "标签里的“王小明”像是写出了姓名", en: "“王小明” in a tag reads as somebody's name"),
      ]),
    Mistake(
      "a benefit that names a child",
      [
        "benefits/a.md": """
        ---
        title: 子女入学
        date: 2026-08-20
        kind: 子女
        1️⃣孩子姓名: 王小明
        people: 1
        tags: [2️⃣感谢孙文英老师]
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "benefit-name", "“孩子姓名”会写出是谁，这里只写人数", en: "“孩子姓名” would say who it was; here people are only counted"),
        Expected(
          "2️⃣", "benefit-name", "标签里的“孙文英老师”像是写出了姓名", en: "“孙文英老师” in a tag reads as somebody's name"),
      ]),
    Mistake(
      "a prize of a child, by name",
      [
        "activities/a.md": """
        ---
        title: 六一绘画比赛
        date: 2026-06-01
        kind: 子女
        results:
          - {event: 绘画, place: 一等奖, kind: 个人, recipient: 1️⃣王小明, consent: true}
          - {event: 拔河, place: 一等奖, kind: 集体, recipient: 大班队}
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "child-name", "“王小明”可能是孩子的姓名", en: "“王小明” may be a child's name")
      ]),
  ]

  private static let careFigures: [Mistake] = [
    Mistake(
      "figures of a visit that disagree",
      [
        "visits/a.md": """
        ---
        title: 丧事慰问
        date: 2026-03-02
        kind: 丧事
        people: 8
        person_times: 1️⃣6
        rates: [{amount: 250, unit: 人次}]
        amount: 2️⃣1,400.00
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "person-times", "人次 6 比人数 8 少", en: "there are 6 person-times, fewer than the 8 people"),
        Expected(
          "2️⃣", "rate-amount", "金额 1,400.00 元，标准 250.00 元乘以 6 人次却是 1,500.00 元",
          en: "the amount is 1,400.00, but 250.00 for each of 6 makes 1,500.00"),
      ]),
    Mistake(
      "a visit that counts nobody",
      [
        "visits/a.md": """
        ---
        title: 看望住院职工
        date: 2026-03-02
        kind: 1️⃣患病
        amount: 800
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "visit-uncounted", "这次慰问没有写人数，网页和总结印〔待补〕",
          en: "this visit counts nobody; pages and summary print 〔待补〕")
      ]),
    Mistake(
      "a training with too many day-times, booked as one of union cadres",
      [
        "training/a.md": """
        ---
        title: 专科护士培训
        date: 2026-03-16/2026-03-20
        audience: 职工
        external: true
        people: 6
        days: 5
        day_times: 1️⃣40
        cost: {amount: 900, account: 2️⃣50501 培训支出}
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "training-day-times", "天次 40 超过了 6 人乘以 5 天", en: "40 day-times are more than 6 people times 5 days"),
        Expected(
          "2️⃣", "training-account", "对象是职工，科目却写“50501 培训支出”",
          en: "the audience is 职工, but the account is “50501 培训支出”"),
      ]),
  ]

  private static let careLimits: [Mistake] = [
    Mistake(
      "spending over a limit, by person-time, by day and by year",
      [
        "limits.yaml": """
        limits:
          - {rule: 患病慰问, from: 2025-01-01, amount: 500, unit: 次}
          - {项目: 工会干部培训, 起: 2025-01-01, 金额: 400, 单位: 人天}
          - {rule: 节日福利, from: 2025-01-01, amount: 300, unit: 人年}
        """,
        "visits/a.md": """
        ---
        title: 看望住院职工
        date: 2026-03-02
        kind: 患病
        person_times: 3
        amount: 1️⃣1500.01
        source: 会费
        ---
        """,
        "training/a.md": """
        ---
        title: 工会干部培训班
        date: 2026-05-26/2026-05-28
        audience: 工会干部
        people: 2
        cost: {amount: 2️⃣3000, source: 工会经费}
        ---
        """,
        "benefits/a.md": """
        ---
        title: 春节慰问品
        date: 2026-02-04
        kind: 节日福利
        people: 100
        amount: 16000
        ---
        """,
        "benefits/b.md": """
        ---
        title: 中秋慰问品
        date: 2026-09-22
        kind: 节日福利
        people: 120
        amount: 3️⃣18000
        ---
        """,
      ],
      [
        Expected(
          "3️⃣", "limit-exceeded", "2026年节日福利人均已到 310.00 元，限额是每人每年 300.00 元",
          en: "festival goods of 2026 come to 310.00 a head; the limit is 300.00 for each person and year"),
        Expected(
          "2️⃣", "limit-exceeded", "工会干部培训 6 人天共 3,000.00 元，按每人每天 400.00 元的限额最多 2,400.00 元",
          en:
            "3,000.00 on training of union cadres are over the limit of 2,400.00: 6 times 400.00 for each person and day"
        ),
        Expected(
          "1️⃣", "limit-exceeded", "患病慰问 3 人次共 1,500.01 元，按每人次 500.00 元的限额最多 1,500.00 元",
          en: "1,500.01 on visits to the sick are over the limit of 1,500.00: 3 times 500.00 for each person-time"),
      ]),
    Mistake(
      "a limit given twice, and one of a region where the site names none",
      [
        "limits.yaml": """
        limits:
          - {rule: 患病慰问, from: 2025-01-01, amount: 500, unit: 次}
          - {rule: 患病慰问, from: 2025-01-01, amount: 1️⃣600, unit: 次}
          - {rule: 患病慰问, region: 2️⃣某省, from: 2025-01-01, amount: 700, unit: 次}
        """
      ],
      [
        Expected(
          "1️⃣", "limit-duplicate", "“患病慰问”自 2025-01-01 起有两个限额：500.00 元和 600.00 元",
          en: "“患病慰问” has two limits from 2025-01-01 on: 500.00 and 600.00"),
        Expected(
          "2️⃣", "limit-region", "site.yaml 没有写地区，“某省”的限额用不上",
          en: "site.yaml names no region, so the limits of “某省” are of no use"),
      ]),
  ]

  private static let unionMoney: [Mistake] = [
    Mistake(
      "union money for what the employer pays, and for festivals that are none",
      [
        "benefits/a.md": """
        ---
        title: 护士节慰问品
        date: 2026-05-12
        kind: 节日福利
        people: 300
        amount: 9000
        source: 1️⃣工会经费
        ---
        """,
        "benefits/b.md": """
        ---
        title: 职工体检
        date: 2026-03-02
        kind: 体检
        people: 600
        amount: 180000
        source: 2️⃣会费
        ---
        """,
        "visits/a.md": """
        ---
        title: 退休职工春节慰问
        date: 2026-02-04
        kind: 节日
        people: 100
        amount: 20000
        source: 3️⃣工会经费
        ---
        """,
      ],
      [
        Expected(
          "1️⃣", "union-money-festival", "“护士节”的节日慰问品用了工会的钱", en: "gifts for “护士节” are paid from union money"),
        Expected("2️⃣", "union-money-examination", "体检用了工会的钱", en: "a physical examination is paid from union money"),
        Expected(
          "3️⃣", "union-money-retired", "给“退休职工”的慰问用了工会的钱",
          en: "gifts to the retired (“退休职工”) are paid from union money"),
      ])
  ]
}
