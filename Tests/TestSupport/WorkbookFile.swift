/// A workbook of which every part is written out, so that a test sees what its reader reads.
///
/// A cell is written as its text: `12.5` is a number, `2026-01-12` a day (the number of it, in the form of one), `#REF!` an
/// error, `=A1+1` a formula that nobody has computed and `=A1+1|3` one with its value; `'12` and all else are texts.
package struct WorkbookFile {
  /// One sheet of it.
  package struct Sheet {
    package var name: String
    package var rows: [[String]]
    package var isHidden = false
    /// Such as `A1:A3`.
    package var merged: [String] = []

    package init(_ name: String, _ rows: [[String]]) {
      self.name = name
      self.rows = rows
    }
  }

  package var sheets: [Sheet]
  package var countsFrom1904 = false
  /// Parts put in besides, or in the place of others.
  package var parts: [String: String] = [:]

  package init(_ sheets: [Sheet]) { self.sheets = sheets }

  /// A workbook as lines tell it: `# NAME` begins a sheet, `# NAME hidden` a hidden one; other lines are rows, their cells
  /// between commas, in quotes where they hold commas.
  package init(lines: [String]) {
    sheets = []
    for line in lines {
      if line.hasPrefix("# ") {
        var sheet = Sheet(String(line.dropFirst(2)), [])
        if sheet.name.hasSuffix(" hidden") {
          sheet.name.removeLast(7)
          sheet.isHidden = true
        }
        sheets.append(sheet)
      } else {
        if sheets.isEmpty { sheets.append(Sheet("Sheet1", [])) }
        sheets[sheets.count - 1].rows.append(Self.cells(line))
      }
    }
    if sheets.isEmpty { sheets.append(Sheet("Sheet1", [["日期", "凭证号", "科目", "摘要", "收入", "支出", "资金"]])) }
  }

  /// The cells of a line as CSV writes them.
  package static func cells(_ line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  /// The bytes of the file.
  package var bytes: [UInt8] {
    var texts: [String] = []
    var all: [String: String] = [
      "[Content_Types].xml": "<Types xmlns=\"urn:types\"/>",
      "_rels/.rels":
        "<Relationships><Relationship Id=\"rId1\" Type=\"\(Self.type)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
      "xl/styles.xml":
        "<styleSheet><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
    ]
    var list = ""
    var related = ""
    for (index, sheet) in sheets.enumerated() {
      let state = sheet.isHidden ? " state=\"hidden\"" : ""
      list += "<sheet name=\"\(escaped(sheet.name))\" sheetId=\"\(index + 1)\"\(state) r:id=\"rId\(index + 1)\"/>"
      related += relation("rId\(index + 1)", "worksheet", "worksheets/sheet\(index + 1).xml")
      all["xl/worksheets/sheet\(index + 1).xml"] = xml(sheet, &texts)
    }
    let date = countsFrom1904 ? "<workbookPr date1904=\"1\"/>" : ""
    all["xl/workbook.xml"] =
      "<workbook xmlns=\"urn:main\" xmlns:r=\"urn:r\">\(date)<sheets>\(list)</sheets></workbook>"
    all["xl/_rels/workbook.xml.rels"] =
      "<Relationships>\(related)\(relation("s", "styles", "styles.xml"))\(relation("t", "sharedStrings", "sharedStrings.xml"))</Relationships>"
    all["xl/sharedStrings.xml"] = "<sst>\(texts.map { "<si><t>\(escaped($0))</t></si>" }.joined())</sst>"
    all.merge(parts) { $1 }
    return storedZip(all.sorted { $0.key < $1.key }.map { (Array($0.key.utf8), Array($0.value.utf8)) })
  }

  private static let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private func relation(_ id: String, _ type: String, _ target: String) -> String {
    "<Relationship Id=\"\(id)\" Type=\"\(Self.type)/\(type)\" Target=\"\(target)\"/>"
  }

  private func xml(_ sheet: Sheet, _ texts: inout [String]) -> String {
    var rows = ""
    for (number, cells) in sheet.rows.enumerated() {
      rows += "<row r=\"\(number + 1)\">"
      for (index, cell) in cells.enumerated() where !cell.isEmpty {
        rows += xml(cell, at: "\(letters(index + 1))\(number + 1)", &texts)
      }
      rows += "</row>"
    }
    let merged = sheet.merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    return "<worksheet><sheetData>\(rows)</sheetData><mergeCells>\(merged)</mergeCells></worksheet>"
  }

  private func xml(_ cell: String, at name: String, _ texts: inout [String]) -> String {
    if cell.hasPrefix("=") {
      let halves = cell.dropFirst().split(separator: "|", maxSplits: 1)
      let value = halves.count > 1 ? "<v>\(halves[1])</v>" : ""
      return "<c r=\"\(name)\"><f>\(escaped(String(halves.first ?? "")))</f>\(value)</c>"
    }
    if cell.wholeMatch(of: /#[A-Z0\/]+[!?]|#N\/A/) != nil { return "<c r=\"\(name)\" t=\"e\"><v>\(cell)</v></c>" }
    if let serial = serial(cell) { return "<c r=\"\(name)\" s=\"1\"><v>\(serial)</v></c>" }
    if cell.wholeMatch(of: /-?\d+(\.\d+)?/) != nil { return "<c r=\"\(name)\"><v>\(cell)</v></c>" }
    texts.append(cell.hasPrefix("'") ? String(cell.dropFirst()) : cell)
    return "<c r=\"\(name)\" t=\"s\"><v>\(texts.count - 1)</v></c>"
  }

  /// The number of a day; nil for what is none.
  private func serial(_ text: String) -> Int? {
    guard let match = text.wholeMatch(of: /(\d{4})-(\d\d)-(\d\d)/), let year = Int(match.output.1),
      let month = Int(match.output.2), let day = Int(match.output.3)
    else { return nil }
    // Counted from the first of March, so that the leap day comes last.
    let years = month < 3 ? year - 1 : year
    let months = month < 3 ? month + 9 : month - 3
    let days = years * 365 + years / 4 - years / 100 + years / 400 + (months * 153 + 2) / 5 + day
    return days - 693_900 - (countsFrom1904 ? 1_462 : 0)
  }

  private func letters(_ column: Int) -> String {
    let (rest, last) = ((column - 1) / 26, (column - 1) % 26)
    return (rest > 0 ? letters(rest) : "") + String(UnicodeScalar(UInt8(65 + last)))
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
