extension Mistake {
  /// Mistakes in whole files: encodings, fences, line ends.
  static let files: [Mistake] = [
    Mistake(
      "a control character pasted into a title",
      [
        "notices/a.md": """
        ---
        title: 春节1️⃣\u{8}慰问
        date: 2026-02-10
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "control-character", "这里有一个看不见的字符（U+0008）",
          en: "an invisible character stands here (U+0008)")
      ]),
    Mistake(
      "Word's line break in a body",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        ---

        第一行1️⃣\u{B}第二行
        """
      ],
      [
        Expected(
          "1️⃣", "control-character", "这里有一个看不见的字符（U+000B）",
          en: "an invisible character stands here (U+000B)")
      ]),
    Mistake(
      "a line separator, which YAML would count as a line",
      [
        "notices/a.md": """
        ---
        title: 春节1️⃣\u{2028}慰问
        date: 2026-02-10
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "control-character", "这里有一个看不见的字符（U+2028）",
          en: "an invisible character stands here (U+2028)")
      ]),
    Mistake(
      "two files joined with a byte order mark between them",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        ---

        甲1️⃣\u{FEFF}乙
        """
      ],
      [
        Expected(
          "1️⃣", "control-character", "这里有一个看不见的字符（U+FEFF）",
          en: "an invisible character stands here (U+FEFF)")
      ]),
    Mistake(
      "an empty file",
      [
        "notices/a.md": """

        """
      ],
      [
        Expected(
          "content/notices/a.md", "front-matter-missing", "文件是空的",
          en: "the file is empty")
      ]),
    Mistake(
      "text without fields",
      [
        "notices/a.md": """
        1️⃣# 春节慰问

        各位会员：
        """
      ],
      [
        Expected(
          "1️⃣", "front-matter-missing", "文件开头没有用 --- 围起来的各项信息",
          en: "the file does not begin with fields between --- lines")
      ]),
    Mistake(
      "fields without their first fence",
      [
        "notices/a.md": """
        1️⃣title: 春节慰问
        date: 2026-02-10
        kind: 通知
        ---

        各位会员：
        """
      ],
      [
        Expected(
          "1️⃣", "front-matter-missing", "文件的第一行应当是 ---",
          en: "the first line of the file must be ---")
      ]),
    Mistake(
      "fences of dashes",
      [
        "notices/a.md": """
        1️⃣———
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        2️⃣———

        各位会员：
        """
      ],
      [
        Expected(
          "1️⃣", "front-matter-fence", "第一行“———”不是三个英文减号",
          en: "in the first line, “———” is not three ASCII hyphens"),
        Expected(
          "2️⃣", "front-matter-fence", "结束行“———”不是三个英文减号",
          en: "in the closing line, “———” is not three ASCII hyphens"),
      ]),
    Mistake(
      "fences of full-width hyphens",
      [
        "notices/a.md": """
        1️⃣－－－
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        2️⃣－－－
        """
      ],
      [
        Expected(
          "1️⃣", "front-matter-fence", "第一行“－－－”不是三个英文减号",
          en: "in the first line, “－－－” is not three ASCII hyphens"),
        Expected(
          "2️⃣", "front-matter-fence", "结束行“－－－”不是三个英文减号",
          en: "in the closing line, “－－－” is not three ASCII hyphens"),
      ]),
    Mistake(
      "a fence of four hyphens and an indented one",
      [
        "notices/a.md": """
        1️⃣----
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        2️⃣ ---
        """
      ],
      [
        Expected(
          "1️⃣", "front-matter-fence", "第一行“----”应当正好三个减号",
          en: "in the first line, “----” must be exactly three hyphens"),
        Expected(
          "2️⃣", "front-matter-fence", "结束行“---”前面不能有空格",
          en: "in the closing line, no space may stand before “---”"),
      ]),
    Mistake(
      "a missing second fence, and a fault in the fields",
      [
        "notices/a.md": """
        1️⃣---
        title: 春节慰问
        date: 2️⃣2026.2.10
        kind: 通知

        各位会员：
        """
      ],
      [
        Expected(
          "1️⃣", "front-matter-unclosed", "开头的 --- 没有结束的 --- 与它对应",
          en: "the opening --- has no closing ---"),
        Expected(
          "2️⃣", "day-form", "“2026.2.10”不是一个日期",
          en: "“2026.2.10” is not a day"),
      ]),
    Mistake(
      "text of the body before the second fence",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        1️⃣各位会员请注意。
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "colon-missing", "“各位会员请注意。”不是“键: 值”",
          en: "“各位会员请注意。” is not “key: value”")
      ]),
    Mistake(
      "a fault in a file with CRLF",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 1️⃣2026.2.10
        kind: 通知
        ---

        甲

        2️⃣[乙](丙.md)
        """
      ],
      lineEnds: .crlf,
      [
        Expected(
          "1️⃣", "day-form", "“2026.2.10”不是一个日期",
          en: "“2026.2.10” is not a day"),
        Expected(
          "2️⃣", "link-broken", "链接指向的“丙.md”不存在",
          en: "the link's target “丙.md” does not exist"),
      ]),
    Mistake(
      "a fault in a file with CR",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 1️⃣2026.2.10
        kind: 通知
        ---

        甲

        2️⃣[乙](丙.md)
        """
      ],
      lineEnds: .cr,
      [
        Expected(
          "1️⃣", "day-form", "“2026.2.10”不是一个日期",
          en: "“2026.2.10” is not a day"),
        Expected(
          "2️⃣", "link-broken", "链接指向的“丙.md”不存在",
          en: "the link's target “丙.md” does not exist"),
      ]),
    Mistake(
      "a fault in a file with a byte order mark",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 1️⃣2026.2.10
        kind: 通知
        ---

        甲

        2️⃣[乙](丙.md)
        """
      ],
      hasByteOrderMark: true,
      [
        Expected(
          "1️⃣", "day-form", "“2026.2.10”不是一个日期",
          en: "“2026.2.10” is not a day"),
        Expected(
          "2️⃣", "link-broken", "链接指向的“丙.md”不存在",
          en: "the link's target “丙.md” does not exist"),
      ]),
  ]
}
