import BanbaoFiles
import TestSupport
import Testing

/// Workbooks, cell by cell.
@Suite struct WorkbookTests {
  /// Each cell as `SHEET!CELL KIND TEXT`, or why there is none.
  private func read(_ bytes: [UInt8]) -> [String] {
    let taker = Taker()
    do {
      try withWorkbook(bytes) { book throws(WorkbookFault) in
        for sheet in book.sheets {
          for merged in try book.read(sheet, .whole, { taker.take(sheet.name, $0) }) {
            taker.cells.append("\(sheet.name) \(merged.rows) \(merged.columns)")
          }
        }
      }
    } catch {
      return ["\(error)"]
    }
    return taker.cells
  }

  private final class Taker {
    var cells: [String] = []
    func take(_ sheet: String, _ row: SheetRow) -> Bool {
      for cell in row.cells {
        let text = String(decoding: row.bytes[cell.range], as: UTF8.self)
        cells.append("\(sheet)!\(row.number):\(cell.column) \(cell.value) \(text)")
      }
      return true
    }
  }

  /// A workbook with one sheet of some XML.
  private func book(_ rows: String, _ parts: [String: String] = [:]) -> [UInt8] {
    var file = WorkbookFile([WorkbookFile.Sheet("甲", [])])
    file.parts = ["xl/worksheets/sheet1.xml": "<worksheet><sheetData>\(rows)</sheetData></worksheet>"]
    file.parts.merge(parts) { $1 }
    return file.bytes
  }

  @Test func `every kind of cell is read with its place`() {
    let shared = """
      <sst><si><t>购</t></si><si><r><t>跳</t></r><r><t xml:space="preserve">绳 </t></r><rPh sb="0" eb="1"><t>tiao</t></rPh></si>\
      <si><t>a_x000D_b_x5F_</t></si></sst>
      """
    let cells = """
      <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c t="s"><v>2</v></c></row>\
      <row><c t="inlineStr"><is><t>内</t><rPh><t>nei</t></rPh></is></c><c t="str"><f>A1</f><v>算</v></c>\
      <c t="str"><f>A1</f><v></v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c><v>12.300000000000001</v></c>\
      <c s="1"><v>46034</v></c><c t="d"><v>2026-01-12T00:00:00</v></c><c><f>E2*2</f></c><c><f>E2</f><v></v></c>\
      <c><f>E2*3</f><v>6</v></c><c s="1"/></row>
      """
    #expect(
      read(book(cells, ["xl/sharedStrings.xml": shared])) == [
        "甲!2:1 text 购", "甲!2:3 text 跳绳 ", "甲!2:4 text a\rb_x5F_", "甲!3:1 text 内", "甲!3:2 text 算",
        "甲!3:4 flag 1", "甲!3:5 error #REF!", "甲!3:6 number(BanbaoFiles.NumberForm.number) 12.300000000000001",
        "甲!3:7 number(BanbaoFiles.NumberForm.day) 46034", "甲!3:8 moment 2026-01-12T00:00:00",
        "甲!3:9 formula =E2*2", "甲!3:10 formula =E2", "甲!3:11 number(BanbaoFiles.NumberForm.number) 6",
      ])
  }

  @Test func `parts are found by relative, absolute and odd names, in the strict form too`() {
    let sheet =
      "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    let strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    for (name, target) in [
      ("xl/worksheets/sheet1.xml", "worksheets/sheet1.xml"), ("xl/worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml"),
      ("xl\\worksheets\\Sheet1.xml", "./worksheets/../worksheets/sheet1.xml"), ("data/a.xml", "../data/a.xml"),
    ] {
      let bytes = storedZip(
        [
          ("[Content_Types].xml", "<Types/>"),
          (
            "_rels/.rels",
            "<Relationships><Relationship Id=\"a\" Type=\"\(strict)/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"
          ),
          ("xl/workbook.xml", "<workbook><sheets><sheet name=\"乙\" id=\"b\"/></sheets></workbook>"),
          (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"b\" Type=\"\(strict)/worksheet\" Target=\"\(target)\"/></Relationships>"
          ),
          (name, sheet),
        ].map { (Array($0.0.utf8), Array($0.1.utf8)) })
      #expect(read(bytes) == ["乙!1:1 number(BanbaoFiles.NumberForm.number) 1"])
    }
  }

  @Test(arguments: [
    (14, "", "day"), (22, "", "dayAndTime"), (20, "", "time"), (27, "", "day"), (31, "", "day"), (33, "", "time"),
    (36, "", "day"), (46, "", "number"), (57, "", "day"), (58, "", "day"), (2, "", "number"), (44, "", "number"),
    (164, "yyyy\"年\"m\"月\"d\"日\"", "day"), (164, "yyyy年m月d日;@", "day"), (164, "[$-804]yyyy/m/d h:mm", "dayAndTime"),
    (164, "[DBNum1][$-804]m月d日", "day"), (164, "h:mm:ss", "time"), (164, "[h]:mm", "number"), (164, "mm\\-dd", "day"),
    (164, "0.00E+00", "number"), (164, "[Red]#,##0.00", "number"), (164, "0.00\"元/日\"", "number"), (164, "@", "number"),
    (164, "General", "number"), (164, "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "number"),
    (164, "\"d\"0", "number"), (164, "上午/下午h\"时\"mm\"分\"", "time"),
  ])
  func `the form of a number says whether it is a day`(number: Int, code: String, form: String) {
    let escaped = code.replacing("\"", with: "&quot;")
    let formats = code.isEmpty ? "" : "<numFmts><numFmt numFmtId=\"\(number)\" formatCode=\"\(escaped)\"/></numFmts>"
    let styles =
      "<styleSheet>\(formats)<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"\(number)\"/></cellXfs></styleSheet>"
    #expect(
      read(book("<row><c s=\"1\"><v>46034.5</v></c></row>", ["xl/styles.xml": styles])) == [
        "甲!1:1 number(BanbaoFiles.NumberForm.\(form)) 46034.5"
      ])
  }

  @Test(arguments: [
    ("12.300000000000001", "12.3"), ("0.30000000000000004", "0.3"), ("1234.5599999999999", "1234.56"), ("5", "5"),
    ("-0.05", "-0.05"), ("1E+5", "100000"), ("1.5E-2", "0.015"), ("-1.4210854715202004E-14", "0"), ("0", "0"),
    ("-0", "0"), ("00012.50", "12.5"), (".5", "0.5"), ("99999999999.994995", "99999999999.995"),
    ("9999999999999999", "10000000000000000"), ("12.3456784", "12.345678"), ("0.9999999", "1"), ("1e400", nil),
    ("", nil), ("abc", nil), ("1.2.3", nil), ("123456789012345678", "123456789012346000"), ("46034", "46034"),
    ("1e", nil), ("12.30", "12.3"),
  ])
  func `a number is the decimal that is shown`(stored: String, shown: String?) {
    #expect(shownNumber(Array(stored.utf8)[...]).map { String(decoding: $0, as: UTF8.self) } == shown)
  }

  @Test func `a cell of a shared text without its number is empty`() {
    #expect(read(book("<row><c t=\"s\"/><c><v>7</v></c></row>")) == read(book("<row><c/><c><v>7</v></c></row>")))
    #expect(read(book("<row><c t=\"s\"/><c><v>7</v></c></row>")).count == 1)
  }

  @Test func `what cannot be read says why`() {
    func reason(_ bytes: [UInt8]) -> String { read(bytes).first ?? "" }
    let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(reason(Array("日期,凭证号".utf8)) == "none")
    #expect(reason(storedZip(["a.txt": "甲"])) == "none")
    #expect(reason(wordFile("")) == "none")
    #expect(reason([0x50, 0x4B, 0x03, 0x04]) == "damaged(\"\")")
    #expect(reason(ole) == "oldForm")
    #expect(reason(ole + Array("E".utf8) + "EncryptedPackage".utf16.flatMap { [UInt8($0), 0] }) == "encrypted")
    #expect(reason(book("", ["xl/vbaProject.bin": "x"])) == "macros")
    #expect(reason(book("<row><c t=\"s\"><v>7</v></c></row>")) == "damaged(\"xl/worksheets/sheet1.xml\")")
    #expect(reason(book("<row><c r=\"XFE1\"><v>7</v></c></row>")) == "damaged(\"xl/worksheets/sheet1.xml\")")
    #expect(reason(book("<row r=\"9999999\"><c><v>7</v></c></row>")) == "damaged(\"xl/worksheets/sheet1.xml\")")
    #expect(reason(book("<row>")) == "damaged(\"xl/worksheets/sheet1.xml\")")
    #expect(
      reason(book("", ["xl/worksheets/sheet1.xml": "<worksheet><sheetData>"]))
        == "damaged(\"xl/worksheets/sheet1.xml\")")
  }

  @Test func `what unpacks to more than it may is not unpacked, whatever it claims`() {
    let parts = [("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>")]
    let files = parts.map { (name: Array($0.0.utf8), content: Array($0.1.utf8)) }
    #expect(read(storedZip(files, claimed: 1 << 30)) == ["tooLarge"])
    let entity = "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><worksheet>&c;</worksheet>"
    #expect(read(book("", ["xl/worksheets/sheet1.xml": entity])) == ["damaged(\"xl/worksheets/sheet1.xml\")"])
    let long = String(repeating: "长", count: 1_500_000)
    #expect(read(book("<row><c t=\"str\"><v>\(long)</v></c></row>")) == ["tooLarge"])
  }

  @Test func `cells out of order are put in order, and two of one place are a fault`() {
    let cells = "<c r=\"C1\"><v>3</v></c><c r=\"A1\"><v>1</v></c>"
    #expect(read(book("<row>\(cells)</row>")).map { $0.suffix(1) } == ["1", "3"])
    #expect(read(book("<row>\(cells)<c r=\"C1\"><v>4</v></c></row>")) == ["damaged(\"xl/worksheets/sheet1.xml\")"])
  }

  @Test func `merged cells are told`() {
    var file = WorkbookFile([WorkbookFile.Sheet("甲", [["1"]])])
    file.sheets[0].merged = ["A1:B3", "C1", "B2:A1"]
    #expect(read(file.bytes).last == "甲 1...3 1...2")
  }

  @Test func `what is cut or spoilt anywhere never traps`() {
    let whole = WorkbookFile(lines: ["日期,摘要", "2026-01-12,购跳绳", "=A1+1,#REF!"]).bytes
    for length in stride(from: 0, to: whole.count, by: 7) { _ = read(Array(whole.prefix(length))) }
    for index in stride(from: 0, to: whole.count, by: 3) {
      var spoilt = whole
      spoilt[index] ^= 0x15
      _ = read(spoilt)
    }
  }
}
