import TestSupport
import Testing

/// Systems of the union's everyday work, each with content of its own.
@Suite struct EverydaySystemTests {
  @Test func `row 2, every issue discussed until it has a result: an open one past its day is warned of`() async throws
  {
    let site = try await SystemSite([
      "matters/2026/a.md": "title: 夜班热水\ndate: 2026-09-01\nstatus: 办理中\ndecided: 2026-09-08\ndue: 2026-10-08",
      "matters/2026/b.md": "title: 储物柜\ndate: 2026-09-01\nstatus: 办结\nanswered: 2026-09-20\nresult: 每层添了两组",
    ])
    #expect(site.built.codes == ["matter-overdue"])
    #expect(site.summary().contains("受理职工诉求2件，办结1件，正在办理1件，逾期未答复1件"))
  }

  @Test func `row 3, wishes turned into facilities: the result stands in the summary`() async throws {
    let site = try await SystemSite([
      "matters/2026/a.md": "title: 广播操\ndate: 2026-03-01\nstatus: 办结\nanswered: 2026-03-20\nresult: 装了自动播放机，每天十点做操"
    ])
    #expect(site.said == [])
    #expect(site.summary().contains("《广播操》，办结，装了自动播放机，每天十点做操"))
  }

  @Test func `row 14, joining: new, transferred, temporary and migrant workers are counted apart`() async throws {
    let site = try await SystemSite([
      "membership/2026.md":
        "title: 会员\ndate: 2026-11-20\nperiod: 2026\nopening: 594\njoined: 69\nmigrant: 2\ntemporary: 24\ntransferred_in: 12\nclosing: 663"
    ])
    #expect(site.said == [])
    #expect(site.summary().contains("新入会69人，其中农民工2人、临时聘用人员24人、调入12人"))
  }

  @Test func `row 17, the congress: delegates, observers and commended, some of them roughly`() async throws {
    let site = try await SystemSite([
      "congress/2026/a.md":
        "title: 七届八次职代会\ndate: 2026-03-20\nterm: 7\nsession: 8\ndelegates: 53\nattended: 51\nobservers: 约20\ncommended: 48\nreports: [{title: 院长工作报告, for: 50, against: 0, abstain: 1, passed: true}]"
    ])
    #expect(site.said == [])
    #expect(site.summary().contains("正式代表53名，到会51名，列席约20名，审议通过《院长工作报告》"))
    #expect(site.summary().contains("表彰48名"))
    let wrong = try await SystemSite([
      "congress/2026/a.md": "title: 职代会\ndate: 2026-03-20\nterm: 7\nsession: 8\ndelegates: 53\nattended: 61"
    ])
    #expect(wrong.built.codes.contains("congress-attendance"))
  }

  @Test func `row 19, yearly targets: the summary says how much of the plan was done`() async throws {
    let site = try await SystemSite([
      "plans/2026.md":
        "title: 计划\ndate: 2026-01-05\nyear: 2026\nitems: [{title: 拔河, when: 2026-03-08, status: 完成, record: activities/2026/a}, {title: 体检, when: 2026-12-20}]",
      "activities/2026/a.md": "title: 拔河\ndate: 2026-03-08\nkind: 文体\npeople: 30",
    ])
    #expect(site.said == [])
    #expect(site.summary().contains("2026年计划事项2项，已完成1项"))
  }

  @Test func `row 21, training: person-times, day-times, sessions and hours`() async throws {
    let site = try await SystemSite([
      "training/2026/a.md":
        "title: 外派\ndate: 2026-05-12\naudience: 职工\nexternal: true\nperson_times: 56\nday_times: 212",
      "training/2026/b.md": "title: 内训\ndate: 2026-06-12\naudience: 职工\nsessions: 18\nhours: 64\nperson_times: 近1120",
    ])
    #expect(site.said == [])
    #expect(site.summary().contains("选送外出培训56人次，培训212天次"))
    #expect(site.summary().contains("组织内部培训18期，64学时，参加近1120人次"))
  }

  @Test func `row 23, meetings: counted by kind`() async throws {
    let site = try await SystemSite([
      "meetings/2026/a.md": "title: 中心办公会\ndate: 2026-01-01/2026-11-20\nkind: 办公会\ncount: 14",
      "meetings/2026/b.md": "title: 职工会\ndate: 2026-01-01/2026-11-20\nkind: 职工会\ncount: 4",
    ])
    #expect(site.said == [])
    #expect(site.summary().contains("召开各类会议18次，其中职工会4次、办公会14次"))
  }

  @Test func `row 27, examinations: the employer pays for them`() async throws {
    let fields = "title: 妇科体检\ndate: 2026-07-10\nkind: 体检\npeople: 120\namount: 36000\nsource: "
    #expect(try await SystemSite(["benefits/2026/a.md": fields + "行政"]).said == [])
    #expect(try await SystemSite(["benefits/2026/a.md": fields + "工会经费"]).said == ["benefits/2026/a.md:7 体检用了工会的钱"])
  }

  @Test func `row 29, insurance: enrolment in counts, held against its rate`() async throws {
    let fields = "title: 女职工保险\ndate: 2026-09-10\nkind: 互助保障\npeople: 246\nrates: [{rate: 40}]\namount: "
    let site = try await SystemSite(["benefits/2026/a.md": fields + "9840"])
    #expect(site.said == [])
    #expect(site.summary().contains("互助保障：《女职工保险》，246人，金额9,840.00元，标准40.00元/人"))
    #expect(try await SystemSite(["benefits/2026/a.md": fields + "9480"]).built.codes == ["rate-amount"])
  }

  @Test func `row 30, schooling: children are counted and never named`() async throws {
    let site = try await SystemSite(["benefits/2026/a.md": "title: 子女入学\ndate: 2026-09-10\nkind: 子女\npeople: 4"])
    #expect(site.said == [])
    #expect(site.summary().contains("子女：《子女入学》，4人"))
    let named = try await SystemSite([
      "benefits/2026/a.md": "title: 子女入学\ndate: 2026-09-10\nkind: 子女\npeople: 4\n姓名: 张小明"
    ])
    #expect(named.built.codes.contains("benefit-name"))
  }

  @Test func `row 31, contests: teams, people and results`() async throws {
    let site = try await SystemSite([
      "activities/2026/a.md":
        "title: 篮球赛\ndate: 2026-03-26/2026-04-03\nkind: 文体\npeople: 102\nteams: 26\nresults: [{event: 篮球, place: 冠军, kind: 集体, recipient: 外科}]"
    ])
    #expect(site.said == [])
    #expect(site.summary().contains("《篮球赛》，26队、102人参加；集体成绩：外科获篮球冠军"))
  }

  @Test func `row 36, talks with those who retire: meetings stand with the retired in the summary`() async throws {
    let site = try await SystemSite([
      "meetings/2026/a.md": "title: 退休人员座谈会\ndate: 2026-05-12\nkind: 座谈会\npeople: 30余"
    ])
    #expect(site.said == [])
    #expect(site.summary().contains("召开会议1次"))
    #expect(site.summary().contains("《退休人员座谈会》，30余人参加"))
  }

  @Test func `row 41, self-criticism and next year: the cadre's own words stand in the summary`() async throws {
    let site = try await SystemSite([
      "pages/summary/2026.md": "title: 总结\ndate: 2026-11-20",
      "plans/2027.md": "title: 计划\ndate: 2026-11-20\nyear: 2027\nitems: [{title: 体检, when: 2027-07/2027-08}]",
      "activities/2026/a.md": "title: 拔河\ndate: 2026-03-08\nkind: 文体\npeople: 30",
    ])
    #expect(site.said == [])
    #expect(site.summary().contains("2027年计划事项1项"))
    #expect(site.summary().contains("存在的问题"))
  }
}
