import BanbaoDiagnostics

/// Goes through a text from day to day.
struct DayScan {
  /// Why the days do not make sense.
  enum Fault {
    case impossible(year: Int, month: Int, day: Int)
    case backwards(Day, Day)
  }

  private(set) var fault: Fault?
  private(set) var parts: [DaySpan] = []
  /// Where what is no part of a day stands, besides what joins two.
  private var left: [Int] = []
  /// The places between the last day and here.
  private var gap: [Int] = []
  /// As an input method in its half-width state would have typed them, numerals as digits.
  private let scalars: [Unicode.Scalar]
  /// The text as it is written, and where in it each scalar comes from.
  private let written: [Unicode.Scalar]
  private let origins: [Int]
  private var index = 0
  /// What stood between year and month of the first day.
  private var sign: Unicode.Scalar = "-"

  init(_ text: String) {
    written = Array(text.unicodeScalars)
    (scalars, origins) = arabicDigits(Array(foldedFullWidth(text).unicodeScalars))
  }

  /// Whether nothing stands there but days and signs.
  var isWhole: Bool { left.allSatisfy { "-/.~ ".unicodeScalars.contains(scalars[$0]) } }

  /// What is no day, as it is written; signs, midnight, the day of the week and what frames a span are nothing.
  var rest: String {
    let isNothing = withoutWeekday(text(left)).unicodeScalars.allSatisfy {
      "0TZ".unicodeScalars.contains($0) || !isWord($0) || (isSpan && frame.contains($0))
    }
    guard !isNothing else { return "" }
    var pieces: [String.UnicodeScalarView] = []
    var last = -1
    for place in left.map({ origins[$0] }) where place > last {
      if place > last + 1 || pieces.isEmpty { pieces.append(String.UnicodeScalarView()) }
      pieces[pieces.count - 1].append(written[place])
      last = place
    }
    return pieces.map { trimmed(withoutWeekday(String($0))) }.filter { $0.unicodeScalars.contains(where: isWord) }
      .joined(separator: "…")
  }

  private var isSpan: Bool { parts.contains { !$0.isOneDay } }

  private func text(_ places: [Int]) -> String {
    var text = String.UnicodeScalarView()
    for place in places { text.append(scalars[place]) }
    return String(text)
  }

  /// False where there is no day, or one that the calendar does not have.
  mutating func run() -> Bool {
    while index < scalars.count {
      if digit(index) != nil, digit(index - 1) == nil {
        let before = index
        guard take() else { return false }
        if index > before { continue }
      }
      gap.append(index)
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
      guard let day = day(numbers[0], numbers[1], numbers[2]) else { return false }
      let found = parts.isEmpty ? nil : joint()
      left += found?.before ?? gap[...]
      if parts.isEmpty { self.sign = sign }
      return add(day, found?.joint ?? .and, end)
    }
    guard let last = parts.last?.last, let (joint, before) = joint(),
      let (numbers, end) = shortDay(isSure: joint != .blank && before.isEmpty)
    else { return true }
    left += before
    let (year, month, number) = last.parts
    let own = numbers.count == 2 ? numbers[0] : month
    guard let first = numbers.last else { return true }
    let isNextYear = joint == .to && (own, first) < (month, number) && own < month
    guard let day = day(isNextYear ? year + 1 : year, own, first) else { return false }
    return add(day, joint, end)
  }

  /// What joins the last day to what comes next, and what stands before it, such as a time.
  private func joint() -> (joint: Joint, before: ArraySlice<Int>)? {
    // What is longer joins nothing; it is asked again at each number in it.
    if gap.count <= 64, let whole = Joint(text(gap)) { return (whole, []) }
    guard let sign = gap.lastIndex(where: { scalars[$0] != " " }), let joint = Joint(String(scalars[gap[sign]])),
      let last = gap[..<sign].last(where: { scalars[$0] != " " }), scalars[last].decimalDigit == nil
    else { return nil }
    return (joint, gap[..<sign])
  }

  private mutating func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
    let found = Day(year: year, month: month, day: day)
    if found == nil { fault = .impossible(year: year, month: month, day: day) }
    return found
  }

  private mutating func add(_ day: Day, _ joint: Joint, _ end: Int) -> Bool {
    if joint == .to, let last = parts.last, last.isOneDay {
      guard last.first <= day else {
        fault = .backwards(last.first, day)
        return false
      }
      parts[parts.count - 1].last = day
    } else if joint == .to, let last = parts.popLast() {
      // `8日/15日/22日` is no span but a list.
      parts += [last.first, last.last, day].map { DaySpan($0, $0) }
    } else {
      parts.append(DaySpan(day, day))
    }
    gap = []
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
  ///
  /// - Parameter isSure: whether a bare number can only be a day.
  private func shortDay(isSure: Bool) -> (numbers: [Int], end: Int)? {
    guard let first = number(index), first.digits <= 2 else { return nil }
    if let sign = scalar(first.end), sign.scalar == (self.sign == "年" ? "月" : self.sign) || sign.scalar == "月",
      let day = number(sign.end), day.digits <= 2, endsDay(day.end)
    {
      return ([first.value, day.value], behindUnit(day.end))
    }
    let end = behindUnit(first.end)
    return (isSure || end != first.end) && endsDay(first.end) ? ([first.value], end) : nil
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
      $0.scalar != ":" && $0.scalar != "." && ("日号两".unicodeScalars.contains($0.scalar) || !isWord($0.scalar))
    }
      ?? true
  }
}

/// What stands between two days.
private enum Joint {
  case blank, to, and

  /// Nil for what joins nothing.
  init?(_ gap: String) {
    var signs = withoutWeekday(gap).unicodeScalars.filter { $0 != " " }
    if signs.first == "起" { signs.removeFirst() }
    let isTo = signs.contains { "至到~-/".unicodeScalars.contains($0) }
    guard signs.allSatisfy({ "至到~-/、,;和及与&+".unicodeScalars.contains($0) }) else { return nil }
    if signs.isEmpty { self = .blank } else { self = isTo ? .to : .and }
  }
}

/// Without `（星期日）`, `周1`, in one pass: a text is asked again at each of its numbers.
private func withoutWeekday(_ text: String) -> String {
  let scalars = Array(text.unicodeScalars)
  var kept = String.UnicodeScalarView()
  var index = 0
  while index < scalars.count {
    let length = weekdayLength(scalars[index...])
    if length > 0 {
      index += length
      continue
    }
    // The brackets of what was taken out.
    if [")", "）"].contains(scalars[index]), kept.last == (scalars[index] == ")" ? "(" : "（") {
      kept.removeLast()
    } else {
      kept.append(scalars[index])
    }
    index += 1
  }
  return String(kept)
}

/// How many scalars name a day of the week where the text begins; 0 for none.
private func weekdayLength(_ text: ArraySlice<Unicode.Scalar>) -> Int {
  let word: Int
  switch text.first {
  case "周": word = 1
  case "星" where text.dropFirst().first == "期", "礼" where text.dropFirst().first == "拜": word = 2
  default: return 0
  }
  guard let day = text.dropFirst(word).first, "1234567一二三四五六七日天".unicodeScalars.contains(day) else { return 0 }
  return word + 1
}

/// What stands around a span: 自…起至…止.
private let frame = "自从起止".unicodeScalars

private func isWord(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic || scalar.properties.numericType != nil
}

/// `二〇二六年三月十八日` as `2026年3月18日`, and the place that each scalar comes from.
private func arabicDigits(_ scalars: [Unicode.Scalar]) -> (scalars: [Unicode.Scalar], origins: [Int]) {
  let digits = Array("〇一二三四五六七八九".unicodeScalars)
  let value = { (scalar: Unicode.Scalar) -> Int? in
    scalar == "零" || scalar == "○" ? 0 : digits.firstIndex(of: scalar)
  }
  var out: [Unicode.Scalar] = []
  var origins: [Int] = []
  func add(_ scalar: Unicode.Scalar, _ origin: Int) {
    out.append(scalar)
    origins.append(origin)
  }
  for (index, scalar) in scalars.enumerated() {
    if scalar == "十" {
      // 十 alone is 10, behind a digit it multiplies, before one it adds.
      if index == 0 || value(scalars[index - 1]) == nil { add("1", index) }
      if index + 1 == scalars.count || value(scalars[index + 1]) == nil { add("0", index) }
    } else {
      add(value(scalar).map { Unicode.Scalar(UInt8(48 + $0)) } ?? scalar, index)
    }
  }
  return (out, origins)
}
