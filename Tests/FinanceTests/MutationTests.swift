import BanbaoDiagnostics
import BanbaoSource
import TestSupport
import Testing

/// One change to the correct books, and the fault that it must be caught as.
struct Mutation: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let files: [String: String]
  let code: String
  /// `PATH:LINE:COLUMN`
  let place: String

  /// - Parameters:
  ///   - new: a ▲ stands where the fault is to be reported.
  ///   - elsewhere: the file and the text, with its ▲, where it is reported if not in the changed text.
  init(
    _ name: String, _ path: String, _ old: String, _ new: String, _ code: String,
    at elsewhere: (path: String, text: String)? = nil
  ) {
    testDescription = name
    self.code = code
    var files = correctBooks
    let text = files[path] ?? ""
    let changed = text.contains(old) ? text.replacing(old, with: new, maxReplacements: 1) : "“\(old)” is not there"
    files[path] = changed.replacing("▲", with: "")
    self.files = files
    if let elsewhere {
      let bare = elsewhere.text.replacing("▲", with: "")
      let marked = (files[elsewhere.path] ?? "").replacing(bare, with: elsewhere.text, maxReplacements: 1)
      place = "content/\(elsewhere.path):\(Self.place(in: marked))"
    } else {
      place = "content/\(path):\(Self.place(in: changed))"
    }
  }

  private static func place(in text: String) -> String {
    let before = text.prefix { $0 != "▲" }
    let line = before.split(separator: "\n", omittingEmptySubsequences: false)
    return before.count == text.count ? "no ▲" : "\(line.count):\((line.last?.unicodeScalars.count ?? 0) + 1)"
  }
}

private let book = "finance/2026/book.yaml"
private let ledger = "finance/2026/ledger.csv"
private let book25 = "finance/2025/book.yaml"
private let ledger25 = "finance/2025/ledger.csv"
private let basketball = "activities/2026/篮球.md"
private let exercise = "activities/2026/广播操.md"
private let training = "training/2026/干部.md"
private let visit = "visits/2026/住院.md"

extension Mutation {
  static let figures = [
    Mutation("a fen more for a record", ledger, "4800.00", "4800.01", "cost-mismatch", at: (basketball, "▲6840")),
    Mutation("a fen more than the sheet", ledger, "4800.00", "4800.01", "sheet-mismatch", at: (book, "▲13650.20")),
    Mutation("two digits exchanged", ledger, "42.20", "24.20", "sheet-mismatch", at: (book, "▲13650.20")),
    Mutation(
      "two digits exchanged, and the cash counted", ledger, "42.20", "24.20", "counted-mismatch", at: (book, "▲549.30")),
    Mutation("income too large", ledger, "3060.00", "3600.00", "sheet-mismatch", at: (book, "▲8620.00")),
    Mutation(
      "income too large for the closing", ledger, "3060.00", "3600.00", "closing-mismatch", at: (book, "▲24251.30")),
    Mutation("last year's income", ledger25, "3100.00", "3101.00", "opening-mismatch", at: (book, "▲29370.00")),
    Mutation("last year's expense in cash", ledger25, "120.50", "102.50", "opening-mismatch", at: (book, "▲379.50")),
    Mutation("what is passed up", ledger, "468.00", "486.00", "counted-mismatch", at: (book, "▲23702.00")),
    Mutation("a sign", ledger, ",88.00", ",-88.00", "sheet-mismatch", at: (book, "▲13650.20")),
    Mutation("income in the column of expense", ledger, "3060.00,,", ",▲3060.00,", "account-side"),
    Mutation("expense in the column of income", ledger, ",1080.00", "▲1080.00,", "account-side"),
    Mutation("income and expense in one line", ledger, "3060.00,,", "3060.00,▲5.00,", "ledger-cell"),
    Mutation(
      "no amount", ledger, "2026-03-13,收-1,401 会费收入,一季度会费,3060.00", "▲2026-03-13,收-1,401 会费收入,一季度会费,", "ledger-cell"),
    Mutation("a third of a fen", ledger, "1080.00", "▲1080.003", "amount-form"),
    Mutation("an amount with an unquoted comma", ledger, ",1080.00,银行", ",1,▲080.00,银行", "ledger-cell"),
    Mutation("a sum that no number holds", ledger, "3160.00", "▲50000000000000000.00", "amount-overflow"),
    Mutation("the other fund", ledger, "42.20,现金", "42.20,银行", "counted-mismatch", at: (book, "▲549.30")),
    Mutation("an activity's cost", basketball, "6840", "▲6480", "cost-mismatch"),
    Mutation("a training's cost", training, "1080", "▲1800", "cost-mismatch"),
    Mutation("a visit's amount", visit, "3140", "▲3140.10", "cost-mismatch"),
  ]

  static let days = [
    Mutation("the year before", ledger, "2026-03-13", "▲2025-03-13", "entry-outside-year"),
    Mutation("the year after", ledger25, "2025-12-31", "▲2026-12-31", "entry-outside-year"),
    Mutation("out of the sheet's months", ledger, "2026-06-15", "2026-07-15", "sheet-mismatch", at: (book, "▲8620.00")),
    Mutation("into the sheet's months", ledger, "2026-09-18", "2026-06-18", "sheet-mismatch", at: (book, "▲8620.00")),
    Mutation("two days of one voucher", ledger, "2026-04-03,付-5-2/2", "2026-04-04,▲付-5-2/2", "voucher-duplicate"),
    Mutation("a day that is none", ledger, "2026-03-20", "▲2026-02-30", "day-impossible"),
  ]

  static let vouchers = [
    Mutation("a number twice", ledger, "付-8,", "付-9,", "voucher-duplicate", at: (ledger, "30,▲付-9")),
    Mutation("a number skipped", ledger, "付-10,", "▲付-11,", "voucher-gap"),
    Mutation(
      "a line left out", ledger, "2026-05-11,付-7,50504 其他业务支出,作废,,0.00,现金,,0,\n", "", "voucher-gap",
      at: (ledger, "▲付-8")),
    Mutation("the first of them left out", ledger, "收-1,", "▲收-5,", "voucher-gap", at: (ledger, "▲收-2")),
    Mutation("another number of sheets", ledger, "付-5-2/2", "▲付-5-2/3", "voucher-sheets"),
    Mutation("a sheet that is not there", ledger, "付-5-2/2", "付-5-1/2", "voucher-sheets", at: (ledger, "▲付-5-1/2")),
    Mutation("a line without its sheet", ledger, "付-5-2/2", "▲付-5", "voucher-sheets"),
    Mutation("a number in words", ledger, "付-8,", "▲付八,", "voucher-form"),
    Mutation(
      "a voucher that the record does not list", basketball, "付-4, 付-5", "付-5", "voucher-unlisted",
      at: (ledger, "奖品,,4800.00,银行,工会经费,3,▲activities")),
    Mutation("a voucher that the ledger lacks", exercise, "付-6", "▲付-16", "voucher-unknown"),
    Mutation("a record's voucher in words", exercise, "付-6", "▲六号", "voucher-form"),
    Mutation("another record's voucher", training, "付-8", "付-9", "voucher-unlisted", at: (ledger, "2,▲training")),
    Mutation("a correction of no voucher", ledger, "冲销3月20日付-2号凭证", "▲退货", "negative-without-reference"),
    Mutation(
      "a correction of a voucher that is not there", ledger, "冲销3月20日付-2号凭证", "▲冲销3月20日付-20号凭证",
      "negative-without-reference"),
  ]

  static let accounts = [
    Mutation(
      "another account than the record's", ledger, "50102 文体活动支出,广播操", "50105 会员活动支出,广播操", "cost-account",
      at: (exercise, "▲50102")),
    Mutation("another account than the ledger's", training, "50501 培训支出", "▲50102 文体活动支出", "cost-account"),
    Mutation(
      "another source than the record's", ledger, "2460.00,银行,行政,1,activities/2026/广播操\n2026-05",
      "2460.00,银行,上级,1,activities/2026/广播操\n2026-05", "cost-source", at: (exercise, "▲行政")),
    Mutation("an account of income", ledger, "50102 文体活动支出,广播操设备,,", "401 会费收入,广播操设备,,▲", "account-side"),
    Mutation("an account without budget", ledger, "50504 其他业务支出,账簿", "▲50502 会议支出,账簿", "no-budget"),
    Mutation("an account by its number", ledger, "401 会费收入,一", "▲401,一", "account-unknown"),
    Mutation("an account of the standard of 2009", ledger, "50501 培训支出", "▲50301 培训费", "account-unknown"),
    Mutation("the other standard", book, "2021", "▲2009", "standard-not-in-force"),
  ]

  static let references = [
    Mutation("a record that is not there", ledger, "activities/2026/篮球", "▲activities/2026/蓝球", "reference-broken"),
    Mutation("a record with its extension", ledger, "training/2026/干部", "▲training/2026/干部.md", "reference-broken"),
    Mutation(
      "another record", ledger, "2460.00,银行,行政,1,activities/2026/广播操\n2026-05",
      "2460.00,银行,行政,1,▲activities/2026/篮球\n2026-05", "voucher-unlisted"),
    Mutation(
      "another record, seen from the first", ledger, "2460.00,银行,行政,1,activities/2026/广播操\n2026-05",
      "2460.00,银行,行政,1,activities/2026/篮球\n2026-05", "cost-mismatch", at: (exercise, "▲2460")),
    Mutation(
      "a draft", exercise, "kind:", "draft: true\nkind:", "reference-unpublished", at: (ledger, "▲activities/2026/广播操")),
  ]

  static let reviews = [
    Mutation(
      "no review", book, "    review: {date: 2026-07-07, by: 经费审查委员会, opinion: 账实相符，同意公开}\n", "", "review-missing",
      at: (book, "▲H1")),
    Mutation(
      "no opinion", book, "{date: 2026-07-07, by: 经费审查委员会, opinion: 账实相符，同意公开}", "▲{date: 2026-07-07, by: 经费审查委员会}",
      "review-missing"),
    Mutation("no day of review", book, "{date: 2026-07-07, ", "▲{", "review-missing"),
    Mutation("a review after the publication", book, "2026-07-07", "▲2026-07-17", "review-day"),
    Mutation("a review within the period", book, "2026-07-07", "▲2026-06-07", "review-day"),
    Mutation("a review of one's own work", book, "by: 经费审查委员会", "by: ▲周会计", "review-own"),
    Mutation("a review by the chair", book, "by: 经费审查委员会", "by: ▲郑主席", "review-own"),
  ]

  static let sheets = [
    Mutation("the sheet's income", book, "8620.00", "▲8602.00", "sheet-mismatch"),
    Mutation("the sheet's expense", book, "13650.20", "▲13560.20", "sheet-mismatch"),
    Mutation("the sheet's closing", book, "24251.30", "▲24251.03", "closing-mismatch"),
    Mutation("the cash counted", book, "549.30", "▲549.20", "counted-mismatch"),
    Mutation("the bank's statement", book, "23702.00", "▲23720.00", "counted-mismatch"),
    Mutation("the sheet's period", book, "period: H1", "period: Q1", "sheet-mismatch", at: (book, "▲8620.00")),
    Mutation("a period of another year", book, "period: H1", "period: ▲2025-H1", "disclosure-period"),
    Mutation("a period twice", book25, "period: H2", "period: ▲H1", "disclosure-period"),
    Mutation("a late publication", book, "2026-07-10", "▲2026-08-10", "disclosure-late"),
    Mutation("a publication within the period", book, "2026-07-10", "▲2026-06-10", "disclosure-early"),
    Mutation(
      "no day of publication", book25, "\n    published: 2026-01-15", "", "disclosure-missing", at: (book25, "▲H2")),
    Mutation(
      "no sheet of a half-year", book25,
      "  - period: H2\n    review: {date: 2026-01-13, by: 经费审查委员会, opinion: 同意公开}\n    published: 2026-01-15", "",
      "disclosure-missing", at: (book25, "▲standard")),
  ]

  static let openings = [
    Mutation("the opening cash", book, "379.50", "▲379.05", "opening-mismatch"),
    Mutation("the opening bank", book, "29370.00", "▲29307.00", "opening-mismatch"),
    Mutation(
      "the first opening", book25, "500.00, bank: 20000.00", "500.00, bank: 20100.00", "opening-mismatch",
      at: (book, "▲29370.00")),
    Mutation(
      "the first opening, and the bank's statement", book25, "500.00, bank: 20000.00", "500.00, bank: 20100.00",
      "counted-mismatch", at: (book25, "▲24050.00")),
    Mutation(
      "no opening of the bank", book, "standard: 2021\nopening: {cash: 379.50, bank: 29370.00}",
      "▲standard: 2021\nopening: {cash: 379.50}", "opening-missing"),
    Mutation(
      "an adjustment", book, "budget:", "adjustments: 10.00\nbudget:", "closing-mismatch", at: (book, "▲24251.30")),
    Mutation("no book", book, correctBooks[book] ?? "", "", "opening-missing", at: (book, "▲")),
    Mutation("an opening that no sum holds", book, "29370.00", "▲90000000000000000.00", "amount-overflow"),
  ]

  static let budgets = [
    Mutation("a budget below what was spent", book, "amount: 11000", "amount: ▲9000", "over-budget"),
    Mutation("a budget below that of its parts", book, "amount: 12000", "amount: ▲1200", "budget-line"),
    Mutation(
      "no budget of an account", book, "  - {account: 50501 培训支出, amount: 1500}\n", "", "no-budget",
      at: (ledger, "▲50501")),
    Mutation("a budget twice", book, "50504 其他业务支出", "▲50501 培训支出", "budget-line"),
    Mutation("a budget of no account", book, "50501 培训支出", "▲50501 训练支出", "account-unknown"),
  ]

  static let all =
    figures + days + vouchers + accounts + references + reviews + sheets + openings + budgets
}

@Suite struct MutationTests {
  @Test func `Correct books give no diagnostic`() async throws {
    #expect(try await BuiltSite(correctBooks).said == [])
  }

  @Test(arguments: Mutation.all)
  func `One change to correct books is caught with its code at its place, and stops the publication`(
    _ mutation: Mutation
  ) async throws {
    let site = try await BuiltSite(mutation.files)
    let found = site.diagnostics.filter {
      $0.code == mutation.code && "\($0.place.path):\($0.place.line):\($0.place.column)" == mutation.place
    }
    #expect(found.count == 1, "\(mutation.code) at \(mutation.place), but \(site.said.joined(separator: "\n"))")
    // `build` publishes nothing of a compilation with errors, and `--strict` nothing of one with warnings.
    #expect(found.allSatisfy { $0.severity == .error ? site.diagnostics.containErrors : $0.severity == .warning })
  }

  @Test func `There are many of them, each with a name of its own`() {
    #expect(Mutation.all.count >= 80)
    #expect(Set(Mutation.all.map(\.testDescription)).count == Mutation.all.count)
  }
}
