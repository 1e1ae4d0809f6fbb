import TestSupport
import Testing

/// `banbao verify` on the files of a published folder; what it says of seals is in `SealCommandTests`.
@Suite struct VerifyCommandTests {
  private static let day = ["--as-of", "2026-02-20"]

  private func published() throws -> TemporaryFolder {
    let site = try TemporaryFolder(goodSite)
    #expect(try site.run(["build"] + Self.day).status == 0)
    return site
  }

  private func verify(_ site: TemporaryFolder, _ arguments: String...) throws -> (status: Int32, lines: [String]) {
    let result = try site.run(["verify", "public"] + arguments + Self.day)
    #expect(result.errors == "")
    return (result.status, result.output.split(separator: "\n").map(String.init))
  }

  @Test func `a folder as it was published is verified, with how many files were compared`() throws {
    let site = try published()
    let count = try site.paths(below: "public").count - 1
    let (status, lines) = try verify(site)
    #expect(status == 0 && lines == ["verified: \(count) files, 0 sheets, 0 seals"])
  }

  @Test func `of equal faults of the books fifty are named`() throws {
    let site = try published()
    let row = "2026-01-05,付-1,50504 其他业务支出,付水费,,一元,现金\n"
    let table = "日期,凭证号,科目,摘要,收入,支出,资金\n" + String(repeating: row, count: 60)
    try site.write(table, to: "content/finance/2026/ledger.csv")
    let (status, lines) = try verify(site)
    let codes = lines.filter { $0.contains(": error: ") }.compactMap { $0.split(separator: " ").last }
    #expect(status == 1 && Dictionary(codes.map { ($0, 1) }, uniquingKeysWith: +).values.max() == 50)
  }

  @Test func `each file that changed, went or came is named`() throws {
    let site = try published()
    try site.write("x", to: "public/activities/a.html")
    try site.remove("public/assets/site.js")
    try site.write("x", to: "public/notices/2026/新.html")
    let (status, lines) = try verify(site)
    #expect(status == 1)
    #expect(
      lines.dropLast() == [
        "public/activities/a.html: is not as it was published", "public/assets/site.js: was published and is gone",
        "public/notices/2026/新.html: was not published",
      ])
  }

  @Test func `a folder whose manifest is gone or was written into is not verified`() throws {
    let site = try published()
    let text = try site.text("public/manifest.sha256")
    try site.write(text + "x\n", to: "public/manifest.sha256")
    let count = text.split(separator: "\n").count
    #expect(try verify(site).lines.first == "public/manifest.sha256: line \(count + 1) tells no file")
    try site.remove("public/manifest.sha256")
    let (status, lines) = try verify(site)
    #expect(status == 1 && lines.first?.contains("banbao build writes it") == true)
  }

  @Test func `what differs from an older copy is listed kind by kind, and what is only new is no fault`() throws {
    let site = try published()
    #expect(try site.run(["build", "--output", "older"] + Self.day).status == 0)
    #expect(try verify(site, "--against", "older").status == 0)
    try site.write("y", to: "older/feed.xml")
    try site.write("y", to: "older/activities/a.html")
    try site.write("y", to: "older/notices/2026/旧.pdf")
    let (status, lines) = try verify(site, "--older", "older")
    #expect(status == 1)
    #expect(
      lines.dropLast() == [
        "public/activities/a.html: page, is not as in the older copy",
        "public/feed.xml: file of the site's own, is not as in the older copy",
        "public/notices/2026/旧.pdf: attachment or photo, was in the older copy and is gone",
      ])
    let newer = try published()
    #expect(try newer.run(["build", "--output", "older"] + Self.day).status == 0)
    try newer.remove("older/activities/a.html")
    let added = try verify(newer, "--against", "older")
    #expect(added.status == 0 && added.lines.first == "public/activities/a.html: page, is not in the older copy")
  }
}
