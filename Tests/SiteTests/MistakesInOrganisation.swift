extension Mistake {
  static let organisation = membership + committees + plans

  /// Counts of members.
  private static let membership: [Mistake] = [
    Mistake(
      "members that do not add up, once with a count left out",
      [
        "membership/2025.yaml": """
        title: 甲
        date: 2026-01-08
        period: 2025
        opening: 573
        joined: 37
        retired: 11
        left: 5
        closing: 1️⃣595
        """,
        "membership/2023.yaml": """
        title: 乙
        date: 2024-01-08
        period: 2023
        opening: 75
        joined: 4
        closing: 2️⃣78
        """,
      ],
      [
        Expected(
          "2️⃣", "membership-balance", "期初 75 + 新增 4 = 79 人，期末却写 78 人",
          en: "opening 75 + joined 4 is 79, but closing says 78"),
        Expected(
          "1️⃣", "membership-balance", "期初 573 + 新增 37 − 退休 11 − 离开 5 = 594 人，期末却写 595 人",
          en: "opening 573 + joined 37 − retired 11 − left 5 is 594, but closing says 595"),
      ]),
    Mistake(
      "a period that does not begin where the one before it ended",
      [
        "membership/2025.yaml": member("2025", "期初: 573", "新增: 37", "期末: 610"),
        "membership/2026-H1.yaml": member("2026-H1", "期初: 1️⃣600", "新增: 1", "期末: 601"),
        "membership/2026-H2.yaml": member("2026-H2", "期初: 2️⃣602", "新增: 0", "期末: 602"),
        "membership/2024-Q4.yaml": member("2024-Q4", "期初: 573", "新增: 0", "期末: 573"),
      ],
      [
        Expected(
          "1️⃣", "membership-continuity", "2026年上半年期初写 600 人，2025年期末却是 610 人",
          en: "the first half of 2026 opens with 600, but 2025 closes with 610"),
        Expected(
          "2️⃣", "membership-continuity", "2026年下半年期初写 602 人，2026年上半年期末却是 601 人",
          en: "the second half of 2026 opens with 602, but the first half of 2026 closes with 601"),
      ]),
    Mistake(
      "a year that disagrees with its halves",
      [
        "membership/2025.yaml": member("2025", "期初: 1️⃣11", "新增: 2️⃣9", "期末: 3️⃣20"),
        "membership/2025-H1.yaml": member("2025-H1", "期初: 10", "新增: 5", "期末: 15"),
        "membership/2025-H2.yaml": member("2025-H2", "期初: 15", "新增: 7", "期末: 22"),
      ],
      [
        Expected(
          "1️⃣", "membership-parts", "2025年期初写 11 人，2025年上半年期初却是 10 人",
          en: "2025 opens with 11, but the first half of 2025 opens with 10"),
        Expected(
          "2️⃣", "membership-parts", "2025年新增写 9 人，各半年合计却是 12 人",
          en: "2025: joined says 9, but its halves add up to 12"),
        Expected(
          "3️⃣", "membership-parts", "2025年期末写 20 人，2025年下半年期末却是 22 人",
          en: "2025 closes with 20, but the second half of 2025 closes with 22"),
      ]),
    Mistake(
      "one period twice, and one that has not begun",
      [
        "membership/a.yaml": member("2026-H1", "期初: 3", "新增: 0", "期末: 3"),
        "membership/b.yaml": member("1️⃣2026年上半年", "期初: 3", "新增: 0", "期末: 3"),
        "membership/c.yaml": member("2️⃣2027", "期初: 3", "新增: 0", "期末: 3"),
      ],
      [
        Expected(
          "1️⃣", "membership-twice", "2026年上半年的会员统计有两份",
          en: "there are two records of the first half of 2026"),
        Expected("2️⃣", "membership-early", "2027年还没有开始", en: "2027 has not begun"),
      ]),
    Mistake(
      "periods and times that are none",
      [
        "membership/a.yaml": member("1️⃣2026年春季", "期初: 3", "新增: 0", "期末: 3"),
        "plans/2026.yaml": plan(
          2026, "{title: 体检, when: 2️⃣三八期间}", "{title: 读书, when: {month: 3️⃣13}}", "{title: 登山, when: 4️⃣2026-08/2026-07}"),
        "plans/a.yaml": plan("5️⃣2026-H1", "{title: 拔河}"),
      ],
      [
        Expected("1️⃣", "period-form", "“2026年春季”不是一个期间", en: "“2026年春季” is no period"),
        Expected("2️⃣", "timing-form", "“三八期间”不是一个时间", en: "“三八期间” is no time"),
        Expected("3️⃣", "timing-form", "没有 13 月", en: "there is no month 13"),
        Expected(
          "4️⃣", "span-backwards", "“2026-08/2026-07”的起月晚于止月",
          en: "the first month of “2026-08/2026-07” lies after its last"),
        Expected("5️⃣", "period-form", "“2026-H1”不是一个年份", en: "“2026-H1” is no year"),
      ]),
    Mistake(
      "parts that are larger than the whole",
      [
        "membership/2025.yaml": member(
          "2025", "期初: 3", "新增: 2", "期末: 5", "女职工: 1️⃣6", "农民工: 2️⃣6", "临时: 3️⃣7")
      ],
      [
        Expected(
          "1️⃣", "membership-share", "女职工 6 人，比期末 5 人还多", en: "women says 6, more than closing, 5"),
        Expected(
          "2️⃣", "membership-share", "农民工 6 人，比期末 5 人还多", en: "migrant says 6, more than closing, 5"),
        Expected(
          "3️⃣", "membership-share", "临时 7 人，比期末 5 人还多", en: "temporary says 7, more than closing, 5"),
      ]),
  ]

  /// Who was elected, and what they do.
  private static let committees: [Mistake] = [
    Mistake(
      "terms that end soon or have ended",
      [
        "committee/a.yaml": committee("工会委员会", elected: "1️⃣2022-05-22", years: 5),
        "committee/b.yaml": committee("女职工委员会", elected: "2️⃣2021-11-21", years: 5),
        "committee/c.yaml": committee("经费审查委员会", elected: "2022-05-23", years: 5),
        "committee/d.yaml": committee("工会小组", elected: "3️⃣2020-02-29", years: 3, title: "外科工会小组"),
        "committee/e.yaml": committee("工会小组", elected: "2025-02-28", years: 3, title: "内科工会小组"),
      ],
      [
        Expected(
          "1️⃣", "committee-term", "《工会委员会》的任期将于 2027-05-22 届满",
          en: "the term of “工会委员会” ends on 2027-05-22"),
        Expected(
          "2️⃣", "committee-term", "《女职工委员会》的任期已于 2026-11-21 届满",
          en: "the term of “女职工委员会” ended on 2026-11-21"),
        Expected(
          "3️⃣", "committee-term", "《外科工会小组》的任期已于 2023-02-28 届满",
          en: "the term of “外科工会小组” ended on 2023-02-28"),
      ]),
    Mistake(
      "an election after the term before had ended, and an approval before it",
      [
        "committee/2018.yaml": committee("工会委员会", elected: "2018-05-20", years: 5),
        "committee/2023.yaml": committee("工会委员会", elected: "1️⃣2023-09-18", years: 5)
          + "approved: {number: 云工复〔2023〕8号, date: 2️⃣2023-09-11}\n",
      ],
      [
        Expected(
          "1️⃣", "committee-late", "2023-09-18 才换届，上一届的任期 2023-05-20 就已届满",
          en: "elected on 2023-09-18, after the term before had ended on 2023-05-20"),
        Expected(
          "2️⃣", "committee-approval", "批复日期 2023-09-11 早于选举日期 2023-09-18",
          en: "approved on 2023-09-11, before the election on 2023-09-18"),
      ]),
    Mistake(
      "one person twice in a committee",
      [
        "committee/a.yaml": committee("工会委员会", elected: "2025-05-20", years: 5) + """
          members:
            - {name: 林晚照, role: 委员}
            - {name: 1️⃣林晚照, role: 会计}
            - {name: 江一帆, department: 外科, consent: true}
            - {name: 江一帆, department: 内科, consent: true}
            - {name: 2️⃣江一帆, department: 内科, consent: true}
          """
      ],
      [
        Expected(
          "1️⃣", "committee-member-twice", "林**在成员里写了两次",
          en: "林** stands twice among the members"),
        Expected(
          "2️⃣", "committee-member-twice", "江一帆在成员里写了两次",
          en: "江一帆 stands twice among the members"),
      ]),
    Mistake(
      "a cashier who keeps the books, reviews or keeps the archive",
      [
        "committee/a.yaml": committee("工会委员会", elected: "2025-05-20", years: 5) + """
          members:
            - {name: 1️⃣林晚照, role: 会计兼出纳}
            - {name: 2️⃣江一帆, role: 出纳, consent: true}
            - {name: 3️⃣杜若溪, role: 出纳员, consent: true}
          """,
        "committee/b.yaml": committee("经费审查委员会", elected: "2025-05-20", years: 5) + """
          members:
            - {name: 江一帆, role: 委员, consent: true}
          """,
        "committee/c.yaml": committee("工会小组", elected: "2025-05-20", years: 5) + """
          members:
            - {name: 杜若溪, role: 组长、会计档案管理}
          """,
      ],
      [
        Expected(
          "1️⃣", "cashier-separation", "“出纳”林**兼任“会计”", en: "“出纳” 林** also holds “会计”"),
        Expected(
          "2️⃣", "cashier-separation", "“出纳”江一帆是经费审查委员会成员",
          en: "“出纳” 江一帆 sits in the audit committee"),
        Expected(
          "3️⃣", "cashier-separation", "“出纳员”杜**兼任“会计档案管理”",
          en: "“出纳员” 杜** also holds “会计档案管理”"),
      ]),
    Mistake(
      "an audit committee with the chair and the accountant in it",
      [
        "committee/a.yaml": committee("工会委员会", elected: "2025-05-20", years: 5) + """
          members:
            - {name: 林晚照, role: 主席}
            - {name: 江一帆, role: 委员、会计}
            - {name: 杜若溪, role: 副主席}
          """,
        "committee/b.yaml": committee("经费审查委员会", elected: "2025-05-20", years: 5) + """
          members:
            - {name: 1️⃣林晚照, role: 主任}
            - {name: 2️⃣江一帆, role: 委员}
            - {name: 杜若溪, role: 委员}
          """,
        "committee/c.yaml": committee("经费审查委员会", elected: "2021-05-20", years: 5) + """
          members:
            - {name: 江一帆, role: 委员}
          """,
      ],
      [
        Expected(
          "1️⃣", "audit-independence", "经费审查委员会成员林**担任“主席”",
          en: "林** of the audit committee holds “主席”"),
        Expected(
          "2️⃣", "audit-independence", "经费审查委员会成员江**担任“会计”",
          en: "江** of the audit committee holds “会计”"),
      ]),
  ]

  /// What was to be done.
  private static let plans: [Mistake] = [
    Mistake(
      "items whose time is past",
      [
        "plans/2026.yaml": plan(
          2026, "{title: 三八岗位练兵, when: 1️⃣{month: 3, label: 三八期间}}", "{title: 秋游, when: 2️⃣2026-11-21, status: 进行中}",
          "{title: 今天的事, when: 2026-11-22}", "{title: 体检, when: 2026-07/2026-08, status: 未完成}", "{title: 读书角}"),
        "plans/2025.yaml": plan(2025, "{title: 去年的事, when: 2025-10-01}"),
      ],
      [
        Expected(
          "1️⃣", "plan-item-late", "“三八岗位练兵”的时间 2026-03-31 已过，还没有记录",
          en: "“三八岗位练兵” was due on 2026-03-31 and has no record"),
        Expected(
          "2️⃣", "plan-item-late", "“秋游”的时间 2026-11-21 已过，还没有记录",
          en: "“秋游” was due on 2026-11-21 and has no record"),
      ]),
    Mistake(
      "states that the records do not bear out",
      [
        "plans/2026.yaml": plan(
          2026, "{title: 拔河, status: 1️⃣计划, record: notices/a}", "{title: 登山, status: 2️⃣未完成, record: notices/a}",
          "{title: 读书, status: 3️⃣完成}", "{title: 游泳, status: 完成, record: notices/a}"),
        "notices/a.md": "---\ntitle: 结果\ndate: 2026-03-09\nkind: 通知\n---\n",
      ],
      [
        Expected(
          "1️⃣", "plan-status-stale", "“拔河”写着“计划”，记录《结果》却已经有了",
          en: "“拔河” says “计划”, but its record “结果” is there"),
        Expected(
          "2️⃣", "plan-status-stale", "“登山”写着“未完成”，记录《结果》却已经有了",
          en: "“登山” says “未完成”, but its record “结果” is there"),
        Expected(
          "3️⃣", "plan-done-without-record", "“读书”完成了，却没有记录", en: "“读书” is done, but names no record"),
      ]),
    Mistake(
      "records and times of another year, and a record that is not there",
      [
        "plans/2026.yaml": plan(
          2026, "{title: 拔河, record: 1️⃣notices/a}", "{title: 登山, when: 2️⃣2027-03-08}",
          "{title: 读书, record: 3️⃣notices/b}", "{title: 跨年, when: 2026-12-31/2027-01-02}"),
        "notices/a.md": "---\ntitle: 结果\ndate: 2025-03-09\nkind: 通知\n---\n",
      ],
      [
        Expected(
          "1️⃣", "plan-record-other-year", "“拔河”的记录《结果》是 2025-03-09 的，不在 2026 年",
          en: "the record of “拔河”, “结果”, is of 2025-03-09, not of 2026"),
        Expected(
          "2️⃣", "plan-when-outside", "“登山”的时间 2027-03-08 不在 2026 年",
          en: "the time of “登山”, 2027-03-08, is not in 2026"),
        Expected(
          "3️⃣", "reference-broken", "没有“notices/b”这条记录", en: "there is no record “notices/b”"),
      ]),
    Mistake(
      "a plan whose file is named for another year",
      ["plans/2026.yaml": plan("1️⃣2027", "{title: 拔河}")],
      [
        Expected(
          "1️⃣", "plan-misnamed", "2026.html 是 2026 年的计划，年度却写 2027",
          en: "2026.html is the plan of 2026, but year says 2027")
      ]),
  ]

  private static func member(_ period: String, _ counts: String...) -> String {
    "标题: 会员统计\n日期: 2026-11-20\n期间: \(period)\n" + counts.joined(separator: "\n") + "\n"
  }

  private static func committee(_ body: String, elected: String, years: Int, title: String? = nil) -> String {
    "title: \(title ?? body)\ndate: 2026-11-20\nbody: \(body)\nelected: \(elected)\nyears: \(years)\n"
  }

  private static func plan(_ year: Any, _ items: String...) -> String {
    "title: 计划\ndate: 2026-11-20\nyear: \(year)\nitems:\n" + items.map { "  - \($0)\n" }.joined()
  }
}
