package import BanbaoDiagnostics
import BanbaoDisk
package import BanbaoHTML
import BanbaoKinds
package import BanbaoSite
package import BanbaoSource

/// The day up to which the repository's own content was written, and for which tests build unless they say otherwise.
package let sampleDay: Day = "2026-11-22"

/// A site compiled from texts with the default theme, and what a reader would get of it.
package struct BuiltSite: Sendable {
  /// What came of compiling it.
  package let compilation: Compilation
  /// The files it was compiled from.
  package let content: SourceTree

  /// The pages and files to publish.
  package var plan: SitePlan { compilation.plan }
  /// All that is said about it, in order.
  package var diagnostics: [Diagnostic] { compilation.diagnostics }
  /// The codes of what is said, in order.
  package var codes: [String] { diagnostics.map(\.code) }
  /// `PATH:LINE:COLUMN: MESSAGE [CODE]` of each diagnostic, in Chinese.
  package var said: [String] {
    diagnostics.map { "\($0.place.path):\($0.place.line):\($0.place.column): \($0.message.zh) [\($0.code)]" }
  }
  /// The paths of all pages, in order.
  package var pagePaths: [String] { plan.pages.map(\.path) }

  /// Compiles a tree. Throws what the tree throws when it is read.
  ///
  /// - Parameters:
  ///   - model: banbao's own where none is given.
  ///   - theme: the default theme where none is given. Compiled anew where the theme or the model is given: the
  ///     default one is compiled once a process.
  ///   - tasks: how many read at once.
  ///   - spool: where bodies wait; nil for memory.
  ///   - memo: what an earlier compilation left; the compiled default theme where none is given.
  package init(
    content: SourceTree, today: Day = sampleDay, showsDrafts: Bool = false, model: SiteModel? = nil,
    theme: SourceTree? = nil, tasks: Int = 1, spool: (any Spool)? = nil, reusing memo: Memo? = nil
  ) async throws {
    self.content = content
    let isDefault = model == nil && theme == nil
    let memo = if let memo { memo } else { isDefault ? try await Self.warm.value : Memo() }
    compilation = try await compile(
      SiteInput(
        content: content, theme: theme ?? Self.defaultTheme, today: today, showsDrafts: showsDrafts, tasks: tasks,
        spool: spool),
      as: model ?? Kinds.model, reusing: memo)
  }

  /// Compiles texts.
  ///
  /// - Parameters:
  ///   - files: under `content/`; `site.yaml` may be left out.
  ///   - settings: lines added to the `site.yaml` that is made.
  package init(
    _ files: [String: String], today: Day = sampleDay, settings: String = "", showsDrafts: Bool = false,
    model: SiteModel? = nil, theme: SourceTree? = nil, tasks: Int = 1
  ) async throws {
    try await self.init(
      bytes: files.mapValues { Array($0.utf8) }, today: today, settings: settings, showsDrafts: showsDrafts,
      model: model, theme: theme, tasks: tasks)
  }

  /// Compiles files that need not be text.
  package init(
    bytes files: [String: [UInt8]], today: Day = sampleDay, settings: String = "", showsDrafts: Bool = false,
    model: SiteModel? = nil, theme: SourceTree? = nil, tasks: Int = 1
  ) async throws {
    let settings = ["site.yaml": Array("title: 板报\nunion: 某医院工会\n\(settings)".utf8)]
    try await self.init(
      content: SourceTree(label: "content", texts: files.merging(settings) { own, _ in own }), today: today,
      showsDrafts: showsDrafts, model: model, theme: theme, tasks: tasks)
  }

  private static let defaultTheme = embeddedTheme()

  /// The default theme, compiled, and nothing else.
  package static let warm = Task {
    let empty = SourceTree(label: "content", texts: ["site.yaml": Array("title: 板报\nunion: 某医院工会\n".utf8)])
    return try await compile(
      SiteInput(content: empty, theme: defaultTheme, today: sampleDay, tasks: 1), as: Kinds.model
    ).memo
  }
}
