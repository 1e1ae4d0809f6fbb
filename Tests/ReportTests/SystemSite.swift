import BanbaoDiagnostics
import BanbaoKinds
import BanbaoSite
import BanbaoSource
import TestSupport

/// A small site that shows one of the 41 systems, and what is said and shown of it.
struct SystemSite {
  let built: BuiltSite

  /// - Parameters:
  ///   - files: records as their fields alone, by their paths under `content/`.
  ///   - settings: lines added to `site.yaml`.
  init(_ files: [String: String], today: Day = sampleDay, settings: String = "") async throws {
    built = try await BuiltSite(
      Dictionary(
        uniqueKeysWithValues: files.map { path, text in
          (path, path.hasSuffix(".md") ? "---\n\(text)\n---\n\n正文。\n" : text)
        }), today: today, settings: settings)
  }

  /// `PATH:LINE MESSAGE` of all that is said.
  var said: [String] {
    built.diagnostics.map { "\($0.place.path.replacing("content/", with: "")):\($0.place.line) \($0.message.zh)" }
  }

  /// What a page says, its tags being spaces and every run of blanks one.
  func page(_ path: String) throws -> String {
    let bytes = built.plan.bytes(of: try built.plan.page(path))
    return String(decoding: bytes, as: UTF8.self).replacing(#/<[^>]*>/#, with: " ").replacing(#/\s+/#, with: " ")
  }

  /// The year's summary as `banbao summary` prints it.
  func summary(_ year: Int = 2026) -> String { summaryMarkdown(of: Period(year), in: built.compilation.library) }

  /// What the desk says that is due.
  var desk: String {
    String(decoding: built.plan.bytes(of: built.compilation.deskPage(built.diagnostics)), as: UTF8.self)
      .replacing(#/<[^>]*>/#, with: " ").replacing(#/\s+/#, with: " ")
  }
}
