import BanbaoDiagnostics

/// The days that a text names which is written in no accepted form: `2026.3.8`, `2026年3月8日至10日`, `2026-03-08、10`.
///
/// Whatever of the text is not understood is kept in `rest`, so that no advice loses it.
struct MeantDays {
  /// In their order, each a day or a run of days; days that follow each other are one run. Never none.
  let parts: [DaySpan]
  /// What else is written, such as a time; without what follows from the days, such as the day of the week.
  let rest: String
  /// Whether the text holds nothing but days.
  let isWhole: Bool

  /// Nil where no day of four digits of year is named, or one that is not in the calendar, or one of the Chinese calendar.
  init?(_ text: String) {
    var scan = DayScan(text)
    guard !isLunar(text), scan.run(), let first = scan.parts.first else { return nil }
    var parts = [first]
    for part in scan.parts.dropFirst() {
      if let last = parts.last, last.last.adding(days: 1) == part.first {
        parts[parts.count - 1].last = part.last
      } else {
        parts.append(part)
      }
    }
    self.parts = parts
    rest = scan.rest
    isWhole = scan.isWhole
  }

  /// The only day that is named; nil where there are several.
  var day: Day? { parts.count == 1 && parts[0].isOneDay ? parts[0].first : nil }

  /// `2026-03-08/2026-03-09、2026-03-12`.
  var text: String { parts.map(\.iso).joined(separator: "、") }

  /// What to do with what no day holds; empty where there is nothing.
  private var keeping: Wording {
    rest.isEmpty
      ? Wording("", en: "") : Wording("；“\(rest)”写进正文", en: "; put “\(rest)” into the text")
  }

  private func misread(_ rule: Rule, _ message: Wording, _ help: Wording, remedy: String? = nil) -> Misread {
    Misread(
      rule: rule, message: message, help: Wording(help.zh + keeping.zh, en: help.en + keeping.en),
      remedy: isWhole ? remedy : nil)
  }

  /// What is said of them where a span may stand.
  func misreadAsSpan(_ written: String) -> Misread {
    if day != nil { return misreadAsDay(written) }
    if parts.count == 1 {
      return misread(
        ValueRules.dayForm, Wording("“\(written)”的写法不对", en: "“\(written)” is not how a span is written"),
        Wording("应写成 \(text)", en: "write \(text)"), remedy: text)
    }
    let whole = DaySpan(parts[0].first, parts[parts.count - 1].last)
    return misread(
      ValueRules.dayForm, Wording("“\(written)”写了不连着的几天", en: "“\(written)” names days that are apart"),
      Wording(
        "一条记录写一段日期 \(whole.iso)，正文里说明是哪几天；或者分成几条记录：\(text)",
        en: "write one span, \(whole.iso), and say in the text which days; or write a record for each: \(text)"))
  }

  /// What is said of them where a single day must stand.
  func misreadAsDay(_ written: String) -> Misread {
    if let day {
      return misread(
        ValueRules.dayForm, Wording("“\(written)”不是一个日期", en: "“\(written)” is not a day"),
        Wording("应写成 \(day.iso)", en: "write \(day.iso)"), remedy: day.iso)
    }
    let ends = parts.flatMap { $0.isOneDay ? [$0.first.iso] : [$0.first.iso, $0.last.iso] }
    return misread(
      ValueRules.spanNotAllowed,
      Wording("“\(written)”不止一天，这里只能写一天", en: "“\(written)” is more than a day; a single day must stand here"),
      Wording(
        "只写其中一天，\(ends.joined(separator: " 或 "))，其余的写进正文",
        en: "write one of \(ends.joined(separator: " or ")), and the others into the text"))
  }
}

/// Goes through a text from day to day.
private struct DayScan {
  private(set) var parts: [DaySpan] = []
  /// What is no part of a day, besides what joins two.
  private var left = String.UnicodeScalarView()
  /// What stands between the last day and here.
  private var gap = String.UnicodeScalarView()
  private let scalars: [Unicode.Scalar]
  private var index = 0
  /// What stood between year and month of the first day.
  private var sign: Unicode.Scalar = "-"

  init(_ text: String) { scalars = Array(arabicDigits(foldedFullWidth(text)).unicodeScalars) }

  /// Whether nothing stands there but days and signs.
  var isWhole: Bool { left.allSatisfy { "-/.~ ".unicodeScalars.contains($0) } }

  /// What is no day; signs, midnight and the day of the week are nothing.
  var rest: String {
    let text = trimmed(withoutWeekday(String(left)))
    let isNothing = text.unicodeScalars.allSatisfy { "0TZ".unicodeScalars.contains($0) || !isWord($0) }
    return isNothing ? "" : text
  }

  /// False where there is no day, or one that the calendar does not have.
  mutating func run() -> Bool {
    while index < scalars.count {
      if digit(index) != nil, digit(index - 1) == nil {
        let before = index
        guard take() else { return false }
        if index > before { continue }
      }
      gap.append(scalars[index])
      index += 1
    }
    left += gap
    parts.sort()
    return !parts.isEmpty
  }

  // MARK: Days

  /// Takes the day that begins here, if one does; false where it is none of the calendar.
  private mutating func take() -> Bool {
    if let (numbers, end, sign) = wholeDay() {
      guard let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) else { return false }
      let joint = parts.isEmpty ? nil : Joint(gap)
      if joint == nil { left += gap }
      if parts.isEmpty { self.sign = sign }
      return add(day, joint ?? .and, end)
    }
    guard let last = parts.last?.last, let joint = Joint(gap), let (numbers, end) = shortDay(joint) else { return true }
    let (year, month, number) = last.parts
    let own = numbers.count == 2 ? numbers[0] : month
    guard let first = numbers.last else { return true }
    let isNextYear = joint == .to && (own, first) < (month, number) && own < month
    guard let day = Day(year: isNextYear ? year + 1 : year, month: own, day: first) else { return false }
    return add(day, joint, end)
  }

  private mutating func add(_ day: Day, _ joint: Joint, _ end: Int) -> Bool {
    if joint == .to, let last = parts.last {
      guard last.isOneDay, last.first <= day else { return false }
      parts[parts.count - 1].last = day
    } else {
      parts.append(DaySpan(day, day))
    }
    gap = String.UnicodeScalarView()
    index = end
    return true
  }

  /// `2026-03-08`, `2026.3.8`, `2026年3月8日`, `20260308`: its numbers, and where it ends.
  private func wholeDay() -> (numbers: [Int], end: Int, sign: Unicode.Scalar)? {
    guard let year = number(index) else { return nil }
    if year.digits == 8 { return ([year.value / 10_000, year.value / 100 % 100, year.value % 100], year.end, "-") }
    guard year.digits == 4, let sign = scalar(year.end), "-/.年".unicodeScalars.contains(sign.scalar),
      let month = number(sign.end), month.digits <= 2, let second = scalar(month.end),
      (sign.scalar == "年" ? "月" : "-/.").unicodeScalars.contains(second.scalar), let day = number(second.end),
      day.digits <= 2
    else { return nil }
    return ([year.value, month.value, day.value], behindUnit(day.end), sign.scalar)
  }

  /// `4月3日` and `04-03` as the first day is written, or `10日`, behind a day that is whole.
  private func shortDay(_ joint: Joint) -> (numbers: [Int], end: Int)? {
    guard let first = number(index), first.digits <= 2 else { return nil }
    if let sign = scalar(first.end), sign.scalar == (self.sign == "年" ? "月" : self.sign) || sign.scalar == "月",
      let day = number(sign.end), day.digits <= 2, endsDay(day.end)
    {
      return ([first.value, day.value], behindUnit(day.end))
    }
    return joint != .blank && endsDay(first.end) ? ([first.value], behindUnit(first.end)) : nil
  }

  // MARK: Characters

  private func digit(_ index: Int) -> Int? { scalars.indices.contains(index) ? scalars[index].decimalDigit : nil }

  /// The number at a place, behind blanks.
  private func number(_ start: Int) -> (value: Int, digits: Int, end: Int)? {
    let first = behindBlanks(start)
    var (end, value) = (first, 0)
    while let digit = digit(end), end - first < 9 {
      value = value * 10 + digit
      end += 1
    }
    return end > first && end - first <= 8 ? (value, end - first, end) : nil
  }

  private func scalar(_ start: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    let first = behindBlanks(start)
    return first < scalars.count ? (scalars[first], first + 1) : nil
  }

  private func behindBlanks(_ start: Int) -> Int {
    start + scalars[min(start, scalars.count)...].prefix { $0 == " " }.count
  }

  /// Behind 日 or 号, where it follows.
  private func behindUnit(_ end: Int) -> Int {
    scalar(end).map { $0.scalar == "日" || $0.scalar == "号" ? $0.end : end } ?? end
  }

  /// Whether a number may be that of a day: no time, no count and no decimal goes on behind it.
  private func endsDay(_ end: Int) -> Bool {
    scalar(end).map {
      $0.scalar != ":" && $0.scalar != "." && ("日号".unicodeScalars.contains($0.scalar) || !isWord($0.scalar))
    }
      ?? true
  }
}

/// What stands between two days.
private enum Joint {
  case blank, to, and

  /// Nil for what joins nothing.
  init?(_ gap: String.UnicodeScalarView) {
    let signs = withoutWeekday(String(gap)).unicodeScalars.filter { $0 != " " }
    let isTo = signs.contains { "至到~-/".unicodeScalars.contains($0) }
    guard signs.allSatisfy({ "至到~-/、,;和及与&+".unicodeScalars.contains($0) }) else { return nil }
    if signs.isEmpty { self = .blank } else { self = isTo ? .to : .and }
  }
}

/// Without `（星期日）`, `周1`.
private func withoutWeekday(_ text: String) -> String {
  var text = text
  for word in ["星期", "礼拜", "周"] {
    for day in "1234567日天" { text = text.replacing("\(word)\(day)", with: "") }
  }
  return text.replacing("()", with: "").replacing("（）", with: "")
}

private func isWord(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic || scalar.properties.numericType != nil
}

/// `二〇二六年三月十八日` as `2026年3月18日`.
private func arabicDigits(_ text: String) -> String {
  let digits = Array("〇一二三四五六七八九".unicodeScalars)
  let value = { (scalar: Unicode.Scalar) -> Int? in
    scalar == "零" || scalar == "○" ? 0 : digits.firstIndex(of: scalar)
  }
  let scalars = Array(text.unicodeScalars)
  var out = String.UnicodeScalarView()
  for (index, scalar) in scalars.enumerated() {
    if scalar == "十" {
      // 十 alone is 10, behind a digit it multiplies, before one it adds.
      if index == 0 || value(scalars[index - 1]) == nil { out.append("1") }
      if index + 1 == scalars.count || value(scalars[index + 1]) == nil { out.append("0") }
    } else if let digit = value(scalar) {
      out.append(Unicode.Scalar(UInt8(48 + digit)))
    } else {
      out.append(scalar)
    }
  }
  return String(out)
}

/// Whether a text names a day of the Chinese calendar: `农历八月十五`, `正月初八`, `三月廿八`, `八月十五`, which no 日 makes one of
/// the Gregorian calendar.
func isLunar(_ text: String) -> Bool {
  let words = [
    "农历", "阴历", "旧历", "夏历", "正月", "冬月", "腊", "闰", "廿", "卅", "除夕", "大年", "小年", "春节", "元宵", "端午", "七夕", "中元", "中秋", "重阳",
  ]
  if words.contains(where: { text.contains($0) }) { return true }
  let numerals = "一二三四五六七八九十".unicodeScalars
  let scalars = Array(text.unicodeScalars)
  let namesUnit = scalars.contains("日") || scalars.contains("号")
  return scalars.indices.dropLast().contains { index in
    guard numerals.contains(scalars[index + 1]) else { return false }
    return scalars[index] == "初"
      || (scalars[index] == "月" && !namesUnit && index > 0 && numerals.contains(scalars[index - 1]))
  }
}
