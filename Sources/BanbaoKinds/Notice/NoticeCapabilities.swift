package import BanbaoUnion

extension Notice: BearsNumbers, MakesNoSummary {
  package var numberFields: [NumberField] { [NumberField(number, .own(years: []))].compactMap { $0 } }
}
