import BanbaoDiagnostics
import BanbaoKinds
import BanbaoSite
import Foundation
import TestSupport
import Testing

private let settings: KeyValuePairs<String, String> = [
  "content/site.yaml": "title: 板报\nunion: 某医院工会\nbase_url: http://board.example/\n"
]

/// Where a kind's records lie for a year.
private func place(_ folder: String, _ year: Int) -> String {
  ["pages", "committee", "rules"].contains(folder) ? folder : "\(folder)/\(year)"
}

@Suite struct NewTests {
  @Test(arguments: Kinds.all.map { $0.folder })
  func `a kind by each of its names makes drafts that build under --strict without a diagnostic`(folder: String) throws
  {
    let kind = try #require(Kinds.all.first { $0.folder == folder })
    let site = try TemporaryFolder(settings)
    let words = [kind.folder, kind.name.zh, kind.name.en, kind.name.en.lowercased(), kind.folder.uppercased()]
    for (word, title) in zip(words, ["甲", "乙", "丙", "丁", "戊"].map { $0 + "安排" }) {
      let result = try site.run("new", word, title, "--as-of", "2026-03-08")
      #expect(result.status == 0 && result.errors == "")
      #expect(result.output == "content/\(place(folder, 2026))/\(title).md\n")
      let text = try site.text("content/\(place(folder, 2026))/\(title).md")
      #expect(text.contains("\n草稿: true\n") && text.contains("\n标题: '\(title)'\n"))
    }
    for options in [["--drafts"], []] {
      let build = try site.run(["build", "--strict", "--as-of", "2026-03-08"] + options)
      #expect(build.status == 0 && build.errors == "", "\(options)")
    }
    #expect(!site.exists("public/\(place(folder, 2026))/甲安排.html"))
  }

  @Test(arguments: Kinds.all.map { $0.folder })
  func `every key of a kind is explained in a comment, and none says that a person agrees to be named`(folder: String)
    throws
  {
    let site = try TemporaryFolder(settings)
    for (keys, title) in [("zh", "甲"), ("en", "乙")] {
      let path = try site.run("new", folder, title, "--keys", keys).output.split(separator: "\n")
      let text = try site.text(String(try #require(path.first)))
      let lines = text.split(separator: "\n")
      let end = try #require(lines.lastIndex(of: "---"))
      let given = lines[1..<end].indices.filter { !lines[$0].hasPrefix("# ") && !lines[$0].hasPrefix("  ") }
      #expect(given.count >= 3)
      for key in given { #expect(lines[key - 1].hasPrefix("# "), "\(lines[key])") }
      #expect(lines[1..<end].count { $0.hasPrefix("# ") } >= 9)
      #expect(!text.contains("consent:") && !text.contains("同意公开:"))
      #expect(text.contains(keys == "zh" ? "\n日期: " : "\ndate: "))
    }
  }

  /// Every figure, name and choice of it is 待补, which no finished record may hold.
  @Test func `what was left as it was is an error once the draft is none, each at its line`() throws {
    let site = try TemporaryFolder(settings)
    var places: [String] = []
    for kind in Kinds.all {
      let path = try site.run("new", kind.folder, "甲", "--as-of", "2026-03-08").output.split(separator: "\n")[0]
      let text = try site.text(String(path)).replacing("草稿: true\n", with: "")
      try site.write(text, to: String(path))
      let body = try #require(
        text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.hasPrefix("在这里写正文") })
      places.append("\(path):\(body + 1):1: error: ")
    }
    let build = try site.run("build", "--as-of", "2026-03-08")
    #expect(build.status == 1)
    for place in places { #expect(build.errors.contains(place), "\(place)") }
    #expect(build.errors.contains("[left-as-started]"))
    #expect(!site.exists("public"))
  }

  @Test func `a scheduled record with words of its starting file is no finished one`() throws {
    let site = try TemporaryFolder(settings)
    try site.write(
      "---\n标题: 甲\n日期: 2026-03-08\n类别: 通知\n主送: 待补\n发布日期: 2026-04-01\n---\n\n正文。\n", to: "content/notices/a.md")
    let check = try site.run("check", "--as-of", "2026-03-08")
    #expect(check.status == 1 && check.errors.contains("content/notices/a.md:5:5: error: "))
  }

  @Test(arguments: [
    ("公示", "notices/2026/甲.md", "类别: 公示\n"), ("公告", "notices/2026/甲.md", "类别: 公告\n"),
    ("喜报", "notices/2026/甲.md", "类别: 喜报\n"), ("倡议书", "notices/2026/甲.md", "类别: 倡议书\n"),
    ("疗休养", "activities/2026/甲.md", "类别: 疗休养\n"), ("体检", "benefits/2026/甲.md", "类别: 体检\n"),
    ("患病", "visits/2026/甲.md", "类别: 患病\n"), ("座谈会", "meetings/2026/甲.md", "类别: 座谈会\n"),
    ("工会小组", "committee/甲.md", "机构: 工会小组\n"), ("通知公告", "notices/2026/甲.md", "类别: 通知\n"),
  ])
  func `a sort of record may be named for its kind`(word: String, path: String, line: String) throws {
    let site = try TemporaryFolder(settings)
    let result = try site.run("new", word, "甲", "--as-of", "2026-03-08")
    #expect(result.output == "content/\(path)\n", "\(result.errors)")
    #expect(try site.text("content/\(path)").contains("\n\(line)"))
    try site.write("off: [2026-01-01]\n", to: "content/holidays/2026.yaml")
    let build = try site.run("build", "--strict", "--drafts", "--as-of", "2026-03-08")
    #expect(build.status == 0 && build.errors == "")
  }

  @Test func `a public review is given its period, and whom to tell is left to say`() throws {
    let site = try TemporaryFolder(settings)
    #expect(try site.run("new", "公示", "评选", "--as-of", "2026-03-09").status == 0)
    let text = try site.text("content/notices/2026/评选.md")
    #expect(text.contains("\n公示期:\n  起: 2026-03-09\n  工作日: 5\n  异议受理: 待补\n"))
  }

  @Test func `a sort of several kinds is 64, with the kinds`() throws {
    let site = try TemporaryFolder(settings)
    let result = try site.run("new", "节日", "甲")
    #expect(result.status == 64 && result.output == "")
    #expect(result.errors.contains("name the kind: activities, visits"))
  }

  @Test(arguments: [
    (["春节", "放假", "安排"], "春节放假安排"), (["Spring", "Festival"], "Spring Festival"), (["2027", "年", "计划"], "2027年计划"),
    (["春节 放假"], "春节 放假"),
  ])
  func `the words of a title are joined`(words: [String], title: String) throws {
    let site = try TemporaryFolder(settings)
    let result = try site.run(["new", "通知"] + words + ["--as-of", "2026-03-08"])
    #expect(result.output == "content/notices/2026/\(title).md\n")
    #expect(try site.text("content/notices/2026/\(title).md").contains("\n标题: '\(title)'\n"))
  }

  @Test(arguments: [
    ("计划", "2027年工会工作计划", "plans/2027", "年度: 2027"), ("计划", "工会工作计划", "plans/2026", "年度: 待补"),
    ("会员", "2026年上半年会员人数", "membership/2026", "期间: 2026-H1"), ("会员", "2025会员人数", "membership/2025", "期间: 2025"),
    ("会员", "12026人", "membership/2026", "期间: 待补"), ("通知", "2027年春节放假", "notices/2026", "日期: 2026-11-25"),
  ])
  func `a year in the title is the record's, where it is of a year`(
    kind: String, title: String, folder: String, line: String
  ) throws {
    let site = try TemporaryFolder(settings)
    let result = try site.run("new", kind, title, "--as-of", "2026-11-25")
    #expect(result.output == "content/\(folder)/\(title).md\n")
    #expect(try site.text("content/\(folder)/\(title).md").contains("\n\(line)\n"))
    let build = try site.run("build", "--strict", "--as-of", "2026-11-25")
    #expect(build.status == 0 && build.errors == "")
  }

  @Test(arguments: [("账本", "2027"), ("财务", "2027年"), ("books", "2027")])
  func `a year's books begin as a draft of both files`(word: String, year: String) throws {
    let site = try TemporaryFolder(settings)
    let result = try site.run("new", word, year)
    #expect(result.output == "content/finance/2027/book.yaml\ncontent/finance/2027/ledger.csv\n")
    let heads = "日期,凭证号,科目,摘要,收入,支出,资金,经费来源,附单据数,关联记录"
    #expect(try site.text("content/finance/2027/ledger.csv") == "\u{FEFF}\(heads)\r\n")
    let build = try site.run("build", "--strict", "--as-of", "2027-03-01")
    #expect(build.status == 0 && build.errors == "")
    #expect(build.output.contains("not published: content/finance/2027/book.yaml (draft)"))
    #expect(!site.exists("public/finance"))
    let before = try site.files("content")
    #expect(try site.run("new", word, year).status == 64)
    #expect(try site.files("content") == before)
    try site.write(
      site.text("content/finance/2027/book.yaml").replacing("草稿: true\n", with: ""),
      to: "content/finance/2027/book.yaml")
    let finished = try site.run("build", "--as-of", "2027-03-01")
    #expect(finished.status == 1 && finished.errors.contains("[left-as-started]"))
  }

  @Test func `books of no year are 64`() throws {
    let site = try TemporaryFolder(settings)
    #expect(try site.run("new", "账本", "新账").status == 64)
    #expect(try site.run("new", "账本").status == 64)
    #expect(!site.exists("content/finance"))
  }

  @Test func `outside a site nothing is made`() throws {
    let site = try TemporaryFolder(["content/notices/a.txt": ""])
    for arguments in [["new", "通知", "甲"], ["new", "账本", "2027"], ["new", "通知", "甲", "--content", "稿件"]] {
      let result = try site.run(arguments)
      #expect(result.status == 64 && result.output == "" && result.errors.contains("there is no site here"))
    }
    #expect(try site.paths() == ["content/notices/a.txt"])
  }

  @Test func `from a folder of the site the file goes where it belongs`() throws {
    let site = try TemporaryFolder(settings)
    try site.makeFolder(of: "content/notices/2025/a")
    let below = URL(filePath: site("content/notices/2025"))
    let result = try Program.run(["new", "通知", "甲", "--as-of", "2026-03-08"], in: below)
    #expect(result.output == "../../../content/notices/2026/甲.md\n")
    #expect(site.exists("content/notices/2026/甲.md"))
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
    let build = try site.run("build", "--strict", "--drafts", "--as-of", "2026-03-08")
    #expect(build.status == 0 && build.errors == "")
    #expect(build.lastLine.contains(" 1 records; "))
    // Where its lines may end is told beside it.
    let page = try site.text("public/notices/2026/\(title.name).html").replacing("<wbr>", with: "")
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
    for language in ["en", "zh"] {
      let result = try site.run("new", word, "甲", environment: ["BANBAO_LANG": language])
      #expect(result.status == 64 && result.output == "")
      #expect(result.errors.contains("“\(word)”") && result.errors.contains("“\(near)”"))
      for kind in Kinds.all { #expect(result.errors.contains(language == "en" ? kind.folder : kind.name.zh)) }
    }
    #expect(try site.files("content").keys.sorted() == ["site.yaml"])
  }

  @Test func `the day is that of --as-of, else of SOURCE_DATE_EPOCH, in China`() throws {
    let site = try TemporaryFolder(settings)
    let midnight = ["BANBAO_LANG": "en", "SOURCE_DATE_EPOCH": "1772899200", "TZ": "America/New_York"]
    #expect(try site.run("new", "notice", "甲", environment: midnight).status == 0)
    #expect(try site.run("new", "notice", "乙", "--as-of", "2025年1月2日", environment: midnight).status == 0)
    #expect(try site.text("content/notices/2026/甲.md").contains("\n日期: 2026-03-08\n"))
    #expect(try site.text("content/notices/2025/乙.md").contains("\n日期: 2025-01-02\n"))
    #expect(try site.run("new", "page", "丙", "--as-of", "2026-02-30").status == 64)
  }

  @Test(arguments: ["稿件", "稿件/"])
  func `another content folder is taken as given, and a slash at its end changes nothing`(folder: String) throws {
    let site = try TemporaryFolder(["稿件/site.yaml": "title: 板报\nunion: 某医院工会\n"])
    let result = try site.run("new", "page", "甲", "--content", folder, "--as-of", "2026-01-01")
    #expect(result.status == 0)
    #expect(result.output == "稿件/pages/甲.md\n")
    #expect(site.exists("稿件/pages/甲.md"))
  }

  @Test func `a file in the way of a folder is 74`() throws {
    let site = try TemporaryFolder(settings)
    try site.write("x", to: "content/pages")
    let result = try site.run("new", "page", "甲")
    #expect(result.status == 74 && result.output == "")
    #expect(try site.text("content/pages") == "x")
  }
}
