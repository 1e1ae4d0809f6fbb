package import BanbaoDiagnostics
package import BanbaoSite
import BanbaoSource
import BanbaoUnion

extension Entrusted {
  package static let rules = EntrustedRules.all

  package static func check(_ entries: [Entry<Entrusted>], in library: Library) -> [Diagnostic] {
    let inOrder = entries.sorted { $0.date != $1.date ? $0.date < $1.date : $0.place < $1.place }
    let byAgreement = grouped(inOrder) { $0.record.agreement.value }
    return entries.flatMap { balance($0) + agreement($0) } + byAgreement.flatMap { continuity($0.members) }
  }

  /// An agreement that nobody could find: neither its day nor a number.
  private static func agreement(_ entry: Entry<Entrusted>) -> [Diagnostic] {
    let agreement = entry.record.agreement
    if agreement.value == Placeholder.value { return [] }
    let isSpoken = agreement.value.contains("口头")
    let isNumbered = agreement.value.contains { $0.isNumber || "〇零元".contains($0) }
    guard isSpoken || !isNumbered else { return [] }
    return [
      EntrustedRules.agreement.at(
        entry.place(agreement.mark),
        isSpoken
          ? Wording("代管别人的钱要有书面协议，口头的不算", en: "money is kept for others under a written agreement, not a spoken one")
          : Wording("“\(agreement.value)”看不出是哪一份协议", en: "“\(agreement.value)” does not tell which agreement"),
        help: isSpoken
          ? Wording("补签书面协议，写上签的日期", en: "sign one, and write its day")
          : Wording("写上签的日期或编号，如 2026年4月1日书面协议", en: "write its day or number, such as 2026年4月1日书面协议"))
    ]
  }

  /// What was kept under an agreement is brought on to its next record.
  private static func continuity(_ entries: [Entry<Entrusted>]) -> [Diagnostic] {
    let pairs = zip(entries, entries.dropFirst())
    // Records of the same days are of agreements that were signed on one day.
    guard pairs.allSatisfy({ $0.date.last < $1.date.first }) else { return [] }
    return pairs.compactMap { earlier, entry in
      guard let closing = earlier.record.closing?.exact, !entry.isPending(Keys.opening),
        entry.record.opening?.value.isExact ?? true
      else { return nil }
      let opening = entry.record.opening?.value.number ?? Money(fen: 0)
      guard opening != closing.value else { return nil }
      let key = entry.keys[Keys.opening]
      return EntrustedRules.continuity.at(
        entry.place(entry.record.opening?.mark ?? entry.record.agreement.mark),
        entry.record.opening == nil
          ? Wording(
            "这份协议以前的余额 \(closing.value.grouped) 元没有带过来",
            en: "the \(closing.value.grouped) that were kept under this agreement before are not brought on")
          : Wording(
            "期初写 \(opening.grouped) 元，上一条的余额却是 \(closing.value.grouped) 元",
            en: "it opens with \(opening.grouped), but the record before it closes with \(closing.value.grouped)"),
        help: Wording(
          "写成 \(key): \(closing.value.grouped)；是另一份协议的，写明它自己的日期或编号",
          en: "write \(key): \(closing.value.grouped); another agreement has its own day or number"),
        related: [Related(earlier.place(closing.mark), Wording("上一条的余额", en: "the closing before"))])
    }
  }

  private static func balance(_ entry: Entry<Entrusted>) -> [Diagnostic] {
    let record = entry.record
    let flows = [Keys.opening, Keys.received, Keys.paid]
    guard let balance = record.balance, !flows.contains(where: { entry.isPending($0) }) else { return [] }
    if balance.fen < 0, let paid = record.paid?.exact {
      return [
        EntrustedRules.balance.at(
          entry.place(paid.mark),
          Wording(
            "代付 \(paid.value.grouped) 元，比代管的还多 \(Money(fen: -balance.fen).grouped) 元",
            en: "\(paid.value.grouped) were paid out, \(Money(fen: -balance.fen).grouped) more than was kept"),
          help: Wording("代管的钱不能垫付；核对凭证", en: "no more is paid out than is kept: compare the vouchers"))
      ]
    }
    guard let closing = record.closing?.exact, closing.value != balance else { return [] }
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
  package static let agreement = Rule(
    "entrusted-agreement", .warning,
    Wording(
      "代管要有书面协议，写明签的日期或编号，审计时找得到。", en: "Money is kept under a written agreement, told by its day or number."),
    wrong: "agreement: 本人口头同意\nreceived: 9000\nclosing: 9000",
    right: "agreement: 2026年4月1日书面协议\nreceived: 9000\nclosing: 9000")
  package static let continuity = Rule(
    "entrusted-continuity", .warning,
    Wording("同一份协议，上一条的余额就是下一条的期初。", en: "Under one agreement a record opens with what the one before it closed with."),
    wrong: """
      entrusted/上.md:
      date: 2026-06-30
      agreement: 2026年4月1日书面协议
      received: 9000
      closing: 9000

      entrusted/下.md:
      date: 2026-09-30
      agreement: 2026年4月1日书面协议
      opening: 8000
      paid: 8000
      closing: 0
      """,
    right: """
      entrusted/上.md:
      date: 2026-06-30
      agreement: 2026年4月1日书面协议
      received: 9000
      closing: 9000

      entrusted/下.md:
      date: 2026-09-30
      agreement: 2026年4月1日书面协议
      opening: 9000
      paid: 9000
      closing: 0
      """)
  package static let all = [name, balance, agreement, continuity]
}
