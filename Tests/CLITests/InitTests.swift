import Foundation
import TestSupport
import Testing

@Suite struct InitTests {
  @Test func `a new site is built with --strict on any day of its year, and every kind of record can be added to it`()
    throws
  {
    let place = try TemporaryFolder()
    let started = try place.run("init", "板报")
    #expect(started.status == 0)
    #expect(started.errors == "")
    #expect(started.output.contains("板报/content/site.yaml\n"))
    #expect(started.output.contains("cd 板报\n"))
    let site = place.url.appending(path: "板报")
    for day in ["2026-01-01", "2026-06-30", "2026-12-31", "2027-06-30"] {
      let built = try Program.run(["build", "--strict", "--as-of", day], in: site, ["BANBAO_LANG": "en"])
      #expect(built.status == 0, "\(day)")
      #expect(built.errors == "", "\(day)")
      #expect(built.lastLine.contains("0 errors, 0 warnings, 0 notes"), "\(day)")
    }
    let kinds = [
      "通知", "活动", "荣誉", "职代会", "职工诉求", "会议", "培训", "慰问", "福利互助", "福利核发", "爱心捐助", "代管款项", "院务公开", "计划", "组织机构", "会员",
      "制度", "页面",
    ]
    for kind in kinds {
      let added = try Program.run(["new", kind, "新的\(kind)", "--as-of", "2026-06-30"], in: site)
      #expect(added.status == 0, "\(kind)")
    }
    let built = try Program.run(["build", "--strict", "--as-of", "2026-06-30"], in: site)
    #expect(built.status == 0)
    #expect(built.errors == "")
    #expect(place.exists("板报/public/index.html"))
    #expect(place.exists("板报/public/notices/2026/宣传栏开通.html"))
    #expect(place.exists("板报/public/pages/写作手册.html"))
    #expect(place.exists("板报/public/visits/2026/元旦值班.html"))
    #expect(place.exists("板报/public/committee/工会委员会.html"))
  }

  /// The records of a new site that say of themselves that they are samples.
  private static let samples = [
    "activities/2026/健步走.md", "committee/工会委员会.md", "honours/2026/先进工会小组.md", "membership/2025-H1.yaml",
    "notices/2026/宣传栏开通.md", "plans/2026.md", "visits/2026/元旦值班.yaml",
  ]

  private static func newSite(_ options: String...) throws -> TemporaryFolder {
    let site = try TemporaryFolder()
    #expect(try site.run(["init", "."] + options).status == 0)
    return site
  }

  @Test(arguments: samples + ["pages/写作手册.md", "holidays/2026.yaml"])
  func `any file of a new site but its settings may be deleted, and nothing else then fails`(path: String) throws {
    let site = try Self.newSite()
    try site.remove("content/" + path)
    let built = try site.run("build", "--strict", "--as-of", "2026-06-30")
    #expect(built.status == 0 && built.errors == "")
  }

  @Test func `all samples may be deleted at once, or left out from the beginning`() throws {
    let site = try Self.newSite()
    for path in Self.samples { try site.remove("content/" + path) }
    let empty = try Self.newSite("--empty")
    #expect(try empty.files("content") == site.files("content"))
    #expect(try Set(empty.files().keys).isSuperset(of: ["publish.sh", "content/pages/写作手册.md"]))
    for site in [site, empty] {
      let built = try site.run("build", "--strict", "--as-of", "2026-06-30")
      #expect(built.status == 0 && built.errors == "")
    }
  }

  @Test(arguments: samples)
  func `a sample is marked as one, refers to nothing, and gives way to the first real record of its kind`(path: String)
    throws
  {
    let site = try Self.newSite()
    let text = try site.text("content/" + path)
    #expect(text.contains("\n示例: true\n"))
    #expect(!text.contains("](") && !text.contains("\n凭证号") && !text.contains("关联:"))
    #expect(try site.run("build", "--as-of", "2026-06-30").status == 0)
    let page = "public/" + path.split(separator: ".")[0] + ".html"
    #expect(site.exists(page))
    let own = text.replacing("示例: true\n", with: "").replacing("标题: ", with: "标题: 自己的").replacing(
      "2025-H1", with: "2025-H2")
    let folder = path.split(separator: "/")[0]
    try site.write(own, to: "content/\(folder)/own" + (path.hasSuffix(".md") ? ".md" : ".yaml"))
    let built = try site.run("build", "--strict", "--as-of", "2026-06-30")
    #expect(built.status == 0 && built.errors == "")
    // A plan's page is that of its year, whosever plan it is.
    #expect(folder == "plans" || !site.exists(page))
    #expect(site.exists("public/\(folder)/own.html") || folder == "plans")
    #expect(built.output.contains("not published: content/\(path) (sample, real ones have taken its place)"))
  }

  @Test func `figures of samples stand in no summary beside those of real records`() throws {
    let site = try Self.newSite()
    try site.write(
      "标题: 看望\n日期: 2026-03-01\n类别: 在岗\n人次: 3\n金额: 90.00\n来源: 工会经费\n", to: "content/visits/2026/own.yaml")
    let summary = try site.run("summary", "2026", "--as-of", "2026-06-30")
    #expect(summary.output.contains("90.00") && !summary.output.contains("360.00"), "\(summary.output)")
  }

  /// A warning that came with a change stops the change; nothing but an error stops the site.
  @Test(arguments: [
    (".github/workflows/banbao.yml", "check --strict --format github", "build --format github"),
    (".gitea/workflows/banbao.yml", "check --strict --format github", "build --format github"),
    (".gitlab-ci.yml", "check --strict", "build"), ("publish.sh", nil, "build --quiet --output \"$OUTPUT\""),
  ])
  func `the recipes are strict for changes and never for the calendar`(
    path: String, change: String?, site build: String
  )
    throws
  {
    let commands = try Self.newSite().text(path).split(separator: "\n").compactMap {
      $0.firstMatch(of: /^ *(?:- |run: |exec )"?(?:banbao|\$BANBAO)"? ((?:check|build).*)$/).map { String($0.output.1) }
    }
    #expect(commands == [change, build].compactMap { $0 })
  }

  @Test(arguments: ["HOME=/nowhere", ""])
  func `where cron or systemd finds no program, the script says what to write`(home: String) throws {
    let site = try Self.newSite()
    let shell = try Program(
      ["-c", "env -i PATH=/usr/bin:/bin \(home) BANBAO=no-such-program sh publish.sh"], in: site.url, [:],
      of: URL(filePath: "/bin/sh"))
    #expect(shell.end() == 127)
    #expect(try shell.errors.contains("crontab"))
  }

  @Test func `the handbook of a new site is the repository's own`() throws {
    let site = try Self.newSite()
    #expect(try site.text("content/pages/写作手册.md") == Repository.text("content/pages/写作手册.md"))
  }

  @Test func `the paths that are printed are what is written, and the theme stays in the program`() throws {
    let place = try TemporaryFolder()
    let output = try place.run("init", "site").output
    let files = try place.files("site")
    let printed = output.split(separator: "\n").filter { $0.hasPrefix("site/") }
    #expect(Set(printed.map { String($0.dropFirst(5)) }) == Set(files.keys))
    #expect(!files.keys.contains { $0.hasPrefix("theme/") })
  }

  @Test func `a folder that holds something is refused, and nothing in it is touched`() throws {
    let place = try TemporaryFolder(["site/content/site.yaml": "mine", "file": "mine"])
    let before = try place.files(".")
    for folder in ["site", "."] {
      let result = try place.run("init", folder)
      #expect(result.status == 64)
      #expect(result.errors.contains("“\(folder)”"))
      #expect(result.output == "")
    }
    #expect(try place.run("init", "file").status == 74)
    #expect(try place.files(".") == before)
  }

  @Test func `an empty folder and one that only Git uses are taken`() throws {
    let place = try TemporaryFolder(["site/.git/HEAD": "ref: refs/heads/main\n"])
    let site = place.url.appending(path: "site")
    let result = try place.run("init", site.path(percentEncoded: false) + "/")
    #expect(result.status == 0)
    #expect(place.exists("site/.gitlab-ci.yml"))
    #expect(try place.text("site/.git/HEAD") == "ref: refs/heads/main\n")
    #expect(try place.run("init", "a/b").status == 0)
    #expect(place.exists("a/b/publish.sh"))
  }

  @Test func `a folder's name that the shell would split is quoted`() throws {
    let place = try TemporaryFolder()
    #expect(try place.run("init", "our board's").output.contains("cd 'our board'\\''s'\n"))
  }
}
