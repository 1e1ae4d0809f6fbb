extension View {
  /// Says where this view and a shape disagree: a name that is not declared, a value of another kind, a declared name
  /// that is missing, a name given twice. Each is one English sentence that begins with the dotted name; for tests.
  package func disagreements(with shape: ViewShape) -> [String] {
    disagreements(with: shape, at: "", depth: 0)
  }

  private func disagreements(with shape: ViewShape, at prefix: String, depth: Int) -> [String] {
    if depth > maximalDepth { return ["\(prefix) is nested more than \(maximalDepth) deep"] }
    var found: [String] = []
    var seen: Set<String> = []
    for field in fields {
      let path = prefix + field.name
      if !seen.insert(field.name).inserted {
        found.append("\(path) is given twice")
      } else if let kind = shape[field.name] {
        found += field.value.disagreements(with: kind, in: shape, at: path, depth: depth)
      } else {
        found.append("\(path) is not declared")
      }
    }
    for field in shape.fields where !seen.contains(field.name) {
      found.append("\(prefix)\(field.name) is declared and missing")
    }
    return found
  }

  fileprivate func nested(_ shape: ViewShape, _ path: String, _ depth: Int) -> [String] {
    disagreements(with: shape, at: path + ".", depth: depth + 1)
  }
}

extension ViewValue {
  fileprivate func disagreements(
    with kind: ViewShape.Kind, in shape: ViewShape, at path: String, depth: Int
  ) -> [String] {
    switch (self, kind) {
    case (.absent, _), (.text, .text), (.html, .html), (.number, .number), (.flag, .flag): return []
    case (.view(let view), .view(let inner)): return view.nested(inner, path, depth)
    case (.list(let views), .list), (.list(let views), .listOfSame):
      let inner = if case .list(let inner) = kind { inner } else { shape }
      return views.enumerated().flatMap { $1.nested(inner, "\(path)[\($0)]", depth) }
    default: return ["\(path) is \(word), declared as \(kind.word)"]
    }
  }

  private var word: String {
    switch self {
    case .text: "text"
    case .html: "html"
    case .number: "number"
    case .flag: "flag"
    case .list: "list"
    case .view: "view"
    case .absent: "absent"
    }
  }
}

extension ViewShape.Kind {
  var word: String {
    switch self {
    case .text: "text"
    case .html: "html"
    case .number: "number"
    case .flag: "flag"
    case .list, .listOfSame: "list"
    case .view: "view"
    }
  }
}
