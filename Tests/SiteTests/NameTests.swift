import BanbaoDiagnostics
import BanbaoSource
import BanbaoTheme
import TestSupport
import Testing

@testable import BanbaoKinds
@testable import BanbaoSite

@Suite struct NameTests {
  struct Name: Sendable, CustomTestStringConvertible {
    var name: String
    var first: String
    var ends: String
    var testDescription: String { name }
  }

  @Test(arguments: [
    Name(name: "张三", first: "张*", ends: "张*"),
    Name(name: "张小明", first: "张**", ends: "张*明"),
    Name(name: "欧阳清越", first: "欧阳**", ends: "欧阳*越"),
    Name(name: "欧阳清", first: "欧阳*", ends: "欧阳*"),
    Name(name: "欧阳", first: "欧*", ends: "欧*"),
    Name(name: "阿依娜·木合", first: "阿**·**", ends: "阿**·*合"),
    Name(name: "张三、李小四", first: "张*、李**", ends: "张*、李*四"),
    Name(name: "张三 李四", first: "张*、李*", ends: "张*、李*"),
    Name(name: "张三，李四；王五", first: "张*、李*、王*", ends: "张*、李*、王*"),
    Name(name: "张三,李四;王五", first: "张*、李*、王*", ends: "张*、李*、王*"),
    Name(name: "张", first: "*", ends: "*"),
    Name(name: "阿依娜·", first: "阿***", ends: "阿**·"),
    Name(name: "买买提·阿不都·克里木", first: "买**·***·***", ends: "买**·***·**木"),
    Name(name: "张　三", first: "张*", ends: "张*"),
    Name(name: "李 小明", first: "李**", ends: "李*明"),
    Name(name: "阿依娜 · 木合", first: "阿** · **", ends: "阿** · *合"),
    Name(name: "John Smith", first: "J*********", ends: "J********h"),
    Name(name: "张小明和李建国", first: "张**、李**", ends: "张*明、李*国"),
    Name(name: "张小明以及李建国", first: "张**、李**", ends: "张*明、李*国"),
    Name(name: "张三或者李四", first: "张*、李*", ends: "张*、李*"),
    Name(name: "张小明与李建国及王红", first: "张**、李**、王*", ends: "张*明、李*国、王*"),
    Name(name: "张小明/李建国", first: "张**、李**", ends: "张*明、李*国"),
    Name(name: "李和平", first: "李**", ends: "李*平"),
    Name(name: "欧阳和平", first: "欧阳**", ends: "欧阳*平"),
    Name(name: "张和", first: "张*", ends: "张*"),
    Name(name: "王和平和李明", first: "王**、李*", ends: "王*平、李*"),
    Name(name: "阿不都·木和塔尔", first: "阿**·****", ends: "阿**·***尔"),
    Name(name: "张三丰·李四光", first: "张**·***", ends: "张**·**光"),
    Name(name: "、", first: "*", ends: "*"),
  ])
  func `a name without consent is masked`(name: Name) {
    #expect(shownName(name.name, consents: false, mask: .first) == name.first)
    #expect(shownName(name.name, consents: false, mask: .ends) == name.ends)
    #expect(shownName(name.name, consents: true, mask: .first) == name.name)
  }

  @Test(arguments: [
    "、", "，", ",", "；", ";", " ", "\u{3000}", "/", "\n", "\t", "和", "及", "与", "\\", "|", "＋", "+",
    "&",
  ])
  func `no separator between names lets a whole name through`(separator: String) {
    let shown = shownName("张小明\(separator)李建国", consents: false, mask: .first)
    #expect(
      !shown.contains("小明") && !shown.contains("建国") && !shown.contains("小") && !shown.contains("国")
    )
  }

  private static let recipients = """
    recipients:
      - {name: 张小明, department: 内科}
      - {name: 李建国, department: 外科, consent: true}
      - 王小红
    """

  @Test(arguments: ["first", "ends"])
  func `the style of masking follows site.yaml`(style: String) async throws {
    let site = try await BuiltSite(
      ["honours/a.md": honour("先进", "2026-01-01", kind: "个人", Self.recipients)],
      settings: "privacy: {names: \(style)}")
    let names = style == "first" ? ["张**", "李建国", "王**"] : ["张*明", "李建国", "王*红"]
    #expect(try site.view("honours/a.html").texts("recipients", "name") == names)
    #expect(site.outputs(holding: "张小明") == [])
    #expect(site.outputs(holding: "王小红") == [])
  }

  @Test func `a collective's name is shown whole`() async throws {
    let site = try await BuiltSite([
      "honours/a.md": honour("先进集体", "2026-01-01", "recipients: [急诊科, 手术室护理组]")
    ])
    #expect(try site.view("honours/a.html").texts("recipients", "name") == ["急诊科", "手术室护理组"])
  }

  @Test func `a person among collectives, in a matter or in a plan is masked everywhere, unless the word is no name`()
    async throws
  {
    let files = [
      "honours/a.md": honour("先进集体", "2026-01-01", "recipients: [{name: 张小云, department: 内科}, 李青山, 急诊科]"),
      "activities/a.md": """
      ---
      title: 拔河
      date: 2026-03-26
      kind: 文体
      results: [{place: 冠军, kind: 集体, recipient: 欧阳明月}]
      ---

      """,
      "matters/a.md": "---\ntitle: 停车\ndate: 2026-11-02\nfrom: 护士赵德胜\nowner: 王强\nstatus: 受理\n---\n",
      "plans/2026.md":
        "---\ntitle: 计划\ndate: 2026-01-04\nyear: 2026\nitems: [{title: 甲, when: 2026-12, owner: 委员钱玉芬}]\n---\n",
    ]
    let site = try await BuiltSite(files)
    for name in ["张小云", "李青山", "欧阳明月", "赵德胜", "王强", "钱玉芬"] { #expect(site.outputs(holding: name) == [], "\(name)") }
    #expect(site.diagnostics.map(\.code) == Array(repeating: "person-guessed", count: 6))
    #expect(site.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(try site.view("honours/a.html").texts("recipients", "name") == ["张**", "李**", "急诊科"])
    let said = try await BuiltSite(
      files.mapValues { $0.replacing("\n---\n", with: "\nnot_names: [张小云, 李青山, 欧阳明月, 赵德胜, 王强, 钱玉芬]\n---\n") })
    #expect(said.diagnostics.map(\.code) == [])
    #expect(try said.view("honours/a.html").texts("recipients", "name") == ["张小云", "李青山", "急诊科"])
  }

  @Test func `a name that one record masks is found whole in every other, not where its bearer agrees somewhere`()
    async throws
  {
    let files = [
      "honours/a.md": honour("李青山获奖", "2026-01-01", kind: "个人", "recipients: [李青山]\ncitation: 李青山值了夜班")
        + "\n\n正文写李青山。",
      "notices/b.md": notice("学习李青山", "2026-01-02"),
      "notices/c.md": notice("公示", "2026-01-02", "publicity: {from: 2026-01-02, to: 2026-01-09, contact: 李青山}"),
      "notices/李青山.md": notice("丁", "2026-01-02"),
    ]
    let site = try await BuiltSite(files)
    let found = site.diagnostics.filter { $0.code == "masked-name" }
    #expect(found.count == 5)
    #expect(found.allSatisfy { $0.severity == .error && $0.related.map(\.place.path) == ["content/honours/a.md"] })
    let agreed = try await BuiltSite(
      files.merging([
        "honours/b.md": honour("又获奖", "2026-01-03", kind: "个人", "recipients: [{name: 李青山, consent: true}]")
      ]) {
        $1
      })
    #expect(agreed.diagnostics.filter { $0.code == "masked-name" }.isEmpty)
  }

  @Test func `a name that one record masks is found in an attached text as well`() async throws {
    let site = try await BuiltSite([
      "honours/a.md": honour("获奖", "2026-01-01", kind: "个人", "recipients: [李青山]"),
      "notices/b.md": notice("名单", "2026-01-02", "attachments: [{file: 表.csv}]"), "notices/表.csv": "姓名\n李青山\n",
    ])
    #expect(
      site.diagnostics.map { "\($0.code) \($0.place.path):\($0.place.line)" } == ["masked-name content/notices/表.csv:2"]
    )
  }

  @Test(arguments: [
    "李**青山**值了夜班", "李*青*山值了夜班", "[李](https://board.example/)青山", "李&#38738;山值了夜班",
  ])
  func `a masked name that mark-up parts is found at its place`(body: String) async throws {
    let site = try await BuiltSite([
      "honours/a.md": honour("获奖", "2026-01-01", kind: "个人", "recipients: [李青山]"),
      "notices/b.md": notice("学习", "2026-01-02", body: body),
    ])
    let found = site.diagnostics.filter { $0.code == "masked-name" }
    #expect(found.map(\.place.path) == ["content/notices/b.md"])
    #expect(found.map(\.place.line) == [body.contains("&#") ? 2 : 8])
  }

  @Test func `words that authors call no names are listed, with their places`() async throws {
    let site = try await BuiltSite([
      "notices/a.md": notice("甲", "2026-01-02", "not_names: [高原]"),
      "finance/2024/book.yaml": "opening: {cash: 1, bank: 0}\n不是人名: [康小美]\n",
      "finance/2024/ledger.csv": "日期,凭证号,科目,摘要,收入,支出,资金\n2024-01-05,付-1,50504 其他业务支出,付康小美水果店,,1.00,现金\n",
    ])
    #expect(site.diagnostics.filter { $0.code.hasPrefix("ledger-") }.isEmpty)
    #expect(
      site.compilation.notNames.map { "\($0.word) \($0.place.path):\($0.place.line)" }
        == ["康小美 content/finance/2024/book.yaml:2", "高原 content/notices/a.md:5"])
  }

  @Test func `names are told apart in time that grows as their number does`() {
    for part in ["张三和", "或", "张 ", "张三、"] {
      let begin = processorTime()
      _ = shownName(String(repeating: part, count: 20_000), consents: false, mask: .first)
      #expect(processorTime() - begin < .seconds(5), "\(part)")
    }
  }

  @Test func `namesakes in a list are told apart in time that grows as their number does`() {
    let people = (0..<20_000).map {
      Person(name: Located("张小云", Mark(line: 1, column: 1)), department: "\($0)科", consents: true)
    }
    let library = Library(
      settings: SiteSettings(), workingDays: WorkingDays(), today: "2026-11-22", entries: [], showsDrafts: false)
    var shown: [String] = []
    let begin = processorTime()
    shown = library.shown(people + people)
    let time = processorTime() - begin
    #expect(shown == (people + people).map { "张小云（\($0.department)）" })
    #expect(time < .seconds(20))
  }

  @Test(arguments: ["个人", nil])
  func `a winner who is not said to be a team is masked`(kind: String?) async throws {
    let site = try await BuiltSite([
      "activities/a.md": """
      ---
      title: 跳绳
      date: 2026-03-26
      kind: 文体
      results: [{place: 冠军, \(kind.map { "kind: \($0), " } ?? "")recipient: 张小明}]
      ---
      """
    ])
    #expect(site.outputs(holding: "张小明") == [])
  }

  // MARK: In a list

  struct Row: Sendable, CustomTestStringConvertible {
    var what: String
    /// Names, each perhaps followed by a department behind `@` and `!` for consent.
    var people: [String]
    var shown: [String]
    var english: [String]?
    var testDescription: String { what }
  }

  @Test(arguments: [
    Row(what: "nobody alike", people: ["张小明", "李建国"], shown: ["张**", "李**"]),
    Row(
      what: "by the department", people: ["张小明@外科", "张建国@内科", "李红@内科"],
      shown: ["张**（外科）", "张**（内科）", "李*"], english: ["张** (外科)", "张** (内科)", "李*"]),
    Row(
      what: "by a letter without departments", people: ["张小明", "李红", "张建国"],
      shown: ["张**（甲）", "李*", "张**（乙）"], english: ["张** (A)", "李*", "张** (B)"]),
    Row(
      what: "by a letter in one department", people: ["张小明@外科", "张建国@外科", "张海波@内科"],
      shown: ["张**（外科甲）", "张**（外科乙）", "张**（内科）"]),
    Row(what: "one without a department", people: ["张小明@外科", "张建国"], shown: ["张**（外科）", "张**"]),
    Row(
      what: "two without, one with", people: ["张小明", "张建国@外科", "张海波"],
      shown: ["张**（甲）", "张**（外科）", "张**（乙）"]),
    Row(what: "the same person twice", people: ["张小明", "张小明"], shown: ["张**", "张**"]),
    Row(
      what: "the same person twice, the department once", people: ["张小明", "张小明@外科"], shown: ["张**", "张**"]),
    Row(
      what: "the same person twice beside another", people: ["张小明", "张建国", "张小明"],
      shown: ["张**（甲）", "张**（乙）", "张**（甲）"]),
    Row(
      what: "two namesakes who both agreed", people: ["张伟@外科!", "张伟@内科!"], shown: ["张伟（外科）", "张伟（内科）"]),
    Row(what: "whole and masked", people: ["张小明!", "张建国"], shown: ["张小明", "张**"]),
    Row(
      what: "a masked name that is another's as it was written", people: ["张**!", "张小明"],
      shown: ["张**（甲）", "张**（乙）"]),
    Row(what: "in one field", people: ["张小明、张建国", "李红"], shown: ["张**（甲）、张**（乙）", "李*"]),
    Row(what: "whole in one field, as written", people: ["张小明 李建国!"], shown: ["张小明 李建国"]),
    Row(
      what: "more than ten", people: ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百"].map { "张" + $0 },
      shown: "甲乙丙丁戊己庚辛壬癸".map { "张*（\($0)）" } + ["张*（11）"]),
  ])
  func `in a list who would look alike is told apart`(row: Row) throws {
    let people = row.people.map { written in
      let parts = written.split { "@!".contains($0) }.map(String.init)
      return Person(
        name: Located(parts[0], Mark(line: 1, column: 1)), department: parts.count > 1 ? parts[1] : "",
        consents: written.hasSuffix("!"))
    }
    for (language, expected) in [(Language.chinese, row.shown), (.english, row.english)] {
      guard let expected else { continue }
      var settings = SiteSettings()
      settings.language = language
      let library = Library(
        settings: settings, workingDays: WorkingDays(), today: "2026-11-22", entries: [], showsDrafts: false)
      #expect(library.shown(people) == expected)
    }
  }

  @Test func `the recipients of an honour are told apart, and their department is not said twice`() async throws {
    let recipients = """
      recipients:
        - {name: 张小明, department: 内科}
        - {name: 张建国, department: 外科}
        - {name: 李红, department: 外科}
      """
    let site = try await BuiltSite(["honours/a.md": honour("先进", "2026-01-01", kind: "个人", recipients)])
    let view = try site.view("honours/a.html")
    #expect(view.texts("recipients", "name") == ["张**（内科）", "张**（外科）", "李*"])
    #expect(view.texts("recipients", "department") == ["", "", "外科"])
  }

  @Test func `the winners of an activity are told apart, teams stay whole, and a winner of two events looks the same`()
    async throws
  {
    let site = try await BuiltSite([
      "activities/a.md": """
      ---
      title: 运动会
      date: 2026-03-26
      kind: 文体
      results:
        - {place: 冠军, kind: 集体, recipient: 张各庄队}
        - {place: 冠军, kind: 个人, recipient: 张小明}
        - {place: 亚军, kind: 个人, recipient: 张建国}
        - {place: 季军, kind: 个人, recipient: 张小明}
        - {place: 优秀奖}
        - {place: 纪念奖, kind: 个人, recipient: 李红, consent: true}
      ---
      """
    ])
    #expect(
      try site.view("activities/a.html").texts("results", "recipient")
        == ["张各庄队", "张**（甲）", "张**（乙）", "张**（甲）", "", "李红"])
  }
}
