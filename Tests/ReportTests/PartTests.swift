import TestSupport
import Testing

/// 其中: parts of what records count, with names.
@Suite struct PartTests {
  @Test func `parts are shown where the record is, and those of one name add up in the summary`() async throws {
    let site = try await SystemSite([
      "activities/2026/a.md":
        "title: 运动会\ndate: 2026-04-18\nkind: 上级活动\n其中: [{名称: 太极扇表演, 人数: 34}, {名称: 女职工, 人数: 约20}]",
      "visits/2026/a.md":
        "title: 病故慰问\ndate: 2026-03-02\nkind: 丧事\nperson_times: 6\namount: 1500\nparts: [{name: 鲜花篮, count: 2, unit: 个, amount: 300}]",
      "visits/2026/b.md":
        "title: 病故慰问\ndate: 2026-06-02\nkind: 丧事\nperson_times: 2\namount: 500\nparts: [{name: 鲜花篮, count: 1, unit: 个, amount: 150}]",
      "benefits/2026/a.md": "title: 子女升学\ndate: 2026-09-02\nkind: 子女\npeople: 5\n其中: [初中, 高中, 大学]",
      "congress/2026/a.md":
        "title: 职代会\ndate: 2026-03-20\nterm: 7\nsession: 8\ndelegates: 53\nattended: 51\n其中: [{名称: 一线职工, 人数: 32}]",
      "meetings/2026/a.md":
        "title: 座谈会\ndate: 2026-05-20\nkind: 座谈会\npeople: 30余\n其中: [{名称: 离休干部, 人数: 4}]",
      "honours/2026/a.md":
        "title: 优秀会员\ndate: 2026-05-01\nlevel: 本级\nkind: 个人\nawarded_by: 院工会\ncount: 48\n其中: [{名称: 护理系列, 人数: 20}]",
      "membership/2026.md":
        "title: 会员\ndate: 2026-11-20\nperiod: 2026\nopening: 60\njoined: 0\nclosing: 60\nwomen: 40\n其中: [{名称: 党员, 人数: 12}]",
    ])
    #expect(site.said == [])
    #expect(try site.page("activities/2026/a.html").contains("其中 太极扇表演34人、女职工约20人"))
    #expect(try site.page("visits/2026/a.html").contains("其中 鲜花篮2个共300.00元"))
    #expect(try site.page("honours/2026/a.html").contains("其中 护理系列20人"))
    let summary = site.summary()
    for text in [
      "《运动会》，其中太极扇表演34人、女职工约20人", "丧事慰问8人次，金额2,000.00元，其中鲜花篮3个共450.00元", "《子女升学》，5人，含初中、高中、大学",
      "正式代表53名，其中一线职工32人，到会51名", "座谈会1次（30余人参加，其中离休干部4人）", "48人，其中护理系列20人", "其中女会员40人，其中党员12人",
    ] { #expect(summary.contains(text), "\(text)") }
  }

  @Test func `a part is no more than the whole, in people and in money`() async throws {
    let site = try await SystemSite([
      "activities/2026/a.md":
        "title: 运动会\ndate: 2026-04-18\nkind: 文体\npeople: 30\n其中: [{名称: 太极扇, 人数: 34}, {名称: 女职工, 人数: 约40}]",
      "visits/2026/a.md":
        "title: 慰问\ndate: 2026-03-02\nkind: 丧事\npeople: 6\namount: 1500\nparts: [{name: 鲜花篮, amount: 1600}]",
    ])
    #expect(
      site.said == [
        "activities/2026/a.md:6 “太极扇”34 人，比一共的 30 人还多",
        "visits/2026/a.md:7 “鲜花篮”1,600.00 元，比一共的 1,500.00 元还多",
      ])
  }

  @Test func `a kind that never names persons does not name them as parts either`() async throws {
    let site = try await SystemSite([
      "visits/2026/a.md": "title: 慰问\ndate: 2026-03-02\nkind: 患病\npeople: 2\namount: 500\n其中: [张秀英]"
    ])
    #expect(site.built.codes == ["visit-name"])
  }
}
