package import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
import BanbaoTheme

/// 一年的账簿: the books of a year for the union's committee and its auditors. They show every entry, disclosed or not,
/// and are no part of the site.
package struct BookSet: Sendable {
  /// In the order of the list.
  private let pages: [BookPage]
  private let union: String
  private let year: Int
  private let note: String
  private let sealNotes: [String]
  /// How many doubts its list holds.
  package let doubtCount: Int

  /// Nil where the year has no books, or such as cannot be summed.
  ///
  /// - Parameters:
  ///   - diagnostics: what was found wrong with the site.
  ///   - rules: those that diagnostics may be of, for the reason of each doubt.
  package init?(
    _ year: Int, in library: Library, _ diagnostics: [Diagnostic], rules: [Rule] = Books.rules + Finance.rules
  ) {
    guard let books = library.register(Books.self), let own = books[year],
      let booked = BookedYear(own, today: library.today)
    else { return nil }
    self.year = year
    union = library.settings.union
    note = booked.book.note
    sealNotes = booked.sealNotes
    let doubts = diagnostics.filter { BookSet.concerns($0, year: year) && $0.severity == .warning }
    doubtCount = doubts.count
    pages = [
      booked.trialBalance(), booked.generalLedger(), booked.detailLedger(), booked.journal(.cash),
      booked.journal(.bank),
      booked.reconciliationBook(), booked.balanceSheet(), booked.incomeStatement(), booked.budgetBook(),
      booked.receivables(), booked.projects(), booked.doubts(doubts, rules), booked.voucherSheets(),
    ]
  }

  /// The years of which a site has books, ascending.
  package static func years(in library: Library) -> [Int] {
    (library.register(Books.self)?.years ?? []).filter { $0.ledger != nil }.map(\.year)
  }

  /// Whether something is wrong with the books of a year: with what stands in its folder, or with what records say of it.
  package static func concerns(_ diagnostic: Diagnostic, year: Int) -> Bool {
    let parts = diagnostic.place.path.split(separator: "/")
    if let folder = parts.firstIndex(of: "finance"), parts.indices.contains(folder + 1) {
      return Int(parts[folder + 1]) == year || Int(parts[folder + 1]) == year - 1 && diagnostic.severity == .error
    }
    return codes.contains(diagnostic.code)
  }

  private static let codes = Set((Books.rules + Finance.rules).map(\.code))

  /// Every file of the set, by its name in the folder.
  package func files() -> [(name: String, bytes: [UInt8])] {
    let source = TemplateFile(name: "book", path: "book", bytes: Array(bookTemplate.utf8))
    let (theme, _) = Theme.compile([source], pages: [PrintedBook.template.declaration])
    func html(_ page: BookPage, table: String) -> [UInt8] {
      let printed = PrintedBook(page: page, union: union, year: year, note: note, table: table)
      var bytes: [UInt8] = []
      theme.render("book", [PrintedBook.template.names.view(of: printed, in: .chinese)], into: &bytes)
      return bytes
    }
    return [("index.html", html(index(pages), table: ""))]
      + pages.flatMap { page in
        page.pages.map { ("\($0.name).html", html($0, table: "\(page.name).csv")) }
      } + tables
  }

  /// The CSV files of the set, by their names in the folder.
  package var tables: [(name: String, bytes: [UInt8])] { pages.map { ("\($0.name).csv", $0.csv) } }

  /// The parts of `books.xlsx`, a sheet a book, to be packed into an archive in their order.
  package var workbookParts: [(name: String, bytes: [UInt8])] { BookWorkbook(pages: pages).parts }

  private func index(_ pages: [BookPage]) -> BookPage {
    let list = pages.map { page in
      BookPage.Row([
        .link(page.title, to: "\(page.name).html"), .link("\(page.name).csv", to: "\(page.name).csv"),
      ])
    }
    let workbook = BookPage.Row([.text("全部账簿，一本一张表"), .link("books.xlsx", to: "books.xlsx")])
    return BookPage(
      name: "index", title: "账簿", columns: BookPage.Column.texts("账簿", "表格"),
      sections: [BookPage.Section(rows: list + [workbook])],
      notes: ["账簿列出全部分录，不论是否公开，供工会委员会和经费审查委员会使用，不要放到网站上。"] + sealNotes)
  }
}
