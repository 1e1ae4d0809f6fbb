package import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSite
package import BanbaoSource
import BanbaoTheme
import BanbaoUnion

/// The page of a sheet: `finance/2026.html`, `finance/2026-h1.html`.
package func sheetPath(_ period: Period) -> String { "finance/\(period.code.lowercased()).html" }

/// What its page is called.
package func sheetTitle(_ period: Period) -> Wording {
  Wording("\(period.wording.zh)工会经费收支", en: "Union accounts of \(period.wording.en)")
}

/// The file of a sheet as a table: `finance/2026.csv`, `finance/2026-h1.csv`.
func sheetFilePath(_ period: Period) -> String { "finance/\(period.code.lowercased()).csv" }

extension Finance {
  static let sheetPageShape: ViewShape = sheetShape.merging([
    "heading": .text, "heading2": .text, "periods": .list(facetShape), "public": .flag, "books_note": .text,
    "sentence": .text,
    "sentence2": .text, "form_period": .text, "columns": .list(["label": .text, "extra": .flag]),
    "lines": .list([
      "role": .text, "number": .text, "name": .text, "budget": .text, "amount": .text, "amount_url": .text,
      "other": .text, "other_url": .text, "rate": .text, "share": .text,
    ]),
    "review": .view(["opinion": .text, "by": .text, "date": .view(dayShape)]),
    "signatures": .list(["label": .text, "value": .text]), "published": .view(dayShape),
    "note": .text, "file": .view(["url": .text, "type": .text, "size": .text]),
    "currents": .list(tableShape), "agreements": .list(agreementShape),
    "charts": .list(chartShape.merging(["tables": .list(tableShape)])),
  ])

  /// The page of a year's sheet, or of one that was disclosed.
  static func sheetPage(_ year: PublicYear, _ period: Period, _ all: PublicYears, _ library: Library) -> PagePlan {
    let disclosure = year.disclosure(period)
    let title = sheetTitle(period)
    let before = all[year.year - 1]
    let last = all.books[year.year - 1]
    return PagePlan(
      path: sheetPath(period), template: "finance-sheet", title: library.words(title),
      origin: disclosure.map { year.book.place($0.period.mark) } ?? Place(year.book.path), section: folder,
      crumbs: [.init(library.words(section), url: "\(folder)/index.html")]
        + (period.part == .year
          ? [] : [.init(library.words(Period(year.year).wording), url: sheetPath(Period(year.year)))]),
      lastModified: disclosure?.published?.value.iso ?? "", people: people(disclosure, year.book)
    ) {
      var view: View = [
        "heading": .text(library.words(title)), "heading2": .text(library.otherWords(title)),
        "periods": year.periods.map {
          Facet(label: library.words($0.shortWording), path: sheetPath($0), count: 0)
        }.views(current: sheetPath(period)),
      ]
      view.append(SheetView(year: year, period: period, disclosure: disclosure, library: library).view(before, last))
      return view
    }
  }

  /// Who signed a published sheet is named by having signed.
  private static func people(_ disclosure: Book.Disclosure?, _ book: Book) -> [ShownPerson] {
    [disclosure?.preparedBy, disclosure?.chair, disclosure?.review?.value.by].compactMap { name in
      name.map { ShownPerson(name: $0.value, isWhole: true, place: book.place($0.mark)) }
    }
  }
}

/// Makes what the page of a sheet sees.
private struct SheetView {
  let year: PublicYear
  let period: Period
  let disclosure: Book.Disclosure?
  let library: Library

  private func words(_ zh: String, _ en: String) -> String { library.words(Wording(zh, en: en)) }

  func view(_ before: PublicYear?, _ last: YearBooks?) -> View {
    let sheet = FinanceSheet(year, period, before: before)
    var view: View = [
      "public": .flag(sheet != nil), "books_note": .text(year.book.note),
      "published": disclosure?.published.map { .view(library.view($0.value)) } ?? .absent, "review": review,
      "signatures": .list(signatures.map(signature)),
    ]
    view.append(facts(sheet).view(library))
    guard let sheet else {
      for field in Finance.sheetPageShape.fields
      where view[field.name] == nil
        && !["heading", "heading2", "periods"].contains(field.name)
      { view.set(field.name, .absent) }
      return view
    }
    let plain = sheet.plainWords(year.chart)
    view.append([
      "sentence": .text(library.words(plain)), "sentence2": .text(library.otherWords(plain)),
      "form_period": .text(library.words(sheet.wording)), "columns": .list(columns(sheet, before)),
      "lines": .list(sheet.lines.map { line($0, sheet) }), "note": .text(note(before)), "file": .view(file(sheet)),
      "currents": .list(currents(sheet).map { $0.view(library) }),
      "agreements": .list(sheet.agreements(year, last: last).map { $0.view(library) }),
      "charts": .list(
        sheet.charts(year, library, url: { url($0) }).map { charted in
          var view = charted.chart.view(library)
          view.append(["tables": .list([charted.table.view(library)])])
          return view
        }),
    ])
    return view
  }

  // MARK: The form

  private func columns(_ sheet: FinanceSheet, _ before: PublicYear?) -> [View] {
    let isWhole = sheet.months.count == 12
    let months = words(
      "（\(sheet.months.upperBound == 1 ? "" : "1—")\(sheet.months.upperBound)月）",
      " (to \(monthWords(sheet.months.upperBound).en))")
    let amounts: [String] =
      period.part == .year
      ? [
        isWhole ? words("本年数", "This year") : words("本年数", "This year") + months,
        isWhole ? words("上年数", "Last year") : words("上年同期数", "Last year, same months"),
      ] : [words("本期数", "This period"), words("本年累计数", "Year to date")]
    let all =
      [(words("项目", "Item"), false), (words("预算", "Budget"), false)] + amounts.map { ($0, false) }
      + [(words("执行率", "Done"), true), (words("占比", "Share"), true)]
    return all.map { ["label": .text($0.0), "extra": .flag($0.1)] }
  }

  private func line(_ line: FinanceSheet.Line, _ sheet: FinanceSheet) -> View {
    let isYear = period.part == .year
    let other = isYear ? line.lastYear : line.toDate
    var amountURL = ""
    var otherURL = ""
    if case .account(let account) = line.role {
      let (page, number) = (url(account), year.chart.accounts[account].number)
      amountURL = isYear || page.isEmpty ? page : "\(page)#\(periodAnchor(period))"
      otherURL = isYear ? lastURL(number, other) : page
    }
    return [
      "role": .text(role(line.role)), "number": .text(line.number(year.chart)),
      "name": .text(library.words(line.name(year.chart, isYear: isYear))),
      "budget": .text(line.budget?.grouped ?? ""), "amount": .text(told(line.amount, line.role)),
      "amount_url": .text(amountURL), "other": .text(isYear ? other?.grouped ?? "" : told(other, line.role)),
      "other_url": .text(otherURL), "rate": .text(line.rate?.text ?? ""), "share": .text(line.share?.text ?? ""),
    ]
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

  private func note(_ before: PublicYear?) -> String {
    guard period.part == .year else { return "" }
    let told = year.disclosedMonths
    let running =
      told > 0 && told < year.months.upperBound
      ? words(
        "\(told + 1)月起的流水还没有经过审查。", "Entries from \(monthWords(told + 1).en) on are not yet reviewed. ") : ""
    guard let before, before.chart.standard != year.chart.standard else { return running }
    return running
      + words(
        "上年执行\(before.chart.standard.rawValue)年的会计制度，没有对应科目的上年数只列入合计。",
        "The year before is under the accounting system of \(before.chart.standard.rawValue); what has no account of the same name here is in the totals only."
      )
  }

  // MARK: Beside the form

  private func facts(_ sheet: FinanceSheet?) -> Sheet {
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

  private var review: ViewValue {
    guard let review = disclosure?.review?.value else { return .absent }
    return .view([
      "opinion": .text(review.opinion?.value ?? ""), "by": .text(review.by?.value ?? ""),
      "date": review.date.map { .view(library.view($0.value)) } ?? .absent,
    ])
  }

  /// Who signs: of 2021 by art. 64, of 2009 at the foot of 工会02表.
  private var signatures: [(label: Wording, value: String)] {
    let chair = disclosure?.chair?.value ?? ""
    let preparedBy = disclosure?.preparedBy?.value ?? ""
    guard year.chart.standard == .of2009 else {
      return [
        (Wording("法定代表人", en: "Legal representative"), chair),
        (Wording("主管会计工作负责人", en: "Head of finance"), ""), (Wording("会计机构负责人", en: "Head of accounting"), ""),
        (Wording("编制", en: "Prepared by"), preparedBy),
      ]
    }
    return [
      (Wording("工会主席", en: "Chair"), chair), (Wording("财务负责人", en: "Head of finance"), ""),
      (Wording("复核", en: "Checked by"), ""), (Wording("制表", en: "Prepared by"), preparedBy),
    ]
  }

  private func signature(_ label: Wording, _ value: String) -> View {
    ["label": .text(library.words(label)), "value": .text(value)]
  }

  private func file(_ sheet: FinanceSheet) -> View {
    [
      "url": .text(percentEncoded(path: sheetFilePath(period))), "type": .text("CSV"),
      "size": .text(formatted(size: sheetCSV(sheet, year.chart).count)),
    ]
  }

  /// 往来: accounts that are neither income nor expense, nor the funds themselves.
  private func currents(_ sheet: FinanceSheet) -> [Table] {
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
