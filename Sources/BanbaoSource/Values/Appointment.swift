package import BanbaoDiagnostics

/// When something takes place: its days, and at which hour of them in its author's words, such as `2026-02-06 19:00` or
/// `2026年2月6日（星期五）晚上七点`.
package struct Appointment: Hashable, Sendable {
  package var days: DaySpan
  /// What stands behind the days, without their day of the week; empty for none.
  package var hour: String
}

extension Appointment {
  /// Reads days and what follows them.
  package init(reading text: String) throws(Misread) {
    guard let (days, rest) = Appointment.parts(of: text) else { throw Appointment.misread(text) }
    self.init(days: days, hour: try Appointment.hour(rest, on: days))
  }

  /// The longest beginning that is days, and the rest; nil where there is none, or where the rest names more days.
  private static func parts(of text: String) -> (days: DaySpan, rest: String)? {
    let scalars = text.unicodeScalars
    // No run of days is longer than that.
    var end = scalars.index(scalars.startIndex, offsetBy: 40, limitedBy: scalars.endIndex) ?? scalars.endIndex
    while end > scalars.startIndex {
      let last = scalars.index(before: end)
      let isWithinNumber =
        end < scalars.endIndex && scalars[last].decimalDigit != nil && scalars[end].decimalDigit != nil
      if !isWithinNumber, let days = days(trimmed(text[..<end])) {
        let rest = trimmed(text[end...])
        let joins = foldedFullWidth(rest).unicodeScalars.first.map { "至到~-/、,和".unicodeScalars.contains($0) }
        return joins == true ? nil : (days, rest)
      }
      end = last
    }
    return nil
  }

  private static func days(_ text: String) -> DaySpan? {
    do { return try DaySpan(reading: text) } catch { return nil }
  }

  private static func misread(_ text: String) -> Misread {
    guard let meant = MeantDays(text), meant.parts.count == 1 else {
      do {
        _ = try DaySpan(reading: text)
      } catch {
        return error
      }
      return Misread(
        rule: ValueRules.dayForm, message: Wording("“\(text)”不是一个时间", en: "“\(text)” is no time"),
        help: Wording("先写日期，再写几点：2026-02-06 19:00", en: "write the day, then the hour: 2026-02-06 19:00"))
    }
    let written = [meant.text, meant.rest].filter { !$0.isEmpty }.joined(separator: " ")
    if let year = meant.assumedYear {
      return Misread(
        rule: ValueRules.dayForm, message: Wording("“\(text)”没有写年份", en: "“\(text)” has no year"),
        help: Wording(
          "写上四位的年份；要是 \(year) 年，写成 \(written)", en: "write the year with four digits; for \(year), \(written)"))
    }
    return Misread(
      rule: ValueRules.dayForm, message: Wording("“\(text)”的写法不对", en: "“\(text)” is not how a time is written"),
      help: Wording("写成 \(written)", en: "write \(written)"))
  }

  /// What stands behind days, without the day of the week, which must be theirs.
  private static func hour(_ rest: String, on days: DaySpan) throws(Misread) -> String {
    guard days.isOneDay, let (weekday, behind) = weekday(rest) else { return rest }
    guard weekday == days.first.weekday else {
      let (day, right) = (days.first, days.first.weekdayWording)
      throw Misread(
        rule: ValueRules.weekday,
        message: Wording("\(day.chinese)是\(right.zh)", en: "\(day.iso) is a \(right.en)"),
        help: Wording("核对日期和星期", en: "check the day and its day of the week"))
    }
    return behind
  }

  /// The day of the week at the head of a text, from 0 for Monday, and what stands behind it.
  private static func weekday(_ text: String) -> (number: Int, rest: String)? {
    var scalars = text.unicodeScalars[...]
    let isBracketed = scalars.first == "（" || scalars.first == "("
    if isBracketed { scalars.removeFirst() }
    guard let word = ["星期", "礼拜", "周"].first(where: { scalars.starts(with: $0.unicodeScalars) }) else { return nil }
    scalars.removeFirst(word.unicodeScalars.count)
    guard let sign = scalars.popFirst(), let number = weekdaySigns.firstIndex(of: sign == "天" ? "日" : sign) else {
      return nil
    }
    if isBracketed {
      guard let close = scalars.first, close == "）" || close == ")" else { return (number, text) }
      scalars.removeFirst()
    }
    return (number, trimmed(String(scalars)))
  }
}

extension Day {
  /// `星期五`, `Friday`.
  package var weekdayWording: Wording {
    let english = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    return Wording("星期\(weekdaySigns[weekday])", en: english[weekday])
  }
}

/// Of the days of the week, from Monday.
private let weekdaySigns = Array("一二三四五六日".unicodeScalars)
