import BanbaoSource
package import BanbaoUnion

extension Regulation: BearsNumbers, MakesNoSummary {
  package var numberFields: [NumberField] {
    let years = [adopted?.value.year].compactMap { $0 } + revised.map(\.value.first.year)
    return [NumberField(number, .own(years: years))].compactMap { $0 }
  }
}
