import BanbaoFiles
import Foundation
import TestSupport
import Testing

/// Workbooks as readers read them that nobody here wrote: openpyxl, which writes them too, and calamine.
@Suite struct OtherReaderTests {
  /// A thousand were read once; each takes their writer a tenth of a second.
  private static let count = ProcessInfo.processInfo.environment["BANBAO_WORKBOOKS"].flatMap(Int.init) ?? 40

  private static let modules = "openpyxl, python_calamine"

  @Test(.enabled("openpyxl and python-calamine are not installed") { await Python.having(modules) != nil })
  func `every cell of generated books is what openpyxl and calamine read`() async throws {
    let python = try #require(await Python.having(Self.modules))
    let folder = try TemporaryFolder()
    let written = try await python.run(
      "Tests/FilesTests/checks/workbooks.py", [folder.path, "\(Self.count)"], in: folder)
    #expect(written.status == 0, "\(written.errors)")
    var cells = 0
    for number in 0..<Self.count {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder("\(number).xlsx"))))
      let own = try OwnCells(bytes)
      cells += own.all.count
      #expect(try differences(own.all, try folder.text("\(number).openpyxl")) == [], "book \(number), openpyxl")
      #expect(
        try differences(own.visibleValues, try folder.text("\(number).calamine")) == [], "book \(number), calamine")
    }
    #expect(cells > 50 * Self.count)
  }

  /// What one of two readings has and the other has not.
  private func differences(_ own: Set<String>, _ text: String) throws -> [String] {
    let other = Set(text.split(separator: "\n").map { String($0) })
    return own.subtracting(other).map { "ours \($0)" } + other.subtracting(own).map { "theirs \($0)" }
  }
}

/// The cells of a workbook as the script of the other readers writes them.
private final class OwnCells {
  private(set) var all: Set<String> = []
  /// Without what calamine does not tell.
  private(set) var visibleValues: Set<String> = []

  init(_ bytes: [UInt8]) throws {
    try withWorkbook(bytes) { book throws(WorkbookFault) in
      for (index, sheet) in book.sheets.enumerated() {
        _ = try book.read(sheet) { row in
          for cell in row.cells {
            let text = String(decoding: row.bytes[cell.range], as: UTF8.self)
            let (kind, value) = Self.told(cell, text)
            let line = "\(index + 1)\t\(row.number)\t\(cell.column)\t\(kind)\t\(value)"
            self.all.insert(line)
            if !sheet.isHidden, kind != "formula", kind != "error" { self.visibleValues.insert(line) }
          }
          return true
        }
      }
    }
  }

  private static func told(_ cell: SheetCell, _ text: String) -> (kind: String, value: String) {
    switch cell.value {
    case .text: ("text", json(text))
    case .number(.number): ("number", number(text))
    case .number: ("moment", "\(Int(((Double(text) ?? .nan) * 86_400).rounded()))")
    case .flag: ("flag", text)
    case .moment: ("moment", text)
    case .error: ("error", text)
    case .formula: ("formula", json(text))
    }
  }

  /// A number as the bits of its double.
  private static func number(_ text: String) -> String {
    let bits = String((Double(text) ?? .nan).bitPattern, radix: 16)
    return String(repeating: "0", count: 16 - bits.count) + bits
  }

  private static func json(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\n": json += "\\n"
      case "\t": json += "\\t"
      case "\r": json += "\\r"
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }
}
