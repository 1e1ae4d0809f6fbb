package import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource

extension Entrusted {
  package static let rules = EntrustedRules.all

  package static func check(_ entries: [Entry<Entrusted>], in library: Library) -> [Diagnostic] {
    entries.flatMap(balance)
  }

  private static func balance(_ entry: Entry<Entrusted>) -> [Diagnostic] {
    let record = entry.record
    guard let balance = record.balance else { return [] }
    if balance.fen < 0, let paid = record.paid {
      return [
        EntrustedRules.balance.at(
          entry.place(paid.mark),
          Wording(
            "代付 \(paid.value.grouped) 元，比代管的还多 \(Money(fen: -balance.fen).grouped) 元",
            en: "\(paid.value.grouped) were paid out, \(Money(fen: -balance.fen).grouped) more than was kept"),
          help: Wording("代管的钱不能垫付；核对凭证", en: "no more is paid out than is kept: compare the vouchers"))
      ]
    }
    guard let closing = record.closing, closing.value != balance else { return [] }
    return [
      EntrustedRules.balance.at(
        entry.place(closing.mark),
        Wording(
          "期初加代收减代付是 \(balance.grouped) 元，余额却写 \(closing.value.grouped) 元",
          en: "opening and received less paid is \(balance.grouped), but closing says \(closing.value.grouped)"),
        help: Wording(
          "对照凭证改正；以前就代管的，写上“\(entry.keys[Keys.opening])”",
          en: "compare the vouchers; what was kept before stands under \(entry.keys[Keys.opening])"))
    ]
  }
}

package enum EntrustedRules {
  package static let name = Rule(
    "entrusted-name", .error,
    Wording(
      "代管款项只写协议和金额，不写替谁代管：那是个人隐私。",
      en: "Entrusted money is an agreement and amounts, never a name: whose it is, is private."),
    wrong: "title: 代管张秀英的生活费\nagreement: 2026年4月1日协议\nreceived: 9000\nclosing: 9000",
    right: "title: 代管生活费\nagreement: 2026年4月1日协议\nreceived: 9000\nclosing: 9000")
  package static let balance = Rule(
    "entrusted-balance", .error,
    Wording("期初 + 代收 − 代付 = 余额，不会小于零。", en: "Opening + received − paid = closing, never below zero."),
    wrong: "agreement: 2026年4月1日协议\nreceived: 12000\npaid: 9000\nclosing: 2000",
    right: "agreement: 2026年4月1日协议\nreceived: 12000\npaid: 9000\nclosing: 3000")
  package static let all = [name, balance]
}
