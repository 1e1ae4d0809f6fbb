extension Mistake {
  /// The congress, its opinions, matters, rules and document numbers.
  static let democracy = congress + opinions + matters + regulations + documentNumbers

  private static let congress: [Mistake] = [
    Mistake(
      "more delegates at a congress than there are",
      [
        "congress/a.md": """
        ---
        title: 七届七次职代会
        date: 2026-03-20
        term: 7
        session: 7
        delegates: 53
        attended: 1️⃣61
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "congress-attendance", "到会代表 61 人，比正式代表 53 人还多",
          en: "61 delegates attended, more than the 53 there are")
      ]),
    Mistake(
      "a congress that fewer than two thirds of its delegates attended",
      [
        "congress/a.md": """
        ---
        title: 七届七次职代会
        date: 2026-03-20
        term: 7
        session: 7
        delegates: 53
        attended: 1️⃣35
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "congress-quorum", "到会代表 35 人，不足正式代表 53 人的三分之二",
          en: "35 delegates attended, fewer than two thirds of 53")
      ]),
    Mistake(
      "more votes than delegates who attended, or than delegates where nobody counted those who did",
      [
        "congress/a.md": """
        ---
        title: 七届七次职代会
        date: 2026-03-20
        term: 7
        session: 7
        delegates: 53
        attended: 50
        reports:
          - {title: 院长工作报告, for: 1️⃣48, against: 1, abstain: 2, passed: true}
          - {title: 财务工作报告, for: 48, against: 1, abstain: 1, passed: true}
        ---
        """,
        "congress/b.md": """
        ---
        title: 七届八次职代会
        date: 2026-06-20
        term: 7
        session: 8
        delegates: 53
        reports:
          - {title: 工资方案, against: 2️⃣50, abstain: 4}
        ---
        """,
      ],
      [
        Expected(
          "1️⃣", "congress-votes", "“院长工作报告”共 51 票，比到会代表 50 人还多",
          en: "“院长工作报告” got 51 votes, more than the 50 delegates present"),
        Expected(
          "2️⃣", "congress-votes", "“工资方案”共 54 票，比正式代表 53 人还多",
          en: "“工资方案” got 54 votes, more than the 53 delegates"),
      ]),
    Mistake(
      "a report passed by half of the delegates, and one with more than half that is not passed",
      [
        "congress/a.md": """
        ---
        title: 七届七次职代会
        date: 2026-03-20
        term: 7
        session: 7
        delegates: 52
        attended: 48
        reports:
          - {title: 院长工作报告, for: 1️⃣26, against: 20, passed: true}
          - {title: 财务工作报告, for: 2️⃣27, against: 20}
          - {title: 食堂方案, for: 26, against: 20}
          - {title: 排班办法, for: 27, against: 20, passed: true}
          - {title: 工会工作报告, passed: true}
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "congress-passed",
          "“院长工作报告”写了通过，赞成却只有 26 票，没有超过正式代表 52 人的一半",
          en:
            "“院长工作报告” is passed, but only 26 of 52 delegates voted for it, not more than half"),
        Expected(
          "2️⃣", "congress-not-passed",
          "“财务工作报告”有 27 票赞成，超过正式代表 52 人的一半，却没有写通过",
          en: "“财务工作报告” is not passed, though 27 of 52 delegates voted for it"),
      ]),
    Mistake(
      "two records of one session of the congress",
      [
        "congress/2025.md": """
        ---
        title: 七届七次职代会
        date: 2025-03-20
        term: 7
        session: 7
        delegates: 53
        ---
        """,
        "congress/2026.md": """
        ---
        title: 今年的职代会
        date: 2026-03-20
        term: 7
        session: 1️⃣7
        delegates: 53
        ---
        """,
      ],
      [
        Expected(
          "1️⃣", "congress-repeated", "七届七次职代会已经有一条记录",
          en: "session 7 of term 7 has a record already")
      ]),
  ]

  private static let opinions: [Mistake] = [
    Mistake(
      "opinions of delegates without a matter, with something else, and with nothing at all",
      [
        "congress/a.md": """
        ---
        title: 七届七次职代会
        date: 2026-03-20
        term: 7
        session: 7
        delegates: 53
        opinions:
          - 1️⃣提高夜班补贴
          - {opinion: 添置热水器, matter: 2️⃣notices/热水}
          - {opinion: 引进人才, matter: 3️⃣matters/引进}
          - {opinion: 恢复广播操, matter: matters/广播操}
        ---
        """,
        "matters/广播操.md": """
        ---
        title: 恢复广播操
        date: 2026-03-20
        from: congress/a
        status: 办结
        answered: 2026-04-13
        result: 每天十点播放
        ---
        """,
        "notices/热水.md": """
        ---
        title: 热水器通知
        date: 2026-03-20
        kind: 通知
        ---
        """,
      ],
      [
        Expected(
          "1️⃣", "opinion-matter-missing", "代表意见“提高夜班补贴”还没有转为职工诉求",
          en: "the opinion “提高夜班补贴” has become no matter yet"),
        Expected(
          "2️⃣", "opinion-no-matter", "“notices/热水”不是职工诉求", en: "“notices/热水” is no matter"),
        Expected(
          "3️⃣", "reference-broken", "没有“matters/引进”这条记录",
          en: "there is no record “matters/引进”"),
      ])
  ]

  private static let matters: [Mistake] = [
    Mistake(
      "matters that nobody answered in time: by their day, after they were decided on, after they were raised",
      [
        "matters/a.md": """
        ---
        title: 热水
        date: 2026-09-01
        decided: 2026-09-02
        due: 1️⃣2026-11-21
        status: 受理
        ---
        """,
        "matters/b.md": """
        ---
        title: 停车
        date: 2026-10-01
        decided: 2️⃣2026-10-20
        status: 办理中
        ---
        """,
        "matters/c.md": """
        ---
        title: 食堂
        date: 3️⃣2026-09-01
        status: 办理中
        ---
        """,
        "matters/d.md": """
        ---
        title: 今天到期
        date: 2026-09-01
        due: 2026-11-22
        status: 受理
        ---
        """,
        "matters/e.md": """
        ---
        title: 先答复了，还在办
        date: 2026-09-01
        status: 办理中
        answered: 2026-09-20
        ---
        """,
      ],
      [
        Expected(
          "1️⃣", "matter-overdue", "《热水》应在 2026年11月21日前答复（答复期限），已逾期 1 天",
          en: "“热水” was to be answered by 2026-11-21 (the deadline): 1 day overdue"),
        Expected(
          "2️⃣", "matter-overdue", "《停车》应在 2026年11月19日前答复（议定后 30 天），已逾期 3 天",
          en:
            "“停车” was to be answered by 2026-11-19 (30 days after it was decided on): 3 days overdue"
        ),
        Expected(
          "3️⃣", "matter-overdue", "《食堂》应在 2026年10月1日前答复（提出后 30 天），已逾期 52 天",
          en: "“食堂” was to be answered by 2026-10-01 (30 days after it was raised): 52 days overdue"
        ),
      ]),
    Mistake(
      "a matter that was answered late",
      [
        "matters/a.md": """
        ---
        title: 热水
        date: 2026-09-01
        status: 办结
        answered: 1️⃣2026-10-03
        result: 装好了
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "matter-answered-late", "《热水》的答复比期限 2026-10-01（提出后 30 天）晚了 2 天",
          en: "“热水” was answered 2 days after 2026-10-01 (30 days after it was raised)")
      ]),
    Mistake(
      "matters that are over without an answer, a result or a reason",
      [
        "matters/a.md": """
        ---
        title: 热水
        date: 2026-09-01
        status: 1️⃣办结
        ---
        """,
        "matters/b.md": """
        ---
        title: 停车
        date: 2026-09-01
        status: 2️⃣暂不能办
        answered: 2026-09-20
        ---
        """,
      ],
      [
        Expected(
          "1️⃣", "matter-answer-missing", "“办结”没有答复日期", en: "“办结” has no day of the answer"),
        Expected("1️⃣", "matter-result-missing", "“办结”没有写结果", en: "“办结” has no result"),
        Expected(
          "2️⃣", "matter-reason-missing", "“暂不能办”没有写理由", en: "“暂不能办” has no reason"),
      ]),
    Mistake(
      "a matter answered before it was decided on, one due before it was raised",
      [
        "matters/a.md": """
        ---
        title: 热水
        date: 2026-09-01
        decided: 2026-09-20
        status: 办结
        answered: 1️⃣2026-09-10
        result: 装好了
        ---
        """,
        "matters/b.md": """
        ---
        title: 停车
        date: 2026-11-01
        due: 2️⃣2026-10-20
        status: 办理中
        answered: 2026-11-02
        ---
        """,
        "matters/c.md": """
        ---
        title: 食堂
        date: 2026-11-01
        decided: 3️⃣2026-10-31
        status: 受理
        ---
        """,
      ],
      [
        Expected(
          "1️⃣", "matter-days", "答复日期 2026-09-10 早于议定日期 2026-09-20",
          en: "the day of the answer, 2026-09-10, is before the day it was decided on, 2026-09-20"),
        Expected(
          "2️⃣", "matter-days", "答复期限 2026-10-20 早于提出日期 2026-11-01",
          en: "the deadline, 2026-10-20, is before the day it was raised, 2026-11-01"),
        Expected(
          "3️⃣", "matter-days", "议定日期 2026-10-31 早于提出日期 2026-11-01",
          en: "the day it was decided on, 2026-10-31, is before the day it was raised, 2026-11-01"),
      ]),
    Mistake(
      "a matter that is answered and only accepted, and came from a record that is not there",
      [
        "matters/a.md": """
        ---
        title: 热水
        date: 2026-09-01
        from: 1️⃣meetings/职工会
        status: 2️⃣受理
        answered: 2026-09-20
        ---
        """,
        "matters/b.md": """
        ---
        title: 停车
        date: 2026-11-01
        from: 外科/内科工会小组
        status: 受理
        ---
        """,
      ],
      [
        Expected(
          "1️⃣", "reference-broken", "没有“meetings/职工会”这条记录",
          en: "there is no record “meetings/职工会”"),
        Expected(
          "2️⃣", "matter-state", "状态是“受理”，却已在 2026-09-20 答复",
          en: "the state is 受理, yet it was answered on 2026-09-20"),
      ]),
  ]
}
