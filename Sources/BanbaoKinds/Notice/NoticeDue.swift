import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource

extension Notice {
  /// The end of each open 公示, and the result of each finished one that has none.
  package static func due(_ entries: [Entry<Notice>], in library: Library) -> [Due] {
    let told = Set(entries.compactMap(\.record.resultOf?.value))
    let resultOf = KeyLanguage.chinese[Keys.resultOf]
    return entries.compactMap { entry in
      guard let publicity = entry.record.publicity, !told.contains(entry.id) else { return nil }
      let end = publicity.value.span(library.workingDays).last
      let isOver = end < library.today
      return Due(
        place: entry.place(publicity.mark), title: entry.title,
        task: isOver
          ? Wording("公示期满，公布结果", en: "the period is over: tell the result")
          : Wording("公示期满", en: "the period ends"),
        day: end,
        remedy: Wording(
          "banbao new 通知 公示结果，写上 \(resultOf): \(entry.id)",
          en: "banbao new notice RESULT, with \(resultOf): \(entry.id)"))
    }
  }

  /// What a notice is about, and the last day of each 公示, until which members may object.
  package static func events(_ entries: [Entry<Notice>], in library: Library) -> [CalendarEvent] {
    entries.flatMap { entry in
      var events: [CalendarEvent] = []
      if let when = entry.record.when?.value {
        var event = CalendarEvent(
          entry, title: entry.title, days: when.days, label: entry.record.form.value.wording)
        event.hour = when.hour
        event.place = entry.record.place
        events.append(event)
      }
      if let end = entry.record.publicity?.value.span(library.workingDays).last {
        var event = CalendarEvent(
          entry, title: entry.title, days: DaySpan(end, end),
          label: Wording("公示截止", en: "Last day for objections"), part: "end")
        event.needsLabel = true
        events.append(event)
      }
      return events
    }
  }
}
