package import BanbaoSource

/// Someone whom a record names, and whether the name may stand in a page (Personal Information Protection Law, art. 25).
package struct Person: Sendable {
  package var name: Located<String>
  package var department: String
  /// 同意公开 as the record says it; nil where it says nothing, which is no consent.
  package var consent: Located<Bool>?

  /// Where the name stands that reads as a person's, though the field is for something else; nil where it is for persons.
  package var guess: Mark?

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
