import TestSupport
import Testing

@Suite struct SealCommandTests {
  private static let site: KeyValuePairs<String, String> = [
    "content/site.yaml": "title: 板报\nunion: 某医院工会\n",
    "content/finance/2026/book.yaml": """
    opening: {cash: 100.00, bank: 5000.00}
    disclosures:
      - {period: H1, published: 2026-07-15, review: {date: 2026-07-10, by: 经费审查委员会, opinion: 同意}}
    """,
    "content/finance/2026/ledger.csv":
      "日期,凭证号,科目,摘要,收入,支出,资金,附单据数\n2026-01-09,收-1,401 会费收入,一月会费,300.00,,银行,1\n",
  ]
  private static let seals = "content/finance/2026/seals.yaml"
  private static let today = ["--as-of", "2026-07-20"]

  private func run(_ site: TemporaryFolder, _ arguments: String...) throws -> Program.Result {
    try site.run(Array(arguments) + Self.today)
  }

  @Test func `a period is sealed once, its code is told, and the site still builds`() throws {
    let site = try TemporaryFolder(Self.site)
    let dry = try run(site, "seal", "2026-H1", "--dry-run")
    #expect(dry.status == 0 && dry.output.contains("nothing written") && !site.exists(Self.seals), "\(dry.errors)")
    let result = try run(site, "seal", "2026-H1")
    let text = try site.text(Self.seals)
    let code = try #require(text.split(separator: "\n").first { $0.contains("code: ") }).suffix(19)
    #expect(result.status == 0 && result.output.contains(String(code)), "\(result.errors)")
    let again = try run(site, "seal", "2026-H1")
    #expect(again.status == 0 && again.output.contains("nothing changed"))
    #expect(try site.text(Self.seals) == text)
    #expect(try run(site, "build", "--strict").status == 0)
    #expect(try site.text("public/finance/2026-h1.html").contains("data-seal=\"\(code)\""))
  }

  @Test func `what is not over, not reviewed or at fault is not sealed`() throws {
    let site = try TemporaryFolder(Self.site)
    #expect(try site.run("seal", "2026-H1", "--as-of", "2026-06-30").status == 1)
    #expect(try run(site, "seal", "2026-Q1").errors.contains("has no review"))
    #expect(try run(site, "seal", "上半年").status == 64)
    try site.write(wrongNotice, to: "content/notices/a.md")
    let result = try run(site, "seal", "2026-H1")
    #expect(result.status == 1 && result.errors.contains("notices/a.md"))
    #expect(!site.exists(Self.seals))
  }

  @Test func `a published folder is held against the seals, an older copy and a code from paper`() throws {
    let site = try TemporaryFolder(Self.site)
    #expect(try run(site, "seal", "2026-H1").status == 0)
    #expect(try run(site, "build").status == 0)
    #expect(try run(site, "build", "--output", "older").status == 0)
    let code = try #require(try site.text(Self.seals).split(separator: "\n").first { $0.contains("code: ") }).suffix(19)
    let right = try run(site, "verify", "public", "--against", "older", "--code", String(code))
    #expect(right.status == 0 && right.output.contains("sealed on 2026-07-20"), "\(right.output)\(right.errors)")
    #expect(try run(site, "verify", "public", "--code", "0000 0000 0000 0001").status == 1)

    // A figure of the published table, and the code of the page.
    let table = try site.text("public/finance/2026-h1.csv")
    try site.write(table.replacing("300.00", with: "900.00"), to: "public/finance/2026-h1.csv")
    let figure = try run(site, "verify", "public", "--against", "older")
    #expect(
      figure.status == 1 && figure.output.contains("public/finance/2026-h1.csv: “401 会费收入” was 300.00 and is 900.00"))
    try site.write(table, to: "public/finance/2026-h1.csv")
    let page = try site.text("public/finance/2026-h1.html")
    try site.write(page.replacing(String(code), with: "0123 4567 8901 2345"), to: "public/finance/2026-h1.html")
    let other = try run(site, "verify", "public")
    #expect(other.status == 1 && other.output.contains("public/finance/2026-h1.html: its code is 0123 4567 8901 2345"))
    try site.write(page, to: "public/finance/2026-h1.html")

    // The ledger itself.
    try site.write(
      "日期,凭证号,科目,摘要,收入,支出,资金,附单据数\n2026-01-09,收-1,401 会费收入,一月会费,301.00,,银行,1\n",
      to: "content/finance/2026/ledger.csv")
    let ledger = try run(site, "verify", "public")
    #expect(ledger.status == 1 && ledger.output.contains("ledger.csv:2:") && ledger.output.contains("[seal-changed]"))
    #expect(try run(site, "build").status == 1)
    #expect(try run(site, "verify", "nowhere").status == 64)
  }

  @Test func `a published folder alone is compared with an older copy`() throws {
    let site = try TemporaryFolder(Self.site)
    #expect(try run(site, "seal", "2026-H1").status == 0)
    #expect(try run(site, "build").status == 0)
    let code = try #require(try site.text(Self.seals).split(separator: "\n").first { $0.contains("code: ") }).suffix(19)
    let other = try TemporaryFolder(
      bytes: Dictionary(uniqueKeysWithValues: try site.files("public").map { ("public/" + $0.key, $0.value) }))
    #expect(try other.run("verify", "public", "--code", String(code)).status == 0)
    #expect(try other.run("verify", "public", "--code", "0123").status == 1)
  }
}
