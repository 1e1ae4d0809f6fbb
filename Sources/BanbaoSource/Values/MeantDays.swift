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
  /// The year of the days where the text has none; nil where it has.
  let assumedYear: Int?

  /// Nil where no day is named, or one that is not in the calendar, or one of the Chinese calendar.
  init?(_ text: String) {
    guard !isLunar(text) else { return nil }
    if let own = MeantDays(scanning: text, assuming: nil) {
      self = own
      return
    }
    guard !hasShortYear(text) else { return nil }
    let year = MeantDays.sampleYear
    for sign in ["年", "-", ".", "/"] {
      guard let meant = MeantDays(scanning: "\(year)\(sign)\(text)", assuming: year) else { continue }
      // `5-6月` and `1.5小时` name no day.
      guard sign == "年" || meant.isWhole else { continue }
      self = meant
      return
    }
    return nil
  }

  private init?(scanning text: String, assuming year: Int?) {
    var scan = DayScan(text)
    guard scan.run(), let first = scan.parts.first else { return nil }
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
    assumedYear = year
  }

  /// The year of examples.
  private static let sampleYear = 2026

  /// Why a text that is written as days names none: one is not in the calendar, or a run ends before it begins.
  static func contradiction(in text: String) -> Misread? {
    var scan = DayScan(text)
    guard !isLunar(text), !scan.run() else { return nil }
    switch scan.fault {
    case .impossible(let year, let month, let day):
      return Day.misread(impossible: (year, month, day), in: text)
    case .backwards(let first, let last): return DaySpan.misread(backwards: first, last)
    case nil: return nil
    }
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

  private func misread(
    _ rule: Rule, _ written: String, _ message: Wording, _ help: Wording, remedy: String? = nil
  ) -> Misread {
    let help = Wording(help.zh + keeping.zh, en: help.en + keeping.en)
    if let assumedYear {
      return Misread(
        rule: ValueRules.dayForm, message: Wording("“\(written)”没有写年份", en: "“\(written)” has no year"),
        help: Wording(
          "写上四位的年份；要是 \(assumedYear) 年，\(help.zh)",
          en: "write the year with four digits; for \(assumedYear), \(help.en)"))
    }
    return Misread(rule: rule, message: message, help: help, remedy: isWhole ? remedy : nil)
  }

  /// What is said of them where a span may stand.
  func misreadAsSpan(_ written: String) -> Misread {
    if day != nil { return misreadAsDay(written) }
    if parts.count == 1 {
      return misread(
        ValueRules.dayForm, written, Wording("“\(written)”的写法不对", en: "“\(written)” is not how a span is written"),
        Wording("应写成 \(text)", en: "write \(text)"), remedy: text)
    }
    let whole = DaySpan(parts[0].first, parts[parts.count - 1].last)
    return misread(
      ValueRules.dayForm, written, Wording("“\(written)”写了不连着的几天", en: "“\(written)” names days that are apart"),
      Wording(
        "一条记录写一段日期 \(whole.iso)，正文里说明是哪几天；或者分成几条记录：\(text)",
        en: "write one span, \(whole.iso), and say in the text which days; or write a record for each: \(text)"))
  }

  /// What is said of them where a single day must stand.
  func misreadAsDay(_ written: String) -> Misread {
    if let day {
      return misread(
        ValueRules.dayForm, written, Wording("“\(written)”不是一个日期", en: "“\(written)” is not a day"),
        Wording("应写成 \(day.iso)", en: "write \(day.iso)"), remedy: day.iso)
    }
    let ends = parts.flatMap { $0.isOneDay ? [$0.first.iso] : [$0.first.iso, $0.last.iso] }
    return misread(
      ValueRules.spanNotAllowed, written,
      Wording("“\(written)”不止一天，这里只能写一天", en: "“\(written)” is more than a day; a single day must stand here"),
      Wording(
        "只写其中一天，\(ends.joined(separator: " 或 "))，其余的写进正文",
        en: "write one of \(ends.joined(separator: " or ")), and the others into the text"))
  }
}

/// Whether a text names a day of the Chinese calendar: `农历八月十五`, `正月初八`, `三月廿八`, `八月十五`, which no 日 makes one of
/// the Gregorian calendar. What stands in brackets is only told beside another day.
func isLunar(_ text: String) -> Bool {
  guard text.utf8.contains(where: { $0 >= 0x80 }) else { return false }
  let text = withoutBrackets(foldedFullWidth(text))
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

/// Without what stands in round brackets; the whole where nothing stands before them.
private func withoutBrackets(_ text: String) -> String {
  guard let open = text.firstIndex(of: "("), open > text.startIndex, let close = text[open...].firstIndex(of: ")")
  else { return text }
  return String(text[..<open] + text[text.index(after: close)...])
}

/// Whether a text is a day whose year has one or two digits: `26-03-08`, `26年3月8日`.
func hasShortYear(_ text: String) -> Bool {
  let scalars = foldedFullWidth(text).unicodeScalars
  let numbers = scalars.split { $0.decimalDigit == nil }
  let signs = scalars.split { $0.decimalDigit != nil }
  guard numbers.count == 3, signs.count >= 2, numbers.allSatisfy({ $0.count <= 2 }) else { return false }
  return signs[0].elementsEqual(signs[1]) || signs[0].elementsEqual("年".unicodeScalars)
}
