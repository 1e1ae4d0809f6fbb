package import BanbaoDiagnostics
package import BanbaoHTML

/// What may stand under a declared name.
package indirect enum NameKind: Sendable, Hashable {
  case text, html, number, flag
  /// Text that is an address, and may begin one in a template.
  case address
  case list([DeclaredName])
  case view([DeclaredName])
  /// A list of views with the names of the view that it stands in: a tree, such as a menu with menus in it.
  case listOfSame
}

/// One name that templates may use, and what stands under it.
package struct DeclaredName: Sendable, Hashable {
  package var name: String
  package var kind: NameKind

  package init(_ name: String, _ kind: NameKind) {
    self.name = name
    self.kind = kind
  }

  /// Whether templates may also write `{{#has_NAME}}`, which opens once where `NAME` counts as something: around a list,
  /// for instance, with its heading.
  package var hasPresence: Bool {
    switch kind {
    case .list, .listOfSame, .html, .view: true
    case .text, .address, .number, .flag: false
    }
  }

  package var presence: String { "has_" + name }

  /// `results` for `has_results`; nil for any other name.
  static func base(ofPresence name: String) -> String? {
    name.hasPrefix("has_") ? String(name.dropFirst(4)) : nil
  }
}

/// One name that a template sees of a model: its kind and where its value comes from, said in one place.
package struct Name<Model: Sendable>: Sendable {
  typealias Fill = @Sendable (Model, Language, Names<Model>, inout [ViewValue]) -> Void

  let declared: [DeclaredName]
  let fill: Fill

  private init(_ declared: [DeclaredName], _ fill: @escaping Fill) {
    self.declared = declared
    self.fill = fill
  }

  private init(_ name: String, _ kind: NameKind, _ value: @escaping @Sendable (Model, Language) -> ViewValue) {
    self.init([DeclaredName(name, kind)]) { model, language, _, out in out.append(value(model, language)) }
  }
}

extension Name {
  /// Plain text; nil is empty text.
  package static func text(_ name: String, _ value: @escaping @Sendable (Model) -> String?) -> Name {
    Name(name, .text) { model, _ in .text(value(model) ?? "") }
  }

  /// An address in the site, percent-encoded, or one that the engine has checked; nil is empty text.
  package static func address(_ name: String, _ value: @escaping @Sendable (Model) -> String?) -> Name {
    Name(name, .address) { model, _ in .text(value(model) ?? "") }
  }

  /// Plain text in the site's language; nil is empty text.
  package static func words(_ name: String, _ value: @escaping @Sendable (Model) -> Wording?) -> Name {
    Name(name, .text) { .text(value($0)?[$1] ?? "") }
  }

  /// Plain text in the site's other language, for what stands in both; nil is empty text.
  package static func otherWords(_ name: String, _ value: @escaping @Sendable (Model) -> Wording?) -> Name {
    Name(name, .text) { .text(value($0)?[$1.other] ?? "") }
  }

  /// Finished HTML; nil is absent.
  package static func html(_ name: String, _ value: @escaping @Sendable (Model) -> HTML?) -> Name {
    Name(name, .html) { model, _ in value(model).map { .html($0) } ?? .absent }
  }

  /// A number, printed without separators; nil is absent.
  package static func number(_ name: String, _ value: @escaping @Sendable (Model) -> Int?) -> Name {
    Name(name, .number) { model, _ in value(model).map { .number($0) } ?? .absent }
  }

  /// Opens or closes a section.
  package static func flag(_ name: String, _ value: @escaping @Sendable (Model) -> Bool) -> Name {
    Name(name, .flag) { model, _ in .flag(value(model)) }
  }

  /// Several views with the same names. Templates may write `{{#has_NAME}}` around the list.
  package static func list<Item: Sendable>(
    _ name: String, _ names: Names<Item>, _ items: @escaping @Sendable (Model) -> [Item]
  ) -> Name {
    Name(name, .list(names.declared)) { model, language in
      let items = items(model)
      return .list(Views(items.count) { names.fill(items[$0], language, &$1) })
    }
  }

  /// Views with the names of the view that the list stands in: a tree.
  package static func listOfSame(_ name: String, _ items: @escaping @Sendable (Model) -> [Model]) -> Name {
    Name([DeclaredName(name, .listOfSame)]) { model, language, names, out in
      let items = items(model)
      out.append(.list(Views(items.count) { names.fill(items[$0], language, &$1) }))
    }
  }

  /// A view of its own, reached by `{{#NAME}}` or `{{NAME.part}}`; nil is absent.
  package static func view<Item: Sendable>(
    _ name: String, _ names: Names<Item>, _ item: @escaping @Sendable (Model) -> Item?
  ) -> Name {
    Name(name, .view(names.declared)) { model, language in
      item(model).map { .view(names.view(of: $0, in: language)) } ?? .absent
    }
  }

  /// All names of a part of the model, as if they were the model's own.
  package static func of<Part: Sendable>(
    _ names: Names<Part>, _ part: @escaping @Sendable (Model) -> Part
  ) -> Name {
    Name(names.declared) { model, language, _, out in names.fill(part(model), language, &out) }
  }
}

/// The names under which templates see a model. One declaration gives both what templates may use and the view of each
/// model, so the two cannot disagree.
package struct Names<Model: Sendable>: Sendable {
  /// In the order of the slots.
  package let declared: [DeclaredName]
  private let fills: [Name<Model>.Fill]

  package init(_ names: Name<Model>...) { self.init(names) }

  package init(_ names: [Name<Model>]) {
    // A literal of a key path would be made anew each time, as it depends on the model.
    declared = names.flatMap { $0.declared }
    fills = names.map { $0.fill }
  }

  /// - Parameter language: the site's: which of two wordings is `words`, and which `otherWords`.
  package func view(of model: Model, in language: Language) -> View {
    var values: [ViewValue] = []
    values.reserveCapacity(declared.count)
    fill(model, language, &values)
    return View(values: values)
  }

  fileprivate func fill(_ model: Model, _ language: Language, _ values: inout [ViewValue]) {
    for fill in fills { fill(model, language, self, &values) }
  }
}

/// A template of the theme, with all that it sees. A page can only be made of its own model.
package struct Template<Model: Sendable>: Sendable {
  package let names: Names<Model>
  package let declaration: TemplateDeclaration

  /// - Parameter template: the file's name under `theme/templates/`, without extension.
  package init(_ template: String, _ names: Name<Model>...) { self.init(template, Names(names)) }

  package init(_ template: String, _ names: Names<Model>) {
    self.names = names
    declaration = TemplateDeclaration(template: template, names: names.declared)
  }
}

/// A template's name and the names that it sees, whatever they are made from.
package struct TemplateDeclaration: Sendable, Hashable {
  package let template: String
  package let names: [DeclaredName]

  package init(template: String, names: [DeclaredName]) {
    self.template = template
    self.names = names
  }
}
