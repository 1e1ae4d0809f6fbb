import BanbaoDiagnostics
import TestSupport
import Testing

@testable import BanbaoSite

/// What is said of files by their names alone, and by who names them.
@Suite struct NamedFileTests {
  @Test(arguments: [
    "kind: 通知知\nattachments: [{file: 没有.pdf}]\nphotos: [{file: 合影.jpg, alt: 合影}]",
    "kind: 通知\nattachments: [{file: 没有.pdf}]\nphotos: [{fiel: 合影.jpg, alt: 合影}]",
    "kind: 通知\nattachments: [{file: 没有.pdf}]\nphotos: [{file: 合影.jpeg, alt: 合影}]",
  ])
  func `the files of a faulty record are looked for in the same run, and never called unused`(
    fields: String
  ) async throws {
    let site = try await BuiltSite([
      "notices/a.md": "---\ntitle: 甲\ndate: 2026-01-01\n\(fields)\n---\n", "notices/合影.jpg": "x",
    ])
    let missing = site.diagnostics.filter { $0.code == "file-missing" }
    #expect(missing.first?.place.line == 5)
    #expect(site.codes.count >= 2 && !site.codes.contains("file-unused"))
  }

  @Test func `a record without a title names its files all the same`() async throws {
    let site = try await BuiltSite([
      "notices/a.md": "---\ndate: 2026-01-01\nkind: 通知\nattachments: [{file: 没有.pdf}]\n---\n![球场](没有.png)\n"
    ])
    #expect(site.codes.filter { $0 == "file-missing" }.count == 2)
  }

  @Test func `while a file cannot be read at all, no file beside it is called unused`() async throws {
    let faulty = "---\ntitle: \"甲\nphotos:\n  - {file: 合影.jpg, alt: 合影}\n---\n"
    let site = try await BuiltSite(["notices/a.md": faulty, "notices/合影.jpg": "x", "meetings/旧表.xlsx": "x"])
    #expect(site.diagnostics.filter { $0.code == "file-unused" }.map(\.place.path) == ["content/meetings/旧表.xlsx"])
  }

  @Test(arguments: [
    ("春节。md", "record-extension", "改名为 春节.md"),
    ("春节．ｍｄ", "record-extension", "改名为 春节.md"),
    ("春节.md.docx", "record-extension", "打开它，把文字复制到记事本里，另存为 春节.md（编码选 UTF-8）"),
    ("春节.md.", "record-extension", "改名为 春节.md"),
    ("春节.txt", "text-not-published", nil),
    ("春节", "text-not-published", nil),
    ("春节.docx", "text-not-published", nil),
    ("春节.wps", "text-not-published", nil),
    ("春节.xlsx", "file-unused", nil),
  ])
  func `what looks like a record that was saved under another name is said to be one`(
    name: String, code: String, help: String?
  ) async throws {
    let site = try await BuiltSite(["notices/a.md": notice("甲", "2026-01-01"), "notices/\(name)": "关于春节放假"])
    #expect(site.codes == [code])
    #expect(site.diagnostics.map(\.place) == [Place("content/notices/\(name)")])
    if let help { #expect(site.diagnostics.first?.help?.zh == help) }
  }

  @Test(arguments: ["安装.exe", "旧网页.html", "底图.psd"])
  func `what is not published may stay, and no advice leads to a refusal`(name: String) async throws {
    let site = try await BuiltSite(["notices/a.md": notice("甲", "2026-01-01"), "notices/\(name)": "x"])
    #expect(site.codes == ["file-unused"])
    #expect(site.diagnostics.first?.help?.zh.hasPrefix("这种文件不发布，可以留着") == true)
  }

  @Test(arguments: ["春节.txt", "春节", "春节.m d", "春节.html", "春节.mdx"])
  func `a text that begins as a record does is one under a wrong name`(name: String) async throws {
    let site = try await BuiltSite(["notices/\(name)": notice("春节放假", "2026-01-01")])
    #expect(site.codes == ["record-extension"])
    #expect(site.diagnostics.first?.help?.zh == "改名为 春节.md")
  }

  @Test func `the Word file from which a record was made is none, and neither is an attachment`() async throws {
    let site = try await BuiltSite([
      "notices/春节.md": notice("春节放假", "2026-01-01", "attachments: [{file: 安排.txt}]"), "notices/春节.docx": "x",
      "notices/安排.txt": "二月十六日起",
    ])
    #expect(site.codes == ["file-unused"])
  }

  @Test(arguments: [
    (#"C:\Users\护士\Pictures\合影.jpg"#, "写成 合影.jpg"), (#"照片\合影.jpg"#, "写成 照片/合影.jpg"),
    (#"..\notices\合影.jpg"#, "写成 合影.jpg"), (#"D:\照片\合影.jpeg"#, "是不是“合影.jpg”？"),
    (#"D:\照片\没有.png"#, "把文件放到 notices 文件夹里"),
  ])
  func `a path of Windows is answered with the file that lies there`(written: String, help: String) async throws {
    let site = try await BuiltSite([
      "notices/a.md": notice("甲", "2026-01-01", "photos: [{file: '\(written)', alt: 合影}]"),
      "notices/合影.jpg": "x", "notices/照片/合影.jpg": "x",
    ])
    let fault = try #require(site.diagnostics.first { $0.code == "file-missing" })
    #expect(fault.help?.zh.hasPrefix(help) == true, "\(fault.help?.zh ?? "")")
  }

  @Test(arguments: [
    "问题?", "3:1", "通知*", "“重要\"”", "<重要>", #"甲\乙"#, "甲|乙", "甲\u{1}", "CON", "nul", "com1", "LPT9", "aux.2026",
  ])
  func `a name that Windows cannot hold is warned of at its file`(name: String) async throws {
    let site = try await BuiltSite(["notices/\(name).md": notice("甲", "2026-01-01")])
    let said = site.diagnostics.filter { $0.code == "name-not-portable" }
    #expect(said.map(\.place) == [Place("content/notices/\(name).md")])
    #expect(said.allSatisfy { $0.message.zh.hasPrefix("“\(name).md”") })
  }

  @Test(arguments: ["问题?", "甲 ", "甲.", "CON"])
  func `a folder that Windows cannot hold is warned of once`(name: String) async throws {
    let site = try await BuiltSite([
      "notices/\(name)/a.md": notice("甲", "2026-01-01"), "notices/\(name)/b.md": notice("乙", "2026-01-02"),
    ])
    #expect(site.codes == ["name-not-portable"])
  }

  @Test func `a path that Windows may not open is warned of at its file`() async throws {
    let folder = String(repeating: "一季度/", count: 55)
    let site = try await BuiltSite(["notices/\(folder)a.md": notice("甲", "2026-01-01")])
    #expect(site.codes == ["name-not-portable"])
    #expect(site.diagnostics.first?.place == Place("content/notices/\(folder)a.md"))
  }

  @Test(arguments: ["问题？", "com", "com10", "control", "lpt", "auxiliary", "甲.乙", "a+b (1) #2 100%", "nul2"])
  func `other names are not`(name: String) async throws {
    let site = try await BuiltSite(["notices/\(name).md": notice("甲", "2026-01-01")])
    #expect(site.codes == [])
  }

  @Test func `a name too long for a page is an error at the file, and of a tag at the tag`() async throws {
    let longest = String(repeating: "工", count: 83)
    // Also one whose whole path is hard to carry.
    let letters = String(repeating: "a", count: 251)
    let site = try await BuiltSite([
      "notices/\(longest)会.md": notice("甲", "2026-01-01"),
      "notices/b.md": notice("乙", "2026-01-02", "tags: [\(longest)会员]", body: "[见](\(longest).md)"),
      "notices/c.md": notice("丙", "2026-01-03", "tags: [\(longest)会员之]"),
      "notices/\(longest).md": notice("丁", "2026-01-04"), "notices/\(letters).md": notice("戊", "2026-01-05"),
    ])
    let said = site.diagnostics.filter { $0.code == "name-too-long" }.map {
      "\($0.place.path):\($0.place.line):\($0.place.column)"
    }
    #expect(
      said == [
        "content/notices/\(letters).md:0:0", "content/notices/c.md:5:8", "content/notices/\(longest)会.md:0:0",
      ])
  }
}
