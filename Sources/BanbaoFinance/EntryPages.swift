import BanbaoHTML
package import BanbaoSite
package import BanbaoSource
import BanbaoUnion

/// Where members find the entries of a record: the page of the account that they are booked to, at their month.
package struct EntryPages: Derived {
  private var byRecord: [String: String] = [:]
  private var byVoucher: [NumberedVoucher: String] = [:]

  private struct NumberedVoucher: Hashable {
    var year: Int
    var voucher: Voucher
  }

  /// Looks at the public entries once, for what they and the records name of each other.
  package init(_ library: Library) {
    let years = library.derived(PublicYears.self).years
    if years.isEmpty { return }
    let named = Set(Spender.all(in: library).flatMap(\.spending.vouchers).compactMap { wholeVoucher($0.value) })
    for year in years {
      for entry in year.ledger.entries {
        let month = entry.day.parts.month - 1
        guard year.months.contains(month) else { continue }
        if let record = year.ledger.record(entry) {
          if byRecord[record] == nil { byRecord[record] = entriesURL(year, entry.account, month: month) }
        } else if !named.isEmpty, named.contains(entry.voucher.whole) {
          let voucher = NumberedVoucher(year: year.year, voucher: entry.voucher.whole)
          if byVoucher[voucher] == nil { byVoucher[voucher] = entriesURL(year, entry.account, month: month) }
        }
      }
    }
  }

  /// Where the first entry stands that a record names or that names it; empty where none is public.
  package func url(ofRecord id: String, on day: Day, vouchers: [Located<String>]) -> String {
    if let url = byRecord[id] { return url }
    // What a year's last weeks cost is often booked in the next.
    for year in [day.parts.year, day.parts.year + 1] {
      for voucher in vouchers.compactMap({ wholeVoucher($0.value) }) {
        if let url = byVoucher[NumberedVoucher(year: year, voucher: voucher)] { return url }
      }
    }
    return ""
  }
}
