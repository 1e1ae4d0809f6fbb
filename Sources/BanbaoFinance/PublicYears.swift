package import BanbaoSite
import BanbaoSource

/// What is public of the books of all years on the site's day.
package struct PublicYears: Derived {
  let books: Books
  /// Newest first.
  package let years: [PublicYear]
  let today: Day

  /// None where the site keeps no books.
  package init(_ library: Library) {
    books = library.register(Books.self) ?? Books(years: [])
    today = library.today
    years = books.years.reversed().compactMap { PublicYear($0, today: library.today, showsDrafts: library.showsDrafts) }
  }

  /// Of which years anything is public.
  package var numbers: Set<Int> { Set(years.map(\.year)) }

  /// What is public of one year; nil where it has no books, or such as cannot be summed.
  package subscript(year: Int) -> PublicYear? { years.first { $0.year == year } }

  /// The halves that are over and shown by no sheet, of the years whose books are not yet archives.
  func undisclosed(_ year: PublicYear) -> [Period] {
    let told = Set(year.disclosures.map(\.period.value))
    return told.contains(Period(year.year)) ? [] : untoldHalves(of: year.year, told, on: today)
  }
}
