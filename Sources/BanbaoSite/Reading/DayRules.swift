package import BanbaoDiagnostics
package import BanbaoSource

/// What the days of a record say of each other, of the site's day and of the folder that it lies in.
///
/// - Parameter path: of the record's file under `content/`.
func dayFaults<Kind: RecordKind>(
  _ record: Kind, _ common: CommonFields, folder path: String, _ fields: FieldReader, today: Day
) -> [Diagnostic] {
  var faults: [Diagnostic] = []
  let date = common.date
  let first = date.value.first
  let shown = max(today, common.publish?.value ?? today)
  let last = date.value.last
  if last > today.adding(days: 366), Kind.dateIsItsDay || record.tellsOfThePast {
    faults.append(
      DayRules.far.at(
        fields.place(date.mark), Wording("日期 \(last.iso) 在一年以后", en: "the day \(last.iso) is more than a year ahead"),
        help: Wording("核对年份", en: "check the year")))
  } else if first > shown, record.tellsOfThePast {
    faults.append(
      DayRules.ahead.at(
        fields.place(date.mark),
        Wording(
          "日期 \(first.iso) 还没有到，这里记的是已经办了的事",
          en: "\(first.iso) has not come yet, and the record tells of what has happened"),
        help: Wording(
          "核对日期；还没有办的事写成通知或计划，或者先加 \(fields.keys[CommonFields.Keys.draft]): true",
          en: "check the day; announce what is to come in a notice or a plan, or make it a draft")))
  }
  if let expires = common.expires, expires.value < first {
    let key = CommonFields.Keys.expires.name
    faults.append(early(expires, fields.keys[key], key.name, date, fields.path))
  }
  if let publish = common.publish { faults += publicationFaults(publish, common.expires, fields, today) }
  // A date that lies ahead is said already, and that of a text may be of any time.
  for day in fields.days
  where isUnlikely(day.value, today) && (day.mark != date.mark || (Kind.dateIsItsDay && first <= today)) {
    faults.append(
      DayRules.unlikely.at(
        fields.place(day.mark), Wording("\(day.value.iso) 离今天太远", en: "\(day.value.iso) is very far from today"),
        help: Wording("核对年份；没有期限的，删去这一项", en: "check the year; leave the field out where there is no limit")))
  }
  if let year = folderYear(path), Kind.dateIsItsDay, !(first.year...date.value.last.year).contains(year),
    !fields.years.contains(year)
  {
    faults.append(
      DayRules.folder.at(
        fields.place(date.mark),
        Wording("日期 \(first.iso) 与文件夹的年份 \(year) 不同", en: "the day \(first.iso) is not of the folder's year \(year)"),
        help: Wording(
          "核对日期；日期没有错，就把文件移到 \(Kind.folder)/\(padded(first.year, 4)) 文件夹",
          en: "check the day; where it is right, move the file into \(Kind.folder)/\(padded(first.year, 4))")))
  }
  return faults
}

/// A record that would appear in years only, or when it has run out already, appears never.
private func publicationFaults(
  _ publish: Located<Day>, _ expires: Located<Day>?, _ fields: FieldReader, _ today: Day
) -> [Diagnostic] {
  let key = CommonFields.Keys.publish.name
  if publish.value > today.adding(days: 366) {
    return [
      DayRules.far.at(
        fields.place(publish.mark),
        Wording(
          "“\(fields.keys[key])”\(publish.value.iso) 在一年以后，到那时才会发布",
          en: "\(key.name) is \(publish.value.iso), more than a year ahead"),
        help: Wording(
          "核对年份；还不发布，先加 \(fields.keys[CommonFields.Keys.draft]): true", en: "check the year, or make it a draft"))
    ]
  }
  guard let expires, expires.value < publish.value else { return [] }
  let end = CommonFields.Keys.expires.name
  return [
    DayRules.early.at(
      fields.place(expires.mark),
      Wording(
        "“\(fields.keys[end])”\(expires.value.iso) 早于“\(fields.keys[key])”\(publish.value.iso)，永远不会在宣传栏上",
        en: "\(end.name) is \(expires.value.iso), before \(key.name) \(publish.value.iso): it never appears"),
      help: Wording("核对这两个日期", en: "check both days"),
      related: [Related(fields.place(publish.mark), Wording("发布日期", en: "the day of publication"))])
  ]
}

/// What is said of a day that ends a record before it begins, such as that of `pinned_until`.
package func endsEarly(_ limit: Located<Day>, _ key: KeyName, _ entry: any AnyEntry) -> Diagnostic {
  early(limit, entry.keys[key], key.name, entry.common.date, entry.source)
}

private func early(
  _ limit: Located<Day>, _ key: String, _ name: String, _ date: Located<DaySpan>, _ path: String
) -> Diagnostic {
  DayRules.early.at(
    Place(path, limit.mark),
    Wording(
      "“\(key)”\(limit.value.iso) 早于日期 \(date.value.first.iso)",
      en: "\(name) is \(limit.value.iso), before the record's day \(date.value.first.iso)"),
    help: Wording("核对这两个日期", en: "check both days"),
    related: [Related(Place(path, date.mark), Wording("日期", en: "the day"))])
}

/// Years that nobody means: before the People's Republic, or a generation ahead.
private func isUnlikely(_ day: Day, _ today: Day) -> Bool {
  day.year < 1949 || day > today.adding(days: 30 * 366)
}

/// The year that a record's folder is named after, as in `notices/2026/spring.md`.
private func folderYear(_ path: String) -> Int? {
  let parts = path.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 2)
  guard parts.count == 3, parts[1].count == 4, let year = Int(Substring(parts[1])), year > 999 else { return nil }
  return year
}

/// The rules of days.
package enum DayRules {
  package static let far = Rule(
    "day-far-ahead", .error,
    Wording(
      "记录的日期、发布日期不会在一年以后，多半是年份打错了。",
      en: "A record's day, or that of its publication, is not more than a year ahead: the year is mistyped."),
    wrong: "date: 2062-03-08", right: "date: 2026-03-08")
  package static let ahead = Rule(
    "day-ahead", .warning,
    Wording(
      "活动、慰问、会议、培训、荣誉等记的是已经办了的事，总结会计算它们；将要办的事写成通知、邀请或计划。喜报、通报、简报也说已有的事。",
      en: "Activities, visits, meetings, training, honours and the like tell of what has happened, and summaries count "
        + "them; what is to come is a notice, an invitation or a plan. Good news, circulars and bulletins tell of the past too."
    ),
    wrong: "date: 2026-12-20", right: "date: 2026-11-20")
  package static let early = Rule(
    "day-before-date", .error,
    Wording(
      "有效期、置顶期不能在记录的日期、发布日期以前结束。",
      en: "A record is not valid, or pinned, until a day before its own or that of its publication."),
    wrong: "date: 2026-03-08\nexpires: 2026-02-08", right: "date: 2026-03-08\nexpires: 2026-04-08")
  package static let unlikely = Rule(
    "day-unlikely", .warning,
    Wording("1949 年以前或三十年以后的日期，多半是年份打错了。", en: "A day before 1949 or thirty years ahead is a mistyped year."),
    wrong: "expires: 2062-04-08", right: "expires: 2026-04-08")
  package static let folder = Rule(
    "folder-year", .warning,
    Wording(
      "年份文件夹里放这一年的记录；网址跟着文件夹走。",
      en: "A folder named after a year holds the records of that year; the address follows the folder."),
    wrong: "notices/2025/春节慰问.md:\ndate: 2026-02-10", right: "notices/2026/春节慰问.md:\ndate: 2026-02-10")
  package static let all = [far, ahead, early, unlikely, folder]
}
