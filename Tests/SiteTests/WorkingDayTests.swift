import BanbaoDiagnostics
import BanbaoSource
import TestSupport
import Testing

@testable import BanbaoSite

@Suite struct WorkingDayTests {
  @Test func `without a holiday file Monday to Friday are worked`() {
    #expect(WorkingDays().count(from: "2026-11-16", through: "2026-11-22") == 5)
    #expect(!WorkingDays().isKnown(DaySpan("2026-11-16", "2026-11-16")))
  }

  @Test func `days off are not worked and worked weekends are`() {
    let days = workingDays("off: [2026-10-01/2026-10-07]\nwork: [2026-10-10]").days
    #expect(days.count(from: "2026-09-30", through: "2026-10-10") == 4)
    #expect(!days.isWorked("2026-10-05"))
    #expect(days.isWorked("2026-10-10"))
    #expect(!days.isWorked("2026-10-11"))
  }

  @Test func `a period of five working days reaches over the holiday and takes the worked Saturday`() {
    let days = workingDays("off: [2026-10-01/2026-10-07]\nwork: [2026-10-10]").days
    #expect(days.end(of: 5, from: "2026-09-30") == "2026-10-12")
  }

  @Test func `a period that begins on a day off ends on the first worked day`() {
    #expect(WorkingDays().end(of: 1, from: "2026-11-21") == "2026-11-23")
  }

  @Test func `a span that runs backwards has no working days`() {
    #expect(WorkingDays().count(from: "2026-11-22", through: "2026-11-16") == 0)
  }

  @Test(arguments: [0, 1, 1_000_000_000])
  func `a period of any length ends`(count: Int) {
    let last = WorkingDays().end(of: count, from: "2026-11-16")
    #expect(Day("2026-11-16") <= last && last < "2031-01-01")
  }

  @Test func `a span is known when every one of its years has a file`() {
    let days = workingDays("off: [2026-01-01]").days
    #expect(days.isKnown(DaySpan("2026-01-01", "2026-12-31")))
    #expect(!days.isKnown(DaySpan("2025-12-29", "2026-01-05")))
  }

  @Test func `a day of another year is reported at its place and not counted`() {
    let (days, diagnostics) = workingDays("off:\n  - 2026-10-01\n  - 2025-10-02")
    #expect(diagnostics.map(\.code) == ["holiday-year"])
    #expect(diagnostics.map(\.place) == [Place("holidays/2026.yaml", line: 3, column: 5, length: 10)])
    #expect(days.isWorked("2025-10-02"))
  }

  @Test(arguments: ["2026.yaml", "2026.yml"])
  func `a file of holidays is read from content`(name: String) async throws {
    let site = try await BuiltSite([
      "holidays/\(name)": "放假: [2026-11-19]",
      "notices/a.md": notice(
        "公示", "2026-11-18", kind: "公示",
        "publicity: {from: 2026-11-18, working_days: 5, contact: 办公室}"),
    ])
    let publicity = try #require(try site.view("notices/a.html").view("publicity"))
    #expect(publicity.view("to")?.text("iso") == "2026-11-25")
    #expect(publicity.text("holidays_known") == "true")
    #expect(site.codes == [])
  }

  @Test func `a file of holidays that is not named after a year is reported`() async throws {
    let site = try await BuiltSite(["holidays/next.yaml": "off: [2026-11-19]"])
    #expect(site.codes == ["unknown-folder"])
  }
}

/// The working days of 2026 by the text of a holiday file.
private func workingDays(_ yaml: String) -> (days: WorkingDays, diagnostics: [Diagnostic]) {
  let text = SourceText(path: "holidays/2026.yaml", bytes: Array(yaml.utf8))
  let parsed = parseYAML(text, 0..<text.bytes.count, firstLine: 1)
  let (arrangement, fields) = FieldReader.reading(
    parsed.root ?? Node(.mapping([]), mark: Mark(line: 1, column: 1)), path: text.path
  ) { WorkingDays.Arrangement(reading: &$0, year: 2026) }
  var days = WorkingDays()
  days.add(arrangement)
  return (days, parsed.diagnostics + fields.diagnostics)
}
