package import BanbaoDiagnostics
import BanbaoSource
import BanbaoUnion

extension Ledger {
  /// Entries of visits and benefits whose summary reads as a named person (DomainNotes 4): their lines are shown to
  /// everyone.
  ///
  /// - Parameter nameless: what the paths of records begin with that never name anyone, such as `visits/`.
  func personFaults(_ nameless: [String]) -> [Diagnostic] {
    let isCare = chart.accounts.map { careAccounts.contains($0.name) }
    return entries.compactMap { entry in
      guard isCare[entry.account] || nameless.contains(where: entry.record.hasPrefix)
      else { return nil }
      guard let words = personNamed(in: summary(entry)) else { return nil }
      return PersonRules.ledger.at(
        place(entry, .summary),
        Wording("摘要里的“\(words)”像是写出了姓名", en: "“\(words)” in the summary reads as somebody's name"),
        help: Wording("只写事由和人数，如“慰问住院职工1人”", en: "say what for and how many, such as 慰问住院职工1人"))
    }
  }
}

/// The accounts of both standards that pay for visits, hardship and members' own occasions, by name.
private let careAccounts: Set<String> = [
  "会员活动支出", "困难职工帮扶支出", "送温暖支出", "其他维权支出", "困难职工帮扶费", "送温暖费",
]

/// The rules on persons in books of account.
package enum PersonRules {
  package static let ledger = Rule(
    "ledger-person", .error,
    Wording(
      "慰问、帮扶、福利的账本摘要只写事由和人数，不写姓名：公开的账目逐笔给会员看。",
      en:
        "The summary of a visit, of help or of a benefit in the ledger says what for and how many, not who: members see every line."
    ),
    wrong: "2026-03-08,付-1,50405 送温暖支出,慰问张秀英同志,,500.00,现金",
    right: "2026-03-08,付-1,50405 送温暖支出,慰问住院职工1人,,500.00,现金")
  package static let all = [ledger]
}
