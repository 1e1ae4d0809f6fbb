import BanbaoSource
package import BanbaoUnion

extension Training: Spends, CountsPeople {
  package var outlay: Spending? { cost }
  package var limitedItem: LimitedItem? { audience.value == .cadres ? .cadreTraining : nil }
  package var gift: Gift? { nil }

  package var headcount: Headcount {
    Headcount(people: people, personTimes: personTimes, days: days, dayTimes: dayTimes, lastsItsDate: true)
  }
}
