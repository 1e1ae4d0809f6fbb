import BanbaoDiagnostics
import Testing

/// Places in workbooks: a cell has a name, and a row and column besides.
@Suite struct WorkbookPlaceTests {
  private static let path = "content/finance/2026/ledger.xlsx"

  private func fault(_ sheet: Int, _ name: String, _ row: Int, _ column: Int) -> Diagnostic {
    Diagnostic(
      code: "c", severity: .error,
      place: Place(Self.path, Worksheet(number: sheet, name: name), row: row, column: column),
      message: Wording("坏", en: "bad"))
  }

  @Test func `faults of cells stand in the order of sheets, rows and columns`() {
    let faults = [
      fault(1, "二月", 0, 0), fault(1, "二月", 9, 1), fault(1, "二月", 10, 1), fault(1, "二月", 10, 28), fault(2, "一月", 2, 703),
    ]
    #expect(faults.reversed().inOrder() == faults)
    #expect(
      faults.map(\.place.address) == ["二月", "二月!A9", "二月!A10", "二月!AB10", "一月!AAA2"].map { "\(Self.path)!\($0)" })
  }

  @Test func `every format names the cell, and none shows a line of the file`() throws {
    let fault = fault(1, "Sheet1", 17, 4)
    let address = "\(Self.path)!Sheet1!D17"
    #expect(
      textForm([fault], language: .english, colour: false) { _ in "PK" } == "\(address):17:4: error: bad [c]\n")
    let json = jsonForm([fault], leftOut: [], language: .english)
    #expect(try value(json, "diagnostics", "0", "path") == address)
    #expect(try value(json, "diagnostics", "0", "line") == "17")
    #expect(try value(json, "diagnostics", "0", "column") == "4")
    #expect(
      gitHubForm([fault], language: .english)
        == "::error file=\(Self.path),line=17,col=4,title=c::\(address): bad\n")
    let sarif = sarifForm([fault], rules: [], version: "1", language: .english)
    let location = ["runs", "0", "results", "0", "locations", "0"]
    #expect(try value(sarif, location + ["physicalLocation", "artifactLocation", "uri"]) == Self.path)
    #expect(try value(sarif, location + ["logicalLocations", "0", "fullyQualifiedName"]) == address)
  }
}
