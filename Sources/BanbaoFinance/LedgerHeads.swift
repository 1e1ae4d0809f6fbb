import BanbaoDiagnostics

/// What makes the heads of a table those of a ledger: a step for each that is none, one for all that are missing.
///
/// - Parameters:
///   - unknown: heads of no column.
///   - free: the columns that no head names.
func headSteps(_ unknown: [String], free: [LedgerColumn]) -> [Wording] {
  var free = free
  var steps = unknown.map { head in
    guard let meant = free.first(where: { $0.isMeant(by: head) }) else {
      return Wording("“\(head)”不是账本的列，另存时不要带上", en: "“\(head)” is no column of a ledger: leave it out")
    }
    free.removeAll { $0 == meant }
    return Wording("“\(head)”改成“\(meant.alias)”", en: "rename “\(head)” to \(meant.alias)")
  }
  // Whoever wrote one of the columns of both sides keeps the books by both sides.
  let isTwoSided =
    LedgerColumn.twoSided.contains { !free.contains($0) } && (free.contains(.income) || free.contains(.expense))
  let needed = LedgerColumn.required + (isTwoSided ? LedgerColumn.twoSided : LedgerColumn.simple)
  let missing = free.filter { needed.contains($0) }.map(\.alias)
  if !missing.isEmpty {
    steps.append(
      Wording("加上\(missing.map { "“\($0)”" }.joined(separator: "、"))", en: "add \(missing.joined(separator: ", "))"))
  }
  return steps
}
