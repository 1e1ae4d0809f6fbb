import BanbaoDiagnostics
package import BanbaoSource

/// Which days are worked, by the yearly arrangement of the State Council as `holidays/YEAR.yaml` gives it.
///
/// For a year without such a file, Monday to Friday count as worked.
package struct WorkingDays: Sendable {
  private var off: Set<Day> = []
  private var worked: Set<Day> = []
  private var years: Set<Int> = []

  package init() {}

  /// What one year's file says.
  package struct Arrangement: Sendable {
    var year: Int
    var off: Set<Day>
    var worked: Set<Day>

    enum Keys {
      static let off = Key.spans("off", "放假", note)
      static let work = Key.spans("work", "上班", note)
      private static let note = Wording("日期或一段日期的列表", en: "a list of days or spans")
    }

    /// Days of another year are reported.
    package init(reading fields: inout FieldReader, year: Int) {
      self.year = year
      off = Arrangement.days(fields.read(Keys.off), of: year, &fields)
      worked = Arrangement.days(fields.read(Keys.work), of: year, &fields)
    }

    private static func days(_ spans: [Located<DaySpan>], of year: Int, _ fields: inout FieldReader) -> Set<Day> {
      var days = Set<Day>()
      for span in spans {
        let (first, last) = (span.value.first, span.value.last)
        guard first.year == year, last.year == year else {
          fields.report(
            SettingsRules.holidayYear.at(
              fields.place(span.mark),
              Wording("\(span.value.iso) 不在 \(year) 年", en: "\(span.value.iso) is not in \(year)")))
          continue
        }
        for serial in first.serial...last.serial { days.insert(Day(serial: serial)) }
      }
      return days
    }
  }

  mutating func add(_ arrangement: Arrangement) {
    years.insert(arrangement.year)
    off.formUnion(arrangement.off)
    worked.formUnion(arrangement.worked)
  }

  /// By the file of its year; else by the day of the week.
  package func isWorked(_ day: Day) -> Bool {
    if worked.contains(day) { return true }
    return day.weekday < 5 && !off.contains(day)
  }

  /// Whether the arrangement of every year in the span is known.
  package func isKnown(_ span: DaySpan) -> Bool {
    (span.first.year...span.last.year).allSatisfy(years.contains)
  }

  /// How many days are worked, both ends included; 0 for a span that runs backwards.
  package func count(from first: Day, through last: Day) -> Int { days(from: first, through: last).count }

  /// The days that are worked, both ends included; none for a span that runs backwards.
  package func days(from first: Day, through last: Day) -> [Day] {
    guard first <= last else { return [] }
    return (first.serial...min(last.serial, first.serial + 3660)).lazy.map { Day(serial: $0) }.filter(isWorked)
  }

  /// The last day of a period of `count` working days that begins on `first`; `first` counts if it is worked.
  package func end(of count: Int, from first: Day) -> Day {
    var day = first
    var left = min(count, 1000)
    while true {
      if isWorked(day) { left -= 1 }
      if left <= 0 { return day }
      day = day.adding(days: 1)
    }
  }
}
