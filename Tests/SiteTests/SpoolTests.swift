import BanbaoHTML
import TestSupport
import Testing

@Suite struct SpoolTests {
  @Test func `where bodies wait does not matter`() async throws {
    let content = try Repository.tree("content")
    let first = try await BuiltSite(content: content)
    let files = first.plan.madeFiles
    for limit in [Int.max, 20_000] {
      let spool = MemorySpool(limit: limit)
      let site = try await BuiltSite(content: content, tasks: 2, spool: spool)
      #expect(site.plan.madeFiles == files)
      #expect(site.diagnostics == first.diagnostics)
      #expect(limit == .max ? spool.count > 20_000 : (10_000...20_000).contains(spool.count))
    }
  }

  @Test func `HTML in a spool is the HTML that it was`() {
    let html = HTML(escaping: "甲<乙>丙")
    let spooled = html.spooled(in: MemorySpool())
    #expect(spooled == html && spooled.hashValue == html.hashValue && !spooled.isEmpty)
    #expect(spooled.string == html.string && spooled.slice(3..<7) == html.slice(3..<7))
    #expect(spooled.spooled(in: MemorySpool(limit: 0)) == html)
    #expect(HTML.empty.spooled(in: MemorySpool()).isEmpty)
    #expect(HTML(escaping: "工资186,300.00元").spooled(in: MemorySpool()).withWholeAmounts.string.contains("whole"))
  }
}
