package import BanbaoSource
import BanbaoUnion

extension Membership: NamesPeriod, HasParts {
  package var whole: Located<Count>? { closing }
  package var namedPeriod: Period { period.value }
}
