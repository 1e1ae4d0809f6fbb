import BanbaoDiagnostics
import BanbaoKinds
import BanbaoSite
import BanbaoSource
import TestSupport
import Testing

/// The reports of four union committees as content, and every figure that each gives, in the summary made from it.
@Suite struct ReportTests {
  private static func compiled(_ report: Report) async throws -> Compilation {
    let content = try Repository.tree("Tests/ReportTests/Reports/\(report.name)", label: report.name)
    return try await BuiltSite(content: content, today: report.day, tasks: 2).compilation
  }

  /// The summary as `banbao summary` prints it.
  private static func markdown(_ report: Report) async throws -> String {
    summaryMarkdown(of: Period(report.year), in: try await compiled(report).library)
  }

  /// The text of the summary's page, without its tags.
  private static func page(_ report: Report) async throws -> String {
    let site = try await compiled(report)
    let bytes = site.plan.bytes(of: try site.plan.page("summary/\(report.year).html"))
    return String(decoding: bytes, as: UTF8.self).replacing(#/<[^>]*>/#, with: "")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }

  @Test(arguments: Report.all)
  func `each tree compiles without a diagnostic on the day of its report`(report: Report) async throws {
    let site = try await Self.compiled(report)
    #expect(site.diagnostics.map { "\($0.place.path):\($0.place.line) \($0.message.zh)" } == [])
    #expect(site.leftOut.isEmpty)
  }

  @Test(arguments: Report.all)
  func `the summary states every figure of the report`(report: Report) async throws {
    let summary = try await Self.markdown(report)
    for stated in report.stated {
      #expect(summary.contains(stated.text), "\(report.name) \(stated.place): \(stated.text)")
    }
  }

  @Test(arguments: Report.all)
  func `the summary's page states every figure too`(report: Report) async throws {
    let page = try await Self.page(report)
    for stated in report.stated {
      #expect(page.contains(stated.text), "\(report.name) \(stated.place): \(stated.text)")
    }
  }

  @Test(arguments: Report.all)
  func `what a record lacks reads 〔待补〕, on the page as well, and what has no record is not asked for`(report: Report)
    async throws
  {
    let (summary, page) = (try await Self.markdown(report), try await Self.page(report))
    for text in report.missing {
      #expect(text.contains("〔待补〕"))
      #expect(summary.contains(text), "\(report.name): \(text)")
      #expect(page.contains(text), "\(report.name): \(text)")
    }
    for text in report.unrecorded {
      #expect(!summary.contains(text) && !page.contains(text), "\(report.name): \(text)")
    }
  }

  @Test(arguments: Report.all)
  func `no report gives a 0, and no summary states one`(report: Report) async throws {
    let zero = #/(^|[^0-9.,:])0(\.00)?($|[^0-9.,])/#
    #expect(try await Self.markdown(report).matches(of: zero).map { String($0.output.0) } == [])
  }

  /// The chapters of each report in its own order and words, and behind them those that it has not.
  private static let chapters = [
    "R1-2007": ["送温暖", "民主参与", "职工素质", "全民健身", "女职工", "财务经审", "自身建设", "荣誉", "存在的问题", "下年计划"],
    "R2-2010": ["组织建设", "学习型组织", "文体活动", "职工生活福利", "财务经审", "问题和不足", "工作思路", "民主管理", "荣誉", "离退休和女职工"],
    "R3-2011": ["组织建设", "以活动为抓手", "职工生活福利", "问题和不足", "工作思路", "民主管理", "学习培训", "荣誉", "离退休和女职工", "财务经审"],
    "R4-2009": ["民主管理", "职工培训", "文化活动", "关心职工生活", "离退休", "财务纪律和经费", "组织建设", "荣誉", "存在的问题", "下年计划"],
  ]

  @Test(arguments: Report.all)
  func `the sections of the summary stand in the report's order, and one that has nothing to say is named below`(
    report: Report
  ) async throws {
    let text = try await Self.markdown(report)
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("## ") }
    let all = try #require(Self.chapters[report.name])
    let unrecorded = text.firstMatch(of: #/还没有记录：(.*)〔待补〕/#)?.output.1.split(separator: "、").map(String.init) ?? []
    let told = all.filter { !unrecorded.contains($0) }
    #expect(headings == zip("一二三四五六七八九十", told).map { "## \($0)、\($1)" })
  }

  @Test func `the hospital's report admits no problem, so the summary says that they are not recorded`() async throws {
    #expect(try await Self.markdown(.hospital).contains(#/还没有记录：.*存在的问题.*〔待补〕/#))
  }

  @Test(arguments: Report.all)
  func `no figure is listed twice`(report: Report) {
    #expect(Set(report.stated.map(\.text)).count == report.stated.count)
  }
}
