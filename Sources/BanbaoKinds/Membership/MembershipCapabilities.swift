package import BanbaoSource
import BanbaoUnion

extension Membership: NamesPeriod {
  package var namedPeriod: Period { period.value }
}
