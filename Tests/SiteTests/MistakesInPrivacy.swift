extension Mistake {
  private static let people = "people:\n  - 张三丰\n  - name: 阿里木·买买提\n  - Li Na\n"

  /// Personal numbers, and names that must never appear.
  static let privacy: [Mistake] = [
    Mistake(
      "an identity number in the text and in a table",
      [
        "notices/a.md": """
        ---
        title: 困难职工补助
        date: 2026-11-20
        kind: 通知
        ---

        申请人1️⃣11010519491231002X，已核对。

        | 姓名 | 证件 |
        |---|---|
        | 张** | 2️⃣１１０１０５１９４９１２３１００２Ｘ |
        """
      ],
      [
        Expected(
          "1️⃣", "identity-number", "这里写了身份证号（110***********002X）",
          en: "an identity number stands here (110***********002X)"),
        Expected(
          "2️⃣", "identity-number", "这里写了身份证号（110***********002X）",
          en: "an identity number stands here (110***********002X)"),
      ]),
    Mistake(
      "mobile numbers in a field, in a title of an attachment and in site.yaml",
      [
        "site.yaml": "title: 板报\nunion: 某医院工会\ncontact: 王干事1️⃣13800138000\n",
        "notices/a.md": """
        ---
        title: 报名
        date: 2026-11-20
        kind: 通知
        to: 各科室（2️⃣138-0013-8000）
        attachments: [{file: 表.txt, title: 报名表 3️⃣+86 138 0013 8000}]
        ---
        """, "notices/表.txt": "空表\n",
      ],
      [
        Expected(
          "2️⃣", "mobile-number", "这里写了手机号（138****8000）", en: "a mobile number stands here (138****8000)"),
        Expected(
          "content/notices/a.md", line: 6, column: 44, "mobile-number", "这里写了手机号（138****8000）",
          en: "a mobile number stands here (138****8000)"),
        Expected(
          "1️⃣", "mobile-number", "这里写了手机号（138****8000）", en: "a mobile number stands here (138****8000)"),
      ]),
    Mistake(
      "a bank card in an attached text and a mobile number in the name of a record",
      [
        "notices/a.md": """
        ---
        title: 捐款
        date: 2026-11-20
        kind: 通知
        attachments: [{file: 账户.csv}]
        ---
        """, "notices/账户.csv": "户名,卡号\n工会,1️⃣6222 0212 3456 7890 128\n",
        "notices/13800138000.md": "---\ntitle: 联系\ndate: 2026-11-20\nkind: 通知\n---\n",
      ],
      [
        Expected(
          "content/notices/13800138000.md", "mobile-number", "这里写了手机号（138****8000）",
          en: "a mobile number stands here (138****8000)"),
        Expected(
          "1️⃣", "bank-card", "这里写了银行卡号（6222***********0128）",
          en: "a bank card's number stands here (6222***********0128)"),
      ]),
    Mistake(
      "mobile numbers that Markdown takes apart and the page puts together",
      [
        "notices/a.md": """
        ---
        title: 1️⃣报名
        date: 2026-11-20
        kind: 通知
        ---

        报名找工会：138**0013**8000，或 139&#48;0138000。上午 **12** 人，下午 **34** 人。

        | 科室 | 电话 |
        |---|---|
        | 138 | **0013** |
        | 8000 | **12** |
        """
      ],
      [
        Expected(
          "1️⃣", "mobile-number", "这里写了手机号（138****8000）", en: "a mobile number stands here (138****8000)"),
        Expected(
          "1️⃣", "mobile-number", "这里写了手机号（139****8000）", en: "a mobile number stands here (139****8000)"),
      ]),
    Mistake(
      "a personal number that another rule would quote",
      ["notices/a.md": "---\ntitle: 甲\ndate: 1️⃣13800138000\nkind: 通知\n---\n"],
      [
        Expected(
          "1️⃣", "day-form", "“138****8000”不是一个日期", en: "“138****8000” is not a day"),
        Expected(
          "1️⃣", "mobile-number", "这里写了手机号（138****8000）", en: "a mobile number stands here (138****8000)"),
      ]),
    Mistake(
      "numbers of telephones in offices, vouchers, amounts, books and documents are nobody's",
      [
        "notices/a.md": """
        ---
        title: 通知
        date: 2026-11-20
        kind: 通知
        number: 云医工〔2026〕3号
        ---

        电话 0871-61234567、010-6512-3456，内线 6120。凭证付-21，共 12,118.40 元。

        书号 978-7-5008-1234-5，条码 6901234567892，时间 2026-11-22 8:00—17:30。
        """
      ], []),
    Mistake(
      "a private name in every disguise, each at its place",
      [
        "private/people.yaml": people,
        "notices/a.md": """
        ---
        title: 看望1️⃣张　三丰
        date: 2026-11-20
        kind: 通知
        # 张三丰写在注释里，不发布
        summary: "2️⃣张·三·丰同志"
        tags: [3️⃣ＬＩ　ＮＡ]
        ---

        4️⃣张\u{200B}三丰、5️⃣阿里木 买买提、6️⃣⻓张三\u{2F75}，7️⃣阿里木•买买提和李娜、Carolina。
        """,
      ],
      [
        Expected(
          "1️⃣", "private-name", "这里有不得公开的姓名（张**）", en: "a name that must never appear stands here (张**)"),
        Expected(
          "2️⃣", "private-name", "这里有不得公开的姓名（张**）", en: "a name that must never appear stands here (张**)"),
        Expected(
          "3️⃣", "private-name", "这里有不得公开的姓名（L****）",
          en: "a name that must never appear stands here (L****)"),
        Expected(
          "4️⃣", "private-name", "这里有不得公开的姓名（张**）", en: "a name that must never appear stands here (张**)"),
        Expected(
          "5️⃣", "private-name", "这里有不得公开的姓名（阿里木·***）",
          en: "a name that must never appear stands here (阿里木·***)"),
        Expected(
          "7️⃣", "private-name", "这里有不得公开的姓名（阿里木·***）",
          en: "a name that must never appear stands here (阿里木·***)"),
      ]),
    Mistake(
      "Kangxi radicals and compatibility ideographs",
      [
        "private/people.yaml": "- 金文龙\n- name: 李白雨\n",
        "notices/a.md": """
        ---
        title: 通知
        date: 2026-11-20
        kind: 通知
        ---

        1️⃣\u{F90A}\u{2F42}\u{2EF0}、2️⃣\u{F9E1}\u{2F69}\u{2FAC}。
        """,
      ],
      [
        Expected(
          "1️⃣", "private-name", "这里有不得公开的姓名（金**）", en: "a name that must never appear stands here (金**)"),
        Expected(
          "2️⃣", "private-name", "这里有不得公开的姓名（李**）", en: "a name that must never appear stands here (李**)"),
      ]),
    Mistake(
      "a private name that Markdown puts together, and one in an address",
      [
        "private/people.yaml": people,
        "notices/a.md": "---\ntitle: 1️⃣通知\ndate: 2026-11-20\nkind: 通知\n---\n\n张**三**丰，&#76;i Na。\n",
      ],
      [
        Expected(
          "1️⃣", "private-name", "这里有不得公开的姓名（L****）",
          en: "a name that must never appear stands here (L****)"),
        Expected(
          "1️⃣", "private-name", "这里有不得公开的姓名（张**）", en: "a name that must never appear stands here (张**)"),
      ]),
    Mistake(
      "a private name in an attachment, in its name, and in the name of a record",
      [
        "private/people.yaml": people,
        "notices/a.md": """
        ---
        title: 名单
        date: 2026-11-20
        kind: 通知
        attachments: [{file: 1️⃣张三丰.txt}]
        ---
        """, "notices/张三丰.txt": "第一行\n职工2️⃣张 三 丰\n",
        "notices/张三丰.md": "---\ntitle: 通知\ndate: 2026-11-20\nkind: 通知\n---\n",
      ],
      [
        Expected(
          "1️⃣", "private-name", "这里有不得公开的姓名（张**）", en: "a name that must never appear stands here (张**)"),
        Expected(
          "content/notices/张三丰.md", "private-name", "这里有不得公开的姓名（张**）",
          en: "a name that must never appear stands here (张**)"),
        Expected(
          "2️⃣", "private-name", "这里有不得公开的姓名（张**）", en: "a name that must never appear stands here (张**)"),
      ]),
    Mistake(
      "a masked winner on the private list is silent, one with consent is not, and neither is a department",
      [
        "private/people.yaml": "人员: [张三丰, {姓名: 李四光}]\n",
        "honours/a.yaml": """
        title: 先进
        date: 2026-11-20
        level: 本级
        kind: 个人
        awarded_by: 本院工会
        recipients:
          - 张三丰
          - {name: 1️⃣李四光, consent: true}
          - {name: 张三丰、李四光, department: 2️⃣李四光团队}
        """,
      ],
      [
        Expected(
          "1️⃣", "private-name", "这里有不得公开的姓名（李**）", en: "a name that must never appear stands here (李**)"),
        Expected(
          "2️⃣", "private-name", "这里有不得公开的姓名（李**）", en: "a name that must never appear stands here (李**)"),
      ]),
    Mistake(
      "a private name in a draft is a note, and one that another rule quotes is masked",
      [
        "private/people.yaml": "- 张三丰\n",
        "notices/a.md": "---\ntitle: 1️⃣张三丰\ndate: 2026-11-20\nkind: 2️⃣3️⃣张三丰\ndraft: true\n---\n",
      ],
      [
        Expected(
          "1️⃣", "private-name", "这里有不得公开的姓名（张**）", en: "a name that must never appear stands here (张**)"),
        Expected(
          "3️⃣", "private-name", "这里有不得公开的姓名（张**）", en: "a name that must never appear stands here (张**)"),
        Expected(
          "2️⃣", "unknown-choice", "“张**”不是“类别”里可选的词", en: "“张**” is not one of the choices of “kind”"),
      ]),
    Mistake(
      "a list of private names that cannot be read as one",
      [
        "private/people.yaml": """
        people:
          - 1️⃣张三丰、李四光
          - 2️⃣张
          - 3️⃣{nmae: 张三丰}
          - 4️⃣138
          - 5️⃣[张三丰]
        6️⃣leute: [张三丰]
        names: 7️⃣张三丰
        """
      ],
      [
        Expected("1️⃣", "people-form", "一项里写了几个姓名", en: "several names stand in one item"),
        Expected("2️⃣", "people-form", "一个字不是完整的姓名", en: "one character is no whole name"),
        Expected("3️⃣", "people-form", "这一项没有姓名", en: "this item has no name"),
        Expected("4️⃣", "people-form", "这一项不是姓名", en: "this item is no name"),
        Expected("5️⃣", "people-form", "这里应当是姓名的列表", en: "a list of names must stand here"),
        Expected("6️⃣", "people-form", "不认识这一项", en: "this key is unknown"),
        Expected("7️⃣", "people-form", "这里应当是姓名的列表", en: "a list of names must stand here"),
      ]),
    Mistake(
      "a list of private names that is no YAML, quoted nowhere, and one under another name",
      ["private/people.yaml": "- 张三丰\n1️⃣@李四光\n", "private/People.YML": "- 张三丰\n"],
      [
        Expected(
          "content/private/People.YML", "people-form", "不公开名单的文件名不对，不会读",
          en: "the private list is not read under this name"),
        Expected("1️⃣", "people-form", "这里写得不对（yaml-syntax）", en: "this is written wrongly (yaml-syntax)"),
      ]),
    Mistake(
      "lists of private names in every form, and none",
      ["private/people.yaml": "names:\n  - 阿依娜·木合\n  - 姓名: 欧阳\n  - Mary O'Neil-Smith\n人员:\n"], []),
  ]
}
