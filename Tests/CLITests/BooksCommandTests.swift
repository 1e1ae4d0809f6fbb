import TestSupport
import Testing

@Suite struct BooksCommandTests {
  private static let site: KeyValuePairs<String, String> = [
    "content/site.yaml": "title: 板报\nunion: 某医院工会\n",
    "content/finance/2026/book.yaml": "opening: {cash: 100.00, bank: 5000.00}\n",
    "content/finance/2026/ledger.csv":
      "日期,凭证号,科目,摘要,收入,支出,资金,附单据数\n2026-01-09,收-1,401 会费收入,一月会费,300.00,,银行,1\n",
  ]

  @Test func `the books of a year are written beside the site, and where is said`() throws {
    let site = try TemporaryFolder(Self.site)
    let result = try site.run("books", "2026", "--as-of", "2026-02-01")
    #expect(result.status == 0 && result.output.contains("books/2026/index.html"), "\(result.errors)")
    #expect(site.exists("books/2026/index.html") && site.exists("books/2026/trial-balance.csv"))
    #expect(!site.exists("public") && site.exists("books/2026/books.xlsx"))
    let other = try site.run("books", "2026", "--as-of", "2026-02-01", "--output", "审计")
    #expect(other.status == 0 && site.exists("审计/vouchers.html"))
    #expect(try site.run("books", "2026", "--as-of", "2026-02-01").status == 0)
  }

  @Test(arguments: ["public", "public/books", "content/finance/2026/books", "content", "."])
  func `the books go neither into the site nor into its sources`(folder: String) throws {
    let site = try TemporaryFolder(Self.site)
    let result = try site.run("books", "2026", "--as-of", "2026-02-01", "--output", folder)
    #expect(result.status == 74 && result.output == "")
    #expect(!site.exists("\(folder)/trial-balance.csv"))
  }

  @Test(arguments: ["board", "board/books"])
  func `the books go into no published site, wherever it lies`(folder: String) throws {
    let site = try TemporaryFolder(Self.site)
    #expect(try site.run("build", "--as-of", "2026-02-01", "--output", "board").status == 0)
    let result = try site.run("books", "2026", "--as-of", "2026-02-01", "--output", folder)
    #expect(result.status == 64 && result.errors.contains("lies in the published"), "\(result.errors)")
    #expect(site.exists("board/index.html") && !site.exists("\(folder)/trial-balance.csv"))
  }

  @Test func `faults of the books stop them, others do not`() throws {
    let site = try TemporaryFolder(Self.site)
    try site.write(wrongNotice, to: "content/notices/a.md")
    #expect(try site.run("books", "2026", "--as-of", "2026-02-01").status == 0)
    try site.write(
      "日期,凭证号,科目,摘要,收入,支出,资金\n2026-01-09,收-1,401 会费收人,一月会费,300.00,,银行\n", to: "content/finance/2026/ledger.csv")
    let result = try site.run("books", "2026", "--as-of", "2026-02-01", "--output", "其他")
    #expect(result.status == 1 && result.errors.contains("[account-unknown]"))
    #expect(!result.errors.contains("notices") && !site.exists("其他"))
  }

  @Test func `a year without books is wrong usage, and the years that there are are named`() throws {
    let result = try TemporaryFolder(Self.site).run("books", "2019", "--as-of", "2026-02-01")
    #expect(result.status == 64 && result.errors.contains("there are no books of 2019; years: 2026"))
  }
}
