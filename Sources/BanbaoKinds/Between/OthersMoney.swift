package import BanbaoDiagnostics
import BanbaoFinance
package import BanbaoSite
import BanbaoSource
import BanbaoUnion

/// What members gave for others, or others entrusted to the union, is neither its income nor its expense, so that no line
/// of the ledger books it so (财会〔2021〕7号, 221).
package struct OthersMoney: Overview {
  let library: Library
  private let ledgers: [Ledger]

  /// Nil where the site has no such records, or no books.
  package init?(_ library: Library) {
    ledgers = library.register(Books.self)?.years.compactMap(\.ledger) ?? []
    guard !ledgers.isEmpty, !library.entries(that: (any HoldsOthersMoney).self).isEmpty else { return nil }
    self.library = library
  }

  package static let rules = OthersMoneyRules.all

  package func check() -> [Diagnostic] {
    let records = Dictionary(
      library.entries(that: (any HoldsOthersMoney).self).map { ($0.entry.id, $0.entry) },
      uniquingKeysWith: { first, _ in first })
    return ledgers.flatMap { ledger in
      ledger.entries.compactMap { line -> Diagnostic? in
        guard !line.record.isEmpty, let record = records[line.record] else { return nil }
        let account = ledger.chart.accounts[line.account]
        guard account.side == .income || account.side == .expense else { return nil }
        return OthersMoneyRules.booked.at(
          ledger.place(line, .account),
          Wording(
            "《\(record.title)》的钱不是工会的，却记在 \(account.title)",
            en: "“\(record.title)” is not the union's money, but booked on \(account.title)"),
          help: Wording(
            "代收代付的钱记 221 代管经费，或者不入账；工会自己拨的钱，不要关联这条记录",
            en:
              "book what is only passed on as 221, or not at all; what the union itself gave does not name the record"
          ),
          related: [Related(record.place, Wording("那条记录", en: "the record"))])
      }
    }
  }
}

package enum OthersMoneyRules {
  private static func example(_ account: String) -> String {
    """
    donations/2026/水灾.md:
    for: 帮扶受灾群众
    raised: 500

    finance/2026/ledger.csv:
    日期,凭证号,科目,摘要,收入,支出,资金,关联记录
    2026-07-31,收-1,\(account),会员捐款,500.00,,现金,donations/2026/水灾
    """
  }

  package static let booked = Rule(
    "others-money-booked", .warning,
    Wording(
      "会员的捐款和代管的款项不是工会的收入和支出：代收代付的记 221 代管经费，或者不入账。",
      en:
        "What members give and what is entrusted is no income or expense of the union: it is booked as 221, or not at all."
    ),
    wrong: example("408 其他收入"), right: example("221 代管经费"))
  package static let all = [booked]
}
