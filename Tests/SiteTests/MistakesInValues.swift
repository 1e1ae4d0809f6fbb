extension Mistake {
  /// Days, spans, amounts, counts and flags.
  static let values: [Mistake] = [
    Mistake(
      "days that do not exist",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 1️⃣2026-2-30
        publish: 2️⃣2026-13-01
        expires: 3️⃣2026-03-00
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "day-impossible", "日历上没有“2026-2-30”这一天",
          en: "there is no such day as “2026-2-30” in the calendar"),
        Expected(
          "2️⃣", "day-impossible", "日历上没有“2026-13-01”这一天",
          en: "there is no such day as “2026-13-01” in the calendar"),
        Expected(
          "3️⃣", "day-impossible", "日历上没有“2026-03-00”这一天",
          en: "there is no such day as “2026-03-00” in the calendar"),
      ]),
    Mistake(
      "days in other spellings",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 1️⃣2026.3.8
        publish: 2️⃣20260308
        expires: 3️⃣46089
        pinned_until: 4️⃣二〇二六年三月八日
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "day-form", "“2026.3.8”不是一个日期",
          en: "“2026.3.8” is not a day"),
        Expected(
          "2️⃣", "day-form", "“20260308”不是一个日期",
          en: "“20260308” is not a day"),
        Expected(
          "3️⃣", "day-form", "“46089”不是一个日期",
          en: "“46089” is not a day"),
        Expected(
          "4️⃣", "day-form", "“二〇二六年三月八日”不是一个日期",
          en: "“二〇二六年三月八日” is not a day"),
      ]),
    Mistake(
      "days with parts missing",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 1️⃣26-03-08
        publish: 2️⃣3月8日
        expires: 3️⃣2026年3月
        pinned_until: 4️⃣昨天
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "day-form", "“26-03-08”的年份要写四位",
          en: "the year of “26-03-08” needs four digits"),
        Expected(
          "2️⃣", "day-form", "“3月8日”没有写年份",
          en: "“3月8日” has no year"),
        Expected(
          "3️⃣", "day-form", "“2026年3月”没有写到日",
          en: "“2026年3月” has no day of the month"),
        Expected(
          "4️⃣", "day-form", "“昨天”不是一个日期",
          en: "“昨天” is not a day"),
      ]),
    Mistake(
      "a day with a time",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 1️⃣2026-03-08 14:00
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "day-form", "“2026-03-08 14:00”不是一个日期",
          en: "“2026-03-08 14:00” is not a day")
      ]),
    Mistake(
      "a span where a day should stand",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 1️⃣2026-03-08/2026-03-10
        expires: 2️⃣2026年3月8日至10日
        kind: 通知
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "span-not-allowed", "“2026-03-08/2026-03-10”是一段日期，这里只能写一天",
          en: "“2026-03-08/2026-03-10” is a span; a single day must stand here"),
        Expected(
          "2️⃣", "span-not-allowed", "“2026年3月8日至10日”是一段日期，这里只能写一天",
          en: "“2026年3月8日至10日” is a span; a single day must stand here"),
      ]),
    Mistake(
      "a span that runs backwards",
      [
        "activities/a.md": """
        ---
        title: 疗休养
        date: 1️⃣2026-04-03/2026-03-26
        kind: 疗休养
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "span-backwards", "起止日期颠倒：2026-04-03 晚于 2026-03-26",
          en: "the span runs backwards: 2026-04-03 is after 2026-03-26")
      ]),
    Mistake(
      "a span as pages print it",
      [
        "activities/a.md": """
        ---
        title: 疗休养
        date: 1️⃣2026年3月26日至4月3日
        kind: 疗休养
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "day-form", "“2026年3月26日至4月3日”的写法不对",
          en: "“2026年3月26日至4月3日” is not how a span is written")
      ]),
    Mistake(
      "a span joined by a dash",
      [
        "activities/a.md": """
        ---
        title: 疗休养
        date: 1️⃣2026-03-26—2026-04-03
        kind: 疗休养
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "day-form", "“2026-03-26—2026-04-03”的写法不对",
          en: "“2026-03-26—2026-04-03” is not how a span is written")
      ]),
    Mistake(
      "a span without its end",
      [
        "activities/a.md": """
        ---
        title: 疗休养
        date: 1️⃣2026-03-26/
        kind: 疗休养
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "day-form", "“2026-03-26/”不是一段日期",
          en: "“2026-03-26/” is not a span of days")
      ]),
    Mistake(
      "an amount in ten thousands",
      [
        "activities/a.md": """
        ---
        title: 篮球赛
        date: 2026-10-18
        kind: 文体
        cost: {amount: 1️⃣1.2万}
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "amount-form", "金额“1.2万”要写到元，不用“万”",
          en: "the amount “1.2万” must be in yuan, not in 万")
      ]),
    Mistake(
      "an amount with three decimals",
      [
        "activities/a.md": """
        ---
        title: 篮球赛
        date: 2026-10-18
        kind: 文体
        cost: {amount: 1️⃣500.125}
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "amount-form", "金额“500.125”最多两位小数，精确到分",
          en: "the amount “500.125” has more than two decimals")
      ]),
    Mistake(
      "an amount with its commas in the wrong place",
      [
        "activities/a.md": """
        ---
        title: 篮球赛
        date: 2026-10-18
        kind: 文体
        cost:
          amount: 1️⃣1,2118.40
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "amount-form", "“1,2118.40”的千位逗号位置不对",
          en: "the commas in “1,2118.40” do not stand at thousands")
      ]),
    Mistake(
      "an amount cut in two by a comma in braces",
      [
        "activities/a.md": """
        ---
        title: 篮球赛
        date: 2026-10-18
        kind: 文体
        cost: {amount: 12,1️⃣118.40}
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "amount-form", "花括号里的逗号把“12,118.40”切成了两项",
          en: "in braces, the comma cuts “12,118.40” in two")
      ]),
    Mistake(
      "a negative amount",
      [
        "activities/a.md": """
        ---
        title: 篮球赛
        date: 2026-10-18
        kind: 文体
        cost: {amount: 1️⃣-500}
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "amount-form", "金额“-500”不能是负数",
          en: "the amount “-500” must not be negative")
      ]),
    Mistake(
      "an amount too large for the books",
      [
        "activities/a.md": """
        ---
        title: 篮球赛
        date: 2026-10-18
        kind: 文体
        cost: {amount: 1️⃣99999999999999999999}
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "amount-form", "金额“99999999999999999999”太大，无法记账",
          en: "the amount “99999999999999999999” is too large")
      ]),
    Mistake(
      "an amount in words",
      [
        "activities/a.md": """
        ---
        title: 篮球赛
        date: 2026-10-18
        kind: 文体
        cost: {amount: 1️⃣约500元}
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "amount-form", "“约500元”不是金额",
          en: "“约500元” is not an amount")
      ]),
    Mistake(
      "counts that are not whole numbers",
      [
        "activities/a.md": """
        ---
        title: 篮球赛
        date: 2026-10-18
        kind: 文体
        people: 1️⃣约300人
        teams: 2️⃣3.5
        programmes: 3️⃣-3
        person_times: 4️⃣99999999999
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "count-form", "“约300人”不是整数",
          en: "“约300人” is not a whole number"),
        Expected(
          "2️⃣", "count-form", "“3.5”不是整数",
          en: "“3.5” is not a whole number"),
        Expected(
          "3️⃣", "count-form", "“-3”不能是负数",
          en: "“-3” must not be negative"),
        Expected(
          "4️⃣", "count-form", "“99999999999”太大",
          en: "“99999999999” is too large"),
      ]),
    Mistake(
      "flags in the words of YAML 1.1",
      [
        "notices/a.md": """
        ---
        title: 春节慰问
        date: 2026-02-10
        kind: 通知
        draft: 1️⃣yes
        seal: 2️⃣off
        ---
        """
      ],
      [
        Expected(
          "1️⃣", "flag-form", "“yes”既不是 true 也不是 false",
          en: "“yes” is neither true nor false"),
        Expected(
          "2️⃣", "flag-form", "“off”既不是 true 也不是 false",
          en: "“off” is neither true nor false"),
      ]),
  ]
}
