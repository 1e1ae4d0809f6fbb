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

  @Test func `the sample content has neither errors nor warnings, and at least sixty records`() async throws {
    let compilation = try await Self.compiled(.chinese)
    let faults = compilation.diagnostics.filter { $0.severity != .note }
    #expect(faults.map { "\($0.place.path):\($0.place.line) \($0.code)" } == [])
    #expect(compilation.recordCount >= 60)
  }

  @Test(arguments: Language.allCases)
  func `the sample content shows every template, and each prints a whole page`(language: Language) async throws {
    let compilation = try await Self.compiled(language, showsDrafts: true)
    var seen = Set<String>()
    for page in compilation.plan.pages + [compilation.deskPage(compilation.diagnostics)] {
      guard seen.insert(page.template).inserted else { continue }
      var bytes: [UInt8] = []
      compilation.plan.render(page, into: &bytes)
      #expect(String(decoding: bytes, as: UTF8.self).contains("</html>"), "\(page.template): \(page.path)")
    }
    #expect(seen == Set(templates(Kinds.model).map(\.template)))
  }

  @Test func `no view declares a name twice, nor one that asks for the presence of another`() throws {
    func check(_ names: [DeclaredName], _ path: String) {
      let written = names.map(\.name) + names.filter(\.hasPresence).map(\.presence)
      #expect(written.count == Set(written).count, "\(path): \(written)")
      for name in names {
        switch name.kind {
        case .list(let inner), .view(let inner): check(inner, "\(path).\(name.name)")
        case .text, .address, .html, .number, .flag, .listOfSame: break
        }
      }
    }
    for template in templates(Kinds.model) { check(template.names, template.template) }
    for names in FrameNames(InterfaceStrings()).declared { check(names, "frame") }
  }

  @Test func `templates of one name are one declaration`() throws {
    let all = Kinds.model.kinds.flatMap { $0.templates } + Kinds.model.overviews.flatMap { $0.templates }
    for (name, same) in Dictionary(grouping: all, by: \.template) {
      #expect(Set(same).count == 1, "\(name)")
    }
  }

  @Test func `every link of every page leads to a file of the site`() async throws {
    let compilation = try await Self.compiled(.chinese)
    let plan = compilation.plan
    let paths = Set(plan.files.map(\.path))
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
