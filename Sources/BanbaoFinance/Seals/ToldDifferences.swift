import BanbaoDiagnostics
import BanbaoSource

/// What is told of the differences between a year's seals and its books: each once, whatever periods it lies in.
struct ToldDifferences {
  private typealias Difference = SealComparison.Difference

  private struct Key: Hashable {
    var sealed: SealLine?
    var present: SealLine?
    var origin: SealContent.Origin?
  }

  private struct Told {
    var difference: SealComparison.Difference
    var periods: [Period]
    var place: Place
    /// What the ledger calls the column of its amount; nil for what is no entry.
    var column: LedgerColumn?
  }

  private var order: [Key] = []
  private var told: [Key: Told] = [:]

  mutating func add(
    _ difference: SealComparison.Difference, _ seal: Seal, _ sealsPath: String, _ content: SealContent, _ book: Book
  ) {
    let key = Key(
      sealed: difference.sealed?.value, present: difference.present?.line, origin: difference.present?.origin)
    guard told[key] == nil else {
      told[key]?.periods.append(seal.period.value)
      return
    }
    order.append(key)
    var column: LedgerColumn?
    if case .entry(let index, _) = difference.present?.origin {
      column = content.ledger.column(content.ledger.entries[Int(index)])
    }
    told[key] = Told(
      difference: difference, periods: [seal.period.value], place: place(difference, sealsPath, content, book),
      column: column)
  }

  func diagnostics(_ book: Book) -> [Diagnostic] {
    order.compactMap { told[$0] }.filter { !followsFromOthers($0) }.map { told in
      SealRules.changed.at(told.place, message(told), help: help(told, book))
    }
  }

  // MARK: Where

  private func place(
    _ difference: Difference, _ sealsPath: String, _ content: SealContent, _ book: Book
  ) -> Place {
    switch difference.present?.origin {
    case .entry(let index, let moneyIndex):
      let entry = content.ledger.entries[Int(index)]
      guard let name = difference.changed.first?.name else { return content.ledger.place(entry, .date) }
      if name == .fund, entry.isTwoSided {
        return content.ledger.place(content.ledger.entries[Int(moneyIndex)], .account)
      }
      if name == .account, difference.kind == .money, entry.counter != nil { return content.ledger.place(entry, .fund) }
      return content.ledger.place(entry, name.column ?? content.ledger.column(entry))
    case .book(let mark): return book.place(mark)
    case nil: break
    }
    let isOfDisclosure =
      switch difference.kind {
      case .preparedBy, .chair, .review, .published, .counted: true
      default: false
      }
    if isOfDisclosure, let disclosure = content.disclosure { return book.place(disclosure.period.mark) }
    return difference.sealed.map { Place(sealsPath, $0.mark) } ?? Place(sealsPath)
  }

  /// Whether it is the opening of a later part of the year, and what was changed before that is told.
  private func followsFromOthers(_ told: Told) -> Bool {
    guard told.difference.kind == .opening, let period = told.periods.first, period.months.lowerBound > 0 else {
      return false
    }
    let first = period.span.first.iso
    return self.told.values.contains { other in
      let difference = other.difference
      if difference.kind == .opening { return other.periods.contains { $0.months.lowerBound == 0 } }
      let days = [difference.sealed?.value, difference.present?.line].compactMap { $0?[.day] }
      return difference.kind?.isOfLedger == true && days.contains { $0 < first }
    }
  }

  // MARK: What

  private func message(_ told: Told) -> Wording {
    let periods = told.periods.sorted()
    let zh = periods.map(\.wording.zh).joined(separator: "、") + "已封账"
    let en = periods.map(\.wording.en).joined(separator: " and ") + (periods.count > 1 ? " are sealed" : " is sealed")
    guard let line = told.difference.sealed?.value ?? told.difference.present?.line else { return Wording(zh, en: en) }
    if told.difference.sealed == nil {
      return Wording(
        "\(zh)，封账时没有这一项：\(line.wording.zh)", en: "\(en), and this was not there then: \(line.wording.en)")
    }
    if told.difference.present == nil {
      return Wording(
        "\(zh)，封账时有这一项，现在没有了：\(line.wording.zh)", en: "\(en), and this was there then: \(line.wording.en)")
    }
    let changed = told.difference.changed
    let subject = line.subject(without: changed.map(\.name))
    let changes = changed.map { change -> Wording in
      let column = change.name.isAmount ? told.column : nil
      let isNamed = line.kind?.hasOneField == true
      let name = Wording(
        isNamed ? "" : column?.alias ?? change.name.rawValue,
        en: isNamed ? "" : "\(column?.rawValue ?? change.name.english) of ")
      return Wording(
        "\(name.zh)封账时\(stated(change.sealed).zh)，现在\(stated(change.present).zh)",
        en: "\(name.en)\(subject.en) was \(stated(change.sealed).en) then and is \(stated(change.present).en) now")
    }
    return Wording(
      "\(zh)：\(subject.zh)\(line.kind?.hasOneField == true ? "" : "的")\(changes.map(\.zh).joined(separator: "；"))",
      en: "\(en): \(changes.map(\.en).joined(separator: "; "))")
  }

  private func stated(_ value: String) -> Wording {
    value.isEmpty ? Wording("没有写", en: "not written") : Wording("是“\(value)”", en: "“\(value)”")
  }

  private func help(_ told: Told, _ book: Book) -> Wording {
    guard told.difference.kind != .correction else {
      return Wording("把这一项更正放回原样：封过账的更正也不能改", en: "put the correction back as it was: it is sealed too")
    }
    let forms = told.periods.sorted().map { book.correctionForm($0) }.joined(separator: ", ")
    let key = book.keys[Book.Keys.corrections]
    return Wording(
      "改回封账时的样子；确实要改的，议定并经经审会审查以后，在 \(book.path) 里写 \(key): [\(forms)]",
      en:
        "put it back; what has to be corrected is decided and reviewed, and then stands in \(book.path) as \(key): [\(forms)]"
    )
  }
}
