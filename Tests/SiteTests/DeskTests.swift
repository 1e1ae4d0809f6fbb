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
}
