package import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource

extension Ledger {
  /// Every name that a summary reads as (DomainNotes 4): lines are shown to everyone. Of visits and benefits it is an
  /// error.
  ///
  /// - Parameters:
  ///   - nameless: what the paths of records begin with that never name anyone, such as `visits/`.
  ///   - notNames: what the book says is no name.
  ///   - keys: how the book names keys.
  func personFaults(_ nameless: [String], notNames: [String], _ keys: KeyLanguage) -> [Diagnostic] {
    let isCare = chart.accounts.map { careAccounts.contains($0.name) }
    return entries.flatMap { entry -> [Diagnostic] in
      let persons = personsNamed(in: text.bytes, entry.summary.range)
      if persons.isEmpty { return [] }
      let isNameless = isCare[entry.account] || nameless.contains(where: entry.record.hasPrefix)
      return persons.filter { person in !notNames.contains { $0.covers(person.name) } }.map { person in
        let name = person.name
        let key = keys[Book.Keys.notNames]
        return (isNameless ? PersonRules.ledger : PersonRules.name).at(
          text.place(of: person.range),
          Wording("摘要里的“\(name)”像是写出了姓名", en: "“\(name)” in the summary reads as somebody's name"),
          help: Wording(
            "只写事由和人数，如“慰问住院职工1人”；不是姓名的，在 book.yaml 加一行 \(key): [\(name)]",
            en: "say what for and how many, such as 慰问住院职工1人; if it is no name, add \(key): [\(name)] to book.yaml"))
      }
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
  package static let name = Rule(
    "ledger-name", .warning,
    Wording(
      "公开的账目逐笔给会员看，摘要里不必写姓名：写事由、部门和人数。",
      en: "Members see every line of the ledger: its summary needs no name, but what for, where and how many."),
    wrong: "2026-03-08,付-1,50101 职工教育支出,付张德明老师讲课费,,500.00,现金",
    right: "2026-03-08,付-1,50101 职工教育支出,付急救讲座讲课费1人,,500.00,现金")
  package static let all = [ledger, name]
}
