package import BanbaoDiagnostics
import BanbaoSource

extension YearBooks {
  /// How long the bank may have booked what the books have not: two months.
  private static let patience = 62

  /// 未达账项 that explain a difference and are none: what the union is said to have paid or received stands in its books,
  /// and what the bank booked alone is booked soon.
  func checkTransits(_ ledger: Ledger) -> [Diagnostic] {
    guard let book, book.reconciliations.contains(where: { !$0.items.isEmpty }),
      let last = ledger.entries.lazy.map(\.day).max()
    else { return [] }
    let moves = BankMoves(ledger)
    return book.reconciliations.flatMap { reconciliation in
      reconciliation.items.compactMap { item -> Diagnostic? in
        let banks = chart.members[reconciliation.account]
        let days = banks.compactMap { moves.days(of: item.amount.value.fen, isIn: item.kind.isReceipt, $0) }
        let title = chart.accounts[reconciliation.account].title
        let (day, told) = (item.date.value, reconciliation.date.value)
        let amount = item.amount.value.grouped
        if item.kind.isOfBooks {
          guard day.year == year, day >= begins ?? day, !days.contains(where: { $0.lowerBound <= told }) else {
            return nil
          }
          return TransitRules.unknown.at(
            book.place(item.amount.mark),
            Wording(
              "账本里，\(title)到 \(told.iso) 没有\(item.kind.isReceipt ? "收" : "付")过 \(amount)",
              en: "by \(told.iso), the books have no \(amount) \(item.kind.isReceipt ? "received" : "paid") by \(title)"
            ),
            help: Wording(
              "未达账项照账本写，一张支票一项；账本漏记的补上凭证；说不清的差额不能写成未达账项",
              en:
                "an item in transit is one that the books have, a cheque each; add a voucher that is missing, and explain no difference by it"
            ))
        }
        guard last.serial - told.serial > Self.patience, !days.contains(where: { $0.upperBound >= day }) else {
          return nil
        }
        return TransitRules.unbooked.at(
          book.place(item.amount.mark),
          Wording(
            "银行 \(day.iso) 已经\(item.kind.isReceipt ? "收" : "付")的 \(amount)，到 \(last.iso) 账上还没有记",
            en: "the \(amount) that the bank booked on \(day.iso) are not in the books by \(last.iso)"),
          help: Wording(
            "拿到银行的单据就记账；记成别的金额的，核对那张凭证",
            en: "book it by the bank's paper; if it was booked with another amount, check that voucher"))
      }
    }
  }
}

extension Reconciliation.Transit.Kind {
  /// Whether the union has booked it, and the bank not yet.
  fileprivate var isOfBooks: Bool { self == .receivedUnknownToBank || self == .paidUnknownToBank }
  fileprivate var isReceipt: Bool { self == .receivedUnknownToBank || self == .receivedUnknownToBooks }
}

/// What came into banks and went out of them, by amount: a voucher's sum, and each of its lines.
private struct BankMoves {
  private struct Move: Hashable {
    var account: Int
    var isIn: Bool
    var fen: UInt64
  }

  /// The first and the last day of each.
  private var known: [Move: ClosedRange<Day>] = [:]

  init(_ ledger: Ledger) {
    for posting in ledger.postings where ledger.chart.funds[Int(posting.account)] == .bank {
      add(Int(posting.account), posting.net, ledger.entries[Int(posting.entry)].day)
    }
    for entry in ledger.entries {
      guard let bank = entry.counter, ledger.chart.funds[bank] == .bank else { continue }
      add(bank, entry.isIncome ? entry.amount.fen : 0 &- entry.amount.fen, entry.day)
    }
  }

  private mutating func add(_ account: Int, _ net: Int64, _ day: Day) {
    let move = Move(account: account, isIn: net > 0, fen: net.magnitude)
    let days = known[move] ?? day...day
    known[move] = min(days.lowerBound, day)...max(days.upperBound, day)
  }

  func days(of fen: Int64, isIn: Bool, _ account: Int) -> ClosedRange<Day>? {
    known[Move(account: account, isIn: isIn, fen: fen.magnitude)]
  }
}

/// The rules of what is in transit between a bank and the books.
package enum TransitRules {
  /// - Parameters:
  ///   - statement: what the bank's says, and one item in transit.
  ///   - later: lines of the ledger behind its first.
  private static func example(statement: String, item: String, later: String...) -> String {
    """
    finance/2026/book.yaml:
    opening: {cash: 200.00, bank: 90000.00}
    reconciliations:
      - date: 2026-03-31
        statement: \(statement)
        items:
          - {\(item)}

    finance/2026/ledger.csv:
    日期,凭证号,科目,摘要,收入,支出,资金
    \((["2026-03-08,付-1,50102 文体活动支出,购跳绳,,120.00,银行"] + later).joined(separator: "\n"))
    """
  }
  private static let interest = "date: 2026-03-21, kind: 银行已收企业未收, amount: 12.50, summary: 利息"
  private static let purchase = "2026-06-20,付-2,50102 文体活动支出,购毽子,,80.00,银行"

  package static let unknown = Rule(
    "transit-unknown", .warning,
    Wording(
      "“企业已付”“企业已收”的未达账项，账本里有那一笔。",
      en: "What the union is said to have paid or received, and the bank not yet, stands in the books."),
    wrong: example(
      statement: "90100.00", item: "date: 2026-03-30, kind: 企业已付银行未付, amount: 220.00, summary: 支票 0012"),
    right: example(
      statement: "90000.00", item: "date: 2026-03-08, kind: 企业已付银行未付, amount: 120.00, summary: 支票 0012"))
  package static let unbooked = Rule(
    "transit-unbooked", .warning,
    Wording(
      "银行已经收付、账上还没有记的款项，拿到单据就记账；两个月以后还没有记的提醒。",
      en: "What a bank has booked is booked by its papers; what is not after two months is told of."),
    wrong: example(statement: "89892.50", item: interest, later: purchase),
    right: example(statement: "89892.50", item: interest, later: "2026-04-02,收-1,408 其他收入,利息,12.50,,银行", purchase))
  package static let all = [unknown, unbooked]
}
