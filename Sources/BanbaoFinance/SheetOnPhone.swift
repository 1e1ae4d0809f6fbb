import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource
import BanbaoTheme
import BanbaoUnion

/// The form as a phone shows it: a line for each account of the first level, which opens to what it is made of.
struct PhoneSheet: Sendable {
  /// 收入 or 支出.
  struct Side: Sendable {
    var total: SheetOnPage.Line
    var accounts: [PhoneAccount]

    static let names = Names<Side>(
      .words("name") { $0.total.name },
      .text("amount") { $0.total.amount },
      .text("budget") { $0.total.budget },
      .text("rate") { $0.total.rate },
      .list("accounts", PhoneAccount.names) { $0.accounts })
  }

  /// An account with its sub-accounts and entries.
  struct PhoneAccount: Sendable {
    var line: SheetOnPage.Line
    var parts: [SheetOnPage.Line]
    /// How many entries it has itself in the period.
    var count: Int
    /// Its entries, where they are few; else the first of them.
    var entries: [AccountOnPage.Line]

    static let names = Names<PhoneAccount>(
      .words("name") { $0.line.name },
      .text("amount") { $0.line.amount },
      .flag("negative") { $0.line.amount.isNegative },
      .address("url") { $0.line.amountURL },
      .text("budget") { $0.line.budget },
      .text("rate") { $0.line.rate },
      .text("share") { $0.line.share },
      .list("parts", SheetOnPage.Line.names) { $0.parts },
      .number("count") { $0.count },
      .list("entries", AccountOnPage.Line.names) { $0.entries })
  }
}

/// More entries than these are left to the account's page.
private let shownEntries = 12

extension SheetOnPage {
  /// The lines of the form, as a phone shows them.
  var phoneSides: [PhoneSheet.Side] {
    guard let sheet else { return [] }
    var sides: [PhoneSheet.Side] = []
    var accounts: [PhoneSheet.PhoneAccount] = []
    for (told, line) in zip(sheet.lines, lines) {
      switch told.role {
      case .account(let account) where year.chart.accounts[account].parent.isEmpty:
        let own = entries(of: account, sheet.months)
        accounts.append(PhoneSheet.PhoneAccount(line: line, parts: [], count: own.count, entries: own.shown))
      case .account:
        if let last = accounts.indices.last { accounts[last].parts.append(line) }
      case .total:
        sides.append(PhoneSheet.Side(total: line, accounts: accounts))
        accounts = []
      case .opening, .adjustments, .difference, .closing: continue
      }
    }
    return sides
  }

  private func entries(of account: Int, _ months: Range<Int>) -> (count: Int, shown: [AccountOnPage.Line]) {
    let postings = year.entries.postings(account, months: months)
    var lines = EntryLines(library: library, side: year.chart.accounts[account].side)
    let shown = postings.prefix(shownEntries).map { place in
      let posting = year.ledger.postings[Int(place)]
      return lines.line(posting, year.ledger.entries[Int(posting.entry)], year.ledger)
    }
    return (postings.count, shown)
  }
}
