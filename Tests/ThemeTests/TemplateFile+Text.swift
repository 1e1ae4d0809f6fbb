import BanbaoTheme

extension TemplateFile {
  init(_ name: String, _ text: String) {
    self.init(name: name, path: "theme/\(name).mustache", bytes: Array(text.utf8))
  }
}

/// Compiles one template with its partials, without checks, and renders it.
func rendered(
  _ template: String, _ view: LiteralView, partials: KeyValuePairs<String, String> = [:]
) -> String {
  let files = [TemplateFile("page", template)] + partials.map { TemplateFile($0.key, $0.value) }
  return Theme.compileUnchecked(files, names: view.names.declared).0.page("page", view)
}

extension Theme {
  /// A page as text.
  func page(_ template: String, _ view: LiteralView = [:]) -> String {
    var output: [UInt8] = []
    render(template, [view.view], into: &output)
    return String(decoding: output, as: UTF8.self)
  }
}

extension TemplateDeclaration {
  init(_ template: String, _ names: [DeclaredName] = []) { self.init(template: template, names: names) }
}
