/// The names of all views of a theme's pages, each list of names once, by index: a scope is a list of small values.
struct NameTable {
  enum Kind: Hashable {
    case text, address, html, number, flag
    case list(Int)
    case view(Int)
  }

  struct Entry {
    var name: String
    var kind: Kind
    /// Whether `has_NAME` may be asked.
    var hasPresence: Bool
  }

  private(set) var views: [[Entry]] = []
  private var known: [[DeclaredName]: Int] = [:]

  /// The index of a view's names, with all they hold; a list of the same names refers back to it.
  mutating func add(_ names: [DeclaredName]) -> Int {
    if let index = known[names] { return index }
    let index = views.count
    known[names] = index
    views.append([])
    var entries: [Entry] = []
    for name in names {
      let kind: Kind =
        switch name.kind {
        case .text: .text
        case .address: .address
        case .html: .html
        case .number: .number
        case .flag: .flag
        case .list(let inner): .list(add(inner))
        case .view(let inner): .view(add(inner))
        case .listOfSame: .list(index)
        }
      entries.append(Entry(name: name.name, kind: kind, hasPresence: name.hasPresence))
    }
    views[index] = entries
    return index
  }

  /// The kind of a name and the slot of its value. Of `has_NAME` it is the slot of `NAME`.
  func find(_ name: String, in view: Int) -> (kind: Kind, slot: Int, isPresence: Bool)? {
    let entries = views[view]
    if let slot = entries.firstIndex(where: { $0.name == name }) { return (entries[slot].kind, slot, false) }
    guard let base = DeclaredName.base(ofPresence: name),
      let slot = entries.firstIndex(where: { $0.name == base && $0.hasPresence })
    else { return nil }
    return (.flag, slot, true)
  }

  func names(in view: Int) -> [String] { views[view].map(\.name) }
}

/// What a tag sees: from the page's views inwards. Its entries are those of the renderer's stack, one for one.
struct Scope: Hashable {
  enum Entry: Hashable {
    case view(Int)
    /// Inside a section over a plain value.
    case plain(NameTable.Kind)
  }

  private(set) var entries: [Entry]

  /// - Parameter views: of a page, the outermost first.
  init(page views: [Int]) { entries = views.map { .view($0) } }

  /// This scope with one more entry. An earlier equal one is hidden by it and goes, so that the scopes of a tree of
  /// any depth are few.
  ///
  /// - Returns: the scope, and the index of the entry that goes.
  func entering(_ entry: Entry) -> (scope: Scope, hidden: Int?) {
    var scope = self
    let hidden = scope.entries.firstIndex(of: entry)
    if let hidden { scope.entries.remove(at: hidden) }
    scope.entries.append(entry)
    return (scope, hidden)
  }

  /// Names in scope, the innermost first.
  func names(_ table: NameTable) -> [String] {
    entries.reversed().flatMap { entry -> [String] in
      if case .view(let view) = entry { table.names(in: view) } else { [] }
    }
  }
}

/// Where a value stands: in which entry of the stack, and in which slot of each view on the way down from there.
struct SlotPath: Hashable {
  var entry: Int
  var slots: [Int]
}

/// What a name stands for in a scope.
enum Resolution {
  struct Found {
    var kind: NameTable.Kind
    var path: SlotPath
    /// Whether the name asks if the value counts as something.
    var isPresence: Bool
    /// Found in the innermost view, so that a section over it goes down into the data.
    var isInnermost: Bool
  }

  case found(Found)
  /// `part` is not declared; `among` are the names that are, where it was looked for.
  case unknown(part: String, among: [String], isFirst: Bool)
  /// What stands before `part` holds no names.
  case plain(before: String, kind: NameTable.Kind)

  static func of(_ name: DottedName, in scope: Scope, _ table: NameTable) -> Resolution {
    guard let head = name.parts.first else { return .unknown(part: "", among: [], isFirst: true) }
    guard var found = first(head, isWhole: name.parts.count == 1, in: scope, table) else {
      return .unknown(part: head, among: scope.names(table), isFirst: true)
    }
    var before = head
    for part in name.parts.dropFirst() {
      guard case .view(let view) = found.kind else { return .plain(before: before, kind: found.kind) }
      guard let next = table.find(part, in: view) else {
        return .unknown(part: part, among: table.names(in: view), isFirst: false)
      }
      found.kind = next.kind
      found.path.slots.append(next.slot)
      found.isPresence = next.isPresence
      before = part
    }
    return .found(found)
  }

  private static func first(_ head: String, isWhole: Bool, in scope: Scope, _ table: NameTable) -> Found? {
    let innermost = scope.entries.count - 1
    if head == implicitName, isWhole, let entry = scope.entries.last {
      // The whole entry, or the one value of an item of a plain list.
      var whole = Found(
        kind: .flag, path: SlotPath(entry: innermost, slots: []), isPresence: false, isInnermost: true)
      switch entry {
      case .plain(let kind): whole.kind = kind
      case .view(let view):
        whole.kind = .view(view)
        if let declared = table.find(head, in: view) {
          whole.kind = declared.kind
          whole.path.slots = [declared.slot]
        }
      }
      return whole
    }
    for index in scope.entries.indices.reversed() {
      guard case .view(let view) = scope.entries[index], let found = table.find(head, in: view) else { continue }
      return Found(
        kind: found.kind, path: SlotPath(entry: index, slots: [found.slot]), isPresence: found.isPresence,
        isInnermost: index == innermost)
    }
    return nil
  }
}

/// The name under which a view keeps the value that `{{.}}` prints.
let implicitName = "."
