/// A person whom a page shows, and what that rests on.
package struct ShownPerson: Hashable, Sendable {
  /// As the page prints it.
  package var name: String
  /// Whether the name stands there whole, because its bearer agreed to it; else it is masked.
  package var isWhole: Bool
  /// Where the consent stands; of a masked name, where the name stands.
  package var place: Place

  package init(name: String, isWhole: Bool, place: Place) {
    self.name = name
    self.isWhole = isWhole
    self.place = place
  }
}
