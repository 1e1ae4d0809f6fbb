/// The names that a view declares, with the kind of each, so that templates are checked before anything is rendered.
package struct ViewShape: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  /// What may stand under a name. `absent` fits every kind.
  package enum Kind: Sendable, Hashable {
    case text, html, number, flag
    case list(ViewShape)
    case view(ViewShape)
    /// A list of views of the same shape as the one that declares it: a tree, such as a menu with menus in it.
    case listOfSame

    /// A list of plain values, each printed by `{{.}}`.
    package static func list(of item: Kind) -> Kind { .list(ViewShape(implicit: item)) }
  }

  /// One declared name.
  package struct Field: Sendable, Hashable {
    package var name: String
    package var kind: Kind
  }

  package private(set) var fields: [Field]

  package init(_ fields: KeyValuePairs<String, Kind> = [:]) {
    self.fields = []
    for (name, kind) in fields { declare(name, kind) }
  }

  package init(dictionaryLiteral elements: (String, Kind)...) {
    fields = []
    for (name, kind) in elements { declare(name, kind) }
  }

  /// The shape of an item of a plain list, printed by `{{.}}`.
  package init(implicit kind: Kind) {
    self.init([implicitName: kind])
  }

  package subscript(name: String) -> Kind? { fields.first { $0.name == name }?.kind }

  /// Declares a name; a name that stands already keeps its place and takes the new kind.
  package mutating func declare(_ name: String, _ kind: Kind) {
    if let index = fields.firstIndex(where: { $0.name == name }) {
      fields[index].kind = kind
    } else {
      fields.append(Field(name: name, kind: kind))
    }
  }

  /// This shape with the names of another; where both have a name, the other's kind counts.
  package func merging(_ other: ViewShape) -> ViewShape {
    var merged = self
    for field in other.fields { merged.declare(field.name, field.kind) }
    return merged
  }
}
