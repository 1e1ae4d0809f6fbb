import BanbaoDiagnostics
import BanbaoHTML
import BanbaoSite
import BanbaoSource
import BanbaoTheme
import TestSupport
import Testing

@testable import BanbaoKinds

/// A record with its front matter.
private func record(_ fields: String, body: String = "") -> String {
  "---\n\(fields)\n---\n\n\(body)\n"
}

extension BuiltSite {
  fileprivate func summary(_ period: Period = Period(2026), _ language: Language? = nil) -> String {
    summaryMarkdown(of: period, in: compilation.library, language: language)
  }

  /// The lines of one section of the Markdown, without its heading.
  fileprivate func section(_ heading: String, _ period: Period = Period(2026)) -> [String] {
    let parts = summary(period).split(separator: "\n## ")
    let part = parts.first { $0.prefix { $0 != "\n" }.contains(heading) }
    return (part ?? "").split(separator: "\n").dropFirst().map { $0.trimmingCharacters() }
  }
}

extension Substring {
  fileprivate func trimmingCharacters() -> String { trimmed(self) }
}

@Suite struct SummaryTests {
  /// A year in which every section has something to say.
  static let year: [String: String] = [
    "membership/2026.yaml":
      "title: 2026年会员\ndate: 2026-11-01\nperiod: 2026\nopening: 75\njoined: 69\nmigrant: 2\nretired: 1\nclosing: 143\nwomen: 44\ngroups: 13",
    "rules/a.md": record("title: 财务管理办法\ndate: 2026-02-01\nadopted: 2026-02-01"),
    "congress/a.md": record(
      "title: 职代会\ndate: 2026-03-20\nterm: 7\nsession: 7\nplace: 礼堂\ndelegates: 53\ncommended: 48\n"
        + "reports: [{title: 院长工作报告, for: 50, against: 0, abstain: 3, passed: true}]"),
    "meetings/a.yaml": "title: 办公会\ndate: 2026-01-01/2026-11-20\nkind: 办公会\ncount: 14",
    "meetings/b.yaml": "title: 中务会\ndate: 2026-01-01/2026-11-20\nkind: 其他\ncount: 8",
    "matters/a.md": record(
      "title: 储物柜\ndate: 2026-04-01\nstatus: 办结\nanswered: 2026-04-20\nresult: 添置储物柜24个。"),
    "training/a.yaml":
      "title: 外派\ndate: 2026-03-01/2026-03-05\naudience: 职工\nexternal: true\nperson_times: 56\nday_times: 212",
    "training/b.yaml":
      "title: 业务培训\ndate: 2026-05-01\naudience: 职工\nsessions: 18\nhours: 64\nperson_times: 1120",
    "activities/a.md": record(
      "title: 趣味篮球\ndate: 2026-03-26/2026-04-03\nkind: 文体\nplace: 球场\npeople: 102\nteams: 26\n"
        + "results: [{event: 篮球, place: 冠军, kind: 集体, recipient: 外科}, "
        + "{event: 投篮, place: 第一名, kind: 个人, recipient: 张小明}]\n"
        + "cost: {amount: 6840, account: 50102 文体活动支出, source: 工会经费, vouchers: [付-21, 付-22]}"),
    "activities/b.md": record(
      "title: 疗休养\ndate: 2026-10-01/2026-11-10\nkind: 疗休养\npeople: 367\nbatches: 6"),
    "honours/a.md": honour("先进职工之家", "2026-06-01", level: "县区"),
    "visits/a.yaml":
      "title: 一季度\ndate: 2026-03-31\nkind: 患病\nperson_times: 60\namount: 7000\nform: 慰问品\nvouchers: [付-22]",
    "visits/b.yaml": "title: 二季度\ndate: 2026-06-30\nkind: 患病\nperson_times: 48\namount: 5118.40\nform: 慰问品",
    "benefits/a.yaml": "title: 女职工互助保障\ndate: 2026-09-01\nkind: 互助保障\npeople: 246",
    "benefits/b.yaml":
      "title: 论文奖励\ndate: 2026-09-02\nkind: 论文奖励\npeople: 15\nrates: [{item: 发表, amount: 200, unit: 篇}]",
    "plans/2027.yaml": "title: 2027年计划\ndate: 2026-11-20\nyear: 2027\nitems: [{title: 体检, when: 2027-07/2027-08}]",
    "notices/a.md": notice("公开上半年经费收支的公告", "2026-07-10", kind: "公告"),
  ]

  @Test func `every section states the figures of its records`() async throws {
    let site = try await BuiltSite(Self.year)
    let text = site.summary()
    for part in [
      "## 一、组织建设", "期末会员143人，其中女会员44人，新入会69人，其中农民工2人，退休1人，设工会小组13个。", "制定制度1项：《财务管理办法》。",
      "## 二、民主管理", "3月20日在礼堂召开七届七次职工代表大会，正式代表53名，审议通过《院长工作报告》（赞成50票、反对0票、弃权3票），表彰48名。",
      "召开各类会议22次，其中办公会14次、中务会8次。", "受理职工诉求1件，办结1件：\n   1. 《储物柜》，办结，添置储物柜24个。",
      "## 三、学习培训", "选送外出培训56人次，培训212天次：", "组织内部培训18期，64学时，参加1120人次：",
      "## 四、文体活动", "开展活动2项，参加469人次，其中文体1项、疗休养1项：",
      "3月26日至4月3日，《趣味篮球》（球场），26队、102人参加，经费6,840.00元；集体成绩：外科获篮球冠军；个人成绩：张\\*\\*获投篮第一名。",
      "《疗休养》，367人分6批参加。", "## 五、荣誉", "县区级荣誉1项，其中集体1项：",
      "## 六、关心职工", "走访慰问108人次，慰问金额12,118.40元。", "患病慰问108人次，金额12,118.40元，形式为慰问品。",
      "论文奖励：《论文奖励》，15人，标准发表200.00元/篇。", "## 七、离退休和女职工", "互助保障：《女职工互助保障》，246人。",
      "## 八、财务经审", "支出18,958.40元，凭证2份。", "按支出科目：文体活动支出6,840.00元", "公开经费收支1次：《公开上半年经费收支的公告》。",
      "## 九、下年计划", "还没有记录：存在的问题〔待补〕", "2027年计划事项1项：\n   1. 7月至8月，体检。",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(text.hasPrefix("# 2026年工会工作总结\n"))
    #expect(text.hasSuffix("某医院工会\n"))
  }

  @Test func `what no record gives reads 〔待补〕 and never 0; a 0 that a record gives is printed`() async throws {
    let bare = try await BuiltSite(["activities/a.md": record("title: 拔河\ndate: 2026-03-06\nkind: 文体")])
    let text = bare.summary()
    #expect(!text.contains(#/[^\d.]0[人次名件项个期元]/#))
    // What a record lacks; what has no record is said in one line.
    #expect(text.contains("《拔河》，〔待补〕人次参加") && text.contains("开展活动1项，参加〔待补〕人次"))
    #expect(text.matches(of: #/〔待补〕/#).count == 3)
    #expect(text.contains("还没有记录：组织建设、民主管理、学习培训、荣誉、"))
    let zero = try await BuiltSite([
      "membership/2026.yaml":
        "title: 会员\ndate: 2026-11-01\nperiod: 2026\nopening: 5\njoined: 0\nretired: 0\nclosing: 5"
    ])
    #expect(zero.summary().contains("期末会员5人，其中女会员〔待补〕人，新入会0人，退休0人。"))
  }

  @Test func `a sum over records of which some lack the figure says how many`() async throws {
    let site = try await BuiltSite([
      "visits/a.yaml": "title: 甲\ndate: 2026-03-31\nkind: 丧事\npeople: 2\namount: 500",
      "visits/b.yaml": "title: 乙\ndate: 2026-06-30\nkind: 丧事\npeople: 1\namount: 待补",
      "visits/c.yaml": "title: 丙\ndate: 2026-06-30\nkind: 困难\namount: 300",
    ])
    let care = site.section("关心职工")
    #expect(care[0] == "1. 走访慰问3人次（另有1条未记〔待补〕），慰问金额800.00元（另有1条未记〔待补〕）。")
    #expect(care[1] == "2. 丧事慰问3人，金额500.00元（另有1条未记〔待补〕）。")
    #expect(care[2] == "3. 困难慰问〔待补〕人次，金额300.00元。")
  }

  @Test func `people and person-times of one kind make one figure, and both where they differ throughout`() async throws
  {
    func visits(_ counts: [String]) async throws -> String {
      let files = counts.enumerated().map { index, count in
        ("visits/\(index).yaml", "title: 甲\ndate: 2026-03-31\nkind: 患病\n\(count)\namount: 1")
      }
      return try await BuiltSite(Dictionary(uniqueKeysWithValues: files)).section("关心职工")[1]
    }
    #expect(try await visits(["people: 7"]).contains("患病慰问7人，"))
    #expect(try await visits(["people: 7", "person_times: 5"]).contains("患病慰问12人次，"))
    #expect(try await visits(["people: 3\nperson_times: 5"]).contains("患病慰问3人、5人次，"))
    #expect(try await visits(["people: 5\nperson_times: 5"]).contains("患病慰问5人次，"))
  }

  @Test func `the chapters follow the union's own order and words, and the others come behind`() async throws {
    var files = Self.year
    files["site.yaml"] = "title: 站\nunion: 某医院工会\nsummary: [财务经审：经费收支, 文体活动, 关心职工生活]\n"
    files["pages/summary/2026.md"] =
      "---\ntitle: 总结\ndate: 2026-11-20\n---\n## 存在不足和差距\n\n通知发得晚。\n\n## 2027年打算\n\n早发通知。\n"
    let headings = try await BuiltSite(files).summary().split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(
      headings.prefix(4) == ["## 一、经费收支", "## 二、文体活动", "## 三、关心职工生活", "## 四、组织建设"])
    #expect(headings.suffix(2).map { $0.drop { $0 != "、" } } == ["、存在不足和差距", "、2027年打算"])
  }

  @Test func `the period stands in a few lines above all else, and what nobody recorded in one below`() async throws {
    let site = try await BuiltSite(["activities/a.md": record("title: 拔河\ndate: 2026-03-06\nkind: 文体\npeople: 8")])
    let text = site.summary()
    #expect(text.contains("\n\n事：活动1项，参加8人次。\n\n"))
    #expect(!text.contains("人：") && !text.contains("荣誉："))
    #expect(text.matches(of: #/〔待补〕/#).count == 1)
    #expect(text.contains("还没有记录：组织建设、民主管理、学习培训、荣誉、关心职工、离退休和女职工、财务经审、存在的问题、下年计划〔待补〕"))
  }

  @Test func `each figure leads to its record, or to the list of what several records gave`() async throws {
    let site = try await BuiltSite(Self.year)
    let html = try site.html("summary/2026.html")
    #expect(html.contains("<a class=\"figure-link\" href=\"../membership/2026.html\">143</a>"))
    #expect(html.contains("正式代表<a class=\"figure-link\" href=\"../congress/a.html\">53</a>名"))
    #expect(html.contains("<a class=\"record-link\" href=\"../congress/a.html\">七届七次职工代表大会</a>"))
    let basis = try site.view("summary/2026.html").list("sections").flatMap { $0.list("basis") }
    let visits = try #require(basis.first { $0.text("label") == "患病慰问108人次" })
    #expect(html.contains("患病慰问<a class=\"figure-link\" href=\"#\(visits.text("id"))\">108</a>人次"))
    #expect(html.contains("<div class=\"basis-item\" id=\"\(visits.text("id"))\">"))
    #expect(visits.text("total") == "108")
    #expect(visits.texts("shares", "title") == ["一季度", "二季度"])
    #expect(visits.texts("shares", "text") == ["60", "48"])
    #expect(visits.texts("shares", "url") == ["visits/a.html", "visits/b.html"])
    #expect(html.contains("还没有记录：存在的问题〔待补〕"))
  }

  @Test(arguments: Language.allCases)
  func `the page and the Markdown say the same`(language: Language) async throws {
    let site = try await BuiltSite(Self.year, settings: "language: \(language.rawValue)\n")
    let sections = try site.view("summary/2026.html").list("sections")
    let shown = sections.flatMap { section in
      section.list("sentences").flatMap { sentence -> [String] in
        [sentence.texts("runs", "text").joined()]
          + sentence.list("details").map { $0.texts("runs", "text").joined() }
      }
    }
    let lines = site.summary().split(separator: "\n").map { $0.trimmingCharacters() }
    let said = lines.filter { $0.contains(#/^\d+\. /#) }.map {
      String($0.drop { $0 != " " }.dropFirst()).replacing("\\", with: "")
    }
    #expect(shown == said)
  }

  @Test func `the cadre's text stands in the sections that its headings name, and nothing of it is lost`() async throws
  {
    let text = """
      开头的话。

      ## 三、学习培训和技能比武

      培训的话，见[活动](../../activities/a.md)。

      ## 宣传工作

      宣传的话。

      ### 简报

      简报的话。

      ## 存在的问题

      - 通知发得晚。
      """
    let site = try await BuiltSite(
      Self.year.merging(["pages/summary/2026.md": record("title: 我们这一年\ndate: 2026-11-20", body: text)]) { $1 })
    #expect(site.codes == [])
    let markdown = site.summary()
    #expect(markdown.hasPrefix("# 我们这一年\n\n人：会员143人，") && markdown.contains("\n\n开头的话。\n\n## 一、组织建设\n"))
    #expect(markdown.contains("## 三、学习培训和技能比武\n\n1. 选送外出"))
    #expect(markdown.contains("培训的话，见[活动](../../activities/a.md)。\n\n## 四、文体活动"))
    #expect(markdown.contains("## 九、宣传工作\n\n宣传的话。\n\n### 简报\n\n简报的话。\n\n## 十、存在的问题\n\n- 通知发得晚。\n\n## 十一、下年计划"))
    let html = try site.html("summary/2026.html")
    #expect(html.contains("<p>培训的话，见<a href=\"../activities/a.html\">活动</a>。</p>"))
    #expect(html.contains("id=\"宣传工作\">九、宣传工作"))
    let order = ["开头的话", "培训的话", "宣传的话", "简报的话", "通知发得晚"].map { html.firstRange(of: $0)?.lowerBound }
    #expect(!order.contains(nil) && order.compactMap { $0 } == order.compactMap { $0 }.sorted())
  }

  @Test func `the cadre's text has no page of its own, and links and tags lead to the summary`() async throws {
    let site = try await BuiltSite([
      "activities/a.md": record("title: 拔河\ndate: 2026-03-06\nkind: 文体"),
      "pages/summary/2026-H1.md": record(
        "title: 半年总结\ndate: 2026-07-01\ntags: [总结]", body: "话。\n\n## 存在的问题\n\n晚。"),
      "pages/a.md": record(
        "title: 页\ndate: 2026-07-01",
        body: "见[总结](summary/2026-H1.md)和[问题](summary/2026-H1.md#存在的问题)。"),
    ])
    #expect(site.codes == [])
    #expect(!site.pagePaths.contains("pages/summary/2026-H1.html"))
    #expect(try site.html("pages/a.html").contains("href=\"../summary/2026-h1.html\""))
    #expect(try site.html("pages/a.html").contains("href=\"../summary/2026-h1.html#%E5%AD%98"))
    #expect(try site.html("summary/2026-h1.html").contains("id=\"存在的问题\""))
    #expect(try site.view("tags/总结/index.html").texts("rows", "url") == ["summary/2026-h1.html"])
    #expect(try site.view("pages/index.html").texts("rows", "title") == ["页"])
  }

  @Test func `a period has a page once it has begun and holds a record; a longer record is not cut up`() async throws {
    let site = try await BuiltSite(
      [
        "activities/a.md": record("title: 拔河\ndate: 2026-05-06\nkind: 文体\npeople: 9"),
        "meetings/a.yaml": "title: 办公会\ndate: 2026-01-01/2026-11-20\nkind: 办公会\ncount: 14",
        "activities/b.md": record("title: 以后\ndate: 2026-12-20\nkind: 文体\npeople: 9"),
        "notices/2024.md": notice("旧通知", "2024-05-01"),
      ], today: "2026-11-22")
    #expect(
      site.pagePaths.filter { $0.hasPrefix("summary/") } == [
        "summary/2026-h1.html", "summary/2026-q2.html", "summary/2026.html", "summary/index.html",
      ])
    #expect(site.summary().contains("办公会14次"))
    #expect(site.summary().contains("开展活动1项"))
    #expect(site.summary(Period(2026, .half(1))).contains("还没有记录："))
    #expect(site.summary(Period(2026, .half(1))).contains("下步计划"))
  }

  @Test func `the members of a year without a record of its own come from its parts`() async throws {
    let site = try await BuiltSite([
      "membership/a.yaml":
        "title: 上半年\ndate: 2026-07-01\nperiod: 2026-H1\nopening: 10\njoined: 4\nretired: 1\nclosing: 13\nwomen: 6",
      "membership/b.yaml":
        "title: 三季度\ndate: 2026-10-01\nperiod: 2026-Q3\nopening: 13\njoined: 2\nclosing: 15\nwomen: 7",
    ])
    #expect(site.summary().contains("截至2026年第三季度末会员15人，其中女会员7人，新入会6人，退休1人（另有1条未记〔待补〕）。"))
    #expect(site.summary(Period(2026, .half(1))).contains("期末会员13人"))
  }

  @Test func `a name without consent is masked, and what is a draft or scheduled is not counted`() async throws {
    let site = try await BuiltSite([
      "honours/a.md": honour(
        "积极分子", "2026-03-01", kind: "个人", "recipients: [{name: 王大力}, {name: 李小红, consent: true}]"),
      "activities/a.md": record("title: 草稿活动\ndate: 2026-03-06\nkind: 文体\npeople: 7\ndraft: true"),
      "activities/b.md": record("title: 定时活动\ndate: 2026-03-06\nkind: 文体\npeople: 7\npublish: 2026-12-01"),
    ])
    let text = site.summary()
    #expect(text.contains("获得者：王\\*\\*、李小红"))
    #expect(!text.contains("王大力") && !text.contains("草稿活动") && !text.contains("定时活动"))
    let page = try site.page("summary/2026.html")
    #expect(page.people.map(\.name) == ["王**", "李小红"])
  }

  @Test func `text that means something to Markdown is escaped`() async throws {
    let site = try await BuiltSite([
      "activities/a.md": record("title: \"*[甲](x)* <b>\"\ndate: 2026-03-06\nkind: 文体\npeople: 1")
    ])
    #expect(site.summary().contains("《\\*\\[甲\\](x)\\* \\<b\\>》"))
  }

  @Test func `in English every sentence is said in English`() async throws {
    let site = try await BuiltSite(Self.year)
    let text = site.summary(Period(2026), .english)
    #expect(text.contains("## 1. Organisation\n\n1. 143 members at the end, 44 of them women, 69 joined"))
    #expect(text.contains("Illness: 108 person-times, 12,118.40 yuan, as goods."))
    #expect(text.contains("〔待补〕"))
  }

  @Test func `counts that no number can hold do not trap`() async throws {
    let visit = "kind: 患病\nperson_times: 9223372036854775807\namount: 92233720368547758.07"
    let site = try await BuiltSite([
      "visits/a.yaml": "title: 甲\ndate: 2026-03-31\n\(visit)", "visits/b.yaml": "title: 乙\ndate: 2026-06-30\n\(visit)",
    ])
    #expect(!site.summary().isEmpty)
    #expect(try !site.html("summary/index.html").isEmpty)
  }

  @Test func `what partners gave back and persons paid is told apart from what the union spent`() async throws {
    let site = try await BuiltSite([
      "benefits/a.yaml": "title: 充值回馈\ndate: 2026-11-10\nkind: 合作优惠\namount: 4800\npaid_by_members: 9600\nsource: 合作",
      "benefits/b.yaml": "title: 团购让利\ndate: 2026-11-11\nkind: 合作优惠\namount: 200",
      "activities/a.yaml": "title: 骑行\ndate: 2026-10-10\nkind: 文体\ncost: {amount: 300, source: 个人}",
      "activities/b.yaml": "title: 拔河\ndate: 2026-10-11\nkind: 文体\ncost: {amount: 70, source: 会费、个人}",
    ])
    let finance = site.section("财务经审")
    #expect(finance.contains("1. 各项记录载明支出70.00元，凭证〔待补〕份。"))
    #expect(finance.contains("3. 另有合作单位回馈5,000.00元、个人出资300.00元，不是工会支出。"))
    #expect(!finance.contains { $0.contains("合作4,800.00元") })
    #expect(site.section("关心职工").contains { $0.contains("办理福利互助2项") && !$0.contains("支出") })
  }
}
