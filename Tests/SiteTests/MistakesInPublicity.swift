extension Mistake {
  /// 公示, results and references.
  static let publicity: [Mistake] = [
    Mistake(
      "a publicity notice without its period",
      [
        "notices/a.md": """
        ---
        title: 评选公示
        date: 2026-11-18
        kind: 1️⃣公示
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "publicity-missing", "公示没有写公示期",
          en: "this 公示 has no period")
      ]),
    Mistake(
      "working days that do not agree with the days",
      [
        "notices/a.md": """
        ---
        title: 评选公示
        date: 2026-11-18
        kind: 公示
        publicity: {from: 2026-11-18, to: 2026-11-25, working_days: 1️⃣7, contact: 工会办公室}
        ---
        """,
        "holidays/2026.yaml": """
        off: [2026-10-01]
        """,
      ],
      [
        Expected(
          "1️⃣", "publicity-days", "公示期写 7 个工作日，2026-11-18 至 2026-11-25 却有 6 个",
          en: "the period says 7 working days, but 2026-11-18 to 2026-11-25 has 6")
      ]),
    Mistake(
      "a period that is too short and names nobody, in a year without holidays",
      [
        "notices/a.md": """
        ---
        title: 评选公示
        date: 2026-11-20
        kind: 公示
        publicity:
          1️⃣from: 2026-11-20
          working_days: 4
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "publicity-contact", "公示没有写向谁提异议",
          en: "the 公示 does not say to whom to object"),
        Expected(
          "1️⃣", "publicity-short", "公示期只有 4 个工作日",
          en: "the period has only 4 working days"),
        Expected(
          "1️⃣", "holidays-unknown", "没有 holidays/2026.yaml，工作日按周一至周五计算",
          en: "without holidays/2026.yaml, Monday to Friday count as working days"),
      ]),
    Mistake(
      "a period without its beginning or end, or that ends before it begins",
      [
        "notices/a.md": """
        ---
        title: 甲公示
        date: 2026-11-18
        kind: 公示
        publicity: 1️⃣{to: 2026-11-26}
        ---
        """,
        "notices/b.md": """
        ---
        title: 乙公示
        date: 2026-11-18
        kind: 公示
        publicity: 2️⃣{from: 2026-11-18}
        ---
        """,
        "notices/c.md": """
        ---
        title: 丙公示
        date: 2026-11-18
        kind: 公示
        publicity: {from: 2026-11-18, to: 3️⃣2026-11-11}
        ---
        """,
      ],
      [
        Expected(
          "1️⃣", "field-missing", "缺少 from（起）",
          en: "from (起) is missing"),
        Expected(
          "2️⃣", "field-missing", "公示期缺少 to（止）或 working_days（工作日）",
          en: "publicity lacks to or working_days"),
        Expected(
          "3️⃣", "span-backwards", "公示结束日 2026-11-11 早于开始日 2026-11-18",
          en: "the period ends on 2026-11-11, before it begins on 2026-11-18"),
      ]),
    Mistake(
      "a period that is over without a result",
      [
        "notices/a.md": """
        ---
        title: 评选公示
        date: 2026-11-02
        kind: 公示
        publicity: 1️⃣{from: 2026-11-02, to: 2026-11-06, contact: 工会办公室}
        ---
        """,
        "holidays/2026.yaml": """
        off: [2026-10-01]
        """,
      ],
      [
        Expected(
          "1️⃣", "publicity-result-missing", "公示已于 2026年11月6日期满，还没有公布结果",
          en: "the period ended on 2026-11-06 and no result is told")
      ]),
    Mistake(
      "results that are early, of no publicity, or of nothing",
      [
        "notices/a.md": """
        ---
        title: 评选公示
        date: 2026-11-02
        kind: 公示
        publicity: {from: 2026-11-02, to: 2026-11-10, contact: 工会办公室}
        ---
        """,
        "notices/b.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        ---
        """,
        "notices/c.md": """
        ---
        title: 草稿
        date: 2026-02-10
        kind: 通知
        draft: true
        ---
        """,
        "notices/r1.md": """
        ---
        title: 甲结果
        date: 1️⃣2026-11-09
        kind: 公告
        result_of: notices/a
        ---
        """,
        "notices/r2.md": """
        ---
        title: 乙结果
        date: 2026-11-15
        kind: 公告
        result_of: 2️⃣notices/b
        ---
        """,
        "notices/r3.md": """
        ---
        title: 丙结果
        date: 2026-11-15
        kind: 公告
        result_of: 3️⃣notices/a.md
        ---
        """,
        "notices/r4.md": """
        ---
        title: 丁结果
        date: 2026-11-15
        kind: 公告
        result_of: 4️⃣notices/c
        ---
        """,
        "holidays/2026.yaml": """
        off: [2026-10-01]
        """,
      ],
      [
        Expected(
          "1️⃣", "publicity-result-early", "结果日期 2026-11-09 不晚于公示结束日 2026-11-10",
          en: "the result of 2026-11-09 is not after the period's end, 2026-11-10"),
        Expected(
          "2️⃣", "result-of-other", "“notices/b”没有公示期",
          en: "“notices/b” has no publicity period"),
        Expected(
          "3️⃣", "reference-broken", "“notices/a.md”不要写扩展名",
          en: "“notices/a.md” must not have an extension"),
        Expected(
          "4️⃣", "reference-unpublished", "“notices/c”没有发布（草稿）",
          en: "“notices/c” is not published (a draft)"),
      ]),
    Mistake(
      "evidence that does not exist",
      [
        "honours/a.md": """
        ---
        title: 模范小家
        date: 2026-05-01
        level: 省
        kind: 集体
        awarded_by: 省总工会
        evidence: 1️⃣notices/喜报
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "reference-broken", "没有“notices/喜报”这条记录",
          en: "there is no record “notices/喜报”")
      ]),
  ]
}
