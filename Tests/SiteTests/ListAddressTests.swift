import TestSupport
import Testing

/// Records in a list and their addresses.
@Suite struct ListAddressTests {
  private static func item(_ title: String, id: String? = nil) -> String {
    "- title: \(title)\n  date: 2026-03-08\n  kind: 患病\n  people: 1\n  amount: 100\n"
      + (id.map { "  id: \($0)\n" } ?? "")
  }

  private func pages(_ list: String) async throws -> [String] {
    let site = try await BuiltSite(["visits/2026/a.yaml": list])
    #expect(site.said == [])
    return site.pagePaths.filter { $0.hasPrefix("visits/2026/") }.sorted()
  }

  @Test func `an id is the record's address, and putting in another record moves none`() async throws {
    let two = Self.item("甲", id: "2026-03") + Self.item("乙", id: "春节")
    #expect(try await pages(two) == ["visits/2026/a/2026-03.html", "visits/2026/a/春节.html"])
    let three = Self.item("丙", id: "01") + two
    #expect(
      try await pages(three) == ["visits/2026/a/01.html", "visits/2026/a/2026-03.html", "visits/2026/a/春节.html"])
  }

  @Test func `without an id a record's address is its position`() async throws {
    #expect(
      try await pages(Self.item("甲") + Self.item("乙", id: "x")) == ["visits/2026/a/1.html", "visits/2026/a/x.html"])
  }

  @Test func `other records and ledgers name it by its id, under the Chinese key too`() async throws {
    let site = try await BuiltSite([
      "plans/2026.yaml":
        "title: 计划\ndate: 2026-01-05\nyear: 2026\nitems: [{title: 走访, when: 2026-03, status: 完成, record: visits/2026/a/春节}]",
      "visits/2026/a.yaml": Self.item("甲") + Self.item("乙", id: "春节").replacing("id:", with: "编号:"),
    ])
    #expect(site.said == [])
  }

  @Test func `refused are an id twice, one that is no address, one equal to a position, and one outside a list`()
    async throws
  {
    let site = try await BuiltSite([
      "visits/2026/a.yaml": Self.item("甲", id: "x") + Self.item("乙", id: "X") + Self.item("丙", id: "a/b")
        + Self.item("丁", id: "5") + Self.item("戊"),
      "visits/2026/b.md": "---\ntitle: 己\nid: y\ndate: 2026-03-08\nkind: 患病\npeople: 1\namount: 100\n---\n",
    ])
    #expect(
      site.said.map { $0.replacing("content/visits/2026/", with: "") } == [
        "a.yaml:12:7: 编号“X”已经用过 [record-id-repeated]", "a.yaml:18:7: 编号“a/b”不能作网址 [record-id]",
        "a.yaml:25:3: 没有写编号，按次序是 5，这个编号已经用过 [record-id-repeated]", "b.md:3:1: 没有“id”这一项 [unknown-key]",
      ])
  }
}
