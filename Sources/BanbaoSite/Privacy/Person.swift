package import BanbaoSource

/// Someone whom a record names, and whether the name may stand in a page (Personal Information Protection Law, art. 25).
package struct Person: Sendable {
  package var name: Located<String>
  package var department: String
  /// 同意公开 as the record says it; nil where it says nothing, which is no consent.
  package var consent: Located<Bool>?

  /// A name that reads as a person's, though the field is for something else.
  package struct Guess: Sendable {
    /// Where the name stands.
    package let mark: Mark
    /// Whether the field is for whoever won something, and may be a person's after all.
    package let isWinner: Bool
  }

  /// Nil where the field is for persons.
  package var guess: Guess?

  /// Whether the person agreed to be named; without it the name is masked.
  package var consents: Bool { consent?.value ?? false }

  package init(name: Located<String>, department: String = "", consent: Located<Bool>?) {
    self.name = name
    self.department = department
    self.consent = consent
  }

  /// A person whose consent stands nowhere but beside the name.
  package init(name: Located<String>, department: String = "", consents: Bool) {
    self.init(name: name, department: department, consent: Located(consents, name.mark))
  }
}
