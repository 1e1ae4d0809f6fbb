package import BanbaoDiagnostics
package import BanbaoSource

/// Something that the committee has to do by a day, as the desk shows it.
package struct Due: Sendable, Hashable {
  /// The record that asks for it.
  package var place: Place
  package var title: String
  /// What is to be done, without a full stop.
  package var task: Wording
  package var day: Day
  /// The command or file that settles it.
  package var remedy: Wording

  package init(place: Place, title: String, task: Wording, day: Day, remedy: Wording) {
    self.place = place
    self.title = title
    self.task = task
    self.day = day
    self.remedy = remedy
  }

  /// From the day after on.
  package func isLate(on today: Day) -> Bool { day < today }
}

extension [Due] {
  /// What is late, and what is due in the month of `today` or by the end of the next week, by day and place.
  func soon(_ today: Day) -> [Due] {
    let (year, month, _) = today.parts
    let nextSunday = today.adding(days: 13 - today.weekday)
    return filter { $0.day <= nextSunday || ($0.day.parts.year, $0.day.parts.month) == (year, month) }
      .sorted { $0.day != $1.day ? $0.day < $1.day : $0.place < $1.place }
  }
}

extension Library {
  /// Records that wait for their day of publication, of all kinds.
  var scheduledDue: [Due] {
    waiting.compactMap { entry in
      guard let day = entry.common.publish, entry.status.isScheduled else { return nil }
      return Due(
        place: entry.place(day.mark), title: entry.title,
        task: Wording("到发布日期，重新生成网站", en: "its day of publication: build the site"), day: day.value,
        remedy: Wording("当天运行 banbao build", en: "run banbao build on that day"))
    }
  }
}
