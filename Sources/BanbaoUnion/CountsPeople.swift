package import BanbaoSite
package import BanbaoSource

/// A kind whose records tell how many people there were: their figures are held against each other, and the summary
/// adds them up.
package protocol CountsPeople: RecordKind {
  /// What the record says of them, or leaves open.
  var headcount: Headcount { get }
}

/// How many people a record counts, in the ways of the reports; nil for what it does not say.
package struct Headcount: Sendable {
  /// 人数: each person once.
  package var people: Located<Count>?
  /// 人次: a person as often as he or she came.
  package var personTimes: Located<Count>?
  /// 次数: how often somebody was visited, of which each is one person-time or more.
  package var visits: Located<Count>?
  /// 天数: how many days they stayed.
  package var days: Located<Count>?
  /// 天次: days times persons.
  package var dayTimes: Located<Count>?
  /// Whether the record's date says how long they stayed where `days` does not.
  package var lastsItsDate: Bool

  package init(
    people: Located<Count>?, personTimes: Located<Count>? = nil, visits: Located<Count>? = nil,
    days: Located<Count>? = nil, dayTimes: Located<Count>? = nil,
    lastsItsDate: Bool = false
  ) {
    self.people = people
    self.personTimes = personTimes
    self.visits = visits
    self.days = days
    self.dayTimes = dayTimes
    self.lastsItsDate = lastsItsDate
  }

  /// Everybody counted each time: person-times, and people where the record counts people only.
  package var attendance: Count? { counted?.value }

  /// What `attendance` stands for, where it is written.
  package var counted: Located<Count>? { personTimes ?? people }

  /// How many days they stayed, of a record with this date; nil where that means nothing.
  package func days(of date: DaySpan) -> Int? {
    days?.value.number ?? (lastsItsDate ? date.last.serial - date.first.serial + 1 : nil)
  }
}

/// A kind that gives something to each of those whom it counts, by a rate: rate, people and amount agree.
package protocol GivesByRate: CountsPeople, Spends {
  /// What each got; empty where nothing was fixed.
  var rates: [Rate] { get }
}
