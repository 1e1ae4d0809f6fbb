package import BanbaoDiagnostics
import BanbaoUnion

extension Donation: Nameless, HoldsOthersMoney {
  package static let nameRule: Rule = DonationRules.name
}
