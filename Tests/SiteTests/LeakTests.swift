import BanbaoDiagnostics
import BanbaoKinds
import BanbaoSource
import TestSupport
import Testing

@testable import BanbaoSite

/// What is not published occurs nowhere in the output: every field of a draft and of a scheduled record holds a word,
/// a number or a day of its own, which is looked for in every page, machine file, file name and summary.
@Suite struct LeakTests {
  /// The ways to be held back; the last is too unfinished to be read at all.
  static let states = ["draft: true", "publish: 2026-11-23", "draft: true\ndate: 待定"]

  private func site(
    folder: String, state: String, showsDrafts: Bool = false, others: [String: String] = [:]
  ) async throws -> BuiltSite {
    let record = try #require(LeakRecord.all[folder])
    let day = state.contains("date:") ? "" : "date: 2026-11-18\n"
    let text = "---\n\(LeakRecord.common)\n\(record.fields)\n\(day)\(state)\n---\n\n\(LeakRecord.body)"
    var files = [
      "notices/a.md": notice("甲", "2026-11-18"), "\(folder)/密名.md": text,
      "honours/b.md": honour("乙", "2026-11-18"),
    ].merging(others) { own, _ in own }
    for name in ["密丁.pdf", "密己.jpg", "密丑.docx", "密卯.png"] { files["\(folder)/\(name)"] = "x" }
    return try await BuiltSite(
      files, settings: "base_url: http://board.example/", showsDrafts: showsDrafts)
  }

  /// Every page and file, and the summary of every period, also as Markdown and in English.
  private func everything(_ site: BuiltSite) -> [(path: String, text: String)] {
    let periods = ["2026", "2026-H1", "2026-H2", "2026-Q4", "1987"].compactMap { code -> Period? in
      do { return try Period(reading: code) } catch { return nil }
    }
    let library = site.compilation.library
    return site.outputs
      + periods.flatMap { period in
        Language.allCases.map { language in
          (
            "summary \(period.code) \(language.rawValue)",
            summaryMarkdown(of: period, in: library, language: language)
          )
        }
      }
  }

  private func outputs(of site: BuiltSite, holding tokens: [String]) -> [String] {
    let all = everything(site)
    return tokens.flatMap { token in
      all.filter { $0.text.contains(token) || $0.path.contains(token) }.map { "\(token) in \($0.path)" }
    }
  }

  /// 密 and how addresses spell it, and the first digits of every number and day.
  private static let tokens = ["密", "%E5%AF%86", "9182", "918,2", "1987"]

  @Test(
    "nothing of a record that is held back gets out", arguments: Kinds.all.map { $0.folder }, states
  )
  func leak(folder: String, state: String) async throws {
    let site = try await site(folder: folder, state: state)
    // The summary of 1987 says its own year.
    let others = everything(site).filter { !$0.path.contains("1987") }
    for token in Self.tokens {
      #expect(others.filter { $0.text.contains(token) || $0.path.contains(token) }.map(\.path) == [], "\(token)")
    }
    #expect(site.pagePaths.filter { $0.contains("1987") } == [])
    #expect(outputs(of: site, holding: ["密", "9182", "918,2"]) == [])
    #expect(site.compilation.leftOut.map(\.path) == ["content/\(folder)/密名.md"])
    #expect(site.diagnostics.filter { $0.severity != .note }.map(\.code) == [])
    #expect(site.compilation.shownPeople.isEmpty)
  }

  @Test("the same words are found once drafts are shown", arguments: Kinds.all.map { $0.folder })
  func control(folder: String) async throws {
    let site = try await site(folder: folder, state: Self.states[0], showsDrafts: true)
    let text = everything(site).map { $0.text + $0.path }.joined()
    let record = try #require(LeakRecord.all[folder])
    let written = LeakRecord.common + record.fields + LeakRecord.body
    let words = Set(written.split(separator: "密").dropFirst().map { "密\($0.prefix(1))" })
    #expect(words.filter { !text.contains($0) }.sorted() == record.unprinted.sorted())
  }

  @Test(
    "what has expired is off the front, the feed and the board's list, and its page stays",
    arguments: Kinds.all.map { $0.folder })
  func expired(folder: String) async throws {
    let site = try await site(folder: folder, state: "expires: 2026-11-21")
    let boards = ["index.html", "feed.xml", "board.html"] + (folder == "notices" ? ["notices/index.html"] : [])
    for output in site.outputs where boards.contains(output.path) {
      // The menu may name a page; a tag is in the index of tags, not on the front.
      let text = output.text.replacing(#/<nav[\s\S]*?<\/nav>/#, with: "")
      #expect(!text.contains("密"), "\(output.path)")
    }
    #expect(site.outputs.contains { $0.path != "index.html" && $0.text.contains("密甲") })
    #expect(site.compilation.leftOut.map(\.reason) == [.expired])
  }

  @Test("what is in private and in limits.yaml gets nowhere")
  func privateFiles() async throws {
    let site = try await BuiltSite(
      [
        "notices/a.md": notice("甲", "2026-11-18"),
        "private/people.yaml": "# 密注\n- 密密麻麻\n- {name: 密林, note: 密备}\n",
        "private/密案.md": "---\ntitle: 密题\n---\n密文\n", "private/密/密图.png": "密",
        "limits.yaml": "# 密注\nlimits:\n  - {rule: 困难慰问, region: 密地, from: 1987-01-01, amount: 9182, unit: 人}\n",
      ], settings: "base_url: http://board.example/")
    #expect(site.diagnostics.filter { $0.severity == .error }.map(\.code) == [])
    #expect(outputs(of: site, holding: ["密", "%E5%AF%86", "9182", "9,182", "private", "limits"]) == [])
  }

  @Test("the fields of every kind are all in its record", arguments: Kinds.all.map { $0.folder })
  func allKeys(folder: String) throws {
    let kind = try #require(Kinds.all.first { $0.folder == folder })
    let reference = KindReference(kind)
    let record = try #require(LeakRecord.all[folder])
    let own = reference.own.flatMap { keys($0) }
    #expect(own.filter { !record.fields.contains("\($0):") } == [])
    let common = LeakRecord.common + "\ndate: \(Self.states.joined(separator: "\n"))\nexpires: "
    #expect(reference.common.flatMap { keys($0) }.filter { !common.contains("\($0):") } == [])
  }

  private func keys(_ field: Field) -> [String] { [field.name] + keys(field.shape) }

  private func keys(_ shape: Field.Shape) -> [String] {
    switch shape {
    case .record(let fields): fields.flatMap { keys($0) }
    case .list(let item): keys(item)
    default: []
    }
  }

  @Test("every kind is looked at")
  func allKinds() {
    #expect(Set(LeakRecord.all.keys) == Set(Kinds.all.map { $0.folder }))
  }
}

/// A record of one kind whose every field bears a word, number or day of its own.
private struct LeakRecord {
  var fields: String
  /// Words that no page prints even of a published record: names of other records that are not there.
  var unprinted: [String] = []

  init(_ fields: String, unprinted: [String] = []) {
    self.fields = fields
    self.unprinted = unprinted
  }

  static let common = """
    title: 密甲
    summary: 密乙
    tags: [密丙]
    attachments: [{file: 密丁.pdf, title: 密戊}]
    photos: [{file: 密己.jpg, caption: 密庚, alt: 密辛}]
    """
  static let body = "密壬。\n\n## 密癸\n\n[密子](密丑.docx) ![密寅](密卯.png)\n"

  private static let cost = "amount: 918201.21, account: 密戌, source: 密亥, vouchers: [密天]"
  private static let spending = "amount: 918201.21\naccount: 密戌\nsource: 密亥\nvouchers: [密天]"
  private static let rates = "rates: [{item: 密玄, amount: 918202.00, unit: 密黄}]"

  static let all: [String: LeakRecord] = [
    "notices": LeakRecord(
      """
      kind: 公示
      number: 密辰
      to: 密巳
      issuer: 密午
      seal: true
      pinned_until: 2027-01-01
      publicity: {from: 2026-11-18, to: 2026-11-26, working_days: 7, contact: 密未}
      result_of: notices/密宇
      """, unprinted: ["密宇"]),
    "activities": LeakRecord(
      """
      kind: 文体
      place: 密辰
      organiser: 密巳
      partners: [密午]
      people: 918203
      person_times: 918204
      teams: 918205
      programmes: 918206
      batches: 918207
      results:
        - {event: 密未, place: 密申, kind: 集体, recipient: 密酉}
        - {event: 密宙, place: 密洪, kind: 个人, recipient: 密荒, consent: true}
      cost: {\(cost)}
      upper_document: 密地
      """),
    "honours": LeakRecord(
      """
      level: 省
      kind: 个人
      awarded_by: 密辰
      number: 密巳
      recipients: [{name: 密午, department: 密申, consent: true}]
      count: 918203
      evidence: notices/密宇
      citation: 密未
      """, unprinted: ["密宇"]),
    "congress": LeakRecord(
      """
      term: 918203
      session: 918204
      place: 密辰
      delegates: 918205
      attended: 918206
      observers: 918207
      reports: [{title: 密巳, for: 918208, against: 918209, abstain: 918210, passed: true}]
      commended: 918211
      opinions: [{opinion: 密午, matter: matters/密宇}]
      """, unprinted: ["密宇"]),
    "matters": LeakRecord(
      """
      from: 密辰
      decided: 1987-05-13
      owner: 密巳
      due: 1987-05-14
      status: 办结
      answered: 1987-05-15
      result: 密午
      """),
    "meetings": LeakRecord("kind: 委员会\ncount: 918203\npeople: 918204"),
    "training": LeakRecord(
      """
      audience: 工会干部
      external: true
      sessions: 918203
      people: 918204
      person_times: 918205
      days: 918206
      day_times: 918207
      hours: 918208
      topics: [密辰]
      cost: {\(cost)}
      """),
    "visits": LeakRecord(
      "kind: 困难\npeople: 918203\nperson_times: 918204\nform: 慰问金\n\(rates)\n\(spending)"),
    "benefits": LeakRecord(
      "kind: 会员卡\npeople: 918203\n\(rates)\n\(spending)\npaid_by_members: 918204.00\nupper_document: 密辰"),
    "plans": LeakRecord(
      """
      year: 1987
      items:
        - {title: 密辰, when: 1987-05-13, owner: 密巳, status: 进行中, record: notices/密宇}
        - {title: 密午, when: {month: 3, label: 密未}}
      """, unprinted: ["密宇"]),
    "committee": LeakRecord(
      """
      body: 工会小组
      elected: 1987-05-13
      years: 918203
      approved: {number: 密辰, date: 1987-05-14}
      members: [{name: 密巳, role: 密午, department: 密未, consent: true}]
      """),
    "membership": LeakRecord(
      """
      period: 1987
      opening: 918203
      joined: 918204
      retired: 918205
      left: 918206
      closing: 918207
      women: 918208
      migrant: 918209
      temporary: 918210
      groups: 918211
      """),
    "rules": LeakRecord(
      """
      number: 密辰
      adopted: 1987-05-13
      revised: [1987-05-14]
      repealed: 1987-05-15
      repealed_by: rules/密宇
      """, unprinted: ["密宇"]),
    "pages": LeakRecord("menu: 密辰\norder: 1\nfields: true"),
  ]
}
