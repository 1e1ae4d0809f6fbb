import BanbaoFiles
import TestSupport
import Testing

/// What documents tell besides what they show.
@Suite struct DocumentFileTests {
  private func office(_ bytes: [UInt8]) -> OfficeFile? { withZip(bytes) { OfficeFile($0) } ?? nil }
  private func text(_ bytes: [UInt8]) -> String { String(decoding: office(bytes)?.text ?? [], as: UTF8.self) }

  @Test func `a document of Word tells its author, its last editor, its comments and its changes`() throws {
    let file = try #require(
      office(
        wordFile(
          "<w:p><w:ins w:author=\"甲\"><w:r><w:t>加</w:t></w:r></w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>",
          properties: "<dc:creator>张晓</dc:creator><cp:lastModifiedBy>李大明</cp:lastModifiedBy>",
          more: [
            "word/comments.xml":
              "<w:comments><w:comment w:id=\"0\"><w:p><w:r><w:t>改</w:t></w:r></w:p></w:comment></w:comments>"
          ])))
    #expect(file.author == "张晓" && file.lastEditor == "李大明")
    #expect(file.comments == 1 && file.changes == 2 && file.isWhole)
    #expect(String(decoding: file.text, as: UTF8.self) == "加删；\n改；\n")
  }

  @Test func `a text that Word cut into runs is read in one piece, and paragraphs and cells are not`() {
    #expect(text(wordFile("<w:p><w:r><w:t>138</w:t></w:r><w:r><w:t>00138000</w:t></w:r></w:p>")) == "13800138000；\n")
    #expect(
      text(wordFile("<w:tc><w:p><w:t>138</w:t></w:p></w:tc><w:tc><w:p><w:t>00138000</w:t></w:p></w:tc>"))
        == "138；\n00138000；\n")
  }

  @Test func `a workbook tells its texts and numbers, but neither the numbers of its texts nor its formulas`() {
    let book = storedZip([
      "[Content_Types].xml": "<Types/>",
      "xl/sharedStrings.xml": "<sst><si><t>姓名</t></si><si><r><t>张</t></r><r><t>晓</t></r></si></sst>",
      "xl/worksheets/sheet1.xml": """
      <worksheet><row><c t="s"><v>0</v></c><c><v>13800138000</v></c><c><f>1+1</f><v>2</v></c><c t="inlineStr"><is><t>丙</t></is></c></row></worksheet>
      """,
    ])
    #expect(text(book) == "姓名；\n张晓；\n13800138000；\n2；\n丙；\n")
  }

  @Test func `names of sheets, what pictures show and properties are read, and hidden sheets counted`() {
    let book = storedZip([
      "[Content_Types].xml": "<Types/>",
      "docProps/core.xml":
        "<p><dc:title>张晓的申请</dc:title><cp:keywords>困难</cp:keywords><cp:revision>13800138000</cp:revision></p>",
      "xl/workbook.xml":
        "<workbook><sheets><sheet name=\"名单\" state=\"veryHidden\"/><sheet name=\"甲\"/></sheets></workbook>",
    ])
    #expect(text(book) == "张晓的申请；\n困难；\n名单；\n甲；\n")
    #expect(office(book)?.hiddenSheets == 1)
  }

  /// Three fonts: Latin letters by themselves, codes that a table explains, and UTF-16.
  @Test(arguments: [
    ("(138) -20 (00138000) TJ", "13800138000", true), ("<00010002> Tj", "张晓", true),
    ("<5F20> Tj <6653> Tj", "张晓", true),
    ("<0001> Tj 0 -12 Td <0002> Tj", "张\n晓", true), ("<0009> Tj", "", false), ("(a\\)b) Tj", "a)b", true),
  ])
  func `the words of a PDF are read as far as its fonts explain them`(_ words: String, _ text: String, _ isWhole: Bool)
  {
    let table =
      "1 begincodespacerange <0000> <FFFF> endcodespacerange begincmap 1 beginbfchar <0002> <6653> endbfchar 1 beginbfrange <0001> <0001> [<5F20>] endbfrange"
    let isUnicode = words.contains("5F20")
    let file = PDFFile(
      Array(
        """
        %PDF-1.7
        1 0 obj << /Encoding /\(isUnicode ? "UniGB-UCS2-H" : "Identity-H") >> endobj
        2 0 obj << /Length 9 >> stream
        BT /F1 12 Tf [\(words) ET
        endstream endobj
        3 0 obj << /Length 9 >> stream
        \(isUnicode ? "" : table)
        endstream endobj
        """.utf8))
    // What may be Latin letters is read as those too.
    #expect(String(decoding: file.text, as: UTF8.self).hasSuffix(text.isEmpty ? "" : text + "\n"))
    #expect(file.isWhole == isWhole)
  }

  @Test(arguments: [
    ("/Resources << /ProcSet [/PDF /Text /ImageB /ImageC] >>", "13800138000\n", true), ("/Subtype /Image", "", true),
    ("/Filter /DCTDecode", "", true), ("/Filter /LZWDecode", "", false), ("/Filter [/RunLengthDecode]", "", false),
  ])
  func `a stream that cannot be unpacked is not taken for one without words`(
    _ entry: String, _ text: String, _ isWhole: Bool
  ) {
    let file = PDFFile(
      Array("%PDF-1.7\n1 0 obj << /Length 9 \(entry) >> stream\nBT (13800138000) Tj ET\nendstream endobj\n".utf8))
    #expect(String(decoding: file.text, as: UTF8.self) == text && file.isWhole == isWhole)
  }

  @Test func `an archive that is no document is none, and what claims too much is not unpacked`() {
    #expect(office(storedZip(["a.xml": "<a/>"])) == nil)
    #expect(withZip(Array("PK".utf8)) { _ in true } == nil)
    let bomb = storedZip([(Array("[Content_Types].xml".utf8), Array("<a>x</a>".utf8))], claimed: 1 << 30)
    #expect(office(bomb)?.isWhole == false && office(bomb)?.text == [])
  }

  @Test func `entities do not grow: a document type ends the reading`() {
    let body = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>"
    let file = office(storedZip(["[Content_Types].xml": "<Types/>", "word/document.xml": body]))
    #expect(file?.text == [] && file?.isWhole == false)
  }

  @Test(arguments: [
    ("/Author (Wang Wei)", "Wang Wei"), ("/Author<FEFF5F206653>", "张晓"),
    ("/Author (\\376\\377\\137\\040\\146\\123)", "张晓"),
    ("/Author (a\\(b\\) (c))", "a(b) (c)"), ("/Author ()", nil), ("/Author (", nil), ("/Authors (x)", nil),
    ("<rdf:RDF><dc:creator><rdf:Seq><rdf:li>李大明</rdf:li></rdf:Seq></dc:creator></rdf:RDF>", "李大明"),
    ("<rdf:RDF><dc:title><rdf:li>李大明</rdf:li></dc:title></rdf:RDF>", nil),
  ])
  func `a PDF tells its author`(body: String, author: String?) {
    let file = PDFFile(Array("%PDF-1.7\n1 0 obj <<\(body)>>\nendobj".utf8))
    #expect(file.authors == (author.map { [$0] } ?? []) && !file.isEncrypted)
  }

  @Test func `the properties of an encrypted PDF cannot be read, and that is told`() {
    let file = PDFFile(Array("%PDF-1.7 /Author (xyz) trailer << /Encrypt 5 0 R >>".utf8))
    #expect(file.isEncrypted && file.authors == [])
  }

  @Test func `what is cut or spoilt anywhere never traps`() {
    let word = wordFile("<w:p><w:t>甲</w:t></w:p>", properties: "<dc:creator>张晓</dc:creator>")
    let pdf = Array(
      "%PDF-1.7 /Author (\\376\\377\\137) /ObjStm >> stream\r\n\u{78}\u{9C}xyz <rdf:RDF><dc:creator><rdf:li>x</rdf:li></rdf:RDF>"
        .utf8)
    for length in 0...word.count { _ = office(Array(word.prefix(length))) }
    for length in 0...pdf.count { _ = PDFFile(Array(pdf.prefix(length))) }
    for index in word.indices {
      for value: UInt8 in [0, 0x7F, 0xFF] {
        var spoilt = word
        spoilt[index] = value
        _ = office(spoilt)
      }
    }
  }
}
