import BanbaoDiagnostics
import BanbaoSource
import BanbaoTheme
import TestSupport
import Testing

@testable import BanbaoSite

@Suite struct PublicityTests {
  /// From a Wednesday on, five working days: 18, 19, 20, 23 and 24 November.
  static let publicity = "publicity: {from: 2026-11-18, working_days: 5, contact: 办公室}"

  struct Moment: Sendable, CustomTestStringConvertible {
    var today: Day
    var state: String
    var left: Int
    var testDescription: String { "\(today.iso): \(state)" }
  }

  @Test(arguments: [
    Moment(today: "2026-11-17", state: "upcoming", left: 0),
    Moment(today: "2026-11-18", state: "open", left: 5),
    Moment(today: "2026-11-20", state: "open", left: 3),
    Moment(today: "2026-11-21", state: "open", left: 2),
    Moment(today: "2026-11-24", state: "open", left: 1),
    Moment(today: "2026-11-25", state: "ended", left: 0),
  ])
  func `a 公示 is upcoming, open with its working days left, or ended`(moment: Moment) async throws {
    let site = try await BuiltSite(
      [
        "notices/a.md": notice("评选公示", "2026-11-18", kind: "公示", Self.publicity),
        "holidays/2026.yaml": "off: []",
      ], today: moment.today)
    let publicity = try #require(try site.view("notices/a.html").view("publicity"))
    #expect(
      ["upcoming", "open", "ended"].filter { publicity.text($0) == "true" } == [moment.state])
    #expect(publicity.text("left") == "\(moment.left)")
    #expect(publicity.text("working_days") == "5")
    #expect(publicity.view("to")?.text("iso") == "2026-11-24")
    // Only an open one stands above the board and on the home page.
    let top = moment.state == "open" ? ["评选公示"] : []
    #expect(try site.view("index.html").texts("open_publicity", "title") == top)
    #expect(try site.view("notices/index.html").texts("open_publicity", "title") == top)
    #expect(site.codes == (moment.state == "ended" ? ["publicity-result-missing"] : []))
  }

  @Test func `an open 公示 says on its page how many working days are left and to whom to object`() async throws {
    let site = try await BuiltSite(
      ["notices/a.md": notice("评选公示", "2026-11-18", kind: "公示", Self.publicity)],
      today: "2026-11-20")
    let html = try site.html("notices/a.html")
    #expect(html.contains("<b>3</b>"))
    #expect(html.contains("<dd>办公室</dd>"))
    #expect(html.contains("2026年11月24日"))
  }

  @Test func `a 公示 and its result link to each other`() async throws {
    let site = try await BuiltSite([
      "notices/a.md": notice(
        "评选公示", "2026-11-02", kind: "公示",
        "publicity: {from: 2026-11-02, to: 2026-11-06, working_days: 5, contact: 办公室}"),
      "notices/b.md": notice("评选结果", "2026-11-09", kind: "公告", "result_of: notices/a"),
      "holidays/2026.yaml": "off: []",
    ])
    #expect(site.codes == [])
    #expect(try site.view("notices/b.html").view("result_of")?.text("url") == "notices/a.html")
    let publicity = try #require(try site.view("notices/a.html").view("publicity"))
    #expect(publicity.view("result")?.text("url") == "notices/b.html")
    #expect(try site.html("notices/a.html").contains("<a href=\"../notices/b.html\">评选结果</a>"))
  }

  @Test func `a result that is a draft does not count`() async throws {
    let site = try await BuiltSite([
      "notices/a.md": notice(
        "评选公示", "2026-11-02", kind: "公示",
        "publicity: {from: 2026-11-02, working_days: 5, contact: 办公室}"),
      "notices/b.md": notice(
        "评选结果", "2026-11-09", kind: "公告", "result_of: notices/a\ndraft: true"),
      "holidays/2026.yaml": "off: []",
    ])
    #expect(site.codes == ["publicity-result-missing"])
    #expect(try site.view("notices/a.html").view("publicity")?["result"] == .absent)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var publicity: String
    var codes: [String]
    var testDescription: String { publicity }
  }

  @Test(arguments: [
    Fault(
      publicity: "{from: 2026-11-18, to: 2026-11-20, working_days: 7, contact: 办公室}",
      codes: ["publicity-days"]),
    Fault(
      publicity: "{from: 2026-11-18, to: 2026-11-20, contact: 办公室}", codes: ["publicity-short"]),
    Fault(publicity: "{from: 2026-11-18, working_days: 5}", codes: ["publicity-contact"]),
    Fault(publicity: "{from: 2026-11-18, contact: 办公室}", codes: ["field-missing"]),
    Fault(
      publicity: "{from: 2026-11-18, to: 2026-11-17, contact: 办公室}", codes: ["span-backwards"]),
    Fault(
      publicity: "{from: 2026-12-30, working_days: 5, contact: 办公室}", codes: ["holidays-unknown"]),
  ])
  func `what is wrong with a period is named`(fault: Fault) async throws {
    let site = try await BuiltSite(
      [
        "notices/a.md": notice("公示", "2026-11-18", kind: "公示", "publicity: \(fault.publicity)"),
        "holidays/2026.yaml": "off: []",
      ], today: "2026-11-19")
    #expect(site.codes == fault.codes)
  }

  @Test func `a result dated within the period is an error`() async throws {
    let site = try await BuiltSite([
      "notices/a.md": notice(
        "公示", "2026-11-02", kind: "公示",
        "publicity: {from: 2026-11-02, working_days: 5, contact: 办公室}"),
      "notices/b.md": notice("结果", "2026-11-06", kind: "公告", "result_of: notices/a"),
      "notices/c.md": notice("春节", "2026-02-06"),
      "notices/d.md": notice("春节结果", "2026-11-06", kind: "公告", "result_of: notices/c"),
      "holidays/2026.yaml": "off: []",
    ])
    #expect(site.diagnostics.map(\.place.path) == ["content/notices/b.md", "content/notices/d.md"])
    #expect(site.codes == ["publicity-result-early", "result-of-other"])
  }

  @Test(arguments: [true, false])
  func `a 公示 without a period is warned of for a year and no longer`(isRecent: Bool) async throws {
    let site = try await BuiltSite(
      ["notices/a.md": notice("公示", "2025-11-21", kind: "公示")],
      today: isRecent ? "2026-11-22" : "2026-11-23")
    #expect(site.codes == (isRecent ? ["publicity-missing"] : []))
  }
}
