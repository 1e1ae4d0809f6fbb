import BanbaoDiagnostics
import BanbaoSite
import TestSupport
import Testing

@testable import BanbaoSource

/// A large workbook is read in two halves at once, and nobody can tell.
@Suite struct HalvedWorkbookTests {
  /// Says where two readings of a workbook differ, byte by byte and cell by cell; nil where they do not.
  private func difference(_ halved: SourceText, _ whole: SourceText) -> String? {
    if halved.bytes != whole.bytes { return "the text" }
    guard let (one, other) = halved.grid.flatMap({ one in whole.grid.map { (one, $0) } }) else { return "a grid" }
    if one.diagnostics.map(\.message.zh) != other.diagnostics.map(\.message.zh) { return "what is said" }
    if one.sheets.map({ "\($0.worksheet)" }) != other.sheets.map({ "\($0.worksheet)" }) { return "the sheets" }
    for sheet in one.sheets.indices {
      for row in 1...201 {
        let merged = [one, other].map { $0.merged(in: sheet, row: row).map { "\($0.column) \($0.lastRow)" }.sorted() }
        if merged[0] != merged[1] { return "merged cells" }
      }
    }
    let cells = whole.bytes.indices.filter { whole.bytes[$0] == 0x2C || whole.bytes[$0] == 0x0A }
    return cells.first { halved.place(at: $0).address != whole.place(at: $0).address }.map { "the place of byte \($0)" }
  }

  private static let texts = [
    "购 书", "</row>", "a,\"b\"\nc", "2026-03-01", "12.50", "=SUM(A1:A2)|3", "<!-- </row> -->", "", "#REF!", "&amp;",
    "合计",
  ]

  @Test(arguments: 0..<10)
  func `halves come to the whole`(seed: Int) async throws {
    var random = SplitMix64(seed: UInt64(seed))
    var file = WorkbookFile(
      (1...Int.random(in: 1...4, using: &random)).map { number in
        var sheet = WorkbookFile.Sheet(
          "表\(number)",
          (0..<Int.random(in: 0...200, using: &random)).map { _ in
            (0..<Int.random(in: 0...6, using: &random)).map { _ in Self.texts.randomElement(using: &random) ?? "" }
          })
        sheet.isHidden = Int.random(in: 0..<5, using: &random) == 0
        if sheet.rows.count > 4 { sheet.merged = ["A1:A3", "B2:C\(sheet.rows.count)"] }
        return sheet
      })
    file.countsFrom1904 = Bool.random(using: &random)
    let whole = workbookText("ledger.xlsx", file.bytes)
    let halved = try await halvedWorkbookText("ledger.xlsx", file.bytes, from: 0)
    let hasRows = file.sheets.contains { !$0.isHidden && $0.rows.count > 20 }
    #expect(halved != nil || !hasRows)
    #expect(halved.flatMap { difference($0, whole) } == nil)
  }

  /// A sheet with a hundred rows of its own around what stands in its middle.
  private func sheet(_ middle: String, numbered: Bool = true) -> [UInt8] {
    func rows(_ numbers: Range<Int>) -> String {
      numbers.map { "<row\(numbered ? " r=\"\($0)\"" : "")><c><v>\($0)</v></c></row>" }.joined()
    }
    var file = WorkbookFile([WorkbookFile.Sheet("甲", [])])
    file.parts = [
      "xl/worksheets/sheet1.xml":
        "<worksheet><sheetData>\(rows(1..<50))\(middle)\(rows(60..<109))</sheetData></worksheet>"
    ]
    return file.bytes
  }

  private static let looks = String(repeating: "</row> ", count: 500)

  @Test(arguments: [
    "<!-- \(looks) -->", "<?note \(looks)?>",
    "<row r=\"55\"><c t=\"str\"><v><![CDATA[\(looks)]]></v></c></row>",
    "<row r=\"55\" note='\(looks.replacing("<", with: "&lt;"))'><c t=\"str\"><v>\(looks.replacing("<", with: "&lt;"))</v></c></row>",
    "<extra>\(String(repeating: "<row r=\"56\"><c><v>1</v></c></row>", count: 200))</extra>",
  ])
  func `what only looks like the end of a row does not change the reading`(middle: String) async throws {
    let whole = workbookText("ledger.xlsx", sheet(middle))
    let halved = try await halvedWorkbookText("ledger.xlsx", sheet(middle), from: 0)
    #expect(whole.grid?.sheets.count == 1)
    #expect(halved.flatMap { difference($0, whole) } == nil)
    #expect((halved == nil) == !middle.contains("&lt;"), "what only looks like an end was taken for one")
  }

  @Test(arguments: ["<row r=\"3\">", "</row>", "</sheetData>", "<row r=\"1048577\"><c><v>1</v></c></row>", "&no;"])
  func `what is faulty is said of the whole`(middle: String) async throws {
    #expect(workbookText("ledger.xlsx", sheet(middle)).grid?.diagnostics.count == 1)
    #expect(try await halvedWorkbookText("ledger.xlsx", sheet(middle), from: 0) == nil)
  }

  @Test func `rows without numbers are counted by one reader`() async throws {
    let bytes = sheet("", numbered: false)
    #expect(workbookText("ledger.xlsx", bytes).bytes.count { $0 == 0x0A } == 98)
    #expect(try await halvedWorkbookText("ledger.xlsx", bytes, from: 0) == nil)
  }
}
