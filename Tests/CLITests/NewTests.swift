import BanbaoDiagnostics
import BanbaoKinds
import BanbaoSite
import Foundation
import TestSupport
import Testing

/// Every kind there is, by each of its names.
private let kindNames: [(word: String, folder: String)] = Kinds.all.flatMap { kind in
  [kind.folder, kind.name.zh, kind.name.en, kind.name.en.lowercased(), kind.folder.uppercased()].map {
    ($0, kind.folder)
  }
}

private let settings: KeyValuePairs<String, String> = [
  "content/site.yaml": "title: 板报\nunion: 某医院工会\nbase_url: http://board.example/\n"
]

@Suite struct NewTests {
  @Test(arguments: kindNames.map(\.word))
  func `every kind by each of its names makes a file that builds under --strict without a diagnostic`(word: String)
    throws
  {
    let folder = try #require(kindNames.first { $0.word == word }?.folder)
    let site = try TemporaryFolder(settings)
    let result = try site.run("new", word, "春节放假安排", "--as-of", "2026-03-08")
    #expect(result.status == 0 && result.errors == "")
    #expect(result.output == "content/\(folder)/2026/春节放假安排.md\n")
    #expect(try site.text("content/\(folder)/2026/春节放假安排.md").contains("\ndate: 2026-03-08\n"))
    let build = try site.run("build", "--strict", "--as-of", "2026-03-08")
    #expect(build.status == 0 && build.errors == "")
    #expect(try site.text("public/\(folder)/2026/春节放假安排.html").contains("春节放假安排"))
  }

  @Test(arguments: Kinds.all.map { $0.folder })
  func `every key of a kind is explained in a comment`(folder: String) throws {
    let site = try TemporaryFolder(settings)
    #expect(try site.run("new", folder, "甲").status == 0)
    let year = try #require(try FileManager.default.contentsOfDirectory(atPath: site("content/\(folder)")).first)
    let lines = try site.text("content/\(folder)/\(year)/甲.md").split(separator: "\n")
    let end = try #require(lines.lastIndex(of: "---"))
    let keys = lines[1..<end].indices.filter { !lines[$0].hasPrefix("# ") || !lines[$0].contains("：") }
    #expect(keys.count >= 9)
    for key in keys { #expect(lines[key - 1].contains("：") && lines[key - 1].hasPrefix("# "), "\(lines[key])") }
  }

  @Test(arguments: ["甲", "甲 ", "\u{3000}甲"])
  func `a file that is there is never written over, whatever wrote it`(title: String) throws {
    let site = try TemporaryFolder(settings)
    try site.write("我的", to: "content/notices/2026/甲.md")
    let result = try site.run("new", "notice", title, "--as-of", "2026-03-08")
    #expect(result.status == 64 && result.output == "")
    #expect(result.errors.contains("content/notices/2026/甲.md") && result.errors.contains("was not changed"))
    #expect(try site.text("content/notices/2026/甲.md") == "我的")
  }

  struct Title: Sendable, CustomTestStringConvertible {
    var title: String
    var name: String
    /// What the page shows; nil for the title itself.
    var shown: String?
    var testDescription: String { String(title.prefix(20)).debugDescription }
  }

  @Test(arguments: [
    Title(title: "“引”'单'\"双\"", name: "“引”'单'-双-", shown: "“引”&#39;单&#39;&quot;双&quot;"),
    Title(title: "a/b\\c", name: "a-b-c"), Title(title: "../../x", name: "-.-..-x"),
    Title(title: "🎉庆祝👨‍👩‍👧", name: "🎉庆祝👨‍👩‍👧"),
    Title(title: String(repeating: "长", count: 300), name: String(repeating: "长", count: 66)),
    Title(title: "." + String(repeating: "长", count: 300), name: "-" + String(repeating: "长", count: 66)),
    Title(title: "e" + String(repeating: "\u{301}", count: 300), name: "é" + String(repeating: "\u{301}", count: 99)),
    Title(title: ".hidden", name: "-hidden"), Title(title: "~$锁", name: "-$锁"), Title(title: "..", name: "-."),
    Title(title: "两\n行\r\n三", name: "两 行  三", shown: "两 行  三"),
    Title(title: "\t响\u{7}铃\u{85}\u{2028}", name: "响 铃", shown: "响 铃"),
    Title(title: "\u{FEFF}首", name: "首", shown: "首"), Title(title: "  两头 ", name: "两头", shown: "两头"),
    Title(title: "a: b #c", name: "a- b -c"), Title(title: "- 甲", name: "- 甲"), Title(title: "null", name: "null"),
    Title(title: "50%?", name: "50--"), Title(title: "{{title}}", name: "{{title}}"),
    Title(title: "<b>", name: "-b-", shown: "&lt;b&gt;"),
    Title(title: "index", name: "index"), Title(title: "e\u{301}", name: "é"),
  ])
  func `an odd title makes a file that every system takes, and builds without a diagnostic`(title: Title) throws {
    let site = try TemporaryFolder(settings)
    let result = try site.run("new", "通知", "--as-of", "2026-03-08", "--", title.title)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.utf8.elementsEqual("content/notices/2026/\(title.name).md\n".utf8), "\(result.output)")
    #expect(site.exists(String(result.output.dropLast())))
    let build = try site.run("build", "--strict", "--as-of", "2026-03-08")
    #expect(build.status == 0 && build.errors == "")
    #expect(build.lastLine.contains(" 1 records; "))
    let page = try site.text("public/notices/2026/\(title.name).html")
    let shown = title.shown ?? title.title
    #expect(page.contains(">\(shown)</h1>"), "\(page.firstMatch(of: /<h1.*h1>/)?.output ?? "")")
  }

  @Test(arguments: ["", "  ", "\u{3000}\n\t"])
  func `a title of nothing but spaces is wrong usage, and makes nothing`(title: String) throws {
    let site = try TemporaryFolder(settings)
    let result = try site.run("new", "通知", title)
    #expect(result.status == 64 && result.errors.contains("the title is empty"))
    #expect(!site.exists("content/notices"))
  }

  @Test(arguments: ["通之": "通知", "notise": "notice", "activitys": "activity", "honor": "honour", "荣耀": "荣誉"])
  func `an unknown kind is 64, with a near miss and all kinds`(word: String, near: String) throws {
    let site = try TemporaryFolder(settings)
    let result = try site.run("new", word, "甲")
    #expect(result.status == 64 && result.output == "")
    #expect(result.errors.contains("“\(word)”") && result.errors.contains("“\(near)”"))
    for kind in Kinds.all {
      #expect(result.errors.contains(kind.folder) && result.errors.contains(kind.name.zh))
    }
    #expect(try site.files("content").keys.sorted() == ["site.yaml"])
  }

  @Test func `the day is that of --as-of, else of SOURCE_DATE_EPOCH, in China`() throws {
    let site = try TemporaryFolder(settings)
    let midnight = ["BANBAO_LANG": "en", "SOURCE_DATE_EPOCH": "1772899200", "TZ": "America/New_York"]
    #expect(try site.run("new", "page", "甲", environment: midnight).status == 0)
    #expect(try site.run("new", "page", "乙", "--as-of", "2025年1月2日", environment: midnight).status == 0)
    #expect(try site.text("content/pages/2026/甲.md").contains("\ndate: 2026-03-08\n"))
    #expect(try site.text("content/pages/2025/乙.md").contains("\ndate: 2025-01-02\n"))
    #expect(try site.run("new", "page", "丙", "--as-of", "2026-02-30").status == 64)
  }

  @Test(arguments: ["稿件", "稿件/"])
  func `another content folder is made where there is none, and a slash at its end changes nothing`(folder: String)
    throws
  {
    let site = try TemporaryFolder()
    let result = try site.run("new", "page", "甲", "--content", folder, "--as-of", "2026-01-01")
    #expect(result.status == 0)
    #expect(result.output == "稿件/pages/2026/甲.md\n")
    #expect(site.exists("稿件/pages/2026/甲.md"))
  }

  @Test func `a file in the way of a folder is 74`() throws {
    let site = try TemporaryFolder(["content/pages": "x"])
    let result = try site.run("new", "page", "甲")
    #expect(result.status == 74 && result.output == "")
    #expect(try site.text("content/pages") == "x")
  }
}
