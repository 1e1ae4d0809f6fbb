import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Membership {
  /// The birthdays of the retired in the month of the site's day, by the newest record that counts them.
  package static func due(_ entries: [Entry<Membership>], in library: Library) -> [Due] {
    let counted = entries.filter { !$0.record.birthdays.isEmpty }
    guard let newest = counted.max(by: { $0.record.period.value.span.last < $1.record.period.value.span.last })
    else { return [] }
    let (year, month, _) = library.today.parts
    let last = Day(year: year, month: month, day: Day.length(ofMonth: month, year: year))
    guard let last, let own = newest.record.birthdays.first(where: { $0.month.value == month }),
      let count = own.count?.value, count.number > 0
    else { return [] }
    return [
      Due(
        place: newest.place(own.month.mark), title: newest.title,
        task: Wording(
          "本月有 \(count.printed.zh) 位退休人员过生日，送去慰问",
          en: "\(count.printed.en) of the retired have their birthday this month: visit them"), day: last,
        remedy: Wording("送到以后运行 banbao new 慰问 标题", en: "afterwards run banbao new visit TITLE"))
    ]
  }
}
