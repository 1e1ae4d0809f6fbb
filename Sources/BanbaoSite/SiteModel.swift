package import BanbaoDiagnostics
package import BanbaoSource
package import BanbaoTheme

/// All that a site may hold and be made into: what the engine is told of the union's knowledge.
package struct SiteModel: Sendable {
  /// In the order of the menu.
  package var kinds: [any RecordKind.Type]
  package var registers: [any Register.Type]
  package var overviews: [any Overview.Type]

  package init(
    kinds: [any RecordKind.Type], registers: [any Register.Type] = [], overviews: [any Overview.Type] = []
  ) {
    self.kinds = kinds
    self.registers = registers
    self.overviews = overviews
  }
}

/// Files under `content/` that are no records and no pages by themselves: spending limits, books of account.
package protocol Register: Sendable {
  /// Whether it reads the file at this path under `content/`.
  static func reads(_ path: String) -> Bool
  /// Every rule of the files.
  static var rules: [Rule] { get }
  /// What its YAML files may hold, for editors.
  static var schemas: [FileSchema] { get }
  /// Reads its files, which come sorted by path and are never none.
  static func read(_ files: [SourceText]) -> (register: Self, diagnostics: [Diagnostic])
}

extension Register {
  package static var schemas: [FileSchema] { [] }
}

/// What is made from records of several kinds: rules between them, and pages such as the year's summary.
package protocol Overview: Sendable {
  /// What `thresholds` may say of it, with its folder; nil for what has no news.
  static var news: (folder: String, name: Wording)? { get }
  static var templates: [TemplateDeclaration] { get }
  static var rules: [Rule] { get }
  static func check(_ library: Library) -> [Diagnostic]
  static func pages(_ library: Library) -> [PagePlan]
  /// As of `RecordKind.due`.
  static func due(_ library: Library) -> [Due]
  /// What it publishes beside its pages; nothing by default.
  static func files(_ library: Library) -> [FilePlan]
  /// Its items of the menu; none by default.
  static func menu(_ library: Library) -> [MenuItem]
}

extension Overview {
  package static var news: (folder: String, name: Wording)? { nil }
  package static var templates: [TemplateDeclaration] { [] }
  package static var rules: [Rule] { [] }
  package static func check(_ library: Library) -> [Diagnostic] { [] }
  package static func pages(_ library: Library) -> [PagePlan] { [] }
  package static func due(_ library: Library) -> [Due] { [] }
  package static func files(_ library: Library) -> [FilePlan] { [] }
  package static func menu(_ library: Library) -> [MenuItem] { [] }
}
