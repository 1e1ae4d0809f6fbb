package import BanbaoDiagnostics
package import BanbaoSite
package import BanbaoSource

// What a kind can do, so that rules and pages over several kinds ask for it and list no kinds. A kind that reads the keys
// of a capability has the capability: a test holds it so.

/// A kind whose records bear document numbers: their form is checked, and that our own are given once.
package protocol BearsNumbers: RecordKind {
  /// Every field that is a document number or may hold some.
  var numberFields: [NumberField] { get }
}

/// A field with document numbers in it.
package struct NumberField: Sendable {
  /// Where the number comes from.
  package enum Origin: Sendable, Equatable {
    /// Given by our own committee, in the year of the record's date or one of these.
    case own(years: [Int])
    /// Given by another body; nothing else stands in the field but more of them.
    case other
    /// Named in words.
    case inText
  }

  package var text: Located<String>
  package var origin: Origin

  /// Nil for a field that is absent.
  package init?(_ text: Located<String>?, _ origin: Origin) {
    guard let text else { return nil }
    self.text = text
    self.origin = origin
  }
}

/// A kind whose records name persons, whom the engine masks without their consent (`RecordKind.people`).
package protocol NamesPersons: RecordKind {
  /// Whether the sentence that a summary writes of a record names them, so that the report on the summary's page does.
  static var summaryNamesThem: Bool { get }
  /// Where the record says that it is about children, whom nobody names; nil where it is not.
  var children: Mark? { get }
}

/// A kind that counts people and never names them, because what befell them is private: no key, title or text of its
/// records reads as a name, nor does the summary of a ledger's line that names a record.
package protocol Nameless: RecordKind {
  /// What a name breaks.
  static var nameRule: Rule { get }
}

extension NamesPersons {
  package static var masksPersons: Bool { true }
}

extension Nameless {
  package static var personRule: Rule? { nameRule }
}

/// A kind whose records tell of money that is not the union's and only passes through its hands: no line of a ledger books
/// it as income or expense (财会〔2021〕7号, 221).
package protocol HoldsOthersMoney: RecordKind {}

/// A kind whose records say themselves of which period they tell, whatever their date: there is a summary for it.
package protocol NamesPeriod: RecordKind {
  var namedPeriod: Period { get }
}

/// A kind whose records alone make no period's work: announcements, texts, and rules and bodies that are kept for decades.
package protocol MakesNoSummary: RecordKind {}
