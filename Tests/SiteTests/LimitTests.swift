import BanbaoDiagnostics
import TestSupport
import Testing

@Suite struct `A spending limit` {
  private func visit(_ day: String, amount: String, source: String = "会费") -> String {
    "---\ntitle: 看望住院职工\ndate: \(day)\nkind: 患病\nperson_times: 2\namount: \(amount)\nsource: \(source)\n---\n"
  }

  private let limits = """
    limits:
      - {rule: 患病慰问, from: 2025-01-01, amount: 1000, unit: 次}
      - {rule: 患病慰问, from: 2026-01-01, amount: 500, unit: 次}
    """

  @Test func `never reaches back before the day it begins, and gives way to a newer one`() async throws {
    let site = try await BuiltSite([
      "limits.yaml": limits, "visits/old.md": visit("2024-12-31", amount: "9000"),
      "visits/first.md": visit("2025-12-31", amount: "2000"), "visits/new.md": visit("2026-01-01", amount: "2000"),
    ])
    #expect(site.diagnostics.map { "\($0.place.path) \($0.code)" } == ["content/visits/new.md limit-exceeded"])
    let fault = try #require(site.diagnostics.first)
    #expect(fault.severity == .warning)
    #expect(fault.related.map { "\($0.place.path):\($0.place.line)" } == ["content/limits.yaml:3"])
  }

  @Test func `is kept to the fen, without any rounding`() async throws {
    let site = try await BuiltSite([
      "limits.yaml": limits, "visits/a.md": visit("2026-03-01", amount: "1000.00"),
      "visits/b.md": visit("2026-03-02", amount: "1000.01"),
    ])
    #expect(site.diagnostics.map(\.place.path) == ["content/visits/b.md"])
  }

  @Test func `binds union money only`() async throws {
    let site = try await BuiltSite([
      "limits.yaml": limits, "visits/a.md": visit("2026-03-01", amount: "9000", source: "行政"),
      "visits/b.md": visit("2026-03-02", amount: "9000", source: "合作"),
    ])
    #expect(site.codes == [])
  }

  @Test(arguments: [("甲省乙县", 1), ("甲省", 1), ("丙省", 0)])
  func `of a region holds in that region and what lies in it`(_ region: String, _ count: Int) async throws {
    let site = try await BuiltSite(
      [
        "limits.yaml": "limits:\n  - {rule: 患病慰问, region: 甲省, from: 2025-01-01, amount: 500, unit: 次}\n",
        "visits/a.md": visit("2026-03-01", amount: "2000"),
      ], settings: "region: \(region)\n")
    #expect(site.codes == Array(repeating: "limit-exceeded", count: count))
  }

  @Test func `by the year adds up what was spent since it began, in one year, and speaks once`() async throws {
    func goods(_ day: String) -> String {
      "---\ntitle: 慰问品\ndate: \(day)\nkind: 节日福利\npeople: 10\namount: 2000\n---\n"
    }
    let site = try await BuiltSite([
      "limits.yaml": "limits:\n  - {rule: 节日福利, from: 2025-07-01, amount: 300, unit: 人年}\n",
      "benefits/a.md": goods("2025-02-01"), "benefits/b.md": goods("2025-09-01"), "benefits/c.md": goods("2026-02-01"),
      "benefits/d.md": goods("2026-05-01"), "benefits/e.md": goods("2026-09-01"),
    ])
    #expect(site.diagnostics.map(\.place.path) == ["content/benefits/d.md"])
    #expect(
      site.diagnostics.first?.related.map(\.place.path) == ["content/limits.yaml", "content/benefits/c.md"])
  }

  @Test func `by the day divides by day-times, days of the record, or days of its span`() async throws {
    let site = try await BuiltSite([
      "limits.yaml": """
      limits:
        - {rule: 疗休养, from: 2025-01-01, amount: 400, unit: 人天}
        - {rule: 春秋游, from: 2025-01-01, amount: 200, unit: 人}
      """,
      "activities/a.md":
        "---\ntitle: 疗休养\ndate: 2026-10-12/2026-10-17\nkind: 疗休养\npeople: 10\ncost: {amount: 24000}\n---\n",
      "activities/b.md":
        "---\ntitle: 疗休养\ndate: 2026-10-12/2026-10-17\nkind: 疗休养\npeople: 10\ncost: {amount: 24000.01}\n---\n",
      "activities/c.md": "---\ntitle: 春游\ndate: 2026-04-12\nkind: 春秋游\npeople: 10\ncost: {amount: 2000}\n---\n",
      "activities/d.md": "---\ntitle: 春游\ndate: 2026-04-12\nkind: 春秋游\ncost: {amount: 99999}\n---\n",
    ])
    #expect(
      site.diagnostics.filter { $0.code != "record-twice" }.map(\.place.path) == [
        "content/activities/b.md", "content/activities/d.md",
      ])
    // Nobody can say what 99,999 for an unknown number comes to.
    #expect(site.codes.contains("limit-uncounted"))
  }

  @Test func `that no number can pass is passed by none`() async throws {
    let site = try await BuiltSite([
      "limits.yaml": "limits:\n  - {rule: 患病慰问, from: 2025-01-01, amount: 92233720368547758.07, unit: 次}\n",
      "visits/a.md": visit("2026-03-01", amount: "92233720368547758.07"),
    ])
    #expect(site.codes == [])
  }
}

@Suite struct `Union money` {
  private func record(_ folder: String, _ title: String, _ kind: String, _ source: String, _ year: Int = 2026) -> String
  {
    "---\ntitle: \(title)\ndate: \(year)-05-12\nkind: \(kind)\npeople: 10\namount: 100\nsource: \(source)\n---\n"
  }

  @Test(arguments: [
    ("visits", "会员退休离岗慰问", "退休", "工会经费", 2026), ("visits", "欢送退休职工", "退休", "工会经费", 2026),
    ("visits", "2026年退休慰问", "退休", "会费", 2026), ("visits", "退休职工慰问", "退休", "会费", 2026),
    ("benefits", "端午节慰问品", "节日福利", "工会经费", 2026),
    ("benefits", "中秋节和教师节慰问品", "节日福利", "会费", 2026), ("benefits", "职工体检", "体检", "行政", 2026),
    ("benefits", "职工体检", "体检", "工会经费", 2009), ("visits", "退休职工中秋慰问", "节日", "行政", 2026),
    ("visits", "看望住院退休职工", "患病", "工会经费", 2026),
  ])
  func `may pay for statutory festivals, farewells at retirement and old times`(
    _ folder: String, _ title: String, _ kind: String, _ source: String, _ year: Int
  ) async throws {
    let site = try await BuiltSite(["\(folder)/a.md": record(folder, title, kind, source, year)])
    #expect(site.codes == [])
  }

  @Test(arguments: [
    ("visits", "退休职工中秋慰问", "退休", "union-money-retired"), ("visits", "离退休职工生日蛋糕", "生日", "union-money-retired"),
    ("visits", "退休会员重阳节慰问", "退休", "union-money-retired"), ("visits", "重阳节慰问", "节日", "union-money-festival"),
    ("benefits", "妇女体检补助", "其他", "union-money-examination"),
  ])
  func `is asked about where others pay by the rules`(_ folder: String, _ title: String, _ kind: String, _ code: String)
    async throws
  {
    let site = try await BuiltSite(["\(folder)/a.md": record(folder, title, kind, "会费、行政")])
    #expect(site.codes == [code])
    #expect(site.diagnostics.first?.severity == .warning)
  }
}
