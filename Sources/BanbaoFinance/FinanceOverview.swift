package import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
package import BanbaoTheme
import BanbaoUnion

/// 财务公开: what the books prove, and the pages that show it.
package struct Finance: Overview {
  let library: Library
  let books: Books
  /// What of them is public.
  let all: PublicYears

  /// Nil where the site keeps no books, or all of them are drafts.
  package init?(_ library: Library) {
    guard let books = library.register(Books.self), !books.years.isEmpty else { return nil }
    self.library = library
    self.books = books
    all = library.derived(PublicYears.self)
  }

  package static let templates: [TemplateDeclaration] = [
    listTemplate.declaration, sheetTemplate.declaration, accountTemplate.declaration,
  ]

  package static let rules =
    CostRules.all + YearRules.all + PersonRules.all + VoucherDoubtRules.all + PaymentDoubtRules.all + DebtDoubtRules.all
    + PurposeDoubtRules.all + BudgetDoubtRules.all + TransitRules.all

  package func check() -> [Diagnostic] { checks().flatMap { $0() } }

  /// Of a long ledger each rule takes a while: each is a part of its own.
  package func checks() -> [Check] {
    let ofPersons = books.years.map { year -> Check in
      {
        year.ledger?.personFaults(
          notNames: year.book?.notNames.map(\.value) ?? [], year.book?.keys ?? .chinese) ?? []
      }
    }
    let ofYears: Check = {
      books.years.flatMap { $0.personDetails() } + staleness()
        + books.years.flatMap { year in
          (year.ledger.map(entriesAhead) ?? []) + [ledgerMissing(year)].compactMap { $0 }
        }
    }
    return [{ books.check(library) }, { checkCosts(books, library) }] + books.doubts(library) + ofPersons + [ofYears]
  }

  /// The book of a year to come may hold its budget alone.
  private func ledgerMissing(_ books: YearBooks) -> Diagnostic? {
    guard let book = books.book, books.lacksLedger, books.year <= library.today.year else { return nil }
    return LedgerRules.absent.at(
      Place(book.path),
      Wording("\(books.year) 年有 book.yaml，没有账本 ledger.csv", en: "there is a book of \(books.year) and no ledger.csv"),
      help: Wording(
        "把账本另存为 ledger.xlsx 或 ledger.csv，放在同一个文件夹", en: "save the ledger as ledger.xlsx or ledger.csv beside it"))
  }

  /// What was paid or taken in cannot be of a day to come.
  private func entriesAhead(_ ledger: Ledger) -> [Diagnostic] {
    ledger.entries.filter { $0.day > library.today && $0.day.year == ledger.year }.map { entry in
      LedgerRules.ahead.at(
        ledger.place(entry, .date),
        Wording(
          "\(entry.day.iso) 还没有到，这一行没有计入公开的数字",
          en: "\(entry.day.iso) has not come yet: no published figure counts this line"),
        help: Wording("核对日期：账本记的是已经收付的钱", en: "check the day: a ledger holds what was paid"))
    }
  }

  package static let news: (folder: String, name: Wording)? = (folder, Wording("财务", en: "Accounts"))

  /// The last sheet that was published, where `thresholds` wants news of the accounts.
  private func staleness() -> [Diagnostic] {
    let published = books.years.flatMap { year in
      (year.book?.disclosures ?? []).compactMap { disclosure in
        disclosure.published.flatMap { day in
          disclosure.isPublic(on: library.today) ? year.book.map { (day: day.value, place: $0.place(day.mark)) } : nil
        }
      }
    }
    guard let newest = published.max(by: { $0.day < $1.day }) else { return [] }
    return library.staleness(
      of: Self.folder, Self.section, since: newest.day, newest.place,
      help: Wording("最近一次公开在这一天", en: "the last sheet was published on this day"))
  }

  package static var sections: [String] { [folder] }

  package func menu() -> [MenuItem] {
    [MenuItem(target: Self.folder, label: library.words(Self.section), url: "\(Self.folder)/index.html", order: 0)]
  }

  /// The sheets that are to be published, and those that lack their review.
  package func due() -> [Due] {
    books.years.flatMap { year -> [Due] in
      guard let book = year.book, year.ledger != nil else { return [] }
      let title = library.words(sheetTitle(Period(year.year)))
      let missing = books.missingSheets(year, library.today).map { period, day in
        Due(
          place: Place(book.path, line: 1, column: 1), title: title,
          task: Wording("公开\(period.wording.zh)收支", en: "publish the sheet of \(period.wording.en)"), day: day,
          remedy: Wording(
            "经审会审查后，在 \(book.path) 的“\(book.keys[Book.Keys.disclosures])”里加一项",
            en: "after the review, add it to \(book.keys[Book.Keys.disclosures]) in \(book.path)"))
      }
      let unreviewed = book.disclosures.filter { $0.review?.value.date == nil && $0.period.value.year == year.year }.map
      {
        Due(
          place: book.place($0.period.mark), title: title,
          task: Wording(
            "\(($0.period.value).wording.zh)收支补上经审意见", en: "add the review of \($0.period.value.wording.en)"),
          day: $0.period.value.sheetDue,
          remedy: Wording(
            "在 \(book.path) 写上 \(book.reviewForm)", en: "write \(book.reviewForm) in \(book.path)"))
      }
      return missing + unreviewed
    }
  }
}
