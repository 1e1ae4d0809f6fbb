package import BanbaoDiagnostics
import BanbaoFinance
package import BanbaoSite
import BanbaoSource
import BanbaoUnion

/// What members gave for others, or others entrusted to the union, is neither its income nor its expense, so that no line
/// of the ledger books it so, and what is kept under agreements is what 代管经费 holds (财会〔2021〕7号, 221).
package struct OthersMoney: Overview {
  let library: Library
  private let books: [YearBooks]

  /// Nil where the site has no such records, or no books.
  package init?(_ library: Library) {
    books = library.register(Books.self)?.years.filter { $0.ledger != nil } ?? []
    guard !books.isEmpty, !library.entries(that: (any HoldsOthersMoney).self).isEmpty else { return nil }
    self.library = library
  }

  package static let rules = OthersMoneyRules.all

  package func check() -> [Diagnostic] {
    let records = Dictionary(
      library.entries(that: (any HoldsOthersMoney).self).map { ($0.entry.id, $0.entry) },
      uniquingKeysWith: { first, _ in first })
    return entrusted()
      + books.compactMap(\.ledger).flatMap { ledger in
        ledger.entries.compactMap { line -> Diagnostic? in
          guard let record = ledger.record(line).flatMap({ records[$0] }) else { return nil }
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

  /// Records of agreements against 代管经费: each against the entries that name it, and all together against the balance.
  private func entrusted() -> [Diagnostic] {
    let all = library.entries(of: Entrusted.self)
    return books.flatMap { year -> [Diagnostic] in
      let own = all.filter { $0.date.last.year == year.year }
      let newest = Entrusted.newest(all.filter { $0.date.last.year <= year.year })
      guard let last = own.map(\.date.last).max(), let held = year.heldForOthers(on: last) else { return [] }
      return own.flatMap { flows($0, held) } + balance(newest, held, on: last)
    }
  }

  private func flows(_ entry: Entry<Entrusted>, _ held: HeldForOthers) -> [Diagnostic] {
    guard let booked = held.byRecord[entry.id] else { return [] }
    let sides = [
      (entry.record.received, Entrusted.Keys.received, booked.received, Wording("收到", en: "received")),
      (entry.record.paid, Entrusted.Keys.paid, booked.paid, Wording("付出", en: "paid out")),
    ]
    return sides.compactMap { stated, key, booked, verb in
      guard !entry.isPending(key), stated?.value.isExact ?? true else { return nil }
      let amount = stated?.value.number ?? Money(fen: 0)
      guard amount != booked else { return nil }
      return OthersMoneyRules.differs.at(
        entry.place(stated?.mark ?? entry.record.agreement.mark),
        Wording(
          "“\(entry.keys[key])”是 \(amount.grouped) 元，账上关联这条记录\(verb.zh)的是 \(booked.grouped) 元",
          en: "\(entry.keys[key]) is \(amount.grouped), but entries that name the record \(verb.en) \(booked.grouped)"),
        help: Wording("对照凭证，改正记录或账", en: "compare the vouchers, and mend the record or the ledger"))
    }
  }

  /// What entries of other records put there, such as collections, is not kept under agreements.
  private func balance(_ newest: [Entry<Entrusted>], _ held: HeldForOthers, on day: Day) -> [Diagnostic] {
    let closings = newest.map { $0.record.closing?.exact }
    guard let latest = newest.max(by: { $0.date.last < $1.date.last }), let closing = latest.record.closing,
      closings.allSatisfy({ $0 != nil })
    else { return [] }
    let kept = Tally(closings.map { $0?.value }).sum ?? Money(fen: 0)
    let others = held.byRecord.filter { id, _ in library.entry(id)?.folder != Entrusted.folder }
    let booked = others.values.reduce(held.balance) { $0.adding(Money(fen: $1.paid.fen &- $1.received.fen)) }
    guard kept != booked else { return [] }
    return [
      OthersMoneyRules.differs.at(
        latest.place(closing.mark),
        Wording(
          "到 \(day.iso)，各份协议的余额一共 \(kept.grouped) 元，账上代管经费却是 \(booked.grouped) 元",
          en: "by \(day.iso), agreements keep \(kept.grouped) in all, but the ledger holds \(booked.grouped) for others"
        ),
        help: Wording(
          "对照协议和凭证；是捐款或别家的钱，凭证的“关联记录”写上它自己的记录",
          en: "compare agreements and vouchers; let the entries of other money name its own record"))
    ]
  }
}

package enum OthersMoneyRules {
  private static func kept(_ closing: String) -> String {
    """
    entrusted/2026/a.md:
    date: 2026-06-30
    agreement: 2026年4月1日书面协议
    received: 9000
    paid: \(9000 - (Int(closing) ?? 0))
    closing: \(closing)

    finance/2026/ledger.csv:
    日期,凭证号,科目,摘要,收入,支出,资金,关联记录
    2026-04-02,收-1,221 代管经费,按协议代收,9000.00,,银行,
    2026-06-30,付-1,221 代管经费,按协议交还,,6000.00,银行,
    """
  }

  package static let differs = Rule(
    "entrusted-ledger", .warning,
    Wording(
      "记在账上的代管款项，代收、代付和余额与 221 代管经费（2009 年的科目是 231）相符。",
      en: "Entrusted money that the ledger keeps agrees with 221 代管经费 (231 in the chart of 2009)."),
    wrong: kept("0"), right: kept("3000"))
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
  package static let all = [booked, differs]
}
