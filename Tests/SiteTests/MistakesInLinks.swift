extension Mistake {
  /// Links, pictures, attachments and what else a body holds.
  static let links: [Mistake] = [
    Mistake(
      "a link to a file whose name is misspelt",
      [
        "notices/2026/spring.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        ---
        """,
        "activities/a.md": """
        ---
        title: 篮球赛
        date: 2026-10-18
        kind: 文体
        ---

        各位：1️⃣[见通知](../notices/2026/sprng.md)，再见2️⃣[通知](../notices/spring.md)。
        """,
      ],
      [
        Expected(
          "1️⃣", "link-broken", "链接指向的“../notices/2026/sprng.md”不存在",
          en: "the link's target “../notices/2026/sprng.md” does not exist"),
        Expected(
          "2️⃣", "link-broken", "链接指向的“../notices/spring.md”不存在",
          en: "the link's target “../notices/spring.md” does not exist"),
      ]),
    Mistake(
      "a link that begins with a slash",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        ---

        1️⃣[乙](/notices/b.md)
        """
      ],
      [
        Expected(
          "1️⃣", "link-absolute", "链接“/notices/b.md”以 / 开头",
          en: "the link “/notices/b.md” begins with /")
      ]),
    Mistake(
      "a link out of the content folder",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        ---

        1️⃣[表格](../../桌面/表格.xlsx)
        """
      ],
      [
        Expected(
          "1️⃣", "link-outside", "链接“../../桌面/表格.xlsx”指到了内容文件夹之外",
          en: "the link “../../桌面/表格.xlsx” leaves the content folder")
      ]),
    Mistake(
      "a link into the private folder",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        ---

        1️⃣[名单](../private/people.yaml)
        """,
        "private/people.yaml": """
        - 张小明
        """,
      ],
      [
        Expected(
          "1️⃣", "link-private", "private 文件夹里的内容不公开",
          en: "nothing under private is published")
      ]),
    Mistake(
      "a link to no heading of a page",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        ---

        ## 一、时间安排

        1️⃣[时间](#一时间安抚)
        """,
        "notices/b.md": """
        ---
        title: 中秋慰问
        date: 2026-09-10
        kind: 通知
        ---

        2️⃣[地点](a.md#地点)
        """,
      ],
      [
        Expected(
          "1️⃣", "link-fragment", "那一页没有标题“一时间安抚”",
          en: "that page has no heading “一时间安抚”"),
        Expected(
          "2️⃣", "link-fragment", "那一页没有标题“地点”",
          en: "that page has no heading “地点”"),
      ]),
    Mistake(
      "links to a draft and to a scheduled record",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        draft: true
        ---
        """,
        "notices/b.md": """
        ---
        title: 中秋慰问
        date: 2026-09-10
        kind: 通知
        publish: 2027-01-01
        ---
        """,
        "notices/c.md": """
        ---
        title: 汇总
        date: 2026-09-10
        kind: 通知
        ---

        1️⃣[春节](a.md)、2️⃣[中秋](b.md)
        """,
      ],
      [
        Expected(
          "1️⃣", "link-unpublished", "链接指向的“a.md”没有发布（草稿）",
          en: "the link's target “a.md” is not published (a draft)"),
        Expected(
          "2️⃣", "link-unpublished", "链接指向的“b.md”没有发布（未到发布日期）",
          en: "the link's target “b.md” is not published (scheduled)"),
      ]),
    Mistake(
      "a link to a page that is not made",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        ---

        1️⃣[去年](../notices/2019.html)
        """
      ],
      [
        Expected(
          "1️⃣", "link-broken", "链接指向的页面“../notices/2019.html”不存在",
          en: "the page “../notices/2019.html” does not exist")
      ]),
    Mistake(
      "addresses that run programs or point into a computer",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        ---

        1️⃣[甲](javascript:alert(1))、2️⃣[乙](file:///C:/报名表.docx)、3️⃣[丙](ftp://board.example/a.zip)
        """
      ],
      [
        Expected(
          "1️⃣", "dangerous-url", "地址不能以“javascript:”开头",
          en: "an address must not begin with \"javascript:\""),
        Expected(
          "2️⃣", "dangerous-url", "地址不能以“file:”开头",
          en: "an address must not begin with \"file:\""),
        Expected(
          "3️⃣", "unknown-scheme", "读者多半打不开以“ftp:”开头的地址，只保留文字",
          en: "most readers can't open an address that begins with \"ftp:\"; only its text is kept"),
      ]),
    Mistake(
      "pictures that are missing, remote, undescribed or none",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        ---

        1️⃣![灯笼](灯笼.png)

        2️⃣![灯笼](http://board.example/a.png)

        3️⃣![](花灯.png)

        4️⃣![灯笼](说明.pdf)

        [说明](说明.pdf)
        """,
        "notices/花灯.png": """
        x
        """,
        "notices/说明.pdf": """
        x
        """,
      ],
      [
        Expected(
          "1️⃣", "file-missing", "找不到图片“灯笼.png”",
          en: "there is no picture “灯笼.png”"),
        Expected(
          "2️⃣", "remote-image", "图片“http://board.example/a.png”在别的网站上",
          en: "the image \"http://board.example/a.png\" is on another host"),
        Expected(
          "3️⃣", "image-without-alt", "图片没有说明文字",
          en: "the image has no description"),
        Expected(
          "4️⃣", "not-an-image", "“说明.pdf”不是图片",
          en: "“说明.pdf” is not a picture"),
      ]),
    Mistake(
      "HTML tags in a body",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        ---

        请于1️⃣<b>3月8日前报名

        2️⃣<table><tr><td>一</td></tr></table>
        """
      ],
      [
        Expected(
          "1️⃣", "raw-html", "HTML 标签 <b> 不会出现在网页上",
          en: "the HTML tag <b> is left out of the page"),
        Expected(
          "2️⃣", "raw-html", "这一段 HTML（<table>）不会出现在网页上",
          en: "this block of HTML (<table>) is left out of the page"),
      ]),
    Mistake(
      "marks of Markdown typed with an input method",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        ---

        1️⃣＃＃ 时间

        2️⃣##地点

        3️⃣＊＊重点＊＊
        """
      ],
      [
        Expected(
          "1️⃣", "fullwidth-markdown", "“＃”是全角符号，Markdown 的记号要用半角",
          en: "\"＃\" is full-width; Markdown's marks are ASCII"),
        Expected(
          "2️⃣", "heading-without-space", "标题的 # 后面没有空格",
          en: "no space behind the # of a heading"),
        Expected(
          "3️⃣", "fullwidth-markdown", "“＊＊”是全角符号，Markdown 的记号要用半角",
          en: "\"＊＊\" is full-width; Markdown's marks are ASCII"),
      ]),
    Mistake(
      "attachments that are missing, of a wrong type or elsewhere",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        attachments:
          - file: 1️⃣报名表.xls
          - {file: 2️⃣安装.exe, title: 程序}
          - file: 3️⃣../../桌面/表格.xlsx
          - file: 4️⃣../private/名单.xlsx
          - 5️⃣报名表.xlsx
        ---
        """,
        "notices/报名表.xlsx": """
        x
        """,
        "notices/安装.exe": """
        x
        """,
        "private/名单.xlsx": """
        x
        """,
      ],
      [
        Expected(
          "1️⃣", "file-missing", "找不到文件“报名表.xls”",
          en: "there is no file “报名表.xls”"),
        Expected(
          "2️⃣", "file-type", "不发布这种文件：安装.exe",
          en: "files of this type are not published: 安装.exe"),
        Expected(
          "3️⃣", "link-outside", "文件“../../桌面/表格.xlsx”不在内容文件夹里",
          en: "the file “../../桌面/表格.xlsx” lies outside the content folder"),
        Expected(
          "4️⃣", "link-private", "private 文件夹里的内容不公开",
          en: "nothing under private is published"),
        Expected(
          "5️⃣", "field-shape", "“报名表.xlsx”不是“键: 值”各项",
          en: "“报名表.xlsx” is not fields “key: value”"),
        Expected(
          "content/notices/安装.exe", "file-unused", "没有记录引用这个文件，不会发布",
          en: "no record names this file; it is not published"),
        Expected(
          "content/notices/报名表.xlsx", "file-unused", "没有记录引用这个文件，不会发布",
          en: "no record names this file; it is not published"),
      ]),
    Mistake(
      "photos without a text, and one that is none",
      [
        "activities/a.md": """
        ---
        title: 篮球赛
        date: 2026-10-18
        kind: 文体
        photos:
          - file: 1️⃣球场.png
          - {file: 2️⃣规则.pdf, alt: 规则}
        attachments: [{file: 规则.pdf}]
        ---
        """,
        "activities/球场.png": """
        x
        """,
        "activities/规则.pdf": """
        x
        """,
      ],
      [
        Expected(
          "1️⃣", "photo-without-alt", "照片“球场.png”没有替代文字",
          en: "the photo “球场.png” has no alternative text"),
        Expected(
          "2️⃣", "not-an-image", "“规则.pdf”不是图片",
          en: "“规则.pdf” is not a picture"),
      ]),
  ]
}
