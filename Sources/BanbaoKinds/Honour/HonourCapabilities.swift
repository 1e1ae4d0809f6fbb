package import BanbaoSource
package import BanbaoUnion

extension Honour: BearsNumbers, NamesPersons, HasParts {
  package var whole: Located<Count>? { count }
  package var numberFields: [NumberField] { [NumberField(number, .other)].compactMap { $0 } }
  package static let summaryNamesThem = true
  package var children: Mark? { nil }
}
