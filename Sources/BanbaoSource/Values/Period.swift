package import BanbaoDiagnostics

/// A period of account or of report: a calendar year, a half or a quarter of it.
package struct Period: Hashable, Sendable, Comparable {
  /// Which part of the year. Quarters and halves count from 1.
  package enum Part: Hashable, Sendable {
    case year
    case half(Int)
    case quarter(Int)
  }

  package let year: Int
  package let part: Part

  /// `part` must be a half of 1 or 2, or a quarter of 1 to 4.
  package init(_ year: Int, _ part: Part = .year) {
    self.year = year
    self.part = part
  }

  /// First month from 1, and how many months.
  private var months: (first: Int, count: Int) {
    switch part {
    case .year: (1, 12)
    case .half(let number): (number * 6 - 5, 6)
    case .quarter(let number): (number * 3 - 2, 3)
    }
  }

  /// Its first and last day.
  package var span: DaySpan {
    let last = months.first + months.count - 1
    // A year from 1 to 9999 and a month from 1 to 12 always have these days.
    let first = Day(year: year, month: months.first, day: 1) ?? Day(serial: 0)
    return DaySpan(
      first, Day(year: year, month: last, day: Day.length(ofMonth: last, year: year)) ?? first)
  }

  /// Both ends count.
  package func contains(_ day: Day) -> Bool { span.first <= day && day <= span.last }

  /// `2026`, `2026-H1`, `2026-Q3`.
  package var code: String {
    switch part {
    case .year: padded(year, 4)
    case .half(let number): "\(padded(year, 4))-H\(number)"
    case .quarter(let number): "\(padded(year, 4))-Q\(number)"
    }
  }

  /// 2026年, 2026年上半年, 2026年第三季度; 2026, the first half of 2026, the third quarter of 2026.
  package var wording: Wording {
    switch part {
    case .year: return Wording("\(year)年", en: "\(year)")
    case .half(let number):
      return Wording("\(year)年\(number == 1 ? "上" : "下")半年", en: "the \(Self.ordinals[number - 1].en) half of \(year)")
    case .quarter(let number):
      return Wording(
        "\(year)年第\(Self.ordinals[number - 1].zh)季度", en: "the \(Self.ordinals[number - 1].en) quarter of \(year)")
    }
  }

  /// 全年, 上半年, 第一季度; The year, Half 1, Quarter 1: where its year is said already.
  package var shortWording: Wording {
    switch part {
    case .year: Wording("全年", en: "The year")
    case .half(let number): Wording(number == 1 ? "上半年" : "下半年", en: "Half \(number)")
    case .quarter(let number): Wording("第\(Self.ordinals[number - 1].zh)季度", en: "Quarter \(number)")
    }
  }

  private static let ordinals = [
    Wording("一", en: "first"), Wording("二", en: "second"), Wording("三", en: "third"), Wording("四", en: "fourth"),
  ]

  /// By their first day; of two that begin together the longer comes first.
  package static func < (a: Period, b: Period) -> Bool {
    let (left, right) = (a.span, b.span)
    return left.first != right.first ? left.first < right.first : left.last > right.last
  }

  /// Reads `2026`, `2026年`, `2026-H1`, `2026年上半年`, `2026-Q3`, `2026年第三季度`, also in full-width digits.
  package init(reading text: String) throws(Misread) {
    let folded = foldedFullWidth(text)
    guard let period = Period(folded) else {
      throw Misread(
        rule: ValueRules.periodForm, message: Wording("“\(text)”不是一个期间", en: "“\(text)” is no period"),
        help: Wording("像 2026、2026-H1 或 2026-Q3 这样写", en: "write 2026, 2026-H1 or 2026-Q3"))
    }
    self = period
  }

  /// Reads `H1`, `Q3`, `year`, 上半年, 全年 as parts of a year, and whatever `init(reading:)` reads.
  package init(reading text: String, within year: Int) throws(Misread) {
    let folded = foldedFullWidth(text)
    if folded.lowercased() == "year" || folded == "全年" || folded == "年度" {
      self = Period(year)
    } else if let period = Period(padded(year, 4) + folded) {
      self = period
    } else {
      self = try Period(reading: text)
    }
  }

  /// The first period that a title names: of `2027年工会工作计划` the year, of `2026年上半年会员人数` the half.
  package init?(foundIn title: String) {
    let scalars = Array(foldedFullWidth(title).unicodeScalars)
    func isDigit(_ index: Int) -> Bool { scalars.indices.contains(index) && scalars[index].decimalDigit != nil }
    for start in scalars.indices where scalars[start] == "1" || scalars[start] == "2" {
      guard (1...3).allSatisfy({ isDigit(start + $0) }), !isDigit(start - 1), !isDigit(start + 4) else { continue }
      // `2026年第三季度` is the longest.
      for length in stride(from: min(9, scalars.count - start), through: 4, by: -1) {
        guard let period = Period(String(String.UnicodeScalarView(scalars[start..<(start + length)]))) else { continue }
        self = period
        return
      }
    }
    return nil
  }

  private init?(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count >= 4 else { return nil }
    var year = 0
    for scalar in scalars.prefix(4) {
      guard let digit = scalar.decimalDigit else { return nil }
      year = year * 10 + digit
    }
    guard year > 0 else { return nil }
    let rest = String(String.UnicodeScalarView(scalars.dropFirst(4).filter { $0 != "-" && $0 != "年" && $0 != " " }))
    switch rest.lowercased() {
    case "": self.init(year)
    case "h1", "上半": self.init(year, .half(1))
    case "h2", "下半": self.init(year, .half(2))
    case "q1", "第一季度", "一季度": self.init(year, .quarter(1))
    case "q2", "第二季度", "二季度": self.init(year, .quarter(2))
    case "q3", "第三季度", "三季度": self.init(year, .quarter(3))
    case "q4", "第四季度", "四季度": self.init(year, .quarter(4))
    default: return nil
    }
  }
}
