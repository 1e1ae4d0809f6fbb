/// The shapes of a page's view and of the views in it, by index, so that a scope is a list of small values.
struct ShapeTable {
  enum Kind: Hashable {
    case text, html, number, flag
    case list(Int)
    case view(Int)
  }

  private(set) var shapes: [[(name: String, kind: Kind)]] = []

  /// Adds a shape with all it holds; a list of the same shape refers back to it.
  mutating func add(_ shape: ViewShape) -> Int {
    let index = shapes.count
    shapes.append([])
    var fields: [(name: String, kind: Kind)] = []
    for field in shape.fields {
      let kind: Kind =
        switch field.kind {
        case .text: .text
        case .html: .html
        case .number: .number
        case .flag: .flag
        case .list(let inner): .list(add(inner))
        case .view(let inner): .view(add(inner))
        case .listOfSame: .list(index)
        }
      fields.append((field.name, kind))
    }
    shapes[index] = fields
    return index
  }

  func kind(of name: String, in shape: Int) -> Kind? {
    shapes[shape].first { $0.name == name }?.kind
  }
}

/// What a tag sees: from the page's view inwards.
struct Scope: Hashable {
  enum Entry: Hashable {
    case shape(Int)
    /// Inside a section over a plain value.
    case plain(ShapeTable.Kind)
  }

  private(set) var entries: [Entry]

  init(page shape: Int) { entries = [.shape(shape)] }

  /// This scope with one more entry. An earlier equal one is hidden by it and goes, so that the scopes of a tree of
  /// any depth are few.
  func entering(_ entry: Entry) -> Scope {
    var scope = self
    scope.entries.removeAll { $0 == entry }
    scope.entries.append(entry)
    return scope
  }

  /// Names in scope, the innermost first.
  func names(_ table: ShapeTable) -> [String] {
    entries.reversed().flatMap { entry -> [String] in
      if case .shape(let shape) = entry { table.shapes[shape].map(\.name) } else { [] }
    }
  }
}

/// What a name stands for in a scope.
enum Resolution {
  /// `isInnermost`: found in the innermost view, so that a section over it goes down into the data.
  case kind(ShapeTable.Kind, isInnermost: Bool)
  /// `part` is not declared; `among` are the names that are, where it was looked for.
  case unknown(part: String, among: [String], isFirst: Bool)
  /// What stands before `part` holds no names.
  case plain(before: String, kind: ShapeTable.Kind)

  static func of(_ name: DottedName, in scope: Scope, _ table: ShapeTable) -> Resolution {
    guard let head = name.parts.first else { return .unknown(part: "", among: [], isFirst: true) }
    var found: (kind: ShapeTable.Kind, isInnermost: Bool)?
    if head == implicitName, name.parts.count == 1 {
      switch scope.entries.last {
      case .plain(let kind): found = (kind, true)
      case .shape(let shape): found = (table.kind(of: head, in: shape) ?? .view(shape), true)
      case nil: found = nil
      }
    } else {
      for (depth, entry) in scope.entries.reversed().enumerated() {
        guard case .shape(let shape) = entry, let kind = table.kind(of: head, in: shape) else {
          continue
        }
        found = (kind, depth == 0)
        break
      }
    }
    guard let (first, isInnermost) = found else {
      return .unknown(part: head, among: scope.names(table), isFirst: true)
    }
    var kind = first
    var before = head
    for part in name.parts.dropFirst() {
      guard case .view(let shape) = kind else { return .plain(before: before, kind: kind) }
      guard let next = table.kind(of: part, in: shape) else {
        return .unknown(part: part, among: table.shapes[shape].map(\.name), isFirst: false)
      }
      kind = next
      before = part
    }
    return .kind(kind, isInnermost: isInnermost)
  }
}
