import BanbaoDiagnostics
import BanbaoSource
import BanbaoTheme

/// A theme, compiled and checked against the views of every kind.
struct LoadedTheme: Sendable {
  var theme: Theme
  var strings: InterfaceStrings
  var assets: [SitePlan.Copy]
  var diagnostics: [Diagnostic]
}

func loadTheme(_ tree: SourceTree, _ model: SiteModel) throws -> LoadedTheme {
  let (strings, stringFaults) = try InterfaceStrings.read(tree)
  var templates: [TemplateFile] = []
  for file in tree.files where file.path.hasPrefix("templates/") && file.path.hasSuffix(".mustache") {
    let name = withoutExtension(String(file.path.dropFirst("templates/".count)))
    templates.append(TemplateFile(name: name, path: tree.shown(file.path), bytes: try tree.read(file)))
  }
  let (theme, faults) = Theme.compile(templates, pages: pageShapes(model, strings))
  let assets = tree.files.filter { $0.path.hasPrefix("assets/") }.map {
    SitePlan.Copy(path: $0.path, file: $0, isAsset: true)
  }
  return LoadedTheme(theme: theme, strings: strings, assets: assets, diagnostics: stringFaults + faults)
}

/// Every template that pages name, with all that it sees.
func pageShapes(
  _ model: SiteModel, _ strings: InterfaceStrings
) -> [(template: String, shape: ViewShape)] {
  let frame = frameShape(strings.shape)
  let own: [(template: String, shape: ViewShape)] = [
    ("home", homeShape), ("tag-index", tagIndexShape), ("tag", tagShape), ("not-found", ViewShape()),
    ("desk", deskShape),
  ]
  // Kinds may share a template, and then its shape.
  var seen = Set<String>()
  return (own + model.kinds.flatMap { $0.templates } + model.overviews.flatMap { $0.templates })
    .filter { seen.insert($0.template).inserted }.map { ($0.template, $0.shape.merging(frame)) }
}
