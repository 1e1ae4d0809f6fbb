import BanbaoDiagnostics
import BanbaoSite
import TestSupport
import Testing

/// What the desk tells and nothing else does.
@Suite struct DeskTests {
  private static let record = """
    标题: 优秀护士
    日期: 2026-03-08
    级别: 待补
    类别: 个人
    授予单位: （待填写）
    获得者: [待补]
    ---

    在这里写正文。一段一段写，段与段之间空一行。

    """

  private func desk(_ fields: String) async throws -> (site: BuiltSite, text: String) {
    let site = try await BuiltSite(["honours/2026/a.md": "---\n\(fields)"])
    let plan = site.compilation.plan
    return (site, String(decoding: plan.bytes(of: site.compilation.deskPage(site.diagnostics)), as: UTF8.self))
  }

  @Test func `a draft's words of its starting file are listed, each at its place, and stop nothing`() async throws {
    let (site, text) = try await desk("草稿: true\n" + Self.record)
    let places = [(5, 5), (7, 7), (8, 7), (11, 1)].map { "content/honours/2026/a.md:\($0.0):\($0.1)" }
    #expect(site.compilation.untouched.map(\.place.shown) == places)
    for place in places { #expect(text.contains("<code>\(place)</code>"), "\(place)") }
    #expect(text.contains("“授予单位”还没有填，仍是“（待填写）”"))
    #expect(site.codes == [])
  }

  @Test func `once they are written, nothing is listed`() async throws {
    let fields = Self.record.replacing("（待填写）", with: "县总工会").replacing("级别: 待补", with: "级别: 县区")
      .replacing("[待补]", with: "[张小云]").replacing("在这里写正文。一段一段写，段与段之间空一行。", with: "热烈祝贺。")
    let (site, text) = try await desk("草稿: true\n" + fields)
    #expect(site.compilation.untouched == [])
    #expect(!text.contains("a.md:"))
  }

  @Test func `in a record that is no draft they are errors`() async throws {
    let (site, _) = try await desk(Self.record)
    #expect(site.compilation.untouched == [])
    #expect(site.codes == Array(repeating: "left-as-started", count: 4))
  }

  @Test func `what is due leads to its page, stands in its week, and its command is told from prose`() async throws {
    let site = try await BuiltSite(
      [
        "matters/2026/热水.yaml": "标题: 夜班热水\n日期: 2026-10-01\n状态: 办理中\n责任人: 后勤科\n答复期限: 2026-11-20\n",
        "matters/2026/车位.yaml": "标题: 车位\n日期: 2026-11-01\n状态: 办理中\n责任人: 后勤科\n答复期限: 2026-12-01\n",
      ], today: "2026-11-26")
    let text = String(decoding: site.plan.bytes(of: site.compilation.deskPage(site.diagnostics)), as: UTF8.self)
    #expect(text.contains("<a href=\"../matters/2026/%E7%83%AD%E6%B0%B4.html\">夜班热水</a>"))
    let late = try #require(text.firstRange(of: "逾期 <span"))
    let next = try #require(text.firstRange(of: "下周（11月30日至12月6日）"))
    #expect(late.lowerBound < next.lowerBound)
    #expect(text[next.lowerBound...].contains("车位"))
    #expect(!text.contains("本周"))
  }

  @Test func `sections without a record stand with the command that begins them`() async throws {
    let site = try await BuiltSite(["notices/a.md": notice("甲", "2026-11-02")])
    let text = String(decoding: site.plan.bytes(of: site.compilation.deskPage(site.diagnostics)), as: UTF8.self)
    #expect(text.contains("<code>banbao new 活动 标题</code>") && !text.contains("<code>banbao new 通知 标题</code>"))
    // No page of the site tells its readers so.
    #expect(site.outputs(holding: "banbao new") == [])
  }

  @Test func `many faults are folded behind the first, the worst first`() async throws {
    let dates = (1...12).map { ("notices/\($0).md", notice("甲\($0)", "2026-13-\($0)")) }
    let site = try await BuiltSite(Dictionary(uniqueKeysWithValues: dates))
    let text = String(decoding: site.plan.bytes(of: site.compilation.deskPage(site.diagnostics)), as: UTF8.self)
    #expect(text.contains("<summary>还有 \(site.diagnostics.count - 5)</summary>"))
  }
}
