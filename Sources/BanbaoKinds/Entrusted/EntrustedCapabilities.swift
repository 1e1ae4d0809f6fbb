package import BanbaoDiagnostics
import BanbaoUnion

extension Entrusted: Nameless, HoldsOthersMoney {
  package static let nameRule: Rule = EntrustedRules.name
}
