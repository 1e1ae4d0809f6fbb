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

  /// Compiles all templates, and checks each page's against the shape of the view it will get.
  ///
  /// - Parameters:
  ///   - files: of two with one name, the later counts: the default theme's come first, then the site's own.
  ///   - pages: the templates that are rendered by name. All others are there to be used by them.
  /// - Returns: a theme in any case; with an error among the diagnostics, pages may lack what was wrong.
  package static func compile(
    _ files: [TemplateFile], pages: [(template: String, shape: ViewShape)]
  ) -> (Theme, [Diagnostic]) {
    compile(
      files, pages: pages.map { ($0.template, $0.shape) }, names: pages.map(\.template),
      printsRawText: false)
  }

  /// Compiles without knowing what views there are, as plain Mustache: every template can be rendered, an unknown name
  /// prints nothing, and `{{{…}}}` prints text as it is. For the specification's own tests, not for pages.
  package static func compileUnchecked(_ files: [TemplateFile]) -> (Theme, [Diagnostic]) {
    compile(files, pages: files.map { ($0.name, nil) }, names: nil, printsRawText: true)
  }

  private static func compile(
    _ files: [TemplateFile], pages: [(template: String, shape: ViewShape?)], names: [String]?,
    printsRawText: Bool
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
    diagnostics += TemplateStructureCheck.check(sources, pages: names)
    diagnostics += TemplateNameCheck.check(sources, pages: pages)
    let (compiled, tooLarge) = TemplateCompiler.compile(
      sources, pages: pages.map(\.template), printsRawText: printsRawText)
    var program = compiled
    for page in tooLarge {
      guard let template = sources.byName[page] else { continue }
      diagnostics.append(
        ThemeRules.tooLarge.at(
          Place(sources.templates[template].file.path), TemplateMessages.tooLarge(page)))
    }
    if names != nil, !diagnostics.containErrors { program.maximalRecursiveCalls = 1_000_000 }
    return (Theme(program: program), diagnostics.inOrder())
  }

  /// Appends a page. A template that is missing, or that was not named as a page, appends nothing: compiling has
  /// reported it.
  package func render(_ template: String, _ view: View, into buffer: inout [UInt8]) {
    guard let routine = program.pages[template] else { return }
    Renderer.run(program, routine: routine, view: view, into: &buffer)
  }
}

/// The rules for templates.
package enum ThemeRules {
  package static let all: [Rule] = syntaxRules + structureRules + nameRules
}
