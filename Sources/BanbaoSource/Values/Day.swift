/// A day of the Gregorian calendar, without a time of day and without a time zone.
package struct Day: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01, which is 0.
  package let serial: Int

  package init(serial: Int) { self.serial = serial }

  /// The day of a serial number as workbooks count them: 1 is 1 January 1900, or 0 is 1 January 1904.
  package init(serialOfWorkbook number: Int, countsFrom1904: Bool) {
    // Workbooks know a 29 February 1900, as their forebears did: the days before it count one less.
    serial = number - (countsFrom1904 ? 24_107 : number < 60 ? 25_568 : 25_569)
  }

  /// Nil where there is no such day, as on 30 February, or the year lies outside 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    // Counts from 1 March of the year 0, so that the leap day comes last in its year.
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    serial = era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month from 1 to 12, day from 1 to 31.
  package var parts: (year: Int, month: Int, day: Int) {
    let z = serial + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * dayOfYear + 2) / 153
    let month = m < 10 ? m + 3 : m - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * m + 2) / 5 + 1)
  }

  package var year: Int { parts.year }

  /// 0 is Monday, 6 is Sunday.
  package var weekday: Int { ((serial + 3) % 7 + 7) % 7 }

  /// 28 to 31; `month` counts from 1.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func < (a: Day, b: Day) -> Bool { a.serial < b.serial }

  /// The day so many days later; earlier for a negative number.
  package func adding(days: Int) -> Day { Day(serial: serial + days) }

  /// `2026-03-08`, as machines read it.
  package var iso: String {
    let (year, month, day) = parts
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// `2026年3月8日`: Arabic numerals, full year, no leading zero (GB/T 9704-2012).
  package var chinese: String {
    let (year, month, day) = parts
    return "\(year)年\(month)月\(day)日"
  }
}

/// Decimal digits with zeros in front, at least `width` of them.
package func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// A run of days, both ends included; a single day is a span of one.
package struct DaySpan: Hashable, Sendable, Comparable {
  package var first: Day
  package var last: Day

  /// `last` must not lie before `first`; `FieldReader` reports where it does.
  package init(_ first: Day, _ last: Day) {
    self.first = first
    self.last = last
  }

  package var isOneDay: Bool { first == last }

  /// Newest first is what lists show, so spans compare by their first day, then by their last.
  package static func < (a: DaySpan, b: DaySpan) -> Bool {
    (a.first, a.last) < (b.first, b.last)
  }

  /// `2026年3月26日至4月3日`: what the ends share is said once.
  package var chinese: String {
    guard !isOneDay else { return first.chinese }
    let (a, b) = (first.parts, last.parts)
    if a.year != b.year { return "\(first.chinese)至\(last.chinese)" }
    if a.month != b.month { return "\(first.chinese)至\(b.month)月\(b.day)日" }
    return "\(first.chinese)至\(b.day)日"
  }

  package var iso: String { isOneDay ? first.iso : "\(first.iso)/\(last.iso)" }
}
