import BanbaoDiagnostics
import BanbaoSource

/// In what the books of a period differ from its seal.
struct SealComparison {
  /// A line that is not as it was sealed; nil for what was not there then, or is not there any more.
  struct Difference {
    var sealed: Located<SealLine>?
    var present: (line: SealLine, origin: SealContent.Origin)?

    var kind: SealLine.Kind? { (sealed?.value ?? present?.line)?.kind }

    /// What its two lines have differently; empty where there is one alone.
    var changed: [(name: SealLine.Name, sealed: String, present: String)] {
      guard let sealed = sealed?.value.fields, let present = present?.line.fields else { return [] }
      return SealLine.Name.allCases.compactMap { name in
        let (before, now) = (sealed.first { $0.name == name }?.value, present.first { $0.name == name }?.value)
        return before == now ? nil : (name, before ?? "", now ?? "")
      }
    }
  }

  /// What is the books' own: without what follows from it in the sheet.
  private(set) var differences: [Difference] = []

  init(_ seal: Seal, _ content: SealContent) {
    var counts: [SealLine: Int32] = [:]
    counts.reserveCapacity(seal.lines.count)
    for line in seal.lines { counts[line.value, default: 0] += 1 }
    // A sheet is published after it was sealed; but what was sealed stays.
    let isPublished = seal.lines.contains { $0.value.kind == .published }
    var added: [(line: SealLine, origin: SealContent.Origin)] = []
    content.visit { line, origin in
      if let count = counts[line], count > 0 {
        counts[line] = count - 1
        return
      }
      let kind = line.kind
      // A correction is judged by itself.
      guard kind != .correction, kind != .published || isPublished else { return }
      added.append((line, origin))
    }
    var missing: [Located<SealLine>] = []
    for line in seal.lines {
      guard let count = counts[line.value], count > 0 else { continue }
      counts[line.value] = count - 1
      missing.append(line)
    }
    guard !added.isEmpty || !missing.isEmpty else { return }
    pair(&missing, &added)
    pairRemarks(&added, seal)
    findMoved(&missing, content, seal.period.value.span)
    differences += missing.map { Difference(sealed: $0, present: nil) }
    differences += added.map { Difference(sealed: nil, present: $0) }
    dropConsequences()
  }

  /// By what a line is known again whose other fields were changed, the surest first.
  private static let identities: [[SealLine.Name]] = [
    [.day, .voucher, .account, .summary, .item, .booked], [.day, .account, .summary, .debit, .credit, .item],
    [.day, .voucher, .account, .item], [.voucher, .account, .summary, .debit, .credit, .item],
    [.voucher, .account, .item], [.day, .voucher, .item],
  ]

  /// The fields by which a line is known; nil where it has none of them, unless its kind has one line only.
  private static func key(_ line: SealLine, _ names: [SealLine.Name]) -> [String]? {
    guard let kind = line.kind else { return nil }
    let values = line.fields.filter { names.contains($0.name) }.map { "\($0.name.rawValue) \($0.value)" }
    switch kind {
    case .adjustments, .counted, .preparedBy, .chair, .review, .published: return [kind.rawValue]
    default: return values.isEmpty ? nil : [kind.rawValue] + values
    }
  }

  /// Finds for each line of the seal the line that it became.
  private mutating func pair(
    _ missing: inout [Located<SealLine>], _ added: inout [(line: SealLine, origin: SealContent.Origin)]
  ) {
    for names in Self.identities where !missing.isEmpty && !added.isEmpty {
      var known = Queues(missing.map { Self.key($0.value, names) })
      added.removeAll { present in
        guard let found = known.next(Self.key(present.line, names)) else { return false }
        differences.append(Difference(sealed: missing[found], present: present))
        return true
      }
      missing = missing.indices.filter { !known.taken.contains($0) }.map { missing[$0] }
    }
  }

  /// What a line of money says anew beside others of its voucher that still say what was sealed.
  private mutating func pairRemarks(_ added: inout [(line: SealLine, origin: SealContent.Origin)], _ seal: Seal) {
    guard added.contains(where: { $0.line.kind == .remark }) else { return }
    let names: [SealLine.Name] = [.day, .voucher]
    let remarks = seal.lines.filter { $0.value.kind == .remark }.map { (Self.key($0.value, names) ?? [], $0) }
    let known = Dictionary(remarks, uniquingKeysWith: { first, _ in first })
    added.removeAll { present in
      guard present.line.kind == .remark, let sealed = known[Self.key(present.line, names) ?? []] else { return false }
      differences.append(Difference(sealed: sealed, present: present))
      return true
    }
  }

  /// Finds what was moved out of the period by its day.
  private mutating func findMoved(_ missing: inout [Located<SealLine>], _ content: SealContent, _ days: DaySpan) {
    guard missing.contains(where: { $0.value.kind?.isOfLedger ?? false }) else { return }
    // Without its money: the voucher that it stands in now may move one account alone.
    let names: [SealLine.Name] = [.voucher, .account, .summary, .debit, .credit, .source, .attachments, .record]
    var known = Queues(missing.map { Self.key($0.value, names) })
    content.visitLedger(in: days, isInside: false) { line, origin in
      guard let found = known.next(Self.key(line, names)) else { return }
      differences.append(Difference(sealed: missing[found], present: (line, origin)))
    }
    missing = missing.indices.filter { !known.taken.contains($0) }.map { missing[$0] }
  }

  /// Leaves out what only follows from a difference that is told: the money that a changed line moved, and the sheet.
  private mutating func dropConsequences() {
    var told: [String: Set<String>] = [:]
    func vouchers(_ difference: Difference) -> Set<String> {
      Set([difference.sealed?.value, difference.present?.line].compactMap { $0.map { wholeVoucher($0[.voucher]) } })
    }
    func changes(_ difference: Difference) -> Set<String> {
      let changed = difference.changed
      return changed.isEmpty
        ? ["line", "amount"] : Set(changed.map { $0.name.isAmount ? "amount" : $0.name.rawValue })
    }
    for difference in differences where difference.kind == .entry {
      for voucher in vouchers(difference) { told[voucher, default: []].formUnion(changes(difference)) }
    }
    let isSheetAlone = !differences.contains { $0.kind != .sheet && $0.kind != .correction }
    differences = differences.filter { difference in
      guard difference.kind == .money else { return difference.kind != .sheet || isSheetAlone }
      let changes = changes(difference)
      return !vouchers(difference).contains { told[$0]?.isSuperset(of: changes) ?? false }
    }
  }

  /// `付-5` of `付-5-1/2`.
  private func wholeVoucher(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "/")), let end = text.lastIndex(of: "-") else { return text }
    return String(text[..<end])
  }
}

/// Places of lines by a key, each given once, in order.
private struct Queues {
  private var places: [[String]: [Int]] = [:]
  private(set) var taken = Set<Int>()

  init(_ keys: [[String]?]) {
    for (place, key) in keys.enumerated().reversed() { if let key { places[key, default: []].append(place) } }
  }

  mutating func next(_ key: [String]?) -> Int? {
    guard let key, let place = places[key]?.popLast() else { return nil }
    taken.insert(place)
    return place
  }
}
