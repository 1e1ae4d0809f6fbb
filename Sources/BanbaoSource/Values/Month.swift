package import BanbaoDiagnostics

/// A calendar month of a year.
package struct Month: Hashable, Comparable, Sendable {
  package let year: Int
  /// From 1.
  package let number: Int

  /// Nil for a month that the calendar lacks.
  package init?(_ year: Int, _ number: Int) {
    guard (1...9999).contains(year), (1...12).contains(number) else { return nil }
    self.year = year
    self.number = number
  }

  /// Nil for what is not `2026-07`, `2026.7` or `2026年7月`.
  ///
  /// - Parameter text: with half-width digits and signs.
  package init?(folded text: String) {
    var text = text.replacing("年", with: "-").replacing(".", with: "-").replacing("/", with: "-")
    if text.hasSuffix("月") { text.removeLast() }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, (1...2).contains(parts[1].utf8.count),
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }), let year = Int(parts[0]),
      let number = Int(parts[1])
    else { return nil }
    self.init(year, number)
  }

  /// Reads `2026-07` or `2026年7月`, also in full-width digits.
  package init(reading text: String) throws(Misread) {
    guard let month = Month(folded: foldedFullWidth(text)) else {
      throw Misread(
        rule: ValueRules.monthForm, message: Wording("“\(text)”不是一个月份", en: "“\(text)” is no month"),
        help: Wording("年和月都写，像 2026-07 这样", en: "write year and month, such as 2026-07"))
    }
    self = month
  }

  /// Its first and last day.
  package var span: DaySpan {
    // A month that the calendar has always has these days.
    let first = Day(year: year, month: number, day: 1) ?? Day(serial: 0)
    return DaySpan(first, Day(year: year, month: number, day: Day.length(ofMonth: number, year: year)) ?? first)
  }

  /// The month after or before it by as many.
  package func advanced(by months: Int) -> Month {
    let index = year * 12 + number - 1 + months
    return Month(index / 12, index % 12 + 1) ?? self
  }

  /// 2026年7月, July 2026.
  package var wording: Wording { Wording("\(year)年\(number)月", en: "\(monthWords(number).en) \(year)") }

  package static func < (a: Month, b: Month) -> Bool { (a.year, a.number) < (b.year, b.number) }
}

/// 7月, July; `month` counts from 1 to 12.
package func monthWords(_ month: Int) -> Wording { Wording("\(month)月", en: englishMonths[month - 1]) }

private let englishMonths = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
  "December",
]
