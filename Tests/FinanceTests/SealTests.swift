import BanbaoDiagnostics
import BanbaoFinance
import BanbaoSite
import BanbaoSource
import TestSupport
import Testing

/// The chain of seals, what keeps a period from being sealed, and what a sealed sheet shows.
@Suite struct SealTests {
  private static let correction =
    "{period: H1, date: 2026-08-03, reason: 金额录错, decided_by: 工会委员会, review: {date: 2026-08-05, by: 经费审查委员会, opinion: 同意更正}}"

  /// Two years of correct books, with all that is reviewed sealed in its order.
  private static func sealed() throws -> SealedFiles {
    var files = SealedFiles(files: correctBooks.mapValues { Array($0.utf8) })
    for (period, day) in [
      (Period(2025, .half(1)), "2025-07-20" as Day), (Period(2025, .half(2)), "2026-01-20"),
      (Period(2026, .half(1)), "2026-07-20"),
    ] {
      #expect(try files.seal(period, on: day) != nil)
    }
    return files
  }

  private static func changed(_ files: SealedFiles, _ path: String, _ old: String, _ new: String) throws -> SealedFiles
  {
    var files = files
    let text = String(decoding: files.files[path] ?? [], as: UTF8.self)
    try #require(text.contains(old), "“\(old)” is not there")
    files.files[path] = Array(text.replacing(old, with: new, maxReplacements: 1).utf8)
    return files
  }

  @Test func `seals are chained through the years, and each holds the digest of the one before`() throws {
    let files = try Self.sealed()
    #expect(try files.diagnostics() == [])
    func text(_ year: Int) -> String {
      String(decoding: files.files["finance/\(year)/seals.yaml"] ?? [], as: UTF8.self)
    }
    func digests(_ text: String, _ key: String) -> [String] {
      text.split(separator: "\n").filter { $0.contains("    \(key): \"") }.map { String($0.suffix(65).prefix(64)) }
    }
    let all = digests(text(2025), "digest") + digests(text(2026), "digest")
    #expect(all.count == 3 && Set(all).count == 3)
    #expect(digests(text(2025), "previous") + digests(text(2026), "previous") == Array(all.dropLast()))
  }

  @Test func `a seal that is taken out breaks the chain, within its year and from year to year`() throws {
    let files = try Self.sealed()
    let path = "finance/2025/seals.yaml"
    let text = String(decoding: files.files[path] ?? [], as: UTF8.self)
    let second = try #require(text.firstRange(of: "  - period: 2025-H2"))
    let first = try #require(text.firstRange(of: "  - period: 2025-H1"))
    let without = [
      String(text[..<second.lowerBound]), String(text[..<first.lowerBound]) + String(text[second.lowerBound...]),
    ]
    for kept in without {
      var cut = files
      cut.files[path] = Array(kept.utf8)
      #expect(try cut.diagnostics().map(\.code) == ["seal-broken"])
    }
    var gone = files
    gone.files[path] = nil
    let said = try gone.diagnostics()
    #expect(said.map(\.code) == ["seal-broken"] && said[0].place.path.hasSuffix("2026/seals.yaml"))
  }

  @Test func `a seal whose digest was made anew breaks the chain behind it`() throws {
    let files = try Self.sealed()
    // What was sealed is changed in the books and sealed again as if it were the first time.
    var forged = try Self.changed(files, "finance/2025/ledger.csv", "拔河比赛奖品", "另一事由")
    forged.files["finance/2025/seals.yaml"] = nil
    forged.files["finance/2026/seals.yaml"] = nil
    _ = try forged.seal(Period(2025, .half(1)), on: "2025-07-20")
    _ = try forged.seal(Period(2025, .half(2)), on: "2026-01-20")
    forged.files["finance/2026/seals.yaml"] = files.files["finance/2026/seals.yaml"]
    #expect(try forged.diagnostics().map(\.code) == ["seal-broken"])
  }

  @Test func `books that were sealed neither vanish nor become a draft`() throws {
    let files = try Self.sealed()
    for path in ["finance/2026/ledger.csv", "finance/2026/book.yaml"] {
      var gone = files
      gone.files[path] = nil
      #expect(try gone.diagnostics().contains { $0.code == "seal-changed" }, "\(path)")
    }
    let draft = try Self.changed(files, "finance/2026/book.yaml", "standard: 2021", "standard: 2021\ndraft: true")
    #expect(try draft.diagnostics().map(\.code) == ["seal-changed"])
  }

  @Test func `a day of publication may be added after the seal, and is sealed from then on`() throws {
    let published = "\n    published: 2026-07-10"
    var files = SealedFiles(files: correctBooks.mapValues { Array($0.utf8) })
    files = try Self.changed(files, "finance/2026/book.yaml", published, "")
    #expect(try files.seal(Period(2026, .half(1)), on: "2026-07-08") != nil)
    files.files["finance/2026/book.yaml"] = Array((correctBooks["finance/2026/book.yaml"] ?? "").utf8)
    #expect(try files.diagnostics() == [])
    #expect(try files.seal(Period(2026, .half(1)), on: "2026-07-11") != nil)
    let moved = try Self.changed(files, "finance/2026/book.yaml", published, "\n    published: 2026-07-12")
    #expect(try moved.diagnostics().map(\.code) == ["seal-changed"])
  }

  @Test func `a line is named once, whatever sealed periods it lies in`() throws {
    var files = SealedFiles(files: correctBooks.mapValues { Array($0.utf8) })
    files = try Self.changed(
      files, "finance/2026/book.yaml", "disclosures:",
      "disclosures:\n  - {period: Q1, review: {date: 2026-04-08, by: 经费审查委员会, opinion: 同意}, published: 2026-04-10}")
    _ = try files.seal(Period(2026, .quarter(1)), on: "2026-04-12")
    _ = try files.seal(Period(2026, .half(1)), on: "2026-07-12")
    let said = try Self.changed(files, "finance/2026/ledger.csv", "42.20", "24.20").diagnostics()
    #expect(said.count == 1 && said[0].place.line == 2, "\(said.map(\.message.zh))")
    #expect(said.first?.message.zh.hasPrefix("2026年上半年、2026年第一季度已封账") == true)
  }

  @Test func `what is not reviewed, refused or not over is not sealed`() throws {
    func refusal(_ old: String, _ new: String, _ period: Period = Period(2026, .half(1)), on day: Day = "2026-07-20")
      throws -> String
    {
      let files = try Self.changed(
        SealedFiles(files: correctBooks.mapValues { Array($0.utf8) }), "finance/2026/book.yaml", old, new)
      let tree = SourceTree(label: "content", texts: files.files)
      let books = Books.read(try tree.files.map { try tree.table($0) }).register
      guard case .refused(let why, _) = books.sealing(period, on: day, nil) else { return "" }
      return why.zh
    }
    let review = "review: {date: 2026-07-07, by: 经费审查委员会, opinion: 账实相符，同意公开}"
    #expect(try refusal(review, "published: 2026-07-10").contains("没有经审意见"))
    #expect(try refusal(review, review.replacing("同意公开", with: "不同意公开")).contains("没有同意"))
    #expect(try refusal(review, review.replacing("2026-07-07", with: "2026-06-07")).contains("结束之前"))
    #expect(try refusal(review, review, on: "2026-06-30").contains("还没有结束"))
    #expect(try refusal(review, review, Period(2026, .half(2)), on: "2027-02-01").contains("没有经审意见"))
    #expect(try refusal(review, review, Period(2031), on: "2032-02-01").contains("没有 2031 年的账"))
    let corrected = "corrections:\n  - \(Self.correction)\ndisclosures:"
    #expect(try refusal("disclosures:", corrected, on: "2026-08-04").contains("2026-08-05 还没有到"))
  }

  // MARK: Pages

  private static func page(_ files: SealedFiles) async throws -> (page: String, table: String) {
    let site = try await BuiltSite(bytes: files.files)
    try #require(!site.diagnostics.containErrors, "\(site.said)")
    return (
      try site.html("finance/2026-h1.html"),
      String(decoding: try site.machineBytes("finance/2026-h1.csv"), as: UTF8.self)
    )
  }

  @Test func `a sealed sheet bears its code and digest on its page and in its file, and no other does`() async throws {
    let files = try Self.sealed()
    let seal = String(decoding: files.files[SealedFiles.seals] ?? [], as: UTF8.self)
    let code = try #require(seal.split(separator: "\n").first { $0.contains("code: ") }).suffix(19)
    let (page, table) = try await Self.page(files)
    #expect(page.contains("data-seal=\"\(code)\""))
    #expect(page.contains("SHA-256 ") && table.contains("\r\n,封账码 \(code),,\r\n"))
    var bare = files
    for year in [2025, 2026] { bare.files["finance/\(year)/seals.yaml"] = nil }
    let (open, openTable) = try await Self.page(bare)
    #expect(!open.contains("data-seal") && !openTable.contains("封账"))
    #expect(table.hasPrefix(openTable))
  }

  @Test func `both figures of a correction stand on the page, before it is sealed and after`() async throws {
    var files = try Self.sealed()
    files = try Self.changed(files, "finance/2026/ledger.csv", "干部培训班,,1080.00", "干部培训班,,1090.00")
    files = try Self.changed(
      files, "finance/2026/book.yaml", "income: 8620.00\n    expense: 13650.20\n    closing: 24251.30\n", "")
    files = try Self.changed(files, "finance/2026/book.yaml", "counted: {cash: 549.30, bank: 23702.00}", "")
    files = try Self.changed(
      files, "finance/2026/book.yaml", "disclosures:", "corrections:\n  - \(Self.correction)\ndisclosures:")
    files.files["training/2026/干部.md"] = Array(
      (correctBooks["training/2026/干部.md"] ?? "").replacing("1080", with: "1090").utf8)
    for isSealed in [false, true] {
      if isSealed { #expect(try files.seal(Period(2026, .half(1)), on: "2026-08-10") != nil) }
      let (page, table) = try await Self.page(files)
      for text in ["金额录错", "工会委员会", "同意更正", "13,650.20", "13,660.20", "1,080.00", "1,090.00"] {
        #expect(page.contains(text), "\(text), sealed again: \(isSealed)")
      }
      #expect(page.contains("data-seal"))
      #expect(table.contains("封账码") == isSealed)
    }
  }

  @Test func `the set of books tells of each seal`() async throws {
    let files = try Self.sealed()
    let site = try await BuiltSite(bytes: files.files)
    for year in [2025, 2026] {
      let seals = String(decoding: files.files["finance/\(year)/seals.yaml"] ?? [], as: UTF8.self)
      let books = try BookTables(year, of: site)
      for code in seals.split(separator: "\n").filter({ $0.contains("code: ") }).map({ $0.suffix(19) }) {
        for name in ["index.html", "income-statement.html"] { #expect(try books.text(name).contains(code)) }
      }
    }
  }

  @Test func `what is said of the money of a voucher is found in a ledger of both sides`() throws {
    let heads = "日期,凭证号,科目,摘要,借方,贷方,附单据数\n"
    let lines = "2026-03-08,付-1,50102 文体活动支出,购跳绳,120.00,,1\n2026-03-08,付-1,102 银行存款,购跳绳,,120.00,1\n"
    var files = SealedFiles(files: [
      "finance/2026/book.yaml": Array(
        """
        opening: {cash: 200.00, bank: 5000.00}
        disclosures:
          - {period: H1, published: 2026-07-15, review: {date: 2026-07-10, by: 经费审查委员会, opinion: 同意}}
        """.utf8), "finance/2026/ledger.csv": Array((heads + lines).utf8),
    ])
    #expect(try files.seal(Period(2026, .half(1)), on: "2026-07-20") != nil)
    for (old, new) in [("102 银行存款,购跳绳", "101 库存现金,购跳绳"), ("102 银行存款,购跳绳", "102 银行存款,支票")] {
      let said = try Self.changed(files, "finance/2026/ledger.csv", old, new).diagnostics()
      #expect(said.map(\.code) == ["seal-changed"] && said[0].place.line == 3, "\(said.map(\.message.zh))")
    }
  }

  @Test func `a short code reads as it is spoken, and never begins as a bank card does`() {
    for number in 0..<500 {
      let code = Digest(of: "\(number)").shortCode
      #expect(code.utf8.count == 19 && "012".contains(code.first ?? "9"))
      #expect(shortCode(reading: code) == code && shortCode(reading: code.filter { $0 != " " }) == code)
    }
    #expect(shortCode(reading: "１６４３－０４１５－６６４２－１１８３") == "1643 0415 6642 1183")
  }
}
