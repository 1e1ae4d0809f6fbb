import BanbaoDiagnostics
import BanbaoSource

/// A festival to which a union ties its programme, on its day in a year.
struct Festival {
  var day: Day
  var name: Wording
}

/// The festivals of a year by their days. Those of the lunar calendar, and 清明, stand only in 2000 to 2060.
func festivals(of year: Int) -> [Festival] {
  var days: [(month: Int, day: Int, name: Wording)] = [
    (1, 1, Wording("元旦", en: "New Year")), (3, 8, Wording("三八国际妇女节", en: "Women's Day")),
    (5, 1, Wording("五一国际劳动节", en: "Labour Day")), (5, 12, Wording("5·12护士节", en: "Nurses Day")),
    (6, 1, Wording("六一儿童节", en: "Children's Day")), (8, 8, Wording("8·8全民健身日", en: "Fitness Day")),
    (10, 1, Wording("国庆节", en: "National Day")), (10, 26, Wording("环卫工人节", en: "Sanitation Workers Day")),
  ]
  if (2000...2060).contains(year) {
    let row = (year - 2000) * 3
    let names = [
      Wording("春节", en: "Spring Festival"), Wording("端午节", en: "Dragon Boat Festival"),
      Wording("中秋节", en: "Mid-Autumn Festival"),
    ]
    days += names.enumerated().map { (lunarDays[row + $0] / 100, lunarDays[row + $0] % 100, $1) }
    days.append((4, clearBrightDay(of: year), Wording("清明节", en: "Qingming Festival")))
  }
  return days.compactMap { month, day, name in
    Day(year: year, month: month, day: day).map { Festival(day: $0, name: name) }
  }.sorted { $0.day < $1.day }
}

/// The day of April on which 清明 falls in a year from 2000 to 2060.
///
/// The almanac's rule of thumb, [Y × 0.2422 + 4.81] − [Y ÷ 4] with the last two digits of the year. For all of these
/// years it agrees with the day, in China's time, on which the sun's apparent longitude (Meeus, Astronomical Algorithms,
/// ch. 25) reaches 15°.
private func clearBrightDay(of year: Int) -> Int {
  let y = year % 100
  return (y * 2422 + 48_100) / 10_000 - y / 4
}

/// Of each year from 2000 to 2060 three days as month × 100 + day: 春节 (first day of the first lunar month), 端午 (fifth of
/// the fifth), 中秋 (fifteenth of the eighth).
///
/// Computed with the Chinese calendar of ICU 78.2 (`Intl.DateTimeFormat("en-u-ca-chinese", {timeZone: "UTC"})` of
/// Node.js 20): for each day of the year its lunar month and day were asked, leap months left out. The first day of each
/// of these months was held against the new moon in China's time (Meeus, ch. 49) and against the tables of lunardate
/// 0.3.0. They agree but for 春节 of 2027 and 2030, when the moon is new within eight minutes of midnight and ICU takes
/// the wrong side; here both stand right.
private let lunarDays = [
  205, 606, 912, 124, 625, 1001, 212, 615, 921, 201, 604, 911, 122, 622, 928, 209, 611, 918, 129, 531, 1006,
  218, 619, 925, 207, 608, 914, 126, 528, 1003, 214, 616, 922, 203, 606, 912, 123, 623, 930, 210, 612, 919,
  131, 602, 908, 219, 620, 927, 208, 609, 915, 128, 530, 1004, 216, 618, 924, 205, 607, 913, 125, 625, 1001,
  212, 614, 921, 201, 603, 910, 122, 622, 929, 210, 610, 917, 129, 531, 1006, 217, 619, 925, 206, 609, 915,
  126, 528, 1003, 213, 616, 922, 203, 605, 912, 123, 624, 1001, 211, 612, 919, 131, 601, 908, 219, 620, 927,
  208, 610, 916, 128, 530, 1004, 215, 618, 924, 204, 607, 913, 124, 527, 1002, 212, 614, 920, 201, 603, 910,
  122, 622, 928, 210, 611, 917, 130, 531, 1005, 217, 619, 925, 206, 608, 915, 126, 529, 1004, 214, 615, 922,
  202, 604, 911, 123, 623, 930, 211, 613, 919, 201, 601, 907, 219, 620, 926, 208, 610, 916, 128, 530, 1005,
  215, 617, 924, 204, 606, 913, 124, 625, 1002, 212, 614, 921, 202, 603, 909,
]
