import BanbaoDiagnostics
import BanbaoKinds
import BanbaoSite
import TestSupport
import Testing

/// Made files have an origin like any other, and faults are told of there.
@Suite struct MadeFileTests {
  @Test func `an overview's file for the path of feed, calendar or sitemap is a clash, told of at both sources`()
    async throws
  {
    let faults = try await diagnostics(of: [
      "site.yaml": "title: 板报\nunion: 某医院工会\nbase_url: http://board.example/\n"
    ]).filter { $0.code == "path-clash" }
    #expect(
      Set(faults.map { "\($0.place.path) \($0.message.en)" }) == [
        "content/site.yaml two sources make “Calendar.ics”", "content/toys two sources make “Calendar.ics”",
        "content/site.yaml two sources make “feed.xml”", "content/toys two sources make “feed.xml”",
        "content/site.yaml two sources make “sitemap.xml”", "content/toys two sources make “sitemap.xml”",
      ])
    #expect(faults.count == 6)
  }

  @Test func `without base_url there is no feed that could clash`() async throws {
    let faults = try await diagnostics(of: [:])
    #expect(faults.map(\.code) == [])
  }

  @Test func `a private name in a made file is told of where the file comes from`() async throws {
    let faults = try await diagnostics(of: [
      "private/people.yaml": "- 温若舟\n"
    ])
    #expect(faults.map { "\($0.place.path) \($0.code)" } == ["content/toys private-name"])
  }

  @Test(arguments: ["limit.yaml": "rename it to limits.yaml", "sites.yaml": "there is a site.yaml already"])
  func
    `a file that is nearly called like a register's file in no folder is told the right name, and never to write over that`(
      path: String, help: String
    ) async throws
  {
    let faults = try await diagnostics(of: [path: ""])
    #expect(faults.map(\.code) == ["file-misnamed"])
    #expect(faults.first?.help?.en.hasPrefix(help) == true)
  }

  private func diagnostics(of files: [String: String]) async throws -> [Diagnostic] {
    var model = Kinds.model
    model.overviews.append(Copycat.self)
    return try await BuiltSite(files, model: model).diagnostics
  }
}

/// An overview that makes what the engine makes, and a file that names somebody.
private struct Copycat: Overview {
  let library: Library

  init(_ library: Library) { self.library = library }

  func files() -> [FilePlan] {
    ["feed.xml", "Calendar.ics", "sitemap.xml", "toys.txt"].map { path in
      FilePlan(path: path, origin: library.origin("toys")) { Array("温若舟".utf8) }
    }
  }
}
