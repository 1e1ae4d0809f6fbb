import Foundation
import TestSupport
import Testing

/// What Chromium prints of a site, measured in the PDFs. `checks/check_paper.py` does the measuring.
@Suite(
  "A site on paper",
  .enabled(
    if: CheckedSite.canBeChecked,
    "the checks are not installed; `bash .ci/setup test` installs them"))
struct PaperTests {
  @Test func `a sheet has 22 lines of 28 characters, justified, in the type area of the norm`() async throws {
    try await expectNoFault(in: "grid")
  }

  @Test func `with a seal the day ends four characters from the right, and the issuer is centred above it`()
    async throws
  {
    try await expectNoFault(in: "sealed")
  }

  @Test func `without a seal the issuer ends two characters from the right, and the day begins two behind it`()
    async throws
  {
    try await expectNoFault(in: "unsealed")
  }

  @Test func `digits stand close, list items have numbers and are set in, and attachments are numbered if several`()
    async throws
  { try await expectNoFault(in: "text") }

  @Test func `a notice with a number has its red head, and 版记 at its end`() async throws {
    try await expectNoFault(in: "letterhead")
  }

  @Test func `nothing that only a screen has a use for is on paper, on any kind of page`() async throws {
    try await expectNoFault(in: "furniture")
  }

  @Test func `no heading and no signature stands alone on a sheet, and a short table is not cut`() async throws {
    try await expectNoFault(in: "breaks")
  }

  @Test func `banbao print makes the same PDF as the browser does`() async throws {
    try await expectNoFault(in: "command")
  }

  private func expectNoFault(in check: String) async throws {
    for fault in try #require(try await PrintedSite.faults.value[check], "the check was not carried out") {
      Issue.record("\(fault.page): \(fault.text)")
    }
  }
}

/// A site made to be measured, and the sample site, printed once for all tests of the suite.
private enum PrintedSite {
  static let faults = Task { try await check() }

  private static func check() async throws -> [String: [Fault]] {
    let scratch = try TemporaryFolder()
    for (path, text) in content { try scratch.write(text, to: "content/" + path) }
    let day = ["--as-of", "2026-11-22", "--quiet"]
    _ = try await CheckedSite.run(Program.banbao, ["build"] + day, in: scratch)
    _ = try await CheckedSite.run(
      Program.banbao,
      ["build", "--no-cache", "--content", Repository.path("content"), "--output", "sample"] + day, in: scratch)
    _ = try await CheckedSite.run(
      Program.banbao, ["print", "notices/2026/grid", "--output", "grid.pdf", "--as-of", "2026-11-22"], in: scratch)
    let script = Repository.path("Tests/BrowserTests/checks/check_paper.py")
    let output = try await CheckedSite.run(
      CheckedSite.python, ["-B", "-X", "utf8", script, scratch("public"), scratch("sample"), scratch("grid.pdf")],
      in: scratch)
    return try JSONDecoder().decode([String: [Fault]].self, from: Data(output.utf8))
  }

  /// From shorter than a day to longer than a line; each once with a seal and once without.
  private static let issuers = [
    "县总工会", "某县医院工会", "某县中医院工会", "某县中医院总工会", "某某县人民医院工会委员会", "某某县教育卫生体育系统工会联合委员会",
    "某某省某某市某某县教育卫生体育系统工会联合会委员会", "某某省某某市某某县教育卫生体育文化旅游系统工会联合会第一届委员会常务委员会",
  ]

  /// As many characters as a line holds.
  private static let line = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁"

  private static var content: [String: String] {
    var files = [
      "site.yaml": "title: 板报\nunion: 某县医院工会\nletterhead: {name: 某县医院工会委员会文件}\n",
      "notices/2026/grid.md": notice(
        "版面", "2026-12-22", "to: 各工会小组\nissuer: 某县医院工会",
        body: (1...6).map { _ in String(repeating: line, count: 7) }
          .joined(separator: "\n\n")),
      "notices/2026/lists.md": notice(
        "写法", "2026-12-22",
        "expires: 2026-12-31\nattachments:\n  - {file: a.csv, title: 报名表}\n  - {file: b.csv, title: 名单}",
        body: """
          ## 一、时间

          定于2026年12月22日8时30分在A座3楼开会，*准时*到`a.md`所说的地方[^1]。

          - 带笔
          - 带本
            1. 新的
            2. 旧的

          3. 从三起

          [^1]: 有电梯。
          """),
      "notices/2026/one.md": notice("一个附件", "2026-12-22", "attachments: [{file: a.csv, title: 报名表}]", body: "见附件。"),
      "notices/2026/a.csv": "姓名\n", "notices/2026/b.csv": "姓名\n",
      "notices/2026/wide.md": notice(
        "宽表", "2026-12-22",
        body: line + line + "\n\n|" + String(repeating: "出生年月日|", count: 10) + "\n|"
          + String(repeating: "---|", count: 10) + "\n|" + String(repeating: "1988年12月22日|", count: 10)),
      "notices/2026/red.md": notice(
        "关于放假的通知", "2026-11-05", "number: 某医工〔2026〕1号\nto: 各工会小组\nissuer: 某县医院工会\nseal: true", body: "照常值班。"),
    ]
    for issuer in issuers {
      for isSealed in [true, false] {
        files["notices/2026/\(isSealed ? "sealed" : "plain")-\(issuer.count).md"] = notice(
          "落款", "2026-12-22", "issuer: \(issuer)\nseal: \(isSealed)", body: "特此通知。")
      }
    }
    // A heading, a signature or a short table that would come to stand at each line of a sheet.
    for lines in 14...22 {
      let text = (0..<lines).map { "第\($0)行。" }.joined(separator: "\n\n")
      files["notices/2026/break-\(lines).md"] = notice(
        "分页", "2026-12-22", "issuer: 某县医院工会\nseal: true",
        body: text + "\n\n## 末节\n\n末节的话。\n\n| 项目 | 人数 |\n|---|---|\n| 拔河 | 1 |\n| 跳绳 | 2 |\n| 长跑 | 3 |")
    }
    return files
  }
}
