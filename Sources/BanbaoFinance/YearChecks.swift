import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoUnion

// Over 300 lines: what a year's books say against others goes over its budget and sheets together.

extension Books {
  /// What one year's books say against the year before, the budget and the day (DomainNotes 1.7, F2, F8, F9).
  func check(_ library: Library) -> [Diagnostic] {
    years.flatMap { year in
      joins(year) + (year.ledger.map { budget(year, $0, library.today) } ?? []) + sheets(year, library)
    }
  }

  /// F2: what a fund holds at the year's beginning is what it held at the end of the year before.
  private func joins(_ year: YearBooks) -> [Diagnostic] {
    guard let before = self[year.year - 1], let book = year.book, let last = before.ledger, last.isWhole,
      before.totals?.overflow == nil
    else { return [] }
    let differences = Fund.allCases.map { fund -> Int64 in
      guard let stated = book.opening?[fund], let closing = before.balance(fund, after: 12) else { return 0 }
      return stated.value.fen &- closing.fen
    }
    // The last year's adjustments do not say in which fund they lie, nor whether they are money at all.
    let adjusted = before.book?.adjustments?.value.fen ?? 0
    let isAdjusted = differences == [adjusted, 0] || differences == [0, adjusted]
    let funds: [Diagnostic] =
      isAdjusted
      ? []
      : Fund.allCases.compactMap { fund in
        guard let stated = book.opening?[fund], let closing = before.balance(fund, after: 12), stated.value != closing
        else { return nil }
        return joins(
          year, book, Wording(fund.rawValue, en: fund.english.lowercased()), stated, closing,
          at: before.closingPlace(fund, last))
      }
    return funds + accounts(year, book, before, last)
  }

  /// What an opening states by account, against what the account closed with.
  private func accounts(_ year: YearBooks, _ book: Book, _ before: YearBooks, _ last: Ledger) -> [Diagnostic] {
    guard let closings = before.balances(after: 12)?.carried(to: year.chart) else { return [] }
    return (book.opening?.accounts ?? []).compactMap { item in
      let account = year.chart.accounts[item.account]
      let closing = closings.of(item.account)
      guard !year.chart.isResult(account), item.amount.value != closing else { return nil }
      return joins(
        year, book, Wording(account.title, en: account.title), item.amount, closing, at: Place(last.path))
    }
  }

  private func joins(
    _ year: YearBooks, _ book: Book, _ name: Wording, _ stated: Located<Money>, _ closing: Money, at last: Place
  ) -> Diagnostic {
    let difference = Money(fen: stated.value.fen &- closing.fen)
    return YearRules.opening.at(
      book.place(stated.mark),
      Wording(
        "\(year.year) 年期初\(name.zh)写 \(stated.value.grouped)，\(year.year - 1) 年期末是 \(closing.grouped)，差 \(difference.grouped)",
        en:
          "\(year.year) opens with \(stated.value.grouped) in \(name.en), \(year.year - 1) closed with \(closing.grouped), a difference of \(difference.grouped)"
      ),
      help: Wording(
        "期初等于上年期末；确有调整的写在“\(book.keys[Book.Keys.adjustments])”里",
        en: "the opening is the last closing; what was adjusted stands in \(book.keys[Book.Keys.adjustments])"),
      related: [Related(last, Wording("上年\(name.zh)的最后一笔", en: "the last entry in \(name.en) of the year before"))])
  }

  /// F8: no expense without budget, none beyond it. Only where there is a budget at all.
  private func budget(_ year: YearBooks, _ ledger: Ledger, _ today: Day) -> [Diagnostic] {
    guard let book = year.book, !book.budget.isEmpty, let totals = year.totals, ledger.isWhole, totals.overflow == nil
    else { return [] }
    var diagnostics: [Diagnostic] = []
    let accounts = year.chart.accounts
    let inForce = book.budget(on: today)
    let budgeted = Dictionary(inForce.map { ($0.account, $0) }, uniquingKeysWith: { first, _ in first })
    for line in inForce where accounts[line.account].side == .expense {
      let spent = totals.amount(line.account, months: 0..<12)
      guard spent > line.amount.value else { continue }
      diagnostics.append(
        YearRules.overBudget.at(
          book.place(line.amount.mark),
          Wording(
            "\(accounts[line.account].title)支出 \(spent.grouped)，超过预算 \(line.amount.value.grouped)",
            en:
              "\(accounts[line.account].title) spent \(spent.grouped), more than its budget of \(line.amount.value.grouped)"
          ),
          help: Wording(
            "按原程序调整预算，写进“\(book.keys[Book.Keys.budgetChanges])”",
            en:
              "change the budget by the procedure that passed it, and write it under \(book.keys[Book.Keys.budgetChanges])"
          ),
          related: [Related(Place(ledger.path), Wording("账本", en: "the ledger"))]))
    }
    var blamed = Set<Int>()
    for entry in ledger.entries where accounts[entry.account].side == .expense {
      guard !year.chart.lineage(of: entry.account).contains(where: { budgeted[$0] != nil }),
        blamed.insert(entry.account).inserted
      else { continue }
      let spent = totals.ownAmount(entry.account, months: 0..<12)
      diagnostics.append(
        YearRules.noBudget.at(
          ledger.place(entry, .account),
          Wording(
            "\(accounts[entry.account].title)没有预算，支出了 \(spent.grouped)",
            en: "\(accounts[entry.account].title) has no budget, and spent \(spent.grouped)"),
          help: Wording(
            "在 book.yaml 的“\(book.keys[Book.Keys.budget])”里加上这个科目",
            en: "add the account to \(book.keys[Book.Keys.budget]) in book.yaml"),
          related: [Related(Place(book.path), Wording("预算", en: "the budget"))]))
    }
    return diagnostics
  }

  // MARK: Sheets

  /// F9: every half year is disclosed within a month of its end, and reviewed before.
  private func sheets(_ year: YearBooks, _ library: Library) -> [Diagnostic] {
    guard let book = year.book, year.ledger != nil else { return [] }
    var diagnostics: [Diagnostic] = []
    for disclosure in book.disclosures where disclosure.period.value.year == year.year {
      diagnostics += told(disclosure, book, library.today) + reviewed(disclosure, book)
    }
    diagnostics += SealRules.future(book, on: library.today)
    for (period, due) in missingSheets(year, library.today) where due < library.today {
      let form =
        "{\(book.keys[Book.DisclosureKeys.period]): \(period.code.dropFirst(5)), \(book.keys[Book.DisclosureKeys.published]): …}"
      diagnostics.append(
        YearRules.missing.at(
          Place(book.path, line: 1, column: 1),
          Wording(
            "\(period.wording.zh)的收支还没有公开（期限 \(due.chinese)）",
            en: "the sheet of \(period.wording.en) is not published (due \(due.iso))"),
          help: Wording(
            "审查以后，在“\(book.keys[Book.Keys.disclosures])”里加上 \(form)",
            en: "after its review add \(form) to \(book.keys[Book.Keys.disclosures])")))
    }
    return diagnostics
  }

  /// When a sheet was shown to members.
  private func told(_ disclosure: Book.Disclosure, _ book: Book, _ today: Day) -> [Diagnostic] {
    let period = disclosure.period.value
    let due = period.sheetDue
    guard let published = disclosure.published else {
      guard today > period.span.last, let lack = disclosure.lack(on: today) else { return [] }
      let review =
        disclosure.review == nil
        ? Wording(" \(book.reviewForm) 和", en: " \(book.reviewForm) and") : Wording("", en: "")
      // Until it is due it is only not there yet.
      var fault =
        YearRules.missing.at(
          book.place(disclosure.period.mark),
          Wording(
            "\(period.wording.zh)的收支表\(lack.zh)，会员还看不到（期限 \(due.chinese)）",
            en: "members do not see the sheet of \(period.wording.en): \(lack.en) (due \(due.iso))"),
          help: Wording(
            "审查、公开以后，加上\(review.zh) \(book.keys[Book.DisclosureKeys.published]): 公开的那一天",
            en:
              "once it is reviewed and shown, add\(review.en) \(book.keys[Book.DisclosureKeys.published]): with the day on which it was shown"
          ))
      if today <= due { fault.severity = .note }
      return [fault]
    }
    if published.value <= period.span.last {
      return [
        YearRules.early.at(
          book.place(published.mark),
          Wording(
            "公开日期 \(published.value.iso) 在\(period.wording.zh)结束之前",
            en: "the sheet was published on \(published.value.iso), before the end of \(period.wording.en)"),
          help: Wording("期末以后才能公开全期收支；核对期间和日期", en: "a sheet is published after its period's end: check both"),
          related: [Related(book.place(disclosure.period.mark), Wording("期间", en: "the period"))])
      ]
    }
    guard published.value > due else { return [] }
    return [
      YearRules.late.at(
        book.place(published.mark),
        Wording(
          "\(period.wording.zh)收支 \(published.value.chinese)才公开，晚于 \(due.chinese)",
          en: "the sheet of \(period.wording.en) was published on \(published.value.iso), after \(due.iso)"),
        help: Wording("期末后一个月内公开", en: "publish it within a month"))
    ]
  }

  /// Whether the audit committee saw a sheet between its period's end and its publication, and not its own work.
  private func reviewed(_ disclosure: Book.Disclosure, _ book: Book) -> [Diagnostic] {
    let period = disclosure.period.value
    guard let review = disclosure.review else {
      guard disclosure.published != nil else { return [] }
      return [
        YearRules.review.at(
          book.place(disclosure.period.mark),
          Wording(
            "\(period.wording.zh)收支没有经审意见，会员看不到这张表",
            en: "the sheet of \(period.wording.en) has no review, so members do not see it"),
          help: Wording("加上 \(book.reviewForm)", en: "add \(book.reviewForm)"))
      ]
    }
    let parts = review.value
    let lacking = [
      (parts.date == nil, Book.ReviewKeys.date.label), (parts.by == nil, Book.ReviewKeys.by.label),
      (parts.opinion == nil, Book.ReviewKeys.opinion.label),
    ].filter(\.0).map(\.1)
    var diagnostics: [Diagnostic] = []
    if !lacking.isEmpty {
      diagnostics.append(
        YearRules.review.at(
          book.place(review.mark),
          Wording(
            "\(period.wording.zh)收支的经审意见缺少\(lacking.map(\.zh).joined(separator: "、"))，会员看不到这张表",
            en:
              "the review of \(period.wording.en) lacks \(lacking.map { $0.en.lowercased() }.joined(separator: ", ")), so members do not see the sheet"
          ),
          help: Wording("写全 \(book.reviewForm)", en: "write \(book.reviewForm)")))
    }
    if let opinion = parts.opinion, let published = disclosure.published, disclosure.isRefused {
      diagnostics.append(
        YearRules.refused.at(
          book.place(opinion.mark),
          Wording(
            "经审会没有同意\(period.wording.zh)的收支表，却写了公开日期",
            en: "the audit committee did not agree to the sheet of \(period.wording.en), which has a day of publication"
          ),
          help: Wording(
            "删去“\(book.keys[Book.DisclosureKeys.published])”；改正后重新审查，写上新的意见",
            en:
              "delete \(book.keys[Book.DisclosureKeys.published]); once it is mended and reviewed again, write the new opinion"
          ),
          related: [Related(book.place(published.mark), Wording("公开日期", en: "the day of publication"))]))
    }
    if let day = parts.date, day.value <= period.span.last {
      diagnostics.append(
        YearRules.reviewDay.at(
          book.place(day.mark),
          Wording(
            "经审意见的日期 \(day.value.iso) 在\(period.wording.zh)结束之前",
            en: "the review of \(day.value.iso) lies before the end of \(period.wording.en)"),
          help: Wording("期末以后才能审查全期收支", en: "a period is reviewed after its end"),
          related: [Related(book.place(disclosure.period.mark), Wording("期间", en: "the period"))]))
    } else if let day = parts.date, let published = disclosure.published, day.value > published.value {
      diagnostics.append(
        YearRules.reviewDay.at(
          book.place(day.mark),
          Wording(
            "经审意见 \(day.value.iso) 晚于公开日期 \(published.value.iso)",
            en: "the review of \(day.value.iso) lies after the publication on \(published.value.iso)"),
          help: Wording("先审查，后公开", en: "review first, publish afterwards"),
          related: [Related(book.place(published.mark), Wording("公开日期", en: "the day of publication"))]))
    }
    let (preparer, chair) = (disclosure.preparedBy, disclosure.chair)
    if let by = parts.by,
      let own = [preparer, chair].compactMap({ $0 }).first(where: { name in
        by.value.split(whereSeparator: { "、，,；;/（）() ".contains($0) }).contains { $0 == name.value }
      })
    {
      diagnostics.append(
        YearRules.ownReview.at(
          book.place(by.mark),
          Wording("审查人“\(by.value)”就是编制人或主席", en: "the reviewer “\(by.value)” prepared the sheet or chairs the union"),
          help: Wording("由经费审查委员会审查", en: "the audit committee reviews it"),
          related: [Related(book.place(own.mark), Wording("同一个人", en: "the same person"))]))
    }
    return diagnostics
  }

  /// What the books of a year still have to show, and by when: each half-year, unless its quarters or the year stand for
  /// it. Books from before the last year are left in peace.
  func missingSheets(_ year: YearBooks, _ today: Day) -> [(period: Period, due: Day)] {
    guard let book = year.book else { return [] }
    let told = Set(book.disclosures.map(\.period.value))
    // The year's own sheet comes too late to stand for its first half.
    return untoldHalves(of: year.year, told, on: today).filter { half in
      // Before the opening day nothing was booked.
      let isKept = year.begins.map { $0 <= half.span.last } ?? true
      return isKept && (half.part == .half(1) || !told.contains(Period(year.year)))
    }
    .map { ($0, $0.sheetDue) }
  }
}

/// The halves of a year that are over on a day and told of by no sheet of their own, nor by those of their quarters. None
/// of books from before the last year, which are archives.
func untoldHalves(of year: Int, _ told: Set<Period>, on today: Day) -> [Period] {
  guard year >= today.year - 1 else { return [] }
  return [1, 2].compactMap { number in
    let half = Period(year, .half(number))
    let quarters = [Period(year, .quarter(number * 2 - 1)), Period(year, .quarter(number * 2))]
    return today > half.span.last && !told.contains(half) && !told.isSuperset(of: quarters) ? half : nil
  }
}

extension Period {
  /// By when its sheet is to be published: 期末后一个月.
  var sheetDue: Day { span.last.adding(days: 31) }
}

extension YearBooks {
  /// The last entry of a fund, or the ledger where it has none.
  fileprivate func closingPlace(_ fund: Fund, _ ledger: Ledger) -> Place {
    let last = ledger.entries.filter { $0.fund == fund }.max { ($0.day, $0.offset) < ($1.day, $1.offset) }
    return last.map { ledger.place($0, .fund) } ?? Place(ledger.path)
  }
}
