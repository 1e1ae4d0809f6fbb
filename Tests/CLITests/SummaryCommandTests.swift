import TestSupport
import Testing

@Suite struct SummaryCommandTests {
  private static let site: KeyValuePairs<String, String> = [
    "content/site.yaml": "title: 板报\nunion: 某医院工会\n",
    "content/visits/a.yaml": "title: 看望\ndate: 2026-03-31\nkind: 患病\nperson_times: 108\namount: 12118.40\n",
    "content/pages/summary/2026.md": "---\ntitle: 我们这一年\ndate: 2026-11-20\n---\n\n## 存在的问题\n\n通知发得晚。\n",
  ]

  @Test func `the summary of a year goes to standard output as Markdown, and nothing else does`() throws {
    let site = try TemporaryFolder(Self.site)
    let result = try site.run("summary", "2026", "--as-of", "2026-11-22")
    #expect(result.status == 0 && result.errors == "")
    #expect(result.output.hasPrefix("# 我们这一年\n\n人：走访慰问108人次。\n\n## 一、关心职工\n"))
    #expect(result.output.contains("患病慰问108人次，金额12,118.40元。"))
    #expect(result.output.contains("、存在的问题\n\n通知发得晚。\n"))
    #expect(!site.exists("public"))
  }

  @Test(arguments: ["2026-H1", "2026年上半年", "2026-q1"])
  func `half-years and quarters are named as elsewhere`(period: String) throws {
    let result = try TemporaryFolder(Self.site).run("summary", period, "--as-of", "2026-11-22")
    #expect(result.status == 0)
    #expect(result.output.contains("患病慰问108人次") && result.output.contains("下步计划"))
  }

  @Test func `the language can be chosen, and the content may lie elsewhere`() throws {
    let site = try TemporaryFolder([
      "board/site.yaml": "title: 板报\nunion: 某医院工会\n",
      "board/visits/a.yaml": "title: 看望\ndate: 2026-03-31\nkind: 患病\nperson_times: 108\namount: 1\n",
    ])
    let result = try site.run("summary", "2026", "--as-of", "2026-11-22", "--content", "board", "--lang", "en")
    #expect(result.status == 0 && result.output.hasPrefix("# Summary of work, 2026\n"))
  }

  @Test func `content with an error is reported and nothing is summed up`() throws {
    let site = try TemporaryFolder(Self.site)
    try site.write(wrongNotice, to: "content/notices/a.md")
    let result = try site.run("summary", "2026", "--as-of", "2026-11-22")
    #expect(result.status == 1 && result.output == "")
    #expect(result.errors.contains("content/notices/a.md:4:"))
  }

  @Test func `a year without records is wrong usage, and the years that there are are named`() throws {
    let site = try TemporaryFolder(Self.site)
    let result = try site.run("summary", "2019", "--as-of", "2026-11-22")
    #expect(result.status == 64 && result.output == "")
    #expect(result.errors.contains("there is no record of 2019") && result.errors.contains("2026"))
    let word = try site.run("summary", "去年", "--as-of", "2026-11-22")
    #expect(word.status == 64 && word.errors.contains("is no period"))
    let empty = try TemporaryFolder(["content/site.yaml": "title: 板报\nunion: 某医院工会\n"])
    #expect(try empty.run("summary", "2026").errors.contains("there is no record to sum up"))
  }
}
