package import BanbaoDiagnostics
import BanbaoFiles
package import BanbaoSource

extension SourceTree {
  /// The text of a file as everything reads it, a workbook as a table.
  package func table(_ file: File) throws -> SourceText {
    isWorkbook(file.path) ? workbookText(shown(file.path), try read(file)).sifted() : try text(file)
  }

  /// The text of a file as `table(_:)` has it; so many tasks share the rows of a large workbook.
  func table(_ file: File, tasks: Int) async throws -> SourceText {
    guard isWorkbook(file.path), tasks > 1 else { return try table(file) }
    let (path, bytes) = (shown(file.path), try read(file))
    return (try await halvedWorkbookText(path, bytes) ?? workbookText(path, bytes)).sifted()
  }
}

/// Whether a file is read as a workbook by its name.
package func isWorkbook(_ path: String) -> Bool { path.hasSuffix(".xlsx") }

/// A workbook as the text of a table, its visible sheets one after the other: a row a line, with a grid that knows its
/// places. What cannot be read has a grid that says why, and no text.
package func workbookText(_ path: String, _ bytes: [UInt8]) -> SourceText {
  do throws(WorkbookFault) {
    guard let texts = try SheetTexts(path, bytes, .whole) else { throw .none }
    return SourceText(path: path, bytes: texts.bytes, grid: texts.grid)
  } catch {
    var grid = SheetGrid()
    grid.diagnostics = [unreadable(error, Place(path))]
    return SourceText(path: path, bytes: [], grid: grid)
  }
}

/// A workbook as `workbookText` has it, its largest sheet read in two halves at once.
///
/// - Parameter from: how many bytes, unpacked, that sheet has at least.
/// - Returns: nil where it is smaller, cannot be halved or is faulty in any way.
package func halvedWorkbookText(_ path: String, _ bytes: [UInt8], from: UInt64 = 4 << 20) async throws -> SourceText? {
  let halves = try await concurrentMap([SheetSide.firstHalf, .secondHalf], tasks: 2) { side in
    Result { () throws(WorkbookFault) in try SheetTexts(path, bytes, side, halvedFrom: from) }
  }
  guard case .success(var texts?) = halves[0], case .success(let rest?) = halves[1] else { return nil }
  texts.append(rest)
  return texts.isTooLarge ? nil : SourceText(path: path, bytes: texts.bytes, grid: texts.grid)
}

private func nothingShown(_ place: Place) -> Diagnostic {
  WorkbookRules.unreadable.at(
    place, Wording("工作簿里没有看得见的工作表", en: "the workbook shows no sheet"),
    help: Wording("在 Excel 或 WPS 里把账本的工作表取消隐藏，再保存", en: "show the sheet of the ledger, and save the file again"))
}

private func passedOver(_ hidden: [String], _ place: Place) -> Diagnostic {
  let names = hidden.map { "“\($0)”" }
  return WorkbookRules.hidden.at(
    place,
    Wording(
      "隐藏的工作表没有读：\(names.joined(separator: "、"))", en: "hidden sheets are not read: \(names.joined(separator: ", "))"),
    help: Wording("要读的，在 Excel 或 WPS 里取消隐藏再保存", en: "show what is to be read, and save the file again"))
}

private func unreadable(_ fault: WorkbookFault, _ place: Place) -> Diagnostic {
  let saveAs = Wording(
    "用 Excel 或 WPS 打开它，另存为“Excel 工作簿（.xlsx）”，或另存为 CSV，文件名写 ledger.csv",
    en: "open it in Excel or WPS and save it as a workbook (.xlsx), or as CSV named ledger.csv")
  func refuse(_ message: Wording, _ help: Wording? = nil) -> Diagnostic {
    WorkbookRules.unreadable.at(place, message, help: help ?? saveAs)
  }
  switch fault {
  case .none: return refuse(Wording("文件不是 Excel 工作簿，只是用了 .xlsx 的名字", en: "the file is no workbook but for its name"))
  case .oldForm: return refuse(Wording("文件是老格式（.xls）的工作簿", en: "the file is a workbook in the old form (.xls)"))
  case .binaryForm: return refuse(Wording("文件是二进制格式（.xlsb）的工作簿", en: "the file is a workbook in binary form (.xlsb)"))
  case .encrypted:
    return refuse(
      Wording("工作簿加了密码，读不了", en: "the workbook needs a password"),
      Wording("在 Excel 或 WPS 里打开，去掉打开密码，再保存", en: "open it in Excel or WPS, remove its password and save it"))
  case .macros:
    return refuse(
      Wording("工作簿带有宏（程序），不读", en: "the workbook holds macros, which are programs"),
      Wording(
        "用 Excel 或 WPS 打开，另存为不带宏的“Excel 工作簿（.xlsx）”",
        en: "open it in Excel or WPS and save it as a workbook without macros"))
  case .tooLarge:
    return refuse(
      Wording("工作簿解开后大得不像账本", en: "unpacked, the workbook is larger than any ledger"),
      Wording(
        "只把有账的工作表复制到新的工作簿，另存为 .xlsx 或 CSV",
        en: "copy the sheets of the ledger into a new workbook, and save it as .xlsx or CSV"))
  case .damaged(let part):
    return refuse(
      part.isEmpty
        ? Wording("工作簿损坏了，读不了", en: "the workbook is damaged")
        : Wording("工作簿损坏了，读不了其中的 \(part)", en: "the workbook is damaged: its part \(part) cannot be read"))
  }
}

/// The sheets of a workbook as lines of a table, or of those lines one half.
private struct SheetTexts: Sendable {
  private(set) var bytes: [UInt8]
  private(set) var grid: SheetGrid

  /// No ledger is so large.
  var isTooLarge: Bool { bytes.count > WorkbookLines.limit }

  /// The sheets before the largest are of the first half, those behind it of the second; nil where it is too small to be
  /// halved.
  init?(_ path: String, _ file: [UInt8], _ side: SheetSide, halvedFrom: UInt64 = 0) throws(WorkbookFault) {
    let lines = WorkbookLines()
    let isRead = try withWorkbook(file) { book throws(WorkbookFault) in
      let shown = book.sheets.indices.filter { !book.sheets[$0].isHidden }
      let largest = shown.max { book.sheets[$0].size < book.sheets[$1].size }
      if side != .whole, largest.map({ book.sheets[$0].size < halvedFrom }) ?? true { return false }
      lines.grid.countsFrom1904 = book.countsFrom1904
      for index in shown {
        let isCut = side != .whole && index == largest
        if side != .whole, !isCut, (index < largest ?? 0) != (side == .firstHalf) { continue }
        lines.grid.begin(Worksheet(number: index + 1, name: book.sheets[index].name))
        for merged in try book.read(book.sheets[index], isCut ? side : .whole, lines.add) {
          lines.grid.merge(rows: merged.rows, column: merged.columns.lowerBound)
        }
        if lines.isTooLarge { throw .tooLarge }
      }
      let hidden = book.sheets.filter(\.isHidden).map(\.name)
      if shown.isEmpty {
        lines.grid.diagnostics.append(nothingShown(Place(path)))
      } else if !hidden.isEmpty, side != .secondHalf {
        lines.grid.diagnostics.append(passedOver(hidden, Place(path)))
      }
      return true
    }
    guard isRead else { return nil }
    (bytes, grid) = (lines.bytes, lines.grid)
  }

  mutating func append(_ rest: SheetTexts) {
    grid.append(rest.grid, at: bytes.count)
    bytes += rest.bytes
  }
}

/// Writes rows of a workbook as lines of a table.
private final class WorkbookLines {
  var bytes: [UInt8] = []
  var grid = SheetGrid()

  static let limit = 256 << 20

  var isTooLarge: Bool { bytes.count > Self.limit }

  /// False where it is too much.
  func add(_ row: SheetRow) -> Bool {
    grid.add(row: row.number, at: bytes.count)
    var column = 1
    for cell in row.cells {
      while column < cell.column {
        bytes.append(0x2C)
        column += 1
      }
      append(cell, row)
    }
    bytes.append(0x0A)
    return !isTooLarge
  }

  private func append(_ cell: SheetCell, _ row: SheetRow) {
    switch cell.value {
    case .text, .formula: append(row.bytes[cell.range])
    case .error: append(row.bytes[cell.range])
    case .flag: bytes += (row.bytes[cell.range].first == 48 ? "FALSE" : "TRUE").utf8
    case .moment:
      let text = String(decoding: row.bytes[cell.range], as: UTF8.self).replacing("T00:00:00", with: "")
      append(Array(text.replacing("T", with: " ").utf8)[...])
    case .number(.number): bytes += shownNumber(row.bytes[cell.range]) ?? Array(row.bytes[cell.range])
    case .number(let form): bytes += shownDay(row.bytes[cell.range], form)
    }
  }

  /// In quotes where commas, quotes or line ends stand in it.
  private func append(_ text: ArraySlice<UInt8>) {
    guard text.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
      bytes += text
      return
    }
    bytes.append(0x22)
    for byte in text {
      if byte == 0x22 { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// A serial number as the day and time that it is shown as: `2026-01-12`, `2026-01-12 08:30:00`, `08:30:00`.
  private func shownDay(_ stored: ArraySlice<UInt8>, _ form: NumberForm) -> [UInt8] {
    guard let serial = serialDay(stored) else { return shownNumber(stored) ?? Array(stored) }
    let (days, time) = serial
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let clock = "\(two(time / 3600)):\(two(time / 60 % 60)):\(two(time % 60))"
    if days == 0, form == .time { return Array(clock.utf8) }
    let day = Day(serialOfWorkbook: days, countsFrom1904: grid.countsFrom1904).iso
    return Array((time == 0 ? day : "\(day) \(clock)").utf8)
  }
}

/// The day and the second that a serial number means: `46089`, `46089.354166666664`; nil for what is none. Six decimals of
/// a day tell its second.
private func serialDay(_ stored: ArraySlice<UInt8>) -> (day: Int, second: Int)? {
  guard let shown = shownNumber(stored) else { return nil }
  let parts = String(decoding: shown, as: UTF8.self).split(separator: ".")
  let decimals = parts.count > 1 ? String(parts[1]) : ""
  guard let day = parts.first.flatMap({ Int($0) }), (0..<2_958_466).contains(day), decimals.count <= 6,
    let millionths = Int(decimals + String(repeating: "0", count: 6 - decimals.count))
  else { return nil }
  let second = (millionths * 86_400 + 500_000) / 1_000_000
  return second < 86_400 ? (day, second) : (day + 1, 0)
}

/// The rules of workbooks.
package enum WorkbookRules {
  package static let unreadable = Rule(
    "workbook-unreadable", .error,
    Wording(
      "账本可以是 Excel、WPS 的工作簿（.xlsx），不带宏，不加密码。老格式（.xls、.et）要另存为 .xlsx 或 CSV。",
      en: """
        A ledger may be a workbook of Excel or WPS (.xlsx), without macros and without a password. Older forms (.xls) \
        are saved as .xlsx or CSV.
        """),
    wrong: "finance/2026/ledger.xlsx (hex):\nD0 CF 11 E0 A1 B1 1A E1",
    right: "finance/2026/ledger.xlsx (xlsx)")
  package static let hidden = Rule(
    "sheet-hidden", .note,
    Wording("工作簿里隐藏的工作表不读，也不公开。", en: "Hidden sheets of a workbook are not read."),
    wrong: "finance/2026/ledger.xlsx (xlsx):\n# 账\n日期,凭证号,科目,摘要,收入,支出,资金\n# 旧账 hidden",
    right: "finance/2026/ledger.xlsx (xlsx)")
  package static let all = [unreadable, hidden]
}
