import BanbaoDiagnostics
import BanbaoSource
package import BanbaoTheme

/// A theme, compiled and checked against the views of every kind.
struct LoadedTheme: Sendable {
  var theme: Theme
  var strings: InterfaceStrings
  var diagnostics: [Diagnostic]
}

func loadTheme(_ tree: SourceTree, _ model: SiteModel) throws -> LoadedTheme {
  let (strings, stringFaults) = try InterfaceStrings.read(tree)
  var files: [TemplateFile] = []
  for file in tree.files where file.path.hasPrefix("templates/") && file.path.hasSuffix(".mustache") {
    let name = withoutExtension(String(file.path.dropFirst("templates/".count)))
    files.append(TemplateFile(name: name, path: tree.shown(file.path), bytes: try tree.read(file)))
  }
  let (theme, faults) = Theme.compile(files, pages: templates(model), frame: frameNames(strings))
  return LoadedTheme(theme: theme, strings: strings, diagnostics: stringFaults + faults)
}

/// What every template may use: first the names of every page, as those of the template `base`.
func templateReference(_ model: SiteModel, _ strings: InterfaceStrings) -> [TemplateDeclaration] {
  [TemplateDeclaration(template: "base", names: frameNames(strings).flatMap { $0 })] + templates(model)
}

/// Every template that pages name, with what it sees. Kinds may share one.
package func templates(_ model: SiteModel) -> [TemplateDeclaration] {
  let own = [
    homeTemplate.declaration, tagIndexTemplate.declaration, tagTemplate.declaration, notFoundTemplate.declaration,
    deskTemplate.declaration,
  ]
  var seen = Set<String>()
  return (own + model.kinds.flatMap { $0.templates } + model.overviews.flatMap { $0.templates })
    .filter { seen.insert($0.template).inserted }
}
