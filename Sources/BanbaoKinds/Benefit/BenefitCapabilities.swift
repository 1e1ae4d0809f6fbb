package import BanbaoDiagnostics
package import BanbaoSource
package import BanbaoUnion

extension Benefit: GivesByRate, HasParts {
  package var outlay: Spending? { spending }
  /// What a partner gives back on what members buy is the partner's, unless the record says who else pays.
  package var isPaidByOthers: Bool {
    sort.value == .offer && spending.source == nil || spending.isPaidByOthers
  }
  package var limitedItem: LimitedItem? { sort.value == .festival ? .festival : nil }

  package var gift: Gift? {
    switch sort.value {
    case .festival: .festival
    case .examination: .examination
    case .other: .benefit
    case .mutualAid, .card, .children, .papers, .offer: nil
    }
  }

  package var headcount: Headcount { Headcount(people: people) }
  package var whole: Located<Count>? { people }
  package var wholeAmount: Located<Rough<Money>>? { spending.locatedFigure }
}

extension Benefit: Nameless {
  package static let nameRule: Rule = BenefitRules.name
}
