import BanbaoDiagnostics
import TestSupport
import Testing

@Suite struct FigureTests {
  @Test func `an activity with fewer person-times than people is told so, as every record that counts both`()
    async throws
  {
    let site = try await BuiltSite([
      "activities/跳绳.md": "---\ntitle: 跳绳\ndate: 2026-03-08\nkind: 文体\npeople: 30\nperson_times: 12\n---\n"
    ])
    #expect(site.codes == ["person-times"])
    #expect(site.diagnostics.first.map { [$0.place.line, $0.place.column] } == [6, 15])
    #expect(site.diagnostics.first?.message.zh == "人次 12 比人数 30 少")
  }
}
