import BanbaoDiagnostics
import BanbaoSource
package import BanbaoTheme

/// A theme, compiled and checked against the views of every kind.
struct LoadedTheme: Sendable {
  var theme: Theme
  var frame: FrameNames
  /// What every template may use: first the names of every page, as those of the template `base`.
  var reference: [TemplateDeclaration]
  var diagnostics: [Diagnostic]
}

func loadTheme(_ tree: SourceTree, _ model: SiteModel) throws -> LoadedTheme {
  let (strings, stringFaults) = try InterfaceStrings.read(tree)
  let files = try templateFiles(in: "templates/", tree.files, tree)
  let (frame, pages) = (FrameNames(strings), templates(model))
  let (theme, faults) = Theme.compile(files, pages: pages, frame: frame.declared)
  return LoadedTheme(
    theme: theme, frame: frame,
    reference: [TemplateDeclaration(template: "base", names: frame.declared.flatMap { $0 })] + pages,
    diagnostics: stringFaults + atOwnFiles(faults, tree) + (try behindFaults(tree)) + (try themeAssetFaults(tree)))
}

private func templateFiles(in folder: String, _ files: [SourceTree.File], _ tree: SourceTree) throws -> [TemplateFile] {
  try files.filter { $0.path.hasPrefix(folder) && $0.path.hasSuffix(".mustache") }.map { file in
    let name = withoutExtension(String(file.path.dropFirst(folder.count)))
    return TemplateFile(name: name, path: tree.shown(file.path), bytes: try tree.read(file))
  }
}

/// Templates of a site's own that are older than those that they cover.
private func behindFaults(_ tree: SourceTree) throws -> [Diagnostic] {
  let covered = try templateFiles(in: SourceTree.coveredFolder + "templates/", tree.files, tree)
  if covered.isEmpty { return [] }
  return Theme.behind(
    try templateFiles(in: "templates/", tree.files.filter { !$0.isBuiltIn }, tree), covered: covered)
}

/// The faults of a theme where their author can mend them: what the program carries is not on the author's disk, and only
/// what a site has put over it can have broken it.
private func atOwnFiles(_ faults: [Diagnostic], _ tree: SourceTree) -> [Diagnostic] {
  let builtIn = Set(tree.files.lazy.filter(\.isBuiltIn).map { tree.shown($0.path) })
  let own = tree.files.filter { !$0.isBuiltIn && $0.path.hasSuffix(".mustache") }
  guard !own.isEmpty else { return faults }
  return faults.compactMap { fault in
    guard builtIn.contains(fault.place.path) else { return fault }
    guard fault.severity == .error else { return nil }
    let cause = own.first { fault.message.zh.contains(withoutExtension(fileName($0.path))) } ?? own[0]
    var fault = fault
    let inside = fileName(fault.place.path)
    fault.message = Wording(
      "程序自带的 \(inside) 用了它：\(fault.message.zh)", en: "the program's own \(inside) uses it: \(fault.message.en)")
    fault.place = Place(tree.shown(cause.path))
    fault.related = []
    fault.fix = nil
    return fault
  }
}

/// Every template that pages name, with what it sees. Kinds may share one.
package func templates(_ model: SiteModel) -> [TemplateDeclaration] {
  let own = [
    homeTemplate.declaration, tagIndexTemplate.declaration, tagTemplate.declaration, notFoundTemplate.declaration,
    searchTemplate.declaration, accessibilityTemplate.declaration, boardTemplate.declaration, deskTemplate.declaration,
  ]
  var seen = Set<String>()
  return (own + model.kinds.flatMap { $0.templates } + model.overviews.flatMap { $0.templates })
    .filter { seen.insert($0.template).inserted }
}
