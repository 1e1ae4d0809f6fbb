package import BanbaoDiagnostics
import BanbaoSite
import BanbaoSource

extension YearBooks {
  /// Every name that a detail account reads as: 135-张小明. Details have pages as all accounts do.
  func personDetails() -> [Diagnostic] {
    guard let ledger else { return [] }
    let notNames = book?.notNames.map(\.value) ?? []
    return chart.accounts.indices.filter { chart.accounts[$0].isDetail }.compactMap { account in
      let own = chart.accounts[account]
      // Behind a colon a name of two characters is found too; banks have such short names.
      let persons = personsNamed(in: own.name) + personsNamed(in: ":" + own.name).filter { $0.name == own.name }
      let found = persons.map(\.name).first { name in
        (own.fund == nil || name.count > 2) && !notNames.contains { $0.covers(name) }
      }
      guard let name = found, let place = ledger.firstPlace(naming: account) ?? book?.opening(naming: account) else {
        return nil
      }
      let key = (book?.keys ?? .chinese)[Book.Keys.notNames]
      return PersonRules.ledger.at(
        place,
        Wording(
          "明细科目“\(own.title)”里的“\(name)”像是写出了姓名", en: "“\(name)” in the account “\(own.title)” reads as somebody's name"
        ),
        help: Wording(
          "明细写部门、用途或编号，如 \(own.parent)-甲；不是姓名的，在 book.yaml 的“\(key)”里加上“\(name)”",
          en:
            "let the detail name an office, a purpose or a number, such as \(own.parent)-甲; if it is no name, add \(name) to \(key) in book.yaml"
        ))
    }
  }
}

extension Ledger {
  /// Where an account is named first; nil where no line names it.
  fileprivate func firstPlace(naming account: Int) -> Place? {
    entries.first { $0.account == account || $0.counter == account }.map {
      place($0, $0.account == account ? .account : .fund)
    }
  }
}

extension Book {
  fileprivate func opening(naming account: Int) -> Place? {
    opening?.accounts.first { $0.account == account }.map { place($0.mark) }
  }
}

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
      if nameless.holds(range, in: text.bytes) { return [] }
      let persons = personsNamed(in: text.bytes, range)
      if persons.isEmpty { nameless.insert(range, in: text.bytes) }
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
  /// By the hash of its text without numbers: where the first summary stands.
  private var known: [UInt64: Range<Int>] = [:]
  /// A ledger whose lines all differ gains nothing by being kept.
  private static let most = 4096

  func holds(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard let other = known[hash(range, bytes)] else { return false }
    return bytes.withUnsafeBufferPointer { areAlike($0[range], $0[other]) }
  }

  mutating func insert(_ range: Range<Int>, in bytes: [UInt8]) {
    if known.count < Self.most { known[hash(range, bytes)] = range }
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Each run of digits counts as one: the search for names asks only whether one stands there.
  private func hash(_ range: Range<Int>, _ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBufferPointer { bytes in
      var hash = StableHash()
      var isBehindDigit = false
      for index in range {
        let byte = bytes[index]
        let isDigit = isDigit(byte)
        if !(isDigit && isBehindDigit) { hash.mix(UInt64(isDigit ? 0x30 : byte)) }
        isBehindDigit = isDigit
      }
      return hash.value
    }
  }

  private func areAlike(_ a: Slice<UnsafeBufferPointer<UInt8>>, _ b: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var (first, second) = (a, b)
    while let byte = first.first, let other = second.first {
      guard isDigit(byte) ? isDigit(other) : byte == other else { return false }
      if isDigit(byte) {
        first = first.drop(while: isDigit)
        second = second.drop(while: isDigit)
      } else {
        first = first.dropFirst()
        second = second.dropFirst()
      }
    }
    return first.isEmpty && second.isEmpty
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
