package import BanbaoDiagnostics
import BanbaoFinance
package import BanbaoSite
import BanbaoSource

/// What members gave for others is neither the union's income nor its expense, so that no line of the ledger books it so
/// (财会〔2021〕7号, 221).
package struct DonationMoney: Overview {
  let library: Library
  private let ledgers: [Ledger]

  /// Nil where the site has no donations, or no books.
  package init?(_ library: Library) {
    ledgers = library.register(Books.self)?.years.compactMap(\.ledger) ?? []
    guard !ledgers.isEmpty, !library.entries(of: Donation.self).isEmpty else { return nil }
    self.library = library
  }

  package static let rules = DonationMoneyRules.all

  package func check() -> [Diagnostic] {
    let donations = Dictionary(
      library.entries(of: Donation.self).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return ledgers.flatMap { ledger in
      ledger.entries.compactMap { line -> Diagnostic? in
        guard !line.record.isEmpty, let donation = donations[line.record] else { return nil }
        let account = ledger.chart.accounts[line.account]
        guard account.side == .income || account.side == .expense else { return nil }
        return DonationMoneyRules.booked.at(
          ledger.place(line, .account),
          Wording(
            "《\(donation.title)》是会员的捐款，却记在 \(account.title)",
            en: "“\(donation.title)” is members' money, but booked on \(account.title)"),
          help: Wording(
            "代收代交的捐款记 221 代管经费，或者不入账；工会自己拨的钱，不要关联这条捐助",
            en:
              "book what is only passed on as 221, or not at all; what the union itself gave does not name the donation"
          ),
          related: [Related(donation.place, Wording("那次捐助", en: "the donation"))])
      }
    }
  }
}

package enum DonationMoneyRules {
  private static func example(_ account: String) -> String {
    """
    donations/2026/水灾.md:
    for: 帮扶受灾群众
    raised: 500

    finance/2026/ledger.csv:
    日期,凭证号,科目,摘要,收入,支出,资金,经费来源,附单据数,关联记录
    2026-07-31,收-1,\(account),会员捐款,500.00,,现金,个人,1,donations/2026/水灾
    """
  }

  package static let booked = Rule(
    "donation-booked", .warning,
    Wording(
      "会员的捐款不是工会的收入和支出：代收代交的记 221 代管经费，或者不入账。",
      en: "What members give is no income or expense of the union: what is passed on is booked as 221, or not at all."),
    wrong: example("408 其他收入"), right: example("221 代管经费"))
  package static let all = [booked]
}
