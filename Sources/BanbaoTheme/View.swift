package import BanbaoHTML

/// What one name of a view stands for.
///
/// In `{{#name}}` these count as nothing: empty text, empty HTML, the number 0, a flag that is false, an empty list,
/// `absent`. A view always counts as something.
package enum ViewValue: Sendable, Hashable {
  /// Plain text; escaped wherever it is printed.
  case text(String)
  /// Finished HTML; printed as it is by `{{{name}}}`, escaped by `{{name}}`.
  case html(HTML)
  /// Printed in decimal digits without separators: what needs separators is text.
  case number(Int)
  /// Opens or closes a section, and prints nothing.
  case flag(Bool)
  case list([View])
  case view(View)
  /// A declared name that has no value here. It hides an outer name of the same spelling.
  case absent

  var countsAsSomething: Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .html(let html): !html.isEmpty
    case .number(let number): number != 0
    case .flag(let flag): flag
    case .list(let views): !views.isEmpty
    case .view: true
    case .absent: false
    }
  }
}

/// What a template sees: names with their values.
///
/// Inside `{{#list}}` and `{{#view}}` a name is looked up in the innermost view first, then outwards. Where a literal
/// gives one name twice, the first counts.
package struct View: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  struct Field: Sendable, Hashable {
    var key: UInt64
    var name: String
    var value: ViewValue
  }

  private(set) var fields: [Field]

  package init(_ fields: KeyValuePairs<String, ViewValue> = [:]) {
    self.fields = fields.map { Field(key: fieldKey($0.key), name: $0.key, value: $0.value) }
  }

  package init(dictionaryLiteral elements: (String, ViewValue)...) {
    fields = elements.map { Field(key: fieldKey($0.0), name: $0.0, value: $0.1) }
  }

  /// An item of a plain list, printed by `{{.}}`.
  package init(implicit value: ViewValue) {
    self.init([implicitName: value])
  }

  /// Gives a name a value, in place of the one that it has.
  package mutating func set(_ name: String, _ value: ViewValue) {
    let key = fieldKey(name)
    if let index = fields.firstIndex(where: { $0.key == key && $0.name == name }) {
      fields[index].value = value
    } else {
      fields.append(Field(key: key, name: name, value: value))
    }
  }

  /// The value of a name of this view alone; nil where the view does not have the name.
  package subscript(name: String) -> ViewValue? { value(fieldKey(name), name) }

  package var names: [String] { fields.map(\.name) }

  @inline(__always)
  func value(_ key: UInt64, _ name: String) -> ViewValue? {
    for field in fields where field.key == key && field.name == name { return field.value }
    return nil
  }
}

/// The name under which a view keeps the value that `{{.}}` prints.
let implicitName = "."

/// 64-bit FNV-1a: with it nearly every comparison of names is one of two integers.
func fieldKey(_ name: String) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  return hash
}

extension View {
  /// Adds the names of another view behind this one's own; of two equal names the first counts.
  package mutating func append(_ other: View) { fields += other.fields }
}
