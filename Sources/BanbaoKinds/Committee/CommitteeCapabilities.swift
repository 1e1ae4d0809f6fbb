package import BanbaoSource
package import BanbaoUnion

extension Committee: BearsNumbers, NamesPersons, MakesNoSummary {
  package var numberFields: [NumberField] { [NumberField(approved?.number, .other)].compactMap { $0 } }
  package static let summaryNamesThem = false
  package var children: Mark? { nil }
}
