import BanbaoDiagnostics
import BanbaoKinds
import BanbaoSource
import BanbaoTheme
import TestSupport
import Testing

@testable import BanbaoSite

/// Members and committees: what keeps their rules silent, and what their pages show.
@Suite struct OrganisationTests {
  private static func member(_ period: String, _ counts: String) -> String {
    "title: 会员统计\ndate: 2026-11-20\nperiod: \(period)\n\(counts)\n"
  }

  private static func committee(
    _ title: String, body: String = "工会委员会", elected: String, years: Int = 5, _ members: String...
  ) -> String {
    "title: \(title)\ndate: \(elected)\nbody: \(body)\nelected: \(elected)\nyears: \(years)\n"
      + (members.isEmpty ? "" : "members:\n" + members.map { "  - \($0)\n" }.joined())
      + "approved: {number: 云工复〔\(elected.prefix(4))〕1号, date: \(elected)}\n"
  }

  @Test func `a chain of years, halves and quarters that fit is not blamed, nor a lone record of zeros`() async throws {
    let site = try await BuiltSite([
      "membership/2025.yaml": Self.member("2025", "opening: 75\njoined: 4\nretired: 1\nclosing: 78\nwomen: 44"),
      "membership/2025-H1.yaml": Self.member("2025-H1", "opening: 75\njoined: 1\nclosing: 76"),
      "membership/2025-H2.yaml": Self.member("2025-H2", "opening: 76\njoined: 3\nretired: 1\nclosing: 78"),
      "membership/2025-Q4.yaml": Self.member("2025-Q4", "opening: 79\njoined: 0\nretired: 1\nclosing: 78"),
      "membership/2026-H1.yaml": Self.member("2026-H1", "opening: 78\njoined: 2\nclosing: 80"),
      "membership/2026.yaml": Self.member("2026", "opening: 78\njoined: 5\nleft: 1\nclosing: 82"),
      "membership/2030.yaml": "title: 草稿\ndate: 待定\ndraft: true\n",
    ])
    #expect(site.diagnostics.filter { $0.severity != .note }.map(\.code) == [])
    let zero = try await BuiltSite([
      "membership/a.yaml": Self.member("2026", "opening: 0\njoined: 0\nclosing: 0")
    ])
    #expect(zero.codes == [])
  }

  @Test func `a starting file beside the year's own record contradicts nothing and counts for nothing`() async throws {
    let site = try await BuiltSite([
      "membership/2025.yaml": Self.member("2025", "opening: 75\njoined: 4\nretired: 1\nclosing: 78"),
      "membership/2026.yaml": Self.member("2026", "opening: 78\njoined: 5\nclosing: 83"),
      "membership/2026/甲.yaml": Self.member("2026", "opening: 0\njoined: 0\nclosing: 0"),
      "membership/2026/乙.yaml": Self.member("2026", "opening: 0\njoined: 0\nclosing: 0"),
    ])
    #expect(site.codes == [])
    let table = try #require(try site.view("summary/index.html").list("tables").first)
    #expect(table.list("groups").first?.list("measures").first?.texts("cells", "text").last == "83人")
  }

  @Test func `the list of members has a row for each period, newest first, and what is missing reads 〔待补〕`()
    async throws
  {
    let site = try await BuiltSite([
      "membership/2025.yaml": Self.member("2025", "opening: 75\njoined: 4\nretired: 1\nclosing: 78\nwomen: 44"),
      "membership/2025-H2.yaml": Self.member("2025-H2", "opening: 76\njoined: 3\nretired: 1\nclosing: 78"),
      "membership/2026.yaml": Self.member("2026", "opening: 78\njoined: 0\nclosing: 78\nmigrant: 0"),
    ])
    let table = try #require(try site.view("membership/index.html").list("tables").first)
    #expect(table.texts("rows", "head") == ["2026年", "2025年", "2025年下半年"])
    #expect(
      table.list("rows")[1].texts("cells", "text") == ["75", "4", "1", "〔待补〕", "78", "44", "〔待补〕"])
    let record = try site.view("membership/2026.html")
    #expect(record.texts("figures", "label").contains("新增的农民工"))
    #expect(!record.texts("figures", "label").contains("工会小组"))
    #expect(record.texts("figures", "value") == ["78", "0", "〔待补〕", "〔待补〕", "78", "〔待补〕", "0"])
  }

  @Test func `both places stand in a fault between two records`() async throws {
    let site = try await BuiltSite([
      "membership/2025.yaml": Self.member("2025", "opening: 0\njoined: 4\nclosing: 4"),
      "membership/2026.yaml": Self.member("2026", "opening: 3\njoined: 1\nclosing: 4"),
      "committee/a.yaml": Self.committee("委员会", elected: "2025-05-20", "{name: 林晚照, role: 出纳}"),
      "committee/b.yaml": Self.committee(
        "经审会", body: "经费审查委员会", elected: "2025-05-20", "{name: 林晚照, role: 委员}"),
    ])
    #expect(site.codes == ["cashier-separation", "membership-continuity"])
    #expect(
      site.diagnostics.map { $0.related.map { "\($0.place.path):\($0.place.line)" } } == [
        ["content/committee/b.yaml:7"], ["content/membership/2025.yaml:6"],
      ])
    // A message is read by more people than the page.
    #expect(!site.diagnostics.contains { $0.message.zh.contains("晚照") || $0.message.en.contains("晚照") })
  }

  @Test func `duties that are kept apart, and committees out of office, are not blamed`() async throws {
    let site = try await BuiltSite([
      "committee/a.yaml": Self.committee(
        "委员会", elected: "2025-05-20", "{name: 林晚照, role: 主席}", "{name: 江一帆, role: 会计}", "{name: 杜若溪, role: 出纳会计}",
        "{name: 苏暖, role: 经费审查委员会主任}"),
      "committee/b.yaml": Self.committee(
        "经审会", body: "经费审查委员会", elected: "2025-05-20", "{name: 苏暖, role: 主任}",
        "{name: 江一帆, department: 外科, role: 委员}"),
      "committee/old.yaml": Self.committee(
        "上届", elected: "2020-05-20", "{name: 苏暖, role: 会计}", "{name: 林晚照, role: 会计、出纳}"),
      "committee/zero.yaml": Self.committee("女工委", body: "女职工委员会", elected: "2001-05-20", years: 0),
    ])
    // 江一帆 without a department may be the one in 外科.
    #expect(site.codes == ["audit-independence"])
    let other = try await BuiltSite([
      "committee/a.yaml": Self.committee("委员会", elected: "2025-05-20", "{name: 江一帆, department: 内科, role: 会计}"),
      "committee/b.yaml": Self.committee(
        "经审会", body: "经费审查委员会", elected: "2025-05-20", "{name: 江一帆, department: 外科, role: 委员}"),
    ])
    #expect(other.codes == [])
  }

  @Test func `a term is warned of from half a year before its end, until a newer election stands`() async throws {
    let files = ["committee/a.yaml": Self.committee("委员会", elected: "2021-08-31")]
    #expect(try await BuiltSite(files, today: "2026-02-27").codes == [])
    #expect(try await BuiltSite(files, today: "2026-02-28").codes == ["committee-term"])
    let elected = files.merging(["committee/b.yaml": Self.committee("新委员会", elected: "2026-08-20")]) { $1 }
    #expect(try await BuiltSite(elected, today: "2026-08-20").codes == [])
    #expect(try await BuiltSite(elected, today: "2027-01-01").codes == [])
    #expect(try await BuiltSite(files, today: "2026-08-01").compilation.due.map(\.day.iso) == ["2026-08-31"])
  }

  @Test func `an election in time that was approved afterwards is not blamed`() async throws {
    let site = try await BuiltSite([
      "committee/old.yaml": Self.committee("第五届委员会", elected: "2019-05-20", "{name: 林晚照}"),
      "committee/new.yaml": Self.committee("第六届委员会", elected: "2024-05-20", "{name: 林晚照}"),
    ])
    #expect(site.codes == [])
  }

  @Test func `the list shows who is in office first, groups by their heads, and earlier terms last`() async throws {
    let site = try await BuiltSite([
      "committee/old.yaml": Self.committee("第五届委员会", elected: "2020-05-20", "{name: 江一帆, role: 主席}"),
      "committee/new.yaml": Self.committee(
        "第六届委员会", elected: "2025-05-19", "{name: 林晚照, role: 主席, department: 机关, consent: true}",
        "{name: 杜若溪, role: 委员, department: 手术室}"),
      "committee/g1.yaml": Self.committee("外科小组", body: "工会小组", elected: "2025-06-01", "{name: 江一帆, role: 组长}"),
      "committee/g2.yaml": Self.committee("内科小组", body: "工会小组", elected: "2025-06-01"),
    ])
    #expect(site.codes == [])
    let tables = try site.view("committee/index.html").list("tables")
    #expect(tables.map { $0.text("caption") } == ["现任机构", "工会委员会成员", "工会小组", "其他届次"])
    #expect(tables[0].texts("rows", "head") == ["第六届委员会"])
    #expect(tables[1].texts("rows", "head") == ["林晚照", "杜**"])
    // A department beside a masked name would unmask it.
    #expect(tables[1].list("rows").map { $0.texts("cells", "text") } == [["主席", "机关"], ["委员", ""]])
    #expect(tables[2].texts("rows", "head") == ["内科小组", "外科小组"])
    #expect(tables[2].list("rows").map { $0.texts("cells", "text")[0] } == ["〔待补〕", "江**"])
    #expect(tables[3].texts("rows", "head") == ["第五届委员会"])
    #expect(site.outputs(holding: "杜若溪") == [] && site.outputs(holding: "江一帆") == [])
    #expect(site.outputs(holding: "手术室") == [])
    let archive = try site.view("committee/archive/2020.html").list("tables")
    #expect(archive.map { $0.text("caption") } == ["当年选举产生"])
    #expect(try site.view("committee/old.html").texts("facts", "value").contains("往届"))
    #expect(try site.view("committee/new.html").texts("facts", "value").contains("2030年5月19日"))
  }
}
