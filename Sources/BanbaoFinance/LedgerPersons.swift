package import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource

extension Ledger {
  /// Every name that a summary reads as, of whatever account (DomainNotes 4): lines are shown to everyone.
  ///
  /// - Parameters:
  ///   - notNames: what the book says is no name.
  ///   - keys: how the book names keys.
  func personFaults(notNames: [String], _ keys: KeyLanguage) -> [Diagnostic] {
    let key = keys[Book.Keys.notNames]
    func way(_ name: String) -> Wording {
      notNames.isEmpty
        ? Wording("加一行 \(key): [\(name)]", en: "add a line \(key): [\(name)] to")
        : Wording("的“\(key)”里加上“\(name)”", en: "add \(name) to \(key) in")
    }
    var nameless = NamelessTexts()
    return entries.flatMap { entry -> [Diagnostic] in
      let range = entry.summary.range
      if nameless.holds(text.bytes[range]) { return [] }
      let persons = personsNamed(in: text.bytes, range)
      if persons.isEmpty { nameless.insert(text.bytes[range]) }
      return
        persons
        .filter { person in !notNames.contains { $0.covers(person.name) } }
        .map { person in
          let name = person.name
          return PersonRules.ledger.at(
            text.place(of: person.range),
            Wording("摘要里的“\(name)”像是写出了姓名", en: "“\(name)” in the summary reads as somebody's name"),
            help: Wording(
              "只写事由和人数，如“慰问住院职工1人”；不是姓名的，在 book.yaml \(way(name).zh)",
              en: "say what for and how many, such as 慰问住院职工1人; if it is no name, \(way(name).en) book.yaml"))
        }
    }
  }
}

/// Summaries that name nobody, known again whatever the numbers in them are: a ledger says the same thing month by month.
private struct NamelessTexts {
  private var known = Set<[UInt8]>()
  /// A ledger whose lines all differ gains nothing by being kept.
  private static let most = 4096

  func holds(_ text: ArraySlice<UInt8>) -> Bool { known.contains(withoutNumbers(text)) }

  mutating func insert(_ text: ArraySlice<UInt8>) {
    if known.count < Self.most { known.insert(withoutNumbers(text)) }
  }

  /// Each run of digits is one digit: the search for names asks only whether one stands there.
  private func withoutNumbers(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for byte in text {
      let isDigit = (0x30...0x39).contains(byte)
      if !isDigit || bytes.last != 0x30 { bytes.append(isDigit ? 0x30 : byte) }
    }
    return bytes
  }
}

/// The rules on persons in books of account.
package enum PersonRules {
  package static let ledger = Rule(
    "ledger-person", .error,
    Wording(
      "账本摘要只写事由和人数，不写姓名，哪个科目都一样：公开的账目逐笔给会员看。",
      en:
        "A summary in the ledger says what for and how many, not who, whatever the account: members see every line."
    ),
    wrong: "2026-03-08,付-1,50405 送温暖支出,慰问张秀英同志,,500.00,现金",
    right: "2026-03-08,付-1,50405 送温暖支出,慰问住院职工1人,,500.00,现金")
  package static let all = [ledger]
}
