extension Mistake {
  /// What YAML takes amiss.
  static let yaml: [Mistake] = [
    Mistake(
      "two commas in a list",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        tags: [送温暖,1️⃣, 女职工]
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "yaml-syntax", "这里多了一个逗号",
          en: "there is one comma too many here")
      ]),
    Mistake(
      "curly quotes round a value",
      [
        "notices/a.md": """
        ---
        title: 1️⃣“春节慰问”
        date: 2️⃣“2026-02-10”
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "curly-quotes", "整个值被中文引号括住，中文引号只算文字",
          en: "the whole value stands in curly quotes, which are mere text"),
        Expected(
          "2️⃣", "curly-quotes", "整个值被中文引号括住，中文引号只算文字",
          en: "the whole value stands in curly quotes, which are mere text"),
      ]),
    Mistake(
      "an ASCII quote closed by a curly one",
      [
        "notices/a.md": """
        ---
        title: "春节慰问1️⃣”
        date: 2026-02-10
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "curly-quotes", "值以英文引号 \" 开头，却以中文引号 ” 结尾",
          en: "the value begins with \" but ends with ”")
      ]),
    Mistake(
      "a curly quote closed by an ASCII one",
      [
        "notices/a.md": """
        ---
        title: 1️⃣‘春节慰问'
        date: 2026-02-10
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "curly-quotes", "整个值被中文引号括住，中文引号只算文字",
          en: "the whole value stands in curly quotes, which are mere text")
      ]),
    Mistake(
      "a quote that is not closed, with another below it",
      [
        "notices/a.md": """
        ---
        title: 1️⃣"春节慰问
        date: 2026-02-10
        kind: "通知"
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "quote-unclosed", "引号没有结束",
          en: "the quoted value does not end")
      ]),
    Mistake(
      "text behind a closing quote",
      [
        "notices/a.md": """
        ---
        title: "安康杯"1️⃣竞赛通知
        date: 2026-02-10
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "value-needs-quotes", "引号结束以后还有文字",
          en: "text follows the closing quote")
      ]),
    Mistake(
      "a backslash in double quotes",
      [
        "notices/a.md": """
        ---
        title: "桌面1️⃣\\春节"
        date: 2026-02-10
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "yaml-syntax", "双引号里的反斜杠 \\ 有特殊含义",
          en: "a backslash in double quotes has a meaning of its own")
      ]),
    Mistake(
      "a title cut by a number sign",
      [
        "notices/a.md": """
        ---
        title: 运动会 1️⃣#1 号通知
        date: 2026-02-10
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "hash-cuts-value", "“title”到“运动会”为止：# 后面的是注释",
          en: "“title” ends at “运动会”: what follows # is a comment")
      ]),
    Mistake(
      "a title that is all comment",
      [
        "notices/a.md": """
        ---
        title: 1️⃣#1 号通知
        date: 2026-02-10
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "hash-cuts-value", "“title”没有填写：# 后面的是注释",
          en: "“title” is empty: what follows # is a comment")
      ]),
    Mistake(
      "a number sign in a list",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        tags: [送温暖, 第 1️⃣#1 组]
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "hash-cuts-value", "# 后面的被当作注释，括号就没有结束",
          en: "what follows # is a comment, so the bracket does not end")
      ]),
    Mistake(
      "a colon and a space in a value",
      [
        "notices/a.md": """
        ---
        title: 通知1️⃣: 放假安排
        date: 2026-02-10
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "value-needs-quotes", "值里有英文冒号加空格",
          en: "the value holds a colon and a space")
      ]),
    Mistake(
      "values that begin with an asterisk, an ampersand and an exclamation mark",
      [
        "notices/a.md": """
        ---
        title: 1️⃣*重要*通知
        summary: 2️⃣&下半年
        issuer: 3️⃣!工会
        date: 2026-02-10
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "yaml-alias", "值不能以“*”开头",
          en: "a value cannot begin with “*”"),
        Expected(
          "2️⃣", "yaml-alias", "值不能以“&”开头",
          en: "a value cannot begin with “&”"),
        Expected(
          "3️⃣", "yaml-tag", "值不能以“!”开头",
          en: "a value cannot begin with “!”"),
      ]),
    Mistake(
      "an anchor that is one",
      [
        "activities/a.md": """
        ---
        title: 篮球赛
        date: 2026-10-18
        kind: 文体
        cost: 1️⃣&cost {amount: 500}
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "yaml-alias", "不能使用 YAML 的锚点（&）",
          en: "YAML anchors (&) are not allowed")
      ]),
    Mistake(
      "values that begin with other signs of YAML",
      [
        "notices/a.md": """
        ---
        title: 1️⃣@全体会员
        summary: 2️⃣`代码`
        issuer: 3️⃣%50
        to: 4️⃣|各小组
        number: 5️⃣>一号
        date: 2026-02-10
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "value-needs-quotes", "值不能以“@”开头",
          en: "a value cannot begin with “@”"),
        Expected(
          "2️⃣", "value-needs-quotes", "值不能以“`”开头",
          en: "a value cannot begin with “`”"),
        Expected(
          "3️⃣", "value-needs-quotes", "值不能以“%”开头",
          en: "a value cannot begin with “%”"),
        Expected(
          "4️⃣", "value-needs-quotes", "值不能以“|”开头",
          en: "a value cannot begin with “|”"),
        Expected(
          "5️⃣", "value-needs-quotes", "值不能以“>”开头",
          en: "a value cannot begin with “>”"),
        Expected(
          "5️⃣", "document-number", "“>一号”不是发文字号", en: "“>一号” is no document number"),
      ]),
    Mistake(
      "a list begun in the line of its key",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        tags: 1️⃣- 送温暖
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "value-needs-quotes", "值不能以“- ”开头",
          en: "a value cannot begin with “- ”")
      ]),
    Mistake(
      "a title that begins with brackets",
      [
        "notices/a.md": """
        ---
        title: 1️⃣[通知]关于春节慰问
        date: 2026-02-10
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "value-needs-quotes", "值以“[”开头，“]”后面却还有文字",
          en: "the value begins with “[”, and text follows the “]”")
      ]),
    Mistake(
      "a line indented too much",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
          1️⃣date: 2026-02-10
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "indentation", "“date”前面多了 2 个空格",
          en: "2 spaces too many stand before “date”")
      ]),
    Mistake(
      "lines of one group with different indentation",
      [
        "notices/a.md": """
        ---
        title: 评选公示
        date: 2026-11-18
        kind: 公示
        publicity:
            from: 2026-11-18
          1️⃣working_days: 5
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "yaml-syntax", "这一行的缩进与上面不齐",
          en: "this line is not indented like those above")
      ]),
    Mistake(
      "a group that is not indented",
      [
        "activities/a.md": """
        ---
        title: 篮球赛
        date: 2026-10-18
        kind: 文体
        cost:
        1️⃣amount: 500
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "unknown-key", "“amount”是 cost（经费）里的小项",
          en: "“amount” belongs inside “cost”")
      ]),
    Mistake(
      "a second document in a YAML file",
      [
        "honours/a.yaml": """
        title: 模范小家
        date: 2025-03-01
        level: 省
        kind: 集体
        awarded_by: 省总工会
        1️⃣---
        title: 先进集体
        """
      ],
      [
        Expected(
          "1️⃣", "yaml-syntax", "这里又出现了 ---，一个文件只能有一份",
          en: "a second --- begins here; a file holds one document")
      ]),
  ]
}
