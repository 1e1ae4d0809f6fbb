import BanbaoDiagnostics

/// What makes the heads of a table those of a ledger: a step for each that was meant to be one, one for all that are
/// missing; and the heads of columns that are passed over.
///
/// - Parameters:
///   - unknown: heads of no column.
///   - free: the columns that no head names.
func headSteps(_ unknown: [String], free: [LedgerColumn]) -> (steps: [Wording], passedOver: [String]) {
  var free = free
  var passedOver: [String] = []
  var steps: [Wording] = []
  for head in unknown {
    guard let meant = free.first(where: { $0.isMeant(by: head) }) else {
      passedOver.append(head)
      continue
    }
    free.removeAll { $0 == meant }
    steps.append(Wording("“\(head)”改成“\(meant.alias)”", en: "rename “\(head)” to \(meant.alias)"))
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
  return (steps, passedOver)
}

extension LedgerRules {
  /// - Parameter places: of the ledgers of one year.
  static func twice(_ places: [Place]) -> Diagnostic {
    twice.at(
      places[places.count - 1],
      Wording("这一年的账本有两份：ledger.csv 和 ledger.xlsx", en: "the year has two ledgers, ledger.csv and ledger.xlsx"),
      help: Wording("留下记全了的一份，另一份移到 content 以外", en: "keep the one that is whole, and move the other out of content"),
      related: places.dropLast().map { Related($0, Wording("另一份", en: "the other one")) })
  }

  static func passedOver(columns: [String], _ place: Place) -> Diagnostic {
    column.at(
      place,
      Wording(
        "账本不用的列没有读：\(columns.joined(separator: "、"))",
        en: "columns that a ledger does not know are passed over: \(columns.joined(separator: ", "))"),
      help: Wording("可以留着，不会公开", en: "they may stay, and are not published"))
  }

  static func passedOver(sheets: [String], _ place: Place) -> Diagnostic {
    sheet.at(
      place,
      Wording(
        "这些工作表没有账本的表头，没有读：\(sheets.joined(separator: "、"))",
        en: "sheets without the heads of a ledger are not read: \(sheets.joined(separator: ", "))"),
      help: Wording(
        "是账的，第一行写上表头；不是账的可以留着，不会公开",
        en: "give those that hold entries a row of heads; others may stay, and are not published"))
  }
}
