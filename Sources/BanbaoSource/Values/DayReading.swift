import BanbaoDiagnostics

extension Day {
  /// Reads `2026-03-08`, `2026年3月8日` or `2026/3/8`, also in full-width digits.
  package init(reading text: String) throws(Misread) {
    let folded = foldedFullWidth(text)
    guard let numbers = Day.numbers(in: folded) else { throw Day.misread(text, folded) }
    guard let day = Day(year: numbers.0, month: numbers.1, day: numbers.2) else {
      throw Misread(
        rule: ValueRules.dayImpossible,
        message: Wording(
          "日历上没有“\(text)”这一天", en: "there is no such day as “\(text)” in the calendar"),
        help: Day.remedy(impossible: numbers))
    }
    self = day
  }

  private static func remedy(impossible numbers: (Int, Int, Int)) -> Wording {
    let (year, month, day) = numbers
    if year == 0 { return Wording("年份从 1 算起", en: "years begin with 1") }
    if !(1...12).contains(month) {
      return Wording("月份是 1 到 12，没有 \(month) 月", en: "months run from 1 to 12, not \(month)")
    }
    if day == 0 { return Wording("每月从 1 日算起", en: "months begin with day 1") }
    let last = Day.length(ofMonth: month, year: year)
    return Wording(
      "\(year)年\(month)月最后一天是 \(last) 日，请核对",
      en: "the last day of \(padded(year, 4))-\(padded(month, 2)) is \(last); please check")
  }

  /// The three numbers of one of the accepted forms, whether or not such a day exists.
  private static func numbers(in text: String) -> (Int, Int, Int)? {
    var numbers: [Int] = []
    var digits = 0
    var value = 0
    var separators: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if let digit = scalar.decimalDigit {
        digits += 1
        guard digits <= 4 else { return nil }
        value = value * 10 + digit
      } else {
        guard digits > 0 else { return nil }
        numbers.append(value)
        if numbers.count == 1, digits != 4 { return nil }
        if numbers.count > 1, digits > 2 { return nil }
        separators.append(scalar)
        (digits, value) = (0, 0)
      }
    }
    if digits > 0 {
      guard digits <= 2 else { return nil }
      numbers.append(value)
    }
    guard numbers.count == 3 else { return nil }
    switch separators {
    case ["-", "-"], ["/", "/"], ["年", "月", "日"]: return (numbers[0], numbers[1], numbers[2])
    default: return nil
    }
  }

  fileprivate static func misread(_ text: String, _ folded: String) -> Misread {
    let fields = folded.unicodeScalars.split { $0.decimalDigit == nil }
    func refuse(_ message: Wording, _ help: Wording, remedy: String? = nil) -> Misread {
      Misread(rule: ValueRules.dayForm, message: message, help: help, remedy: remedy)
    }
    let notADay = Wording("“\(text)”不是一个日期", en: "“\(text)” is not a day")
    if fields.count == 1, fields[0].count == folded.unicodeScalars.count, fields[0].count == 5,
      let serial = Int(folded), (30_000..<80_000).contains(serial)
    {
      // Excel counts days from 1899-12-30.
      let day = Day(serial: serial - 25_569)
      return refuse(
        notADay,
        Wording(
          "这像是 Excel 的日期序号，应写成 \(day.iso)", en: "this looks like an Excel day number; write \(day.iso)"))
    }
    if let day = Day.meant(folded) {
      return refuse(
        notADay, Wording("应写成 \(day.iso)", en: "write \(day.iso)"),
        remedy: holdsDaysAlone(folded, numbers: [1, 3]) ? day.iso : nil)
    }
    if fields.count == 3, fields.allSatisfy({ $0.count <= 2 }) {
      return refuse(
        Wording("“\(text)”的年份要写四位", en: "the year of “\(text)” needs four digits"),
        Wording("例如 2026-03-08", en: "as in 2026-03-08"))
    }
    if fields.count == 2, fields.allSatisfy({ $0.count <= 2 }) {
      return refuse(
        Wording("“\(text)”没有写年份", en: "“\(text)” has no year"),
        Wording("年份写四位，例如 2026-03-08", en: "write it with four digits, as in 2026-03-08"))
    }
    if fields.count == 2, fields[0].count == 4, fields[1].count <= 2 {
      return refuse(
        Wording("“\(text)”没有写到日", en: "“\(text)” has no day of the month"),
        Wording("写到哪一天，例如 2026-03-08", en: "write the day, as in 2026-03-08"))
    }
    return refuse(
      notADay,
      Wording(
        "写成 2026-03-08、2026年3月8日 或 2026/3/8", en: "write 2026-03-08, 2026年3月8日 or 2026/3/8"))
  }

  /// What was probably meant, unless it holds the numbers of two days: `20260308`, `2026.3.8`, `2026-03-08 14:00`, `二〇二六年三月八日`.
  fileprivate static func meant(_ text: String) -> Day? {
    let numbers = numbersOfADay(text) ?? []
    if numbers.count == 1, numbers[0].digits == 8 {
      let all = numbers[0].value
      return Day(year: all / 10_000, month: all / 100 % 100, day: all % 100)
    }
    guard (3..<6).contains(numbers.count), numbers[0].digits == 4 else { return nil }
    return Day(year: numbers[0].value, month: numbers[1].value, day: numbers[2].value)
  }

  /// Whether a text holds so many numbers of days and nothing that would be lost, such as a time or a day of the week.
  fileprivate static func holdsDaysAlone(_ text: String, numbers: Set<Int>) -> Bool {
    let signs = "-/.年月日号 至到~〇零○一二三四五六七八九十".unicodeScalars
    return text.unicodeScalars.allSatisfy { $0.decimalDigit != nil || signs.contains($0) }
      && numbersOfADay(text).map { numbers.contains($0.count) } ?? false
  }

  /// The runs of digits of a text, Arabic or Chinese; nil where one is too long to be of a day.
  fileprivate static func numbersOfADay(_ text: String) -> [(value: Int, digits: Int)]? {
    var numbers: [(value: Int, digits: Int)] = []
    for run in arabicDigits(text).unicodeScalars.split(whereSeparator: { $0.decimalDigit == nil }) {
      guard run.count <= 8, let value = Int(String(Substring(run))) else { return nil }
      numbers.append((value, run.count))
    }
    return numbers
  }

  /// `二〇二六年三月十八日` as `2026年3月18日`.
  private static func arabicDigits(_ text: String) -> String {
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
}

extension DaySpan {
  /// Reads a day, or two days joined by `/` (`2026-03-26/2026-04-03`), `至`, `到` or `～`.
  package init(reading text: String) throws(Misread) {
    guard let (head, tail) = DaySpan.halves(foldedFullWidth(text)) else {
      do {
        let day = try Day(reading: text)
        self.init(day, day)
        return
      } catch {
        throw DaySpan.meant(text).map { DaySpan.misread(text, $0) } ?? error
      }
    }
    let (first, last): (Day, Day)
    do {
      (first, last) = (try Day(reading: head), try Day(reading: tail))
    } catch {
      if error.rule == ValueRules.dayImpossible { throw error }
      if let meant = DaySpan.meant(text) { throw DaySpan.misread(text, meant) }
      throw Misread(
        rule: ValueRules.dayForm,
        message: Wording("“\(text)”不是一段日期", en: "“\(text)” is not a span of days"),
        help: Wording(
          "写成 2026-03-26/2026-04-03，两头都写全", en: "write both days in full: 2026-03-26/2026-04-03"))
    }
    guard first <= last else {
      throw Misread(
        rule: ValueRules.spanBackwards,
        message: Wording(
          "起止日期颠倒：\(first.iso) 晚于 \(last.iso)",
          en: "the span runs backwards: \(first.iso) is after \(last.iso)"),
        help: Wording("写成 \(last.iso)/\(first.iso)", en: "write \(last.iso)/\(first.iso)"))
    }
    self.init(first, last)
  }

  /// Reads one day where a span would be a fault of its own.
  static func readDay(_ text: String) throws(Misread) -> Day {
    var span: DaySpan?
    do {
      span = try DaySpan(reading: text)
    } catch {
      span = meant(text)
      if span == nil { throw error }
    }
    guard let span, span.isOneDay else {
      let day = span?.first.iso ?? "2026-03-08"
      throw Misread(
        rule: ValueRules.spanNotAllowed,
        message: Wording("“\(text)”是一段日期，这里只能写一天", en: "“\(text)” is a span; a single day must stand here"),
        help: Wording("例如 \(day)", en: "for example \(day)"))
    }
    return span.first
  }

  private static func misread(_ text: String, _ meant: DaySpan) -> Misread {
    Misread(
      rule: ValueRules.dayForm,
      message: Wording("“\(text)”的写法不对", en: "“\(text)” is not how a span is written"),
      help: Wording("应写成 \(meant.iso)", en: "write \(meant.iso)"),
      remedy: Day.holdsDaysAlone(foldedFullWidth(text), numbers: [4, 5, 6]) ? meant.iso : nil)
  }

  /// A span of more than a day whose ends share what is not said twice, or that is joined by a dash: `2026年3月26日至4月3日`,
  /// `2026-03-26—2026-04-03`, `2026年3月26-30日`. A time of day makes none.
  private static func meant(_ text: String) -> DaySpan? {
    let folded = foldedFullWidth(text)
    guard !folded.unicodeScalars.contains(where: { ":.T时点、,".unicodeScalars.contains($0) }),
      let numbers = Day.numbersOfADay(folded), (4...6).contains(numbers.count),
      numbers[0].digits == 4
    else { return nil }
    let values = numbers.map(\.value)
    let missing = 6 - values.count
    let end = values.prefix(missing) + values[3...]
    guard let first = Day(year: values[0], month: values[1], day: values[2]), end.count == 3,
      let last = Day(year: end[0], month: end[1], day: end[2]), first < last
    else { return nil }
    return DaySpan(first, last)
  }

  /// The texts before and behind what joins the ends of a span; nil for a single day.
  private static func halves(_ text: String) -> (first: String, last: String)? {
    let scalars = text.unicodeScalars
    let cut = { (middle: String.Index) in
      (trimmed(text[..<middle]), trimmed(text[scalars.index(after: middle)...]))
    }
    if let middle = scalars.firstIndex(where: { $0 == "至" || $0 == "~" || $0 == "到" }) {
      return cut(middle)
    }
    let slashes = scalars.indices.filter { scalars[$0] == "/" }
    if slashes.count == 5 { return cut(slashes[2]) }
    // `2026/3-8` is a day mistyped, not a span.
    let isDay = { (half: String) in
      Day.numbersOfADay(half).map { $0.count >= 2 } ?? false
    }
    guard slashes.count == 1, let middle = slashes.first else { return nil }
    let halves = cut(middle)
    return isDay(halves.0) ? halves : nil
  }
}
