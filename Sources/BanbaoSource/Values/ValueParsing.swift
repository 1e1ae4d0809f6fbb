package import BanbaoDiagnostics

/// Why a text is not the value it should be: a sentence, and how to write it right.
package struct Misread: Error, Equatable {
  package var rule: Rule
  package var message: Wording
  package var help: Wording?
}

/// Full-width digits, letters and signs (U+FF01 to U+FF5E) and the ideographic space as their ASCII fellows.
package func foldedFullWidth(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 >= 0xE3 }) else { return text }
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0xFF01...0xFF5E: out.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    case 0x3000: out.append(" ")
    case 0x2013, 0x2014, 0x2212: out.append("-")
    default: out.append(scalar)
    }
  }
  return String(out)
}

extension Day {
  /// Reads `2026-03-08`, `2026年3月8日` or `2026/3/8`, also in full-width digits.
  package init(reading text: String) throws(Misread) {
    let folded = foldedFullWidth(text)
    guard let numbers = Day.numbers(in: folded) else { throw Day.misread(text, folded) }
    guard let day = Day(year: numbers.0, month: numbers.1, day: numbers.2) else {
      throw Misread(
        rule: ValueRules.dayImpossible,
        message: Wording("日历上没有“\(text)”这一天", en: "there is no such day as “\(text)” in the calendar"),
        help: Day.remedy(impossible: numbers))
    }
    self = day
  }

  private static func remedy(impossible numbers: (Int, Int, Int)) -> Wording {
    guard (1...12).contains(numbers.1), (1...9999).contains(numbers.0) else {
      return Wording("月份是 1 到 12，例如 2026-03-08", en: "months run from 1 to 12, as in 2026-03-08")
    }
    let last = Day.length(ofMonth: numbers.1, year: numbers.0)
    return Wording(
      "\(numbers.0)年\(numbers.1)月最后一天是 \(last) 日，请核对",
      en: "the last day of \(numbers.0)-\(padded(numbers.1, 2)) is \(last); please check")
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

  private static func misread(_ text: String, _ folded: String) -> Misread {
    let digits = folded.unicodeScalars.compactMap(\.decimalDigit)
    let digitsOnly = folded.unicodeScalars.allSatisfy { $0.decimalDigit != nil }
    var help = Wording(
      "写成 2026-03-08、2026年3月8日 或 2026/3/8", en: "write 2026-03-08, 2026年3月8日 or 2026/3/8")
    if digitsOnly, digits.count == 5, let serial = Int(folded), (30_000..<80_000).contains(serial) {
      // Excel counts days from 1899-12-30.
      let day = Day(serial: serial - 25_569)
      help = Wording(
        "这像是 Excel 的日期序号，应写成 \(day.iso)", en: "this looks like an Excel day number; write \(day.iso)")
    } else if let day = Day.guess(folded, digits) {
      help = Wording("应写成 \(day.iso)", en: "write \(day.iso)")
    }
    return Misread(
      rule: ValueRules.dayForm, message: Wording("“\(text)”不是一个日期", en: "“\(text)” is not a day"), help: help)
  }

  /// What was probably meant: `20260308`, `2026.3.8`, `2026-03-08 14:00`.
  private static func guess(_ text: String, _ digits: [Int]) -> Day? {
    let fields = text.unicodeScalars.split { $0.decimalDigit == nil }
    let numbers = fields.compactMap { Int(String(Substring($0))) }
    if fields.count == 1, digits.count == 8, let all = numbers.first {
      return Day(year: all / 10_000, month: all / 100 % 100, day: all % 100)
    }
    guard numbers.count >= 3, fields[0].count == 4, fields.count == numbers.count else { return nil }
    return Day(year: numbers[0], month: numbers[1], day: numbers[2])
  }
}

extension DaySpan {
  /// Reads a day, or two days joined by `/` (`2026-03-26/2026-04-03`), `至` or `～`.
  package init(reading text: String) throws(Misread) {
    let folded = foldedFullWidth(text)
    let parts = DaySpan.halves(folded)
    guard let second = parts.second else {
      let day = try Day(reading: text)
      self.init(day, day)
      return
    }
    let (first, last) = (try Day(reading: parts.first), try Day(reading: second))
    guard first <= last else {
      throw Misread(
        rule: ValueRules.spanBackwards,
        message: Wording("起止日期颠倒：\(first.iso) 晚于 \(last.iso)", en: "the span runs backwards: \(first.iso) is after \(last.iso)"),
        help: Wording("写成 \(last.iso)/\(first.iso)", en: "write \(last.iso)/\(first.iso)"))
    }
    self.init(first, last)
  }

  private static func halves(_ text: String) -> (first: String, second: String?) {
    let slashes = text.utf8.count { $0 == UInt8(ascii: "/") }
    let scalars = text.unicodeScalars
    let isSlashForm = slashes == 2 && !scalars.contains("-") && !scalars.contains("年")
    if !isSlashForm, slashes == 1 || slashes == 5,
      let middle = slashes == 1
        ? scalars.firstIndex(of: "/") : scalars.indices.filter({ scalars[$0] == "/" }).dropFirst(2).first
    {
      return (trimmed(text[..<middle]), trimmed(text[scalars.index(after: middle)...]))
    }
    if let middle = scalars.firstIndex(where: { $0 == "至" || $0 == "~" || $0 == "到" }) {
      return (trimmed(text[..<middle]), trimmed(text[scalars.index(after: middle)...]))
    }
    return (text, nil)
  }
}

extension Money {
  /// Reads `12118.40`, `12,118.40`, `255000元`, `￥1,234.50`, also in full-width digits.
  ///
  /// - Parameter allowsNegative: whether a leading `-` is understood, as in a correcting entry of a ledger.
  package init(reading text: String, allowsNegative: Bool = false) throws(Misread) {
    var rest = Substring(foldedFullWidth(text))
    func refuse(_ why: Wording, help: Wording? = nil) -> Misread {
      Misread(
        rule: ValueRules.amountForm, message: why,
        help: help
          ?? Wording("写成 12118.40、12,118.40 或 12118.40元", en: "write 12118.40, 12,118.40 or 12118.40元"))
    }
    for sign in ["￥", "¥", "人民币"] where rest.hasPrefix(sign) { rest.removeFirst(sign.count) }
    let isNegative = rest.hasPrefix("-")
    if isNegative {
      guard allowsNegative else {
        throw refuse(Wording("金额“\(text)”不能是负数", en: "the amount “\(text)” must not be negative"))
      }
      rest.removeFirst()
    }
    for sign in ["￥", "¥"] where rest.hasPrefix(sign) { rest.removeFirst() }
    if rest.hasSuffix("万元") || rest.hasSuffix("万") {
      throw refuse(
        Wording("金额“\(text)”要写到元，不用“万”", en: "the amount “\(text)” must be in yuan, not in 万"),
        help: Wording("1.2万 写成 12000", en: "write 12000 for 1.2万"))
    }
    if rest.hasSuffix("元") { rest.removeLast() }
    let halves = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = (halves.first ?? "").split(separator: ",", omittingEmptySubsequences: false)
    let cents = halves.count > 1 ? halves[1] : ""
    let isDigits: (Substring) -> Bool = { part in part.utf8.allSatisfy { (48...57).contains($0) } }
    guard !groups.isEmpty, groups.allSatisfy({ !$0.isEmpty && isDigits($0) }), isDigits(cents),
      halves.count == 1 || !cents.isEmpty
    else { throw refuse(Wording("“\(text)”不是金额", en: "“\(text)” is not an amount")) }
    guard groups.count == 1 || (groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }) else {
      throw refuse(Wording("“\(text)”的千位逗号位置不对", en: "the commas in “\(text)” do not stand at thousands"))
    }
    guard cents.count <= 2 else {
      throw refuse(
        Wording("金额“\(text)”最多两位小数，精确到分", en: "the amount “\(text)” has more than two decimals"))
    }
    let digits = groups.joined() + cents + String(repeating: "0", count: 2 - cents.count)
    guard let fen = Int64(digits) else {
      throw refuse(Wording("金额“\(text)”太大，无法记账", en: "the amount “\(text)” is too large"))
    }
    self.init(fen: isNegative ? -fen : fen)
  }
}

/// Reads a count of 0 or more, also in full-width digits or with thousands separated: `1120`, `1,120`, `１１２０`.
package func readCount(_ text: String) throws(Misread) -> Int {
  let folded = foldedFullWidth(text)
  let groups = folded.split(separator: ",", omittingEmptySubsequences: false)
  let digits = groups.joined()
  let isGrouped =
    groups.count == 1 || (groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 })
  if !digits.isEmpty, isGrouped, digits.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int(digits),
    value <= 1_000_000_000
  {
    return value
  }
  let leading = String(Substring(folded.unicodeScalars.prefix { $0.decimalDigit != nil }))
  throw Misread(
    rule: ValueRules.countForm,
    message: Wording("“\(text)”不是整数", en: "“\(text)” is not a whole number"),
    help: leading.isEmpty
      ? Wording("只写阿拉伯数字，例如 56", en: "write digits only, such as 56")
      : Wording("只写数字，不带单位：\(leading)", en: "write the number without a unit: \(leading)"))
}

extension Unicode.Scalar {
  /// The value of an ASCII digit.
  package var decimalDigit: Int? {
    (48...57).contains(value) ? Int(value) - 48 : nil
  }
}

/// Without spaces at either end, also full-width ones.
package func trimmed(_ text: some StringProtocol) -> String {
  let scalars = text.unicodeScalars
  let isSpace: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\u{3000}" || $0 == "\u{A0}" || $0 == "\n" }
  guard let first = scalars.firstIndex(where: { !isSpace($0) }),
    let last = scalars.lastIndex(where: { !isSpace($0) })
  else { return "" }
  return String(text[first...last])
}
