extension Mistake {
  /// Slips of input methods.
  static let typing: [Mistake] = [
    Mistake(
      "full-width colons after keys",
      [
        "notices/a.md": """
        ---
        标题1️⃣：春节慰问
        日期2️⃣：2026年2月10日
        kind3️⃣：通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "fullwidth-colon", "“标题”后面是中文冒号",
          en: "a full-width colon follows “标题”"),
        Expected(
          "2️⃣", "fullwidth-colon", "“日期”后面是中文冒号",
          en: "a full-width colon follows “日期”"),
        Expected(
          "3️⃣", "fullwidth-colon", "“kind”后面是中文冒号",
          en: "a full-width colon follows “kind”"),
      ]),
    Mistake(
      "a full-width colon in a group",
      [
        "notices/a.md": """
        ---
        title: 评选公示
        date: 2026-11-18
        kind: 公示
        publicity:
          from1️⃣：2026-11-18
          working_days: 5
          contact: 工会办公室
        ---
        """,
        "holidays/2026.yaml": """
        off: [2026-10-01]
        """,
      ],
      [
        Expected(
          "1️⃣", "fullwidth-colon", "“from”后面是中文冒号",
          en: "a full-width colon follows “from”")
      ]),
    Mistake(
      "a full-width colon in braces",
      [
        "activities/a.md": """
        ---
        title: 篮球赛
        date: 2026-10-18
        kind: 文体
        cost: {amount1️⃣：500元, account: 50102}
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "fullwidth-colon", "“amount”后面是中文冒号",
          en: "a full-width colon follows “amount”")
      ]),
    Mistake(
      "a colon without its space",
      [
        "notices/a.md": """
        ---
        title1️⃣:春节慰问
        date: 2026-02-10
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "colon-without-space", "“title”的冒号后面缺一个空格",
          en: "a space is missing after the colon of “title”")
      ]),
    Mistake(
      "a full-width space after a colon",
      [
        "notices/a.md": """
        ---
        title:1️⃣\u{3000}春节慰问
        date: 2026-02-10
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "fullwidth-space", "冒号后面是全角空格",
          en: "a full-width space follows the colon")
      ]),
    Mistake(
      "a full-width space before a key",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        1️⃣\u{3000}date: 2026-02-10
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "fullwidth-space", "这一行用全角空格缩进",
          en: "this line is indented with full-width spaces")
      ]),
    Mistake(
      "full-width spaces as indentation",
      [
        "activities/a.md": """
        ---
        title: 篮球赛
        date: 2026-10-18
        kind: 文体
        cost:
        1️⃣\u{3000}amount: 500
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "fullwidth-space", "这一行用全角空格缩进",
          en: "this line is indented with full-width spaces")
      ]),
    Mistake(
      "a full-width space behind a key",
      [
        "notices/a.md": """
        ---
        1️⃣title\u{3000}: 春节慰问
        date: 2026-02-10
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "fullwidth-space", "“title”里或前后有多余的空格",
          en: "“title” has spaces in it or beside it")
      ]),
    Mistake(
      "a tab as indentation",
      [
        "activities/a.md": """
        ---
        title: 篮球赛
        date: 2026-10-18
        kind: 文体
        cost:
        1️⃣\tamount: 500
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "yaml-tab", "这一行用制表符（Tab）缩进",
          en: "this line is indented with a tab")
      ]),
    Mistake(
      "a tab after the dash of a list",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        tags:
          -1️⃣\t送温暖
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "yaml-tab", "“-”后面是制表符（Tab）",
          en: "a tab follows “-”")
      ]),
    Mistake(
      "a line without a colon",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date1️⃣ 2026-02-10
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "colon-missing", "“date”后面没有英文冒号",
          en: "no ASCII colon follows “date”")
      ]),
    Mistake(
      "full-width commas in a list",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        tags: [送温暖1️⃣，女职工, 节日2️⃣、联欢]
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "fullwidth-comma", "“送温暖，女职工”用中文标点隔开，只算一项",
          en: "“送温暖，女职工” is separated by a full-width comma and counts as one item"),
        Expected(
          "2️⃣", "fullwidth-comma", "“节日、联欢”用中文标点隔开，只算一项",
          en: "“节日、联欢” is separated by a full-width comma and counts as one item"),
      ]),
    Mistake(
      "full-width brackets round a list",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        tags: 1️⃣【送温暖，女职工】
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "fullwidth-bracket", "“tags”的方括号是中文的，不是列表",
          en: "the brackets of “tags” are full-width and make no list")
      ]),
    Mistake(
      "a list closed by a full-width bracket",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        tags: [送温暖, 女职工1️⃣】
        date: 2026-02-10
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "fullwidth-bracket", "以“[”开头，却以“】”结尾",
          en: "it begins with “[” but ends with “】”")
      ]),
    Mistake(
      "a list that is not closed, and a fault below it",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        tags: 1️⃣[送温暖, 女职工
        date: 2️⃣2026-02-30
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "bracket-unclosed", "“[”没有配上“]”",
          en: "“[” has no closing “]”"),
        Expected(
          "2️⃣", "day-impossible", "日历上没有“2026-02-30”这一天",
          en: "there is no such day as “2026-02-30” in the calendar"),
      ]),
    Mistake(
      "full-width braces",
      [
        "activities/a.md": """
        ---
        title: 篮球赛
        date: 2026-10-18
        kind: 文体
        cost: 1️⃣｛amount: 500, account: 50102｝
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "fullwidth-bracket", "“｛”是中文括号，只算文字",
          en: "“｛” is full-width and mere text")
      ]),
  ]
}
