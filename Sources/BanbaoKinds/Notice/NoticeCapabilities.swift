package import BanbaoUnion

extension Notice: BearsNumbers, MakesNoSummary {
  package var numberFields: [NumberField] { [NumberField(number, .own(years: []))].compactMap { $0 } }
}

extension Notice {
  /// 异议受理, in the 公示期.
  package static let contactKeys: Set<String> = ["contact", "异议受理"]
}
