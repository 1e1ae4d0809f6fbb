package import BanbaoDiagnostics
package import BanbaoSource
package import BanbaoUnion

extension Visit: GivesByRate, HasParts {
  package var outlay: Spending? { spending }

  package var limitedItem: LimitedItem? {
    switch sort.value {
    case .illness: .illness
    case .bereavement: .bereavement
    case .hardship: .hardship
    case .retirement: .retirement
    case .birth: .birth
    case .wedding: .wedding
    case .birthday: .birthday
    case .festival: .festivalVisit
    case .onDuty, .other: nil
    }
  }

  package var gift: Gift? {
    switch sort.value {
    case .festival: .festival
    case .retirement: .farewell
    case .birthday, .other: .present
    case .illness, .bereavement, .hardship, .onDuty, .birth, .wedding: nil
    }
  }

  package var headcount: Headcount { Headcount(people: people, personTimes: personTimes, visits: visits) }
  package var whole: Located<Count>? { headcount.counted }
  package var wholeAmount: Located<Rough<Money>>? { spending.locatedFigure }
}

extension Visit: Nameless {
  package static let nameRule: Rule = VisitRules.name
}
