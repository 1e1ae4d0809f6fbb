import BanbaoDiagnostics
import BanbaoSite
import BanbaoUnion
import TestSupport
import Testing

@testable import BanbaoKinds

@Suite struct `A visit` {
  private func visit(_ lines: String, body: String = "", kind: String = "患病") -> String {
    "---\ntitle: 看望住院职工\ndate: 2026-03-02\nkind: \(kind)\n\(lines)\n---\n\n\(body)\n"
  }

  @Test(arguments: [
    "看望张秀英同志", "张秀英同志", "手术室王敏护士", "欧阳清越医生", "看望周建国。", "慰问林小红一家", "探望了刘桂兰女士", "看望了周建国。", "慰问患病职工张秀英",
    "走访困难职工李建国家庭", "护士王晓敏因病住院", "刘护士住院", "看望住院的老张",
  ])
  func `knows a person by name`(_ text: String) async throws {
    let site = try await BuiltSite(["visits/a.md": visit("people: 1\namount: 1", body: text)])
    #expect(site.diagnostics.map(\.code) == ["visit-name"])
  }

  @Test(arguments: [
    "全体同志", "离退休老同志", "值班护士", "慰问周末值班医生", "走访张家村", "一张贺卡老师", "紧张的医生", "感谢值班医生", "规范操作护士", "许多医生",
    "王某同志", "慰问高温岗位", "看望住院职工", "走访困难职工", "慰问金额", "李家湾，", "如何请医生", "佩戴口罩医生",
    "张贴通知的护士", "复苏室护士", "老师傅们", "慰问林业局", "职工张贴画展", "慰问徐州路社区",
    "慰问唐山队", "工会经费", "付-12", "50102 文体活动支出", "张家界", "郑州市",
  ])
  func `takes nobody for a person who is none`(_ text: String) async throws {
    let site = try await BuiltSite(["visits/a.md": visit("people: 1\namount: 1", body: text)])
    #expect(site.diagnostics.map(\.message.zh) == [])
  }

  @Test func `is told of every name at its place, in every key, in the text and in the file's name`() async throws {
    let site = try await BuiltSite([
      "visits/看望王秀珍.md": visit(
        "people: 1\namount: 1\nsummary: 看望陈晓燕\ntags: [李建国]\nsource: 赵德胜",
        body: "第一段。\n\n工会看望了周**玉**兰和[孙丽](https://board.example/)。")
    ])
    let places = site.diagnostics.map { "\($0.place.line):\($0.place.column)" }
    #expect(site.diagnostics.allSatisfy { $0.code == "visit-name" && $0.severity == .error })
    #expect(places == ["0:0", "7:12", "8:8", "9:9", "14:6", "14:15"])
  }

  @Test func `lets its author say that a word is no name`() async throws {
    let own = "people: 1\namount: 1\n不是人名: [高龄]"
    let site = try await BuiltSite(["visits/a.md": visit(own, body: "慰问高龄。慰问高阳同志。")])
    #expect(site.diagnostics.map { "\($0.place.line):\($0.place.column)" } == ["10:8"])
  }

  @Test func `without a count is 〔待补〕 on its page and in the totals, never 0`() async throws {
    let site = try await BuiltSite([
      "visits/2026/a.md": visit("amount: 待补"),
      "visits/2026/b.md": visit("people: 5\namount: 800").replacing("title: ", with: "title: 第二次"),
      "visits/2026/c.md": visit("person_times: 3\namount: 待补", kind: "丧事").replacing("title: ", with: "title: 第三次"),
    ])
    #expect(site.diagnostics.isEmpty)
    let page = try site.view("visits/2026/a.html")
    #expect(page.texts("figures", "label") == ["人次", "金额"])
    #expect(page.texts("figures", "value") == ["〔待补〕", "〔待补〕"])
    let table = try #require(try site.view("visits/index.html").list("tables").first)
    let rows = table.list("rows").map { [$0.text("head")] + $0.texts("cells", "text") }
    #expect(
      rows == [
        ["患病", "2", "5（另有1条〔待补〕）", "800.00（另有1条〔待补〕）"], ["丧事", "1", "3", "〔待补〕"],
        ["合计", "3", "8（另有1条〔待补〕）", "800.00（另有2条〔待补〕）"],
      ])
    #expect(try !site.html("visits/index.html").contains(">0<"))
  }

  @Test func `is listed by kind for the newest year, and by year where there are several`() async throws {
    let site = try await BuiltSite([
      "visits/2026/a.md": visit("people: 5\namount: 800"),
      "visits/2025/b.md": visit("people: 4\namount: 700").replacing("2026-03-02", with: "2025-03-02"),
    ])
    let tables = try site.view("visits/index.html").list("tables")
    #expect(tables.map { $0.text("caption") } == ["2026年关心慰问统计", "历年关心慰问"])
    #expect(tables[1].texts("rows", "head_url") == ["visits/archive/2026.html", "visits/archive/2025.html", ""])
    let archive = try site.view("visits/archive/2025.html").list("tables")
    #expect(archive.map { $0.text("caption") } == ["2025年关心慰问统计"])
  }

  @Test func `keeps silent where rate and amount agree, and where there are several rates`() async throws {
    let site = try await BuiltSite([
      "visits/a.md": visit("person_times: 6\nrates: [{item: 花圈, amount: 250, unit: 人次}]\namount: 1500"),
      "visits/b.md": visit("people: 6\nrates: [{amount: 250}, {amount: 100}]\namount: 1400").replacing(
        "title: ", with: "title: 第二次"),
      "visits/c.md": visit("people: 2\nrates: [{amount: 92233720368547758.07}]\namount: 92233720368547758.07")
        .replacing("title: ", with: "title: 第三次"),
    ])
    #expect(site.diagnostics.isEmpty)
    #expect(try site.view("visits/a.html").texts("facts", "value") == ["250.00元/人次（花圈）"])
  }
}
