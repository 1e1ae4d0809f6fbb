extension Mistake {
  /// Keys and shapes.
  static let fields: [Mistake] = [
    Mistake(
      "one key twice",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        1️⃣title: 中秋慰问
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "duplicate-key", "“title”写了两次",
          en: "“title” is given twice")
      ]),
    Mistake(
      "one field by its Chinese and its English name",
      [
        "notices/a.md": """
        ---
        标题: 春节慰问
        date: 2026-02-10
        kind: 通知
        1️⃣title: 中秋慰问
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "duplicate-key", "“title”与“标题”是同一项",
          en: "“title” and “标题” are one field")
      ]),
    Mistake(
      "a misspelt English key",
      [
        "notices/a.md": """
        ---
        1️⃣titel: 春节慰问
        date: 2026-02-10
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "unknown-key", "没有“titel”这一项",
          en: "there is no field “titel”")
      ]),
    Mistake(
      "a misspelt Chinese key",
      [
        "notices/a.md": """
        ---
        标题: 春节慰问
        日期: 2026-02-10
        1️⃣类型: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "unknown-key", "没有“类型”这一项",
          en: "there is no field “类型”")
      ]),
    Mistake(
      "a key that nobody knows",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        1️⃣author: 办公室
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "unknown-key", "没有“author”这一项",
          en: "there is no field “author”")
      ]),
    Mistake(
      "a kind with one wrong character",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 1️⃣通之
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "unknown-choice", "“通之”不是“类别”里可选的词",
          en: "“通之” is not one of the choices of “kind”")
      ]),
    Mistake(
      "a kind in English",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 1️⃣notice
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "unknown-choice", "“notice”不是“类别”里可选的词",
          en: "“notice” is not one of the choices of “kind”")
      ]),
    Mistake(
      "required fields left empty",
      [
        "notices/a.md": """
        ---
        1️⃣title:
        2️⃣date: ~
        kind: 3️⃣""
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "field-empty", "“title”没有填写",
          en: "“title” is empty"),
        Expected(
          "2️⃣", "field-empty", "“date”没有填写",
          en: "“date” is empty"),
        Expected(
          "3️⃣", "field-empty", "“kind”没有填写",
          en: "“kind” is empty"),
      ]),
    Mistake(
      "a required text that is empty in quotes",
      [
        "notices/a.md": """
        ---
        title: 1️⃣"\u{3000}"
        date: 2026-02-10
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "field-empty", "“title”没有填写",
          en: "“title” is empty")
      ]),
    Mistake(
      "required fields left out",
      [
        "notices/a.md": """
        ---
        1️⃣summary: 春节慰问
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "field-missing", "缺少 date（日期）",
          en: "date (日期) is missing"),
        Expected(
          "1️⃣", "field-missing", "缺少 kind（类别）",
          en: "kind (类别) is missing"),
        Expected(
          "1️⃣", "field-missing", "缺少 title（标题）",
          en: "title (标题) is missing"),
      ]),
    Mistake(
      "a list where a text should stand",
      [
        "notices/a.md": """
        ---
        title: 1️⃣[春节, 慰问]
        date: 2026-02-10
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "field-shape", "“title”应当是一段文字，不是列表",
          en: "“title” must be plain text, not a list")
      ]),
    Mistake(
      "a group where a text should stand",
      [
        "notices/a.md": """
        ---
        title:
          1️⃣第一: 春节
        date: 2026-02-10
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "field-shape", "“title”应当是一段文字",
          en: "“title” must be plain text")
      ]),
    Mistake(
      "a text where a list should stand",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        tags: 1️⃣送温暖 女职工
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "field-shape", "“tags”应当是列表",
          en: "“tags” must be a list")
      ]),
    Mistake(
      "list items without a space behind the dash",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        tags:
          1️⃣-送温暖
          -女职工
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "field-shape", "“tags”应当是列表",
          en: "“tags” must be a list")
      ]),
    Mistake(
      "a text where a group should stand",
      [
        "activities/a.md": """
        ---
        title: 篮球赛
        date: 2026-10-18
        kind: 文体
        cost: 1️⃣500
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "field-shape", "“500”不是“键: 值”各项",
          en: "“500” is not fields “key: value”")
      ]),
    Mistake(
      "faults in the items of a list",
      [
        "activities/a.md": """
        ---
        title: 篮球赛
        date: 2026-10-18
        kind: 文体
        results:
          - event: 男子组
            place: 冠军
            kind: 1️⃣团体
            2️⃣recepient: 一队
          - 3️⃣event: 女子组
          - 4️⃣混合组 亚军
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "unknown-choice", "“团体”不是“类别”里可选的词",
          en: "“团体” is not one of the choices of “kind”"),
        Expected(
          "2️⃣", "unknown-key", "没有“recepient”这一项",
          en: "there is no field “recepient”"),
        Expected(
          "3️⃣", "field-missing", "缺少 place（名次）",
          en: "place (名次) is missing"),
        Expected(
          "4️⃣", "field-shape", "“混合组 亚军”不是“键: 值”各项",
          en: "“混合组 亚军” is not fields “key: value”"),
      ]),
    Mistake(
      "the second and the third record of a YAML list",
      [
        "honours/2025.yaml": """
        - title: 模范小家
          date: 2025-03-01
          level: 省
          kind: 集体
          awarded_by: 省总工会

        - title: 先进集体
          date: 1️⃣2025-13-01
          level: 2️⃣省级
          kind: 集体
          awarded_by: 省总工会
        - 3️⃣title: 优秀小组
          date: 2025-05-01
          level: 市
          kind: 集体
        """
      ],
      [
        Expected(
          "1️⃣", "day-impossible", "日历上没有“2025-13-01”这一天",
          en: "there is no such day as “2025-13-01” in the calendar"),
        Expected(
          "2️⃣", "unknown-choice", "“省级”不是“级别”里可选的词",
          en: "“省级” is not one of the choices of “level”"),
        Expected(
          "3️⃣", "field-missing", "缺少 awarded_by（授予单位）",
          en: "awarded_by (授予单位) is missing"),
      ]),
    Mistake(
      "a YAML file of mere text",
      [
        "honours/a.yaml": """
        - 1️⃣模范职工小家
        """
      ],
      [
        Expected(
          "1️⃣", "field-shape", "“模范职工小家”不是“键: 值”各项",
          en: "“模范职工小家” is not fields “key: value”")
      ]),
    Mistake(
      "a fault in a draft is a note",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        draft: true
        1️⃣tgas: [送温暖]
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "unknown-key", "没有“tgas”这一项",
          en: "there is no field “tgas”")
      ]),
  ]
}
