import BanbaoDiagnostics

/// A time zone of the IANA database. Before 1970 it has the time of the beginning of 1970.
package struct TimeZone: Sendable {
  /// Greenwich's, without summer time.
  package static let utc = TimeZone(offsets: [0], changes: [], rule: Rule(standard: 0, summer: nil))

  /// In minutes east of UTC; the first is that before the first change.
  private let offsets: [Int]
  private let changes: [(minute: Int, offset: Int)]
  /// What holds after the last change.
  private let rule: Rule

  /// When clocks are put forward and back each year.
  private struct Rule {
    /// In minutes east of UTC, as is the time in summer.
    var standard: Int
    var summer: (offset: Int, start: Change, end: Change)?

    /// The last or another weekday of a month, and the minutes from its midnight on.
    struct Change {
      var month: Int
      /// 5 is the last.
      var week: Int
      /// 0 is Sunday.
      var weekday: Int
      var minutes: Int

      /// Minutes since 1970 by the clock that is put forward or back; nil in a year that has no days.
      func minute(of year: Int) -> Int? {
        guard let first = Day(year: year, month: month, day: 1) else { return nil }
        let day = (weekday + 6 - first.weekday + 7) % 7 + (week - 1) * 7
        let isThere = day < Day.length(ofMonth: month, year: year)
        return first.adding(days: isThere ? day : day - 7).serial * 1440 + minutes
      }
    }

    func offset(at minute: Int) -> Int {
      let year = Day(serial: (minute + standard).dividedDown(by: 1440)).year
      guard let summer, let start = summer.start.minute(of: year), let end = summer.end.minute(of: year) else {
        return standard
      }
      let (first, last) = (start - standard, end - summer.offset)
      // South of the equator summer holds over the end of the year.
      let isSummer = first < last ? first <= minute && minute < last : first <= minute || minute < last
      return isSummer ? summer.offset : standard
    }
  }

  /// Seconds east of UTC.
  ///
  /// - Parameter second: since 1970.
  package func offset(at second: Int) -> Int {
    let minute = second.dividedDown(by: 60)
    let count = changes.leadingCount { $0.minute <= minute }
    let minutes = count == changes.count ? rule.offset(at: minute) : count == 0 ? offsets[0] : changes[count - 1].offset
    return minutes * 60
  }

  /// Seconds east of UTC at the beginning of a day.
  package func offset(at day: Day) -> Int {
    let local = day.serial * 86_400
    return offset(at: local - offset(at: local))
  }

  /// The day at a moment, in seconds since 1970.
  package func day(at second: Int) -> Day {
    Day(serial: (second &+ offset(at: second)).dividedDown(by: 86_400))
  }
}

extension TimeZone {
  /// Nil where the database has no such name.
  package init?(name: String) {
    let wanted = Array(name.utf8)
    func isNamed(_ line: Substring.UTF8View) -> Bool {
      line.prefix { $0 != UInt8(ascii: ";") }.split(separator: UInt8(ascii: " ")).contains { $0.elementsEqual(wanted) }
    }
    guard let line = zoneTable.utf8.split(separator: UInt8(ascii: "\n")).first(where: isNamed) else { return nil }
    let fields = line.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    guard fields.count == 4 else { return nil }
    let offsets = numbers(fields[1])
    let rule = numbers(fields[2])
    guard !offsets.isEmpty, let standard = rule.first else { return nil }
    var changes: [(minute: Int, offset: Int)] = []
    var (minute, pause) = (0, 0)
    for byte in fields[3] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): pause = pause * 36 + Int(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "z"): pause = pause * 36 + Int(byte - UInt8(ascii: "a")) + 10
      default:
        minute += pause
        pause = 0
        let offset = Int(byte) - Int(UInt8(ascii: "A"))
        guard offsets.indices.contains(offset) else { return nil }
        changes.append((minute, offsets[offset]))
      }
    }
    self.init(
      offsets: offsets, changes: changes,
      rule: Rule(
        standard: standard,
        summer: rule.count != 10
          ? nil
          : (
            offset: rule[1], start: Rule.Change(month: rule[2], week: rule[3], weekday: rule[4], minutes: rule[5]),
            end: Rule.Change(month: rule[6], week: rule[7], weekday: rule[8], minutes: rule[9])
          )))
  }
}

/// The whole numbers of a field, which blanks and full stops part.
private func numbers(_ field: Substring.UTF8View) -> [Int] {
  field.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ".") }.compactMap { Int(Substring($0)) }
}

extension Int {
  /// Divided, and rounded down also below 0.
  fileprivate func dividedDown(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
