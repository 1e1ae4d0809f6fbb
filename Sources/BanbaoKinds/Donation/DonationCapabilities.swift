package import BanbaoDiagnostics
import BanbaoUnion

extension Donation: Nameless {
  package static let nameRule: Rule = DonationRules.name
}
