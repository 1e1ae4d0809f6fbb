package import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSite
package import BanbaoSource
import BanbaoTheme
import BanbaoUnion

// Over 300 lines: the names of a sheet's page stand beside the models that they show.

/// The page of a sheet: `finance/2026.html`, `finance/2026-h1.html`.
package func sheetPath(_ period: Period) -> String { "finance/\(period.code.lowercased()).html" }

/// What its page is called.
package func sheetTitle(_ period: Period) -> Wording {
  Wording("\(period.wording.zh)工会经费收支", en: "Union accounts of \(period.wording.en)")
}

/// The file of a sheet as a table: `finance/2026.csv`, `finance/2026-h1.csv`.
func sheetFilePath(_ period: Period) -> String { "finance/\(period.code.lowercased()).csv" }

extension Finance {
  static let sheetTemplate = Template<SheetOnPage>(
    "finance-sheet",
    .of(Sheet.names) { $0.facts },
    .words("heading") { sheetTitle($0.period) },
    .otherWords("heading2") { sheetTitle($0.period) },
    .list("periods", facetNames) { $0.periods },
    .flag("public") { $0.sheet != nil },
    .text("books_note") { $0.year.book.note },
    .words("waiting") { $0.waiting },
    .words("sentence") { $0.plainWords },
    .otherWords("sentence2") { $0.plainWords },
    .words("form_period") { $0.sheet?.wording },
    .list("columns", SheetOnPage.Column.names) { $0.columns },
    .list("lines", SheetOnPage.Line.names) { $0.lines },
    .list("phone_sides", PhoneSheet.Side.names) { $0.phoneSides },
    .view("review", reviewNames) { $0.disclosure?.review?.value },
    .list("signatures", SheetOnPage.Signature.names) { $0.signatures },
    .view("published", dayNames) { $0.disclosure?.published?.value },
    .words("note") { $0.note },
    .view("file", SheetOnPage.File.names) { $0.file },
    .view("sealed", SealOnPage.names) { $0.seal },
    .list("corrections", CorrectionOnPage.names) { $0.corrections },
    .list("currents", Table.names) { $0.currents },
    .list("budget_changes", Table.names) { $0.budgetChanges },
    .list("agreements", Agreement.names) { $0.agreements },
    .list("charts", ChartWithTable.names) { $0.charts })

  private static let reviewNames = Names<Book.Review>(
    .text("opinion") { $0.opinion?.value },
    .text("by") { $0.by?.value },
    .view("date", dayNames) { $0.date?.value })

  /// The page of a year's sheet, or of one that was disclosed.
  static func sheetPage(_ year: PublicYear, _ period: Period, _ all: PublicYears, _ library: Library) -> PagePlan {
    let disclosure = year.disclosure(period)
    let title = sheetTitle(period)
    let before = all[year.year - 1]
    let last = all.books[year.year - 1]
    return PagePlan(
      sheetTemplate, path: sheetPath(period), title: library.words(title),
      origin: disclosure.map { year.book.place($0.period.mark) } ?? Place(year.book.path), section: folder,
      crumbs: [.init(library.words(section), url: "\(folder)/index.html")]
        + (period.part == .year
          ? [] : [.init(library.words(Period(year.year).wording), url: sheetPath(Period(year.year)))]),
      lastModified: disclosure?.published?.value.iso ?? "", people: people(disclosure, year.book)
    ) {
      SheetOnPage(
        year: year, period: period, disclosure: disclosure, sheet: FinanceSheet(year, period, before: before),
        before: before, last: last, library: library)
    }
  }

  /// Who signed a published sheet is named by having signed.
  private static func people(_ disclosure: Book.Disclosure?, _ book: Book) -> [ShownPerson] {
    let reviewers = book.corrections.filter { $0.period.value == disclosure?.period.value }.map { $0.review?.value.by }
    return ([disclosure?.preparedBy, disclosure?.chair, disclosure?.review?.value.by] + reviewers).compactMap { name in
      name.map { ShownPerson(name: $0.value, isWhole: true, place: book.place($0.mark)) }
    }
  }
}

/// A sheet as its page shows it: the form, and what stands beside it. Before a sheet is public only who signs it is shown.
struct SheetOnPage: Sendable {
  let year: PublicYear
  let period: Period
  let disclosure: Book.Disclosure?
  /// Nil where nothing of the period is public.
  let sheet: FinanceSheet?
  let before: PublicYear?
  let last: YearBooks?
  let library: Library

  struct Column: Sendable {
    var label: Wording
    /// Whether paper has no room for it.
    var isExtra: Bool

    static let names = Names<Column>(.words("label") { $0.label }, .flag("extra") { $0.isExtra })
  }

  struct Line: Sendable {
    var role: String
    var number: String
    var name: Wording
    /// Whether the sheet tells 原预算.
    var isAdjusted: Bool
    var originalBudget: String
    var budget: String
    var amount: String
    var amountURL: String
    var other: String
    var otherURL: String
    var rate: String
    var share: String

    static let names = Names<Line>(
      .text("role") { $0.role },
      .text("number") { $0.number },
      .words("name") { $0.name },
      .flag("adjusted") { $0.isAdjusted },
      .text("original_budget") { $0.originalBudget },
      .text("budget") { $0.budget },
      .text("amount") { $0.amount },
      .address("amount_url") { $0.amountURL },
      .flag("amount_negative") { $0.amount.isNegative },
      .text("other") { $0.other },
      .address("other_url") { $0.otherURL },
      .flag("other_negative") { $0.other.isNegative },
      .text("rate") { $0.rate },
      .text("share") { $0.share })
  }

  struct Signature: Sendable {
    var label: Wording
    var value: String

    static let names = Names<Signature>(.words("label") { $0.label }, .text("value") { $0.value })
  }

  struct File: Sendable {
    var path: String
    var size: Int

    static let names = Names<File>(
      .address("url") { percentEncoded(path: $0.path) },
      .text("type") { _ in "CSV" },
      .text("size") { formatted(size: $0.size) })
  }

  fileprivate var periods: [FacetLink] {
    year.periods.map { Facet(label: library.words($0.shortWording), path: sheetPath($0), count: 0) }
      .links(current: sheetPath(period))
  }

  /// What a preview says of a sheet that members do not see.
  fileprivate var waiting: Wording? {
    let lacks = (disclosure.map { [$0] } ?? year.disclosures).compactMap { sheet in
      sheet.lack(on: library.today).map { (period: sheet.period.value.shortWording, lack: $0) }
    }
    guard !lacks.isEmpty else { return nil }
    let zh = lacks.map { "\($0.period.zh)收支表\($0.lack.zh)" }.joined(separator: "；")
    let en = lacks.map { "of the sheet of \($0.period.en), \($0.lack.en)" }.joined(separator: "; ")
    return Wording("只在预览中可见，不会发布：\(zh)。", en: "Seen in the preview only, never published: \(en).")
  }

  fileprivate var plainWords: Wording? { sheet?.plainWords(year.chart) }

  fileprivate var agreements: [Agreement] { sheet?.agreements(year, last: last) ?? [] }

  fileprivate var charts: [ChartWithTable] {
    (sheet?.charts(year, library, url: { url($0) }) ?? []).map {
      ChartWithTable($0.chart.drawn(library), $0.table)
    }
  }

  // MARK: The form

  fileprivate var columns: [Column] {
    guard let sheet else { return [] }
    let isWhole = sheet.months.count == 12
    let months = Wording(
      "（\(sheet.months.upperBound == 1 ? "" : "1—")\(sheet.months.upperBound)月）",
      en: " (to \(monthWords(sheet.months.upperBound).en))")
    let thisYear = Wording("本年数", en: "This year")
    let amounts =
      period.part == .year
      ? [
        isWhole ? thisYear : Wording(thisYear.zh + months.zh, en: thisYear.en + months.en),
        isWhole ? Wording("上年数", en: "Last year") : Wording("上年同期数", en: "Last year, same months"),
      ] : [Wording("本期数", en: "This period"), Wording("本年累计数", en: "Year to date")]
    let budgets =
      isAdjusted
      ? [Wording("原预算", en: "Budget as passed"), Wording("调整后预算", en: "Budget as changed")]
      : [Wording("预算", en: "Budget")]
    return ([Wording("项目", en: "Item")] + budgets + amounts).map {
      Column(label: $0, isExtra: false)
    } + [Wording("执行率", en: "Done"), Wording("占比", en: "Share")].map { Column(label: $0, isExtra: true) }
  }

  var lines: [Line] { sheet.map { sheet in sheet.lines.map { line($0, sheet) } } ?? [] }

  private func line(_ line: FinanceSheet.Line, _ sheet: FinanceSheet) -> Line {
    let isYear = period.part == .year
    let other = isYear ? line.lastYear : line.toDate
    var amountURL = ""
    var otherURL = ""
    if case .account(let account) = line.role {
      let (page, number) = (url(account), year.chart.accounts[account].number)
      amountURL = isYear || page.isEmpty ? page : "\(page)#\(periodAnchor(period))"
      otherURL = isYear ? lastURL(number, other) : page
    }
    return Line(
      role: role(line.role), number: line.number(year.chart), name: line.name(year.chart, isYear: isYear),
      isAdjusted: isAdjusted, originalBudget: line.originalBudget?.grouped ?? "",
      budget: line.budget?.grouped ?? "", amount: told(line.amount, line.role), amountURL: amountURL,
      other: isYear ? other?.grouped ?? "" : told(other, line.role), otherURL: otherURL, rate: line.rate?.text ?? "",
      share: line.share?.text ?? "")
  }

  /// A balance that cannot be told is missing; an adjustment that is not there is none.
  private func told(_ amount: Money?, _ role: FinanceSheet.Role) -> String {
    amount?.grouped ?? (role == .adjustments ? "" : missingMark)
  }

  private func role(_ role: FinanceSheet.Role) -> String {
    switch role {
    case .account(let account): year.chart.accounts[account].parent.isEmpty ? "account" : "subaccount"
    case .total, .difference: "total"
    case .opening, .closing, .adjustments: "balance"
    }
  }

  /// The page of an account; empty where there is none.
  private func url(_ account: Int) -> String {
    year.hasPage(account) ? percentEncoded(path: accountPath(year.year, year.chart.accounts[account].number)) : ""
  }

  /// The page of an account of the year before. It is there wherever that year's figure is not zero.
  private func lastURL(_ number: String, _ amount: Money?) -> String {
    // Between two standards numbers differ, and then the figure stands without its page.
    guard let amount, amount.fen != 0, Standard.inForce(in: year.year - 1) == year.chart.standard else { return "" }
    return percentEncoded(path: accountPath(year.year - 1, number))
  }

  fileprivate var note: Wording? {
    guard sheet != nil, period.part == .year else { return nil }
    let told = year.disclosedMonths
    let running =
      told > 0 && told < year.months.upperBound
      ? Wording(
        "\(told + 1)月起的流水还没有经过审查。", en: "Entries from \(monthWords(told + 1).en) on are not yet reviewed. ")
      : Wording("", en: "")
    guard let before, before.chart.standard != year.chart.standard else { return running }
    let standard = before.chart.standard.rawValue
    return Wording(
      running.zh + "上年执行\(standard)年的会计制度，没有对应科目的上年数只列入合计。",
      en: running.en
        + "The year before is under the accounting system of \(standard); what has no account of the same name here is in the totals only."
    )
  }

  // MARK: Beside the form

  fileprivate var facts: Sheet {
    var facts: [Fact] = []
    if let disclosure {
      let review = disclosure.review?.value
      facts = [
        Fact(Wording("公开日期", en: "Published"), disclosure.published.map { library.words($0.value) } ?? ""),
        Fact(Wording("编制", en: "Prepared by"), disclosure.preparedBy?.value ?? ""),
        Fact(Wording("工会主席", en: "Chair"), disclosure.chair?.value ?? ""),
        Fact(Wording("经费审查", en: "Reviewed by"), review?.by?.value ?? ""),
        Fact(Wording("审查日期", en: "Reviewed on"), review?.date.map { library.words($0.value) } ?? ""),
        Fact(Wording("审查意见", en: "Review"), review?.opinion?.value ?? (disclosure.review == nil ? missingMark : "")),
      ]
    }
    guard let sheet else { return Sheet(facts: facts) }
    let isYear = period.part == .year
    return Sheet(
      facts: facts,
      figures: [
        Figure(isYear ? Wording("年初结余", en: "Beginning") : Wording("期初结余", en: "Beginning"), sheet.amount(.opening)),
        Figure(Wording("收入", en: "Income"), sheet.amount(.total(.income))),
        Figure(Wording("支出", en: "Expense"), sheet.amount(.total(.expense))),
        Figure(Wording("期末结余", en: "End"), sheet.amount(.closing)),
      ])
  }

  /// Who signs: of 2021 by art. 64, of 2009 at the foot of 工会02表.
  fileprivate var signatures: [Signature] {
    let chair = disclosure?.chair?.value ?? ""
    let preparedBy = disclosure?.preparedBy?.value ?? ""
    guard year.chart.standard == .of2009 else {
      return [
        Signature(label: Wording("法定代表人", en: "Legal representative"), value: chair),
        Signature(label: Wording("主管会计工作负责人", en: "Head of finance"), value: ""),
        Signature(label: Wording("会计机构负责人", en: "Head of accounting"), value: ""),
        Signature(label: Wording("编制", en: "Prepared by"), value: preparedBy),
      ]
    }
    return [
      Signature(label: Wording("工会主席", en: "Chair"), value: chair),
      Signature(label: Wording("财务负责人", en: "Head of finance"), value: ""),
      Signature(label: Wording("复核", en: "Checked by"), value: ""),
      Signature(label: Wording("制表", en: "Prepared by"), value: preparedBy),
    ]
  }

  fileprivate var file: File? {
    sheet.map { File(path: sheetFilePath(period), size: sheetCSV($0, year).count) }
  }

  private var isAdjusted: Bool { !year.budgetChanges(of: period).isEmpty }

  /// 预算调整: what was changed by the period's end, when and by whom.
  fileprivate var budgetChanges: [Table] {
    guard sheet != nil, isAdjusted else { return [] }
    let accounts = year.chart.accounts
    var rows: [[Table.Cell]] = []
    var changes: [Book.BudgetChange] = []
    for change in year.budgetChanges(of: period) {
      let known = BudgetVersion(year.book.budget(with: changes), year.chart)
      changes.append(change)
      rows += change.items.map { item in
        [
          Table.Cell.day(library.words(change.date.value)), Table.Cell(change.decidedBy?.value ?? missingMark),
          Table.Cell(accounts[item.account].title, url: url(item.account)),
          known[item.account].map { .amount($0) } ?? Table.Cell(library.words(Wording("无", en: "none"))),
          .amount(item.amount.value),
        ]
      }
    }
    return [
      Table(
        caption: Wording("预算调整", en: "Changes of the budget"),
        columns: [
          Table.Column(label: Wording("日期", en: "Day")), Table.Column(label: Wording("议定", en: "Decided by")),
          Table.Column(label: Wording("科目", en: "Account")),
          Table.Column(label: Wording("调整前（元）", en: "Before, yuan"), isNumber: true),
          Table.Column(label: Wording("调整后（元）", en: "After, yuan"), isNumber: true),
        ], rows: rows)
    ]
  }

  /// 往来: accounts that are neither income nor expense, nor the funds themselves.
  fileprivate var currents: [Table] {
    guard let sheet else { return [] }
    let accounts = year.chart.accounts
    let rows = accounts.indices.filter {
      accounts[$0].side != .income && accounts[$0].side != .expense && accounts[$0].parent.isEmpty
        && !["101", "102"].contains(accounts[$0].number)
        && year.isUsed($0, months: sheet.months)
    }.map { account in
      [
        Table.Cell(accounts[account].title, url: url(account)),
        Table.Cell.amount(year.totals.amount(account, months: sheet.months)),
      ]
    }
    guard !rows.isEmpty else { return [] }
    return [
      Table(
        caption: Wording("往来款项（不算收入和支出）", en: "Current accounts (neither income nor expense)"),
        columns: [
          Table.Column(label: Wording("科目", en: "Account")),
          Table.Column(label: Wording("收进减付出（元）", en: "In less out, yuan"), isNumber: true),
        ], rows: rows)
    ]
  }
}
