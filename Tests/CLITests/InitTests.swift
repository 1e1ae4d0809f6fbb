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
    for day in ["2026-01-01", "2026-06-30", "2026-12-31"] {
      let built = try Program.run(["build", "--strict", "--as-of", day], in: site, ["BANBAO_LANG": "en"])
      #expect(built.status == 0, "\(day)")
      #expect(built.errors == "", "\(day)")
      #expect(built.lastLine.contains("0 errors, 0 warnings, 0 notes"), "\(day)")
    }
    let kinds = [
      "通知", "活动", "荣誉", "职代会", "职工诉求", "会议", "培训", "慰问", "福利互助", "计划", "组织机构", "会员", "制度", "页面",
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
    #expect(place.exists("板报/public/pages/写作指南.html"))
    #expect(place.exists("板报/public/visits/2026/元旦值班.html"))
    #expect(place.exists("板报/public/committee/工会委员会.html"))
  }

  @Test func `the paths that are printed are what is written, and the theme is the program's own`() throws {
    let place = try TemporaryFolder()
    let output = try place.run("init", "site").output
    let files = try place.files("site")
    let printed = output.split(separator: "\n").filter { $0.hasPrefix("site/") && !$0.hasSuffix(")") }
    #expect(Set(printed.map { String($0.dropFirst(5)) }) == Set(files.keys.filter { !$0.hasPrefix("theme/") }))
    let theme = files.filter { $0.key.hasPrefix("theme/") }
    #expect(output.contains("site/theme/ (\(theme.count) files)"))
    #expect(theme.count > 30)
    for (path, bytes) in theme {
      #expect(try Data(contentsOf: Repository.url.appending(path: path)) == Data(bytes), "\(path)")
    }
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
