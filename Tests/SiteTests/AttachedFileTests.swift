import BanbaoDiagnostics
import BanbaoSource
import TestSupport
import Testing

@testable import BanbaoSite

/// What is said of the files that records name, by what lies in them.
@Suite struct AttachedFileTests {
  private static let heic: [UInt8] = [0, 0, 0, 24] + Array("ftypheic\0\0\0\0mif1heic".utf8)
  private static let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"

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

  @Test func `the union itself is no person, and a document that tells nothing is passed in silence`() async throws {
    let site = try await Self.site(
      "表.docx", wordFile("<w:p><w:t>报名表</w:t></w:p>", properties: "<dc:creator>某医院工会</dc:creator>"))
    #expect(site.codes == [])
  }
}
