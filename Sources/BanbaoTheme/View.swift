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
  case list(Views)
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

/// The views of a list. Each is made when it is asked for, so that the lines of a long ledger are never all held as views.
package struct Views: Sendable, Hashable {
  let count: Int
  private let fill: @Sendable (Int, inout [ViewValue]) -> Void

  /// - Parameter fill: appends the values of a view, by its place in the list.
  init(_ count: Int, _ fill: @escaping @Sendable (Int, inout [ViewValue]) -> Void) {
    self.count = count
    self.fill = fill
  }

  var isEmpty: Bool { count == 0 }

  /// Visits the views in their order. What is visited is gone afterwards: one array serves them all.
  func visitAll(_ visit: (View) -> Void) {
    var values: [ViewValue] = []
    for index in 0..<count {
      fill(index, &values)
      visit(View(values: values))
      values.removeAll(keepingCapacity: true)
    }
  }

  var all: [View] {
    var views: [View] = []
    visitAll { views.append($0) }
    return views
  }

  package static func == (a: Views, b: Views) -> Bool { a.count == b.count && a.all == b.all }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    visitAll { hasher.combine($0) }
  }
}

/// What a template sees of a model: a value for each declared name, in the order of the declaration.
///
/// Only `Names` makes one, so a view always agrees with its declaration. Inside `{{#list}}` and `{{#view}}` a name is
/// looked for in the innermost view first, then outwards; the compiler has turned it into a slot.
package struct View: Sendable, Hashable {
  let values: [ViewValue]
}

/// A view beside the names of its values, for those who ask by name: the search for private names, and tests.
package struct NamedView: Sendable {
  package let names: [DeclaredName]
  private let view: View

  package init(_ view: View, _ names: [DeclaredName]) {
    self.view = view
    self.names = names
  }

  /// The value of a name; nil where it is not declared. `has_NAME` is a flag, as templates see it.
  package subscript(name: String) -> ViewValue? {
    if let slot = slot(name) { return view.values[slot] }
    guard let base = DeclaredName.base(ofPresence: name), let slot = slot(base), names[slot].hasPresence else {
      return nil
    }
    return .flag(view.values[slot].countsAsSomething)
  }

  /// The views under a name that is a list or a view; none where it is absent or something else.
  package func views(_ name: String) -> [NamedView] {
    guard let slot = slot(name) else { return [] }
    let inner: [DeclaredName] =
      switch names[slot].kind {
      case .list(let inner), .view(let inner): inner
      case .listOfSame: names
      case .text, .address, .html, .number, .flag: []
      }
    return switch view.values[slot] {
    case .list(let views): views.all.map { NamedView($0, inner) }
    case .view(let view): [NamedView(view, inner)]
    case .text, .html, .number, .flag, .absent: []
    }
  }

  private func slot(_ name: String) -> Int? {
    guard let slot = names.firstIndex(where: { $0.name == name }), view.values.indices.contains(slot) else {
      return nil
    }
    return slot
  }
}

extension ViewValue {
  /// Every text and every HTML that stands in it, however deep, in the order of the declarations.
  ///
  /// - Parameter visit: is given plain text, or HTML.
  package func forEachText(_ visit: (String?, HTML?) -> Void) {
    switch self {
    case .text(let text): visit(text, nil)
    case .html(let html): visit(nil, html)
    case .list(let views): views.visitAll { $0.forEachText(visit) }
    case .view(let view): view.forEachText(visit)
    case .number, .flag, .absent: break
    }
  }
}

extension View {
  fileprivate func forEachText(_ visit: (String?, HTML?) -> Void) {
    for value in values { value.forEachText(visit) }
  }
}
