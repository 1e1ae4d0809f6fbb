package import BanbaoSource
import BanbaoUnion

extension Plan: NamesPeriod {
  package var namedPeriod: Period { Period(year.value) }
}
