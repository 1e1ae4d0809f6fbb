package import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSource
import BanbaoTheme

/// What came of compiling a site.
package struct Compilation: Sendable {
  package var plan: SitePlan
  /// In order, each once.
  package var diagnostics: [Diagnostic]
  package var leftOut: [LeftOut]
  package var settings: SiteSettings
  package var recordCount: Int
  /// What is late, or due in the month of the site's day; by day.
  package var due: [Due]
  /// What drafts still have of their starting files, in order: only the desk shows it.
  package let untouched: [Diagnostic]
  /// The published records and the words for them.
  package let library: Library
  /// For the next compilation of the same site.
  package var memo: Memo
}

extension Compilation {
  /// What records and registers say is no name, though it reads as one, in the order of their places.
  package var notNames: [(word: String, place: Place)] {
    let records = library.entries.flatMap { entry in
      entry.common.notNames.map { (word: $0.value, place: entry.place($0.mark)) }
    }
    return (records + library.allRegisters.flatMap(\.notNames)).sorted { $0.place < $1.place }
  }

  /// The pages that show persons, by path, each with those that it shows.
  package var shownPeople: [(page: String, people: [ShownPerson])] {
    plan.pages.filter { !$0.people.isEmpty }.map { ($0.path, $0.people) }
  }
}

/// Everything banbao does to content, in one breath: reads, checks and plans. Renders nothing.
///
/// Its phases, each a value made from those before it: ``readContent(_:_:reusing:)``, ``loadTheme(_:_:reusing:)``,
/// ``Library``, ``Sections``, ``SiteFiles``, ``SitePlan``. What an author writes on in a text goes a shorter way,
/// ``compilation(afterEditOfText:_:_:)``.
///
/// Throws only what the disk threw while a file was read.
///
/// - Parameter memo: what an earlier compilation read. It changes the speed, never the result.
package func compile(
  _ input: SiteInput, as model: SiteModel, reusing memo: Memo = Memo()
) async throws -> Compilation {
  if let edited = try compilation(afterEditOfText: input, model, memo) { return edited }
  let content = try await readContent(input, model, reusing: memo)
  let attached = try await attachedFiles(content, input, reusing: memo)
  let theme = try loadTheme(input, model, reusing: memo)
  let library = Library(content, theme, input, model)
  let sections = Sections(model, library)
  let look = Look.read(content.settings.theme, input.theme, input.content)
  let damaged = Set(attached.value.lazy.filter(\.isDamagedPicture).map(\.file.path))
  let (site, recordFaults) = try await atOnce(
    sections.checks + [{ copies(content.documents) }], input,
    besides: { try PlannedSite(sections, content, input, model, theme, look.value, damaged: damaged) })
  let plan = site.plan
  let names = content.searchedNames
  let texts = try attachedTexts(plan.files, names, reusing: memo)
  let (unused, siteFaults) = try await atOnce(
    [{ checkLinks(content.documents, library, plan.pages) }, { pathClashes(site.files) }, { nameFaults(site.files) }],
    input, besides: { try unusedFiles(input.content, content.documents, model.kinds) })
  let others =
    content.diagnostics + theme.diagnostics + recordFaults + site.diagnostics + look.diagnostics + texts.diagnostics
    + attached.diagnostics + siteFaults + unused + (try await privateNameFaults(plan.files, content, input))
    + (try themePrivacyFaults(input.theme, names))
  let compiled = CompiledSite(
    plan: plan, library: library,
    faults: FaultsByFile(content.told(others), content.documents) { content.told($0.diagnostics) },
    untouched: FaultsByFile(content.registers.flatMap { $0.register.untouched }, content.documents, of: \.untouched),
    due: sections.due().soon(input.today), names: content.names, maskedNames: content.maskedNames)
  return Compilation(
    compiled,
    Memo(
      input, content, theme, attached.value, harmlessTexts: texts.value, site: memo.expectsEdits ? compiled : nil))
}

extension Content {
  /// Faults as they are told: with the places of the file itself, and without a name that must not appear.
  fileprivate func told(_ faults: [Diagnostic]) -> [Diagnostic] {
    faults.map { names.redacted(leftOut[$0.place.path]?.original($0) ?? $0) }
  }
}

/// The files of a site and the plan of its pages, with what was found on the way.
private struct PlannedSite: Sendable {
  /// Pages first, then the others; those of `content/static/` at the end.
  let files: [SitePlan.File]
  let plan: SitePlan
  let diagnostics: [Diagnostic]

  /// - Parameter damaged: the paths of pictures that are known to be.
  init(
    _ sections: Sections, _ content: Content, _ input: SiteInput, _ model: SiteModel, _ theme: LoadedTheme,
    _ look: Look, damaged: Set<String>
  ) throws {
    let site = SiteFiles(sections, content, input, look, damaged: damaged)
    let statics = try staticFiles(input.content, besides: site.files, model)
    let menu = sections.menu()
    files = site.files + statics.value
    plan = SitePlan(
      files, theme: theme.theme,
      frame: Frame(
        sections.library, theme.frame, menu: Menu(menu.value, offered: sections.offered), hasTags: site.hasTags,
        calendars: site.calendars, look: look))
    diagnostics = menu.diagnostics + statics.diagnostics
  }
}

/// A piece of planning, and what checks find that wait neither for it nor for each other, in their order.
private func atOnce<Planned>(
  _ checks: [@Sendable () -> [Diagnostic]], _ input: SiteInput, besides plan: () throws -> Planned
) async throws -> (Planned, [Diagnostic]) {
  let observer = input.observer
  let measured = checks.map { check -> @Sendable () throws -> [Diagnostic] in
    { observer.measure(.checking, "", check) }
  }
  let (planned, found) = try await concurrently(measured, tasks: input.tasks) {
    try observer.measure(.planning, "", plan)
  }
  return (planned, found.flatMap(\.self))
}

private func loadTheme(_ input: SiteInput, _ model: SiteModel, reusing memo: Memo) throws -> LoadedTheme {
  try input.observer.measure(.theme, input.theme.label) {
    try memo.theme(input.theme) ?? loadTheme(input.theme, model)
  }
}

extension Library {
  fileprivate init(_ content: Content, _ theme: LoadedTheme, _ input: SiteInput, _ model: SiteModel) {
    self.init(
      settings: content.settings, workingDays: content.workingDays, today: input.today, label: input.content.label,
      entries: content.documents.flatMap(\.entries), unfinished: content.documents.flatMap(\.unfinished),
      showsDrafts: input.showsDrafts, references: model.references, templates: theme.reference,
      unread: Set(
        content.documents.filter { $0.entries.isEmpty && $0.diagnostics.containErrors }
          .map { withoutExtension($0.path) }),
      registers: content.registers.map(\.register))
  }
}
