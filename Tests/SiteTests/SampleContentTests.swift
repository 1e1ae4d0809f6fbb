import BanbaoDiagnostics
import BanbaoDisk
import BanbaoHTML
import BanbaoKinds
import BanbaoSource
import BanbaoTheme
import TestSupport
import Testing

@testable import BanbaoSite

/// The repository's own content.
@Suite struct SampleContentTests {
  private static func compiled(_ language: Language, showsDrafts: Bool = false) async throws
    -> Compilation
  {
    let tree = try Repository.tree("content")
    let content =
      language == .chinese
      ? tree
      : SourceTree(label: tree.label, files: tree.files) { file in
        let bytes = try tree.read(file)
        guard file.path == "site.yaml" else { return bytes }
        return Array(
          String(decoding: bytes, as: UTF8.self)
            .replacing("language: zh-Hans", with: "language: en").utf8)
      }
    return try await BuiltSite(content: content, showsDrafts: showsDrafts, tasks: 2).compilation
  }

  @Test("the sample content has neither errors nor warnings, and at least sixty records")
  func strict() async throws {
    let compilation = try await Self.compiled(.chinese)
    let faults = compilation.diagnostics.filter { $0.severity != .note }
    #expect(faults.map { "\($0.place.path):\($0.place.line) \($0.code)" } == [])
    #expect(compilation.recordCount >= 60)
  }

  @Test(
    "the view of every page agrees with what its template was promised",
    arguments: Language.allCases)
  func shapes(language: Language) async throws {
    let compilation = try await Self.compiled(language, showsDrafts: true)
    let (strings, faults) = try InterfaceStrings.read(embeddedTheme())
    #expect(faults == [])
    let shapes = Dictionary(
      pageShapes(Kinds.model, strings).map { ($0.template, $0.shape) },
      uniquingKeysWith: { first, _ in first })
    var seen = Set<String>()
    for page in compilation.plan.pages + [compilation.deskPage(compilation.diagnostics)] {
      let shape = try #require(shapes[page.template], "no shape for \(page.template)")
      seen.insert(page.template)
      #expect(
        compilation.plan.view(page).disagreements(with: shape) == [],
        "\(page.template): \(page.path)")
    }
    #expect(seen == Set(shapes.keys), "the sample content shows every template")
  }

  @Test("no template is declared twice")
  func templatesOnce() throws {
    let names = pageShapes(Kinds.model, InterfaceStrings()).map(\.template)
    #expect(names.count == Set(names).count)
  }

  @Test("every link of every page leads to a file of the site")
  func links() async throws {
    let compilation = try await Self.compiled(.chinese)
    let plan = compilation.plan
    let paths = Set(
      plan.pages.map(\.path) + plan.copies.map(\.path) + plan.machineFiles.map(\.path))
    for page in plan.pages {
      var bytes: [UInt8] = []
      plan.render(page, into: &bytes)
      for written in targets(in: bytes) where !written.contains(":") {
        let target = written.split(separator: "#", omittingEmptySubsequences: false)[0]
        if target.isEmpty { continue }
        let path = resolve(percentDecoded(String(target)) ?? "", from: parent(page.path)) ?? ""
        #expect(paths.contains(path), "\(page.path): \(written)")
      }
    }
  }

  /// The values of `href` and `src`.
  private func targets(in bytes: [UInt8]) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    return [" href=\"", " src=\""].flatMap { name in
      text.split(separator: name).dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }
  }
}
