import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Committee {
  /// The terms of one body: the one in office, and those before and after it.
  struct Succession: Sendable {
    /// Nil where every one is elected after the site's day.
    var current: Entry<Committee>?
    /// Newest first.
    var all: [Entry<Committee>]
  }

  /// Every body of the union with its terms.
  struct Successions: Derived {
    let bodies: [Succession]
    /// By the id of a term: the place of its body.
    private let places: [String: Int]

    init(_ library: Library) {
      bodies = Committee.successions(library.entries(of: Committee.self), on: library.today)
      places = Dictionary(
        bodies.enumerated().flatMap { index, body in body.all.map { ($0.id, index) } },
        uniquingKeysWith: { first, _ in first })
    }

    /// The body of which an entry is a term.
    subscript(term: Entry<Committee>) -> Succession? { places[term.id].map { bodies[$0] } }
  }

  package static let derived: [any Derived.Type] = [Successions.self]

  /// Every body with its terms, in the order of `Body`. Union groups are many, told apart by their titles.
  static func successions(_ entries: [Entry<Committee>], on today: Day) -> [Succession] {
    Body.allCases.flatMap { body in
      let members = entries.filter { $0.record.body.value == body }
      let bodies = grouped(members) { body == .group ? trimmed($0.title) : "" }
      return bodies.sorted { $0.key.precedes($1.key) }.map { _, members in
        let newest = members.sorted { a, b in
          let (left, right) = (a.record.elected.value, b.record.elected.value)
          return left != right ? left > right : a.id.precedes(b.id)
        }
        return Succession(current: newest.first { $0.record.elected.value <= today }, all: newest)
      }
    }
  }

  /// The day on which the term is over: that of its election, `years` later. Nil where `years` is 0, or the calendar
  /// ends before.
  var end: Day? {
    let (year, month, day) = elected.value.parts
    let last = year + years.value
    guard years.value > 0, last <= 9999 else { return nil }
    return Day(year: last, month: month, day: min(day, Day.length(ofMonth: month, year: last)))
  }

  /// From this day on the end of the term is near: half a year before.
  var warningDay: Day? {
    guard let (year, month, day) = end?.parts else { return nil }
    let (y, m) = month > 6 ? (year, month - 6) : (year - 1, month + 6)
    return Day(year: y, month: m, day: min(day, Day.length(ofMonth: m, year: y)))
  }

  /// The election that follows each term in office.
  package static func due(_ entries: [Entry<Committee>], in library: Library) -> [Due] {
    library.derived(Successions.self).bodies.compactMap { body in
      guard let current = body.current, body.all.first?.id == current.id, let end = current.record.end else {
        return nil
      }
      return Due(
        place: current.place(current.record.elected.mark), title: current.title,
        task: Wording("任期届满，换届选举", en: "the term ends: hold the election"), day: end,
        remedy: Wording("选举后运行 banbao new 组织机构 标题", en: "after the election run banbao new committee TITLE"))
    }
  }
}
