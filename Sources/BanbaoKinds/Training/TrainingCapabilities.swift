package import BanbaoSource
package import BanbaoUnion

extension Training: Spends, CountsPeople, HasParts {
  package var outlay: Spending? { cost }
  package var limitedItem: LimitedItem? { audience.value == .cadres ? .cadreTraining : nil }
  package var gift: Gift? { nil }
  package var whole: Located<Count>? { headcount.counted }
  package var wholeAmount: Located<Rough<Money>>? { cost?.locatedFigure }

  package var headcount: Headcount {
    Headcount(people: people, personTimes: personTimes, days: days, dayTimes: dayTimes, lastsItsDate: true)
  }
}
