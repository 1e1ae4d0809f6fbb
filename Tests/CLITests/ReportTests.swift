import Foundation
import TestSupport
import Testing

/// On 10 March 2026: one 公示 is open, one is late, one is told, one ends next month; of three records that wait for
/// their day one comes this month.
private let dueSite: KeyValuePairs<String, String> = [
  "content/site.yaml": "title: 板报\nunion: 某医院工会\n",
  "content/notices/open.md": notice(
    "评选公示", "2026-03-05", "kind: 公示\npublicity: {from: 2026-03-05, to: 2026-03-18, contact: 办公室}"),
  "content/notices/late.md": notice(
    "先进公示", "2026-02-02", "kind: 公示\npublicity: {from: 2026-02-02, to: 2026-02-09, contact: 办公室}"),
  "content/notices/told.md": notice(
    "补助公示", "2026-01-05", "kind: 公示\npublicity: {from: 2026-01-05, to: 2026-01-12, contact: 办公室}"),
  "content/notices/result.md": notice("补助结果", "2026-01-13", "kind: 公告\nresult_of: notices/told"),
  "content/notices/later.md": notice(
    "四月公示", "2026-03-09", "kind: 公示\npublicity: {from: 2026-03-30, to: 2026-04-07, contact: 办公室}"),
  "content/notices/soon.md": notice("清明安排", "2026-03-28", "kind: 通知\npublish: 2026-03-28"),
  "content/notices/april.md": notice("劳动节安排", "2026-04-20", "kind: 通知\npublish: 2026-04-20"),
  "content/notices/draft.md": notice(
    "草稿公示", "2026-03-01", "kind: 公示\npublicity: {from: 2026-03-02, to: 2026-03-09, contact: 办公室}\ndraft: true"),
  "content/notices/plain.md": notice("通知", "2026-03-02", "kind: 通知\nexpires: 2026-03-09"),
  "content/activities/next.md": notice("讲座", "2026-03-15", "kind: 讲座\npublish: 2026-03-10"),
  "content/activities/today.md": notice("拔河", "2026-03-15", "kind: 文体\npublish: 2026-03-11"),
]

private func notice(_ title: String, _ date: String, _ keys: String) -> String {
  "---\ntitle: \(title)\ndate: \(date)\n\(keys)\n---\n"
}

@Suite struct DueTests {
  @Test
  func `--due lists what is late or due this month, by day, each with its place and its remedy, and nothing else`()
    throws
  {
    let result = try TemporaryFolder(dueSite).run("check", "--due", "--as-of", "2026-03-10")
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(
      lines.prefix(8) == [
        "2026-02-09 late content/notices/late.md:5 《先进公示》the period is over: tell the result",
        "  = banbao new notice RESULT, with 公示结果对应: notices/late",
        "2026-03-11 due content/activities/today.md:5 《拔河》its day of publication: build the site",
        "  = run banbao build on that day",
        "2026-03-18 due content/notices/open.md:5 《评选公示》the period ends",
        "  = banbao new notice RESULT, with 公示结果对应: notices/open",
        "2026-03-28 due content/notices/soon.md:5 《清明安排》its day of publication: build the site",
        "  = run banbao build on that day",
      ])
    #expect(lines.count { $0.hasPrefix("2026-") } == 4)
  }

  @Test(arguments: ["2026-03-18": "due", "2026-03-19": "late"])
  func `on its last day a period is due, and late on the day after`(day: String, state: String) throws {
    let result = try TemporaryFolder(dueSite).run("check", "--due", "--as-of", day)
    #expect(result.output.contains("2026-03-18 \(state) content/notices/open.md:5 "))
  }

  @Test(arguments: ["en": "nothing is late or due", "zh-Hans": "没有到期或逾期"])
  func `where nothing is due, that is said`(language: String, words: String) throws {
    let site = try TemporaryFolder(goodSite)
    let result = try site.run("check", "--due", "--as-of", "2026-02-20", "--lang", language)
    #expect(result.status == 0 && result.output.contains(words))
  }

  @Test(arguments: ["json", "sarif"])
  func `for programs the list is kept out of standard output`(format: String) throws {
    let result = try TemporaryFolder(dueSite).run("check", "--due", "--as-of", "2026-03-10", "--format", format)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(result.output.utf8)) }
    #expect(result.errors.contains("2026-03-18 due "))
  }
}

@Suite struct PeopleTests {
  private static let people: KeyValuePairs<String, String> = [
    "content/site.yaml": "title: 板报\nunion: 某医院工会\n",
    "content/notices/a.md": notice("通知", "2026-03-01", "kind: 通知"),
    "content/honours/a.md": """
    ---
    title: 先进
    date: 2026-03-01
    level: 本级
    kind: 个人
    awarded_by: 本院工会
    recipients:
      - {name: 李建国, consent: true}
      - {name: 张小明, consent: false}
      - 王小红
    ---
    """,
  ]

  private func lines(_ result: Program.Result) -> [String] { result.output.split(separator: "\n").map(String.init) }

  @Test(arguments: ["build", "check"])
  func `a build says in a line how many pages show persons`(command: String) throws {
    let site = try TemporaryFolder(Self.people)
    let result = try site.run(command, "--as-of", "2026-03-10", "--lang", "zh-Hans")
    #expect(result.status == 0)
    // The record, the rolls of all years and of the year, the summaries of year, half-year and quarter, and the lobby's screen.
    #expect(lines(result).contains("显示人员的网页 7 个：同意公开 7 人次，隐去姓名 14 人次（--people 列出）"))
    #expect(!result.output.contains("李建国"))
  }

  @Test func `what only the calendar brings about is told under --strict, and does not fail`() throws {
    let site = try TemporaryFolder(goodSite)
    try site.write("title: 甲\ndate: 2026-01-10\nowner: 工会办公室\nstatus: 办理中\n", to: "content/matters/a.yaml")
    let late = try site.run("build", "--strict", "--as-of", "2026-03-10")
    #expect(late.status == 0 && late.errors.contains("warning: ") && late.errors.contains("[matter-overdue]"))
    #expect(try site.run("explain", "matter-overdue").output.contains("does not fail under --strict"))
    try site.write(warnedNotice, to: "content/notices/warned.md")
    #expect(try site.run("build", "--strict", "--as-of", "2026-03-10").status == 1)
  }

  @Test func `--people lists every page with the names it shows, where consent stands, and how many are masked`() throws
  {
    let result = try TemporaryFolder(Self.people).run("check", "--people", "--as-of", "2026-03-10")
    #expect(
      lines(result).prefix(12) == [
        "board.html", "  李建国 content/honours/a.md:8:26", "  2 masked",
        "honours/a.html", "  李建国 content/honours/a.md:8:26", "  2 masked", "honours/archive/2026.html",
        "  李建国 content/honours/a.md:8:26", "  2 masked", "honours/index.html", "  李建国 content/honours/a.md:8:26",
        "  2 masked",
      ])
    #expect(!result.output.contains("小明") && !result.output.contains("小红"))
  }

  @Test func `where nobody is shown the count is left out, and --people says so`() throws {
    let site = try TemporaryFolder(goodSite)
    #expect(!(try site.run("check", "--as-of", "2026-02-20").output.contains("persons")))
    #expect(try site.run("check", "--people", "--as-of", "2026-02-20").output.contains("no page shows a person\n"))
  }

  @Test func `--quiet leaves the line out`() throws {
    let result = try TemporaryFolder(Self.people).run("check", "--quiet", "--as-of", "2026-03-10")
    #expect(result.output == "" && result.errors == "")
  }

  @Test func `for programs the object has them, and --people keeps out of standard output`() throws {
    let result = try TemporaryFolder(Self.people).run("check", "--people", "--format", "json", "--as-of", "2026-03-10")
    let object = try #require(JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let people = try #require(object["people"] as? [[String: Any]])
    #expect(
      people.compactMap { $0["name"] as? String } == Array(repeating: ["李建国", "张**", "王**"], count: 7).flatMap { $0 })
    #expect(people.prefix(3).compactMap { $0["masked"] as? Bool } == [false, true, true])
    #expect(people.prefix(3).compactMap { $0["line"] as? Int } == [8, 9, 10])
    #expect(people.compactMap { $0["page"] as? String }.first == "board.html")
    #expect(result.errors.contains("  李建国 content/honours/a.md:8:26\n"))
  }
}

@Suite struct AgainstTests {
  private func lines(_ result: Program.Result) -> [String] {
    result.output.split(separator: "\n").map(String.init)
      .filter {
        $0.hasPrefix("added ") || $0.hasPrefix("changed ") || $0.hasPrefix("removed ") || $0.hasPrefix("against ")
      }
  }

  private func published() throws -> TemporaryFolder {
    let site = try TemporaryFolder(goodSite)
    #expect(try site.run("build", "--as-of", "2026-02-20").status == 0)
    return site
  }

  private func check(_ site: TemporaryFolder) throws -> [String] {
    let before = try site.times("public")
    let result = try site.run("check", "--against", "public", "--as-of", "2026-02-20")
    #expect(result.status == 0)
    #expect(try site.times("public") == before)
    return lines(result)
  }

  @Test func `where nothing has changed, nothing is listed`() throws {
    #expect(try check(published()) == ["against public: 0 added, 0 changed, 0 removed"])
  }

  @Test func `a page that is new is listed, with those that show it`() throws {
    let site = try published()
    try site.write("---\ntitle: 关于\ndate: 2020-01-01\n---\n", to: "content/pages/x.md")
    let lines = try check(site)
    #expect(lines.filter { $0.hasPrefix("added ") } == ["added pages/index.html", "added pages/x.html"])
    // The menu has one item more.
    #expect(lines.contains("changed index.html") && lines.contains("changed 404.html"))
  }

  @Test func `a page that changed is listed alone`() throws {
    let site = try published()
    try site.write(
      try site.text("content/activities/a.md") + "\n第一段。\n\n第二段。\n", to: "content/activities/a.md")
    #expect(try check(site).contains("changed activities/a.html"))
    #expect(try site.run("build", "--as-of", "2026-02-20").status == 0)
    try site.write(
      try site.text("content/activities/a.md").replacing("第二段", with: "第三段"), to: "content/activities/a.md")
    #expect(
      try check(site) == [
        "changed activities/a.html", "changed feed.xml", "against public: 0 added, 2 changed, 0 removed",
      ])
  }

  @Test func `a page that goes is listed, and a file of the theme too`() throws {
    let site = try TemporaryFolder(goodSite)
    try site.write("x", to: "theme/assets/旧.txt")
    #expect(try site.run("build", "--as-of", "2026-02-20").status == 0)
    try site.write("---\ntitle: 春节慰问\ndate: 2026-02-10\nkind: 通知\n---\n", to: "content/notices/2026/春节.md")
    for path in ["content/activities/a.md", "theme/assets/旧.txt"] {
      try FileManager.default.removeItem(at: site.url.appending(path: path))
    }
    let removed = try check(site).filter { $0.hasPrefix("removed ") }
    #expect(
      removed == [
        "removed activities/a.html", "removed activities/archive/2026.html", "removed activities/index.html",
        "removed activities/kind/文体/index.html", "removed assets/旧.txt", "removed summary/2026-h1.html",
        "removed summary/2026-q1.html", "removed summary/2026.html", "removed summary/index.html",
        "removed tags/index.html", "removed tags/慰问/index.html",
      ])
  }

  @Test(arguments: [["check", "--against", "没有"], ["build", "--against", "没有"], ["check", "--theme", "没有"]])
  func `a folder that an option names and that is not there is wrong usage`(arguments: [String]) throws {
    let site = try published()
    let before = try site.files()
    let result = try site.run(arguments)
    #expect(result.status == 64 && result.errors.contains("“没有”"))
    #expect(try site.files() == before)
  }

  @Test func `a site may be looked at without its theme`() throws {
    #expect(try published().run("check", "--theme", "none", "--as-of", "2026-02-20").status == 0)
  }

  @Test func `output that cannot be written is 74`() throws {
    let site = try published()
    for arguments in ["check --format json", "check --format sarif", "explain", "schema"] {
      let shell = try Program(
        ["-c", "'\(Program.banbao.path(percentEncoded: false))' \(arguments) >/dev/full"], in: site.url,
        of: URL(filePath: "/bin/sh"))
      #expect(shell.end() == 74)
      #expect(try shell.errors.contains("could not be written"))
    }
  }

  @Test func `where complaints cannot be written, the status says so`() throws {
    let site = try published()
    let line = "---\ntitle: 甲\ndate: 2026-02-10\nkind: 公示\n---\n"
    try site.write(line, to: "content/notices/warned.md")
    let shell = try Program(
      ["-c", "'\(Program.banbao.path(percentEncoded: false))' check 2>/dev/full"], in: site.url,
      of: URL(filePath: "/bin/sh"))
    #expect(shell.end() == 74)
  }

  @Test func `a build says the same before it publishes`() throws {
    let site = try published()
    try site.write("---\ntitle: 甲\ndate: 2026-02-12\nkind: 通知\n---\n", to: "content/notices/x.md")
    let expected = try check(site)
    #expect(lines(try site.run("build", "--against", "public", "--as-of", "2026-02-20")) == expected)
    #expect(expected.contains("added notices/x.html"))
    #expect(try check(site) == ["against public: 0 added, 0 changed, 0 removed"])
  }

  @Test func `against a file is 74`() throws {
    let site = try published()
    #expect(try site.run("check", "--against", "content/site.yaml").status == 74)
  }
}

/// The names below the headline of the slowest `things`, each of which stands behind its time.
private func slowest(_ things: String, in output: String) throws -> [String] {
  let lines = output.split(separator: "\n")
  let headline = try #require(lines.firstIndex(of: "slowest \(things)"))
  return lines[(headline + 1)...].map { $0.wholeMatch(of: #/ +\d+\.\d{3} ms  (.+)/#) }
    .prefix { $0 != nil }.compactMap { $0.map { String($0.1) } }
}

@Suite struct MannersTests {
  @Test func `--profile says how long each stage took, and the slowest templates and files`() throws {
    let result = try TemporaryFolder(goodSite).run("build", "--profile", "--as-of", "2026-02-20")
    #expect(result.status == 0 && result.errors == "")
    let stages = ["reading content", "checking the theme", "checking records", "planning pages", "making pages"]
    for stage in stages {
      let line = try #require(result.output.split(separator: "\n").first { $0.contains("ms  \(stage)") }, "\(stage)")
      #expect(line.contains(#/^ *\d+\.\d{3} ms  /#))
    }
    // Which are the ten slowest of more templates depends on the machine; of fewer files all are named.
    let templates = try slowest("templates", in: result.output)
    let existing = try FileManager.default.contentsOfDirectory(
      atPath: Repository.url.appending(path: "theme/templates").path(percentEncoded: false))
    #expect(templates.count == 10 && templates.allSatisfy { existing.contains("\($0).mustache") }, "\(templates)")
    let files = goodSite.map(\.key).filter { $0.hasSuffix(".md") }.map { String($0.dropFirst("content/".count)) }
    #expect(try Set(slowest("files", in: result.output)) == Set(files))
    let pages = try #require(result.output.firstMatch(of: /making pages（(\d+)）/))
    #expect(result.lastLine.hasPrefix("published to public: \(pages.1) pages, "))
  }

  @Test(arguments: [["TERM": "xterm-256color"], ["NO_COLOR": "1"], ["CLICOLOR_FORCE": "1"]])
  func `without a terminal there is no progress and no colour, whatever the variables say`(
    environment: [String: String]
  ) throws {
    let site = try TemporaryFolder(goodSite)
    for number in 0..<200 { try site.write(wrongNotice, to: "content/notices/x\(number).md") }
    for arguments in [["check"], ["build", "--profile"]] {
      let result = try Program.run(arguments, in: site.url, environment)
      #expect(result.status == 1 && result.errors.contains("x199.md:4:7"))
      #expect(!(result.output + result.errors).contains("\u{1B}") && !(result.output + result.errors).contains("\r"))
    }
  }

  @Test func `on a terminal faults are coloured, unless NO_COLOR is set or the terminal is dumb`() throws {
    let site = try TemporaryFolder(goodSite)
    try site.write(wrongNotice, to: "content/notices/wrong.md")
    #expect(try onTerminal("check", in: site, "TERM=xterm").contains("\u{1B}[1;31merror:"))
    for setting in ["TERM=xterm NO_COLOR=1", "TERM=dumb"] {
      let text = try onTerminal("check", in: site, setting)
      #expect(text.contains("wrong.md:4:7: error: ") && !text.contains("\u{1B}"), "\(setting)")
    }
    // An empty NO_COLOR is none (no-color.org).
    #expect(try onTerminal("check", in: site, "TERM=xterm NO_COLOR=").contains("\u{1B}["))
  }

  /// What the program says on a terminal: `script` gives it one.
  private func onTerminal(_ command: String, in site: TemporaryFolder, _ environment: String) throws -> String {
    let program = Program.banbao.path(percentEncoded: false)
    let line = "env -u NO_COLOR \(environment) BANBAO_LANG=en '\(program)' \(command)"
    #if os(Linux)
      let arguments = ["script", "-qec", line, "/dev/null"]
    #else
      let arguments = ["script", "-q", "/dev/null", "sh", "-c", line]
    #endif
    let script = try Program(arguments, in: site.url, of: URL(filePath: "/usr/bin/env"))
    _ = script.end()
    return try script.output
  }

  /// The commands that the program's help names.
  private func commands() throws -> [String] {
    let result = try TemporaryFolder().run("--help")
    #expect(result.status == 0 && result.output.contains("Examples:\n"))
    let list = try #require(result.output.split(separator: "SUBCOMMANDS:\n").last)
    return list.matches(of: #/(?m)^  ([a-z]+) /#).map { String($0.1) }
  }

  @Test func `--help of every command shows an example of it`() throws {
    let commands = try commands()
    #expect(Set(commands).isSuperset(of: ["build", "check", "serve", "new", "explain"]))
    for command in commands {
      let result = try TemporaryFolder().run(command, "--help")
      #expect(result.status == 0 && result.output.contains("Examples:\n"), "\(command)")
      #expect(result.output.contains("\n  banbao \(command)"), "\(command)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `there are completions for every shell, with every command`(shell: String) throws {
    let result = try TemporaryFolder().run("--generate-completion-script", shell)
    #expect(result.status == 0 && result.errors == "")
    for command in try commands() { #expect(result.output.contains(command), "\(command)") }
    for option in ["against", "as-of", "port", "profile"] { #expect(result.output.contains(option), "\(option)") }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `the completions are what their shell understands`(shell: String) throws {
    let program = ["/bin/", "/usr/bin/", "/opt/homebrew/bin/"].map { $0 + shell }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let program else { return }
    let site = try TemporaryFolder()
    try site.write(try site.run("--generate-completion-script", shell).output, to: "completions")
    #expect(try Program(["-n", "completions"], in: site.url, of: URL(filePath: program)).end() == 0)
  }
}
