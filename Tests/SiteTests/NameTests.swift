import BanbaoSource
import BanbaoTheme
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

  @Test(
    "a name without consent is masked",
    arguments: [
      Name(name: "张三", first: "张*", ends: "张*"),
      Name(name: "张小明", first: "张**", ends: "张*明"),
      Name(name: "欧阳清越", first: "欧阳**", ends: "欧阳*越"),
      Name(name: "欧阳清", first: "欧阳*", ends: "欧阳*"),
      Name(name: "欧阳", first: "欧*", ends: "欧*"),
      Name(name: "阿依娜·木合", first: "阿依娜·**", ends: "阿依娜·*合"),
      Name(name: "张三、李小四", first: "张*、李**", ends: "张*、李*四"),
      Name(name: "张三 李四", first: "张*、李*", ends: "张*、李*"),
      Name(name: "张三，李四；王五", first: "张*、李*、王*", ends: "张*、李*、王*"),
      Name(name: "张三,李四;王五", first: "张*、李*、王*", ends: "张*、李*、王*"),
      Name(name: "张", first: "*", ends: "*"),
    ])
  func masked(name: Name) {
    #expect(shownName(name.name, consents: false, mask: .first) == name.first)
    #expect(shownName(name.name, consents: false, mask: .ends) == name.ends)
    #expect(shownName(name.name, consents: true, mask: .first) == name.name)
  }

  @Test(
    "no separator between names lets a whole name through",
    arguments: [
      "、", "，", ",", "；", ";", " ", "\u{3000}", "/", "\n", "\t", "和", "及", "与", "\\", "|", "＋", "+",
      "&",
    ])
  func separators(separator: String) {
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

  @Test("the style of masking follows site.yaml", arguments: ["first", "ends"])
  func style(style: String) async throws {
    let site = try await BuiltSite(
      ["honours/a.md": honour("先进", "2026-01-01", kind: "个人", Self.recipients)],
      settings: "privacy: {names: \(style)}")
    let names = style == "first" ? ["张**", "李建国", "王**"] : ["张*明", "李建国", "王*红"]
    #expect(try site.view("honours/a.html").texts("recipients", "name") == names)
    #expect(site.outputs(holding: "张小明") == [])
    #expect(site.outputs(holding: "王小红") == [])
  }

  @Test("a collective's name is shown whole")
  func collective() async throws {
    let site = try await BuiltSite([
      "honours/a.md": honour("先进集体", "2026-01-01", "recipients: [急诊科, 手术室护理组]")
    ])
    #expect(try site.view("honours/a.html").texts("recipients", "name") == ["急诊科", "手术室护理组"])
  }

  @Test("a winner who is not said to be a team is masked", arguments: ["个人", nil])
  func winner(kind: String?) async throws {
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
}
