/// One row of a sheet: its cells that hold anything, from left to right.
package struct SheetRow {
  /// From 1.
  package fileprivate(set) var number = 0
  package fileprivate(set) var cells: [SheetCell] = []
  /// The texts of its cells, in UTF-8.
  package fileprivate(set) var bytes: [UInt8] = []
}

/// One cell of a row.
package struct SheetCell {
  /// What a cell holds.
  package enum Value: Hashable {
    case text
    /// A number as it is stored, and how it is shown.
    case number(NumberForm)
    /// `1` or `0`.
    case flag
    /// A day, as `2026-01-12T00:00:00`.
    case moment
    /// A formula that came to nothing, such as `#REF!`.
    case error
    /// A formula that nobody has computed, such as `=SUM(E3:E9)`.
    case formula
  }

  /// From 1.
  package var column: Int
  package var value: Value
  /// Of the row's bytes.
  package var range: Range<Int>
}

extension ZipArchive {
  /// Reads the rows of a sheet, or of a half of it. A sheet that cannot be halved is said to be damaged.
  func readRows(
    _ part: Entry, _ side: SheetSide, _ texts: SharedTexts, _ forms: NumberForms, _ take: @escaping (SheetRow) -> Bool
  ) throws(WorkbookFault) -> [MergedCells] {
    let rows = SheetRows(SheetState(part.path, texts, forms, take))
    if side == .whole {
      try readXML(part, rows) { rows.state.isDone }
    } else {
      try readHalf(part, side, rows)
    }
    if let fault = rows.state.fault { throw fault }
    return rows.state.merged
  }

  private func readHalf(_ part: Entry, _ side: SheetSide, _ rows: SheetRows) throws(WorkbookFault) {
    var cut = RowCut(side, size: Int(clamping: part.size))
    var isAsCut = true
    try readXML(part, rows) {
      rows.state.isDone || cut.isDone
    } _: { reader, piece in
      for part in cut.parts(of: piece) {
        let ended = rows.state.rowsEnded
        rows.isWithin = part.isWithin
        isAsCut = reader.read(part.bytes) && (!part.endsRow || rows.state.rowsEnded == ended + 1)
        guard isAsCut else { return false }
      }
      return !cut.isDone
    }
    if !isAsCut || !cut.isMet || rows.state.hasUnnumberedRow { throw .damaged(part.path) }
  }
}

/// The part of a sheet, as it is read. Its state is a value, so that a callback looks once whether it may change it.
private final class SheetRows: XMLHandler {
  private(set) var state: SheetState
  /// Whether the rows that end now are taken.
  var isWithin: Bool {
    get { state.isWithin }
    set { state.isWithin = newValue }
  }

  init(_ state: SheetState) { self.state = state }

  func start(_ name: XMLText, _ attributes: XMLAttributes) { state.start(name, attributes) }
  func end(_ name: XMLText) { state.end(name) }
  func text(_ bytes: UnsafeRawBufferPointer) { state.text(bytes) }
}

private struct SheetState {
  private(set) var isDone = false
  private(set) var fault: WorkbookFault?
  private(set) var merged: [MergedCells] = []
  /// How many rows have ended where the first did, among the same elements.
  private(set) var rowsEnded = 0
  private var depth = 0
  private var depthOfRows: Int?
  /// Whether a row had no number of its own, but followed the one before.
  private(set) var hasUnnumberedRow = false
  /// Whether the rows that end now are taken.
  var isWithin = true
  private let path: String
  private let texts: SharedTexts
  private let forms: NumberForms
  private let take: (SheetRow) -> Bool

  private var row = SheetRow()
  private var rowNumber = 0
  private var isInRow = false
  /// Whether the row's cells stand from left to right, as they should.
  private var isInOrder = true
  /// The cell now read: nil outside of one.
  private var kind: Kind?
  private var column = 0
  private var style = 0
  private var start = 0
  private var formula: [UInt8] = []
  private var hasFormula = false
  private var hasValue = false
  private var isPhonetic = false
  /// What the text now read goes into.
  private var target = Target.nowhere

  private enum Kind { case number, shared, text, flag, error, moment }
  private enum Target { case nowhere, value, formula }

  init(_ path: String, _ texts: SharedTexts, _ forms: NumberForms, _ take: @escaping (SheetRow) -> Bool) {
    self.path = path
    self.texts = texts
    self.forms = forms
    self.take = take
  }

  mutating func start(_ name: XMLText, _ attributes: XMLAttributes) {
    depth += 1
    switch name {
    case "c" where isInRow: startCell(attributes)
    case "v" where kind != nil: (target, hasValue) = (.value, true)
    case "f" where kind != nil:
      hasFormula = true
      formula = []
      target = .formula
    case "t" where kind != nil && !isPhonetic: (target, hasValue) = (.value, true)
    case "rPh": isPhonetic = true
    case "row":
      isInRow = true
      let own = attributes["r"].map { number($0.bytes) }
      if own == nil { hasUnnumberedRow = true }
      rowNumber = own ?? rowNumber + 1
      if !(1...WorkbookLimits.rows).contains(rowNumber) { stop(.damaged(path)) }
      (column, isInOrder) = (0, true)
      row.number = rowNumber
      row.cells.removeAll(keepingCapacity: true)
      row.bytes.removeAll(keepingCapacity: true)
    case "mergeCell":
      if let cells = attributes["ref"].flatMap({ mergedCells($0.bytes) }) { merged.append(cells) }
    default: break
    }
  }

  mutating func end(_ name: XMLText) {
    depth -= 1
    switch name {
    case "v", "t", "f": target = .nowhere
    case "c": if kind != nil { endCell() }
    case "rPh": isPhonetic = false
    case "row":
      isInRow = false
      if depth == depthOfRows ?? depth { rowsEnded += 1 }
      depthOfRows = depthOfRows ?? depth
      if !isInOrder { row.cells.sort { $0.column < $1.column } }
      // Of two values of one cell nobody can say which counts.
      if !isInOrder, zip(row.cells, row.cells.dropFirst()).contains(where: { $0.column == $1.column }) {
        return stop(.damaged(path))
      }
      if isWithin, !row.cells.isEmpty, !isDone, !take(row) { isDone = true }
    default: break
    }
  }

  mutating func text(_ bytes: UnsafeRawBufferPointer) {
    switch target {
    case .nowhere: break
    case .value: row.bytes += bytes
    case .formula: formula += bytes
    }
    if row.bytes.count + formula.count > WorkbookLimits.rowText { stop(.tooLarge) }
  }

  private mutating func stop(_ fault: WorkbookFault) {
    self.fault = self.fault ?? fault
    isDone = true
    (isInRow, kind, target) = (false, nil, .nowhere)
  }

  private mutating func startCell(_ attributes: XMLAttributes) {
    column = attributes["r"].map { cellName($0.bytes).column } ?? column + 1
    guard (1...WorkbookLimits.columns).contains(column) else { return stop(.damaged(path)) }
    style = attributes["s"].map { number($0.bytes) } ?? 0
    kind = attributes["t"].map(Self.kind) ?? .number
    (start, hasFormula, hasValue) = (row.bytes.count, false, false)
  }

  private static func kind(_ name: XMLText) -> Kind {
    switch name {
    case "s": .shared
    case "str", "inlineStr": .text
    case "b": .flag
    case "e": .error
    case "d": .moment
    default: .number
    }
  }

  private mutating func endCell() {
    guard let kind else { return }
    self.kind = nil
    // A formula whose value is an empty text is computed; a number is never empty.
    if hasFormula, !hasValue || (row.bytes.count == start && kind != .text) {
      row.bytes.replaceSubrange(start..., with: [UInt8(ascii: "=")] + formula)
      return add(.formula)
    }
    switch kind {
    case .shared:
      guard row.bytes.count > start else { return }
      let number = row.bytes[start...].withUnsafeBytes { self.number($0) }
      row.bytes.removeLast(row.bytes.count - start)
      guard texts.append(number, to: &row.bytes) else { return stop(.damaged(path)) }
      if row.bytes.count > WorkbookLimits.rowText { stop(.tooLarge) }
      add(.text)
    case .text:
      unescape(&row.bytes, from: start)
      add(.text)
    case .number: add(.number(forms[style]))
    case .flag: add(.flag)
    case .error: add(.error)
    case .moment: add(.moment)
    }
  }

  private mutating func add(_ value: SheetCell.Value) {
    guard row.bytes.count > start else { return }
    if let last = row.cells.last, last.column >= column { isInOrder = false }
    row.cells.append(SheetCell(column: column, value: value, range: start..<row.bytes.count))
  }

  /// A whole number; -1 where it is none.
  private func number(_ bytes: UnsafeRawBufferPointer) -> Int {
    var number = 0
    for byte in bytes {
      guard (48...57).contains(byte), number < 1 << 32 else { return -1 }
      number = number * 10 + Int(byte - 48)
    }
    return bytes.isEmpty ? -1 : number
  }

  /// `D17`; 0 for what is missing.
  private func cellName(_ bytes: some Sequence<UInt8>) -> (column: Int, row: Int) {
    var (column, row) = (0, 0)
    for byte in bytes {
      switch byte {
      case 65...90 where column <= WorkbookLimits.columns && row == 0: column = column * 26 + Int(byte - 64)
      case 97...122 where column <= WorkbookLimits.columns && row == 0: column = column * 26 + Int(byte - 96)
      case 48...57 where row <= WorkbookLimits.rows: row = row * 10 + Int(byte - 48)
      // `$A$1` names the same cell.
      case 0x24: continue
      default: return (0, 0)
      }
    }
    return (column, row)
  }

  /// `A1:B3`; nil for what is no such range.
  private func mergedCells(_ bytes: UnsafeRawBufferPointer) -> MergedCells? {
    let halves = bytes.split(separator: UInt8(ascii: ":"))
    guard halves.count == 2 else { return nil }
    let (first, last) = (cellName(halves[0]), cellName(halves[1]))
    guard first.row > 0, first.column > 0, first.row <= last.row, first.column <= last.column else { return nil }
    return MergedCells(rows: first.row...last.row, columns: first.column...last.column)
  }
}
