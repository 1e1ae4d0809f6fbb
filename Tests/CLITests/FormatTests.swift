import Foundation
import TestSupport
import Testing

/// Runs banbao under an account of no name, whose threads are all this run's, and who may have so many.
private func run(_ command: String, threads: Int, in folder: TemporaryFolder) throws -> (status: Int32, errors: String)
{
  let account = Int.random(in: 100_000...2_000_000_000)
  let program = "'\(Program.banbao.path(percentEncoded: false))'"
  let shell = try Program(
    [
      "--reuid=\(account)", "--regid=\(account)", "--clear-groups", "bash", "-c",
      "ulimit -u \(threads); exec \(program) \(command)",
    ],
    in: folder.url, of: URL(filePath: "/usr/bin/setpriv"))
  return (shell.end(), try shell.errors)
}

/// Whether another account can be taken on, and may run the program where it lies.
private func canChangeAccount() -> Bool {
  do {
    return try run("--version", threads: 100, in: TemporaryFolder()).status == 0
  } catch {
    return false
  }
}

@Suite(.enabled(if: canChangeAccount(), "only root can take on another account"))
struct `With few threads` {
  @Test(arguments: ["check", "build", "serve --port 0"]) func `the program says so and does not wait for ever`(
    command: String
  ) throws {
    let site = try TemporaryFolder(goodSite)
    let result = try run(command, threads: 2, in: site)
    #expect(result.status == 74)
    #expect(result.errors.contains("too few threads"))
  }

  @Test func `as many as it asks for are enough`() throws {
    let site = try TemporaryFolder(goodSite)
    let cores = ProcessInfo.processInfo.activeProcessorCount
    #expect(try run("check", threads: cores + 2, in: site).status == 0)
  }
}

@Suite struct FormatTests {
  private func faulty() throws -> TemporaryFolder {
    let site = try TemporaryFolder(goodSite)
    try site.write(wrongNotice, to: "content/notices/wrong.md")
    try site.write(warnedNotice, to: "content/notices/warned.md")
    return site
  }

  @Test func `a file's name begins no line of its own, and so no command of a workflow`() throws {
    let site = try TemporaryFolder(goodSite)
    try site.write(
      "---\ntitle: 甲\ndate: 2026-02-10\nkind: 通知\ndraft: true\n---\n", to: "content/notices/d\n::error::x.md")
    for arguments in [
      ["build"], ["build", "--people", "--profile"], ["check", "--format", "github"], ["check", "--due"],
    ] {
      let result = try site.run(arguments + ["--as-of", "2026-02-20"])
      #expect(result.status == 0)
      let lines = (result.output + result.errors).split(separator: "\n")
      #expect(lines.filter { $0.hasPrefix("::error::x") } == [], "\(arguments)")
    }
    #expect(try site.run("build").output.contains("not published: content/notices/d␊::error::x.md"))
  }

  @Test(arguments: [
    ["check"], ["check", "--format", "github"], ["check", "--profile"], ["check", "--content", "no\u{1B}[31m"],
    ["build", "--output", "content/\u{1B}[31m"], ["build", "--against", "\u{1B}[31m"], ["explain", "\u{1B}[31m\u{7}"],
    ["summary", "\u{1B}[31m"], ["verify", "\u{9B}31m"], ["\u{1B}[31m"], ["check", "--\u{1B}[31m"],
    ["print", "\u{1B}[31m"], ["seal", "\u{1B}[31m"], ["schema", "\u{1B}[31m"], ["new", "\u{1B}[31m", "甲"],
  ])
  func `names and arguments move no cursor and colour no screen`(arguments: [String]) throws {
    let site = try TemporaryFolder(goodSite)
    try site.write("---\ntitle: 甲\ndate: 2026-02-10\nkind: 通之\n---\n", to: "content/notices/\u{1B}[31m\u{7}.md")
    let result = try site.run(arguments)
    #expect(result.status != 0)
    let said = result.output + result.errors
    #expect(said.unicodeScalars.filter { $0 != "\n" && $0.properties.generalCategory == .control } == [])
    #expect(!said.isEmpty)
  }

  @Test(arguments: ["text", "json"])
  func `of equal faults in a file fifty are printed, the last of which counts the rest`(format: String) throws {
    let site = try TemporaryFolder(goodSite)
    let links = String(repeating: "[甲](javascript:1)\n\n", count: 60)
    try site.write("---\ntitle: 甲\ndate: 2026-02-10\nkind: 通知\n---\n\n\(links)", to: "content/notices/many.md")
    let result = try site.run("check", "--format", format, "--as-of", "2026-02-20")
    #expect(result.status == 1)
    let said = result.output + result.errors
    #expect(said.ranges(of: "dangerous-url").count == 50)
    #expect(said.contains("the file has 11 more of these"))
  }

  @Test func `text goes to standard error, with the line and a caret`() throws {
    let result = try faulty().run("check", "--as-of", "2026-02-20")
    #expect(result.output == "")
    #expect(result.errors.contains("content/notices/wrong.md:4:7: error: "))
    #expect(result.errors.contains("[unknown-choice]"))
    #expect(result.errors.contains("kind: 通之"))
    #expect(result.errors.contains("^"))
  }

  @Test func `json goes to standard output and holds diagnostics and what was left out`() throws {
    let result = try faulty().run("check", "--format", "json", "--as-of", "2026-02-20")
    #expect(result.status == 1)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: [[String: Any]]])
    let faults = try #require(object["diagnostics"])
    #expect(faults.compactMap { $0["code"] as? String } == ["publicity-missing", "unknown-choice"])
    #expect(faults.compactMap { $0["severity"] as? String } == ["warning", "error"])
    #expect(faults.compactMap { $0["line"] as? Int } == [4, 4])
    #expect(faults.compactMap { $0["column"] as? Int } == [7, 7])
    #expect(faults.allSatisfy { $0["message"] is String && $0["help"] is String })
    #expect(object["left_out"]?.compactMap { $0["reason"] as? String } == ["draft", "scheduled"])
  }

  @Test func `sarif goes to standard output and names every rule that results use`() throws {
    let result = try faulty().run("check", "--format", "sarif", "--as-of", "2026-02-20")
    let log = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == 2)
    let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
    let rules = try #require(driver?["rules"] as? [[String: Any]])
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    }
  }

  @Test func `github annotations go to standard output, one a line`() throws {
    let result = try faulty().run("check", "--format", "github", "--as-of", "2026-02-20")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.last?.hasPrefix("::error file=content/notices/wrong.md,line=4,col=7,title=unknown-choice::") == true)
  }

  @Test(arguments: ["json", "sarif"])
  func `a site without faults gives whole documents too`(format: String) throws {
    let site = try TemporaryFolder(goodSite)
    let result = try site.run("build", "--format", format)
    #expect(result.status == 0 && site.exists("public/index.html"))
    #expect(throws: Never.self) {
      try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    }
  }

  struct Speech: Sendable, CustomTestStringConvertible {
    var environment: [String: String]
    var isChinese: Bool
    var site = ""
    var option: [String] = []
    var testDescription: String { "\(environment) \(site) \(option)" }
  }

  @Test(arguments: [
    Speech(environment: [:], isChinese: true), Speech(environment: [:], isChinese: false, site: "language: en"),
    Speech(environment: ["LANG": "en_GB.UTF-8"], isChinese: false),
    Speech(environment: ["LANG": "zh_CN.UTF-8"], isChinese: true, site: "language: en"),
    Speech(environment: ["LANG": "C.UTF-8"], isChinese: true),
    Speech(environment: ["LANG": "de_DE.UTF-8"], isChinese: false, site: "language: en"),
    Speech(environment: ["LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"], isChinese: false),
    Speech(environment: ["LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN"], isChinese: true),
    Speech(environment: ["LANG": "zh_CN.UTF-8", "BANBAO_LANG": "en"], isChinese: false),
    Speech(environment: ["LANG": "en_US.UTF-8", "BANBAO_LANG": "zh-Hans"], isChinese: true),
    Speech(environment: ["BANBAO_LANG": "zh-Hans"], isChinese: false, option: ["--lang", "en"]),
    Speech(environment: ["BANBAO_LANG": "en"], isChinese: true, option: ["--lang", "zh-Hans"]),
  ])
  func `messages speak the language of --lang, else of BANBAO_LANG, else of the locale, else of the site`(
    speech: Speech
  ) throws {
    let site = try faulty()
    try site.write("title: 板报\nunion: 工会\n\(speech.site)\n", to: "content/site.yaml")
    let result = try Program.run(["check"] + speech.option, in: site.url, speech.environment)
    #expect(result.errors.contains("没有通过") == speech.isChinese)
    #expect(result.errors.contains("failed, nothing published") == !speech.isChinese)
    #expect(result.errors.contains("wrong.md:4:7: error: "))
  }
}

@Suite struct ThemeFolderTests {
  @Test func `a site's own file takes the place of the default theme's, and all others stay`() throws {
    let site = try TemporaryFolder(goodSite)
    try site.write("body { color: red }\n", to: "theme/assets/site.css")
    try site.write("@@", to: "theme/assets/字体.woff2")
    #expect(try site.run("build").status == 0)
    #expect(try site.text("public/assets/site.css") == "body { color: red }\n")
    #expect(site.exists("public/assets/site.js") && site.exists("public/assets/字体.woff2"))
  }

  @Test func `a site's own template is used`() throws {
    let site = try TemporaryFolder(goodSite)
    try site.write("<p>{{title}}的页面</p>\n", to: "theme/templates/activity.mustache")
    #expect(try site.run("build").status == 0)
    #expect(try site.text("public/activities/a.html") == "<p>拔河的页面</p>\n")
    #expect(try site.text("public/notices/2026/春节.html").hasPrefix("<!DOCTYPE html>"))
  }

  @Test func `a wrong template is reported at its place with a near miss, and nothing is published`() throws {
    let site = try TemporaryFolder(goodSite)
    try site.write("<p>\n{{titel}}</p>\n", to: "theme/templates/activity.mustache")
    let result = try site.run("build")
    #expect(result.status == 1)
    #expect(result.errors.contains("theme/templates/activity.mustache:2:"))
    #expect(result.errors.contains("title"))
    #expect(!site.exists("public"))
  }
}

@Suite struct ExplainTests {
  @Test(arguments: ["zh-Hans", "en"])
  func `every code of the list is explained, with a wrong and a right example`(language: String) throws {
    let site = try TemporaryFolder()
    let list = try site.run("explain", "--lang", language).output
    let codes = list.split(separator: "\n").filter { !$0.hasPrefix(" ") }.map(String.init)
    #expect(codes.count > 60)
    #expect(codes == codes.sorted() && Set(codes).count == codes.count)
    for code in codes {
      let result = try site.run("explain", code, "--lang", language)
      #expect(result.status == 0 && result.errors == "", "\(code)")
      #expect(result.output.hasPrefix("\(code) ("), "\(code)")
      let isChinese = language == "zh-Hans"
      #expect(result.output.contains(isChinese ? "错：" : "Wrong:"), "\(code)")
      #expect(result.output.contains(isChinese ? "对：" : "Right:"), "\(code)")
    }
  }

  @Test func `an unknown code is 64, with a near miss`() throws {
    let result = try TemporaryFolder().run("explain", "unknown-choise")
    #expect(result.status == 64)
    #expect(result.errors.contains("unknown-choice"))
  }
}
