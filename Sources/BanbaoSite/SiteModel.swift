package import BanbaoDiagnostics
package import BanbaoSource
package import BanbaoTheme

/// All that a site may hold and be made into: what the engine is told of the union's knowledge.
package struct SiteModel: Sendable {
  /// In the order of the menu.
  package let kinds: [any RecordKind.Type]
  package var registers: [any Register.Type]
  package var overviews: [any Overview.Type]
  /// The keys of each kind, learned once.
  package let references: [KindReference]

  package init(
    kinds: [any RecordKind.Type], registers: [any Register.Type] = [], overviews: [any Overview.Type] = []
  ) {
    self.kinds = kinds
    references = kinds.map { KindReference($0) }
    self.registers = registers
    self.overviews = overviews
  }
}

extension SiteModel {
  /// What `thresholds` may name: folders with what is found there.
  var newsSections: [(folder: String, name: Wording)] {
    kinds.map { ($0.folder, $0.name) } + overviews.compactMap { $0.news }
  }
}

/// Files under `content/` that are no records and no pages by themselves: spending limits, books of account.
package protocol Register: Sendable {
  /// Whether it reads the file at this path under `content/`.
  static func reads(_ path: String) -> Bool
  /// Its files; none by default. What is nearly called so is told the right name.
  static var files: [KnownFile] { get }
  /// Every rule of the files.
  static var rules: [Rule] { get }
  /// What its YAML files may hold, for editors.
  static var schemas: [FileSchema] { get }
  /// Reads its files, which come sorted by path and are never none.
  static func read(_ files: [SourceText]) -> (register: Self, diagnostics: [Diagnostic])
  /// What is worked out from it; nothing by default.
  static var derived: [any Derived.Type] { get }
  /// What `banbao new` knows it by, such as 账本; nothing by default.
  static var names: [String] { get }
  /// The files that a year of it begins with, by their paths under `content/`; none by default.
  static func startingFiles(year: Int, keys: KeyLanguage) -> [(path: String, text: String)]
  /// Its files that are drafts, as messages show them: nothing of them is published. None by default.
  var drafts: [String] { get }
  /// What its files say is no name, where they say it; nothing by default.
  var notNames: [(word: String, place: Place)] { get }
  /// What its drafts still have of their starting files; nothing by default.
  var untouched: [Diagnostic] { get }
}

extension Register {
  package static var files: [KnownFile] { [] }
  package static var derived: [any Derived.Type] { [] }
  package static var names: [String] { [] }
  /// None.
  package static func startingFiles(year: Int, keys: KeyLanguage) -> [(path: String, text: String)] { [] }
  package var drafts: [String] { [] }
  package var untouched: [Diagnostic] { [] }
  package var notNames: [(word: String, place: Place)] { [] }
}

/// What several pages and rules need to know of all records together, such as who is in office: worked out once a
/// compilation, before anything is checked.
package protocol Derived: Sendable {
  init(_ library: Library)
}

extension Register {
  package static var schemas: [FileSchema] { [] }
}

/// What is made from records of several kinds: rules between them, and pages such as the year's summary.
///
/// A value of it is made once a compilation and holds what its rules and pages have in common.
package protocol Overview: Sendable {
  /// A part of what is checked, by any task.
  typealias Check = @Sendable () -> [Diagnostic]

  /// What `thresholds` may say of it, with its folder; nil for what has no news.
  static var news: (folder: String, name: Wording)? { get }
  /// The folders that it may offer in the menu, whether or not it has anything to show; none by default.
  static var sections: [String] { get }
  static var templates: [TemplateDeclaration] { get }
  static var rules: [Rule] { get }
  /// Nil where the site holds nothing that it is about.
  init?(_ library: Library)
  /// Its faults; none by default.
  func check() -> [Diagnostic]
  /// Its faults in parts, of which none waits for another; all in one by default.
  func checks() -> [Check]
  /// Its pages; none by default.
  func pages() -> [PagePlan]
  /// What the committee has to do, at any day: the desk picks what is late or due this month. Nothing by default.
  func due() -> [Due]
  /// What it publishes beside its pages; nothing by default.
  func files() -> [FilePlan]
  /// What the home page says in a sentence; nothing by default.
  func glance() -> [HomeSentence]
  /// Its items of the menu; none by default.
  func menu() -> [MenuItem]
}

extension Overview {
  package static var news: (folder: String, name: Wording)? { nil }
  package static var sections: [String] { [] }
  package static var templates: [TemplateDeclaration] { [] }
  package static var rules: [Rule] { [] }
  package func check() -> [Diagnostic] { [] }
  /// One part with all faults.
  package func checks() -> [Check] { [{ check() }] }
  package func pages() -> [PagePlan] { [] }
  package func due() -> [Due] { [] }
  package func files() -> [FilePlan] { [] }
  /// Nothing for the home page to say.
  package func glance() -> [HomeSentence] { [] }
  package func menu() -> [MenuItem] { [] }
}
