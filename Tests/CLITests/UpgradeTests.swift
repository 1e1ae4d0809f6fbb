import Foundation
import TestSupport
import Testing

/// Sites that earlier versions started, each with a copy of the theme of its time where it got one.
@Suite struct UpgradeTests {
  private static let sites: [Archive.Item] = {
    do {
      return try Archive(at: Repository.url.appending(path: "Tests/CLITests/EarlierSites.txt")).items
    } catch {
      Issue.record(error)
      return []
    }
  }()

  @Test func `there are such sites`() { #expect(!Self.sites.isEmpty) }

  @Test(arguments: sites)
  func `a site that an earlier version started is built, with its copy of the old theme and without`(
    item: Archive.Item
  ) throws {
    let site = try TemporaryFolder()
    for part in item.parts {
      let file = try ArchivedFile(heading: part.heading, lines: part.lines)
      if let bytes = try file.bytes { try site.write(bytes, to: file.path) }
    }
    let withCopy = try site.run("build", "--as-of", "2026-06-30")
    #expect(withCopy.status == 0, "\(withCopy.errors)")
    if site.exists("theme") { try site.remove("theme") }
    let plain = try site.run("build", "--as-of", "2026-06-30", "--strict")
    #expect(plain.status == 0 && plain.errors == "", "\(plain.errors)")
    #expect(site.exists("public/notices/2026/宣传栏开通.html"))
  }
}
