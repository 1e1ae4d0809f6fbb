import Testing

/// Systems of the union's own organisation and of democratic management, each with content of its own.
@Suite struct OrganisationSystemTests {
  private static func members(_ fields: String) -> String { "title: 会员\ndate: 2026-11-20\nperiod: 2026\n\(fields)" }

  @Test func `row 11, all members registered: said, shown and in the summary`() async throws {
    let site = try await SystemSite([
      "membership/2026.md": Self.members("opening: 60\njoined: 0\nclosing: 60\n全部登记: 是")
    ])
    #expect(site.said == [])
    #expect(try site.page("membership/2026.html").contains("全部登记 是"))
    #expect(site.summary().contains("会员全部登记在册"))
  }

  @Test func `row 12, floating members: transfers are told apart, among or beside those who joined and left`()
    async throws
  {
    let among = try await SystemSite([
      "membership/2026.md": Self.members(
        "opening: 594\njoined: 69\ntransferred_in: 12\nretired: 14\nleft: 6\ntransferred_out: 4\nclosing: 643")
    ])
    #expect(among.said == [])
    #expect(try among.page("membership/2026.html").contains("调入 12 人"))
    #expect(among.summary().contains("新入会69人，其中调入12人，退休14人，离开6人，其中调出4人"))
    let beside = try await SystemSite([
      "membership/2026.md": Self.members("opening: 594\njoined: 57\n调入: 12\nretired: 14\nleft: 2\n调出: 4\nclosing: 643")
    ])
    #expect(beside.said == [])
    #expect(beside.summary().contains("新入会57人，退休14人，离开2人，调入12人，调出4人"))
    let wrong = try await SystemSite([
      "membership/2026.md": Self.members("opening: 594\njoined: 9\ntransferred_in: 12\nclosing: 603")
    ])
    #expect(wrong.said == ["membership/2026.md:7 调入 12 人，比新增 9 人还多"])
  }

  @Test func `row 13, women and the retired: both are a stock`() async throws {
    let site = try await SystemSite([
      "membership/2026.md": Self.members("opening: 60\njoined: 0\nclosing: 60\nwomen: 40\nretirees: 20")
    ])
    #expect(site.said == [])
    #expect(try site.page("membership/2026.html").contains("退休人员 20 人"))
    #expect(site.summary().contains("其中女会员40人"))
    #expect(site.summary().contains("现有退休人员20人"))
  }

  @Test func `row 18, upper documents: one or several on any record, shown, checked, and in the summary`() async throws
  {
    let site = try await SystemSite([
      "training/2026/a.md":
        "title: 消防培训\ndate: 2026-05-12\naudience: 职工\npeople: 60\nupper_document: [云工发〔2026〕7号, 关于开展安全培训的通知（云卫工〔2026〕3号）]",
      "visits/2026/b.md":
        "title: 走访\ndate: 2026-02-02\nkind: 节日\npeople: 2\namount: 400\n上级文件: 云工发〔2026〕1号、云工发〔2026〕2号",
      "matters/2026/c.md": "title: 热水\ndate: 2026-11-02\nstatus: 办理中\nupper_document: 云工发[2026]9号",
      "notices/2026/d.md": "title: 转发通知\ndate: 2026-11-02\nkind: 通知\nupper_document: 云工发〔2026〕11号",
      "rules/e.md": "title: 探望办法\ndate: 2026-01-02\nadopted: 2026-01-02\nupper_document: 云工发〔2025〕30号",
    ])
    #expect(site.said == ["matters/2026/c.md:5 发文字号“云工发[2026]9号”：年份用六角括号〔〕"])
    #expect(
      try site.page("training/2026/a.html").contains("上级文件 云工发〔2026〕7号、关于开展安全培训的通知（云卫工〔2026〕3号）"))
    #expect(try site.page("visits/2026/b.html").contains("上级文件 云工发〔2026〕1号、云工发〔2026〕2号"))
    #expect(try site.page("notices/2026/d.html").contains("上级文件 云工发〔2026〕11号"))
    #expect(try site.page("rules/e.html").contains("上级文件 云工发〔2025〕30号"))
    #expect(site.summary().contains("依据云工发〔2026〕7号、关于开展安全培训的通知（云卫工〔2026〕3号）"))
  }

  @Test func `row 39, openness: items with their days, what is overdue said and on the desk`() async throws {
    let site = try await SystemSite([
      "openness/2026/a.md":
        "title: 奖金\ndate: 2026-07-28\ntopic: 奖金分配\nchannel: 公开栏\ndue: 2026-07-31\npublished: 2026-07-28",
      "openness/2026/b.md": "标题: 采购\n日期: 2026-08-02\n事项: 药品采购\n应公开日期: 2026-07-31\n公开日期: 2026-08-02",
      "openness/2026/c.md": "title: 聘任\ndate: 2026-10-12\ntopic: 岗位聘任\ndue: 2026-11-12",
      "openness/2026/d.md": "title: 考核\ndate: 2026-11-12\ntopic: 年度考核\ndue: 2027-01-15",
    ])
    #expect(site.said == ["openness/2026/c.md:5 “岗位聘任”应当在 2026-11-12 公开，已经过了 10 天"])
    #expect(try site.page("openness/index.html").contains("岗位聘任 2026年11月12日 〔待补〕 逾期未公开"))
    #expect(site.desk.contains("向职工公开"))
    #expect(site.summary().contains("院务公开事项4项，按期公开1项，逾期公开1项，逾期未公开1项，待公开1项"))
    let ahead = try await SystemSite([
      "openness/2026/a.md": "title: 考核\ndate: 2026-11-12\ntopic: 年度考核\npublished: 2027-01-15"
    ])
    #expect(ahead.said == ["openness/2026/a.md:5 2027-01-15 还没有到，不能说已经公开"])
  }

  @Test func `row 40, groups: their number is that of their records`() async throws {
    let group = "title: 外科工会小组\ndate: 2025-05-16\nbody: 工会小组\nelected: 2025-05-16\nyears: 3"
    func said(_ groups: Int, _ files: [String: String]) async throws -> [String] {
      let members = Self.members("opening: 60\njoined: 0\nclosing: 60\ngroups: \(groups)")
      return try await SystemSite(files.merging(["membership/2026.md": members]) { own, _ in own }).said
    }
    #expect(try await said(7, ["committee/a.md": group]) == ["membership/2026.md:8 这里写工会小组 7 个，组织机构里有 1 个"])
    #expect(try await said(1, ["committee/a.md": group]) == [])
    #expect(try await said(7, [:]) == [])
  }

  private static let union = "title: 第六届工会委员会\ndate: 2026-06-12\nbody: 工会委员会\nelected: 2026-06-12\nyears: 5"

  @Test func `row 16, re-election: an election without approval, and one that came late, are warned of`() async throws {
    let site = try await SystemSite([
      "committee/2026.md": Self.union,
      "committee/2020.md": Self.union.replacing("2026-06-12", with: "2020-05-12").replacing("第六届", with: "第五届"),
    ])
    #expect(
      Set(site.said) == [
        "committee/2026.md:5 2026-06-12 选举，已过 163 天，没有写上级工会的批复",
        "committee/2026.md:5 2026-06-12 才换届，上一届的任期 2025-05-12 就已届满",
      ])
    let approved = try await SystemSite([
      "committee/2026.md": Self.union + "\napproved: {number: 云工复〔2026〕12号, date: 2026-06-24}"
    ])
    #expect(approved.said == [])
    #expect(approved.summary().contains("上级工会6月24日批复云工复〔2026〕12号"))
  }

  @Test func `row 20, plans of study on three levels: counted, assessed, shown and in the summary`() async throws {
    let plan =
      "title: 2026年学习计划\ndate: 2026-01-05\nyear: 2026\nitems: [{title: 中期考核, when: 2026-06-30, status: 完成, record: meetings/2026/a}]\n"
    let meeting = "title: 学习考核会\ndate: 2026-06-30\nkind: 其他\ncount: 1"
    let site = try await SystemSite([
      "plans/2026.md": plan
        + "study: [{level: 单位, count: 1}, {level: 科室, count: 6, assessed: 6}, {层级: 个人, 份数: 78, 考核: 75}]",
      "meetings/2026/a.md": meeting,
    ])
    #expect(site.said == [])
    #expect(try site.page("plans/2026.html").contains("单位 1 〔待补〕 科室 6 6 个人 78 75"))
    #expect(site.summary().contains("制定学习计划：单位1份、科室6份、个人78份，考核81份。"))
    let wrong = try await SystemSite([
      "plans/2026.md": plan + "study: [{level: 个人, count: 78, assessed: 87}]", "meetings/2026/a.md": meeting,
    ])
    #expect(wrong.said == ["plans/2026.md:6 考核 87 份，比个人学习计划 78 份还多"])
  }

  @Test func `row 33, honours: a title of an earlier year that is still held stands in later summaries`() async throws {
    let honour = "title: 县先进职工之家\ndate: 2024-04-28\nlevel: 县区\nkind: 集体\nawarded_by: 县总工会\nrecipients: [院工会]"
    let site = try await SystemSite([
      "honours/2024/a.md": honour + "\n保持称号: 是",
      "honours/2026/b.md": honour.replacing("2024-04-28", with: "2026-04-28").replacing("先进职工之家", with: "工人先锋号"),
    ])
    #expect(site.said == [])
    #expect(site.summary().contains("继续保持荣誉称号1项"))
    #expect(site.summary().contains("《县先进职工之家》（2024年），授予单位：县总工会"))
    #expect(!site.summary(2024).contains("继续保持"))
  }

  @Test func `row 33, honours: what is still being selected is told apart from what was awarded`() async throws {
    let honour = "date: 2026-11-10\nlevel: 本级\nkind: 个人\nawarded_by: 院工会\n"
    let site = try await SystemSite([
      "honours/2026/a.md": "title: 年度工会积极分子\n" + honour + "count: 45\n状态: 评选中",
      "honours/2026/b.md": "title: 优秀会员\n" + honour + "count: 20",
    ])
    #expect(site.said == [])
    #expect(try site.page("honours/2026/a.html").contains("评选中"))
    #expect(try site.page("honours/index.html").contains("评选中"))
    let summary = site.summary()
    #expect(summary.contains("本级表彰1项") && summary.contains("共20人"))
    #expect(summary.contains("评选《年度工会积极分子》，45人，正在进行。"))
  }

  @Test
  func `row 39, openness: a section that nobody feeds for more than half a year is warned of without a threshold`()
    async throws
  {
    let item = "title: 奖金\ndate: 2026-01-28\ntopic: 奖金分配\ndue: 2026-01-31\npublished: 2026-01-28"
    #expect(
      try await SystemSite(["openness/2026/a.md": item]).said == ["openness/2026/a.md:2 “院务公开”已有 298 天没有新内容（规定 200 天）"])
    #expect(try await SystemSite(["openness/2026/a.md": item], settings: "thresholds: {openness: 400}\n").said == [])
  }
}
