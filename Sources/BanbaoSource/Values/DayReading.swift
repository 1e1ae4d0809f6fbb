import BanbaoDiagnostics

extension Day {
  /// Reads `2026-03-08`, `2026年3月8日` or `2026/3/8`, also in full-width digits.
  package init(reading text: String) throws(Misread) {
    let folded = foldedFullWidth(text)
    guard let numbers = Day.numbers(in: folded) else { throw Day.misread(text, folded) }
    guard let day = Day(year: numbers.0, month: numbers.1, day: numbers.2) else {
      throw Day.misread(impossible: numbers, in: text)
    }
    self = day
  }

  /// - Parameter text: that names the day, as it is written.
  static func misread(impossible numbers: (Int, Int, Int), in text: String) -> Misread {
    Misread(
      rule: ValueRules.dayImpossible,
      message: Wording("日历上没有“\(text)”这一天", en: "there is no such day as “\(text)” in the calendar"),
      help: remedy(impossible: numbers))
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

  fileprivate static func lunar(_ text: String) -> Misread {
    Misread(
      rule: ValueRules.dayForm, message: Wording("“\(text)”不是公历的日期", en: "“\(text)” is no Gregorian day"),
      help: Wording(
        "这是农历，换算成公历再写", en: "this is the Chinese calendar: convert it to the Gregorian one"))
  }

  private static func misread(_ text: String, _ folded: String) -> Misread {
    if isLunar(folded) { return lunar(text) }
    let fields = folded.unicodeScalars.split { $0.decimalDigit == nil }
    func refuse(_ message: Wording, _ help: Wording) -> Misread {
      Misread(rule: ValueRules.dayForm, message: message, help: help)
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
    if let contradiction = MeantDays.contradiction(in: text) { return contradiction }
    if hasShortYear(text) {
      return refuse(
        Wording("“\(text)”的年份要写四位", en: "the year of “\(text)” needs four digits"),
        Wording("例如 2026-03-08", en: "as in 2026-03-08"))
    }
    if let meant = MeantDays(text) { return meant.misreadAsDay(text) }
    let isWords = folded.unicodeScalars.contains { $0.properties.isIdeographic && $0 != "年" && $0 != "月" }
    if fields.count == 2, fields[0].count == 4, fields[1].count <= 2, !isWords {
      return refuse(
        Wording("“\(text)”没有写到日", en: "“\(text)” has no day of the month"),
        Wording("写到哪一天，例如 2026-03-08", en: "write the day, as in 2026-03-08"))
    }
    return refuse(
      notADay,
      isWords
        ? Wording(
          "写出是哪一天，例如 2026-03-08；“\(text)”写进正文", en: "write the day, as in 2026-03-08, and “\(text)” in the text")
        : Wording("像 2026-03-08、2026年3月8日 或 2026/3/8 这样写", en: "write 2026-03-08, 2026年3月8日 or 2026/3/8"))
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
        throw MeantDays(text)?.misreadAsSpan(text) ?? error
      }
    }
    let (first, last): (Day, Day)
    do {
      (first, last) = (try Day(reading: head), try Day(reading: tail))
    } catch {
      if error.rule == ValueRules.dayImpossible { throw error }
      if isLunar(text) { throw Day.lunar(text) }
      if let meant = MeantDays(text), meant.day == nil { throw meant.misreadAsSpan(text) }
      if let contradiction = MeantDays.contradiction(in: text) { throw contradiction }
      throw Misread(
        rule: ValueRules.dayForm,
        message: Wording("“\(text)”不是一段日期", en: "“\(text)” is not a span of days"),
        help: Wording(
          "像 2026-03-26/2026-04-03 这样写，两头都写全", en: "write both days in full: 2026-03-26/2026-04-03"))
    }
    guard first <= last else { throw DaySpan.misread(backwards: first, last) }
    self.init(first, last)
  }

  static func misread(backwards first: Day, _ last: Day) -> Misread {
    Misread(
      rule: ValueRules.spanBackwards,
      message: Wording(
        "起止日期颠倒：\(first.iso) 晚于 \(last.iso)", en: "the span runs backwards: \(first.iso) is after \(last.iso)"),
      help: Wording(
        "核对这两天；只是写反了，就写成 \(last.iso)/\(first.iso)",
        en: "check both days; if they merely changed places, write \(last.iso)/\(first.iso)"))
  }

  /// Reads one day where a span would be a fault of its own.
  static func readDay(_ text: String) throws(Misread) -> Day {
    do {
      let span = try DaySpan(reading: text)
      if span.isOneDay { return span.first }
    } catch {
      throw MeantDays(text)?.misreadAsDay(text) ?? error
    }
    throw MeantDays(text)?.misreadAsDay(text)
      ?? Misread(
        rule: ValueRules.spanNotAllowed,
        message: Wording("“\(text)”是一段日期，这里只能写一天", en: "“\(text)” is a span; a single day must stand here"),
        help: Wording("写一天，例如 2026-03-08", en: "write one day, such as 2026-03-08"))
  }

  /// The texts before and behind what joins the ends of a span; nil for a single day.
  private static func halves(_ text: String) -> (first: String, last: String)? {
    let scalars = text.unicodeScalars
    // 冬至 joins nothing.
    guard scalars.first?.decimalDigit != nil else { return nil }
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
      half.unicodeScalars.split { $0.decimalDigit == nil }.count >= 2
    }
    guard slashes.count == 1, let middle = slashes.first else { return nil }
    let halves = cut(middle)
    return isDay(halves.0) ? halves : nil
  }
}
