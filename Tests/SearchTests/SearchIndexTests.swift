import BanbaoSearch
import TestSupport
import Testing

@Suite struct SearchIndexTests {
  /// Pages of characters that come as often as words do.
  private func pages(_ count: Int) -> [(page: SearchedPage, html: [UInt8])] {
    var random = SplitMix64(seed: 13)
    return (0..<count).map { number in
      let text = (0..<200).map { _ in
        let rank = Int.random(in: 0..<40, using: &random) * Int.random(in: 0..<40, using: &random)
        return String(Unicode.Scalar(UInt16(0x4E00 + rank)) ?? "一")
      }.joined()
      let html = "<main><h1>\(text.prefix(8))</h1><h2>\(text.suffix(4))</h2><p>\(text)</p></main>"
      return (
        SearchedPage(
          url: "notices/\(number).html", title: String(text.prefix(8)), kind: number % 3 == 0 ? "通知公告" : "活动",
          day: "\(2020 + number / 20)-01-01"), Array(html.utf8)
      )
    }
  }

  /// All files of the index of pages that are read in an order.
  private func files(
    _ pages: [(page: SearchedPage, html: [UInt8])], reading order: [Int], textsFirst: Bool = false,
    spool: MemorySpool? = nil
  ) -> [String: [UInt8]] {
    let index = SearchIndex(pages.map(\.page), spool: spool)
    var files: [String: [UInt8]] = [:]
    func addTexts() {
      for group in 0..<index.groupCount {
        var bytes: [UInt8] = []
        index.write(textsOf: group, into: &bytes) { pages[$0].html }
        files[SearchIndex.textsName(group)] = bytes
      }
    }
    if textsFirst { addTexts() }
    for number in order { index.read(number, pages[number].html) }
    if !textsFirst { addTexts() }
    let keys = index.takeKeys()
    let shards = index.ranges.flatMap { index.shards(keys, of: $0) }
    for file in shards + [index.core(keys, shards: shards.map(\.name))] { files[file.name] = file.bytes }
    return files
  }

  @Test func `the index does not depend on the order in which pages are rendered`() {
    let pages = pages(100)
    let first = files(pages, reading: Array(pages.indices))
    #expect(files(pages, reading: pages.indices.reversed()) == first)
    #expect(files(pages, reading: Array(pages.indices), textsFirst: true) == first)
    #expect(files(pages, reading: [], textsFirst: true) == first)
  }

  @Test func `where keys wait for the last page does not matter`() {
    let pages = pages(600)
    let first = files(pages, reading: Array(pages.indices))
    for order in [Array(pages.indices), pages.indices.reversed(), Array(0..<300), []] {
      let (spool, small) = (MemorySpool(), MemorySpool(limit: 200_000))
      #expect(files(pages, reading: order, textsFirst: order.count < 600, spool: spool) == first)
      #expect(files(pages, reading: order, textsFirst: order.count < 600, spool: small) == first)
      // Whole batches only: of 600 pages three.
      #expect((spool.count > 0) == (order.count > 255) && small.count <= spool.count)
    }
  }

  @Test func `keys that cannot be read once are in no file, or in the file that they should be in`() {
    let pages = pages(600)
    let spool = MemorySpool()
    let index = SearchIndex(pages.map(\.page), spool: spool)
    for number in pages.indices { index.read(number, pages[number].html) }
    let keys = index.takeKeys()
    func files() -> [[[UInt8]]] { index.ranges.map { index.shards(keys, of: $0).map(\.bytes) } }
    let whole = files()
    var lessens = 0
    for reads in 0..<24 {
      spool.fail(after: reads)
      let files = files()
      #expect(zip(files, whole).allSatisfy { $0.isEmpty || $0 == $1 })
      if files != whole { lessens += 1 }
    }
    #expect(lessens > 0)
  }

  @Test func `another notice changes few files, and the name of none`() {
    let pages = pages(300)
    let notice = SearchedPage(url: "notices/new.html", title: "一丁", kind: "活动", day: "2035-01-01")
    let old = files(pages, reading: Array(0..<300))
    let new = files(pages + [(notice, Array("<main><h1>一丁</h1></main>".utf8))], reading: Array(0..<301))
    #expect(old.keys.filter { new[$0] == nil } == [])
    let changed = old.keys.filter { new[$0] != old[$0] }
    // Its texts stand at the end. Its characters are in one shard, its reading, kind and year in another.
    #expect(changed.count <= 3, "\(changed)")
    #expect(new.count == old.count + 1)
  }

  @Test func `other text is another version, by which no browser mixes old files with new ones`() {
    var pages = pages(10)
    let before = files(pages, reading: Array(pages.indices))["core.js"]
    pages[3].html = Array("<main><h1>别的</h1></main>".utf8)
    #expect(files(pages, reading: Array(pages.indices))["core.js"] != before)
  }

  @Test func `a shard has about 16 KB, and a file is a script in UTF-16 that says so`() throws {
    let pages = pages(600)
    let files = files(pages, reading: Array(pages.indices))
    let shards = files.filter { $0.key.utf8.count == 11 }
    #expect(shards.count > 4)
    for (name, bytes) in files {
      #expect(bytes.starts(with: [0xFF, 0xFE]), "\(name)")
      #expect(bytes.count % 2 == 0, "\(name)")
    }
    #expect(shards.values.allSatisfy { $0.count < 40_000 })
  }

  @Test func `a site without pages has an index`() {
    #expect(files([], reading: []).keys.sorted() == ["core.js"])
  }

  @Test func `the table of readings is small`() {
    #expect(pinyinTable.utf8.count <= 30_000)
    #expect(SearchIndex.readings.bytes.count <= 30_000)
  }
}
