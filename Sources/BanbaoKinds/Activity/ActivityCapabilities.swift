package import BanbaoSource
package import BanbaoUnion

extension Activity: Spends, CountsPeople, HasParts {
  package var outlay: Spending? { cost }

  package var limitedItem: LimitedItem? {
    switch sort.value {
    case .recuperation: .recuperation
    case .outing: .outing
    default: nil
    }
  }

  package var gift: Gift? { nil }

  package var whole: Located<Count>? { headcount.counted }
  package var wholeAmount: Located<Rough<Money>>? { cost?.locatedFigure }

  package var headcount: Headcount {
    Headcount(people: participants, personTimes: personTimes, lastsItsDate: true)
  }
}

extension Activity: NamesPersons {
  package static let summaryNamesThem = true
  package var children: Mark? { sort.value == .children ? sort.mark : nil }
}
