import BanbaoDiagnostics
import TestSupport
import Testing

/// Figures that are known roughly: kept and printed as they are written, and rough in every sum.
@Suite struct RoughFigureTests {
  private static func activity(_ people: String) -> String {
    "title: 活动\(people.count)\ndate: 2026-03-0\(people.count)\nkind: 文体\nperson_times: \(people)"
  }

  private func total(_ figures: String...) async throws -> String {
    let files = Dictionary(
      uniqueKeysWithValues: figures.enumerated().map { ("activities/2026/\($0).md", Self.activity($1)) })
    let site = try await SystemSite(files)
    #expect(site.said == [])
    let summary = site.summary()
    return summary.matches(of: /参加([^，]*)人次，其中/).first.map { String($0.output.1) } ?? ""
  }

  @Test func `a count is printed as it is written, on its page and in the summary`() async throws {
    let site = try await SystemSite([
      "activities/2026/a.md": "title: 晚会\ndate: 2026-01-21\nkind: 联欢\n参加人数: 300余",
      "meetings/2026/b.md": "title: 茶话会\ndate: 2026-01-16\nkind: 座谈会\npeople: 约170",
    ])
    #expect(site.said == [])
    #expect(try site.page("activities/2026/a.html").contains("参加人数 300余 人"))
    #expect(try site.page("meetings/2026/b.html").contains("参加 约170 人"))
    #expect(site.summary().contains("《晚会》，300余人参加"))
    #expect(site.summary().contains("约170人参加"))
  }

  @Test func `a sum is as rough as its parts`() async throws {
    #expect(try await total("近300", "20") == "近320")
    #expect(try await total("300余", "20") == "320余")
    #expect(try await total("约300", "20") == "约320")
    #expect(try await total("近300", "20余") == "约320")
    #expect(try await total("近9990", "20") == "近10,010")
    #expect(try await total("300", "20") == "320")
  }

  @Test func `a rough amount is printed without fen, and its sum with an exact one too`() async throws {
    let site = try await SystemSite([
      "visits/2026/a.md": "title: 探望\ndate: 2026-03-02\nkind: 患病\nvisits: 5\namount: 800余元",
      "visits/2026/b.md": "title: 走访\ndate: 2026-09-20\nkind: 节日\nvisits: 1\namount: 200",
    ])
    #expect(site.said == [])
    #expect(try site.page("visits/2026/a.html").contains("金额 800余 元"))
    #expect(site.summary().contains("患病慰问5次，金额800余元"))
    #expect(site.summary().contains("慰问金额1,000余元"))
    #expect(site.summary().contains("各项记录载明支出1,000余元"))
  }

  @Test func `a rough amount agrees with vouchers near it, on the side that it names`() async throws {
    func codes(_ amount: String) async throws -> [String] {
      try await BuiltSite([
        "visits/2026/a.md":
          "---\ntitle: 探望\ndate: 2026-03-02\nkind: 患病\npeople: 5\namount: \(amount)\nvouchers: [付-1]\n---\n",
        "finance/2026/ledger.csv":
          "日期,凭证号,科目,摘要,收入,支出,资金,附单据数,关联记录\n2026-03-02,付-1,50105 会员活动支出,探望,,812.50,现金,1,visits/2026/a\n",
      ]).codes.filter { $0 == "cost-mismatch" }
    }
    #expect(try await codes("800余") == [])
    #expect(try await codes("约800") == [])
    #expect(try await codes("近820") == [])
    for other in ["近800", "820余", "约2000", "800"] { #expect(try await codes(other) == ["cost-mismatch"], "\(other)") }
  }

  @Test func `every count of every kind is read roughly, and adds up so`() async throws {
    let site = try await SystemSite([
      "activities/2026/a.md": "title: 联欢\ndate: 2026-01-21\nkind: 联欢\npeople: 300余\nprogrammes: 近20",
      "activities/2026/b.md": "title: 拔河\ndate: 2026-03-08\nkind: 文体\npeople: 60\nteams: 约12\nbatches: 3余",
      "training/2026/a.md":
        "title: 内训\ndate: 2026-06-12\naudience: 职工\nsessions: 10余\nhours: 近40\nperson_times: 500\ndays: 约20",
      "training/2026/b.md": "title: 讲座\ndate: 2026-07-12\naudience: 职工\nsessions: 2\nhours: 4\nperson_times: 60",
      "meetings/2026/a.md": "title: 办公会\ndate: 2026-01-01/2026-11-20\nkind: 办公会\ncount: 10余",
      "meetings/2026/b.md": "title: 职工会\ndate: 2026-05-20\nkind: 职工会",
      "honours/2026/a.md":
        "title: 优秀会员\ndate: 2026-05-01\nlevel: 本级\nkind: 个人\nawarded_by: 院工会\ncount: 近50",
      "membership/2026.md":
        "title: 会员\ndate: 2026-11-20\nperiod: 2026\nopening: 600余\njoined: 20\nclosing: 近650\nwomen: 约240\ngroups: 10余",
      "congress/2026/a.md":
        "title: 职代会\ndate: 2026-03-20\nterm: 7\nsession: 8\ndelegates: 近60\nattended: 50余\nreports: [{title: 院长工作报告, for: 近50, passed: true}]",
      "donations/2026/a.md": "title: 捐款\ndate: 2026-11-01\nfor: 助学\ndonors: 近300\nraised: 23000余元",
      "benefits/2026/a.md":
        "title: 论文奖励\ndate: 2026-09-02\nkind: 论文奖励\npeople: 15\nrates: [{item: 发表, count: 10余, rate: 200}]\namount: 2400",
    ])
    #expect(site.said == [])
    let summary = site.summary()
    for text in [
      "300余人参加，近20个节目", "约12队、60人分3余批参加", "组织内部培训12余期，近44学时", "10余期，近40学时，约20天", "召开各类会议11余次", "共近50人",
      "期末会员近650人，其中女会员约240人，新入会20人", "设工会小组10余个", "正式代表近60名，到会50余名", "赞成近50票", "捐款近300人次，会员捐款23,000余元",
      "标准发表200.00元/篇（10余篇）",
    ] { #expect(summary.contains(text), "\(text)") }
    let statistics = try site.page("summary/index.html")
    #expect(statistics.contains("近650人") && statistics.contains("360余人次"))
  }

  @Test func `a count that nobody knows yet is 待补 under any key, and pages say so`() async throws {
    let site = try await SystemSite([
      "activities/2026/a.md":
        "title: 联欢\ndate: 2026-01-21\nkind: 联欢\npeople: 待补\nprogrammes: 待补\nteams: 待补\nbatches: 待补",
      "congress/2026/a.md":
        "title: 职代会\ndate: 2026-03-20\nterm: 7\nsession: 8\n正式代表: 待补\n列席: 待补\n表彰人数: 待补",
      "training/2026/a.md": "title: 内训\ndate: 2026-06-12\naudience: 职工\nsessions: 待补\nhours: 待补\npeople: 待补",
      "meetings/2026/a.md": "title: 座谈会\ndate: 2026-05-20\nkind: 座谈会\npeople: 待补",
      "entrusted/2026/a.md":
        "title: 代管生活费\ndate: 2026-06-30\nagreement: 2026年4月1日协议\nreceived: 待补\nclosing: 待补\nmonths: 待补",
      "donations/2026/a.md": "title: 捐款\ndate: 2026-11-01\nfor: 助学\ndonors: 待补\nraised: 待补",
    ])
    #expect(site.said == [])
    #expect(try site.page("congress/2026/a.html").contains("列席 〔待补〕 表彰 〔待补〕"))
    #expect(try site.page("activities/2026/a.html").contains("节目 〔待补〕"))
    #expect(try site.page("entrusted/2026/a.html").contains("代收 〔待补〕 余额 〔待补〕 月数 〔待补〕"))
    #expect(site.summary().contains("正式代表〔待补〕名，列席〔待补〕名，表彰〔待补〕名"))
  }

  @Test func `English pages say rough figures in English`() async throws {
    let site = try await SystemSite(
      [
        "activities/2026/a.md": "title: Gala\ndate: 2026-01-21\nkind: 联欢\npeople: 300余\nprogrammes: 近20",
        "visits/2026/a.md": "title: Visit\ndate: 2026-03-02\nkind: 患病\npeople: 约5\namount: 800余元",
      ], settings: "language: en\n")
    #expect(site.said == [])
    #expect(try site.page("activities/2026/a.html").contains("more than 300"))
    #expect(try site.page("visits/2026/a.html").contains("more than 800"))
    let summary = try site.page("summary/2026.html")
    #expect(summary.contains("nearly 20 programmes") && summary.contains("about 5 people"))
    let all = try ["visits/index.html", "summary/index.html", "summary/2026.html"].map { try site.page($0) }.joined()
    #expect(!all.contains("余") && !all.contains("约") && !all.contains("近"))
  }

  @Test func `other words for a rough figure are answered with the right one`() async throws {
    func help(_ text: String) async throws -> [String] {
      try await BuiltSite(["activities/2026/a.md": "---\n\(Self.activity(text))\n---\n"]).diagnostics
        .filter { $0.code == "count-form" }.map { $0.help?.zh ?? "" }
    }
    #expect(try await help("近300人次") == ["写成 近300"])
    #expect(try await help("300多") == ["写成 300余"])
    #expect(try await help("300左右") == ["写成 约300"])
    #expect(try await help("不足300") == ["写成 近300"])
  }
}
