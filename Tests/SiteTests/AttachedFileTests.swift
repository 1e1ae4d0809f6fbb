import BanbaoDiagnostics
import BanbaoSource
import TestSupport
import Testing

@testable import BanbaoSite

/// What is said of the files that records name, by what lies in them.
@Suite struct AttachedFileTests {
  private static let heic: [UInt8] = [0, 0, 0, 24] + Array("ftypheic\0\0\0\0mif1heic".utf8)
  private static let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"

  private static let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// A photo that tells where it was taken, as cameras write it.
  private static let photo: [UInt8] = {
    let place: [UInt8] = [0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26]
    let exif = Array("Exif\0\0MM\0*\0\0\0\u{08}\0\u{01}".utf8) + place + [0, 0, 0, 0]
    return [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif + [0xFF, 0xD9]
  }()

  private static func pdf(_ entry: String, _ words: String) -> [UInt8] {
    Array("%PDF-1.7\n1 0 obj << /Length 9 \(entry) >> stream\n\(words)\nendstream endobj\n".utf8)
  }

  /// Archives one in another, with a text in the last.
  private static func nested(_ depth: Int) -> [UInt8] {
    (1...depth).reversed().reduce(storedZip(["a.txt": "x"])) { inner, number in
      storedZip([(Array("\(number).zip".utf8), inner)])
    }
  }

  private static func site(_ name: String, _ bytes: [UInt8], more: String = "") async throws -> BuiltSite {
    let key =
      FileType.of(name)?.isImage == true ? "photos: [{file: \(name), alt: 图}]" : "attachments: [{file: \(name)}]"
    return try await BuiltSite(bytes: [
      "notices/a.md": Array(notice("甲", "2026-01-01", key + more).utf8), "notices/\(name)": bytes,
    ])
  }

  @Test(arguments: [
    ("空.pdf", []), ("空.txt", []), ("报名表.docx", Array(pointer.utf8)), ("合影.png", Array(pointer.utf8)),
    ("手机.jpg", heic), ("页.png", Array("<!DOCTYPE html><html></html>".utf8)),
    ("页.jpg", Array("\n <html lang=\"zh\">".utf8)), ("图.gif", Array("%PDF-1.7".utf8)),
    ("图.webp", [0x50, 0x4B, 3, 4, 0]), ("说明.pdf", [0x7F, 0x45, 0x4C, 0x46, 2]),
  ])
  func `a file that nobody can open is an error where it is named`(name: String, bytes: [UInt8]) async throws {
    let site = try await Self.site(name, bytes)
    #expect(site.codes == ["file-unreadable"])
    #expect(site.diagnostics.map(\.place.path) == ["content/notices/a.md"])
    #expect(site.diagnostics.first?.place.line == 5)
  }

  @Test(arguments: [
    ("报名表.docx", Array("x".utf8), "重新另存为 Word"), ("报名表.docx", Array("%PDF-1.7".utf8), "改名为 报名表.pdf"),
    ("图.png", [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 1], "改名为 图.jpg"), ("图.jpg", Array("x".utf8), "重新另存为 JPEG"),
    ("表.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "去掉密码"),
    ("表.xls", Array("<table><tr>".utf8), "重新另存为 Excel"), ("表.pdf", [0x50, 0x4B, 3, 4], "重新另存为 PDF"),
  ])
  func `a file that is not what its name says is warned of where it is named`(
    name: String, bytes: [UInt8], help: String
  ) async throws {
    let site = try await Self.site(name, bytes)
    #expect(site.codes == ["file-form"])
    #expect(site.diagnostics.first?.help?.zh.contains(help) == true, "\(site.diagnostics)")
  }

  @Test func `of a draft it is a note, and of a file that a body shows it is said there`() async throws {
    let draft = try await Self.site("空.pdf", [], more: "\ndraft: true")
    #expect(draft.diagnostics.map(\.severity) == [.note])
    let shown = try await BuiltSite([
      "notices/a.md": notice("甲", "2026-01-01", body: "看图：\n\n![图](图.png)"), "notices/图.png": "",
    ])
    #expect(shown.codes == ["file-unreadable"])
    #expect(shown.diagnostics.first?.place.line == 10)
  }

  @Test(arguments: ["photos: [{file: IMG_1.HEIC, alt: 图}]", "attachments: [{file: IMG_1.HEIC}]"])
  func `a HEIC photo is refused with the way to convert it`(field: String) async throws {
    let site = try await BuiltSite(["notices/a.md": notice("甲", "2026-01-01", field), "notices/IMG_1.HEIC": "x"])
    #expect(site.codes == ["file-type"])
    let help = try #require(site.diagnostics.first?.help?.zh)
    #expect(help.contains("兼容性最佳") && help.contains("另存为 jpg") && !help.contains("7z"))
  }

  @Test func `a photo of another type is answered with the types of pictures only`() async throws {
    let site = try await BuiltSite([
      "notices/a.md": notice("甲", "2026-01-01", "photos: [{file: 图.bmp, alt: 图}]"), "notices/图.bmp": "x",
    ])
    #expect(site.diagnostics.first?.help?.zh == "照片和图片可以是 gif、jpeg、jpg、png、webp；用看图软件打开它，另存为 jpg")
  }

  @Test func `a picture is published, and its size shown, without what it tells`() async throws {
    let told: [UInt8] = [0xFF, 0xE1, 0, 8] + Array("OWNER!".utf8)
    let frame: [UInt8] = [0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0]
    let rest: [UInt8] = frame + [0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9]
    let site = try await BuiltSite(bytes: [
      "notices/a.md": Array(notice("甲", "2026-01-01", "attachments: [{file: 图.jpg}]", body: "[图](图.jpg)").utf8),
      "notices/图.jpg": [0xFF, 0xD8] + told + rest,
    ])
    #expect(site.codes == [])
    let copy = try #require(site.plan.copies.first { !$0.isAsset })
    #expect(try copy.tree.read(copy.file) == [0xFF, 0xD8] + rest)
    #expect(try site.view("notices/a.html").texts("attachments", "size") == ["24 B"])
    #expect(try site.html("notices/a.html").contains("（JPEG，24 B）"))
  }

  @Test(arguments: [
    ("表.docx", wordFile("", properties: "<dc:creator>张晓</dc:creator>"), "file-history", "“张晓”"),
    ("表.docx", wordFile("", properties: "<cp:lastModifiedBy>李大明</cp:lastModifiedBy>"), "file-history", "“李大明”"),
    ("表.docx", wordFile("<w:p><w:del/><w:ins/></w:p>"), "file-history", "2 处修订"),
    ("表.docx", wordFile("", more: ["word/comments.xml": "<w:comment/>"]), "file-history", "1 条批注"),
    ("表.docx", wordFile("<w:p><w:t>电话13800138000</w:t></w:p>"), "mobile-number", "“表.docx”里"),
    ("表.docx", wordFile("", more: ["word/header1.xml": "<w:p><w:t>王小二</w:t></w:p>"]), "private-name", "“表.docx”里"),
    ("表.pdf", Array("%PDF-1.7 << /Author (Wang) >>".utf8), "file-history", "“Wang”"),
    ("表.docx", storedZip(["a.xml": "<a/>"]), "file-form", "损坏"), ("表.docx", [0x50, 0x4B, 3, 4, 5], "file-form", "损坏"),
    ("表.doc", Array("{\\rtf1}".utf8), "file-not-searched", "旧格式"),
    ("包.zip", storedZip(["甲/表.txt": "电话13800138000"]), "mobile-number", "“包.zip/甲/表.txt”里"),
    ("包.zip", storedZip(["王小二.txt": "x"]), "private-name", "里"),
    ("包.zip", storedZip([([0xCD, 0xF5, 0xD0, 0xA1, 0xB6, 0xFE], [0x78])], flags: 0), "private-name", "里"),
    ("包.zip", storedZip([(Array("a.txt".utf8), [0x78])], flags: 1), "file-not-searched", "有密码"),
    ("包.zip", storedZip([(Array("a.exe".utf8), [0x7F, 0x45, 0x4C, 0x46])]), "file-unreadable", "是程序"),
    (
      "包.zip", storedZip([(Array("表.docx".utf8), wordFile("", properties: "<dc:creator>张晓</dc:creator>"))]),
      "file-history", "“包.zip/表.docx”"
    ),
  ])
  func `what a document or an archive tells is said where it is named`(
    name: String, bytes: [UInt8], code: String, word: String
  ) async throws {
    let site = try await BuiltSite(bytes: [
      "notices/a.md": Array(notice("甲", "2026-01-01", "attachments: [{file: \(name)}]").utf8), "notices/\(name)": bytes,
      "private/people.yaml": Array("- 王小二\n".utf8),
    ])
    #expect(site.codes == [code], "\(site.said)")
    #expect(site.diagnostics.first?.place.path == "content/notices/a.md" && site.diagnostics.first?.place.line == 5)
    #expect(site.diagnostics.first?.message.zh.contains(word) == true, "\(site.said)")
  }

  @Test(arguments: [
    ("表.docx", wordFile("<w:p><w:t>李青山</w:t></w:p>")), ("包.zip", storedZip(["甲/表.txt": "李青山"])),
  ])
  func `a name that one record masks is found in a document as well`(name: String, bytes: [UInt8]) async throws {
    let site = try await BuiltSite(bytes: [
      "honours/a.md": Array(honour("获奖", "2026-01-01", kind: "个人", "recipients: [李青山]").utf8),
      "notices/b.md": Array(notice("名单", "2026-01-02", "attachments: [{file: \(name)}]").utf8),
      "notices/\(name)": bytes,
    ])
    #expect(
      site.diagnostics.map { "\($0.code) \($0.place.path):\($0.place.line)" } == ["masked-name content/notices/b.md:5"])
  }

  @Test(arguments: [
    ("表.pdf", pdf("", "BT (13800138000) Tj ET"), "mobile-number", "“表.pdf”里"),
    ("表.pdf", pdf("/Filter /LZWDecode", ""), "file-not-searched", "里有读不出的字"),
    ("表.pdf", pdf("/Encrypt 5 0 R", ""), "file-not-searched", "有密码保护"),
    (
      "表.xlsx",
      storedZip([
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": "<workbook><sheets><sheet name=\"甲\" state=\"hidden\"/></sheets></workbook>",
      ]), "file-history", "1 张隐藏的工作表"
    ),
    (
      "表.docx",
      storedZip(["[Content_Types].xml": "<Types/>", "word/document.xml": "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"]),
      "file-not-searched", "读不完整"
    ),
    (
      "表.docx",
      storedZip([
        (Array("[Content_Types].xml".utf8), Array("<Types/>".utf8)), (Array("word/media/image1.jpeg".utf8), photo),
      ]), "file-history", "“表.docx”带有拍摄地点"
    ),
    ("包.zip", storedZip([(Array("合影.jpg".utf8), photo)]), "file-history", "“包.zip/合影.jpg”带有拍摄地点"),
    ("包.zip", storedZip([(Array("旧.doc".utf8), ole)]), "file-not-searched", "“包.zip/旧.doc”查不了"),
    ("包.zip", nested(3), "file-not-searched", "“包.zip/1.zip/2.zip/3.zip”太大或读不出来"),
    ("包.rar", Array("Rar!\u{1A}\u{07}\u{01}\0".utf8), "file-not-searched", "不是 zip 压缩包"),
    ("包.7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4], "file-not-searched", "不是 zip 压缩包"),
  ])
  func `what lies deeper in a file is told, and so is what nobody could look into`(
    name: String, bytes: [UInt8], code: String, word: String
  ) async throws {
    let site = try await Self.site(name, bytes)
    #expect(site.codes == [code], "\(site.said)")
    #expect(site.diagnostics.first?.message.zh.contains(word) == true, "\(site.said)")
  }

  @Test func `a document that is too large to be looked through is told`() async throws {
    let texts = [
      "notices/a.md": notice("甲", "2026-01-01", "attachments: [{file: 表.pdf}]"), "notices/表.pdf": "%PDF-1.7\n",
    ]
    let small = SourceTree(label: "content", texts: texts.mapValues { Array($0.utf8) })
    let files = small.files.map { file in
      file.path.hasSuffix(".pdf")
        ? SourceTree.File(path: file.path, size: FileSearch.largest + 1, version: file.version) : file
    }
    let content = SourceTree(label: "content", files: files, read: small.read, start: small.start, end: small.end)
    let found = try await BuiltSite(content: content).diagnostics.filter { $0.code == "file-not-searched" }
    #expect(found.map(\.message.zh) == ["“表.pdf”太大，里面有没有个人信息没有查"])
  }

  @Test func `the union itself is no person, and a document that tells nothing is passed in silence`() async throws {
    let site = try await Self.site(
      "表.docx", wordFile("<w:p><w:t>报名表</w:t></w:p>", properties: "<dc:creator>某医院工会</dc:creator>"))
    #expect(site.codes == [])
  }
}
