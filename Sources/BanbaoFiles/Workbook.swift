/// 工作簿: a workbook in the form of Excel since 2007 (ECMA-376, also its strict form), read as it lies in its archive.
///
/// Sheets are read row by row, and nothing of them is held; only the texts that cells share are.
package struct Workbook {
  /// One sheet of cells.
  package struct Sheet: Sendable {
    package var name: String
    /// Whether Excel does not show it.
    package var isHidden: Bool
    fileprivate var part: ZipArchive.Entry

    /// Unpacked, in bytes, as the archive claims.
    package var size: UInt64 { part.size }
  }

  /// In the order in which they are shown; without charts, which have no cells.
  package let sheets: [Sheet]
  /// Whether its days count from 1904, as those of old Macs do.
  package let countsFrom1904: Bool
  private let archive: ZipArchive
  private let texts: SharedTexts
  private let forms: NumberForms

  /// What is read before any sheet: what sheets there are, the texts that they share, and which numbers are days.
  package init(_ archive: ZipArchive) throws(WorkbookFault) {
    self.archive = archive
    let parts = try WorkbookParts(archive)
    let main = try parts.mainPart()
    let list = SheetList()
    try archive.readXML(main, list)
    countsFrom1904 = list.countsFrom1904
    let related = try parts.relations(of: main)
    let forms = NumberForms()
    let texts = SharedTexts()
    for relation in related {
      if relation.isOf("styles"), let part = parts[relation.target] { try archive.readXML(part, forms) }
      if relation.isOf("sharedStrings"), let part = parts[relation.target] {
        try archive.readXML(part, texts)
        if texts.isTooLarge { throw .tooLarge }
      }
      if relation.isOf("vbaProject") { throw .macros }
    }
    self.forms = forms
    self.texts = texts
    var sheets: [Sheet] = []
    for item in list.items {
      // A sheet of a chart or of old macros holds no cells.
      guard let relation = related.first(where: { $0.id == item.relation }), relation.isOf("worksheet") else {
        continue
      }
      guard let part = parts[relation.target] else { throw .damaged(relation.target) }
      sheets.append(Sheet(name: item.name, isHidden: item.isHidden, part: part))
    }
    self.sheets = sheets
  }

  /// Reads a sheet row by row, from above.
  ///
  /// - Parameters:
  ///   - side: a half of it, so that two readers share the work. Not every sheet can be halved; one that cannot is said to
  ///     be damaged, and is to be read whole.
  ///   - take: is given each row that holds anything; false where it wants no more.
  /// - Returns: the cells that were merged; sheets list them behind their rows, thus none in the first half.
  package func read(
    _ sheet: Sheet, _ side: SheetSide = .whole, _ take: @escaping (SheetRow) -> Bool
  ) throws(WorkbookFault) -> [MergedCells] {
    try archive.readRows(sheet.part, side, texts, forms, take)
  }
}

/// Why a workbook cannot be read.
package enum WorkbookFault: Error, Hashable {
  /// It is none.
  case none
  /// It is one in the form before 2007 (.xls), or of another program.
  case oldForm
  /// It is in Excel's binary form (.xlsb).
  case binaryForm
  /// It opens with a password only.
  case encrypted
  /// It holds a program, which nobody can look through here.
  case macros
  /// Unpacked it would be larger than any book of account: an archive made to fill a computer's memory, or a mistake.
  case tooLarge
  /// A part of it is missing, cut off or no XML.
  case damaged(String)
}

/// Cells merged into one, which has the value of the first; the others have none.
package struct MergedCells: Hashable, Sendable {
  /// From 1.
  package var rows: ClosedRange<Int>
  package var columns: ClosedRange<Int>
}

/// Opens a workbook of some bytes.
package func withWorkbook<Result>(
  _ bytes: [UInt8], _ work: (Workbook) throws(WorkbookFault) -> Result
) throws(WorkbookFault) -> Result {
  if FileForm(bytes) == .ole { throw oleFault(bytes) }
  guard FileForm(bytes) == .zip else { throw .none }
  let result = withZip(bytes) { archive -> Swift.Result<Result, WorkbookFault> in
    do throws(WorkbookFault) {
      return .success(try work(try Workbook(archive)))
    } catch {
      return .failure(error)
    }
  }
  guard let result else { throw .damaged("") }
  return try result.get()
}

/// An encrypted workbook lies in a file of the old form, as the stream `EncryptedPackage`.
private func oleFault(_ bytes: [UInt8]) -> WorkbookFault {
  let name = Array(
    "EncryptedPackage".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] })
  var matched = 0
  for byte in bytes {
    // Its first byte occurs once more within it, but never where a shorter beginning could start anew.
    matched = byte == name[matched] ? matched + 1 : byte == name[0] ? 1 : 0
    if matched == name.count { return .encrypted }
  }
  return .oldForm
}

/// The part that lists the sheets.
private final class SheetList: XMLHandler {
  struct Item {
    var name: String
    var relation: String
    var isHidden: Bool
  }
  private(set) var items: [Item] = []
  private(set) var countsFrom1904 = false

  func start(_ name: XMLText, _ attributes: XMLAttributes) {
    switch name {
    case "workbookPr":
      if let value = attributes["date1904"] { countsFrom1904 = value == "1" || value == "true" || value == "on" }
    case "sheet":
      items.append(
        Item(
          name: attributes["name"]?.string ?? "", relation: attributes["id"]?.string ?? "",
          isHidden: attributes["state"].map { $0 == "hidden" || $0 == "veryHidden" } ?? false))
    default: break
    }
  }
  func end(_ name: XMLText) {}
  func text(_ bytes: UnsafeRawBufferPointer) {}
}
