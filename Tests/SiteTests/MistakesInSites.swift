extension Mistake {
  /// Rules of the whole site.
  static let sites: [Mistake] = [
    Mistake(
      "extensions that are nearly right",
      ["notices/a.MD": "", "notices/b.md.txt": "", "notices/c.markdown": ""],
      [
        Expected(
          "content/notices/a.MD", "record-extension", "“a.MD”的扩展名不对，不会当作记录",
          en: "“a.MD” is not taken for a record by its extension"),
        Expected(
          "content/notices/b.md.txt", "record-extension", "“b.md.txt”的扩展名不对，不会当作记录",
          en: "“b.md.txt” is not taken for a record by its extension"),
        Expected(
          "content/notices/c.markdown", "record-extension", "“c.markdown”的扩展名不对，不会当作记录",
          en: "“c.markdown” is not taken for a record by its extension"),
      ]),
    Mistake(
      "two names that differ in case only",
      [
        "notices/A.md": """
        ---
        title: 1️⃣甲
        date: 2026-02-10
        kind: 通知
        ---
        """,
        "notices/a.md": """
        ---
        title: 2️⃣乙
        date: 2026-02-10
        kind: 通知
        ---
        """,
      ],
      [
        Expected(
          "1️⃣", "path-clash", "“notices/a.html”有两个来源",
          en: "two sources make “notices/a.html”"),
        Expected(
          "2️⃣", "path-clash", "“notices/a.html”有两个来源",
          en: "two sources make “notices/a.html”"),
      ]),
    Mistake(
      "a Markdown and a YAML file of one name",
      [
        "notices/a.md": """
        ---
        title: 1️⃣甲
        date: 2026-02-10
        kind: 通知
        ---
        """,
        "notices/a.yaml": """
        title: 2️⃣乙
        date: 2026-02-10
        kind: 通知
        """,
      ],
      [
        Expected(
          "1️⃣", "path-clash", "“notices/a.html”有两个来源",
          en: "two sources make “notices/a.html”"),
        Expected(
          "2️⃣", "path-clash", "“notices/a.html”有两个来源",
          en: "two sources make “notices/a.html”"),
      ]),
    Mistake(
      "files in no kind's folder",
      [
        "notice/a.md": """
        ---
        title: 甲
        ---
        """,
        "a.md": """
        ---
        title: 乙
        ---
        """,
      ],
      [
        Expected(
          "content/a.md", "unknown-folder", "这个文件不在任何栏目的文件夹里",
          en: "this file lies in no kind's folder"),
        Expected(
          "content/notice/a.md", "unknown-folder", "没有叫“notice”的栏目",
          en: "there is no kind of record in a folder “notice”"),
      ]),
    Mistake(
      "a file that no record names",
      [
        "notices/旧表格.xlsx": """
        x
        """
      ],
      [
        Expected(
          "content/notices/旧表格.xlsx", "file-unused", "没有记录引用这个文件，不会发布",
          en: "no record names this file; it is not published")
      ]),
    Mistake(
      "no site.yaml",
      [
        "holidays/2026.yaml": """
        off: [2026-10-01]
        """
      ],
      hasSettings: false,
      [
        Expected(
          "content/site.yaml", "site-missing", "没有 site.yaml",
          en: "there is no site.yaml")
      ]),
    Mistake(
      "faults in site.yaml",
      [
        "site.yaml": """
        title1️⃣：职工之家
        2️⃣unoin: 云麓县第二人民医院工会
        language: 3️⃣zh
        base_url: 4️⃣board.example
        menu: [5️⃣notice, 6️⃣pages/about]
        privacy: {names: 7️⃣last}
        thresholds: {notices: 8️⃣14天}
        """
      ],
      [
        Expected(
          "1️⃣", "fullwidth-colon", "“title”后面是中文冒号",
          en: "a full-width colon follows “title”"),
        Expected(
          "2️⃣", "unknown-key", "没有“unoin”这一项",
          en: "there is no field “unoin”"),
        Expected(
          "3️⃣", "unknown-choice", "“zh”不是“语言”里可选的词",
          en: "“zh” is not one of the choices of “language”"),
        Expected(
          "4️⃣", "base-url", "“board.example”不是完整网址",
          en: "“board.example” is not a whole address"),
        Expected(
          "5️⃣", "menu-target", "菜单里的“notice”没有内容",
          en: "there is nothing at “notice” for the menu"),
        Expected(
          "6️⃣", "menu-target", "菜单里的“pages/about”没有内容",
          en: "there is nothing at “pages/about” for the menu"),
        Expected(
          "7️⃣", "unknown-choice", "“last”不是“姓名”里可选的词",
          en: "“last” is not one of the choices of “names”"),
        Expected(
          "8️⃣", "count-form", "“14天”不是整数",
          en: "“14天” is not a whole number"),
      ]),
    Mistake(
      "holidays of another year",
      [
        "holidays/2026.yaml": """
        off: [1️⃣2025-10-01, 2026-10-01/2026-10-07, 2️⃣2026-13-01]
        3️⃣wrok: [2026-10-10]
        """
      ],
      [
        Expected(
          "1️⃣", "holiday-year", "2025-10-01 不在 2026 年",
          en: "2025-10-01 is not in 2026"),
        Expected(
          "2️⃣", "day-impossible", "日历上没有“2026-13-01”这一天",
          en: "there is no such day as “2026-13-01” in the calendar"),
        Expected(
          "3️⃣", "unknown-key", "没有“wrok”这一项",
          en: "there is no field “wrok”"),
      ]),
    Mistake(
      "holidays not named after a year",
      [
        "holidays/国庆.yaml": """
        off: [2026-10-01]
        """
      ],
      [
        Expected(
          "content/holidays/国庆.yaml", "unknown-folder", "假期文件以年份为名",
          en: "a holiday file is named after its year")
      ]),
    Mistake(
      "all faults of all files, sorted by path, line and column",
      [
        "notices/b.md": """
        ---
        title: 春节慰问
        date: 1️⃣2026.2.10
        kind: 2️⃣通之
        3️⃣tgas: [送温暖]
        ---

        4️⃣[甲](无.md)
        """,
        "honours/a.yaml": """
        - title: 模范小家
          date: 5️⃣2026-02-30
          level: 省
          kind: 集体
          awarded_by: 省总工会
        """,
        "activities/c.md": """
        6️⃣——
        title7️⃣：篮球赛
        date: 2026-10-18
        kind: 文体
        ---
        """,
        "notices/a.md": """
        ---
        title: 8️⃣"中秋慰问
        date: 2026-09-10
        kind: 通知
        ---

        9️⃣<b>甲
        """,
      ],
      [
        Expected(
          "6️⃣", "front-matter-fence", "第一行“——”不是三个英文减号",
          en: "in the first line, “——” is not three ASCII hyphens"),
        Expected(
          "7️⃣", "fullwidth-colon", "“title”后面是中文冒号",
          en: "a full-width colon follows “title”"),
        Expected(
          "5️⃣", "day-impossible", "日历上没有“2026-02-30”这一天",
          en: "there is no such day as “2026-02-30” in the calendar"),
        Expected(
          "8️⃣", "quote-unclosed", "引号没有结束",
          en: "the quoted value does not end"),
        Expected(
          "9️⃣", "raw-html", "HTML 标签 <b> 不会出现在网页上",
          en: "the HTML tag <b> is left out of the page"),
        Expected(
          "1️⃣", "day-form", "“2026.2.10”不是一个日期",
          en: "“2026.2.10” is not a day"),
        Expected(
          "2️⃣", "unknown-choice", "“通之”不是“类别”里可选的词",
          en: "“通之” is not one of the choices of “kind”"),
        Expected(
          "3️⃣", "unknown-key", "没有“tgas”这一项",
          en: "there is no field “tgas”"),
        Expected(
          "4️⃣", "link-broken", "链接指向的“无.md”不存在",
          en: "the link's target “无.md” does not exist"),
      ]),
    Mistake(
      "a section without news for longer than site.yaml allows",
      [
        "site.yaml": """
        title: 职工之家
        union: 云麓县第二人民医院工会
        thresholds: {notices: 180}
        """,
        "notices/a.md": """
        ---
        title: 1️⃣春节慰问
        date: 2026-02-10
        kind: 通知
        ---
        """,
      ],
      [
        Expected(
          "1️⃣", "section-stale", "“通知公告”已有 285 天没有新内容（规定 180 天）",
          en: "“Notices” has had no news for 285 days (limit 180)")
      ]),
  ]
}
