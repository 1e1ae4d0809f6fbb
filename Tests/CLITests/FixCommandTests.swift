import Foundation
import TestSupport
import Testing

@Suite struct FixCommandTests {
  private static let notice = "---\r\n标题：春节慰问\r\ndate: 2026.2.10\r\nkind: 通知\r\ndraft: 1\r\n---\r\n\r\n正文。\r\n"

  private static func site() throws -> TemporaryFolder {
    try TemporaryFolder([
      "content/site.yaml": "title: 职工之家\nunion: 云麓县第二人民医院工会\n",
      "content/notices/2026/a.md": notice,
    ])
  }

  private static func fix(_ site: TemporaryFolder, _ more: String...) throws -> Program.Result {
    try Program.run(["fix", "--as-of", "2026-11-22", "--lang", "en"] + more, in: site.url)
  }

  private static let said = """
    content/notices/2026/a.md:2:3: “：” → “: ” [fullwidth-colon]
    content/notices/2026/a.md:3:11: “.2.” → “-02-” [day-form]
    content/notices/2026/a.md:5:8: “1” → “true” [flag-form]

    """

  @Test func `a dry run says what would be changed and writes nothing`() throws {
    let site = try Self.site()
    let result = try Self.fix(site, "--dry-run")
    #expect(result.status == 0)
    let last = "3 places in 1 files can be mended, nothing written; 0 left for people: see banbao check\n"
    #expect(result.output == Self.said + last)
    #expect(try site.text("content/notices/2026/a.md") == Self.notice)
  }

  @Test func `the files are changed in those places only, and there is nothing left to do`() throws {
    let site = try Self.site()
    let result = try Self.fix(site)
    #expect(result.status == 0)
    #expect(result.output == Self.said + "3 places in 1 files mended; 0 left for people: see banbao check\n")
    #expect(
      try site.text("content/notices/2026/a.md")
        == "---\r\n标题: 春节慰问\r\ndate: 2026-02-10\r\nkind: 通知\r\ndraft: true\r\n---\r\n\r\n正文。\r\n")
    #expect(try Self.fix(site).output == "0 places in 0 files mended; 0 left for people: see banbao check\n")
  }

  @Test func `permissions stay, and nothing is left beside the file`() throws {
    let site = try Self.site()
    let file = site("content/notices/2026/a.md")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
    #expect(try Self.fix(site).status == 0)
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber
    #expect(mode?.intValue == 0o640)
    #expect(try site.paths(below: "content/notices") == ["2026/a.md"])
  }

  @Test func `a site that is not there is the disk's refusal, and an unknown option wrong usage`() throws {
    let site = try TemporaryFolder()
    #expect(try Self.fix(site).status == 74)
    #expect(try Self.fix(site, "--strict").status == 64)
  }
}
