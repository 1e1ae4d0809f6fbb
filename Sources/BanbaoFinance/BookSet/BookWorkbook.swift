import BanbaoHTML

/// Books as the parts of an OOXML workbook (ECMA-376), one sheet a book: texts stay texts, amounts are numbers.
struct BookWorkbook {
  let pages: [BookPage]

  /// In the order in which they are packed.
  var parts: [(name: String, bytes: [UInt8])] {
    let sheets = pages.enumerated().map { (number: $0 + 1, name: Self.sheetName($1)) }
    let types = sheets.map {
      "<Override PartName=\"/xl/worksheets/sheet\($0.number).xml\" ContentType=\"\(Self.type)worksheet+xml\"/>"
    }
    let names = sheets.map { "<sheet name=\"\($0.name)\" sheetId=\"\($0.number)\" r:id=\"r\($0.number)\"/>" }
    // The heads of columns on every sheet of paper.
    let titles = sheets.map {
      "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"\($0.number - 1)\">'\($0.name)'!$1:$1</definedName>"
    }
    let relations = sheets.map { Self.relation("r\($0.number)", "worksheet", "worksheets/sheet\($0.number).xml") }
    let contents = """
      <Types xmlns="\(Self.packages)content-types"><Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Override PartName="/xl/workbook.xml" ContentType="\(Self.type)sheet.main+xml"/>\
      <Override PartName="/xl/styles.xml" ContentType="\(Self.type)styles+xml"/>\(types.joined())</Types>
      """
    let workbook = """
      <workbook xmlns="\(Self.main)" xmlns:r="\(Self.relations)"><sheets>\(names.joined())</sheets>\
      <definedNames>\(titles.joined())</definedNames></workbook>
      """
    return [
      ("[Content_Types].xml", Self.part(contents)),
      ("_rels/.rels", Self.relationships([Self.relation("r1", "officeDocument", "xl/workbook.xml")])),
      ("xl/workbook.xml", Self.part(workbook)),
      (
        "xl/_rels/workbook.xml.rels",
        Self.relationships(relations + [Self.relation("styles", "styles", "styles.xml")])
      ),
      ("xl/styles.xml", Self.part(Self.styles)),
    ] + pages.enumerated().map { ("xl/worksheets/sheet\($0 + 1).xml", Self.sheet($1)) }
  }

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packages = "http://schemas.openxmlformats.org/package/2006/"
  private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml."
  /// 0 text, 1 amount, 2 head, 3 text of a total, 4 amount of a total.
  private static let styles = """
    <styleSheet xmlns="\(main)"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/>\
    <name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill>\
    <patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/>\
    </cellStyleXfs><cellXfs count="5"><xf/><xf numFmtId="4" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/>\
    <xf fontId="1" applyFont="1"/><xf numFmtId="4" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>
    """

  private static func part(_ text: String) -> [UInt8] {
    Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\(text)".utf8)
  }

  private static func relation(_ name: String, _ type: String, _ target: String) -> String {
    "<Relationship Id=\"\(name)\" Type=\"\(relations)/\(type)\" Target=\"\(target)\"/>"
  }

  private static func relationships(_ relations: [String]) -> [UInt8] {
    part("<Relationships xmlns=\"\(packages)relationships\">\(relations.joined())</Relationships>")
  }

  /// At most 31 characters, none of `[]:*?/\`: titles of books are short and plain.
  private static func sheetName(_ page: BookPage) -> String { String(page.title.prefix { $0 != "（" }) }

  private static func sheet(_ page: BookPage) -> [UInt8] {
    let heads = page.keyColumns + page.columns.map(\.label)
    var bytes = part(
      """
      <worksheet xmlns="\(main)"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">\
      <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
      <sheetFormatPr defaultColWidth="14" defaultRowHeight="15"/><sheetData><row>
      """)
    for head in heads { append(.text(head), style: 2, to: &bytes) }
    bytes += Array("</row>".utf8)
    for section in page.sections {
      for row in section.rows {
        bytes += Array("<row>".utf8)
        for key in section.key { append(.text(key), style: row.isTotal ? 3 : 0, to: &bytes) }
        for cell in row.cells { append(cell, style: row.isTotal ? 3 : 0, to: &bytes) }
        bytes += Array("</row>".utf8)
      }
    }
    let setup = "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>"
    bytes += Array("</sheetData>\(setup)</worksheet>".utf8)
    return bytes
  }

  private static func append(_ cell: BookPage.Cell, style: Int, to bytes: inout [UInt8]) {
    if case .amount = cell {
      bytes += Array("<c s=\"\(style + 1)\"><v>\(cell.plain)</v></c>".utf8)
    } else if cell.plain.isEmpty {
      bytes += Array("<c s=\"\(style)\"/>".utf8)
    } else {
      bytes += Array("<c s=\"\(style)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">".utf8)
      bytes.appendEscaped(cell.plain)
      bytes += Array("</t></is></c>".utf8)
    }
  }
}
