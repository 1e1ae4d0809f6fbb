package import BanbaoDiagnostics

/// One template as read.
package struct TemplateFile: Sendable, Hashable {
  /// What pages and other templates call it: `notice`, `partials/row`.
  package var name: String
  /// The path as the user knows it, for messages.
  package var path: String
  package var bytes: [UInt8]

  package init(name: String, path: String, bytes: [UInt8]) {
    self.name = name
    self.path = path
    self.bytes = bytes
  }
}

/// Templates in Mustache, compiled: interpolation, sections, partials, blocks and parents, comments and set-delimiters
/// as the Mustache specification has them; neither lambdas nor dynamic names.
package struct Theme: Sendable {
  private let program: Program

  /// Compiles all templates, and checks each page's against the names that it sees. Every name becomes a slot: rendering
  /// looks up none.
  ///
  /// - Parameters:
  ///   - files: of two with one name, the later counts: the default theme's come first, then the site's own.
  ///   - pages: the templates that are rendered by name. All others are there to be used by them.
  ///   - frame: the names of the views that lie around every page's own, the outermost first.
  /// - Returns: a theme in any case; with an error among the diagnostics, pages may lack what was wrong.
  package static func compile(
    _ files: [TemplateFile], pages: [TemplateDeclaration], frame: [[DeclaredName]] = []
  ) -> (Theme, [Diagnostic]) {
    compile(files, pages: pages, frame: frame, isChecked: true)
  }

  /// Compiles as plain Mustache: every template can be rendered, an unknown name prints nothing, and `{{{…}}}` prints text
  /// as it is. For the specification's own tests, not for pages.
  ///
  /// - Parameter names: what each template sees.
  package static func compileUnchecked(
    _ files: [TemplateFile], names: [DeclaredName] = []
  ) -> (Theme, [Diagnostic]) {
    compile(
      files, pages: files.map { TemplateDeclaration(template: $0.name, names: names) }, frame: [], isChecked: false)
  }

  private static func compile(
    _ files: [TemplateFile], pages: [TemplateDeclaration], frame: [[DeclaredName]], isChecked: Bool
  ) -> (Theme, [Diagnostic]) {
    var latest: [String: Int] = [:]
    for (index, file) in files.enumerated() { latest[file.name] = index }
    var sources = ThemeSources()
    var diagnostics: [Diagnostic] = []
    for (index, file) in files.enumerated() where latest[file.name] == index {
      let number = sources.templates.count
      sources.byName[file.name] = number
      sources.templates.append(
        parseTemplate(file, index: number, blocks: &sources.blocks, diagnostics: &diagnostics))
    }
    sources.collectBlockNames()
    var table = NameTable()
    let outer = frame.map { table.add($0) }
    let scopes = pages.map { (template: $0.template, scope: Scope(page: outer + [table.add($0.names)])) }
    diagnostics += TemplateStructureCheck.check(sources, pages: isChecked ? pages.map(\.template) : nil)
    diagnostics += TemplateNameCheck.check(sources, table, pages: scopes, checksNames: isChecked)
    if isChecked { diagnostics += TemplatePlaceCheck.check(sources, table, pages: scopes) }
    let (compiled, tooLarge) = TemplateCompiler.compile(sources, table, pages: scopes, printsRawText: !isChecked)
    var program = compiled
    for page in tooLarge {
      guard let template = sources.byName[page] else { continue }
      diagnostics.append(
        ThemeRules.tooLarge.at(
          Place(sources.templates[template].file.path), TemplateMessages.tooLarge(page)))
    }
    if isChecked, !diagnostics.containErrors { program.maximalRecursiveCalls = 1_000_000 }
    return (Theme(program: program), diagnostics.inOrder())
  }

  /// Appends a page. A template that is missing, or that was not named as a page, appends nothing: compiling has
  /// reported it.
  ///
  /// - Parameter views: made from the names that the theme was compiled with, the outermost first.
  package func render(_ template: String, _ views: [View], into buffer: inout [UInt8]) {
    guard let routine = program.pages[template] else { return }
    Renderer.run(program, routine: routine, views: views, into: &buffer)
  }
}

/// The rules for templates.
package enum ThemeRules {
  package static let all: [Rule] = syntaxRules + structureRules + nameRules
}
