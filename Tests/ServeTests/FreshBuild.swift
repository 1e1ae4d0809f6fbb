import BanbaoDiagnostics
import BanbaoDisk
import BanbaoHTML
import BanbaoPreview
import BanbaoSite
import BanbaoSource
import TestSupport

@testable import banbao

/// The day for which all sites here are made.
let today: Day = "2026-03-10"

/// A site read and compiled from the disk without any memory of what was there before.
struct FreshBuild: Sendable {
  var pages: [String: [UInt8]] = [:]
  /// Attachments, assets and the files for machines.
  var files: [String: [UInt8]] = [:]
  var desk: [UInt8] = []
  var faults: [Diagnostic]
  /// The terminal's text of the errors.
  var text: String

  var isFaulty: Bool { faults.containErrors }

  init(_ folder: TemporaryFolder) async throws {
    let content = try readTree(at: folder("content"), label: folder("content"))
    var own: DiskTree?
    do {
      own = try readTree(at: folder("theme"), label: folder("theme"))
    } catch {
      guard error.isMissing else { throw error }
    }
    let theme = own.map { overlay($0.tree, over: embeddedTheme()) } ?? embeddedTheme()
    let compilation = try await BuiltSite(content: content.tree, today: today, showsDrafts: true, theme: theme)
      .compilation
    faults = (compilation.diagnostics + content.diagnostics + (own?.diagnostics ?? [])).inOrder()
    text = textForm(
      faults.filter { $0.severity == .error }, in: [content.tree, theme], language: .english, colour: false)
    let plan = compilation.plan
    desk = plan.bytes(of: compilation.deskPage(faults))
    if faults.containErrors { return }
    for page in plan.pages { pages[page.path] = plan.bytes(of: page) }
    for copy in plan.copies { files[copy.path] = try (copy.isAsset ? theme : content.tree).read(copy.file) }
    for file in plan.machineFiles { files[file.path] = file.bytes() }
  }
}

extension PreviewSnapshot {
  /// The bytes of a page; nil where there is none, or another kind of file.
  func page(_ path: String) -> [UInt8]? {
    guard case .page(let bytes) = resource(path) else { return nil }
    return bytes()
  }

  func file(_ path: String) throws -> [UInt8]? {
    guard case .file(_, let bytes) = resource(path) else { return nil }
    return try bytes()
  }

  /// The overlay as a reader sees it, with nothing in it that a browser would take for more than text.
  var overlayText: String? {
    guard let text = overlay?.string, !text.contains("<") else { return nil }
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    return signs.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
