import Foundation
import TestSupport
import Testing

@Suite struct BuildTests {
  @Test func `a build publishes the site, and its last line says what it did`() throws {
    let site = try TemporaryFolder(goodSite)
    let result = try site.run("build", "--as-of", "2026-02-20")
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(site.exists("public/notices/2026/春节.html"))
    #expect(!site.exists("public/notices/b.html"))
    #expect(result.output.contains("content/notices/b.md"))
    #expect(result.output.contains("content/notices/c.md"))
    let pages = try site.files("public").keys.filter { $0.hasSuffix(".html") }.count
    let line = result.lastLine
    #expect(line.hasPrefix("published to public: \(pages) pages, 2 records; "))
    #expect(line.contains("1 drafts, 1 scheduled, 0 expired"))
    #expect(line.contains("0 errors, 0 warnings"))
  }

  @Test func `a second build writes nothing and keeps the files' times`() throws {
    let site = try TemporaryFolder(goodSite)
    _ = try site.run("build", "--as-of", "2026-02-20")
    let before = try site.times("public")
    let result = try site.run("build", "--as-of", "2026-02-20")
    #expect(result.status == 0)
    #expect(result.lastLine.contains(" 0 written, \(before.count - 1) unchanged, 0 removed"))
    #expect(try site.times("public") == before)
  }

  @Test func `what a record no longer makes is removed`() throws {
    let site = try TemporaryFolder(goodSite)
    _ = try site.run("build")
    try FileManager.default.removeItem(at: site.url.appending(path: "content/activities"))
    try site.write("---\ntitle: 春节\ndate: 2026-02-10\nkind: 通知\n---\n", to: "content/notices/2026/春节.md")
    #expect(try site.run("build").status == 0)
    #expect(!site.exists("public/activities/a.html") && !site.exists("public/tags"))
  }

  @Test func `check says the same and publishes nothing`() throws {
    let site = try TemporaryFolder(goodSite)
    let result = try site.run("check")
    #expect(result.status == 0)
    #expect(!site.exists("public"))
    #expect(result.lastLine.hasPrefix("passed: "))
  }

  @Test func `with an error the status is 1, nothing is published, and the old site stays as it was`() throws {
    let site = try TemporaryFolder(goodSite)
    _ = try site.run("build")
    let before = try site.files("public")
    let times = try site.times("public")
    try site.write(wrongNotice, to: "content/notices/wrong.md")
    try site.write("---\ntitle: 新\ndate: 2026-02-12\nkind: 通知\n---\n", to: "content/notices/new.md")
    let result = try site.run("build")
    #expect(result.status == 1)
    #expect(result.errors.contains("content/notices/wrong.md:4:7: error: "))
    #expect(result.errors.contains("failed, nothing published: 1 errors, 0 warnings, 0 notes"))
    #expect(result.output == "")
    #expect(try site.files("public") == before)
    #expect(try site.times("public") == times)
  }

  @Test(arguments: ["build", "check"])
  func `a warning fails under --strict alone`(command: String) throws {
    let site = try TemporaryFolder(goodSite)
    try site.write(warnedNotice, to: "content/notices/warned.md")
    let strict = try site.run(command, "--strict", "--as-of", "2026-03-01")
    #expect(strict.status == 1)
    #expect(strict.errors.contains("content/notices/warned.md:4:7: warning: "))
    #expect(!site.exists("public"))
    #expect(try site.run(command, "--as-of", "2026-03-01").status == 0)
    #expect(site.exists("public") == (command == "build"))
  }

  @Test func `--quiet says nothing but faults`() throws {
    let site = try TemporaryFolder(goodSite)
    let good = try site.run("build", "--quiet")
    #expect(good.status == 0 && good.output == "" && good.errors == "")
    try site.write(wrongNotice, to: "content/notices/wrong.md")
    let bad = try site.run("build", "--quiet")
    #expect(bad.status == 1 && bad.output == "")
    #expect(bad.errors.contains("wrong.md:4:7"))
  }

  @Test func `--drafts shows what is not published yet`() throws {
    let site = try TemporaryFolder(goodSite)
    #expect(try site.run("build", "--drafts", "--as-of", "2026-02-20").status == 0)
    #expect(site.exists("public/notices/b.html") && site.exists("public/notices/c.html"))
  }

  @Test func `with --drafts the last line counts the drafts that are shown`() throws {
    let site = try TemporaryFolder(goodSite)
    for command in ["build", "check"] {
      let line = try site.run(command, "--drafts", "--as-of", "2026-02-20").lastLine
      #expect(line.contains("; 1 drafts and 1 scheduled shown, 0 expired; "), "\(line)")
    }
  }

  @Test func `other folders may be named`() throws {
    let site = try TemporaryFolder()
    for (path, text) in goodSite { try site.write(text, to: path.replacing("content/", with: "稿件/")) }
    let result = try site.run("build", "--content", "稿件/", "--output", "发布/站点")
    #expect(result.status == 0)
    #expect(site.exists("发布/站点/index.html"))
    #expect(result.output.contains("稿件/notices/b.md"))
  }
}

@Suite struct RefusalTests {
  @Test func `an output folder that is not ours is refused with 74 and left as it is`() throws {
    let site = try TemporaryFolder(goodSite)
    try site.write("我的文件", to: "public/mine.txt")
    let result = try site.run("build")
    #expect(result.status == 74)
    #expect(result.errors.contains("public"))
    #expect(try site.files("public") == ["mine.txt": Array("我的文件".utf8)])
  }

  @Test(arguments: [".", "content", "content/public"])
  func `an output folder that holds the content is refused`(folder: String) throws {
    let site = try TemporaryFolder(goodSite)
    let before = try site.files(".")
    #expect(try site.run("build", "--output", folder).status == 74)
    #expect(try site.files(".") == before)
  }

  @Test func `a content folder that does not exist is 74`() throws {
    let site = try TemporaryFolder()
    let result = try site.run("build")
    #expect(result.status == 74)
    #expect(result.errors.contains("content"))
    #expect(!site.exists("public"))
  }

  @Test func `a folder that is refused is refused before the content is judged`() throws {
    let site = try TemporaryFolder(goodSite)
    try site.write("我的文件", to: "public/mine.txt")
    try site.write(wrongNotice, to: "content/notices/wrong.md")
    let result = try site.run("build")
    #expect(result.status == 74)
    #expect(result.errors.contains("wrong.md:4:7"))
  }

  @Test(arguments: [
    ["biuld"], ["build", "--unknown"], ["build", "--format", "xml"], ["build", "--jobs", "0"],
    ["build", "--jobs", "x"], ["build", "--as-of", "2026-02-30"], ["build", "--as-of", "gestern"],
    ["build", "--as-of", "2026-01-01/2026-01-02"], ["build", "--lang", "fr"], ["build", "extra"],
    ["explain", "no-such-code"],
  ])
  func `wrong usage is 64`(arguments: [String]) throws {
    let site = try TemporaryFolder(goodSite)
    let result = try Program.run(arguments, in: site.url)
    #expect(result.status == 64, "\(result.errors)")
    #expect(result.errors != "")
    #expect(!site.exists("public"))
  }

  @Test(arguments: [["--help"], ["--version"], ["build", "--help"]])
  func `help and version are no faults`(arguments: [String]) throws {
    let site = try TemporaryFolder()
    let result = try Program.run(arguments, in: site.url)
    #expect(result.status == 0 && result.output != "" && result.errors == "")
  }
}
