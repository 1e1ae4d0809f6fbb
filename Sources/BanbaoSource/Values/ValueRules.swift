package import BanbaoDiagnostics

/// The rules of single values: days, amounts, counts.
package enum ValueRules {
  package static let dayForm = Rule(
    "day-form", .error,
    Wording(
      "日期像 2026-03-08、2026年3月8日 或 2026/3/8 这样写，年份四位，不带时间。一段日期用斜杠连接：2026-03-26/2026-04-03。",
      en: "A day is written 2026-03-08, 2026年3月8日 or 2026/3/8, with four digits of year and no time of day. "
        + "A span joins two days with a slash: 2026-03-26/2026-04-03."),
    wrong: "date: 2026.3.8", right: "date: 2026-03-08")

  package static let dayImpossible = Rule(
    "day-impossible", .error,
    Wording(
      "日期必须是日历上有的一天，例如二月没有 30 日。", en: "A day must exist in the calendar: February has no 30th."),
    wrong: "date: 2026-02-30", right: "date: 2026-02-28")

  package static let spanBackwards = Rule(
    "span-backwards", .error,
    Wording("起始日期不能晚于结束日期。", en: "The first day of a span must not lie after its last."),
    wrong: "date: 2026-04-03/2026-03-26", right: "date: 2026-03-26/2026-04-03")

  package static let spanNotAllowed = Rule(
    "span-not-allowed", .error,
    Wording(
      "这一项只能写一天；活动、培训等可以写一段日期的，只有它们的“日期”。",
      en: "This field takes a single day; only the date of such records as activities may be a span."),
    wrong: "expires: 2026-03-26/2026-04-03", right: "expires: 2026-04-03")

  package static let amountForm = Rule(
    "amount-form", .error,
    Wording(
      "金额以元为单位，最多两位小数：12118.40、12,118.40、255000元。程序按分记账，不四舍五入。",
      en: "An amount is in yuan with at most two decimals: 12118.40, 12,118.40, 255000元. It is kept in whole fen and "
        + "never rounded."),
    wrong: "amount: 1.2万", right: "amount: 12000")

  package static let countForm = Rule(
    "count-form", .error,
    Wording("人数、次数等是整数，只写数字，不带单位。", en: "Counts of people and the like are whole numbers without a unit."),
    wrong: "people: 约300人", right: "people: 300")

  package static let flagForm = Rule(
    "flag-form", .error,
    Wording(
      "这一项只能写 true（是）或 false（否）。按 YAML 1.2，yes、no、on、off 只是文字。",
      en: "This field is true or false. By YAML 1.2, yes, no, on and off are mere text."),
    wrong: "draft: yes", right: "draft: true")

  package static let periodForm = Rule(
    "period-form", .error,
    Wording(
      "期间写年份、半年或季度：2026、2026-H1（上半年）、2026-Q3（第三季度）。年份四位。",
      en: "A period is a year, a half-year or a quarter: 2026, 2026-H1, 2026-Q3. The year has four digits."),
    wrong: "period: 2026上", right: "period: 2026-H1")

  package static let monthForm = Rule(
    "month-form", .error,
    Wording("月份写年和月：2026-07 或 2026年7月。", en: "A month is year and month: 2026-07 or 2026年7月."),
    wrong: "month: 7月", right: "month: 2026-07")

  package static let timingForm = Rule(
    "timing-form", .error,
    Wording(
      "计划的时间写一天、一段日期、一个月或几个月（2026-07/2026-08），或者 {month: 3, label: 三八期间}。",
      en: "The time of a plan is a day, a span, a month or months (2026-07/2026-08), or {month: 3, label: 三八期间}."),
    wrong: "items:\n  - {title: 拔河, when: 新年前夕}",
    right: "items:\n  - {title: 拔河, when: {month: 12, label: 新年前夕}}")

  package static let weekday = Rule(
    "weekday-wrong", .error,
    Wording(
      "日期后面写了星期几，要与日历相符。可以不写，网页会写上。",
      en: "A day of the week that stands behind a day is that of the calendar. It may be left out: the page says it."),
    wrong: "when: 2026年2月6日（星期六）19:00", right: "when: 2026年2月6日（星期五）19:00")

  package static let all = [
    dayForm, dayImpossible, spanBackwards, spanNotAllowed, amountForm, countForm, flagForm, periodForm, monthForm,
    timingForm, weekday,
  ]
}
