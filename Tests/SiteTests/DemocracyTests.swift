import BanbaoDiagnostics
import BanbaoKinds
import BanbaoSource
import BanbaoTheme
import TestSupport
import Testing

@testable import BanbaoSite

@Suite struct DemocracyTests {
  /// A record without a body.
  private static func record(_ title: String, _ date: String, _ fields: String) -> String {
    "---\ntitle: \(title)\ndate: \(date)\n\(fields)\n---\n"
  }

  /// The heads and cells of the table with such a caption, row by row.
  private func rows(of page: String, _ caption: String, in site: BuiltSite) throws -> [[String]] {
    let tables = try site.view(page).list("tables")
    let table = try #require(tables.first { $0.text("caption") == caption }, "no table \(caption)")
    return table.list("rows").map { [$0.text("head")] + $0.texts("cells", "text") }
  }

  @Test
  func `meetings are counted by kind; a record without a count is one, and attendance that is not told is missing`()
    async throws
  {
    let site = try await BuiltSite([
      "meetings/a.md": Self.record("职工会", "2026-01-10", "kind: 职工会\npeople: 120"),
      "meetings/b.md": Self.record("职工会", "2026-04-10", "kind: 职工会\npeople: 98"),
      "meetings/c.md": Self.record("办公会", "2026-01-05/2026-11-20", "kind: 办公会\ncount: 14"),
      "meetings/d.md": Self.record("职工会", "2025-04-10", "kind: 职工会\npeople: 0"),
    ])
    #expect(site.codes == [])
    #expect(
      try rows(of: "meetings/archive/2026.html", "按类别统计", in: site) == [
        ["职工会", "2", "218"], ["办公会", "14", "〔待补〕"], ["合计", "16", "218（另有1条〔待补〕）"],
      ])
    #expect(try rows(of: "meetings/archive/2025.html", "按类别统计", in: site) == [["职工会", "1", "0"]])
    #expect(try site.view("meetings/c.html").texts("figures", "value") == ["14"])
    #expect(try site.view("meetings/a.html").texts("figures", "label") == ["参加"])
  }

  @Test func `a matter may come from anywhere: only what begins with a folder of records is a path`() async throws {
    let site = try await BuiltSite([
      "matters/a.md": Self.record("热水", "2026-11-10", "from: oa/平台\nstatus: 受理"),
      "matters/b.md": Self.record("停车", "2026-11-10", "from: http://oa.example/7\nstatus: 受理"),
      "matters/c.md": Self.record("灯", "2026-11-10", "from: 座谈会/信箱\nstatus: 受理"),
      "matters/d.md": Self.record("梯", "2026-11-10", "from: matters/a\nstatus: 受理"),
    ])
    #expect(site.codes == [])
    #expect(try site.view("matters/a.html").list("facts")[0].text("value") == "oa/平台")
    #expect(try site.view("matters/d.html").list("facts")[0].text("value") == "热水")
  }

  private static let congress = """
    term: 7
    session: 7
    delegates: 53
    attended: 51
    reports:
      - {title: 院长工作报告, for: 50, against: 1, passed: true}
      - {title: 工会工作报告}
    commended: 48
    opinions:
      - {opinion: 提高夜班补贴, matter: matters/夜班}
      - {opinion: 添置热水器, matter: matters/热水}
    """

  @Test func `a session of the congress shows its votes, and each opinion with the matter it became and its state`()
    async throws
  {
    let site = try await BuiltSite([
      "congress/a.md": Self.record("七届七次职代会", "2026-10-20", Self.congress),
      "matters/夜班.md": Self.record("夜班补贴", "2026-10-20", "from: congress/a\ndue: 2026-12-18\nstatus: 办理中"),
      "matters/热水.md": Self.record(
        "热水器", "2026-10-20", "from: congress/a\nstatus: 办结\nanswered: 2026-11-01\nresult: 已装好"),
    ])
    #expect(site.codes == [])
    #expect(
      try rows(of: "congress/a.html", "审议的报告", in: site) == [
        ["院长工作报告", "50", "1", "〔待补〕", "通过"], ["工会工作报告", "〔待补〕", "〔待补〕", "〔待补〕", "听取"],
      ])
    #expect(
      try rows(of: "congress/a.html", "代表意见办理", in: site) == [
        ["提高夜班补贴", "夜班补贴", "办理中"], ["添置热水器", "热水器", "办结"],
      ])
    #expect(
      try rows(of: "congress/index.html", "历次会议", in: site) == [
        ["七届七次", "2026年10月20日", "53", "51", "2", "48", "2"]
      ])
    #expect(try site.html("congress/a.html").contains(#"href="../matters/%E5%A4%9C%E7%8F%AD.html""#))
    let source = try #require(try site.view("matters/夜班.html").list("facts").first)
    #expect(source.text("value") == "七届七次职代会")
    #expect(source.text("url") == "congress/a.html")
  }

  @Test
  func `an opinion without a matter is said with the command that makes one, and is due thirty days after the session`()
    async throws
  {
    let text = Self.congress.replacing("{opinion: 提高夜班补贴, matter: matters/夜班}", with: "提高夜班补贴")
      .replacing("      - {opinion: 添置热水器, matter: matters/热水}", with: "")
    let site = try await BuiltSite(["congress/a.md": Self.record("七届七次职代会", "2026-10-25", text)])
    let said = try #require(site.diagnostics.first { $0.code == "opinion-matter-missing" })
    #expect(said.help?.zh.contains(#"banbao new 职工诉求 "提高夜班补贴""#) == true)
    #expect(said.help?.zh.contains("来源: congress/a") == true)
    let due = try #require(Opinions(site.compilation.library).due().first)
    #expect(due.day.iso == "2026-11-24")
    #expect(due.place == said.place)
    #expect(try rows(of: "congress/a.html", "代表意见办理", in: site).first == ["提高夜班补贴", "〔待补〕", "〔待补〕"])
  }

  @Test func `matters stand by state, open ones first and the most urgent on top, and overdue ones say so in words`()
    async throws
  {
    let site = try await BuiltSite([
      "matters/a.md": Self.record("热水", "2026-11-01", "owner: 后勤科\nstatus: 办理中"),
      "matters/b.md": Self.record("停车", "2026-10-01", "owner: 后勤科\ndue: 2026-11-20\nstatus: 办理中"),
      "matters/c.md": Self.record("广播操", "2026-02-01", "status: 办结\nanswered: 2026-02-20\nresult: 每天十点播放"),
      "matters/d.md": Self.record("母婴室", "2026-11-02", "owner: 后勤科\nstatus: 受理"),
      "matters/e.md": Self.record("托管", "2026-06-02", "status: 暂不能办\nanswered: 2026-06-20\nresult: 没有场地"),
    ])
    #expect(site.codes == ["matter-overdue"])
    #expect(
      try site.view("matters/index.html").texts("tables", "caption") == ["受理（1 件）", "办理中（2 件）", "暂不能办（1 件）", "办结（1 件）"])
    #expect(
      try rows(of: "matters/index.html", "办理中（2 件）", in: site) == [
        ["停车", "后勤科", "2026年11月20日，逾期 2 天"], ["热水", "后勤科", "2026年12月1日"],
      ])
    #expect(
      try rows(of: "matters/index.html", "办结（1 件）", in: site) == [
        ["广播操", "〔待补〕", "2026年3月3日", "2026年2月20日", "每天十点播放"]
      ])
    #expect(try site.view("matters/e.html").texts("facts", "label").contains("理由"))
    let due = Matter.due(
      site.compilation.library.entries(of: Matter.self), in: site.compilation.library)
    #expect(due.map(\.title).sorted() == ["停车", "母婴室", "热水"])
    #expect(due.first { $0.title == "停车" }?.day.iso == "2026-11-20")
  }

  @Test func `a rule that is repealed is marked and links to the one in force, which says what it replaced`()
    async throws
  {
    let site = try await BuiltSite([
      "rules/old.md": Self.record(
        "财务管理规定", "2019-04-10", "adopted: 2019-04-10\nrepealed: 2025-06-18\nrepealed_by: rules/new"),
      "rules/new.md": Self.record(
        "财务管理办法", "2025-06-18", "number: 云医工〔2025〕2号\nadopted: 2025-06-18\nrevised: [2026-03-01, 2026-01-22]"),
      "rules/later.md": Self.record("慰问办法", "2024-06-18", "adopted: 2024-06-18\nrepealed: 2026-12-01"),
    ])
    #expect(site.codes == [])
    #expect(
      try rows(of: "rules/index.html", "现行制度（2 项）", in: site) == [
        ["财务管理办法", "云医工〔2025〕2号", "2025年6月18日", "2026年1月22日、2026年3月1日"],
        ["慰问办法", "", "2024年6月18日", ""],
      ])
    #expect(
      try rows(of: "rules/index.html", "已废止的制度（1 项）", in: site) == [
        ["财务管理规定", "2019年4月10日", "2025年6月18日", "财务管理办法"]
      ])
    let old = try site.view("rules/old.html")
    #expect(old.text("kind") == "已废止")
    #expect(old.list("facts").map { [$0.text("label"), $0.text("url")] }.contains(["由它取代", "rules/new.html"]))
    let new = try site.view("rules/new.html").list("facts")
    #expect(new.map { [$0.text("label"), $0.text("value")] }.contains(["取代", "财务管理规定"]))
  }

  @Test func `what keeps every rule of democratic management gives no diagnostic`() async throws {
    let site = try await BuiltSite([
      "congress/new.md": Self.record("新一届", "2026-11-22", "term: 0\nsession: 0\ndelegates: 0"),
      "congress/new2.md": Self.record("又一届", "2026-11-22", "term: 0\nsession: 0\ndelegates: 0"),
      // Two thirds exactly, and one vote more than half.
      "congress/a.md": Self.record(
        "七届七次", "2025-03-20",
        """
        term: 7
        session: 7
        delegates: 54
        attended: 36
        reports: [{title: 工作报告, for: 28, against: 8, abstain: 0, passed: true}]
        """),
      "matters/new.md": Self.record("新的诉求", "2026-11-22", "status: 受理"),
      "matters/a.md": Self.record(
        "热水", "2026-09-01",
        "decided: 2026-09-01\ndue: 2026-09-01\nstatus: 办结\nanswered: 2026-09-01\nresult: 好了"),
      "rules/a.md": Self.record(
        "办法", "2026-09-01",
        "number: 云医工〔2026〕30号\nadopted: 2026-09-01\nrevised: [2026-09-01]\nrepealed: 2026-09-01"),
      "notices/a.md": notice("关于印发《办法》的通知", "2026-09-02", "number: 云医工〔2026〕30号"),
      "honours/a.md": honour("先进集体", "2026-09-02", "number: 云工发〔2025〕3号\nrecipients: [院工会]"),
    ])
    #expect(site.codes == [])
  }
}
